// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/scenarios/play.h"
#include "tests/scenarios/rewriting.h"

namespace mentoring {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t transcripts_min = 40;

std::vector<fs::path> transcripts() {
    std::vector<fs::path> files;
    for (const auto& each : fs::directory_iterator(std::string(TESTS_FOLDER) + "/scenarios"))
        if (each.path().extension() == ".txt") files.push_back(each.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string content(const fs::path& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}

TEST_CASE("every transcript tells what really follows") {
    const auto files = transcripts();
    CHECK(files.size() >= transcripts_min);
    Coverage covered;
    for (const auto& file : files) {
        INFO(file.filename().string());
        const auto written = content(file);
        const auto played = play(written, covered);
        if (rewriting() == Rewriting::on)
            std::ofstream(file) << played;
        else
            CHECK(played == written);
    }
}

TEST_CASE("every arrow of the programme is in a transcript") {
    Coverage covered;
    for (const auto& file : transcripts()) play(content(file), covered);
    std::string missing;
    for (const auto& each : all_of(balance()))
        if (!covered.contains(each)) missing += each + "\n";
    CHECK(missing == "");
}

}
