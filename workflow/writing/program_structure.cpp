// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>

#include "workflow/writing/program_check.h"
#include "workflow/writing/program_words.h"

namespace mentoring {

namespace {

// FNV-1a, 64 bits. Each item ends with a mark of its own, so that "ab","c" and "a","bc" differ.
class Hash {
public:
    Hash& operator<<(std::string_view item) {
        for (const char c : item) add(static_cast<unsigned char>(c));
        add(0x1f);
        return *this;
    }
    Hash& operator<<(const std::vector<std::string>& items) {
        for (const auto& each : items) *this << each;
        return *this << "]";
    }
    Hash& operator<<(const Audience& items) {
        for (const auto& each : items) *this << each;
        return *this << "]";
    }

    std::string hexadecimal() const {
        constexpr std::string_view digits = "0123456789abcdef";
        std::string text;
        for (int shift = 60; shift >= 0; shift -= 4) text += digits[(value_ >> shift) & 0xFU];
        return text;
    }

private:
    void add(unsigned char octet) { value_ = (value_ ^ octet) * 0x100000001b3U; }
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

void add(Hash& hash, const Transition& on) {
    hash << on.answer << on.by << word_of(takes_words, on.takes) << word_of(doing_words, on.does)
         << word_of(proof_words, on.proof) << on.target << on.case_target << on.once_paired << on.owner
         << on.keep << on.readers << on.outcome << on.needs << on.becomes;
    hash << (on.by_yes ? "yes" : "") << (on.by_no ? "no" : "");
}

void add(Hash& hash, const Each& each) {
    hash << each.role << each.pairing_state << (each.first ? "first" : "") << each.enough << each.exhausted;
}

void add(Hash& hash, const Running& running) {
    for (const auto& [outcome, target] : running.ended) hash << outcome << target;
}

void add(Hash& hash, const All& all) {
    hash << all.roles << all.answer << all.target << all.outcome << (all.by_yes ? "yes" : "");
}

void add(Hash& hash, const Form& form) {
    hash << form.by << form.answer << form.target << form.readers << (form.rated ? "rated" : "");
    for (const FormField& each : form.fields)
        hash << each.name << each.readers << (each.needed ? "needed" : "");
}

void add(Hash& hash, const State& state) {
    hash << state.name << (state.scope == Scope::of_case ? "case" : "pairing") << state.owner
         << (state.final ? "final" : "");
    for (const Transition& on : state.on) add(hash << "on", on);
    if (state.each) add(hash << "each", *state.each);
    if (state.running) add(hash << "running", *state.running);
    if (state.waiver) hash << "waiver" << state.waiver->target;
    if (state.all) add(hash << "all", *state.all);
    if (state.form) add(hash << "form", *state.form);
    if (state.cadence) hash << "cadence";
}

const Transition* transition_named(const std::vector<Transition>& all, const std::string& answer) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Transition& each) { return each.answer == answer; });
    return found == all.end() ? nullptr : &*found;
}

void take_letters(std::vector<Transition>& old, const std::vector<Transition>& present) {
    for (Transition& each : old)
        if (const Transition* now = transition_named(present, each.answer)) each.letters = now->letters;
}

// Waits are taken as a whole, unless one of them leads to a state that the old structure does not have.
void take_waits(const Program& structure, State& old, const State& present) {
    const auto fits = [&](const AfterWait& each) {
        const auto known = [&](Scope scope, const std::string& target) {
            return target.empty() || state_named(structure, scope, target) != nullptr;
        };
        return known(old.scope, each.target) && known(old.scope, each.once_paired) &&
               known(Scope::of_case, each.case_target) &&
               (each.answer.empty() || transition_named(old.on, each.answer) != nullptr);
    };
    if (std::all_of(present.after.begin(), present.after.end(), fits)) old.after = present.after;
}

void take_shapes(State& old, const State& present) {
    if (old.each && present.each) {
        old.each->enough_letters = present.each->enough_letters;
        old.each->exhausted_letters = present.each->exhausted_letters;
        old.each->sibling_letters = present.each->sibling_letters;
        old.each->full_letters = present.each->full_letters;
    }
    if (old.running && present.running)
        for (auto& [outcome, letters] : old.running->letters)
            if (present.running->letters.count(outcome) != 0) letters = present.running->letters.at(outcome);
    if (old.all && present.all) old.all->letters = present.all->letters;
    if (old.form && present.form) {
        old.form->letters = present.form->letters;
        old.form->low_letters = present.form->low_letters;
        old.form->ask_again = present.form->ask_again;
    }
    if (old.cadence && present.cadence) old.cadence = present.cadence;
}

}

std::string structure_hash(const Program& program) {
    Hash hash;
    for (const State& each : program.states) add(hash << "state", each);
    for (const Transition& on : program.anywhere) add(hash << "any", on);
    for (const OfficeRule& each : program.offices)
        hash << "office" << each.name << each.deputy << (each.mentors ? "mentors" : "");
    for (const Opening& each : program.openings)
        hash << "opening" << each.name << each.by << each.target << each.readers;
    hash << "gone" << program.mentee_gone.target << program.mentor_gone.target << "rated" << program.rated;
    return hash.hexadecimal();
}

Program with_present_texts(Program structure, const Program& present) {
    for (State& old : structure.states) {
        const State* now = state_named(present, old.scope, old.name);
        if (now == nullptr) continue;
        old.says = now->says;
        old.enter = now->enter;
        take_letters(old.on, now->on);
        take_waits(structure, old, *now);
        take_shapes(old, *now);
    }
    take_letters(structure.anywhere, present.anywhere);
    structure.title = present.title;
    structure.code = present.code;
    structure.zone = present.zone;
    structure.language = present.language;
    structure.holidays = present.holidays;
    structure.rest = present.rest;
    structure.suggestions_max = present.suggestions_max;
    structure.occasions = present.occasions;
    structure.told = present.told;
    structure.texts = present.texts;
    structure.moved = present.moved;
    return structure;
}

}
