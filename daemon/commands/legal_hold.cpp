// SPDX-License-Identifier: MIT
#include "daemon/commands/legal_hold.h"

#include <algorithm>
#include <ostream>

#include "daemon/commands/opening.h"
#include "daemon/store/cases.h"
#include "daemon/store/journal.h"

namespace mentoring {

namespace {

void expect_line(const std::string& text, const char* what) {
    const bool plain = !text.empty() && text.size() <= hold_text_octets_max &&
                       std::none_of(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
    if (!plain) throw CannotGoOn(std::string(what) + " is one line of at most 200 octets");
}

}

int legal_hold(const Invocation& invocation, const LegalHoldRequest& request) {
    expect_line(request.by, "--by");
    expect_line(request.why, "--why");
    const auto place = open_workplace(invocation.settings);
    const auto row = case_or_stop(*place.store, request.of);
    if (row.standing == CaseStanding::forgotten)
        throw CannotGoOn("the words of case " + row.number + " are erased already");
    Transaction transaction(*place.store);
    Cases cases(*place.store);
    if (cases.legal_hold(row.id) != request.ends)
        throw CannotGoOn("case " + row.number + (request.ends ? " is not held" : " is held already"));
    cases.set_legal_hold(row.id, !request.ends);
    const auto kept = cases.load(row.id).value_or(Case{});
    Journal(*place.store)
        .add({row.id, kept.decisions, place.now,
              std::string(request.ends ? "legal hold ended" : "legal hold") + " by " + request.by + ": " +
                  request.why});
    transaction.commit();
    invocation.out << "Case " << row.number
                   << (request.ends ? ": its time to be erased runs again.\n"
                                    : ": nothing of it is erased until the hold ends.\n");
    return 0;
}

}
