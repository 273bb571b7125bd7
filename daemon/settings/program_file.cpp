// SPDX-License-Identifier: MIT
#include "daemon/settings/program_file.h"

#include "daemon/settings/program_shapes.h"
#include "daemon/settings/toml_reading.h"
#include "workflow/writing/program_words.h"

namespace mentoring {

namespace {

constexpr int suggestions_most = 20;
constexpr int version_most = 1'000'000;

std::map<std::string, std::string> text_map(TomlSection& top, std::string_view key) {
    std::map<std::string, std::string> result;
    if (auto section = top.section(key))
        for (auto& [name, text] : section->free_texts()) result[name] = text;
    return result;
}

template <class Read>
void each_named(TomlSection& top, std::string_view key, Read read) {
    auto group = top.section(key);
    if (!group) return;
    for (auto& [name, section] : group->named_sections()) {
        read(name, section);
        section.finish();
    }
}

OfficeRule office_from(const std::string& name, TomlSection& section) {
    OfficeRule office;
    office.name = name;
    office.title = section.text("title", name);
    office.deputy = section.text("deputy");
    office.mentors = section.yes("mentors", true);
    office.line = section.line();
    return office;
}

Opening opening_from(const std::string& name, TomlSection& section) {
    Opening opening;
    opening.name = name;
    opening.by = section.text("by");
    opening.target = section.text("goto");
    opening.letters = letters_from(section, "mentee");
    opening.readers = audience_from(section);
    opening.line = section.line();
    return opening;
}

Occasion occasion_from(const std::string& name, TomlSection& section) {
    Occasion occasion;
    occasion.name = name;
    occasion.when = section.text("when");
    occasion.letters = letters_from(section);
    occasion.line = section.line();
    return occasion;
}

GoneRule gone_from(TomlSection& gone, std::string_view who) {
    GoneRule rule;
    auto section = gone.section(who);
    if (!section) return rule;
    rule.target = section->text("goto");
    rule.letters = letters_from(*section);
    rule.line = section->line();
    section->finish();
    return rule;
}

ConcernRule concern_from(TomlSection& section) {
    ConcernRule rule;
    if (const auto wait = span_at(section, "wait")) rule.wait = *wait;
    rule.letters = letters_from(section);
    rule.line = section.line();
    section.finish();
    return rule;
}

void read_facts(TomlSection& top, Program& program) {
    program.name = top.text("name");
    program.title = top.text("title", program.name);
    program.code = top.text("code", program.title);
    program.zone = top.text("zone");
    program.language = top.text("language", program.language);
    program.version = top.number("version", 1, version_most).value_or(program.version);
    program.holidays = top.texts("holidays");
    if (const auto rest = span_at(top, "rest")) program.rest = *rest;
    program.suggestions_max =
        top.number("suggestions", 1, suggestions_most).value_or(program.suggestions_max);
    program.rated = top.texts("rated");
    program.alarm = top.texts("alarm");
    for (const std::string_view key : {"name", "zone"})
        if (!top.has(key)) top.fault(0, std::string(key) + " is missing");
}

void read_states(TomlSection& top, Program& program) {
    const auto add = [&](Scope scope) {
        return [&program, scope](const std::string& name, TomlSection& section) {
            program.states.push_back(state_from(name, scope, section));
        };
    };
    each_named(top, "state", add(Scope::of_case));
    each_named(top, "pairing", add(Scope::of_pairing));
    if (auto any = top.section("any")) {
        program.anywhere = transitions_from(*any);
        any->finish();
    }
}

void read_rules(TomlSection& top, Program& program) {
    each_named(top, "office", [&](const std::string& name, TomlSection& section) {
        program.offices.push_back(office_from(name, section));
    });
    each_named(top, "opening", [&](const std::string& name, TomlSection& section) {
        program.openings.push_back(opening_from(name, section));
    });
    each_named(top, "every", [&](const std::string& name, TomlSection& section) {
        program.occasions.push_back(occasion_from(name, section));
    });
    if (auto concern = top.section("concern")) program.concern = concern_from(*concern);
    if (auto gone = top.section("gone")) {
        program.mentee_gone = gone_from(*gone, "mentee");
        program.mentor_gone = gone_from(*gone, "mentor");
        gone->finish();
    }
}

}

Program program_from(std::string_view text, const std::string& file, Faults& faults) {
    Program program;
    const auto tree = toml_from(text, file, faults);
    if (!tree) return program;
    TomlSection top(*tree, {file, "", &faults});
    read_facts(top, program);
    read_rules(top, program);
    read_states(top, program);
    program.told = text_map(top, "told");
    program.texts = text_map(top, "texts");
    program.moved = text_map(top, "moved");
    top.finish();
    return program;
}

Program load_program(const std::filesystem::path& file, Faults& faults) {
    const auto text = settings_text(file, faults);
    return text ? program_from(*text, file.filename().string(), faults) : Program();
}

}
