// SPDX-License-Identifier: MIT
// replies_score [--failures] FILE.jsonl… prints how well each set is understood.
#include <cstdio>
#include <exception>
#include <string_view>

#include "tests/tools/replies.h"

namespace {

void print(const char* name, const mentoring::Tally& tally) {
    std::printf("  %-12s right %4d  asked %4d  wrong %3d   of the clear %4d: %5.1f %%\n", name, tally.right,
                tally.asked, tally.wrong, tally.clear,
                tally.clear ? 100.0 * tally.clear_right / tally.clear : 100.0);
}

}

int main(int argc, char** argv) try {
    const auto vocabulary = mentoring::words_of_checkout();
    bool failures = false;
    int wrong = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--failures") {
            failures = true;
            continue;
        }
        const auto score = mentoring::score_replies(vocabulary, argv[i]);
        std::printf("%s\n", argv[i]);
        for (const auto& [situation, tally] : score.by_situation) print(situation.c_str(), tally);
        print("all", score.total);
        if (failures)
            for (const auto& failure : score.failures) std::printf("%s\n", failure.c_str());
        wrong += score.total.wrong;
    }
    return wrong == 0 ? 0 : 1;
} catch (const std::exception& error) {
    std::fprintf(stderr, "replies_score: %s\n", error.what());
    return 2;
}
