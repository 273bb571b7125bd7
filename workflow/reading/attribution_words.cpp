// SPDX-License-Identifier: MIT
#include "workflow/reading/attribution_words.h"

#include "workflow/reading/plain_letters.h"

namespace mentoring {

const std::vector<std::string>& words_for_wrote() {
    static const std::vector<std::string> words = plain_letters_of({
        "wrote",
        "writes",
        "has written",
        "said",  // English
        "schrieb",
        "hat geschrieben",
        "schreibt",  // German
        "a écrit",
        "écrivait",
        "ecrit",
        "a ecrit",  // French
        "escribió",
        "ha escrito",  // Spanish
        "escreveu",
        "escreveu o seguinte",  // Portuguese
        "ha scritto",
        "scrisse",
        "scriveva",  // Italian
        "schreef",
        "geschreven",
        "heeft geschreven",  // Dutch
        "skrev",
        "skreiv",
        "skrev følgende",
        "skrev följande",  // Danish, Norwegian, Swedish
        "kirjoitti",
        "kirjutas",  // Finnish, Estonian
        "skrifaði",  // Icelandic
        "napisał",
        "napisała",
        "napisał(a)",
        "napisali",
        "pisze",  // Polish
        "napsal",
        "napsala",
        "napsal(a)",  // Czech
        "napísal",
        "napísala",
        "napísal(a)",  // Slovak
        "napisao",
        "napisala",
        "je napisao",
        "je napisao/la",
        "piše",  // Croatian, Serbian, Slovenian
        "написао",
        "је написао",  // Serbian
        "написал",
        "написала",
        "написал(а)",
        "пишет",
        "писал",
        "писал(а)",  // Russian
        "написав",
        "написала",
        "пише",
        "написав(ла)",  // Ukrainian
        "написа",
        "пише",  // Bulgarian, Macedonian
        "írta",
        "ezt írta",
        "a következőt írta",  // Hungarian
        "a scris",
        "scris",  // Romanian
        "έγραψε",
        "γράφει",  // Greek
        "yazdı",
        "şunu yazdı",
        "tarihinde yazdı",  // Turkish
        "va escriure",
        "ha escrit",
        "escrigué",  // Catalan
        "escribiu",  // Galician
        "igorleak idatzi du",
        "idatzi du",
        "erabiltzaileak hau idatzi du",  // Basque
        "rakstīja",                      // Latvian
        "rašė",
        "parašė",  // Lithuanian
        "đã viết",
        "viết",  // Vietnamese
        "menulis",
        "tulis",  // Indonesian, Malay
        "sumulat",
        "isinulat ni",  // Filipino
        "shkroi",
        "ka shkruar",  // Albanian
        "ysgrifennodd",
        "scríobh",  // Welsh, Irish
        "skryf",
        "het geskryf",  // Afrikaans
        "写道",
        "寫道",
        "写到",
        "来信",  // Chinese
        "書きました",
        "さんは書きました",
        "のメール",
        "のメッセージ",
        "が書いたメッセージ",  // Japanese
        "작성",
        "님이 작성",
        "님이 쓴 글",  // Korean
        "เขียนว่า",
        "เขียน",  // Thai
        "كتب",
        "كتبت",
        "تمت كتابة ما يلي",  // Arabic
        "כתב",
        "כתבה",
        "מאת",   // Hebrew
        "نوشت",  // Persian
        "ने लिखा",
        "লিখেছেন",  // Hindi, Bengali
    });
    return words;
}

const Openings& words_before_a_date() {
    static const Openings words({"On",      "At",  "Am",  "Le",   "El",  "Em",   "No dia", "Il",
                                 "In data", "Op",  "Den", "Dne",  "Dňa", "Dana", "W dniu", "Dnia",
                                 "Dňa",     "Pe",  "La",  "Στις", "На",  "Vào",  "Pada",   "Tarih",
                                 "Data",    "Dia", "在",  "于",   "於",  "Ar",   "Þann",   "Kuupäeval"});
    return words;
}

}
