// SPDX-License-Identifier: MIT
#include "daemon/commands/letter.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "daemon/settings/letter_files.h"

using namespace mentoring;

namespace {

const std::filesystem::path templates = std::filesystem::path(TESTS_FOLDER) / ".." / "templates";

struct Printed {
    int status = 0;
    std::string out;
    std::string errors;
};

Printed printed(const std::string& name, LetterFace face = LetterFace::text) {
    std::ostringstream out;
    std::ostringstream errors;
    const auto status = letter_command({templates, "balance", name, face}, out, errors);
    return {status, out.str(), errors.str()};
}

}

TEST_CASE("mentord letter lists the letters with their subjects") {
    const auto list = printed("");
    CHECK(list.status == 0);
    CHECK(list.out.find("\ninvitation ") != std::string::npos);
    CHECK(list.out.find("a short question\n") != std::string::npos);
    CHECK(list.errors.empty());
}

TEST_CASE("mentord letter NAME shows it as its recipient would get it") {
    const auto text = printed("invitation");
    CHECK(text.status == 0);
    CHECK(text.out.starts_with("Subject: Balance 2026-014-k7f3m2qa: a short question\n\nDear Dr. Marsh,\n"));
    CHECK(text.out.find("→ ACCEPT – yes, I have room\n") != std::string::npos);
    const auto html = printed("invitation", LetterFace::html);
    CHECK(html.out.starts_with("<!DOCTYPE html>"));
    CHECK(html.out.find("mailto:manager%2B") != std::string::npos);
}

TEST_CASE("a letter that is none says which was probably meant") {
    const auto wrong = printed("invitaton");
    CHECK(wrong.status == 1);
    CHECK(wrong.out.empty());
    CHECK(wrong.errors == "no letter invitaton; did you mean \"invitation\"?\n");
}

TEST_CASE("faults of the letter files are shown instead") {
    std::ostringstream out;
    std::ostringstream errors;
    CHECK(letter_command({templates / "nowhere", "balance", "", LetterFace::text}, out, errors) == 1);
    CHECK(out.str().empty());
    CHECK(errors.str().find("no letters here") != std::string::npos);
}

TEST_CASE("a preview is made of every letter") {
    Faults faults;
    const auto set = load_letters(templates, "balance", faults);
    REQUIRE_FALSE(any_fault(faults));
    for (const auto& [name, source] : set.letters) {
        INFO(name);
        CHECK(preview(set, name));
    }
    CHECK_FALSE(preview(set, "nothing"));
}
