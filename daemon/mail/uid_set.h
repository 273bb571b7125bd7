// SPDX-License-Identifier: MIT
// UIDs as IMAP writes a set of them (RFC 3501 §9, sequence-set): "4:7,9".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mentoring {

inline std::string uid_set(const std::vector<std::uint32_t>& uids) {
    std::string text;
    for (std::size_t begin = 0, end = 0; begin < uids.size(); begin = end) {
        end = begin + 1;
        while (end < uids.size() && uids[end] == uids[end - 1] + 1) ++end;
        if (!text.empty()) text += ',';
        text += std::to_string(uids[begin]);
        if (end - begin > 1) text += ':' + std::to_string(uids[end - 1]);
    }
    return text;
}

}
