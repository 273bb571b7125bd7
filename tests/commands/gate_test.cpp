// SPDX-License-Identifier: MIT
// What is meant for the president reaches her letters alone: no other letter, no command, no hold, no
// quarantine, and no file on disk holds a word of it.
#include <CLI/CLI.hpp>
#include <sstream>

#include "daemon/commands/manual.h"
#include "daemon/commands/opening.h"
#include "daemon/commands/subcommands.h"
#include "daemon/stations/upkeep.h"
#include "tests/planted_words.h"
#include "tests/stations/front_office.h"

using namespace mentoring;

namespace {

// She rates with words, raises a concern, and answers the evaluation with something nobody can read.
void let_her_write(FrontOffice& office) {
    Case made;
    made.number = "2026-001";
    made.mentee = office.id("nora");
    made.state = "evaluating";
    made.step = made.steps = 5;
    Pairing pairing;
    pairing.mentor = office.id("bea");
    pairing.role = "mentor";
    pairing.state = "ended";
    pairing.outcome = "closed";
    pairing.accepted = office.now;
    pairing.known = true;
    made.pairings = {pairing};
    made.waits = {{5, "after 0", office.now, 0}};
    office.add_case(made);
    office.work();
    const auto asked = office.last("nora", "evaluation");
    office.reply("nora", asked, "1: 5\r\n2: 1\r\n3: 4\r\n4: 3\r\nIt was a XYLOPHONE of a match.");
    office.reply("nora", asked, "CONCERN: The QUINTESSENCE of it troubles me.");
    office.mail("stranger@else.test", FrontOffice::answers_to(asked), "Re: x", "It was a ZEPPELIN.");
    std::string deep = "ZEPPELIN\r\n--b0\r\n";
    for (int i = 1; i < 200; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
                std::to_string(i) + "\r\n";
    office.mail("nora", FrontOffice::answers_to(asked), "Re: ZEPPELIN", deep,
                "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n");
}

std::string printed(const FrontOffice& office, std::vector<std::string> words) {
    std::istringstream in;
    std::ostringstream out;
    Invocation invocation{office.path("mentord.toml"), Output::text, in, out, out, {}};
    CLI::App line("", "mentord");
    prepare_line(line, invocation);
    std::reverse(words.begin(), words.end());
    try {
        line.parse(words);
        invocation.chosen();
    } catch (const CLI::ParseError& fault) {
        out << fault.what();
    } catch (const CannotGoOn& reason) {
        out << reason.what();
    }
    return out.str();
}

}

TEST_CASE("only the president's letters hold what is meant for her") {
    FrontOffice office;
    let_her_write(office);
    office.pass(std::chrono::hours(24 * 40));
    int hers = 0;
    for (const auto& row : Outbox(*office.store).list({}, 500)) {
        const auto read = read_mail(Outbox(*office.store).bytes(row.id));
        const auto* mail = std::get_if<Mail>(&read);
        REQUIRE(mail != nullptr);
        const bool holds = holds_any(mail->text) || holds_any(mail->subject);
        INFO(row.letter << " to " << row.envelope_to);
        if (row.envelope_to == FrontOffice::address("lena"))
            hers += holds;
        else
            CHECK_FALSE(holds);
        CHECK_FALSE(holds_any(mail->subject));
    }
    CHECK(hers >= 3);  // the low rating, the concern, the digest
}

TEST_CASE("no command and no hold shows what is meant for the president") {
    FrontOffice office;
    let_her_write(office);
    office.close();
    for (auto words : std::vector<std::vector<std::string>>{{"status"},
                                                            {"case", "list"},
                                                            {"case", "show", "2026-001"},
                                                            {"held", "list"},
                                                            {"outbox", "list"},
                                                            {"people", "list"},
                                                            {"report"}}) {
        INFO(words.front());
        CHECK_FALSE(holds_any(printed(office, words)));
        words.emplace_back("--json");
        CHECK_FALSE(holds_any(printed(office, words)));
    }
}

TEST_CASE("no file on disk holds a word of it, the backup neither") {
    FrontOffice office;
    let_her_write(office);
    keep_up(*office.store, office.house, office.now);
    int files = 0;
    const auto look = [&] {
        for (const auto& each :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(office.path("")))) {
            if (!each.is_regular_file()) continue;
            ++files;
            INFO(each.path().filename().string());
            CHECK_FALSE(holds_any(bytes_of(each.path())));
        }
    };
    look();  // with the write-ahead log
    office.close();
    look();
    CHECK(files >= 6);
}

TEST_CASE("a mail for the president that was held or set aside is put to her") {
    FrontOffice office;
    let_her_write(office);
    for (const auto verdict : {Verdict::held, Verdict::quarantined})
        for (const auto& row : Inbox(*office.store).list(verdict, 10)) {
            INFO(row.reason);
            CHECK(row.audience == Audience{"president"});
        }
}
