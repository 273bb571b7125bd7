// SPDX-License-Identifier: MIT
#include "workflow/reading/absence_words.h"

#include <array>
#include <unordered_map>

#include "workflow/reading/plain_letters.h"

namespace mentoring {
namespace {

using Names = std::unordered_map<std::string, unsigned>;

// One row a language, from January (Sunday) on, separated by blanks; several spellings by strokes.
Names names_from(std::initializer_list<std::string_view> rows, unsigned first) {
    Names names;
    for (const std::string_view row : rows) {
        const std::string plain = plain_letters(row);
        unsigned value = first;
        std::string word;
        for (const char octet : plain + " ") {
            if (octet != ' ' && octet != '|') {
                word += octet;
                continue;
            }
            if (!word.empty()) names.emplace(word, value);
            word.clear();
            value += octet == ' ';
        }
    }
    return names;
}

std::optional<unsigned> value_of(const Names& names, std::string_view word) {
    const auto found = names.find(std::string(word));
    if (found == names.end()) return std::nullopt;
    return found->second;
}

}

std::optional<unsigned> month_named(std::string_view word) {
    static const Names months = names_from(
        {"january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept "
         "october|oct november|nov december|dec",
         "januar|jänner februar|feb märz|maerz|mrz april mai juni juli august september oktober|okt november "
         "dezember|dez",
         "janvier|janv février|févr|fevr mars avril|avr mai juin juillet|juil août|aout septembre octobre "
         "novembre décembre|déc",
         "enero|ene febrero marzo abril|abr mayo junio julio agosto septiembre|setiembre octubre noviembre "
         "diciembre|dic",
         "janeiro fevereiro|fev março abril maio|mai junho julho agosto setembro outubro novembro dezembro",
         "gennaio febbraio marzo aprile maggio giugno|giu luglio|lug agosto settembre ottobre|ott novembre "
         "dicembre",
         "januari februari maart|mrt april mei juni juli augustus september oktober november december",
         "januar februar marts april maj juni juli august september oktober november december",
         "januari februari mars april maj juni juli augusti september oktober november december",
         "januar februar mars april mai juni juli august september oktober november desember|des",
         "tammikuu|tammikuuta|tammikuun helmikuu|helmikuuta|helmikuun maaliskuu|maaliskuuta|maaliskuun "
         "huhtikuu|huhtikuuta|huhtikuun toukokuu|toukokuuta|toukokuun kesäkuu|kesäkuuta|kesäkuun "
         "heinäkuu|heinäkuuta|heinäkuun elokuu|elokuuta|elokuun syyskuu|syyskuuta|syyskuun "
         "lokakuu|lokakuuta|lokakuun marraskuu|marraskuuta|marraskuun joulukuu|joulukuuta|joulukuun",
         "styczeń|stycznia luty|lutego marzec|marca kwiecień|kwietnia maj|maja czerwiec|czerwca lipiec|lipca "
         "sierpień|sierpnia wrzesień|września październik|października listopad|listopada grudzień|grudnia",
         "leden|ledna únor|února březen|března duben|dubna květen|května červen|června červenec|července "
         "srpen|srpna září říjen|října listopad|listopadu prosinec|prosince",
         "január|januára február|februára marec|marca apríl|apríla máj|mája jún|júna júl|júla august|augusta "
         "september|septembra október|októbra november|novembra december|decembra",
         "január február március|márc április|ápr május|máj június|jún július|júl augusztus szeptember "
         "október november december",
         "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
         "январь|января февраль|февраля март|марта апрель|апреля май|мая июнь|июня июль|июля август|августа "
         "сентябрь|сентября октябрь|октября ноябрь|ноября декабрь|декабря",
         "січень|січня лютий|лютого березень|березня квітень|квітня травень|травня червень|червня "
         "липень|липня серпень|серпня вересень|вересня жовтень|жовтня листопад|листопада грудень|грудня",
         "януари февруари март април май юни юли август септември октомври ноември декември",
         "ιανουάριος|ιανουαρίου φεβρουάριος|φεβρουαρίου μάρτιος|μαρτίου απρίλιος|απριλίου μάιος|μαΐου|μαϊου "
         "ιούνιος|ιουνίου ιούλιος|ιουλίου αύγουστος|αυγούστου σεπτέμβριος|σεπτεμβρίου οκτώβριος|οκτωβρίου "
         "νοέμβριος|νοεμβρίου δεκέμβριος|δεκεμβρίου",
         "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
         "siječnja|siječanj veljače|veljača ožujka|ožujak travnja|travanj svibnja|svibanj lipnja|lipanj "
         "srpnja|srpanj kolovoza|kolovoz rujna|rujan listopada|listopad studenoga|studenog|studeni "
         "prosinca|prosinac",
         "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
         "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
         "januari februari maret april mei juni juli agustus september oktober november desember"},
        1);
    return value_of(months, word);
}

std::optional<unsigned> weekday_named(std::string_view word) {
    static const Names days = names_from(
        {"sunday|sun monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thurs friday|fri saturday",
         "sonntag montag dienstag mittwoch donnerstag freitag samstag|sonnabend",
         "dimanche lundi mardi mercredi jeudi vendredi samedi",
         "domingo lunes martes miércoles jueves viernes sábado",
         "domingo segunda|segunda-feira terça|terça-feira quarta|quarta-feira quinta|quinta-feira "
         "sexta|sexta-feira sábado",
         "domenica lunedì martedì mercoledì giovedì venerdì sabato",
         "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag",
         "søndag mandag tirsdag onsdag torsdag fredag lørdag",
         "söndag måndag tisdag onsdag torsdag fredag lördag",
         "sunnuntaina maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina",
         "niedziela|niedzieli|niedzielę poniedziałek|poniedziałku wtorek|wtorku środa|środę|środy "
         "czwartek|czwartku piątek|piątku sobota|sobotę",
         "neděle|neděli pondělí úterý středa|středu čtvrtek pátek sobota|sobotu",
         "воскресенье понедельник|понедельника вторник|вторника среда|среду четверг|четверга "
         "пятница|пятницу|пятницы суббота|субботу"},
        0);
    return value_of(days, word);
}

bool means_tomorrow(std::string_view word) {
    static const std::vector<std::string> words =
        plain_letters_of({"tomorrow", "demain", "domani", "amanhã", "imorgen", "imorgon", "huomenna", "jutro",
                          "zítra", "holnap", "завтра"});
    for (const std::string& each : words)
        if (each == word) return true;
    return false;
}

const std::vector<std::string>& words_for_return() {
    static const std::vector<std::string> words = plain_letters_of({
        "until",       "till",          "through",    "thru",      "return",
        "returning",   "returns",       "back",       "bis",       "zurück",
        "wieder",      "ab dem",        "rückkehr",   "jusqu'au",  "jusqu'à",
        "jusque",      "retour",        "reprendrai", "hasta",     "regreso",
        "regresaré",   "regresare",     "vuelvo",     "volveré",   "vuelta",
        "reincorporo", "reincorporaré", "retorno",    "até",       "volto",
        "retornarei",  "regressarei",   "regresso",   "fino al",   "fino a",
        "sino al",     "rientro",       "rientrerò",  "tornerò",   "torno",
        "tot en met",  "t/m",           "tot",        "terug",     "weer",
        "til og med",  "t.o.m",         "tilbage",    "tilbake",   "til",
        "igen",        "till",          "tillbaka",   "åter",      "asti",
        "saakka",      "palaan",        "takaisin",   "do",        "wracam",
        "wrócę",       "powrót",        "powrotu",    "zpět",      "vrátím",
        "návrat",      "späť",          "vrátim",     "vissza",    "visszatérek",
        "până",        "revin",         "întorc",     "revenirea", "до",
        "вернусь",     "возвращаюсь",   "по",         "повернусь", "ще се върна",
        "μέχρι",       "έως",           "επιστρέφω",  "επιστροφή", "kadar",
        "döneceğim",   "dönüş",         "tarihinde",  "vraćam",    "vračam",
        "kuni",        "tagasi",        "līdz",       "iki",       "grįšiu",
        "đến",         "trở lại",       "hingga",     "sampai",    "kembali",
        "fins al",     "fins el",       "torno el",   "至",        "返回",
        "回来",        "回來",          "まで",       "戻り",      "から出社",
        "까지",        "복귀",          "돌아",       "حتى",       "عاد",
        "עד",          "אחזור",         "จนถึง",
    });
    return words;
}

}
