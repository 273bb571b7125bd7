// SPDX-License-Identifier: MIT
#include "workflow/reading/request.h"

#include <algorithm>

#include "workflow/reading/passage.h"

namespace mentoring {

namespace {

constexpr std::size_t corrected_letters_min = 6;
constexpr std::size_t few_words = 4;
constexpr std::size_t title_words = 6;

// What one text says, sentence by sentence.
struct Said {
    bool asks = false;
    bool outright = false;  // in a sentence of her own about herself, and about nothing else
    bool by_name = false;   // … which says what is asked for: "sign me up" alone may be for a workshop
    bool wishes = false;    // a wish that a mentor could fulfil
    bool doubtful = false;  // asked, denied, put under a condition, for somebody else
    bool denied = false;
    bool mentor = false, about = false, trouble = false, companion = false;
    bool conditional = false;
    std::size_t words = 0;
    bool offers = false, business = false, unwanted = false, somebody_else = false, past = false;
    bool outside = false;  // who writes is no member: the press
    bool has_one = false;  // or has asked already: a word of the past that is not long past
    bool quotes = false;
};

constexpr int long_past = 1;   // value of a past word: "when I was a resident"
constexpr int for_others = 1;  // value of a reported word: "the draft"
constexpr int outsider = 1;    // value of a business word: "on the record"

bool is_mark(const Token& token, std::string_view text) {
    return token.kind == Token::Kind::mark && token.text == text;
}

// An apostrophe opens a quotation where a blank stands before it and none behind it.
bool opens_quotation(const Passage& passage, std::size_t at) {
    const auto& tokens = passage.tokens;
    if (is_mark(tokens[at], "\"")) return true;
    const bool apart = at == 0 || tokens[at].spaced;
    return is_mark(tokens[at], "'") && apart && at + 1 < tokens.size() && !tokens[at + 1].spaced;
}

// Within a quotation that an earlier sentence opened.
bool is_within_quotation(const Passage& passage, const Sentence& sentence) {
    const auto end = passage.tokens.begin() + static_cast<std::ptrdiff_t>(sentence.first);
    return std::count_if(passage.tokens.begin(), end,
                         [](const Token& token) { return is_mark(token, "\""); }) %
               2 ==
           1;
}

// "She writes: I would like a mentor", or words between quotation marks.
bool quotes_somebody(const Passage& passage, const Sentence& sentence) {
    if (is_within_quotation(passage, sentence) ||
        passage.has_valued(Sense::reported, for_others, sentence.first, sentence.last))
        return true;
    for (auto at = sentence.first; at < sentence.last; ++at)
        if (opens_quotation(passage, at)) return true;
    const auto signs = passage.signs_in(sentence.first, sentence.last);
    return std::any_of(signs.begin(), signs.end(), [&](const Sign& sign) {
        return sign.sense == Sense::reported && sign.last < passage.tokens.size() &&
               is_mark(passage.tokens[sign.last], ":");
    });
}

bool has_one_already(const Passage& passage, const Sentence& sentence) {
    const auto signs = passage.signs_in(sentence.first, sentence.last);
    return std::any_of(signs.begin(), signs.end(), [](const Sign& sign) {
        return sign.sense == Sense::past_word && sign.value != long_past;
    });
}

bool is_in(const Clause& clause, const Sentence& sentence) {
    return clause.first >= sentence.first && clause.first < sentence.last;
}

// Whether one clause of the sentence holds both.
bool beside(const Passage& passage, const Sentence& sentence, Sense one, Sense other) {
    return std::any_of(passage.clauses.begin(), passage.clauses.end(), [&](const Clause& clause) {
        return is_in(clause, sentence) && passage.has(one, clause.first, clause.last) &&
               passage.has(other, clause.first, clause.last);
    });
}

// "I don't want a coach, I want a mentor" denies something else.
bool denies_it(const Passage& passage, const Sentence& sentence) {
    return beside(passage, sentence, Sense::negation, Sense::asks) ||
           beside(passage, sentence, Sense::negation, Sense::wishes);
}

// "Sign me up for the mentor luncheon" – and not "I'd like a mentor who has sat on a committee".
bool asks_for_other_business(const Passage& passage, const Sentence& sentence) {
    return beside(passage, sentence, Sense::asks, Sense::business);
}

// "I'd like a mentor, but I don't have the time" – and not "I never thought I'd ask, but I need a mentor".
bool takes_it_back(const Passage& passage, const Sentence& sentence) {
    bool asked = false;
    for (const auto& clause : passage.clauses) {
        if (!is_in(clause, sentence)) continue;
        if (asked && clause.opening == ClauseOpening::contrast &&
            passage.has(Sense::negation, clause.first, clause.last))
            return true;
        asked |= passage.has(Sense::asks, clause.first, clause.last) ||
                 passage.has(Sense::wishes, clause.first, clause.last);
    }
    return false;
}

// "Looking for a mentor": nobody need be named.
bool opens_with_it(const Passage& passage, const Sentence& sentence) {
    return passage.has(Sense::asks, sentence.first, sentence.first + 1) ||
           sentence.last - sentence.first <= title_words;
}

void weigh(Said& said, const Lexicon& lexicon, const Passage& passage, const Sentence& sentence) {
    const auto has = [&](Sense sense) { return passage.has(sense, sentence.first, sentence.last); };
    const bool quotes = quotes_somebody(passage, sentence);
    const bool doubtful = has(Sense::condition) || has(Sense::hedge) || has(Sense::reported) || quotes;
    const bool somebody_else = has(Sense::somebody_else), past = has(Sense::past_word);
    const bool asks = has(Sense::asks), wishes = has(Sense::wishes);
    said.about |= has(Sense::about);
    said.offers |= has(Sense::offers);
    said.business |= has(Sense::business);
    said.unwanted |= has(Sense::unwanted);
    said.outside |= passage.has_valued(Sense::business, outsider, sentence.first, sentence.last);
    said.somebody_else |= somebody_else;
    said.past |= past;
    said.has_one |= has_one_already(passage, sentence);
    said.quotes |= quotes;
    said.conditional |= doubtful || sentence.asked;
    if (!asks && !wishes) return;
    const bool herself = holds(lexicon, passage, Sense::self_word, sentence.first, sentence.last);
    const bool please = holds(lexicon, passage, Sense::polite, sentence.first, sentence.last);
    const bool of_whom = herself || please || opens_with_it(passage, sentence);
    if (!of_whom) {
        said.about = true;  // "Our new hires are matched with a mentor"
    } else if (doubtful || somebody_else || past) {
        said.doubtful = true;
    } else if (denies_it(passage, sentence)) {
        said.denied = true;
    } else if (takes_it_back(passage, sentence)) {
        said.doubtful = true;
    } else if (sentence.asked && !please) {
        said.doubtful = true;
    } else {
        (asks ? said.asks : said.wishes) = true;
        const bool outright =
            asks && herself && !asks_for_other_business(passage, sentence) && !has(Sense::offers);
        said.outright |= outright;
        said.by_name |=
            outright && holds(lexicon, passage, Sense::mentor_word, sentence.first, sentence.last);
    }
}

Said said_in(const Vocabulary& vocabulary, const FoldedText& text) {
    const auto all = [](const Meaning& meaning) { return meaning.sense != Sense::known; };
    const auto guarded = [](std::string_view word) { return word.size() < corrected_letters_min; };
    const auto passage = passage_of(vocabulary.request, text, all, guarded);
    Said said;
    for (const auto& sentence : passage.sentences) weigh(said, vocabulary.request, passage, sentence);
    said.words = passage.tokens.size();
    said.mentor = holds(vocabulary.request, passage, Sense::mentor_word, 0, said.words);
    said.trouble = holds(vocabulary.request, passage, Sense::trouble, 0, said.words);
    said.companion = holds(vocabulary.request, passage, Sense::companion, 0, said.words);
    return said;
}

bool is_blank(const FoldedText& text) {
    return text.folded.find_first_not_of(" \t\r\n") == std::string::npos;
}

// "Re: Mentor request" belongs to an older letter.
bool continues_a_thread(const FoldedText& subject) {
    for (const std::string_view prefix : {"re:", "fw:", "fwd:", "rv:", "tr:", "aw:", "wg:", "re :", "tr :"})
        if (std::string_view(subject.folded).substr(0, prefix.size()) == prefix) return true;
    return false;
}

bool stands_against(const Said& said) {
    return said.offers || said.unwanted || said.business;
}

// Her dues, her husband and the mentor of her youth may stand beside a plain request.
bool asks_outright(const Said& said) {
    return said.outright && (said.by_name || !said.business) && !said.doubtful && !said.denied &&
           !said.offers && !said.unwanted && !said.outside && !said.has_one && !said.quotes;
}

}

Asking read_request(const Vocabulary& vocabulary, const FoldedText& subject, const FoldedText& new_words) {
    const auto title = said_in(vocabulary, subject), body = said_in(vocabulary, new_words);
    const bool titled = (title.asks || title.wishes) && !continues_a_thread(subject) && !title.somebody_else;
    const bool mentor = title.mentor || body.mentor;
    const bool against = stands_against(body) || (stands_against(title) && !body.mentor);
    if (is_blank(new_words))
        return titled && !against   ? Asking::request
               : mentor && !against ? Asking::unclear
                                    : Asking::not_a_request;
    if (asks_outright(body) && !title.somebody_else && !title.offers && !title.unwanted)
        return Asking::request;
    const bool supported = body.companion || body.trouble;
    const bool asks =
        body.asks || (body.wishes && mentor && supported) || (titled && (body.wishes || supported));
    const bool doubt =
        body.doubtful || body.somebody_else || title.somebody_else || body.denied || body.past || body.quotes;
    if (asks && !against && !doubt && (mentor || supported)) return Asking::request;
    if (body.denied && !asks && !body.doubtful) return Asking::not_a_request;
    if (against && !asks && !body.doubtful) return Asking::not_a_request;
    if (asks || body.doubtful || titled) return Asking::unclear;
    if (body.past) return Asking::not_a_request;
    if (mentor && (body.about || body.somebody_else || body.conditional || body.words <= few_words))
        return Asking::unclear;
    if (title.mentor && !against) return Asking::unclear;
    if (supported && (body.wishes || (body.companion && body.trouble))) return Asking::unclear;
    return Asking::not_a_request;
}

}
