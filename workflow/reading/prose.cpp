// SPDX-License-Identifier: MIT
#include "workflow/reading/prose.h"

#include <algorithm>

#include "workflow/reading/conclusion.h"
#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

constexpr std::size_t small_talk_words_min = 4;
constexpr unsigned small_talk = doubt_alternative | doubt_exclusion | doubt_elsewhere | doubt_past |
                                doubt_negation | doubt_contrast | doubt_limit;

// Each is compared with each.
constexpr std::size_t votes_max = 100;

class Reader {
public:
    explicit Reader(const Heard& heard) : heard_(heard) {}

    Answer answer() const {
        const auto sentences = kept_sentences();
        auto votes = counted(sentences);
        if (votes.size() > votes_max) return unclear("more answers than one letter has");
        votes = without_outweighed(votes);
        unsigned doubts = 0;
        bool unresolved = false;
        for (const auto& sentence : sentences) {
            doubts |= is_small_talk(sentence) ? sentence.doubts & ~small_talk : sentence.doubts;
            unresolved |= sentence.unresolved_yes;
        }
        if (votes.empty()) {
            const auto* ask = asking();
            if (ask && !unresolved && !(doubts & ~character_of("ask").bears))
                return concluded(heard_, *ask, votes, sentences, doubts);
            return unclear(doubts       ? doubt_phrase(doubts)
                           : unresolved ? "yes or no, but to what"
                                        : "nothing that answers the question");
        }
        if (const auto* ask = asks_first(votes, sentences))
            return concluded(heard_, *ask, {}, sentences, doubts);
        if (refuses_what_she_asks_about(votes, sentences))
            return unclear(doubt_phrase(doubt_question), "ask");
        const auto* choice = votes.front().choice;
        const bool one =
            std::all_of(votes.begin(), votes.end(), [&](const Vote& vote) { return vote.choice == choice; });
        if (!one || asks_about_another(*choice, sentences)) return unclear("two answers");
        if (unresolved && !supports(*choice)) return unclear("yes or no, but to what", choice->intent);
        return concluded(heard_, *choice, votes, sentences, doubts);
    }

private:
    // "I'd love to. But I can't.": what a sentence opening with "but" gives away.
    std::vector<SentenceVotes> kept_sentences() const {
        auto kept = heard_.sentences;
        for (std::size_t i = 1; i < kept.size(); ++i) {
            if (!kept[i].concedes_back) continue;
            auto& before = kept[i - 1];
            const bool plain_answer =
                std::any_of(before.votes.begin(), before.votes.end(),
                            [](const Vote& vote) { return vote.strength == Strength::yes_or_no; });
            if (!plain_answer) before.votes.clear();
        }
        return kept;
    }

    // "Rain here for nine days or so": says nothing about the matter, so that its "or" leaves that alone.
    static bool is_small_talk(const SentenceVotes& sentence) {
        return sentence.votes.empty() && sentence.denied.empty() && sentence.questioned.empty() &&
               !sentence.asked && !sentence.concedes_back && !sentence.topical &&
               sentence.unexplained >= small_talk_words_min;
    }

    std::vector<Vote> counted(const std::vector<SentenceVotes>& sentences) const {
        std::vector<Vote> votes;
        for (const auto& sentence : sentences)
            for (const auto& vote : sentence.votes)
                if (vote.choice->takes != Takes::mentors && vote.choice->takes != Takes::ratings)
                    votes.push_back(vote);
        return votes;
    }

    // "I'm not sure it is a good fit"
    static bool doubts_it(const Vote& doubting, const Vote& vote) {
        return doubting.choice->intent == "unsure" && vote.choice->intent == "good" &&
               doubting.sentence == vote.sentence && doubting.first < vote.first;
    }

    // A word of command says that, whatever else the same words might hint at.
    static bool is_commanded_otherwise(const Vote& vote, const Vote& other) {
        return other.strength == Strength::command && vote.strength < other.strength &&
               other.sentence == vote.sentence && other.first == vote.first && other.last == vote.last;
    }

    static std::vector<Vote> without_outweighed(const std::vector<Vote>& votes) {
        std::vector<Vote> kept;
        std::copy_if(votes.begin(), votes.end(), std::back_inserter(kept), [&](const Vote& vote) {
            return std::none_of(votes.begin(), votes.end(), [&](const Vote& other) {
                return character_of(vote.choice->intent).is_outweighed_by(other.choice->intent) ||
                       doubts_it(other, vote) || is_commanded_otherwise(vote, other);
            });
        });
        return kept;
    }

    // "Would another mentor be better? I don't know.": the question names what the answer does not.
    bool asks_about_another(const Choice& choice, const std::vector<SentenceVotes>& sentences) const {
        const bool nobody = heard_.findings.mentions.empty();
        return std::any_of(sentences.begin(), sentences.end(), [&](const SentenceVotes& sentence) {
            return std::any_of(sentence.questioned.begin(), sentence.questioned.end(),
                               [&](const Choice* other) {
                                   return other != &choice && !(nobody && other->takes == Takes::mentors);
                               });
        });
    }

    // A plain question is for whoever asked. Where persons may be chosen it may be about them, so it has to
    // speak of the member.
    const Choice* asking() const {
        const auto* ask = heard_.offered("ask");
        if (!ask) return nullptr;
        const bool of_member = heard_.taking(Takes::mentors) != nullptr;
        if (of_member && !heard_.findings.mentions.empty()) return nullptr;
        const unsigned against =
            doubt_mockery | doubt_reported |
            (of_member ? doubt_elsewhere | doubt_correction | doubt_hedge : doubt_postponement);
        bool asks = false;
        for (const auto& sentence : heard_.sentences) {
            const bool wishes = sentence.polite && !sentence.enquires && (of_member || !sentence.permission);
            if (!sentence.asked || !sentence.topical || wishes || !sentence.votes.empty() ||
                (sentence.doubts & against))
                continue;
            if (of_member && !sentence.of_member) return nullptr;
            asks = true;
        }
        return asks ? ask : nullptr;
    }

    // "Is she in Boston? I would rather not then.": a question, and a leaning that depends on its answer.
    const Choice* asks_first(const std::vector<Vote>& votes,
                             const std::vector<SentenceVotes>& sentences) const {
        const bool leans = std::all_of(votes.begin(), votes.end(), [](const Vote& vote) {
            return vote.strength == Strength::hint || vote.gives_reason;
        });
        return leans && question_comes_first(sentences, votes) ? asking() : nullptr;
    }

    // "Is she from Ohio? I don't want to mentor in my own state.": perhaps no, perhaps only if so.
    bool refuses_what_she_asks_about(const std::vector<Vote>& votes,
                                     const std::vector<SentenceVotes>& sentences) const {
        const bool softly = std::all_of(votes.begin(), votes.end(), [](const Vote& vote) {
            return vote.choice->by_no && vote.strength == Strength::says && !vote.by_command_word;
        });
        return softly && question_comes_first(sentences, votes) && asking();
    }

    // A yes or no that no choice takes ("Yes, all good") stands in the way only of choices that it could
    // contradict.
    static bool supports(const Choice& choice) { return !choice.by_no; }

    const Heard& heard_;
};

}

Answer prose_answer(const Heard& heard) {
    return Reader(heard).answer();
}

}
