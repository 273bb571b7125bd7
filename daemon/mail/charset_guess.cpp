// SPDX-License-Identifier: MIT
#include "daemon/mail/charset_guess.h"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "daemon/mail/charset.h"
#include "daemon/mail/limits.h"

namespace mentoring {

namespace {

constexpr const char* commonest = "windows-1252";
constexpr std::size_t guessable_octets_min = 20;
constexpr std::int32_t confidence_min = 20;  // of 100; below, ICU's first guess is as good as any other

// Detection looks at letters: the 8-bit ones and what stands beside them.
std::string sample_of(std::string_view bytes) {
    const auto first =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; });
    const auto at = static_cast<std::size_t>(first - bytes.begin());
    const auto before = std::min(at, limits::charset_sample_octets / 4);
    return std::string(bytes.substr(at - before, limits::charset_sample_octets));
}

}

std::string guess_charset(std::string_view bytes) {
    const auto sample = sample_of(bytes);
    if (sample.size() < guessable_octets_min) return commonest;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error),
                                                                              &ucsdet_close);
    if (U_FAILURE(error)) return commonest;
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &error);
    const auto* match = ucsdet_detect(detector.get(), &error);
    if (match == nullptr || U_FAILURE(error) || ucsdet_getConfidence(match, &error) < confidence_min)
        return commonest;
    const char* name = ucsdet_getName(match, &error);
    const auto found = name == nullptr ? std::string{} : known_charset(name);
    const bool unlikely = found.empty() || found.starts_with("utf-");
    return unlikely ? commonest : found;
}

}
