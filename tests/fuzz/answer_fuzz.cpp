// SPDX-License-Identifier: MIT
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "daemon/mail/fold.h"
#include "daemon/settings/situations.h"
#include "daemon/settings/word_files.h"
#include "workflow/reading/answer.h"
#include "workflow/reading/danger.h"
#include "workflow/reading/form.h"
#include "workflow/reading/request.h"

// Loaded before the first input, whose time it would take.
const mentoring::Vocabulary vocabulary = [] {
    mentoring::Faults faults;
    auto words = mentoring::load_words(WORDS_FOLDER, mentoring::fold, faults);
    if (!faults.empty()) std::abort();
    return words;
}();

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mentoring;
    if (size == 0) return 0;
    static const auto names = situation_names();
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto question = *sample_question(names[data[0] % names.size()], *date_from_iso("2026-11-22"));
    const auto half = text.size() / 2;
    const std::vector<QuotedAnswer> below = {
        {std::string(text.substr(0, half)), std::string(text.substr(half))}};
    const auto answer =
        read_answer(vocabulary, fold, question, text, data[0] & 0x80U ? below : std::vector<QuotedAnswer>{});
    if (answer.clarity == Clarity::unclear && answer.doubt.empty()) std::abort();
    danger_in(vocabulary, fold(text));
    read_request(vocabulary, fold(text.substr(0, half)), fold(text.substr(half)));
    FormField one, two;
    one.name = one.label = "Timeline";
    two.name = two.label = "Closure";
    read_form({one, two}, fold, text, below);
    return 0;
}
