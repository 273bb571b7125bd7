// SPDX-License-Identifier: MIT
// Whose answer a phrase is: the writer's own, or words of and about somebody else.
#pragma once

#include <cstddef>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/words.h"

namespace mentoring {

class Speaker {
public:
    // `explained` marks the tokens that some table or fact knows.
    Speaker(const Vocabulary& words, const Passage& passage, std::vector<char> explained);

    const std::vector<char>& explained() const { return explained_; }
    // "My chief is swamped", "I met her husband".
    bool is_another(const Choice& choice, const Sign& sign, const Clause& clause) const;
    // "She's done" is not "I'm done".
    bool hints_of_another(const Choice& choice, const Sign& sign, const Clause& clause) const;
    // "She doesn't have time": before `until` somebody else is named, and the writer not.
    bool names_only_another(const Clause& clause, std::size_t until) const;

private:
    bool is_of_somebody_else(const Choice& choice, const Sign& sign, const Clause& clause) const;
    bool is_about_somebody_else(const Choice& choice, const Sign& sign, const Clause& clause) const;
    bool names_another(std::size_t first, std::size_t last) const;
    bool names_an_outsider(std::size_t first, std::size_t last) const;
    bool determines_unknown(std::size_t at, int least, int most) const;

    const Vocabulary& words_;
    const Passage& passage_;
    std::vector<char> explained_;
    std::vector<std::size_t> last_self_;  // by token: one more than the place of the last "I" up to it
};

}
