// SPDX-License-Identifier: MIT
// Reads config/words: one TOML file a language, by which a language is added without touching code. Tables
// [answer], [danger] and [request] hold senses (workflow/reading/sense.h) and their phrases; [intent.NAME]
// holds how people say one answer. In a phrase "(a|b|)" stands for either, "_" for any word, "*" for up to
// three.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "workflow/model/fault.h"
#include "workflow/model/folded_text.h"
#include "workflow/reading/words.h"

namespace mentoring {

inline constexpr std::string_view danger_weights_name = "danger.weights";
inline constexpr std::size_t word_files_max = 32;
inline constexpr std::size_t forms_of_part_max = 256;

// Every fault of every file at once; never throws. Languages in alphabetical order of their files.
Vocabulary load_words(const std::filesystem::path& folder, const Fold& fold, Faults& faults);
// Adds one language.
void add_words(Vocabulary& vocabulary, std::string_view language, std::string_view toml,
               const std::string& file, const Fold& fold, Faults& faults);

}
