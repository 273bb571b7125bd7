// SPDX-License-Identifier: MIT
#include "daemon/stations/sift.h"

#include <algorithm>

#include "daemon/letters/message_id.h"
#include "daemon/letters/subject.h"
#include "daemon/mail/fold.h"
#include "daemon/mail/read_mail.h"
#include "daemon/store/people.h"
#include "workflow/reading/request.h"

namespace mentoring {

namespace {

constexpr std::size_t addresses_looked_at_max = 50;

std::optional<TokenClaims> token_of(const Mail& header, const House& house) {
    for (const auto& each : addressed_to(header))
        if (auto claims = find_token(house.token_keys, each)) return claims;
    if (auto claims = token_in_references(house.token_keys, header.references)) return claims;
    return find_token(house.token_keys, header.subject);
}

std::vector<PersonId> senders_of(const Mail& header, Store& store) {
    const auto address = address_from(header.from.address);
    return address ? People(store).with_address(*address) : std::vector<PersonId>{};
}

bool comes_from_a_mail_host(const Mail& header) {
    const auto address = address_from(header.from.address);
    const auto local = fold(address ? address->local : std::string()).folded;
    return header.null_return_path || header.content_type == "multipart/report" || local == "mailer-daemon";
}

// manager+mentor@…: any detail of our own address is ours, whoever writes to it.
bool to_our_detail(const Mail& header, const MailboxSettings& mailbox) {
    if (mailbox.plus == PlusAddressing::no) return false;
    const auto addresses = addressed_to(header);
    return std::any_of(addresses.begin(), addresses.end(), [&](const std::string& each) {
        const auto address = address_from(each);
        if (!address || detail_of(*address, detail_separator(mailbox)).empty()) return false;
        const auto bare = address->local.substr(0, address->local.find(detail_separator(mailbox)));
        return same_mailbox({bare, address->domain}, mailbox.address);
    });
}

bool is_ours(const Sifted& sifted, const std::string& folder, const MailboxSettings& mailbox,
             bool on_roster) {
    if (sifted.token) return true;
    if (folder == mailbox.folders.junk) return false;
    return folder == mailbox.folders.request || on_roster || comes_from_a_mail_host(sifted.header) ||
           to_our_detail(sifted.header, mailbox);
}

}

std::vector<std::string> addressed_to(const Mail& mail) {
    std::vector<std::string> addresses;
    for (const auto* list : {&mail.to, &mail.cc})
        for (const auto& each : *list) addresses.push_back(each.address);
    for (const auto* name : {"Delivered-To", "X-Original-To", "Envelope-To"})
        if (has_field(mail, name)) addresses.emplace_back(field(mail, name));
    if (addresses.size() > addresses_looked_at_max) addresses.resize(addresses_looked_at_max);
    return addresses;
}

Sifted sift(const MailSummary& mail, const std::string& folder, const MailboxSettings& mailbox,
            const House& house, Store& store) {
    Sifted sifted;
    auto read = read_mail(mail.header);
    if (auto* header = std::get_if<Mail>(&read)) sifted.header = std::move(*header);
    const auto token = token_of(sifted.header, house);
    const auto senders = senders_of(sifted.header, store);
    sifted.token = token.has_value();
    if (token && std::find(senders.begin(), senders.end(), token->person) != senders.end())
        sifted.answerer = token->person;
    if (is_ours(sifted, folder, mailbox, !senders.empty())) {
        sifted.interest = mail.size > mailbox.size_max ? Interest::too_big : Interest::ours;
    } else if (folder == mailbox.folders.inbox &&
               read_request(house.vocabulary, fold(sifted.header.subject), fold("")) == Asking::request) {
        sifted.interest = Interest::asked_in_subject;
    }
    return sifted;
}

}
