// SPDX-License-Identifier: MIT
#include "daemon/same_mailboxes.h"

namespace mentoring {

namespace {

bool same_server(const ServerSettings& one, const ServerSettings& other) {
    return one.host == other.host && one.port == other.port && one.tls == other.tls &&
           one.ca_file == other.ca_file && one.login.kind == other.login.kind &&
           one.login.user == other.login.user && one.login.source == other.login.source &&
           one.login.command == other.login.command;
}

bool same_connection(const MailboxSettings& one, const MailboxSettings& other) {
    return same_server(one.imap, other.imap) && same_server(one.smtp, other.smtp) &&
           one.limits.connections == other.limits.connections;
}

Fault refusal(const Settings& read, const MailboxSettings& mailbox, const char* what) {
    return {read.file.filename().string(),
            0,
            "[mailbox." + mailbox.name + "] " + what + ": that needs a restart",
            {},
            Severity::fault};
}

}

void refuse_other_mailboxes(const Settings& running, const Settings& read, Faults& faults) {
    for (const auto& each : read.mailboxes)
        if (!mailbox_named(running, each.name)) faults.push_back(refusal(read, each, "is new"));
    for (const auto& each : running.mailboxes) {
        const auto* now = mailbox_named(read, each.name);
        if (!now) faults.push_back(refusal(read, each, "is gone"));
        if (now && !same_connection(each, *now))
            faults.push_back(refusal(read, each, "is reached in another way"));
    }
}

}
