// SPDX-License-Identifier: MIT
#include "daemon/mail/flowed_text.h"

namespace mentoring {

namespace {

struct FlowedLine {
    std::string_view quotes;
    std::string_view text;
    bool flows = false;
};

FlowedLine split(std::string_view line) {
    std::size_t depth = 0;
    while (depth < line.size() && line[depth] == '>') ++depth;
    FlowedLine split{line.substr(0, depth), line.substr(depth), false};
    if (split.text.starts_with(' ')) split.text.remove_prefix(1);
    split.flows = split.text.ends_with(' ') && split.text != "-- ";
    return split;
}

}

std::string unflowed(std::string_view text, FlowedBlank blank) {
    std::string out;
    out.reserve(text.size());
    bool flowing = false;
    std::size_t depth = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = split(text.substr(0, end));
        const bool continues = flowing && line.quotes.size() == depth && line.text != "-- ";
        if (flowing && !continues) out += '\n';
        if (!continues && !line.quotes.empty()) {
            out += line.quotes;
            out += ' ';
        }
        out += line.flows && blank == FlowedBlank::dropped ? line.text.substr(0, line.text.size() - 1)
                                                           : line.text;
        flowing = line.flows && end != std::string_view::npos;
        depth = line.quotes.size();
        if (!flowing && end != std::string_view::npos) out += '\n';
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

}
