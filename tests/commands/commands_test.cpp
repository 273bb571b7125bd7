// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/commands/office_of_mail.h"

using namespace mentoring;
using Catch::Matchers::Contains;

namespace {

using Call = std::vector<std::string>;

// Every command that shows something and changes nothing.
const std::vector<Call> shows{{"status"},
                              {"case", "list"},
                              {"case", "list", "--closed"},
                              {"people", "list"},
                              {"office", "list"},
                              {"case", "show", "2026-001"},
                              {"held", "list"},
                              {"outbox", "list"},
                              {"outbox", "list", "--state", "stopped"},
                              {"report"},
                              {"check"},
                              {"program", "draw"},
                              {"program", "check"},
                              {"case", "move", "2026-001", "withdrawn"}};

std::string joined(const Call& words) {
    std::string text;
    for (const auto& each : words) text += each + " ";
    return text;
}

std::size_t columns(const std::string& line) {
    return static_cast<std::size_t>(std::count_if(
        line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

nlohmann::json json_of(const OfficeOfMail& office, Call words) {
    words.emplace_back("--json");
    return nlohmann::json::parse(office.run(words).out);
}

}

TEST_CASE("no command shows a word that a person wrote, as text or as JSON") {
    const Inhabited office;
    for (auto words : shows) {
        INFO(joined(words));
        const auto text = office.run(words);
        words.emplace_back("--json");
        const auto json = office.run(words);
        CHECK(text.out != "");
        CHECK(text.errors == "");
        for (const auto& each : {text.out, text.errors, json.out, json.errors})
            CHECK(each.find(secret_word) == std::string::npos);
    }
}

TEST_CASE("--json of every command is JSON") {
    const Inhabited office;
    for (auto words : shows) {
        INFO(joined(words));
        words.emplace_back("--json");
        CHECK_NOTHROW(nlohmann::json::parse(office.run(words).out));
    }
}

TEST_CASE("no line of a list is wider than eighty columns") {
    const Inhabited office;
    for (const auto& words : shows) {
        if (words.front() == "program" || words.front() == "check") continue;  // a chart, and faults
        std::istringstream lines(office.run(words).out);
        for (std::string line; std::getline(lines, line);) {
            INFO(joined(words) << ": " << line);
            CHECK(columns(line) <= 80);
        }
    }
}

TEST_CASE("a letter about a concern or a low rating is listed without its name and recipient") {
    const Inhabited office;
    for (const Call& words : std::vector<Call>{{"outbox", "list"}, {"case", "show", "2026-001"}}) {
        const auto out = office.run(words).out;
        CHECK_THAT(out, Contains("confidential"));
        CHECK_THAT(out, !Contains("concern") && !Contains("low-rating") && !Contains("Helen"));
    }
}

TEST_CASE("a case is listed and shown with state, owner, waits and dates") {
    const Inhabited office;
    const auto listed = json_of(office, {"case", "list"}).at(0);
    CHECK(listed["case"] == "2026-001");
    CHECK(listed["state"] == "review");
    CHECK(listed["waits_for"] == "chair");
    const auto shown = json_of(office, {"case", "show", "2026-001"});
    CHECK(shown["waits"].size() == 1);
    CHECK(shown["pairings"].at(0)["outcome"] == "declined");
    CHECK(shown["letters"].size() == 3);
    CHECK(shown["not_sent"].size() == 2);
    CHECK(shown["journal"].at(0)["what"] == "opened by member");
    const auto unknown = office.run({"case", "show", "2026-099"});
    CHECK(unknown.status == 1);
    CHECK(unknown.errors == "no case has that number: 2026-099");
}

TEST_CASE("case move shows what would follow and does it only with --yes") {
    const Inhabited office;
    const auto plan = office.run({"case", "move", "2026-001", "withdrawn"});
    CHECK(plan.status == 0);
    CHECK_THAT(plan.out, Contains("Nothing has been done."));
    CHECK(json_of(office, {"case", "list"}).at(0)["state"] == "review");
    CHECK_THAT(office.run({"case", "move", "2026-001", "reveiw"}).errors,
               Contains("did you mean \"review\"?"));

    const auto done = json_of(office, {"case", "move", "2026-001", "withdrawn", "--yes"});
    CHECK(done["move"].at(0)["done"] == "yes");
    CHECK(json_of(office, {"case", "list"}).empty());
    CHECK(json_of(office, {"case", "list", "--closed"}).at(0)["state"] == "withdrawn");
    CHECK_THAT(office.run({"case", "show", "2026-001"}).out, Contains("moved by hand to withdrawn"));
}

TEST_CASE("an office goes to its next holder, and the one before her ends the day before") {
    const Inhabited office;
    const auto given = office.run({"office", "give", "chair", "Romano", "--from", "2026-12-01"});
    CHECK(given.errors == "");
    CHECK(given.out == "Dr. Bea Romano is chair from 2026-12-01\n");
    const auto list = json_of(office, {"office", "list"});
    REQUIRE(list.size() == 3);
    CHECK(list.at(0)["holder"] == "Dr. Ruth Ames");
    CHECK(list.at(0)["until"] == "2026-11-30");
    CHECK(list.at(0)["now"] == "yes");
    CHECK(list.at(1)["holder"] == "Dr. Bea Romano");
    CHECK(list.at(1)["now"] == "");
    CHECK(office.run({"office", "end", "president", "Osei", "--until", "2027-06-30"}).out ==
          "Dr. Helen Osei is president until 2027-06-30\n");
}

TEST_CASE("an office is not given where office, person or day cannot be") {
    const Inhabited office;
    struct Bad {
        Call words;
        std::string why;
    };
    for (const auto& each : std::vector<Bad>{
             {{"office", "give", "chiar", "Romano"}, "did you mean \"chair\"?"},
             {{"office", "give", "chair", "Nobody"}, "nobody has that name"},
             {{"office", "give", "chair", "Dr."}, "several have that name"},
             {{"office", "give", "chair", "Romano", "--from", "soon"}, "no day such as"},
             {{"office", "give", "chair", "Romano", "--from", "2026-11-01"}, "is over"},
             {{"office", "give", "chair", "Romano", "--until", "2026-11-01"}, "before the first"},
             {{"office", "end", "chair", "Romano"}, "does not hold that office"}}) {
        const auto outcome = office.run(each.words);
        INFO(joined(each.words));
        CHECK(outcome.status == 1);
        CHECK_THAT(outcome.errors, Contains(each.why));
    }
}

TEST_CASE("held mail is listed, released and dropped; the president's stays hers") {
    const Inhabited office;
    const auto listed = json_of(office, {"held", "list"});
    REQUIRE(listed.size() == 2);
    CHECK(listed.at(0)["sender"] == "for another's eyes");
    CHECK(listed.at(1)["sender"] == "stranger@example.test");
    CHECK_THAT(office.run({"held", "list"}).out, !Contains("whistle"));
    const auto own = std::to_string(office.confidential.value);
    CHECK_THAT(office.run({"held", "drop", own}).errors, Contains("only she lets it go"));

    const auto number = std::to_string(office.held.value);
    CHECK(office.run({"held", "drop", number}).status == 0);
    CHECK(json_of(office, {"held", "list"}).size() == 1);
    CHECK(office.in_store([&](Store& store) { return Inbox(store).raw(office.held); }).empty());
    CHECK(office.run({"held", "release", number}).status == 1);
    CHECK(office.run({"held", "release", own}).status == 0);
    CHECK(office.run({"held", "list"}).out == "No mail waits for a human.\n");
}

TEST_CASE("a stopped letter goes out again, one that is on its way does not") {
    const Inhabited office;
    const auto stopped = json_of(office, {"outbox", "list", "--state", "stopped"});
    REQUIRE(stopped.size() == 1);
    const auto number = stopped.at(0)["no"].dump();
    CHECK(office.run({"outbox", "retry", number}).out == "1 letter goes out again\n");
    CHECK(office.run({"outbox", "retry", number}).status == 1);
    CHECK(office.run({"outbox", "retry"}).status == 1);
    CHECK(office.run({"outbox", "list", "--state", "lost"}).status == 2);
    CHECK(json_of(office, {"outbox", "list"}).size() == 3);
}

TEST_CASE("a report says few instead of a small number, and how long only in a word") {
    const Inhabited office;
    const auto year = json_of(office, {"report"})["year"].at(0);
    CHECK(year["year"] == "2026");
    CHECK(year["opened"] == "few");
    CHECK(year["closed"] == "none");
    const auto state = json_of(office, {"report"})["open_cases"].at(0);
    CHECK(state["cases"] == "few");
    CHECK(state["waiting"] == "days");
    CHECK(json_of(office, {"report", "2025"})["year"].at(0)["opened"] == "none");
}

TEST_CASE("a legal hold says who and why, and is ended the same way") {
    const Inhabited office;
    const auto hold = [&](Call more) {
        Call words{"legal-hold", "2026-001", "--by", "Dr. Osei", "--why", "a letter of the board"};
        words.insert(words.end(), more.begin(), more.end());
        return office.run(words);
    };
    CHECK(hold({"--end"}).status == 1);
    CHECK(hold({}).status == 0);
    CHECK(hold({}).status == 1);
    const auto shown = office.run({"case", "show", "2026-001"}).out;
    CHECK_THAT(shown, Contains("legal hold by Dr. Osei: a letter of the board"));
    CHECK(json_of(office, {"case", "show", "2026-001"})
              .dump()
              .find("\"value\":\"yes\",\"what\":\"legal hold\"") != std::string::npos);
    CHECK(hold({"--end"}).status == 0);
    CHECK_THAT(office.run({"case", "show", "2026-001"}).out, Contains("legal hold ended by Dr. Osei"));
    CHECK(office.run({"legal-hold", "2026-001"}).status == 2);
    CHECK(office.run({"legal-hold", "2026-001", "--by", "x", "--why", "two\nlines"}).status == 1);
}

TEST_CASE("status says what needs a human, and so does its exit status") {
    const Inhabited office;
    const auto status = office.run({"status"});
    CHECK(status.status == 1);
    CHECK_THAT(status.out, Contains("office/INBOX has never been read") && Contains("2 mails are held") &&
                               Contains("there is no recent backup") &&
                               Contains("balance: nobody is second-reader: mentord office give"));
    const OfficeOfMail quiet;
    quiet.in_store([&](Store& store) {
        Mailboxes(store).save({"office", "INBOX", 7, 3, quiet.now, quiet.now});
        const auto holder = People(store).add(Person{});
        for (const auto* each :
             {"chair", "deputy", "president", "second-reader", "manager", "alarm", "second-alarm"})
            People(store).appoint("balance", {each, holder, Date{std::chrono::year(2026) / 1 / 1}, {}});
    });
    REQUIRE(quiet.run({"backup"}).status == 0);
    const auto fine = quiet.run({"status"});
    CHECK(fine.status == 0);
    CHECK_THAT(fine.out, Contains("Nothing."));
}

TEST_CASE("a backup is restored: unsent letters are held until somebody sends them") {
    const Inhabited office;
    const auto file = office.path("copy.db");
    REQUIRE(office.run({"backup", file}).status == 0);
    CHECK(office.run({"case", "move", "2026-001", "withdrawn", "--yes"}).status == 0);
    const auto restored = office.run({"restore", file});
    CHECK(restored.status == 0);
    CHECK_THAT(restored.out, Contains("open cases") && Contains("collapse"));
    CHECK(json_of(office, {"case", "list"}).at(0)["state"] == "review");
    CHECK(json_of(office, {"outbox", "list", "--state", "held"}).size() == 2);
    CHECK(office.run({"outbox", "retry", "--all-held"}).out == "2 letters go out again\n");
    CHECK(office.run({"restore", office.path("no.db")}).status == 1);
}

TEST_CASE("today's backup is made once") {
    const Inhabited office;
    CHECK(json_of(office, {"backup"}).at(0)["made"] == "now");
    CHECK(json_of(office, {"backup"}).at(0)["made"] == "earlier today");
}

TEST_CASE("a fresh key is a line that the key file takes, and another each time") {
    const OfficeOfMail office;
    const auto line = office.run({"key", "new", "--version-number", "2"}).out;
    CHECK(keys_from_text(line).current() == 2);
    CHECK(line != office.run({"key", "new", "--version-number", "2"}).out);
}

TEST_CASE("what check refuses, the daemon does not load") {
    const OfficeOfMail office;
    std::ifstream shipped(source_folder + "/config/programs/balance.toml");
    std::stringstream text;
    text << shipped.rdbuf();
    auto program = text.str();
    const std::string right = "letter = \"review-request\"";
    program.replace(program.find(right), right.size(), "letter = \"reveiw-request\"");
    office.write("balance.toml", program);
    std::ifstream settings(office.path("mentord.toml"));
    std::stringstream all;
    all << settings.rdbuf();
    auto changed = all.str();
    const auto file = source_folder + "/config/programs/balance.toml";
    changed.replace(changed.find(file), file.size(), "balance.toml");
    office.write("mentord.toml", changed);
    CHECK(office.run({"check"}).status == 1);
    Faults faults;
    load_house(office.path("mentord.toml"), office.now, faults);
    CHECK(any_fault(faults));
}
