// SPDX-License-Identifier: MIT
#include "tests/hostile/hostile_mails.h"

namespace mentoring::hostile {

namespace {

struct Bomb {
    std::string_view name, part;
};

constexpr Bomb bombs[] = {
    {"one line", "a"},
    {"words", "word "},
    {"short lines", "a\n"},
    {"empty lines", "\n"},
    {"blank lines", " \n"},
    {"tabs", "\t"},
    {"deep quotes in a line", ">"},
    {"deep quotes", ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> a\n"},
    {"quotes and answers in turn", "> will you?\nyes\n"},
    {"empty quotes", ">\n"},
    {"blanks before quotes", "                                                  > a\n"},
    {"attributions", "On Mon, May 4, 2026 at 10:15 AM Kim <kim@example.org> wrote:\n"},
    {"attributions in a line", "On 4/5/26 10:15 a@b.c wrote: "},
    {"attributions never ended", "On Mon, May 4, 2026 at 10:15 AM Kim <kim@example.org>\n"},
    {"names before an address", "\nKim\n<kim@example.org> wrote on 4 May 2026:\n"},
    {"numbers of an attribution", "1/1/1/1.1.1:1:1-"},
    {"header blocks", "From: a@b.c\nSent: Monday, May 4, 2026 10:15 AM\nTo: Kim\nSubject: x\n"},
    {"header labels", "From:\n"},
    {"original messages", "-----Original Message-----\n"},
    {"signature marks", "-- \n"},
    {"devices", "Sent from my iPhone\n"},
    {"farewells", "Best regards,\nKim\n"},
    {"rules", "________________________________\n"},
    {"disclaimers", "This e-mail is confidential and intended solely for the addressee.\n"},
    {"dates", "until 5 May 2027 "},
    {"dates of figures", "1/2/3 4.5.6 7-8-9 "},
    {"weekdays", "next Monday until Friday in three weeks "},
    {"figures", "5 "},
    {"long figures", "12345678901234567890"},
    {"labelled figures", "Q1: 5 Q2: 4/5 3) five 4. n/a "},
    {"stars", "\xE2\x98\x85"},
    {"names", "Ada Bea Chloe "},
    {"names nearly", "Linqvist Romanno Ngyuen "},
    {"candidates", "1 and 2 or 3, not 1, then 2 "},
    {"titles", "Dr. "},
    {"denials", "not never no nor "},
    {"conditions", "if unless only if "},
    {"yes and no", "yes no "},
    {"says and denies", "I accept I do not accept, but I decline because "},
    {"possessives", "my her our the "},
    {"persons", "my husband she says a friend of mine "},
    {"questions", "? what who "},
    {"commas", "yes, "},
    {"choices with commas", "Ada is lovely, "},
    {"full stops", ". a. "},
    {"brackets", "((("},
    {"quotation marks", "\"'"},
    {"unknown words", "wxyzq vqxzt "},
    {"misspelt words", "acept declne agre confrm "},
    {"accents", "e\xCC\x81\xCC\x81"},
    {"no-width blanks", "\xE2\x80\x8B"},
    {"directions", "\xE2\x80\xAE\xE2\x80\xAC"},
    {"faces", "\xF0\x9F\x91\x8D\xF0\x9F\x98\x8A"},
    {"Chinese", "\xE6\x98\xAF\xE7\x9A\x84"},
    {"ligatures", "\xEF\xB7\xBA"},
    {"absences", "I am out of the office until 18 May. In urgent cases contact my assistant. "},
    {"returns", "back on until jusqu'au hasta el bis zum "},
    {"danger", "I want to end my life kill myself "},
    {"requests", "I would like a mentor please match me "},
    {"failed addresses", "<a@b.c>: host a[1.2.3.4] said: 550 5.1.1 User unknown\n"},
    {"failed lines", "The following addresses had permanent fatal errors\na@b.c\n"},
    {"addresses", "a@b.c "},
    {"addresses nearly", "a@b@c@"},
    {"targets", "http://a.b/c?d=e&f "},
};

}

std::vector<Kind> of_words() {
    std::vector<Kind> kinds;
    for (const auto& bomb : bombs) {
        const auto mail = [=](std::size_t octets) {
            return filled("From: Bea <bea@example.org>\nSubject: Re: a\n\n", bomb.part, octets);
        };
        kinds.push_back({"words: " + std::string(bomb.name), mail, true});
    }
    kinds.push_back({"a failed letter of failed lines", [](std::size_t octets) {
                         return filled("From: MAILER-DAEMON@example.org\nSubject: Undelivered Mail\n\n",
                                       "<a@b.c>: host a[1.2.3.4] said: 550 5.1.1 User unknown\n", octets);
                     }});
    return kinds;
}

}
