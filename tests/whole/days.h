// SPDX-License-Identifier: MIT
// Thirty turned days of one daemon: two programmes with a mailbox each, cases that begin and end every week,
// and what a month brings besides – a restart, reloads, a mail server that restarts, connections that are
// lost, a full disk. At the end of each day the daemon is looked at from outside.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/whole/play.h"

namespace mentoring {

struct DaysPlan {
    int days = 30;
    int requests_a_day = 2;  // of both programmes together, on working days
    int others_a_day = 10;   // mails in each mailbox that are nothing for us
    int rounds_a_day = 8;    // of letters and answers
};

// The daemon at rest at the end of a day.
struct DayEnd {
    int day = 0;
    std::string date;
    std::string happened;
    int process = 0;
    long anonymous = 0;               // RssAnon, KB
    long descriptors = 0;             // but for connections to the relay, which stay open for a while
    std::uintmax_t log_octets = 0;    // the write-ahead log
    std::uintmax_t store_octets = 0;  // the database
    long long decided = 0;            // mails, so far
    long long sent = 0;               // letters, so far
    long long cases = 0;              // so far
    long long open = 0;               // cases
};

class Days {
public:
    explicit Days(DaysPlan plan);
    ~Days();
    Days(const Days&) = delete;
    Days& operator=(const Days&) = delete;

    std::vector<DayEnd> live(const std::function<void(const DayEnd&)>& at_the_end_of_each);
    Play& play();

private:
    struct Month;
    std::unique_ptr<Month> month_;
};

}
