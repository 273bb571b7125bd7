// SPDX-License-Identifier: MIT
#include "tests/crash/sweep.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <thread>

#include "tests/crash/call_counts.h"
#include "tests/whole/people_mail.h"
#include "tests/whole/store_glance.h"

namespace mentoring {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds glance{10};
constexpr std::chrono::seconds patience{30};
constexpr std::chrono::seconds later{1};
constexpr auto office = "manager@example.test";
constexpr auto filing_folder = "Mentoring/Done";  // where the daemon puts what it has dealt with

// Everything that one life may leave otherwise than another, but for the instants and the drawn Message-IDs.
constexpr auto state_of_store =
    "SELECT * FROM (SELECT 'case', number, state, owner, step, decisions, standing FROM cases UNION ALL "
    "SELECT 'wait', case_id, step, name, due, '', '' FROM waits UNION ALL "
    "SELECT 'journal', case_id, decision, line, '', '', '' FROM journal UNION ALL "
    "SELECT 'inbox', folder, verdict, reason, case_id, person, '' FROM inbox UNION ALL "
    "SELECT 'outbox', case_id, decision, envelope_to, letter, state, reason FROM outbox UNION ALL "
    "SELECT 'suppressed', case_id, recipient, address, letter, reason, '' FROM suppressed UNION ALL "
    "SELECT 'move', action, target, state, '', '', '' FROM moves) ORDER BY 1, 2, 3, 4, 5, 6, "
    "7";

CallCounts counts_in(const fs::path& file) {
    CallCounts counts;
    std::ifstream(file, std::ios::binary).read(reinterpret_cast<char*>(&counts), sizeof counts);
    return counts;
}

std::string difference(const std::vector<std::string>& wanted, const std::vector<std::string>& found) {
    std::string text;
    for (const auto& each : wanted)
        if (std::count(found.begin(), found.end(), each) < std::count(wanted.begin(), wanted.end(), each))
            text += "\n  missing: " + each;
    for (const auto& each : found)
        if (std::count(wanted.begin(), wanted.end(), each) < std::count(found.begin(), found.end(), each))
            text += "\n  instead: " + each;
    return text;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code none;
    for (const auto& each : fs::directory_iterator(folder, none)) names.push_back(each.path().filename());
    return names;
}

// What the daemon has of its own, beside the backups.
bool is_state(const std::string& name) {
    return name.starts_with("mentord.db") || name.starts_with("store.key");
}

}

std::vector<std::string> Sweep::environment(const fs::path& folder) {
    return {"LD_PRELOAD=" CRASH_SHIM, "MENTORD_CRASH_COUNT=" + (folder / "calls").string()};
}

std::vector<std::string> Sweep::stored(const std::string& query) const {
    return rows_in_store(play_.folder() / "mentord.db", query);
}

void Sweep::around(const std::function<void()>& move) {
    play_.settle();
    play_.stop_daemon();
    keep_state();
    move();
    rehearse();
}

void Sweep::begin() {
    play_.people().ensure_folder(office, filing_folder);
    keep_state();
    rehearse();
}

void Sweep::rehearse() {
    const auto before = stored(state_of_store);
    const auto wanted = live(0);
    const auto places = calls_;
    if (!before.empty() && before == wanted.store && figures_.quiet_moves++ > 0) return;
    ++figures_.moves;
    figures_.places += places;
    std::cout << "move " << figures_.moves << ": " << places << " calls" << std::endl;
    for (int place = 1 + share_.part;; place += share_.parts) {
        const auto found = live(place);
        compare(wanted, found, place);
        figures_.kills += killed_;
        if (killed_ == 0 && place > places) break;
    }
    compare(wanted, live(0), 0);  // with whom the play goes on
}

// From the kept state to calm, and a second later it is still so: whoever was started again has looked round,
// too.
Sweep::End Sweep::live(int crash_at) {
    put_back();
    killed_ = 0;
    const auto now = play_.now();
    play_.launch_daemon({"MENTORD_CRASH_AT=" + std::to_string(crash_at)});
    await_calm();
    play_.set_clock(now + later);
    await_calm();
    calls_ = static_cast<int>(counts_in(play_.folder() / "calls").all);
    End end;
    take_letters(end);
    end.store = stored(state_of_store);
    end.filed = play_.people().uids_from(office, filing_folder, filed_).size();
    play_.set_clock(now);
    return end;
}

void Sweep::await_calm() {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!play_.is_calm()) {
        if (std::chrono::steady_clock::now() > until)
            throw std::runtime_error("mentord does not come to rest; see " + play_.folder().string());
        if (!play_.daemon_runs()) outlive();
        std::this_thread::sleep_for(glance);
    }
}

void Sweep::outlive() {
    ++killed_;
    for (auto& each :
         stored("SELECT message_id FROM outbox WHERE state = 'attempting' AND dot_sent IS NOT NULL"))
        under_way_.insert(std::move(each));
    play_.launch_daemon();
}

void Sweep::keep_state() {
    const auto kept = play_.folder() / "kept";
    fs::remove_all(kept);
    fs::create_directories(kept / "backups");
    for (const auto& each : names_in(play_.folder()))
        if (is_state(each)) fs::copy_file(play_.folder() / each, kept / each);
    for (const auto& each : names_in(play_.folder() / "backups")) std::ofstream(kept / "backups" / each);
    seen_ = play_.seen().size();
    filed_ = play_.people().next_uid(office, filing_folder);
}

void Sweep::put_back() {
    if (play_.daemon_runs()) play_.kill_daemon();
    const auto folder = play_.folder();
    for (const auto& each : names_in(folder))
        if (is_state(each)) fs::remove(folder / each);
    for (const auto& each : names_in(folder / "kept"))
        if (is_state(each)) fs::copy_file(folder / "kept" / each, folder / each);
    for (const auto& each : names_in(folder / "backups"))
        if (!fs::exists(folder / "kept" / "backups" / each)) fs::remove(folder / "backups" / each);
    play_.people().move(office, filing_folder, filed_, "INBOX");
    play_.forget_after(seen_);
    under_way_.clear();
}

void Sweep::take_letters(End& end) {
    for (const auto& each : stored("SELECT DISTINCT envelope_to FROM outbox"))
        play_.look(each.substr(0, each.find('@')));
    for (std::size_t i = seen_; i < play_.seen().size(); ++i) {
        const auto& letter = play_.seen()[i];
        end.letters[letter.to + ": " + letter.subject + "\n" + letter.text].push_back(letter.message_id);
    }
}

// Nothing lost, nothing twice – but for a letter that was killed between its dot and the commit of its
// verdict: that one may have come twice, under one Message-ID, and the store has it down as unknown.
void Sweep::compare(const End& wanted, const End& found, int crash_at) {
    std::string wrong = difference(wanted.store, found.store);
    if (wanted.filed != found.filed) wrong += "\n  mails filed: " + std::to_string(found.filed);
    for (const auto& [letter, ids] : wanted.letters)
        if (!found.letters.contains(letter)) wrong += "\n  lost: " + letter.substr(0, letter.find('\n'));
    for (const auto& [letter, ids] : found.letters) {
        const bool again = ids.size() == 2 && ids[0] == ids[1] && under_way_.contains(ids[0]);
        if (!wanted.letters.contains(letter) || (ids.size() != 1 && !again))
            wrong += "\n  " + std::to_string(ids.size()) + " times: " + letter;
        figures_.sent_again += again;
        figures_.letters += killed_ > 0;
    }
    const auto unknown = stored("SELECT message_id FROM outbox WHERE unknowns > 0");
    if (std::set<std::string>(unknown.begin(), unknown.end()) != under_way_)
        wrong += "\n  the store does not know which letters were under way";
    figures_.under_way += static_cast<int>(under_way_.size());
    if (!wrong.empty())
        throw std::runtime_error("killed at call " + std::to_string(crash_at) + " of move " +
                                 std::to_string(figures_.moves) + ", see " + play_.folder().string() + ":" +
                                 wrong);
}

}
