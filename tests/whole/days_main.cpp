// SPDX-License-Identifier: MIT
// ./dev days [REQUESTS] [OTHERS]: thirty turned days of one daemon, with so many requests and mails of others
// on a working day; what it holds at the end of each.
#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "tests/whole/days.h"

namespace {

using namespace mentoring;

void print(const DayEnd& end) {
    std::printf("%3d  %s %8d %8ld %5ld %8.0f %8.0f %6lld %6lld %5lld %5lld  %s\n", end.day, end.date.c_str(),
                end.process, end.anonymous, end.descriptors, static_cast<double>(end.log_octets) / 1024,
                static_cast<double>(end.store_octets) / 1024, end.decided, end.sent, end.cases, end.open,
                end.happened.c_str());
    std::fflush(stdout);
}

}

int main(int argc, char** argv) {
    try {
        DaysPlan plan;
        if (argc > 1) plan.requests_a_day = std::atoi(argv[1]);
        if (argc > 2) plan.others_a_day = std::atoi(argv[2]);
        Days days(plan);
        std::cout << "               process  RssAnon    fd      WAL    store  mails   sent cases  open\n"
                  << "day  date           id       KB              KB       KB   (all so far)\n";
        days.live(print);
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << "\n";
        return 1;
    }
}
