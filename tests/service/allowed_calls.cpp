// SPDX-License-Identifier: MIT
#include "tests/service/allowed_calls.h"

#include <filesystem>
#include <map>
#include <sstream>

#include "tests/whole/process.h"

namespace mentoring {

namespace {

using Groups = std::map<std::string, std::set<std::string>>;

// A group's name stands at the margin, its members are indented; a member may be a group.
Groups groups_of(const std::string& listing) {
    Groups groups;
    std::string group;
    std::istringstream lines(listing);
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of(' ');
        if (begin == std::string::npos || line[begin] == '#') continue;
        if (begin == 0)
            group = line;
        else
            groups[group].insert(line.substr(begin));
    }
    return groups;
}

std::set<std::string> members(const Groups& groups, const std::string& name) {
    if (!name.starts_with("@")) return {name};
    std::set<std::string> calls;
    for (const auto& each : groups.at(name)) calls.merge(members(groups, each));
    return calls;
}

Groups known_groups() {
    const auto scratch = std::filesystem::temp_directory_path();
    return groups_of(output_of({"systemd-analyze", "syscall-filter", "--no-pager"}, "", scratch));
}

}

std::set<std::string> allowed_calls(const std::string& unit) {
    constexpr std::string_view key = "SystemCallFilter=";
    const auto groups = known_groups();
    std::set<std::string> allowed;
    std::istringstream lines(unit);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(key)) continue;
        const bool denied = line.substr(key.size()).starts_with("~");
        std::istringstream words(line.substr(key.size() + (denied ? 1 : 0)));
        for (std::string word; words >> word;)
            for (const auto& each : members(groups, word)) {
                if (denied)
                    allowed.erase(each);
                else
                    allowed.insert(each);
            }
    }
    return allowed;
}

}
