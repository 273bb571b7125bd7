// SPDX-License-Identifier: MIT
// One mail as read: decoded, bounded, in UTF-8. What it means is decided in workflow/reading.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "workflow/model/instant.h"

namespace mentoring {

struct NamedAddress {
    std::string name;     // the display name, decoded, without quotes; may be empty
    std::string address;  // as written, trimmed; may be no valid address at all
};

struct HeaderField {
    std::string name;   // as written
    std::string value;  // unfolded and decoded to UTF-8
};

struct Attachment {
    std::string name;  // decoded file name; empty where the part has none
    std::string type;  // "application/pdf", lower case
    std::size_t size;  // octets after transfer decoding
};

// A leaf that reports need and nobody reads as text: message/delivery-status,
// message/disposition-notification, message/feedback-report, text/rfc822-headers, or the head of an enclosed
// message/rfc822.
struct ReportPart {
    std::string type;  // lower case
    std::string text;  // decoded to UTF-8, bounded
};

enum class TextOrigin { none, plain, html };

struct Mail {
    std::vector<HeaderField> fields;  // of the outermost header, in order
    std::string subject;
    NamedAddress from;
    std::vector<NamedAddress> to;
    std::vector<NamedAddress> cc;
    std::vector<NamedAddress> reply_to;
    std::string return_path;        // without angle brackets; "" also for the null path, see null_return_path
    bool null_return_path = false;  // Return-Path: <>
    std::string message_id;         // without angle brackets, empty where there is none
    std::vector<std::string> references;  // In-Reply-To first, then References from the nearest backwards
    std::optional<Instant> date;
    std::string content_type;  // of the outermost entity, lower case, without parameters
    std::string report_type;   // its report-type parameter, lower case
    std::string text;          // the whole readable text, for humans
    std::string quoted_text;   // the same; where it came from HTML, quoted blocks carry "> " line by line
    TextOrigin origin = TextOrigin::none;
    std::vector<Attachment> attachments;
    std::vector<ReportPart> reports;
};

// A mail that cannot be read within the limits; the reason is a phrase for the operator, without words of the
// mail.
struct Unreadable {
    std::string reason;
};

using ReadMail = std::variant<Mail, Unreadable>;

// The first field of that name, compared without regard to case; empty where there is none.
std::string_view field(const Mail& mail, std::string_view name);
bool has_field(const Mail& mail, std::string_view name);

}
