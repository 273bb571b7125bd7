// SPDX-License-Identifier: MIT
// Every answer that a letter offers, once as a reply with quotation from the account we write to, and once
// through the letter's link from a person's second account.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/whole/courses.h"
#include "tests/whole/steps.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

enum class Means { reply, link_from_second_account };

// "ada.lindqvist" → "Ada Lindqvist"
std::string spoken_name(std::string person) {
    std::replace(person.begin(), person.end(), '.', ' ');
    for (std::size_t i = 0; i < person.size(); ++i)
        if (i == 0 || person[i - 1] == ' ') person[i] = static_cast<char>(std::toupper(person[i]));
    return person;
}

// Several cases side by side: each round everybody whose letter has come answers it.
class Walk {
public:
    Walk(std::vector<Course> courses, Means means) : courses_(std::move(courses)), means_(means) {}

    void go() {
        for (const auto& each : courses_) open(each);
        play_.turn(25min);
        for (std::size_t round = 0; take_turns(round); ++round) play_.turn(25min);
        play_.settle();
        for (const auto& each : courses_) expect_no_doubt(each);
        CHECK_THAT(play_.command({"held", "list"}), Catch::Contains("No "));
    }

private:
    void open(const Course& course) {
        play_.write(course.member, "Mentor request", "Dear Marie, I would like to ask for a mentor.");
        const auto receipt = play_.letter(course.member, "crisis");
        const auto number = receipt.subject.substr(receipt.subject.find("2026-"), 8);
        numbers_.push_back(number);
        if (const auto& first = course.turns.front(); !first.answer.empty()) answer(course, first, receipt);
    }

    bool take_turns(std::size_t round) {
        bool more = false;
        for (std::size_t i = 0; i < courses_.size(); ++i) {
            const auto& course = courses_[i];
            if (round + 1 >= course.turns.size()) continue;
            const auto& turn = course.turns[round + 1];
            INFO(course.name + ": " + turn.who + ", " + turn.letter + ", " + turn.answer);
            const auto letter = letter_of(course, turn, numbers_[i]);
            if (!turn.answer.empty()) answer(course, turn, letter);
            more = more || round + 2 < course.turns.size();
        }
        return more;
    }

    ReadLetter letter_of(const Course& course, const Turn& turn, const std::string& number) {
        try {
            return play_.letter(person(course, turn), turn.letter, number);
        } catch (const std::runtime_error& failure) {
            throw std::runtime_error(course.name + ": " + failure.what());
        }
    }

    void answer(const Course& course, const Turn& turn, const ReadLetter& letter) {
        auto words = turn.words;
        if (words == "{mentor}") words = spoken_name(course.mentor);
        const bool label = turn.answer != "form" && turn.answer != "own words";
        if (means_ == Means::link_from_second_account)
            return play_.tap(Play::second_account(person(course, turn)), letter, turn.answer, words);
        play_.reply(person(course, turn), letter, label ? turn.answer + " " + words : words);
    }

    void expect_no_doubt(const Course& course) {
        for (const auto& person : {course.member, course.mentor, std::string("ruth.ames")})
            for (const auto& letter : play_.others(person)) {
                INFO(course.name + ", " + person + ": " + letter.text);
                CHECK_THAT(letter.subject,
                           !Catch::Contains("to be sure") && !Catch::Contains("settled already"));
            }
    }

    static std::string person(const Course& course, const Turn& turn) {
        return turn.who == "member" ? course.member : turn.who == "mentor" ? course.mentor : turn.who;
    }

    static PlayOptions options() {
        PlayOptions options;
        options.second_accounts = true;
        // Working hours from one coast to the other, for as many rounds as a course has turns.
        options.begins = std::chrono::sys_days{std::chrono::November / 23 / 2026} + 17h;
        return options;
    }

    std::vector<Course> courses_;
    Means means_;
    Play play_{options()};
    std::vector<std::string> numbers_;
};

}

TEST_CASE("every answer on the way to a mentor, as a reply and through the link from a second account") {
    const auto means = GENERATE(Means::reply, Means::link_from_second_account);
    Walk(courses_to_a_mentor(), means).go();
}

TEST_CASE("every answer with a mentor, as a reply and through the link from a second account") {
    const auto means = GENERATE(Means::reply, Means::link_from_second_account);
    Walk(courses_with_a_mentor(), means).go();
}

TEST_CASE("every answer that is welcome at any time, as a reply and through the link from a second account") {
    const auto means = GENERATE(Means::reply, Means::link_from_second_account);
    Walk(courses_beside(), means).go();
}

TEST_CASE("an account that is not hers moves nothing, and the manager hears of it") {
    Play play;
    const auto introduction = introduction_after_yes(play);
    play.tap("anna.at.home", introduction, "YES");
    play.letter("manager", "anna.at.home@example.test");
    play.turn(25min);
    CHECK(play.others("anna.at.home").empty());
    CHECK(play.others("bea.romano").empty());
    play.tap("anna.bergen", introduction, "YES");
    play.turn(25min);
    play.letter("bea.romano", "Anna Bergen");
}
