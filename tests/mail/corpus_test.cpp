// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <algorithm>
#include <regex>

#include "daemon/mail/read_mail.h"
#include "tests/mail/expectation.h"

using namespace mentoring;

namespace {

enum class LineEnds { as_they_are, lf, crlf };

// A mail with CR of its own (classic Mac, binary parts) stays as it is.
std::string with_line_ends(const std::string& raw, LineEnds wanted) {
    if (wanted == LineEnds::as_they_are) return raw;
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\r' && (i + 1 == raw.size() || raw[i + 1] != '\n')) return raw;
        if (raw[i] == '\r') continue;
        if (raw[i] == '\n' && wanted == LineEnds::crlf) out += '\r';
        out += raw[i];
    }
    return out;
}

std::string without(std::string text, const std::string& part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
        text.erase(at, part.size());
    return text;
}

std::string bare(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (!std::isspace(static_cast<unsigned char>(c))) out += c;
    return without(without(out, "\xC2\xA0"), "\xEF\xBB\xBF");
}

std::string one_line(const std::string& text) {
    return std::regex_replace(text, std::regex("^\\s+|\\s+$|(\\s)\\s*"), "$1");
}

// Without tags and with the entities that occur.
std::string untagged(std::string html) {
    html = std::regex_replace(
        html, std::regex("<!--[^]*?-->|<(script|style|head)[^>]*>[^]*?</\\1>|<[^>]*>", std::regex::icase),
        " ");
    for (const auto& [entity, text] : {std::pair("&nbsp;", " "),
                                       {"&lt;", "<"},
                                       {"&gt;", ">"},
                                       {"&quot;", "\""},
                                       {"&auml;", "ä"},
                                       {"&ouml;", "ö"},
                                       {"&uuml;", "ü"},
                                       {"&szlig;", "ß"},
                                       {"&amp;", "&"}})
        html = std::regex_replace(html, std::regex(entity), text);
    return html;
}

struct Counts {
    int subject = 0, address = 0, name = 0, attachments = 0, body = 0, contains = 0, unreadable = 0;
};

bool has_all(const std::vector<Attachment>& found, const std::vector<std::string>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
        return std::any_of(found.begin(), found.end(),
                           [&](const Attachment& each) { return each.name == name; });
    });
}

bool has_body(const Mail& mail, const expectation::Row& row) {
    const auto wanted = row.text("text_body");
    const auto text = bare(mail.text);
    return text == bare(wanted) || text == bare(untagged(wanted));
}

void count(const expectation::Row& row, const Mail& mail, Counts& counts) {
    const auto given = [&](const char* column) { return !row.cells.at(column).empty(); };
    if (given("subject") && one_line(mail.subject) == one_line(row.text("subject"))) ++counts.subject;
    if (given("from_addr") && mail.from.address == row.text("from_addr")) ++counts.address;
    if (given("from_name") && one_line(mail.from.name) == one_line(row.text("from_name"))) ++counts.name;
    if (const auto names = row.list("attachments"); !names.empty() && has_all(mail.attachments, names))
        ++counts.attachments;
    if (given("text_match") && !row.text("text_body").empty() && has_body(mail, row)) ++counts.body;
    const auto parts = row.list("text_contains");
    const auto text = bare(mail.text);
    if (!parts.empty() && std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
            return text.find(bare(part)) != std::string::npos;
        }))
        ++counts.contains;
}

Counts read_all(LineEnds line_ends) {
    Counts counts;
    for (const auto& row : expectation::rows("message")) {
        INFO(row.file().string());
        const auto read = read_mail(with_line_ends(row.raw(), line_ends));
        if (const auto* mail = std::get_if<Mail>(&read))
            count(row, *mail, counts);
        else
            ++counts.unreadable;
    }
    return counts;
}

void check_counts(const Counts& counts) {
    CHECK(counts.unreadable == 0);
    CHECK(counts.subject >= 83);
    CHECK(counts.address >= 83);
    CHECK(counts.name >= 74);
    CHECK(counts.attachments >= 26);
    CHECK(counts.body >= 92);
    CHECK(counts.contains >= 12);
}

}

TEST_CASE("the corpus is there") {
    REQUIRE(expectation::rows("message").size() > 600);
}

TEST_CASE("real mail is read as its owners expect") {
    check_counts(read_all(LineEnds::as_they_are));
}

TEST_CASE("real mail is read alike with LF") {
    check_counts(read_all(LineEnds::lf));
}

TEST_CASE("real mail is read alike with CRLF") {
    check_counts(read_all(LineEnds::crlf));
}

TEST_CASE("a body alone is read as text or as HTML") {
    for (const auto& row : expectation::rows("body")) {
        INFO(row.file().string());
        CHECK(read_body(row.raw(), TextOrigin::plain).origin == TextOrigin::plain);
    }
    for (const auto& row : expectation::rows("html")) {
        INFO(row.file().string());
        CHECK(read_body(row.raw(), TextOrigin::html).origin == TextOrigin::html);
    }
}
