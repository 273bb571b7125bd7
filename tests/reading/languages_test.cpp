// SPDX-License-Identifier: MIT
// One line a language: what mail programs and absent people write in it. A table that is cut short fails.
#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <string_view>

#include "workflow/reading/automatic.h"
#include "workflow/reading/reply_text.h"

using namespace mentoring;

namespace {

struct Phrase {
    std::string_view language;
    std::string_view text;
};

struct Labels {
    std::string_view language;
    std::string_view from, sent, to, subject;  // with the blank and colon they are written with
    std::string_view date;
};

constexpr Phrase attributions[] = {
    {"Arabic", "في الاثنين، 4 مايو 2026 في 10:15 ص تمت كتابة ما يلي بواسطة Office <office@example.org>:"},
    {"Bulgarian", "На пн, 4.05.2026 г. в 10:15 Office <office@example.org> написа:"},
    {"Catalan", "El dl., 4 de maig 2026, 10:15, Office <office@example.org> va escriure:"},
    {"Chinese", "Office <office@example.org> 于2026年5月4日周一 10:15写道："},
    {"Croatian", "pon, 4. svi 2026. u 10:15 Office <office@example.org> napisao je:"},
    {"Czech", "Dne po 4. 5. 2026 10:15 uživatel Office <office@example.org> napsal:"},
    {"Danish", "Den man. 4. maj 2026 kl. 10.15 skrev Office <office@example.org>:"},
    {"Dutch", "Op ma 4 mei 2026 om 10:15 schreef Office <office@example.org>:"},
    {"English", "On Mon, May 4, 2026 at 10:15 AM Office <office@example.org> wrote:"},
    {"Estonian", "Kuupäeval E, 4. mai 2026 kell 10:15 kirjutas Office <office@example.org>:"},
    {"Finnish", "ma 4. toukok. 2026 klo 10.15 Office (office@example.org) kirjoitti:"},
    {"French", "Le lun. 4 mai 2026 à 10:15, Office <office@example.org> a écrit :"},
    {"German", "Am Mo., 4. Mai 2026 um 10:15 Uhr schrieb Office <office@example.org>:"},
    {"Greek", "Στις Δευ 4 Μαΐ 2026 στις 10:15 π.μ., ο χρήστης Office <office@example.org> έγραψε:"},
    {"Hebrew", "בתאריך יום ב׳, 4 במאי 2026 ב-10:15 מאת Office <office@example.org>:"},
    {"Hungarian", "Office <office@example.org> ezt írta (időpont: 2026. máj. 4., H, 10:15):"},
    {"Indonesian", "Pada Sen, 4 Mei 2026 pukul 10.15 Office <office@example.org> menulis:"},
    {"Italian", "Il giorno lun 4 mag 2026 alle ore 10:15 Office <office@example.org> ha scritto:"},
    {"Japanese", "2026年5月4日(月) 10:15 Office <office@example.org>:"},
    {"Korean", "2026년 5월 4일 (월) 오전 10:15, Office <office@example.org>님이 작성:"},
    {"Latvian", "pirmd., 2026. g. 4. maijs, plkst. 10:15 Office <office@example.org> rakstīja:"},
    {"Lithuanian", "2026-05-04, pr, 10:15 Office <office@example.org> rašė:"},
    {"Norwegian", "man. 4. mai 2026 kl. 10:15 skrev Office <office@example.org>:"},
    {"Polish", "pon., 4 maj 2026 o 10:15 Office <office@example.org> napisał(a):"},
    {"Portuguese", "Em seg., 4 de mai. de 2026 às 10:15, Office <office@example.org> escreveu:"},
    {"Romanian", "În lun., 4 mai 2026 la 10:15, Office <office@example.org> a scris:"},
    {"Russian", "пн, 4 мая 2026 г. в 10:15, Office <office@example.org>:"},
    {"Slovak", "po 4. 5. 2026 o 10:15 Office <office@example.org> napísal(a):"},
    {"Slovenian", "V pon., 4. maj 2026 ob 10:15 je oseba Office <office@example.org> napisala:"},
    {"Spanish", "El lun, 4 may 2026 a las 10:15, Office (<office@example.org>) escribió:"},
    {"Swedish", "Den mån 4 maj 2026 kl 10:15 skrev Office <office@example.org>:"},
    {"Thai", "ในวันที่ จ. 4 พ.ค. 2026 เวลา 10:15 Office <office@example.org> เขียนว่า:"},
    {"Turkish", "Office <office@example.org>, 4 May 2026 Pzt, 10:15 tarihinde şunu yazdı:"},
    {"Ukrainian", "пн, 4 трав. 2026 р. о 10:15 Office <office@example.org> пише:"},
    {"Vietnamese", "Vào Th 2, 4 thg 5, 2026 vào lúc 10:15 Office <office@example.org> đã viết:"},
};

constexpr Labels header_blocks[] = {
    {"Chinese", "发件人:", "发送时间:", "收件人:", "主题:", "2026年5月4日 10:15"},
    {"Czech", "Od:", "Odesláno:", "Komu:", "Předmět:", "pondělí 4. května 2026 10:15"},
    {"Danish", "Fra:", "Sendt:", "Til:", "Emne:", "4. maj 2026 10:15"},
    {"Dutch", "Van:", "Verzonden:", "Aan:", "Onderwerp:", "maandag 4 mei 2026 10:15"},
    {"English", "From:", "Sent:", "To:", "Subject:", "Monday, May 4, 2026 10:15 AM"},
    {"Finnish", "Lähettäjä:", "Lähetetty:", "Vastaanottaja:", "Aihe:", "maanantai 4. toukokuuta 2026 10.15"},
    {"French", "De :", "Envoyé :", "À :", "Objet :", "lundi 4 mai 2026 10:15"},
    {"German", "Von:", "Gesendet:", "An:", "Betreff:", "Montag, 4. Mai 2026 10:15"},
    {"Greek", "Από:", "Στάλθηκε:", "Προς:", "Θέμα:", "Δευτέρα, 4 Μαΐου 2026 10:15"},
    {"Hungarian", "Feladó:", "Elküldve:", "Címzett:", "Tárgy:", "2026. május 4., hétfő 10:15"},
    {"Italian", "Da:", "Inviato:", "A:", "Oggetto:", "lunedì 4 maggio 2026 10:15"},
    {"Japanese", "差出人:", "送信日時:", "宛先:", "件名:", "2026年5月4日 10:15"},
    {"Korean", "보낸 사람:", "보낸 날짜:", "받는 사람:", "제목:", "2026년 5월 4일 10:15"},
    {"Norwegian", "Fra:", "Sendt:", "Til:", "Emne:", "mandag 4. mai 2026 10:15"},
    {"Polish", "Od:", "Wysłano:", "Do:", "Temat:", "poniedziałek, 4 maja 2026 10:15"},
    {"Portuguese", "De:", "Enviada em:", "Para:", "Assunto:", "segunda-feira, 4 de maio de 2026 10:15"},
    {"Romanian", "De la:", "Trimis:", "Către:", "Subiect:", "luni, 4 mai 2026 10:15"},
    {"Russian", "От:", "Отправлено:", "Кому:", "Тема:", "4 мая 2026 г. 10:15"},
    {"Slovak", "Od:", "Odoslané:", "Komu:", "Predmet:", "pondelok 4. mája 2026 10:15"},
    {"Spanish", "De:", "Enviado el:", "Para:", "Asunto:", "lunes, 4 de mayo de 2026 10:15"},
    {"Swedish", "Från:", "Skickat:", "Till:", "Ämne:", "den 4 maj 2026 10:15"},
    {"Turkish", "Kimden:", "Gönderildi:", "Kime:", "Konu:", "4 Mayıs 2026 Pazartesi 10:15"},
    {"Ukrainian", "Від:", "Надіслано:", "Кому:", "Тема:", "4 травня 2026 р. 10:15"},
};

constexpr Phrase devices[] = {
    {"Arabic", "أرسلت من iPhone"},
    {"Catalan", "Enviat des del meu iPhone"},
    {"Chinese", "发自我的iPhone"},
    {"Croatian", "Poslano s mog iPhonea"},
    {"Czech", "Odesláno z iPhonu"},
    {"Danish", "Sendt fra min iPhone"},
    {"Dutch", "Verstuurd vanaf mijn iPhone"},
    {"English", "Sent from my iPhone"},
    {"Finnish", "Lähetetty iPhonesta"},
    {"French", "Envoyé de mon iPhone"},
    {"German", "Von meinem iPhone gesendet"},
    {"Greek", "Στάλθηκε από το iPhone μου"},
    {"Hebrew", "נשלח מה-iPhone שלי"},
    {"Hungarian", "Az iPhone-omról küldve"},
    {"Italian", "Inviato da iPhone"},
    {"Japanese", "iPhoneから送信"},
    {"Korean", "나의 iPhone에서 보냄"},
    {"Norwegian", "Sendt fra min Samsung"},
    {"Polish", "Wysłane z iPhone'a"},
    {"Portuguese", "Enviado do meu iPhone"},
    {"Romanian", "Trimis de pe iPhone-ul meu"},
    {"Russian", "Отправлено с iPhone"},
    {"Slovak", "Odoslané z iPhonu"},
    {"Spanish", "Enviado desde mi iPhone"},
    {"Swedish", "Skickat från min iPhone"},
    {"Turkish", "iPhone'umdan gönderildi"},
    {"Ukrainian", "Надіслано з iPhone"},
    {"Vietnamese", "Đã gửi từ iPhone của tôi"},
};

constexpr Phrase absences[] = {
    {"Czech",
     "Děkuji za Vaši zprávu. Do 18. května 2026 jsem na dovolené. V naléhavých případech se obraťte na "
     "sekretariát."},
    {"Danish",
     "Tak for din mail. Jeg holder ferie til og med den 18. maj 2026. Hvis det haster, så kontakt "
     "sekretariatet."},
    {"Dutch",
     "Bedankt voor uw bericht. Ik ben met vakantie tot en met 18 mei 2026. Voor dringende zaken kunt u "
     "contact opnemen met het secretariaat."},
    {"English",
     "Thank you for your message. I am out of the office until 18 May 2026. In urgent cases please contact "
     "my assistant."},
    {"Finnish",
     "Kiitos viestistäsi. Olen lomalla 18.5.2026 saakka. Kiireellisissä asioissa ota yhteyttä "
     "toimistoon."},
    {"French",
     "Merci pour votre message. Je suis absente du bureau jusqu'au 18 mai 2026. En cas d'urgence, veuillez "
     "contacter le secrétariat."},
    {"German",
     "Vielen Dank für Ihre Nachricht. Ich bin bis zum 18.05.2026 nicht im Büro. In dringenden Fällen wenden "
     "Sie sich an das Sekretariat."},
    {"Italian",
     "Grazie per il messaggio. Sono fuori ufficio fino al 18 maggio 2026. Per urgenze contattare la "
     "segreteria."},
    {"Japanese",
     "メールをありがとうございます。5月18日まで休暇のため不在にしております。緊急の場合は事務局までご連絡く"
     "ださい。"},
    {"Norwegian",
     "Takk for din e-post. Jeg har ferie til og med 18. mai 2026. Hvis det haster, kontakt sekretariatet."},
    {"Polish",
     "Dziękuję za wiadomość. Jestem na urlopie do 18 maja 2026. W pilnych sprawach proszę o kontakt z "
     "sekretariatem."},
    {"Portuguese",
     "Obrigada pela mensagem. Estou de férias até 18 de maio de 2026. Em caso de urgência, entre em contato "
     "com a secretaria."},
    {"Spanish",
     "Gracias por su mensaje. Estoy fuera de la oficina hasta el 18 de mayo de 2026. Para asuntos urgentes "
     "puede contactar con la secretaría."},
    {"Swedish",
     "Tack för ditt meddelande. Jag har semester till och med den 18 maj 2026. I brådskande fall kontakta "
     "sekretariatet."},
};

constexpr std::string_view answer = "Yes, with pleasure.";
constexpr std::string_view letter = "\n\nWould you take on a mentee?\nShe wrote to us in May.\n";

std::string words_above(std::string_view lead_in) {
    return reply_text(std::string(answer) + "\n\n" + std::string(lead_in) + std::string(letter)).words;
}

std::string broken_at(std::string_view attribution, std::size_t blank) {
    std::string broken(attribution);
    broken[blank] = '\n';
    return broken;
}

std::size_t languages_in(const auto& table) {
    std::set<std::string_view> languages;
    for (const auto& row : table) languages.insert(row.language);
    return languages.size();
}

}

TEST_CASE("An attribution ends the new words, in a line or in several, in at least twenty languages") {
    CHECK(languages_in(attributions) >= 20);
    for (const auto& [language, attribution] : attributions) {
        DYNAMIC_SECTION(language) {
            CHECK(words_above(attribution) == answer);
            const auto address = attribution.find("office@example.org");
            for (const auto blank : {attribution.rfind(' ', address), attribution.rfind(' ')})
                if (blank != std::string_view::npos)
                    CHECK(words_above(broken_at(attribution, blank)) == answer);
        }
    }
}

TEST_CASE("A header block without any mark ends the new words in at least fifteen languages") {
    CHECK(languages_in(header_blocks) >= 15);
    for (const auto& block : header_blocks) {
        DYNAMIC_SECTION(block.language) {
            const auto line = [](std::string_view label, std::string_view value) {
                return std::string(label) + " " + std::string(value) + "\n";
            };
            const auto lines = line(block.from, "Office <office@example.org>") +
                               line(block.sent, block.date) + line(block.to, "Bea Romano") +
                               line(block.subject, "[Mentor 2026-014]");
            CHECK(words_above(lines) == answer);
        }
    }
}

TEST_CASE("The line of a device is cut in at least fifteen languages") {
    CHECK(languages_in(devices) >= 15);
    for (const auto& [language, line] : devices) {
        DYNAMIC_SECTION(language) {
            CHECK(reply_text(std::string(answer) + "\n\n" + std::string(line)).words == answer);
        }
    }
}

TEST_CASE("What absent people let their machines write is known in at least ten languages") {
    CHECK(languages_in(absences) >= 10);
    for (const auto& [language, text] : absences) {
        DYNAMIC_SECTION(language) {
            CHECK(automatic_by_wording({}, text));
        }
    }
}
