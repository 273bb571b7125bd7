// SPDX-License-Identifier: MIT
// The words by which a programme file names the closed choices of workflow/model, and the way it writes spans
// and rhythms. Reader, chart and faults all use these tables.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/program.h"

namespace mentoring {

template <class Value>
struct Word {
    std::string_view word;
    Value value;
};

inline constexpr std::array<Word<Takes>, 11> takes_words{{{"nothing", Takes::nothing},
                                                          {"mentors", Takes::mentors},
                                                          {"reason", Takes::reason},
                                                          {"text", Takes::text},
                                                          {"date", Takes::date},
                                                          {"meeting", Takes::meeting},
                                                          {"rhythm", Takes::rhythm},
                                                          {"ratings", Takes::ratings},
                                                          {"person", Takes::person},
                                                          {"number", Takes::number},
                                                          {"form", Takes::form}}};

inline constexpr std::array<Word<Proof>, 3> proof_words{
    {{"none", Proof::none}, {"ordinary", Proof::ordinary}, {"strong", Proof::strong}}};

inline constexpr std::array<Word<Doing>, 20> doing_words{{{"nothing", Doing::nothing},
                                                          {"accept", Doing::accept},
                                                          {"undo", Doing::undo},
                                                          {"status", Doing::status},
                                                          {"help", Doing::help},
                                                          {"human", Doing::human},
                                                          {"concern", Doing::concern},
                                                          {"address", Doing::address},
                                                          {"second", Doing::second},
                                                          {"hold-mentor", Doing::hold_mentor},
                                                          {"note-meeting", Doing::note_meeting},
                                                          {"agree", Doing::agree},
                                                          {"pause-mentor", Doing::pause_mentor},
                                                          {"resume-mentor", Doing::resume_mentor},
                                                          {"waive", Doing::waive},
                                                          {"wishes", Doing::wishes},
                                                          {"fewer-letters", Doing::fewer_letters},
                                                          {"stop-check-ins", Doing::stop_check_ins},
                                                          {"go-on", Doing::go_on},
                                                          {"forget", Doing::forget}}};

inline constexpr std::array<Word<WaitFrom>, 3> from_words{
    {{"entry", WaitFrom::entry}, {"given date", WaitFrom::given_date}, {"agreed end", WaitFrom::agreed_end}}};

template <class Value, std::size_t Count>
constexpr std::optional<Value> value_of(const std::array<Word<Value>, Count>& words, std::string_view word) {
    for (const auto& each : words)
        if (each.word == word) return each.value;
    return std::nullopt;
}

template <class Value, std::size_t Count>
constexpr std::string_view word_of(const std::array<Word<Value>, Count>& words, Value value) {
    for (const auto& each : words)
        if (each.value == value) return each.word;
    return {};
}

template <class Value, std::size_t Count>
std::vector<std::string> all_words(const std::array<Word<Value>, Count>& words) {
    std::vector<std::string> result;
    for (const auto& each : words) result.emplace_back(each.word);
    return result;
}

// "20 minutes", "1 working day", "0 days"; at most 1000 of a unit, no sign.
std::optional<Span> span_from(std::string_view text);
std::string span_text(const Span& span);

// "weekly", "monthly", "quarterly", "yearly", "every 3 weeks".
std::optional<Rhythm> rhythm_from(std::string_view text);
std::string rhythm_text(const Rhythm& rhythm);

}
