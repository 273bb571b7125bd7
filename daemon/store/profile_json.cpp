// SPDX-License-Identifier: MIT
#include "daemon/store/profile_json.h"

#include <nlohmann/json.hpp>

#include "daemon/store/query.h"

namespace mentoring {

std::string to_json(const MentorProfile& profile) {
    nlohmann::json json{{"can_help", profile.can_help},   {"rather_not", profile.rather_not},
                        {"languages", profile.languages}, {"capacity", profile.capacity},
                        {"when_not", profile.when_not},   {"cannot_take", nlohmann::json::array()}};
    for (const PersonId id : profile.cannot_take) json["cannot_take"].push_back(id.value);
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

MentorProfile profile_from_json(std::string_view text) {
    try {
        const auto json = nlohmann::json::parse(text);
        MentorProfile profile;
        profile.can_help = json.value("can_help", profile.can_help);
        profile.rather_not = json.value("rather_not", profile.rather_not);
        profile.languages = json.value("languages", profile.languages);
        profile.capacity = json.value("capacity", profile.capacity);
        profile.when_not = json.value("when_not", profile.when_not);
        for (const auto id : json.value("cannot_take", std::vector<std::int64_t>{}))
            profile.cannot_take.push_back({id});
        return profile;
    } catch (const nlohmann::json::exception&) {
        broken_row("people");
    }
}

}
