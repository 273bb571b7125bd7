// SPDX-License-Identifier: MIT
#include "daemon/settings/letter_check.h"

#include <algorithm>
#include <vector>

#include "workflow/writing/field_names.h"
#include "workflow/writing/template_tags.h"

namespace mentoring {

namespace {

constexpr std::size_t subject_octets_max = 60;

using Kind = TemplateTag::Kind;

class BodyCheck {
public:
    BodyCheck(std::string file, int lines_before, const std::map<std::string, std::string>& parts,
              Faults& faults)
        : file_(std::move(file)), lines_before_(lines_before), parts_(parts), faults_(faults) {}

    void take(const TemplateTag& tag) {
        switch (tag.kind) {
            case Kind::section:
            case Kind::inverted:
                begin_section(tag);
                return;
            case Kind::end:
                end_section(tag);
                return;
            case Kind::field:
                check_field(tag);
                return;
            case Kind::part:
                check_part(tag);
                return;
            case Kind::note:
                return;
            case Kind::unknown:
                break;
        }
        fault(tag, "{{" + tag.name + "}} is no field; fields are written {{name}}", "");
    }

    void finish() {
        for (const auto& section : sections_)
            fault(section, "{{#" + section.name + "}} is never closed with {{/" + section.name + "}}", "");
    }

private:
    void fault(const TemplateTag& tag, std::string text, std::string hint) {
        faults_.push_back({file_, lines_before_ + tag.line, std::move(text), std::move(hint)});
    }

    const FieldName* known(const std::string& name) const {
        for (auto section = sections_.rbegin(); section != sections_.rend(); ++section)
            if (const auto* column = field_named(section->name, name)) return column;
        return field_named("", name);
    }

    std::vector<std::string> names_here() const {
        std::vector<std::string> names;
        for (const auto& field : field_names()) {
            const bool of_section =
                std::any_of(sections_.begin(), sections_.end(),
                            [&](const TemplateTag& each) { return each.name == field.rows; });
            if (field.rows.empty() || of_section) names.emplace_back(field.name);
        }
        return names;
    }

    void begin_section(const TemplateTag& tag) {
        if (!known(tag.name)) fault(tag, "no field " + tag.name, did_you_mean(tag.name, names_here()));
        sections_.push_back(tag);
    }

    void end_section(const TemplateTag& tag) {
        if (!sections_.empty() && sections_.back().name == tag.name) {
            sections_.pop_back();
            return;
        }
        const auto open = sections_.empty() ? "no section is open"
                                            : "{{#" + sections_.back().name + "}} is to be closed first";
        fault(tag, "{{/" + tag.name + "}}: " + open, "");
    }

    void check_field(const TemplateTag& tag) {
        const auto* field = known(tag.name);
        if (!field) return fault(tag, "no field " + tag.name, did_you_mean(tag.name, names_here()));
        const bool block = field->kind == FieldKind::words || field->kind == FieldKind::lines;
        if (block && !tag.alone) fault(tag, "{{" + tag.name + "}} stands alone on its line", "");
        if (field->kind == FieldKind::rows || field->kind == FieldKind::flag)
            fault(tag, tag.name + " is a section: {{#" + tag.name + "}} … {{/" + tag.name + "}}", "");
    }

    void check_part(const TemplateTag& tag) {
        if (!tag.alone) fault(tag, "{{> " + tag.name + "}} stands alone on its line", "");
        if (parts_.contains(tag.name)) return;
        std::vector<std::string> names;
        for (const auto& [name, text] : parts_) names.push_back(name);
        fault(tag, "no part " + tag.name, did_you_mean(tag.name, names));
    }

    std::string file_;
    int lines_before_;
    const std::map<std::string, std::string>& parts_;
    Faults& faults_;
    std::vector<TemplateTag> sections_;
};

bool private_use(std::string_view text) {
    return text.find("\xee\x80") != std::string_view::npos;
}

}

void check_subject(std::string_view subject, const std::string& file, Faults& faults) {
    if (subject.empty())
        faults.push_back({file, 1, "the letter has no Subject:", ""});
    else if (subject.find("{{") != std::string_view::npos)
        faults.push_back({file, 1, "a subject holds no field: it shows on lock screens", ""});
    else if (subject.size() > subject_octets_max)
        faults.push_back({file, 1, "a subject has at most 60 characters", ""});
}

void check_letter_body(std::string_view body, const std::string& file, int lines_before,
                       const std::map<std::string, std::string>& parts, Faults& faults) {
    if (body.find_first_not_of(" \n\r\t") == std::string_view::npos)
        faults.push_back({file, 0, "the letter says nothing", ""});
    if (private_use(body)) faults.push_back({file, 0, "the letter holds private-use characters", ""});
    BodyCheck check(file, lines_before, parts, faults);
    for (const auto& tag : template_tags(body)) check.take(tag);
    check.finish();
}

}
