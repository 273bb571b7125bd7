// SPDX-License-Identifier: MIT
// mentord explain [FILE…]: shows what the daemon makes of a mail, step by step – whether it is our own, a
// bounce, a machine's or a list's; who wrote it, about which case, and whether to us; what of it is new, what
// that answers, and how sure that is. Reads file names from standard input where none are given; one after
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
    std::filesystem::path world;         // a file of sample people and cases; empty: none
    std::optional<Date> now;             // the day of receipt; without one the mail's own counts
    std::filesystem::path words;         // folder of the word files
    std::vector<std::string> files;
};

// Exit status: 0; 1 where a file could not be opened; 2, with the reason on `errors`, for an unknown
// situation or a fault in a file of words or of a sample world.
int explain_command(const ExplainRequest& request, std::istream& names, std::ostream& out,
                    std::ostream& errors);

}
