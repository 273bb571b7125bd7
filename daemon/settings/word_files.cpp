// SPDX-License-Identifier: MIT
#include "daemon/settings/word_files.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include "daemon/settings/danger_weights_file.h"
#include "daemon/settings/phrase_forms.h"
#include "daemon/settings/toml_document.h"

namespace mentoring {

namespace {

std::vector<std::string> listed(const auto& names) {
    return {names.begin(), names.end()};
}

std::vector<std::string> intent_list() {
    auto intents = listed(intent_names);
    intents.insert(intents.end(), wish_names.begin(), wish_names.end());
    return intents;
}

std::optional<int> number_from(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

class LanguageFile {
public:
    LanguageFile(Vocabulary& vocabulary, std::uint8_t language, const std::string& file, const Fold& fold,
                 Faults& faults)
        : vocabulary_(vocabulary), language_(language), file_(file), fold_(fold), faults_(faults) {}

    void respell(const toml::table& top) {
        const auto* node = top.get("respelt");
        const auto* section = node ? table(*node, "respelt") : nullptr;
        if (!section) return;
        for (const auto& [key, meant] : *section) {
            const auto words = meant.value<std::string>();
            if (!words || !vocabulary_.respelling.add(fold_(key.str()).folded, fold_(*words)))
                fault(meant.source().begin.line, "\"" + std::string(key.str()) + "\": no word is meant");
        }
    }

    void read(const toml::table& top) {
        for (const auto& [key, node] : top) {
            const auto name = std::string(key.str());
            if (name == "respelt") continue;  // read before
            if (name == "answer")
                senses(vocabulary_.answer, name, node);
            else if (name == "danger")
                senses(vocabulary_.danger, name, node);
            else if (name == "request")
                senses(vocabulary_.request, name, node);
            else if (name == "intent")
                intents(node);
            else
                fault(key.source().begin.line, "\"" + name + "\": no such table",
                      did_you_mean(name, {"respelt", "answer", "danger", "request", "intent"}));
        }
    }

private:
    using Line = toml::source_index;

    void fault(Line line, std::string text, std::string hint = {}) {
        faults_.push_back({file_, static_cast<int>(line), std::move(text), std::move(hint), Severity::fault});
    }

    const toml::table* table(const toml::node& node, const std::string& name) {
        if (!node.is_table()) fault(node.source().begin.line, "\"" + name + "\" must be a table");
        return node.as_table();
    }

    void senses(Lexicon& lexicon, const std::string& name, const toml::node& node) {
        const auto* section = table(node, name);
        if (!section) return;
        for (const auto& [key, phrases] : *section) {
            const auto sense = sense_of(key);
            if (!sense) continue;
            if (const auto* by_value = phrases.as_table())
                valued(lexicon, *sense, *by_value);
            else
                list(lexicon, {*sense, 0, language_}, phrases);
        }
    }

    std::optional<Sense> sense_of(const toml::key& key) {
        const auto found = std::find(sense_keys.begin(), sense_keys.end(), key.str());
        if (found != sense_keys.end()) return static_cast<Sense>(found - sense_keys.begin());
        fault(key.source().begin.line, "\"" + std::string(key.str()) + "\": no such sense",
              did_you_mean(key.str(), listed(sense_keys)));
        return std::nullopt;
    }

    void valued(Lexicon& lexicon, Sense sense, const toml::table& section) {
        for (const auto& [key, phrases] : section) {
            if (const auto value = number_from(key.str()))
                list(lexicon, {sense, *value, language_}, phrases);
            else
                fault(key.source().begin.line, "\"" + std::string(key.str()) + "\" must be a number");
        }
    }

    void intents(const toml::node& node) {
        const auto* section = table(node, "intent");
        if (!section) return;
        for (const auto& [key, ways] : *section) {
            const auto found = std::find(vocabulary_.intents.begin(), vocabulary_.intents.end(), key.str());
            if (found == vocabulary_.intents.end())
                fault(key.source().begin.line, "\"" + std::string(key.str()) + "\": no such answer",
                      did_you_mean(key.str(), vocabulary_.intents));
            else if (const auto* table_of_ways = table(ways, std::string(key.str())))
                intent(static_cast<int>(found - vocabulary_.intents.begin()), *table_of_ways);
        }
    }

    void intent(int place, const toml::table& ways) {
        for (const auto& [key, phrases] : ways) {
            const auto sense = sense_of(key);
            if (!sense) continue;
            const bool speaks = *sense == Sense::command || *sense == Sense::says || *sense == Sense::hints ||
                                *sense == Sense::reason;
            if (speaks)
                list(vocabulary_.answer, {*sense, place, language_}, phrases);
            else
                fault(key.source().begin.line, "\"" + std::string(key.str()) + "\" says no answer",
                      "command, says, hints or reason");
        }
    }

    void list(Lexicon& lexicon, const Meaning& meaning, const toml::node& phrases) {
        const auto* array = phrases.as_array();
        if (!array) return fault(phrases.source().begin.line, "must be a list of phrases");
        for (const auto& element : *array) {
            const auto line = element.source().begin.line;
            const auto phrase = element.value<std::string>();
            if (!phrase) {
                fault(line, "a phrase must be a text");
                continue;
            }
            add(lexicon, meaning, *phrase, line);
        }
    }

    void add(Lexicon& lexicon, const Meaning& meaning, const std::string& phrase, Line line) {
        const auto parts = parts_of(phrase, forms_of_part_max);
        if (parts.empty())
            return fault(line, "\"" + phrase + "\": empty, brackets that do not match, or too many forms");
        std::vector<Alternatives> folded;
        for (const auto& forms : parts) {
            auto& alternatives = folded.emplace_back();
            for (const auto& form : forms) alternatives.push_back(fold_(form));
        }
        if (!lexicon.add(folded, meaning))
            fault(line, "\"" + phrase + "\": can be empty, is too long, or has a gap at its end");
    }

    Vocabulary& vocabulary_;
    std::uint8_t language_;
    std::string file_;
    const Fold& fold_;
    Faults& faults_;
};

struct ParsedFile {
    std::string language, name;
    toml::table top;
};

std::optional<ParsedFile> parsed(std::string_view language, std::string_view text, const std::string& file,
                                 Faults& faults) {
    auto top = toml_document(text, file, faults);
    if (!top) return std::nullopt;
    return ParsedFile{std::string(language), file, std::move(*top)};
}

// Spellings of all languages first: phrases of all of them are taken as they are read.
void add_files(Vocabulary& vocabulary, const std::vector<ParsedFile>& files, const Fold& fold,
               Faults& faults) {
    if (vocabulary.intents.empty()) vocabulary.intents = intent_list();
    std::vector<LanguageFile> languages;
    for (const auto& file : files) {
        const auto place = static_cast<std::uint8_t>(vocabulary.languages.size());
        vocabulary.languages.push_back(file.language);
        languages.emplace_back(vocabulary, place, file.name, fold, faults).respell(file.top);
    }
    for (auto* lexicon : {&vocabulary.answer, &vocabulary.danger, &vocabulary.request})
        lexicon->respell_by(vocabulary.respelling);
    for (std::size_t i = 0; i < files.size(); ++i) languages[i].read(files[i].top);
}

}

void add_words(Vocabulary& vocabulary, std::string_view language, std::string_view text,
               const std::string& file, const Fold& fold, Faults& faults) {
    std::vector<ParsedFile> files;
    if (auto one = parsed(language, text, file, faults)) files.push_back(std::move(*one));
    add_files(vocabulary, files, fold, faults);
}

Vocabulary load_words(const std::filesystem::path& folder, const Fold& fold, Faults& faults) {
    std::vector<std::filesystem::path> paths;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".toml") paths.push_back(entry->path());
    std::sort(paths.begin(), paths.end());
    if (paths.empty())
        faults.push_back(
            {folder.string(), 0, "no word files", "one file a language: en.toml", Severity::fault});
    if (paths.size() > word_files_max) paths.resize(word_files_max);
    std::vector<ParsedFile> files;
    for (const auto& path : paths) {
        std::ifstream stream(path, std::ios::binary);
        std::ostringstream text;
        text << stream.rdbuf();
        const auto name = path.filename().string();
        if (!stream)
            faults.push_back({name, 0, "cannot be read", {}, Severity::fault});
        else if (auto file = parsed(path.stem().string(), text.str(), name, faults))
            files.push_back(std::move(*file));
    }
    Vocabulary vocabulary;
    add_files(vocabulary, files, fold, faults);
    if (!paths.empty()) vocabulary.danger_weights = load_danger_weights(folder / danger_weights_name, faults);
    return vocabulary;
}

}
