// SPDX-License-Identifier: MIT
// What the clauses of a mail say towards a choice of persons: whether one selects, affirms, remarks, or
// points back to somebody named before.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/persons.h"
#include "workflow/reading/words.h"

namespace mentoring {

class ChoiceClauses {
public:
    ChoiceClauses(const Vocabulary& words, const Question& question, const Passage& passage,
                  const std::vector<Mention>& mentions);

    std::vector<Mention> mentions_in(std::size_t first, std::size_t last) const;
    bool has(Sense sense, std::size_t first, std::size_t last) const;
    bool is_mentors_choice(const std::string& intent) const;
    bool selects(Sense sense, std::size_t first, std::size_t last) const;
    bool is_concessive(const Clause& clause) const;
    std::size_t unexplained(std::size_t first, std::size_t last) const;
    std::size_t sentence_of(std::size_t at) const;
    bool is_affirmed(const Clause& clause) const;
    bool is_stressed(const Clause& clause) const;
    // Chosen by words behind the names, which may be praise: "Ada and Bea are lovely".
    bool praises(const Clause& clause) const;
    // By a word that chooses, or by nothing but names and courtesies.
    bool is_plain_choice(const Clause& clause) const {
        return is_stressed(clause) || has(Sense::polite, clause.first, clause.last) || is_short(clause);
    }
    bool points_back(const Clause& clause) const;

private:
    bool is_match(const Sign& sign, Sense sense) const;
    bool is_stressed_openly(const Clause& clause) const;
    bool is_of_the_past(const Clause& clause) const;
    bool has_unknown_name(std::size_t first, std::size_t last) const;
    bool is_remarked_upon(const Clause& clause) const;
    bool has_remark(std::size_t sentence) const;
    bool is_short(const Clause& clause) const;
    static bool is_small(const Sign& sign);

    const Vocabulary& words_;
    const Question& question_;
    const Passage& passage_;
    const std::vector<Mention>& mentions_;
    std::vector<char> explained_;                   // by token
    mutable std::map<std::size_t, bool> remarked_;  // by sentence
};

}
