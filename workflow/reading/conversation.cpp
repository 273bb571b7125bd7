// SPDX-License-Identifier: MIT
#include "workflow/reading/conversation.h"

#include <algorithm>

namespace mentoring {

namespace {

bool is_ours(const NamedAddress& named, const Address& mailbox, char separator) {
    const auto address = address_from(named.address);
    return address &&
           same_mailbox({address->local.substr(0, address->local.find(separator)), address->domain}, mailbox);
}

bool is_one_of(const NamedAddress& named, const std::vector<std::string>& parties) {
    const auto address = address_from(named.address);
    return address && std::any_of(parties.begin(), parties.end(), [&](const std::string& each) {
               const auto party = address_from(each);
               return party && same_mailbox(*party, *address);
           });
}

}

Audible spoken_to(const Mail& mail, const Address& our_mailbox, char separator,
                  const std::vector<std::string>& parties) {
    const auto ours = [&](const NamedAddress& each) { return is_ours(each, our_mailbox, separator); };
    const bool in_to = std::any_of(mail.to.begin(), mail.to.end(), ours);
    const bool in_cc = std::any_of(mail.cc.begin(), mail.cc.end(), ours);
    const bool to_party = std::any_of(mail.to.begin(), mail.to.end(),
                                      [&](const NamedAddress& each) { return is_one_of(each, parties); });
    return to_party || (!in_to && in_cc) ? Audible::conversation : Audible::to_us;
}

}
