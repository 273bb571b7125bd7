// SPDX-License-Identifier: MIT
// What reading costs: bytes to new words, the median over the corpus' mails of 2 to 8 kB, plain text and HTML
// apart. Run from a release build: reading_bench FOLDER… (default: tests/corpus).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "daemon/mail/read_mail.h"
#include "workflow/reading/reply_text.h"

using namespace mentoring;

namespace {

constexpr std::size_t octets_min = 2'000;
constexpr std::size_t octets_max = 8'000;
constexpr int rounds = 200;

struct Timing {
    TextOrigin origin = TextOrigin::none;
    double microseconds = 0;
};

TextOrigin read_once(const std::string& raw) {
    const auto read = read_mail(raw);
    const auto* mail = std::get_if<Mail>(&read);
    if (!mail) return TextOrigin::none;
    const auto reply = reply_text(mail->quoted_text, {}, mail->from.name);
    return reply.words.size() > raw.size() ? TextOrigin::none : mail->origin;
}

// The fastest of many rounds: what the work costs without what else the machine does.
Timing timing_of(const std::string& raw) {
    Timing timing{read_once(raw), 1e9};
    for (int round = 0; round < rounds; ++round) {
        const auto begun = std::chrono::steady_clock::now();
        read_once(raw);
        const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - begun;
        timing.microseconds = std::min(timing.microseconds, spent.count());
    }
    return timing;
}

void print_median(const char* name, const std::vector<Timing>& timings, TextOrigin origin) {
    std::vector<double> times;
    for (const Timing& timing : timings)
        if (timing.origin == origin) times.push_back(timing.microseconds);
    if (times.empty()) return;
    std::sort(times.begin(), times.end());
    std::printf("%s\t%zu mails\tmedian %.1f us\tworst %.1f us\n", name, times.size(), times[times.size() / 2],
                times.back());
}

std::vector<Timing> timings_in(const std::filesystem::path& folder) {
    std::vector<Timing> timings;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.file_size() < octets_min || entry.file_size() > octets_max)
            continue;
        if (entry.path().extension() != ".eml" && entry.path().extension() != ".msg" &&
            entry.path().extension() != ".raw")
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        timings.push_back(timing_of({std::istreambuf_iterator<char>(in), {}}));
    }
    return timings;
}

}

int main(int argc, char** argv) {
    const auto timings = timings_in(argc > 1 ? argv[1] : TESTS_FOLDER "/corpus");
    print_median("text/plain", timings, TextOrigin::plain);
    print_median("html", timings, TextOrigin::html);
    return timings.empty() ? 1 : 0;
}
