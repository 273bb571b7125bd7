// SPDX-License-Identifier: MIT
// What a phrase of config/words can mean. Each sense is a key of the word files, under its own name.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mentoring {

// Value of a phrase that points back: "this one", under a quoted name.
inline constexpr int the_line_above = 1;
// Value of another business that is an event, and of going there.
inline constexpr int to_attend_it = 2;
// Value of a negation that also stands behind what it denies.
inline constexpr int negates_behind = 1;

enum class Sense : std::uint8_t {
    // How something is said.
    known,      // a word of the language that misspells nothing; no more
    plain,      // explains nothing and hinders nothing: function words, courtesies; value 2 trouble at home
    yes,        // yes, sure, absolutely
    no,         // no, nope
    yes_or_if,  // Spanish "si": yes with its accent or alone, else if
    receipt,    // ok, got it: read, not agreed
    negation,   // not, never, can't; value 1, German "nicht": denies what stands before it too
    negation_helper,  // French "ne": negates only together with, or in place of, a negation
    negation_echo,    // nor, tampoco, rien: repeats a negation without undoing it
    condition,        // if, unless; value 1: only, after my: where it stands beside an answer
    alternative,      // or, whichever; value 1: between, where persons may be chosen
    exclusion,        // anyone but, except
    rather_than,      // instead of: what follows is not wanted
    postponement,     // let me think, later; value 1: ask me again
    hedge,            // maybe, not sure
    contrast,         // but, however
    correction,       // wait, scratch that
    mockery,          // yeah right
    reported,         // he says; value 1: thinks, recommends; in a request, a text for others: the draft
    question_opener,  // what, is she
    polite,           // could you: a wish in the form of a question
    permission,       // could we: a wish too, or a plain question
    elsewhere,        // the dinner: the association's other business; value 1: by the way,
                      // 2: to come to the dinner
    enquiry,          // could you tell me: a question in the form of a wish
    joint,            // and: a word that adds
    than,             // better than: as rather_than, between two persons
    other_person,     // she, my chief: not the writer; value 1: nor mentor nor mentee
    possessive,       // my: the word behind it names whom or what is meant; value 1: her; value 2: the
    wish,             // I'd like: what follows is wanted
    because,          // begins a reason
    thanks,
    greeting,
    farewell,
    // Meanings of their own.
    command,     // an intent's word of command
    says,        // says an intent, whatever else stands beside it
    hints,       // says an intent if everything beside it is plain
    reason,      // says an intent and gives the reason for it
    unfit,       // on leave, too close: speaks against the person named beside it
    topical,     // a question with this word is about the matter; value 1: the member,
                 // -1: others, -2: you or me
    evaluative,  // a comment with this word is about the programme; value 1 praise, -1 complaint, 0 neither
    counted,     // weeks, mentors: a number before it counts and does not choose
    in_turn,     // THEN
    first_to_accept,  // OR
    ordinal,          // value: place, -1 the last
    number,           // value
    all_of,           // value: how many, 0 all there are
    points_back,      // invite her, match them: whom the mail has named; value 1: whom the line above names
    goes_on,          // the, and, with: a sentence that ends with it was cut off
    choice_noun,      // number, candidate, option: a number follows or an ordinal stands before
    title,            // Dr., Prof.
    month,            // value 1..12
    weekday,          // value 0 Sunday .. 6
    relative_day,     // value: days from today
    ago,              // after the span (English) …
    ago_before,       // … or before it (Spanish, French)
    within,           // for (a span): for three weeks
    unit,             // value 1 day, 7 week, 30 month, 365 year
    next,             // next, proximo
    last,             // last, pasado
    until,            // until, hasta
    from,             // from, starting, after
    part,             // of a month or year: value 1 beginning, 15 middle, 31 end
    holiday,          // a fixed day; value month × 100 + day
    rhythm,           // value: 7 weekly, 14 every two weeks, 30 monthly, 90 quarterly, 1 daily, 365 yearly
    every,            // every, cada
    times,            // value: once 1, twice 2
    per,              // a, per
    mode,             // value of MeetingMode
    out_of,           // 4 out of 5, 4/5
    star,             // star, stars
    all_ratings,      // all, straight
    rating_plural,    // fives; value
    no_rating,        // n/a
    day_first,        // a word of a language that writes 3/11 for the third of November
    question_label,   // question, Q
    comment_label,    // comment
    // Danger and request tables.
    strong,
    weak,
    grave,      // a word of death: strong where the writer speaks of herself beside it
    figure,     // looks like danger and is none
    self_word,  // I, me, my: the writer
    past_word,
    mentor_word,    // mentor, mentora
    asks,           // asks for it outright
    wishes,         // would like, could you match me
    offers,         // to be one
    somebody_else,  // my colleague
    about,          // how does it work: information
    unwanted,       // no longer
    business,       // dues, newsletter; value 1: of somebody outside, the press
    trouble,        // a situation at work: what people bring
    companion,      // somebody to talk to
};

// By value of Sense.
inline constexpr std::array<std::string_view, 92> sense_keys = {"known",
                                                                "plain",
                                                                "yes",
                                                                "no",
                                                                "yes_or_if",
                                                                "receipt",
                                                                "negation",
                                                                "negation_helper",
                                                                "negation_echo",
                                                                "condition",
                                                                "alternative",
                                                                "exclusion",
                                                                "rather_than",
                                                                "postponement",
                                                                "hedge",
                                                                "contrast",
                                                                "correction",
                                                                "mockery",
                                                                "reported",
                                                                "question_opener",
                                                                "polite",
                                                                "permission",
                                                                "elsewhere",
                                                                "enquiry",
                                                                "joint",
                                                                "than",
                                                                "other_person",
                                                                "possessive",
                                                                "wish",
                                                                "because",
                                                                "thanks",
                                                                "greeting",
                                                                "farewell",
                                                                "command",
                                                                "says",
                                                                "hints",
                                                                "reason",
                                                                "unfit",
                                                                "topical",
                                                                "evaluative",
                                                                "counted",
                                                                "in_turn",
                                                                "first_to_accept",
                                                                "ordinal",
                                                                "number",
                                                                "all_of",
                                                                "points_back",
                                                                "goes_on",
                                                                "choice_noun",
                                                                "title",
                                                                "month",
                                                                "weekday",
                                                                "relative_day",
                                                                "ago",
                                                                "ago_before",
                                                                "within",
                                                                "unit",
                                                                "next",
                                                                "last",
                                                                "until",
                                                                "from",
                                                                "part",
                                                                "holiday",
                                                                "rhythm",
                                                                "every",
                                                                "times",
                                                                "per",
                                                                "mode",
                                                                "out_of",
                                                                "star",
                                                                "all_ratings",
                                                                "rating_plural",
                                                                "no_rating",
                                                                "day_first",
                                                                "question_label",
                                                                "comment_label",
                                                                "strong",
                                                                "weak",
                                                                "grave",
                                                                "figure",
                                                                "self_word",
                                                                "past_word",
                                                                "mentor_word",
                                                                "asks",
                                                                "wishes",
                                                                "offers",
                                                                "somebody_else",
                                                                "about",
                                                                "unwanted",
                                                                "business",
                                                                "trouble",
                                                                "companion"};
static_assert(sense_keys[static_cast<std::size_t>(Sense::companion)] == "companion");

}
