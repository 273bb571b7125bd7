// SPDX-License-Identifier: MIT
// The constant first part of a case's subjects, and finding it back behind "Re:", "AW:", "Fwd:" and list
// tags. A subject tells no topic, feeling or name; for a discreet person not even the programme.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentoring {

struct SubjectParts {
    std::string program_code;  // "Balance"; empty for a discreet person
    std::string number;        // "2026-014"; empty in a letter about no case
    std::string code;          // 8 characters, make_subject_code
};

// "Balance 2026-014-k7f3m2qa", "2026-014-k7f3m2qa", "Balance", or "".
std::string subject_prefix(const SubjectParts& parts);
// Subject of a prefilled answer: the prefix and, where the address cannot carry it, the token of the step.
std::string answer_subject(std::string_view prefix, std::string_view token_without_sub_addressing);

struct FoundCode {
    std::string number;  // "2026-014"
    std::string code;    // "k7f3m2qa", lower case
    bool operator==(const FoundCode&) const = default;
};

// Anywhere in the subject, in either case; bounded to its first 998 octets (RFC 5322 §2.1.1).
std::optional<FoundCode> find_subject_code(std::string_view subject);

}
