// SPDX-License-Identifier: MIT
#include "workflow/reading/bounce.h"

#include <catch2/catch.hpp>

#include <string>

#include "workflow/reading/bounce_report.h"
#include "workflow/reading/bounce_text.h"

using namespace mentoring;

namespace {

Mail report_with(const std::string& status_part) {
    Mail mail;
    mail.content_type = "multipart/report";
    mail.report_type = "delivery-status";
    mail.from = {"Mail Delivery System", "MAILER-DAEMON@mx.example.com"};
    mail.null_return_path = true;
    mail.subject = "Delivery report";
    mail.reports = {{"message/delivery-status", status_part},
                    {"text/rfc822-headers",
                     "From: balance@example.org\nTo: bea@example.org\nSubject: A mentee "
                     "[K7F3Q2MZ]\nMessage-ID: <letter.1@balance.example.org>\n"}};
    return mail;
}

Mail notice(const std::string& subject, const std::string& text,
            const std::string& from = "mailer-daemon@mx.example.com") {
    Mail mail;
    mail.from = {"", from};
    mail.to = {{"", "balance@example.org"}};
    mail.subject = subject;
    mail.text = mail.quoted_text = text;
    return mail;
}

}

TEST_CASE("A failed recipient of a report is a bounce tied to its letter") {
    const auto bounce = read_bounce(
        report_with("Reporting-MTA: dns; mx\n\nOriginal-Recipient: rfc822;bea@example.org\nFinal-Recipient: "
                    "rfc822; bea@store.example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; "
                    "550\n 5.1.1 unknown\n"));
    REQUIRE(bounce);
    REQUIRE(bounce->recipients.size() == 1);
    CHECK(bounce->recipients[0].address == "bea@store.example.org");
    CHECK(bounce->recipients[0].original == "bea@example.org");
    CHECK(bounce->status == "5.1.1");
    CHECK(bounce->permanence == Permanence::permanent);
    CHECK(bounce->returned.message_id == "letter.1@balance.example.org");
    CHECK(bounce->returned.subject == "A mentee [K7F3Q2MZ]");
    CHECK(bounce->returned.recipient == "bea@example.org");
}

TEST_CASE("Delivered, relayed and expanded are no bounces, delayed is a temporary one") {
    CHECK_FALSE(read_bounce(
        report_with("Final-Recipient: rfc822; bea@example.org\nAction: delivered\nStatus: 2.1.5\n")));
    CHECK_FALSE(read_bounce(
        report_with("Final-Recipient: rfc822; bea@example.org\nAction: relayed\nStatus: 2.0.0\n")));
    CHECK_FALSE(read_bounce(
        report_with("Final-Recipient: rfc822; bea@example.org\nAction: expanded\nStatus: 2.0.0\n")));
    const auto delayed = read_bounce(
        report_with("Final-Recipient: rfc822; bea@example.org\nAction: delayed\nStatus: 4.4.1\n"));
    REQUIRE(delayed);
    CHECK(delayed->permanence == Permanence::temporary);
}

TEST_CASE("Each recipient of a report has a verdict of its own") {
    const auto bounce = read_bounce(
        report_with("Final-Recipient: rfc822; ada@example.org\nAction: failed\nStatus: "
                    "4.2.2\n\nFinal-Recipient: rfc822; bea@example.org\nAction: delivered\nStatus: "
                    "2.0.0\n\nFinal-Recipient: rfc822; cleo@example.org\nAction: failed\nStatus: 5.2.2\n"));
    REQUIRE(bounce);
    REQUIRE(bounce->recipients.size() == 2);
    CHECK(bounce->recipients[0].permanence == Permanence::temporary);
    CHECK(bounce->recipients[1].address == "cleo@example.org");
    CHECK(bounce->permanence == Permanence::permanent);
}

TEST_CASE("Addresses of reports come in several shapes") {
    CHECK(address_in_report("rfc822; bea@example.org") == "bea@example.org");
    CHECK(address_in_report("RFC822;<bea@example.org>") == "bea@example.org");
    CHECK(address_in_report("rfc822; \"bea@example.org\"") == "bea@example.org");
    CHECK(address_in_report("<bea@example.org>") == "bea@example.org");
    CHECK(address_in_report("").empty());
}

TEST_CASE("Plain notices of mail servers are bounces") {
    struct Notice {
        const char* subject;
        const char* text;
        const char* status;
        Permanence permanence;
    };
    const Notice notices[] = {
        {"failure notice",
         "I could not deliver your message.\n\n<bea@example.org>:\nRemote host said: 550 5.1.1 no such "
         "user\n\n--- Below this line is a copy of the message.\n\nMessage-ID: "
         "<letter.1@balance.example.org>\n",
         "5.1.1", Permanence::permanent},
        {"Mail delivery failed: returning message to sender",
         "The following address(es) failed:\n\n  bea@example.org\n    host mx said: 452 4.2.2 mailbox full\n",
         "4.2.2", Permanence::temporary},
        {"Undeliverable: A mentee",
         "Your message did not reach the following recipient:\n\nbea@example.org\n", "",
         Permanence::permanent},
        {"Warning: message delayed",
         "The message has not yet been delivered to:\n\nbea@example.org\n\nDelivery attempts will "
         "continue.\n",
         "", Permanence::temporary},
        {"Unzustellbar: Eine Anfrage", "Die Nachricht konnte nicht zugestellt werden:\n\nbea@example.org\n",
         "", Permanence::permanent},
        {"No se puede entregar: Una solicitud", "bea@example.org\nEl buzón no existe: 550 5.1.1\n", "5.1.1",
         Permanence::permanent},
    };
    for (const Notice& each : notices) {
        CAPTURE(each.subject);
        const auto bounce = read_bounce(notice(each.subject, each.text));
        REQUIRE(bounce);
        REQUIRE(bounce->recipients.size() == 1);
        CHECK(bounce->recipients[0].address == "bea@example.org");
        CHECK(bounce->status == each.status);
        CHECK(bounce->permanence == each.permanence);
    }
}

TEST_CASE("People and machines that speak of undelivered mail are no bounces") {
    CHECK_FALSE(read_bounce(
        notice("Undeliverable?", "My mail could not be delivered, 550 5.1.1 they say.", "bea@example.org")));
    CHECK_FALSE(
        read_bounce(notice("Fwd: Undelivered Mail Returned to Sender", "See below.", "bea@example.org")));
    CHECK_FALSE(read_bounce(notice("Re: A mentee", "She does not exist in my list.", "bea@example.org")));
    Mail vacation = notice("Automatic reply: A mentee",
                           "I am away. The account of my assistant does not exist yet.", "bea@example.org");
    vacation.null_return_path = true;
    CHECK_FALSE(read_bounce(vacation));
}

TEST_CASE("Only a status is taken for a status") {
    CHECK(status_in("550 5.1.1 unknown").value_or("") == "5.1.1");
    CHECK(status_in("(#4.4.1)").value_or("") == "4.4.1");
    CHECK(status_in("5.7.509 denied").value_or("") == "5.7.509");
    CHECK_FALSE(status_in("host 192.5.1.1 said"));  // an IP address
    CHECK_FALSE(status_in("Exim 4.86 with 5.10"));  // versions
    CHECK_FALSE(status_in("5.1"));
    CHECK_FALSE(status_in("4.1.2.3"));
    CHECK_FALSE(status_in("2.0.0 delivered"));
}

TEST_CASE("A notice of any length is read in bounded work") {
    std::string text;
    for (int count = 0; count < 200'000; ++count) text += "a@b ";
    CHECK(read_notice(text, {}).recipients.size() <= 100);
    std::string lines;
    for (int count = 0; count < 50'000; ++count)
        lines += "<u" + std::to_string(count) + "@example.org>: unknown user\n";
    CHECK(read_notice(lines, {}).recipients.size() <= 100);
    std::string fields;
    for (int count = 0; count < 50'000; ++count)
        fields += "Final-Recipient: rfc822; a@example.org\nAction: failed\n\n";
    CHECK(reported_recipients(fields).size() <= reported_recipients_max);
}
