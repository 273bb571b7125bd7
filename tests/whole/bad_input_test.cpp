// SPDX-License-Identifier: MIT
// Mail that cannot be read, is too large, or has already ended a process: it is set aside and said, and the
// next one is worked on.
#include <catch2/catch.hpp>

#include "tests/whole/steps.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

std::string header(const std::string& from, const std::string& to, const std::string& more) {
    return "From: " + from + "@example.test\r\nTo: " + to + "\r\nSubject: Mentor request\r\n" + more;
}

std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "A line of a file that somebody has pasted into her mail.\r\n";
    return text;
}

// Boundaries that open and never close, deeper than anybody writes.
std::string nested_mail(const std::string& from) {
    std::string mail =
        header(from, "manager@example.test", "Message-ID: <deep@example.test>\r\nMIME-Version: 1.0\r\n");
    for (int depth = 0; depth < 200; ++depth)
        mail += "Content-Type: multipart/mixed; boundary=b" + std::to_string(depth) + "\r\n\r\n--b" +
                std::to_string(depth) + "\r\n";
    return mail + "Content-Type: text/plain\r\n\r\nDeep down.\r\n";
}

}

TEST_CASE("an unreadable mail is quarantined and announced, and the next one is worked on") {
    Play play;
    play.send_raw("kate.doyle", "manager@example.test", nested_mail("kate.doyle"));
    play.letter("manager", "kate.doyle@example.test");
    CHECK_THAT(play.command({"held", "list"}), Catch::Contains("quarantined"));
    const auto invitation = invitation_after_match(play);
    CHECK(play.others("kate.doyle").empty());

    // Who answers a letter of ours is told herself.
    auto answer = nested_mail("bea.romano");
    answer.replace(answer.find("manager@example.test"), 20, invitation.reply_to);
    play.send_raw("bea.romano", invitation.reply_to, answer);
    play.letter("bea.romano", "could not be read");
}

TEST_CASE("a mail over the size limit is not downloaded; its sender and the manager are told") {
    PlayOptions options;
    options.size_max = "64 KB";
    Play play(options);
    const auto invitation = invitation_after_match(play);
    const auto large = header("bea.romano", invitation.reply_to, "Message-ID: <large@example.test>\r\n\r\n") +
                       "ACCEPT\r\n" + lines(2000);
    play.send_raw("bea.romano", invitation.reply_to, large);
    play.letter("bea.romano", "too large");
    play.letter("manager", "bea.romano@example.test");
    CHECK_THAT(play.command({"case", "show", "2026-001"}), Catch::Contains("inviting"));
    play.tap("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
}

TEST_CASE("a stranger's mail over the size limit stays as it is; the manager hears only of one that asks") {
    PlayOptions options;
    options.size_max = "64 KB";
    Play play(options);
    const auto large = [](const std::string& subject) {
        return "From: stranger@example.test\r\nTo: manager@example.test\r\nSubject: " + subject + "\r\n\r\n" +
               lines(2000);
    };
    play.send_raw("stranger", "manager@example.test", large("Slides"));
    play.send_raw("stranger", "manager@example.test", large("I would like to ask for a mentor"));
    play.letter("manager", "stranger@example.test");
    play.settle();
    CHECK(play.others("stranger").empty());
    CHECK(play.others("manager").size() == 2);
}
