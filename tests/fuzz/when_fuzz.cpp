// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>

#include "daemon/mail/fold.h"
#include "daemon/settings/word_files.h"
#include "workflow/reading/rhythm.h"
#include "workflow/reading/when.h"

// Loaded before the first input, whose time it would take.
const mentoring::Vocabulary vocabulary = [] {
    mentoring::Faults faults;
    auto words = mentoring::load_words(WORDS_FOLDER, mentoring::fold, faults);
    if (!faults.empty()) std::abort();
    return words;
}();

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mentoring;
    const auto text = fold(std::string_view(reinterpret_cast<const char*>(data), size));
    const auto passage = passage_of(
        vocabulary.answer, text, [](const Meaning&) { return true; }, [](std::string_view) { return false; });
    const auto facts = facts_of(passage, vocabulary.answer);
    written_dates(facts, *date_from_iso("2028-02-29"));
    written_rhythm(facts);
    return 0;
}
