// SPDX-License-Identifier: MIT
// Which of the people who may be named a text names: by first name, last name or both, misspelt or without
// accents, and by number, ordinal or number word where the letter numbered them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workflow/model/answer.h"
#include "workflow/model/folded_text.h"
#include "workflow/reading/passage.h"
#include "workflow/reading/words.h"

namespace mentoring {

// Somebody named at a place of a passage.
struct Mention {
    enum class Kind {
        one,        // exactly one person is meant
        ambiguous,  // several bear the name
        unknown,    // "Dr. Smith", or a number that was not printed
    };
    Kind kind = Kind::one;
    PersonId person;
    bool numbered = false;
    std::size_t first = 0, last = 0;  // tokens
};

// The people of one question, their names made comparable.
class NamedPeople {
public:
    NamedPeople(const Question& question, const Fold& fold, const Vocabulary& words);

    // Whether the word is one of their names, as spelt or nearly.
    bool bears(std::string_view folded_word) const;
    // Every mention, in order of place. Numbers are read only where candidates are numbered.
    std::vector<Mention> mentions(const Passage& passage) const;
    std::size_t candidates() const { return candidates_; }
    PersonId candidate(std::size_t number) const { return people_[number - 1].id; }

private:
    struct Person {
        PersonId id;
        std::vector<std::string> names;  // folded, without titles
    };
    enum class Near { exactly, nearly };

    std::vector<std::size_t> bearing(std::string_view word, Near near) const;
    std::optional<Mention> name_at(const Passage& passage, std::size_t at) const;
    std::optional<Mention> named_at(const Passage& passage, std::size_t at) const;
    bool is_unknown_name(const Passage& passage, std::size_t at) const;
    bool is_surname_of_another(const Passage& passage, const Mention& mention) const;
    void take_surname(const Passage& passage, Mention& mention) const;
    bool is_form_of_given_name(const Passage& passage, std::size_t at, const Mention& mention) const;
    void numbers(const Passage& passage, std::vector<Mention>& mentions) const;

    std::vector<Person> people_;  // the candidates first
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;
    std::size_t candidates_ = 0;
};

}
