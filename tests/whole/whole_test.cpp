// SPDX-License-Identifier: MIT
// Whole runs over real servers: what a programme lives through beside the happy way. Each begins with a mail
// host, a roster and a daemon of its own.
#include <catch2/catch.hpp>

#include <sstream>

#include "tests/whole/steps.h"
#include "tests/whole/story.h"

using namespace mentoring;
using namespace std::chrono_literals;

TEST_CASE("a whole case is carried from the first mail to the president's digest") {
    Play play;
    std::ostringstream told;
    Story story(play, told, {});
    tell_the_whole_case(story);
    play.stop_daemon();
}

TEST_CASE("without sub-addresses the same case is carried by subjects and references") {
    PlayOptions options;
    options.sub_addresses = MailHost::SubAddresses::none;
    Play play(options);
    std::ostringstream told;
    Story story(play, told, {});
    tell_the_whole_case(story);
    play.stop_daemon();
}

TEST_CASE("a daemon that is killed in mid-case goes on where it was") {
    Play play;
    const auto invitation = invitation_after_match(play);
    play.kill_daemon();
    play.reply("bea.romano", invitation, "ACCEPT");
    play.start_daemon();
    play.letter("bea.romano", "thank you");
    play.turn(25min);
    play.letter("anna.bergen", "Bea Romano");
    CHECK(play.others("bea.romano").empty());
}

TEST_CASE("a mail server that restarts in mid-case is waited for") {
    Play play;
    const auto invitation = invitation_after_match(play);
    play.host().stop();
    play.host().start();
    play.reply("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
}

TEST_CASE("the same mail twice is one answer") {
    Play play;
    const auto invitation = invitation_after_match(play);
    const std::string mail =
        "From: bea.romano@example.test\r\nTo: " + invitation.reply_to +
        "\r\nSubject: Re: " + invitation.subject +
        "\r\nMessage-ID: <twice@example.test>\r\nDate: Mon, 23 Nov 2026 16:00:00 +0000\r\n\r\nACCEPT\r\n";
    play.send_raw("bea.romano", invitation.reply_to, mail);
    play.send_raw("bea.romano", invitation.reply_to, mail);
    play.letter("bea.romano", "thank you");
    play.settle();
    CHECK(play.others("bea.romano").empty());
}

TEST_CASE("of two conflicting answers the first counts, and the later hears who decided what and when") {
    Play play;
    const auto invitation = invitation_after_match(play);
    play.tap("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
    play.tap("bea.romano", invitation, "DECLINE");
    const auto late = play.letter("bea.romano", "settled already").text;
    CHECK_THAT(late, Catch::Contains("You answered “ACCEPT” on Monday, November 23"));
    play.turn(25min);
    play.letter("anna.bergen", "Bea Romano");
}

TEST_CASE("an answer that crossed the deputy's hears that she decided, and when") {
    Play play;
    const auto review = review_after_request(play);
    play.reply("ruth.ames", review, "PASS");
    const auto passed = play.letter("ines.moreau", "Dr. Anna Bergen");
    play.tap("ines.moreau", passed, "MATCH");
    play.settle();
    play.reply("ruth.ames", review, "DECLINE");
    const auto late = play.letter("ruth.ames", "settled already").text;
    CHECK_THAT(late, Catch::Contains("Dr. Ines Moreau answered “MATCH” on Monday, November 23"));
}

TEST_CASE("an absence moves nothing") {
    Play play;
    const auto invitation = invitation_after_match(play);
    play.send_raw("bea.romano", invitation.reply_to,
                  "From: bea.romano@example.test\r\nTo: " + invitation.reply_to +
                      "\r\nSubject: Automatic reply: " + invitation.subject +
                      "\r\nAuto-Submitted: auto-replied\r\nMessage-ID: <away@example.test>\r\n"
                      "Date: Mon, 23 Nov 2026 16:00:00 +0000\r\n\r\nYes, I am away until December 1.\r\n");
    play.settle();
    CHECK(play.others("bea.romano").empty());
    play.tap("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
}

TEST_CASE("a stranger with a stolen code moves nothing, and the manager hears of it") {
    Play play;
    const auto review = review_after_request(play);
    play.reply("eve", review, "MATCH 1");
    const auto held = play.letter("manager", "eve@example.test");
    CHECK(held.text.find("MATCH") == std::string::npos);
    play.settle();
    CHECK(play.others("eve").empty());
    CHECK(play.others("ada.lindqvist").empty());
    play.reply("ruth.ames", review, "MATCH 1");
    play.letter("ruth.ames", "You matched");
}

TEST_CASE("mail that has nothing to do with mentoring stays as it is") {
    Play play;
    play.write("kate.doyle", "Board dinner", "Hi Marie, can you bring the slides to the board dinner? Kate");
    play.write("stranger", "Invoice 4711", "Please find our invoice attached.");
    play.settle();
    CHECK(play.others("kate.doyle").empty());
    CHECK(play.others("stranger").empty());
    CHECK(play.others("manager").size() == 2);
}

TEST_CASE("a letter that bounces moves the wait to the deputy") {
    Play play;
    const auto review = review_after_request(play);
    play.send_raw(
        "stranger", "manager@example.test",
        "From: MAILER-DAEMON@example.test\r\nTo: manager@example.test\r\nSubject: Undelivered Mail Returned "
        "to "
        "Sender\r\nMessage-ID: <bounce@example.test>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; "
        "report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nIt could not "
        "be "
        "delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; "
        "mail.example.test\r\n\r\nFinal-Recipient: rfc822; ruth.ames@example.test\r\nAction: "
        "failed\r\nStatus: "
        "5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <" +
            review.message_id + ">\r\nSubject: x\r\n\r\n--b--\r\n");
    play.letter("ines.moreau", "Dr. Anna Bergen");
}
