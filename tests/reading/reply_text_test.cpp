// SPDX-License-Identifier: MIT
#include "workflow/reading/reply_text.h"

#include <catch2/catch.hpp>

#include <string>

using namespace mentoring;

namespace {

const std::string quoted = "\n\nWould you take on a mentee?\nShe wrote to us in May.\n";

// The reply above a quotation that carries no mark.
std::string words_above(const std::string& lead_in) {
    return reply_text("Yes, with pleasure.\n\n" + lead_in + quoted).words;
}

std::string marked(const std::string& text) {
    std::string out = "> ";
    for (const char octet : text) out += octet == '\n' ? std::string("\n> ") : std::string(1, octet);
    return out + "\n";
}

}

TEST_CASE("An attribution in any language ends the new words") {
    const char* const attributions[] = {
        "On Mon, May 4, 2026 at 10:15 AM Balance Program <balance@example.org> wrote:",
        "On 4 May 2026, at 10:15, Balance Program <balance@example.org> wrote:",
        "On 05/04/2026 10:15 AM, Balance Program wrote:",
        "On Mon, 2026-05-04 at 10:15 +0200, Balance Program wrote:",
        "On 2026-05-04 10:15, Balance Program wrote:",
        "Balance Program <balance@example.org> wrote on 04.05.2026 10:15:",
        "Balance Program <balance@example.org> writes:",
        "At 10:15 AM 5/4/2026, Balance Program wrote:",
        "Am 04.05.2026 um 10:15 schrieb Balance Program <balance@example.org>:",
        "Am Mo., 4. Mai 2026 um 10:15 Uhr schrieb Balance Program <balance@example.org>:",
        "Balance Program <balance@example.org> schrieb am Mo., 4. Mai 2026, 10:15:",
        "Le 04/05/2026 à 10:15, Balance Program a écrit :",
        "Le lun. 4 mai 2026 à 10:15, Balance Program <balance@example.org> a écrit :",
        "Le 4 mai 2026 à 10:15, Balance Program <balance@example.org> a écrit :",
        "El lun, 4 may 2026 a las 10:15, Balance Program (<balance@example.org>) escribió:",
        "El 4/5/2026 a las 10:15, Balance Program escribió:",
        "El lunes, 4 de mayo de 2026, 10:15:32 CEST, Balance Program <balance@example.org> escribió:",
        "Em seg., 4 de mai. de 2026 às 10:15, Balance Program <balance@example.org> escreveu:",
        "A segunda, 4/05/2026, 10:15, Balance Program <balance@example.org> escreveu:",
        "Il giorno lun 4 mag 2026 alle ore 10:15 Balance Program <balance@example.org> ha scritto:",
        "Il 04/05/2026 10:15, Balance Program ha scritto:",
        "Op ma 4 mei 2026 om 10:15 schreef Balance Program <balance@example.org>:",
        "Op 4 mei 2026 om 10:15 heeft Balance Program <balance@example.org> het volgende geschreven:",
        "Den man. 4. maj 2026 kl. 10.15 skrev Balance Program <balance@example.org>:",
        "man. 4. mai 2026 kl. 10:15 skrev Balance Program <balance@example.org>:",
        "Den mån 4 maj 2026 kl 10:15 skrev Balance Program <balance@example.org>:",
        "4 maj 2026 kl. 10:15 skrev Balance Program <balance@example.org>:",
        "ma 4. toukok. 2026 klo 10.15 Balance Program (balance@example.org) kirjoitti:",
        "pon., 4 maj 2026 o 10:15 Balance Program <balance@example.org> napisał(a):",
        "W dniu 04.05.2026 o 10:15, Balance Program pisze:",
        "Dne po 4. 5. 2026 10:15 uživatel Balance Program <balance@example.org> napsal:",
        "po 4. 5. 2026 o 10:15 Balance Program <balance@example.org> napísal(a):",
        "Balance Program <balance@example.org> ezt írta (időpont: 2026. máj. 4., H, 10:15):",
        "În lun., 4 mai 2026 la 10:15, Balance Program <balance@example.org> a scris:",
        "пн, 4 мая 2026 г. в 10:15, Balance Program <balance@example.org>:",
        "04.05.2026 10:15, Balance Program пишет:",
        "пн, 4 трав. 2026 р. о 10:15 Balance Program <balance@example.org> пише:",
        "На пн, 4.05.2026 г. в 10:15 Balance Program <balance@example.org> написа:",
        "Στις Δευ 4 Μαΐ 2026 στις 10:15 π.μ., ο χρήστης Balance Program <balance@example.org> έγραψε:",
        "Balance Program <balance@example.org>, 4 May 2026 Pzt, 10:15 tarihinde şunu yazdı:",
        "pon, 4. svi 2026. u 10:15 Balance Program <balance@example.org> napisao je:",
        "V pon., 4. maj 2026 ob 10:15 je oseba Balance Program <balance@example.org> napisala:",
        "Vào Th 2, 4 thg 5, 2026 vào lúc 10:15 Balance Program <balance@example.org> đã viết:",
        "Pada Sen, 4 Mei 2026 pukul 10.15 Balance Program <balance@example.org> menulis:",
        "El dl., 4 de maig 2026, 10:15, Balance Program <balance@example.org> va escriure:",
        "2026年5月4日(月) 10:15 Balance Program <balance@example.org>:",
        "2026/05/04 10:15、Balance Program <balance@example.org>のメール:",
        "2026년 5월 4일 (월) 오전 10:15, Balance Program <balance@example.org>님이 작성:",
        "Balance Program <balance@example.org> 于2026年5月4日周一 10:15写道：",
        "בתאריך יום ב׳, 4 במאי 2026 ב-10:15 מאת Balance Program <balance@example.org>:",
        "في الاثنين، 4 مايو 2026 في 10:15 ص تمت كتابة ما يلي بواسطة Balance Program <balance@example.org>:",
        "ในวันที่ จ. 4 พ.ค. 2026 เวลา 10:15 Balance Program <balance@example.org> เขียนว่า:",
        "2026-05-04 10:15 GMT+02:00 Balance Program <balance@example.org>:",
        "---- On Mon, 04 May 2026 10:15:00 +0200 Balance Program <balance@example.org> wrote ----",
        "-------- Balance Program wrote --------",
        "- On 2026-05-04 10:15, Balance Program wrote:",
        "10:15, 4 May 2026, \"Balance Program\" <balance@example.org>:",
    };
    for (const char* const attribution : attributions) {
        CAPTURE(attribution);
        CHECK(words_above(attribution) == "Yes, with pleasure.");
        CHECK(reply_text("Yes, with pleasure.\n\n" + std::string(attribution) + "\n\n" + marked("Would you?"))
                  .words == "Yes, with pleasure.");
    }
}

TEST_CASE("An attribution may be broken over several lines") {
    const char* const attributions[] = {
        "On Mon, May 4, 2026 at 10:15 AM Balance Program <\nbalance+k7f3q2mz@example.org> wrote:",
        "On May 4, 2026, at 10:15 AM, Balance Program\n<balance@example.org>\nwrote:",
        "Le lun. 4 mai 2026 à 10:15, Balance Program\n<balance@example.org> a\nécrit :",
        "El lun, 4 may 2026 a las 10:15, Balance Program (<\nbalance@example.org>) escribió:",
        "Am Mo., 4. Mai 2026 um 10:15 Uhr schrieb Balance Program\n<balance@example.org>:",
        "Balance Program <balance@example.org> schrieb am Mo., 4. Mai 2026\num 10:15 Uhr:",
        "On Mon, May 4, 2026 at 10:15 AM Balance Program\n\n<\nmailto:Balance <balance@example.org>\n> "
        "wrote:",
    };
    for (const char* const attribution : attributions) {
        CAPTURE(attribution);
        CHECK(words_above(attribution) == "Yes, with pleasure.");
    }
}

TEST_CASE("Human sentences are no attributions") {
    const char* const kept[] = {
        "On Thursday I can call her:\nin the evening.",           // no verb, no address
        "Something she wrote:\nI liked it.",                      // no date, no address
        "I met her on 4 May 2026 at 10:15.\nIt went well.",       // no verb of writing, no colon
        "One question:\nwhen do we begin?",                       // begins like "On"
        "My times are:\nMonday 10:15, Tuesday 11:00\nor later.",  // times in a list
        "You wrote that she is in Lyon.\nThat is far.",           // the verb in a sentence
    };
    for (const char* const text : kept) {
        CAPTURE(text);
        CHECK(reply_text(text).words == text);
    }
}

TEST_CASE("A header block without any mark ends the new words") {
    const char* const blocks[] = {
        "From: Balance Program <balance@example.org>\nSent: Monday, May 4, 2026 10:15 AM\nTo: Bea "
        "Romano\nSubject: A mentee for you",
        "From: Balance Program\nSent: Monday, May 4, 2026 10:15 AM\nTo: Bea Romano\nCc: Dana\nSubject: A "
        "mentee for you",
        "*From:* Balance Program <balance@example.org>\n*Date:* Monday, 4 May 2026\n*To:* Bea\n*Subject:* A "
        "mentee",
        "Von: Balance Program <balance@example.org>\nGesendet: Montag, 4. Mai 2026 10:15\nAn: Bea "
        "Romano\nBetreff: Ein Mentee",
        "De : Balance Program <balance@example.org>\nEnvoyé : lundi 4 mai 2026 10:15\nÀ : Bea Romano\nObjet "
        ": Une mentorée",
        "De: Balance Program <balance@example.org>\nEnviado el: lunes, 4 de mayo de 2026 10:15\nPara: Bea "
        "Romano\nAsunto: Una mentoría",
        "De: Balance Program <balance@example.org>\nEnviada em: segunda-feira, 4 de maio de 2026 "
        "10:15\nPara: Bea Romano\nAssunto: Uma mentoria",
        "Da: Balance Program <balance@example.org>\nInviato: lunedì 4 maggio 2026 10:15\nA: Bea "
        "Romano\nOggetto: Una richiesta",
        "Van: Balance Program <balance@example.org>\nVerzonden: maandag 4 mei 2026 10:15\nAan: Bea "
        "Romano\nOnderwerp: Een mentee",
        "Fra: Balance Program <balance@example.org>\nSendt: 4. maj 2026 10:15\nTil: Bea Romano\nEmne: En "
        "mentee",
        "Från: Balance Program <balance@example.org>\nSkickat: den 4 maj 2026 10:15\nTill: Bea Romano\nÄmne: "
        "En adept",
        "Lähettäjä: Balance Program <balance@example.org>\nLähetetty: maanantai 4. toukokuuta 2026 "
        "10.15\nVastaanottaja: Bea Romano\nAihe: Aktori",
        "Od: Balance Program <balance@example.org>\nWysłano: poniedziałek, 4 maja 2026 10:15\nDo: Bea "
        "Romano\nTemat: Mentoring",
        "Od: Balance Program <balance@example.org>\nOdesláno: pondělí 4. května 2026 10:15\nKomu: Bea "
        "Romano\nPředmět: Mentoring",
        "Feladó: Balance Program <balance@example.org>\nElküldve: 2026. május 4., hétfő 10:15\nCímzett: Bea "
        "Romano\nTárgy: Mentorálás",
        "De la: Balance Program <balance@example.org>\nTrimis: luni, 4 mai 2026 10:15\nCătre: Bea "
        "Romano\nSubiect: Mentorat",
        "От: Balance Program <balance@example.org>\nОтправлено: 4 мая 2026 г. 10:15\nКому: Bea Romano\nТема: "
        "Наставничество",
        "Від: Balance Program <balance@example.org>\nНадіслано: 4 травня 2026 р. 10:15\nКому: Bea "
        "Romano\nТема: Наставництво",
        "Από: Balance Program <balance@example.org>\nΣτάλθηκε: Δευτέρα, 4 Μαΐου 2026 10:15\nΠρος: Bea "
        "Romano\nΘέμα: Καθοδήγηση",
        "Kimden: Balance Program <balance@example.org>\nGönderildi: 4 Mayıs 2026 Pazartesi 10:15\nKime: Bea "
        "Romano\nKonu: Mentorluk",
        "发件人: Balance Program <balance@example.org>\n发送时间: 2026年5月4日 10:15\n收件人: Bea "
        "Romano\n主题: 导师",
        "差出人: Balance Program <balance@example.org>\n送信日時: 2026年5月4日 10:15\n宛先: Bea "
        "Romano\n件名: メンター",
        "보낸 사람: Balance Program <balance@example.org>\n보낸 날짜: 2026년 5월 4일 10:15\n받는 사람: Bea "
        "Romano\n제목: 멘토",
        "________________________________\nFrom: Balance Program\n<balance@example.org>\nSent: Monday, May "
        "4, 2026\nTo: Bea\nSubject: A mentee",
        "-----Original Message-----\nFrom: Balance Program <balance@example.org>\nSubject: A mentee",
        "-----Mensaje original-----\nDe: Balance Program <balance@example.org>\nAsunto: Una mentoría",
        "-----Message d'origine-----\nDe : Balance Program <balance@example.org>\nObjet : Une mentorée",
        "-----Ursprüngliche Nachricht-----\nVon: Balance Program <balance@example.org>\nBetreff: Ein Mentee",
        "-------- Messaggio originale --------",
        "---------- Forwarded message ---------\nFrom: Balance Program <balance@example.org>\nSubject: A "
        "mentee",
        "---------- Mensaje reenviado ----------",
        "Begin forwarded message:",
        "Début du message réexpédié :",
    };
    for (const char* const block : blocks) {
        CAPTURE(block);
        CHECK(words_above(block) == "Yes, with pleasure.");
    }
}

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
    CHECK(reply_text("Go with Ada please.\n\nRuth\n-- \nRuth Ames, MD\nChair").words == "Go with Ada please.");
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
