// SPDX-License-Identifier: MIT
#include "workflow/reading/votes.h"

#include <algorithm>
#include <optional>

#include "workflow/reading/clause_votes.h"
#include "workflow/reading/courtesy.h"
#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

constexpr std::size_t bare_no_tokens_max = 2;  // "no", "no!"
constexpr int aside = 1;                       // value of a word about something else: "by the way"

class Weigher {
public:
    Weigher(const Vocabulary& words, const Question& question, const Passage& passage,
            const std::vector<char>& covered)
        : clauses_(words, question, passage, covered), passage_(passage), covered_(covered) {}

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
        result.asked = place.asked || opening(place, Sense::question_opener);
        result.topical = holds(place, Sense::topical, 0) || holds(place, Sense::topical, 1);
        result.of_member = result.asked && is_of_member(place, result.enquires);
        if (is_courtesy(passage_, clauses_.explained(), covered_, passage_.sentences[index])) {
            result.social = true;
            return result;
        }
        ClauseVotes kept;
        for (auto at = begin; at < end; ++at)
            merge(kept, passage_.clauses[at], clauses_.weigh(passage_.clauses[at]), result);
        result.votes = kept.votes;
        result.denied = kept.denied;
        result.doubts |= kept.doubts;
        result.unexplained = kept.unexplained;
        result.unresolved_yes = kept.unresolved;
        finish(result, index);
        // "Yes! Does she prefer text or email?" leaves the yes as it is.
        if (result.asked && result.votes.empty()) result.doubts &= ~static_cast<unsigned>(doubt_alternative);
        if (tells_of_the_past(result, place)) result.doubts |= doubt_past;
        if (result.votes.empty() && is_aside(place)) result.doubts &= ~static_cast<unsigned>(doubt_elsewhere);
        if (speaks_elsewhere(result.votes, place)) result.doubts |= doubt_elsewhere;
        // "We only serve physicians." – but "Only on Tuesdays."
        if (result.votes.empty() && !opening(place, Sense::condition))
            result.doubts &= ~static_cast<unsigned>(doubt_limit);
        const bool wishes = !result.asked && result.votes.empty() && result.unexplained > 0;
        if (wishes && holds(place, Sense::wish)) result.doubts |= doubt_wish;
        return result;
    }

    // "but" gives what stood before it away: its wishes and denials no longer count, a plain yes or no does.
    void merge(ClauseVotes& kept, const Clause& place, const ClauseVotes& clause, SentenceVotes& sentence) {
        const bool contrast = place.opening == ClauseOpening::contrast ||
                              passage_.has(Sense::contrast, place.first, place.first + 1);
        const bool concessive = passage_.has_valued(Sense::contrast, 1, place.first, place.first + 1);
        ClauseVotes next = clause;
        if (concessive) {
            // "Confirm, although I'd like one more meeting", "Agreed, though it is a lot of homework"
            if (next.unexplained > 0 || clauses_.holds(place.first, place.last, Sense::wish) ||
                clauses_.holds(place.first, place.last, Sense::negation))
                next.doubts |= doubt_contrast;
            next.votes.clear();
            next.denied.clear();
            next.unresolved = false;
        } else if (contrast && next.votes.empty() && clauses_.holds(place.first, place.last, Sense::thanks)) {
            next.unresolved = false;  // "No, but thank you for asking"
        } else if (contrast) {
            if (place.first == passage_.sentences[place.sentence].first) sentence.concedes_back = true;
            const bool plain_answer = kept.answers_yes || kept.answers_no || gives_grounds(next, kept);
            if (next.votes.empty()) next.doubts |= doubt_contrast;
            if (!plain_answer) {
                for (const auto& vote : kept.votes)
                    if (vote.choice->intent == "new-mentor") sentence.questioned.push_back(vote.choice);
                kept.votes.clear();
                kept.denied.clear();
                kept.doubts = 0;
                kept.unexplained = 0;
                if (!next.votes.empty()) sentence.decides_from = place.first;
            }
        } else if (place.opening == ClauseOpening::because) {
            next.doubts &= any_condition | doubt_correction | doubt_mockery;
            next.votes.clear();
            next.unexplained = 0;
            next.unresolved = false;
        }
        // "Bien, no"
        const bool bare = place.last - place.first <= bare_no_tokens_max;
        if (bare && !kept.votes.empty() && next.votes.empty() && next.answers_no && next.unresolved)
            kept.take_back();
        append(kept, next);
    }

    // "I'd like someone else, she is lovely but we have nothing in common": it only says why.
    static bool gives_grounds(const ClauseVotes& next, const ClauseVotes& kept) {
        const auto is = [](const ClauseVotes& votes, std::string_view intent) {
            return !votes.votes.empty() &&
                   std::any_of(votes.votes.begin(), votes.votes.end(),
                               [&](const Vote& vote) { return vote.choice->intent == intent; });
        };
        return is(next, "unsure") && is(kept, "new-mentor");
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
            const auto question = question_in(index);
            std::erase_if(votes, [&](const Vote& vote) {
                if (vote.last <= question) return false;
                const bool wish = result.polite && !(result.permission && commits(vote.choice->intent)) &&
                                  !asks_whether_you(vote, passage_.sentences[index]);
                const bool asserts = wish || (character_of(vote.choice->intent).asks && !vote.by_denial &&
                                              !asks_about_her(vote, passage_.sentences[index]));
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

    // "Does she know that I work nights every other week?" wishes no change.
    bool asks_about_her(const Vote& vote, const Sentence& sentence) const {
        if (vote.choice->intent != "change" || vote.by_command_word) return false;
        const auto opener = opening(sentence, Sense::question_opener);
        return opener && opener->last - opener->first > 1;
    }

    // "Would you accept?": what the writer would have to do herself.
    bool asks_whether_you(const Vote& vote, const Sentence& sentence) const {
        if (!commits(vote.choice->intent) || vote.strength == Strength::yes_or_no) return false;
        const auto signs = passage_.signs_in(sentence.first, vote.first);
        return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
            return sign.sense == Sense::polite && sign.last == vote.first && sign.last - sign.first > 1;
        });
    }

    std::optional<Sign> opening(const Sentence& sentence, Sense sense) const {
        return passage_.sign_at(sense, first_word(sentence.first, sentence.last));
    }

    // "By the way, the newsletter was splendid."
    bool is_aside(const Sentence& sentence) const {
        const auto word = opening(sentence, Sense::elsewhere);
        return word && word->value == aside;
    }

    // The reasons of a refusal may be past ones: there only its own clause counts.
    bool tells_of_the_past(const SentenceVotes& said, const Sentence& sentence) const {
        return std::any_of(said.votes.begin(), said.votes.end(), [&](const Vote& vote) {
            if (vote.choice->takes != Takes::reason)
                return clauses_.tells_of_the_past(std::max(sentence.first, said.decides_from), sentence.last);
            const auto after =
                std::upper_bound(passage_.clauses.begin(), passage_.clauses.end(), vote.first,
                                 [](std::size_t token, const Clause& each) { return token < each.first; });
            if (after == passage_.clauses.begin()) return false;
            const auto& clause = *std::prev(after);
            return vote.first < clause.last && clauses_.tells_of_the_past(clause.first, clause.last);
        });
    }

    // "I learned a lot at the conference": how it goes there says nothing here.
    bool speaks_elsewhere(const std::vector<Vote>& votes, const Sentence& sentence) const {
        const bool of_the_mentoring = std::any_of(votes.begin(), votes.end(), [](const Vote& vote) {
            const auto& intent = vote.choice->intent;
            return intent == "good" || intent == "unsure" || intent == "new-mentor" || intent == "close";
        });
        return of_the_mentoring && holds(sentence, Sense::elsewhere);
    }

    // "I accept, when do we start?": what stands before the clause that asks is said, not asked.
    std::size_t question_in(std::size_t sentence) const {
        const auto& place = passage_.sentences[sentence];
        if (opening(place, Sense::question_opener)) return place.first;
        for (const auto& clause : passage_.clauses) {
            if (clause.sentence != sentence || clause.first == place.first) continue;
            const auto at = first_word(clause.first, clause.last);
            if (at < clause.last && clauses_.holds(at, at + 1, Sense::question_opener))
                return clauses_.holds(at, at + 1, Sense::contrast) ? place.first : clause.first;
        }
        return place.first;
    }

    std::size_t first_word(std::size_t at, std::size_t last) const {
        while (at < last && (passage_.tokens[at].kind == Token::Kind::mark ||
                             passage_.tokens[at].kind == Token::Kind::symbol))
            ++at;
        return at;
    }

    // Only the words of one language speak together: "has" is another word in Spanish.
    bool is_of_member(const Sentence& place, bool enquires) const {
        const auto languages = [&](int value) {
            return clauses_.languages_of(place.first, place.last, Sense::topical, value);
        };
        const auto member = languages(1);
        return member && !(member & languages(-1)) && (enquires || !(member & languages(-2)));
    }

    bool holds(const Sentence& sentence, Sense sense, int value) const {
        return clauses_.languages_of(sentence.first, sentence.last, sense, value) != 0;
    }

    bool holds(const Sentence& sentence, Sense sense) const {
        return clauses_.holds(sentence.first, sentence.last, sense);
    }

    ClauseWeigher clauses_;
    const Passage& passage_;
    const std::vector<char>& covered_;
};

}

std::vector<SentenceVotes> votes_of(const Vocabulary& words, const Question& question, const Passage& passage,
                                    const std::vector<char>& covered) {
    return Weigher(words, question, passage, covered).all();
}
}
