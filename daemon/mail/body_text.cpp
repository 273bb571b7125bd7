// SPDX-License-Identifier: MIT
#include "daemon/mail/body_text.h"

#include <algorithm>

#include "daemon/mail/ascii.h"
#include "daemon/mail/charset.h"
#include "daemon/mail/charset_guess.h"
#include "daemon/mail/flowed_text.h"
#include "daemon/mail/html_text.h"
#include "daemon/mail/limits.h"
#include "daemon/mail/utf8.h"
#include "daemon/mail/uuencode.h"

namespace mentoring {

namespace {

constexpr const char* too_much_text = "there is more than 1 MB of text";
constexpr std::size_t encoded_octets_per_octet_max = 4;  // quoted-printable with soft breaks, and some air

std::string with_lf(std::string text) {
    if (text.find('\r') == std::string::npos) return text;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            text[kept++] = text[i];
            continue;
        }
        while (i + 1 < text.size() && text[i + 1] == '\r' && i + 2 < text.size() && text[i + 2] == '\n') ++i;
        if (i + 1 >= text.size() || text[i + 1] != '\n') text[kept++] = '\n';
    }
    text.resize(kept);
    return text;
}

std::string with_quote_marks(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        out += "> ";
        out += text.substr(0, end + 1);
        text.remove_prefix(end + 1);
    }
    return out;
}

bool is_flowed(const ParameterisedValue& content) {
    return ascii::equal(parameter(content, "format"), "flowed");
}

}

void BodyText::add(const Leaf& leaf) {
    if (leaf.body.size() > limits::text_octets_max * encoded_octets_per_octet_max) {
        exceeded_ = too_much_text;
        return;
    }
    std::string decoded;
    const bool as_is = leaf.encoding == TransferEncoding::identity;
    if (!as_is) decoded = decode_transfer(leaf.body, leaf.encoding);
    const auto bytes = as_is ? leaf.body : std::string_view(decoded);
    if (leaf.type == "text/html")
        add_html(bytes, parameter(leaf.content, "charset"));
    else
        add_plain(bytes, leaf.content);
}

void BodyText::add_plain(std::string_view bytes, const ParameterisedValue& content) {
    if (bytes.size() > limits::text_octets_max) {
        exceeded_ = too_much_text;
        return;
    }
    auto text = with_lf(decoded(bytes, parameter(content, "charset")));
    note_files(text);
    if (is_flowed(content))
        text = unflowed(text, ascii::equal(parameter(content, "delsp"), "yes") ? FlowedBlank::dropped
                                                                               : FlowedBlank::kept);
    append(text, {}, TextOrigin::plain);
}

void BodyText::add_html(std::string_view bytes, std::string_view charset) {
    const auto declared = known_charset(charset).empty() ? html_charset(bytes) : charset;
    const auto html = html_to_text(decoded(bytes, declared));
    if (html.exceeded != nullptr) exceeded_ = html.exceeded;
    append(html.text, html.quoted_text, TextOrigin::html);
}

void BodyText::add_enclosed(const std::vector<Leaf>& leaves) {
    BodyText enclosed(likely_charset_);
    enclosed.gather(leaves);
    exceeded_ = enclosed.exceeded_;
    if (quoted_text_.empty()) quoted_text_ = text_;
    append(enclosed.text_, with_quote_marks(enclosed.text_), enclosed.origin_);
}

void BodyText::gather(const std::vector<Leaf>& leaves) {
    for (const auto& each : leaves) {
        if (each.role == Leaf::Role::text) add(each);
        if (each.shows_enclosed) gather(each.enclosed);
    }
}

// `quoted` is empty where it is the same; it is kept apart only from the first HTML on.
void BodyText::append(std::string_view text, std::string_view quoted, TextOrigin origin) {
    const std::string_view gap = text_.empty() || text.empty() || text_.ends_with('\n') ? "" : "\n";
    if (origin == TextOrigin::html && origin_ == TextOrigin::plain && quoted_text_.empty())
        quoted_text_ = text_;
    if (!quoted.empty() || !quoted_text_.empty()) {
        quoted_text_ += gap;
        quoted_text_ += quoted.empty() ? text : quoted;
    }
    text_ += gap;
    text_ += text;
    if (origin_ == TextOrigin::none) origin_ = origin;
    if (text_.size() > limits::text_octets_max || quoted_text_.size() > 2 * limits::text_octets_max)
        exceeded_ = too_much_text;
}

std::string BodyText::decoded(std::string_view bytes, std::string_view charset) {
    const auto known = known_charset(charset);
    const bool undeclared = known.empty() || known == "us-ascii" || known == "utf-8";
    if (undeclared && likely_charset_.empty() && !is_utf8(bytes)) likely_charset_ = guess_charset(bytes);
    return to_utf8(bytes, charset, likely_charset_);
}

void BodyText::note_files(std::string_view text) {
    for (auto file = find_uuencoded(text, 0); file && files_.size() < limits::attachments_max;
         file = find_uuencoded(text, file->end))
        files_.push_back({to_utf8(file->name, {}), "application/octet-stream", file->octets});
}

void BodyText::move_to(Mail& mail) {
    mail.quoted_text = quoted_text_.empty() ? text_ : std::move(quoted_text_);
    mail.text = std::move(text_);
    mail.origin = origin_;
    std::move(files_.begin(), files_.end(), std::back_inserter(mail.attachments));
}

}
