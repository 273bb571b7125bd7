// SPDX-License-Identifier: MIT
#include "workflow/reading/persons.h"

#include <algorithm>

#include "workflow/reading/candidate_numbers.h"
#include "workflow/reading/spelling.h"

namespace mentoring {

namespace {

constexpr std::size_t people_max = 5000;
constexpr std::size_t near_letters_min = 5;
constexpr std::size_t far_letters_min = 6;
constexpr std::size_t given_letters_min = 3;

bool is_title(const Lexicon& lexicon, const std::vector<Token>& tokens, std::size_t at) {
    return lexicon.find(tokens, at, [](const Meaning& meaning) { return meaning.sense == Sense::title; })
        .has_value();
}

std::vector<std::string> names_of(const std::string& name, const Fold& fold, const Lexicon& lexicon) {
    const auto text = fold(name);
    const auto tokens = tokens_of(text);
    std::vector<std::string> names;
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (tokens[at].kind == Token::Kind::word && !is_title(lexicon, tokens, at) &&
            tokens[at].text.size() > 1)
            names.emplace_back(tokens[at].text);
    return names;
}

bool misspells(std::string_view written, std::string_view name) {
    if (name.size() < near_letters_min || written.size() + 1 < near_letters_min || written[0] != name[0])
        return false;
    const int allowed = name.size() >= far_letters_min && written.size() >= far_letters_min ? 2 : 1;
    return spelling_distance(written, name, allowed) <= allowed;
}

std::vector<std::size_t> common(const std::vector<std::size_t>& left, const std::vector<std::size_t>& right) {
    std::vector<std::size_t> both;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
    return both;
}

std::size_t after_titles(const Passage& passage, std::size_t at) {
    const auto first = at;
    while (at < passage.tokens.size() &&
           (passage.has(Sense::title, at, at + 1) || (at > first && passage.tokens[at].text == ".")))
        ++at;
    return at;
}

bool is_word(const Token& token) {
    return token.kind == Token::Kind::word;
}

}

NamedPeople::NamedPeople(const Question& question, const Fold& fold, const Vocabulary& words) {
    const auto take = [&](const NamedPerson& person) {
        const bool known = std::any_of(people_.begin(), people_.end(),
                                       [&](const Person& other) { return other.id == person.id; });
        if (!known && people_.size() < people_max)
            people_.push_back({person.id, names_of(person.name, fold, words.answer)});
    };
    for (const auto& person : question.candidates) take(person);
    candidates_ = people_.size();
    for (const auto& person : question.roster) take(person);
    for (std::size_t i = 0; i < people_.size(); ++i)
        for (const auto& name : people_[i].names) {
            auto& bearers = by_name_[name];
            if (bearers.empty() || bearers.back() != i) bearers.push_back(i);
        }
}

std::vector<std::size_t> NamedPeople::bearing(std::string_view word, Near near) const {
    if (near == Near::exactly) {
        const auto found = by_name_.find(word);
        return found == by_name_.end() ? std::vector<std::size_t>{} : found->second;
    }
    std::vector<std::size_t> found;
    const auto initial = word.substr(0, 1);
    for (auto name = by_name_.lower_bound(initial); name != by_name_.end(); ++name) {
        if (name->first.substr(0, 1) != initial) break;
        if (misspells(word, name->first)) found.insert(found.end(), name->second.begin(), name->second.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool NamedPeople::bears(std::string_view word) const {
    return !bearing(word, Near::exactly).empty() || !bearing(word, Near::nearly).empty();
}

std::optional<Mention> NamedPeople::name_at(const Passage& passage, std::size_t at) const {
    const auto& tokens = passage.tokens;
    const auto bearers = [&](std::size_t place) {
        if (place >= tokens.size() || !is_word(tokens[place])) return std::vector<std::size_t>{};
        auto found = bearing(tokens[place].text, Near::exactly);
        const bool sign = !passage.signs_in(place, place + 1).empty();
        if (found.empty() && !sign) found = bearing(tokens[place].text, Near::nearly);
        return found;
    };
    auto meant = bearers(at);
    if (meant.empty()) return std::nullopt;
    auto last = at + 1;
    for (int more = 0; more < 3; ++more) {
        const auto next = bearers(last);
        const auto both = common(meant, next);
        if (both.empty()) break;
        meant = both;
        ++last;
    }
    // The suggested Ada is meant, not another Ada of the roster.
    if (meant.size() > 1 && meant[0] < candidates_ && meant[1] >= candidates_) meant.resize(1);
    Mention mention{meant.size() == 1 ? Mention::Kind::one : Mention::Kind::ambiguous, people_[meant[0]].id,
                    false, at, last};
    return mention;
}

bool NamedPeople::is_unknown_name(const Passage& passage, std::size_t at) const {
    if (at >= passage.tokens.size() || !is_word(passage.tokens[at])) return false;
    const auto& token = passage.tokens[at];
    return token.letters != Token::Letters::lower && passage.signs_in(at, at + 1).empty() &&
           !bears(token.text);
}

// "Ada Romano" is neither Ada Lindqvist nor Bea Romano.
bool NamedPeople::is_surname_of_another(const Passage& passage, const Mention& mention) const {
    const auto given = passage.tokens[mention.last - 1].text, next = passage.tokens[mention.last].text;
    const auto is_given = [&](const Person& person) {
        return person.id == mention.person && person.names.size() > 1 && person.names.front() == given;
    };
    const auto is_surname = [&](const Person& person) {
        return person.id != mention.person && person.names.size() > 1 && person.names.back() == next;
    };
    return std::any_of(people_.begin(), people_.end(), is_given) &&
           std::any_of(people_.begin(), people_.end(), is_surname);
}

// "Ada Smith" is nobody we know; "Ada L." is Ada Lindqvist.
void NamedPeople::take_surname(const Passage& passage, Mention& mention) const {
    const auto at = mention.last;
    if (at >= passage.tokens.size() || !is_word(passage.tokens[at]) || mention.last != mention.first + 1)
        return;
    const auto& token = passage.tokens[at];
    if (token.text.size() == 1 && token.letters == Token::Letters::capital && token.text != "i") {
        const auto bearer = std::find_if(people_.begin(), people_.end(),
                                         [&](const Person& person) { return person.id == mention.person; });
        const bool initial = std::any_of(bearer->names.begin(), bearer->names.end(),
                                         [&](const std::string& name) { return name[0] == token.text[0]; });
        if (!initial) mention.kind = Mention::Kind::unknown;
        ++mention.last;
    } else if (is_unknown_name(passage, at) || is_surname_of_another(passage, mention)) {
        mention.kind = Mention::Kind::unknown;
        ++mention.last;
    }
}

// "Beatrice Romano" is Bea Romano, "Lena Petrova" is Elena.
bool NamedPeople::is_form_of_given_name(const Passage& passage, std::size_t at,
                                        const Mention& mention) const {
    if (mention.kind != Mention::Kind::one || !is_unknown_name(passage, at)) return false;
    const auto written = passage.tokens[at].text;
    const auto bearer = std::find_if(people_.begin(), people_.end(),
                                     [&](const Person& person) { return person.id == mention.person; });
    if (bearer == people_.end() || bearer->names.size() < 2 || written.size() < given_letters_min)
        return false;
    const std::string_view given = bearer->names.front();
    const bool by_surname = passage.tokens[mention.first].text == bearer->names.back();
    const auto longer =
        std::max(given, written, [](auto left, auto right) { return left.size() < right.size(); });
    const auto shorter = longer == given ? written : given;
    return by_surname && shorter.size() >= given_letters_min &&
           (longer.starts_with(shorter) || longer.ends_with(shorter));
}

std::optional<Mention> NamedPeople::named_at(const Passage& passage, std::size_t at) const {
    if (auto mention = name_at(passage, at)) return mention;
    auto by_surname = name_at(passage, at + 1);
    if (by_surname && is_form_of_given_name(passage, at, *by_surname)) return by_surname;
    return std::nullopt;
}

std::vector<Mention> NamedPeople::mentions(const Passage& passage) const {
    std::vector<Mention> found;
    const auto& tokens = passage.tokens;
    for (std::size_t at = 0; at < tokens.size();) {
        const auto name = after_titles(passage, at);
        if (name < tokens.size() && is_word(tokens[name])) {
            if (auto mention = named_at(passage, name)) {
                take_surname(passage, *mention);
                mention->first = at;
                found.push_back(*mention);
                at = mention->last;
                continue;
            }
            if (name > at && is_unknown_name(passage, name))
                found.push_back({Mention::Kind::unknown, {}, false, at, name + 1});
        }
        at = std::max(at + 1, name);
    }
    if (candidates_ > 0) numbers(passage, found);
    std::sort(found.begin(), found.end(),
              [](const Mention& left, const Mention& right) { return left.first < right.first; });
    return found;
}

void NamedPeople::numbers(const Passage& passage, std::vector<Mention>& mentions) const {
    for (const auto& place : candidate_numbers(passage, candidates_)) {
        Mention mention{Mention::Kind::unknown, {}, true, place.first, place.last};
        if (place.number >= 1 && static_cast<std::size_t>(place.number) <= candidates_) {
            mention.kind = Mention::Kind::one;
            mention.person = candidate(static_cast<std::size_t>(place.number));
        }
        mentions.push_back(mention);
    }
}

}
