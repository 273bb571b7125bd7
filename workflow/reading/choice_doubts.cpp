// SPDX-License-Identifier: MIT
#include "workflow/reading/choice_doubts.h"

#include <algorithm>
#include <set>

#include "workflow/reading/calendar_words.h"
#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

constexpr int third_person = 1;  // value of a reported word: "thinks", "suggests"

}

std::size_t place_of(const Passage& passage, const Clause& clause, Sense sense) {
    for (const auto& sign : passage.signs_in(clause.first, clause.last))
        if (sign.sense == sense) return sign.first;
    return clause.last;
}

bool is_of_a_group(const Mention& mention, const std::vector<Mention>& mentions) {
    return std::count_if(mentions.begin(), mentions.end(),
                         [&](const Mention& other) { return other.first == mention.first; }) > 1;
}

std::size_t exception_in(const Passage& passage, const Clause& clause, const std::vector<Mention>& mentions) {
    const auto place = place_of(passage, clause, Sense::exclusion);
    const bool between = mentions.front().first < place && place < mentions.back().first;
    return between && is_of_a_group(mentions.front(), mentions) ? place : clause.last;
}

std::string_view ChoiceDoubts::about(const Clause& clause, const std::vector<Mention>& mentions,
                                     bool chosen_before) {
    const bool leaves_out = exception_in(passage_, clause, mentions) < clause.last;
    const auto& sentence = passage_.sentences[clause.sentence];
    if (looked_at_ != clause.sentence + 1) {
        looked_at_ = clause.sentence + 1;
        elsewhere_ = holds(words_.answer, passage_, Sense::elsewhere, sentence.first, sentence.last);
        for (const auto& other : passage_.clauses)
            if (other.sentence == clause.sentence)
                if (const auto doubt = alternatives(other, other.first == clause.first && leaves_out);
                    !doubt.empty())
                    return doubt;
    }
    if (is_sequence(clause, mentions, chosen_before)) return "a sequence";
    if (is_slashed(mentions) || is_ranged(mentions)) return "an alternative";
    // "Please invite Ada to the dinner.", "match 2 to the Tuesday slot"
    if (elsewhere_ || names_a_weekday(clause)) return "words about something else";
    if (is_thought_by_another(sentence.first, mentions.front().first)) return "words of somebody else";
    if (is_greeted(clause, mentions)) return "words for somebody else";
    if (asks_a_number(mentions)) return "a question or a choice";
    if (commands_both(clause)) return "two answers";
    return sentence.asked && !passage_.has(Sense::polite, sentence.first, sentence.last) ? "a question" : "";
}

// Not "Bea has sat through it herself": "sat" is no day.
bool ChoiceDoubts::names_a_weekday(const Clause& clause) const {
    for (auto at = clause.first; at < clause.last; ++at)
        if (is_in_full(passage_, Sense::weekday, at)) return true;
    return false;
}

// Not "not Bea either".
bool ChoiceDoubts::offers_alternative(const Clause& clause, std::size_t until) const {
    bool denied = false;
    for (const auto& sign : passage_.signs_in(clause.first, until)) {
        const bool echoes = denied && passage_.has(Sense::negation_echo, sign.first, sign.first + 1);
        if (sign.sense == Sense::alternative && !echoes) return true;
        denied |= sign.sense == Sense::negation;
    }
    return false;
}

// "better than any of these" offers no alternative.
std::string_view ChoiceDoubts::alternatives(const Clause& clause, bool leaves_out) const {
    const auto until =
        std::min(place_of(passage_, clause, Sense::rather_than), place_of(passage_, clause, Sense::than));
    if (offers_alternative(clause, until) || passage_.has(Sense::first_to_accept, clause.first, until))
        return "an alternative";
    return !leaves_out && passage_.has(Sense::exclusion, clause.first, clause.last) ? "an exception" : "";
}

// "Ada first", "Ada, then Bea", "Ada is my first choice, Bea my second" – but not "Ada then."
bool ChoiceDoubts::is_sequence(const Clause& clause, const std::vector<Mention>& mentions,
                               bool chosen_before) const {
    const bool several = mentions.size() > 1 || chosen_before;
    for (const auto& sign : passage_.signs_in(clause.first, clause.last)) {
        const bool within = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
            return mention.first <= sign.first && sign.first < mention.last;
        });
        if (within) continue;
        if (sign.sense == Sense::in_turn && several && mentions.back().first > sign.first) return true;
        const bool follows = std::any_of(mentions.begin(), mentions.end(),
                                         [&](const Mention& mention) { return mention.last == sign.first; });
        if (sign.sense == Sense::ordinal && (several || follows)) return true;
    }
    return false;
}

// "Judith thinks Ada is the best."
bool ChoiceDoubts::is_thought_by_another(std::size_t first, std::size_t last) const {
    return passage_.has_valued(Sense::reported, third_person, first, last);
}

// "Ada/Bea", "Ada > Bea": both, or one of them?
bool ChoiceDoubts::is_slashed(const std::vector<Mention>& mentions) const {
    for (std::size_t i = 1; i < mentions.size(); ++i)
        for (auto at = mentions[i - 1].last; at < mentions[i].first; ++at)
            if (passage_.tokens[at].text == "/" || passage_.tokens[at].text == ">") return true;
    return false;
}

// "I prefer Ada to Bea": which of them is wanted, only the verb would say.
bool ChoiceDoubts::is_ranged(const std::vector<Mention>& mentions) const {
    for (std::size_t i = 1; i < mentions.size(); ++i) {
        const auto between = mentions[i - 1].last;
        if (between + 1 == mentions[i].first && passage_.has(Sense::until, between, between + 1)) return true;
    }
    return false;
}

// "Match 1 - Bea": side by side, and another is meant by each.
bool ChoiceDoubts::contradicts_itself(const std::vector<Mention>& mentions) const {
    std::set<PersonId> numbered, named;
    for (const auto& mention : mentions)
        if (mention.kind == Mention::Kind::one) (mention.numbered ? numbered : named).insert(mention.person);
    if (numbered == named) return false;
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        if (!stand_side_by_side(mentions, i)) continue;
        if (mentions[i].person != mentions[i + 1].person) return true;
        ++i;
    }
    return false;
}

// "No. 1, no. 2" are two numbers.
bool ChoiceDoubts::answers_each() const {
    const auto& tokens = passage_.tokens;
    return std::any_of(passage_.signs.begin(), passage_.signs.end(), [&](const Sign& sign) {
        const bool abbreviated = sign.sense == Sense::ordinal && sign.last - sign.first > 1 &&
                                 holds(words_.answer, passage_, Sense::no, sign.first, sign.first + 1);
        auto before = sign.first;
        if (!abbreviated || before == 0) return false;
        if (tokens[before - 1].kind == Token::Kind::mark && tokens[before - 1].text != ",") --before;
        return before > 0 && tokens[before - 1].kind == Token::Kind::number;
    });
}

// A number and a name with nothing between them but marks that join nothing.
bool ChoiceDoubts::stand_side_by_side(const std::vector<Mention>& mentions, std::size_t at) const {
    const auto &left = mentions[at], &right = mentions[at + 1];
    if (left.kind != Mention::Kind::one || right.kind != Mention::Kind::one) return false;
    if (left.numbered == right.numbered) return false;
    if (at > 0 && mentions[at - 1].first == left.first) return false;  // "all three"
    const auto& tokens = passage_.tokens;
    for (auto between = left.last; between < right.first; ++between)
        if (tokens[between].kind != Token::Kind::mark || passage_.has(Sense::joint, between, between + 1))
            return false;
    return true;
}

bool ChoiceDoubts::is_thanked(const Mention& mention) const {
    auto before = mention.first;
    if (before > 0 && passage_.tokens[before - 1].text == ",") --before;
    const auto signs = passage_.signs_in(before - std::min(before, Lexicon::phrase_words_max), before);
    return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
        return sign.last == before && (sign.sense == Sense::thanks || sign.sense == Sense::farewell);
    });
}

// "Hi Ada, thank you for the photos", "Bea, could you take this one?"
bool ChoiceDoubts::is_greeted(const Clause& clause, const std::vector<Mention>& mentions) const {
    const auto& sentence = passage_.sentences[clause.sentence];
    const auto behind = mentions.front().last;
    if (sentence.asked && mentions.front().first == sentence.first && behind < sentence.last &&
        passage_.tokens[behind].text == ",")
        if (const auto polite = passage_.sign_at(Sense::polite, behind + 1))
            if (polite->last - polite->first > 1) return true;
    const auto signs = passage_.signs_in(clause.first, clause.last);
    return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
        return sign.sense == Sense::greeting &&
               std::any_of(mentions.begin(), mentions.end(),
                           [&](const Mention& mention) { return mention.first == sign.last; });
    });
}

// "match 2 decline"
bool ChoiceDoubts::commands_both(const Clause& clause) const {
    bool chooses = false, others = false;
    for (const auto& sign : passage_.signs_in(clause.first, clause.last)) {
        if (sign.sense != Sense::command) continue;
        const auto& intent = words_.intents[static_cast<std::size_t>(sign.value)];
        const auto* choice = choice_named(question_, intent);
        if (!choice) continue;
        chooses |= choice->takes == Takes::mentors;
        others |= choice->takes == Takes::reason;
    }
    return chooses && others;
}

// "ask 1": her, or about her?
bool ChoiceDoubts::asks_a_number(const std::vector<Mention>& mentions) const {
    const auto takes_text = [&](const Sign& sign) {
        const auto& intent = words_.intents[static_cast<std::size_t>(sign.value)];
        return std::any_of(question_.choices.begin(), question_.choices.end(), [&](const Choice& choice) {
            return choice.intent == intent && choice.takes == Takes::text;
        });
    };
    const auto signs = passage_.signs_in(0, 1);
    return mentions.front().numbered && std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
               return sign.sense == Sense::command && sign.last == mentions.front().first && takes_text(sign);
           });
}

}
