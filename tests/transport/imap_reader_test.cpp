// SPDX-License-Identifier: MIT
#include "daemon/mail/imap_reader.h"

#include <catch2/catch.hpp>

#include "daemon/mail/folder_name.h"
#include "daemon/mail/uid_set.h"

using namespace mentoring;

namespace {

std::vector<ImapResponse> read_all(std::string_view octets, std::size_t piece) {
    ImapReader reader;
    std::vector<ImapResponse> responses;
    for (std::size_t at = 0; at < octets.size(); at += piece) {
        reader.feed(octets.substr(at, piece));
        while (auto response = reader.next()) responses.push_back(std::move(*response));
    }
    return responses;
}

template <class Kind>
Kind only(std::string_view octets) {
    INFO(octets);
    for (const std::size_t piece : {std::size_t(1), std::size_t(7), octets.size()}) {
        const auto responses = read_all(octets, piece);
        REQUIRE(responses.size() == 1);
        REQUIRE(std::get_if<Kind>(&responses[0]) != nullptr);
    }
    return std::get<Kind>(read_all(octets, octets.size())[0]);
}

bool is_broken(std::string_view octets) {
    const auto responses = read_all(octets, octets.size());
    return !responses.empty() && std::get_if<ImapBroken>(&responses.back()) != nullptr;
}

}

TEST_CASE("a tagged answer carries its condition, code and text") {
    const auto good = [](const char* line, ImapCondition condition, const char* code, const char* arguments,
                         const char* text) {
        const auto answer = only<ImapTagged>(line);
        CHECK(answer.tag == "m1");
        CHECK(answer.status.condition == condition);
        CHECK(answer.status.code == code);
        CHECK(answer.status.arguments == arguments);
        CHECK(answer.status.text == text);
    };
    good("m1 OK done\r\n", ImapCondition::ok, "", "", "done");
    good("m1 no [TryCreate] no such folder\r\n", ImapCondition::no, "TRYCREATE", "", "no such folder");
    good("m1 OK [COPYUID 5 1:2 7:8] moved\r\n", ImapCondition::ok, "COPYUID", "5 1:2 7:8", "moved");
    good("m1 BAD\r\n", ImapCondition::bad, "", "", "");  // no text at all
    good("m1 OK\n", ImapCondition::ok, "", "", "");      // LF alone
    good("m1 OK [half a code\r\n", ImapCondition::ok, "", "", "[half a code");
    good("m1 OK see {5}\r\n", ImapCondition::ok, "", "", "see {5}");  // a text that looks like a literal
}

TEST_CASE("untagged answers become values of their kind") {
    CHECK(only<ImapUntagged>("* BYE going down {7}\r\n").status.condition == ImapCondition::bye);
    CHECK(only<ImapUntagged>("* OK [UIDVALIDITY 7] x\r\n").status.arguments == "7");
    CHECK(only<ImapUntagged>("* OK [PERMANENTFLAGS (\\Seen \\*)] x\r\n").status.arguments == "(\\Seen \\*)");
    CHECK(only<ImapExists>("* 23 EXISTS\r\n").mails == 23);
    CHECK(only<ImapExpunged>("* 4 EXPUNGE\r\n").number == 4);
    CHECK(only<ImapCapabilities>("* CAPABILITY imap4rev1 Idle\r\n").names ==
          std::set<std::string>{"IMAP4REV1", "IDLE"});
    CHECK(only<ImapFound>("* SEARCH 3 5 4294967295\r\n").uids ==
          std::vector<std::uint32_t>{3, 5, 4294967295});
    CHECK(only<ImapFound>("* SEARCH\r\n").uids.empty());
    CHECK(only<ImapFound>("* SEARCH 3 (MODSEQ 9)\r\n").uids == std::vector<std::uint32_t>{3});
    CHECK(only<ImapFolder>("* LIST (\\HasNoChildren) \"/\" \"Mentoring &- more\"\r\n").name ==
          "Mentoring &- more");
    CHECK(only<ImapFolder>("* LIST (\\NoSelect) NIL [Gmail]\r\n").attributes ==
          std::set<std::string>{"\\noselect"});
    CHECK(only<ImapFolder>("* LIST () \"/\" {3}\r\na\"b\r\n").name == "a\"b");
    only<ImapContinuation>("+ idling\r\n");
    only<ImapContinuation>("+\r\n");
    only<ImapOther>("* VANISHED 1:5\r\n");
    only<ImapOther>("* 3 RECENT\r\n");
    only<ImapOther>("* FLAGS (\\Seen [odd] $x)\r\n");
    only<ImapOther>("* QUOTA \"\" (STORAGE 1 2) {2}\r\nxy\r\n");  // not asked for, with a literal
}

TEST_CASE("a fetched mail is taken apart whatever stands around it") {
    const auto whole = only<ImapFetched>(
        "* 12 FETCH (FLAGS (\\Seen $Mentord) UID 7 INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" RFC822.SIZE "
        "44 "
        "ENVELOPE (NIL \"a (b\" ((NIL NIL \"x\" \"y\")) {3}\r\n)\r\n) BODY[] {6}\r\n* OK\r\n)\r\n");
    CHECK(whole.number == 12);
    CHECK(whole.uid == 7u);
    CHECK(whole.size == 44u);
    CHECK(whole.flags == std::set<std::string>{"\\Seen", "$Mentord"});
    CHECK(whole.arrived == Instant(std::chrono::seconds(837596665)));
    CHECK(whole.body == "* OK\r\n");
    CHECK(whole.section.empty());
    const auto header = only<ImapFetched>("* 1 FETCH (UID 9 BODY[HEADER]<0> {0}\r\n)\r\n");
    CHECK(header.body == "");
    CHECK(header.section == "HEADER");
    CHECK(only<ImapFetched>("* 1 FETCH (BODY[] \"a \\\"quoted\\\\ body\")\r\n").body == "a \"quoted\\ body");
    CHECK(only<ImapFetched>("* 1 FETCH (BODY[] NIL)\r\n").body == "");
    CHECK(only<ImapFetched>(std::string_view("* 1 FETCH (BODY[] ~{3}\r\na\0b)\r\n", 30)).body->size() == 3);
    CHECK_FALSE(only<ImapFetched>("* 1 FETCH (FLAGS ())\r\n").body);
    CHECK(only<ImapFetched>("* 1 FETCH (INTERNALDATE \" 1-Feb-2026 00:00:00 +0000\")\r\n").arrived ==
          Instant(std::chrono::seconds(1769904000)));
}

TEST_CASE("a date that does not exist is none") {
    const auto bad = [](const std::string& date) {
        INFO(date);
        CHECK_FALSE(only<ImapFetched>("* 1 FETCH (INTERNALDATE \"" + date + "\")\r\n").arrived);
    };
    bad("31-Feb-2026 00:00:00 +0000");  // no such day
    bad("01-Foo-2026 00:00:00 +0000");  // no such month
    bad("01-an -2026 00:00:00 +0000");  // between two months
    bad("01-Jan-2026 24:00:00 +0000");  // no such hour
    bad("01-Jan-2026 00:00:00 +2400");  // no such zone
    bad("01-Jan--026 00:00:00 +0000");  // a negative year
    bad("today");
}

TEST_CASE("what is no IMAP or too much of it is broken, and nothing after it is read") {
    const auto bad = [](const std::string& octets) {
        INFO(octets.substr(0, 60));
        CHECK(is_broken(octets));
    };
    bad("\r\n");                                              // an empty line
    bad("m1\r\n");                                            // a tag alone
    bad("m1 MAYBE x\r\n");                                    // no condition
    bad("* \r\n");                                            // nothing said
    bad("* SEARCH 1 x\r\n");                                  // no number
    bad("* SEARCH 4294967296\r\n");                           // above 32 bits
    bad("* 1 FETCH (UID 7\r\n");                              // no end
    bad("* 1 FETCH (UID x)\r\n");                             // no number
    bad("* 1 FETCH (BODY[] \"open)\r\n");                     // an open quote
    bad("* 1 FETCH (X " + std::string(100, '(') + "\r\n");    // nested too deep
    bad("* 1 FETCH (BODY[] {999999999999999999999999}\r\n");  // a count that does not fit
    bad("* 1 FETCH (BODY[] {200000}\r\n");                    // a literal above the limit
    bad("* 1 FETCH (A {100000}\r\n" + std::string(100000, 'x') + " B {100000}\r\n");  // both together
    bad("* " + std::string(imap_line_octets_max + 10, 'x'));                          // an endless line
    ImapReader reader;
    reader.feed("\r\nm1 OK x\r\n");
    const auto first = reader.next();
    REQUIRE(first);
    CHECK(std::get_if<ImapBroken>(&*first) != nullptr);
    CHECK_FALSE(reader.next());
    reader.feed("m2 OK x\r\n");
    CHECK_FALSE(reader.next());
}

TEST_CASE("a long literal is taken where it is allowed, and the buffer is given back") {
    ImapReader reader;
    reader.allow_literals(3'000'000);
    for (int round = 0; round < 3; ++round) {
        reader.feed("* 1 FETCH (BODY[] {3000000}\r\n");
        for (int piece = 0; piece < 30; ++piece) {
            CHECK_FALSE(reader.next());
            reader.feed(std::string(100'000, 'x'));
        }
        reader.feed(")\r\n");
        const auto response = reader.next();
        REQUIRE(response);
        CHECK(std::get<ImapFetched>(*response).body->size() == 3'000'000);
    }
}

TEST_CASE("a folder's name is written in modified UTF-7") {
    const auto good = [](const char* name, const char* written) {
        INFO(name);
        CHECK(modified_utf7(name) == std::string(written));
    };
    good("INBOX", "INBOX");
    good("Peter & Paul", "Peter &- Paul");
    good("Entwürfe", "Entw&APw-rfe");
    good("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-");  // RFC 3501 §5.1.3
    good("📁", "&2D3cwQ-");                                               // a surrogate pair
    CHECK_FALSE(modified_utf7(""));
    CHECK_FALSE(modified_utf7("a\r\nx DELETE INBOX"));  // a second command
    CHECK_FALSE(modified_utf7("\xff"));                 // no UTF-8
    CHECK_FALSE(modified_utf7("\u00e9\u007f"));         // a control beside other letters
    CHECK_FALSE(modified_utf7(std::string(300, 'a')));
    CHECK(imap_quoted("a\"b\\c") == "\"a\\\"b\\\\c\"");
}

TEST_CASE("UIDs in a row are written as a range") {
    CHECK(uid_set({}) == "");
    CHECK(uid_set({4}) == "4");
    CHECK(uid_set({4, 5, 6, 9, 11, 12}) == "4:6,9,11:12");
    CHECK(uid_set({5, 4}) == "5,4");
}
