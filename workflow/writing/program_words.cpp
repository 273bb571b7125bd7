// SPDX-License-Identifier: MIT
#include "workflow/writing/program_words.h"

#include <charconv>
#include <cstddef>

namespace mentoring {

namespace {

constexpr int amount_max = 1000;

constexpr std::array<Word<Span::Unit>, 6> span_units{{{"minute", Span::Unit::minutes},
                                                      {"hour", Span::Unit::hours},
                                                      {"day", Span::Unit::days},
                                                      {"working day", Span::Unit::working_days},
                                                      {"week", Span::Unit::weeks},
                                                      {"month", Span::Unit::months}}};

constexpr std::array<Word<Rhythm::Unit>, 3> rhythm_units{
    {{"day", Rhythm::Unit::days}, {"week", Rhythm::Unit::weeks}, {"month", Rhythm::Unit::months}}};

constexpr std::array<Word<Rhythm>, 5> rhythm_names{{{"weekly", {1, Rhythm::Unit::weeks}},
                                                    {"fortnightly", {2, Rhythm::Unit::weeks}},
                                                    {"monthly", {1, Rhythm::Unit::months}},
                                                    {"quarterly", {3, Rhythm::Unit::months}},
                                                    {"yearly", {12, Rhythm::Unit::months}}}};

struct Measure {
    int amount = 0;
    std::string_view unit;  // in the singular
};

// "3 working days": a number, one blank, the unit; "days" and "day" alike.
std::optional<Measure> measure_from(std::string_view text) {
    Measure measure;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), measure.amount);
    if (trouble != std::errc() || measure.amount < 0 || measure.amount > amount_max) return std::nullopt;
    std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (rest.size() < 2 || rest.front() != ' ') return std::nullopt;
    rest.remove_prefix(1);
    if (rest.back() == 's') rest.remove_suffix(1);
    measure.unit = rest;
    return measure;
}

std::string measure_text(int amount, std::string_view unit) {
    return std::to_string(amount) + " " + std::string(unit) + (amount == 1 ? "" : "s");
}

}

std::optional<Span> span_from(std::string_view text) {
    const auto measure = measure_from(text);
    if (!measure) return std::nullopt;
    const auto unit = value_of(span_units, measure->unit);
    return unit ? std::optional(Span{measure->amount, *unit}) : std::nullopt;
}

std::string span_text(const Span& span) {
    return measure_text(span.amount, word_of(span_units, span.unit));
}

std::optional<Rhythm> rhythm_from(std::string_view text) {
    if (const auto named = value_of(rhythm_names, text)) return named;
    constexpr std::string_view every = "every ";
    if (text.substr(0, every.size()) != every) return std::nullopt;
    const auto measure = measure_from(text.substr(every.size()));
    if (!measure) return std::nullopt;
    const auto unit = value_of(rhythm_units, measure->unit);
    return unit && measure->amount > 0 ? std::optional(Rhythm{measure->amount, *unit}) : std::nullopt;
}

std::string rhythm_text(const Rhythm& rhythm) {
    for (const auto& each : rhythm_names)
        if (each.value == rhythm) return std::string(each.word);
    return "every " + measure_text(rhythm.every, word_of(rhythm_units, rhythm.unit));
}

}
