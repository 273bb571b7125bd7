// SPDX-License-Identifier: MIT
#include "workflow/reading/explicit_order.h"

#include <algorithm>

namespace mentoring {

namespace {

// The only word of order in capitals; nothing where there is none, or two kinds.
std::optional<Sign> word_of_order(const Passage& passage) {
    std::optional<Sign> order;
    for (const auto& sign : passage.signs) {
        if (sign.sense != Sense::in_turn && sign.sense != Sense::first_to_accept) continue;
        if (passage.tokens[sign.first].letters != Token::Letters::upper) continue;
        if (order && order->sense != sign.sense) return std::nullopt;
        order = sign;
    }
    return order;
}

bool is_command(const Vocabulary& vocabulary, const Question& question, const Passage& passage,
                std::size_t at) {
    const auto signs = passage.signs_in(at, at + 1);
    return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
        return sign.sense == Sense::command &&
               std::any_of(question.choices.begin(), question.choices.end(), [&](const Choice& choice) {
                   return choice.takes == Takes::mentors &&
                          choice.intent == vocabulary.intents[static_cast<std::size_t>(sign.value)];
               });
    });
}

bool is_mentioned(const std::vector<Mention>& mentions, std::size_t at) {
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const Mention& mention) { return mention.first <= at && at < mention.last; });
}

}

std::optional<ChosenMentors> explicit_order(const Vocabulary& vocabulary, const Question& question,
                                            const Passage& passage, const std::vector<Mention>& mentions) {
    const auto order = word_of_order(passage);
    if (!order) return std::nullopt;
    std::size_t index = 0;
    while (passage.sentences[index].last <= order->first) ++index;
    const auto& sentence = passage.sentences[index];
    if (sentence.asked) return std::nullopt;
    for (auto at = sentence.first; at < sentence.last; ++at) {
        const bool bare = passage.tokens[at].kind != Token::Kind::word || is_mentioned(mentions, at) ||
                          passage.has(order->sense, at, at + 1) ||
                          passage.has(Sense::choice_noun, at, at + 1) ||
                          is_command(vocabulary, question, passage, at);
        if (!bare) return std::nullopt;
    }
    ChosenMentors chosen;
    for (const auto& mention : mentions) {
        const bool within = sentence.first <= mention.first && mention.last <= sentence.last;
        if (mention.kind != Mention::Kind::one || !within) return std::nullopt;
        if (std::find(chosen.mentors.begin(), chosen.mentors.end(), mention.person) == chosen.mentors.end())
            chosen.mentors.push_back(mention.person);
    }
    if (chosen.mentors.size() < 2) return std::nullopt;
    chosen.order =
        order->sense == Sense::in_turn ? InvitationOrder::in_turn : InvitationOrder::first_to_accept;
    chosen.chosen = chosen.named = true;
    chosen.sentences = {index};
    return chosen;
}

}
