// SPDX-License-Identifier: MIT
// The charset of bytes that nobody declared, by ICU's detector. It costs up to a millisecond: once a mail,
// not once a word.
#pragma once

#include <string>
#include <string_view>

namespace mentoring {

// A name known_charset knows; windows-1252 where the bytes are too few or tell nothing, which is the
// commonest.
std::string guess_charset(std::string_view bytes);

}
