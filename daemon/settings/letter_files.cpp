// SPDX-License-Identifier: MIT
#include "daemon/settings/letter_files.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

#include "daemon/settings/letter_check.h"
#include "daemon/settings/letter_source.h"

namespace mentoring {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t letter_files_max = 1'000;

std::string shown(const fs::path& file, const fs::path& templates) {
    return (templates.filename() / file.lexically_relative(templates)).generic_string();
}

std::optional<std::string> content_of(const fs::path& file, const std::string& name, Faults& faults) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    if (error || size > letter_file_octets_max) {
        faults.push_back(
            {name, 0, error ? "cannot be read: " + error.message() : "is larger than 32 KB", ""});
        return std::nullopt;
    }
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream) {
        faults.push_back({name, 0, "cannot be read", ""});
        return std::nullopt;
    }
    return content.str();
}

std::vector<fs::path> markdown_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".md" && files.size() < letter_files_max)
            files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    return files;
}

class Loading {
public:
    Loading(const fs::path& templates, Faults& faults) : templates_(templates), faults_(faults) {}

    void take_parts(const fs::path& folder) {
        for (const auto& file : markdown_files(folder / "parts")) {
            const auto name = shown(file, templates_);
            const auto text = content_of(file, name, faults_);
            if (text) parts_[file.stem().string()] = *text;
        }
    }

    void check_parts() {
        for (const auto& [name, text] : parts_)
            check_letter_body(text, templates_.filename().string() + "/…/parts/" + name + ".md", 0, {},
                              faults_);
    }

    void take_answers(const fs::path& folder) {
        const auto file = folder / "answers.txt";
        if (!fs::exists(file)) return;
        const auto name = shown(file, templates_);
        const auto text = content_of(file, name, faults_);
        if (!text) return;
        for (auto& [intent, words] : answers_from(*text, name, faults_)) answers_[intent] = words;
    }

    void take_letters(const fs::path& folder, LetterSet& set) {
        for (const auto& file : markdown_files(folder)) {
            const auto shown_as = shown(file, templates_);
            const auto text = content_of(file, shown_as, faults_);
            const auto name = file.stem().string();
            if (text) set.letters[name] = letter_from(*text, name, shown_as, parts_, answers_, faults_);
        }
    }

    void take_layout(LetterSet& set) {
        const auto name = shown(templates_ / "layout.html", templates_);
        const auto text = content_of(templates_ / "layout.html", name, faults_);
        if (!text) return;
        set.layout = *text;
        if (text->find("{{{content}}}") == std::string::npos)
            faults_.push_back({name, 0, "has no {{{content}}} for the letter to stand in", ""});
        for (const auto* outside : {"://", "src=", "url(", "@import"})
            if (text->find(outside) != std::string::npos)
                faults_.push_back({name, 0, std::string("fetches from outside: ") + outside, ""});
    }

private:
    fs::path templates_;
    Faults& faults_;
    LetterParts parts_;
    Answers answers_;
};

}

LetterSet load_letters(const fs::path& templates, const std::string& program, Faults& faults) {
    LetterSet set;
    Loading loading(templates, faults);
    const std::vector<fs::path> folders = {templates / "common", templates / program};
    for (const auto& folder : folders) loading.take_parts(folder);
    for (const auto& folder : folders) loading.take_answers(folder);
    loading.check_parts();
    for (const auto& folder : folders) loading.take_letters(folder, set);
    loading.take_layout(set);
    if (set.letters.empty()) faults.push_back({templates.string(), 0, "no letters here", ""});
    return set;
}

}
