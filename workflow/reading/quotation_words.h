// SPDX-License-Identifier: MIT
// The labels of a quoted mail header ("From:", "Von:", "De :") and the lines that announce a quoted or
// forwarded mail, language by language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/reading/plain_letters.h"

namespace mentoring {

enum class HeaderLabel { from, sent, to, copy, subject, other };

// `label` in plain letters (plain_letters.h), without the colon.
std::optional<HeaderLabel> header_label(std::string_view label);
constexpr std::size_t header_label_octets_max = 48;

// "original message" and its kin, as they stand between dashes.
const std::vector<std::string>& words_for_original_message();
// "begin forwarded message", which stands without dashes.
const Openings& words_for_forwarded_message();

}
