// SPDX-License-Identifier: MIT
#include "workflow/reading/conversation.h"

#include <catch2/catch.hpp>

using namespace mentoring;

TEST_CASE("a mail between two people of a case is theirs, also with us among the copied") {
    const auto heard = [](std::vector<NamedAddress> to, std::vector<NamedAddress> cc) {
        Mail mail;
        mail.to = std::move(to);
        mail.cc = std::move(cc);
        return spoken_to(mail, *address_from("manager@example.org"), '+', {"anna@example.org"});
    };
    const NamedAddress manager{"", "manager@example.org"}, token{"", "Manager+k7f3@example.org"},
        anna{"", "ANNA@example.org"}, office{"", "office@example.org"};
    CHECK(heard({manager}, {}) == Audible::to_us);
    CHECK(heard({token}, {}) == Audible::to_us);        // the detail is ours
    CHECK(heard({token}, {office}) == Audible::to_us);  // a copy to somebody outside the case
    CHECK(heard({anna}, {manager}) == Audible::conversation);
    CHECK(heard({anna, token}, {}) == Audible::conversation);  // she is in To as well
    CHECK(heard({office}, {token}) == Audible::conversation);  // we are only copied
    CHECK(heard({}, {}) == Audible::to_us);                    // blind copy: nothing says otherwise
}
