// SPDX-License-Identifier: MIT
#include "daemon/commands/backup.h"

#include <ostream>

#include "daemon/clock.h"
#include "daemon/commands/opening.h"
#include "daemon/commands/times.h"
#include "daemon/store/backup.h"

namespace mentoring {

namespace {

Table made_table(const std::string& file, const char* made) {
    return {{{"File", ColumnKind::wrapped}, {"Made"}}, {{file, made}}, {}};
}

Table restored_table(const RestoreReport& report) {
    return {{{"What"}, {"Value", ColumnKind::wrapped}},
            {{"backup made", shown_time(report.made)},
             {"former store", report.replaced.empty() ? "none" : report.replaced},
             {"open cases", std::to_string(report.cases_open)},
             {"letters held", std::to_string(report.letters_held)},
             {"mails waiting", std::to_string(report.mails_waiting)}},
            {}};
}

Table folder_table(const RestoreReport& report) {
    Table table{{{"Mailbox"}, {"Folder"}, {"Read again since"}}, {}, "No folder was read yet."};
    for (const auto& each : report.folders)
        table.rows.push_back({each.mailbox, each.folder, shown_time(each.read_until)});
    return table;
}

constexpr const char* what_follows =
    "\nLetters that were unsent when the backup was made are held: some may have gone out since.\nWhen the "
    "daemon starts, it reads the folders again since the backup, decides anew what it finds, and\nonly then "
    "the waits that fell due: reminders collapse into one. Letters of all this are held too.\n`mentord "
    "outbox list --state held` shows them, `mentord outbox retry NUMBER` sends one.\n";

}

int backup_command(const Invocation& invocation, const std::filesystem::path& file) {
    const auto place = open_workplace(invocation.settings);
    if (!file.empty()) {
        back_up(*place.store, file.string(), place.now);
        invocation.out << printed(made_table(file.string(), "now"), invocation.output);
        return 0;
    }
    const auto folder = place.settings.store.backup_folder;
    if (folder.empty()) throw CannotGoOn("the settings name no backup folder: say which file");
    std::filesystem::create_directories(folder);
    const auto made = daily_backup(*place.store, folder.string(), place.now);
    const auto newest = made ? std::vector<std::string>{*made} : backups(folder.string());
    invocation.out << printed(made_table(newest.front(), made ? "now" : "earlier today"), invocation.output);
    return 0;
}

int restore_command(const Invocation& invocation, const std::filesystem::path& file) {
    const auto settings = settings_or_stop(invocation.settings);
    if (!std::filesystem::exists(file)) throw CannotGoOn(file.string() + ": there is no such file");
    const auto now = clock_from(settings.clock_file)->now();
    const auto report =
        restore(file.string(), settings.store.file.string(), keys_or_stop(settings, MissingKey::stop), now);
    invocation.out << printed(
        std::vector<Section>{{"Restored", restored_table(report)}, {"Folders", folder_table(report)}},
        invocation.output);
    if (invocation.output == Output::text) invocation.out << what_follows;
    return 0;
}

}
