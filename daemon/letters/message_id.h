// SPDX-License-Identifier: MIT
// Message-IDs that carry their letter's token, so that an answer is known by its References where the address
// lost its detail and the subject its code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/letters/token.h"

namespace mentoring {

// "TOKEN.UNIQUE@example.org", without angle brackets (RFC 5322 §3.6.4).
std::string make_message_id(std::string_view token, std::string_view unique, std::string_view domain);
// 16 characters of base32 from the system's randomness: 80 bits.
std::string random_unique();

// The token in the nearest of our Message-IDs (Mail::references is ordered nearest first).
std::optional<TokenClaims> token_in_references(const TokenKeys& keys,
                                               const std::vector<std::string>& references);

// Present in all mail we send, with our domain as its value; mail that comes back with it is our own.
constexpr std::string_view loop_header = "X-Mentord-Loop";

}
