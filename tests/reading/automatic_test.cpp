// SPDX-License-Identifier: MIT
#include "workflow/reading/automatic.h"

#include <catch2/catch.hpp>

#include <string>

#include "workflow/reading/kind.h"

using namespace mentoring;

namespace {

Mail mail_with(std::vector<HeaderField> fields, const std::string& subject = "Re: A mentee for you") {
    Mail mail;
    mail.fields = std::move(fields);
    mail.subject = subject;
    mail.from = {"Bea Romano", "bea@example.org"};
    mail.references = {"letter@balance.example.org"};
    mail.text = mail.quoted_text = "Yes, with pleasure.";
    mail.origin = TextOrigin::plain;
    return mail;
}

Kind kind_by(const Mail& mail) {
    return kind_of(mail, std::nullopt, mail.text).kind;
}

}

TEST_CASE("Fields of machines make a mail automatic") {
    const std::vector<HeaderField> machines = {
        {"Auto-Submitted", "auto-replied"},            // RFC 3834 §5
        {"auto-submitted", "auto-generated"},          // names of fields know no case
        {"Auto-Submitted", "auto-notified; owner=x"},  // RFC 5436
        {"X-Autoreply", "yes"},
        {"X-Autorespond", "Re: A mentee"},
        {"X-AutoReply-From", "bea@example.org"},
        {"Precedence", "auto_reply"},
        {"Precedence", "bulk"},
        {"Precedence", "junk"},
        {"Preference", "auto_reply"},
        {"X-POST-MessageClass", "9; Autoresponder"},
        {"X-FC-MachineGenerated", "true"},
        {"X-MS-Exchange-Generated-Message-Source", "Mailbox Rules Agent"},
    };
    for (const HeaderField& field : machines) {
        CAPTURE(field.name, field.value);
        CHECK(kind_by(mail_with({field})) == Kind::automatic);
    }
}

TEST_CASE("Fields that people's mail carries too do not") {
    const std::vector<HeaderField> people = {
        {"Auto-Submitted", "no"},                               // RFC 3834 §5.1
        {"X-Auto-Response-Suppress", "All"},                    // Exchange sets it on answers
        {"X-MS-Exchange-Inbox-Rules-Loop", "bea@example.org"},  // a rule redirected her mail
        {"Feedback-ID", "i6d39:Fastmail"},                      // on every mail of some providers
        {"X-Spam-Flag", "YES"},                                 // a filter's opinion
        {"Precedence", "normal"},
        {"X-Mailer", "Auto Mailer Deluxe"},
    };
    for (const HeaderField& field : people) {
        CAPTURE(field.name, field.value);
        CHECK(kind_by(mail_with({field})) == Kind::human);
    }
}

TEST_CASE("The subject of an automatic reply is known in many languages") {
    for (const std::string subject : {"Automatic reply: A mentee",
                                      "Auto-Reply: x",
                                      "Automatische Antwort: Eine Anfrage",
                                      "Abwesenheitsnotiz: Re: x",
                                      "Réponse automatique : Une demande",
                                      "Respuesta automática: Una solicitud",
                                      "Resposta automática: Um pedido",
                                      "Risposta automatica: Una richiesta",
                                      "Automatisch antwoord: Een verzoek",
                                      "Automatisk svar: x",
                                      "Automatiskt svar: x",
                                      "Automaattinen vastaus: x",
                                      "Odpowiedź automatyczna: x",
                                      "Automatická odpověď: x",
                                      "Automatikus válasz: x",
                                      "Răspuns automat: x",
                                      "Автоматический ответ: x",
                                      "Автоматична відповідь: x",
                                      "Αυτόματη απάντηση: x",
                                      "Otomatik yanıt: x",
                                      "自動返信: x",
                                      "自动答复: x",
                                      "자동 회신: x",
                                      "【自動返信】不在のお知らせ",
                                      "Frånvarande: Re: A mentee"}) {
        CAPTURE(subject);
        CHECK(kind_by(mail_with({}, subject)) == Kind::automatic);
    }
}

TEST_CASE("A human's subject that speaks of an absence stays human") {
    for (const std::string subject :
         {"Re: Automatic reply: A mentee",  // an answer to a machine
          "Out of office until June", "Away: June and July", "Vacation", "Accepted: A mentee",
          "Read: my notes", "Auto", "Automatically yes", "Vacaciones", "Congés"}) {
        CAPTURE(subject);
        CHECK(kind_by(mail_with({}, subject)) == Kind::human);
    }
}

TEST_CASE("A text of nothing but vacation wording is a vacation notice") {
    for (const std::string text :
         {"I am out of the office until December 1 with limited access to email. For urgent matters contact "
          "my assistant.",
          "Hello,\n\nthank you for your email. I am on annual leave and will reply when I return.\n\nKind "
          "regards,\nBea Romano\nSection of Surgery",
          "Estoy fuera de la oficina hasta el lunes. Para asuntos urgentes contacte con la secretaría.",
          "Je suis absente jusqu'au 5 mai. En cas d'urgence, contactez le secrétariat.",
          "I am away from my desk until January 18 and will answer messages when I return. If this is "
          "urgent, "
          "please contact Dr. Linh Park at 555-0177.",
          "Ich bin bis zum 5. Mai nicht im Büro. In dringenden Fällen wenden Sie sich an das Sekretariat. "
          "Ich bin danach wieder erreichbar."}) {
        CAPTURE(text);
        CHECK(automatic_by_wording({}, text));
    }
}

TEST_CASE(
    "A text that reports that a letter did not arrive is a machine's, but not the words of whom it "
    "concerns") {
    for (const std::string text : {"Your message could not be delivered. The recipient's mailbox is full.",
                                   "Delivery has failed to these recipients or "
                                   "groups:\n\nbea.romano@hospital.example\nMailbox full."}) {
        CAPTURE(text);
        CHECK(automatic_by_wording({}, text));
    }
    for (const std::string text :
         {"Your message could not be delivered to my old address, please use this one.",
          "Her mail says \"your message could not be delivered\". What now?"}) {
        CAPTURE(text);
        CHECK_FALSE(automatic_by_wording({}, text));
    }
}

TEST_CASE("A text that says more than an absence is no vacation notice") {
    for (const std::string text :
         {"I am out of the office until December 1 with limited access to email. For urgent matters contact "
          "my assistant. I accept.",  // the answer stands last
          "I accept. I am out of the office until December 1, so in urgent cases please contact my "
          "assistant. I will reply when I return.",                                        // and first
          "I'm on vacation until Monday. Could you ask somebody else?",                    // a question
          "I'm on maternity leave from next week, no new mentees until September please",  // a wish
          "I'll be out of the office until the 26th. Jo, could you read the inbox? I will set an automatic "
          "reply.",
          "Sorry, I'm swamped until summer.", "Estoy de vacaciones hasta el lunes, pero acepto con gusto.",
          "Thank you!", ""}) {
        CAPTURE(text);
        CHECK_FALSE(automatic_by_wording({}, text));
    }
}

TEST_CASE("Why it is automatic is said without words of the mail") {
    CHECK(*automatic_by_header(mail_with({{"Auto-Submitted", "auto-replied"}})) ==
          "Auto-Submitted (RFC 3834)");
    CHECK_FALSE(automatic_by_header(mail_with({})));
}

TEST_CASE("Read receipts and complaints are automatic and no bounces") {
    Mail mail = mail_with({});
    mail.report_type = "disposition-notification";
    CHECK(kind_by(mail) == Kind::automatic);
    CHECK_FALSE(read_bounce(mail));
    mail.report_type = "feedback-report";
    CHECK(kind_by(mail) == Kind::automatic);
    CHECK_FALSE(read_bounce(mail));
}
