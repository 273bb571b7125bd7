// SPDX-License-Identifier: MIT
#include "workflow/model/address.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr std::size_t address_octets_max = 254;  // RFC 5321 §4.5.3.1.3, less the angle brackets

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool allowed(char c) {
    const auto octet = static_cast<unsigned char>(c);
    return octet > 0x20 && octet != 0x7f &&
           std::string_view("<>()[],;:\\\"").find(c) == std::string_view::npos;
}

}

std::optional<Address> address_from(std::string_view text) {
    const auto at = text.find('@');
    if (text.size() > address_octets_max || at == 0 || at == std::string_view::npos || at + 1 == text.size())
        return std::nullopt;
    if (text.find('@', at + 1) != std::string_view::npos) return std::nullopt;
    if (!std::all_of(text.begin(), text.end(), allowed)) return std::nullopt;
    return Address{std::string(text.substr(0, at)), lowered(text.substr(at + 1))};
}

std::string to_string(const Address& address) {
    return address.local + "@" + address.domain;
}

bool same_mailbox(const Address& left, const Address& right) {
    return left.domain == right.domain && lowered(left.local) == lowered(right.local);
}

Address with_detail(const Address& address, char separator, std::string_view detail) {
    return {address.local + separator + std::string(detail), address.domain};
}

std::string detail_of(const Address& address, char separator) {
    const auto at = address.local.find(separator);
    return at == std::string::npos ? "" : address.local.substr(at + 1);
}

}
