// SPDX-License-Identifier: MIT
// What a phone makes of a letter's HTML: the link of one answer, and the HTML part itself.
#pragma once

#include <string>
#include <vector>

namespace mentoring {

struct AnswerLink {
    std::string label;  // what stands on it: "ACCEPT"
    std::string address;
    std::string subject;
    std::string body;
};

// Every mailto link, in order.
std::vector<AnswerLink> links_in(const std::string& html);
// The mailto link whose prefilled body begins with `answer`; of "own words" the one without a body, of "form"
// the one with lines to fill in. Throws std::runtime_error where the letter has none.
AnswerLink link_of(const std::string& html, const std::string& answer);
// The decoded text/html part of a letter of ours.
std::string html_part_of(const std::string& raw);

}
