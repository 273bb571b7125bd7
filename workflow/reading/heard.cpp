// SPDX-License-Identifier: MIT
#include "workflow/reading/heard.h"

#include <algorithm>

#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

bool has_taking(const Question& question, Takes takes) {
    return std::any_of(question.choices.begin(), question.choices.end(),
                       [&](const Choice& choice) { return choice.takes == takes; });
}

bool speaks_for_one(const Question& question, std::string_view intent) {
    return choice_named(question, intent) || choice_named(question, stands_for(intent));
}

// Words of answers that are not offered, of ratings that were not asked, hide nothing.
bool is_wanted(const Vocabulary& vocabulary, const Question& question, const Meaning& meaning) {
    switch (meaning.sense) {
        case Sense::mode:
            return has_taking(question, Takes::meeting) || has_taking(question, Takes::rhythm);
        // Looked for where they matter, also within other phrases.
        case Sense::known:
        case Sense::goes_on:
        case Sense::possessive:
        case Sense::wish:
        case Sense::points_back:
            return false;
        case Sense::topical:
            return meaning.value >= 0;
        case Sense::alternative:
            return meaning.value == 0 || has_taking(question, Takes::mentors);
        case Sense::unfit:
        case Sense::choice_noun:
        case Sense::all_of:
            return has_taking(question, Takes::mentors);
        case Sense::evaluative:
        case Sense::star:
        case Sense::all_ratings:
        case Sense::rating_plural:
        case Sense::no_rating:
        case Sense::out_of:
        case Sense::question_label:
        case Sense::comment_label:
            return has_taking(question, Takes::ratings);
        case Sense::command:
        case Sense::says:
        case Sense::hints:
        case Sense::reason:
            return speaks_for_one(question, vocabulary.intents[static_cast<std::size_t>(meaning.value)]);
        default:
            return true;
    }
}

}

const Choice* Heard::offered(std::string_view intent) const {
    return choice_named(question, intent);
}

const Choice* Heard::taking(Takes takes) const {
    for (const auto& choice : question.choices)
        if (choice.takes == takes) return &choice;
    return nullptr;
}

const std::string& Heard::intent_of(const Sign& sign) const {
    return vocabulary.intents[static_cast<std::size_t>(sign.value)];
}

Heard heard(const Vocabulary& vocabulary, const Question& question, const NamedPeople& people,
            const FoldedText& text) {
    Heard result{vocabulary, question, {}, {}, {}, {}};
    result.passage = passage_of(
        vocabulary.answer, text,
        [&](const Meaning& meaning) { return is_wanted(vocabulary, question, meaning); },
        [&](std::string_view word) { return people.bears(word); });
    result.facts = facts_of(result.passage, vocabulary.answer);
    result.findings = findings_of(result.passage, result.facts, question, people);
    result.sentences = votes_of(vocabulary, question, result.passage, result.findings.covered);
    return result;
}

Answer unclear(std::string_view doubt, std::string_view intent, Arguments arguments) {
    return {Clarity::unclear, std::string(intent), std::move(arguments), std::string(doubt)};
}

Answer clear(const Choice& choice, Arguments arguments) {
    return {Clarity::clear, choice.intent, std::move(arguments), {}};
}

}
