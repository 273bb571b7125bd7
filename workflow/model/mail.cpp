// SPDX-License-Identifier: MIT
#include "workflow/model/mail.h"

#include <algorithm>

namespace mentoring {

namespace {

bool same_name(std::string_view left, std::string_view right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

}

std::string_view field(const Mail& mail, std::string_view name) {
    const auto found = std::find_if(mail.fields.begin(), mail.fields.end(),
                                    [&](const HeaderField& each) { return same_name(each.name, name); });
    return found == mail.fields.end() ? std::string_view{} : std::string_view(found->value);
}

bool has_field(const Mail& mail, std::string_view name) {
    return std::any_of(mail.fields.begin(), mail.fields.end(),
                       [&](const HeaderField& each) { return same_name(each.name, name); });
}

}
