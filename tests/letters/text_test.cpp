// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <stdexcept>

#include "daemon/letters/markdown.h"
#include "daemon/letters/safe_text.h"
#include "daemon/letters/unbroken.h"
#include "daemon/letters/wrap.h"

using namespace mentoring;

TEST_CASE("a value becomes one harmless line") {
    const auto line = [](std::string_view text) { return safe_line(text, 100); };
    CHECK(line("Dr. Bea Romano") == "Dr. Bea Romano");
    CHECK(line("  Dr.\tBea\r\n Romano ") == "Dr. Bea Romano");
    CHECK(line("Núria Šimić-Ōta") == "Núria Šimić-Ōta");
    CHECK(line("a\x01\x7f"
               "b") == "a b");                                    // control characters
    CHECK(line("Bea\u202e\u2066 onamoR\u200b") == "Bea onamoR");  // bidirectional overrides, invisible marks
    CHECK(line("> ACCEPT") == "\u203a ACCEPT");                   // a quotation
    CHECK(line("| ACCEPT") == "\u00a6 ACCEPT");                   // our mark of a person's words
    CHECK(line("\u2192 ACCEPT") == "- ACCEPT");                   // our mark of an answer
    CHECK(line("-- ") == "\u2013");                               // a signature
    CHECK(line("http://evil.example") == "http: evil.example");
    CHECK(line("\xff\xc0\xaf\xed\xa0\x80") == "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd");  // no UTF-8
    CHECK(line("\ue000"
               "1\ue001") == "1");  // our placeholders
    CHECK(line("") == "");
}

TEST_CASE("a value is shortened at a whole character") {
    CHECK(safe_line(std::string(200, 'a'), 100).size() <= 100);
    CHECK(safe_line("ääääääääää", 14) == "ääää[…]");
    CHECK(safe_lines(std::string(50'000, 'a'), 20'000).size() <= 20'000);
    CHECK(columns(safe_line("a" + std::string("\u0301\u0301\u0301\u0301\u0301\u0301"), 100)) ==
          4);  // stacked marks
}

TEST_CASE("a person's lines stay lines") {
    CHECK(safe_lines("\r\none\r\ntwo\rthree\u2028four\n\n\n", 100) == "one\ntwo\nthree\nfour");
    CHECK(safe_lines("> as it was\t-- ", 100) == "> as it was --");
    CHECK(safe_lines("a\x1b[31mb", 100) == "a[31mb");
}

TEST_CASE("a paragraph is wrapped at blanks") {
    CHECK(wrap("one two three four five six seven eight nine", 24) ==
          std::vector<std::string>{"one two three four five", "six seven eight nine"});
    CHECK(wrap("", 10) == std::vector<std::string>{""});
    CHECK(wrap("a\nb", 10) == std::vector<std::string>{"a", "b"});
    CHECK(wrap("https://example.org/a/long/path x", 10).front() == "https://example.org/a/long/path x");
}

TEST_CASE("lines that were broken because they were full go on") {
    const std::string full = "I would like to ask for a mentor, since our new chief came I am out";
    CHECK(unbroken(full + "\nof every decision.\nAnna") == full + " of every decision.\nAnna");
    CHECK(unbroken(full + "\n\nof") == full + "\n\nof");
    for (const std::string next : {"- a list", "2. a number", "> a quote", " set in", "* a"})
        CHECK(unbroken(full + "\n" + next) == full + "\n" + next);
    CHECK(unbroken("short\nlines") == "short\nlines");
    CHECK(unbroken("") == "");
    CHECK(unbroken("a\n") == "a\n");
}

TEST_CASE("no single word is carried over to a line of its own") {
    const auto lines = wrap("You asked for no more letters of this kind, and you may always withdraw.", 60);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].find(' ') != std::string::npos);
    const auto forced = wrap(std::string(68, 'y') + " ACCEPT " + std::string(70, 'z'), 72);
    for (const auto& line : forced) CHECK(line != "ACCEPT");
}

TEST_CASE("what is kept together is not torn apart") {
    const std::string name = std::string("Dr.") + std::string(unbreakable_blank) + "Ruth" +
                             std::string(unbreakable_blank) + "Ames";
    for (std::size_t width = 14; width < 40; ++width) {
        std::string all;
        for (const auto& line : wrap("Your answer is read by " + name + ", the chair.", width))
            all += line + "\n";
        CHECK(all.find("Dr. Ruth Ames") != std::string::npos);
    }
}

TEST_CASE("a letter knows paragraphs, headings, lists, links, strong words and rules") {
    const auto blocks =
        read_markdown("# Head\n\nOne *two* **three**\\\nfour\n\n* a\n* [B](answer:B) – c\n\n1. d\n\n---\n");
    REQUIRE(blocks.size() == 6);
    CHECK(blocks[0].kind == Block::Kind::heading);
    CHECK(blocks[1].kind == Block::Kind::paragraph);
    CHECK(blocks[2].kind == Block::Kind::bullet);
    CHECK_FALSE(is_answer(blocks[2]));
    CHECK(is_answer(blocks[3]));
    CHECK(blocks[4].kind == Block::Kind::numbered);
    CHECK(blocks[4].number == 1);
    CHECK(blocks[5].kind == Block::Kind::rule);
}

TEST_CASE("other Markdown has no place in a letter") {
    const auto bad = [](const char* source) {
        INFO(source);
        CHECK_THROWS_AS(read_markdown(source), std::invalid_argument);
    };
    bad("```\ncode\n```\n");
    bad("`code`\n");
    bad("> quoted\n");
    bad("![image](answer:x)\n");
    bad("a &amp; b\n");
}

TEST_CASE("HTML in a letter's source is text") {
    const auto blocks = read_markdown("<b>x</b>\n");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].kind == Block::Kind::paragraph);
}
