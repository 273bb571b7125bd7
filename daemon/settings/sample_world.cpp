// SPDX-License-Identifier: MIT
#include "daemon/settings/sample_world.h"

#include <algorithm>

#include "daemon/settings/situations.h"
#include "daemon/settings/toml_reading.h"

namespace mentoring {

namespace {

class Reader {
public:
    SampleWorld world(TomlSection top) {
        world_.mailbox = address(top, "mailbox");
        world_.trust.authserv_id = top.text("authserv_id");
        world_.trust.methods = {TrustMethod::dmarc, TrustMethod::dkim, TrustMethod::auth};
        for (auto& section : top.sections("person")) person(section);
        for (auto& section : top.sections("case")) one_case(section);
        top.finish();
        return std::move(world_);
    }

private:
    Address address(TomlSection& section, std::string_view key) {
        const auto text = section.text(key);
        const auto read = address_from(text);
        if (!read) section.fault(section.line_of(key), "\"" + std::string(key) + "\" must be an address");
        return read.value_or(Address{});
    }

    void person(TomlSection& section) {
        const PersonId id{static_cast<std::int64_t>(world_.people.size() + 1)};
        SamplePerson person{{id, section.text("name")}, address(section, "address")};
        if (person.named.name.empty()) section.fault(section.line(), "a person must have a name");
        section.finish();
        if (world_.people.size() < sample_people_max) world_.people.push_back(std::move(person));
    }

    void one_case(TomlSection& section) {
        SampleCase one;
        one.id = CaseId{static_cast<std::int64_t>(world_.cases.size() + 1)};
        one.code = section.text("code");
        one.situation = section.text("situation");
        const auto names = situation_names();
        if (std::find(names.begin(), names.end(), one.situation) == names.end())
            section.fault(section.line_of("situation"), "\"" + one.situation + "\": no such situation");
        if (one.code.empty()) section.fault(section.line(), "a case must have a code");
        one.asked = named(section, "asked", section.text("asked")).id;
        for (const auto& name : section.texts("parties"))
            one.parties.push_back(named(section, "parties", name).id);
        for (const auto& name : section.texts("candidates"))
            one.candidates.push_back(named(section, "candidates", name));
        section.finish();
        if (world_.cases.size() < sample_cases_max) world_.cases.push_back(std::move(one));
    }

    NamedPerson named(const TomlSection& section, std::string_view key, const std::string& name) const {
        const auto person = std::find_if(world_.people.begin(), world_.people.end(),
                                         [&](const SamplePerson& each) { return each.named.name == name; });
        if (person != world_.people.end()) return person->named;
        section.fault(section.line_of(key), "\"" + name + "\": nobody of that name",
                      "[[person]] stands above");
        return {};
    }

    SampleWorld world_;
};

}

std::optional<SampleWorld> sample_world_from(const std::filesystem::path& file, Faults& faults) {
    const auto before = faults.size();
    const auto text = settings_text(file, faults);
    const auto name = file.string();
    const auto tree = text ? toml_from(*text, name, faults) : std::nullopt;
    if (!tree) return std::nullopt;
    auto world = Reader().world(TomlSection(*tree, {name, {}, &faults}));
    if (faults.size() > before) return std::nullopt;
    return world;
}

std::optional<Question> question_of(const SampleWorld& world, const SampleCase& of, Date today) {
    auto question = sample_question(of.situation, today);
    if (!question) return question;
    question->candidates = of.candidates;
    question->roster.clear();
    question->addressees.clear();
    for (const auto& person : world.people) {
        question->roster.push_back(person.named);
        question->addressees.push_back(person.named.name);
    }
    return question;
}

}
