// SPDX-License-Identifier: MIT
#include "workflow/reading/ratings.h"

#include <algorithm>

#include "workflow/reading/rating_items.h"
#include "workflow/reading/rating_labels.h"

namespace mentoring {

namespace {

constexpr std::size_t places_tried_max = 48;
constexpr std::size_t afterthought_reaches_tokens = 3;

bool may_begin(const Passage& passage, std::size_t at) {
    const auto& token = passage.tokens[at];
    if (token.kind == Token::Kind::number || token.kind == Token::Kind::symbol || token.text == "*")
        return true;
    const auto signs = passage.signs_in(at, at + 1);
    const bool sign = std::any_of(signs.begin(), signs.end(), [](const Sign& one) {
        return one.sense == Sense::question_label || one.sense == Sense::all_ratings ||
               one.sense == Sense::number || one.sense == Sense::rating_plural ||
               one.sense == Sense::ordinal || one.sense == Sense::no_rating;
    });
    const bool line_begins = at == 0 || is_line_end(passage.tokens[at - 1]) ||
                             passage.tokens[at - 1].text == "," || passage.tokens[at - 1].text == ".";
    return sign || (line_begins && token.kind == Token::Kind::word);
}

bool is_whole(const RatingRun& run, const RatingScale& scale) {
    if (run.off_scale || run.twice) return false;
    if (run.bare.empty()) return !run.labelled.empty();
    return run.labelled.empty() && run.bare.size() == scale.questions;
}

// A figure that counts meetings or weeks, or names a day or year, rates nothing.
bool counts_something(const Passage& passage, std::size_t at) {
    const auto next = at + 1;
    for (const auto sense : {Sense::unit, Sense::counted, Sense::times, Sense::month, Sense::ordinal})
        if (passage.has(sense, next, next + 1) || (at > 0 && passage.has(sense, at - 1, at))) return true;
    return passage.tokens[at].text.size() == 4 || is_of_a_title(passage, at);
}

bool has_stray_figure(const Passage& passage, std::size_t first, std::size_t last) {
    for (auto at = first; at < last; ++at)
        if (passage.tokens[at].kind == Token::Kind::number && !counts_something(passage, at)) return true;
    return false;
}

bool has_figures_beside(const Passage& passage, const RatingRun& run) {
    return std::any_of(run.remarks.begin(), run.remarks.end(), [&](const auto& remark) {
        return has_stray_figure(passage, remark.first, remark.second);
    });
}

std::string joined(const Passage& passage, const RatingRun& run) {
    std::vector<std::string> parts = {passage.written(0, run.first)};
    for (const auto& [first, last] : run.remarks) parts.push_back(passage.written(first, last));
    auto at = run.last;
    while (at < passage.tokens.size() && passage.tokens[at].kind != Token::Kind::word &&
           !passage.has(Sense::comment_label, at, at + 1))
        ++at;
    if (const auto label = passage.sign_at(Sense::comment_label, at)) at = label->last;
    if (at > run.last && passage.tokens[at - 1].text == "\xC2\xA1") --at;  // "¡"
    parts.push_back(passage.written(at, passage.tokens.size()));
    std::string all;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!all.empty()) all += "\n";
        all += part;
    }
    return all;
}

// Nothing but words: "not going to say" before the figures, and not "No complaints: 5 5 5 5".
bool runs_up_to(const Passage& passage, std::size_t at, std::size_t run) {
    while (at < run && passage.tokens[at].kind == Token::Kind::word) ++at;
    return at == run;
}

// "-1 5 5 5": a minus, or a dash; and not a list with one a line.
bool has_minus(const Passage& passage, const RatingRun& run) {
    const auto& tokens = passage.tokens;
    const auto ends_line = [&](std::size_t at) { return at >= tokens.size() || is_line_end(tokens[at]); };
    for (auto at = run.first > 0 ? run.first - 1 : 0; run.bare.size() > 1 && at + 1 < run.last; ++at) {
        const bool minus = tokens[at].text == "-" && !tokens[at + 1].spaced &&
                           (at == 0 || tokens[at].spaced || ends_line(at - 1));
        if (minus && tokens[at + 1].kind == Token::Kind::number && !ends_line(at + 2)) return true;
    }
    return false;
}

// "Dr. Hale gave you", "my mentee would give you", "if she had answered it were", "I gave … last year": not
// the writer's rating of now.
bool is_led_astray(const Passage& passage, const Sentence& sentence, std::size_t run) {
    const auto lead = passage.signs_in(sentence.first, run);
    const bool astray = std::any_of(lead.begin(), lead.end(), [&](const Sign& sign) {
        return sign.sense == Sense::condition || sign.sense == Sense::reported ||
               sign.sense == Sense::mockery || sign.sense == Sense::postponement ||
               sign.sense == Sense::title || sign.sense == Sense::other_person ||
               sign.sense == Sense::elsewhere || sign.sense == Sense::correction ||
               ((sign.sense == Sense::negation || sign.sense == Sense::hedge) &&
                runs_up_to(passage, sign.last, run));
    });
    const bool words = std::any_of(passage.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.first),
                                   passage.tokens.begin() + static_cast<std::ptrdiff_t>(run),
                                   [](const Token& token) { return token.kind == Token::Kind::word; });
    // "I would give fives if we had met more often"
    return astray || (words && (passage.has(Sense::past_word, sentence.first, sentence.last) ||
                                passage.has(Sense::condition, run, sentence.last)));
}

// "5 5 5 5, give or take", "5 5 5 5 last year": said in the same breath, not in a comment of its own.
bool has_afterthought(const Passage& passage, const RatingRun& run) {
    const auto until = std::min(run.last + afterthought_reaches_tokens, passage.tokens.size());
    for (auto at = run.last; at < until; ++at) {
        const auto& token = passage.tokens[at];
        if (is_line_end(token) || token.text == "." || passage.has(Sense::comment_label, at, at + 1))
            return false;
        const auto past = passage.sign_at(Sense::past_word, at);
        if (passage.has(Sense::hedge, at, at + 1) || passage.has_valued(Sense::condition, 0, at, at + 1) ||
            passage.has(Sense::mockery, at, at + 1) || passage.has(Sense::postponement, at, at + 1) ||
            passage.has(Sense::elsewhere, at, at + 1) || (past && past->last - past->first > 1))
            return true;
    }
    return false;
}

// "1 2 3 4": ratings, or the numbers of the questions?
bool counts_up(const RatingRun& run) {
    if (run.bare.size() < 3) return false;
    int expected = 1;
    return std::all_of(run.bare.begin(), run.bare.end(),
                       [&](const auto& rating) { return rating == expected++; });
}

// Where the comment takes back, excepts or asks about what was rated.
bool is_taken_back(const Passage& passage, const RatingRun& run) {
    if (has_minus(passage, run) || has_afterthought(passage, run) || counts_up(run)) return true;
    for (const auto& sentence : passage.sentences)
        if (sentence.first < run.last && run.first < sentence.last &&
            (sentence.asked || (sentence.first < run.first && is_led_astray(passage, sentence, run.first))))
            return true;
    for (const auto& sign : passage.signs_in(run.last, run.last + 1))
        if (sign.sense == Sense::exclusion || (sign.sense == Sense::contrast && run.bare.empty()))
            return true;  // "all but the last"
    for (const auto& sign : passage.signs_in(run.last, passage.tokens.size())) {
        if (sign.sense == Sense::correction) return true;
        const bool excepts = sign.sense == Sense::exclusion || sign.sense == Sense::alternative ||
                             sign.sense == Sense::hedge || sign.sense == Sense::contrast ||
                             sign.sense == Sense::rather_than || sign.sense == Sense::no;
        const auto until = std::min(sign.last + 8, passage.tokens.size());
        if (excepts && (has_stray_figure(passage, sign.last, until) ||
                        passage.has(Sense::rating_plural, sign.last, until)))
            return true;
    }
    return passage.has(Sense::negation, run.first > 0 ? run.first - 1 : 0, run.first) ||
           passage.has(Sense::hedge, run.first > 3 ? run.first - 3 : 0, run.first);
}

// All low with praise, or all high with complaint: perhaps she turned the scale around.
bool contradicts(const Passage& passage, const WrittenRatings& written, int highest) {
    int lowest_given = highest, highest_given = 1, praise = 0, complaint = 0;
    for (const auto& rating : written.values) {
        if (!rating) continue;
        lowest_given = std::min(lowest_given, *rating);
        highest_given = std::max(highest_given, *rating);
    }
    for (const auto& sign : passage.signs) {
        if (sign.sense == Sense::evaluative && sign.value > 0) ++praise;
        if (sign.sense == Sense::evaluative && sign.value < 0) ++complaint;
        if (sign.sense == Sense::negation || sign.sense == Sense::contrast) return false;
    }
    return (highest_given <= 2 && praise > 0 && complaint == 0) ||
           (lowest_given >= 4 && complaint > 0 && praise == 0);
}

// The number that the last numbered line of a quotation begins with: the nearest question above the answer.
std::optional<std::size_t> numbered_line(const std::vector<Token>& tokens, std::size_t questions) {
    std::optional<std::size_t> found;
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        const bool begins = at == 0 || is_line_end(tokens[at - 1]);
        if (!begins || tokens[at].kind != Token::Kind::number || tokens[at].text.size() != 1) continue;
        const auto number = static_cast<std::size_t>(tokens[at].text[0] - '0');
        if (number >= 1 && number <= questions) found = number - 1;
    }
    return found;
}

}

WrittenRatings written_ratings(const Passage& passage, const RatedQuestions& rated, const Fold& fold) {
    const auto scale = rating_scale(rated.questions, rated.highest, fold);
    WrittenRatings written;
    written.values.resize(scale.questions);
    RatingRun best;
    std::size_t tried = 0;
    bool failed = false;
    for (std::size_t at = 0; at < passage.tokens.size() && tried < places_tried_max; ++at) {
        if (!may_begin(passage, at)) continue;
        ++tried;
        auto run = rating_run(passage, at, scale);
        if (run.empty()) continue;
        if (is_whole(run, scale)) {
            best = std::move(run);
            break;
        }
        const bool rates = run.off_scale || run.twice || run.bare.size() + run.labelled.size() > 1;
        if (rates && !(run.bare.size() == 1 && counts_something(passage, at))) failed = true;
        if (failed) break;
        at = std::max(at, run.last > 0 ? run.last - 1 : 0);
    }
    if (failed || best.empty()) {
        if (failed || has_stray_figure(passage, 0, passage.tokens.size()))
            written.doubt = "figures that cannot be placed on the scale";
        written.comment = passage.written(0, passage.tokens.size());
        return written;
    }
    written.any = true;
    for (const auto& [question, rating] : best.labelled) written.values[question] = rating;
    if (!best.bare.empty()) written.values = best.bare;
    written.comment = joined(passage, best);
    if (is_taken_back(passage, best)) written.doubt = "ratings that are taken back or excepted";
    if (contradicts(passage, written, rated.highest))
        written.doubt = "ratings and words that contradict each other";
    if (has_stray_figure(passage, 0, best.first) ||
        has_stray_figure(passage, best.last, passage.tokens.size()) || has_figures_beside(passage, best))
        written.doubt = "more figures than questions";
    return written;
}

WrittenRatings ratings_below(const std::vector<QuotedAnswer>& answers, const RatedQuestions& rated,
                             const Fold& fold, const Vocabulary& words) {
    const auto scale = rating_scale(rated.questions, rated.highest, fold);
    const auto all = [](const Meaning&) { return true; };
    const auto none = [](std::string_view) { return false; };
    WrittenRatings written;
    written.values.resize(scale.questions);
    std::vector<bool> given(scale.questions, false);
    for (const auto& pair : answers) {
        const auto asked = fold(pair.question), said = fold(pair.answer);
        const auto asked_tokens = tokens_of(asked);
        const auto passage = passage_of(words.answer, said, all, none);
        auto question = numbered_line(asked_tokens, scale.questions);
        if (!question) question = question_named(scale, asked_tokens, 0, asked_tokens.size());
        const auto run = rating_run(passage, 0, scale);
        if (!question || run.bare.size() != 1 || run.off_scale) {
            if (run.off_scale || (question && !run.empty()))
                written.doubt = "figures that cannot be placed on the scale";
            const auto words_said = passage.written(0, passage.tokens.size());
            if (!words_said.empty()) written.comment += (written.comment.empty() ? "" : "\n") + words_said;
            continue;
        }
        if (given[*question] && written.values[*question] != run.bare[0])
            written.doubt = "two ratings of one question";
        given[*question] = true;
        written.any = true;
        written.values[*question] = run.bare[0];
        const auto beside = passage.written(run.last, passage.tokens.size());
        if (!beside.empty()) written.comment += (written.comment.empty() ? "" : "\n") + beside;
    }
    return written;
}

}
