// SPDX-License-Identifier: MIT
#include "daemon/store/stop_words.h"

#include <unordered_set>

namespace mentoring {

bool is_stop_word(std::string_view lower_case) {
    static const std::unordered_set<std::string_view> words{
        // English; greetings and the words of asking itself
        "about", "after", "again", "all", "also", "and", "any", "are", "because", "been", "before", "being",
        "but", "can", "could", "dear", "did", "does", "doing", "don", "each", "even", "ever", "every", "feel",
        "feeling", "few", "for", "from", "get", "getting", "had", "has", "have", "having", "hello", "help",
        "her", "here", "hers", "him", "his", "how", "into", "its", "just", "know", "let", "like", "look",
        "looking", "lot", "made", "make", "many", "may", "member", "mentor", "mentoring", "might", "more",
        "most", "much", "must", "need", "never", "not", "now", "off", "one", "only", "other", "our", "out",
        "over", "own", "please", "program", "programme", "really", "request", "same", "see", "she", "should",
        "some", "someone", "somebody", "something", "such", "talk", "than", "thank", "thanks", "that", "the",
        "their", "them", "then", "there", "these", "they", "thing", "things", "think", "this", "those",
        "through", "too", "two", "under", "until", "very", "want", "was", "way", "well", "were", "what",
        "when", "where", "which", "while", "who", "whom", "why", "will", "wish", "with", "without", "would",
        "year", "years", "you", "your",
        // Spanish
        "algo", "alguien", "algunas", "algunos", "ante", "antes", "aunque", "ayuda", "cada", "casi", "como",
        "con", "contra", "cual", "cuando", "del", "desde", "donde", "dos", "durante", "ella", "ellas",
        "ellos", "entre", "era", "eran", "eres", "esa", "esas", "ese", "eso", "esos", "esta", "estaba",
        "estado", "estar", "estas", "este", "esto", "estos", "estoy", "fue", "gracias", "gusta", "gustar",
        "gustaría", "hablar", "hace", "hacer", "hacia", "hasta", "hay", "hola", "las", "les", "los", "mas",
        "más", "mentora", "mis", "mucha", "muchas", "mucho", "muchos", "muy", "nada", "necesito", "nos",
        "nosotras", "nosotros", "nuestra", "nuestro", "otra", "otras", "otro", "otros", "para", "pero",
        "poco", "por", "porque", "puede", "puedo", "que", "qué", "quien", "quiero", "ser", "siempre", "sin",
        "sobre", "son", "soy", "sus", "también", "tanto", "tengo", "tiene", "todo", "todos", "una", "unas",
        "uno", "unos", "usted",
        // French
        "afin", "ainsi", "alors", "assez", "aucun", "aucune", "aussi", "autre", "autres", "aux", "avait",
        "avant", "avec", "avez", "avoir", "avons", "bien", "bonjour", "car", "cela", "celle", "celui", "ces",
        "cet", "cette", "ceux", "chaque", "chez", "comme", "comment", "dans", "depuis", "des", "donc", "elle",
        "elles", "encore", "entre", "est", "été", "être", "faire", "fait", "font", "ils", "jamais", "leur",
        "leurs", "lui", "mais", "mes", "merci", "moi", "moins", "mon", "même", "non", "notre", "nous",
        "parce", "parler", "pas", "pendant", "peu", "peut", "peux", "plus", "pour", "pourquoi", "pourrais",
        "quand", "quel", "quelle", "quelqu", "qui", "quoi", "sans", "ses", "sinon", "soit", "son", "sont",
        "sous", "suis", "sur", "tous", "tout", "toute", "toutes", "très", "trop", "une", "vers", "voudrais",
        "vos", "votre", "vous"};
    return words.contains(lower_case);
}

}
