// SPDX-License-Identifier: MIT
#include "daemon/settings/program_shapes.h"

#include <utility>

#include "workflow/writing/program_words.h"

namespace mentoring {

namespace {

constexpr std::string_view owner_role = "owner";
constexpr int repeat_most = 100;
constexpr int rating_most = 10;
constexpr int meetings_most = 366;

std::string assigned(std::string_view key, const std::string& value) {
    return std::string(key) + " = \"" + value + "\"";
}

// One of the words of a closed table.
template <class Value, std::size_t Count>
Value word_at(TomlSection& section, std::string_view key, const std::array<Word<Value>, Count>& words,
              Value otherwise) {
    const std::string text = section.text(key, word_of(words, otherwise));
    if (const auto value = value_of(words, text)) return *value;
    section.fault(section.line_of(key), assigned(key, text) + ": no such word",
                  did_you_mean(text, all_words(words)));
    return otherwise;
}

LetterOrder order_from(TomlSection& section, std::string_view to_otherwise) {
    LetterOrder order;
    order.letter = section.text("letter");
    order.to = section.text("to", to_otherwise);
    order.rest = span_at(section, "rest");
    order.words = section.texts("words");
    if (order.letter.empty()) section.fault(section.line(), "letter is missing");
    if (order.to.empty())
        section.fault(section.line(), assigned("letter", order.letter) + ": to is missing, nobody gets it");
    return order;
}

// Where a letter may go and where the case goes, side by side: { goto = "review", letter = "nobody-free" }.
struct Way {
    std::string target;
    std::vector<LetterOrder> letters;
};

Way way_from(TomlSection& parent, std::string_view key, std::string_view to_otherwise = owner_role) {
    Way way;
    auto section = parent.section(key);
    if (!section) return way;
    way.target = section->text("goto");
    way.letters = letters_from(*section, to_otherwise);
    section->finish();
    return way;
}

std::vector<LetterOrder> entry_letters(TomlSection& state) {
    std::vector<LetterOrder> letters;
    for (TomlSection& each : state.sections("enter")) {
        for (LetterOrder& order : letters_from(each, owner_role)) letters.push_back(std::move(order));
        each.finish();
    }
    return letters;
}

Transition transition_from(const std::string& answer, TomlSection& section) {
    Transition transition;
    transition.answer = answer;
    transition.by = section.texts("by");
    transition.takes = word_at(section, "takes", takes_words, Takes::nothing);
    transition.by_yes = section.yes("yes", false);
    transition.by_no = section.yes("no", false);
    transition.target = section.text("goto");
    transition.once_paired = section.text("once_paired");
    transition.case_target = section.text("case");
    transition.letters = letters_from(section);
    transition.proof = word_at(section, "proof", proof_words, Proof::ordinary);
    transition.owner = section.text("owner");
    transition.keep = section.text("keep");
    transition.readers = audience_from(section);
    transition.outcome = section.text("outcome");
    transition.does = word_at(section, "does", doing_words, Doing::nothing);
    transition.needs = section.text("needs");
    transition.becomes = section.text("becomes");
    transition.once_paired = section.text("once_paired");
    transition.becomes = section.text("becomes");
    transition.line = section.line();
    return transition;
}

AfterWait after_from(TomlSection& section) {
    AfterWait after;
    after.from = word_at(section, "from", from_words, WaitFrom::entry);
    if (!section.has("wait")) section.fault(section.line(), "wait is missing");
    if (const auto wait = span_at(section, "wait")) after.wait = *wait;
    after.repeat = section.number("repeat", 1, repeat_most).value_or(1);
    after.letters = letters_from(section, owner_role);
    after.owner = section.text("owner");
    after.answer = section.text("answer");
    after.target = section.text("goto");
    after.once_paired = section.text("once_paired");
    after.case_target = section.text("case");
    after.once_paired = section.text("once_paired");
    after.outcome = section.text("outcome");
    after.line = section.line();
    section.finish();
    return after;
}

Each each_from(TomlSection& section) {
    Each each;
    each.role = section.text("role", each.role);
    each.pairing_state = section.text("pairing");
    each.first = section.yes("first", false);
    const Way enough = way_from(section, "enough");
    each.enough = enough.target;
    each.enough_letters = enough.letters;
    const Way exhausted = way_from(section, "exhausted");
    each.exhausted = exhausted.target;
    each.exhausted_letters = exhausted.letters;
    each.sibling_letters = way_from(section, "siblings", each.role).letters;
    each.full_letters = way_from(section, "full", each.role).letters;
    each.line = section.line();
    section.finish();
    return each;
}

// "other" stands for every outcome that is not named.
Running running_from(TomlSection& section) {
    Running running;
    running.line = section.line();
    if (auto ended = section.section("ended")) {
        for (auto& [outcome, way] : ended->named_sections()) {
            const std::string key = outcome == "other" ? "" : outcome;
            running.ended[key] = way.text("goto");
            running.letters[key] = letters_from(way, owner_role);
            way.finish();
        }
    }
    section.finish();
    return running;
}

All all_from(TomlSection& section) {
    All all;
    all.roles = section.texts("roles");
    all.answer = section.text("answer");
    all.target = section.text("goto");
    all.letters = letters_from(section, owner_role);
    all.outcome = section.text("outcome");
    all.by_yes = section.yes("yes", false);
    all.line = section.line();
    section.finish();
    return all;
}

FormField field_from(TomlSection& section) {
    FormField field;
    field.name = section.text("name");
    field.label = section.text("label", field.name);
    field.question = section.text("question");
    field.needed = section.yes("needed", true);
    field.readers = audience_from(section);
    field.readers = audience_from(section);
    if (field.name.empty()) section.fault(section.line(), "name is missing");
    section.finish();
    return field;
}

void read_low(TomlSection& parent, Form& form) {
    auto section = parent.section("low");
    if (!section) return;
    form.low = section->number("at_most", 1, rating_most).value_or(0);
    form.low_letters = letters_from(*section);
    section->finish();
}

Form form_from(TomlSection& section) {
    Form form;
    form.by = section.text("by");
    form.answer = section.text("answer");
    for (TomlSection& each : section.sections("fields")) form.fields.push_back(field_from(each));
    form.rated = section.yes("rated", false);
    form.readers = audience_from(section);
    form.target = section.text("goto");
    form.letters = letters_from(section, owner_role);
    form.ask_again = section.text("ask_again");
    read_low(section, form);
    form.line = section.line();
    section.finish();
    return form;
}

Cadence cadence_from(TomlSection& section) {
    Cadence cadence;
    const std::string rhythm = section.text("rhythm", "monthly");
    if (const auto known = rhythm_from(rhythm)) {
        cadence.rhythm = *known;
    } else {
        section.fault(section.line_of("rhythm"), assigned("rhythm", rhythm) + ": no rhythm",
                      "say \"monthly\" or \"every 3 weeks\"");
    }
    cadence.letters = letters_from(section, owner_role);
    cadence.meetings_a_year = section.number("meetings_a_year", 1, meetings_most);
    cadence.in_person_a_year = section.number("in_person_a_year", 1, meetings_most);
    cadence.monthly_then_quarterly = section.yes("monthly_then_quarterly", false);
    cadence.line = section.line();
    section.finish();
    return cadence;
}

Waiver waiver_from(TomlSection& section) {
    Waiver waiver{section.text("goto")};
    section.finish();
    return waiver;
}

template <class Shape>
std::optional<Shape> shape(TomlSection& state, std::string_view key, Shape (*read)(TomlSection&)) {
    auto section = state.section(key);
    return section ? std::optional<Shape>(read(*section)) : std::nullopt;
}

}

std::vector<LetterOrder> letters_from(TomlSection& section, std::string_view to_otherwise) {
    std::vector<LetterOrder> letters;
    if (section.has("letter") || section.has("to") || section.has("rest") || section.has("words"))
        letters.push_back(order_from(section, to_otherwise));
    for (const std::string_view known : {"letter", "to", "rest", "words"}) section.note(known);
    for (TomlSection& each : section.sections("letters")) {
        letters.push_back(order_from(each, to_otherwise));
        each.finish();
    }
    return letters;
}

std::vector<Transition> transitions_from(TomlSection& section) {
    std::vector<Transition> transitions;
    auto answers = section.section("on");
    if (!answers) return transitions;
    for (auto& [answer, each] : answers->named_sections()) {
        transitions.push_back(transition_from(answer, each));
        each.finish();
    }
    return transitions;
}

State state_from(const std::string& name, Scope scope, TomlSection& section) {
    State state;
    state.name = name;
    state.scope = scope;
    state.line = section.line();
    state.says = section.text("says");
    state.owner = section.text("owner");
    state.final = section.yes("final", false);
    state.enter = entry_letters(section);
    state.on = transitions_from(section);
    for (TomlSection& each : section.sections("after")) state.after.push_back(after_from(each));
    state.waiver = shape(section, "waiver", waiver_from);
    state.all = shape(section, "all", all_from);
    state.form = shape(section, "form", form_from);
    state.cadence = shape(section, "cadence", cadence_from);
    if (scope == Scope::of_case) {
        state.each = shape(section, "each", each_from);
        state.running = shape(section, "running", running_from);
    }
    return state;
}

Audience audience_from(TomlSection& section) {
    const auto readers = section.texts("readers");
    return {readers.begin(), readers.end()};
}

std::optional<Span> span_at(TomlSection& section, std::string_view key) {
    section.note(key);
    if (!section.has(key)) return std::nullopt;
    const std::string text = section.text(key);
    const auto span = span_from(text);
    if (!span && !text.empty())
        section.fault(section.line_of(key), assigned(key, text) + ": no span of time",
                      "say \"20 minutes\" or \"3 working days\"");
    return span;
}

}
