// SPDX-License-Identifier: MIT
// A guest in somebody's mailbox: each sentence of that law on real servers. What a server without MOVE,
// UIDPLUS or keywords gets is in tests/transport, told by a server that has none of them.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>

#include "tests/whole/steps.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

constexpr auto done = "Mentoring/Done";

std::string mail(const std::string& from, const std::string& subject, const std::string& body) {
    return "From: " + from + "\r\nTo: manager@example.test\r\nSubject: " + subject + "\r\n\r\n" + body +
           "\r\n";
}

std::set<std::string> flags_of(const MailSummary& mail) {
    auto flags = mail.flags;
    flags.erase("\\Recent");
    return flags;
}

bool lies_in(Play& play, const std::string& folder, const std::string& words) {
    const auto mails = play.lying("manager", folder);
    return std::any_of(mails.begin(), mails.end(),
                       [&](const MailSummary& each) { return each.header.find(words) != std::string::npos; });
}

}

TEST_CASE("a body is fetched only for a token, a sender on the roster, a bounce or our folder") {
    Play play;
    play.send_raw("stranger", "manager@example.test",
                  mail("stranger@example.test", "Invoice", "a secret word"));
    play.settle();
    const auto kept = [&] { return play.count("SELECT count(*) FROM bodies"); };
    CHECK(play.count("SELECT count(*) FROM inbox WHERE verdict = 'ignored'") == 1);
    CHECK(kept() == 0);
    play.send_raw("kate.doyle", "manager@example.test",
                  mail("kate.doyle@example.test", "Dinner", "on Friday"));
    play.settle();
    CHECK(play.count("SELECT count(*) FROM inbox") == 2);
    const auto invitation = invitation_after_match(play);
    play.reply("stranger", invitation, "ACCEPT");  // a token
    play.settle();
    CHECK(play.count("SELECT count(*) FROM inbox WHERE sender = 'stranger@example.test' AND parts > 0") == 1);
}

TEST_CASE("of other mail only UID and hash are kept, and it stays exactly as it was") {
    Play play;
    play.send_raw("stranger", "manager@example.test",
                  mail("stranger@example.test", "Invoice 4711", "Please pay."));
    play.settle();
    CHECK(play.count("SELECT count(*) FROM inbox WHERE sender = '' AND message_id = '' AND parts = 0") == 1);
    const auto mails = play.lying("manager", "INBOX");
    REQUIRE(mails.size() == 1);
    CHECK(flags_of(mails.front()).empty());
}

TEST_CASE("a first start begins with what is new, or on the day that was asked for") {
    const bool since = GENERATE(false, true);
    PlayOptions options;
    options.start_daemon = false;
    if (since) options.more_of_mailbox = "since = 2026-01-01\n";
    Play play(options);
    play.write("anna.bergen", "Mentor request", sample_request);
    play.await_arrival("manager");
    play.start_daemon();
    if (since) play.letter("anna.bergen", "crisis");
    play.write("beth.carver", "Mentor request", "Dear Marie, I would like to ask for a mentor. Beth");
    play.letter("beth.carver", "crisis");
    CHECK(play.others("anna.bergen").empty());
}

TEST_CASE("what was dealt with bears our keyword in our own folder, unseen") {
    Play play;
    review_after_request(play);
    play.settle();
    CHECK_FALSE(lies_in(play, "INBOX", "Subject: Mentor request"));
    const auto mails = play.lying("manager", done);
    REQUIRE(mails.size() == 1);
    CHECK(flags_of(mails.front()) == std::set<std::string>{"$Mentord"});
}

TEST_CASE("what was dealt with is erased after its time, and nothing that somebody else laid there") {
    // The server dates by the true clock.
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    PlayOptions options;
    options.begins = today + std::chrono::hours{15};
    Play play(options);
    play.write("anna.bergen", "Mentor request", sample_request);
    play.letter("anna.bergen", "crisis");
    play.settle();
    play.lay_in("manager", "Mentoring.Done", mail("kate.doyle@example.test", "Board dinner", "on Friday"));
    play.turn_clock(std::chrono::days{29});
    play.settle();
    CHECK(play.lying("manager", done).size() == 2);
    play.turn_clock(std::chrono::days{3});
    for (int glance = 0; glance < 500 && play.lying("manager", done).size() > 1; ++glance) usleep(20'000);
    const auto left = play.lying("manager", done);
    REQUIRE(left.size() == 1);
    CHECK_THAT(left.front().header, Catch::Contains("Board dinner"));
}

TEST_CASE("mail that asks for nothing of ours stays where it is, also from the roster") {
    Play play;
    play.write("kate.doyle", "Board dinner", "Hi Marie, can you bring the slides to the board dinner? Kate");
    play.settle();
    CHECK(lies_in(play, "INBOX", "Board dinner"));
    CHECK_FALSE(lies_in(play, done, "Board dinner"));
    for (const auto& each : play.lying("manager", "INBOX")) CHECK(flags_of(each).empty());
}

TEST_CASE("moves are rows: what a dead daemon left undone is done by the next, once") {
    Play play;
    const auto invitation = invitation_after_match(play);
    play.host().stop();
    play.kill_daemon();
    play.host().start();
    play.reply("bea.romano", invitation, "ACCEPT");
    play.start_daemon();
    play.letter("bea.romano", "thank you");
    play.settle();
    CHECK(play.count("SELECT count(*) FROM moves WHERE state <> 'done'") == 0);
    CHECK(lies_in(play, done, "From: bea.romano"));
    CHECK(play.lying("manager", done).size() == 3);
}

TEST_CASE("a mailbox numbered anew is resumed by day and hash, and nothing is answered twice") {
    Play play;
    const auto invitation = invitation_after_match(play);
    play.write("kate.doyle", "Board dinner", "Hi Marie, can you bring the slides to the board dinner? Kate");
    play.settle();
    play.stop_daemon();
    play.host().stop();
    for (const auto* each : {"dovecot-uidlist", "dovecot.index", "dovecot.index.cache", "dovecot.index.log",
                             "dovecot-uidvalidity"})
        std::filesystem::remove(play.host().folder() / "mail/example.test/manager" / each);
    play.host().start();
    play.start_daemon();
    CHECK(play.count("SELECT count(DISTINCT uid_validity) FROM inbox WHERE folder = 'INBOX'") == 2);
    for (const auto* each : {"anna.bergen", "ruth.ames", "bea.romano", "kate.doyle"})
        CHECK(play.others(each).empty());
    play.reply("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
}

TEST_CASE("our token is found in the junk folder, and other junk stays there") {
    Play play;
    const auto invitation = invitation_after_match(play);
    play.lay_in("manager", "Junk",
                "From: bea.romano@example.test\r\nTo: " + invitation.reply_to + "\r\nSubject: Re: " +
                    invitation.subject + "\r\nMessage-ID: <junk@example.test>\r\n\r\nACCEPT\r\n");
    play.lay_in("manager", "Junk",
                mail("kate.doyle@example.test", "Cheap watches", "I would like to ask for a mentor"));
    play.letter("bea.romano", "thank you");
    play.settle();
    CHECK(play.others("kate.doyle").empty());
    CHECK(lies_in(play, "Junk", "Cheap watches"));
}
