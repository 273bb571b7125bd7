// SPDX-License-Identifier: MIT
#include "daemon/letters/token.h"

#include <sodium.h>

#include <algorithm>
#include <stdexcept>

#include "daemon/letters/base32.h"

namespace mentoring {

namespace {

// Purpose 1 octet, case, person and step 3 octets each, then the proof.
constexpr std::size_t claim_octets = 10;
constexpr std::size_t proof_octets = 10;
constexpr std::size_t code_octets = 5;
constexpr std::size_t local_part_octets_max = 64;  // RFC 5321 §4.5.3.1.1

using Octets = std::vector<unsigned char>;
using Hash = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;
static_assert(sizeof(TokenKey::octets) == crypto_auth_hmacsha256_KEYBYTES);
static_assert((claim_octets + proof_octets) * 8 == token_characters * 5);

// What a hash is made for, so that no hash of one use serves another.
enum class Use : unsigned char { proof = 'p', mask = 'm', subject_code = 's' };

Hash hash_of(const TokenKey& key, Use use, const Octets& content) {
    Octets message{static_cast<unsigned char>(use)};
    message.insert(message.end(), content.begin(), content.end());
    Hash hash;
    crypto_auth_hmacsha256(hash.data(), message.data(), message.size(), key.octets.data());
    return hash;
}

void append_number(Octets& octets, std::int64_t number) {
    if (number < 0 || number > token_number_max)
        throw std::invalid_argument("a token holds numbers from 0 to 16777215");
    for (int shift = 16; shift >= 0; shift -= 8)
        octets.push_back(static_cast<unsigned char>(number >> shift));
}

std::int64_t number_at(const Octets& octets, std::size_t at) {
    return (octets[at] << 16) | (octets[at + 1] << 8) | octets[at + 2];
}

Octets packed(const TokenClaims& claims) {
    Octets octets{static_cast<unsigned char>(claims.purpose)};
    append_number(octets, claims.case_id.value);
    append_number(octets, claims.person.value);
    append_number(octets, claims.step);
    return octets;
}

std::optional<TokenClaims> unpacked(const Octets& octets) {
    if (octets[0] > static_cast<unsigned char>(Purpose::opening)) return std::nullopt;
    return TokenClaims{CaseId{number_at(octets, 1)}, PersonId{number_at(octets, 4)},
                       static_cast<Purpose>(octets[0]), static_cast<int>(number_at(octets, 7))};
}

// The mask is made of the proof, which differs for all other claims.
void mask(const TokenKey& key, Octets& claims, const Octets& proof) {
    const auto stream = hash_of(key, Use::mask, proof);
    for (std::size_t i = 0; i < claims.size(); ++i) claims[i] ^= stream[i];
}

std::optional<TokenClaims> read_with(const TokenKey& key, const Octets& octets) {
    Octets claims(octets.begin(), octets.begin() + claim_octets);
    const Octets proof(octets.begin() + claim_octets, octets.end());
    mask(key, claims, proof);
    const auto expected = hash_of(key, Use::proof, claims);
    if (sodium_memcmp(expected.data(), proof.data(), proof_octets) != 0) return std::nullopt;
    return unpacked(claims);
}

bool of_alphabet(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7');
}

}

std::string make_token(const TokenKey& key, const TokenClaims& claims) {
    auto octets = packed(claims);
    const auto hash = hash_of(key, Use::proof, octets);
    const Octets proof(hash.begin(), hash.begin() + proof_octets);
    mask(key, octets, proof);
    octets.insert(octets.end(), proof.begin(), proof.end());
    return base32(octets);
}

std::optional<TokenClaims> read_token(const TokenKeys& keys, std::string_view text) {
    if (text.size() != token_characters) return std::nullopt;
    const auto octets = from_base32(text);
    if (!octets) return std::nullopt;
    for (const auto& key : keys)
        if (const auto claims = read_with(key, *octets)) return claims;
    return std::nullopt;
}

std::optional<TokenClaims> find_token(const TokenKeys& keys, std::string_view text) {
    text = text.substr(0, token_text_octets_max);
    for (auto at = text.begin(); at != text.end();) {
        const auto begin = std::find_if(at, text.end(), of_alphabet);
        const auto end = std::find_if_not(begin, text.end(), of_alphabet);
        if (const auto claims = read_token(keys, {begin, end})) return claims;
        at = end;
    }
    return std::nullopt;
}

std::string make_subject_code(const TokenKey& key, CaseId case_id, PersonId person) {
    Octets content;
    append_number(content, case_id.value);
    append_number(content, person.value);
    const auto hash = hash_of(key, Use::subject_code, content);
    return base32(std::span(hash).first(code_octets));
}

bool is_subject_code(const TokenKeys& keys, std::string_view code, CaseId case_id, PersonId person) {
    const auto lowered = lower_base32(code);
    if (!lowered) return false;
    return std::any_of(keys.begin(), keys.end(), [&](const TokenKey& key) {
        const auto expected = make_subject_code(key, case_id, person);
        return expected.size() == lowered->size() &&
               sodium_memcmp(expected.data(), lowered->data(), expected.size()) == 0;
    });
}

Address answer_address(const Address& mailbox, SubAddressing sub_addressing, std::string_view token) {
    if (sub_addressing == SubAddressing::none) return mailbox;
    const auto address = with_detail(mailbox, sub_addressing == SubAddressing::plus ? '+' : '-', token);
    return address.local.size() <= local_part_octets_max ? address : mailbox;
}

std::optional<TokenKey> token_key_from_hex(std::string_view text) {
    TokenKey key;
    std::size_t octets = 0;
    const char* end = nullptr;
    const bool read = sodium_hex2bin(key.octets.data(), key.octets.size(), text.data(), text.size(),
                                     " \t\r\n", &octets, &end) == 0;
    if (!read || octets != key.octets.size() || end != text.data() + text.size()) return std::nullopt;
    return key;
}

}
