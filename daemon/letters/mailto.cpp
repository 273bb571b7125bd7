// SPDX-License-Identifier: MIT
#include "daemon/letters/mailto.h"

namespace mentoring {

namespace {

bool unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

void append_octet(std::string& encoded, char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto octet = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += digits[octet >> 4];
    encoded += digits[octet & 0x0f];
}

std::string percent_encoded(std::string_view text, std::string_view also_allowed) {
    std::string encoded;
    for (const char c : text) {
        if (c == '\n')
            encoded += "%0D%0A";
        else if (unreserved(c) || also_allowed.find(c) != std::string_view::npos)
            encoded += c;
        else if (c != '\r')
            append_octet(encoded, c);
    }
    return encoded;
}

}

std::string mailto_link(std::string_view address, std::string_view subject, std::string_view body) {
    const auto bare = "mailto:" + percent_encoded(address, "@");
    const auto with_subject = bare + "?subject=" + percent_encoded(subject, "");
    const auto whole = with_subject + "&body=" + percent_encoded(body, "");
    if (whole.size() < mailto_octets_max) return whole;
    return with_subject.size() < mailto_octets_max ? with_subject : bare;
}

}
