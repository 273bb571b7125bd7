// SPDX-License-Identifier: MIT
// mentord letter [NAME]: lists the letters of a programme, or shows one as its recipient would get it, filled
// from a sample world.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "daemon/letters/render.h"
#include "workflow/writing/letter_template.h"

namespace mentoring {

enum class LetterFace { text, html };

struct LetterRequest {
    std::filesystem::path templates;
    std::string program = "balance";
    std::string name;  // empty: list all
    LetterFace face = LetterFace::text;
};

// Exit status: 0, or 1 after the faults, or that there is no such letter (and which was meant), on `errors`.
int letter_command(const LetterRequest& request, std::ostream& out, std::ostream& errors);

// The letter filled from the sample world; nothing where the set has none of that name.
std::optional<RenderedLetter> preview(const LetterSet& set, const std::string& name);

}
