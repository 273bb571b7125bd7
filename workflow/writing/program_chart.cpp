// SPDX-License-Identifier: MIT
#include "workflow/writing/program_chart.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "workflow/writing/program_walk.h"
#include "workflow/writing/program_words.h"

namespace mentoring {

namespace {

constexpr std::string_view arrow = "\u2192 ";

// Octets that continue a character take no column.
std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// One line of the chart, continued further to the right where it is too long.
void print(std::string& out, std::size_t indent, std::string_view text) {
    std::string line(indent, ' ');
    bool empty = true;
    while (!text.empty()) {
        const auto blank = text.find(' ');
        const std::string_view word = text.substr(0, blank);
        text = blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
        if (!empty && columns(line) + 1 + columns(word) > static_cast<std::size_t>(chart_width)) {
            out += line + "\n";
            line = std::string(indent + 4, ' ');
            empty = true;
        }
        line += (empty ? "" : " ") + std::string(word);
        empty = false;
    }
    out += line + "\n";
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
    return text;
}

template <class List>
std::string listed(const List& items, std::string_view separator = ", ") {
    std::string text;
    for (const auto& each : items) text += (text.empty() ? "" : std::string(separator)) + std::string(each);
    return text;
}

// `owner`: who is waited for when the letter goes out.
std::string person(const std::string& to, const std::string& owner) {
    if (to == "owner" && !owner.empty() && owner != to) return person(owner, {});
    if (to == "writer") return "whoever answered";
    if (to == "other") return "the other side";
    if (to == "both") return "both";
    if (to == "unconfirmed") return "whoever has not confirmed";
    return to;
}

std::string letter_text(const LetterOrder& order, const std::string& owner) {
    std::string text = "letter " + order.letter + " to " + person(order.to, owner);
    if (!order.words.empty()) text += ", with " + listed(order.words);
    if (order.rest) text += ", rests " + span_text(*order.rest);
    return text;
}

void print_letters(std::string& out, std::size_t indent, const std::vector<LetterOrder>& letters,
                   const std::string& owner) {
    for (const LetterOrder& each : letters) print(out, indent, letter_text(each, owner));
}

std::string goes(const std::string& target) {
    return target.empty() ? "" : " " + std::string(arrow) + "[" + target + "]";
}

std::string ends(const std::string& outcome) {
    return outcome.empty() ? "" : " " + std::string(arrow) + "ends: " + outcome;
}

std::string leads(const std::string& target, const std::string& once_paired, const std::string& outcome,
                  const std::string& case_target) {
    std::string text = goes(target) + ends(outcome);
    if (!once_paired.empty())
        text += " (" + std::string(arrow) + "[" + once_paired + "] once a mentor has said yes)";
    if (!case_target.empty()) text += " (the case " + std::string(arrow) + "[" + case_target + "])";
    return text;
}

std::string answer_text(const Transition& on) {
    std::string text = listed(on.by, " or ") + ": " + upper(on.answer);
    if (on.by_yes) text += " or a plain yes";
    if (on.by_no) text += " or a plain no";
    if (on.takes != Takes::nothing) text += " + " + std::string(word_of(takes_words, on.takes));
    text += leads(on.target, on.once_paired, on.outcome, on.case_target);
    if (!on.owner.empty()) text += " (" + on.owner + " takes over)";
    if (!on.becomes.empty()) text += " (she becomes " + on.becomes + ")";
    const std::string does(word_of(doing_words, on.does));
    if (on.does != Doing::nothing && does != on.answer) text += " (" + does + ")";
    if (on.proof == Proof::strong) text += " [strong proof]";
    return text;
}

void print_answers(std::string& out, const std::vector<Transition>& answers, const std::string& owner) {
    for (const Transition& each : answers) {
        print(out, 2, answer_text(each));
        if (!each.keep.empty())
            print(out, 6, "kept as " + each.keep + ", for " + listed(each.readers) + " to read");
        print_letters(out, 6, each.letters, each.owner.empty() ? owner : each.owner);
    }
}

std::string silence_text(const AfterWait& after) {
    std::string text = "after " + span_text(after.wait) + " of silence";
    if (after.from != WaitFrom::entry)
        text = after.wait.amount == 0
                   ? "on the " + std::string(word_of(from_words, after.from))
                   : span_text(after.wait) + " after the " + std::string(word_of(from_words, after.from));
    if (after.repeat > 1) text += ", " + std::to_string(after.repeat) + " times";
    if (!after.answer.empty()) text += ": counts as " + upper(after.answer);
    text += leads(after.target, after.once_paired, after.outcome, after.case_target);
    if (!after.owner.empty()) text += " (" + after.owner + " takes over)";
    return text;
}

void print_each(std::string& out, const State& state) {
    const Each& each = *state.each;
    print(out, 2, "each mentor that was named begins in [" + each.pairing_state + "] as " + each.role);
    print(
        out, 2,
        std::string(each.first ? "at the first yes" : "when nobody is asked any more, one or more said yes") +
            goes(each.enough));
    print_letters(out, 6, each.enough_letters, state.owner);
    print(out, 2, "when nobody said yes" + goes(each.exhausted));
    print_letters(out, 6, each.exhausted_letters, state.owner);
    for (const LetterOrder& letter : each.sibling_letters)
        print(out, 2, "invitation taken back: " + letter_text(letter, state.owner));
    for (const LetterOrder& letter : each.full_letters)
        print(out, 2, "yes, but no free place: " + letter_text(letter, state.owner));
}

void print_running(std::string& out, const State& state) {
    print(out, 2, "lasts while pairings run; when the last has ended with");
    for (const auto& [outcome, target] : state.running->ended) {
        const std::string what = outcome.empty()     ? "anything else"
                                 : outcome == "none" ? "none at all"
                                                     : outcome;
        print(out, 4, what + goes(target));
        const auto letters = state.running->letters.find(outcome);
        if (letters != state.running->letters.end()) print_letters(out, 8, letters->second, state.owner);
    }
}

void print_form(std::string& out, const State& state) {
    const Form& form = *state.form;
    std::vector<std::string> labels;
    for (const FormField& each : form.fields)
        labels.push_back(each.label + (each.needed ? "" : " (if she likes)"));
    print(out, 2,
          form.by + ": fills in " + (form.rated ? "ratings and words" : listed(labels)) + goes(form.target));
    print(out, 6, "for " + listed(form.readers) + " to read");
    print_letters(out, 6, form.letters, state.owner);
    if (!form.ask_again.empty()) print(out, 6, "what is missing is asked for: letter " + form.ask_again);
    if (form.low > 0)
        for (const LetterOrder& each : form.low_letters)
            print(out, 6,
                  "a rating of " + std::to_string(form.low) + " or less: " + letter_text(each, state.owner));
}

void print_shapes(std::string& out, const State& state) {
    if (state.waiver) print(out, 2, "passed over if she has waived it" + goes(state.waiver->target));
    if (state.each) print_each(out, state);
    if (state.running) print_running(out, state);
    if (state.form) print_form(out, state);
    if (state.all) {
        print(out, 2,
              "when " + listed(state.all->roles, " and ") + " have said " + upper(state.all->answer) +
                  goes(state.all->target) + ends(state.all->outcome));
        print_letters(out, 6, state.all->letters, state.owner);
    }
    if (state.cadence) {
        print(out, 2, "check-in by the agreed rhythm, else " + rhythm_text(state.cadence->rhythm));
        print_letters(out, 6, state.cadence->letters, state.owner);
    }
}

void print_state(std::string& out, const State& state) {
    const std::string owner = state.final ? "final" : "waits for " + person(state.owner, "");
    print(out, 0, "[" + state.name + "] " + state.says + " \u2013 " + owner);
    for (const LetterOrder& each : state.enter) print(out, 2, "first " + letter_text(each, state.owner));
    print_answers(out, state.on, state.owner);
    print_shapes(out, state);
    for (const AfterWait& each : state.after) {
        print(out, 2, silence_text(each));
        print_letters(out, 6, each.letters, each.owner.empty() ? state.owner : each.owner);
    }
    out += "\n";
}

void print_states(std::string& out, const Program& program, Scope scope, const std::string& title) {
    out += title + "\n\n";
    for (const State& each : program.states)
        if (each.scope == scope) print_state(out, each);
}

void print_head(std::string& out, const Program& program) {
    print(out, 0, upper(program.name) + " \u2013 " + program.title + ", " + program.zone);
    out += "\n";
    for (const OfficeRule& each : program.offices) {
        std::string text = each.name + ": " + each.title;
        if (!each.deputy.empty()) text += "; deputy: " + each.deputy;
        if (!each.mentors) text += "; does not mentor";
        print(out, 2, text);
    }
    out += "\n";
    for (const Opening& each : program.openings) {
        print(out, 0, "A " + each.name + " by a " + each.by + " opens a case" + goes(each.target));
        print(out, 6, "her words are for " + listed(each.readers) + " to read");
        print_letters(out, 6, each.letters, "");
    }
    out += "\n";
}

void print_gone(std::string& out, const std::string& who, const GoneRule& rule) {
    if (rule.target.empty() && rule.letters.empty()) return;
    print(out, 2, "a " + who + " is gone" + goes(rule.target));
    print_letters(out, 6, rule.letters, "");
}

void print_foot(std::string& out, const Program& program) {
    out += "AT ANY TIME\n\n";
    print_answers(out, program.anywhere, "");
    print_gone(out, "mentee", program.mentee_gone);
    print_gone(out, "mentor", program.mentor_gone);
    if (!program.concern.letters.empty()) {
        print(out, 2, "a concern is not addressed within " + span_text(program.concern.wait));
        print_letters(out, 6, program.concern.letters, "");
    }
    for (const Occasion& each : program.occasions) {
        print(out, 2, each.when + ": " + each.name);
        print_letters(out, 6, each.letters, "");
    }
}

std::string node(Scope scope, const std::string& name) {
    return std::string("\"") + (scope == Scope::of_case ? "" : "pairing ") + name + "\"";
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

// What stands on the arrow: the last part of the place, "on.match" without "on.".
std::string label_of(const Way& way) {
    const auto dot = way.where.rfind('.');
    return dot == std::string::npos ? way.where : way.where.substr(dot + 1);
}

void dot_states(std::string& out, const Program& program, Scope scope) {
    const std::string name = scope == Scope::of_case ? "case" : "pairing";
    out += "  subgraph cluster_" + name + " {\n    label=\"" + name + "\";\n";
    for (const State& each : program.states)
        if (each.scope == scope)
            out += "    " + node(scope, each.name) + " [label=\"" + escaped(each.name) + "\\n" +
                   escaped(each.final ? "final" : each.owner) + "\"" + (each.final ? ", peripheries=2" : "") +
                   "];\n";
    out += "  }\n";
}

void dot_way(std::string& out, const Way& way) {
    const std::string from =
        way.from == nullptr ? "\"" + escaped(way.where) + "\"" : node(way.from->scope, way.from->name);
    const std::string to = way.target.empty() ? "\"end of the pairing\"" : node(way.scope, way.target);
    out += "  " + from + " -> " + to + " [label=\"" + escaped(way.from == nullptr ? "" : label_of(way)) +
           "\"" + (way.cause == Cause::silent ? ", style=dashed" : "") + "];\n";
}

}

std::string program_chart(const Program& program) {
    std::string out;
    print_head(out, program);
    print_states(out, program, Scope::of_case, "THE CASE");
    print_states(out, program, Scope::of_pairing, "EACH PAIRING OF MENTOR AND MENTEE");
    print_foot(out, program);
    return out;
}

std::string program_dot(const Program& program) {
    std::string out = "digraph \"" + escaped(program.name) + "\" {\n  rankdir=LR;\n  node [shape=box];\n";
    dot_states(out, program, Scope::of_case);
    dot_states(out, program, Scope::of_pairing);
    for (const Way& each : ways_of(program)) dot_way(out, each);
    return out + "}\n";
}

}
