// SPDX-License-Identifier: MIT
#include "daemon/commands/check.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "daemon/commands/program.h"

using namespace mentoring;

namespace {

const std::string source_folder = std::string(TESTS_FOLDER) + "/..";
const Instant now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

// A folder of its own, gone when the test ends.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("mentord-check-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

std::string settings_text(const std::string& authserv_id, const std::string& program) {
    return "templates = \"" + source_folder + "/templates\"\nwords = \"" + source_folder +
           "/config/words\"\n" + "[program.balance]\nfile = \"" + program + "\"\nmailbox = \"office\"\n" +
           "[program.balance.holders]\nchair = \"chair@example.org\"\n[evaluation]\nmailbox = "
           "\"president\"\n" +
           "[mailbox.office]\naddress = \"manager@example.org\"\n[mailbox.office.imap]\nhost = "
           "\"imap.example.org\"\nuser = \"m\"\npassword_file = \"p\"\n[mailbox.office.smtp]\nhost = "
           "\"smtp.example.org\"\n[mailbox.office.trust]\nauthserv_id = \"" +
           authserv_id +
           "\"\nmethods = [\"dmarc\"]\n[mailbox.president]\naddress = "
           "\"e@example.org\"\n[mailbox.president.imap]\nhost = "
           "\"imap.example.org\"\nuser = \"e\"\npassword_file = \"p\"\n[mailbox.president.smtp]\nhost = "
           "\"smtp.example.org\"\n[alarm]\npersons = [\"a@example.org\", "
           "\"b@example.org\"]\n[human]\nmanager = "
           "\"Ruth\"\nphone = \"+1 555 0100\"\n[helplines]\nother = \"Call 555.\"\n";
}

const std::string balance = source_folder + "/config/programs/balance.toml";

struct Outcome {
    int status = 0;
    std::string out;
};

Outcome check(const CheckRequest& request) {
    std::ostringstream out;
    const int status = check_command(request, out);
    return {status, out.str()};
}

const std::string mail_text =
    "Authentication-Results: mx.example.org; dmarc=pass header.from=clinic.org\r\n"
    "From: Bea <bea@clinic.org>\r\nSubject: x\r\n\r\nyes\r\n";

}

TEST_CASE("the shipped programme with its letters and words is in order") {
    const Folder folder;
    const auto settings = folder.write("mentord.toml", settings_text("mx.example.org", balance));
    const Outcome outcome = check({settings, {}, {}, Output::text, now});
    CHECK(outcome.out == "Everything is in order.\n");
    CHECK(outcome.status == 0);
    CHECK(check({settings, {}, {}, Output::json, now}).out == "[]\n");
}

TEST_CASE("faults of every file come at once, with their lines") {
    const Folder folder;
    folder.write("p.toml",
                 "name = \"balance\"\nzone = \"Amerika/Chicago\"\nholidays = [\"easter\"]\nhollidays = 3\n");
    std::string text = settings_text("mx.example.org", "p.toml");
    text += "[log]\nlevel = \"loud\"\n";
    const auto settings = folder.write("mentord.toml", text);
    const Outcome form = check({settings, {}, {}, Output::text, now});
    CHECK(form.status == 1);
    CHECK(form.out.find(
              "mentord.toml:37: [log] level: \"loud\" is none of its words; say \"error\" or \"warning\" or "
              "\"info\" or \"debug\"\n"
              "p.toml:4: \"hollidays\": no such key; did you mean \"holidays\"?\n") == 0);
    folder.write("p.toml", "name = \"balance\"\nzone = \"Amerika/Chicago\"\nholidays = [\"easter\"]\n");
    const Outcome meaning = check({settings, {}, {}, Output::text, now});
    for (const char* each :
         {"p.toml: nothing opens a case", "p.toml: alarm names fewer than two offices",
          "mentord.toml: [program.balance.holders] \"chair\": no such office",
          "p.toml: zone = \"Amerika/Chicago\": no such time zone", "p.toml: holidays: \"easter\": no day"})
        CHECK(meaning.out.find(each) != std::string::npos);
}

TEST_CASE("faults as JSON are an object each") {
    const Folder folder;
    const auto settings = folder.write("mentord.toml", "[letters]\nrest = \"soon\"\n");
    const std::string out = check({settings, {}, {}, Output::json, now}).out;
    CHECK(out.find("{\"file\":\"mentord.toml\",\"line\":2,\"severity\":\"fault\",\"text\":\"[letters] rest: "
                   "\\\"soon\\\" "
                   "is no span of time\",\"hint\":\"say \\\"20 minutes\\\" or \\\"14 days\\\"\"}") !=
          std::string::npos);
}

TEST_CASE("a real mail shows what the trust settings of each mailbox make of it") {
    const Folder folder;
    const auto settings = folder.write("mentord.toml", settings_text("mx.example.org", balance));
    const auto mail = folder.write("mail.eml", mail_text);
    const Outcome outcome = check({settings, mail, {}, Output::text, now});
    CHECK(outcome.status == 0);
    CHECK(outcome.out ==
          "Mailbox    Sender    Accepted  Why\n"
          "office     accepted  dmarc     mx.example.org vouches for From by dmarc\n"
          "president  absent    none      no Authentication-Results of a server without\n"
          "                               name as the topmost field\n"
          "The topmost Authentication-Results is of mx.example.org.\n");
    CHECK(check({settings, mail, "office", Output::json, now}).out ==
          "[{\"mailbox\":\"office\",\"sender\":\"accepted\",\"accepted\":\"dmarc\",\"why\":\"mx.example.org "
          "vouches "
          "for From by dmarc\"}]\n");
    CHECK(check({settings, mail, "ofice", Output::text, now}).status == 1);
    CHECK(check({settings, "/nowhere.eml", {}, Output::text, now}).status == 1);
}

TEST_CASE("a programme is drawn and checked from its file alone or by its name in the settings") {
    const Folder folder;
    const auto settings = folder.write("mentord.toml", settings_text("mx.example.org", balance));
    std::ostringstream drawn, named, dot, json, errors, checked;
    CHECK(program_draw_command({{}, {}, balance, ChartFace::text, Output::text}, drawn, errors) == 0);
    CHECK(drawn.str().find("[review] Waiting for the chair") != std::string::npos);
    CHECK(program_draw_command({settings, "balance", {}, ChartFace::text, Output::text}, named, errors) == 0);
    CHECK(named.str() == drawn.str());
    CHECK(program_draw_command({settings, {}, {}, ChartFace::dot, Output::text}, dot, errors) == 0);
    CHECK(dot.str().find("digraph \"balance\"") == 0);
    CHECK(program_draw_command({settings, {}, {}, ChartFace::text, Output::json}, json, errors) == 0);
    CHECK(json.str().find("{\"state\":\"review\",\"kind\":\"case\",\"owner\":\"chair\"") !=
          std::string::npos);
    CHECK(program_check_command({settings, {}, {}, ChartFace::text, Output::text}, checked, errors) == 0);
    CHECK(checked.str() == "Everything is in order.\n");
    CHECK(errors.str() == "");
    CHECK(program_draw_command({settings, "balanse", {}, ChartFace::text, Output::text}, drawn, errors) == 1);
    CHECK(errors.str() == "\"balanse\": no such programme; did you mean \"balance\"?\n");
}
