// SPDX-License-Identifier: MIT
#include "tests/hostile/hostile_mails.h"

namespace mentoring::hostile {

std::string filled(std::string start, std::string_view part, std::size_t octets) {
    start.reserve(octets + part.size() + 1);
    while (start.size() + part.size() <= octets) start += part;
    return start;
}

namespace {

constexpr std::string_view fields[] = {"From",
                                       "To",
                                       "Cc",
                                       "Reply-To",
                                       "Sender",
                                       "Return-Path",
                                       "Message-ID",
                                       "Date",
                                       "In-Reply-To",
                                       "Subject",
                                       "References",
                                       "Content-Type",
                                       "List-Id",
                                       "Received",
                                       "Precedence",
                                       "X-Loop",
                                       "Auto-Submitted",
                                       "Authentication-Results",
                                       "MIME-Version",
                                       "Delivered-To",
                                       "Content-Disposition",
                                       "Content-Transfer-Encoding",
                                       "Disposition-Notification-To"};

struct Filling {
    std::string_view name, start, part;
};

constexpr Filling fillings[] = {
    {"letters", "", "a"},
    {"blanks", "", " "},
    {"commas", "", ","},
    {"semicolons", "x/y", ";"},
    {"brackets", "", "<"},
    {"comments", "", "("},
    {"closed comments", "", "()"},
    {"quotes", "", "\""},
    {"backslashes", "\"", "\\"},
    {"addresses", "", "a@b.c, "},
    {"groups", "", "a:b@c;,"},
    {"message ids", "", "<a@b> "},
    {"encoded words", "", "=?utf-8?q?=C3=A9?= "},
    {"open encoded words", "", "=?utf-8?q?"},
    {"half encoded words", "", "=?a?b"},
    {"charsets in turn", "", "=?iso-2022-jp?b?GyRC?= =?gb18030?b?xOM=?= =?utf-7?q?+AOk-?= "},
    {"parameters", "text/plain", "; a=b"},
    {"continued parameters", "multipart/mixed", "; boundary*1*=%41"},
    {"folded lines", "a", "\n a"},
    {"empty folds", "a", "\n \n"},
    {"numbers", "", "1 Jan 2026 "},
    {"colons", "", "1:"},
    {"raw octets", "", "\xE9\xFF"},
    {"plus words", "", "+AOk-+"},
    {"results", "mx.example; ", "dkim=pass header.d=a.b; "},
};

std::string numbered_pieces(std::size_t octets) {
    std::string field = "Content-Disposition: attachment";
    for (std::size_t piece = 0; field.size() < octets; ++piece)
        field += "; filename*" + std::to_string(piece) + "*=%C3%A9";
    return field + "\n\nbody\n";
}

std::string different_fields(std::size_t octets) {
    std::string block;
    for (std::size_t field = 0; block.size() < octets; ++field)
        block += "X-" + std::to_string(field) + ": a\n";
    return block + "\nbody\n";
}

}

std::vector<Kind> of_fields() {
    std::vector<Kind> kinds;
    for (const auto field : fields)
        for (const auto& filling : fillings)
            kinds.push_back(
                {std::string(field) + " of " + std::string(filling.name), [=](std::size_t octets) {
                     const auto start = std::string(field) + ": " + std::string(filling.start);
                     return filled(start, filling.part, octets) + "\n\nbody\n";
                 }});
    kinds.push_back({"numbered pieces of a name", numbered_pieces});
    kinds.push_back({"different fields", different_fields});
    for (const std::string_view line :
         {"A: b\n", "Subject: a\n", "From: a@b\n", "Received: from a by b; 1 Jan 2026\n", "no field\n", ":\n",
          " folded\n", "From a@b 1 Jan\n", "\r", "A:b\r", "a@b:\n", "Content-Type: text/plain\n",
          "\xFF: \xFF\n"})
        kinds.push_back({"a header of \"" + std::string(line.substr(0, line.find_first_of("\r\n"))) + "\"",
                         [=](std::size_t octets) { return filled({}, line, octets); }});
    return kinds;
}

}
