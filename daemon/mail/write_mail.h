// SPDX-License-Identifier: MIT
// The bytes of one letter as they go on the wire: CRLF, header fields encoded (RFC 2047) and folded, one
// multipart/alternative of text/plain and text/html, each 7bit or quoted-printable. No value can begin a
// header field of its own: control characters are removed from each, and addresses and Message-IDs that are
// none are refused.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "workflow/model/instant.h"

namespace mentoring {

constexpr std::size_t outgoing_octets_max = 1'000'000;
constexpr std::size_t references_max = 20;  // the first and the last nineteen

// `notice`: nobody is asked for an answer, so Auto-Submitted is set (RFC 3834 §5). A letter that awaits an
// answer does without: vacation robots stay silent on it, and their date of return is wanted.
enum class OutgoingKind { letter, notice };

struct OutgoingMail {
    std::string from_name;  // "Balance Mentor Program"
    std::string from_address;
    std::string to_name;
    std::string to_address;
    std::string reply_to;  // with the token; empty: none
    std::string subject;
    std::string message_id;               // without angle brackets, as are the next two
    std::string in_reply_to;              // empty: begins a thread
    std::vector<std::string> references;  // oldest first
    Instant date{};
    std::chrono::seconds utc_offset{0};
    OutgoingKind kind = OutgoingKind::letter;
    std::string loop_name;  // header name and value by which we know our own mail
    std::string loop_value;
    std::string text;
    std::string html;  // empty: text/plain alone
};

// Throws std::invalid_argument for an address or Message-ID that is none and for more than
// `outgoing_octets_max`. Ids in `references` and `in_reply_to` that are none are left out: they come from
// others' mail.
std::string write_mail(const OutgoingMail& mail);

}
