// SPDX-License-Identifier: MIT
// What a mail is made of: its fields and its leaves, each with the part it plays. mimetic parses, behind
// header repair and outline (daemon/mail/outline.h); which of several alternatives is the text is decided
// here.
#pragma once

#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/mail/parameters.h"
#include "daemon/mail/transfer.h"

namespace mentoring {

struct RawField {
    std::string name;
    std::string value;  // unfolded, not decoded
};

struct Leaf {
    enum class Role { text, attachment, report };
    enum class Placement { shown, attached };  // Content-Disposition (RFC 2183 §2)
    Role role = Role::attachment;
    Placement placement = Placement::shown;
    std::string type;  // lower case
    ParameterisedValue content;
    std::string name;  // file name in UTF-8, empty where there is none
    TransferEncoding encoding = TransferEncoding::identity;
    std::string_view body;  // in the raw mail, not decoded

    // Of a message/rfc822: the fields of the enclosed mail, one a line, its leaves, and whether its text
    // stands for that of a mail that has none of its own.
    std::string head;
    std::vector<Leaf> enclosed;
    bool shows_enclosed = false;
};

struct Structure {
    std::vector<RawField> fields;
    std::string content_type;
    ParameterisedValue content;
    std::vector<Leaf> leaves;
    std::list<std::string> decoded;  // enclosed mails that were encoded as a whole; leaves point into them
    const char* exceeded = nullptr;  // the limit that the mail exceeds, a phrase
};

// The leaves point into `raw` and into `decoded`.
Structure read_structure(std::string_view raw);

}
