// SPDX-License-Identifier: MIT
#include "workflow/reading/automatic_words.h"

namespace mentoring {

const Openings& words_for_automatic_subject() {
    static const Openings words(
        "【自動返信|【自動応答|【自动回复|【自動回覆|Automatic reply:|Automatic reply|Auto "
        "reply|Auto-reply|Autoreply|Auto response|"
        "Auto-response|Autoresponse|Autoresponder|Automatic response|Automated reply|"
        "Automated response|[Auto-Reply]|[Auto reply]|[autoreply]|Automatic notification|"
        "Vacation reply|Vacation response|Out of Office AutoReply|Out of office autoreply|"
        "Out-of-Office AutoReply|Out of office reply|Out of office response|"
        "Out of office automatic reply|Out of Office: Re|Automatische Antwort|"
        "Automatische Abwesenheitsnotiz|Automatische Abwesenheitsmeldung|Autoantwort|"
        "Automatische Rückantwort|Automatische E-Mail-Antwort|Automatisierte Antwort|"
        "Abwesenheitsnotiz|Abwesenheitsbenachrichtigung|Abwesenheitsagent|Réponse automatique|"
        "Réponse automatisée|Réponse d'absence du bureau|Gestionnaire d'absence|Message automatique|"
        "Répondeur|Respuesta automática|Respuesta automatizada|Autorespuesta|Auto-respuesta|"
        "Mensaje automático|Respuesta de ausencia|Notificación automática|Resposta automàtica|"
        "Resposta automática|Resposta automatica|Resposta de ausência|Mensagem automática|"
        "Auto-resposta|Risposta automatica|Risposta Non al computer|Messaggio automatico|"
        "Autorisposta|Automatisch antwoord|Automatische reactie|Afwezigheidsbericht|"
        "Automatische beantwoording|Automatisch bericht|Automatisk svar|Autosvar|Automatiskt svar|"
        "Autosvar:|Frånvaromeddelande|Fraværsmelding|Fraværsbesked|Automatisk besked|"
        "Automaattinen vastaus|Poissaoloviesti|Poissaoloilmoitus|Sjálfvirkt svar|"
        "Odpowiedź automatyczna|Automatyczna odpowiedź|Autoodpowiedź|Automatická odpověď|"
        "Automatická odpoveď|Automatikus válasz|Răspuns automat|Автоматический ответ|Автоответ|"
        "Автоматична відповідь|Автовідповідь|Автоматичен отговор|Αυτόματη απάντηση|Otomatik yanıt|"
        "Otomatik cevap|Automatski odgovor|Samodejni odgovor|Automaatvastus|Automātiska atbilde|"
        "Automatinis atsakymas|Automatinis atsakymas:|Trả lời tự động|Thư trả lời tự động|"
        "Balasan otomatis|Jawapan "
        "automatik|自动答复|自动回复|自動回覆|自動回應|自動返信|自動応答|不在通知|자동 회신|자동 응답|부재중 "
        "자동|"
        "ตอบกลับอัตโนมัติ|رد تلقائي|رد آلي|תשובה אוטומטית|מענה אוטומטי|پاسخ خودکار|स्वचालित उत्तर");
    return words;
}

const Openings& words_for_absence_subject() {
    static const Openings words(
        "Out of office|Out of the office|Out-of-office|OOO|OoO:|I'm out of the office|"
        "I am out of the office|On vacation|On holiday|On leave|On maternity leave|On parental leave|"
        "On sabbatical|Away|Away from office|Away from the office|Vacation|Annual leave|"
        "Currently away|Not in the office|Thank you for your email|Thank you for your message|"
        "Thanks for your email|Gone fishing|Limited availability|Absence|Abwesend|Abwesenheit|"
        "Abwesenheitsmeldung|Message d'absence|Notification d'absence|Ausência temporária|"
        "Házon kívül|Außer Haus|Nicht im Büro|Im Urlaub|Urlaub|Ich bin nicht im Büro|In Elternzeit|"
        "Absent du bureau|Absente du bureau|Absence du bureau|Absent(e)|En congé|En congés|"
        "En vacances|Congé maternité|Congés|Hors du bureau|Je suis absente|Je suis absent|"
        "Fuera de la oficina|Fuera de oficina|Ausente|Ausencia|De vacaciones|Vacaciones|"
        "En vacaciones|Estoy de vacaciones|Baja por maternidad|Fuera del despacho|Fora do escritório|"
        "Ausência|De férias|Férias|Fora da oficina|Fuori sede|Fuori ufficio|In ferie|Ferie|Assenza|"
        "Assente|Afwezig|Afwezigheid|Niet aanwezig|Met vakantie|Op vakantie|Buiten kantoor|"
        "Ikke til stede|Ikke på kontoret|Fraværende|På ferie|Ferie|Ej på kontoret|Frånvarande|"
        "På semester|Semester|Poissa|Lomalla|Poissa toimistosta|Nieobecność|Poza biurem|Urlop|"
        "Na urlopie|Mimo kancelář|Mimo kancelár|Nepřítomnost|Dovolená|Szabadságon|Nem vagyok|"
        "Absent din birou|În concediu|Concediu|Нет на месте|Отсутствую|В отпуске|Отпуск|Вне офиса|"
        "Поза офісом|У відпустці|Извън офиса|Εκτός γραφείου|Ofis dışında|Ofis dışındayım|İzinde|"
        "İzindeyim|Van ureda|Na godišnjem|Odsoten|Vắng mặt|Cuti|不在|外出|休假|휴가|부재중|خارج المكتب|"
        "מחוץ למשרד");
    return words;
}

const std::vector<std::string>& words_for_away() {
    static const std::vector<std::string> words = plain_phrases(
        "out of the office|out of office|away from the office|away from my desk|away from my email|"
        "away from email|not in the office|on vacation|on holiday|on holidays|on annual leave|"
        "on leave|on maternity leave|on paternity leave|on parental leave|on sabbatical|"
        "on medical leave|on sick leave|currently away|no longer monitored|not monitored|no longer in use|"
        "traveling for|travelling for|currently traveling|currently travelling|"
        "traveling and|travelling and|traveling through|travelling through|traveling until|"
        "travelling until|attending a conference|at a conference|i have left|attending a meeting|office is "
        "closed|"
        "office will be closed|our offices are closed|i am away|i'm away|i will be away|i'll be away|"
        "be unavailable|am unavailable|not available|off work|no longer with|no longer work|"
        "nicht im büro|außer haus|nicht im haus|im urlaub|abwesend|nicht am arbeitsplatz|"
        "nicht erreichbar|in elternzeit|in mutterschutz|auf dienstreise|nicht am platz|nicht da|"
        "absent du bureau|absente du bureau|suis absent|suis absente|serai absent|serai absente|"
        "en congé|en congés|en vacances|en déplacement|actuellement absent|actuellement absente|"
        "congé maternité|congé de maternité|absent(e)|absente pour|absent jusqu|absente jusqu|"
        "indisponible|fuera de la oficina|fuera de oficina|estoy ausente|estaré ausente|"
        "me encuentro ausente|de vacaciones|me encuentro fuera|estoy fuera|estaré fuera|de baja|"
        "permiso de maternidad|de viaje|no estaré disponible|no estoy disponible|"
        "ausente de la oficina|licencia por maternidad|de licencia|fora do escritório|estou ausente|"
        "estarei ausente|de férias|em férias|fora da empresa|licença maternidade|"
        "licença de maternidade|ausente do escritório|fuori ufficio|fuori sede|sono in ferie|"
        "in ferie|sono assente|sarò assente|sarò fuori|in congedo|in maternità|assente dall'ufficio|"
        "in vacanza|niet op kantoor|afwezig|met vakantie|op vakantie|met verlof|buiten kantoor|"
        "niet aanwezig|zwangerschapsverlof|ikke på kontoret|på ferie|fraværende|holder ferie|"
        "har ferie|er på kurs|på barsel|inte på kontoret|på semester|är ledig|har semester|"
        "frånvarande|inte på plats|föräldraledig|poissa|lomalla|en ole paikalla|vuosilomalla|"
        "toimistolta|poza biurem|jestem na urlopie|na urlopie|nieobecny|nieobecna|przebywam na|"
        "mimo kancelář|na dovolené|nejsem v kanceláři|nepřítomen|nepřítomna|na dovolenke|"
        "mimo kancelárie|szabadságon|nem vagyok az irodában|házon kívül|nem tartózkodom|în concediu|"
        "nu sunt la birou|plecat din birou|plecată din birou|lipsesc din birou|в отпуске|"
        "нет на месте|отсутствую|не в офисе|вне офиса|нахожусь в отпуске|в командировке|у відпустці|"
        "не в офісі|відсутній|відсутня|в отпуск|извън офиса|отсъствам|εκτός γραφείου|σε άδεια|"
        "με άδεια|λείπω|ofis dışında|izindeyim|ofiste değilim|yıllık izin|tatilde|van ureda|"
        "na godišnjem|nisam u uredu|odsutan|odsutna|odsoten|odsotna|na dopustu|puhkusel|atvaļinājumā|"
        "atostogauju|atostogose|vắng mặt|nghỉ phép|sedang cuti|tidak berada di kantor|休假|不在办公室|外出|"
        "不在辦公室|不在にして|休暇|出張|휴가|부재중|자리를 비|خارج المكتب|في إجازة|מחוץ "
        "למשרד|בחופשה|ไม่อยู่|ลาพักร้อน|"
        "fora de l'oficina|de vacances");
    return words;
}

const std::vector<std::string>& words_for_returning() {
    static const std::vector<std::string> words = plain_phrases(
        "will read my|will read email|will read e-mail|will read mail|will read your|read my mail on|"
        "until|till|through|return on|returning on|will return|when i return|upon my return|"
        "on my return|i return|my return|back on|back in the office|back at work|be back|am back|"
        "when i get back|when i'm back|as soon as possible|as soon as i|returning|respond when|"
        "reply when|get back to you|respond to your|reply to your|respond to emails|get to your|"
        "bis zum|bis einschließlich|wieder zurück|zurück|wieder erreichbar|wieder im büro|wieder da|"
        "nach meiner rückkehr|ab dem|jusqu'au|jusqu'à|de retour|dès mon retour|à mon retour|"
        "mon retour|au retour|hasta el|hasta |regreso|regresaré|vuelvo|volveré|vuelta|retorno|"
        "a mi regreso|a la mayor brevedad|tan pronto como|até|volto|retornarei|regressarei|"
        "meu retorno|meu regresso|assim que|fino al|sino al|fino a|rientro|rientrerò|tornerò|"
        "al mio ritorno|tot en met|t/m|terug|weer aanwezig|weer bereikbaar|til og med|tilbage|"
        "tilbake|til den|igen den|till och med|till den|tillbaka|åter|asti|saakka|palaan|palattuani|"
        "paluu|do dnia|wracam|wrócę|powrót|powrocie|zpět|vrátím|návratu|späť|vrátim|vissza|visszatér|"
        "până|revin|întorc|întoarc|до |вернусь|возвращ|после возвращения|повернусь|повернення|"
        "ще се върна|μέχρι|επιστρέφω|επιστροφή|kadar|döneceğim|dönüş|dönüyorum|vraćam|povratku|"
        "vračam|tagasi|kuni|līdz|grįšiu|đến ngày|trở "
        "lại|hingga|sampai|kembali|至|返回|回来|回來|まで|戻り|까지|"
        "복귀|돌아|حتى|العودة|עד|אחזור|จนถึง|กลับมา|fins al|fins el|tornada");
    return words;
}

const std::vector<std::string>& words_for_little_access() {
    static const std::vector<std::string> words = plain_phrases(
        "limited access|no access|without access|intermittent access|limited email|limited e-mail|"
        "not be checking|not checking|not reading e-mail|not reading email|not reading mail|"
        "not reading messages|not be reading|will not be read|not have access|"
        "won't be checking|infrequent|delayed response|delay in my response|slow to respond|"
        "response may be delayed|not checking messages|not checking mail|not reading email|"
        "not reading messages|not monitoring|checking email only|check email only|check email rarely|"
        "limited availability|limited internet|limited connectivity|sporadic|keinen zugriff|"
        "eingeschränkten zugriff|nur eingeschränkt|nicht gelesen|nicht weitergeleitet|unregelmäßig|"
        "nicht regelmäßig|verzögert|accès limité|pas accès|accès restreint|ne consulterai|"
        "ne pourrai pas|ne serai pas en mesure|acceso limitado|sin acceso|acceso restringido|"
        "no tendré acceso|no podré|poco acceso|acesso limitado|sem acesso|não terei acesso|"
        "accesso limitato|non avrò accesso|non potrò|beperkt toegang|geen toegang|beperkte toegang|"
        "niet gelezen|begrænset adgang|begrenset tilgang|begränsad tillgång|ikke adgang|läser inte|"
        "rajoitetusti|en lue|ograniczony dostęp|omezený přístup|obmedzený prístup|korlátozott|"
        "acces limitat|ограниченный доступ|нет доступа|обмежений доступ|ограничен достъп|"
        "περιορισμένη πρόσβαση|sınırlı erişim|ograničen "
        "pristup|無法查看|无法及时|无法查看|確認できません|返信が遅れ|お返事が遅れ|"
        "확인이 어렵|답변이 늦");
    return words;
}

const std::vector<std::string>& words_for_someone_else() {
    static const std::vector<std::string> words = plain_phrases(
        "medical emergency|patient care|dial 911|call 911|nearest emergency|about a patient|"
        "urgent|immediate assistance|please contact|in my absence|during my absence|while i am away|"
        "while i'm away|in case of emergency|for assistance|contact my|reach out to|for emergencies|"
        "if you need immediate|please call|in the meantime|please direct|for immediate|need help|"
        "please email|please reach|dringend|in meiner abwesenheit|wenden sie sich|meine vertretung|"
        "vertritt mich|kontaktieren sie|en cas d'urgence|urgence|en mon absence|pendant mon absence|"
        "vous pouvez contacter|veuillez contacter|merci de contacter|contactez|vous adresser|urgente|"
        "urgencia|urgencias|en mi ausencia|durante mi ausencia|póngase en contacto|contacte|"
        "contactar|comunicarse con|comuníquese|escriba a|escriban a|urgentes|dirigirse a|diríjase|puede "
        "dirigirse|urgência|"
        "na minha ausência|contate|contacte com|entre em contato|entre em contacto|urgenza|"
        "in mia assenza|contattare|rivolgersi|potete contattare|dringende|spoed|"
        "tijdens mijn afwezigheid|neem contact op|contact opnemen|haster|i mitt fravær|i mit fravær|"
        "kontakt |kontakta|brådskande|akuta|kiireelliset|kiireellisissä|ottakaa yhteyttä|"
        "ota yhteyttä|w pilnych|pilne|proszę o kontakt|podczas mojej nieobecności|v naléhavých|"
        "naléhavé|obraťte se|kontaktujte|v súrnych|sürgős|forduljon|keresse|urgențe|contactați|"
        "в срочных|срочным|обращайтесь|обращаться|у термінових|звертайтеся|при спешни|επείγοντα|"
        "επικοινωνήστε|acil|iletişime geçin|ulaşabilirsiniz|u hitnim|hitno|v nujnih|kiire korral|"
        "skubiais|khẩn cấp|liên "
        "hệ|mendesak|hubungi|紧急|請聯繫|请联系|緊急|急ぎ|긴급|급한|연락|عاجل|للتواصل|דחוף|"
        "לפנות|ด่วน|ติดต่อ|urgents|contacteu");
    return words;
}

const std::vector<std::string>& words_for_received() {
    static const std::vector<std::string> words = plain_phrases(
        "thank you for your email|thank you for your e-mail|thank you for your message|"
        "thanks for your email|thanks for your message|thank you for contacting|"
        "thanks for contacting|thank you for reaching|thanks for reaching|thank you for writing|"
        "your email is important|we have received your|i have received your|vielen dank für ihre|"
        "danke für ihre|vielen dank für deine|danke für deine|vielen dank für die nachricht|"
        "ihre nachricht|merci pour votre|merci de votre|je vous remercie|nous avons bien reçu|"
        "j'ai bien reçu|votre message|gracias por su|gracias por tu|gracias por contactar|"
        "gracias por escribir|hemos recibido|he recibido|su mensaje|obrigado pelo|obrigada pelo|"
        "obrigado por|obrigada por|agradeço|recebemos|grazie per|la ringrazio|abbiamo ricevuto|"
        "ho ricevuto|bedankt voor|dank voor uw|hartelijk dank voor|tak for din|takk for din|"
        "tack för ditt|kiitos viestistäsi|kiitos sähköpostistasi|dziękuję za|děkuji za|ďakujem za|"
        "köszönöm|vă mulțumesc|спасибо за|благодарю за|дякую за|благодаря за|ευχαριστώ για|teşekkür|"
        "hvala na|hvala za|cảm ơn|terima kasih|感谢您|感謝您|ありがとう|감사합니다|شكرا|תודה|ขอบคุณ");
    return words;
}

const std::vector<std::string>& words_for_your_automatic_reply() {
    static const std::vector<std::string> words = plain_phrases(
        "your automatic reply|your automatic response|your automated reply|your auto-reply|your auto reply|"
        "your out of office|your out-of-office|tu respuesta automática|su respuesta automática|"
        "vuestra respuesta automática|votre réponse automatique|ta réponse automatique|"
        "deine automatische antwort|ihre automatische antwort|eure automatische antwort|"
        "tua risposta automatica|sua risposta automatica|vostra risposta automatica|"
        "sua resposta automática|tua resposta automática|je automatisch antwoord|uw automatisch antwoord|"
        "dit automatiske svar|dit autosvar|ditt automatiske svar|ditt autosvar|twoja automatyczna odpowiedź|"
        "twoją automatyczną odpowiedź");
    return words;
}

const std::vector<std::string>& words_for_self_described() {
    static const std::vector<std::string> words = plain_phrases(
        "not being monitored|no longer in use|no longer monitored|"
        "message will not be forwarded|messages will not be forwarded|mail will not be forwarded|"
        "mails will not be forwarded|email will not be forwarded|emails will not be forwarded|"
        "is not being read|is not being forwarded|are not being forwarded|is not monitored|"
        "not be monitored|no se reenvía|no será reenviado|no serán reenviados|no se reenviará|"
        "ne sera pas transféré|ne sera pas transmis|ne seront pas transférés|ne sera pas lu|"
        "wird nicht weitergeleitet|werden nicht weitergeleitet|"
        "this is an automatic reply|this is an automated|this is an automatic|this is an auto|"
        "automatically generated|auto-generated|do not reply to this|please do not reply|"
        "this automatic response|this automated response|this automatic reply|this mailbox is not monitored|"
        "this automated message|this automatic message|your email will not be forwarded|"
        "your e-mail will not be forwarded|your mail will not be forwarded|"
        "your message will not be forwarded|emails will not be forwarded|messages will not be forwarded|"
        "messages are not being forwarded|mail is not being forwarded|e-mails are not forwarded|"
        "will not be read or forwarded|not be monitored during|automatische antwort|automatisch erstellt|"
        "automatisch generiert|automatisch versandt|nicht auf diese|réponse automatique|"
        "message automatique|généré automatiquement|ne pas répondre|respuesta automática|"
        "mensaje automático|generado automáticamente|no responda a este|resposta automática|"
        "mensagem automática|gerada automaticamente|não responda|risposta automatica|"
        "messaggio automatico|generato automaticamente|automatisch antwoord|automatisch gegenereerd|"
        "automatisk svar|autosvar|automatiskt svar|automaattinen vastaus|automatyczna odpowiedź|"
        "wygenerowana automatycznie|automatická odpověď|automatická odpoveď|automatikus válasz|"
        "răspuns automat|автоматический ответ|автоматическое сообщение|автоматична відповідь|"
        "αυτόματη απάντηση|otomatik yanıt|automatski "
        "odgovor|自动回复|自动答复|自動回覆|自動返信|自動送信|自動応答|자동 응답|"
        "자동 회신|رد تلقائي|תשובה אוטומטית");
    return words;
}

const Openings& words_for_greeting() {
    static const Openings words(
        "hi|hello|dear|hey|good morning|good afternoon|good day|greetings|to whom it may concern|"
        "hallo|guten tag|sehr geehrte|liebe|lieber|moin|grüezi|bonjour|bonsoir|madame|monsieur|cher|"
        "chère|chers|hola|buenos días|buenas tardes|estimado|estimada|estimados|querido|querida|olá|"
        "prezado|prezada|prezados|bom dia|boa tarde|caro|cara|buongiorno|salve|gentile|beste|geachte|"
        "goedendag|hej|kære|hei|kjære|kära|dzień dobry|szanowni|szanowna|szanowny|witam|dobrý den|"
        "vážen|tisztelt|kedves|bună ziua|stimat|здравствуйте|добрый день|уважаем|вітаю|добрий день|"
        "шановн|здравейте|γεια σας|καλησπέρα|καλημέρα|αγαπητ|merhaba|sayın|poštovani|bok|spoštovani|"
        "tere|sveiki|laba diena|xin chào|kính gửi|halo|您好|你好|お世話|안녕하|مرحبا|السلام|שלום|สวัสดี|bon "
        "dia");
    return words;
}

const std::vector<std::string>& words_for_challenge() {
    static const std::vector<std::string> words = plain_phrases(
        "protecting myself from|protecting themselves from|verify that you are human|"
        "verify you are human|prove you are human|verify that you are a real|confirm that you sent|"
        "confirm you sent this|confirm that you are not a spammer|approved senders list|"
        "approved sender list|your message is being held|your message will be delivered once|"
        "before your message can be delivered|to have your message delivered|spamarrest|spam arrest|"
        "boxbe|challenge-response|one-time verification|click the link below to be added to|"
        "requires verification|reply to this message to confirm you|um ihre nachricht zuzustellen|"
        "confirmez que vous n'etes pas un robot|confirme que no es un robot|mailinblack|"
        "pour que votre message soit délivré|afin que votre message|para que su mensaje sea entregado");
    return words;
}

const Openings& words_for_delivery_notice() {
    static const Openings words(
        "Delivery has failed to|Delivery to the following|Delivery Status Notification|Delivery failure|"
        "Mail delivery failed|Mail delivery failure|Undelivered Mail|Undeliverable|"
        "Your message could not be delivered|Your message couldn't be delivered|"
        "Your message wasn't delivered|Your message was not delivered|Your mail could not be delivered|"
        "Your email could not be delivered|Your message to|Your mail to|Your email to|The following message "
        "could not|"
        "This is an automatically generated Delivery|"
        "This message was created automatically by mail delivery|This is the mail system at host|"
        "Address not found|Message not delivered|Message blocked|El mensaje no se pudo entregar|"
        "No se pudo entregar el mensaje|No se ha podido entregar|Su mensaje no se pudo entregar|"
        "Su mensaje no ha podido ser entregado|Error en la entrega|"
        "Votre message n'a pas pu être|Votre message n'a pas été remis|Échec de la remise|"
        "La remise a échoué|Le message n'a pas pu être remis");
    return words;
}

const Openings& words_for_title() {
    static const Openings words("dr|dra|dre|drs|mr|mrs|ms|prof|sr|sra|mme|st");
    return words;
}

const std::vector<std::string>& words_for_oneself() {
    static const std::vector<std::string> words =
        plain_phrases("i|my|me|we|our|yo|mi|mis|me|nos|je|j'ai|mon|ma|mes|nous");
    return words;
}

}
