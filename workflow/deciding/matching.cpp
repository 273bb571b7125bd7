// SPDX-License-Identifier: MIT
#include "workflow/deciding/matching.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "workflow/deciding/calendar.h"

namespace mentoring {

namespace {

constexpr std::size_t terms_told_max = 4;
constexpr std::size_t telling_word_octets = 5;  // shorter words say little about a topic
constexpr double weight_of_full_load = 0.5;     // a mentor with every place taken counts half

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> telling_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : lowered(text) + " ")
        if (letter(c))
            word += c;
        else {
            if (word.size() >= telling_word_octets) words.push_back(word);
            word.clear();
        }
    return words;
}

bool meets(std::string_view topics, std::string_view request) {
    const auto asked = telling_words(request);
    const auto unwanted = telling_words(topics);
    return std::any_of(unwanted.begin(), unwanted.end(), [&](const std::string& word) {
        return std::find(asked.begin(), asked.end(), word) != asked.end();
    });
}

const Match* match_of(const Surroundings& surroundings, PersonId mentor) {
    const auto found = std::find_if(surroundings.matches.begin(), surroundings.matches.end(),
                                    [&](const Match& each) { return each.mentor == mentor; });
    return found == surroundings.matches.end() ? nullptr : &*found;
}

int load_of(const Surroundings& surroundings, PersonId mentor) {
    const auto found = surroundings.loads.find(mentor);
    return found == surroundings.loads.end() ? 0 : found->second;
}

bool in_office_without_mentees(const Scene& scene, PersonId person) {
    const auto today = local_date(scene.surroundings.calendar, scene.now);
    return std::any_of(
        scene.program.offices.begin(), scene.program.offices.end(), [&](const OfficeRule& each) {
            return !each.mentors && holder_of(scene.surroundings.offices, each.name, today) == person;
        });
}

bool paused(const Scene& scene, const Person& person) {
    using std::chrono::sys_days;
    return person.paused_until &&
           sys_days{*person.paused_until} > sys_days{local_date(scene.surroundings.calendar, scene.now)};
}

bool contains(const std::vector<PersonId>& people, PersonId person) {
    return std::find(people.begin(), people.end(), person) != people.end();
}

bool share_a_language(const Person& mentee, const MentorProfile& mentor) {
    return mentor.languages.empty() || mentee.language.empty() ||
           std::find(mentor.languages.begin(), mentor.languages.end(), mentee.language) !=
               mentor.languages.end();
}

bool had_before(const Scene& scene, PersonId mentor) {
    return contains(scene.surroundings.earlier_mentors, mentor) ||
           std::any_of(scene.of.pairings.begin(), scene.of.pairings.end(),
                       [&](const Pairing& each) { return each.mentor == mentor; });
}

std::string request_of(const Case& of) {
    std::string words;
    for (const auto* name : {"request", "wishes"})
        if (const auto found = of.words.find(name); found != of.words.end())
            words += found->second.text + " ";
    return words;
}

// Who names mentors would have to hand the case on if she mentored in it: she may still name herself.
bool names_mentors(const Scene& scene, PersonId person) {
    for (const auto& state : scene.program.states)
        for (const auto& on : state.on)
            if (on.takes == Takes::mentors)
                for (const auto& role : on.by)
                    if (acting_for(scene, role).person == person) return true;
    return false;
}

bool suits(const Scene& scene, const Person& person) {
    const auto* mentee = person_on(scene.surroundings, scene.of.mentee);
    if (obstacle(scene, person.id) || had_before(scene, person.id) || names_mentors(scene, person.id))
        return false;
    if (meets(person.mentor->rather_not, request_of(scene.of))) return false;
    if (!mentee) return true;
    const bool colleagues = !person.workplace.empty() && person.workplace == mentee->workplace;
    return !colleagues && share_a_language(*mentee, *person.mentor);
}

double weight(const Scene& scene, const Person& person) {
    const auto* match = match_of(scene.surroundings, person.id);
    const double taken =
        static_cast<double>(load_of(scene.surroundings, person.id)) / std::max(person.mentor->capacity, 1);
    return (match ? match->score : 0.0) * (1.0 - weight_of_full_load * taken);
}

std::string listed(const std::vector<std::string>& words, std::size_t most) {
    std::string text;
    const auto count = std::min(words.size(), most);
    for (std::size_t i = 0; i < count; ++i)
        text += (i == 0 ? "" : i + 1 == count ? " and " : ", ") + words[i];
    return text;
}

std::string reason_of(const Scene& scene, const Person& person, int load) {
    std::string text;
    const auto* match = match_of(scene.surroundings, person.id);
    if (match && !match->terms.empty())
        text = "The profile speaks of " + listed(match->terms, terms_told_max) + "; ";
    else
        text = "No word of the profile meets the request; ";
    text += std::to_string(load) + " of " + std::to_string(person.mentor->capacity) + " places taken";
    if (!person.mentor->when_not.empty()) text += "; not " + person.mentor->when_not;
    return text + ".";
}

std::optional<std::string> unavailable(const Scene& scene, const Person& person) {
    if (!person.mentor) return "has not told us yet what she offers as a mentor";
    if (person.standing == Standing::gone || person.held) return "is not available at present";
    if (in_office_without_mentees(scene, person.id)) return "holds an office that does not mentor";
    if (paused(scene, person)) return "takes nobody new before " + spelt_date(*person.paused_until);
    const int load = load_of(scene.surroundings, person.id);
    if (load >= person.mentor->capacity)
        return "has no free place (" + std::to_string(load) + " of " +
               std::to_string(person.mentor->capacity) + " taken)";
    if (contains(scene.of.not_to_ask, person.id) || contains(person.mentor->cannot_take, scene.of.mentee))
        return "cannot be asked in this case";
    return std::nullopt;
}

}

std::optional<std::string> obstacle_to_yes(const Scene& scene, PersonId mentor) {
    const auto* person = person_on(scene.surroundings, mentor);
    return person ? unavailable(scene, *person) : "is not on the roster";
}

std::optional<std::string> obstacle(const Scene& scene, PersonId mentor) {
    if (mentor == scene.of.mentee) return "is the member herself";
    const bool asked =
        std::any_of(scene.of.pairings.begin(), scene.of.pairings.end(),
                    [&](const Pairing& each) { return each.mentor == mentor && running(each); });
    if (asked) return "is asked in this case already";
    return obstacle_to_yes(scene, mentor);
}

Suggestion suggestion_of(const Scene& scene, PersonId mentor) {
    const auto* person = person_on(scene.surroundings, mentor);
    const int load = load_of(scene.surroundings, mentor);
    if (!person || !person->mentor) return {mentor, "", load, 0};
    const auto why_not = obstacle(scene, mentor);
    const auto reason = why_not ? "Now " + *why_not + "." : reason_of(scene, *person, load);
    return {mentor, reason, load, person->mentor->capacity};
}

std::vector<Suggestion> suggestions(const Scene& scene) {
    std::vector<const Person*> found;
    for (const auto& [id, person] : scene.surroundings.people)
        if (suits(scene, person)) found.push_back(&person);
    std::stable_sort(found.begin(), found.end(), [&](const Person* left, const Person* right) {
        return weight(scene, *left) > weight(scene, *right);
    });
    found.resize(std::min(found.size(), static_cast<std::size_t>(scene.program.suggestions_max)));
    std::vector<Suggestion> suggested;
    for (const auto* person : found) suggested.push_back(suggestion_of(scene, person->id));
    return suggested;
}

}
