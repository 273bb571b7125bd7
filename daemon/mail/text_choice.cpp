// SPDX-License-Identifier: MIT
#include "daemon/mail/text_choice.h"

#include <algorithm>

#include "daemon/mail/ascii.h"

namespace mentoring {

namespace {

using Leaves = std::vector<Leaf>;

bool is_text(const Leaf& leaf) {
    return leaf.role == Leaf::Role::text;
}
bool is_common_text(const Leaf& leaf) {
    return leaf.type == "text/plain" || leaf.type == "text/html";
}
bool says_anything(const Leaf& leaf) {
    return leaf.body.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

bool has_text(const Leaves& leaves, std::string_view type) {
    return std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& each) {
        return is_text(each) && (type.empty() || each.type == type) && says_anything(each);
    });
}

// The first that speaks, else the first.
Leaves::iterator first_text(Leaves& leaves) {
    const auto speaking = std::find_if(leaves.begin(), leaves.end(),
                                       [](const Leaf& each) { return is_text(each) && says_anything(each); });
    return speaking != leaves.end() ? speaking : std::find_if(leaves.begin(), leaves.end(), is_text);
}

void keep_first_and_what_goes_on(Leaves& leaves, Leaves::iterator first) {
    bool behind_file = false;
    for (auto each = leaves.begin(); each != leaves.end(); ++each) {
        if (!is_text(*each)) {
            behind_file = each > first;
            continue;
        }
        const bool goes_on = behind_file && is_common_text(*each);
        if (each != first && !goes_on) {
            each->role = Leaf::Role::attachment;
            behind_file = false;
        }
    }
}

// A text that was given a name, in a mail that has no other: it is both.
void take_named_text(Leaves& leaves) {
    const auto named = std::find_if(leaves.begin(), leaves.end(), [&](const Leaf& each) {
        const bool shown = each.placement == Leaf::Placement::shown || leaves.size() == 1;
        return each.role == Leaf::Role::attachment && is_common_text(each) && shown;
    });
    if (named != leaves.end()) named->role = Leaf::Role::text;
}

void take_enclosed_text(Leaves& leaves) {
    for (auto& each : leaves) {
        const bool shows = std::any_of(each.enclosed.begin(), each.enclosed.end(), [](const Leaf& inner) {
            return is_text(inner) || inner.shows_enclosed;
        });
        if (!shows) continue;
        each.shows_enclosed = true;
        return;
    }
}

}

void keep_best_alternative(std::vector<Leaves>& children) {
    auto best = children.end();
    for (const std::string_view type : {"text/plain", "text/html", ""}) {
        best = std::find_if(children.begin(), children.end(),
                            [&](const Leaves& each) { return has_text(each, type); });
        if (best != children.end()) break;
    }
    for (auto child = children.begin(); child != children.end(); ++child)
        if (child != best) std::erase_if(*child, is_text);
}

void choose_text(Leaves& leaves) {
    const auto first = first_text(leaves);
    if (first != leaves.end())
        keep_first_and_what_goes_on(leaves, first);
    else
        take_named_text(leaves);
    if (std::none_of(leaves.begin(), leaves.end(), is_text)) take_enclosed_text(leaves);
}

}
