// SPDX-License-Identifier: MIT
#include "daemon/mail/read_mail.h"

#include <catch2/catch.hpp>

using namespace mentoring;

namespace {

Mail mail_of(std::string_view raw) {
    const auto read = read_mail(raw);
    REQUIRE(std::holds_alternative<Mail>(read));
    return std::get<Mail>(read);
}

const std::string mixed = "From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n";

}

TEST_CASE("a plain mail gives every field") {
    const auto mail = mail_of(
        "Return-Path: <ruth@example.org>\r\nFrom: Ruth Ames <ruth@example.org>\r\nTo: manager@example.org, "
        "Kim <k@x.org>\r\n"
        "Cc: c@x.org\r\nReply-To: r@x.org\r\nSubject: =?utf-8?Q?R=C3=A9ponse?=\r\nDate: Fri, 21 Nov 1997 "
        "09:55:06 -0600\r\n"
        "Message-ID: <m1@x.org>\r\nIn-Reply-To: <p@x.org>\r\nReferences: <first@x.org>\r\n "
        "<second@x.org>\r\n\r\nYes\r\n");
    CHECK(mail.subject == "Réponse");
    CHECK(mail.from.name == "Ruth Ames");
    CHECK(mail.from.address == "ruth@example.org");
    CHECK(mail.to.size() == 2);
    CHECK(mail.cc.front().address == "c@x.org");
    CHECK(mail.reply_to.front().address == "r@x.org");
    CHECK(mail.return_path == "ruth@example.org");
    CHECK_FALSE(mail.null_return_path);
    CHECK(mail.message_id == "m1@x.org");
    CHECK(mail.references == std::vector<std::string>{"p@x.org", "second@x.org", "first@x.org"});
    CHECK(mail.date);
    CHECK(mail.content_type == "text/plain");
    CHECK(mail.text == "Yes\n");
    CHECK(mail.quoted_text == "Yes\n");
    CHECK(mail.origin == TextOrigin::plain);
    CHECK(mail.fields.front().name == "Return-Path");
}

TEST_CASE("what is not there stays empty") {
    const auto mail = mail_of("");
    CHECK(mail.subject.empty());
    CHECK(mail.from.address.empty());
    CHECK(mail.message_id.empty());
    CHECK_FALSE(mail.date);
    CHECK(mail.text.empty());
    CHECK(mail_of("Return-Path: <>\n\n").null_return_path);
}

TEST_CASE("of alternatives the plain one that says anything is the text") {
    const auto alternatives = [](const std::string& plain) {
        return mail_of("Content-Type: multipart/alternative; boundary=x\n\n--x\n\n" + plain +
                       "\n--x\nContent-Type: text/html\n\n<b>rich</b>\n--x--\n");
    };
    CHECK(alternatives("plain").text == "plain");
    CHECK(alternatives("plain").origin == TextOrigin::plain);
    CHECK(alternatives("  ").text == "rich\n");
    CHECK(alternatives("  ").origin == TextOrigin::html);
}

TEST_CASE("texts beside each other are one text and attachments") {
    const std::string picture = "--x\nContent-Type: image/png\n\n..\n";
    CHECK(mail_of(mixed + "--x\n\nanswer\n--x\n\nlist footer\n--x--\n").text == "answer");
    CHECK(mail_of(mixed + "--x\n\nabove\n" + picture + "--x\n\nbelow\n--x--\n").text ==
          "above\nbelow");                                                        // Apple Mail
    CHECK(mail_of(mixed + "--x\n\n \n--x\n\nanswer\n--x--\n").text == "answer");  // the first says nothing
    const auto named =
        mail_of(mixed + "--x\n\nanswer\n--x\nContent-Type: text/plain; name=notes.txt\n\nnotes\n--x--\n");
    CHECK(named.text == "answer");
    REQUIRE(named.attachments.size() == 1);
    CHECK(named.attachments.front().name == "notes.txt");
    CHECK(named.attachments.front().size == 5);
    const auto only_named =
        mail_of(mixed + "--x\nContent-Type: text/plain; name=notes.txt\n\nnotes\n--x--\n");
    CHECK(only_named.text == "notes");
    CHECK(only_named.attachments.size() == 1);
}

TEST_CASE("a mail that only encloses another shows it as quoted") {
    const auto mail = mail_of(
        "From: a@b.c\nSubject: Fwd\nContent-Type: message/rfc822\n\nFrom: k@x.org\nSubject: MATCH\n\nMATCH "
        "1\nyes\n");
    CHECK(mail.subject == "Fwd");
    CHECK(mail.text == "MATCH 1\nyes\n");
    CHECK(mail.quoted_text == "> MATCH 1\n> yes\n");
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments.front().name == "MATCH");
    const auto commented = mail_of(
        mixed + "--x\n\nsee below\n--x\nContent-Type: message/rfc822\n\nSubject: old\n\nMATCH 1\n--x--\n");
    CHECK(commented.text == "see below");
}

TEST_CASE("an enclosed mail that is base64 as a whole is read too") {
    const auto mail = mail_of(
        "Content-Type: message/rfc822\nContent-Transfer-Encoding: "
        "base64\n\nU3ViamVjdDogaW5uZXIKCmhlbGxvCg==\n");
    CHECK(mail.text == "hello\n");
    CHECK(mail.attachments.front().name == "inner");
}

TEST_CASE("report parts are kept for those who read bounces") {
    const auto mail = mail_of(
        "Return-Path: <>\nContent-Type: multipart/report; report-type=Delivery-Status; "
        "boundary=x\n\n--x\n\nSorry\n"
        "--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: failed\n"
        "--x\nContent-Type: message/rfc822\n\nMessage-ID: <ours@x.org>\nSubject: our "
        "letter\n\nbody\n--x--\n");
    CHECK(mail.content_type == "multipart/report");
    CHECK(mail.report_type == "delivery-status");
    CHECK(mail.text == "Sorry");
    REQUIRE(mail.reports.size() == 2);
    CHECK(mail.reports[0].type == "message/delivery-status");
    CHECK(mail.reports[0].text == "Reporting-MTA: dns; mx\n\nAction: failed");
    CHECK(mail.reports[1].type == "message/rfc822");
    CHECK(mail.reports[1].text == "Message-ID: <ours@x.org>\nSubject: our letter\n");
}

TEST_CASE("broken multiparts keep their words") {
    const auto good = [](const std::string& raw, const char* text) {
        INFO(raw);
        CHECK(mail_of(raw).text == text);
    };
    good(mixed + "--x\n\nno end\n", "no end\n");
    good(mixed + "--x\n\ntext\n--x--\nepilogue\n", "text");
    good(mixed + "preamble\n--x  \n\nblanks behind\n--x--", "blanks behind");
    good(mixed + "--xy\n\nanother boundary\n", "--xy\n\nanother boundary\n");  // never ours: it is all text
    good(mixed + "--y\nContent-Type: text/plain\n\nrewritten\n--y--\n", "rewritten");  // a gateway changed it
    good("Content-Type: multipart/mixed\n\n--y\nContent-Type: text/plain\n\nno parameter\n--y--\n",
         "no parameter");
    good("Content-Type: multipart/mixed\n\njust text\n-- \nRuth\n", "just text\n-- \nRuth\n");
    good(mixed + "--x\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\ninner\n--x--\n",
         "inner");  // inner end missing
    good("Content-Type: multipart/mixed; boundary=\"a b\"\n\n--a b\n\nquoted\n--a b--\n", "quoted");
    good("Content-Type: Multipart/MIXED; boundary=x\r\n\r\n--x\r\n\r\ncrlf\r\n--x--\r\n", "crlf");
    good("Content-Type: multipart/mixed; boundary=x\r\r--x\r\rcr\r--x--\r", "cr");
}

TEST_CASE("uuencoded files and winmail.dat are listed") {
    const auto uu = mail_of("Subject: x\n\nhere\nbegin 644 cat.txt\n#0V%T\n`\nend\n");
    REQUIRE(uu.attachments.size() == 1);
    CHECK(uu.attachments.front().name == "cat.txt");
    CHECK(uu.attachments.front().size == 3);
}

TEST_CASE("flowed and encoded text reads as written") {
    CHECK(mail_of("Content-Type: text/plain; format=flowed\n\none \ntwo\n").text == "one two\n");
    CHECK(mail_of("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
                  "quoted-printable\n\ncaf=E9\n")
              .text == "café\n");
    CHECK(mail_of("Subject: caf\xE9\nContent-Type: text/plain; charset=iso-8859-1\n\nx").subject == "café");
    CHECK(mail_of("Content-Type: text/html; charset=utf-8\n\n<p>caf\xC3\xA9").text == "café\n");
    CHECK(mail_of("Content-Type: text/html\n\n<meta charset=koi8-r><p>\xF0\xD2\xC9").text == "При\n");
}
