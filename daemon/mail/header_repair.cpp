// SPDX-License-Identifier: MIT
#include "daemon/mail/header_repair.h"

#include <algorithm>
#include <array>
#include <optional>

#include "daemon/mail/ascii.h"
#include "daemon/mail/limits.h"
#include "daemon/mail/lines.h"
#include "daemon/mail/parameters.h"

namespace mentoring {

namespace {

constexpr std::size_t name_octets_max = 100;  // of a field
constexpr int lookahead_lines = 12;  // to tell a lost fold from a body that began without a blank line
constexpr std::size_t lookahead_octets = 4000;

constexpr std::array<std::string_view, 30> usual_names = {"from",
                                                          "to",
                                                          "cc",
                                                          "bcc",
                                                          "subject",
                                                          "date",
                                                          "sender",
                                                          "reply-to",
                                                          "message-id",
                                                          "in-reply-to",
                                                          "references",
                                                          "return-path",
                                                          "received",
                                                          "mime-version",
                                                          "content-type",
                                                          "content-transfer-encoding",
                                                          "content-disposition",
                                                          "content-id",
                                                          "content-description",
                                                          "content-language",
                                                          "content-length",
                                                          "delivered-to",
                                                          "dkim-signature",
                                                          "authentication-results",
                                                          "status",
                                                          "precedence",
                                                          "importance",
                                                          "priority",
                                                          "user-agent",
                                                          "thread-topic"};

bool is_name_character(char c) {
    return c > ' ' && c < '\x7F' && c != ':';
}

// Length of the field name that `line` begins with, 0 where it begins with none.
std::size_t name_length(std::string_view line) {
    std::size_t length = 0;
    while (length < line.size() && is_name_character(line[length])) ++length;
    if (length == 0 || length > name_octets_max) return 0;
    auto colon = length;
    while (colon < line.size() && ascii::is_blank(line[colon])) ++colon;
    return colon < line.size() && line[colon] == ':' ? length : 0;
}

bool is_usual(std::string_view name) {
    return ascii::starts_with(name, "x-") || ascii::starts_with(name, "list-") ||
           ascii::starts_with(name, "arc-") ||
           std::any_of(usual_names.begin(), usual_names.end(),
                       [&](std::string_view each) { return ascii::equal(each, name); });
}

// A name no standard allows: "Réponse: x".
bool resembles_field(std::string_view line) {
    const auto end = line.find_first_of(": \t");
    return end != std::string_view::npos && end > 0 && end <= name_octets_max && line[end] == ':';
}

bool is_blank_line(std::string_view line) {
    return std::all_of(line.begin(), line.end(), [](char c) { return ascii::is_blank(c); });
}

bool is_mbox_line(std::string_view line) {
    return line.starts_with("From ") || line.starts_with(">From ");
}

class HeaderRepair {
public:
    HeaderRepair(std::string_view entity, const OpenBoundaries& open) : text_(entity), open_(open) {}

    RepairedHeader repair() {
        while (at_ < text_.size() && header_.exceeded == nullptr) {
            const auto line = line_at(text_, at_);
            if (is_delimiter(line.text)) break;
            if (line.text.empty() || (is_blank_line(line.text) && !goes_on_behind(line))) {
                at_ = line.next;
                break;
            }
            if (!take(line)) break;
            at_ = line.next;
        }
        end_field();
        header_.body = at_;
        return std::move(header_);
    }

private:
    bool is_delimiter(std::string_view line) const {
        if (!line.starts_with("--")) return false;
        return open_.match(line).kind != OpenBoundaries::Kind::none || begins_first_part(line);
    }

    // The header's own boundary: the blank line before the first part is missing.
    bool begins_first_part(std::string_view line) const {
        if (!own_) {
            own_.emplace();
            const auto content = parse_parameters(repaired_field(header_.fields, "content-type"));
            if (!parameter(content, "boundary").empty())
                own_->open(std::string(parameter(content, "boundary")));
        }
        return own_->match(line).kind != OpenBoundaries::Kind::none;
    }

    // False where the body begins with this line.
    bool take(const Line& line) {
        const auto name = name_length(line.text);
        if (ascii::is_blank(line.text.front()) && field_begin_ < header_.fields.size())
            append(line.text);
        else if (name > 0)
            begin_field(line.text, name);
        else if (is_mbox_line(line.text) && header_.fields.empty())
            return true;
        else if (!goes_on_behind(line))
            return false;
        else if (field_begin_ < header_.fields.size())
            append(" "), append(line.text);
        return true;
    }

    void begin_field(std::string_view line, std::size_t name) {
        end_field();
        field_begin_ = header_.fields.size();
        append(line.substr(0, name));
        append(": ");
        append(ascii::trimmed(line.substr(line.find(':', name) + 1)));
    }

    void append(std::string_view text) {
        text = text.substr(0, limits::field_octets_max + 1);  // enough to exceed
        for (;;) {
            const auto nul = text.find('\0');
            header_.fields += text.substr(0, nul);
            if (nul == std::string_view::npos) break;
            text.remove_prefix(nul + 1);
        }
        if (header_.fields.size() - field_begin_ > limits::field_octets_max)
            header_.exceeded = "a header field is longer than 64 kB";
        else if (header_.fields.size() > limits::header_block_octets_max)
            header_.exceeded = "the header is longer than 256 kB";
    }

    void end_field() {
        if (field_begin_ < header_.fields.size()) header_.fields += '\n';
        field_begin_ = header_.fields.size();
    }

    // Whether the header goes on behind a line that is no field: before any blank line comes a usual field,
    // or nothing but fields where the line resembles one itself.
    bool goes_on_behind(const Line& odd) const {
        const auto near = text_.substr(0, std::min(text_.size(), odd.next + lookahead_octets));
        int fields = 0, others = 0;
        auto at = odd.next;
        for (int i = 0; i < lookahead_lines && at < near.size(); ++i) {
            const auto line = line_at(near, at);
            if (line.text.empty() || is_delimiter(line.text)) break;
            const auto name = name_length(line.text);
            if (is_usual(line.text.substr(0, name))) return true;
            if (name > 0)
                ++fields;
            else if (fields == 0 || !ascii::is_blank(line.text.front()))
                ++others;
            at = line.next;
        }
        return fields > 0 && others == 0 && resembles_field(odd.text);
    }

    std::string_view text_;
    const OpenBoundaries& open_;
    mutable std::optional<OpenBoundaries> own_;  // read where the first line asks for it
    std::size_t at_ = 0;
    std::size_t field_begin_ = 0;  // in header_.fields; its end where no field is open
    RepairedHeader header_;
};

}

RepairedHeader repair_header(std::string_view entity, const OpenBoundaries& open) {
    return HeaderRepair(entity, open).repair();
}

std::string_view repaired_field(std::string_view fields, std::string_view name) {
    while (!fields.empty()) {
        const auto end = fields.find('\n');
        const auto line = fields.substr(0, end);
        if (line.size() > name.size() && line[name.size()] == ':' && ascii::starts_with(line, name))
            return ascii::trimmed(line.substr(name.size() + 1));
        fields.remove_prefix(end == std::string_view::npos ? fields.size() : end + 1);
    }
    return {};
}

}
