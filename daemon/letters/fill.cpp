// SPDX-License-Identifier: MIT
#include "daemon/letters/fill.h"

#include <algorithm>
#include <cctype>
#include <kainjow/mustache.hpp>
#include <stdexcept>

#include "workflow/writing/field_names.h"
#include "workflow/writing/template_tags.h"

namespace mentoring {

namespace {

namespace mustache = kainjow::mustache;
using Row = std::map<std::string, std::string>;

constexpr std::size_t rows_max = 200;
const std::string nothing_filled_in = " ";  // made safe it is empty

std::string label_of(const std::string& intent) {
    std::string label = intent;
    std::transform(label.begin(), label.end(), label.begin(), [](char c) {
        return c == '-' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    });
    return label;
}

AnswerWords words_for(const LetterTemplate& source, const std::string& intent) {
    const auto found = source.answers.find(intent);
    return found == source.answers.end() ? AnswerWords{label_of(intent), ""} : found->second;
}

void set_if_absent(Row& row, const std::string& column, const std::string& value) {
    if (!value.empty() && row[column].empty()) row[column] = value;
}

std::string form_of(const Fields& fields) {
    std::string form;
    for (const auto* name : {"missing", "questions", "rated"}) {
        const auto found = fields.rows.find(name);
        if (found == fields.rows.end() || !form.empty()) continue;
        for (const auto& row : found->second) {
            const auto label = row.find(row.contains("label") ? "label" : "number");
            if (label != row.end()) form += label->second + ": \n\n";
        }
    }
    return form;
}

std::vector<Row> chosen_rows(const Letter& letter) {
    if (const auto found = letter.fields.rows.find("choices"); found != letter.fields.rows.end())
        return found->second;
    std::vector<Row> rows;
    for (const auto& choice : letter.choices) {
        rows.push_back({{"intent", choice.intent}});
        const bool form = choice.takes == Takes::form || choice.takes == Takes::ratings;
        if (form) rows.back()["words"] = form_of(letter.fields);
    }
    return rows;
}

// "ACCEPT" is typed, "Reply in your own words" is not.
bool is_typed(const std::string& label) {
    return std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<Row> offered(const LetterTemplate& source, const std::vector<Row>& rows) {
    if (source.offers.empty()) return rows;
    std::vector<Row> kept;
    for (const auto& intent : source.offers)
        for (const auto& row : rows)
            if (const auto found = row.find("intent"); found != row.end() && found->second == intent)
                kept.push_back(row);
    return kept;
}

std::vector<Row> choices_of(const LetterTemplate& source, const Letter& letter) {
    auto choices = offered(source, chosen_rows(letter));
    for (auto& row : choices) {
        const auto said = words_for(source, row["intent"]);
        set_if_absent(row, "answer", said.label);
        set_if_absent(row, "meaning", said.meaning);
        set_if_absent(row, "words", is_typed(row["answer"]) ? row["answer"] : nothing_filled_in);
    }
    return choices;
}

Value::Kind kind_of(const std::string& rows, const std::string& name) {
    const auto* field = field_named(rows, name);
    if (field && field->kind == FieldKind::words) return Value::Kind::words;
    if (rows == "choices" && name == "words") return Value::Kind::prefill;
    return Value::Kind::line;
}

// A column without a value must not show the field of the same name outside its rows.
mustache::data row_data(const std::string& rows, const Row& row, Values& values) {
    mustache::data data(mustache::data::type::object);
    for (const auto& field : field_names())
        if (field.rows == rows) data.set(std::string(field.name), mustache::data(false));
    for (const auto& [name, value] : row)
        if (!value.empty()) data.set(name, values.keep(kind_of(rows, name), value));
    return data;
}

mustache::data rows_data(const std::string& name, const std::vector<Row>& rows, Values& values) {
    mustache::data list(mustache::data::type::list);
    const auto count = std::min(rows.size(), rows_max);
    for (std::size_t i = 0; i < count; ++i) list.push_back(row_data(name, rows[i], values));
    return list;
}

mustache::data data_of(const LetterTemplate& source, const Letter& letter, Values& values) {
    mustache::data data(mustache::data::type::object);
    for (const auto& [name, value] : letter.fields.texts) {
        const auto* field = field_named("", name);
        const auto kind = field && field->kind == FieldKind::lines ? Value::Kind::lines : Value::Kind::line;
        if (!value.empty()) data.set(name, values.keep(kind, value));
    }
    for (const auto& [name, value] : letter.fields.flags) data.set(name, mustache::data(true));
    for (const auto& [name, rows] : letter.fields.rows) data.set(name, rows_data(name, rows, values));
    for (const auto& [name, words] : letter.fields.words)
        if (!words.text.empty()) data.set(name, values.keep(Value::Kind::words, words.text));
    data.set("choices", rows_data("choices", choices_of(source, letter), values));
    if (const auto form = form_of(letter.fields); !form.empty())
        data.set("form", values.keep(Value::Kind::prefill, form));
    return data;
}

// The sections around a tag, as mustache sees them: innermost last.
class Scope {
public:
    explicit Scope(const mustache::data& root) : frames_{{"", &root, Shown::yes}} {}

    void enter(const TemplateTag& tag) {
        const auto* value = find(tag.name);
        const bool present = value && !value->is_false() && !value->is_empty_list();
        const bool shown = present == (tag.kind == TemplateTag::Kind::section);
        frames_.push_back({tag.name, value, shown && visible() ? Shown::yes : Shown::no});
    }
    void leave() {
        if (frames_.size() > 1) frames_.pop_back();
    }
    bool visible() const { return frames_.back().shown == Shown::yes; }

    // In rows each row must have it, or a field outside them.
    bool has(const std::string& name) const {
        for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
            if (!frame->value || (!frame->value->is_list() && !frame->value->is_object())) continue;
            if (has_in(*frame->value, name)) return true;
            if (frame->value->is_list() && field_named(frame->name, name)) return false;
        }
        return false;
    }

private:
    enum class Shown { yes, no };
    struct Frame {
        std::string name;
        const mustache::data* value;
        Shown shown;
    };

    static bool has_value(const mustache::data* value) { return value && !value->is_false(); }
    static bool has_in(const mustache::data& value, const std::string& name) {
        if (value.is_object()) return has_value(value.get(name));
        const auto& list = value.list_value();
        return !list.empty() && std::all_of(list.begin(), list.end(), [&](const mustache::data& row) {
            return has_value(row.get(name));
        });
    }
    // Whether a section within rows is shown differs from row to row; a guarded column is never missing.
    const mustache::data* find(const std::string& name) const {
        for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
            if (!frame->value) continue;
            if (frame->value->is_object()) {
                if (const auto* found = frame->value->get(name)) return found;
            } else if (frame->value->is_list() && field_named(frame->name, name)) {
                return nullptr;
            }
        }
        return nullptr;
    }

    std::vector<Frame> frames_;
};

void require_fields(const LetterTemplate& source, const mustache::data& data) {
    Scope scope(data);
    for (const auto& tag : template_tags(source.body)) {
        if (tag.kind == TemplateTag::Kind::section || tag.kind == TemplateTag::Kind::inverted)
            scope.enter(tag);
        else if (tag.kind == TemplateTag::Kind::end)
            scope.leave();
        else if (tag.kind == TemplateTag::Kind::field && scope.visible() && !scope.has(tag.name))
            throw std::invalid_argument("letter " + source.name + " needs the field " + tag.name);
    }
}

}

std::string fill(const LetterTemplate& source, const Letter& letter, Values& values) {
    mustache::mustache templated(source.body);
    if (!templated.is_valid())
        throw std::invalid_argument("letter " + source.name + ": " + templated.error_message());
    const auto data = data_of(source, letter, values);
    require_fields(source, data);
    templated.set_custom_escape([](const std::string& value) { return value; });
    return templated.render(data);
}

}
