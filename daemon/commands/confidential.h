// SPDX-License-Identifier: MIT
// What lists must not tell the operator: a letter's name alone can say that somebody raised a concern or gave
// a low rating. Such letters are listed as "confidential", without their recipient.
#pragma once

#include <set>
#include <string>

#include "daemon/store/outbox.h"
#include "daemon/store/store.h"
#include "workflow/model/program.h"

namespace mentoring {

class ConfidentialLetters {
public:
    // Adds the letters by which that programme answers concerns and evaluations.
    void take(const Program& program);
    bool covers(const OutboxRow& letter) const;
    bool covers(const std::string& letter) const;
    // A journal line that names such a letter.
    bool covers_line(const std::string& line) const;

private:
    std::set<std::string> letters_;
};

// "a confidential letter": what stands in place of its name.
inline constexpr const char* confidential_text = "confidential";
// Whose it is; her address where she is nobody on the roster. Empty for nobody.
std::string recipient_name(Store& store, PersonId person, const std::string& address);

}
