// SPDX-License-Identifier: MIT
// Cases, and the mails and letters about them.
#include <CLI/CLI.hpp>
#include <string>

#include "daemon/commands/case.h"
#include "daemon/commands/held.h"
#include "daemon/commands/legal_hold.h"
#include "daemon/commands/outbox.h"
#include "daemon/commands/prepare.h"
#include "daemon/commands/report.h"

namespace mentoring {

namespace {

void prepare_case_list(CLI::App& line, Invocation& invocation) {
    auto request = bound<CaseListRequest>();
    line.add_option("--program", request->program, "Of one programme");
    line.add_flag_callback(
        "--closed", [request] { request->standing = CaseStanding::closed; }, "Closed ones instead");
    on_choice(line, invocation, [&invocation, request] { return case_list(invocation, *request); });
}

void add_case(CLI::App& line, CaseRequest& request) {
    line.add_option("NUMBER", request.number, "2026-014, as subjects print it")->required();
    line.add_option("--program", request.program, "Where several programmes have that number");
}

int list_letters(const Invocation& invocation, const std::string& state) {
    return outbox_list(invocation, {state.empty() ? std::nullopt : outbox_state_from(state)});
}

}

void prepare_case(CLI::App& line, Invocation& invocation) {
    line.require_subcommand(1);
    prepare_case_list(*line.add_subcommand("list", "Open cases, and what they wait for"), invocation);
    auto request = bound<CaseRequest>();
    auto* show = line.add_subcommand("show", "One case: states, waits, letters and dates, no words");
    add_case(*show, *request);
    on_choice(*show, invocation, [&invocation, request] { return case_show(invocation, *request); });
    auto* move = line.add_subcommand("move", "Puts a case into another state; first shows what follows");
    add_case(*move, *request);
    move->add_option("STATE", request->state, "The state; mentord program draw shows all")->required();
    move->add_flag_callback(
        "--yes", [request] { request->assent = Assent::given; }, "Do it");
    on_choice(*move, invocation, [&invocation, request] { return case_move(invocation, *request); });
}

void prepare_legal_hold(CLI::App& line, Invocation& invocation) {
    auto request = bound<LegalHoldRequest>();
    add_case(line, request->of);
    line.add_option("--by", request->by, "Who asks for it")->required();
    line.add_option("--why", request->why, "Why; both are kept in the journal")->required();
    line.add_flag("--end", request->ends, "Ends the hold instead");
    on_choice(line, invocation, [&invocation, request] { return legal_hold(invocation, *request); });
}

void prepare_held(CLI::App& line, Invocation& invocation) {
    auto request = bound<HeldRequest>();
    line.require_subcommand(1);
    auto* list = line.add_subcommand("list", "Who, when and why; no words");
    on_choice(*list, invocation, [&invocation] { return held_list(invocation); });
    auto* release = line.add_subcommand("release", "Decides a mail anew");
    release->add_option("NUMBER", request->number, "As listed")->required();
    on_choice(*release, invocation, [&invocation, request] { return held_release(invocation, *request); });
    auto* drop = line.add_subcommand("drop", "Erases the text of a mail for good");
    drop->add_option("NUMBER", request->number, "As listed")->required();
    drop->add_option("--reason", request->reason, "Kept in its place");
    on_choice(*drop, invocation, [&invocation, request] { return held_drop(invocation, *request); });
}

void prepare_outbox(CLI::App& line, Invocation& invocation) {
    line.require_subcommand(1);
    auto state = bound<std::string>();
    auto* list = line.add_subcommand("list", "Letters that are neither sent nor stopped");
    list->add_option("--state", *state, "Those in one state")
        ->check(CLI::IsMember({"queued", "attempting", "sent", "refused", "unknown", "stopped", "held"}));
    on_choice(*list, invocation, [&invocation, state] { return list_letters(invocation, *state); });
    auto request = bound<OutboxRetryRequest>();
    auto* retry = line.add_subcommand("retry", "Sends letters again that were refused, stopped or held");
    retry->add_option("NUMBER", request->numbers, "As listed");
    retry->add_flag_callback(
        "--all-held", [request] { request->which = Retrying::all_held; }, "Every held one, after a restore");
    on_choice(*retry, invocation, [&invocation, request] { return outbox_retry(invocation, *request); });
}

void prepare_report(CLI::App& line, Invocation& invocation) {
    auto request = bound<ReportRequest>();
    line.add_option("YEAR", request->year, "Without one, this year")->check(CLI::Range(2000, 9999));
    on_choice(line, invocation, [&invocation, request] { return report(invocation, *request); });
}

}
