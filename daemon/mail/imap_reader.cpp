// SPDX-License-Identifier: MIT
#include "daemon/mail/imap_reader.h"

#include "daemon/mail/imap_parse.h"

namespace mentoring {

namespace {

constexpr std::size_t idle_buffer_octets = 256 * 1024;
constexpr std::size_t line_octets_usual = 64 * 1024;

}

void ImapReader::allow_literals(std::size_t octets) {
    literals_max_ = octets;
}

void ImapReader::feed(std::string_view octets) {
    if (broken_) return;
    forget_consumed();
    buffer_.append(octets);
}

// Moves what is left to the front, but never the same octets again and again while a long literal comes in.
void ImapReader::forget_consumed() {
    if (begin_ == 0 || begin_ < buffer_.size() / 2) return;
    buffer_.erase(0, begin_);
    if (buffer_.size() < idle_buffer_octets && buffer_.capacity() > 4 * idle_buffer_octets)
        buffer_.shrink_to_fit();
    segment_ -= begin_;
    scanned_ -= begin_;
    begin_ = 0;
}

ImapResponse ImapReader::broken(const char* reason) {
    broken_ = true;
    buffer_ = {};
    begin_ = segment_ = scanned_ = literals_ = 0;
    return ImapBroken{reason};
}

std::optional<std::size_t> ImapReader::end_of_response() {
    while (scanned_ < buffer_.size()) {
        const auto line_end = buffer_.find('\n', scanned_);
        if (line_end == std::string::npos) {
            scanned_ = buffer_.size();
            break;
        }
        const std::string_view all = buffer_;
        const auto literal = announced_literal(all.substr(begin_, line_end - begin_),
                                               all.substr(segment_, line_end - segment_));
        if (!literal) return line_end + 1;
        literals_ = *literal > literals_max_ ? literals_max_ + 1 : literals_ + *literal;
        if (literals_ > literals_max_) return std::nullopt;
        segment_ = scanned_ = line_end + 1 + *literal;
        if (*literal > idle_buffer_octets) buffer_.reserve(scanned_ + line_octets_usual);
    }
    return std::nullopt;
}

std::optional<ImapResponse> ImapReader::next() {
    if (broken_) return std::nullopt;
    const auto end = end_of_response();
    if (literals_ > literals_max_) return broken("a literal is too long");
    const auto gathered = end.value_or(buffer_.size()) - begin_;
    if (gathered > literals_ && gathered - literals_ > imap_line_octets_max)
        return broken("a line is too long");
    if (!end) return std::nullopt;
    auto response = imap_response(std::string_view(buffer_).substr(begin_, *end - begin_));
    begin_ = segment_ = scanned_ = *end;
    literals_ = 0;
    if (const auto* reason = std::get_if<ImapBroken>(&response)) return broken(reason->reason.c_str());
    return response;
}

}
