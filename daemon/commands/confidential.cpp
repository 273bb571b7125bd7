// SPDX-License-Identifier: MIT
#include "daemon/commands/confidential.h"

#include <algorithm>

#include "daemon/store/people.h"

namespace mentoring {

namespace {

bool about_concerns(Doing does) {
    return does == Doing::concern || does == Doing::address || does == Doing::second ||
           does == Doing::hold_mentor;
}

void add(std::set<std::string>& names, const std::vector<LetterOrder>& orders) {
    for (const auto& each : orders) names.insert(each.letter);
}

void add_on(std::set<std::string>& names, const std::vector<Transition>& on) {
    for (const auto& each : on)
        if (about_concerns(each.does)) add(names, each.letters);
}

}

void ConfidentialLetters::take(const Program& program) {
    add(letters_, program.concern.letters);
    add_on(letters_, program.anywhere);
    for (const auto& state : program.states) {
        add_on(letters_, state.on);
        if (!state.form || !state.form->rated) continue;
        add(letters_, state.form->letters);
        add(letters_, state.form->low_letters);
        letters_.insert(state.form->ask_again);
    }
    letters_.erase("");
}

bool ConfidentialLetters::covers(const OutboxRow& letter) const {
    return letter.purpose == Purpose::concern || covers(letter.letter);
}

bool ConfidentialLetters::covers(const std::string& letter) const {
    return letters_.contains(letter);
}

bool ConfidentialLetters::covers_line(const std::string& line) const {
    return line.find("concern") != std::string::npos ||
           std::any_of(letters_.begin(), letters_.end(), [&](const std::string& each) {
               return (" " + line + " ").find(" " + each + " ") != std::string::npos;
           });
}

std::string recipient_name(Store& store, PersonId person, const std::string& address) {
    const auto known = People(store).load(person);
    return known ? known->name : address;
}

}
