// SPDX-License-Identifier: MIT
#include "workflow/reading/absence.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "workflow/reading/absence_words.h"
#include "workflow/reading/plain_letters.h"
#include "workflow/reading/reply_text.h"

namespace mentoring {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t octets_max = 4 * 1024;
constexpr std::size_t cue_before_octets = 48;  // how far a word of returning may stand from its date
constexpr std::size_t cue_after_octets = 24;
constexpr int days_under_way_max = 30;
constexpr int past_days_kept_past = 60;  // "5 May" said on 20 May is this year's, and past

enum class TokenKind { number, word, sign };

struct Token {
    TokenKind kind = TokenKind::sign;
    std::string_view text;
    std::size_t begin = 0;
    int value = 0;
};

struct Named {
    Date day;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t tokens = 0;
};

bool digit(char octet) {
    return octet >= '0' && octet <= '9';
}
bool letter(char octet) {
    return (octet >= 'a' && octet <= 'z') || static_cast<unsigned char>(octet) >= 0x80 || octet == '\'';
}

// Chinese, Japanese and Korean write the units of a date without blanks: each is a token of its own.
std::size_t unit_octets(std::string_view text) {
    for (const std::string_view unit : {"年", "月", "日", "년", "월", "일", "號"})
        if (text.starts_with(unit)) return unit.size();
    return 0;
}

Token token_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    if (digit(text[at])) {
        int value = 0;
        while (end < text.size() && digit(text[end]))
            value = std::min(value * 10 + (text[end++] - '0'), 100'000);
        return {TokenKind::number, text.substr(at, end - at), at, value};
    }
    if (const std::size_t unit = unit_octets(text.substr(at)))
        return {TokenKind::word, text.substr(at, unit), at, 0};
    if (!letter(text[at])) return {TokenKind::sign, text.substr(at, 1), at, 0};
    while (end < text.size() && (letter(text[end]) || text[end] == '-') && unit_octets(text.substr(end)) == 0)
        ++end;
    return {TokenKind::word, text.substr(at, std::max<std::size_t>(end - at, 1)), at, 0};
}

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const Token token = token_at(text, at);
        if (token.text != " " && token.text != "\t") tokens.push_back(token);
        at += token.text.size();
    }
    return tokens;
}

class DateReader {
public:
    DateReader(const std::vector<Token>& tokens, Date sent) : tokens_(tokens), sent_(sent) {}

    std::optional<Named> at(std::size_t place) const {
        for (const auto form :
             {&DateReader::iso, &DateReader::east_asian, &DateReader::numeric, &DateReader::day_and_month,
              &DateReader::month_and_day, &DateReader::month_alone, &DateReader::named_day})
            if (auto named = (this->*form)(place)) return named;
        return std::nullopt;
    }

private:
    std::string_view text(std::size_t at) const {
        return at < tokens_.size() ? tokens_[at].text : std::string_view();
    }
    std::optional<int> number(std::size_t at) const {
        if (at >= tokens_.size() || tokens_[at].kind != TokenKind::number) return std::nullopt;
        return tokens_[at].value;
    }
    std::optional<int> year(std::size_t at) const {
        const auto value = number(at);
        if (!value) return std::nullopt;
        if (text(at).size() == 4 && *value >= 1990 && *value <= 2200) return value;
        if (text(at).size() == 2 && *value >= 10) return 2000 + *value;
        return std::nullopt;
    }
    std::optional<unsigned> month(std::size_t at) const {
        if (at >= tokens_.size() || tokens_[at].kind != TokenKind::word) return std::nullopt;
        return month_named(text(at));
    }
    Named named(Date day, std::size_t place, std::size_t count) const {
        const Token& last = tokens_[place + count - 1];
        return {day, tokens_[place].begin, last.begin + last.text.size(), count};
    }
    std::optional<Date> full(int year, int month, int day) const {
        const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}};
        return date.ok() ? std::optional(date) : std::nullopt;
    }
    std::optional<Date> yearless(int month, int day) const {
        auto date = full(static_cast<int>(sent_.year()), month, day);
        if (date && sys_days(*date) + days(past_days_kept_past) < sys_days(sent_))
            date = full(static_cast<int>(sent_.year()) + 1, month, day);
        return date;
    }
    std::optional<Date> dated(std::optional<int> year, int month, int day) const {
        return year ? full(*year, month, day) : yearless(month, day);
    }

    // 2026-05-14, 2026/5/14, 2026.05.14
    std::optional<Named> iso(std::size_t at) const {
        const auto first = number(at), second = number(at + 2), third = number(at + 4);
        if (!first || !second || !third || text(at).size() != 4 || text(at + 1) != text(at + 3))
            return std::nullopt;
        if (text(at + 1) != "-" && text(at + 1) != "/" && text(at + 1) != ".") return std::nullopt;
        const auto date = full(*first, *second, *third);
        return date ? std::optional(named(*date, at, 5)) : std::nullopt;
    }
    // 2026年5月14日, 5月14日, 5월 14일
    std::optional<Named> east_asian(std::size_t at) const {
        const bool with_year = number(at) && (text(at + 1) == "年" || text(at + 1) == "년");
        const std::size_t first = with_year ? at + 2 : at;
        const auto month = number(first), day = number(first + 2);
        if (!month || !day || (text(first + 1) != "月" && text(first + 1) != "월")) return std::nullopt;
        const auto date = dated(with_year ? number(at) : std::nullopt, *month, *day);
        return date ? std::optional(named(*date, at, first + 3 - at)) : std::nullopt;
    }
    // 14.05.2026, 14.5., 14/05/26, 5/14/2026: the day first where both are possible, unless only the other
    // lies ahead.
    std::optional<Named> numeric(std::size_t at) const {
        const auto first = number(at), second = number(at + 2);
        const std::string_view sign = text(at + 1);
        if (!first || !second || (sign != "." && sign != "/" && sign != "-")) return std::nullopt;
        if (text(at).size() > 2 || text(at + 2).size() > 2) return std::nullopt;
        if (at > 0 && (text(at - 1) == "." || text(at - 1) == ":")) return std::nullopt;
        const bool third = text(at + 3) == sign && year(at + 4);
        if (!third &&
            (sign == "-" || text(at + 3) == ":" || (sign == "." && text(at + 2).size() == 2 && *second > 12)))
            return std::nullopt;
        const auto said_year = third ? year(at + 4) : std::nullopt;
        auto date = dated(said_year, *second, *first);
        if (sign == "/") date = nearer_ahead(date, dated(said_year, *first, *second));
        return date ? std::optional(named(*date, at, third ? 5 : 3)) : std::nullopt;
    }
    std::optional<Date> nearer_ahead(std::optional<Date> one, std::optional<Date> other) const {
        if (!one || !other) return one ? one : other;
        const bool one_ahead = *one >= sent_, other_ahead = *other >= sent_;
        if (one_ahead != other_ahead) return one_ahead ? one : other;
        return one;
    }
    // 14 May, 14th of May 2026, 14. Mai, 14 de mayo de 2026, 1er mai
    std::optional<Named> day_and_month(std::size_t at) const {
        const auto day = number(at);
        if (!day || *day < 1 || *day > 31) return std::nullopt;
        std::size_t next = at + 1;
        for (int count = 0; count < 3 && !month(next); ++count) {
            static const std::vector<std::string> between =
                plain_letters_of({".", "st", "nd", "rd", "th", "er", "º", "°", "ª", "o", "e", "of", "de",
                                  "del", "di", "do", "-го", "го", "-е"});
            if (std::find(between.begin(), between.end(), text(next)) == between.end()) return std::nullopt;
            ++next;
        }
        const auto in_month = month(next);
        if (!in_month) return std::nullopt;
        return with_year(at, next, static_cast<int>(*in_month), *day);
    }
    // May 14, May 14th, 2026
    std::optional<Named> month_and_day(std::size_t at) const {
        const auto in_month = month(at);
        std::size_t place = at + 1;
        if (text(place) == ".") ++place;
        const auto day = number(place);
        if (!in_month || !day || *day < 1 || *day > 31 || text(place).size() > 2) return std::nullopt;
        if (text(place + 1) == "st" || text(place + 1) == "nd" || text(place + 1) == "rd" ||
            text(place + 1) == "th")
            ++place;
        return with_year(at, place, static_cast<int>(*in_month), *day);
    }
    std::optional<Named> with_year(std::size_t at, std::size_t last, int month, int day) const {
        std::size_t place = last + 1;
        while (text(place) == "," || text(place) == "." || text(place) == "de" || text(place) == "del")
            ++place;
        const bool follows = place <= last + 3 && text(place).size() == 4 && year(place);
        const auto date = dated(follows ? year(place) : std::nullopt, month, day);
        return date ? std::optional(named(*date, at, (follows ? place : last) + 1 - at)) : std::nullopt;
    }
    // "until September", "in March 2027"; "may" and "mar" alone are other words too.
    std::optional<Named> month_alone(std::size_t at) const {
        const auto in_month = month(at);
        if (!in_month || text(at).size() < 4 || text(at) == "mars" || text(at) == "marts" || number(at + 1)) {
            if (!in_month || !year(at + 1)) return std::nullopt;
        }
        const auto said_year = text(at + 1).size() == 4 ? year(at + 1) : std::nullopt;
        const auto date = dated(said_year, static_cast<int>(*in_month), 1);
        return date ? std::optional(named(*date, at, said_year ? 2 : 1)) : std::nullopt;
    }
    // The next Monday after the mail, tomorrow.
    std::optional<Named> named_day(std::size_t at) const {
        if (at >= tokens_.size() || tokens_[at].kind != TokenKind::word) return std::nullopt;
        if (means_tomorrow(text(at))) return named(Date{sys_days(sent_) + days(1)}, at, 1);
        const auto weekday = weekday_named(text(at));
        if (!weekday || text(at).size() < 4) return std::nullopt;
        const auto distance = std::chrono::weekday(*weekday) - std::chrono::weekday(sys_days(sent_));
        return named(Date{sys_days(sent_) + (distance.count() == 0 ? days(7) : distance)}, at, 1);
    }

    const std::vector<Token>& tokens_;
    Date sent_;
};

std::vector<Named> dates_in(std::string_view plain, Date sent) {
    std::vector<Named> found;
    const std::vector<Token> tokens = tokens_of(plain);
    const DateReader reader(tokens, sent);
    for (std::size_t at = 0; at < tokens.size();) {
        const auto named = reader.at(at);
        if (named) found.push_back(*named);
        at += named ? named->tokens : 1;
    }
    return found;
}

bool ahead(Date day, Date sent) {
    return day >= sent && sys_days(day) <= sys_days(sent) + days(absence_days_max);
}

// The end of a sentence; a point after a digit is a date's.
std::size_t sentence_end(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find_first_of(".!?", from); at != std::string_view::npos;
         at = text.find_first_of(".!?", at + 1))
        if (at > 0 && !digit(text[at - 1])) return at;
    return std::string_view::npos;
}

std::string_view last_sentence(std::string_view text) {
    for (std::size_t end = sentence_end(text, 0); end != std::string_view::npos; end = sentence_end(text, 0))
        text.remove_prefix(end + 1);
    return text;
}

// A word of returning stands near, in the same sentence.
bool has_cue(std::string_view plain, const Named& named) {
    const std::size_t begin = named.begin > cue_before_octets ? named.begin - cue_before_octets : 0;
    const std::string_view after = plain.substr(named.end, cue_after_octets);
    return has_any_phrase(last_sentence(plain.substr(begin, named.begin - begin)), words_for_return()) ||
           has_any_phrase(after.substr(0, sentence_end(after, 0)), words_for_return());
}

// The mail's own day, unless it cannot be true.
std::optional<Date> day_of(const Mail& mail, Date received) {
    const auto own = mail.date ? std::optional(Date{std::chrono::floor<days>(*mail.date)}) : std::nullopt;
    if (!received.ok()) return own;
    if (!own) return received;
    const auto apart = sys_days(*own) - sys_days(received);
    return apart <= days(1) && apart >= days(-days_under_way_max) ? own : std::optional(received);
}

}

std::optional<Date> return_date_in(std::string_view text, Date sent) {
    const std::string plain = plain_letters(text.substr(0, octets_max));
    std::optional<Date> cued;
    std::optional<Date> any;
    for (const Named& named : dates_in(plain, sent)) {
        if (!ahead(named.day, sent)) continue;
        any = std::max(any.value_or(named.day), named.day);
        if (has_cue(plain, named)) cued = std::max(cued.value_or(named.day), named.day);
    }
    return cued ? cued : any;
}

std::optional<Date> return_date(const Mail& mail, Date received) {
    const auto sent = day_of(mail, received);
    if (!sent) return std::nullopt;
    const auto in_words = return_date_in(reply_text(mail.quoted_text).visible, *sent);
    return in_words ? in_words : return_date_in(mail.subject, *sent);
}

}
