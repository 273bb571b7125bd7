// SPDX-License-Identifier: MIT
// Every answer that the programme takes, once as a reply with quotation from the account we write to, and
// once through the letter's link from a person's second account.
#include <catch2/catch.hpp>

#include <algorithm>

#include "daemon/settings/program_file.h"
#include "tests/whole/courses.h"
#include "tests/whole/given.h"
#include "tests/whole/steps.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

// Of working hours from one coast to the other, for as many rounds as a course has turns.
constexpr auto morning = 17h;

enum class Means { reply, link_from_second_account };

const Program& shipped_program() {
    static const Program program = [] {
        Faults faults;
        return load_program(std::string(TESTS_FOLDER) + "/../config/programs/balance.toml", faults);
    }();
    return program;
}

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
    Walk(const std::vector<Course>& courses, Means means) : means_(means) {
        for (const auto& each : courses) walkers_.push_back({each, {}, 0, {}});
    }

    // The answers that the daemon has taken.
    std::set<std::string> go() {
        for (auto& each : walkers_) open(each);
        play_.turn(25min);
        while (anybody_left()) {
            // Whoever waits for another day waits until the others are done with this one.
            if (take_turns(Pace::after_a_rest))
                play_.turn(25min);
            else if (await_morning(); !take_turns(Pace::a_day_later))
                throw std::runtime_error("nobody comes any further");
        }
        play_.settle();
        for (const auto& each : walkers_) expect_no_doubt(each.course);
        CHECK_THAT(play_.command({"held", "list"}), Catch::Contains("No "));
        play_.stop_daemon();
        return answers_given(play_.folder(), shipped_program());
    }

private:
    struct Walker {
        Course course;
        std::string number;
        std::size_t taken;  // turns
        std::map<std::string, ReadLetter> last;

        bool left() const { return taken < course.turns.size(); }
        const Turn& next() const { return course.turns[taken]; }
    };

    bool anybody_left() const {
        return std::any_of(walkers_.begin(), walkers_.end(), [](const Walker& each) { return each.left(); });
    }

    void open(Walker& walker) {
        const auto& member = walker.course.member;
        play_.write(member, "Mentor request", "Dear Marie, I would like to ask for a mentor.");
        const auto receipt = play_.letter(member, "crisis");
        walker.number = receipt.subject.substr(receipt.subject.find("2026-"), 8);
        walker.last[member] = receipt;
        const auto& first = walker.course.turns[walker.taken++];
        if (!first.answer.empty()) answer(walker, first, receipt);
    }

    void await_morning() {
        const auto today = std::chrono::floor<std::chrono::days>(play_.now() - morning);
        play_.turn(today + std::chrono::days(1) + morning - play_.now());
    }

    bool take_turns(Pace pace) {
        bool taken = false;
        for (auto& each : walkers_) {
            if (!each.left() || each.next().pace != pace) continue;
            taken = true;
            do take_turn(each);
            while (each.left() && each.next().pace == Pace::at_once);
        }
        return taken;
    }

    void take_turn(Walker& walker) {
        const auto& turn = walker.course.turns[walker.taken++];
        INFO(walker.course.name + ": " + turn.who + ", " + turn.letter + ", " + turn.answer);
        if (turn.who == "operator") {
            play_.command({"people", turn.answer, spoken_name(walker.course.member)});
            return;
        }
        const auto who = person(walker.course, turn);
        if (!turn.letter.empty()) walker.last[who] = letter_of(walker, turn);
        if (!turn.answer.empty()) answer(walker, turn, walker.last.at(who));
    }

    ReadLetter letter_of(const Walker& walker, const Turn& turn) {
        try {
            return play_.letter(person(walker.course, turn), turn.letter, walker.number);
        } catch (const std::runtime_error& failure) {
            throw std::runtime_error(walker.course.name + ": " + failure.what());
        }
    }

    void answer(const Walker& walker, const Turn& turn, const ReadLetter& letter) {
        auto words = turn.words;
        if (const auto at = words.find("{mentor}"); at != std::string::npos)
            words.replace(at, 8, spoken_name(walker.course.mentor));
        const auto who = person(walker.course, turn);
        const bool linked = means_ == Means::link_from_second_account;
        const auto account = linked ? Play::second_account(who) : who;
        if (turn.answer == "new mail") return play_.write(account, letter.subject, words);
        if (linked) return play_.tap(account, letter, turn.answer, words);
        const bool label = turn.answer != "form" && turn.answer != "own words";
        play_.reply(account, letter, label ? turn.answer + " " + words : words);
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
        options.begins = std::chrono::sys_days{std::chrono::November / 23 / 2026} + morning;
        return options;
    }

    std::vector<Walker> walkers_;
    Means means_;
    Play play_{options()};
};

}

TEST_CASE("every answer that may be given is taken, as a reply and through the link from a second account") {
    const auto means = GENERATE(Means::reply, Means::link_from_second_account);
    std::set<std::string> given;
    for (const auto& courses : {courses_to_a_mentor(), courses_with_a_mentor(), courses_beside()})
        given.merge(Walk(courses, means).go());
    std::string lacking;
    for (const auto& each : answers_of(shipped_program()))
        if (!given.contains(each)) lacking += each + "\n";
    CHECK(lacking == "");
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
