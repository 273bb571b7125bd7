// SPDX-License-Identifier: MIT
// From octets to SMTP replies (RFC 5321 §4.2), in whatever pieces they come. Pure and bounded.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mentoring {

inline constexpr std::size_t smtp_line_octets_max = 4096;
inline constexpr std::size_t smtp_lines_max = 100;  // of one reply

struct SmtpReply {
    int code = 0;
    std::string status;              // enhanced status code "5.1.1" (RFC 3463), may be empty
    std::vector<std::string> lines;  // without code, enhanced status code and line end; at least one
};

// The octets are no SMTP; nothing after them is read.
struct SmtpBroken {
    std::string reason;
};

class SmtpReader {
public:
    void feed(std::string_view octets);
    std::optional<std::variant<SmtpReply, SmtpBroken>> next();
    // Nothing was fed that next() has not given: the server said no more than it was asked.
    bool is_drained() const { return begin_ == buffer_.size() && gathered_.lines.empty(); }

private:
    std::optional<SmtpBroken> take_line(std::string_view line);

    std::string buffer_;
    std::size_t begin_ = 0;
    SmtpReply gathered_;
    bool complete_ = false;
    bool broken_ = false;
};

}
