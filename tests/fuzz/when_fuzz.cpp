// SPDX-License-Identifier: MIT
#include <cstdint>

#include "daemon/mail/fold.h"
#include "daemon/settings/word_files.h"
#include "workflow/reading/rhythm.h"
#include "workflow/reading/when.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mentoring;
    static Faults faults;
    static const auto vocabulary = load_words(WORDS_FOLDER, fold, faults);
    const auto text = fold(std::string_view(reinterpret_cast<const char*>(data), size));
    const auto passage = passage_of(
        vocabulary.answer, text, [](const Meaning&) { return true; }, [](std::string_view) { return false; });
    const auto facts = facts_of(passage, vocabulary.answer);
    written_dates(facts, *date_from_iso("2028-02-29"));
    written_rhythm(facts);
    return 0;
}
