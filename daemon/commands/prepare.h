// SPDX-License-Identifier: MIT
// What each subcommand adds to the parser: its options, and what is done when it was named.
#pragma once

#include <functional>
#include <memory>

namespace CLI {
class App;
}

namespace mentoring {

struct Invocation;

// Options live as long as the parser: each subcommand binds a request of its own.
template <typename Request>
std::shared_ptr<Request> bound() {
    return std::make_shared<Request>();
}

// `act` is what the line does when it is named.
void on_choice(CLI::App& line, Invocation& invocation, std::function<int()> act);

void prepare_check(CLI::App& line, Invocation& invocation);
void prepare_program(CLI::App& line, Invocation& invocation);
void prepare_letter(CLI::App& line, Invocation& invocation);
void prepare_explain(CLI::App& line, Invocation& invocation);
void prepare_people(CLI::App& line, Invocation& invocation);
void prepare_office(CLI::App& line, Invocation& invocation);
void prepare_case(CLI::App& line, Invocation& invocation);
void prepare_legal_hold(CLI::App& line, Invocation& invocation);
void prepare_report(CLI::App& line, Invocation& invocation);
void prepare_held(CLI::App& line, Invocation& invocation);
void prepare_outbox(CLI::App& line, Invocation& invocation);
void prepare_backup(CLI::App& line, Invocation& invocation);
void prepare_restore(CLI::App& line, Invocation& invocation);
void prepare_status(CLI::App& line, Invocation& invocation);
void prepare_key(CLI::App& line, Invocation& invocation);

}
