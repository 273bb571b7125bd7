// SPDX-License-Identifier: MIT
#include "workflow/reading/answer.h"

#include <algorithm>

#include "workflow/reading/arguments.h"
#include "workflow/reading/chosen_mentors.h"
#include "workflow/reading/intents.h"
#include "workflow/reading/ratings.h"
#include "workflow/reading/votes.h"

namespace mentoring {

namespace {

Answer unclear(std::string_view doubt, std::string_view intent = {}, Arguments arguments = {}) {
    return {Clarity::unclear, std::string(intent), std::move(arguments), std::string(doubt)};
}

Answer clear(const Choice& choice, Arguments arguments) {
    return {Clarity::clear, choice.intent, std::move(arguments), {}};
}

std::string_view bounded(std::string_view text) {
    if (text.size() <= answer_octets_max) return text;
    auto end = answer_octets_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// What the choice of persons weighs for itself.
constexpr unsigned doubts_about_persons = doubt_negation | doubt_question | doubt_contrast |
                                          doubt_double_negation | doubt_alternative | doubt_exclusion;

class Reader {
public:
    Reader(const Vocabulary& words, const Fold& fold, const Question& question, const FoldedText& text)
        : words_(words), fold_(fold), question_(question), people_(question, fold, words) {
        passage_ = passage_of(
            words.answer, text, [this](const Meaning& meaning) { return is_wanted(meaning); },
            [this](std::string_view word) { return people_.bears(word); });
        facts_ = facts_of(passage_, words.answer);
        findings_ = findings_of(passage_, facts_, question, people_);
        sentences_ = votes_of(words, question, passage_, findings_.covered);
    }

    Answer below(const std::vector<QuotedAnswer>& answers, bool& read) {
        read = false;
        if (const auto* rated = taking(Takes::ratings)) {
            const auto written =
                ratings_below(answers, {question_.rated, question_.rating_max}, fold_, words_);
            read = written.any;
            return evaluated(*rated, written);
        }
        if (const auto* match = taking(Takes::mentors)) {
            const auto chosen = chosen_below(words_, question_, fold_, people_, answers);
            read = chosen.named;
            Arguments arguments;
            arguments.mentors = chosen.mentors;
            if (!chosen.doubt.empty() || !chosen.chosen)
                return unclear(chosen.doubt.empty() ? "nobody is chosen" : chosen.doubt, match->intent,
                               arguments);
            return clear(*match, arguments);
        }
        return {};
    }

    Answer answer() {
        if (auto commanded = command()) return *commanded;
        if (const auto* rated = taking(Takes::ratings)) return evaluation(*rated);
        if (const auto* match = taking(Takes::mentors))
            if (auto chosen = mentors(*match)) return *chosen;
        return prose();
    }

private:
    bool is_wanted(const Meaning& meaning) const {
        switch (meaning.sense) {
            case Sense::known:
                return false;
            case Sense::unfit:
            case Sense::choice_noun:
            case Sense::all_of:
                return taking(Takes::mentors) != nullptr;
            case Sense::evaluative:
            case Sense::star:
            case Sense::all_ratings:
            case Sense::rating_plural:
            case Sense::no_rating:
            case Sense::out_of:
            case Sense::question_label:
            case Sense::comment_label:
                return taking(Takes::ratings) != nullptr;
            case Sense::command:
            case Sense::says:
            case Sense::hints:
            case Sense::reason:
                return offered(words_.intents[static_cast<std::size_t>(meaning.value)]) != nullptr;
            default:
                return true;
        }
    }

    const Choice* offered(std::string_view intent) const {
        for (const auto& choice : question_.choices)
            if (choice.intent == intent) return &choice;
        return nullptr;
    }

    const Choice* taking(Takes takes) const {
        for (const auto& choice : question_.choices)
            if (choice.takes == takes) return &choice;
        return nullptr;
    }

    // "DECLINE - she is not a member": a word of command that opens the mail, what follows is its text.
    std::optional<Answer> command() const {
        const auto first = std::find_if(sentences_.begin(), sentences_.end(),
                                        [](const SentenceVotes& sentence) { return !sentence.social; });
        if (first == sentences_.end()) return std::nullopt;
        const auto& place = passage_.sentences[static_cast<std::size_t>(first - sentences_.begin())];
        for (const auto& sign : passage_.signs_in(place.first, place.first + 1)) {
            if (sign.sense != Sense::command) continue;
            const auto* choice = offered(words_.intents[static_cast<std::size_t>(sign.value)]);
            if (!choice || (choice->takes != Takes::text && choice->takes != Takes::reason)) continue;
            if (!stands_as_command(sign)) continue;
            return commanded(*choice, sign);
        }
        return std::nullopt;
    }

    bool stands_as_command(const Sign& sign) const {
        if (sign.last >= passage_.tokens.size()) return true;
        const auto& next = passage_.tokens[sign.last];
        if (next.text == "?") return false;
        if (next.kind == Token::Kind::line || next.kind == Token::Kind::paragraph) return true;
        if (next.kind == Token::Kind::mark &&
            (next.text == ":" || next.text == "-" || next.text == "," || next.text == "." ||
             next.text == "!" || next.text == ";" || next.text == "("))
            return true;
        return passage_.tokens[sign.first].letters == Token::Letters::upper &&
               next.letters != Token::Letters::upper;
    }

    Answer commanded(const Choice& choice, const Sign& sign) const {
        Arguments arguments;
        arguments.text = argument_text(sign.last);
        if (const auto doubt = doubt_of_command(choice, sign); !doubt.empty())
            return unclear(doubt, choice.intent, arguments);
        if (choice.takes == Takes::text && arguments.text.empty())
            return unclear("the words are missing", choice.intent);
        return clear(choice, arguments);
    }

    // Up to the farewell.
    std::string argument_text(std::size_t first) const {
        auto last = passage_.tokens.size();
        for (std::size_t i = sentences_.size(); i-- > 0;) {
            if (!sentences_[i].social || passage_.sentences[i].first < first) break;
            last = passage_.sentences[i].first;
        }
        return passage_.written(first, std::max(first, last));
    }

    // A condition right behind the command, a word taken back, another command.
    std::string doubt_of_command(const Choice& choice, const Sign& sign) const {
        auto next = sign.last;
        while (next < passage_.tokens.size() && passage_.tokens[next].text == ",") ++next;
        const bool takes_words = choice.takes == Takes::text;
        if (!takes_words)
            for (const auto sense :
                 {Sense::condition, Sense::postponement, Sense::alternative, Sense::contrast, Sense::hedge})
                if (passage_.has(sense, next, next + 1)) return "a condition";
        for (const auto& other : passage_.signs_in(sign.last, passage_.tokens.size())) {
            if (other.sense == Sense::correction) return "a word taken back";
            if (other.sense != Sense::command) continue;
            const bool begins_line = passage_.tokens[other.first - 1].kind == Token::Kind::line ||
                                     passage_.tokens[other.first - 1].kind == Token::Kind::paragraph;
            const bool shouted = passage_.tokens[other.first].letters == Token::Letters::upper;
            if (words_.intents[static_cast<std::size_t>(other.value)] != choice.intent && shouted &&
                (begins_line || !takes_words))
                return "two answers";
        }
        if (!takes_words && !findings_.mentions.empty() && taking(Takes::mentors))
            return "a person is named beside a refusal";
        return {};
    }

    Answer evaluated(const Choice& choice, const WrittenRatings& written) const {
        Arguments arguments;
        arguments.ratings = written.values;
        arguments.text = written.comment;
        if (!written.doubt.empty()) return unclear(written.doubt, choice.intent, arguments);
        return clear(choice, arguments);
    }

    Answer evaluation(const Choice& choice) {
        const auto written = written_ratings(passage_, {question_.rated, question_.rating_max}, fold_);
        if (written.any || !written.doubt.empty()) return evaluated(choice, written);
        const auto others = prose();
        if (others.clarity == Clarity::clear && others.intent != choice.intent) return others;
        const auto blocking = doubt_condition | doubt_postponement | doubt_correction | doubt_mockery |
                              doubt_question | doubt_receipt;
        bool evaluates = false;
        for (std::size_t i = 0; i < sentences_.size(); ++i) {
            if (sentences_[i].doubts & blocking || sentences_[i].asked)
                return unclear(doubt_phrase(sentences_[i].doubts), choice.intent);
            const auto& place = passage_.sentences[i];
            evaluates |= passage_.has(Sense::evaluative, place.first, place.last);
        }
        if (!evaluates) return unclear("no rating and no word about the programme", choice.intent);
        return evaluated(choice, written);
    }

    unsigned doubts_outside(const std::vector<std::size_t>& apart) const {
        unsigned doubts = 0;
        for (std::size_t i = 0; i < sentences_.size(); ++i) {
            auto mine = sentences_[i].doubts;
            if (std::find(apart.begin(), apart.end(), i) != apart.end()) mine &= ~doubts_about_persons;
            doubts |= mine;
        }
        return doubts;
    }

    // Nothing where persons are not what the mail is about.
    std::optional<Answer> mentors(const Choice& choice) {
        const auto chosen = chosen_mentors(words_, question_, passage_, findings_.mentions);
        if (!chosen.named) return std::nullopt;
        Arguments arguments;
        arguments.mentors = chosen.mentors;
        arguments.order = chosen.order;
        if (!chosen.doubt.empty()) return unclear(chosen.doubt, choice.intent, arguments);
        if (!chosen.chosen) return std::nullopt;
        if (says_otherwise(choice, chosen.sentences)) return unclear("two answers", choice.intent, arguments);
        if (chosen.order != InvitationOrder::together)
            return doubts_outside(chosen.sentences) == 0
                       ? clear(choice, arguments)
                       : unclear("more than an order", choice.intent, arguments);
        const auto doubts = doubts_outside(chosen.sentences);
        if (doubts & ~static_cast<unsigned>(doubt_receipt))
            return unclear(doubt_phrase(doubts), choice.intent, arguments);
        return clear(choice, arguments);
    }

    // Another answer in a sentence that does not speak about persons, or a command of it anywhere.
    bool says_otherwise(const Choice& choice, const std::vector<std::size_t>& apart) const {
        for (std::size_t i = 0; i < sentences_.size(); ++i) {
            const bool about_persons = std::find(apart.begin(), apart.end(), i) != apart.end();
            for (const auto& vote : sentences_[i].votes)
                if (vote.choice != &choice &&
                    vote.strength >= (about_persons ? Strength::command : Strength::says))
                    return true;
        }
        return false;
    }

    // "I'd love to. But I can't.": what a sentence opening with "but" gives away.
    std::vector<SentenceVotes> kept_sentences() const {
        auto kept = sentences_;
        for (std::size_t i = 1; i < kept.size(); ++i) {
            if (!kept[i].concedes_back) continue;
            auto& before = kept[i - 1];
            const bool plain_answer =
                std::any_of(before.votes.begin(), before.votes.end(),
                            [](const Vote& vote) { return vote.strength == Strength::yes_or_no; });
            if (!plain_answer) before.votes.clear();
        }
        return kept;
    }

    std::vector<Vote> counted(const std::vector<SentenceVotes>& sentences) const {
        std::vector<Vote> votes;
        for (const auto& sentence : sentences)
            for (const auto& vote : sentence.votes)
                if (vote.choice->takes != Takes::mentors && vote.choice->takes != Takes::ratings)
                    votes.push_back(vote);
        return without_outweighed(votes);
    }

    // "I'm not sure it is a good fit"
    static bool doubts_it(const Vote& doubting, const Vote& vote) {
        return doubting.choice->intent == "unsure" && vote.choice->intent == "good" &&
               doubting.sentence == vote.sentence && doubting.first < vote.first;
    }

    static std::vector<Vote> without_outweighed(const std::vector<Vote>& votes) {
        std::vector<Vote> kept;
        std::copy_if(votes.begin(), votes.end(), std::back_inserter(kept), [&](const Vote& vote) {
            return std::none_of(votes.begin(), votes.end(), [&](const Vote& other) {
                return character_of(vote.choice->intent).is_outweighed_by(other.choice->intent) ||
                       doubts_it(other, vote);
            });
        });
        return kept;
    }

    // A plain question is for whoever asked, unless persons may be chosen: then it may be about them.
    const Choice* asking() const {
        const auto* ask = offered("ask");
        if (!ask || taking(Takes::mentors)) return nullptr;
        for (const auto& sentence : sentences_)
            if (sentence.asked && sentence.topical && (!sentence.polite || sentence.enquires) &&
                sentence.votes.empty() &&
                !(sentence.doubts & (doubt_postponement | doubt_mockery | doubt_reported)))
                return ask;
        return nullptr;
    }

    // "Is she in Boston? I would rather not then.": a question, and a leaning that depends on its answer.
    const Choice* asks_first(const std::vector<Vote>& votes,
                             const std::vector<SentenceVotes>& sentences) const {
        const bool leans = std::all_of(votes.begin(), votes.end(),
                                       [](const Vote& vote) { return vote.strength == Strength::hint; });
        return leans && question_comes_first(sentences, votes) ? asking() : nullptr;
    }

    Answer prose() {
        const auto sentences = kept_sentences();
        auto votes = counted(sentences);
        unsigned doubts = 0;
        bool unresolved = false, conditions_ask = false;
        for (const auto& sentence : sentences) {
            doubts |= sentence.doubts;
            unresolved |= sentence.unresolved_yes;
            conditions_ask |= (sentence.doubts & doubt_condition) != 0;
        }
        if (votes.empty()) {
            const auto* ask = asking();
            if (ask && !unresolved && !(doubts & ~character_of("ask").bears))
                return finish(*ask, votes, sentences, doubts);
            return unclear(doubts       ? doubt_phrase(doubts)
                           : unresolved ? "yes or no, but to what"
                                        : "nothing that answers the question");
        }
        if (const auto* ask = asks_first(votes, sentences)) return finish(*ask, {}, sentences, doubts);
        const auto* choice = votes.front().choice;
        const bool one =
            std::all_of(votes.begin(), votes.end(), [&](const Vote& vote) { return vote.choice == choice; });
        if (!one) return unclear("two answers");
        if (unresolved && !supports(*choice)) return unclear("yes or no, but to what", choice->intent);
        return finish(*choice, votes, sentences, doubts);
    }

    // A yes or no that no choice takes ("Yes, all good") stands in the way only of choices that it could
    // contradict.
    bool supports(const Choice& choice) const { return !choice.by_no; }

    // A plain yes among words about something else is perhaps meant for somebody else.
    bool is_astray(const std::vector<Vote>& votes, const std::vector<SentenceVotes>& sentences) const {
        const bool strong = std::any_of(votes.begin(), votes.end(),
                                        [](const Vote& vote) { return vote.strength >= Strength::says; });
        if (strong) return false;
        return std::any_of(sentences.begin(), sentences.end(), [](const SentenceVotes& sentence) {
            return !sentence.social && sentence.unexplained > 1 && !sentence.topical && !sentence.thanks;
        });
    }

    Answer finish(const Choice& choice, const std::vector<Vote>& votes,
                  const std::vector<SentenceVotes>& sentences, unsigned doubts) {
        auto result = filled(choice.takes, passage_, facts_, findings_, sentences, votes, question_.today);
        const auto character = character_of(choice.intent);
        auto bears = character.bears;
        if (is_agreed_under_condition(choice, sentences)) bears &= ~static_cast<unsigned>(doubt_condition);
        if (bears & doubt_question && choice.intent == "accept" && question_comes_first(sentences, votes))
            bears &= ~static_cast<unsigned>(doubt_question);
        const bool bare = std::all_of(votes.begin(), votes.end(),
                                      [](const Vote& vote) { return vote.strength == Strength::yes_or_no; });
        if (!bare) bears |= doubt_receipt;
        if (doubts & ~bears) return unclear(doubt_phrase(doubts & ~bears), choice.intent, result.arguments);
        if (!result.doubt.empty()) return unclear(result.doubt, choice.intent, result.arguments);
        if (choice.takes == Takes::nothing && begins_later(choice))
            return unclear("from a day on", choice.intent, result.arguments);
        if (choice.intent == "good" && held_until()) return unclear("well until a day", choice.intent);
        if (is_astray(votes, sentences))
            return unclear("words about something else", choice.intent, result.arguments);
        return clear(choice, result.arguments);
    }

    // "I would agree if it were shorter" is neither agreed nor a change yet.
    static bool is_agreed_under_condition(const Choice& choice, const std::vector<SentenceVotes>& sentences) {
        return choice.intent == "change" &&
               std::any_of(sentences.begin(), sentences.end(), [](const SentenceVotes& sentence) {
                   return (sentence.doubts & doubt_condition) &&
                          std::any_of(sentence.votes.begin(), sentence.votes.end(),
                                      [](const Vote& vote) { return vote.choice->intent == "agree"; });
               });
    }

    bool held_until() const {
        return std::any_of(findings_.dates.begin(), findings_.dates.end(), [](const WrittenDate& date) {
            return date.relation == WrittenDate::Relation::until;
        });
    }

    static bool question_comes_first(const std::vector<SentenceVotes>& sentences,
                                     const std::vector<Vote>& votes) {
        for (std::size_t i = 0; i < sentences.size() && i < votes.front().sentence; ++i)
            if (sentences[i].asked) return true;
        return false;
    }

    // "Yes, from January": a yes with a day before which, or only up to which, it does not hold.
    bool begins_later(const Choice& choice) const {
        if (!choice.by_yes) return false;
        return std::any_of(findings_.dates.begin(), findings_.dates.end(), [](const WrittenDate& date) {
            return date.relation != WrittenDate::Relation::at ||
                   (date.precision == WrittenDate::Precision::month && date.to_come);
        });
    }

    const Vocabulary& words_;
    const Fold& fold_;
    const Question& question_;
    People people_;
    Passage passage_;
    Passage facts_;
    Findings findings_;
    std::vector<SentenceVotes> sentences_;
};

}

Answer read_answer(const Vocabulary& words, const Fold& fold, const Question& question,
                   std::string_view new_words, const std::vector<QuotedAnswer>& inline_answers) {
    const auto written = bounded(new_words);
    if (is_blank(written) && inline_answers.empty()) return unclear("nothing was written");
    const auto text = fold(written);
    Reader reader(words, fold, question, text);
    if (!inline_answers.empty()) {
        bool read = false;
        auto below = reader.below(inline_answers, read);
        if (read) return below;
    }
    return reader.answer();
}

}
