// SPDX-License-Identifier: MIT
// What is meant for the president is read by her alone, on real servers: no file of the daemon and no log of
// the mail servers holds a word of it, and of all mailboxes only hers and the one that it was sent to.
#include <catch2/catch.hpp>

#include <filesystem>
#include <set>

#include "tests/planted_words.h"
#include "tests/whole/steps.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

// From the mentor's yes to the letter that asks for an evaluation.
ReadLetter evaluation_after_yes(Play& play) {
    play.reply("anna.bergen", introduction_after_yes(play), "YES");
    play.turn(25min);
    play.reply("bea.romano", play.letter("bea.romano", "CONFLICT"), "YES");
    play.turn(25min);
    play.reply("bea.romano", play.letter("bea.romano", "what you need to begin"), "AGREE monthly");
    play.reply("anna.bergen", play.letter("anna.bergen", "have you heard from"), "AGREE");
    play.reply("anna.bergen", play.letter("anna.bergen", "this is settled"), "CLOSE We found a way.");
    play.reply("bea.romano", play.letter("bea.romano", "We found a way"), "CONFIRM");
    play.letter("anna.bergen", "a good close");
    play.turn_days(2);
    return play.letter("anna.bergen", "recommend the program");
}

std::string nested_mail(const ReadLetter& asked) {
    std::string mail = "From: anna.bergen@example.test\r\nTo: " + asked.reply_to +
                       "\r\nSubject: ZEPPELIN\r\nMIME-Version: 1.0\r\n";
    for (int depth = 0; depth < 200; ++depth)
        mail += "Content-Type: multipart/mixed; boundary=b" + std::to_string(depth) + "\r\n\r\n--b" +
                std::to_string(depth) + "\r\n";
    return mail + "Content-Type: text/plain\r\n\r\nZEPPELIN\r\n";
}

// Files below that folder with a planted word in them, as paths from there; how many there were at all.
std::pair<std::set<std::string>, int> files_with_words(const std::filesystem::path& folder) {
    std::pair<std::set<std::string>, int> found;
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder)) {
        if (!each.is_regular_file()) continue;
        ++found.second;
        if (holds_any(bytes_of(each.path())))
            found.first.insert(std::filesystem::relative(each.path(), folder).string());
    }
    return found;
}

}

TEST_CASE("no log, no file and nobody else's mailbox holds what only the president reads") {
    Play play;
    const auto asked = evaluation_after_yes(play);
    play.reply("anna.bergen", asked, "1: 5\n2: 1\n3: 4\n4: 3\nIt was a XYLOPHONE of a match.");
    play.letter("helen.osei", "XYLOPHONE");
    play.reply("anna.bergen", asked, "CONCERN: The QUINTESSENCE of it troubles me.");
    play.letter("helen.osei", "QUINTESSENCE");
    play.write("eve", "Re: x", "It was a ZEPPELIN.", asked.reply_to);
    play.send_raw("anna.bergen", asked.reply_to, nested_mail(asked));
    play.settle();
    play.turn_days(33);  // the digest
    CHECK_FALSE(holds_any(play.command({"report"})));
    for (const auto* list : {"case", "held", "outbox"}) CHECK_FALSE(holds_any(play.command({list, "list"})));
    play.stop_daemon();

    const auto [files, looked_at] = files_with_words(play.folder());
    CHECK(looked_at > 100);
    std::set<std::string> mailboxes;
    for (const auto& each : files) {
        const std::string below = "mailhost/mail/example.test/";
        INFO(each);
        CHECK(each.starts_with(below));
        mailboxes.insert(each.substr(below.size(), each.find('/', below.size()) - below.size()));
    }
    CHECK(mailboxes == std::set<std::string>{"helen.osei", "manager"});
}
