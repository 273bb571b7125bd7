// SPDX-License-Identifier: MIT
#include "workflow/reading/form.h"

#include <algorithm>
#include <optional>

#include "workflow/reading/tokens.h"

namespace mentoring {

namespace {

constexpr std::size_t form_octets_max = 32 * 1024;
constexpr std::size_t letters_of_the_alphabet = 26;

struct Label {
    std::size_t field = 0;
    std::size_t begin = 0, end = 0;  // in the folded text: the label, and where its answer begins
};

std::string without_blanks(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n>");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::vector<std::string> word_list(std::string_view text, const Fold& fold) {
    const auto folded = fold(text);
    std::vector<std::string> words;
    for (const auto& token : tokens_of(folded))
        if (token.kind == Token::Kind::word || token.kind == Token::Kind::number)
            words.emplace_back(token.text);
    return words;
}

// Finds where fields are labelled in a text.
class Labels {
public:
    Labels(const std::vector<FormField>& form, const Fold& fold, const FoldedText& text)
        : form_(form), text_(text), tokens_(tokens_of(text)) {
        for (const auto& field : form) {
            labels_.push_back(word_list(field.label, fold));
            questions_.push_back(word_list(field.question, fold));
        }
    }

    std::vector<Label> all() const {
        std::vector<Label> found;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const bool begins = begins_line(at);
            auto label = begins ? at_line(at) : next_number(at, found);
            if (!label) continue;
            found.push_back(*label);
            while (at + 1 < tokens_.size() && tokens_[at + 1].begin < label->end) ++at;
        }
        return found;
    }

    // The field a quoted question asks for.
    std::optional<std::size_t> asked() const {
        for (std::size_t at = 0; at < tokens_.size(); ++at)
            if (begins_line(at))
                if (const auto label = at_line(at)) return label->field;
        for (std::size_t field = 0; field < form_.size(); ++field)
            if (occurs(labels_[field]) || occurs(questions_[field])) return field;
        return std::nullopt;
    }

private:
    using Kind = Token::Kind;

    bool is(std::size_t at, std::string_view text) const {
        return at < tokens_.size() && tokens_[at].text == text;
    }
    bool is_joint(std::size_t at) const {
        return is(at, ":") || is(at, ")") || is(at, ".") || is(at, "-") || is(at, "=");
    }

    bool begins_line(std::size_t at) const {
        while (at > 0 && tokens_[at - 1].kind == Kind::mark &&
               (is(at - 1, "*") || is(at - 1, "-") || is(at - 1, "(") || is(at - 1, "#")))
            --at;
        return at == 0 || is_line_end(tokens_[at - 1]);
    }

    Label label(std::size_t field, std::size_t first, std::size_t last) const {
        return {field, tokens_[first].begin,
                last < tokens_.size() ? tokens_[last].begin : text_.folded.size()};
    }

    std::optional<Label> at_line(std::size_t at) const {
        if (auto numbered = number_at(at)) return numbered;
        for (std::size_t field = 0; field < form_.size(); ++field)
            for (const auto* words : {&questions_[field], &labels_[field]})
                if (const auto last = after(*words, at)) return label(field, at, *last);
        return std::nullopt;
    }

    // "2." "2)" "2:" "b)" – and the label printed behind it.
    std::optional<Label> number_at(std::size_t at) const {
        const auto& token = tokens_[at];
        std::size_t number = 0;
        if (token.kind == Kind::number && token.text.size() <= 2)
            number = static_cast<std::size_t>(std::stoi(std::string(token.text)));
        if (token.kind == Kind::word && token.text.size() == 1)
            number = static_cast<std::size_t>(token.text[0] - 'a') + 1;
        if (number < 1 || number > form_.size() || number > letters_of_the_alphabet || !is_joint(at + 1))
            return std::nullopt;
        if (at + 2 < tokens_.size() && !tokens_[at + 2].spaced && is(at + 1, ".") &&
            tokens_[at + 2].kind == Kind::number)
            return std::nullopt;
        auto last = at + 2;
        for (const auto* words : {&questions_[number - 1], &labels_[number - 1]})
            if (const auto behind = after(*words, last)) last = *behind;
        return label(number - 1, at, last);
    }

    // "1. by phone 2. monthly": numbers in order, within a line.
    std::optional<Label> next_number(std::size_t at, const std::vector<Label>& found) const {
        if (found.empty() || tokens_[at].kind != Kind::number || !tokens_[at].spaced) return std::nullopt;
        const auto numbered = number_at(at);
        if (!numbered || numbered->field != found.back().field + 1 || is(at + 1, "-")) return std::nullopt;
        return numbered;
    }

    // Behind the words where they stand at `at`, and behind the colon, dash or question mark that ends them.
    std::optional<std::size_t> after(const std::vector<std::string>& words, std::size_t at) const {
        if (words.empty()) return std::nullopt;
        for (const auto& word : words) {
            while (at < tokens_.size() && tokens_[at].kind == Kind::mark && !is_joint(at)) ++at;
            if (!is(at, word)) return std::nullopt;
            ++at;
        }
        if (!is_joint(at) && !is(at, "?") && at < tokens_.size() && tokens_[at].kind != Kind::line &&
            tokens_[at].kind != Kind::paragraph)
            return std::nullopt;
        while (is_joint(at) || is(at, "?")) ++at;
        return at;
    }

    bool occurs(const std::vector<std::string>& words) const {
        if (words.empty()) return false;
        std::vector<std::string_view> written;
        for (const auto& token : tokens_)
            if (token.kind == Kind::word || token.kind == Kind::number) written.push_back(token.text);
        return std::search(written.begin(), written.end(), words.begin(), words.end()) != written.end();
    }

    const std::vector<FormField>& form_;
    const FoldedText& text_;
    std::vector<Token> tokens_;
    std::vector<std::vector<std::string>> labels_, questions_;
};

class Reader {
public:
    Reader(const std::vector<FormField>& form, const std::map<std::string, std::string>& known)
        : form_(form) {
        reading_.answers = known;
    }

    void put(std::size_t field, std::string words) {
        if (words.empty()) return;
        const auto& name = form_[field].name;
        const auto given = given_.find(name);
        if (given != given_.end() && given->second != words) {
            if (std::find(reading_.twice.begin(), reading_.twice.end(), name) == reading_.twice.end())
                reading_.twice.push_back(name);
            return;
        }
        given_[name] = std::move(words);
    }

    void labelled(const FoldedText& text, const std::vector<Label>& labels) {
        reading_.unplaced = without_blanks(original_between(text, 0, labels.front().begin));
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const auto end = i + 1 < labels.size() ? labels[i + 1].begin : text.folded.size();
            put(labels[i].field,
                without_blanks(original_between(text, labels[i].end, std::max(labels[i].end, end))));
        }
    }

    // Words without a label answer the only field there is, or that is still missing.
    void unlabelled(std::string_view words) {
        std::vector<std::size_t> open;
        for (std::size_t field = 0; field < form_.size(); ++field)
            if (!reading_.answers.contains(form_[field].name)) open.push_back(field);
        const auto text = without_blanks(words);
        if (open.size() == 1)
            put(open.front(), text);
        else
            reading_.unplaced = text;
    }

    FormReading done() {
        for (auto& [name, words] : given_)
            if (std::find(reading_.twice.begin(), reading_.twice.end(), name) == reading_.twice.end())
                reading_.answers[name] = std::move(words);
        for (const auto& field : form_)
            if (!reading_.answers.contains(field.name)) reading_.missing.push_back(field.name);
        return std::move(reading_);
    }

private:
    const std::vector<FormField>& form_;
    std::map<std::string, std::string> given_;
    FormReading reading_;
};

}

FormReading read_form(const std::vector<FormField>& form, const Fold& fold, std::string_view new_words,
                      const std::vector<QuotedAnswer>& inline_answers,
                      const std::map<std::string, std::string>& known) {
    Reader reader(form, known);
    bool below = false;
    for (const auto& pair : inline_answers) {
        const auto asked = fold(pair.question);
        if (const auto field = Labels(form, fold, asked).asked()) {
            reader.put(*field, without_blanks(pair.answer));
            below = true;
        }
    }
    if (below) return reader.done();
    const auto text = fold(new_words.substr(0, form_octets_max));
    const auto labels = Labels(form, fold, text).all();
    if (labels.empty())
        reader.unlabelled(text.original);
    else
        reader.labelled(text, labels);
    return reader.done();
}

}
