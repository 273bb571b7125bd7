// SPDX-License-Identifier: MIT
#include "workflow/reading/candidate_numbers.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr std::size_t phone_digits_min = 6;
constexpr int candidates_named_max = 99;  // a larger number is a year, a room, a house

class Finder {
public:
    Finder(const Passage& passage, std::size_t printed)
        : passage_(passage), printed_(static_cast<int>(printed)) {}

    std::vector<CandidateNumber> all() {
        for (std::size_t at = 0; at < passage_.tokens.size();) {
            const auto before = found_.size();
            const auto next = one(at);
            at = found_.size() > before ? found_.back().last : next;
        }
        return std::move(found_);
    }

private:
    using Kind = Token::Kind;

    std::size_t one(std::size_t at) {
        const auto& token = passage_.tokens[at];
        if (token.kind == Kind::number) return figure(at);
        for (const auto& sign : passage_.signs_in(at, at + 1)) {
            const bool counts = sign.sense == Sense::number ||
                                (sign.sense == Sense::all_of && sign.last - sign.first > 1);  // not "both"
            if (const auto ordinal = passage_.sign_at(Sense::ordinal, sign.last);
                counts && ordinal && sign.value > 1)
                return edge(*ordinal, {sign.value, sign.first, ordinal->last});  // "las dos primeras"
            if (sign.sense == Sense::all_of && (sign.value == 0 || sign.value == printed_)) return all(sign);
            if (sign.sense == Sense::all_of) return add(-1, sign.first, sign.last);
            if (sign.sense == Sense::ordinal)
                if (const auto several = passage_.number_at(sign.last); several && several->value > 1)
                    return edge(sign, {several->value, sign.first, several->last});
            if (sign.sense == Sense::ordinal && is_choice(sign))
                return add(sign.value < 0 ? printed_ : sign.value, sign.first, after_noun(sign.last));
            if (sign.sense == Sense::number && chooses(sign.first, sign.last) && stands_free(sign))
                return add(sign.value, sign.first, sign.last);
        }
        return at + 1;
    }

    std::size_t add(int number, std::size_t first, std::size_t last) {
        found_.push_back({number, first, last});
        return last;
    }

    std::size_t all(const Sign& sign) {
        for (int number = 1; number <= printed_; ++number) found_.push_back({number, sign.first, sign.last});
        return sign.last;
    }

    // "the first two", "the last two": of a list, not of weeks.
    std::size_t edge(const Sign& ordinal, const CandidateNumber& several) {
        const bool counts = several.number <= printed_ && (ordinal.value == 1 || ordinal.value < 0) &&
                            chooses(several.last, several.last);
        if (!counts) return several.last;
        const int from = ordinal.value == 1 ? 1 : printed_ - several.number + 1;
        for (int number = from; number < from + several.number; ++number)
            found_.push_back({number, several.first, several.last});
        return several.last;
    }

    // "+1 for Bea": a vote.
    bool is_vote(std::size_t at) const {
        const auto& tokens = passage_.tokens;
        return at > 0 && tokens[at - 1].text == "+" && !tokens[at].spaced &&
               (at == 1 || tokens[at - 1].spaced) && !passage_.has(Sense::number, at, at + 1) &&
               at + 1 < tokens.size() && passage_.has(Sense::within, at + 1, at + 2);
    }

    std::size_t figure(std::size_t at) {
        if (is_vote(at)) return at + 1;
        const auto end = end_of_figures(at);
        if (digits(at, end) >= phone_digits_min || has_date(at, end)) return end;
        const auto value = passage_.figure_at(at).value_or(figure_too_large);
        const bool ordinal_ending = at + 1 < passage_.tokens.size() && !passage_.tokens[at + 1].spaced &&
                                    passage_.has(Sense::ordinal, at + 1, at + 2);
        const auto last = ordinal_ending ? after_noun(at + 2) : at + 1;
        if (value <= candidates_named_max && chooses(at, last)) return add(value, at, last);
        return last;
    }

    // Figures with only hyphens, dots, slashes, colons or nothing but a blank between them.
    std::size_t end_of_figures(std::size_t at) const {
        const auto& tokens = passage_.tokens;
        auto end = at + 1;
        while (end < tokens.size()) {
            const bool joint = tokens[end].kind == Kind::mark && !tokens[end].spaced &&
                               end + 1 < tokens.size() && tokens[end + 1].kind == Kind::number &&
                               !tokens[end + 1].spaced;
            if (joint) {
                end += 2;
            } else if (tokens[end].kind == Kind::number && tokens[end].end - tokens[end].begin > 1) {
                ++end;
            } else {
                break;
            }
        }
        return end;
    }

    std::size_t digits(std::size_t first, std::size_t last) const {
        std::size_t count = 0;
        for (auto at = first; at < last; ++at)
            if (passage_.tokens[at].kind == Kind::number) count += passage_.tokens[at].text.size();
        return count;
    }

    // 12/3, 9:30, 4.5 – but not 1,2 or 1+3 or 1/3.
    bool has_date(std::size_t first, std::size_t last) const {
        for (auto at = first; at < last; ++at) {
            const auto& token = passage_.tokens[at];
            if (token.text == ":" || token.text == "." || token.text == "-") return last > first + 1;
            if (token.text == "/" && digits(first, last) > 2) return true;
        }
        return false;
    }

    bool is_choice(const Sign& sign) const {
        const auto& tokens = passage_.tokens;
        if (passage_.has(Sense::self_word, sign.last, sign.last + 1)) return false;  // "First I need …"
        if (sign.last >= tokens.size())
            return begins_clause(sign.first) || sign.last - sign.first > 1 || follows_joint(sign.first);
        if (passage_.has(Sense::choice_noun, sign.last, sign.last + 1)) return true;
        const bool joined = follows_joint(sign.first);
        if (tokens[sign.last].text == ",") return sign.last - sign.first > 1 || joined;
        const bool definite = sign.last - sign.first > 1 || begins_clause(sign.first) || joined;
        return definite && (tokens[sign.last].kind != Kind::word || is_small_word(sign.last));
    }

    bool is_small_word(std::size_t at) const {
        for (const auto& sign : passage_.signs_in(at, at + 1))
            if ((sign.sense == Sense::plain && sign.value == 0) || sign.sense == Sense::polite ||
                sign.sense == Sense::says || sign.sense == Sense::hints || sign.sense == Sense::thanks)
                return true;
        return false;
    }

    // "first and third"
    bool follows_joint(std::size_t at) const { return at > 0 && passage_.has(Sense::joint, at - 1, at); }

    std::size_t after_noun(std::size_t at) const {
        const auto noun = passage_.sign_at(Sense::choice_noun, at);
        return noun ? noun->last : at;
    }

    bool begins_clause(std::size_t at) const {
        return std::any_of(passage_.clauses.begin(), passage_.clauses.end(),
                           [&](const Clause& clause) { return clause.first == at; });
    }

    bool ends_clause(std::size_t at) const {
        return at >= passage_.tokens.size() || passage_.tokens[at].kind == Kind::mark ||
               is_line_end(passage_.tokens[at]) ||
               std::any_of(passage_.clauses.begin(), passage_.clauses.end(),
                           [&](const Clause& clause) { return clause.last == at; });
    }

    // "two" chooses where it stands among other choices; "one" of "this one" and "no one" does not.
    bool stands_free(const Sign& sign) const {
        if (begins_clause(sign.first) && ends_clause(sign.last)) return true;
        if (sign.first > 0 && passage_.has(Sense::choice_noun, sign.first - 1, sign.first)) return true;
        const auto clause =
            std::find_if(passage_.clauses.begin(), passage_.clauses.end(),
                         [&](const Clause& one) { return one.first <= sign.first && sign.last <= one.last; });
        if (clause == passage_.clauses.end()) return false;
        if (sign.value != 1) return true;
        std::size_t numbers = 0;
        for (const auto& other : passage_.signs_in(clause->first, clause->last))
            numbers += other.sense == Sense::number ? 1U : 0U;
        return numbers > 1;
    }

    // Nothing countable follows, no month stands beside it.
    bool chooses(std::size_t first, std::size_t last) const {
        const auto& tokens = passage_.tokens;
        for (const auto sense : {Sense::month, Sense::unit})
            if ((last < tokens.size() && passage_.has(sense, last, last + 1)) ||
                (first > 0 && passage_.has(sense, first - 1, first)))
                return false;
        if (last >= tokens.size() || tokens[last].kind != Kind::word) return true;
        if (passage_.has(Sense::counted, last, last + 1)) return false;
        return !passage_.signs_in(last, last + 1).empty();
    }

    const Passage& passage_;
    int printed_;
    std::vector<CandidateNumber> found_;
};

}

std::vector<CandidateNumber> candidate_numbers(const Passage& passage, std::size_t printed) {
    return Finder(passage, printed).all();
}

}
