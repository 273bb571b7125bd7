// SPDX-License-Identifier: MIT
// The readable text of a mail, gathered from its text leaves: decoded, with LF line ends, flowed lines
// joined, files that were uuencoded into it taken out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "daemon/mail/structure.h"
#include "workflow/model/mail.h"

namespace mentoring {

class BodyText {
public:
    // `likely_charset` is for bytes whose charset is not declared; where it is empty too, it is guessed once.
    explicit BodyText(std::string likely_charset = {}) : likely_charset_(std::move(likely_charset)) {}

    void add(const Leaf& leaf);
    void add_plain(std::string_view bytes, const ParameterisedValue& content);
    void add_html(std::string_view bytes, std::string_view charset);
    // Somebody else's words that the mail encloses: all of them quoted.
    void add_enclosed(const std::vector<Leaf>& leaves);

    // The limit that the text exceeds, a phrase, or nothing; the text is then of no use.
    const char* exceeded() const { return exceeded_; }
    // Moves what was gathered into the mail: text, quoted_text, origin, further attachments.
    void move_to(Mail& mail);

private:
    void gather(const std::vector<Leaf>& leaves);
    void append(std::string_view text, std::string_view quoted, TextOrigin origin);
    std::string decoded(std::string_view bytes, std::string_view charset);
    void note_files(std::string_view text);

    std::string likely_charset_;
    std::string text_, quoted_text_;
    TextOrigin origin_ = TextOrigin::none;
    std::vector<Attachment> files_;
    const char* exceeded_ = nullptr;
};

}
