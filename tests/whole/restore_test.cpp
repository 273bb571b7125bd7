// SPDX-License-Identifier: MIT
// Backup, three days, loss, restore: what was decided in between is decided again from the mailbox, what was
// sent in between is not sent again, and the case goes on.
#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

#include "tests/whole/steps.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

// The database is gone; the key, the settings and the mailbox are not.
void lose(Play& play) {
    play.stop_daemon();
    for (const auto* each : {"mentord.db", "mentord.db-wal", "mentord.db-shm"})
        std::filesystem::remove(play.folder() / each);
}

std::chrono::weekday weekday_of(Instant instant) {
    return std::chrono::weekday{std::chrono::floor<std::chrono::days>(instant)};
}

bool is_working_day(Instant instant) {
    return weekday_of(instant) != std::chrono::Saturday && weekday_of(instant) != std::chrono::Sunday;
}

// The server dates what arrives by the real clock, and the daemon asks what arrived since the backup and
// before the restore: both must lie around today.
Instant last_working_day() {
    auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    while (!is_working_day(day)) day -= std::chrono::days{1};
    return day + 15h;
}

void turn_to_next_working_day(Play& play) {
    play.turn_days(1);
    while (!is_working_day(play.now())) play.turn_days(1);
}

// Today may be one.
void without_holidays(const Play& play) {
    const auto file = play.folder() / "balance.toml";
    std::ifstream stream(file);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto open = text.find("holidays = [");
    REQUIRE(open != std::string::npos);
    std::ofstream(file) << text.substr(0, open) << "holidays = []" << text.substr(text.find(']', open) + 1);
}

std::string first_case_of(Instant begins) {
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(begins)};
    return std::to_string(static_cast<int>(day.year())) + "-001";
}

const std::vector<std::string> everybody{"anna.bergen", "beth.carver", "ruth.ames", "bea.romano", "manager"};

// Over a weekend reminders fall due, before the loss.
void read_all(Play& play) {
    for (const auto& each : everybody) play.others(each);
}

std::string held_letters(Play& play) {
    return play.command({"outbox", "list", "--state", "held"});
}

}

TEST_CASE("after a loss the backup of three days ago is taken up again, and nobody is written to twice") {
    PlayOptions options;
    options.begins = last_working_day();
    options.own_files = true;
    options.start_daemon = false;
    Play play(options);
    without_holidays(play);
    play.start_daemon();
    const auto review = review_after_request(play);
    play.write("beth.carver", "A mentor for me", "Dear Marie, I would like to ask for a mentor. Beth");
    play.letter("beth.carver", "crisis");
    const auto copy = (play.folder() / "copy.db").string();
    play.command({"backup", copy});

    play.reply("ruth.ames", review, "Bea Romano, please.");
    play.letter("ruth.ames", "You matched");
    play.turn(25min);
    const auto invitation = play.letter("bea.romano", "ACCEPT");
    const auto second_review = play.letter("ruth.ames", "Dr. Beth Carver");
    turn_to_next_working_day(play);
    play.reply("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
    turn_to_next_working_day(play);
    const auto introduction = play.letter("anna.bergen", "Bea Romano");
    turn_to_next_working_day(play);
    read_all(play);
    lose(play);
    play.reply("anna.bergen", introduction, "YES");  // while nobody reads it

    const auto report = play.command({"restore", copy});
    CHECK_THAT(report, Catch::Contains("open cases     2") && Catch::Contains("letters held   1"));
    play.start_daemon();
    play.settle();
    CHECK_THAT(play.command({"case", "show", first_case_of(options.begins)}), Catch::Contains("naming"));
    for (const auto& each : everybody) {
        INFO(each);
        for (const auto& letter : play.others(each)) {
            INFO(letter.subject << "\n" << letter.text);
            CHECK(letter.message_id.find("play-") == 0);
        }
    }
    const auto held = held_letters(play);
    for (const auto* each : {"review-request", "matched", "invitation", "introduction", "named"})
        CHECK_THAT(held, Catch::Contains(each));

    // Hers is answered by its old letter; the mentor's never went out, and a human lets it go.
    play.reply("ruth.ames", second_review, "Chloe Nguyen, please.");
    play.letter("ruth.ames", "You matched");
    play.command({"outbox", "retry", "--all-held"});
    play.letter("bea.romano", "Anna Bergen");
}
