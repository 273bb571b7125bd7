// SPDX-License-Identifier: MIT
// Everything that is read once at start and at each reload: settings, programmes with their letters and
// calendars, vocabulary, token keys. The stations look things up here; nothing in it changes while they work.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/letters/token.h"
#include "daemon/settings/settings.h"
#include "daemon/store/store.h"
#include "workflow/model/case.h"
#include "workflow/model/program.h"
#include "workflow/model/surroundings.h"
#include "workflow/reading/words.h"
#include "workflow/writing/letter_template.h"

namespace mentoring {

struct LoadedProgram {
    ProgramSettings settings;
    Program program;                  // as the file says now
    std::string source;               // the file's text: what a version keeps
    std::map<int, Program> versions;  // structures that old cases run on, with the present texts and waits
    LetterSet letters;
    Calendar calendar;
    std::map<std::string, ZoneRules> zones;  // of people who live in another zone, by IANA name
};

struct House {
    Settings settings;
    std::vector<LoadedProgram> programs;
    Vocabulary vocabulary;
    TokenKeys token_keys;
};

// Reads all files that the settings name. Every fault of every file at once; with faults the house is not to
// be used.
House load_house(const std::filesystem::path& settings_file, Instant now, Faults& faults);
// Gives each programme its version number in the store and loads the structures that open cases still run on.
void settle_versions(House& house, Store& store, Instant now);
// One fault a programme that the settings name no more while cases of it are open: they would wait in
// silence.
void refuse_orphans(const House& house, Store& store, Faults& faults);

const LoadedProgram* program_named(const House& house, std::string_view name);
// The programme as this case runs on it.
const Program& program_of(const LoadedProgram& loaded, const Case& of);
const MailboxSettings& mailbox_of(const House& house, const LoadedProgram& loaded);
// Programmes that take requests through this mailbox.
std::vector<const LoadedProgram*> programs_of(const House& house, std::string_view mailbox);

SubAddressing sub_addressing(const MailboxSettings& mailbox);
char detail_separator(const MailboxSettings& mailbox);
// Each key of the store's ring derives one for tokens.
TokenKeys token_keys_from(const Keys& keys);

}
