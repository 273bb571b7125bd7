// SPDX-License-Identifier: MIT
// Base32 (RFC 4648 §6) in lower case, without padding: letters a–z and digits 2–7, so that neither 0 and o
// nor 1 and l are mistaken for each other, and an address survives being written in capitals.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

std::string base32(std::span<const unsigned char> octets);

// Reads capitals too. Nothing where a character is none of the 32 or bits are left over that are not zero.
std::optional<std::vector<unsigned char>> from_base32(std::string_view text);

// The text in lower case, if all of it is of the alphabet.
std::optional<std::string> lower_base32(std::string_view text);

}
