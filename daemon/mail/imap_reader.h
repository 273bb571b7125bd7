// SPDX-License-Identifier: MIT
// From octets to IMAP responses, in whatever pieces they come. Pure; bounded in lines, literals and nesting.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/mail/imap_response.h"

namespace mentoring {

inline constexpr std::size_t imap_line_octets_max = 1024 * 1024;  // of one response, without its literals
inline constexpr std::size_t imap_literal_octets_max = 128 * 1024;

class ImapReader {
public:
    // The literals of one response together, from the next response on.
    void allow_literals(std::size_t octets);
    void feed(std::string_view octets);
    // The next whole response; nothing until more is fed.
    std::optional<ImapResponse> next();

private:
    std::optional<std::size_t> end_of_response();
    ImapResponse broken(const char* reason);
    void forget_consumed();

    std::string buffer_;
    std::size_t begin_ = 0;     // of the response being gathered
    std::size_t segment_ = 0;   // of its text after the last literal
    std::size_t scanned_ = 0;   // no line end before this
    std::size_t literals_ = 0;  // octets of its literals
    std::size_t literals_max_ = imap_literal_octets_max;
    bool broken_ = false;
};

}
