// SPDX-License-Identifier: MIT
// `mentord explain` alone, for scoring and for trying things out without the daemon.
#include <CLI/CLI.hpp>

#include <iostream>
#include <map>

#include "daemon/commands/explain.h"

using namespace mentoring;

int main(int argc, char** argv) {
    CLI::App app{"what the daemon makes of a mail"};
    ExplainRequest request;
    request.words = WORDS_FOLDER;
    bool json = false;
    std::string now;
    app.add_flag("--json", json);
    app.add_option("--body", request.body)
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, TextOrigin>{{"text", TextOrigin::plain}, {"html", TextOrigin::html}}));
    app.add_option("--situation", request.situation);
    app.add_option("--now", now);
    app.add_option("files", request.files);
    CLI11_PARSE(app, argc, argv);
    if (json) request.face = ExplainFace::json;
    request.now = date_from_iso(now);
    return explain_command(request, std::cin, std::cout, std::cerr);
}
