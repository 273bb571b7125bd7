// SPDX-License-Identifier: MIT
// The text/plain part of a letter: wrapped at `text_columns_max`, answers behind `answer_mark`, a person's
// words behind `words_mark`. No line consists of one word carried over, which could be taken for an answer.
#pragma once

#include <string>
#include <vector>

#include "daemon/letters/markdown.h"
#include "daemon/letters/values.h"

namespace mentoring {

std::string text_part(const std::vector<Block>& blocks, const Values& values);

}
