// SPDX-License-Identifier: MIT
#include "daemon/mail/smtp_reader.h"

#include <algorithm>
#include <utility>

namespace mentoring {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "5.1.1" at the start: class 2, 4 or 5, then two numbers of at most three digits.
std::string enhanced_status(std::string_view text) {
    const auto status = text.substr(0, text.find(' '));
    const auto first = status.find('.');
    const auto second = first == std::string_view::npos ? first : status.find('.', first + 1);
    if (first != 1 || second == std::string_view::npos || second < 3 || second > 5) return {};
    const auto detail = status.substr(second + 1);
    if (detail.empty() || detail.size() > 3 || !std::all_of(detail.begin(), detail.end(), is_digit))
        return {};
    const auto subject = status.substr(2, second - 2);
    if (!std::all_of(subject.begin(), subject.end(), is_digit)) return {};
    return status[0] == '2' || status[0] == '4' || status[0] == '5' ? std::string(status) : std::string();
}

std::optional<int> code_of(std::string_view line) {
    if (line.size() < 3 || line[0] < '2' || line[0] > '5') return std::nullopt;
    if (!is_digit(line[1]) || !is_digit(line[2])) return std::nullopt;
    if (line.size() > 3 && line[3] != ' ' && line[3] != '-') return std::nullopt;
    return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

}

void SmtpReader::feed(std::string_view octets) {
    if (broken_) return;
    buffer_.erase(0, std::exchange(begin_, 0));
    buffer_.append(octets);
}

std::optional<SmtpBroken> SmtpReader::take_line(std::string_view line) {
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    const auto code = code_of(line);
    if (!code) return SmtpBroken{"a line is no reply"};
    if (!gathered_.lines.empty() && gathered_.code != *code) return SmtpBroken{"one reply has two codes"};
    if (gathered_.lines.size() >= smtp_lines_max) return SmtpBroken{"a reply has too many lines"};
    auto text = line.substr(std::min<std::size_t>(line.size(), 4));
    const auto status = enhanced_status(text);
    if (gathered_.lines.empty()) gathered_.status = status;
    text.remove_prefix(std::min(text.size(), status.empty() ? 0 : status.size() + 1));
    gathered_.code = *code;
    gathered_.lines.emplace_back(text);
    complete_ = line.size() < 4 || line[3] == ' ';
    return std::nullopt;
}

std::optional<std::variant<SmtpReply, SmtpBroken>> SmtpReader::next() {
    while (!broken_) {
        const auto end = buffer_.find('\n', begin_);
        const auto length = std::min(end, buffer_.size()) - begin_;
        std::optional<SmtpBroken> broken;
        if (length > smtp_line_octets_max) broken = SmtpBroken{"a line is too long"};
        if (!broken && end == std::string::npos) return std::nullopt;
        if (!broken) broken = take_line(std::string_view(buffer_).substr(begin_, length));
        if (broken) {
            broken_ = true;
            buffer_ = {};
            return *broken;
        }
        begin_ = end + 1;
        if (std::exchange(complete_, false)) return std::exchange(gathered_, {});
    }
    return std::nullopt;
}

}
