// SPDX-License-Identifier: MIT
#include "workflow/reading/votes.h"

#include <algorithm>
#include <optional>
#include <span>

#include "workflow/reading/courtesy.h"
#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

const Choice* choice_named(const Question& question, std::string_view intent) {
    for (const auto& choice : question.choices)
        if (choice.intent == intent) return &choice;
    return nullptr;
}

const Choice* choice_by(const Question& question, bool Choice::*flag) {
    for (const auto& choice : question.choices)
        if (choice.*flag) return &choice;
    return nullptr;
}

bool votes(Sense sense) {
    return sense == Sense::command || sense == Sense::says || sense == Sense::hints || sense == Sense::reason;
}

unsigned doubt_of(Sense sense) {
    switch (sense) {
        case Sense::condition:
            return doubt_condition;
        case Sense::alternative:
            return doubt_alternative;
        case Sense::postponement:
            return doubt_postponement;
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

// One clause, weighed.
struct ClauseVotes {
    std::vector<Vote> votes;
    std::vector<const Choice*> denied;
    unsigned doubts = 0;
    std::size_t unexplained = 0;
    bool answers_yes = false, answers_no = false, unresolved = false;
};

class Weigher {
public:
    Weigher(const Vocabulary& words, const Question& question, const Passage& passage,
            const std::vector<char>& covered)
        : words_(words), question_(question), passage_(passage), covered_(covered) {
        explained_.assign(passage.tokens.size(), 0);
        for (const auto& sign : passage.signs)
            if (sign.sense != Sense::other_person)
                for (auto at = sign.first; at < sign.last; ++at) explained_[at] = 1;
        for (std::size_t at = 0; at < covered.size(); ++at)
            if (covered[at]) explained_[at] = 1;
    }

    std::vector<SentenceVotes> all() {
        std::vector<SentenceVotes> result;
        std::size_t clause = 0;
        for (std::size_t i = 0; i < passage_.sentences.size(); ++i) {
            const auto begin = clause;
            while (clause < passage_.clauses.size() && passage_.clauses[clause].sentence == i) ++clause;
            result.push_back(sentence(i, begin, clause));
        }
        return result;
    }

private:
    SentenceVotes sentence(std::size_t index, std::size_t begin, std::size_t end) {
        const auto& place = passage_.sentences[index];
        SentenceVotes result;
        result.thanks = passage_.has(Sense::thanks, place.first, place.last);
        const bool permission = passage_.has(Sense::permission, place.first, place.last);
        result.polite = permission || passage_.has(Sense::polite, place.first, place.last);
        result.permission = permission && !passage_.has(Sense::polite, place.first, place.last);
        result.enquires = passage_.has(Sense::enquiry, place.first, place.last);
        result.topical = holds(place, Sense::topical);
        result.asked = place.asked || opens_a_question(place);
        if (is_courtesy(passage_, explained_, covered_, passage_.sentences[index])) {
            result.social = true;
            return result;
        }
        ClauseVotes kept;
        for (auto at = begin; at < end; ++at)
            merge(kept, passage_.clauses[at], weigh(passage_.clauses[at]), result);
        result.votes = kept.votes;
        result.denied = kept.denied;
        result.doubts |= kept.doubts;
        result.unexplained = kept.unexplained;
        result.unresolved_yes = kept.unresolved;
        finish(result, index);
        if (!result.votes.empty() && holds(place, Sense::past_word)) result.doubts |= doubt_past;
        return result;
    }

    // "but" gives what stood before it away: its wishes and denials no longer count, a plain yes or no does.
    void merge(ClauseVotes& kept, const Clause& place, const ClauseVotes& clause, SentenceVotes& sentence) {
        const auto signs = passage_.signs_in(place.first, place.first + 1);
        const bool contrast = place.opening == ClauseOpening::contrast ||
                              std::any_of(signs.begin(), signs.end(),
                                          [](const Sign& sign) { return sign.sense == Sense::contrast; });
        const bool concessive = contrast && std::any_of(signs.begin(), signs.end(), [](const Sign& sign) {
                                    return sign.sense == Sense::contrast && sign.value == 1;
                                });
        ClauseVotes next = clause;
        if (concessive) {
            next.votes.clear();
            next.denied.clear();
            next.unresolved = false;
        } else if (contrast) {
            if (place.first == passage_.sentences[place.sentence].first) sentence.concedes_back = true;
            const bool plain_answer = kept.answers_yes || kept.answers_no;
            if (next.votes.empty()) next.doubts |= doubt_contrast;
            if (!plain_answer) {
                kept.votes.clear();
                kept.denied.clear();
                kept.doubts = 0;
                kept.unexplained = 0;
            }
        } else if (place.opening == ClauseOpening::because) {
            next.doubts &= doubt_condition | doubt_correction | doubt_mockery;
            next.votes.clear();
            next.unexplained = 0;
            next.unresolved = false;
        }
        append(kept, next);
    }

    static void append(ClauseVotes& kept, const ClauseVotes& next) {
        kept.votes.insert(kept.votes.end(), next.votes.begin(), next.votes.end());
        kept.denied.insert(kept.denied.end(), next.denied.begin(), next.denied.end());
        kept.doubts |= next.doubts;
        kept.unexplained += next.unexplained;
        kept.answers_yes |= next.answers_yes;
        kept.answers_no |= next.answers_no;
        kept.unresolved |= next.unresolved;
    }

    // A question asserts nothing; a wish in its form does, and some words are questions by nature.
    void finish(SentenceVotes& result, std::size_t index) const {
        auto& votes = result.votes;
        for (auto& vote : votes) vote.sentence = index;
        if (result.asked) {
            const auto before = votes.size();
            std::erase_if(votes, [&](const Vote& vote) {
                const bool wish = result.polite && !(result.permission && commits(vote.choice->intent));
                const bool asserts = wish || character_of(vote.choice->intent).asks;
                if (!asserts && vote.strength != Strength::yes_or_no)
                    result.questioned.push_back(vote.choice);
                return !asserts;
            });
            if (votes.empty() || votes.size() < before) result.doubts |= doubt_question;
        }
        const bool hints_only = std::none_of(
            votes.begin(), votes.end(), [](const Vote& vote) { return vote.strength >= Strength::says; });
        if (hints_only && result.unexplained > 0) votes.clear();
    }

    ClauseVotes weigh(const Clause& clause) const {
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
        if (result.unexplained > 0 && !holds(passage_.sentences[clause.sentence], Sense::topical))
            weaken(result);
        if (negations == 0 && helpers > 0) negations = 1;
        if (negations > 0 && result.votes.empty() && result.denied.empty())
            bare_negation(result, negations, place);
        return result;
    }

    // "I accept that we need a new budget": among unknown words on another matter such a phrase only hints.
    static void weaken(ClauseVotes& result) {
        for (auto& vote : result.votes)
            if (vote.strength == Strength::says && commits(vote.choice->intent))
                vote.strength = Strength::hint;
    }

    // All meanings of one phrase: a meaning that answers the question hides its doubts.
    void phrase(std::span<const Sign> signs, std::size_t begin, std::size_t end, const Clause& clause,
                std::size_t& negations, std::size_t& helpers, ClauseVotes& result) const {
        bool voted = false, answered = false;
        for (auto i = begin; i < end; ++i) {
            if (!votes(signs[i].sense)) continue;
            const auto* choice =
                choice_named(question_, words_.intents[static_cast<std::size_t>(signs[i].value)]);
            if (!choice || !is_outspoken(*choice, signs[i]) || is_verb_only(*choice, signs[i])) continue;
            if (is_of_somebody_else(*choice, signs[i], clause)) result.doubts |= doubt_reported;
            result.doubts |= doubts_over_the_end(signs[i]);
            vote(*choice, signs[i], negations + (negations == 0 && helpers > 0 ? 1 : 0), result);
            voted = true;
        }
        if (voted) return;
        for (auto i = begin; i < end; ++i) {
            const auto& sign = signs[i];
            if (sign.sense == Sense::yes) answer(result, sign, &Choice::by_yes, negations), answered = true;
            if (sign.sense == Sense::no && answers(signs, begin, end, clause))
                answer(result, sign, &Choice::by_no, negations), answered = true;
        }
        if (answered) return;
        const auto means = [&](Sense sense) {
            return std::any_of(signs.begin() + static_cast<std::ptrdiff_t>(begin),
                               signs.begin() + static_cast<std::ptrdiff_t>(end),
                               [&](const Sign& sign) { return sign.sense == sense; });
        };
        negations += means(Sense::negation) ? 1U : 0U;
        helpers += means(Sense::negation_helper) ? 1U : 0U;
        for (auto i = begin; i < end; ++i) result.doubts |= doubt_of(signs[i].sense);
    }

    // "ahora no" + "no lo sé": a phrase that begins within and goes on behind it.
    unsigned doubts_over_the_end(const Sign& sign) const {
        unsigned doubts = 0;
        const auto doubtful = [](const Meaning& meaning) {
            return meaning.sense == Sense::hedge || meaning.sense == Sense::condition ||
                   meaning.sense == Sense::postponement;
        };
        for (auto at = sign.first + 1; at < sign.last; ++at)
            if (const auto found = words_.answer.find(passage_.tokens, at, doubtful))
                if (at + found->length > sign.last) doubts |= doubt_of(found->meanings.front().sense);
        return doubts;
    }

    // "My chief is swamped", "Dr. Hale is on leave", "she met with HR": not the writer.
    bool is_of_somebody_else(const Choice& choice, const Sign& sign, const Clause& clause) const {
        const auto& intent = choice.intent;
        const bool personal = intent == "accept" || intent == "decline" || intent == "pause" ||
                              intent == "withdraw" || intent == "new-mentor" || intent == "met";
        if (is_shouted(sign) || holds(clause.first, sign.last, Sense::self_word)) return false;
        if (!personal)
            return commits(intent) || intent == "change" || intent == "object"
                       ? names_another(clause.first, sign.first)
                       : false;
        const bool titled = passage_.has(Sense::title, clause.first, sign.first) &&
                            !passage_.has(Sense::greeting, clause.first, sign.first);
        return titled || passage_.has(Sense::other_person, clause.first, sign.first);
    }

    // "my husband", "the chair" – but not "she".
    bool names_another(std::size_t first, std::size_t last) const {
        const auto signs = passage_.signs_in(first, last);
        return std::any_of(signs.begin(), signs.end(), [](const Sign& sign) {
            return sign.sense == Sense::other_person && sign.last - sign.first > 1;
        });
    }

    // "ask" and "change" within a sentence are verbs like others.
    bool is_verb_only(const Choice& choice, const Sign& sign) const {
        return sign.sense == Sense::command && choice.takes == Takes::text &&
               strength_of(sign) == Strength::hint;
    }

    // Who decides about a member's request refuses it by the word itself, not by a sigh ("we can't take this
    // one").
    bool is_outspoken(const Choice& choice, const Sign& sign) const {
        if (choice.intent != "decline" || choice.by_no || sign.sense == Sense::command) return true;
        const auto command = [&](const Meaning& meaning) {
            return meaning.sense == Sense::command && meaning.value == sign.value;
        };
        for (auto at = sign.first; at < sign.last; ++at)
            if (words_.answer.find(passage_.tokens, at, command)) return true;
        return false;
    }

    // "No" that is also "not" answers where no word follows it.
    bool answers(std::span<const Sign> signs, std::size_t begin, std::size_t end,
                 const Clause& clause) const {
        const bool negates = std::any_of(signs.begin() + static_cast<std::ptrdiff_t>(begin),
                                         signs.begin() + static_cast<std::ptrdiff_t>(end),
                                         [](const Sign& sign) { return sign.sense == Sense::negation; });
        if (!negates) return true;
        const auto next = signs[begin].last;
        return next >= clause.last || passage_.tokens[next].kind != Token::Kind::word;
    }

    void answer(ClauseVotes& result, const Sign& sign, bool Choice::*flag, std::size_t negations) const {
        (flag == &Choice::by_yes ? result.answers_yes : result.answers_no) = true;
        if (negations > 0) {
            result.doubts |= doubt_negation;
            return;
        }
        if (const auto* choice = choice_by(question_, flag)) {
            result.votes.push_back({choice, Strength::yes_or_no, false, false, 0, sign.first, sign.last});
        } else {
            result.unresolved = true;
        }
    }

    void vote(const Choice& choice, const Sign& sign, std::size_t negations, ClauseVotes& result) const {
        const auto strength = strength_of(sign);
        if (negations > 1) {
            result.doubts |= doubt_double_negation;
            return;
        }
        if (negations == 0 && is_object_of_denial(choice, result)) return;
        if (negations == 0) {
            result.votes.push_back({&choice, strength, sign.sense == Sense::command,
                                    sign.sense == Sense::reason, 0, sign.first, sign.last});
            return;
        }
        const auto* other = choice_named(question_, character_of(choice.intent).denied);
        if (other) {
            const bool plain_denial = strength != Strength::hint;
            result.votes.push_back({other, plain_denial ? Strength::says : Strength::hint, false, false, 0,
                                    sign.first, sign.last});
        } else {
            result.denied.push_back(&choice);
        }
    }

    // "I am unable to accept": what the refusal refuses.
    static bool is_object_of_denial(const Choice& choice, const ClauseVotes& result) {
        const auto denied = character_of(choice.intent).denied;
        return !denied.empty() &&
               std::any_of(result.votes.begin(), result.votes.end(),
                           [&](const Vote& vote) { return vote.choice->intent == denied; });
    }

    bool is_shouted(const Sign& sign) const {
        return passage_.tokens[sign.first].letters == Token::Letters::upper;
    }

    // A word of command counts in capitals, or alone in its clause; within a sentence it only hints.
    Strength strength_of(const Sign& sign) const {
        if (sign.sense == Sense::hints) return Strength::hint;
        if (sign.sense != Sense::command) return Strength::says;
        if (is_shouted(sign)) return Strength::command;
        const auto& tokens = passage_.tokens;
        const bool ends = sign.last >= tokens.size() || tokens[sign.last].kind != Token::Kind::word;
        const bool begins = sign.first == 0 || tokens[sign.first - 1].kind != Token::Kind::word;
        return ends && begins ? Strength::says : Strength::hint;
    }

    // "I can't", "not this time": a no where nothing unknown is denied.
    void bare_negation(ClauseVotes& result, std::size_t negations, std::size_t place) const {
        const auto* choice = choice_by(question_, &Choice::by_no);
        if (negations > 1) {
            result.doubts |= doubt_double_negation;
        } else if (result.unexplained > 0 || !choice || result.doubts != 0) {
            result.doubts |= doubt_negation;
        } else {
            result.votes.push_back(
                {choice, Strength::hint, false, false, 0, place > 0 ? place - 1 : 0, place});
        }
    }

    std::size_t unexplained(const Clause& clause) const {
        if (is_vocative(passage_, explained_, clause)) return 0;
        std::size_t count = 0;
        for (auto at = clause.first; at < clause.last; ++at)
            if (!explained_[at] && (passage_.tokens[at].kind == Token::Kind::word ||
                                    passage_.tokens[at].kind == Token::Kind::number))
                ++count;
        return count;
    }

    bool opens_a_question(const Sentence& sentence) const {
        auto at = sentence.first;
        while (at < sentence.last && (passage_.tokens[at].kind == Token::Kind::mark ||
                                      passage_.tokens[at].kind == Token::Kind::symbol))
            ++at;
        return passage_.has(Sense::question_opener, at, at + 1);
    }

    // Longer phrases hide such words: "is she" opens a question.
    bool holds(const Sentence& sentence, Sense sense) const {
        return holds(sentence.first, sentence.last, sense);
    }

    bool holds(std::size_t first, std::size_t last, Sense sense) const {
        const auto wanted = [sense](const Meaning& meaning) { return meaning.sense == sense; };
        for (auto at = first; at < last; ++at)
            if (words_.answer.find(passage_.tokens, at, wanted)) return true;
        return false;
    }

    const Vocabulary& words_;
    const Question& question_;
    const Passage& passage_;
    const std::vector<char>& covered_;
    std::vector<char> explained_;
};

}

std::vector<SentenceVotes> votes_of(const Vocabulary& words, const Question& question, const Passage& passage,
                                    const std::vector<char>& covered) {
    return Weigher(words, question, passage, covered).all();
}

}
