// SPDX-License-Identifier: MIT
// From settings to connections: where to dial, and whence the secret comes.
#pragma once

#include <memory>

#include "daemon/outside.h"
#include "daemon/settings/settings.h"

namespace mentoring {

std::unique_ptr<Mailbox> mailbox_at(const MailboxSettings& settings);
std::unique_ptr<Relay> relay_at(const MailboxSettings& settings);

}
