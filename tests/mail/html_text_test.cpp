// SPDX-License-Identifier: MIT
#include "daemon/mail/html_text.h"

#include <catch2/catch.hpp>

#include "daemon/mail/limits.h"

using namespace mentoring;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
}

}

TEST_CASE("HTML reads like what was on the screen") {
    const auto good = [](std::string_view html, const char* text) {
        INFO(html);
        CHECK(html_to_text(html).text == text);
    };
    good("Hello", "Hello\n");
    good("<p>One</p><p>Two</p>", "One\n\nTwo\n");
    good("<div>One</div><div>Two</div>", "One\nTwo\n");
    good("One<br>Two<br><br>Three", "One\nTwo\n\nThree\n");
    good("a  <b>bold</b>\n word", "a bold word\n");
    good("<ul><li>One</li><li>Two</li></ul>", "One\nTwo\n");
    good("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc\n");
    good("<ol><li>One</li><li><p>Two</p></li></ol>End", "1. One\n\n2. Two\n\nEnd\n");
    good("<ol start=4><li>a<li value=9>b<li>c</ol>", "4. a\n9. b\n10. c\n");
    good("<ol><li>a<ol><li>b</li></ol></li><li>c<ul><li>d</li></ul></li><li>e</li></ol>",
         "1. a\n1. b\n2. c\nd\n3. e\n");
    good("<ol start=99999999999><li></li><li>a</li></ol>", "2. a\n");
    good("<a href='https://example.org'>here</a>, now", "here <https://example.org>, now\n");
    good("<a href='https://www.example.org/'>example.org</a>", "example.org\n");
    good("<a href='mailto:kim@example.org'>Kim</a>", "Kim <mailto:kim@example.org>\n");
    good("<a href='mailto:kim@example.org?subject=x'>Kim@example.org</a>", "Kim@example.org\n");
    good("<a href='#top'>up</a> <a href='javascript:x()'>x</a> <a name=y>z</a>", "up x z\n");
    good("<a href='https://example.org/pixel'><img src=x></a>a", "a\n");
    good("<pre>a  b\n c</pre>", "a  b\n c\n");
    good("&lt;b&gt; &amp; caf&eacute;&nbsp;&#8364;", "<b> & café €\n");
    good("<head><title>T</title><style>p{}</style></head>x<script>var y;</script><!-- no -->", "x\n");
    good("<p>never closed<p>at <b>all", "never closed\n\nat all\n");
    good("Yes<o:p></o:p>", "Yes\n");
    good("1 < 2", "1 < 2\n");
    good("", "");
}

TEST_CASE("what a mail program marked as quoted is marked line by line") {
    const auto good = [](std::string_view html, const char* quoted) {
        INFO(html);
        CHECK(html_to_text(html).quoted_text == quoted);
    };
    good("Yes<blockquote type=cite>Will<br>you?</blockquote>No", "Yes\n> Will\n> you?\nNo\n");
    good("Yes <a href='https://example.org'>here</a>", "Yes here\n");
    good("<ol><li>Yes<blockquote type=cite><ol><li>Will you?</ol></blockquote>No</ol>",
         "1. Yes\n> 1. Will you?\nNo\n");
    good("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n> > b\n");
    // Gmail: the attribution stays a line of text
    good(
        "Yes<div class=gmail_quote><div class=gmail_attr>On Monday Kim wrote:<br></div><blockquote "
        "class=gmail_quote>Old</blockquote></div>",
        "Yes\nOn Monday Kim wrote:\n> Old\n");
    good("Yes<blockquote style='margin:0 0 0 40px;border:none;padding:0px'>indented</blockquote>",
         "Yes\nindented\n");
    // Outlook: everything behind the block with From and Sent
    good(
        "<p>Yes</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in "
        "0in'><p><b>From:</b> Kim</p></div><p>Old</p>",
        "Yes\n\nFrom: Kim\n> \n> Old\n");
    good("Yes<div id=divRplyFwdMsg>From: Kim</div><div>Old</div>", "Yes\nFrom: Kim\n> Old\n");
    good("Yes<div style='border:none;border-top:solid black 1.0pt;padding:1pt'>Ruth Ames</div>Chair",
         "Yes\nRuth Ames\nChair\n");  // a line above a signature
    good("<div style='border:none;border-left:solid blue 1.5pt;padding:0in 0in 0in 4.0pt'>Old</div>No",
         "> Old\nNo\n");
    // Yahoo: the first line names whom it quotes
    good("Yes<div class=yahoo_quoted><div>On Monday, Kim wrote:</div><div>Old</div></div>",
         "Yes\nOn Monday, Kim wrote:\n> Old\n");
    good(
        "Yes<div class=protonmail_quote>On Monday Kim wrote:<br><blockquote class=protonmail_quote "
        "type=cite>Old</blockquote></div>",
        "Yes\nOn Monday Kim wrote:\n> Old\n");
    good(
        "Yes<div class=moz-cite-prefix>Kim wrote:<br></div><blockquote type=cite "
        "cite='mid:a@b'>Old</blockquote>",
        "Yes\nKim wrote:\n> Old\n");
}

TEST_CASE("HTML that would take too long is refused with the reason") {
    CHECK(html_to_text(repeated("<div>", 1000)).exceeded != nullptr);
    CHECK(html_to_text(repeated("</b>", 60'000)).exceeded != nullptr);
    CHECK(html_to_text(repeated("word ", limits::html_octets_max / 4)).exceeded != nullptr);
    CHECK(html_to_text("<img src='data:" + repeated("x", 2 * limits::html_octets_max) + "'>Yes").text ==
          "Yes\n");
    CHECK(html_to_text(repeated("<a href='http://a.b/" + repeated("c", 600) + "'>d</a> ", 9)).text.size() <
          20);
    CHECK(html_to_text(repeated("<a href='http://a.b/" + repeated("c", 400) + "'>d</a> ", 1000)).text.size() <
          100'000);
    CHECK(html_to_text(repeated("<blockquote>", 200) + "x").quoted_text == repeated("> ", 8) + "x\n");
}

TEST_CASE("the charset that HTML declares itself is found") {
    CHECK(html_charset("<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>") == "koi8-r");
    CHECK(html_charset("<meta charset=\"utf-8\"/>") == "utf-8");
    CHECK(html_charset("<p>charset</p>").empty());
    CHECK(html_charset("charset=").empty());
}
