// SPDX-License-Identifier: MIT
// A roster as CSV (RFC 4180): a heading, then one person a row. Columns by name, in any order: name,
// greeting, addresses, member, offices, languages, zone, workplace, specialty, region, capacity, can_help,
// rather_not, discreet. Several values in a cell stand between ";". Every fault of the file at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/fault.h"
#include "workflow/model/person.h"

namespace mentoring {

inline constexpr std::size_t roster_rows_max = 20'000;

struct RosterRow {
    Person person;
    std::vector<std::string> offices;
};

std::vector<RosterRow> roster_from(std::string_view csv, const std::string& file, Faults& faults);
// Rows and cells alone.
std::vector<std::vector<std::string>> csv_cells(std::string_view csv);

}
