// SPDX-License-Identifier: MIT
#include "daemon/settings/settings_reference.h"

#include <algorithm>
#include <sstream>
#include <string_view>

#include "daemon/settings/settings_keys.h"

namespace mentoring {

namespace {

constexpr std::size_t width = 80;

constexpr std::string_view preface =
    "# SPDX-License-Identifier: MIT\n"
    "# The settings of mentord, every key explained. Lines that begin with \"#key = \" show the default, or "
    "an\n"
    "# example where there is none; remove the \"#\" to change it. `mentord check` names every fault at "
    "once.\n"
    "# Passwords never stand here: say where they come from. Relative paths begin at this file's folder.\n";

// Columns, not octets: continuation octets of UTF-8 take none.
std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string wrapped(std::string_view text, const std::string& prefix) {
    std::istringstream words{std::string(text)};
    std::string out, line = prefix, word;
    bool first = true;
    while (words >> word) {
        if (!first && columns(line) + 1 + columns(word) > width) {
            out += line + "\n";
            line = prefix;
            first = true;
        }
        line += (first ? "" : " ") + word;
        first = false;
    }
    return out + line + "\n";
}

std::string_view kind_text(const SettingKey& key) {
    switch (key.kind) {
        case SettingKind::text:
            return "text";
        case SettingKind::path:
            return "path";
        case SettingKind::number:
            return "number";
        case SettingKind::yes:
            return "true or false";
        case SettingKind::span:
            return "span of time";
        case SettingKind::size:
            return "size";
        case SettingKind::choice:
            return "one word";
        case SettingKind::choices:
            return "list of words";
        case SettingKind::address:
            return "mail address";
        case SettingKind::addresses:
            return "list of mail addresses";
        case SettingKind::command:
            return "command and its arguments";
        case SettingKind::name:
            return "name";
        case SettingKind::date:
            return "date";
        case SettingKind::time:
            return "time of day";
    }
    return "";
}

// "program.*.file" in the section "program.balance" of the sample.
std::string sample_key(const SettingKey& key, const SettingSection& section) {
    const auto last = last_part(key.name);
    if (last != "*") return std::string(last);
    return section.name == "helplines" ? "other" : "chair";
}

std::string sample_line(const SettingKey& key, const SettingSection& section) {
    const bool live = key.need != SettingNeed::optional;
    const auto value = live || key.otherwise.empty() ? key.example : key.otherwise;
    return (live ? "" : "#") + sample_key(key, section) + " = " + std::string(value) + "\n";
}

// "mailbox.*.imap.host" → "[mailbox.NAME.imap] host".
std::string shown_name(const SettingKey& key) {
    std::string name;
    for (const char c : std::string(section_of(key.name)))
        name += c == '*' ? std::string("NAME") : std::string(1, c);
    const auto last = last_part(key.name) == "*" ? std::string_view("NAME") : last_part(key.name);
    return (name.empty() ? "" : "[" + name + "] ") + std::string(last);
}

std::string facts(const SettingKey& key) {
    std::string text(kind_text(key));
    if (key.need == SettingNeed::required) return text + "; required";
    return key.otherwise.empty() ? text : text + "; default " + std::string(key.otherwise);
}

std::string escaped_mdoc(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '"')
            out += "\\(dq";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
    }
    return out;
}

template <class Visit>
void for_each_key(Visit visit) {
    for (const SettingSection& section : setting_sections())
        for (const SettingKey& key : setting_keys())
            if (section_of(key.name) == section.name) visit(section, key);
}

}

std::string annotated_settings() {
    std::string out(preface);
    for (const SettingSection& section : setting_sections()) {
        out += "\n" + wrapped(section.help, "# ---- ");
        if (!section.name.empty()) out += "[" + std::string(section.sample) + "]\n";
        for (const SettingKey& key : setting_keys())
            if (section_of(key.name) == section.name)
                out += "\n" + wrapped(key.help, "# ") + sample_line(key, section);
    }
    return out;
}

std::string settings_reference() {
    std::string out;
    for_each_key([&](const SettingSection&, const SettingKey& key) {
        out += shown_name(key) + "\n" + wrapped(facts(key), "    ") + wrapped(key.help, "    ") + "\n";
    });
    return out;
}

std::string settings_reference_mdoc() {
    std::string out = ".Bl -tag -width indent\n";
    for_each_key([&](const SettingSection&, const SettingKey& key) {
        out += ".It " + escaped_mdoc(shown_name(key)) + "\n" + escaped_mdoc(facts(key)) + ".\n" +
               escaped_mdoc(key.help) + "\n";
    });
    return out + ".El\n";
}

}
