// SPDX-License-Identifier: MIT
// What an IMAP server says (RFC 3501 §7), as values: one alternative a kind of response that this client
// understands, ImapOther for the rest. Made by ImapReader.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "workflow/model/instant.h"

namespace mentoring {

enum class ImapCondition { ok, no, bad, bye, preauth };

// "NO [TRYCREATE] no such folder": the code in upper case, its arguments and the text as they came.
struct ImapStatus {
    ImapCondition condition = ImapCondition::bad;
    std::string code;
    std::string arguments;
    std::string text;
};

struct ImapTagged {
    std::string tag;
    ImapStatus status;
};

struct ImapUntagged {
    ImapStatus status;
};

// "+ go ahead".
struct ImapContinuation {};

// Upper case.
struct ImapCapabilities {
    std::set<std::string> names;
};

struct ImapExists {
    std::uint32_t mails = 0;
};

struct ImapExpunged {
    std::uint32_t number = 0;
};

struct ImapFound {
    std::vector<std::uint32_t> uids;
};

// The name as it came, in modified UTF-7; attributes in lower case.
struct ImapFolder {
    std::set<std::string> attributes;
    std::string name;
};

// What a FETCH response carried; `section` is what stood between the brackets of BODY[…].
struct ImapFetched {
    std::uint32_t number = 0;
    std::optional<std::uint32_t> uid;
    std::optional<std::uint64_t> size;
    std::optional<Instant> arrived;
    std::optional<std::set<std::string>> flags;
    std::optional<std::string> body;
    std::string section;
};

struct ImapOther {};

// The octets are no IMAP, or more than we are ready to take; nothing after them is read.
struct ImapBroken {
    std::string reason;
};

using ImapResponse = std::variant<ImapTagged, ImapUntagged, ImapContinuation, ImapCapabilities, ImapExists,
                                  ImapExpunged, ImapFound, ImapFolder, ImapFetched, ImapOther, ImapBroken>;

}
