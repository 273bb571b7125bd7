// SPDX-License-Identifier: MIT
// What people wrote, made fit to stand in our letters: valid UTF-8, bounded, without control characters,
// bidirectional overrides and invisible marks (Unicode Technical Report 36 §2.10), and without the signs that
// begin a line of ours or of a quotation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mentoring {

// One line: a name, a date, a reason of ours. Blanks are folded; ">", "|" and arrows become look-alikes, "--"
// a dash, and "://" is parted so that no program makes a link of it.
std::string safe_line(std::string_view text, std::size_t octets_max);

// Several lines, ended by LF, none at the end: a person's words or a block of ours. What exceeds the bound is
// left out and "[…]" says so.
std::string safe_lines(std::string_view text, std::size_t octets_max);

// Code points, which is near enough to columns for Latin, Greek and Cyrillic letters.
std::size_t columns(std::string_view utf8);

// "&", "<", ">" and both quotes as entities.
std::string html_escaped(std::string_view utf8);

}
