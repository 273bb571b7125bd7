// SPDX-License-Identifier: MIT
// A paragraph that is nothing but one value: how a person's words and blocks of lines stand in a letter.
#pragma once

#include "daemon/letters/markdown.h"
#include "daemon/letters/values.h"

namespace mentoring {

// The words or lines the paragraph consists of; nullptr for any other. Throws std::invalid_argument where
// such a value stands within a sentence.
const Value* lone_value(const Block& block, const Values& values);

}
