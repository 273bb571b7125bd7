// SPDX-License-Identifier: MIT
#include "workflow/reading/chosen_mentors.h"

#include <algorithm>

#include "workflow/reading/choice_clauses.h"
#include "workflow/reading/choice_doubts.h"
#include "workflow/reading/choice_refusals.h"
#include "workflow/reading/explicit_order.h"

namespace mentoring {

namespace {

// Clauses; each is compared with each.
constexpr std::size_t choices_max = 50;

bool contains(const std::vector<PersonId>& people, PersonId person) {
    return std::find(people.begin(), people.end(), person) != people.end();
}

void add(std::vector<PersonId>& people, PersonId person) {
    if (!contains(people, person)) people.push_back(person);
}

// A clause that chooses somebody.
struct Choosing {
    std::size_t clause;  // its first token
    bool plain;          // by a word that chooses, or by names alone
    bool praised;        // by words behind the names
    std::vector<PersonId> people;
};

class Chooser {
public:
    Chooser(const Vocabulary& words, const Question& question, const Passage& passage,
            const std::vector<Mention>& mentions)
        : words_(words),
          question_(question),
          passage_(passage),
          mentions_(mentions),
          doubts_(words, question, passage),
          clauses_(words, question, passage, mentions),
          refusals_(words, passage, clauses_) {}

    ChosenMentors all() {
        result_.named = !mentions_.empty();
        if (auto ordered = explicit_order(words_, question_, passage_, mentions_)) return *ordered;
        if (doubts_.contradicts_itself(mentions_)) doubt("a number and a name that contradict each other");
        if (doubts_.answers_each()) doubt("it is not clear who is refused");
        for (const auto& clause : passage_.clauses) {
            if (clause.opening == ClauseOpening::contrast && !clauses_.is_concessive(clause)) concede(clause);
            weigh(clause);
        }
        conclude();
        return std::move(result_);
    }

private:
    // Persons praised before "but" are neither chosen nor refused; who was chosen in a sentence before stays
    // so.
    void concede(const Clause& clause) {
        const auto begin = passage_.sentences[clause.sentence].first;
        for (const auto& [person, sentence] : named_in_)
            if (sentence == clause.sentence && !contains(refused_, person) &&
                !is_chosen(person, [&](std::size_t place) { return place < begin; }))
                add(conceded_, person);
        affirmed_.erase(std::remove_if(affirmed_.begin(), affirmed_.end(),
                                       [&](PersonId person) { return contains(conceded_, person); }),
                        affirmed_.end());
    }

    void weigh(const Clause& clause) {
        const auto mentions = clauses_.mentions_in(clause.first, clause.last);
        if (mentions.empty()) {
            about_last(clause);
            return;
        }
        result_.sentences.push_back(clause.sentence);
        doubt(doubts_.about(clause, mentions, !affirmed_.empty()));
        const auto refusal = refusals_.about(clause, mentions);
        doubt(refusal.doubt);
        const bool affirmed = !refusal.refused && clauses_.is_affirmed(clause);
        if (affirmed && clause.opening == ClauseOpening::comma &&
            last_refused_sentence_ == clause.sentence + 1 && !clauses_.is_stressed(clause))
            doubt("it is not clear who is refused");
        const bool chooses = affirmed && !gives_a_reason(clause) && choosing_.size() < choices_max;
        if (choosing_.size() == choices_max) doubt("more choices than one letter has");
        if (chooses)
            choosing_.push_back(
                {clause.first, clauses_.is_plain_choice(clause), clauses_.praises(clause), {}});
        for (const auto& mention : mentions)
            if (!counts_others(mention, mentions)) place(mention, clause, mentions, refusal, chooses);
        last_refused_sentence_ =
            refusal.refused && refusals_.is_directly_negated(mentions.front()) ? clause.sentence + 1 : 0;
        last_mentions_ = mentions;
        last_sentence_ = clause.sentence;
    }

    // Among whom she belongs: the refused, the chosen, or those only named.
    void place(const Mention& mention, const Clause& clause, const std::vector<Mention>& mentions,
               const ChoiceRefusals::Verdict& refusal, bool chooses) {
        if (mention.kind != Mention::Kind::one) {
            doubt(mention.numbered                           ? "no such number"
                  : mention.kind == Mention::Kind::ambiguous ? "several people of that name"
                                                             : "nobody of that name");
            return;
        }
        named_in_.emplace_back(mention.person, clause.sentence);
        if (mention.first >= refusal.left_out_from) std::erase(affirmed_, mention.person);
        if (refusal.refused || mention.first >= refusal.denied_from ||
            refusals_.refuses_alone(clause, mention, mentions)) {
            add(refused_, mention.person);
        } else if (chooses && !signs_off(clause, mention) && !doubts_.is_thanked(mention) &&
                   !is_apart(mention, mentions)) {
            add(affirmed_, mention.person);
            add(choosing_.back().people, mention.person);
        } else if (!is_of_a_group(mention, mentions)) {
            add(neutral_, mention.person);
        }
    }

    // "Bea, who works with Chloe", "Bea because she knows Chloe"
    bool gives_a_reason(const Clause& clause) const {
        return clause.opening == ClauseOpening::because && !last_mentions_.empty() &&
               last_sentence_ == clause.sentence;
    }

    // "Go with Bea and copy Ada": words that nobody knows lead to another name. "Bea's group": she is not it.
    bool is_apart(const Mention& mention, const std::vector<Mention>& mentions) const {
        const bool owns = mention.last + 1 < passage_.tokens.size() &&
                          passage_.tokens[mention.last].text == "s" &&
                          clauses_.unexplained(mention.last + 1, mention.last + 2) > 0;
        if (owns) return true;
        for (std::size_t i = 1; i < mentions.size(); ++i)
            if (mentions[i].first == mention.first)
                return clauses_.unexplained(mentions[i - 1].last, mention.first) > 0;
        return false;
    }

    // "Bea please!", and below it "Ada": perhaps who writes.
    bool signs_off(const Clause& clause, const Mention& mention) const {
        const auto& sentences = passage_.sentences;
        const bool last = clause.sentence > 0 && clause.sentence + 1 == sentences.size();
        const bool given_name_alone = !mention.numbered && mention.last == mention.first + 1 &&
                                      sentences.back().first == mention.first &&
                                      sentences.back().last == mention.last;
        if (!last || !given_name_alone || affirmed_.empty()) return false;
        const auto& before = sentences[clause.sentence - 1];
        return sentences.back().own_lines && (sentences.back().after_blank || before.last - before.first > 2);
    }

    // "both 1 and 2": the count adds nobody.
    bool counts_others(const Mention& mention, const std::vector<Mention>& mentions) const {
        if (mention.kind != Mention::Kind::unknown || !mention.numbered) return false;
        std::vector<PersonId> others;
        for (const auto& other : mentions)
            if (other.kind == Mention::Kind::one) add(others, other.person);
        for (const auto& [person, sentence] : named_in_)
            if (sentence == last_sentence_) add(others, person);
        for (const auto& sign : passage_.signs_in(mention.first, mention.first + 1))
            if (sign.sense == Sense::all_of && static_cast<std::size_t>(sign.value) == others.size())
                return true;
        return false;
    }

    // "…, who is on leave": speaks against whom the clause before named.
    void about_last(const Clause& clause) {
        if (last_mentions_.empty() || last_sentence_ != clause.sentence) return;
        const bool against =
            clauses_.has(Sense::unfit, clause.first, clause.last) ||
            ((clauses_.has(Sense::no, clause.first, clause.last) || refusals_.denies_before(clause)) &&
             clauses_.unexplained(clause.first, clause.last) == 0);
        const bool select = !against && clauses_.is_affirmed(clause) &&
                            (clauses_.has(Sense::yes, clause.first, clause.last) ||
                             clauses_.selects(Sense::says, clause.first, clause.last) ||
                             clauses_.selects(Sense::hints, clause.first, clause.last)) &&
                            !clauses_.has(Sense::negation, clause.first, clause.last);
        for (const auto& mention : last_mentions_) {
            if (mention.kind != Mention::Kind::one) continue;
            if (against) {
                affirmed_.erase(std::remove(affirmed_.begin(), affirmed_.end(), mention.person),
                                affirmed_.end());
                add(refused_, mention.person);
            } else if (select && last_mentions_.size() == 1 && clause.opening != ClauseOpening::contrast &&
                       !contains(refused_, mention.person)) {
                add(affirmed_, mention.person);
            }
        }
    }

    // "All three are great. Ada please.", "I like 1 and 2. Go with 2.": were those named first only praised?
    bool narrows_down() const {
        for (const auto& sooner : choosing_)
            for (const auto& later : choosing_)
                if (sooner.clause < later.clause && narrows(sooner, later)) return true;
        return false;
    }

    bool narrows(const Choosing& sooner, const Choosing& later) const {
        const bool leaves_one_out =
            std::any_of(sooner.people.begin(), sooner.people.end(), [&](PersonId person) {
                return contains(affirmed_, person) &&
                       !is_chosen(person, [&](std::size_t clause) { return clause > sooner.clause; });
            });
        return leaves_one_out && std::any_of(later.people.begin(), later.people.end(), [&](PersonId person) {
                   return contains(affirmed_, person) &&
                          ((later.plain && sooner.praised) || contains(sooner.people, person));
               });
    }

    // In a clause whose first token `fits`.
    template <typename Fits>
    bool is_chosen(PersonId person, const Fits& fits) const {
        return std::any_of(choosing_.begin(), choosing_.end(), [&](const Choosing& one) {
            return fits(one.clause) && contains(one.people, person);
        });
    }

    void doubt(std::string_view phrase) {
        if (result_.doubt.empty()) result_.doubt = phrase;
    }

    // "Bea knows this well. Please invite her.": she is the only one whom the mail names.
    void point_back() {
        auto named = neutral_;
        for (const auto person : conceded_) add(named, person);
        const bool spoken_against = clauses_.has(Sense::unfit, 0, passage_.tokens.size());
        if (!affirmed_.empty() || !refused_.empty() || named.size() != 1 || !result_.doubt.empty() ||
            (!conceded_.empty() && spoken_against))
            return;
        for (const auto& clause : passage_.clauses) {
            const bool later = clause.sentence > last_sentence_ || clause.first >= last_mentions_.back().last;
            if (later && clauses_.unexplained(clause.first, clause.last) == 0 &&
                clauses_.points_back(clause) && !clauses_.has(Sense::negation, clause.first, clause.last))
                affirmed_ = named;
        }
        for (const auto& mention : mentions_)
            if (const auto& place = passage_.sentences[clauses_.sentence_of(mention.first)];
                clauses_.has(Sense::negation, place.first, place.last) ||
                clauses_.has(Sense::no, place.first, place.last))
                affirmed_.clear();
    }

    void conclude() {
        point_back();
        const bool doubtful = !result_.doubt.empty();
        for (const auto person : affirmed_)
            if (contains(refused_, person)) doubt("chosen and refused");
        if (narrows_down()) doubt("all, and one of them");
        for (const auto person : neutral_)
            if (!contains(affirmed_, person) && !contains(refused_, person) && !contains(conceded_, person))
                doubt("another person is named");
        if (affirmed_.empty() && !refused_.empty()) doubt("nobody is chosen");
        // Between whom she hesitates is filled in where it is asked back.
        result_.mentors = affirmed_.empty() && refused_.empty() && doubtful ? neutral_ : affirmed_;
        result_.chosen = !affirmed_.empty();
    }

    const Vocabulary& words_;
    const Question& question_;
    const Passage& passage_;
    const std::vector<Mention>& mentions_;
    ChoiceDoubts doubts_;
    ChoiceClauses clauses_;
    ChoiceRefusals refusals_;
    std::vector<PersonId> affirmed_, refused_, neutral_, conceded_;
    std::vector<Choosing> choosing_;
    std::vector<std::pair<PersonId, std::size_t>> named_in_;  // person, sentence
    std::vector<Mention> last_mentions_;
    std::size_t last_sentence_ = 0, last_refused_sentence_ = 0;
    ChosenMentors result_;
};

}

ChosenMentors chosen_mentors(const Vocabulary& words, const Question& question, const Passage& passage,
                             const std::vector<Mention>& mentions) {
    return Chooser(words, question, passage, mentions).all();
}

}
