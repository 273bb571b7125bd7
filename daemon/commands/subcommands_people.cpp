// SPDX-License-Identifier: MIT
// The roster and its offices.
#include <CLI/CLI.hpp>
#include <string>

#include "daemon/commands/office.h"
#include "daemon/commands/people.h"
#include "daemon/commands/prepare.h"
#include "daemon/commands/subcommands.h"

namespace mentoring {

namespace {

struct PeopleOptions {
    std::filesystem::path csv;
    std::string name;
    std::string until;
    Going going = Going::gone;
};

void prepare_import(CLI::App& line, Invocation& invocation, std::shared_ptr<PeopleOptions> options) {
    line.add_option("CSV", options->csv, "The roster, one person a row")->required();
    on_choice(line, invocation, [&invocation, options] {
        return people_import(invocation.settings, options->csv, invocation.out, invocation.errors);
    });
}

void prepare_pause(CLI::App& line, Invocation& invocation, std::shared_ptr<PeopleOptions> options) {
    line.add_option("NAME", options->name, "Whose")->required();
    line.add_option("UNTIL", options->until, "YYYY-MM-DD; without it she is open again");
    on_choice(line, invocation, [&invocation, options] {
        return people_pause(invocation.settings, options->name, options->until, invocation.out,
                            invocation.errors);
    });
}

void prepare_gone(CLI::App& line, Invocation& invocation, std::shared_ptr<PeopleOptions> options) {
    line.add_option("NAME", options->name, "Who")->required();
    line.add_flag_callback(
        "--undo", [options] { options->going = Going::undo; }, "Takes it back");
    on_choice(line, invocation, [&invocation, options] {
        return people_gone(invocation.settings, options->name, options->going, invocation.out);
    });
}

void add_office(CLI::App& line, OfficeRequest& request) {
    line.add_option("OFFICE", request.office, "chair, president …")->required();
    line.add_option("NAME", request.person, "Who")->required();
    line.add_option("--program", request.program, "Of which programme; not needed where there is one");
}

}

void prepare_people(CLI::App& line, Invocation& invocation) {
    auto options = bound<PeopleOptions>();
    line.require_subcommand(1);
    prepare_import(*line.add_subcommand("import", "Brings the roster up to date from CSV"), invocation,
                   options);
    auto* list = line.add_subcommand("list", "Everybody on the roster");
    on_choice(*list, invocation,
              [&invocation] { return people_list(invocation.settings, invocation.output, invocation.out); });
    prepare_pause(*line.add_subcommand("pause", "No new mentees for a mentor until a day"), invocation,
                  options);
    prepare_gone(*line.add_subcommand("gone", "Died, left or ill: every letter to and about her stops"),
                 invocation, options);
}

void prepare_office(CLI::App& line, Invocation& invocation) {
    auto request = bound<OfficeRequest>();
    line.require_subcommand(1);
    auto* list = line.add_subcommand("list", "Every holder of every office, former ones too");
    on_choice(*list, invocation, [&invocation] { return office_list(invocation); });
    auto* give = line.add_subcommand("give", "A new holder; the one before her ends the day before");
    add_office(*give, *request);
    give->add_option("--from", request->from, "Her first day, YYYY-MM-DD; without it today");
    give->add_option("--until", request->until, "Her last day, YYYY-MM-DD; without it open");
    on_choice(*give, invocation, [&invocation, request] { return office_give(invocation, *request); });
    auto* end = line.add_subcommand("end", "The end of a holding");
    add_office(*end, *request);
    end->add_option("--until", request->until, "Her last day, YYYY-MM-DD; without it today");
    on_choice(*end, invocation, [&invocation, request] { return office_end(invocation, *request); });
}

}
