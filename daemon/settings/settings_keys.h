// SPDX-License-Identifier: MIT
// Every key of mentord.toml, once: its name, kind, default, meaning and an example. The reader, the hints for
// unknown keys, config/mentord.toml and the manual page all walk over this table.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

enum class SettingKind {
    text,       // one line, without controls; may be empty
    path,       // relative to the folder of the settings file
    number,     // from `least` to `most`
    yes,        // true or false
    span,       // "10 minutes"; from `least` to `most` seconds
    size,       // "25 MB"; from `least` to `most` octets
    choice,     // one of `words`
    choices,    // a list of `words`
    address,    // name@example.org
    addresses,  // a list of them
    command,    // a list: an absolute path and arguments, no shell
    name,       // letters, digits, "-", "_", "."
    date,       // 2026-11-22
    time        // "20:00"
};

// required: wherever its section stands. sample: may be missing, but stands in config/mentord.toml
// uncommented.
enum class SettingNeed { optional, sample, required };

struct SettingKey {
    std::string_view name;  // "mailbox.*.imap.host"; "*" is a name of the operator's choice
    SettingKind kind = SettingKind::text;
    SettingNeed need = SettingNeed::optional;
    std::string_view otherwise;  // the default, as TOML; empty: none
    std::string_view help;       // one or two sentences
    std::string_view example;    // as TOML; stands in config/mentord.toml
    std::string_view words;      // of a choice, separated by blanks
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

struct SettingSection {
    std::string_view name;    // "mailbox.*.imap"
    std::string_view sample;  // "mailbox.office.imap", as in config/mentord.toml
    std::string_view help;
};

std::span<const SettingKey> setting_keys();
std::span<const SettingSection> setting_sections();

// The key whose name fits the path "mailbox.office.imap.host"; nothing where none does.
const SettingKey* setting_key(std::string_view path);
// Whether keys stand below that path: "mailbox", "mailbox.office", "mailbox.office.imap".
bool is_setting_section(std::string_view path);
// What may stand directly below it, keys and sections: what an unknown one was probably meant to be.
std::vector<std::string> setting_names_below(std::string_view path);
// "mailbox.*.imap" of "mailbox.*.imap.host"; empty for a key at the top.
std::string_view section_of(std::string_view name);
std::string_view last_part(std::string_view name);

}
