// SPDX-License-Identifier: MIT
// What an element shows besides its words: the number of an item, the target of a link.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mentoring {

// Counts the items of one list.
class ListNumbers {
public:
    // `start` is the attribute of <ol>; a list without order has no numbers.
    static ListNumbers ordered(std::string_view start);
    // "3." for the next item, whose `value` may say another number; empty without order.
    std::string next(std::string_view value);

private:
    std::optional<int> next_;
};

// "<https://…>" where the shown words do not say it themselves; empty where there is nothing to show.
std::string link_target(std::string_view href, std::string_view shown);

}
