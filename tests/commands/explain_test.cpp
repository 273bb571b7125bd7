// SPDX-License-Identifier: MIT
#include "daemon/commands/explain.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

using namespace mentoring;

namespace {

constexpr const char* world =
    "mailbox = \"office@example.org\"\n"
    "authserv_id = \"mx.example.org\"\n"
    "[[person]]\nname = \"Dr. Ruth Ames\"\naddress = \"ruth@example.net\"\n"
    "[[person]]\nname = \"Dr. Wilma Tidewell\"\naddress = \"wilma@example.net\"\n"
    "[[person]]\nname = \"Kim Yarrow\"\naddress = \"kim@example.net\"\n"
    "[[case]]\ncode = \"2026-014\"\nsituation = \"review\"\nasked = \"Dr. Ruth Ames\"\n"
    "parties = [\"Kim Yarrow\"]\ncandidates = [\"Dr. Wilma Tidewell\"]\n";

class Folder {
public:
    Folder() {
        char name[] = "/tmp/mentord-explain-XXXXXX";
        REQUIRE(mkdtemp(name) != nullptr);
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return (path_ / name).string();
    }

private:
    std::filesystem::path path_;
};

std::string explained(const std::string& mail, const std::string& of_world = world) {
    const Folder folder;
    ExplainRequest request;
    request.words = std::string(TESTS_FOLDER) + "/../config/words";
    request.world = of_world.empty() ? "" : folder.file("world.toml", of_world);
    request.files = {folder.file("mail.eml", mail)};
    std::istringstream names;
    std::ostringstream out, errors;
    const auto status = explain_command(request, names, out, errors);
    return status == 0 ? out.str() : "status " + std::to_string(status) + ": " + errors.str();
}

std::string mail_of(const std::string& from, const std::string& head, const std::string& words) {
    return "From: " + from + "\nTo: office@example.org\nDate: Mon, 4 May 2026 10:15:00 +0200\n" + head +
           "\n" + words + "\n";
}

void shows(const std::string& shown, std::initializer_list<const char*> lines) {
    INFO(shown);
    for (const auto* line : lines) {
        INFO(line);
        CHECK(shown.find(std::string(line) + "\n") != std::string::npos);
    }
}

}

TEST_CASE("explain shows each step up to how sure the answer is") {
    shows(explained(mail_of("ruth@example.net", "Subject: Re: [Mentor 2026-014]\n", "Tidewell, please.")),
          {"our own:     no", "bounce:      no", "machine:     no", "list:        no",
           "human:       yes (no sign of a machine)", "who:         Dr. Ruth Ames (by her address alone)",
           "case:        2026-014 (the code in its subject)", "speaks to:   us", "asked:       review",
           "understood:  match", "how sure:    clear", "  mentors: [\"Dr. Wilma Tidewell\"]"});
    shows(explained(mail_of("ruth@example.net", "Subject: hello\n", "Tidewell if she has time")),
          {"case:        2026-014 (her only one)", "how sure:    asked back: another person is named"});
}

TEST_CASE("explain says who is believed, and to whom it is spoken") {
    shows(explained("Authentication-Results: mx.example.org; dmarc=pass header.from=example.net\n" +
                    mail_of("ruth@example.net", "In-Reply-To: <2026-014.1@example.org>\n", "Tidewell")),
          {"who:         Dr. Ruth Ames (proven)", "case:        2026-014 (the letter it answers)"});
    shows(explained(mail_of("kim@example.net", "Subject: [Mentor 2026-014]\n", "Tidewell")),
          {"who:         not Dr. Ruth Ames, who was written to", "case:        none that she may speak for"});
    shows(explained(mail_of("kim@example.net", "Subject: a\n", "Tidewell")),
          {"who:         Kim Yarrow (by her address alone)", "asked:       review, but somebody else"});
    shows(explained(mail_of("eve@example.com", "Subject: a\n", "Tidewell")), {"who:         a stranger"});
    shows(explained("From: ruth@example.net\nTo: kim@example.net\nCc: office@example.org\n\nTidewell\n"),
          {"speaks to:   others of the case, with us among the copied: nothing is read from it"});
}

TEST_CASE("explain stops at the step that holds") {
    const auto own = explained(mail_of("office@example.org", "Subject: a\n", "Dear Ruth"));
    CHECK(own.find("our own:     yes") != std::string::npos);
    CHECK(own.find("bounce:") == std::string::npos);
    CHECK(own.find("who:") == std::string::npos);
    const auto machine = explained(mail_of("ruth@example.net", "Auto-Submitted: auto-replied\n", "Away."));
    CHECK(machine.find("machine:     yes") != std::string::npos);
    CHECK(machine.find("understood:") == std::string::npos);
    CHECK(explained(std::string(11'000'000, 'a')).find("unreadable:  yes") != std::string::npos);
    CHECK(explained(mail_of("ruth@example.net", "Subject: a\n", "Yes"), "").find("who:") ==
          std::string::npos);
}

TEST_CASE("explain says what of a mail alarms: phrases as they were written, words by their weight") {
    const auto by_phrase = explained(mail_of("ruth@example.net", "Subject: a\n", "I want to kill myself."));
    shows(by_phrase, {"danger:      strong", "  because:   \"want to kill\""});
    const auto by_weight =
        explained(mail_of("ruth@example.net", "Subject: a\n",
                          "Most evenings I sit in the garage and cry, I can't see how any of "
                          "it goes on."));
    shows(by_weight, {"danger:      weak", "  because:   \"cry\""});
    const auto harmless = explained(mail_of("ruth@example.net", "Subject: a\n", "Tidewell"));
    shows(harmless, {"danger:      none"});
    CHECK(harmless.find("because:") == std::string::npos);
}

TEST_CASE("the faults of a sample world are named") {
    const auto faults =
        explained("",
                  "mailbox = \"nowhere\"\n[[case]]\ncode = \"1\"\nsituation = \"revue\"\nasked = "
                  "\"Nobody\"\ncolour = 1\n");
    for (const auto* fault :
         {"status 2", "\"mailbox\" must be an address", "no such situation", "nobody of that name", "colour"})
        CHECK(faults.find(fault) != std::string::npos);
    CHECK(explained("", "= =").find("status 2") == 0);
}
