// SPDX-License-Identifier: MIT
// mentord case: cases listed, one shown, one moved by hand. States, dates and people's names, never a word
// that somebody wrote.
#pragma once

#include <string>

#include "daemon/commands/invocation.h"
#include "daemon/commands/opening.h"
#include "daemon/store/cases.h"

namespace mentoring {

struct CaseListRequest {
    std::string program;  // empty: every one
    CaseStanding standing = CaseStanding::open;
};

enum class Assent { ask, given };

struct CaseRequest {
    std::string number;   // "2026-014"
    std::string program;  // where several have that number
    std::string state;    // to move to
    Assent assent = Assent::ask;
};

int case_list(const Invocation& invocation, const CaseListRequest& request);
int case_show(const Invocation& invocation, const CaseRequest& request);
// Shows what follows: letters, waits; done only with Assent::given (--yes), and taken back otherwise.
int case_move(const Invocation& invocation, const CaseRequest& request);

// The only case of that number. Throws CannotGoOn.
CaseRow case_or_stop(Store& store, const CaseRequest& request);

}
