// SPDX-License-Identifier: MIT
#include "daemon/stations/understand.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

using namespace mentoring;

namespace {

// NAME.expect: "kind: human", and blocks whose lines are indented by two blanks: "words:", "under:",
// "answered:".
struct Expectation {
    std::map<std::string, std::string> values;
    std::vector<QuotedAnswer> inline_answers;
};

std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

void take_block(Expectation& expectation, const std::string& name, const std::string& text) {
    if (name == "under")
        expectation.inline_answers.push_back({text, {}});
    else if (name == "answered")
        expectation.inline_answers.back().answer = text;
    else
        expectation.values[name] = text;
}

Expectation expectation_from(const std::filesystem::path& path) {
    Expectation expectation;
    std::ifstream in(path);
    std::string block;
    std::string text;
    const auto finish = [&] {
        if (!block.empty()) take_block(expectation, block, text.substr(0, text.find_last_not_of('\n') + 1));
        block.clear();
        text.clear();
    };
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with("  ")) {
            text += (line.empty() ? line : line.substr(2)) + "\n";
            continue;
        }
        finish();
        const auto colon = line.find(':');
        if (colon + 1 == line.size())
            block = line.substr(0, colon);
        else
            expectation.values[line.substr(0, colon)] = line.substr(colon + 2);
    }
    finish();
    return expectation;
}

std::string with_crlf(const std::string& text) {
    std::string out;
    for (const char octet : text) out += octet == '\n' ? std::string("\r\n") : std::string(1, octet);
    return out;
}

void check_bounce(const Expectation& expected, const Understood& understood) {
    const auto& values = expected.values;
    if (!values.contains("bounced")) return;
    REQUIRE(understood.bounce);
    REQUIRE(understood.bounce->recipients.size() == 1);
    CHECK(understood.bounce->recipients.front().address == values.at("bounced"));
    CHECK((understood.bounce->permanence == Permanence::permanent ? "yes" : "no") == values.at("permanent"));
    if (values.contains("status")) CHECK(understood.bounce->status == values.at("status"));
}

void check(const Expectation& expected, const Understood& understood) {
    const auto& values = expected.values;
    CHECK(name_of(understood.kind.kind) == values.at("kind"));
    if (values.contains("words")) CHECK(understood.reply.words == values.at("words"));
    if (values.contains("visible")) CHECK(understood.reply.visible == values.at("visible"));
    if (values.contains("back"))
        CHECK((understood.back ? iso_date(*understood.back) : "none") == values.at("back"));
    check_bounce(expected, understood);
    if (expected.inline_answers.empty()) return;
    REQUIRE(understood.reply.inline_answers.size() == expected.inline_answers.size());
    for (std::size_t at = 0; at < expected.inline_answers.size(); ++at) {
        CHECK(understood.reply.inline_answers[at].question == expected.inline_answers[at].question);
        CHECK(understood.reply.inline_answers[at].answer == expected.inline_answers[at].answer);
    }
}

std::vector<std::filesystem::path> own_mails() {
    std::vector<std::filesystem::path> mails;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(TESTS_FOLDER) + "/mail/own"))
        if (entry.path().extension() == ".eml") mails.push_back(entry.path());
    std::sort(mails.begin(), mails.end());
    return mails;
}

OurSide received_in_may() {
    OurSide ours;
    ours.today = *date_from_iso("2026-05-04");
    return ours;
}

}

TEST_CASE("Every mail of ours is understood as expected, with LF and with CRLF") {
    const auto mails = own_mails();
    REQUIRE(mails.size() >= 150);
    for (const auto& path : mails) {
        auto expected_path = path;
        const auto expected = expectation_from(expected_path.replace_extension(".expect"));
        REQUIRE_FALSE(file_text(expected_path).empty());
        const auto raw = file_text(path);
        CAPTURE(path.filename().string());
        OurSide ours = received_in_may();
        if (raw.find("Dec 2026") != std::string::npos) ours.today = *date_from_iso("2026-12-21");
        check(expected, understand(std::string_view(raw), ours));
        CAPTURE("CRLF");
        check(expected, understand(std::string_view(with_crlf(raw)), ours));
    }
}

TEST_CASE("Our own mail that comes back is known by its loop field, Message-ID or address") {
    OurSide ours = received_in_may();
    ours.signs = {"X-Balance-Loop", {"balance.example.org"}, {"balance@example.org"}};
    const auto kind = [&](const std::string& head) {
        return understand(std::string_view(head + "\n\nYes.\n"), ours).kind.kind;
    };
    CHECK(kind("From: ada@example.org\nX-Balance-Loop: 1") == Kind::own);
    CHECK(kind("From: ada@example.org\nMessage-ID: <1@balance.example.org>") == Kind::own);
    CHECK(kind("From: Balance <BALANCE@example.org>") == Kind::own);
    CHECK(kind("From: ada@example.org\nMessage-ID: <1@example.org>") == Kind::human);
}

TEST_CASE("An answer that came through a list is its writer's where it bears our token") {
    const std::string raw =
        "From: Ada <ada@example.org>\nList-Id: <surgery.example.org>\nPrecedence: list\nSubject: Re: A "
        "mentee\n\nYes.\n";
    OurSide ours = received_in_may();
    CHECK(understand(std::string_view(raw), ours).kind.kind == Kind::list);
    ours.token = OurToken::borne;
    CHECK(understand(std::string_view(raw), ours).kind.kind == Kind::human);
}

TEST_CASE("An unreadable mail is a kind with its reason") {
    const std::string huge(20'000'000, 'a');
    const auto understood = understand(std::string_view(huge), received_in_may());
    CHECK(understood.kind.kind == Kind::unreadable);
    CHECK_FALSE(understood.kind.why.empty());
}
