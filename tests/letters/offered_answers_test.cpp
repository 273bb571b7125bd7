// SPDX-License-Identifier: MIT
// What a letter offers is understood when it comes back.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "daemon/mail/fold.h"
#include "daemon/settings/letter_files.h"
#include "daemon/settings/word_files.h"
#include "workflow/reading/answer.h"

using namespace mentoring;

namespace {

namespace fs = std::filesystem;

const fs::path root = fs::path(TESTS_FOLDER) / "..";

struct Said {
    Takes takes = Takes::nothing;
    std::string more;  // what the person adds behind the word
};

// How the answers that carry something are completed.
const std::map<std::string, Said> completed = {
    {"match", {Takes::mentors, " 1 2"}},
    {"ask", {Takes::text, " Would video calls suit you?"}},
    {"change", {Takes::text, " Every three weeks would suit me better."}},
    {"close", {Takes::text, " We made a plan for the first half year."}},
    {"concern", {Takes::text, " I would like to talk about the start."}},
    {"met", {Takes::meeting, " LAST TUESDAY, VIDEO"}},
    {"pause", {Takes::date, " FOR SIX WEEKS"}},
    {"for", {Takes::person, " Dr. Dana Whitfield"}},
    {"she-is", {Takes::person, " Dr. Dana Whitfield"}},
    {"decline", {Takes::reason, ""}},
    {"object", {Takes::reason, ""}},
    {"agree", {Takes::rhythm, ", monthly, until June"}}};

Question question_for(const std::string& intent, const std::string& label, Takes takes) {
    Question question;
    question.situation = "letter";
    question.role = "member";
    question.choices = {{intent, takes, label == "YES", label == "NO"}};
    question.candidates = {{PersonId{1}, "Dr. Ada Lindqvist"}, {PersonId{2}, "Dr. Bea Romano"}};
    question.roster = {{PersonId{4}, "Dr. Dana Whitfield"}};
    question.today = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{22}};
    return question;
}

bool is_typed(const std::string& label) {
    return std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}

TEST_CASE("every answer that a letter offers is understood as what it was offered for") {
    Faults faults;
    const auto vocabulary = load_words(root / "config" / "words", fold, faults);
    const auto set = load_letters(root / "templates", "balance", faults);
    for (const auto& fault : faults) INFO(to_string(fault));
    REQUIRE_FALSE(any_fault(faults));
    std::set<std::pair<std::string, std::string>> tried;
    for (const auto& [name, source] : set.letters) {
        for (const auto& [intent, words] : source.answers) {
            const bool yes_or_no = words.label == "YES" || words.label == "NO";
            if (!is_typed(words.label) || intent == "no" || !tried.insert({intent, words.label}).second)
                continue;
            const auto found = completed.find(intent);
            const bool completes = found != completed.end() && !yes_or_no;
            const auto text = words.label + (completes ? found->second.more : "");
            const auto takes = completes ? found->second.takes : Takes::nothing;
            const auto answer = read_answer(vocabulary, fold, question_for(intent, words.label, takes), text);
            INFO(name << ": " << intent << ": " << text << " (" << answer.doubt << ")");
            CHECK(answer.clarity == Clarity::clear);
            CHECK(answer.intent == intent);
        }
    }
    CHECK(tried.size() > 30);
}
