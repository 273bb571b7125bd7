// SPDX-License-Identifier: MIT
#include "daemon/letters/message_id.h"

#include <sodium.h>

#include <array>

#include "daemon/letters/base32.h"

namespace mentoring {

namespace {

constexpr std::size_t unique_octets = 10;
constexpr std::size_t references_read_max = 100;

}

std::string make_message_id(std::string_view token, std::string_view unique, std::string_view domain) {
    return std::string(token) + "." + std::string(unique) + "@" + std::string(domain);
}

std::string random_unique() {
    std::array<unsigned char, unique_octets> octets;
    randombytes_buf(octets.data(), octets.size());
    return base32(octets);
}

std::optional<TokenClaims> token_in_references(const TokenKeys& keys,
                                               const std::vector<std::string>& references) {
    std::size_t read = 0;
    for (const auto& reference : references) {
        if (++read > references_read_max) break;
        if (const auto claims = find_token(keys, reference)) return claims;
    }
    return std::nullopt;
}

}
