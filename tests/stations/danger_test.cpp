// SPDX-License-Identifier: MIT
// Words of danger in mail outside our threads: she is asked nothing, and what she wrote is put to a human.
#include "tests/stations/front_office.h"

using namespace mentoring;

namespace {

const std::string strong = "I do not want to live any more.";
const std::string weak = "I cannot go on.";
const std::string request = "Dear Iris, I lead a team now and would like to have a mentor. ";

std::vector<std::string> names(const std::vector<PostedLetter>& letters) {
    std::vector<std::string> found;
    for (const auto& each : letters) found.push_back(each.row.letter);
    return found;
}

// Letters that she got since there were `before`.
std::vector<std::string> news(const FrontOffice& office, const std::string& who, std::size_t before) {
    auto all = names(office.letters(who));
    return {all.begin() + static_cast<std::ptrdiff_t>(before), all.end()};
}

void open_two_cases(FrontOffice& office) {
    for (const auto* number : {"2026-001", "2026-002"}) {
        Case made;
        made.number = number;
        made.mentee = office.id("nora");
        made.state = "review";
        made.step = made.steps = 1;
        made.waits = {{1, "after 0", office.now + std::chrono::days(3), 0}};
        office.add_case(made);
    }
}

// What words of that strength bring her, and nothing else.
std::vector<std::string> help_for(const std::string& words) {
    return words == strong ? std::vector<std::string>{"danger-help"} : std::vector<std::string>{};
}

// A mail of hers that is held, and what the manager hears of it: sender and day, none of its words.
void expect_held(const FrontOffice& office, InboxId mail, const std::string& sender) {
    CHECK(office.row(mail).verdict == Verdict::held);
    CHECK(office.row(mail).has_body);
    const auto told = office.last("iris", "held").mail.text;
    CHECK_THAT(told, Catch::Contains(sender));
    CHECK_THAT(told, Catch::Contains("November 23, 2026"));
    for (const auto* word : {"live", "go on.", "mentor. ", "danger"})
        CHECK_THAT(told, !Catch::Contains(word));
    CHECK(office.row(mail).reason.find("danger") == std::string::npos);
}

}

TEST_CASE("who asks again in words of danger is not asked which: her mail is held for a human") {
    const auto words = GENERATE(strong, weak);
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto before = office.letters("nora").size();
    const auto mail = office.write_to_us("nora", "Mentor", request + words);
    CHECK(news(office, "nora", before) == help_for(words));
    expect_held(office, mail, "nora@example.test");
    CHECK(office.only_case().state == "review");
    CHECK(office.only_case().danger_rest.contains(office.id("nora")));
}

TEST_CASE("a plain mail with words of danger, from who has a case, is held for a human") {
    const auto words = GENERATE(strong, weak);
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto before = office.letters("nora").size();
    const auto mail = office.write_to_us("nora", "Thursday", "I cannot come on Thursday. " + words);
    CHECK(news(office, "nora", before) == help_for(words));
    expect_held(office, mail, "nora@example.test");
}

TEST_CASE("who has several cases and writes words of danger is not asked which one she means") {
    const auto words = GENERATE(strong, weak);
    const auto* said = GENERATE("", "WITHDRAW\n\n", "I would like to have a mentor for research, please. ");
    FrontOffice office;
    open_two_cases(office);
    const auto mail = office.write_to_us("nora", "Hello", said + words);
    CHECK(names(office.letters("nora")) == help_for(words));
    expect_held(office, mail, "nora@example.test");
    for (const auto id : Cases(*office.store).open_in("balance"))
        CHECK(Cases(*office.store).load(id)->danger_rest.contains(office.id("nora")));
    CHECK(Cases(*office.store).open_in("balance").size() == 2);
    CHECK(office.letters("first", "danger-alarm").size() == 1);
}

TEST_CASE("who has no case and asks for nothing in words of danger is heard by a human") {
    const auto words = GENERATE(strong, weak);
    FrontOffice office;
    const auto mail = office.write_to_us("nora", "Hello", words);
    CHECK(names(office.letters("nora")) == help_for(words));
    expect_held(office, mail, "nora@example.test");
}

TEST_CASE("who has no case and clearly asks for a mentor in words of danger is served: her case opens") {
    const auto words = GENERATE(strong, weak);
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request + words);
    CHECK(office.only_case().state == "review");
    auto expected = help_for(words);
    expected.push_back("acknowledgement");
    CHECK(names(office.letters("nora")) == expected);
    CHECK(office.letters("iris", "held").empty());
    CHECK(office.only_case().danger_rest.contains(office.id("nora")));
    CHECK(office.letters("first", "danger-alarm").size() == 1);
    office.pass(std::chrono::hours{24 * 7});
    CHECK_FALSE(office.letters("first", "danger-waiting").empty());
}

TEST_CASE("a stranger who asks in words of danger has the one letter, and is put to a human") {
    FrontOffice office;
    office.mail("stranger@else.test", "manager+mentor@example.test", "A mentor", request + strong);
    CHECK(names(office.letters("stranger@else.test")) == std::vector<std::string>{"danger-help"});
    office.last("iris", "stranger-request");
}

TEST_CASE("who answers a question of the office in words of danger is not asked once more") {
    const auto words = GENERATE(strong, weak);
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto asked_about = office.write_to_us("nora", "Mentor", request);
    const auto asked = office.last("nora", "second-request");
    const auto before = office.letters("nora").size();
    const auto mail = office.reply("nora", asked, "It is all the same to me. " + words);
    CHECK(news(office, "nora", before) == help_for(words));
    expect_held(office, mail, "nora@example.test");
    CHECK(office.row(asked_about).verdict == Verdict::held);
}

TEST_CASE("what is plainly an answer counts in words of danger too") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto mail = office.write_to_us("nora", "Hello", "WITHDRAW\n\n" + weak);
    INFO(office.row(mail).reason);
    CHECK(office.row(mail).verdict == Verdict::decided);
    CHECK(Cases(*office.store).open_in("balance").empty());
}

TEST_CASE("words of danger are no answer: the case stays where it is") {
    const auto* words = GENERATE("I want to end it all.", "CLOSE: I want to end it all.");
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    office.pair_with_bea();
    const auto before = office.letters("nora").size();
    office.reply("nora", office.last("nora", "acknowledgement"), words);
    CHECK(office.only_case().pairings.front().state == "under-way");
    CHECK(news(office, "nora", before) == help_for(strong));
    CHECK(office.letters("bea").empty());
}

TEST_CASE(
    "who writes to the other one in words of danger, and to us in copy, is not told how to leave us out") {
    const auto words = GENERATE(strong, weak);
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    office.pair_with_bea();
    const auto before = office.letters("nora").size();
    const auto mail =
        office.mail("nora", "bea@example.test", "Friday", words, "Cc: manager@example.test\r\n");
    CHECK(news(office, "nora", before) == help_for(words));
    CHECK(office.row(mail).verdict == Verdict::conversation);
}

TEST_CASE("a mail that a human released is taken as what it is") {
    FrontOffice office;
    office.write_to_us("nora", "A mentor", request);
    const auto mail = office.write_to_us("nora", "Mentor", request + weak);
    CHECK(office.letters("nora", "second-request").empty());
    {
        Transaction transaction(*office.store);
        CHECK(Inbox(*office.store).release(mail, office.now));
        transaction.commit();
    }
    office.work();
    CHECK(office.letters("nora", "second-request").size() == 1);
}
