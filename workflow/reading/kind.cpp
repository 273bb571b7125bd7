// SPDX-License-Identifier: MIT
#include "workflow/reading/kind.h"

#include <algorithm>

#include "workflow/model/address.h"
#include "workflow/reading/automatic.h"
#include "workflow/reading/plain_letters.h"

namespace mentoring {
namespace {

bool same_address(const std::string& left, const std::string& right) {
    const auto one = address_from(left);
    const auto other = address_from(right);
    return one && other && same_mailbox(*one, *other);
}

std::optional<std::string> own_reason(const Mail& mail, const OwnSigns& own) {
    if (!own.loop_field.empty() && has_field(mail, own.loop_field)) return "our own loop field";
    for (const std::string& domain : own.message_domains)
        if (!domain.empty() && mail.message_id.ends_with("@" + domain)) return "a Message-ID of ours";
    for (const std::string& address : own.addresses)
        if (same_address(mail.from.address, address)) return "our own address";
    return std::nullopt;
}

std::string human_reason(const Mail& mail) {
    return flagged_as_spam(mail) ? "no sign of a machine, though a filter flagged it as spam"
                                 : "no sign of a machine";
}

}

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::human:
            return "human";
        case Kind::automatic:
            return "automatic";
        case Kind::bounce:
            return "bounce";
        case Kind::list:
            return "list";
        case Kind::own:
            return "own";
        case Kind::unreadable:
            return "unreadable";
    }
    return "human";
}

KindOfMail kind_of(const Mail& mail, const std::optional<Bounce>& bounce, std::string_view new_words,
                   const OwnSigns& own, OurToken token) {
    if (bounce)
        return {Kind::bounce, bounce->permanence == Permanence::permanent ? "a letter did not arrive"
                                                                          : "a letter has not arrived yet"};
    if (const auto why = own_reason(mail, own)) return {Kind::own, *why};
    if (const auto why = automatic_by_header(mail)) return {Kind::automatic, *why};
    if (const auto why = automatic_by_wording(mail, new_words)) return {Kind::automatic, *why};
    if (token == OurToken::none && through_a_list(mail)) return {Kind::list, "fields of a mailing list"};
    return {Kind::human, human_reason(mail)};
}

}
