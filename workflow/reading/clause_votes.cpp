// SPDX-License-Identifier: MIT
#include "workflow/reading/clause_votes.h"

#include <algorithm>

#include "workflow/reading/courtesy.h"
#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

const Choice* choice_by(const Question& question, bool Choice::*flag) {
    for (const auto& choice : question.choices)
        if (choice.*flag) return &choice;
    return nullptr;
}

bool votes(Sense sense) {
    return sense == Sense::command || sense == Sense::says || sense == Sense::hints || sense == Sense::reason;
}

// "my mentor", not only "she".
bool is_of_the_match(const Sign& sign) {
    return sign.sense == Sense::other_person && sign.value == 0 && sign.last - sign.first > 1;
}

constexpr int softly = 1;  // value of a doubtful word that weighs less

unsigned doubt_of(Sense sense, int value) {
    switch (sense) {
        case Sense::condition:
            return value == softly ? doubt_limit : doubt_condition;
        case Sense::alternative:
            return doubt_alternative;
        case Sense::postponement:
            return value == softly ? doubt_again : doubt_postponement;
        case Sense::hedge:
            return doubt_hedge;
        case Sense::correction:
            return doubt_correction;
        case Sense::mockery:
            return doubt_mockery;
        case Sense::reported:
            return doubt_reported;
        case Sense::exclusion:
            return doubt_exclusion;
        case Sense::receipt:
            return doubt_receipt;
        case Sense::elsewhere:
            return doubt_elsewhere;
        default:
            return 0;
    }
}

// By token: some table or fact knows it.
std::vector<char> explained_in(const Passage& passage, const std::vector<char>& covered) {
    std::vector<char> explained(passage.tokens.size(), 0);
    for (const auto& sign : passage.signs)
        if (sign.sense != Sense::other_person || is_of_the_match(sign))
            for (auto at = sign.first; at < sign.last; ++at) explained[at] = 1;
    for (std::size_t at = 0; at < covered.size(); ++at)
        if (covered[at]) explained[at] = 1;
    return explained;
}

}

void ClauseVotes::take_back() {
    votes.clear();
    doubts |= doubt_negation;
}

ClauseWeigher::ClauseWeigher(const Vocabulary& words, const Question& question, const Passage& passage,
                             const std::vector<char>& covered)
    : words_(words),
      question_(question),
      passage_(passage),
      speaker_(words, passage, explained_in(passage, covered)),
      matter_(words, passage, speaker_.explained()),
      last_past_(last_places(words.answer, passage, Sense::past_word)) {}

bool ClauseWeigher::holds(std::size_t first, std::size_t last, Sense sense) const {
    return mentoring::holds(words_.answer, passage_, sense, first, last);
}

std::uint64_t ClauseWeigher::languages_of(std::size_t first, std::size_t last, Sense sense, int value) const {
    std::uint64_t languages = 0;
    const auto wanted = [=](const Meaning& meaning) {
        return meaning.sense == sense && meaning.value == value;
    };
    for (auto at = first; at < last; ++at)
        if (const auto found = words_.answer.find(passage_.tokens, at, wanted))
            for (const auto& meaning : found->meanings) languages |= std::uint64_t{1} << meaning.language;
    return languages;
}

bool ClauseWeigher::tells_of_the_past(std::size_t first, std::size_t last) const {
    return first < last && last_past_[last - 1] > first;
}

ClauseVotes ClauseWeigher::weigh(const Clause& clause) const {
    ClauseVotes result;
    const auto signs = passage_.signs_in(clause.first, clause.last);
    std::size_t negations = 0, helpers = 0;
    std::size_t place = clause.first;
    for (std::size_t i = 0; i < signs.size();) {
        std::size_t end = i;
        while (end < signs.size() && signs[end].first == signs[i].first) ++end;
        place = signs[i].last;
        phrase(signs, i, end, clause, negations, helpers, result);
        i = end;
    }
    result.unexplained = unexplained(clause);
    if (result.unexplained > 0) weaken(result);
    if (negations == 0 && helpers > 0) negations = 1;
    if (negations > 0 && result.votes.empty() && result.denied.empty() && !result.answers_yes)
        bare_negation(result, negations, clause, place);
    return result;
}

// "I accept that we need a new budget": among unknown words such a phrase only hints.
void ClauseWeigher::weaken(ClauseVotes& result) {
    for (auto& vote : result.votes)
        if (vote.strength == Strength::says && needs_plain_words(vote.choice->intent))
            vote.strength = Strength::hint;
}

// All meanings of one phrase: a meaning that answers the question hides its doubts.
void ClauseWeigher::phrase(std::span<const Sign> signs, std::size_t begin, std::size_t end,
                           const Clause& clause, std::size_t& negations, std::size_t& helpers,
                           ClauseVotes& result) const {
    bool voted = false, answered = false;
    for (auto i = begin; i < end; ++i) {
        if (!votes(signs[i].sense)) continue;
        const auto& intent = words_.intents[static_cast<std::size_t>(signs[i].value)];
        const auto* choice = choice_named(question_, intent);
        if (!choice) choice = choice_named(question_, stands_for(intent));
        if (choice && speaker_.hints_of_another(*choice, signs[i], clause)) continue;
        if (!choice || !is_outspoken(*choice, signs[i]) || is_verb_only(*choice, signs[i])) continue;
        if (matter_.is_another(*choice, signs[i], clause)) {
            result.doubts |= doubt_elsewhere;
            voted = true;
            continue;
        }
        const bool of_another = speaker_.is_another(*choice, signs[i], clause);
        if (of_another) result.doubts |= doubt_reported;
        if (matter_.is_in_part(*choice, signs[i], clause)) result.doubts |= doubt_exclusion;
        result.doubts |= doubts_over_the_end(signs[i]) | doubts_of_refusal(*choice, signs[i], clause);
        vote(*choice, signs[i], negations + (negations == 0 && helpers > 0 ? 1 : 0), of_another, result);
        voted = true;
    }
    if (voted) return;
    for (auto i = begin; i < end; ++i) {
        const auto& sign = signs[i];
        if (sign.sense == Sense::yes) answer(result, sign, &Choice::by_yes, negations), answered = true;
        if (sign.sense == Sense::no && answers(signs, begin, end, clause))
            answer(result, sign, &Choice::by_no, negations), answered = true;
    }
    // "BIEN no", where no choice is a plain no.
    if (result.unresolved && result.answers_no && signs[begin].last >= clause.last && !result.votes.empty())
        result.take_back();
    if (answered) return;
    const auto means = [&](Sense sense) {
        return std::any_of(signs.begin() + static_cast<std::ptrdiff_t>(begin),
                           signs.begin() + static_cast<std::ptrdiff_t>(end),
                           [&](const Sign& sign) { return sign.sense == sense; });
    };
    negations += means(Sense::negation) ? 1U : 0U;
    const bool denies_last = means(Sense::negation) && signs[begin].last >= clause.last;  // "CONFIRM not"
    if ((denies_last || denies_behind(signs.subspan(begin, end - begin))) && !result.votes.empty())
        result.take_back();
    helpers += means(Sense::negation_helper) ? 1U : 0U;
    const bool echoes = negations > 0 && means(Sense::negation_echo);  // "not Bea either"
    for (auto i = begin; i < end; ++i)
        if (signs[i].sense != Sense::alternative || !echoes)
            result.doubts |= doubt_of(signs[i].sense, signs[i].value);
}

// "Ich bestätige nicht."
bool ClauseWeigher::denies_behind(std::span<const Sign> signs) {
    return std::any_of(signs.begin(), signs.end(), [](const Sign& sign) {
        return sign.sense == Sense::negation && sign.value == negates_behind;
    });
}

// "ahora no" + "no lo sé": a phrase that begins within and goes on behind it.
unsigned ClauseWeigher::doubts_over_the_end(const Sign& sign) const {
    unsigned doubts = 0;
    const auto doubtful = [](const Meaning& meaning) {
        return meaning.sense == Sense::hedge || meaning.sense == Sense::condition ||
               meaning.sense == Sense::postponement;
    };
    for (auto at = sign.first + 1; at < sign.last; ++at)
        if (const auto found = words_.answer.find(passage_.tokens, at, doubtful))
            if (at + found->length > sign.last)
                doubts |= doubt_of(found->meanings.front().sense, found->meanings.front().value);
    return doubts;
}

bool ClauseWeigher::is_of_today(std::size_t first, std::size_t last) const {
    const auto signs = passage_.signs_in(first, last);
    return std::any_of(signs.begin(), signs.end(), [](const Sign& sign) {
        return sign.sense == Sense::relative_day && (sign.value == 0 || sign.value == 1);
    });
}

// "I'm too busy today" refuses the answer, not the task.
unsigned ClauseWeigher::doubts_of_refusal(const Choice& choice, const Sign& sign,
                                          const Clause& clause) const {
    const bool put_off =
        choice.intent == "decline" && !passage_.is_shouted(sign) && is_of_today(sign.last, clause.last);
    return put_off ? doubt_postponement : 0U;
}

// "ask" and "change" within a sentence are verbs like others.
bool ClauseWeigher::is_verb_only(const Choice& choice, const Sign& sign) const {
    return sign.sense == Sense::command && choice.takes == Takes::text && strength_of(sign) == Strength::hint;
}

// Who decides about a member's request refuses it by the word itself, not by a sigh ("we can't take this
// one").
bool ClauseWeigher::is_outspoken(const Choice& choice, const Sign& sign) const {
    if (choice.intent != "decline" || choice.by_no || sign.sense == Sense::command) return true;
    return holds_its_command(words_.answer, passage_, sign);
}

// "No" that is also "not" answers where no word follows it, or only who does something ("no I want to do
// this").
bool ClauseWeigher::answers(std::span<const Sign> signs, std::size_t begin, std::size_t end,
                            const Clause& clause) const {
    const bool negates = std::any_of(signs.begin() + static_cast<std::ptrdiff_t>(begin),
                                     signs.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](const Sign& sign) { return sign.sense == Sense::negation; });
    if (!negates) return true;
    const auto next = signs[begin].last;
    const bool alone = next >= clause.last || passage_.tokens[next].kind != Token::Kind::word;
    return alone || holds(next, next + 1, Sense::self_word) || holds(next, next + 1, Sense::other_person);
}

void ClauseWeigher::answer(ClauseVotes& result, const Sign& sign, bool Choice::*flag,
                           std::size_t negations) const {
    (flag == &Choice::by_yes ? result.answers_yes : result.answers_no) = true;
    if (negations > 0) {
        result.doubts |= doubt_negation;
        return;
    }
    if (const auto* choice = choice_by(question_, flag)) {
        result.votes.push_back({choice, Strength::yes_or_no, false, false, false, 0, sign.first, sign.last});
    } else {
        result.unresolved = true;
    }
}

void ClauseWeigher::vote(const Choice& choice, const Sign& sign, std::size_t negations, bool of_another,
                         ClauseVotes& result) const {
    const auto strength = strength_of(sign);
    if (negations > 1) {
        result.doubts |= doubt_double_negation;
        return;
    }
    if (negations == 0 && is_object_of_denial(choice, result) && !excepts(sign)) {
        // "I agree but not by phone"
        if (holds(sign.first, sign.first + 1, Sense::contrast)) result.doubts |= doubt_exclusion;
        return;
    }
    if (negations == 0) {
        result.votes.push_back({&choice, strength, sign.sense == Sense::command, sign.sense == Sense::reason,
                                false, 0, sign.first, end_of(choice, sign), of_another});
        return;
    }
    const auto* other = choice_named(question_, character_of(choice.intent).denied);
    if (other) {
        const bool plain_denial = strength != Strength::hint;
        result.votes.push_back({other, plain_denial ? Strength::says : Strength::hint, false, false, true, 0,
                                sign.first, sign.last, of_another});
    } else {
        result.denied.push_back(&choice);
    }
}

// "I need to know whether …": the question begins with the last word of the phrase.
std::size_t ClauseWeigher::end_of(const Choice& choice, const Sign& sign) const {
    const auto last = sign.last - 1;
    const bool asks = character_of(choice.intent).asks && last > sign.first &&
                      (holds(last, sign.last, Sense::question_opener) ||
                       holds(last, sign.last, Sense::condition) || holds(last, sign.last, Sense::yes_or_if));
    return asks ? last : sign.last;
}

// "This works for me except the dates", where "I agree to the change" names its object; not "a and b but not
// c".
bool ClauseWeigher::excepts(const Sign& sign) const {
    return holds(sign.first, sign.last, Sense::exclusion) &&
           !holds(sign.first, sign.first + 1, Sense::contrast);
}

// "I am unable to accept": what the refusal refuses.
bool ClauseWeigher::is_object_of_denial(const Choice& choice, const ClauseVotes& result) {
    const auto denied = character_of(choice.intent).denied;
    return !denied.empty() && std::any_of(result.votes.begin(), result.votes.end(), [&](const Vote& vote) {
        return vote.choice->intent == denied && vote.strength != Strength::yes_or_no;
    });
}

// A word of command counts in capitals, or alone in its clause; within a sentence it only hints.
Strength ClauseWeigher::strength_of(const Sign& sign) const {
    if (sign.sense == Sense::hints) return Strength::hint;
    if (sign.sense != Sense::command) return Strength::says;
    if (passage_.is_shouted(sign)) return Strength::command;
    const auto& tokens = passage_.tokens;
    const auto courtesy = passage_.sign_at(Sense::polite, sign.last);  // "Status please."
    const auto end = courtesy ? courtesy->last : sign.last;
    const bool ends = end >= tokens.size() || tokens[end].kind != Token::Kind::word;
    const bool begins = sign.first == 0 || tokens[sign.first - 1].kind != Token::Kind::word;
    // "Pause until 6/15 please, boards"
    if (sign.first == 0 && passage_.has(Sense::until, sign.last, sign.last + 1)) return Strength::says;
    return ends && begins ? Strength::says : Strength::hint;
}

// "Acepto, pero no por teléfono", "J'accepte mais pas le vendredi"
bool ClauseWeigher::restricts(const Clause& clause) const {
    const auto ways = {Sense::mode, Sense::weekday, Sense::month, Sense::rhythm, Sense::times, Sense::unit};
    return holds(clause.first, clause.first + 1, Sense::contrast) &&
           std::any_of(ways.begin(), ways.end(),
                       [&](Sense sense) { return holds(clause.first, clause.last, sense); });
}

// "I can't", "not this time": a no where nothing unknown is denied.
// – but "she doesn't have time" is not the writer's no.
void ClauseWeigher::bare_negation(ClauseVotes& result, std::size_t negations, const Clause& clause,
                                  std::size_t place) const {
    const auto* choice = choice_by(question_, &Choice::by_no);
    const bool of_another = speaker_.names_only_another(clause, place);
    if (is_of_today(clause.first, clause.last)) result.doubts |= doubt_postponement;
    if (negations > 1) {
        result.doubts |= doubt_double_negation;
    } else if (restricts(clause) || result.unexplained > 0 || !choice || result.doubts != 0 || of_another) {
        result.doubts |= doubt_negation;
    } else {
        result.votes.push_back(
            {choice, Strength::hint, false, false, false, 0, place > 0 ? place - 1 : 0, place});
    }
}

std::size_t ClauseWeigher::unexplained(const Clause& clause) const {
    if (is_vocative(passage_, explained(), clause)) return 0;
    std::size_t count = 0;
    for (auto at = clause.first; at < clause.last; ++at)
        if (!explained()[at] && (passage_.tokens[at].kind == Token::Kind::word ||
                                 passage_.tokens[at].kind == Token::Kind::number))
            ++count;
    return count;
}

}
