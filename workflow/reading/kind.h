// SPDX-License-Identifier: MIT
// Who or what wrote a mail. Asked in this order: our own mail come back, a bounce, a machine, a list, a
// human.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workflow/model/mail.h"
#include "workflow/reading/bounce.h"

namespace mentoring {

enum class Kind { human, automatic, bounce, list, own, unreadable };

std::string_view name_of(Kind kind);

// By what we know our own letters when they come back to us.
struct OwnSigns {
    std::string loop_field;                    // header field that all our letters carry
    std::vector<std::string> message_domains;  // right sides of our Message-IDs
    std::vector<std::string> addresses;        // from which we write
};

// A human's answer that came through a group or list is hers; it is known by bearing our token.
enum class OurToken { none, borne };

struct KindOfMail {
    Kind kind = Kind::human;
    std::string why;  // a phrase for the operator, without words of the mail
};

// `bounce` is what read_bounce found, `new_words` is Reply::visible.
KindOfMail kind_of(const Mail& mail, const std::optional<Bounce>& bounce, std::string_view new_words,
                   const OwnSigns& own = {}, OurToken token = OurToken::none);

}
