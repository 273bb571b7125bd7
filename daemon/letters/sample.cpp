// SPDX-License-Identifier: MIT
#include "daemon/letters/sample.h"

#include <algorithm>
#include <set>
#include <vector>

#include "daemon/letters/subject.h"
#include "workflow/writing/field_names.h"
#include "workflow/writing/template_tags.h"

namespace mentoring {

namespace {

using Row = std::map<std::string, std::string>;
using Rows = std::vector<Row>;

constexpr std::string_view sample_token = "k7f3m2qadrn5tz4vbeyx6hgwc2jplosu";

Rows sample_rows(std::string_view name) {
    if (name == "suggestions")
        return {{{"number", "1"},
                 {"name", "Dr. Ada Lindqvist"},
                 {"specialty", "internal medicine"},
                 {"region", "Idaho"},
                 {"reason", "The profile speaks of team and leadership; 1 of 2 places taken."},
                 {"load", "1 of 2 mentees"}},
                {{"number", "2"},
                 {"name", "Dr. Bea Romano"},
                 {"specialty", "pediatrics"},
                 {"region", "Oregon"},
                 {"reason", "The profile speaks of difficult conversations; 0 of 2 places taken."},
                 {"load", "no mentees at present"}}};
    if (name == "mentors") return {{{"name", "Dr. Bea Romano"}}, {{"name", "Dr. Chloe Nguyen"}}};
    if (name == "questions")
        return {{{"label", "What I want"}, {"question", "A sounding board, advice, a skill, or a plan?"}},
                {{"label", "Please do not ask"}, {"question", "Whom should we not ask?"}},
                {{"label", "A mentor may read"}, {"question", "One line that a possible mentor may read"}}};
    if (name == "rated")
        return {
            {{"number", "1"}, {"question", "How quickly did the program respond to your request?"}},
            {{"number", "2"}, {"question", "How well did your mentor fit what you asked for?"}},
            {{"number", "3"}, {"question", "How much did the mentoring help you?"}},
            {{"number", "4"}, {"question", "How likely are you to recommend the program to a colleague?"}}};
    Row row;
    for (const auto& field : field_names())
        if (field.rows == name) row[std::string(field.name)] = field.sample;
    return {row, row};
}

bool asks_a_form(const LetterTemplate& source) {
    const auto tags = template_tags(source.body);
    return std::any_of(tags.begin(), tags.end(), [](const TemplateTag& tag) {
        return tag.name == "questions" || tag.name == "missing" || tag.name == "rated";
    });
}

// The answers that the letter has words of its own for, else some that everybody may give.
std::vector<Choice> sample_choices(const LetterTemplate& source) {
    std::vector<Choice> choices;
    const bool form = asks_a_form(source);
    auto intents = source.offers.empty() ? source.own_answers : source.offers;
    if (intents.empty() && form) intents = {source.name.starts_with("eval") ? "evaluation" : "wishes"};
    if (intents.empty()) intents = {"status", "human", "withdraw"};
    for (const auto& intent : intents) {
        const bool filled_in = form && (intent == "wishes" || intent == "answer" || intent == "evaluation");
        choices.push_back({intent, filled_in ? Takes::form : Takes::nothing});
    }
    return choices;
}

void fill_all(Fields& fields) {
    for (const auto& field : field_names()) {
        const std::string name(field.name);
        if (!field.rows.empty()) continue;
        if (field.kind == FieldKind::text || field.kind == FieldKind::lines)
            fields.texts[name] = field.sample;
        else if (field.kind == FieldKind::words)
            fields.words[name] = Words{std::string(field.sample), {}, {}};
        else if (field.kind == FieldKind::flag)
            fields.flags[name] = "";
        else if (field.kind == FieldKind::rows && name != "choices")
            fields.rows[name] = sample_rows(name);
    }
}

// Fields that stand outside every section.
std::set<std::string> needed_fields(const LetterTemplate& source) {
    std::set<std::string> needed;
    int depth = 0;
    for (const auto& tag : template_tags(source.body)) {
        if (tag.kind == TemplateTag::Kind::section || tag.kind == TemplateTag::Kind::inverted) ++depth;
        if (tag.kind == TemplateTag::Kind::end) --depth;
        if (tag.kind == TemplateTag::Kind::field && depth == 0) needed.insert(tag.name);
    }
    for (const auto& field : field_names())
        if (field.rows.empty() && field.presence == FieldPresence::every)
            needed.insert(std::string(field.name));
    return needed;
}

}

Letter sample_letter(const LetterTemplate& source, SampleFields fields) {
    Letter letter;
    letter.name = source.name;
    letter.choices = sample_choices(source);
    fill_all(letter.fields);
    if (fields == SampleFields::all) return letter;
    const auto needed = needed_fields(source);
    const auto unneeded = [&](const auto& each) { return !needed.contains(each.first); };
    std::erase_if(letter.fields.texts, unneeded);
    std::erase_if(letter.fields.words, unneeded);
    letter.fields.rows.clear();
    letter.fields.flags.clear();
    return letter;
}

RenderContext sample_context(const std::string& layout) {
    const auto prefix = subject_prefix({"Balance", "2026-014", "k7f3m2qa"});
    return {prefix, "manager+" + std::string(sample_token) + "@example.org", prefix, layout, "en"};
}

}
