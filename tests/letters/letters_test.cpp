// SPDX-License-Identifier: MIT
// Every letter of the house, read as its recipients would.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "daemon/letters/render.h"
#include "daemon/letters/safe_text.h"
#include "daemon/letters/sample.h"
#include "daemon/settings/letter_files.h"
#include "workflow/model/letter_marks.h"
#include "workflow/writing/field_names.h"
#include "workflow/writing/template_tags.h"

using namespace mentoring;

namespace {

namespace fs = std::filesystem;

const fs::path templates = fs::path(TESTS_FOLDER) / ".." / "templates";

const LetterSet& letters() {
    static const LetterSet set = [] {
        Faults faults;
        auto loaded = load_letters(templates, "balance", faults);
        for (const auto& fault : faults) FAIL_CHECK(to_string(fault));
        return loaded;
    }();
    return set;
}

template <class Check>
void each_letter(Check check) {
    REQUIRE(letters().letters.size() > 80);
    for (const auto& [name, source] : letters().letters) {
        for (const auto fields : {SampleFields::all, SampleFields::needed}) {
            INFO(name << (fields == SampleFields::all ? "" : ", only what it needs"));
            check(source, render(source, sample_letter(source, fields), sample_context(letters().layout)));
        }
    }
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// Words between what is no letter.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : lowered(text)) {
        if (std::isalpha(static_cast<unsigned char>(c)))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

bool has_word(const std::string& text, const std::set<std::string>& forbidden) {
    const auto words = words_of(text);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& each) { return forbidden.contains(each); });
}

std::string content_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

}

TEST_CASE("the letters of Balance are without fault") {
    letters();
}

TEST_CASE("every letter renders, with all it may hold and with only what it needs") {
    each_letter([](const LetterTemplate&, const RenderedLetter& letter) {
        CHECK(letter.text.find("{{") == std::string::npos);
        CHECK(letter.html.find("{{") == std::string::npos);
        CHECK(letter.text.find("  \n") == std::string::npos);
        CHECK(letter.text.find("\n\n\n") == std::string::npos);
        CHECK(letter.text.find(" .") == std::string::npos);
        CHECK(letter.text.find(" ,") == std::string::npos);
        CHECK(letter.text.find("..") == std::string::npos);
        CHECK(letter.text.find("()") == std::string::npos);
        CHECK(letter.text.size() < 4'000);
        CHECK(letter.html.size() < 20'000);
    });
}

TEST_CASE("no line of a letter is wider than 72 columns") {
    each_letter([](const LetterTemplate&, const RenderedLetter& letter) {
        for (const auto& line : lines_of(letter.text)) {
            INFO(line);
            CHECK(columns(line) <= text_columns_max);
        }
    });
}

TEST_CASE("an offered answer fits one line") {
    each_letter([](const LetterTemplate&, const RenderedLetter& letter) {
        const auto lines = lines_of(letter.text);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const bool carried_over = lines[i].starts_with(answer_mark) && lines[i + 1].starts_with("  ");
            INFO(lines[i]);
            CHECK((!carried_over || lines[i + 1].starts_with("  \u00b7 ")));
        }
    });
}

TEST_CASE("a subject tells no topic, no feeling, no name") {
    const std::set<std::string> telling = {
        "mentor", "mentee",   "mentors",   "request", "concern",  "evaluation", "evaluate",
        "rating", "danger",   "help",      "crisis",  "therapy",  "decline",    "declined",
        "accept", "accepted", "match",     "matched", "rejected", "worry",      "sad",
        "sorry",  "trouble",  "withdrawn", "died",    "illness",  "patient"};
    each_letter([&](const LetterTemplate& source, const RenderedLetter& letter) {
        CHECK(letter.subject == "Balance 2026-014-k7f3m2qa: " + source.subject);
        CHECK(source.subject.size() <= 45);
        CHECK_FALSE(has_word(source.subject, telling));
        CHECK(source.subject.find("Dr.") == std::string::npos);
    });
}

TEST_CASE("what a lock screen shows of a letter names nobody else") {
    constexpr std::size_t shown_octets = 60;
    each_letter([](const LetterTemplate&, const RenderedLetter& letter) {
        const auto begin = letter.text.find("\n\n") + 2;
        const auto shown = letter.text.substr(begin, shown_octets);
        INFO(shown);
        for (const auto* name : {"Romano", "Nora", "Lindqvist", "Ames", "Ortiz", "Nguyen", "@"})
            CHECK(shown.find(name) == std::string::npos);
        CHECK(letter.html.find("This letter is for you alone.") < letter.html.find("Dear"));
    });
}

TEST_CASE("no letter takes a gender for granted") {
    const std::set<std::string> gendered = {
        "she",     "her",    "hers",   "herself",    "he",       "him",  "his",
        "himself", "woman",  "women",  "man",        "men",      "lady", "ladies",
        "sister",  "mother", "father", "chairwoman", "chairman", "sir",  "madam"};
    each_letter([&](const LetterTemplate& source, const RenderedLetter&) {
        std::string body;
        for (const auto& line : lines_of(source.body + source.subject))
            if (line.find("SHE IS") == std::string::npos) body += line + "\n";
        CHECK_FALSE(has_word(body, gendered));
        for (const auto& [intent, words] : source.answers) CHECK_FALSE(has_word(words.meaning, gendered));
    });
}

TEST_CASE("no letter speaks the language of machines") {
    const std::set<std::string> protocol = {"smtp",     "imap",   "header",   "token",     "message-id",
                                            "mime",     "bounce", "daemon",   "database",  "server",
                                            "parse",    "inbox",  "state",    "workflow",  "login",
                                            "password", "click",  "username", "automated", "noreply"};
    each_letter([&](const LetterTemplate& source, const RenderedLetter& letter) {
        auto text = letter.text;
        if (source.name == "held") text.clear();  // the manager's: may name the mail server's verdict
        auto words = words_of(text);
        std::erase(words, "state");  // "the state of things"
        for (const auto& word : words) {
            INFO(word);
            CHECK((word == "state" || !protocol.contains(word)));
        }
    });
}

TEST_CASE("no letter is quoted back as an answer") {
    each_letter([](const LetterTemplate& source, const RenderedLetter& letter) {
        std::set<std::string> labels;
        for (const auto& [intent, words] : source.answers) labels.insert(lowered(words.label));
        for (auto line : lines_of(letter.text)) {
            if (line.starts_with(words_mark) || line.starts_with(answer_mark)) continue;
            while (!line.empty() && !std::isalnum(static_cast<unsigned char>(line.back()))) line.pop_back();
            while (!line.empty() && !std::isalnum(static_cast<unsigned char>(line.front()))) line.erase(0, 1);
            INFO(line);
            CHECK_FALSE(labels.contains(lowered(line)));
            CHECK_FALSE(labels.contains(lowered(line) + ":"));
        }
    });
}

TEST_CASE("each letter names a human and greets its reader") {
    each_letter([](const LetterTemplate& source, const RenderedLetter& letter) {
        CHECK(letter.text.find("Iris Cole") != std::string::npos);
        if (source.name != "unknown-address") CHECK(letter.text.starts_with("Dear Dr. Marsh,\n\n"));
    });
}

TEST_CASE("a letter to somebody unknown confirms nothing") {
    const auto& source = letters().letters.at("unknown-address");
    const auto letter =
        render(source, sample_letter(source, SampleFields::all), sample_context(letters().layout));
    CHECK(letter.text.find("Marsh") == std::string::npos);
    CHECK_FALSE(has_word(letter.text, {"member", "members", "request", "case"}));
}

TEST_CASE("letters to a member carry none of what may not reach a member") {
    for (const auto* name : {"acknowledgement", "question", "waiting", "declined", "introduction",
                             "another-mentor", "withdrawn", "status", "help", "check-in", "evaluation"}) {
        INFO(name);
        for (const auto& tag : template_tags(letters().letters.at(name).body))
            for (const auto* secret :
                 {"request", "reason", "concern", "comment", "suggestions", "answer_to_mentor"})
                CHECK(tag.name != secret);
    }
}

TEST_CASE("an invitation carries the one line and nothing else of the member's") {
    for (const auto* name : {"invitation", "invitation-reminder", "question-answer"}) {
        INFO(name);
        for (const auto& tag : template_tags(letters().letters.at(name).body))
            for (const auto* secret : {"request", "wishes", "mentee_name", "mentee_address"})
                CHECK(tag.name != secret);
    }
}

TEST_CASE("the first letters say what the program is not, what to leave out, and what is kept") {
    const auto text_of = [](const char* name) {
        const auto& source = letters().letters.at(name);
        auto text =
            render(source, sample_letter(source, SampleFields::all), sample_context(letters().layout)).text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    };
    const auto first = text_of("acknowledgement");
    for (const auto* said :
         {"neither crisis help nor therapy", "identify a patient", "private", "danger to somebody",
          "privileged", "not watched at night", "988", "erased", "NOT A REQUEST", "by Thursday"})
        CHECK(first.find(said) != std::string::npos);
    const auto invitation = text_of("invitation");
    for (const auto* said : {"neither therapy nor treatment", "identify a", "no needs no reason",
                             "a question is", "pause", "about an hour a month"})
        CHECK(invitation.find(said) != std::string::npos);
}

TEST_CASE("no page fetches anything or follows its reader") {
    each_letter([](const LetterTemplate&, const RenderedLetter& letter) {
        for (const auto* outside :
             {"http:", "https:", "src=", "url(", "<img", "<link", "<script", "<form", "@import"})
            CHECK(letter.html.find(outside) == std::string::npos);
    });
}

TEST_CASE("the README of the letters lists every letter and every field") {
    std::ostringstream readme;
    readme
        << "# The letters\n\n"
           "One Markdown file a letter: a line `Subject: …`, where it says an answer in its own way lines\n"
           "`Answer accept: ACCEPT – yes, gladly`, where it offers less than may be said a line `Offer: "
           "good, met`, a\n"
           "blank line, the text. A folder per program lies over `common`; `parts` hold what several letters "
           "share,\n"
           "`common/answers.txt` how each answer is offered. `mentord letter NAME` shows a letter with "
           "samples,\n"
           "`mentord check` finds faults.\n\n"
           "`{{field}}` sets a field in, `{{#field}} … {{/field}}` shows what stands between only where the "
           "field is\n"
           "there, and repeats it for rows; `{{^field}} … {{/field}}` only where it is not. A link leads to\n"
           "`answer:WORDS` and opens a mail with these words filled in. A subject holds no field: it shows "
           "on lock\n"
           "screens. What people wrote stands in a paragraph of its own.\n\n"
           "The two tables below are checked by a test (`MENTORD_REWRITE=1` writes them anew).\n\n"
           "## Letters of Balance\n\n| letter | subject | file |\n|---|---|---|\n";
    for (const auto& [name, source] : letters().letters)
        readme << "| " << name << " | " << source.subject << " | `" << source.file << "` |\n";
    readme << "\n## Fields\n\n| field | what it is | what it holds |\n|---|---|---|\n";
    for (const auto& field : field_names()) {
        const auto* kind = field.kind == FieldKind::words   ? "a person's words"
                           : field.kind == FieldKind::lines ? "lines"
                           : field.kind == FieldKind::flag  ? "section"
                           : field.kind == FieldKind::rows  ? "rows"
                           : field.kind == FieldKind::made  ? "made by us"
                                                            : "text";
        readme << "| " << (field.rows.empty() ? "" : std::string(field.rows) + ": ") << field.name << " | "
               << kind
               << (field.presence == FieldPresence::every && field.rows.empty() ? ", always there" : "")
               << (field.presence == FieldPresence::case_letters ? ", in letters of a case" : "") << " | "
               << field.meaning << " |\n";
    }
    const auto file = templates / "README.md";
    if (std::getenv("MENTORD_REWRITE")) std::ofstream(file, std::ios::binary) << readme.str();
    CHECK(content_of(file) == readme.str());
}
