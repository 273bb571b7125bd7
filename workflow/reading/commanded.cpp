// SPDX-License-Identifier: MIT
#include "workflow/reading/commanded.h"

#include <algorithm>

#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

class Reader {
public:
    explicit Reader(const Heard& heard) : heard_(heard) {}

    // "DECLINE - she is not a member": a word of command that opens the mail, what follows is its text.
    std::optional<Answer> command() const {
        const auto first = std::find_if(heard_.sentences.begin(), heard_.sentences.end(),
                                        [](const SentenceVotes& sentence) { return !sentence.social; });
        if (first == heard_.sentences.end()) return std::nullopt;
        const auto& place =
            heard_.passage.sentences[static_cast<std::size_t>(first - heard_.sentences.begin())];
        for (const auto& sign : heard_.passage.signs_in(place.first, place.first + 1)) {
            if (sign.sense != Sense::command) continue;
            const auto* choice = heard_.offered(heard_.intent_of(sign));
            if (!choice || (choice->takes != Takes::text && choice->takes != Takes::reason)) continue;
            if (!stands_as_command(sign)) continue;
            return commanded(*choice, sign);
        }
        return std::nullopt;
    }

private:
    bool stands_as_command(const Sign& sign) const {
        auto behind = sign.last;
        if (heard_.passage.has(Sense::polite, behind, behind + 1)) ++behind;  // "Decline please, …"
        if (behind >= heard_.passage.tokens.size()) return true;
        const auto& next = heard_.passage.tokens[behind];
        if (next.text == "?") return false;
        if (is_line_end(next)) return true;
        if (next.kind == Token::Kind::mark &&
            (next.text == ":" || next.text == "-" || next.text == "," || next.text == "." ||
             next.text == "!" || next.text == ";" || next.text == "("))
            return true;
        return heard_.passage.tokens[sign.first].letters == Token::Letters::upper &&
               next.letters != Token::Letters::upper;
    }

    Answer commanded(const Choice& choice, const Sign& sign) const {
        Arguments arguments;
        arguments.text = argument_text(sign.last);
        if (const auto doubt = doubt_of_command(choice, sign); !doubt.empty())
            return unclear(doubt, choice.intent, arguments);
        if (choice.takes == Takes::text && arguments.text.empty())
            return unclear("the words are missing", choice.intent);
        if (!arguments.text.empty() && only_denies(sign.last))
            return unclear(doubt_phrase(doubt_negation), choice.intent);
        return clear(choice, arguments);
    }

    // "CHANGE: nothing", "DECLINE not"
    bool only_denies(std::size_t first) const {
        const auto& tokens = heard_.passage.tokens;
        for (auto at = first; at < tokens.size(); ++at)
            if (tokens[at].kind == Token::Kind::word && !heard_.passage.has(Sense::negation, at, at + 1) &&
                !heard_.passage.has(Sense::negation_echo, at, at + 1) &&
                !heard_.passage.has(Sense::no, at, at + 1))
                return false;
        return true;
    }

    // Up to the farewell.
    std::string argument_text(std::size_t first) const {
        auto last = heard_.passage.tokens.size();
        for (std::size_t i = heard_.sentences.size(); i-- > 0;) {
            const auto& place = heard_.passage.sentences[i];
            if (!heard_.sentences[i].social || place.first < first || says_plainly(place)) break;
            last = heard_.passage.sentences[i].first;
        }
        return heard_.passage.written(first, std::max(first, last));
    }

    // "Too close to me.": no greeting and no name, so it belongs to the text.
    bool says_plainly(const Sentence& sentence) const {
        const auto& passage = heard_.passage;
        for (const auto sense : {Sense::thanks, Sense::greeting, Sense::farewell})
            if (passage.has(sense, sentence.first, sentence.last)) return false;
        return std::any_of(
            passage.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.first),
            passage.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.last), [](const Token& token) {
                return token.kind == Token::Kind::word && token.letters == Token::Letters::lower;
            });
    }

    // A condition right behind the command, a word taken back, another command.
    std::string doubt_of_command(const Choice& choice, const Sign& sign) const {
        auto next = sign.last;
        while (next < heard_.passage.tokens.size() && heard_.passage.tokens[next].text == ",") ++next;
        const bool takes_words = choice.takes == Takes::text;
        if (!takes_words)
            for (const auto sense :
                 {Sense::condition, Sense::postponement, Sense::alternative, Sense::contrast, Sense::hedge})
                if (heard_.passage.has(sense, next, next + 1)) return "a condition";
        for (const auto& other : heard_.passage.signs_in(sign.last, heard_.passage.tokens.size())) {
            if (other.sense == Sense::correction) return "a word taken back";
            if (other.sense != Sense::command) continue;
            const bool begins_line = is_line_end(heard_.passage.tokens[other.first - 1]);
            const bool shouted = heard_.passage.tokens[other.first].letters == Token::Letters::upper;
            if (heard_.intent_of(other) != choice.intent && shouted && (begins_line || !takes_words))
                return "two answers";
        }
        if (!takes_words && !heard_.findings.mentions.empty() && heard_.taking(Takes::mentors))
            return "a person is named beside a refusal";
        return {};
    }

    const Heard& heard_;
};

}

std::optional<Answer> commanded_answer(const Heard& heard) {
    return Reader(heard).command();
}

}
