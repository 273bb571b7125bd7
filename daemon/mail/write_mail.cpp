// SPDX-License-Identifier: MIT
#include "daemon/mail/write_mail.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

#include "daemon/mail/header_lines.h"
#include "daemon/mail/transfer_encoding.h"
#include "workflow/model/address.h"

namespace mentoring {

namespace {

constexpr std::size_t id_octets_max = 250;

bool visible(char c) {
    return c > 0x20 && c < 0x7f;
}

bool is_message_id(std::string_view id) {
    return id.size() <= id_octets_max && std::count(id.begin(), id.end(), '@') == 1 && id.front() != '@' &&
           id.back() != '@' && std::all_of(id.begin(), id.end(), visible) &&
           id.find_first_of("<>()[],;:\\\"") == std::string_view::npos;
}

void require_address(const std::string& address) {
    if (!address_from(address) || !std::all_of(address.begin(), address.end(), visible))
        throw std::invalid_argument("a letter is addressed to or from what is no address");
}

void require_valid(const OutgoingMail& mail) {
    require_address(mail.from_address);
    require_address(mail.to_address);
    if (!mail.reply_to.empty()) require_address(mail.reply_to);
    if (!is_message_id(mail.message_id)) throw std::invalid_argument("a letter's Message-ID is none");
    const bool token = std::all_of(mail.loop_name.begin(), mail.loop_name.end(),
                                   [](char c) { return visible(c) && c != ':'; });
    if (!token) throw std::invalid_argument("the loop header has no name a header may have");
    if (mail.text.size() + mail.html.size() > outgoing_octets_max)
        throw std::invalid_argument("a letter is larger than any letter may be");
}

// RFC 5322 §3.3.
std::string date_text(Instant instant, std::chrono::seconds utc_offset) {
    constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto local = instant + utc_offset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(local - day);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(utc_offset).count();
    std::array<char, 64> text;
    std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d %c%02d%02d",
                  days[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                  months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()), minutes < 0 ? '-' : '+',
                  static_cast<int>(std::abs(minutes) / 60), static_cast<int>(std::abs(minutes) % 60));
    return text.data();
}

std::vector<std::string> usable_references(const std::vector<std::string>& references) {
    std::vector<std::string> usable;
    for (const auto& id : references)
        if (!id.empty() && is_message_id(id)) usable.push_back(id);
    if (usable.size() > references_max)
        usable.erase(usable.begin() + 1, usable.end() - static_cast<std::ptrdiff_t>(references_max - 1));
    return usable;
}

std::string thread_lines(const OutgoingMail& mail) {
    std::string lines;
    if (!mail.in_reply_to.empty() && is_message_id(mail.in_reply_to))
        lines += ids_line("In-Reply-To", {mail.in_reply_to});
    if (const auto references = usable_references(mail.references); !references.empty())
        lines += ids_line("References", references);
    return lines;
}

std::string header_of(const OutgoingMail& mail) {
    auto header = address_line("From", mail.from_name, mail.from_address);
    header += address_line("To", mail.to_name, mail.to_address);
    if (!mail.reply_to.empty()) header += address_line("Reply-To", mail.from_name, mail.reply_to);
    header += text_line("Subject", mail.subject);
    header += "Date: " + date_text(mail.date, mail.utc_offset) + "\r\n";
    header += ids_line("Message-ID", {mail.message_id});
    header += thread_lines(mail);
    if (mail.kind == OutgoingKind::notice) header += "Auto-Submitted: auto-generated\r\n";
    header += "X-Auto-Response-Suppress: DR, RN, NRN, AutoReply\r\n";
    if (!mail.loop_name.empty()) header += text_line(mail.loop_name, mail.loop_value);
    return header + "MIME-Version: 1.0\r\n";
}

std::string part(std::string_view type, std::string_view content) {
    const auto body = transfer_text(content);
    return "Content-Type: " + std::string(type) +
           "; charset=utf-8\r\nContent-Transfer-Encoding: " + body.encoding + "\r\n\r\n" + body.octets;
}

// "=_" occurs in no quoted-printable text, and no line of a 7bit part begins with "--".
std::string boundary_of(const OutgoingMail& mail) {
    std::string boundary = "=_";
    for (const char c : mail.message_id.substr(0, mail.message_id.find('@')))
        if (std::isalnum(static_cast<unsigned char>(c)) && boundary.size() < 60) boundary += c;
    return boundary;
}

std::string alternative(const OutgoingMail& mail) {
    const auto boundary = boundary_of(mail);
    return "Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n--" + boundary +
           "\r\n" + part("text/plain", mail.text) + "\r\n--" + boundary + "\r\n" +
           part("text/html", mail.html) + "\r\n--" + boundary + "--\r\n";
}

}

std::string write_mail(const OutgoingMail& mail) {
    require_valid(mail);
    return header_of(mail) + (mail.html.empty() ? part("text/plain", mail.text) : alternative(mail));
}

}
