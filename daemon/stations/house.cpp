// SPDX-License-Identifier: MIT
#include "daemon/stations/house.h"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <set>
#include <sstream>

#include "daemon/mail/fold.h"
#include "daemon/settings/letter_files.h"
#include "daemon/settings/program_file.h"
#include "daemon/settings/word_files.h"
#include "daemon/settings/zone_rules.h"
#include "daemon/store/cases.h"
#include "daemon/store/people.h"
#include "daemon/store/program_versions.h"
#include "workflow/writing/phrases.h"
#include "workflow/writing/program_check.h"

namespace mentoring {

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// "90 days", "12 months", "3 years", as people say it.
std::string kept_for(std::chrono::days span) {
    const auto days = static_cast<int>(span.count());
    if (days % 365 == 0 && days > 365) return count_phrase(days / 365, "year");
    if (days % 30 == 0 && days >= 180) return count_phrase(days / 30, "month");
    return count_phrase(days, "day");
}

// A letter promises what is done: the spans come from where the erasing takes them.
void set_kept(Program& program, const RetentionSettings& retention, const StoreSettings& store) {
    program.texts["kept_mail"] = kept_for(retention.raw_mail);
    program.texts["kept_folder"] = kept_for(retention.folders);
    program.texts["kept_words"] = kept_for(retention.words);
    program.texts["kept_evaluations"] = kept_for(retention.evaluations);
    program.texts["kept_dates"] = kept_for(retention.dates);
    program.texts["kept_backups"] = kept_for(store.backup_keep);
}

// What the installation says of help and of a human stands before what the programme file says.
void set_texts(Program& program, const Settings& settings) {
    if (!settings.human.manager_phone.empty()) program.texts["manager_phone"] = settings.human.manager_phone;
    if (!settings.human.manager_name.empty()) program.texts["manager_name"] = settings.human.manager_name;
    std::string helplines;
    for (const auto& [country, text] : settings.human.helplines)
        helplines += (helplines.empty() ? "" : "\n") + (country == "other" ? text : country + ": " + text);
    if (!helplines.empty()) program.texts["helplines"] = helplines;
    set_kept(program, settings.retention, settings.store);
    if (settings.budget.rest)
        program.rest = {
            static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(*settings.budget.rest).count()),
            Span::Unit::minutes};
}

// What `mentord check` refuses is not run.
void check_meaning(const LoadedProgram& loaded, Faults& faults) {
    std::set<std::string> letters;
    for (const auto& [name, letter] : loaded.letters.letters) letters.insert(name);
    const auto more = check_program(loaded.program, letters, loaded.settings.file.filename().string());
    faults.insert(faults.end(), more.begin(), more.end());
}

LoadedProgram load(const ProgramSettings& settings, const Settings& all, Years years, Faults& faults) {
    LoadedProgram loaded;
    loaded.settings = settings;
    Faults form;
    loaded.program = load_program(settings.file, form);
    loaded.source = text_of(settings.file);
    set_texts(loaded.program, all);
    loaded.letters = load_letters(all.templates, loaded.program.name, faults);
    if (!any_fault(form)) check_meaning(loaded, faults);
    faults.insert(faults.end(), form.begin(), form.end());
    loaded.calendar = calendar_of(loaded.program, years, settings.file.filename().string(), faults);
    return loaded;
}

// People elsewhere keep their own hours.
void load_zones(LoadedProgram& loaded, Store& store, Instant now) {
    for (const auto& person : People(store).all()) {
        if (person.zone.empty() || loaded.zones.contains(person.zone)) continue;
        Faults unknown;
        auto rules = zone_rules(person.zone, years_around(now), unknown);
        loaded.zones[person.zone] = unknown.empty() ? std::move(rules) : loaded.calendar.zone;
    }
}

void load_versions(LoadedProgram& loaded, Store& store) {
    Cases cases(store);
    ProgramVersions versions(store);
    for (const auto id : cases.open_in(loaded.program.name)) {
        const auto present = cases.load(id);
        if (!present || present->version == loaded.program.version ||
            loaded.versions.contains(present->version))
            continue;
        const auto source = versions.structure(loaded.program.name, present->version);
        if (!source) continue;
        Faults old;
        auto program = with_present_texts(
            program_from(*source, loaded.settings.file.filename().string(), old), loaded.program);
        program.version = present->version;
        loaded.versions.emplace(present->version, std::move(program));
    }
}

// A file that differs from the latest version in letters, waits and texts alone makes no new one.
int version_for(const LoadedProgram& loaded, Store& store, Instant now) {
    ProgramVersions versions(store);
    const auto latest = versions.latest(loaded.program.name);
    const auto source = versions.structure(loaded.program.name, latest);
    Faults old;
    const bool same = source && structure_hash(program_from(*source, loaded.settings.file.filename().string(),
                                                            old)) == structure_hash(loaded.program);
    return same ? latest : versions.version_of(loaded.program.name, loaded.source, now);
}

}

House load_house(const std::filesystem::path& settings_file, Instant now, Faults& faults) {
    House house;
    house.settings = load_settings(settings_file, faults);
    if (any_fault(faults)) return house;
    house.vocabulary = load_words(house.settings.words, fold, faults);
    for (const auto& each : house.settings.programs)
        house.programs.push_back(load(each, house.settings, years_around(now), faults));
    return house;
}

void settle_versions(House& house, Store& store, Instant now) {
    Transaction transaction(store);
    for (auto& each : house.programs) each.program.version = version_for(each, store, now);
    transaction.commit();
    for (auto& each : house.programs) {
        load_versions(each, store);
        load_zones(each, store, now);
    }
}

void refuse_orphans(const House& house, Store& store, Faults& faults) {
    for (const auto& each : Cases(store).programs_with_open_cases())
        if (!program_named(house, each))
            faults.push_back({house.settings.file.filename().string(), 0,
                              "the program \"" + each + "\" is gone, and has open cases",
                              "name its file in [program.…] until they have ended", Severity::fault});
}

const LoadedProgram* program_named(const House& house, std::string_view name) {
    const auto found = std::find_if(house.programs.begin(), house.programs.end(),
                                    [&](const LoadedProgram& each) { return each.program.name == name; });
    return found == house.programs.end() ? nullptr : &*found;
}

const Program& program_of(const LoadedProgram& loaded, const Case& of) {
    const auto old = loaded.versions.find(of.version);
    return old == loaded.versions.end() ? loaded.program : old->second;
}

const MailboxSettings& mailbox_of(const House& house, const LoadedProgram& loaded) {
    const auto* mailbox = mailbox_named(house.settings, loaded.settings.mailbox);
    assert(mailbox);
    return *mailbox;
}

std::vector<const LoadedProgram*> programs_of(const House& house, std::string_view mailbox) {
    std::vector<const LoadedProgram*> programs;
    for (const auto& each : house.programs)
        if (each.settings.mailbox == mailbox) programs.push_back(&each);
    return programs;
}

SubAddressing sub_addressing(const MailboxSettings& mailbox) {
    switch (mailbox.plus) {
        case PlusAddressing::yes:
            return SubAddressing::plus;
        case PlusAddressing::dash:
            return SubAddressing::dash;
        case PlusAddressing::no:
            return SubAddressing::none;
    }
    return SubAddressing::none;
}

char detail_separator(const MailboxSettings& mailbox) {
    return mailbox.plus == PlusAddressing::dash ? '-' : '+';
}

TokenKeys token_keys_from(const Keys& keys) {
    TokenKeys ring;
    for (const auto version : keys.versions()) {
        TokenKey key;
        std::copy_n(keys.token(version).data(), key.octets.size(), key.octets.begin());
        ring.push_back(key);
    }
    return ring;
}

}
