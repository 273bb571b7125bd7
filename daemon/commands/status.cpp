// SPDX-License-Identifier: MIT
#include "daemon/commands/status.h"

#include <algorithm>
#include <limits>
#include <ostream>

#include "daemon/commands/opening.h"
#include "daemon/commands/times.h"
#include "daemon/store/backup.h"
#include "daemon/store/cases.h"
#include "daemon/store/inbox.h"
#include "daemon/store/mailboxes.h"
#include "daemon/store/moves.h"
#include "daemon/store/outbox.h"
#include "daemon/store/people.h"
#include "workflow/model/office.h"

namespace mentoring {

namespace {

constexpr std::size_t all = std::numeric_limits<std::int32_t>::max();

class Look {
public:
    explicit Look(Workplace place) : place_(std::move(place)), store_(*place_.store) {
        for (const auto& each : place_.settings.programs) programs_.push_back(program_file_or_stop(each));
    }

    std::vector<Section> sections() {
        auto folders = folder_table();
        look_at_mails();
        look_at_letters();
        look_at_waits();
        look_at_offices();
        look_for_orphans();
        look_at_backup();
        look_at_moves();
        return {{"Folders", std::move(folders)}, {"Work", work_}, {"Needs a human", needs_}};
    }
    bool needs_human() const { return !needs_.rows.empty(); }

private:
    void say(const char* what, std::string value) { work_.rows.push_back({what, std::move(value)}); }
    void need(std::string what) { needs_.rows.push_back({std::move(what)}); }
    // "3 mails are quarantined" – where there are any.
    void need_some(std::int64_t count, const std::string& one, const std::string& several) {
        if (count == 1) need("1 " + one);
        if (count > 1) need(std::to_string(count) + " " + several);
    }

    Table folder_table() {
        Table table{{{"Mailbox"}, {"Folder"}, {"Read until"}, {"Read up to", ColumnKind::number}},
                    {},
                    "No folder has been read yet."};
        for (const auto& each : Mailboxes(store_).list()) {
            table.rows.push_back(
                {each.mailbox, each.folder, shown_time(each.read_until), std::to_string(each.uid_seen)});
            look_at_folder(each);
        }
        for (const auto& each : place_.settings.mailboxes) look_for_mailbox(each, table);
        return table;
    }

    // Folders that the settings no longer name are history.
    void look_at_folder(const FolderPosition& folder) {
        const auto* mailbox = mailbox_named(place_.settings, folder.mailbox);
        if (!mailbox || folder.folder != mailbox->folders.inbox) return;
        const auto longest = std::max<std::chrono::seconds>(3 * mailbox->poll, silence_min);
        if (!folder.read_until || place_.now - *folder.read_until > longest)
            need(folder.mailbox + "/" + folder.folder + " is not being read");
    }
    void look_for_mailbox(const MailboxSettings& mailbox, const Table& read) {
        const bool known = std::any_of(read.rows.begin(), read.rows.end(), [&](const auto& row) {
            return row[0] == mailbox.name && row[1] == mailbox.folders.inbox;
        });
        if (!known) need(mailbox.name + "/" + mailbox.folders.inbox + " has never been read");
    }

    void look_at_mails() {
        const Inbox inbox(store_);
        say("mails waiting", std::to_string(inbox.count(Verdict::waiting)));
        const auto held = inbox.count(Verdict::held);
        const auto quarantined = inbox.count(Verdict::quarantined);
        say("mails held", std::to_string(held));
        say("mails quarantined", std::to_string(quarantined));
        need_some(held, "mail is held: mentord held list", "mails are held: mentord held list");
        need_some(quarantined, "mail is quarantined: mentord held list",
                  "mails are quarantined: mentord held list");
    }

    void look_at_letters() {
        const Outbox outbox(store_);
        for (const auto state : {OutboxState::queued, OutboxState::attempting, OutboxState::unknown,
                                 OutboxState::refused, OutboxState::held})
            work_.rows.push_back(
                {"letters " + std::string(to_string(state)), std::to_string(outbox.count(state))});
        const auto refused = outbox.list(OutboxState::refused, all);
        need_some(std::count_if(refused.begin(), refused.end(),
                                [&](const OutboxRow& each) {
                                    return each.settled && place_.now - *each.settled < refusal_news;
                                }),
                  "letter was refused in the last week: mentord outbox list",
                  "letters were refused in the last week: mentord outbox list");
        need_some(outbox.count(OutboxState::held), "letter is held: mentord outbox retry",
                  "letters are held: mentord outbox retry");
    }

    void look_at_waits() {
        std::optional<Instant> next;
        for (const auto& each : programs_) {
            const auto due = Cases(store_).earliest_due(each.name);
            if (due && (!next || *due < *next)) next = due;
        }
        say("next due", next ? shown_time(next) : "nothing");
        if (next && place_.now - *next > overdue_after) need("a wait is overdue since " + shown_time(next));
    }

    void look_for_orphans() {
        for (const auto& each : Cases(store_).programs_with_open_cases()) {
            const auto named = std::any_of(programs_.begin(), programs_.end(),
                                           [&](const Program& one) { return one.name == each; });
            if (!named) need(each + ": open cases, and no such program in the settings");
        }
    }

    // Every letter to an office that nobody holds would go to somebody who only stands in for her.
    void look_at_offices() {
        for (const auto& program : programs_) {
            const auto holdings = People(store_).offices(program.name);
            for (const auto& office : program.offices)
                if (holder_of(holdings, office.name, day_of(place_.now)) == PersonId{})
                    need(program.name + ": nobody is " + office.name + ": mentord office give");
        }
    }

    void look_at_backup() {
        const auto last = last_backup(store_);
        say("last backup", last ? shown_time(last) : "none");
        if (place_.settings.store.backup_folder.empty()) return;
        if (!last || place_.now - *last > backup_old_after) need("there is no recent backup: mentord backup");
    }

    void look_at_moves() {
        const auto given_up = static_cast<std::int64_t>(Moves(store_).given_up(all).size());
        if (given_up > 0) say("mails that could not be moved or marked", std::to_string(given_up));
    }

    Workplace place_;
    Store& store_;
    std::vector<Program> programs_;
    Table work_{{{"What"}, {"Value"}}, {}, {}};
    Table needs_{{{"What", ColumnKind::wrapped}}, {}, "Nothing."};
};

}

int status_command(const Invocation& invocation) {
    Look look(open_workplace(invocation.settings));
    invocation.out << printed(look.sections(), invocation.output);
    return look.needs_human() ? 1 : 0;
}

}
