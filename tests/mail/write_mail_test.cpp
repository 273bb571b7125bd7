// SPDX-License-Identifier: MIT
#include "daemon/mail/write_mail.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <stdexcept>

#include "daemon/mail/read_mail.h"

using namespace mentoring;

namespace {

OutgoingMail letter() {
    OutgoingMail mail;
    mail.from_name = "Balance Mentor Program";
    mail.from_address = "manager@example.org";
    mail.to_name = "Dr. Nora Marsh";
    mail.to_address = "nora.marsh@example.org";
    mail.reply_to = "manager+k7f3m2qadrn5tz4vbeyx6hgwc2jplosu@example.org";
    mail.subject = "Balance 2026-014-k7f3m2qa: a short question";
    mail.message_id = "k7f3m2qadrn5tz4vbeyx6hgwc2jplosu.gzv3m2qadrn5tz4v@example.org";
    mail.in_reply_to = "before@example.org";
    mail.references = {"first@example.org", "before@example.org"};
    mail.date = Instant{std::chrono::seconds{1795342632}};
    mail.utc_offset = -std::chrono::hours{6};
    mail.loop_name = "X-Mentord-Loop";
    mail.loop_value = "example.org";
    mail.text = "Dear Dr. Marsh,\n\nhow is it going?\n";
    mail.html = "<!DOCTYPE html>\n<p>Dear Dr. Marsh,</p>\n";
    return mail;
}

std::vector<std::string> header_lines(const std::string& bytes) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; bytes.compare(begin, 2, "\r\n") != 0;) {
        const auto end = bytes.find("\r\n", begin);
        lines.push_back(bytes.substr(begin, end - begin));
        begin = end + 2;
    }
    return lines;
}

std::vector<std::string> field_names_of(const std::string& bytes) {
    std::vector<std::string> names;
    for (const auto& line : header_lines(bytes))
        if (line.front() != ' ') names.push_back(line.substr(0, line.find(':')));
    return names;
}

bool has_line(const std::string& bytes, const std::string& line) {
    const auto lines = header_lines(bytes);
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

Mail read_back(const OutgoingMail& mail) {
    const auto read = read_mail(write_mail(mail));
    REQUIRE(std::holds_alternative<Mail>(read));
    return std::get<Mail>(read);
}

// What every mail server takes: CRLF only, no control characters, lines of at most 998 octets.
void check_wire(const std::string& bytes) {
    std::size_t line = 0;
    std::size_t longest = 0;
    std::size_t faults = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto c = static_cast<unsigned char>(bytes[at]);
        const bool line_end = bytes.compare(at, 2, "\r\n") == 0;
        if (!line_end && (c < 0x20 || c >= 0x7f)) ++faults;
        line = line_end ? 0 : line + 1;
        longest = std::max(longest, line);
        if (line_end) ++at;
    }
    CHECK(faults == 0);
    CHECK(longest <= 998);
    CHECK(bytes.ends_with("\r\n"));
}

const std::vector<std::string> fragments = {"\r\nBcc: eve@evil.example",
                                            "\nTo: eve@evil.example",
                                            "\r",
                                            "\n",
                                            "\r\n\r\n<script>",
                                            std::string("\0", 1),
                                            "\x0b",
                                            "\x0c",
                                            "\u0085",
                                            "\u2028X: y",
                                            "\t",
                                            "=?UTF-8?Q?=0D=0ABcc:_x?=",
                                            "=?",
                                            "?=",
                                            "\"",
                                            "\\",
                                            "<",
                                            ">",
                                            ",",
                                            ";",
                                            "@",
                                            "(",
                                            ")",
                                            ":",
                                            "Ünïcödé",
                                            "名前",
                                            "😀",
                                            "\xff\xfe",
                                            "\x1b[1m",
                                            "name",
                                            " ",
                                            std::string(300, 'x'),
                                            std::string(100, ' ')};

std::string hostile(std::mt19937& random) {
    std::string text;
    const auto count = random() % 8;
    for (unsigned i = 0; i < count; ++i) text += fragments[random() % fragments.size()];
    return text;
}

}

TEST_CASE("a letter carries what its answer is known by") {
    const auto bytes = write_mail(letter());
    check_wire(bytes);
    CHECK(has_line(bytes, "From: \"Balance Mentor Program\" <manager@example.org>") !=
          has_line(bytes, "From: Balance Mentor Program <manager@example.org>"));
    CHECK(has_line(bytes, "To: \"Dr. Nora Marsh\" <nora.marsh@example.org>"));
    CHECK(has_line(bytes, "Subject: Balance 2026-014-k7f3m2qa: a short question"));
    CHECK(has_line(bytes, "Date: Sun, 22 Nov 2026 04:17:12 -0600"));
    CHECK(has_line(bytes, "In-Reply-To: <before@example.org>"));
    CHECK(has_line(bytes, "References: <first@example.org> <before@example.org>"));
    CHECK(has_line(bytes, "X-Auto-Response-Suppress: DR, RN, NRN, AutoReply"));
    CHECK(has_line(bytes, "X-Mentord-Loop: example.org"));
    CHECK(has_line(bytes, "MIME-Version: 1.0"));
    CHECK(bytes.find("Auto-Submitted") == std::string::npos);
    CHECK(bytes.find("List-") == std::string::npos);
    CHECK(bytes.find("Precedence") == std::string::npos);
}

TEST_CASE("only a notice says that nobody waits for an answer") {
    auto mail = letter();
    mail.kind = OutgoingKind::notice;
    CHECK(has_line(write_mail(mail), "Auto-Submitted: auto-generated"));
}

TEST_CASE("a letter is read back as it was written") {
    auto mail = letter();
    mail.to_name = "Dr. Núria \"Nu\" Šimić, MD";
    mail.from_name = "Programme Équilibre";
    mail.subject =
        "Équilibre 2026-014-k7f3m2qa: une courte question, à lire quand vous aurez un moment de calme 😀";
    mail.text = "Dear Núria,\n\n| From here on\n.\n→ ACCEPT – yes, gladly\n" + std::string(300, 'x') +
                "\nFrom now = then  \n--\nend\n";
    const auto read = read_back(mail);
    CHECK(read.subject == mail.subject);
    CHECK(read.from.name == mail.from_name);
    CHECK(read.from.address == mail.from_address);
    REQUIRE(read.to.size() == 1);
    CHECK(read.to[0].name == mail.to_name);
    CHECK(read.to[0].address == mail.to_address);
    REQUIRE(read.reply_to.size() == 1);
    CHECK(read.reply_to[0].address == mail.reply_to);
    CHECK(read.message_id == mail.message_id);
    CHECK(read.references ==
          std::vector<std::string>{"before@example.org", "before@example.org", "first@example.org"});
    CHECK(read.date == mail.date);
    CHECK(read.text.find("| From here on\n.\n→ ACCEPT – yes, gladly\n") != std::string::npos);
    CHECK(read.text.find("From now = then") != std::string::npos);
    CHECK(read.origin == TextOrigin::plain);
    CHECK(read.attachments.empty());
}

TEST_CASE("plain ASCII goes out as it is, everything else quoted-printable") {
    auto mail = letter();
    mail.html.clear();
    CHECK(write_mail(mail).ends_with(
        "Content-Transfer-Encoding: 7bit\r\n\r\nDear Dr. Marsh,\r\n\r\nhow is it going?\r\n"));
    const auto quoted = [&](const std::string& text) {
        INFO(text);
        mail.text = text;
        const auto bytes = write_mail(mail);
        check_wire(bytes);
        CHECK(bytes.find("Content-Transfer-Encoding: quoted-printable\r\n") != std::string::npos);
    };
    quoted("ä\n");
    quoted("a blank at the end \n");
    quoted("From the beginning\n");  // mailboxes would write >From
    quoted(".\n");                   // the end of DATA
    quoted("--boundary\n");
    quoted(std::string(500, 'x'));
    quoted("a\tb\n");
    mail.text = "a\rb\r\nc\nd";
    CHECK(write_mail(mail).ends_with("\r\n\r\na\r\nb\r\nc\r\nd\r\n"));
}

TEST_CASE("header lines stay within 78 columns where a word allows it") {
    auto mail = letter();
    mail.subject = "ä" + std::string(300, 'b') + " " + std::string(40, 'c');
    mail.to_name = std::string(200, 'n');
    for (int i = 0; i < 15; ++i) mail.references.push_back(std::to_string(i) + "-reference@mail.example.org");
    for (const auto& line : header_lines(write_mail(mail))) {
        INFO(line);
        CHECK(line.size() <= 78);
        if (line.find("=?") != std::string::npos) CHECK(line.size() <= 76);
    }
    CHECK(read_back(mail).subject == mail.subject);
    CHECK(read_back(mail).to[0].name == mail.to_name);
}

TEST_CASE("a long thread keeps its beginning and its end") {
    auto mail = letter();
    mail.references.clear();
    for (int i = 0; i < 100; ++i) mail.references.push_back(std::to_string(i) + "@example.org");
    const auto read = read_back(mail).references;
    CHECK(read.size() == references_max + 1);  // and In-Reply-To
    CHECK(read[1] == "99@example.org");
    CHECK(read.back() == "0@example.org");
}

TEST_CASE("ids of others' mail that are none are left out") {
    auto mail = letter();
    mail.in_reply_to = "x> \r\nBcc: <eve@evil.example";
    mail.references = {"a b@example.org",           "", "@", "a@b>\r\nBcc: c", "good@example.org",
                       std::string(300, 'x') + "@y"};
    const auto bytes = write_mail(mail);
    CHECK(bytes.find("In-Reply-To") == std::string::npos);
    CHECK(has_line(bytes, "References: <good@example.org>"));
}

TEST_CASE("what is no address is never written to") {
    const auto refused = [](auto change) {
        auto mail = letter();
        change(mail);
        CHECK_THROWS_AS(write_mail(mail), std::invalid_argument);
    };
    refused([](OutgoingMail& mail) { mail.to_address = ""; });
    refused([](OutgoingMail& mail) { mail.to_address = "a@b.org\r\nBcc: eve@evil.example"; });
    refused([](OutgoingMail& mail) { mail.to_address = "a@b.org, eve@evil.example"; });
    refused([](OutgoingMail& mail) { mail.to_address = "nüria@example.org"; });  // needs SMTPUTF8
    refused([](OutgoingMail& mail) { mail.from_address = "manager"; });
    refused([](OutgoingMail& mail) { mail.reply_to = "manager+x@example.org>"; });
    refused([](OutgoingMail& mail) { mail.message_id = "x"; });
    refused([](OutgoingMail& mail) { mail.message_id = ""; });
    refused([](OutgoingMail& mail) { mail.loop_name = "X-Loop\r\nBcc"; });
    refused([](OutgoingMail& mail) { mail.text = std::string(outgoing_octets_max, 'x'); });
}

TEST_CASE("no value begins a header field of its own, whatever it holds") {
    const auto expected = field_names_of(write_mail(letter()));
    std::mt19937 random(20261122);
    for (int round = 0; round < 3'000; ++round) {
        auto mail = letter();
        mail.subject = hostile(random);
        mail.to_name = hostile(random);
        mail.from_name = hostile(random);
        mail.loop_value = hostile(random);
        mail.text = hostile(random);
        mail.html = "<p>" + hostile(random);
        const auto bytes = write_mail(mail);
        INFO(round);
        check_wire(bytes);
        CHECK(field_names_of(bytes) == expected);
        const auto read = read_back(mail);
        CHECK(read.from.address == mail.from_address);
        REQUIRE(read.to.size() == 1);
        CHECK(read.to[0].address == mail.to_address);
        CHECK(read.attachments.empty());
    }
}

TEST_CASE("dates are written in the receiver's hour") {
    const auto date_of = [](std::chrono::minutes offset) {
        auto mail = letter();
        mail.utc_offset = offset;
        for (const auto& line : header_lines(write_mail(mail)))
            if (line.starts_with("Date: ")) return line.substr(6);
        return std::string();
    };
    CHECK(date_of(std::chrono::minutes{0}) == "Sun, 22 Nov 2026 10:17:12 +0000");
    CHECK(date_of(std::chrono::minutes{330}) == "Sun, 22 Nov 2026 15:47:12 +0530");
    CHECK(date_of(std::chrono::minutes{-210}) == "Sun, 22 Nov 2026 06:47:12 -0330");
}
