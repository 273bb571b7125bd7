// SPDX-License-Identifier: MIT
// A command that root types works as the owner of the folder it works in: what it makes there belongs to the
// daemon, and a fault in it has the daemon's rights, not root's.
#pragma once

#include <filesystem>

namespace mentoring {

// Gives up root's rights for those of the folder's owner, for the rest of the process. Does nothing for
// another user, for a folder of root's, or where there is no folder. Throws CannotGoOn where the rights
// cannot be given up.
void act_as_owner(const std::filesystem::path& folder);

}
