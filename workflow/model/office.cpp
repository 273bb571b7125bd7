// SPDX-License-Identifier: MIT
#include "workflow/model/office.h"

#include <chrono>

namespace mentoring {

namespace {

bool covers(const Holding& holding, Date day) {
    using std::chrono::sys_days;
    return sys_days{holding.from} <= sys_days{day} &&
           (!holding.until || sys_days{day} <= sys_days{*holding.until});
}

}

PersonId holder_of(const std::vector<Holding>& holdings, std::string_view office, Date day) {
    const Holding* latest = nullptr;
    for (const auto& each : holdings)
        if (each.office == office && covers(each, day) && (!latest || latest->from <= each.from))
            latest = &each;
    return latest ? latest->holder : PersonId{};
}

std::vector<std::string> offices_of(const std::vector<Holding>& holdings, PersonId person, Date day) {
    std::vector<std::string> offices;
    for (const auto& each : holdings)
        if (each.holder == person && holder_of(holdings, each.office, day) == person)
            offices.push_back(each.office);
    return offices;
}

}
