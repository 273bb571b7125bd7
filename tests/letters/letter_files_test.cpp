// SPDX-License-Identifier: MIT
#include "daemon/settings/letter_files.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "daemon/settings/letter_source.h"

using namespace mentoring;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> faults_in(const std::string& text) {
    Faults faults;
    letter_from(text, "invitation", "invitation.md", {{"footer", "The end.\n"}}, {}, faults);
    std::vector<std::string> said;
    for (const auto& fault : faults) said.push_back(to_string(fault));
    return said;
}

class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("mentord-letters-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        write("layout.html", "{{{content}}}");
    }
    ~Folder() { fs::remove_all(path_); }
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}

TEST_CASE("a letter without fault has a subject, answers and a text") {
    Faults faults;
    const auto letter = letter_from(
        "Subject: a short question\nAnswer accept: ACCEPT – yes, I have room\nOffer: accept, decline\n\nDear "
        "{{greeting}},\n\n{{> footer}}\n",
        "invitation", "invitation.md", {{"footer", "The end.\n"}}, {{"decline", {"DECLINE", "no"}}}, faults);
    CHECK(faults.empty());
    CHECK(letter.subject == "a short question");
    CHECK(letter.answers.at("accept").label == "ACCEPT");
    CHECK(letter.answers.at("accept").meaning == "yes, I have room");
    CHECK(letter.answers.at("decline").meaning == "no");
    CHECK(letter.own_answers == std::vector<std::string>{"accept"});
    CHECK(letter.offers == std::vector<std::string>{"accept", "decline"});
    CHECK(letter.body == "Dear {{greeting}},\n\nThe end.\n");
}

TEST_CASE("a fault in a letter is named with its line and what was probably meant") {
    const auto fault = [](const std::string& text, const std::string& said) {
        INFO(text);
        const auto faults = faults_in(text);
        REQUIRE(faults.size() == 1);
        CHECK(faults[0] == said);
    };
    fault("Subject: x\n\n\nBy {{mentor_nam}}.\n",
          "invitation.md:4: no field mentor_nam; did you mean \"mentor_name\"?");
    fault("Subject: x\n\n{{> foter}}\n", "invitation.md:3: no part foter; did you mean \"footer\"?");
    fault("Subject: x\n\n{{#told}}\nx\n", "invitation.md:3: {{#told}} is never closed with {{/told}}");
    fault("Subject: x\n\nx {{/told}}\n", "invitation.md:3: {{/told}}: no section is open");
    fault("Subject: x\n\nas {{request}} says\n", "invitation.md:3: {{request}} stands alone on its line");
    fault("Subject: x\n\nx {{{request}}}\n",
          "invitation.md:3: {{{request}} is no field; fields are written {{name}}");
    fault("Subject: x\n\nx {{told\n", "invitation.md:3: {{told}} is no field; fields are written {{name}}");
    fault("Subject: x\n\n{{suggestions}}\n",
          "invitation.md:3: suggestions is a section: {{#suggestions}} … {{/suggestions}}");
    fault("Subject: x\n\n{{load}}\n", "invitation.md:3: no field load");  // a column outside its rows
    fault("Subject: for {{mentee_name}}\n\nx\n",
          "invitation.md:1: a subject holds no field: it shows on lock screens");
    fault("\nx\n", "invitation.md:1: the letter has no Subject:");
    fault("Subjekt: x\nSubject: x\n\nx\n",
          "invitation.md:1: a letter begins with lines Subject:, Offer: and Answer NAME:; did you mean "
          "\"Subject\"?");
    fault("Subject: x\n\n", "invitation.md: the letter says nothing");
}

TEST_CASE("all faults of a letter are named at once") {
    CHECK(faults_in("Subject: x\n\n{{a}}\n{{b}}\n{{> c}}\n").size() == 3);
}

TEST_CASE("a program's letter lies over the common one of the same name") {
    const Folder folder;
    folder.write("common/help.md", "Subject: common\n\nx\n");
    folder.write("common/status.md", "Subject: common\n\n{{> end}}\n");
    folder.write("common/parts/end.md", "common\n");
    folder.write("common/answers.txt", "# words\naccept: ACCEPT – yes\n");
    folder.write("balance/help.md", "Subject: own\n\nx\n");
    folder.write("balance/parts/end.md", "own\n");
    folder.write("balance/answers.txt", "accept: YES\n");
    Faults faults;
    const auto set = load_letters(folder.path(), "balance", faults);
    CHECK(faults.empty());
    CHECK(set.letters.size() == 2);
    CHECK(set.letters.at("help").subject == "own");
    CHECK(set.letters.at("status").subject == "common");
    CHECK(set.letters.at("status").body == "own\n");
    CHECK(set.letters.at("help").answers.at("accept").label == "YES");
}

TEST_CASE("a folder that cannot be used says why") {
    const Folder folder;
    const auto faults_of = [&] {
        Faults faults;
        load_letters(folder.path(), "balance", faults);
        return faults;
    };
    CHECK(faults_of().size() == 1);  // no letters
    folder.write("balance/help.md", "Subject: x\n\nx\n");
    CHECK(faults_of().empty());
    folder.write("balance/long.md", "Subject: x\n\n" + std::string(40'000, 'x'));
    CHECK(faults_of().size() == 1);  // too long
    fs::remove(folder.path() / "balance/long.md");
    folder.write("common/answers.txt", "accept\n");
    CHECK(faults_of().size() == 1);  // no words
    fs::remove(folder.path() / "common/answers.txt");
    folder.write("layout.html", "<img src=\"http://example.org\">");
    CHECK(faults_of().size() == 3);  // no place for the letter, and it fetches twice over
    fs::remove(folder.path() / "layout.html");
    CHECK(faults_of().size() == 1);  // none
}
