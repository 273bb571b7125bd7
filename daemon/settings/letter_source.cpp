// SPDX-License-Identifier: MIT
#include "daemon/settings/letter_source.h"

#include <algorithm>
#include <vector>

#include "daemon/settings/letter_check.h"
#include "workflow/writing/template_tags.h"

namespace mentoring {

namespace {

constexpr std::string_view dash = " \u2013 ";
constexpr std::string_view answer_key = "Answer ";

struct Line {
    int number = 1;
    std::string_view text;
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    int number = 1;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back({number, text.substr(begin, end - begin)});
        begin = end + 1;
    }
    return lines;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

AnswerWords words_from(std::string_view text) {
    const auto at = text.find(dash);
    if (at == std::string_view::npos) return {std::string(trimmed(text)), ""};
    return {std::string(trimmed(text.substr(0, at))), std::string(trimmed(text.substr(at + dash.size())))};
}

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(',', begin), text.size());
        names.emplace_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return names;
}

void take_answer(const std::string& intent, std::string_view value, LetterTemplate& letter) {
    letter.answers[intent] = words_from(value);
    letter.own_answers.push_back(intent);
}

void take_front_line(const Line& line, LetterTemplate& letter, Faults& faults) {
    const auto colon = line.text.find(':');
    const auto key = trimmed(line.text.substr(0, colon));
    const auto value =
        colon == std::string_view::npos ? std::string_view{} : trimmed(line.text.substr(colon + 1));
    if (key == "Subject")
        letter.subject = value;
    else if (key == "Offer")
        letter.offers = listed(value);
    else if (key.starts_with(answer_key) && !value.empty())
        take_answer(std::string(trimmed(key.substr(answer_key.size()))), value, letter);
    else
        faults.push_back({letter.file, line.number,
                          "a letter begins with lines Subject:, Offer: and Answer NAME:",
                          did_you_mean(key, {"Subject", "Offer", "Answer"})});
}

// A part stands alone on its line.
std::string with_parts(std::string_view body, const LetterParts& parts) {
    std::string result;
    for (const auto& line : lines_of(body)) {
        const auto tags = template_tags(line.text);
        const bool part = tags.size() == 1 && tags[0].kind == TemplateTag::Kind::part && tags[0].alone;
        const auto found = part ? parts.find(tags[0].name) : parts.end();
        result += found == parts.end() ? std::string(line.text) + "\n" : found->second;
    }
    return result;
}

}

LetterTemplate letter_from(std::string_view text, const std::string& name, const std::string& file,
                           const LetterParts& parts, const Answers& answers, Faults& faults) {
    LetterTemplate letter;
    letter.name = name;
    letter.file = file;
    letter.answers = answers;
    std::size_t front_octets = 0;
    int front_lines = 0;
    for (const auto& line : lines_of(text)) {
        front_octets += line.text.size() + 1;
        ++front_lines;
        if (trimmed(line.text).empty()) break;
        take_front_line(line, letter, faults);
    }
    const auto body = text.substr(std::min(front_octets, text.size()));
    check_subject(letter.subject, file, faults);
    check_letter_body(body, file, front_lines, parts, faults);
    letter.body = with_parts(body, parts);
    return letter;
}

Answers answers_from(std::string_view text, const std::string& file, Faults& faults) {
    Answers answers;
    for (const auto& line : lines_of(text)) {
        const auto content = trimmed(line.text);
        if (content.empty() || content.front() == '#') continue;
        const auto colon = content.find(':');
        if (colon == std::string_view::npos || trimmed(content.substr(colon + 1)).empty())
            faults.push_back(
                {file, line.number, "an answer is written as \"accept: ACCEPT \u2013 yes, gladly\"", ""});
        else
            answers[std::string(trimmed(content.substr(0, colon)))] =
                words_from(trimmed(content.substr(colon + 1)));
    }
    return answers;
}

}
