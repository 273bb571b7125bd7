// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "daemon/letters/render.h"
#include "daemon/settings/letter_files.h"
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
    std::vector<PlayedLetter> letters;
    for (const auto& file : files) {
        INFO(file.filename().string());
        const auto written = content(file);
        const auto played = play(written, covered, letters);
        if (rewriting() == Rewriting::on)
            std::ofstream(file) << played;
        else
            CHECK(played == written);
    }
}

TEST_CASE("every arrow of the programme is in a transcript") {
    Coverage covered;
    std::vector<PlayedLetter> letters;
    for (const auto& file : transcripts()) play(content(file), covered, letters);
    std::string missing;
    for (const auto& each : all_of(balance()))
        if (!covered.contains(each)) missing += each + "\n";
    CHECK(missing == "");
}

TEST_CASE("every letter of every transcript can be written") {
    Faults faults;
    const auto set = load_letters(std::string(TESTS_FOLDER) + "/../templates", balance().name, faults);
    CHECK_FALSE(any_fault(faults));
    Coverage covered;
    std::vector<PlayedLetter> letters;
    for (const auto& file : transcripts()) play(content(file), covered, letters);
    RenderContext context;
    context.answer_address = "manager@example.org";
    context.layout = set.layout;
    std::set<std::string> written;
    for (const auto& [letter, asked] : letters) {
        INFO(letter.name << " as " << letter.role);
        const auto found = set.letters.find(letter.name);
        REQUIRE(found != set.letters.end());
        if (!written.insert(letter.name + " " + letter.role).second) continue;
        CHECK_NOTHROW(render(found->second, letter, context));
    }
}

}
