// SPDX-License-Identifier: MIT
#include "daemon/mail/read_mail.h"

#include <algorithm>

#include "daemon/mail/addresses.h"
#include "daemon/mail/ascii.h"
#include "daemon/mail/body_text.h"
#include "daemon/mail/charset.h"
#include "daemon/mail/charset_guess.h"
#include "daemon/mail/header_words.h"
#include "daemon/mail/limits.h"
#include "daemon/mail/mail_date.h"
#include "daemon/mail/structure.h"
#include "daemon/mail/tnef.h"
#include "daemon/mail/utf8.h"

namespace mentoring {

namespace {

// The identifiers between angle brackets, without them (RFC 5322 §3.6.4).
std::vector<std::string> identifiers(std::string_view value) {
    std::vector<std::string> found;
    while (found.size() < limits::references_max) {
        const auto open = value.find('<');
        const auto close = open == std::string_view::npos ? open : value.find('>', open);
        if (close == std::string_view::npos) break;
        std::string id;
        for (const char c : value.substr(open + 1, close - open - 1))
            if (!ascii::is_space(c)) id += c;
        if (!id.empty()) found.push_back(std::move(id));
        value.remove_prefix(close + 1);
    }
    return found;
}

std::string identifier(std::string_view value) {
    const auto bracketed = identifiers(value);
    if (!bracketed.empty()) return bracketed.front();
    const auto bare = ascii::trimmed(value);
    return bare.find_first_of(" \t<>") == std::string_view::npos ? std::string(bare) : std::string{};
}

class MailReader {
public:
    explicit MailReader(Structure structure) : structure_(std::move(structure)) {}

    ReadMail read() {
        likely_charset_ = charset_of_first_text();
        if (likely_charset_.empty()) likely_charset_ = guess_charset_of_fields();
        read_fields();
        read_addresses_and_threads();
        BodyText body(likely_charset_);
        for (const auto& each : structure_.leaves) read_leaf(each, body);
        if (body.exceeded() != nullptr) return Unreadable{body.exceeded()};
        body.move_to(mail_);
        return std::move(mail_);
    }

private:
    // Raw octets in the header are mostly in the charset of the text; one that says UTF-8 tells nothing of
    // them.
    std::string charset_of_first_text() const {
        for (const auto& each : structure_.leaves) {
            const auto charset = known_charset(parameter(each.content, "charset"));
            if (each.role == Leaf::Role::text && !charset.empty() && charset != "utf-8" &&
                charset != "us-ascii")
                return charset;
        }
        return {};
    }

    std::string guess_charset_of_fields() const {
        std::string sample;
        for (const auto& each : structure_.fields)
            if (!is_ascii(each.value) && !is_utf8(each.value)) sample += each.value + "\n";
        return sample.empty() ? std::string{} : guess_charset(sample);
    }

    std::string_view raw_field(std::string_view name) const {
        for (const auto& each : structure_.fields)
            if (ascii::equal(each.name, name)) return each.value;
        return {};
    }

    void read_fields() {
        mail_.fields.reserve(structure_.fields.size());
        // Authentication-Results stays as our server wrote it: an encoded word in the envelope sender that it
        // quotes must not turn into a result of its own.
        for (const auto& each : structure_.fields)
            mail_.fields.push_back({each.name, ascii::equal(each.name, "authentication-results")
                                                   ? std::string(each.value)
                                                   : decode_words(each.value, likely_charset_)});
        mail_.content_type = structure_.content_type;
        mail_.report_type = ascii::lowered(parameter(structure_.content, "report-type"));
        mail_.subject = std::string(ascii::trimmed(field(mail_, "subject")));
        mail_.date = read_mail_date(raw_field("date"));
        mail_.message_id = identifier(raw_field("message-id"));
    }

    void read_addresses_and_threads() {
        auto from = read_addresses(raw_field("from"), likely_charset_);
        if (!from.empty()) mail_.from = std::move(from.front());
        mail_.to = read_addresses(raw_field("to"), likely_charset_);
        mail_.cc = read_addresses(raw_field("cc"), likely_charset_);
        mail_.reply_to = read_addresses(raw_field("reply-to"), likely_charset_);
        read_return_path();
        mail_.references = identifiers(raw_field("in-reply-to"));
        auto references = identifiers(raw_field("references"));
        std::move(references.rbegin(), references.rend(), std::back_inserter(mail_.references));
    }

    void read_return_path() {
        if (!has_field(mail_, "return-path")) return;
        const auto value = ascii::trimmed(raw_field("return-path"));
        mail_.null_return_path = value == "<>" || value == "< >";
        const auto path = mail_.null_return_path ? std::vector<NamedAddress>{} : read_addresses(value);
        if (!path.empty()) mail_.return_path = path.front().address;
    }

    void read_leaf(const Leaf& leaf, BodyText& body) {
        if (body.exceeded() != nullptr) return;
        if (leaf.role == Leaf::Role::text) body.add(leaf);
        if (leaf.shows_enclosed) body.add_enclosed(leaf.enclosed);
        if (leaf.role == Leaf::Role::report)
            add_report(leaf.type,
                       decode_transfer(leaf.body.substr(0, limits::report_octets_max), leaf.encoding),
                       parameter(leaf.content, "charset"));
        if (leaf.role == Leaf::Role::attachment || (leaf.role == Leaf::Role::text && !leaf.name.empty()))
            add_attachment({leaf.name, leaf.type, decoded_octets(leaf.body, leaf.encoding)});
        if (leaf.type == "application/ms-tnef" || ascii::equal(leaf.name, "winmail.dat"))
            add_tnef_files(leaf);
        if (!leaf.head.empty()) add_report(leaf.type, leaf.head, "utf-8");
    }

    void add_attachment(Attachment attachment) {
        if (mail_.attachments.size() < limits::attachments_max)
            mail_.attachments.push_back(std::move(attachment));
    }

    void add_tnef_files(const Leaf& leaf) {
        for (auto& each : read_tnef(decode_transfer(leaf.body, leaf.encoding)))
            add_attachment({std::move(each.name), "application/octet-stream", each.octets});
    }

    void add_report(const std::string& type, const std::string& bytes, std::string_view charset) {
        const auto kept = std::string_view(bytes).substr(0, limits::report_octets_max);
        mail_.reports.push_back({type, to_utf8(kept, charset, likely_charset_)});
    }

    Structure structure_;
    std::string likely_charset_;
    Mail mail_;
};

}

ReadMail read_mail(std::string_view raw) {
    if (raw.size() > limits::mail_octets_max) return Unreadable{"the mail is larger than 10 MB"};
    auto structure = read_structure(raw);
    if (structure.exceeded != nullptr) return Unreadable{structure.exceeded};
    return MailReader(std::move(structure)).read();
}

Mail read_body(std::string_view body, TextOrigin origin) {
    Mail mail;
    BodyText text;
    if (origin == TextOrigin::plain) text.add_plain(body, {});
    if (origin == TextOrigin::html) text.add_html(body, {});
    if (text.exceeded() == nullptr) text.move_to(mail);
    return mail;
}

}
