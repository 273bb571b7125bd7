// SPDX-License-Identifier: MIT
#include "workflow/writing/told.h"

#include <algorithm>
#include <map>

#include "workflow/deciding/calendar.h"
#include "workflow/writing/phrases.h"

namespace mentoring {

namespace {

using Values = std::map<std::string, std::string>;

std::string name_of(const Scene& scene, PersonId id) {
    const auto* person = person_on(scene.surroundings, id);
    return person ? person->name : std::string();
}

std::string names_of(const Scene& scene, const Arguments& said) {
    std::vector<std::string> names;
    for (const auto id : said.mentors) names.push_back(name_of(scene, id));
    if (names.empty() && said.person != PersonId{}) names.push_back(name_of(scene, said.person));
    if (said.order == InvitationOrder::together || names.size() < 2) return list_phrase(names);
    std::string text;
    const std::string between = said.order == InvitationOrder::in_turn ? ", then " : " or ";
    for (const auto& name : names) text += (text.empty() ? "" : between) + name;
    return text;
}

Values values_of(const Scene& scene, const Arguments& said) {
    const auto day = said.date ? day_phrase(*said.date) : std::string();
    return {{"mentors", names_of(scene, said)},
            {"date", day},
            {"until", day},
            {"mode", said.mode ? mode_phrase(*said.mode) : std::string()},
            {"rhythm", said.rhythm ? rhythm_phrase(*said.rhythm) : std::string()},
            {"ratings", ratings_phrase(said.ratings)}};
}

enum class Filling { complete, lacking };

// Sets the values of one stretch of the sentence.
Filling fill(std::string_view stretch, const Values& values, std::string& text) {
    auto filling = Filling::complete;
    for (std::size_t at = 0; at < stretch.size();) {
        const auto end = stretch[at] == '{' ? stretch.find('}', at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            text += stretch[at++];
            continue;
        }
        const auto found = values.find(std::string(stretch.substr(at + 1, end - at - 1)));
        const bool given = found != values.end() && !found->second.empty();
        if (given) text += found->second;
        if (!given) filling = Filling::lacking;
        at = end + 1;
    }
    return filling;
}

std::string sentence(std::string_view pattern, const Values& values) {
    std::string text;
    while (!pattern.empty()) {
        const auto open = pattern.find('[');
        const auto close = open == std::string_view::npos ? open : pattern.find(']', open);
        fill(pattern.substr(0, close == std::string_view::npos ? pattern.size() : open), values, text);
        if (close == std::string_view::npos) break;
        std::string part;
        if (fill(pattern.substr(open + 1, close - open - 1), values, part) == Filling::complete) text += part;
        pattern.remove_prefix(close + 1);
    }
    return text;
}

bool in_office(const Scene& scene, PersonId person) {
    const auto& offices = scene.surroundings.offices;
    return std::any_of(offices.begin(), offices.end(),
                       [&](const Holding& each) { return each.holder == person; });
}

// The question of an office is one, whoever answers it in her place.
bool same_question(const Scene& scene, const Told& told, const Letter& letter) {
    return told.role == letter.role || told.by == letter.recipient ||
           (office_named(scene.program, told.role) && in_office(scene, letter.recipient));
}

const Told* told_at(const Scene& scene, const Letter& letter) {
    const auto& told = scene.of.told;
    const auto found = std::find_if(told.rbegin(), told.rend(), [&](const Told& each) {
        return each.step == letter.step && same_question(scene, each, letter);
    });
    return found == told.rend() ? nullptr : &*found;
}

// The office she held, and who holds it now.
std::string successor_phrase(const Scene& scene, PersonId reader) {
    const auto today = local_date(scene.surroundings.calendar, scene.now);
    for (const auto& each : scene.surroundings.offices) {
        const auto now = holder_of(scene.surroundings.offices, each.office, today);
        const auto* rule = office_named(scene.program, each.office);
        if (each.holder != reader || now == reader || now == PersonId{} || !rule) continue;
        return name_of(scene, now) + " is " + rule->title + " now. ";
    }
    return {};
}

// The office passed to her deputy, or the deputy took over.
std::string deputy_phrase(const Scene& scene, PersonId reader) {
    const auto today = local_date(scene.surroundings.calendar, scene.now);
    for (const auto& office : offices_of(scene.surroundings.offices, reader, today)) {
        const auto acting = acting_for(scene, office);
        if (acting.person == reader || acting.person == PersonId{}) continue;
        return name_of(scene, acting.person) + " looks after this case now. ";
    }
    return {};
}

}

std::string told_phrase(const Scene& scene, const Answer& answer) {
    const auto pattern = scene.program.told.find(answer.intent);
    if (pattern == scene.program.told.end()) return {};
    return sentence(pattern->second, values_of(scene, answer.arguments));
}

std::string understood_phrase(const Scene& scene, const Answer& answer) {
    std::string text;
    if (!answer.intent.empty()) {
        text = "We read “" + answer_phrase(answer.intent) + "”";
        const auto names = names_of(scene, answer.arguments);
        if (!names.empty()) text += " for " + names;
        text += ". ";
    }
    return answer.doubt.empty() ? text : text + "What stands in the way: " + answer.doubt + ".";
}

std::string decided_phrase(const Scene& scene, const Letter& letter) {
    const auto* told = told_at(scene, letter);
    if (!told)
        return successor_phrase(scene, letter.recipient) + deputy_phrase(scene, letter.recipient) +
               "That question is no longer open.";
    const auto day = day_phrase(local_date(scene.surroundings.calendar, told->at));
    const auto who = told->by == letter.recipient ? std::string("You") : name_of(scene, told->by);
    auto text = who + " answered “" + answer_phrase(told->intent) + "” on " + day + ".";
    const bool wants_it_back = letter.said && letter.said->intent == "undo";
    if (wants_it_back) text += " The letters have gone out; answer HUMAN, and somebody calls to mend it.";
    return text;
}

}
