// SPDX-License-Identifier: MIT
// What one clause says about the choices of a question, phrase by phrase, and what makes it doubtful.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/reading/matter.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/speaker.h"
#include "workflow/reading/votes.h"
#include "workflow/reading/words.h"

namespace mentoring {

struct ClauseVotes {
    std::vector<Vote> votes;
    std::vector<const Choice*> denied;
    unsigned doubts = 0;
    std::size_t unexplained = 0;
    bool answers_yes = false, answers_no = false, unresolved = false;

    // A "no" behind it leaves nothing of what was said.
    void take_back();
};

class ClauseWeigher {
public:
    // `covered` marks tokens that something else explains.
    ClauseWeigher(const Vocabulary& words, const Question& question, const Passage& passage,
                  const std::vector<char>& covered);
    ClauseWeigher(const ClauseWeigher&) = delete;
    ClauseWeigher& operator=(const ClauseWeigher&) = delete;

    ClauseVotes weigh(const Clause& clause) const;
    // By token: some table or fact knows it.
    const std::vector<char>& explained() const { return speaker_.explained(); }
    // Also within longer phrases, which hide such words: "is she" opens a question.
    bool holds(std::size_t first, std::size_t last, Sense sense) const;
    // By bit: in whose words the sense is held with that value. At most 64 languages are told apart.
    std::uint64_t languages_of(std::size_t first, std::size_t last, Sense sense, int value) const;
    // Asked once a vote, so it takes no look at the words between.
    bool tells_of_the_past(std::size_t first, std::size_t last) const;

private:
    static void weaken(ClauseVotes& result);
    void phrase(std::span<const Sign> signs, std::size_t begin, std::size_t end, const Clause& clause,
                std::size_t& negations, std::size_t& helpers, ClauseVotes& result) const;
    static bool denies_behind(std::span<const Sign> signs);
    unsigned doubts_over_the_end(const Sign& sign) const;
    bool is_verb_only(const Choice& choice, const Sign& sign) const;
    bool is_outspoken(const Choice& choice, const Sign& sign) const;
    bool answers(std::span<const Sign> signs, std::size_t begin, std::size_t end, const Clause& clause) const;
    void answer(ClauseVotes& result, const Sign& sign, bool Choice::*flag, std::size_t negations) const;
    void vote(const Choice& choice, const Sign& sign, std::size_t negations, bool of_another,
              ClauseVotes& result) const;
    std::size_t end_of(const Choice& choice, const Sign& sign) const;
    bool excepts(const Sign& sign) const;
    static bool is_object_of_denial(const Choice& choice, const ClauseVotes& result);
    Strength strength_of(const Sign& sign) const;
    bool restricts(const Clause& clause) const;
    void bare_negation(ClauseVotes& result, std::size_t negations, const Clause& clause,
                       std::size_t place) const;
    bool is_of_today(std::size_t first, std::size_t last) const;
    unsigned doubts_of_refusal(const Choice& choice, const Sign& sign, const Clause& clause) const;
    std::size_t unexplained(const Clause& clause) const;

    const Vocabulary& words_;
    const Question& question_;
    const Passage& passage_;
    Speaker speaker_;
    Matter matter_;  // refers to what speaker_ holds
    std::vector<std::size_t> last_past_;
};

}
