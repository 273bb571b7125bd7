// SPDX-License-Identifier: MIT
// Cases and what they wait for. The whole Case is kept sealed; beside it stand the columns to find and list
// it by, its waits, and who takes part.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/store/store.h"
#include "workflow/model/case.h"
#include "workflow/model/program.h"

namespace mentoring {

inline constexpr std::size_t waits_batch_max = 100;

// `forgotten`: closed, its words and pairings erased; number, states and dates stay.
enum class CaseStanding { open, closed, forgotten };

// A line of `mentord case list`: nothing that anybody wrote.
struct CaseRow {
    CaseId id;
    std::string program;
    std::string number;
    std::string state;
    std::string owner;
    PersonId mentee;
    Instant opened{};
    Instant since{};
    std::optional<Instant> closed;
    std::optional<Instant> next_due;
    CaseStanding standing = CaseStanding::open;
};

struct DueWait {
    CaseId case_id;
    int step = 0;
    std::string name;
    Instant due{};
    bool operator==(const DueWait&) const = default;
};

// What somebody has to do with a case.
struct Involvement {
    CaseId case_id;
    std::string program;
    std::string role;    // "mentee", or the pairing's role
    int pairing = 0;     // its number; 0 for the mentee
    bool ended = false;  // that pairing is over, or the case is
    CaseStanding standing = CaseStanding::open;
};

// Cases that are only counted any more, by the year (UTC) in which they were opened and closed.
struct PastCases {
    std::int64_t opened = 0;
    std::int64_t closed = 0;
};

class Cases {
public:
    explicit Cases(Store& store) : store_(store) {}

    // "2026-014": the next of that programme and year, taken when it is asked for.
    std::string next_number(std::string_view program, int year);
    // A new case; its id is drawn here and also written into what is kept.
    CaseId add(Case opened, const Program& program, Instant now);
    // The next case after a decision. What is final and what counts as a mentor's load is read from the
    // program. An older decision number than the kept one is our mistake (assert).
    void save(const Case& next, const Program& program, Instant now);

    std::optional<Case> load(CaseId id) const;
    std::optional<Case> load(std::string_view program, std::string_view number) const;
    std::optional<CaseId> find(std::string_view program, std::string_view number) const;
    std::vector<CaseId> with_number(std::string_view number) const;  // in any programme
    // Every case she is mentee or mentor of, open ones first, the newest first; offices are not asked.
    std::vector<Involvement> involvements_of(PersonId person) const;
    std::vector<CaseId> open_of(PersonId person) const;
    std::vector<CaseId> open_in(std::string_view program) const;
    std::vector<std::string> programs_with_open_cases() const;  // by name
    std::vector<CaseRow> list(std::string_view program, CaseStanding standing, std::size_t limit) const;
    std::optional<CaseRow> row(CaseId id) const;

    // Of open cases, earliest first.
    std::vector<DueWait> due(std::string_view program, Instant until, std::size_t limit) const;
    std::optional<Instant> earliest_due(std::string_view program) const;

    // Erases the words of a closed case for good: its raw mails, letters' bytes and kept words; dates and
    // outcomes stay. Refuses (false) while it is open or under legal hold.
    bool forget(CaseId id, Instant now);
    // Leaves nothing of a forgotten case but its place in the counts of the years in which it was opened and
    // closed: journal, meetings, who took part, mails and letters go. Refuses (false) any other case.
    bool reduce_to_counts(CaseId id);
    PastCases past(std::string_view program, int year) const;
    // Stops the clocks of erasure; who and why stand in the journal.
    void set_legal_hold(CaseId id, bool held);
    bool legal_hold(CaseId id) const;
    // Closed before `until`, not yet forgotten, not held: what is due for forget().
    std::vector<CaseId> closed_before(Instant until, std::size_t limit) const;
    // Forgotten and closed before `until`, not held: what is due for reduce_to_counts().
    std::vector<CaseId> forgotten_before(Instant until, std::size_t limit) const;

private:
    Store& store_;
};

}
