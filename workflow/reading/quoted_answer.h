// SPDX-License-Identifier: MIT
// Words that stand directly under quoted lines of ours.
#pragma once

#include <string>

namespace mentoring {

struct QuotedAnswer {
    std::string question;  // the quoted lines, without their marks
    std::string answer;    // what was written under them
};

}
