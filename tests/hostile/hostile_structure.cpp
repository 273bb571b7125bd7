// SPDX-License-Identifier: MIT
#include "tests/hostile/hostile_mails.h"

namespace mentoring::hostile {

namespace {

constexpr std::size_t boundary_octets = 900;

// Each level announces another boundary.
std::string nested(std::size_t octets, std::string_view type, std::string_view end) {
    std::string mail;
    for (std::size_t level = 0; mail.size() < octets; ++level) {
        const auto boundary = "b" + std::to_string(level);
        mail += "Content-Type: " + std::string(type) + "; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    return mail + "\n" + std::string(end);
}

std::string enclosed(std::size_t octets) {
    return filled("Subject: a\n", "Content-Type: message/rfc822\n\n", octets) + "\n\nbody\n";
}

// `part` comes again and again as a part of one multipart.
std::function<std::string(std::size_t)> parts(std::string part, std::string type = "multipart/mixed") {
    return [=](std::size_t octets) {
        return filled("Content-Type: " + type + "; boundary=b\n\n", "--b\n" + part, octets) + "--b--\n";
    };
}

std::function<std::string(std::size_t)> of_lines(std::string head, std::string line) {
    return [=](std::size_t octets) { return filled(head, line, octets); };
}

std::string report_of_recipients(std::size_t octets) {
    return filled(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry\n--b\n"
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\n",
        "Final-Recipient: rfc822; a@b.c\nAction: failed\nStatus: 5.1.1\n\n", octets);
}

std::string tnef_of_files(std::size_t octets) {
    std::string tnef("\x78\x9F\x3E\x22\x01\x00", 6);
    const std::string attachment(
        "\x02\x02\x90\x06\x00\x0E\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00", 19);
    return filled("Content-Type: application/ms-tnef; name=winmail.dat\n\n" + tnef, attachment, octets);
}

}

std::vector<Kind> of_structure() {
    const std::string multipart = "Content-Type: multipart/mixed; boundary=b\n\n";
    const std::string long_boundary(boundary_octets, 'b');
    return {
        {"multiparts in multiparts",
         [](std::size_t octets) { return nested(octets, "multipart/mixed", "body\n"); }},
        {"alternatives in alternatives",
         [](std::size_t octets) { return nested(octets, "multipart/alternative", "--b0--\n"); }},
        {"digests in digests", [](std::size_t octets) { return nested(octets, "multipart/digest", ""); }},
        {"mails in mails", enclosed},
        {"empty parts", parts("\n")},
        {"parts without an empty line", parts("")},
        {"parts of text", parts("Content-Type: text/plain\n\nyes\n")},
        {"parts of HTML", parts("Content-Type: text/html\n\n<p>yes\n")},
        {"attachments", parts("Content-Type: a/b; name=\"=?utf-8?q?=C3=A9?=.pdf\"\n\nx\n")},
        {"parts of base64", parts("Content-Transfer-Encoding: base64\n\nQUJD\n")},
        {"mails as parts", parts("Content-Type: message/rfc822\n\nSubject: a\n\nbody\n")},
        {"multiparts of the same boundary", parts("Content-Type: multipart/mixed; boundary=b\n\n")},
        {"delivery reports",
         parts("Content-Type: message/delivery-status\n\nStatus: 5.1.1\n\n", "multipart/report")},
        {"alternatives", parts("Content-Type: text/html\n\n<b>yes\n", "multipart/alternative")},
        {"recipients of a report", report_of_recipients},
        {"files in winmail.dat", tnef_of_files},
        {"lines that begin like a boundary", of_lines(multipart, "--c\n")},
        {"dashes", of_lines(multipart, "-")},
        {"lines of dashes", of_lines(multipart, "--\n")},
        {"ends of a boundary", of_lines(multipart, "--b--\n")},
        {"a long boundary, nearly",
         of_lines("Content-Type: multipart/mixed; boundary=" + long_boundary + "\n\n",
                  "--" + long_boundary.substr(1) + "\n")},
        {"a long boundary", of_lines("Content-Type: multipart/mixed; boundary=" + long_boundary + "\n\n",
                                     "--" + long_boundary + "\n\n")},
        {"a body of NUL", of_lines("Subject: a\n\n", std::string(1, '\0'))},
        {"a mail of NUL", of_lines("", std::string(1, '\0'))},
        {"bare CR", of_lines("Subject: a\r\r", "yes\r")},
        {"nothing but 0xFF", of_lines("", "\xFF")},
    };
}

}
