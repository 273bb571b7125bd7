// SPDX-License-Identifier: MIT
#include "daemon/mail/smtp_reader.h"

#include <catch2/catch.hpp>

#include "daemon/mail/smtp_letter.h"

using namespace mentoring;

namespace {

SmtpReply only(std::string_view octets) {
    INFO(octets);
    SmtpReply last;
    for (const std::size_t piece : {std::size_t(1), octets.size()}) {
        SmtpReader reader;
        std::size_t count = 0;
        for (std::size_t at = 0; at < octets.size(); at += piece) {
            reader.feed(octets.substr(at, piece));
            while (auto next = reader.next()) {
                REQUIRE(std::get_if<SmtpReply>(&*next) != nullptr);
                last = std::get<SmtpReply>(*next);
                ++count;
            }
        }
        CHECK(count == 1);
        CHECK(reader.is_drained());
    }
    return last;
}

SmtpExtensions offering(std::vector<std::string> lines) {
    lines.insert(lines.begin(), "mail.example.test");
    return SmtpExtensions(SmtpReply{250, "", lines});
}

Envelope letter(std::string bytes) {
    return {"7", "manager@example.test", "ruth@example.test", std::move(bytes), false};
}

}

TEST_CASE("a reply has a code, an enhanced status and lines") {
    const auto good = [](const char* octets, int code, const char* status, const char* first) {
        const auto reply = only(octets);
        CHECK(reply.code == code);
        CHECK(reply.status == status);
        CHECK(reply.lines[0] == first);
    };
    good("250 ok\r\n", 250, "", "ok");
    good("250 2.1.0 sender ok\r\n", 250, "2.1.0", "sender ok");
    good("550-5.1.1 no such\r\n550 5.1.1 user\r\n", 550, "5.1.1", "no such");
    good("550 5.1\r\n", 550, "", "5.1");  // no whole status
    good("550 5.1.1234 x\r\n", 550, "", "5.1.1234 x");
    good("550 3.1.1 x\r\n", 550, "", "3.1.1 x");  // no such class
    good("250\r\n", 250, "", "");                 // nothing but the code
    good("250 ok\n", 250, "", "ok");              // LF alone
    good("421 4.3.2\r\n", 421, "4.3.2", "");
    CHECK(only("250-a\r\n250-b\r\n250 c\r\n").lines == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("what is no reply, or too much of one, is broken") {
    const auto bad = [](const std::string& octets) {
        INFO(octets.substr(0, 60));
        SmtpReader reader;
        reader.feed(octets);
        const auto next = reader.next();
        REQUIRE(next);
        CHECK(std::get_if<SmtpBroken>(&*next) != nullptr);
        CHECK_FALSE(reader.next());
    };
    bad("\r\n");        // nothing
    bad("25\r\n");      // two digits
    bad("2500 x\r\n");  // four digits
    bad("150 x\r\n");   // no such class
    bad("650 x\r\n");   // no such class
    bad("hello\r\n");
    bad("250-a\r\n550 b\r\n");                        // two codes
    bad(std::string(smtp_line_octets_max + 2, '2'));  // an endless line
    std::string many;
    for (std::size_t line = 0; line < smtp_lines_max; ++line) many += "250-x\r\n";
    bad(many + "250 x\r\n");
}

TEST_CASE("a letter is stuffed and ended") {
    CHECK(stuffed("a\r\nb\r\n") == "a\r\nb\r\n.\r\n");
    CHECK(stuffed(".a\r\n..\r\nb.\r\n") == "..a\r\n...\r\nb.\r\n.\r\n");
    CHECK(stuffed("no end") == "no end\r\n.\r\n");
    CHECK(stuffed("") == ".\r\n");
}

TEST_CASE("what could not be sent, or could carry a command, is refused before the server sees it") {
    const auto plain = offering({"SIZE 1000"});
    CHECK_FALSE(fault_of(letter("a\r\nb\r\n"), plain));
    const auto bad = [&](Envelope envelope, const char* status) {
        INFO(envelope.sender << " " << envelope.recipient << " " << envelope.bytes.substr(0, 20));
        const auto fault = fault_of(envelope, plain);
        REQUIRE(fault);
        CHECK(fault->delivery == Delivery::refused);
        CHECK(fault->code == 0);
        CHECK(fault->status == status);
    };
    bad(letter("a\nb\r\n"), "5.6.0");                      // a bare LF: smuggling
    bad(letter("a\r\n.\n.\r\n"), "5.6.0");                 // the same around a dot
    bad(letter("a\rb\r\n"), "5.6.0");                      // a bare CR
    bad(letter("a\r"), "5.6.0");                           // one at the end
    bad(letter(std::string("a\0b", 3)), "5.6.0");          // NUL
    bad(letter(std::string(999, 'a') + "\r\n"), "5.6.0");  // too long a line
    bad(letter(std::string(999, 'a')), "5.6.0");           // the same at the end
    bad(letter("\xc3\xa9\r\n"), "5.6.3");                  // 8 bits without 8BITMIME
    bad(letter("a\r\n" + std::string(990, 'b') + "\r\nccccccccc"), "5.3.4");
    auto envelope = letter("a\r\n");
    envelope.recipient = "ruth@example.test>\r\nRCPT TO:<eve@example.test";
    bad(envelope, "5.1.3");
    envelope.recipient = "";
    bad(envelope, "5.1.3");
    envelope.recipient = "zo\xc3\xab@example.test";
    bad(envelope, "5.6.7");  // no SMTPUTF8
    envelope = letter("a\r\n");
    envelope.sender = "x y@example.test";
    bad(envelope, "5.1.7");
}

TEST_CASE("the envelope asks for what the server offers and no more") {
    const auto nothing = offering({});
    const auto all = offering({"8BITMIME", "size 50000000", "DSN", "SMTPUTF8", "PIPELINING"});
    auto envelope = letter("a\r\n");
    envelope.return_headers_only = true;
    envelope.id = "row 7+8=";
    CHECK(mail_command(envelope, nothing) == "MAIL FROM:<manager@example.test>\r\n");
    CHECK(rcpt_command(envelope, nothing) == "RCPT TO:<ruth@example.test>\r\n");
    CHECK(mail_command(envelope, all) ==
          "MAIL FROM:<manager@example.test> SIZE=3 RET=HDRS ENVID=row+207+2B8+3D\r\n");
    CHECK(rcpt_command(envelope, all) == "RCPT TO:<ruth@example.test> NOTIFY=FAILURE,DELAY\r\n");
    envelope = letter("\xc3\xa9\r\n");
    envelope.sender = "";
    envelope.recipient = "zo\xc3\xab@example.test";
    envelope.id = "";
    CHECK_FALSE(fault_of(envelope, all));
    CHECK(mail_command(envelope, all) == "MAIL FROM:<> BODY=8BITMIME SMTPUTF8 SIZE=4\r\n");
}
