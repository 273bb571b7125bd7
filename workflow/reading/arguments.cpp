// SPDX-License-Identifier: MIT
#include "workflow/reading/arguments.h"

#include <algorithm>
#include <charconv>

#include "workflow/reading/intents.h"

namespace mentoring {

namespace {

constexpr int meeting_days_back_max = 300;
constexpr std::size_t bare_refusal_words_max = 2;
constexpr std::size_t long_refusal_words_min = 7;
constexpr std::size_t question_begins_within = 4;
constexpr std::size_t unsaid_words_min = 3;
constexpr std::size_t unknown_words_max = 2;
constexpr int of_trouble = 2;  // value of a plain phrase: "my father is ill"

void cover(std::vector<char>& covered, std::size_t first, std::size_t last) {
    for (auto at = first; at < last && at < covered.size(); ++at) covered[at] = 1;
}

// "1st of December" names nobody's number.
void remove_dated(Findings& findings, const Passage& facts) {
    std::erase_if(findings.mentions, [&](const Mention& mention) {
        return mention.numbered &&
               std::any_of(findings.dates.begin(), findings.dates.end(), [&](const WrittenDate& date) {
                   return date.first <= mention.first && mention.last <= date.last &&
                          facts.has(Sense::month, date.first, date.last);
               });
    });
}

std::optional<Date> only(const std::vector<Date>& dates) {
    if (dates.empty()) return std::nullopt;
    const bool same = std::all_of(dates.begin(), dates.end(), [&](Date date) { return date == dates[0]; });
    return same ? std::optional{dates[0]} : std::nullopt;
}

bool bounds(const WrittenDate& date) {
    return date.relation == WrittenDate::Relation::until || date.relation == WrittenDate::Relation::within;
}

// The day up to which: one named with "until", or the only day there is.
Filled until_day(const Findings& findings, bool commanded) {
    std::vector<Date> bound, all;
    bool ambiguous = false, ambiguous_bound = false;
    for (const auto& date : findings.dates) {
        ambiguous |= date.ambiguous;
        ambiguous_bound |= date.ambiguous && bounds(date);
        if (!date.to_come) continue;
        all.push_back(*date.to_come);
        if (bounds(date)) bound.push_back(*date.to_come);
    }
    Filled result;
    const bool by_bound = !bound.empty();
    result.arguments.date = by_bound ? only(bound) : commanded ? only(all) : std::nullopt;
    const bool only_from =
        !by_bound && std::any_of(findings.dates.begin(), findings.dates.end(), [](const WrittenDate& date) {
            return date.relation == WrittenDate::Relation::from;
        });
    if (only_from) result.arguments.date.reset();
    if (!result.arguments.date) result.doubt = all.size() > 1 && !only_from ? "two days" : "no day";
    if (by_bound ? ambiguous_bound : ambiguous) result.doubt = "a day that can be read in two ways";
    return result;
}

std::optional<MeetingMode> mode_of(const Passage& passage, std::string& doubt) {
    std::optional<MeetingMode> mode;
    for (const auto& sign : passage.signs) {
        if (sign.sense != Sense::mode) continue;
        const auto found = static_cast<MeetingMode>(sign.value);
        if (mode && *mode != found) doubt = "two ways of meeting";
        mode = found;
    }
    return mode;
}

Filled meeting(const Passage& passage, const Findings& findings, Date today) {
    Filled result;
    std::vector<Date> days, long_past;
    for (const auto& date : findings.dates) {
        if (date.relation != WrittenDate::Relation::at) continue;
        const bool sure = !date.ambiguous || date.past_is_sure;
        if (date.precision != WrittenDate::Precision::day || !sure || !date.past) {
            result.doubt = "a day that can be read in two ways";
            continue;
        }
        const bool far = std::chrono::sys_days{today} - std::chrono::sys_days{*date.past} >
                         std::chrono::days{meeting_days_back_max};
        (far ? long_past : days).push_back(*date.past);
    }
    // "We met on Dec 28, the next one is on Jan 20"
    if (days.empty() && !long_past.empty()) {
        days = long_past;
        result.doubt = "a day long past";
    }
    result.arguments.date = only(days);
    if (!result.arguments.date) result.doubt = days.empty() ? "no day" : "two days";
    result.arguments.mode = mode_of(passage, result.doubt);
    return result;
}

Filled rhythm(const Passage& passage, const Findings& findings) {
    Filled result;
    result.arguments.rhythm = findings.rhythm.rhythm;
    if (findings.rhythm.several) result.doubt = "two rhythms";
    result.arguments.mode = mode_of(passage, result.doubt);
    const auto end = until_day(findings, false);
    if (!findings.dates.empty()) {
        result.arguments.date = end.arguments.date;
        if (!end.doubt.empty() && result.doubt.empty()) result.doubt = end.doubt;
    }
    return result;
}

Filled person(const Findings& findings) {
    Filled result;
    std::vector<PersonId> people;
    for (const auto& mention : findings.mentions) {
        if (mention.kind == Mention::Kind::ambiguous) result.doubt = "several people of that name";
        if (mention.kind == Mention::Kind::unknown) result.doubt = "nobody of that name";
        if (mention.kind == Mention::Kind::one &&
            std::find(people.begin(), people.end(), mention.person) == people.end())
            people.push_back(mention.person);
    }
    if (people.size() == 1)
        result.arguments.person = people[0];
    else if (result.doubt.empty())
        result.doubt = people.empty() ? "nobody is named" : "several people are named";
    return result;
}

Filled number(const Passage& passage) {
    Filled result;
    std::vector<int> numbers;
    for (std::size_t at = 0; at < passage.tokens.size(); ++at) {
        const auto text = passage.tokens[at].text;
        int value = 0;
        if (passage.tokens[at].kind == Token::Kind::number &&
            std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{})
            numbers.push_back(value);
        for (const auto& sign : passage.signs_in(at, at + 1))
            if (sign.sense == Sense::number) numbers.push_back(sign.value);
    }
    if (numbers.size() == 1)
        result.arguments.number = numbers[0];
    else
        result.doubt = numbers.empty() ? "no number" : "several numbers";
    return result;
}

std::string join(const std::string& left, const std::string& right) {
    if (left.empty() || right.empty()) return left + right;
    return left + " " + right;
}

// "PAUSE 2027-02-15", "pause May 1": the day behind the word itself needs no "until".
bool is_commanded(const std::vector<Vote>& votes) {
    return std::any_of(votes.begin(), votes.end(), [](const Vote& vote) { return vote.by_command_word; });
}

// "ask her whether …", "ask her: …" – but not "ask her chief".
bool begins_question(const Passage& passage, std::size_t first, std::size_t last) {
    const auto near = std::min(last, first + question_begins_within);
    if (first >= last) return false;
    return passage.tokens[first].kind == Token::Kind::mark || passage.has(Sense::topical, first, near) ||
           passage.has(Sense::question_opener, first, near) || passage.has(Sense::condition, first, near) ||
           passage.has(Sense::yes, first, near) || passage.has(Sense::no, first, near);
}

// From the first vote's phrase on where it opens its sentence with a command ("ASK …", "could you ask her
// …").
std::string asked_words(const Passage& passage, const std::vector<SentenceVotes>& sentences,
                        const std::vector<Vote>& votes) {
    std::string words;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const auto& place = passage.sentences[i];
        if (sentences[i].social) continue;
        const auto vote = std::find_if(votes.begin(), votes.end(), [&](const Vote& one) {
            return one.sentence == i && one.last > one.first;
        });
        if (vote != votes.end()) {
            if (begins_question(passage, vote->last, place.last))
                words = join(words, passage.written(vote->last, place.last));
            else if (place.asked)  // "One question before I decide: …?"
                words = join(words, passage.written(place.first, place.last));
        } else if (sentences[i].asked || !words.empty()) {
            words = join(words, passage.written(place.first, place.last));
        }
    }
    return words;
}

}

Findings findings_of(const Passage& passage, const Passage& facts, const Question& question,
                     const NamedPeople& people) {
    Findings findings{written_dates(facts, question.today), written_rhythm(facts), people.mentions(passage),
                      std::vector<char>(passage.tokens.size(), 0)};
    remove_dated(findings, facts);
    for (const auto& date : findings.dates) cover(findings.covered, date.first, date.last);
    for (const auto& [first, last] : findings.rhythm.places) cover(findings.covered, first, last);
    for (const auto& mention : findings.mentions) cover(findings.covered, mention.first, mention.last);
    return findings;
}

// "My father is very ill.": it hinders no answer, and may be the reason of one.
bool tells_of_trouble(const Passage& passage, const Sentence& sentence) {
    return passage.has_valued(Sense::plain, of_trouble, sentence.first, sentence.last);
}

std::string own_words(const Passage& passage, const std::vector<SentenceVotes>& sentences) {
    std::string words;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const auto& place = passage.sentences[i];
        // "I can't do Mondays. Would Wednesdays be possible?": a question may look like a courtesy.
        const bool social = sentences[i].social && !tells_of_trouble(passage, place);
        if (social && (!place.asked || words.empty())) continue;
        words = join(words, std::string(original_between(*passage.text, passage.tokens[place.first].begin,
                                                         passage.tokens[place.last - 1].end)));
    }
    return words;
}

namespace {

std::size_t words_in(const Passage& passage, const std::vector<SentenceVotes>& sentences) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i)
        for (auto at = passage.sentences[i].first; at < passage.sentences[i].last; ++at)
            count += !sentences[i].social && passage.tokens[at].kind == Token::Kind::word ? 1U : 0U;
    return count;
}

// "I'd like to know how often we would meet", "I need her specialty first. Could you ask her?"
bool says_more(const Passage& passage, const std::vector<SentenceVotes>& sentences,
               const std::vector<Vote>& votes) {
    std::size_t in_phrases = 0;
    for (const auto& sentence : sentences)
        if ((sentence.doubts & ~static_cast<unsigned>(doubt_wish)) ||
            sentence.unexplained > unknown_words_max)
            return false;
    for (const auto& vote : votes) {
        if (vote.by_command_word) return false;
        in_phrases += vote.last - vote.first;
    }
    return words_in(passage, sentences) >= in_phrases + unsaid_words_min;
}

// "CHANGE?"
bool only_commands(const Passage& passage, const std::vector<SentenceVotes>& sentences,
                   const std::vector<Vote>& votes) {
    return is_commanded(votes) && words_in(passage, sentences) <= 1;
}

// Nothing where every word of the refusal is plain and nothing else is said.
std::string reason(const Passage& passage, const std::vector<SentenceVotes>& sentences,
                   const std::vector<Vote>& votes) {
    const bool objects = !votes.empty() && votes.front().choice->intent == "object";
    if (objects)
        return words_in(passage, sentences) > bare_refusal_words_max ? own_words(passage, sentences)
                                                                     : std::string();
    const bool long_refusal = words_in(passage, sentences) >= long_refusal_words_min;
    const bool says_why =
        long_refusal ||
        std::any_of(votes.begin(), votes.end(), [](const Vote& vote) { return vote.gives_reason; }) ||
        std::any_of(sentences.begin(), sentences.end(),
                    [](const SentenceVotes& sentence) {
                        return !sentence.social && (sentence.unexplained > 0 || sentence.votes.empty());
                    }) ||
        std::any_of(passage.sentences.begin(), passage.sentences.end(),
                    [&](const Sentence& sentence) { return tells_of_trouble(passage, sentence); }) ||
        std::any_of(passage.clauses.begin(), passage.clauses.end(),
                    [](const Clause& clause) { return clause.opening == ClauseOpening::because; });
    return says_why ? own_words(passage, sentences) : std::string();
}

}

Filled filled(Takes takes, const Passage& passage, const Passage& facts, const Findings& findings,
              const std::vector<SentenceVotes>& sentences, const std::vector<Vote>& votes, Date today) {
    Filled result;
    switch (takes) {
        case Takes::nothing:
        case Takes::mentors:
        case Takes::form:
        case Takes::ratings:
            break;
        case Takes::reason:
            result.arguments.text = reason(passage, sentences, votes);
            break;
        case Takes::text:
            result.arguments.text = votes.empty() || votes.front().choice->intent != "ask"
                                        ? own_words(passage, sentences)
                                        : asked_words(passage, sentences, votes);
            if (result.arguments.text.empty() && says_more(passage, sentences, votes))
                result.arguments.text = own_words(passage, sentences);
            if (result.arguments.text.empty() || only_commands(passage, sentences, votes))
                result.doubt = "the words are missing";
            break;
        case Takes::date:
            result = until_day(findings, is_commanded(votes));
            break;
        case Takes::meeting:
            result = meeting(facts, findings, today);
            break;
        case Takes::rhythm:
            result = rhythm(facts, findings);
            break;
        case Takes::person:
            result = person(findings);
            break;
        case Takes::number:
            result = number(passage);
            break;
    }
    return result;
}

}
