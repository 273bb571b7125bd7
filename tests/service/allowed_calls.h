// SPDX-License-Identifier: MIT
// What a unit's SystemCallFilter= comes to, by the groups that systemd-analyze knows.
#pragma once

#include <set>
#include <string>

namespace mentoring {

// `unit` is the text of the unit file. Throws std::runtime_error where systemd-analyze cannot be run.
std::set<std::string> allowed_calls(const std::string& unit);

}
