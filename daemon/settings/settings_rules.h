// SPDX-License-Identifier: MIT
// What settings must keep to beyond the form of each key: one login a server, no plain text across a network,
// two alarm persons, help texts of their own, mailboxes that exist.
#pragma once

#include "daemon/settings/setting_tree.h"
#include "daemon/settings/settings.h"

namespace mentoring {

// The beginning of the help text that is shipped: it counts as none (outside a turned clock).
inline constexpr std::string_view placeholder_text = "PLACEHOLDER";

void judge_settings(const Settings& settings, const SettingTree& tree);

}
