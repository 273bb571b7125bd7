// SPDX-License-Identifier: MIT
// A mail address as identity: what two spellings of one address have in common.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace mentoring {

// Local part and domain of an addr-spec (RFC 5321 §4.1.2), the domain in lower case. The local part keeps its
// spelling; `same_mailbox` compares without regard to case, since no host in use tells them apart.
struct Address {
    std::string local;
    std::string domain;
    auto operator<=>(const Address&) const = default;
};

// At most 254 octets, one "@", no blanks, controls, "<" or ">", no quoted local part. Anything else is
// nothing.
std::optional<Address> address_from(std::string_view text);
std::string to_string(const Address& address);
bool same_mailbox(const Address& left, const Address& right);

// manager@x.org and "k7f3" with separator '+' give manager+k7f3@x.org.
Address with_detail(const Address& address, char separator, std::string_view detail);
// The detail of manager+k7f3@x.org, empty where there is none.
std::string detail_of(const Address& address, char separator);

}
