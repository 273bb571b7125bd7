// SPDX-License-Identifier: MIT
// What is wrong with a file that people edit: settings, programme, words, letters. Readers collect every
// fault of a file, never only the first; each says where it is and, if it can, what was probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

// A warning does not keep the daemon from starting.
enum class Severity { fault, warning };

struct Fault {
    std::string file;  // as the operator named it, or its last part: "balance.toml"
    int line = 0;      // from 1; 0: the file as a whole
    std::string text;  // "goto = \"invitng\": no such state"
    std::string hint;  // "did you mean \"inviting\"?", may be empty
    Severity severity = Severity::fault;
    bool operator==(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

// balance.toml:31: goto = "invitng": no such state; did you mean "inviting"?
std::string to_string(const Fault& fault);
// Whether anything worse than a warning is among them.
bool any_fault(const Faults& faults);

// The candidate that `word` most probably meant: fewest insertions, deletions, replacements and swaps of
// neighbours, at most about a third of its length; empty where none is near. Case does not count.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);
// did you mean "inviting"? – empty where nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}
