// SPDX-License-Identifier: MIT
#include "workflow/reading/answer.h"

#include <algorithm>

#include "workflow/reading/addressed.h"
#include "workflow/reading/chosen_mentors.h"
#include "workflow/reading/commanded.h"
#include "workflow/reading/heard.h"
#include "workflow/reading/intents.h"
#include "workflow/reading/prose.h"
#include "workflow/reading/ratings.h"

namespace mentoring {

namespace {

std::string_view bounded(std::string_view text) {
    if (text.size() <= answer_octets_max) return text;
    auto end = answer_octets_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// What the choice of persons weighs for itself.
constexpr unsigned doubts_about_persons = doubt_negation | doubt_question | doubt_contrast |
                                          doubt_double_negation | doubt_alternative | doubt_exclusion;

// "I think we should match her with", "what I would like to change is"
bool ends_on_the_way(const Vocabulary& vocabulary, const Passage& passage) {
    const auto goes_on = [](const Meaning& meaning) { return meaning.sense == Sense::goes_on; };
    const auto end = passage.tokens.size();
    for (std::size_t at = end < 2 ? end : end - 2; at < end; ++at) {
        const auto found = vocabulary.answer.find(passage.tokens, at, goes_on);
        if (found && at > 0 && at + found->length == end) return true;
    }
    return false;
}

// "Let's go with Dr. Lindqvist and Dr."
bool is_cut_off(const Vocabulary& vocabulary, const Passage& passage) {
    if (ends_on_the_way(vocabulary, passage)) return true;
    const auto& tokens = passage.tokens;
    auto last = tokens.size();
    while (last > 0 && tokens[last - 1].kind == Token::Kind::mark) --last;
    return last > 1 && passage.has(Sense::joint, last - 2, last - 1) &&
           passage.has(Sense::title, last - 1, last);
}

class Reader {
public:
    Reader(const Vocabulary& vocabulary, const Fold& fold, const Question& question, const FoldedText& text)
        : fold_(fold),
          people_(question, fold, vocabulary),
          heard_(heard(vocabulary, question, people_, text)) {}

    Answer below(const std::vector<QuotedAnswer>& answers, bool& read) const {
        read = false;
        if (const auto* rated = heard_.taking(Takes::ratings)) {
            const auto written = ratings_below(answers, {heard_.question.rated, heard_.question.rating_max},
                                               fold_, heard_.vocabulary);
            read = written.any;
            return evaluated(*rated, written);
        }
        if (const auto* match = heard_.taking(Takes::mentors)) {
            const auto chosen = chosen_below(heard_.vocabulary, fold_, people_, answers);
            read = chosen.named;
            Arguments arguments;
            arguments.mentors = chosen.mentors;
            if (!chosen.doubt.empty() || !chosen.chosen)
                return unclear(chosen.doubt.empty() ? "nobody is chosen" : chosen.doubt, match->intent,
                               arguments);
            return clear(*match, arguments);
        }
        return {};
    }

    Answer answer() const {
        auto said = whoever_is_greeted();
        if (said.clarity == Clarity::clear &&
            greets_somebody_else(heard_.vocabulary, fold_, heard_.question, heard_.passage))
            return unclear("words for somebody else", said.intent, said.arguments);
        return said;
    }

private:
    Answer whoever_is_greeted() const {
        if (is_cut_off(heard_.vocabulary, heard_.passage)) return unclear("a sentence without its end");
        if (auto commanded = commanded_answer(heard_)) return *commanded;
        if (const auto* rated = heard_.taking(Takes::ratings)) return evaluation(*rated);
        if (const auto* match = heard_.taking(Takes::mentors))
            if (auto chosen = mentors(*match)) return *chosen;
        return prose_answer(heard_);
    }

    Answer evaluated(const Choice& choice, const WrittenRatings& written) const {
        Arguments arguments;
        arguments.ratings = written.values;
        arguments.text = written.comment;
        if (!written.doubt.empty()) return unclear(written.doubt, choice.intent, arguments);
        const auto rated = [](const auto& rating) { return rating.has_value(); };
        if (std::none_of(written.values.begin(), written.values.end(), rated) && written.comment.empty())
            return unclear("nothing is rated", choice.intent);
        return clear(choice, arguments);
    }

    Answer evaluation(const Choice& choice) const {
        const auto written =
            written_ratings(heard_.passage, {heard_.question.rated, heard_.question.rating_max}, fold_);
        if (written.any || !written.doubt.empty()) return evaluated(choice, written);
        const auto others = prose_answer(heard_);
        if (others.clarity == Clarity::clear && others.intent != choice.intent) return others;
        const auto blocking = any_condition | doubt_postponement | doubt_again | doubt_correction |
                              doubt_mockery | doubt_question | doubt_receipt | doubt_elsewhere;
        bool evaluates = false;
        for (std::size_t i = 0; i < heard_.sentences.size(); ++i) {
            if (heard_.sentences[i].doubts & blocking || heard_.sentences[i].asked)
                return unclear(doubt_phrase(heard_.sentences[i].doubts), choice.intent);
            const auto& place = heard_.passage.sentences[i];
            evaluates |= heard_.passage.has(Sense::evaluative, place.first, place.last);
        }
        if (!evaluates) return unclear("no rating and no word about the programme", choice.intent);
        return evaluated(choice, written);
    }

    unsigned doubts_outside(const std::vector<std::size_t>& apart) const {
        unsigned doubts = 0;
        for (std::size_t i = 0; i < heard_.sentences.size(); ++i) {
            auto mine = heard_.sentences[i].doubts;
            if (std::find(apart.begin(), apart.end(), i) != apart.end()) mine &= ~doubts_about_persons;
            doubts |= mine;
        }
        return doubts;
    }

    // Nothing where persons are not what the mail is about.
    std::optional<Answer> mentors(const Choice& choice) const {
        const auto chosen =
            chosen_mentors(heard_.vocabulary, heard_.question, heard_.passage, heard_.findings.mentions);
        if (!chosen.named) return std::nullopt;
        Arguments arguments;
        arguments.mentors = chosen.mentors;
        arguments.order = chosen.order;
        // "Please decline. She is matched with Ada already.": a person is named, and nobody chosen.
        if (!chosen.chosen && says_otherwise(choice, chosen.sentences)) return std::nullopt;
        if (!chosen.doubt.empty()) return unclear(chosen.doubt, choice.intent, arguments);
        if (!chosen.chosen) return std::nullopt;
        if (is_for_later(chosen.sentences)) return unclear("from a day on", choice.intent, arguments);
        // "3, no, make that 1": either of them alone may be meant.
        if (chosen.mentors.size() > 1 &&
            heard_.passage.has(Sense::correction, 0, heard_.passage.tokens.size()))
            return unclear(doubt_phrase(doubt_correction), choice.intent, arguments);
        if (says_otherwise(choice, chosen.sentences)) return unclear("two answers", choice.intent, arguments);
        if (chosen.order != InvitationOrder::together)
            return doubts_outside(chosen.sentences) == 0
                       ? clear(choice, arguments)
                       : unclear("more than an order", choice.intent, arguments);
        const auto doubts = doubts_outside(chosen.sentences);
        const auto bears = doubt_receipt | doubt_past |
                           (is_off_the_list(chosen.mentors) ? doubt_negation | doubt_contrast : 0U);
        if (doubts & ~static_cast<unsigned>(bears))
            return unclear(doubt_phrase(doubts), choice.intent, arguments);
        return clear(choice, arguments);
    }

    // "Bea, next month"
    bool is_for_later(const std::vector<std::size_t>& sentences) const {
        const auto& dates = heard_.findings.dates;
        return std::any_of(dates.begin(), dates.end(), [&](const WrittenDate& date) {
            return date.to_come && !date.past &&
                   std::any_of(sentences.begin(), sentences.end(), [&](std::size_t sentence) {
                       const auto& place = heard_.passage.sentences[sentence];
                       return place.first <= date.first && date.first < place.last;
                   });
        });
    }

    // "None of the three knows this field. Please invite Dana.": whom the letter did not print.
    bool is_off_the_list(const std::vector<PersonId>& mentors) const {
        const auto& printed = heard_.question.candidates;
        return std::none_of(printed.begin(), printed.end(), [&](const NamedPerson& candidate) {
            return std::find(mentors.begin(), mentors.end(), candidate.id) != mentors.end();
        });
    }

    // Another answer in a sentence that does not speak about persons, or a command of it anywhere.
    bool says_otherwise(const Choice& choice, const std::vector<std::size_t>& apart) const {
        for (std::size_t i = 0; i < heard_.sentences.size(); ++i) {
            const bool about_persons = std::find(apart.begin(), apart.end(), i) != apart.end();
            for (const auto& vote : heard_.sentences[i].votes)
                if (vote.choice != &choice &&
                    vote.strength >= (about_persons ? Strength::command : Strength::says))
                    return true;
        }
        return false;
    }

    const Fold& fold_;
    NamedPeople people_;
    Heard heard_;
};

}

namespace {

// "fine" below two of the quoted lines and "in person if possible" between them.
bool differs_below(const Vocabulary& vocabulary, const Fold& fold, const Question& question,
                   const Answer& whole, const std::vector<QuotedAnswer>& inline_answers) {
    if (whole.clarity != Clarity::clear || inline_answers.size() < 2) return false;
    const auto* choice = choice_named(question, whole.intent);
    return choice && choice->takes == Takes::nothing &&
           std::any_of(inline_answers.begin(), inline_answers.end(), [&](const QuotedAnswer& below) {
               const auto alone = read_answer(vocabulary, fold, question, below.answer, {});
               return alone.clarity != Clarity::clear || alone.intent != whole.intent;
           });
}

}

Answer read_answer(const Vocabulary& vocabulary, const Fold& fold, const Question& question,
                   std::string_view new_words, const std::vector<QuotedAnswer>& inline_answers) {
    const auto written = bounded(new_words);
    if (is_blank(written) && inline_answers.empty()) return unclear("nothing was written");
    const auto text = fold(written);
    Reader reader(vocabulary, fold, question, text);
    if (!inline_answers.empty()) {
        bool read = false;
        auto below = reader.below(inline_answers, read);
        if (read) return below;
    }
    auto whole = reader.answer();
    if (differs_below(vocabulary, fold, question, whole, inline_answers))
        return unclear("not the same below each line", whole.intent);
    return whole;
}

}
