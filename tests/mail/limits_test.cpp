// SPDX-License-Identifier: MIT
#include "daemon/mail/limits.h"

#include <catch2/catch.hpp>

#include "daemon/mail/read_mail.h"

using namespace mentoring;

namespace {

std::string filled(std::string start, std::string_view part, std::size_t size = limits::mail_octets_max) {
    start.reserve(size + part.size());
    while (start.size() + part.size() <= size) start += part;
    return start;
}

std::string nested(int levels) {
    std::string raw;
    for (int i = 0; i < levels; ++i) {
        const auto boundary = "b" + std::to_string(i);
        raw += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    return raw + "\nyes\n";
}

void refused(const std::string& raw) {
    const auto read = read_mail(raw);
    REQUIRE(std::holds_alternative<Unreadable>(read));
    CHECK_FALSE(std::get<Unreadable>(read).reason.empty());
}

}

TEST_CASE("a mail over a limit is refused with the reason") {
    refused(std::string(limits::mail_octets_max + 1, 'a'));
    refused("Subject: " + std::string(limits::field_octets_max, 'a') + "\n\n");
    refused(filled("", "Field: value\n", 2 * limits::header_block_octets_max));
    refused(nested(limits::depth_max + 1));
    refused(filled("Content-Type: multipart/mixed; boundary=x\n\n", "--x\n\n", 10'000));
    refused(filled("Subject: a\n\n", "text\n", 2 * limits::text_octets_max));
    refused(filled("Content-Type: text/html\n\n", "<div>", 100'000));
    refused(filled("Content-Type: text/html\n\n", "<br>", 2 * limits::html_octets_max));
    refused(filled("Content-Type: multipart/mixed; boundary=x\n\n", "--y\n"));
}

TEST_CASE("a mail just within the limits is read") {
    const auto read = read_mail(nested(limits::depth_max - 1));
    REQUIRE(std::holds_alternative<Mail>(read));
    CHECK(std::get<Mail>(read).text == "yes\n");
    const auto big = read_mail(
        filled("Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n", "QUJD\n"));
    REQUIRE(std::holds_alternative<Mail>(big));
    CHECK(std::get<Mail>(big).attachments.front().size > 6'000'000);
}

// Each of these took seconds, gigabytes or the stack in one parser or another; here they must merely return.
TEST_CASE("hostile shapes are dealt with") {
    constexpr std::size_t large = 3'000'000, small = 400'000;
    const std::string multipart = "Content-Type: multipart/mixed; boundary=b\n\n",
                      html = "Content-Type: text/html\n\n";
    const std::string part =
        GENERATE(as<std::string>{}, "--b\n", "--bb\n", "--\r", "\r", "\n", " \n", "From x\n", "a: b\n",
                 "odd line\n", "=?utf-8?Q?=", "begin 644 a\n", "Content-Type: message/rfc822\n\n",
                 "Content-Type: multipart/mixed; boundary=b\n\n--b\n", "<div>", "</b>", "&#", "<!--",
                 "\x1B(B\x1B$B", "=\n", "((((", "\"", "a@b,", "<", std::string(1, '\0'));
    INFO(part);
    for (const auto& start :
         {std::string{}, multipart, html, std::string("Subject: x\n\n"), std::string("To: ")}) {
        read_mail(filled(start, part, large));
        read_mail(filled(start, part, small));
    }
}
