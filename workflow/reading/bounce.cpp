// SPDX-License-Identifier: MIT
#include "workflow/reading/bounce.h"

#include <algorithm>

#include "workflow/reading/automatic.h"
#include "workflow/reading/bounce_report.h"
#include "workflow/reading/bounce_text.h"
#include "workflow/reading/bounce_words.h"

namespace mentoring {
namespace {

constexpr std::string_view amazon_bounce = "\"notificationtype\":\"bounce\"";

bool opens_with_server(std::string_view name_or_address) {
    const std::string plain = plain_letters(trimmed(name_or_address));
    std::string_view text = plain;
    while (text.starts_with('"') || text.starts_with('<')) text.remove_prefix(1);
    return words_for_mail_server().opening_of(text) > 0;
}

bool from_mail_server(const Mail& mail) {
    return opens_with_server(mail.return_path) || opens_with_server(mail.from.address) ||
           opens_with_server(mail.from.name) || (mail.from.address.empty() && mail.from.name.empty());
}

bool handed_on(std::string_view plain_subject) {
    static const Openings words({"Fwd", "Fw", "WG", "TR", "RV", "Re", "AW", "Enc", "I", "RES"});
    const std::size_t opening = words.opening_of(plain_subject);
    return opening > 0 && opening < plain_subject.size() && plain_subject[opening] == ':';
}

bool failed(const ReportedRecipient& recipient) {
    const std::string_view action = recipient.action;
    const bool arrived =
        action.starts_with("deliver") || action.starts_with("relay") || action.starts_with("expand");
    const bool negative = recipient.status.starts_with("4") || recipient.status.starts_with("5");
    return !arrived && (!action.empty() || negative);
}

Permanence permanence_of(std::string_view status) {
    return status.starts_with("4") ? Permanence::temporary : Permanence::permanent;
}

BouncedRecipient bounced(const ReportedRecipient& reported) {
    BouncedRecipient recipient{reported.final_recipient, reported.original_recipient, reported.status,
                               Permanence::permanent};
    if (recipient.address.empty()) recipient.address = recipient.original;
    // What the other server said is more telling than what ours made of it.
    if (const auto said = status_in(reported.diagnostic); said && !reported.action.starts_with("delay"))
        recipient.status = *said;
    recipient.permanence =
        reported.action.starts_with("delay") ? Permanence::temporary : permanence_of(recipient.status);
    return recipient;
}

std::string report_text(const Mail& mail, std::string_view type) {
    for (const ReportPart& part : mail.reports)
        if (part.type == type) return part.text;
    return {};
}

bool is_other_report(const Mail& mail) {
    return mail.report_type == "feedback-report" || mail.report_type == "disposition-notification" ||
           !report_text(mail, "message/feedback-report").empty() ||
           !report_text(mail, "message/disposition-notification").empty();
}

std::vector<ReportedRecipient> reported_in(const Mail& mail) {
    std::vector<ReportedRecipient> reported;
    for (const ReportPart& part : mail.reports) {
        if (part.type != "message/delivery-status" && part.type != "message/global-delivery-status") continue;
        const auto more = reported_recipients(part.text);
        reported.insert(reported.end(), more.begin(), more.end());
    }
    return reported;
}

std::vector<std::string> addresses_of_notice(const Mail& mail) {
    std::vector<std::string> addresses = {mail.from.address};
    for (const NamedAddress& address : mail.to) addresses.push_back(address.address);
    return addresses;
}

ReturnedLetter returned_letter(const Mail& mail, const Notice& notice) {
    for (const std::string_view type : {"message/rfc822", "text/rfc822-headers", "message/global",
                                        "message/global-headers", "text/rfc822"}) {
        const std::string head = report_text(mail, type);
        if (!head.empty()) return returned_letter_from(head);
    }
    return returned_letter_from(notice.returned);
}

void add_failed_header(const Mail& mail, std::vector<std::string>& recipients) {
    std::string_view value = field(mail, "X-Failed-Recipients");
    while (!value.empty() && recipients.size() < reported_recipients_max) {
        const std::size_t comma = std::min(value.find(','), value.size());
        const std::string address = address_in_report(value.substr(0, comma));
        if (!address.empty()) recipients.push_back(address);
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
}

// Amazon's notification service wraps a bounce into JSON.
std::vector<std::string> amazon_recipients(std::string_view text) {
    static constexpr std::string_view key = "\"emailAddress\":\"";
    std::vector<std::string> recipients;
    if (text.find("\"notificationType\":\"Bounce\"") == std::string_view::npos) return recipients;
    for (std::size_t at = text.find(key);
         at != std::string_view::npos && recipients.size() < reported_recipients_max;
         at = text.find(key, at + 1)) {
        const std::string_view rest = text.substr(at + key.size());
        recipients.push_back(address_in_report(rest.substr(0, rest.find('"'))));
    }
    return recipients;
}

Permanence permanence_of(const Notice& notice, std::string_view plain_subject) {
    if (!notice.status.empty()) return permanence_of(notice.status);
    if (notice.code != 0) return notice.code < 500 ? Permanence::temporary : Permanence::permanent;
    const bool trying = has_any_phrase(notice.said, words_for_still_trying()) ||
                        plain_subject.find("delay") != std::string_view::npos;
    return trying ? Permanence::temporary : Permanence::permanent;
}

void sum_up(Bounce& bounce) {
    bounce.permanence =
        std::any_of(bounce.recipients.begin(), bounce.recipients.end(),
                    [](const BouncedRecipient& one) { return one.permanence == Permanence::permanent; })
            ? Permanence::permanent
            : Permanence::temporary;
    bounce.status = bounce.recipients.front().status;
}

std::optional<Bounce> from_reports(const std::vector<ReportedRecipient>& reported) {
    Bounce bounce;
    for (const ReportedRecipient& recipient : reported)
        if (failed(recipient)) bounce.recipients.push_back(bounced(recipient));
    if (bounce.recipients.empty()) return std::nullopt;
    sum_up(bounce);
    return bounce;
}

Bounce from_notice(const Mail& mail, const Notice& notice, std::string_view plain_subject) {
    Bounce bounce;
    bounce.status = notice.status;
    bounce.permanence = permanence_of(notice, plain_subject);
    std::vector<std::string> recipients;
    add_failed_header(mail, recipients);
    if (recipients.empty()) recipients = amazon_recipients(mail.text);
    if (recipients.empty()) recipients = notice.recipients;
    if (recipients.empty()) {
        const std::string meant = address_in_report(returned_letter(mail, notice).recipient);
        if (!meant.empty()) recipients.push_back(meant);
    }
    for (const std::string& address : recipients)
        bounce.recipients.push_back({address, {}, bounce.status, bounce.permanence});
    return bounce;
}

// A person at the post office: "I saw this line in our log: 550 5.1.1 …".
bool written_by_hand(const Mail& mail) {
    static const Openings programs({"Mozilla Thunderbird", "Mozilla/5.0", "Apple Mail", "iPhone Mail",
                                    "iPad Mail", "Microsoft Outlook", "Evolution", "K-9 Mail", "KMail",
                                    "Roundcube", "mutt", "Claws Mail"});
    const auto names_one = [&](std::string_view name) {
        return programs.opening_of(plain_letters(trimmed(field(mail, name)))) > 0;
    };
    return !mail.references.empty() && (names_one("User-Agent") || names_one("X-Mailer"));
}

bool reads_like_notice(const Mail& mail, const Notice& notice, std::string_view plain_subject) {
    if (written_by_hand(mail)) return false;
    const bool server = from_mail_server(mail);
    if (handed_on(plain_subject)) return server && notice.code != 0;
    if (has_field(mail, "X-Failed-Recipients")) return true;
    const bool subject = has_any_phrase(plain_subject, words_for_bounce_subject());
    const bool body =
        has_any_phrase(notice.said, words_for_not_delivered()) || notice.code != 0 || !notice.status.empty();
    if (notice.said.find(amazon_bounce) != std::string::npos) return subject;
    const bool report = mail.report_type == "delivery-status";
    if (server || report || (mail.null_return_path && subject)) return subject || body;
    return mail.null_return_path && body && !says_automatic_reply(mail);
}

// "Status: 5.0.0" of OpenSMTPD, whose text tells the rest: "550 5.7.25 …".
void say_why(Bounce& bounce, const Mail& mail) {
    if (bounce.recipients.size() != 1 || !bounce.status.ends_with(".0.0")) return;
    const Notice notice = read_notice(mail.text, addresses_of_notice(mail));
    if (notice.status.empty() || notice.status.front() != bounce.status.front()) return;
    bounce.status = bounce.recipients.front().status = notice.status;
}

}

std::optional<Bounce> read_bounce(const Mail& mail) {
    if (is_other_report(mail)) return std::nullopt;
    const std::string subject = plain_letters(mail.subject);
    const std::vector<ReportedRecipient> reported = reported_in(mail);
    if (!reported.empty()) {
        auto bounce = from_reports(reported);
        if (bounce) say_why(*bounce, mail);
        if (bounce) bounce->returned = returned_letter(mail, {});
        return bounce;
    }
    if (mail.fields.empty() && mail.subject.empty()) return std::nullopt;  // a bare body is nobody's notice
    const Notice notice = read_notice(mail.text, addresses_of_notice(mail));
    if (!reads_like_notice(mail, notice, subject)) return std::nullopt;
    const std::vector<ReportedRecipient> printed = reported_recipients(notice.said);
    auto bounce = from_reports(printed);
    if (!bounce && !printed.empty()) return std::nullopt;
    if (!bounce) bounce = from_notice(mail, notice, subject);
    bounce->returned = returned_letter(mail, notice);
    return bounce;
}

}
