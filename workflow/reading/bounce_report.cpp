// SPDX-License-Identifier: MIT
#include "workflow/reading/bounce_report.h"

#include <algorithm>

#include "workflow/reading/plain_letters.h"

namespace mentoring {
namespace {

constexpr std::size_t lines_max = 4'000;
constexpr std::size_t value_octets_max = 2'000;

struct Field {
    std::string name;  // lower case
    std::string value;
};

std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, text.size()));
    return line;
}

bool continues(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t');
}

std::vector<Field> fields_of(std::string_view report) {
    std::vector<Field> fields;
    for (std::size_t count = 0; !report.empty() && count < lines_max; ++count) {
        const std::string_view line = take_line(report);
        if (continues(line) && !fields.empty() && !trimmed(line).empty()) {
            if (fields.back().value.size() < value_octets_max)
                fields.back().value += " " + std::string(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos)
            fields.push_back({});
        else
            fields.push_back(
                {plain_letters(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1)))});
    }
    return fields;
}

std::string first_word(std::string_view text) {
    text = trimmed(text);
    return std::string(text.substr(0, text.find_first_of(" \t(;,")));
}

// Groups are parted by an empty line, and where that was lost by a second field of the same name.
bool opens_group(const Field& field, const ReportedRecipient& current) {
    if (field.name == "final-recipient") return !current.final_recipient.empty();
    if (field.name == "original-recipient") return !current.original_recipient.empty();
    return field.name.empty();
}

void fill(ReportedRecipient& recipient, const Field& field) {
    if (field.name == "final-recipient")
        recipient.final_recipient = address_in_report(field.value);
    else if (field.name == "original-recipient" ||
             (field.name == "x-actual-recipient" && recipient.original_recipient.empty()))
        recipient.original_recipient = address_in_report(field.value);
    else if (field.name == "action" && recipient.action.empty())
        recipient.action = plain_letters(first_word(field.value));
    else if (field.name == "status" && recipient.status.empty())
        recipient.status = first_word(field.value);
    else if (field.name == "diagnostic-code" && recipient.diagnostic.empty())
        recipient.diagnostic = field.value;
}

bool names_somebody(const ReportedRecipient& recipient) {
    const bool address = !recipient.final_recipient.empty() || !recipient.original_recipient.empty();
    return address || (!recipient.action.empty() && !recipient.status.empty());
}

}

std::string address_in_report(std::string_view value) {
    const std::size_t semicolon = value.find(';');
    if (semicolon != std::string_view::npos) value.remove_prefix(semicolon + 1);
    value = trimmed(value);
    const std::size_t open = value.find('<');
    if (open != std::string_view::npos && value.find('@', open) != std::string_view::npos)
        value.remove_prefix(open + 1);
    value = value.substr(0, value.find_first_of("> \t(;,"));
    while (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
    while (value.ends_with('"') || value.ends_with('\'')) value.remove_suffix(1);
    return std::string(value);
}

std::vector<ReportedRecipient> reported_recipients(std::string_view report) {
    std::vector<ReportedRecipient> recipients;
    ReportedRecipient current;
    const auto finish = [&] {
        if (names_somebody(current) && recipients.size() < reported_recipients_max)
            recipients.push_back(current);
        current = {};
    };
    for (const Field& field : fields_of(report)) {
        if (opens_group(field, current)) finish();
        fill(current, field);
    }
    finish();
    return recipients;
}

}
