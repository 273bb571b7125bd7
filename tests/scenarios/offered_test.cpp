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
#include "tests/whole/link.h"
#include "workflow/reading/answer.h"
#include "workflow/reading/form.h"
#include "workflow/reading/reply_text.h"

namespace mentoring {

namespace {

namespace fs = std::filesystem;

// What a person adds behind a word that carries something.
const std::map<Takes, std::string> added = {{Takes::mentors, " 1"},
                                            {Takes::text, " Would video calls suit you?"},
                                            {Takes::meeting, " LAST TUESDAY, VIDEO"},
                                            {Takes::date, " FOR SIX WEEKS"},
                                            {Takes::rhythm, ", monthly"},
                                            {Takes::person, " Dr. Bea Romano"}};

constexpr auto answer_address = "manager+k7f3m2qak7f3m2qak7f3m2qak7f3m2qa@example.org";
constexpr auto answer_subject = "Balance 2026-014-k7f3m2qa";

struct Offered {
    Vocabulary vocabulary;
    LetterSet letters;

    Offered() {
        Faults faults;
        vocabulary = load_words(std::string(TESTS_FOLDER) + "/../config/words", fold, faults);
        letters = load_letters(std::string(TESTS_FOLDER) + "/../templates", balance().name, faults);
        REQUIRE_FALSE(any_fault(faults));
    }
    RenderContext context() const {
        RenderContext context;
        context.answer_address = answer_address;
        context.answer_subject = answer_subject;
        context.layout = letters.layout;
        return context;
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

// What a phone sends when that link was tapped and `words` were typed behind what it had filled in.
Answer read_back(const Offered& offered, Question question, const std::string& body,
                 const std::string& words = {}) {
    question.today = Date{std::chrono::year{2026} / 11 / 30};
    const auto reply = reply_text(body + words + "\n\nSent from my phone\n");
    return read_answer(offered.vocabulary, fold, question, reply.words, reply.inline_answers);
}

// The answers that may be given now and are offered by these words: one of them.
std::vector<Choice> named_by(const LetterTemplate& source, const Question& question,
                             const std::string& label) {
    std::vector<Choice> named;
    for (const auto& choice : question.choices)
        if (const auto words = source.answers.find(choice.intent);
            words != source.answers.end() && words->second.label == label)
            named.push_back(choice);
    return named;
}

void expect_answer(const Offered& offered, const LetterTemplate& source, const Question& question,
                   const std::string& body) {
    const bool numbered = body.find_first_of("0123456789") != std::string::npos;  // MATCH 1
    const auto named = named_by(source, question, numbered ? body.substr(0, body.find(' ')) : body);
    CHECK(named.size() == 1);
    if (named.empty()) return;
    const auto more = added.find(named.front().takes);
    const auto answer =
        read_back(offered, question, body, numbered || more == added.end() ? "" : more->second);
    INFO("read as " << answer.intent << " (" << answer.doubt << ")");
    CHECK(answer.clarity == Clarity::clear);
    CHECK(answer.intent == named.front().intent);
}

// The lines of a form come back as its fields, each with what was written behind it. Whether it was one.
bool expect_form(const Offered& offered, const Question& question, const std::string& body) {
    if (body.empty()) return false;
    std::string filled;
    for (const char c : body) filled += c == ':' ? std::string(": 4") : std::string(1, c);
    const bool rates = std::any_of(question.choices.begin(), question.choices.end(),
                                   [](const Choice& each) { return each.takes == Takes::ratings; });
    if (rates) {
        const auto answer = read_back(offered, question, filled);
        CHECK(answer.clarity == Clarity::clear);
        CHECK(answer.arguments.ratings.size() == question.rated.size());
    } else {
        const auto read = read_form(question.form, fold, reply_text(filled).words, {}, question.known);
        CHECK(read.missing.empty());
        CHECK(read.unplaced.empty());
    }
    return true;
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

TEST_CASE("what stands on a link is what its mail is read as, among all that may be said at that moment") {
    const Offered offered;
    int tried = 0, filled_in = 0;
    for (const auto& [letter, asked] : one_of_each_kind()) {
        const auto& source = offered.letters.letters.at(letter.name);
        const auto html = render(source, letter, offered.context()).html;
        for (const auto& link : links_in(html)) {
            INFO(letter.name << " in " << asked->question.situation << " to " << asked->question.role << ": "
                             << link.label);
            CHECK(link.address == answer_address);
            CHECK(link.subject == answer_subject);
            if (!is_typed(link.label)) {
                filled_in += expect_form(offered, asked->question, link.body);
                continue;
            }
            CHECK(link.body == link.label);
            expect_answer(offered, source, asked->question, link.body);
            ++tried;
        }
    }
    CHECK(tried > 500);
    CHECK(filled_in > 5);
}

TEST_CASE("a letter that comes back without a mark says nothing") {
    const Offered offered;
    const auto context = offered.context();
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
