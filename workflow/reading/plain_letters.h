// SPDX-License-Identifier: MIT
// Text made comparable with our own tables of phrases: lower case, Latin letters without accents, Greek and
// Cyrillic in lower case, full width made half, typographic quotes, dashes, blanks and Arabic digits made ASCII, invisible
// characters gone. A quick kin of daemon/mail/fold.h for the phrases that mail programs write; what people
// mean by their words is compared under the full folding. Invalid UTF-8 is copied.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

std::string plain_letters(std::string_view utf8);

// Octets of the blank that `text` begins with (space, tab, no-break and typographic spaces, zero width), or
// 0.
std::size_t blank_octets(std::string_view text);

// A table written as people write, made comparable.
std::vector<std::string> plain_letters_of(std::initializer_list<std::string_view> phrases);
// The same for a table in one text, its phrases parted by "|".
std::vector<std::string> plain_phrases(std::string_view table);

// The same, in drawers by first octet, for tables that many lines are held against.
class Openings {
public:
    Openings(std::initializer_list<std::string_view> phrases);
    explicit Openings(std::string_view table);
    // The length of the longest phrase that `plain` begins with as whole words; 0 where there is none.
    std::size_t opening_of(std::string_view plain) const;

private:
    void add(std::vector<std::string> phrases);
    std::array<std::vector<std::string>, 256> drawers_;
};

// Whether `phrase` occurs in `text` with no letter or digit of ASCII directly before or after it. Both are
// plain.
bool has_phrase(std::string_view text, std::string_view phrase);
bool has_any_phrase(std::string_view text, const std::vector<std::string>& phrases);
// Whether `text` begins with the phrase, and the phrase ends with it or before something that is no letter of
// ASCII.
bool opens_with(std::string_view text, std::string_view phrase);

// Without blanks at both ends.
std::string_view trimmed(std::string_view text);

}
