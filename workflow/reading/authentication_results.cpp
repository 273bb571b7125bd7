// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <optional>

#include "workflow/reading/trust.h"

namespace mentoring {

namespace {

constexpr std::size_t field_octets_max = 8192;
constexpr std::size_t results_max = 64;
constexpr std::size_t properties_max = 64;
constexpr int comment_depth_max = 16;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), lower);
    return text;
}

bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The field's tokens: values (dotted names, addresses, quoted strings) and the marks ";" and "=". Comments
// and blanks between them are passed over (RFC 5322 §3.2.2).
class Tokens {
public:
    explicit Tokens(std::string_view text) : text_(text) {}

    bool at_end() {
        skip();
        return broken_ || position_ >= text_.size();
    }
    bool broken() const { return broken_; }

    bool take(char mark) {
        if (at_end() || text_[position_] != mark) return false;
        ++position_;
        return true;
    }

    // A name: ends at "=".
    std::optional<std::string> name() { return word(Equals::ends); }
    // A value: "=" belongs to it, as in bounce+ruth=example.org@lists.example.org.
    std::optional<std::string> value() { return word(Equals::belongs); }

private:
    enum class Equals { ends, belongs };

    static bool plain(char c, Equals equals) {
        const bool mark = c == ';' || c == '(' || c == ')' || (c == '=' && equals == Equals::ends);
        return !blank(c) && !mark;
    }

    // Quoted parts may stand beside plain ones: "a b"@example.org.
    std::optional<std::string> word(Equals equals) {
        if (at_end()) return std::nullopt;
        const std::size_t begin = position_;
        std::string result;
        while (!broken_ && position_ < text_.size() && plain(text_[position_], equals)) {
            if (text_[position_] == '"') {
                quoted(result);
            } else {
                result += text_[position_++];
            }
        }
        return broken_ || position_ == begin ? std::nullopt : std::optional(result);
    }

    void skip() {
        while (!broken_ && position_ < text_.size()) {
            if (blank(text_[position_])) {
                ++position_;
            } else if (text_[position_] == '(') {
                comment();
            } else {
                return;
            }
        }
    }

    void comment() {
        int depth = 0;
        for (; position_ < text_.size(); ++position_) {
            const char c = text_[position_];
            if (c == '\\') {
                ++position_;
            } else if (c == '(') {
                if (++depth > comment_depth_max) break;
            } else if (c == ')' && --depth == 0) {
                ++position_;
                return;
            }
        }
        broken_ = true;
    }

    void quoted(std::string& result) {
        for (++position_; position_ < text_.size(); ++position_) {
            char c = text_[position_];
            if (c == '"') {
                ++position_;
                return;
            }
            if (c == '\\' && position_ + 1 < text_.size()) c = text_[++position_];
            result += c;
        }
        broken_ = true;
    }

    std::string_view text_;
    std::size_t position_ = 0;
    bool broken_ = false;
};

// "dkim/1" is the method dkim.
std::string without_version(const std::string& method) {
    return method.substr(0, method.find('/'));
}

// method "=" result *( name "=" value ), up to the next ";".
std::optional<AuthenticationResult> one_result(Tokens& tokens, const std::string& method) {
    if (!tokens.take('=')) return std::nullopt;
    const auto result = tokens.name();
    if (!result) return std::nullopt;
    AuthenticationResult found{lowered(without_version(method)), lowered(*result), {}};
    while (const auto name = tokens.name()) {
        if (!tokens.take('=')) return std::nullopt;
        const auto value = tokens.value();
        if (!value || found.properties.size() == properties_max) return std::nullopt;
        found.properties.push_back({lowered(*name), *value});
    }
    if (!tokens.at_end() && !tokens.take(';')) return std::nullopt;
    return tokens.broken() ? std::nullopt : std::optional(found);
}

// The name may be followed by a version; a field that starts with "spf=pass" has none (Microsoft 365). True:
// results follow.
bool head(Tokens& tokens, AuthenticationResults& results, std::optional<std::string>& first_method) {
    const auto first = tokens.name();
    if (!first) return false;
    if (tokens.at_end() || tokens.take(';')) {
        results.authserv_id = lowered(*first);
        return true;
    }
    const auto version = tokens.name();
    if (!version) {
        first_method = first;
        return true;
    }
    results.authserv_id = lowered(*first);
    return tokens.take(';');
}

}

AuthenticationResults authentication_results(std::string_view field_value) {
    AuthenticationResults results;
    if (field_value.size() > field_octets_max) return results;
    Tokens tokens(field_value);
    std::optional<std::string> method;
    if (!head(tokens, results, method)) return results;
    while (results.results.size() < results_max) {
        if (!method) method = tokens.name();
        if (!method || *method == "none") break;
        auto result = one_result(tokens, *method);
        if (!result) break;
        results.results.push_back(std::move(*result));
        method.reset();
    }
    return results;
}

}
