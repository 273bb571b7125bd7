// SPDX-License-Identifier: MIT
// The token in a Reply-To address and a Message-ID: what an answer is about and who may give it. It carries
// its claims itself, so that no table is asked, and proves them by an HMAC-SHA-256 cut to 80 bits. The claims
// are masked: the counter of steps would tell how many mentors were asked.
//
// 32 characters of lower-case base32 (RFC 4648 §6: a–z, 2–7), read in either case. "manager+" and a token fit
// the 64 octets of a local part (RFC 5321 §4.5.3.1.1).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/address.h"
#include "workflow/model/effect.h"
#include "workflow/model/identity.h"

namespace mentoring {

struct TokenClaims {
    CaseId case_id;  // 0 in letters about no case
    PersonId person;
    Purpose purpose = Purpose::answer;
    int step = 0;
    bool operator==(const TokenClaims&) const = default;
};

constexpr std::size_t token_characters = 32;
constexpr std::int64_t token_number_max = (1 << 24) - 1;  // of each claim

struct TokenKey {
    std::array<unsigned char, 32> octets{};
};

// The first makes tokens, all read them: a new key is put in front and the old one stays while its letters
// live.
using TokenKeys = std::vector<TokenKey>;

// Throws std::invalid_argument for a claim outside 0 … token_number_max.
std::string make_token(const TokenKey& key, const TokenClaims& claims);
// Exactly one token in any case; anything else, or one that no key made, is nothing.
std::optional<TokenClaims> read_token(const TokenKeys& keys, std::string_view text);
// The first genuine token standing in a longer text: a local part, a Message-ID, a subject. Reads at most
// `token_text_octets_max` octets.
std::optional<TokenClaims> find_token(const TokenKeys& keys, std::string_view text);
constexpr std::size_t token_text_octets_max = 4'096;

// The subject code: 8 characters, the same for every letter of that case to that person. It tells whose
// thread it is; it never is strong proof.
std::string make_subject_code(const TokenKey& key, CaseId case_id, PersonId person);
bool is_subject_code(const TokenKeys& keys, std::string_view code, CaseId case_id, PersonId person);

// How the server takes sub-addresses: manager+TOKEN@, manager-TOKEN@, or not at all.
enum class SubAddressing { plus, dash, none };

// Where an answer with that token goes. Falls back to the bare address where the local part would be too
// long.
Address answer_address(const Address& mailbox, SubAddressing sub_addressing, std::string_view token);

// The key as it is kept in a credential: 64 hex digits, blanks around them ignored.
std::optional<TokenKey> token_key_from_hex(std::string_view text);

}
