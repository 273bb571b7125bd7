// SPDX-License-Identifier: MIT
// Reads the mails whose names come on standard input and prints what was read, one JSON object a line, in the
// form of `mentord explain --json`: to score reading alone. `--body text|html` takes bodies; `--repeat N`
// reads each N times and tells the time of the fastest.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

#include "daemon/mail/read_mail.h"

using namespace mentoring;

namespace {

nlohmann::json described(const ReadMail& read) {
    if (const auto* unreadable = std::get_if<Unreadable>(&read))
        return {{"kind", "unreadable"}, {"why", unreadable->reason}};
    const auto& mail = std::get<Mail>(read);
    nlohmann::json names = nlohmann::json::array();
    for (const auto& each : mail.attachments) names.push_back(each.name);
    return {{"kind", "human"},
            {"subject", mail.subject},
            {"from", {{"name", mail.from.name}, {"address", mail.from.address}}},
            {"attachments", names},
            {"text", mail.text},
            {"quoted", mail.quoted_text}};
}

ReadMail read_once(const std::string& raw, const std::string& body) {
    if (body.empty()) return read_mail(raw);
    return read_body(raw, body == "html" ? TextOrigin::html : TextOrigin::plain);
}

}

int main(int count, char** arguments) {
    std::string body;
    int repeat = 1;
    for (int i = 1; i + 1 < count; i += 2) {
        if (std::strcmp(arguments[i], "--body") == 0) body = arguments[i + 1];
        if (std::strcmp(arguments[i], "--repeat") == 0) repeat = std::atoi(arguments[i + 1]);
    }
    for (std::string name; std::getline(std::cin, name);) {
        std::ifstream file(name, std::ios::binary);
        const std::string raw{std::istreambuf_iterator<char>(file), {}};
        double best_ms = 1e9;
        nlohmann::json answer;
        for (int i = 0; i < repeat; ++i) {
            const auto start = std::chrono::steady_clock::now();
            const auto read = read_once(raw, body);
            const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
            best_ms = std::min(best_ms, spent.count());
            if (i == 0) answer = described(read);
        }
        answer["file"] = name;
        answer["ms"] = best_ms;
        std::cout << answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    }
}
