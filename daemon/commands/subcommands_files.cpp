// SPDX-License-Identifier: MIT
// What looks at files alone and needs no store.
#include <CLI/CLI.hpp>
#include <string>

#include "daemon/clock.h"
#include "daemon/commands/check.h"
#include "daemon/commands/explain.h"
#include "daemon/commands/letter.h"
#include "daemon/commands/prepare.h"
#include "daemon/commands/program.h"
#include "daemon/commands/subcommands.h"
#include "daemon/settings/settings.h"

namespace mentoring {

namespace {

struct ExplainOptions {
    ExplainRequest request;
    std::string body;
    std::string now;
};

int explain(const Invocation& invocation, ExplainOptions& options) {
    options.request.face = invocation.output == Output::json ? ExplainFace::json : ExplainFace::text;
    if (!options.body.empty())
        options.request.body = options.body == "html" ? TextOrigin::html : TextOrigin::plain;
    options.request.now = date_from_iso(options.now);
    if (options.request.words.empty()) options.request.words = shared_folder("words");
    return explain_command(options.request, invocation.in, invocation.out, invocation.errors);
}

// Settings with faults are what `check` is for: their clock counts all the same.
int check(const Invocation& invocation, CheckRequest& request) {
    Faults shown_by_check;
    request.settings = invocation.settings;
    request.output = invocation.output;
    request.now = clock_from(load_settings(invocation.settings, shown_by_check).clock_file)->now();
    return check_command(request, invocation.out);
}

void bind(ProgramRequest& request, const Invocation& invocation) {
    request.settings = invocation.settings;
    request.output = invocation.output;
}

void add_program_options(CLI::App& line, ProgramRequest& request) {
    line.add_option("NAME", request.name, "The programme, as the settings name it");
    line.add_option("--file", request.file, "A programme file that no settings name yet");
}

}

void prepare_explain(CLI::App& line, Invocation& invocation) {
    auto options = bound<ExplainOptions>();
    line.add_option("FILE", options->request.files,
                    "Mails; without any, file names are read from standard input");
    line.add_option("--body", options->body, "The files are bodies alone")
        ->check(CLI::IsMember({"text", "html"}));
    line.add_option("--situation", options->request.situation, "A sample question that the mail answers");
    line.add_option("--world", options->request.world, "People and cases of another sample world")
        ->type_name("FILE");
    line.add_option("--now", options->now, "Day of receipt, YYYY-MM-DD");
    line.add_option("--words", options->request.words, "Folder of word files");
    on_choice(line, invocation, [&invocation, options] { return explain(invocation, *options); });
}

void prepare_check(CLI::App& line, Invocation& invocation) {
    auto request = bound<CheckRequest>();
    line.add_option("--mail", request->mail, "A mail that arrived: how far its sender is believed")
        ->type_name("FILE");
    line.add_option("--mailbox", request->mailbox, "Whose trust settings; without it each mailbox's");
    on_choice(line, invocation, [&invocation, request] { return check(invocation, *request); });
}

void prepare_program(CLI::App& line, Invocation& invocation) {
    auto request = bound<ProgramRequest>();
    line.require_subcommand(1);
    auto* draw = line.add_subcommand("draw", "Draws it as a chart that a chair can read");
    add_program_options(*draw, *request);
    draw->add_flag_callback(
        "--dot", [request] { request->face = ChartFace::dot; }, "As a graph for Graphviz");
    on_choice(*draw, invocation, [&invocation, request] {
        bind(*request, invocation);
        return program_draw_command(*request, invocation.out, invocation.errors);
    });
    auto* check = line.add_subcommand("check", "Names every fault of one programme");
    add_program_options(*check, *request);
    on_choice(*check, invocation, [&invocation, request] {
        bind(*request, invocation);
        return program_check_command(*request, invocation.out, invocation.errors);
    });
}

void prepare_letter(CLI::App& line, Invocation& invocation) {
    auto request = bound<LetterRequest>();
    request->templates = shared_folder("templates");
    line.add_option("NAME", request->name, "The letter to show; without one all are listed");
    line.add_option("--program", request->program, "Whose letters");
    line.add_option("--templates", request->templates, "Folder of letters");
    line.add_flag_callback(
        "--html", [request] { request->face = LetterFace::html; }, "Show the HTML twin");
    on_choice(line, invocation,
              [&invocation, request] { return letter_command(*request, invocation.out, invocation.errors); });
}

}
