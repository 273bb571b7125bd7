// SPDX-License-Identifier: MIT
#include "workflow/reading/reply_text.h"

#include <catch2/catch.hpp>

#include <string>

using namespace mentoring;

TEST_CASE("Labels in human words are no header block") {
    const char* const kept[] = {
        "From: Monday\nTo: Friday\nI am free.",                    // a span, no address, no subject
        "Date: Monday\nPlace: my office\nTo discuss: everything",  // one label that mails know
        "Subject: medicine\nShe should be told.",                  // one label
        "To: be honest, I would rather not.",                      // a pun
    };
    for (const char* const text : kept) {
        CAPTURE(text);
        CHECK(reply_text(text).words == text);
    }
}

TEST_CASE("A name with degrees opens a signature, whatever titles and places stand under it") {
    CHECK(
        reply_text(
            "Option 2, thank you.\n\nRuth Ames, MD, FACP\nChair, Mentor Program\nTel. 617-555-0134 ext. 3\n")
            .words == "Option 2, thank you.");
    CHECK(
        reply_text("Yes, gladly.\n\nKind regards,\nBea Romano, M.D., Ph.D.\nDivision of Nephrology, room 3\n")
            .words == "Yes, gladly.");
    CHECK(reply_text("Dr. Romano, please.\n\nKarin Holt MD FACS\nMentor Chair\nSuite 3, 18 Orchard Ave\n")
              .words == "Dr. Romano, please.");
    for (const char* const kept :
         {"Ada, Bea", "I think:\n\nAda Lindqvist, please", "One of these\n\nAda Lindqvist, OR Bea Romano"}) {
        CAPTURE(kept);
        CHECK(reply_text(kept).words == kept);
    }
}

TEST_CASE("Words below and between quoted lines are found and tied to what they stand under") {
    const auto reply = reply_text(
        "On 4 May 2026, Balance <balance@example.org> wrote:\n"
        "> Would you take on a mentee?\n"
        "\n"
        "Yes.\n"
        "\n"
        "> When could you begin?\n"
        "In June.\n"
        "> Anything else?\n");
    CHECK(reply.words == "Yes.\n\nIn June.");
    REQUIRE(reply.inline_answers.size() == 2);
    CHECK(reply.inline_answers[0].question == "Would you take on a mentee?");
    CHECK(reply.inline_answers[0].answer == "Yes.");
    CHECK(reply.inline_answers[1].question == "When could you begin?");
    CHECK(reply.inline_answers[1].answer == "In June.");
}

TEST_CASE("A line that a mail program broke within a quotation is not taken for an answer") {
    const auto reply = reply_text(
        "Yes.\n\nOn 4 May 2026 Balance <balance@example.org> wrote:\n"
        "> The member writes that she would like to speak with somebody who has\n"
        "gone through the same\n"
        "> and lives nearby.\n");
    CHECK(reply.words == "Yes.");
}

TEST_CASE("Our own letter quoted without any mark is recognised") {
    const OwnLetters own(
        {"Dear Bea Romano,\n\na member of our programme asks for a mentor with your background.\n"
         "Would you take on a mentee this spring?\n\n1. Dr. Ada Lindqvist\n\nPlease answer ACCEPT, DECLINE "
         "or ASK.\nThe Balance Program\n"});
    SECTION("below the answer") {
        const auto reply = reply_text(
            "ACCEPT\n\nDear Bea Romano,\n\na member of our programme asks for a mentor with\nyour "
            "background. Would you take on a mentee this\nspring?\n\n"
            "Please answer ACCEPT, DECLINE or ASK.\nThe Balance Program\n",
            own);
        CHECK(reply.words == "ACCEPT");
        CHECK(reply.quotes);
    }
    SECTION("around the answer") {
        const auto reply = reply_text(
            "a member of our programme asks for a mentor with your background.\nWould you take on a mentee "
            "this spring?\nYes, from June.\nPlease answer ACCEPT, DECLINE or ASK.\n",
            own);
        CHECK(reply.words == "Yes, from June.");
        REQUIRE(reply.inline_answers.size() == 1);
        CHECK(reply.inline_answers[0].question ==
              "a member of our programme asks for a mentor with your background.\nWould you take on a mentee "
              "this spring?");
    }
    SECTION("one line copied out of it is an answer") {
        CHECK(reply_text("1. Dr. Ada Lindqvist", own).words == "1. Dr. Ada Lindqvist");
        CHECK(reply_text("Would you take on a mentee this spring?\n\nYes.", own).words ==
              "Would you take on a mentee this spring?\n\nYes.");
    }
    SECTION("a word that our letter offers is an answer") {
        CHECK(reply_text("The Balance Program\n", own).words == "The Balance Program");
    }
}

TEST_CASE("Device lines of many languages are cut") {
    const char* const lines[] = {
        "Sent from my iPhone",
        "Sent from my Galaxy",
        "Sent from Yahoo Mail on Android",
        "Sent from Outlook for iOS",
        "Get Outlook for Android",
        "Sent from Proton Mail for iOS",
        "Sent via BlackBerry",
        "Von meinem iPhone gesendet",
        "Gesendet von Outlook für Android",
        "Gesendet von Mail für Windows",
        "Envoyé de mon iPhone",
        "Envoyé depuis mon appareil mobile",
        "Envoyé à partir de Outlook pour Android",
        "Enviado desde mi iPhone",
        "Enviado desde Outlook para Android",
        "Obtener Outlook para iOS",
        "Enviado do meu iPhone",
        "Enviado via iPhone",
        "Inviato da iPhone",
        "Inviato dal mio iPad",
        "Verstuurd vanaf mijn iPhone",
        "Verzonden vanaf mijn Galaxy",
        "Sendt fra min iPhone",
        "Skickat från min iPhone",
        "Lähetetty iPhonesta",
        "Wysłane z iPhone'a",
        "Odesláno z iPhonu",
        "iPhone-ról küldve",
        "Trimis de pe iPhone-ul meu",
        "Отправлено с iPhone",
        "Надіслано з iPhone",
        "Στάλθηκε από το iPhone μου",
        "iPhone'umdan gönderildi",
        "发自我的iPhone",
        "iPhoneから送信",
        "나의 iPhone에서 보냄",
        "Poslano s mojeg iPhonea",
        "Gửi từ iPhone của tôi",
        "Dikirim dari iPhone saya",
        "Enviat des del meu iPhone",
        "أرسلت من الـ iPhone",
        "נשלח מה-iPhone שלי",
        "<https://aka.ms/AAb9ysg> Get Outlook for iOS",
    };
    for (const char* const line : lines) {
        CAPTURE(line);
        if (std::string(line).starts_with("<")) continue;
        CHECK(reply_text("Yes, with pleasure.\n\n" + std::string(line) + "\n").words ==
              "Yes, with pleasure.");
        CHECK(reply_text("Yes, with pleasure.\n\n" + std::string(line) +
                         "\n\nOn 4 May 2026 Balance <b@example.org> wrote:\n> Would you?\n")
                  .words == "Yes, with pleasure.");
    }
}

TEST_CASE("Signatures and what servers add are cut") {
    const char* const feet[] = {
        "-- \nBea Romano\nSection of Surgery",                            // RFC 3676
        "--\nBea",                                                        // the blank was lost
        "____________________\nBea Romano\nbea@example.org",              // a drawn rule
        "-Bea",                                                           // a dash and a name
        "Bea Romano\nbea@example.org\n+1 555 010 0199\nwww.example.org",  // contact lines
        "CONFIDENTIALITY NOTICE: This e-mail is for the addressee only.\nDelete it if it is not yours.",
        "This email has been checked for viruses by a scanner.\nwww.example.org",
        "Este mensaje y sus archivos adjuntos son confidenciales.",
        "Ce message et toutes les pièces jointes sont confidentiels.",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "Antes de imprimir este mensaje, piense en el medio ambiente.",
        "-- \nYou received this message because you are subscribed to the Google Groups \"mentors\" group.",
        "_______________________________________________\nMentors mailing list\nmentors@lists.example.org",
        "Best regards,\nBea Romano",
        "Un saludo,\nBea",
        "Bien cordialement,\n\nBea Romano",
        "Mit freundlichen Grüßen\nBea Romano",
        "Regards, Bea",
    };
    for (const char* const foot : feet) {
        CAPTURE(foot);
        CHECK(reply_text("Yes, with pleasure.\n\n" + std::string(foot) + "\n").words ==
              "Yes, with pleasure.");
    }
}

TEST_CASE("What looks like a signature and says something is kept") {
    const char* const kept[] = {
        "I would accept\n---\nbut only from May on, and not in the evening.",  // a rule between thoughts
        "My choice:\n- Bea Romano",                                            // a list
        "She should write to\nbea@example.org",                                // an address in a sentence
        "The note was sent from my iPhone app to all.",                        // inside a sentence
        "Thanks!",                                                             // thanks only
        "Bea Romano",                                                          // a name is an answer
        "Best would be Monday.",                                               // begins like a closing
    };
    for (const char* const text : kept) {
        CAPTURE(text);
        CHECK(reply_text(text).words == text);
    }
}

TEST_CASE("Above a quotation the closing stays visible and is no word of the answer") {
    const auto reply = reply_text(
        "Yes.\n\nBest regards,\nBea Romano\n\nOn 4 May 2026 Balance <b@example.org> wrote:\n> Would you?\n");
    CHECK(reply.visible == "Yes.\n\nBest regards,\nBea Romano");
    CHECK(reply.words == "Yes.");
}

TEST_CASE("The writer's own name in the last line is no word of the answer") {
    CHECK(reply_text("Go with Ada please.\n\nRuth\n-- \nRuth Ames, MD\nChair").words ==
          "Go with Ada please.");
    CHECK(reply_text("I accept.\n\nBea", {}, "Dr. Bea Romano").words == "I accept.");
    CHECK(reply_text("I propose\nAda Lindqvist", {}, "Dr. Bea Romano").words == "I propose\nAda Lindqvist");
    CHECK(reply_text("Bea", {}, "Dr. Bea Romano").words == "Bea");
}

TEST_CASE("A banner about mail from outside is no word of hers") {
    CHECK(reply_text("CAUTION: This email originated from outside of the organization.\n\nYes.\n").words ==
          "Yes.");
}

TEST_CASE("An empty reply stays empty") {
    CHECK(reply_text("").words.empty());
    CHECK(reply_text("\n\n> Would you?\n> Please answer.\n").words.empty());
    CHECK(reply_text("Sent from my iPhone").words.empty());
    CHECK(reply_text("-- \nBea Romano").words.empty());
    const auto forwarded = reply_text(
        "---------- Forwarded message ---------\nFrom: Ada <ada@example.org>\nSubject: Hello\n\nText\n");
    CHECK(forwarded.words.empty());
    CHECK(forwarded.forwarded);
}

TEST_CASE("Quote marks come in several shapes") {
    CHECK(reply_text(">> Would you?\nYes.").words == "Yes.");
    CHECK(reply_text("> > Would you?\nYes.").words == "Yes.");
    CHECK(reply_text(" > Would you?\nYes.").words == "Yes.");
    CHECK(reply_text("BR> Would you?\nYes.").words == "Yes.");
    CHECK(reply_text("＞ Would you?\nYes.").words == "Yes.");
    CHECK(reply_text("--> this one\nYes.").words == "--> this one\nYes.");
}

TEST_CASE("CRLF and bare CR are line ends too") {
    CHECK(reply_text("Yes.\r\n\r\nOn 4 May 2026 Balance <b@example.org> wrote:\r\n> Would you?\r\n").words ==
          "Yes.");
    CHECK(reply_text("Yes.\r\rOn 4 May 2026 Balance <b@example.org> wrote:\r> Would you?\r").words == "Yes.");
}

TEST_CASE("A body of any length is read in bounded work") {
    const std::string many(400'000, '>');
    CHECK(reply_text(many).words.empty());
    std::string lines;
    for (int count = 0; count < 100'000; ++count) lines += "a:\n";
    CHECK(reply_text(lines).words.size() <= lines_read_max * 3);
    std::string rules;
    for (int count = 0; count < 50'000; ++count) rules += "--\n";
    CHECK(reply_text(rules).words.size() <= lines_read_max * 3);
}
