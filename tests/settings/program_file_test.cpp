// SPDX-License-Identifier: MIT
#include "daemon/settings/program_file.h"

#include <catch2/catch.hpp>

#include "workflow/writing/program_check.h"

using namespace mentoring;

namespace {

std::string all(const Faults& faults) {
    std::string lines;
    for (const Fault& each : faults) lines += to_string(each) + "\n";
    return lines;
}

Program read(const std::string& text) {
    Faults faults;
    const Program program = program_from("name = \"p\"\nzone = \"UTC\"\n" + text, "p.toml", faults);
    CHECK(all(faults) == "");
    return program;
}

void bad(const std::string& text, const std::string& expected) {
    Faults faults;
    program_from("name = \"p\"\nzone = \"UTC\"\n" + text, "p.toml", faults);
    CHECK(all(faults) == expected);
}

Program balance(Faults& faults) {
    return load_program(std::string(TESTS_FOLDER) + "/../config/programs/balance.toml", faults);
}

}

TEST_CASE("balance.toml is read without a fault, in the order of the file") {
    Faults faults;
    const Program program = balance(faults);
    REQUIRE(all(faults) == "");
    CHECK(program.name == "balance");
    CHECK(program.zone == "America/Chicago");
    CHECK(program.rest == Span{20, Span::Unit::minutes});
    REQUIRE(program.states.size() > 10);
    CHECK(program.states[0].name == "review");
    CHECK(program.offices[0].name == "chair");
    CHECK(program.offices[0].deputy == "deputy");
    const State& review = program.states[0];
    CHECK(review.owner == "chair");
    CHECK(review.on[0].answer == "match");
    CHECK(review.on[0].takes == Takes::mentors);
    CHECK(review.on[0].proof == Proof::strong);
    CHECK(review.on[0].target == "inviting");
    CHECK(review.line > 50);
    CHECK(review.on[0].line > review.line);
    CHECK(review.after[0].wait == Span{3, Span::Unit::working_days});
    CHECK(review.after[0].letters[0].to == "owner");
    CHECK(program.texts.at("run_by") == "the association's office");
}

TEST_CASE("balance.toml means what it must mean") {
    Faults faults;
    const Program program = balance(faults);
    CHECK(all(check_program(program, {}, "balance.toml")) == "");
}

TEST_CASE("the shapes of a state are read as they stand") {
    const Program program = read(R"(
[state.a]
says = "A"
owner = "chair"
enter = [{ letter = "x", rest = "1 hour" }, { letter = "y", to = "mentee", words = ["request"] }]
on.pass = { by = ["chair", "deputy"], owner = "deputy", letters = [{ letter = "z", to = "owner" }] }
waiver = { goto = "b" }
[state.a.each]
role = "invited"
pairing = "asked"
first = true
enough = { goto = "b", letter = "e", to = "chair" }
exhausted = { goto = "c" }
full = { letter = "f" }
[state.b.running.ended]
closed = { goto = "c", letter = "r", to = "chair" }
other = { goto = "a" }
[pairing.asked]
all = { roles = ["mentee", "mentor"], answer = "confirm", yes = true, outcome = "closed", letter = "l", to = "both" }
cadence = { rhythm = "every 3 weeks", letter = "check", to = "both", meetings_a_year = 2, in_person_a_year = 1 }
after = { from = "given date", wait = "0 days", answer = "decline", case = "c", once_paired = "b" }
form = { by = "mentee", answer = "evaluation", rated = true, readers = ["president"], low = { at_most = 2, letter = "low", to = "president" }, fields = [{ name = "n", label = "N", question = "Q?", needed = false, readers = ["chair"] }] }
[every.digest]
when = "monthly"
letter = "d"
to = "president"
[gone]
mentee = { goto = "c" }
[concern]
wait = "2 weeks"
letter = "k"
to = "president"
[moved]
old = "a"
)");
    const State& a = program.states[0];
    CHECK(a.enter[0] == LetterOrder{"x", "owner", Span{1, Span::Unit::hours}, {}});
    CHECK(a.enter[1] == LetterOrder{"y", "mentee", {}, {"request"}});
    CHECK(a.on[0].by == std::vector<std::string>{"chair", "deputy"});
    CHECK(a.on[0].owner == "deputy");
    CHECK(a.waiver->target == "b");
    CHECK(a.each->first);
    CHECK(a.each->enough_letters[0].to == "chair");
    CHECK(a.each->full_letters[0].to == "invited");
    CHECK(program.states[1].running->ended == std::map<std::string, std::string>{{"closed", "c"}, {"", "a"}});
    const State& asked = *state_named(program, Scope::of_pairing, "asked");
    CHECK(asked.all->by_yes);
    CHECK(asked.cadence->rhythm == Rhythm{3, Rhythm::Unit::weeks});
    CHECK(asked.cadence->meetings_a_year == 2);
    CHECK(asked.after[0].from == WaitFrom::given_date);
    CHECK(asked.after[0].case_target == "c");
    CHECK(asked.form->low == 2);
    CHECK(asked.form->fields[0].readers == Audience{"chair"});
    CHECK(program.occasions[0].letters[0].to == "president");
    CHECK(program.mentee_gone.target == "c");
    CHECK(program.concern.wait == Span{2, Span::Unit::weeks});
    CHECK(program.moved.at("old") == "a");
}

TEST_CASE("faults of form all come at once, with line and hint") {
    bad("[state.a]\nsays = 3\nownr = \"chair\"\n[pairing.b]\neach = { role = \"x\" }\n[stat.c]\nsays = "
        "\"C\"\n",
        "p.toml:4: state.a: says is a number, not a text\n"
        "p.toml:5: state.a: \"ownr\": no such key; did you mean \"owner\"?\n"
        "p.toml:7: pairing.b: \"each\": no such key\n"
        "p.toml:8: \"stat\": no such key; did you mean \"state\"?\n");
    bad("[state.a]\non.x = { by = \"chair\", takes = \"mentor\", proof = \"strnog\", does = \"undoo\" }\n",
        "p.toml:4: state.a.on.x: takes = \"mentor\": no such word; did you mean \"mentors\"?\n"
        "p.toml:4: state.a.on.x: proof = \"strnog\": no such word; did you mean \"strong\"?\n"
        "p.toml:4: state.a.on.x: does = \"undoo\": no such word; did you mean \"undo\"?\n");
    bad("[state.a]\nafter = [\n  { wait = \"3 wroking days\" },\n  { repeat = 0 },\n]\n",
        "p.toml:5: state.a.after: wait = \"3 wroking days\": no span of time; say \"20 minutes\" or \"3 "
        "working days\"\n"
        "p.toml:6: state.a.after: wait is missing\n"
        "p.toml:6: state.a.after: repeat = 0: not between 1 and 100\n");
    bad("[opening.r]\nletter = \"x\"\n[every.d]\nletter = \"y\"\n[any]\non.z = { letter = \"l\", to = 3 }\n",
        "p.toml:5: every.d: letter = \"y\": to is missing, nobody gets it\n"
        "p.toml:8: any.on.z: to is a number, not a text\n"
        "p.toml:8: any.on.z: letter = \"l\": to is missing, nobody gets it\n");
    bad("[state.a]\nenter = { to = \"chair\" }\ncadence = { rhythm = \"sometimes\" }\n",
        "p.toml:4: state.a.enter: letter is missing\n"
        "p.toml:5: state.a.cadence: rhythm = \"sometimes\": no rhythm; say \"monthly\" or \"every 3 "
        "weeks\"\n");
    bad("rest = \"soon\"\nsuggestions = 500\n[texts]\nphone = 5\n[office]\nchair = \"Ada\"\n",
        "p.toml:3: rest = \"soon\": no span of time; say \"20 minutes\" or \"3 working days\"\n"
        "p.toml:4: suggestions = 500: not between 1 and 20\n"
        "p.toml:8: office: chair is a text, not a table\n"
        "p.toml:6: texts: phone is a number, not a text\n");
}

TEST_CASE("a programme without name or zone, no TOML at all, or no file is a fault") {
    Faults faults;
    program_from("", "p.toml", faults);
    CHECK(all(faults) == "p.toml: name is missing\np.toml: zone is missing\n");
    Faults syntax;
    program_from("[state.a\n", "p.toml", syntax);
    REQUIRE(syntax.size() == 1);
    CHECK(syntax[0].line == 1);
    Faults twice;
    program_from("name = \"a\"\n\nname = \"b\"\n", "p.toml", twice);
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].line == 3);
    Faults missing;
    load_program("/nowhere/p.toml", missing);
    CHECK(all(missing) == "/nowhere/p.toml: cannot be read: No such file or directory\n");
}
