// SPDX-License-Identifier: MIT
// A small programme without a fault: request, review, invitation, mentoring, evaluation. The tests of check
// and chart change one thing of it at a time.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "workflow/model/program.h"

namespace mentoring {

inline const Span three_days{3, Span::Unit::working_days};

inline LetterOrder letter(const std::string& name, const std::string& to,
                          std::vector<std::string> words = {}) {
    return {name, to, {}, std::move(words)};
}

inline Transition on(const std::string& answer, const std::string& by, const std::string& target = {}) {
    Transition result;
    result.answer = answer;
    result.by = {by};
    result.target = target;
    return result;
}

inline State state(const std::string& name, Scope scope, const std::string& owner) {
    State result;
    result.name = name;
    result.scope = scope;
    result.says = "Waiting for " + owner;
    result.owner = owner;
    result.after.push_back(
        {WaitFrom::entry, three_days, 2, {letter("reminder", "owner")}, {}, {}, {}, {}, {}, {}, 0});
    return result;
}

inline AfterWait then(const std::string& target, const std::string& outcome = {}) {
    return {WaitFrom::entry, {20, Span::Unit::days}, 1, {}, {}, {}, target, outcome, {}, {}, 0};
}

inline State final_state(const std::string& name) {
    State result;
    result.name = name;
    result.says = "Over";
    result.final = true;
    return result;
}

inline State review() {
    State result = state("review", Scope::of_case, "chair");
    result.enter = {letter("review-request", "owner", {"request"})};
    Transition match = on("match", "chair", "inviting");
    match.takes = Takes::mentors;
    match.proof = Proof::strong;
    Transition decline = on("decline", "chair", "closed");
    decline.takes = Takes::reason;
    decline.proof = Proof::strong;
    decline.keep = "reason";
    decline.readers = {"chair"};
    decline.letters = {letter("declined", "mentee")};
    result.on = {match, decline};
    result.after.push_back(then("closed"));
    return result;
}

inline State inviting() {
    State result = state("inviting", Scope::of_case, "invited");
    result.each = Each{"invited", "asked", false, "paired", "review", {}, {}, {}, {}, 0};
    return result;
}

inline State asked() {
    State result = state("asked", Scope::of_pairing, "invited");
    Transition accept = on("accept", "invited", "under-way");
    accept.by_yes = true;
    accept.becomes = "mentor";
    accept.letters = {letter("released", "mentor", {"request"})};
    Transition decline = on("decline", "invited");
    decline.by_no = true;
    decline.outcome = "declined";
    result.on = {accept, decline};
    AfterWait silent = then("");
    silent.answer = "decline";
    result.after.push_back(silent);
    return result;
}

inline State under_way() {
    State result = state("under-way", Scope::of_pairing, "mentee");
    result.all = All{{"mentee", "mentor"}, "close", "", {letter("closed", "both")}, "closed", true, 0};
    result.after.push_back(then("", "silent"));
    return result;
}

inline State paired() {
    State result = state("paired", Scope::of_case, "mentee");
    result.running = Running{{{"closed", "evaluating"}, {"", "review"}}, {}, 0};
    return result;
}

inline State evaluating() {
    State result = state("evaluating", Scope::of_case, "mentee");
    Form form;
    form.by = "mentee";
    form.answer = "evaluation";
    form.rated = true;
    form.readers = {"president"};
    form.target = "closed";
    form.low = 2;
    form.low_letters = {letter("low-rating", "president", {"comment"})};
    result.form = form;
    result.after.push_back(then("closed"));
    return result;
}

inline Program sample_program() {
    Program program;
    program.name = "sample";
    program.rated = {"How was it?"};
    for (const char* office : {"chair", "deputy", "president", "manager", "alarm", "second-alarm"})
        program.offices.push_back({office, office, "", true, 0});
    program.offices[0].deputy = "deputy";
    program.alarm = {"alarm", "second-alarm"};
    program.openings = {
        {"request", "member", "review", {letter("acknowledgement", "mentee")}, {"chair", "mentor"}, 0}};
    program.states = {review(), inviting(), paired(), evaluating(), final_state("closed"),
                      asked(),  under_way()};
    Transition status = on("status", "mentee");
    status.does = Doing::status;
    status.letters = {letter("status", "writer")};
    program.anywhere = {status};
    program.occasions = {{"digest", "monthly", {letter("digest", "president")}, 0}};
    for (const char* answer : {"match", "decline", "accept", "close", "evaluation"})
        program.told[answer] = "You did.";
    return program;
}

}
