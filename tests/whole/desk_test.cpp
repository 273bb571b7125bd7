// SPDX-License-Identifier: MIT
// Every answer to a question of the front desk, once as a reply with quotation from the account we write to,
// and once through the letter's link from a person's second account.
#include <catch2/catch.hpp>

#include "tests/whole/desk_courses.h"
#include "tests/whole/given.h"
#include "tests/whole/play.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

enum class Means { reply, link_from_second_account };

PlayOptions with_second_accounts() {
    PlayOptions options;
    options.second_accounts = true;
    options.begins = std::chrono::sys_days{std::chrono::November / 23 / 2026} + 17h;  // at work on each coast
    return options;
}

std::string number_in(const ReadLetter& letter) {
    const auto at = letter.text.find("2026-");
    return at == std::string::npos ? std::string() : letter.text.substr(at, 8);
}

// One course after the other, so that a letter belongs to the one that is played.
class DeskWalk {
public:
    explicit DeskWalk(Means means) : means_(means) {}

    std::set<std::string> go() {
        for (const auto& each : desk_courses()) walk(each);
        CHECK_THAT(play_.command({"held", "list"}), Catch::Contains("No "));
        play_.stop_daemon();
        return desk_choices_taken(play_.folder());
    }

private:
    void walk(const DeskCourse& course) {
        INFO(course.name);
        for (const auto& each : course.mails) write(each);
        for (const auto& each : course.turns) take_turn(course, each);
        play_.settle();
        for (const auto& each : course.turns)
            for (const auto& letter : play_.others(each.who)) {
                INFO(each.who + ": " + letter.text);
                CHECK_THAT(letter.subject, !Catch::Contains("to be sure"));
            }
    }

    void write(const StrayMail& mail) {
        if (mail.answers.empty())
            play_.write(mail.who, mail.subject, mail.body, mail.to);
        else
            play_.reply(mail.who, play_.letter(mail.answers), mail.body);
        play_.settle();
    }

    void take_turn(const DeskCourse& course, const Turn& turn) {
        INFO(turn.who + ", " + turn.letter + ", " + turn.answer);
        const auto letter = letter_of(course, turn);
        if (turn.answer.empty()) return;
        const auto answer = turn.answer == "{number}" ? number_in(letter) : turn.answer;
        if (means_ == Means::link_from_second_account)
            play_.tap(Play::second_account(turn.who), letter, answer, turn.words);
        else
            play_.reply(turn.who, letter, answer + " " + turn.words);
        play_.settle();
    }

    ReadLetter letter_of(const DeskCourse& course, const Turn& turn) {
        try {
            return play_.letter(turn.who, turn.letter);
        } catch (const std::runtime_error& failure) {
            throw std::runtime_error(course.name + ": " + failure.what());
        }
    }

    Means means_;
    Play play_{with_second_accounts()};
};

}

TEST_CASE("every answer to the front desk is taken, as a reply and through the link from a second account") {
    const auto means = GENERATE(Means::reply, Means::link_from_second_account);
    CHECK(DeskWalk(means).go() == desk_choices());
}
