// SPDX-License-Identifier: MIT
// A thousand mails that wait at once.
#include <catch2/catch.hpp>

#include "tests/whole/load.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

constexpr long anonymous_max_kilobytes = 48 * 1024;

// What of a mailbox must stay as it was: UID, flags, size and header of each mail of somebody else.
std::map<std::uint32_t, std::string> others_mail(Play& play) {
    std::map<std::uint32_t, std::string> mails;
    for (const auto& each : play.lying("manager", "INBOX")) {
        if (each.header.find("@elsewhere.test") == std::string::npos) continue;
        std::string flags;
        for (const auto& flag : each.flags)
            if (flag != "\\Recent") flags += flag + " ";
        mails[each.uid] = flags + std::to_string(each.size) + each.header;
    }
    return mails;
}

}

TEST_CASE("a thousand mails are worked off in one run, in batches, within the bound of memory") {
    Play play;
    play.write("anna.bergen", "Mentor request", "Dear Marie, I would like to ask for a mentor. Anna");
    const auto receipt = play.letter("anna.bergen", "crisis");
    play.settle();
    play.stop_daemon();
    lay_in(play, {1000, 1}, receipt);
    const auto before = others_mail(play);
    const auto worked = work_off(play, 120s);

    CHECK(worked.counters.seen == 1000);
    CHECK(before.size() > 550);
    CHECK(worked.counters.not_ours == before.size());
    CHECK(worked.counters.kept + worked.counters.not_ours + worked.counters.too_big == 1000);
    CHECK(worked.counters.decided == worked.counters.kept);
    CHECK(worked.counters.set_aside == 0);
    CHECK(worked.counters.received_batches >= 10);
    CHECK(worked.counters.decided_batches >= worked.counters.kept / 100);
    CHECK(worked.counters.decided_batches < worked.counters.kept / 10);
    CHECK(worked.anonymous_max > 0);
    CHECK(worked.anonymous_max <= anonymous_max_kilobytes);
    CHECK(others_mail(play) == before);
}
