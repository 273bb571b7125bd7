// SPDX-License-Identifier: MIT
#include "daemon/commands/act_as_owner.h"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daemon/commands/opening.h"

namespace mentoring {

namespace {

bool take_groups(const passwd* owner, gid_t group) {
    return owner ? ::initgroups(owner->pw_name, owner->pw_gid) == 0 : ::setgroups(1, &group) == 0;
}

}

void act_as_owner(const std::filesystem::path& folder) {
    struct stat found = {};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &found) != 0 || found.st_uid == 0) return;
    const auto* owner = ::getpwuid(found.st_uid);
    const gid_t group = owner ? owner->pw_gid : found.st_gid;
    if (!take_groups(owner, group) || ::setgid(group) != 0 || ::setuid(found.st_uid) != 0)
        throw CannotGoOn(folder.string() + ": root's rights cannot be given up for its owner's");
    ::umask(S_IRWXG | S_IRWXO);
}

}
