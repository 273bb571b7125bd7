// SPDX-License-Identifier: MIT
// How our own letters mark what is no news in them, so that a letter quoted back without ">" is not taken for
// an answer: each answer we offer stands on one line after `answer_mark`, each line a person wrote after
// `words_mark`. Nothing else in a letter begins with one of these.
#pragma once

#include <string_view>

namespace mentoring {

constexpr std::string_view answer_mark = "\u2192 ";  // "→ ACCEPT – yes, gladly"
constexpr std::string_view words_mark = "| ";

}
