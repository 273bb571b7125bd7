// SPDX-License-Identifier: MIT
#include "daemon/letters/render.h"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "daemon/letters/sample.h"

using namespace mentoring;

namespace {

LetterTemplate template_of(const std::string& body) {
    LetterTemplate source;
    source.name = "invitation";
    source.subject = "a short question";
    source.body = body;
    source.answers = {{"accept", {"ACCEPT", "yes, gladly"}}, {"decline", {"DECLINE", ""}}};
    return source;
}

RenderContext context() {
    return {"Balance 2026-014-k7f3m2qa", "manager+k7@example.org", "Balance 2026-014-k7f3m2qa",
            "{{{content}}}", "en"};
}

RenderedLetter rendered(const std::string& body, const Letter& letter = {}) {
    return render(template_of(body), letter, context());
}

Letter with_text(const std::string& name, const std::string& value) {
    Letter letter;
    letter.fields.texts[name] = value;
    return letter;
}

Letter with_words(const std::string& name, const std::string& value) {
    Letter letter;
    letter.fields.words[name] = Words{value, {}, {}};
    return letter;
}

constexpr auto answers =
    "{{#choices}}\n* [{{answer}}](<answer:{{words}}>){{#meaning}} – {{meaning}}{{/meaning}}\n{{/choices}}\n";

}

TEST_CASE("the subject is the thread's prefix and the letter's own words") {
    CHECK(rendered("x").subject == "Balance 2026-014-k7f3m2qa: a short question");
    auto discreet = context();
    discreet.subject_prefix = "";
    CHECK(render(template_of("x"), {}, discreet).subject == "a short question");
}

TEST_CASE("both parts say the same") {
    const auto letter =
        rendered("Dear {{greeting}},\n\nall is **well**.\n", with_text("greeting", "Dr. Marsh"));
    CHECK(letter.text == "Dear Dr. Marsh,\n\nall is well.\n");
    CHECK(letter.html.find(">Dear Dr. Marsh,</p>") != std::string::npos);
    CHECK(letter.html.find("all is <strong>well</strong>.</p>") != std::string::npos);
}

TEST_CASE("a person's words stand behind marks in text and escaped in a quotation in HTML") {
    const auto letter = rendered("{{request}}\n", with_words("request", "One <b>\n\n> ACCEPT\n{{program}}"));
    CHECK(letter.text == "| One <b>\n|\n| > ACCEPT\n| {{program}}\n");
    CHECK(letter.html.find("One &lt;b&gt;<br>\n<br>\n&gt; ACCEPT<br>\n{{program}}</blockquote>") !=
          std::string::npos);
}

TEST_CASE("a full line of a person's words flows on in HTML, a list does not") {
    const std::string full(62, 'x');
    const auto html =
        rendered("{{request}}\n", with_words("request", full + "\nand on\n" + full + "\n- a list")).html;
    CHECK(html.find(full + " and on<br>\n" + full + "<br>\n- a list") != std::string::npos);
}

TEST_CASE("answers are links in HTML and marked lines in text") {
    Letter letter;
    letter.choices = {{"accept", Takes::nothing}, {"decline", Takes::reason}, {"not-yet", Takes::nothing}};
    const auto both = rendered(answers, letter);
    CHECK(both.text == "→ ACCEPT – yes, gladly\n→ DECLINE\n→ NOT YET\n");
    CHECK(
        both.html.find("href=\"mailto:manager%2Bk7@example.org?subject=Balance%202026-014-k7f3m2qa&amp;body="
                       "NOT%20YET\"") != std::string::npos);
}

TEST_CASE("rows of choices may say an answer in their own way") {
    Letter letter;
    letter.choices = {{"decline", Takes::reason}};
    letter.fields.rows["choices"] = {
        {{"intent", "accept"}, {"meaning", "both"}, {"answer", "YES"}, {"words", "YES 1 2"}}};
    const auto both = rendered(answers, letter);
    CHECK(both.text == "→ YES – both\n");
    CHECK(both.html.find("body=YES%201%202\"") != std::string::npos);
}

TEST_CASE("a letter may offer less than may be said, and in its own order") {
    Letter letter;
    letter.choices = {{"accept", Takes::nothing}, {"ask", Takes::text}, {"decline", Takes::reason}};
    auto source = template_of(answers);
    source.offers = {"decline", "pause", "accept"};
    CHECK(render(source, letter, context()).text == "→ DECLINE\n→ ACCEPT – yes, gladly\n");
}

TEST_CASE("the answer to a form opens a mail with its lines") {
    Letter letter;
    letter.choices = {{"evaluation", Takes::form}};
    letter.fields.rows["rated"] = {{{"number", "1"}, {"question", "How well?"}},
                                   {{"number", "2"}, {"question", "x"}}};
    CHECK(rendered(answers, letter).html.find("body=1%3A%20%0D%0A%0D%0A2%3A\"") != std::string::npos);
}

TEST_CASE("an answer that is not typed fills nothing in") {
    Letter letter;
    letter.choices = {{"answer", Takes::text}};
    auto source = template_of(answers);
    source.answers["answer"] = {"Reply in your own words", ""};
    const auto both = render(source, letter, context());
    CHECK(both.text == "→ Reply in your own words\n");
    CHECK(both.html.find("&amp;body=\"") != std::string::npos);
}

TEST_CASE("a row without a value does not show the field of the same name outside") {
    Letter letter = with_words("comment", "secret");
    letter.fields.rows["evaluations"] = {{{"number", "2026-009"}}};
    const auto text = rendered(
                          "{{#evaluations}}\nCase "
                          "{{number}}\n\n{{#comment}}\n{{comment}}\n{{/comment}}\n{{/evaluations}}\n",
                          letter)
                          .text;
    CHECK(text == "Case 2026-009\n");
}

TEST_CASE("a letter with a hole is never sent") {
    CHECK_THROWS_WITH(rendered("By {{by}}."), "letter invitation needs the field by");
    CHECK_THROWS_AS(rendered("By {{by}}.", with_text("by", "")), std::invalid_argument);
    CHECK_THROWS_AS(rendered("{{#told}}{{told}} by {{by}}{{/told}}", with_text("told", "x")),
                    std::invalid_argument);
    CHECK(rendered("So{{#by}}, by {{by}}{{/by}}.").text == "So.\n");
    CHECK(rendered("So{{^by}} it is{{/by}}.").text == "So it is.\n");
    Letter rows;
    rows.fields.rows["waiting"] = {{{"number", "1"}, {"says", "x"}}, {{"number", "2"}}};
    CHECK_THROWS_AS(rendered("{{#waiting}}\n* {{number}}: {{says}}\n{{/waiting}}\n", rows),
                    std::invalid_argument);
}

TEST_CASE("words within a sentence, a link elsewhere, or no address for answers are our own mistakes") {
    CHECK_THROWS_AS(rendered("She wrote {{request}}.", with_words("request", "x")), std::invalid_argument);
    CHECK_THROWS_AS(rendered("[here](https://example.org)"), std::invalid_argument);
    CHECK_THROWS_AS(rendered("{{#open"), std::invalid_argument);
    auto unaddressed = context();
    unaddressed.answer_address = "";
    CHECK_THROWS_AS(render(template_of("[YES](answer:YES)"), {}, unaddressed), std::invalid_argument);
}
