// SPDX-License-Identifier: MIT
// A letter as text: subject, text/plain, and a simple text/html twin with the same words.
//
// The template is filled with placeholders and read as Markdown; what the fields hold is set in afterwards.
// So nothing a person wrote, her name included, can become markup, a link, a field or one of our answers:
// in HTML it is escaped, in text each line of her words stands behind "| ", and control characters and
// bidirectional overrides are gone. Each value is bounded by `value_octets_max` or `words_octets_max`.
//
// The answers offered become mailto links in HTML and, in text, one line each behind `answer_mark`. They come
// from the rows "choices" (intent, and where it is not the template's: answer, meaning, words to fill in),
// or, without these, from Letter::choices. The field "form" is made here: the lines of a form to be filled
// in, from the rows "rated", "missing" or "questions".
#pragma once

#include <cstddef>
#include <string>

#include "workflow/model/effect.h"
#include "workflow/writing/letter_template.h"

namespace mentoring {

constexpr std::size_t value_octets_max = 800;
constexpr std::size_t words_octets_max = 20'000;
constexpr std::size_t text_columns_max = 72;

// What the shell knows and the decision does not.
struct RenderContext {
    std::string subject_prefix;   // "Balance 2026-014-k7f3m2qa", see subject.h; may be empty
    std::string answer_address;   // where answers go: "manager+TOKEN@example.org"
    std::string answer_subject;   // subject of a prefilled answer, see subject.h
    std::string layout;           // LetterSet::layout
    std::string language = "en";  // of the page, BCP 47
};

struct RenderedLetter {
    std::string subject;  // UTF-8, one line
    std::string text;     // UTF-8, LF, lines of at most `text_columns_max` columns where words allow it
    std::string html;     // UTF-8, LF, a whole page
};

// Throws std::invalid_argument, naming letter and field, when a field that the template needs is missing or
// the template is none: a letter with a hole is never sent.
RenderedLetter render(const LetterTemplate& source, const Letter& letter, const RenderContext& context);

}
