// SPDX-License-Identifier: MIT
// The text/html twin of a letter: the same words, styled inline, nothing fetched from anywhere. Answers are
// mailto links large enough for a thumb.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "daemon/letters/markdown.h"
#include "daemon/letters/values.h"

namespace mentoring {

// Makes the mailto link that fills in these words.
using LinkTo = std::function<std::string(const std::string& prefill)>;

// The content alone, without the page around it. Throws std::invalid_argument for a link that is no answer.
std::string html_part(const std::vector<Block>& blocks, const Values& values, const LinkTo& link_to);

}
