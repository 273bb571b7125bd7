// SPDX-License-Identifier: MIT
// Mail that is not plainly an answer in one case: who is asked, what is kept, what follows.
#include "daemon/stations/desk.h"
#include "daemon/stations/post.h"
#include "daemon/stations/take_bounce.h"
#include "tests/stations/front_office.h"

using namespace mentoring;

namespace {

const std::string request = "Dear Iris, I lead a team now and would like to have a mentor. Could you help?";
const std::string at_night = "2026-11-29";  // a Sunday

bool holds(const PostedLetter& letter, const std::string& text) {
    return letter.mail.text.find(text) != std::string::npos;
}

}

TEST_CASE("a member's request opens a case") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    CHECK(office.only_case().state == "review");
    CHECK(holds(office.last("nora", "acknowledgement"), "Iris Cole"));
}

TEST_CASE("without a manager letters name whom the settings name, and the deputy hears of held mail") {
    FrontOffice office({"manager"});
    office.write_to_us("nora", "A mentor", request);
    CHECK(holds(office.last("nora", "acknowledgement"), "Marie Keller"));
    office.mail("stranger@else.test", "manager+mentor@example.test", "A mentor", request);
    CHECK(holds(office.last("dana", "stranger-request"), "stranger@else.test"));
}

TEST_CASE("what we keep is said in the first letter to each person, and again where that was taken back") {
    const std::string notice = "What we keep, in six lines";
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto first = office.last("nora", "acknowledgement");
    CHECK(holds(first, notice));
    std::string in_a_line = first.mail.text;
    std::replace(in_a_line.begin(), in_a_line.end(), '\n', ' ');
    CHECK_THAT(in_a_line, Catch::Contains("from our records 14 days after"));
    CHECK_THAT(in_a_line, Catch::Contains("erased 12 months after"));
    office.reply("ruth", office.last("ruth", "review-request"), "MATCH Bea Romano");
    CHECK(holds(office.last("bea", "invitation"), notice));
    office.reply("ruth", office.last("ruth", "matched"), "UNDO");
    office.reply("ruth", office.last("ruth", "undone"), "MATCH Bea Romano");
    CHECK(holds(office.last("bea", "invitation"), notice));
    CHECK(People(*office.store).load(office.id("bea"))->noticed);
    office.change("dana", [](Person& person) { person.noticed = true; });
    office.write_to_us("dana", "A mentor", request);
    CHECK_FALSE(holds(office.last("dana", "acknowledgement"), notice));
}

TEST_CASE("a program that is gone from the settings while its cases are open is a fault") {
    FrontOffice office;
    Faults faults;
    office.house.programs.clear();
    refuse_orphans(office.house, *office.store, faults);
    CHECK(faults.empty());
    FrontOffice other;
    other.write_to_us("nora", "A mentor", request);
    refuse_orphans(other.house, *other.store, faults);
    CHECK(faults.empty());
    other.house.programs.clear();
    refuse_orphans(other.house, *other.store, faults);
    REQUIRE(faults.size() == 1);
    CHECK_THAT(to_string(faults.front()), Catch::Contains("\"balance\" is gone, and has open cases"));
}

TEST_CASE("danger reaches the alarm persons of the settings at once, at night too") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    office.now = std::chrono::sys_days(*date_from_iso(at_night)) + std::chrono::hours(9);
    office.reply("nora", office.last("nora", "acknowledgement"), "I do not want to live any more.");
    for (const auto* who : {"first", "second"}) {
        const auto alarm = office.last(who, "danger-alarm");
        CHECK(alarm.row.not_before == office.now);
        CHECK_FALSE(holds(alarm, "live"));
    }
    const auto help = office.last("nora", "danger-help");
    CHECK(help.row.not_before == office.now);
    CHECK(holds(help, "Call 555."));
    CHECK(office.letters("nora", "unclear").empty());  // it is the one letter that she gets
}

TEST_CASE("danger in a mail of no case is told at once, too, and no limit on letters holds it back") {
    FrontOffice office;
    office.now = std::chrono::sys_days(*date_from_iso(at_night)) + std::chrono::hours(9);
    office.house.settings.budget.answers_a_day = 0;
    office.mail("bea", "manager@example.test", "Hello", "I am going to kill myself tonight.");
    CHECK(office.last("first", "danger-alarm").row.not_before == office.now);
    CHECK(office.last("second", "danger-alarm").row.not_before == office.now);
    CHECK(office.last("bea", "danger-help").row.not_before == office.now);
    CHECK(holds(office.last("first", "danger-alarm"), "Dr. Bea Romano"));
    office.mail("stranger@else.test", "manager+x@example.test", "Hello", "I am going to kill myself.");
    CHECK(holds(office.last("first", "danger-alarm"), "stranger@else.test"));
}

TEST_CASE("who answers another person's letter moves nothing, and that person hears of it once") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto letter = office.last("nora", "acknowledgement");
    for (int i = 0; i < 2; ++i) {
        const auto mail = office.reply("stranger@else.test", letter, "WITHDRAW");
        CHECK(office.row(mail).verdict == Verdict::held);
    }
    CHECK(office.only_case().state == "review");
    CHECK(office.letters("nora", "answer-from-elsewhere").size() == 1);
    CHECK(office.letters("iris", "held").size() == 2);
    CHECK(office.letters("stranger@else.test").empty());
}

TEST_CASE("an address is hers when she says so from the one we know") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto letter = office.last("nora", "acknowledgement");
    office.reply("nora@private.test", letter, "WITHDRAW");
    office.reply("iris", office.last("iris", "held"), "SHE IS Dr. Nora Marsh");
    CHECK(office.only_case().state == "review");
    const auto asked = office.last("nora", "confirm-address");
    SECTION("yes: what she wrote is taken") {
        office.reply("nora", asked, "YES");
        CHECK(Cases(*office.store).open_in("balance").empty());
        CHECK(People(*office.store).load(office.id("nora"))->addresses.size() == 2);
    }
    SECTION("no: nothing happens, and the manager hears of it") {
        office.reply("nora", asked, "NO");
        CHECK(office.only_case().state == "review");
        CHECK(People(*office.store).load(office.id("nora"))->addresses.size() == 1);
        CHECK(holds(office.letters("iris", "held").back(), "not hers"));
    }
    SECTION("another person's yes is none") {
        office.reply("bea", asked, "YES");
        CHECK(People(*office.store).load(office.id("nora"))->addresses.size() == 1);
    }
}

TEST_CASE("a second request is asked about: ADD, NEW or neither") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto mail =
        office.write_to_us("nora", "Mentor", "I would like to have a mentor for research, please.");
    CHECK(office.row(mail).verdict == Verdict::held);
    const auto asked = office.last("nora", "second-request");
    SECTION("add") {
        office.reply("nora", asked, "ADD");
        CHECK(office.only_case().words.at("wishes").text.find("research") != std::string::npos);
    }
    SECTION("new") {
        office.reply("nora", asked, "NEW");
        CHECK(Cases(*office.store).open_in("balance").size() == 2);
    }
    SECTION("neither") {
        office.reply("nora", asked, "NEITHER");
        CHECK(office.only_case().words.count("wishes") == 0);
        CHECK(office.row(mail).verdict == Verdict::forgotten);
        CHECK_FALSE(office.row(mail).has_body);
    }
    SECTION("unclear is asked back") {
        office.reply("nora", asked, "Thank you!");
        CHECK(office.letters("nora", "second-request").size() == 2);
        CHECK(office.row(mail).verdict == Verdict::held);
    }
}

TEST_CASE("an answer that could belong to several cases is asked about by number") {
    FrontOffice office;
    for (const auto* number : {"2026-001", "2026-002"}) {
        Case made;
        made.number = number;
        made.mentee = office.id("nora");
        made.state = "review";
        made.step = made.steps = 1;
        made.waits = {{1, "after 0", office.now + std::chrono::days(3), 0}};
        office.add_case(made);
    }
    const auto mail = office.write_to_us("nora", "Hello", "WITHDRAW");
    CHECK(Cases(*office.store).open_in("balance").size() == 2);
    const auto asked = office.last("nora", "which-case");
    CHECK(holds(asked, "2026-001"));
    office.reply("nora", asked, "2026-002");
    CHECK(office.only_case().number == "2026-001");
    CHECK(office.row(mail).verdict == Verdict::decided);
}

TEST_CASE(
    "what is written to another party of the case is not kept, and its writer is told once how to leave us "
    "out") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    office.pair_with_bea();
    const auto present = office.only_case();
    for (int i = 0; i < 2; ++i) {
        const auto mail = office.mail("nora", "bea@example.test", "Friday", "WITHDRAW, said my sister.",
                                      "Cc: manager@example.test\r\n");
        CHECK(office.row(mail).verdict == Verdict::conversation);
        CHECK_FALSE(office.row(mail).has_body);
    }
    CHECK(office.only_case().decisions == present.decisions);
    CHECK(office.letters("nora", "left-out").size() == 1);
}

TEST_CASE("a letter that cannot be delivered is told to the manager once") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    auto letter = office.last("nora", "acknowledgement").row;
    letter.status = "5.1.1";
    {
        Transaction verdict(*office.store);
        take_refusal(*office.store, office.house, letter, office.now);
        verdict.commit();
    }
    office.work();
    CHECK(office.letters("iris", "bounced").size() == 1);
}

TEST_CASE("HUMAN in answer to a letter about no case is put to a human") {
    FrontOffice office;
    Letter letter;
    letter.name = "no-case";
    letter.recipient = office.id("nora");
    letter.role = "writer";
    {
        std::vector<std::string> alarms;
        const Desk desk{*office.store, office.house, office.now, alarms};
        const auto& program = office.house.programs.front();
        Transaction transaction(*office.store);
        post(desk, program, surroundings_of(desk, program, Case{}), letter, {nullptr, "once", {}});
        transaction.commit();
    }
    office.reply("nora", office.last("nora", "no-case"), "HUMAN");
    CHECK(holds(office.last("iris", "held"), "nora@example.test"));
}

TEST_CASE("what sounds like a concern is never handed to the chair as an answer") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    office.pass(std::chrono::hours(1));
    office.reply("ruth", office.last("ruth", "review-request"), "ASK: Would video calls suit you?");
    office.pass(std::chrono::hours(1));
    office.reply("nora", office.last("nora", "question"), "CONCERN");
    CHECK(office.only_case().state == "asking");
    CHECK(office.letters("ruth", "question-answered").empty());
}

TEST_CASE("mail that cannot be read is put to the manager in words that are meant for her") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto letter = office.last("nora", "acknowledgement");
    std::string deep = "--b0\r\n";
    for (int i = 1; i < 200; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
                std::to_string(i) + "\r\n";
    const auto mail = office.mail("nora", FrontOffice::answers_to(letter), "Re: x", deep,
                                  "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n");
    CHECK(office.row(mail).verdict == Verdict::quarantined);
    CHECK_FALSE(office.letters("iris", "held").empty());
    CHECK_FALSE(office.letters("nora", "unreadable").empty());
}

TEST_CASE("the manager is offered YES only where it is known for whom a case would open") {
    FrontOffice office;
    office.mail("stranger@else.test", "manager+mentor@example.test", "A mentor", request);
    const auto asked = office.last("iris", "stranger-request");
    CHECK_FALSE(holds(asked, "YES"));
    for (const auto* offer : {"NO", "FOR", "SHE IS"}) CHECK(holds(asked, offer));
    office.write_to_us("nora", "Mentor program", "I heard about the mentor program. Could you tell me more?");
    CHECK(holds(office.last("iris", "unclear-request"), "YES"));
}

TEST_CASE("FOR opens a case for the member who is named, whoever wrote") {
    FrontOffice office;
    office.mail("stranger@else.test", "manager+mentor@example.test", "A mentor", request);
    office.reply("iris", office.last("iris", "stranger-request"), "FOR Dr. Bea Romano");
    CHECK(office.only_case().mentee == office.id("bea"));
    CHECK_FALSE(office.letters("bea", "acknowledgement").empty());
}
