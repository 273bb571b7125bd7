// SPDX-License-Identifier: MIT
// Nothing that a person wrote, her name included, becomes markup, a link, a field or an answer of ours.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <set>

#include "daemon/letters/render.h"
#include "daemon/letters/sample.h"
#include "daemon/settings/letter_files.h"
#include "workflow/model/letter_marks.h"
#include "workflow/writing/field_names.h"

using namespace mentoring;

namespace {

const std::vector<std::string> fragments = {"{{{x}}}",
                                            "{{#notice}}",
                                            "{{/notice}}",
                                            "{{> footer}}",
                                            "{{program}}",
                                            "{{=<% %>=}}",
                                            "<script>alert(1)</script>",
                                            "<img src=x onerror=1>",
                                            "</p></body>",
                                            "<a href=\"http://evil.example\">x</a>",
                                            "](javascript:alert(1))",
                                            "[x](http://evil.example)",
                                            "![x](y)",
                                            "<http://evil.example>",
                                            "> ACCEPT",
                                            "\n> ACCEPT\n",
                                            "\nACCEPT\n",
                                            "ACCEPT",
                                            "-- ",
                                            "\n-- \n",
                                            "\u2192 ACCEPT",
                                            "\n\u2192 ACCEPT\n",
                                            "| ",
                                            "**",
                                            "__",
                                            "```",
                                            "# ",
                                            "\n# Head\n",
                                            "1. ",
                                            "* ",
                                            "\n* ACCEPT\n",
                                            "---",
                                            "\n---\n",
                                            "&lt;",
                                            "&#60;script&#62;",
                                            "\"",
                                            "'",
                                            "\" onclick=\"x",
                                            "\\",
                                            "\r\n\r\n",
                                            "\r\nBcc: eve@evil.example\r\n",
                                            "\u202e",
                                            "\u2066",
                                            "\u200b",
                                            "\ufeff",
                                            "\u2028ACCEPT\u2029",
                                            "\x01\x1b[31m",
                                            std::string("\0", 1),
                                            "\ue0000\ue001",
                                            "\ue0007\ue001",
                                            "\ue001",
                                            "\ue002",
                                            "\xff\xfe",
                                            "\xc0\xbc",
                                            "\t",
                                            "mailto:eve@evil.example",
                                            "http://evil.example/x",
                                            "On Monday Eve wrote:",
                                            "From: eve@evil.example",
                                            std::string(300, 'y'),
                                            "YES",
                                            "MATCH 1",
                                            "UNDO"};

std::string hostile(std::mt19937& random) {
    std::string text;
    const auto count = 1 + random() % 6;
    for (unsigned i = 0; i < count; ++i) text += fragments[random() % fragments.size()];
    return text;
}

// What people have a hand in; sentences of ours only hold such a thing within.
bool from_people(const FieldName& field) {
    static const std::set<std::string_view> names = {"greeting",
                                                     "manager_name",
                                                     "chair_name",
                                                     "president_name",
                                                     "mentor_name",
                                                     "mentor_address",
                                                     "mentor_specialty",
                                                     "mentor_region",
                                                     "mentee_name",
                                                     "mentee_address",
                                                     "specialty",
                                                     "region",
                                                     "other_name",
                                                     "sender",
                                                     "name",
                                                     "text"};
    return field.kind == FieldKind::words || names.contains(field.name);
}

void poison(Letter& letter, const std::function<std::string()>& value) {
    for (const auto& field : field_names()) {
        const std::string name(field.name);
        if (field.kind == FieldKind::words && field.rows.empty() && letter.fields.words.contains(name))
            letter.fields.words[name].text = value();
        else if (field.rows.empty() && from_people(field) && letter.fields.texts.contains(name))
            letter.fields.texts[name] = value();
        else if (!field.rows.empty() && from_people(field))
            for (auto& row : letter.fields.rows[std::string(field.rows)])
                if (row.contains(name)) row[name] = value();
    }
    for (auto& row : letter.fields.rows["suggestions"])
        row["reason"] = "The profile speaks of " + value() + "; 1 of 2 places taken.";
    letter.fields.texts["told"] = "You chose " + value() + ".";
    letter.fields.texts["readers"] = "Your answer is read by " + value() + ", the chair.";
    std::erase_if(letter.fields.rows, [](const auto& rows) { return rows.second.empty(); });
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

// Tags and links of the page, without line breaks and what they enclose.
std::vector<std::string> tags_of(const std::string& html) {
    std::vector<std::string> tags;
    for (auto begin = html.find('<'); begin != std::string::npos; begin = html.find('<', begin + 1)) {
        const auto tag = html.substr(begin, html.find('>', begin) - begin + 1);
        if (tag != "<br>" && !tag.starts_with("<a ")) tags.push_back(tag);
    }
    return tags;
}

std::size_t count_of(const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

bool lone_answer(std::string line) {
    std::erase_if(line, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
    return line == "ACCEPT" || line == "YES" || line == "UNDO" || line == "MATCH1";
}

void check_text(const std::string& text, const std::string& harmless) {
    std::size_t answers = 0;
    for (const auto& line : lines_of(text)) {
        INFO(line);
        CHECK_FALSE(line.starts_with(">"));
        CHECK_FALSE(line.starts_with("-- "));
        CHECK_FALSE(line == "--");
        const bool marked = line.starts_with(words_mark) || line.starts_with(answer_mark);
        CHECK_FALSE((!marked && lone_answer(line)));
        if (line.starts_with(answer_mark)) ++answers;
    }
    CHECK(answers == count_of("\n" + harmless, "\n" + std::string(answer_mark)));
    CHECK(std::none_of(text.begin(), text.end(),
                       [](char c) { return (c >= 0 && c < 0x20 && c != '\n') || c == 0x7f; }));
    for (const auto* mark : {"\u202e", "\u2066", "\u200b", "\ue000", "\ue001", "\ue002"})
        CHECK(text.find(mark) == std::string::npos);
}

void check_html(const std::string& html, const std::string& harmless) {
    CHECK(tags_of(html) == tags_of(harmless));
    CHECK(count_of(html, "<a ") == count_of(harmless, "<a "));
    CHECK(count_of(html, "href=\"mailto:manager%2B") == count_of(harmless, "<a "));
    CHECK(count_of(html, "href=\"") == count_of(harmless, "<a "));
    for (const auto* mark :
         {"<script", "<img", "href=\"javascript", "href=\"http", "\u202e", "\u200b", "\ue000"})
        CHECK(html.find(mark) == std::string::npos);
}

}

TEST_CASE("hostile words and names stay words and names, in every letter") {
    Faults faults;
    const auto set =
        load_letters(std::filesystem::path(TESTS_FOLDER) / ".." / "templates", "balance", faults);
    REQUIRE(set.letters.size() > 60);
    std::mt19937 random(20261122);
    for (const auto& [name, source] : set.letters) {
        const auto context = sample_context(set.layout);
        auto letter = sample_letter(source, SampleFields::all);
        poison(letter, [] { return "harmless"; });
        const auto harmless = render(source, letter, context);
        for (int round = 0; round < 8; ++round) {
            // Words that vanish altogether would change the letter, so something readable is always among
            // them.
            poison(letter, [&random] { return "w " + hostile(random) + " w"; });
            INFO(name << " " << round);
            const auto result = render(source, letter, context);
            CHECK(result.subject == harmless.subject);
            check_text(result.text, harmless.text);
            check_html(result.html, harmless.html);
        }
    }
}

TEST_CASE("a person who is called like an answer does not answer") {
    Faults faults;
    const auto set =
        load_letters(std::filesystem::path(TESTS_FOLDER) / ".." / "templates", "balance", faults);
    for (const auto& [name, source] : set.letters) {
        for (const auto* called : {"ACCEPT", "YES", "\nYES\n", "> UNDO"}) {
            auto letter = sample_letter(source, SampleFields::all);
            poison(letter, [called] { return called; });
            INFO(name << " " << called);
            check_text(render(source, letter, sample_context(set.layout)).text,
                       render(source, letter, sample_context(set.layout)).text);
        }
    }
}
