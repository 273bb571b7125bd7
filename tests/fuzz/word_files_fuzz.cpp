// SPDX-License-Identifier: MIT
#include <cstdint>

#include "daemon/mail/fold.h"
#include "daemon/settings/danger_weights_file.h"
#include "daemon/settings/word_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mentoring;
    Vocabulary vocabulary;
    Faults faults;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    add_words(vocabulary, "xx", text, "xx.toml", fold, faults);
    parse_danger_weights(text, "danger.weights", faults);
    return 0;
}
