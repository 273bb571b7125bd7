// SPDX-License-Identifier: MIT
#include "workflow/reading/conclusion.h"

#include <algorithm>

#include "workflow/reading/calendar_words.h"
#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

constexpr std::size_t added_words_min = 2;
constexpr std::size_t day_reaches_words = 3;

class Conclusion {
public:
    Conclusion(const Heard& heard, const Choice& choice, const std::vector<Vote>& votes,
               const std::vector<SentenceVotes>& sentences)
        : heard_(heard), choice_(choice), votes_(votes), sentences_(sentences) {}

    Answer answer(unsigned doubts) const {
        auto result = filled(choice_.takes, heard_.passage, heard_.facts, heard_.findings, sentences_, votes_,
                             heard_.question.today);
        const auto unborne = doubts & ~borne();
        auto against = unborne ? doubt_phrase(unborne) : std::string_view(result.doubt);
        if (against.empty()) against = what_stands_against();
        if (against.empty()) return clear(choice_, result.arguments);
        return unclear(against, choice_.intent, result.arguments);
    }

private:
    // Doubts that leave it standing.
    unsigned borne() const {
        auto bears = character_of(choice_.intent).bears;
        if (is_agreed_under_condition() || objects_under_condition()) bears &= ~any_condition;
        if (choice_.intent == "accept" && question_comes_first(sentences_, votes_))
            bears &= ~static_cast<unsigned>(doubt_question);
        const bool hinted = !votes_.empty() && all_of_strength(Strength::hint);
        if ((hinted && choice_.intent == "confirm") || says_otherwise_later())
            bears &= ~static_cast<unsigned>(doubt_past);
        if (!all_of_strength(Strength::yes_or_no)) bears |= doubt_receipt;
        if (is_said() && is_sure_of_its_matter()) bears |= doubt_elsewhere;
        if (refuses_outright()) bears |= doubt_again;
        // "I must decline; my husband is ill"
        if (explains() && is_said_by_herself()) bears |= doubt_reported;
        return bears;
    }

    std::string_view what_stands_against() const {
        if (choice_.takes == Takes::nothing && (begins_later() || names_a_day())) return "from a day on";
        if (leaves_a_wish_unread()) return doubt_phrase(doubt_question);
        if (choice_.takes == Takes::text && only_denies()) return "denied, and nothing said instead";
        if (choice_.intent == "good" && held_until()) return "well until a day";
        if (adds_something()) return "more than is known";
        const bool asked_plainly = character_of(choice_.intent).asks && votes_.empty();
        return !asked_plainly && is_astray() ? "words about something else" : "";
    }

    bool all_of_strength(Strength strength) const {
        return std::all_of(votes_.begin(), votes_.end(),
                           [&](const Vote& vote) { return vote.strength == strength; });
    }

    bool is_said() const {
        return std::any_of(votes_.begin(), votes_.end(),
                           [](const Vote& vote) { return vote.strength >= Strength::says; });
    }

    bool explains() const { return choice_.takes == Takes::reason || choice_.takes == Takes::text; }

    // That the next sentence is of another matter does not touch it.
    bool is_sure_of_its_matter() const {
        const bool at_home = !speaks_elsewhere();
        return (explains() && (choice_.intent != "object" || at_home)) ||
               (names_what_it_is_about() && at_home);
    }

    // "Agreed. My name is spelt with a K.": what comes behind the answer may be a wish.
    bool adds_something() const {
        if (choice_.intent != "agree") return false;
        std::size_t from = 0;
        for (const auto& vote : votes_) from = std::max(from, vote.sentence + 1);
        return std::any_of(sentences_.begin() + static_cast<std::ptrdiff_t>(from), sentences_.end(),
                           [](const SentenceVotes& sentence) {
                               return !sentence.social && !sentence.asked && !sentence.thanks &&
                                      sentence.unexplained >= added_words_min;
                           });
    }

    // Words that are said of the mentoring alone, so that the party in the next sentence is another matter.
    bool names_what_it_is_about() const {
        return choice_.intent == "pause" || choice_.intent == "new-mentor" || choice_.intent == "withdraw";
    }

    bool speaks_elsewhere() const {
        return std::any_of(votes_.begin(), votes_.end(), [&](const Vote& vote) {
            return (sentences_[vote.sentence].doubts & doubt_elsewhere) != 0;
        });
    }

    // "I must say no. Do ask me again next year." – and not "Too busy. Ask me again in May."
    bool refuses_outright() const {
        return std::any_of(votes_.begin(), votes_.end(), [](const Vote& vote) {
            return vote.choice->intent == "decline" && vote.strength >= Strength::says && !vote.gives_reason;
        });
    }

    // "I was worried that it would be too much. So yes, let's do it.": what once was in the way is not any
    // more.
    bool says_otherwise_later() const {
        bool otherwise = false;
        for (const auto& sentence : sentences_)
            for (const auto& vote : sentence.votes)
                otherwise = vote.choice->intent == character_of(choice_.intent).denied;
        return otherwise;
    }

    // "I do not agree.": with what, and what she would rather have, is not said.
    bool only_denies() const {
        const bool denies = !votes_.empty() && std::all_of(votes_.begin(), votes_.end(),
                                                           [](const Vote& vote) { return vote.by_denial; });
        return denies && std::all_of(sentences_.begin(), sentences_.end(),
                                     [](const SentenceVotes& sentence) { return sentence.unexplained == 0; });
    }

    bool is_said_by_herself() const {
        return std::any_of(votes_.begin(), votes_.end(), [&](const Vote& vote) {
            const auto begin = heard_.passage.sentences[vote.sentence].first;
            return vote.strength >= Strength::says && !vote.of_another &&
                   !heard_.passage.has(Sense::reported, begin, vote.first) &&
                   !heard_.passage.has(Sense::other_person, begin, vote.first);
        });
    }

    // "I confirm nothing before I talk to her", "If she still has time I'd rather go on" – and not "Not yet,
    // my hearing is only in May."
    bool objects_under_condition() const {
        return choice_.intent == "object" && std::any_of(votes_.begin(), votes_.end(), [&](const Vote& vote) {
                   const auto& sentence = heard_.passage.sentences[vote.sentence];
                   const auto until = vote.by_denial ? sentence.last : sentence.first + 1;
                   return heard_.passage.has_valued(Sense::condition, 0, sentence.first, until) ||
                          heard_.passage.has_valued(Sense::condition, 0, vote.last, vote.last + 1);
               });
    }

    // "I would agree if it were shorter" is neither agreed nor a change yet.
    bool is_agreed_under_condition() const {
        return choice_.intent == "change" &&
               std::any_of(sentences_.begin(), sentences_.end(), [](const SentenceVotes& sentence) {
                   return (sentence.doubts & any_condition) &&
                          std::any_of(sentence.votes.begin(), sentence.votes.end(),
                                      [](const Vote& vote) { return vote.choice->intent == "agree"; });
               });
    }

    // "I'm not sure it works. Could you …?": how it goes is clear, what is wished of us is not.
    bool leaves_a_wish_unread() const {
        const bool tells = choice_.intent == "good" || choice_.intent == "unsure";
        return tells && std::any_of(sentences_.begin(), sentences_.end(), [](const SentenceVotes& sentence) {
                   return sentence.asked && sentence.polite && !sentence.social && sentence.votes.empty() &&
                          sentence.unexplained > 0;
               });
    }

    bool held_until() const {
        return std::any_of(
            heard_.findings.dates.begin(), heard_.findings.dates.end(),
            [](const WrittenDate& date) { return date.relation == WrittenDate::Relation::until; });
    }

    // "Please close it on December 31": right behind the word. Where all shall end, any day to come means
    // that it has not: "Confirmed. The last session is on the 14th".
    bool names_a_day() const {
        const auto size = heard_.passage.tokens.size();
        if (choice_.intent == "confirm" || choice_.intent == "close") return has_a_day(0, size);
        if (choice_.intent != "good" && choice_.intent != "agree") return false;
        return std::any_of(votes_.begin(), votes_.end(), [&](const Vote& vote) {
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
    bool begins_later() const {
        if (choice_.intent == "good" || choice_.intent == "unsure" || choice_.intent == "status" ||
            choice_.intent == "help")
            return false;
        return std::any_of(heard_.findings.dates.begin(), heard_.findings.dates.end(),
                           [&](const WrittenDate& date) {
                               if (choice_.intent == "new-mentor" && tells_how_long(date)) return false;
                               return date.to_come && (date.relation != WrittenDate::Relation::at ||
                                                       date.precision == WrittenDate::Precision::month);
                           });
    }

    // "A new mentor please, mine has not answered in two months": beside the wish, not in it.
    bool tells_how_long(const WrittenDate& date) const {
        const auto& clauses = heard_.passage.clauses;
        const auto holds = [](const Clause& clause, std::size_t token) {
            return clause.first <= token && token < clause.last;
        };
        return date.relation != WrittenDate::Relation::from && date.relation != WrittenDate::Relation::at &&
               std::none_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
                   return holds(clause, date.first) &&
                          std::any_of(votes_.begin(), votes_.end(),
                                      [&](const Vote& vote) { return holds(clause, vote.first); });
               });
    }

    // A plain yes among words about something else is perhaps meant for somebody else.
    bool is_astray() const {
        if (is_said()) return false;
        return std::any_of(sentences_.begin(), sentences_.end(), [](const SentenceVotes& sentence) {
            return !sentence.social && sentence.unexplained > 1 && !sentence.topical && !sentence.thanks;
        });
    }

    const Heard& heard_;
    const Choice& choice_;
    const std::vector<Vote>& votes_;
    const std::vector<SentenceVotes>& sentences_;
};

}

bool question_comes_first(const std::vector<SentenceVotes>& sentences, const std::vector<Vote>& votes) {
    const auto end =
        sentences.begin() + static_cast<std::ptrdiff_t>(std::min(sentences.size(), votes.front().sentence));
    return std::any_of(sentences.begin(), end, [](const SentenceVotes& sentence) { return sentence.asked; });
}

Answer concluded(const Heard& heard, const Choice& choice, const std::vector<Vote>& votes,
                 const std::vector<SentenceVotes>& sentences, unsigned doubts) {
    return Conclusion(heard, choice, votes, sentences).answer(doubts);
}

}
