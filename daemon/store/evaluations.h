// SPDX-License-Identifier: MIT
// Evaluations and concerns, sealed, for the president (or the second reader) alone. Lists carry no words; the
// words are opened one by one for the letter to their reader.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/store/store.h"
#include "workflow/model/effect.h"
#include "workflow/model/identity.h"
#include "workflow/model/instant.h"

namespace mentoring {

struct EvaluationRow {
    std::int64_t id = 0;
    CaseId case_id;
    std::string program;
    std::vector<std::optional<int>> ratings;
    Instant kept{};
    std::string digest;  // period of the digest that carried it, empty: none yet
    std::optional<Instant> addressed;
    std::string how;  // "addressed", "talked-to", …
    bool has_words = false;
};

struct ConcernRow {
    std::int64_t id = 0;
    CaseId case_id;
    int number = 1;  // within the case
    std::string program;
    PersonId by;
    std::string reader;  // office
    Instant raised{};
    std::string digest;
    std::optional<Instant> addressed;
    std::string how;
    std::optional<Instant> made_known;  // to the second reader, without content
    bool has_words = false;
};

class Evaluations {
public:
    explicit Evaluations(Store& store) : store_(store) {}

    // Several mails make one evaluation a case: a later one replaces it until a digest has carried it.
    std::int64_t keep(CaseId id, std::string_view program, const KeepEvaluation& evaluation, Instant now);
    // Kept in [from, until).
    std::vector<EvaluationRow> kept_between(std::string_view program, Instant from, Instant until) const;
    // Not yet carried by a digest, kept before `until`.
    std::vector<EvaluationRow> for_digest(std::string_view program, Instant until) const;
    std::vector<EvaluationRow> of_case(CaseId id) const;
    std::string words(std::int64_t id) const;  // for the president's letter only
    void mark_digested(const std::vector<std::int64_t>& ids, std::string_view period);
    void mark_addressed(std::int64_t id, std::string_view how, Instant now);
    // Words addressed before `until`; how many were erased. Ratings stay.
    std::int64_t erase_words(Instant until);

private:
    Store& store_;
};

class Concerns {
public:
    explicit Concerns(Store& store) : store_(store) {}

    std::int64_t keep(CaseId id, std::string_view program, const KeepConcern& concern, Instant now);
    std::optional<ConcernRow> load(std::int64_t id) const;
    std::optional<ConcernRow> load(CaseId id, int number) const;
    std::vector<ConcernRow> open(std::string_view program) const;  // oldest first
    std::vector<ConcernRow> open_of(CaseId id) const;
    std::vector<ConcernRow> for_digest(std::string_view program, Instant until) const;
    std::string words(std::int64_t id) const;  // for its reader's letter only
    // The president passes it on: another office reads it from now on.
    void pass_on(std::int64_t id, std::string_view reader);
    void mark_digested(const std::vector<std::int64_t>& ids, std::string_view period);
    void mark_addressed(std::int64_t id, std::string_view how, Instant now);
    // Open, raised before `until`, not yet made known to the second reader.
    std::vector<ConcernRow> unanswered(std::string_view program, Instant until) const;
    void mark_made_known(std::int64_t id, Instant now);
    std::int64_t erase_words(Instant until);

private:
    Store& store_;
};

}
