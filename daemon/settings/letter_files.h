// SPDX-License-Identifier: MIT
// The letters of a programme: templates/PROGRAM/*.md laid over templates/common/*.md, their partials
// (templates/common/parts/*.md) set in, each checked. All faults are reported at once.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "workflow/writing/letter_template.h"

namespace mentoring {

constexpr std::uintmax_t letter_file_octets_max = 32'768;

// "templates/balance/invitation.md:7: no field mentor_nam; did you mean mentor_name?"
struct LetterFault {
    std::string file;
    int line = 0;  // from 1; 0: the file as a whole
    std::string what;
};
std::string to_string(const LetterFault& fault);

struct LoadedLetters {
    LetterSet set;
    std::vector<LetterFault> faults;  // empty: the set may be used
};

LoadedLetters load_letters(const std::filesystem::path& templates, const std::string& program);

}
