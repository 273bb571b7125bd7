// SPDX-License-Identifier: MIT
// mentord explain [FILE…]: shows what the daemon makes of a mail, step by step – who or what wrote it, what
// of it is new, and what that answers. Reads file names from standard input where none are given; one after
// another, each printed at once. Nothing is stored, nobody is written to.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "workflow/model/instant.h"
#include "workflow/model/mail.h"

namespace mentoring {

enum class ExplainFace { text, json };

struct ExplainRequest {
    ExplainFace face = ExplainFace::text;
    TextOrigin body = TextOrigin::none;  // none: whole mails; else the files are bodies alone
    std::string situation;               // a sample question that the mail answers; empty: none
    std::optional<Date> now;             // the day of receipt; without one the mail's own counts
    std::filesystem::path words;         // folder of the word files
    std::vector<std::string> files;
};

// Exit status: 0; 1 where a file could not be opened; 2, with the reason on `errors`, for an unknown
// situation or a fault in the word files.
int explain_command(const ExplainRequest& request, std::istream& names, std::ostream& out,
                    std::ostream& errors);

}
