// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <string>

#include "workflow/reading/reply_text.h"

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
        "On Mon, May 4, 2026 at 10:15 AM, The Mentors of the Association of\nWomen Physicians "
        "<\nbalance@example.org> wrote:",
        "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Monday, May 4, 2026 10:15 AM, Balance <balance@example.org> "
        "wrote:",
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
