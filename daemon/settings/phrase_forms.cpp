// SPDX-License-Identifier: MIT
#include "daemon/settings/phrase_forms.h"

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
    for (std::size_t begin = 0, at = 0, depth = 0; at <= phrase.size(); ++at) {
        const char c = at < phrase.size() ? phrase[at] : ' ';
        if (c == '(') ++depth;
        if (c == ')' && depth > 0) --depth;
        const bool ends = at == phrase.size() || (c == ' ' && depth == 0);
        if (!ends) continue;
        if (at > begin) {
            auto forms = forms_of(phrase.substr(begin, at - begin), most);
            if (forms.empty()) return {};
            parts.push_back(std::move(forms));
        }
        begin = at + 1;
    }
    return parts;
}

}
