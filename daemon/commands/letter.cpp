// SPDX-License-Identifier: MIT
#include "daemon/commands/letter.h"

#include <ostream>
#include <vector>

#include "daemon/letters/sample.h"
#include "daemon/settings/letter_files.h"
#include "workflow/model/fault.h"

namespace mentoring {

namespace {

constexpr int fine = 0;
constexpr int wrong = 1;

void list_letters(const LetterSet& set, std::ostream& out) {
    std::size_t width = 0;
    for (const auto& [name, letter] : set.letters) width = std::max(width, name.size());
    for (const auto& [name, letter] : set.letters)
        out << name << std::string(width - name.size() + 2, ' ') << letter.subject << '\n';
}

int no_such_letter(const LetterSet& set, const std::string& name, std::ostream& errors) {
    std::vector<std::string> names;
    for (const auto& [known, letter] : set.letters) names.push_back(known);
    const auto hint = did_you_mean(name, names);
    errors << "no letter " << name << (hint.empty() ? "" : "; " + hint) << '\n';
    return wrong;
}

}

std::optional<RenderedLetter> preview(const LetterSet& set, const std::string& name) {
    const auto found = set.letters.find(name);
    if (found == set.letters.end()) return std::nullopt;
    return render(found->second, sample_letter(found->second, SampleFields::all), sample_context(set.layout));
}

int letter_command(const LetterRequest& request, std::ostream& out, std::ostream& errors) {
    Faults faults;
    const auto set = load_letters(request.templates, request.program, faults);
    for (const auto& fault : faults) errors << to_string(fault) << '\n';
    if (any_fault(faults)) return wrong;
    if (request.name.empty()) {
        list_letters(set, out);
        return fine;
    }
    const auto letter = preview(set, request.name);
    if (!letter) return no_such_letter(set, request.name, errors);
    if (request.face == LetterFace::html)
        out << letter->html;
    else
        out << "Subject: " << letter->subject << "\n\n" << letter->text;
    return fine;
}

}
