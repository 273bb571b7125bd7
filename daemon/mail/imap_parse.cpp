// SPDX-License-Identifier: MIT
#include "daemon/mail/imap_parse.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace mentoring {

namespace {

constexpr int nesting_max = 20;
constexpr std::string_view not_in_atom = std::string_view(" ()[]{}\"\r\n\0", 11);

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string uppered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), upper);
    return result;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

template <class Number>
std::optional<Number> number_from(std::string_view digits) {
    Number value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

// Takes a response apart from the left. After a failure everything taken is empty.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}
    bool failed() const { return failed_; }
    bool at_end() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }
    bool sees(char c) const { return !rest_.empty() && rest_.front() == c; }

    bool take_if(char c) {
        if (!sees(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void take(char c) {
        if (!take_if(c)) fail();
    }
    void blanks() {
        while (take_if(' ')) {
        }
    }
    std::string_view take_octets(std::size_t count) {
        if (count > rest_.size()) return fail();
        const auto taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    std::string_view take_until(std::string_view stops) {
        return take_octets(std::min(rest_.find_first_of(stops), rest_.size()));
    }
    std::string_view atom() {
        const auto taken = take_until(not_in_atom);
        return taken.empty() ? fail() : taken;
    }
    // Flags and names of folders hold brackets at some servers.
    std::string_view word() {
        const auto taken = take_until(" ()\r\n");
        return taken.empty() ? fail() : taken;
    }
    template <class Number>
    Number number() {
        const auto value = number_from<Number>(atom());
        if (!value) fail();
        return value.value_or(0);
    }

    // A quoted string, a literal, NIL (empty) or an atom (RFC 3501 §4).
    std::string string() {
        if (sees('"')) return quoted();
        if (sees('{') || rest_.substr(0, 2) == "~{") return std::string(literal());
        const auto word = this->word();
        return uppered(word) == "NIL" ? std::string() : std::string(word);
    }

    std::set<std::string> words(std::string (*spelling)(std::string_view)) {
        std::set<std::string> result;
        take('(');
        while (!failed_ && !take_if(')')) {
            result.insert(spelling(word()));
            blanks();
        }
        return result;
    }

    // Anything of a FETCH response that we did not ask for.
    void skip_value(int depth = 0) {
        if (depth > nesting_max) fail();
        if (failed_) return;
        if (!take_if('(')) {
            string();
            return;
        }
        for (blanks(); !failed_ && !take_if(')'); blanks()) skip_value(depth + 1);
    }

    std::string_view fail() {
        failed_ = true;
        rest_ = {};
        return {};
    }

private:
    std::string quoted() {
        std::string result;
        take('"');
        while (!failed_ && !take_if('"')) {
            result += take_until("\"\\\n");
            if (take_if('\\')) result += take_octets(1);
            if (at_end() || sees('\n')) fail();
        }
        return result;
    }
    std::string_view literal() {
        take_if('~');
        take('{');
        const auto count = number<std::size_t>();
        take('}');
        take_if('\r');
        take('\n');
        return take_octets(failed_ ? 0 : count);
    }

    std::string_view rest_;
    bool failed_ = false;
};

std::optional<ImapCondition> condition_from(std::string_view word) {
    const auto name = uppered(word.substr(0, 8));
    if (name == "OK") return ImapCondition::ok;
    if (name == "NO") return ImapCondition::no;
    if (name == "BAD") return ImapCondition::bad;
    if (name == "BYE") return ImapCondition::bye;
    if (name == "PREAUTH") return ImapCondition::preauth;
    return std::nullopt;
}

// What follows the condition: "[CODE arguments] text". A text that only looks like a code stays text.
ImapStatus status_from(ImapCondition condition, Scanner& scanner) {
    ImapStatus status;
    status.condition = condition;
    scanner.blanks();
    const auto close = scanner.sees('[') ? scanner.rest().find(']') : std::string_view::npos;
    if (close != std::string_view::npos) {
        Scanner code(scanner.take_octets(close + 1).substr(1, close - 1));
        status.code = uppered(code.take_until(" "));
        code.blanks();
        status.arguments = code.rest();
        scanner.blanks();
    }
    status.text = scanner.rest();
    return status;
}

template <class Number>
Number clock_number(std::string_view text, std::size_t begin, std::size_t count) {
    auto digits = text.substr(begin, count);
    if (digits.front() == ' ') digits.remove_prefix(1);
    return number_from<Number>(digits).value_or(std::numeric_limits<Number>::max());
}

std::optional<Date> day_from(std::string_view text) {
    constexpr std::string_view months = "jan feb mar apr may jun jul aug sep oct nov dec ";
    const auto month = months.find(lowered(text.substr(3, 3)) + " ");
    if (month == std::string_view::npos || month % 4 != 0 || text[2] != '-' || text[6] != '-')
        return std::nullopt;
    const auto year = clock_number<std::uint16_t>(text, 7, 4);
    if (year > 9999) return std::nullopt;
    const Date date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month / 4 + 1)),
                    std::chrono::day(clock_number<std::uint8_t>(text, 0, 2)));
    return date.ok() ? std::optional(date) : std::nullopt;
}

// "17-Jul-1996 02:44:25 -0700" (RFC 3501 §9, date-time).
std::optional<Instant> instant_from(std::string_view text) {
    if (text.size() != 26 || (text[21] != '+' && text[21] != '-')) return std::nullopt;
    const auto day = day_from(text);
    const int hours = clock_number<std::uint8_t>(text, 12, 2);
    const int minutes = clock_number<std::uint8_t>(text, 15, 2);
    const int seconds = clock_number<std::uint8_t>(text, 18, 2);
    const int zone_hours = clock_number<std::uint8_t>(text, 22, 2);
    const int zone_minutes = clock_number<std::uint8_t>(text, 24, 2);
    if (!day || hours > 23 || minutes > 59 || seconds > 60 || zone_hours > 23 || zone_minutes > 59)
        return std::nullopt;
    const auto zone = std::chrono::hours(zone_hours) + std::chrono::minutes(zone_minutes);
    const auto local = std::chrono::sys_days(*day) + std::chrono::hours(hours) +
                       std::chrono::minutes(minutes) + std::chrono::seconds(seconds);
    return Instant(text[21] == '+' ? local - zone : local + zone);
}

// BODY[HEADER]<0>; the origin is ours and known.
void take_body(Scanner& scanner, ImapFetched& fetched) {
    scanner.take('[');
    const auto section = scanner.take_until("]\r\n");
    scanner.take(']');
    if (scanner.take_if('<')) {
        scanner.take_until(">\r\n");
        scanner.take('>');
    }
    scanner.take(' ');
    auto body = scanner.string();
    if (fetched.body) return;
    fetched.section = uppered(section);
    fetched.body = std::move(body);
}

void take_fetched_item(Scanner& scanner, ImapFetched& fetched) {
    const auto name = uppered(scanner.atom());
    if (name == "BODY" && scanner.sees('[')) return take_body(scanner, fetched);
    scanner.take(' ');
    if (name == "UID") {
        fetched.uid = scanner.number<std::uint32_t>();
    } else if (name == "RFC822.SIZE") {
        fetched.size = scanner.number<std::uint64_t>();
    } else if (name == "INTERNALDATE") {
        fetched.arrived = instant_from(scanner.string());
    } else if (name == "FLAGS") {
        fetched.flags = scanner.words([](std::string_view word) { return std::string(word); });
    } else {
        scanner.skip_value();
    }
}

ImapFetched fetched_from(std::uint32_t number, Scanner& scanner) {
    ImapFetched fetched;
    fetched.number = number;
    scanner.take('(');
    while (!scanner.failed() && !scanner.take_if(')')) {
        take_fetched_item(scanner, fetched);
        scanner.blanks();
    }
    return fetched;
}

ImapFound found_from(Scanner& scanner) {
    ImapFound found;
    for (scanner.blanks(); !scanner.at_end() && !scanner.sees('('); scanner.blanks())
        found.uids.push_back(scanner.number<std::uint32_t>());
    return found;
}

ImapCapabilities capabilities_from(Scanner& scanner) {
    ImapCapabilities capabilities;
    for (scanner.blanks(); !scanner.at_end(); scanner.blanks())
        capabilities.names.insert(uppered(scanner.atom()));
    return capabilities;
}

ImapFolder folder_from(Scanner& scanner) {
    ImapFolder folder;
    folder.attributes = scanner.words(&lowered);
    scanner.take(' ');
    scanner.string();  // the hierarchy's delimiter
    scanner.take(' ');
    folder.name = scanner.string();
    return folder;
}

ImapResponse numbered(std::uint32_t number, Scanner& scanner) {
    scanner.take(' ');
    const auto name = uppered(scanner.atom());
    if (name == "EXISTS") return ImapExists{number};
    if (name == "EXPUNGE") return ImapExpunged{number};
    if (name != "FETCH") return ImapOther{};
    scanner.take(' ');
    return fetched_from(number, scanner);
}

ImapResponse untagged(Scanner& scanner) {
    const auto word = scanner.atom();
    if (const auto condition = condition_from(word)) return ImapUntagged{status_from(*condition, scanner)};
    if (const auto number = number_from<std::uint32_t>(word)) return numbered(*number, scanner);
    const auto name = uppered(word);
    if (name == "CAPABILITY") return capabilities_from(scanner);
    if (name == "SEARCH") return found_from(scanner);
    if (name != "LIST") return scanner.failed() ? ImapResponse(ImapBroken{}) : ImapResponse(ImapOther{});
    scanner.take(' ');
    return folder_from(scanner);
}

ImapResponse tagged(Scanner& scanner) {
    const auto tag = scanner.atom();
    scanner.take(' ');
    const auto condition = condition_from(scanner.atom());
    if (!condition) scanner.fail();
    return ImapTagged{std::string(tag), status_from(condition.value_or(ImapCondition::bad), scanner)};
}

std::string_view without_line_end(std::string_view line) {
    if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

bool may_hold_literals(std::string_view response) {
    if (response.substr(0, 2) != "* ") return false;
    const auto word = response.substr(2, 8);
    return !condition_from(word.substr(0, word.find_first_of(" \r\n")));
}

}

ImapResponse imap_response(std::string_view whole) {
    Scanner scanner(without_line_end(whole));
    if (scanner.take_if('+')) return ImapContinuation{};
    ImapResponse response;
    if (scanner.take_if('*')) {
        scanner.take(' ');
        response = untagged(scanner);
    } else {
        response = tagged(scanner);
    }
    if (scanner.failed()) return ImapBroken{"a response cannot be understood"};
    return response;
}

std::optional<std::size_t> announced_literal(std::string_view response, std::string_view line) {
    line = without_line_end(line);
    if (line.empty() || line.back() != '}' || !may_hold_literals(response)) return std::nullopt;
    const auto open = line.rfind('{');
    if (open == std::string_view::npos) return std::nullopt;
    const auto digits = line.substr(open + 1, line.size() - open - 2);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return number_from<std::size_t>(digits).value_or(std::numeric_limits<std::size_t>::max());
}

}
