// SPDX-License-Identifier: MIT
#include "daemon/store/matching.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "daemon/store/query.h"
#include "daemon/store/roster_index.h"
#include "daemon/store/stop_words.h"

namespace mentoring {

namespace {

constexpr std::size_t term_octets_min = 3;
constexpr std::size_t term_octets_max = 40;
constexpr char term_begins = '\x01';
constexpr char term_ends = '\x02';

bool is_word(char octet) {
    const auto code = static_cast<unsigned char>(octet);
    return code >= 0x80 || std::isalnum(code) != 0;
}

std::string lower(std::string_view text) {
    std::string lowered(text);
    for (char& octet : lowered)
        if (octet >= 'A' && octet <= 'Z') octet = static_cast<char>(octet - 'A' + 'a');
    return lowered;
}

bool tells_something(std::string_view word) {
    return word.size() >= term_octets_min && word.size() <= term_octets_max && !is_stop_word(word);
}

std::set<std::string> terms_of(std::string_view words) {
    std::set<std::string> terms;
    while (!words.empty() && terms.size() < match_terms_max) {
        const auto begin = std::find_if(words.begin(), words.end(), is_word);
        const auto end = std::find_if_not(begin, words.end(), is_word);
        std::string word = lower({begin, end});
        words.remove_prefix(static_cast<std::size_t>(end - words.begin()));
        if (tells_something(word)) terms.insert(std::move(word));
    }
    return terms;
}

// Each word as a quoted FTS5 string, so that nothing in it is syntax.
std::string query_of(const std::set<std::string>& terms) {
    std::string query;
    for (const std::string& term : terms) query += (query.empty() ? "\"" : " OR \"") + term + '"';
    return query;
}

std::vector<std::string> marked_terms(std::string_view highlighted) {
    std::vector<std::string> terms;
    for (auto begin = highlighted.find(term_begins); begin != std::string_view::npos;
         begin = highlighted.find(term_begins, begin + 1)) {
        const auto end = std::min(highlighted.find(term_ends, begin), highlighted.size());
        std::string term = lower(highlighted.substr(begin + 1, end - begin - 1));
        if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(std::move(term));
    }
    return terms;
}

}

std::vector<Match> match_mentors(Store& store, std::string_view words) {
    const std::set<std::string> terms = terms_of(words);
    if (terms.empty()) return {};
    refresh_roster_index(store);
    Query query(store,
                "SELECT rowid, -bm25(profile_words), highlight(profile_words, 0, char(1), char(2)) "
                "FROM temp.profile_words WHERE profile_words MATCH ? ORDER BY rank, rowid LIMIT ?");
    query.bind(query_of(terms), matches_max);
    std::vector<Match> matches;
    while (query.next()) {
        Match& match = matches.emplace_back();
        std::string highlighted;
        query.read(match.mentor, match.score, highlighted);
        match.terms = marked_terms(highlighted);
    }
    return matches;
}

}
