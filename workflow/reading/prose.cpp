// SPDX-License-Identifier: MIT
#include "workflow/reading/prose.h"

#include <algorithm>

#include "workflow/reading/calendar_words.h"
#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

constexpr std::size_t small_talk_words_min = 4;
constexpr std::size_t added_words_min = 2;
constexpr std::size_t day_reaches_words = 3;
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
                return finish(*ask, votes, sentences, doubts);
            return unclear(doubts       ? doubt_phrase(doubts)
                           : unresolved ? "yes or no, but to what"
                                        : "nothing that answers the question");
        }
        if (const auto* ask = asks_first(votes, sentences)) return finish(*ask, {}, sentences, doubts);
        if (refuses_what_she_asks_about(votes, sentences))
            return unclear(doubt_phrase(doubt_question), "ask");
        const auto* choice = votes.front().choice;
        const bool one =
            std::all_of(votes.begin(), votes.end(), [&](const Vote& vote) { return vote.choice == choice; });
        if (!one || asks_about_another(*choice, sentences)) return unclear("two answers");
        if (unresolved && !supports(*choice)) return unclear("yes or no, but to what", choice->intent);
        return finish(*choice, votes, sentences, doubts);
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

    // A plain yes among words about something else is perhaps meant for somebody else.
    bool is_astray(const std::vector<Vote>& votes, const std::vector<SentenceVotes>& sentences) const {
        const bool strong = std::any_of(votes.begin(), votes.end(),
                                        [](const Vote& vote) { return vote.strength >= Strength::says; });
        if (strong) return false;
        return std::any_of(sentences.begin(), sentences.end(), [](const SentenceVotes& sentence) {
            return !sentence.social && sentence.unexplained > 1 && !sentence.topical && !sentence.thanks;
        });
    }

    Answer finish(const Choice& choice, const std::vector<Vote>& votes,
                  const std::vector<SentenceVotes>& sentences, unsigned doubts) const {
        auto result = filled(choice.takes, heard_.passage, heard_.facts, heard_.findings, sentences, votes,
                             heard_.question.today);
        const auto character = character_of(choice.intent);
        auto bears = character.bears;
        if (is_agreed_under_condition(choice, sentences) || objects_under_condition(choice, votes))
            bears &= ~any_condition;
        if (bears & doubt_question && choice.intent == "accept" && question_comes_first(sentences, votes))
            bears &= ~static_cast<unsigned>(doubt_question);
        const bool hinted = !votes.empty() && std::all_of(votes.begin(), votes.end(), [](const Vote& vote) {
            return vote.strength == Strength::hint;
        });
        if (hinted && choice.intent == "confirm") bears &= ~static_cast<unsigned>(doubt_past);
        if (says_otherwise_later(choice, sentences)) bears &= ~static_cast<unsigned>(doubt_past);
        const bool bare = std::all_of(votes.begin(), votes.end(),
                                      [](const Vote& vote) { return vote.strength == Strength::yes_or_no; });
        if (!bare) bears |= doubt_receipt;
        const bool said = std::any_of(votes.begin(), votes.end(),
                                      [](const Vote& vote) { return vote.strength >= Strength::says; });
        const bool explains = choice.takes == Takes::reason || choice.takes == Takes::text;
        if (said && explains && (choice.intent != "object" || !speaks_elsewhere(votes, sentences)))
            bears |= doubt_elsewhere;
        if (said && names_what_it_is_about(choice) && !speaks_elsewhere(votes, sentences))
            bears |= doubt_elsewhere;
        if (refuses_outright(votes)) bears |= doubt_again;
        // "I must decline; my husband is ill"
        if (explains && is_said_by_herself(votes)) bears |= doubt_reported;
        if (doubts & ~bears) return unclear(doubt_phrase(doubts & ~bears), choice.intent, result.arguments);
        if (!result.doubt.empty()) return unclear(result.doubt, choice.intent, result.arguments);
        if (choice.takes == Takes::nothing && (begins_later(choice, votes) || names_a_day(choice, votes)))
            return unclear("from a day on", choice.intent, result.arguments);
        if (leaves_a_wish_unread(choice, sentences))
            return unclear(doubt_phrase(doubt_question), choice.intent);
        if (choice.takes == Takes::text && only_denies(votes, sentences))
            return unclear("denied, and nothing said instead", choice.intent);
        if (choice.intent == "good" && held_until()) return unclear("well until a day", choice.intent);
        if (adds_something(choice, votes, sentences))
            return unclear("more than is known", choice.intent, result.arguments);
        const bool asked_plainly = character.asks && votes.empty();
        if (!asked_plainly && is_astray(votes, sentences))
            return unclear("words about something else", choice.intent, result.arguments);
        return clear(choice, result.arguments);
    }

    // "Agreed. My name is spelt with a K.": what comes behind the answer may be a wish.
    static bool adds_something(const Choice& choice, const std::vector<Vote>& votes,
                               const std::vector<SentenceVotes>& sentences) {
        if (choice.intent != "agree") return false;
        std::size_t from = 0;
        for (const auto& vote : votes) from = std::max(from, vote.sentence + 1);
        return std::any_of(sentences.begin() + static_cast<std::ptrdiff_t>(from), sentences.end(),
                           [](const SentenceVotes& sentence) {
                               return !sentence.social && !sentence.asked && !sentence.thanks &&
                                      sentence.unexplained >= added_words_min;
                           });
    }

    // Words that are said of the mentoring alone, so that the party in the next sentence is another matter.
    static bool names_what_it_is_about(const Choice& choice) {
        return choice.intent == "pause" || choice.intent == "new-mentor" || choice.intent == "withdraw";
    }

    static bool speaks_elsewhere(const std::vector<Vote>& votes,
                                 const std::vector<SentenceVotes>& sentences) {
        return std::any_of(votes.begin(), votes.end(), [&](const Vote& vote) {
            return (sentences[vote.sentence].doubts & doubt_elsewhere) != 0;
        });
    }

    // "I must say no. Do ask me again next year." – and not "Too busy. Ask me again in May."
    static bool refuses_outright(const std::vector<Vote>& votes) {
        return std::any_of(votes.begin(), votes.end(), [](const Vote& vote) {
            return vote.choice->intent == "decline" && vote.strength >= Strength::says && !vote.gives_reason;
        });
    }

    // "I was worried that it would be too much. So yes, let's do it.": what once was in the way is not any
    // more.
    static bool says_otherwise_later(const Choice& choice, const std::vector<SentenceVotes>& sentences) {
        bool otherwise = false;
        for (const auto& sentence : sentences)
            for (const auto& vote : sentence.votes)
                otherwise = vote.choice->intent == character_of(choice.intent).denied;
        return otherwise;
    }

    // "I do not agree.": with what, and what she would rather have, is not said.
    static bool only_denies(const std::vector<Vote>& votes, const std::vector<SentenceVotes>& sentences) {
        const bool denies = !votes.empty() && std::all_of(votes.begin(), votes.end(),
                                                          [](const Vote& vote) { return vote.by_denial; });
        return denies && std::all_of(sentences.begin(), sentences.end(),
                                     [](const SentenceVotes& sentence) { return sentence.unexplained == 0; });
    }

    bool is_said_by_herself(const std::vector<Vote>& votes) const {
        return std::any_of(votes.begin(), votes.end(), [&](const Vote& vote) {
            const auto begin = heard_.passage.sentences[vote.sentence].first;
            return vote.strength >= Strength::says && !vote.of_another &&
                   !heard_.passage.has(Sense::reported, begin, vote.first) &&
                   !heard_.passage.has(Sense::other_person, begin, vote.first);
        });
    }

    // "I confirm nothing before I talk to her", "If she still has time I'd rather go on" – and not "Not yet,
    // my hearing is only in May."
    bool objects_under_condition(const Choice& choice, const std::vector<Vote>& votes) const {
        return choice.intent == "object" && std::any_of(votes.begin(), votes.end(), [&](const Vote& vote) {
                   const auto& sentence = heard_.passage.sentences[vote.sentence];
                   const auto until = vote.by_denial ? sentence.last : sentence.first + 1;
                   return heard_.passage.has_valued(Sense::condition, 0, sentence.first, until) ||
                          heard_.passage.has_valued(Sense::condition, 0, vote.last, vote.last + 1);
               });
    }

    // "I would agree if it were shorter" is neither agreed nor a change yet.
    static bool is_agreed_under_condition(const Choice& choice, const std::vector<SentenceVotes>& sentences) {
        return choice.intent == "change" &&
               std::any_of(sentences.begin(), sentences.end(), [](const SentenceVotes& sentence) {
                   return (sentence.doubts & any_condition) &&
                          std::any_of(sentence.votes.begin(), sentence.votes.end(),
                                      [](const Vote& vote) { return vote.choice->intent == "agree"; });
               });
    }

    // "I'm not sure it works. Could you …?": how it goes is clear, what is wished of us is not.
    static bool leaves_a_wish_unread(const Choice& choice, const std::vector<SentenceVotes>& sentences) {
        const bool tells = choice.intent == "good" || choice.intent == "unsure";
        return tells && std::any_of(sentences.begin(), sentences.end(), [](const SentenceVotes& sentence) {
                   return sentence.asked && sentence.polite && !sentence.social && sentence.votes.empty() &&
                          sentence.unexplained > 0;
               });
    }

    bool held_until() const {
        return std::any_of(
            heard_.findings.dates.begin(), heard_.findings.dates.end(),
            [](const WrittenDate& date) { return date.relation == WrittenDate::Relation::until; });
    }

    static bool question_comes_first(const std::vector<SentenceVotes>& sentences,
                                     const std::vector<Vote>& votes) {
        for (std::size_t i = 0; i < sentences.size() && i < votes.front().sentence; ++i)
            if (sentences[i].asked) return true;
        return false;
    }

    // "Please close it on December 31": right behind the word. Where all shall end, any day to come means
    // that it has not: "Confirmed. The last session is on the 14th".
    bool names_a_day(const Choice& choice, const std::vector<Vote>& votes) const {
        const auto size = heard_.passage.tokens.size();
        if (choice.intent == "confirm" || choice.intent == "close") return has_a_day(0, size);
        if (choice.intent != "good" && choice.intent != "agree") return false;
        return std::any_of(votes.begin(), votes.end(), [&](const Vote& vote) {
            return has_a_day(vote.last, std::min(size, vote.last + day_reaches_words));
        });
    }

    bool has_a_day(std::size_t first, std::size_t last) const {
        for (auto at = first; at < last; ++at)
            if (is_in_full(heard_.facts, Sense::weekday, at)) return true;
        return std::any_of(heard_.findings.dates.begin(), heard_.findings.dates.end(),
                           [&](const WrittenDate& date) {
                               return date.first >= first && date.first < last && date.to_come &&
                                      is_written_out(date.first, date.last) &&
                                      !heard_.passage.has(Sense::relative_day, date.first, date.last);
                           });
    }

    bool is_written_out(std::size_t first, std::size_t last) const {
        for (auto at = first; at < last; ++at)
            if (heard_.passage.tokens[at].kind == Token::Kind::number ||
                is_in_full(heard_.facts, Sense::weekday, at) || is_in_full(heard_.facts, Sense::month, at))
                return true;
        return false;
    }

    // "Yes, from January": a yes with a day before which, or only up to which, it does not hold.
    bool begins_later(const Choice& choice, const std::vector<Vote>& votes) const {
        if (choice.intent == "good" || choice.intent == "unsure" || choice.intent == "status" ||
            choice.intent == "help")
            return false;
        return std::any_of(heard_.findings.dates.begin(), heard_.findings.dates.end(),
                           [&](const WrittenDate& date) {
                               if (choice.intent == "new-mentor" && tells_how_long(date, votes)) return false;
                               return date.to_come && (date.relation != WrittenDate::Relation::at ||
                                                       date.precision == WrittenDate::Precision::month);
                           });
    }

    // "A new mentor please, mine has not answered in two months": beside the wish, not in it.
    bool tells_how_long(const WrittenDate& date, const std::vector<Vote>& votes) const {
        const auto& clauses = heard_.passage.clauses;
        const auto holds = [](const Clause& clause, std::size_t token) {
            return clause.first <= token && token < clause.last;
        };
        return date.relation != WrittenDate::Relation::from && date.relation != WrittenDate::Relation::at &&
               std::none_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
                   return holds(clause, date.first) &&
                          std::any_of(votes.begin(), votes.end(),
                                      [&](const Vote& vote) { return holds(clause, vote.first); });
               });
    }

    const Heard& heard_;
};

}

Answer prose_answer(const Heard& heard) {
    return Reader(heard).answer();
}

}
