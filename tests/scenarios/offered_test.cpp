// SPDX-License-Identifier: MIT
// Every letter of every transcript: what it offers is read back as exactly that, among all that its reader
// may say at that moment; and the letter itself, quoted back without a mark, says nothing.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "daemon/letters/render.h"
#include "daemon/mail/fold.h"
#include "daemon/settings/letter_files.h"
#include "daemon/settings/word_files.h"
#include "tests/scenarios/play.h"
#include "workflow/reading/answer.h"
#include "workflow/reading/reply_text.h"

namespace mentoring {

namespace {

namespace fs = std::filesystem;

// What a person adds behind a word that carries something.
const std::map<Takes, std::string> added = {
    {Takes::mentors, " 1"},           {Takes::text, " Would video calls suit you?"},
    {Takes::meeting, " NOVEMBER 27"}, {Takes::date, " UNTIL MARCH 1"},
    {Takes::rhythm, ", monthly"},     {Takes::person, " Dr. Bea Romano"}};

struct Offered {
    Vocabulary vocabulary;
    LetterSet letters;

    Offered() {
        Faults faults;
        vocabulary = load_words(std::string(TESTS_FOLDER) + "/../config/words", fold, faults);
        letters = load_letters(std::string(TESTS_FOLDER) + "/../templates", balance().name, faults);
        REQUIRE_FALSE(any_fault(faults));
    }
};

std::vector<PlayedLetter> all_letters() {
    std::vector<PlayedLetter> letters;
    Coverage covered;
    for (const auto& each : fs::directory_iterator(std::string(TESTS_FOLDER) + "/scenarios")) {
        if (each.path().extension() != ".txt") continue;
        std::ostringstream text;
        text << std::ifstream(each.path()).rdbuf();
        play(text.str(), covered, letters);
    }
    return letters;
}

bool is_typed(const std::string& label) {
    return std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool offers(const LetterTemplate& source, const std::string& intent) {
    const auto& only = source.offers;
    return only.empty() || std::find(only.begin(), only.end(), intent) != only.end();
}

// One of a kind: the same letter with the same choices in the same situation.
std::string kind_of(const PlayedLetter& played) {
    auto text = played.letter.name + " " + played.asked->question.situation;
    for (const auto& each : played.letter.choices) text += " " + each.intent;
    for (const auto& each : played.asked->question.choices) text += " " + each.intent;
    return text;
}

std::vector<PlayedLetter> one_of_each_kind() {
    std::vector<PlayedLetter> found;
    std::set<std::string> seen;
    for (auto& each : all_letters())
        if (each.asked && seen.insert(kind_of(each)).second) found.push_back(std::move(each));
    return found;
}

}

TEST_CASE("what a letter offers is read as that, among all that may be said at that moment") {
    const Offered offered;
    int tried = 0;
    for (const auto& [letter, asked] : one_of_each_kind()) {
        const auto& source = offered.letters.letters.at(letter.name);
        auto question = asked->question;
        question.today = Date{std::chrono::year{2026} / 11 / 30};
        for (const auto& choice : letter.choices) {
            const auto words = source.answers.find(choice.intent);
            if (words == source.answers.end() || !offers(source, choice.intent)) continue;
            if (!is_typed(words->second.label)) continue;
            const auto more = added.find(choice.takes);
            const auto text = words->second.label + (more == added.end() ? "" : more->second);
            const auto answer = read_answer(offered.vocabulary, fold, question, text);
            INFO(letter.name << " in " << question.situation << " to " << question.role << ": " << text
                             << " is read as " << answer.intent << " (" << answer.doubt << ")");
            CHECK(answer.clarity == Clarity::clear);
            CHECK(answer.intent == choice.intent);
            ++tried;
        }
    }
    CHECK(tried > 500);
}

TEST_CASE("a letter that comes back without a mark says nothing") {
    const Offered offered;
    RenderContext context;
    context.answer_address = "manager@example.org";
    context.layout = offered.letters.layout;
    for (const auto& [letter, asked] : one_of_each_kind()) {
        const auto text = render(offered.letters.letters.at(letter.name), letter, context).text;
        const auto reply = reply_text("Dear all,\n\n" + text, OwnLetters({text}));
        const auto answer =
            read_answer(offered.vocabulary, fold, asked->question, reply.words, reply.inline_answers);
        INFO(letter.name << " in " << asked->question.situation << ": " << reply.words << " is read as "
                         << answer.intent);
        CHECK(answer.clarity != Clarity::clear);
    }
}

}
