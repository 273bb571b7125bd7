// SPDX-License-Identifier: MIT
#include "daemon/commands/subcommands.h"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <ostream>

#include "daemon/commands/explain.h"
#include "daemon/commands/letter.h"
#include "daemon/commands/manual.h"
#include "daemon/commands/people.h"
#include "daemon/commands/run.h"

namespace mentoring {

namespace {

// Options live as long as the parser: each subcommand binds a request of its own.
template <typename Request>
std::shared_ptr<Request> bound() {
    return std::make_shared<Request>();
}

void prepare_run(CLI::App& line, Invocation& invocation) {
    line.callback(
        [&] { invocation.chosen = [&] { return run_command(invocation.settings, invocation.errors); }; });
}

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

void prepare_explain(CLI::App& line, Invocation& invocation) {
    auto options = bound<ExplainOptions>();
    line.add_option("FILE", options->request.files,
                    "Mails; without any, file names are read from standard input");
    line.add_option("--body", options->body, "The files are bodies alone")
        ->check(CLI::IsMember({"text", "html"}));
    line.add_option("--situation", options->request.situation, "A sample question that the mail answers");
    line.add_option("--now", options->now, "Day of receipt, YYYY-MM-DD");
    line.add_option("--words", options->request.words, "Folder of word files");
    line.callback([&invocation, options] {
        invocation.chosen = [&invocation, options] { return explain(invocation, *options); };
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
    line.callback([&invocation, request] {
        invocation.chosen = [&invocation, request] {
            return letter_command(*request, invocation.out, invocation.errors);
        };
    });
}

struct PeopleOptions {
    std::filesystem::path csv;
    std::string name;
    std::string until;
    Going going = Going::gone;
};

void prepare_people(CLI::App& line, Invocation& invocation) {
    auto options = bound<PeopleOptions>();
    line.require_subcommand(1);
    auto* import = line.add_subcommand("import", "Brings the roster up to date from CSV");
    import->add_option("CSV", options->csv, "The roster, one person a row")->required();
    import->callback([&invocation, options] {
        invocation.chosen = [&invocation, options] {
            return people_import(invocation.settings, options->csv, invocation.out, invocation.errors);
};
});
auto* list = line.add_subcommand("list", "Everybody on the roster");
list->callback([&invocation] {
    invocation.chosen = [&invocation] {
        return people_list(invocation.settings, invocation.output, invocation.out);
    };
});
auto* pause = line.add_subcommand("pause", "No new mentees for a mentor until a day");
pause->add_option("NAME", options->name, "Whose")->required();
pause->add_option("UNTIL", options->until, "YYYY-MM-DD; without it she is open again");
pause->callback([&invocation, options] {
    invocation.chosen = [&invocation, options] {
        return people_pause(invocation.settings, options->name, options->until, invocation.out,
                            invocation.errors);
    };
});
auto* gone = line.add_subcommand("gone", "Died, left or ill: every letter to and about her stops");
gone->add_option("NAME", options->name, "Who")->required();
gone->add_flag_callback(
    "--undo", [options] { options->going = Going::undo; }, "Takes it back");
gone->callback([&invocation, options] {
    invocation.chosen = [&invocation, options] {
        return people_gone(invocation.settings, options->name, options->going, invocation.out,
                           invocation.errors);
    };
});
}

void prepare_manual(CLI::App& line, Invocation& invocation) {
    line.callback([&invocation] {
        invocation.chosen = [&invocation] {
            print_manual(invocation.out);
            return 0;
        };
    });
}

constexpr std::array table{
    Subcommand{"run", "Works until it is told to stop", prepare_run},
    Subcommand{"explain", "Shows, step by step, what is made of a mail", prepare_explain},
    Subcommand{"people", "The roster: import, list, pause, gone", prepare_people},
    Subcommand{"letter", "Lists the letters, or shows one as its reader gets it", prepare_letter},
    Subcommand{"manual", "Prints this manual as a man page", prepare_manual},
};
}

std::span<const Subcommand> subcommands() {
    return table;
}

std::filesystem::path shared_folder(std::string_view name) {
    const std::filesystem::path installed = std::filesystem::path(MENTORD_SHARE) / name;
    if (std::filesystem::exists(installed)) return installed;
    const std::filesystem::path source = MENTORD_SOURCE;
    return name == "templates" ? source / name : source / "config" / name;
}
}
