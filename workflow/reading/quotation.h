// SPDX-License-Identifier: MIT
// Where a quoted mail begins that carries no mark in front of its lines: the header block that Outlook and
// others print ("From: … Sent: … To: … Subject: …"), and lines such as "-----Original Message-----", in any
// of the languages of quotation_words.h, with the rule drawn above them.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "workflow/reading/attribution.h"
#include "workflow/reading/line.h"

namespace mentoring {

// The header block or marker (and what of a header block follows the marker) that begins at line `first`.
std::optional<LineRange> quoted_header_at(const std::vector<Line>& lines, std::size_t first);

// ">>> Ada <ada@x.org> 5/1/2025 10:07 AM >>>": GroupWise writes it above what it quotes without a mark.
bool is_between_arrows(const Line& line);

// A rule drawn with dashes, underscores, equals signs or asterisks.
bool is_rule(const Line& line);

}
