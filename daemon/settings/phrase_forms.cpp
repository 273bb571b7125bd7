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

std::vector<std::string> forms_of(std::string_view phrase, std::size_t most) {
    std::vector<std::string> forms = {""};
    while (!phrase.empty()) {
        const auto open = phrase.find('(');
        const auto before = phrase.substr(0, open);
        if (before.find_first_of(")|") != std::string_view::npos) return {};
        for (auto& form : forms) form += before;
        if (open == std::string_view::npos) break;
        const auto close = phrase.find(')', open);
        if (close == std::string_view::npos) return {};
        const auto group = phrase.substr(open + 1, close - open - 1);
        if (group.find('(') != std::string_view::npos) return {};
        std::vector<std::string> longer;
        for (const auto& form : forms)
            for (const auto alternative : alternatives(group)) {
                if (longer.size() >= most) return {};
                longer.push_back(form + std::string(alternative));
            }
        forms = std::move(longer);
        phrase.remove_prefix(close + 1);
    }
    return forms;
}

}
