// SPDX-License-Identifier: MIT
#include "workflow/deciding/forms.h"

#include <algorithm>

#include "workflow/deciding/answers.h"
#include "workflow/deciding/orders.h"
#include "workflow/deciding/passage.h"

namespace mentoring {

namespace {

constexpr int rating_min = 1;
constexpr int rating_max = 5;

void go_on(Decision& decision, const Move& move) {
    const auto& target = move.form->target;
    if (!target.empty() && move.visit.pairing != 0) enter_pairing(decision, move.visit.pairing, target);
    if (!target.empty() && move.visit.pairing == 0) enter(decision, target);
    settle(decision);
    const auto visit = visit_of(decision.program, decision.next, move.visit.pairing);
    order(decision, visit ? *visit : move.visit, move.form->letters);
}

void ask_again(Decision& decision, const Move& move) {
    if (!move.form->ask_again.empty()) write_to(decision, move.visit, move.form->ask_again, decision.writer);
}

bool in_range(const std::optional<int>& rating) {
    return !rating || (*rating >= rating_min && *rating <= rating_max);
}

void keep_ratings(Decision& decision, const Form& form) {
    const auto& said = decision.said->arguments;
    auto& kept = decision.next.ratings;
    kept.resize(decision.program.rated.size());
    for (std::size_t i = 0; i < std::min(kept.size(), said.ratings.size()); ++i)
        if (said.ratings[i]) kept[i] = said.ratings[i];
    if (!said.text.empty()) {
        auto& comment = decision.next.words[comment_words];
        const auto earlier = comment.text.empty() ? std::string() : comment.text + "\n";
        comment = bounded({earlier + said.text, decision.writer, form.readers});
    }
    decision.said->arguments.ratings = kept;
    const auto comment = decision.next.words.find(comment_words);
    decision.effects.emplace_back(
        KeepEvaluation{kept, comment == decision.next.words.end() ? std::string() : comment->second.text});
}

void report_low(Decision& decision, const Move& move, const std::vector<std::optional<int>>& given) {
    const bool low = std::any_of(given.begin(), given.end(), [&](const std::optional<int>& each) {
        return each && *each <= move.form->low;
    });
    if (low) order(decision, move.visit, move.form->low_letters);
}

void take_ratings(Decision& decision, const Move& move) {
    const auto& said = decision.said->arguments;
    if (!std::all_of(said.ratings.begin(), said.ratings.end(), in_range))
        return ask_back(decision, move.visit, "a rating is between 1 and 5");
    const bool any = std::any_of(said.ratings.begin(), said.ratings.end(),
                                 [](const std::optional<int>& each) { return each.has_value(); });
    if (!any && said.text.empty()) return ask_back(decision, move.visit, "no rating was found");
    const auto given = said.ratings;
    keep_ratings(decision, *move.form);
    report_low(decision, move, given);
    if (missing_ratings(decision.program, decision.next).empty()) return go_on(decision, move);
    ask_again(decision, move);
}

std::map<std::string, Words>& kept_words(Decision& decision, const Move& move) {
    auto* pairing = pairing_numbered(decision.next, move.visit.pairing);
    return pairing ? pairing->words : decision.next.words;
}

void take_fields(Decision& decision, const Move& move) {
    auto& kept = kept_words(decision, move);
    bool any = false;
    for (const auto& field : move.form->fields) {
        const auto said = decision.said->arguments.fields.find(field.name);
        if (said == decision.said->arguments.fields.end() || said->second.empty()) continue;
        const auto& readers = field.readers.empty() ? move.form->readers : field.readers;
        kept[field.name] = bounded({said->second, decision.writer, readers});
        any = true;
    }
    if (!any) return ask_back(decision, move.visit, "no answer to one of the questions was found");
    if (missing_fields(*move.form, kept).empty()) return go_on(decision, move);
    ask_again(decision, move);
}

}

std::vector<FormField> missing_fields(const Form& form, const std::map<std::string, Words>& kept) {
    std::vector<FormField> missing;
    for (const auto& field : form.fields)
        if (field.needed && !kept.contains(field.name)) missing.push_back(field);
    return missing;
}

std::vector<int> missing_ratings(const Program& program, const Case& of) {
    std::vector<int> missing;
    for (std::size_t i = 0; i < program.rated.size(); ++i)
        if (i >= of.ratings.size() || !of.ratings[i]) missing.push_back(static_cast<int>(i) + 1);
    return missing;
}

void take_form(Decision& decision, const Move& move) {
    decision.purpose = purpose_of(*move.visit.state);
    if (move.form->rated) return take_ratings(decision, move);
    take_fields(decision, move);
}

}
