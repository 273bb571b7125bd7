// SPDX-License-Identifier: MIT
// hostile [--check] [--small] [PART]: lets `explain` read every hostile mail whose name holds PART in a
// process of its own, and prints what took longest and what took most memory. --check fails over 48 MB or at
// a crash; --small reads them at small sizes only, for builds whose sanitizers have their own idea of memory.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/commands/explain.h"
#include "daemon/mail/limits.h"
#include "tests/hostile/hostile_mails.h"

namespace {

using mentoring::hostile::Kind;

constexpr long memory_kilobytes_max = 48 * 1024;
constexpr std::size_t kilobyte = 1024;
constexpr std::size_t rows_printed = 25;
constexpr std::size_t batch_mails = 12;
constexpr double suspect_milliseconds = 60;

struct Wanted {
    bool check = false, small = false;
    std::string part;
};

struct Row {
    Kind kind;
    std::size_t octets = 0;
    double milliseconds = 0;
    long kilobytes = 0;
    bool crashed = false;
};

// Just within the limits, where work is done, and as large as a mail may be.
std::vector<std::size_t> sizes(const Wanted& wanted) {
    namespace limits = mentoring::limits;
    if (wanted.small) return {4 * kilobyte, limits::field_octets_max - kilobyte};
    return {4 * kilobyte,
            limits::field_octets_max - kilobyte,
            limits::header_block_octets_max - kilobyte,
            limits::html_octets_max - kilobyte,
            limits::text_octets_max - kilobyte,
            limits::mail_octets_max};
}

std::vector<Kind> all_kinds() {
    std::vector<Kind> kinds;
    for (auto family :
         {mentoring::hostile::of_fields, mentoring::hostile::of_structure, mentoring::hostile::of_encodings,
          mentoring::hostile::of_words, mentoring::hostile::of_html})
        for (auto& kind : family()) kinds.push_back(std::move(kind));
    return kinds;
}

// What `work` does is undone with its process; its exit status, or a crash, is waited for.
template <typename Work>
int in_a_child(const Work& work, rusage& usage) {
    std::fflush(nullptr);
    const auto child = fork();
    if (child < 0) throw std::runtime_error("cannot fork");
    if (child == 0) _exit(work());
    int status = 0;
    wait4(child, &status, 0, &usage);
    return status;
}

struct Reading {
    std::vector<double> milliseconds;  // by mail
    long kilobytes = 0;
    bool crashed = false;
};

// Where mails and what is told of them stand, as long as it lives.
class Desk {
public:
    Desk() {
        if (mkdtemp(folder_) == nullptr) throw std::runtime_error("no folder in /tmp");
    }
    ~Desk() { std::filesystem::remove_all(folder_); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    // All of one process.
    Reading read(std::span<Row> rows, const std::string& situation) const {
        rusage usage{};
        Reading reading;
        reading.crashed = in_a_child([&] { return write(rows); }, usage) != 0;
        reading.crashed |= in_a_child([&] { return explain(rows.size(), situation); }, usage) != 0;
        reading.kilobytes = usage.ru_maxrss;
        reading.milliseconds = told();
        reading.crashed |= reading.milliseconds.size() != rows.size();
        return reading;
    }

private:
    std::string mail(std::size_t place) const { return folder_ + ("/" + std::to_string(place) + ".eml"); }
    std::string told_file() const { return folder_ + std::string("/told.json"); }

    int write(std::span<Row> rows) const {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto text = rows[i].kind.mail(rows[i].octets);
            text.resize(std::min(text.size(), mentoring::limits::mail_octets_max));
            std::ofstream out(mail(i), std::ios::binary);
            if (!(out << text << std::flush)) return 1;
        }
        return 0;
    }

    int explain(std::size_t mails, const std::string& situation) const {
        mentoring::ExplainRequest request;
        request.face = mentoring::ExplainFace::json;
        request.situation = situation;
        request.words = WORDS_FOLDER;
        for (std::size_t i = 0; i < mails; ++i) request.files.push_back(mail(i));
        std::istringstream names;
        std::ofstream out(told_file());
        std::ostringstream errors;
        return mentoring::explain_command(request, names, out, errors);
    }

    std::vector<double> told() const {
        std::vector<double> milliseconds;
        std::ifstream in(told_file());
        for (std::string line; std::getline(in, line);) {
            const auto at = line.rfind("\"ms\":");
            if (at != std::string::npos) milliseconds.push_back(std::strtod(line.c_str() + at + 5, nullptr));
        }
        return milliseconds;
    }

    char folder_[32] = "/tmp/mentord-hostile-XXXXXX";
};

std::vector<std::string> situations(const Row& row) {
    if (!row.kind.words || row.octets > mentoring::limits::field_octets_max) return {"review"};
    return {"review", "invitation", "checkin", "evaluation", "away", "request"};
}

void read_batch(const Desk& desk, std::span<Row> rows) {
    for (const auto& situation : situations(rows.front())) {
        const auto reading = desk.read(rows, situation);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].kilobytes = std::max(rows[i].kilobytes, reading.kilobytes);
            if (!reading.crashed)
                rows[i].milliseconds = std::max(rows[i].milliseconds, reading.milliseconds[i]);
            rows[i].crashed |= reading.crashed;
        }
    }
}

// By itself, the best of three: other work on the machine, and other mails of the batch, count for nothing.
void read_alone(const Desk& desk, Row& row) {
    Row best;
    for (int i = 0; i < 3; ++i) {
        Row again{row.kind, row.octets};
        read_batch(desk, {&again, 1});
        if (i == 0 || again.milliseconds < best.milliseconds) best.milliseconds = again.milliseconds;
        if (i == 0 || again.kilobytes < best.kilobytes) best.kilobytes = again.kilobytes;
        best.crashed |= again.crashed;
    }
    row.milliseconds = best.milliseconds, row.kilobytes = best.kilobytes, row.crashed = best.crashed;
}

bool is_failure(const Row& row, const Wanted& wanted) {
    return row.crashed || (!wanted.small && row.kilobytes > memory_kilobytes_max);
}

void print(const char* title, const std::vector<Row>& rows) {
    std::printf("%s\n", title);
    for (std::size_t i = 0; i < rows_printed && i < rows.size(); ++i)
        std::printf("  %8.1f ms  %5ld MB  %6zu kB  %s%s\n", rows[i].milliseconds, rows[i].kilobytes / 1024,
                    rows[i].octets / kilobyte, rows[i].kind.name.c_str(), rows[i].crashed ? "  CRASHED" : "");
}

template <typename Member>
void sort_by(Member member, std::vector<Row>& rows) {
    std::sort(rows.begin(), rows.end(), [=](const Row& a, const Row& b) { return a.*member > b.*member; });
}

Wanted wanted_by(int argc, char** argv) {
    Wanted wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--check")
            wanted.check = true;
        else if (word == "--small")
            wanted.small = true;
        else
            wanted.part = word;
    }
    return wanted;
}

// Mails of one family and size share a process; whoever stands out is read again alone.
std::vector<Row> read_all(const Desk& desk, const Wanted& wanted) {
    std::vector<Row> all;
    for (const auto octets : sizes(wanted)) {
        std::vector<Row> batch;
        const auto read = [&] {
            if (batch.empty()) return;
            read_batch(desk, batch);
            for (auto& row : batch) {
                if (row.milliseconds > suspect_milliseconds || is_failure(row, wanted)) read_alone(desk, row);
                all.push_back(std::move(row));
            }
            batch.clear();
        };
        for (const auto& kind : all_kinds()) {
            if (kind.name.find(wanted.part) == std::string::npos) continue;
            if (batch.size() == batch_mails || (!batch.empty() && batch.front().kind.words != kind.words))
                read();
            batch.push_back({kind, octets});
        }
        read();
    }
    return all;
}

}

int main(int argc, char** argv) try {
    const auto wanted = wanted_by(argc, argv);
    auto rows = read_all(Desk(), wanted);
    sort_by(&Row::milliseconds, rows);
    print("longest:", rows);
    sort_by(&Row::kilobytes, rows);
    print("largest:", rows);
    const auto failed =
        std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return is_failure(row, wanted); });
    std::printf("%zu mails read, %ld crashed or took more than 48 MB\n", rows.size(),
                static_cast<long>(failed));
    return wanted.check && (failed > 0 || rows.empty()) ? 1 : 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "hostile: %s\n", error.what());
    return 2;
}
