// SPDX-License-Identifier: MIT
#include "workflow/reading/addressed.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "workflow/reading/spelling.h"
#include "workflow/reading/tokens.h"

namespace mentoring {

namespace {

constexpr int misspelt_letters_max = 1;
constexpr std::size_t name_letters_min = 2;

bool is_name(const Vocabulary& vocabulary, const Token& token) {
    return token.kind == Token::Kind::word && token.letters == Token::Letters::capital &&
           token.text.size() >= name_letters_min && !vocabulary.answer.knows(token.text);
}

// The place of a name behind the greeting, or of one that a comma parts from what is said to her.
std::optional<std::size_t> name_at_the_head(const Vocabulary& vocabulary, const Passage& passage) {
    const auto& tokens = passage.tokens;
    std::size_t at = 0;
    while (at < tokens.size() && tokens[at].kind != Token::Kind::word) ++at;
    if (at >= tokens.size()) return std::nullopt;
    if (const auto greeting = passage.sign_at(Sense::greeting, at)) {
        const auto behind = greeting->last;
        const bool names = behind < tokens.size() && is_name(vocabulary, tokens[behind]);
        return names ? std::optional{behind} : std::nullopt;
    }
    const bool calls =
        is_name(vocabulary, tokens[at]) && at + 1 < tokens.size() && tokens[at + 1].text == ",";
    return calls ? std::optional{at} : std::nullopt;
}

bool bears(const std::string& name, std::string_view word, const Fold& fold) {
    const auto folded = fold(name);
    const auto names = tokens_of(folded);
    return std::any_of(names.begin(), names.end(), [&](const Token& token) {
        return spelling_distance(token.text, word, misspelt_letters_max) <= misspelt_letters_max;
    });
}

}

bool greets_somebody_else(const Vocabulary& vocabulary, const Fold& fold, const Question& question,
                          const Passage& passage) {
    if (question.addressees.empty()) return false;
    const auto at = name_at_the_head(vocabulary, passage);
    if (!at) return false;
    const auto word = passage.tokens[*at].text;
    const auto by_name = [&](const std::string& name) { return bears(name, word, fold); };
    const auto by_person = [&](const NamedPerson& person) { return by_name(person.name); };
    // "Tidewell, please." greets nobody: she may be chosen.
    return std::none_of(question.addressees.begin(), question.addressees.end(), by_name) &&
           std::none_of(question.candidates.begin(), question.candidates.end(), by_person) &&
           std::none_of(question.roster.begin(), question.roster.end(), by_person);
}

}
