// SPDX-License-Identifier: MIT
#include <cstdint>

#include "daemon/mail/fold.h"
#include "daemon/settings/word_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mentoring;
    Vocabulary vocabulary;
    Faults faults;
    add_words(vocabulary, "xx", std::string_view(reinterpret_cast<const char*>(data), size), "xx.toml", fold,
              faults);
    return 0;
}
