// SPDX-License-Identifier: MIT
// One letter's source: a line "Subject: …", a blank line, Markdown with mustache fields. Loaded and checked
// by daemon/settings/letter_files, rendered by daemon/letters/render.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace mentoring {

// How one answer is offered: what is typed, and what it means.
struct AnswerWords {
    std::string label;    // "ACCEPT"
    std::string meaning;  // "yes, gladly"; may be empty
};

struct LetterTemplate {
    std::string name;     // "review-request"
    std::string file;     // "templates/common/review-request.md", for faults
    std::string subject;  // "a request for you to review": no field, no name, no topic
    std::string body;     // partials ({{> footer}}) already set in
    // By intent: those of templates/common/answers.txt, over them its own lines; `own_answers` are the
    // latter, in order.
    std::map<std::string, AnswerWords> answers;
    std::vector<std::string> own_answers;
    // "Offer: good, met": only these of the answers that may be given are offered, in this order. Empty: all.
    std::vector<std::string> offers;
};

// The letters of one programme: its own folder laid over the common one, by name.
struct LetterSet {
    std::map<std::string, LetterTemplate> letters;
    std::string layout;  // templates/layout.html
};

}
