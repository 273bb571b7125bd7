// SPDX-License-Identifier: MIT
#include "daemon/settings/phrase_forms.h"

#include <algorithm>

namespace mentoring {

namespace {

std::vector<std::string_view> alternatives(std::string_view group) {
    std::vector<std::string_view> found;
    for (std::size_t bar = group.find('|'); bar != std::string_view::npos; bar = group.find('|')) {
        found.push_back(group.substr(0, bar));
        group.remove_prefix(bar + 1);
    }
    found.push_back(group);
    return found;
}

enum class Edge { front, back };

// Whether a blank parts whatever stands in these brackets from what is beside them: "(a |an |)mentor".
bool is_parted(std::string_view group, Edge edge) {
    const auto parted = [&](std::string_view each) {
        return each.empty() || (edge == Edge::front ? each.front() : each.back()) == ' ';
    };
    const auto all = alternatives(group);
    return std::all_of(all.begin(), all.end(), parted);
}

// Behind the next blank outside of brackets, or beside brackets that bring their own.
std::size_t end_of_part(std::string_view phrase, std::size_t begin) {
    for (std::size_t at = begin; at < phrase.size(); ++at) {
        if (phrase[at] == ' ') return at + 1;
        if (phrase[at] != '(') continue;
        const auto close = phrase.find(')', at);
        if (close == std::string_view::npos) break;
        const auto group = phrase.substr(at + 1, close - at - 1);
        if (at > begin && is_parted(group, Edge::front)) return at;
        if (is_parted(group, Edge::back)) return close + 1;
        at = close;
    }
    return phrase.size();
}

}

std::vector<std::string> forms_of(std::string_view part, std::size_t most) {
    std::vector<std::string> forms = {""};
    while (!part.empty()) {
        const auto open = part.find('(');
        const auto before = part.substr(0, open);
        if (before.find_first_of(")|") != std::string_view::npos) return {};
        for (auto& form : forms) form += before;
        if (open == std::string_view::npos) break;
        const auto close = part.find(')', open);
        if (close == std::string_view::npos) return {};
        const auto group = part.substr(open + 1, close - open - 1);
        if (group.find('(') != std::string_view::npos) return {};
        std::vector<std::string> longer;
        for (const auto& form : forms)
            for (const auto alternative : alternatives(group)) {
                if (longer.size() >= most) return {};
                longer.push_back(form + std::string(alternative));
            }
        forms = std::move(longer);
        part.remove_prefix(close + 1);
    }
    return forms;
}

std::vector<std::vector<std::string>> parts_of(std::string_view phrase, std::size_t most) {
    std::vector<std::vector<std::string>> parts;
    for (std::size_t begin = 0; begin < phrase.size();) {
        const auto end = end_of_part(phrase, begin);
        const auto part = phrase.substr(begin, end - begin);
        begin = end;
        if (part.find_first_not_of(' ') == std::string_view::npos) continue;
        auto forms = forms_of(part, most);
        if (forms.empty()) return {};
        parts.push_back(std::move(forms));
    }
    return parts;
}

}
