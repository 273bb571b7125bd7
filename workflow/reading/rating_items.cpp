// SPDX-License-Identifier: MIT
#include "workflow/reading/rating_items.h"

#include <algorithm>

#include "workflow/reading/rating_labels.h"
#include "workflow/reading/rating_value.h"

namespace mentoring {

namespace {

constexpr std::size_t label_words_max = 6;
constexpr int rest_of_them = 1;

using Kind = Token::Kind;

class Reader {
public:
    Reader(const Passage& passage, const RatingScale& scale)
        : passage_(passage), tokens_(passage.tokens), scale_(scale) {}

    RatingRun run(std::size_t at) {
        run_.first = at;
        for (at_ = at; at_ < tokens_.size();) {
            const auto before = at_;
            skip_separators();
            if (at_ >= tokens_.size() || passage_.has(Sense::comment_label, at_, at_ + 1)) break;
            if (!joined() && !numbered() && !spoken() && !named() && !all_alike() && !compact() && !bare()) {
                at_ = before;
                break;
            }
        }
        run_.last = at_;
        return std::move(run_);
    }

private:
    bool is(std::size_t at, std::string_view text) const {
        return at < tokens_.size() && tokens_[at].text == text;
    }

    std::optional<int> sign(Sense sense, std::size_t& at) const {
        const auto found = passage_.sign_at(sense, at);
        if (!found) return std::nullopt;
        at = found->last;
        return found->value;
    }

    void skip_separators() {
        while (at_ < tokens_.size()) {
            const auto& token = tokens_[at_];
            const auto phrase = passage_.sign_at(Sense::within, at_);  // "for the second"
            if (phrase && rating_label(passage_, phrase->last, scale_.questions)) {
                at_ = phrase->last;
                return;
            }
            if (letter_at(at_)) return;
            const bool small = token.kind == Kind::word && token.text.size() <= 3 &&
                               passage_.has(Sense::plain, at_, at_ + 1) &&
                               !passage_.has(Sense::question_label, at_, at_ + 1) &&
                               !passage_.has(Sense::all_ratings, at_, at_ + 1);
            const bool mark = token.kind == Kind::mark && token.text != "?" && token.text != "/" &&
                              token.text != "*" && !is_dash_rating() && !is_minus(at_);
            if (!is_line_end(token) && !small && !mark) return;
            ++at_;
        }
    }

    // "5 5 5 -1"
    bool is_minus(std::size_t at) const {
        return is(at, "-") && tokens_[at].spaced && at > 0 && tokens_[at - 1].kind == Kind::number &&
               at + 1 < tokens_.size() && tokens_[at + 1].kind == Kind::number && !tokens_[at + 1].spaced;
    }

    // "-" alone on a line, or between commas, declines to rate; elsewhere it is a bullet or joint.
    bool is_dash_rating() const {
        if (!is(at_, "-")) return false;
        const bool opens = at_ > 0 && tokens_[at_ - 1].text == ",";
        return opens && at_ + 1 < tokens_.size() && tokens_[at_ + 1].text == ",";
    }

    bool value(std::size_t& at, std::optional<int>& rating) {
        const auto found = rating_value(passage_, at, scale_);
        if (!found) return false;
        rating = found->rating;
        run_.off_scale |= found->off_scale;
        at = found->last;
        return true;
    }

    void put(std::size_t question, std::optional<int> rating) {
        const auto [place, fresh] = run_.labelled.try_emplace(question, rating);
        if (!fresh && place->second != rating) run_.twice = true;
    }

    bool ends_line(std::size_t at) const { return at >= tokens_.size() || is_line_end(tokens_[at]); }

    void take_remark() {
        const auto first = at_;
        while (at_ < tokens_.size() && !is_line_end(tokens_[at_])) {
            if (label_at(at_)) break;
            if (is(at_, ",") || is(at_, ";")) {
                auto next = at_ + 1;
                if (label_at(next) || named_at(next) || passage_.has(Sense::all_ratings, next, next + 1))
                    break;
            }
            if (is(at_, ".") && named_at(at_ + 1)) break;
            ++at_;
        }
        bool words = false;
        for (auto at = first; at < at_; ++at)
            words |= tokens_[at].kind == Kind::word || tokens_[at].kind == Kind::number;
        if (words) run_.remarks.emplace_back(first, at_);
    }

    // "a)", "b:"
    std::optional<int> letter_at(std::size_t at) const {
        const bool letter = at < tokens_.size() && tokens_[at].text.size() == 1 &&
                            tokens_[at].text[0] >= 'a' && tokens_[at].text[0] <= 'z';
        if (!letter || (!is(at + 1, ")") && !is(at + 1, ":")) || tokens_[at + 1].spaced) return std::nullopt;
        return 1 + (tokens_[at].text[0] - 'a');
    }

    // "Q1", "1:", "question 2", "1)" – the question's place and where its rating begins.
    std::optional<std::pair<std::size_t, std::size_t>> label_at(std::size_t at) const {
        auto place = at;
        const bool begins_line = at == 0 || is_line_end(tokens_[at - 1]);
        bool labelled = sign(Sense::question_label, place).has_value();
        if (is(place, "#")) ++place, labelled = true;
        if (is(place, "(")) ++place;
        std::optional<int> number = passage_.figure_at(place);
        if (!number) number = letter_at(place);
        if (number) {
            ++place;
        } else if (auto ordinal = place; sign(Sense::ordinal, ordinal)) {
            number = sign(Sense::ordinal, place);
            sign(Sense::choice_noun, place);
            labelled = is(place, ":") || is(place, "-") || is(place, "=");
            if (!labelled) return std::nullopt;
        }
        if (!number || *number < 1 || static_cast<std::size_t>(*number) > scale_.questions)
            return std::nullopt;
        bool joint = is(place, ":") || is(place, "=") || is(place, ")");
        const bool dash = is(place, "-") && place + 1 < tokens_.size() &&
                          (labelled || tokens_[place].spaced || (begins_line && ends_line(place + 2)));
        const bool in_order =
            !run_.labelled.empty() && static_cast<std::size_t>(*number) == run_.labelled.rbegin()->first + 2;
        const bool stop = is(place, ".") && (begins_line || labelled || in_order) &&
                          place + 1 < tokens_.size() &&
                          (tokens_[place + 1].spaced || tokens_[place + 1].kind != Kind::number);
        joint |= stop || dash;
        if (!joint && !labelled) return std::nullopt;
        while (is(place, ":") || is(place, "=") || is(place, ")") || is(place, ".") ||
               (is(place, "-") && place + 1 < tokens_.size() && !is_line_end(tokens_[place + 1])))
            ++place;
        return std::pair{static_cast<std::size_t>(*number - 1), place};
    }

    bool numbered() {
        const auto label = label_at(at_);
        if (!label) return false;
        auto place = label->second;
        std::optional<int> rating;
        if (!value(place, rating)) return false;
        put(label->first, rating);
        at_ = place;
        take_remark();
        return true;
    }

    // "question 2 is a 4", "the third 4", "3 for question 1".
    bool spoken() {
        const bool off_scale = run_.off_scale;
        if (label_first() || label_last()) return true;
        run_.off_scale = off_scale;
        return false;
    }

    bool label_first() {
        return label_first(label_of_several(passage_, at_, scale_.questions)) ||
               label_first(rating_label(passage_, at_, scale_.questions));
    }

    bool label_first(const std::optional<RatingLabel>& label) {
        if (!label) return false;
        auto place = behind_joining_words(passage_, label->last);
        // "top marks for the first, 4 for the second": what follows rates something else.
        if (!label->numbered && !excepts_ && parts(label->last, place)) return false;
        if (!label->numbered && place == label->last && counts_questions(place)) return false;
        std::optional<int> rating;
        if (!value(place, rating) || is_counted(passage_, place)) return false;
        put(*label, rating);
        at_ = place;
        return true;
    }

    bool label_last() {
        auto place = at_;
        std::optional<int> rating;
        const bool is_figure = passage_.figure_at(place).has_value();
        if (const auto plural = sign(Sense::rating_plural, place))
            rating = plural;
        else if (!value(place, rating))
            return false;
        const auto joined = behind_joining_words(passage_, place);
        if (joined == place || is(place, ",") || is(place, ":")) return false;
        auto label = label_of_several(passage_, joined, scale_.questions);
        if (!label) label = rating_label(passage_, joined, scale_.questions);
        // "one for the last session": a word counts many things, a figure at the end of a thought rates.
        if (!label || (!is_figure && continues(label->last))) return false;
        put(*label, rating);
        at_ = label->last;
        return true;
    }

    // "lovely on the first three, four for the last" – but "first 3, second 4".
    bool counts_questions(std::size_t at) const {
        const auto count = rating_value(passage_, at, scale_);
        if (!run_.labelled.empty() || !count || !count->rating) return false;
        if (*count->rating < 2 || static_cast<std::size_t>(*count->rating) > scale_.questions) return false;
        return !rating_label(passage_, behind_joining_words(passage_, count->last), scale_.questions);
    }

    bool parts(std::size_t first, std::size_t last) const {
        for (auto at = first; at < last; ++at)
            if (is(at, ",") || passage_.has(Sense::joint, at, at + 1)) return true;
        return false;
    }

    bool continues(std::size_t at) const {
        return at < tokens_.size() && tokens_[at].kind == Kind::word &&
               !passage_.has(Sense::joint, at, at + 1);
    }

    void put(const RatingLabel& label, std::optional<int> rating) {
        for (auto question = label.question; question < label.question + label.count; ++question)
            put(question, rating);
    }

    // Behind what was said of all.
    void excepted() {
        const auto place = behind_exception(passage_, at_, scale_.questions);
        if (!place) return;
        auto part = Reader(passage_, scale_);
        part.at_ = *place;
        part.excepts_ = true;
        if (!part.spoken() || part.run_.off_scale) return;
        for (const auto& [question, rating] : part.run_.labelled) run_.labelled[question] = rating;
        at_ = part.at_;
    }

    // "Response: 4", "Mentor fit 5/5": the question's place and where its rating begins.
    std::optional<std::pair<std::size_t, std::size_t>> named_at(std::size_t at) const {
        auto end = at;
        while (end < tokens_.size() && end - at < label_words_max && tokens_[end].kind == Kind::word &&
               !passage_.has(Sense::number, end, end + 1))
            ++end;
        if (end == at) return std::nullopt;
        auto place = end;
        while (is(place, ":") || is(place, "=") || is(place, "-")) ++place;
        const bool own_line = (at == 0 || is_line_end(tokens_[at - 1])) && ends_line(place + 1);
        if (!own_line && run_.labelled.empty() && all_plain(at, end)) return std::nullopt;
        for (const auto sense : {Sense::reported, Sense::other_person, Sense::self_word})
            if (passage_.has(sense, at, end)) return std::nullopt;  // "My chief would give"
        const auto question = question_named(scale_, tokens_, at, end);
        if (!question || !rating_value(passage_, place, scale_)) return std::nullopt;
        return std::pair{*question, place};
    }

    bool named() {
        const auto label = named_at(at_);
        if (!label) return false;
        auto place = label->second;
        std::optional<int> rating;
        value(place, rating);
        put(label->first, rating);
        at_ = place;
        take_remark();
        return true;
    }

    // "I would give": words that name no question, though a question may hold them too.
    bool all_plain(std::size_t first, std::size_t last) const {
        const auto signs = passage_.signs_in(first - std::min(first, label_words_max), last);
        for (auto at = first; at < last; ++at)
            if (std::none_of(signs.begin(), signs.end(), [&](const Sign& sign) {
                    return sign.sense == Sense::plain && sign.first <= at && at < sign.last;
                }))
                return false;
        return true;
    }

    // "all fives", "5s across the board", "todo 5".
    bool all_alike() {
        auto place = at_;
        auto all = sign(Sense::all_ratings, place);
        if (all) place = behind_joining_words(passage_, place);
        auto number = sign(Sense::rating_plural, place);
        if (!number) number = rated_by_stars(passage_, place);
        if (!number) {
            number = rated_by_figure(passage_, place, scale_);
            if (number) sign(Sense::rating_plural, place);
        }
        if (!number) return false;
        skip_small(place);
        if (const auto behind = sign(Sense::all_ratings, place); behind && !all) all = behind;
        if (!all || is_counted(passage_, place)) return false;
        if (*all == rest_of_them && run_.labelled.empty()) return false;
        if (*number < 1 || *number > scale_.highest) run_.off_scale = true;
        for (std::size_t question = 0; question < scale_.questions; ++question) {
            if (*all == rest_of_them)
                run_.labelled.try_emplace(question, number);
            else
                put(question, number);
        }
        at_ = place;
        if (*all != rest_of_them) excepted();
        return true;
    }

    void skip_small(std::size_t& at) const {
        for (int words = 0; words < 2 && at < tokens_.size(); ++words)
            if (passage_.has(Sense::plain, at, at + 1) && !passage_.has(Sense::all_ratings, at, at + 1)) ++at;
    }

    // "Room 4545": a figure behind a word that no table knows as plain.
    bool names_something(std::size_t at) const {
        return at > 0 && tokens_[at - 1].kind == Kind::word && tokens_[at].spaced &&
               passage_.signs_in(at - 1, at).empty();
    }

    // "5545"
    bool compact() {
        const auto& token = tokens_[at_];
        if (names_something(at_)) return false;
        if (token.kind != Kind::number || token.text.size() != scale_.questions || scale_.questions < 3)
            return false;
        for (const char digit : token.text) {
            if (digit < '1' || digit > static_cast<char>('0' + std::min(scale_.highest, 9))) return false;
            run_.bare.emplace_back(digit - '0');
        }
        ++at_;
        return true;
    }

    bool bare() {
        if (is_of_a_title(passage_, at_)) return false;
        auto place = at_;
        std::optional<int> rating;
        if (!value(place, rating)) return false;
        run_.bare.push_back(rating);
        at_ = place;
        return true;
    }

    // "5/5/4/5", "5-5-4-5": as many as there are questions.
    bool joined() {
        auto end = at_;
        std::vector<std::optional<int>> found;
        while (const auto number = passage_.figure_at(end)) {
            found.emplace_back(*number);
            ++end;
            const bool more = end + 1 < tokens_.size() && (is(end, "/") || is(end, "-") || is(end, ".")) &&
                              tokens_[end + 1].kind == Kind::number;
            if (!more || found.size() > scale_.questions) break;
            ++end;
        }
        if (found.size() != scale_.questions || found.size() < 3) return false;
        for (const auto& number : found)
            if (*number < 1 || *number > scale_.highest) run_.off_scale = true;
        run_.bare.insert(run_.bare.end(), found.begin(), found.end());
        at_ = end;
        return true;
    }

    const Passage& passage_;
    const std::vector<Token>& tokens_;
    const RatingScale& scale_;
    RatingRun run_;
    std::size_t at_ = 0;
    bool excepts_ = false;  // "…, except the last, which is a 5"
};

}

RatingRun rating_run(const Passage& passage, std::size_t at, const RatingScale& scale) {
    return Reader(passage, scale).run(at);
}

}
