// SPDX-License-Identifier: MIT
#include "tests/whole/habits.h"

#include <stdexcept>

#include "tests/whole/link.h"
#include "tests/whole/store_glance.h"

namespace mentoring {

namespace {

// Who finds `holds` in a letter with this offer gives that answer, with `words` behind; the first that fits.
struct Habit {
    std::string holds;
    std::string offer;
    std::string answer;
    std::string words;
};

const std::vector<Habit>& habits() {
    static const std::vector<Habit> all{
        {"", "MATCH 1", "MATCH 1", ""},
        {"", "ACCEPT", "ACCEPT", ""},
        {"", "ANOTHER", "YES", ""},
        {"what you need to begin", "form", "form",
         "Working together: by video\nIssues and goals: being heard\nTimeline: weekly until April\n"
         "Closure: when she is content"},
        {"a short question", "CONFLICT", "YES", ""},
        {"for you to look at", "AGREE", "AGREE", "weekly"},
        {"how is it going?", "ANOTHER MENTOR", "MET", "yesterday, by video"},
        {"how is it going?", "WITHDRAW", "GOOD", ""},
        {"noted, thank you", "CLOSE:", "CLOSE:", "We found what we had looked for."},
        {"", "CONFIRM", "CONFIRM", ""},
        {"a few short questions", "form", "form", "5 4 5 4"},
    };
    return all;
}

bool offers(const ReadLetter& letter, const std::string& answer) {
    try {
        link_of(letter.html, answer);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

const Habit* habit_for(const ReadLetter& letter) {
    const auto text = letter.subject + "\n" + letter.text;
    for (const auto& each : habits())
        if (text.find(each.holds) != std::string::npos && offers(letter, each.offer) &&
            offers(letter, each.answer))
            return &each;
    return nullptr;
}

}

int answer_by_habit(Play& play, Instant since) {
    int answers = 0;
    const auto begin = std::to_string(since.time_since_epoch().count());
    const auto written_to = rows_in_store(play.folder() / "mentord.db",
                                          "SELECT DISTINCT envelope_to FROM outbox WHERE sent >= " + begin);
    for (const auto& address : written_to) {
        const auto person = address.substr(0, address.find('@'));
        for (const auto& letter : play.others(person)) {
            const auto* habit = habit_for(letter);
            if (!habit || letter.message_id.starts_with("play-")) continue;
            play.tap(person, letter, habit->answer, habit->words);
            ++answers;
        }
    }
    return answers;
}

}
