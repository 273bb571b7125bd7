// SPDX-License-Identifier: MIT
// Mails written to cost a reader as much time and memory as possible: one family a part of a mail, one kind a
// trick.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring::hostile {

struct Kind {
    std::string name;
    std::function<std::string(std::size_t octets)> mail;  // of about that size
    bool words = false;  // a bomb of words: worth reading as an answer to every question
};

// `start`, then `part` as often as fits.
std::string filled(std::string start, std::string_view part, std::size_t octets);

std::vector<Kind> of_fields();
std::vector<Kind> of_structure();
std::vector<Kind> of_encodings();
std::vector<Kind> of_words();
std::vector<Kind> of_html();

}
