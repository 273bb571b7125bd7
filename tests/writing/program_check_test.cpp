// SPDX-License-Identifier: MIT
#include "workflow/writing/program_check.h"

#include <functional>

#include <catch2/catch.hpp>

#include "tests/writing/sample_program.h"

using namespace mentoring;

namespace {

const std::set<std::string> letters{"reminder", "review-request", "declined", "released",       "closed",
                                    "status",   "low-rating",     "digest",   "acknowledgement"};

std::string found(const Program& program) {
    std::string all;
    for (const Fault& each : check_program(program, letters, "p.toml")) all += to_string(each) + "\n";
    return all;
}

State& at(Program& program, const std::string& name) {
    for (State& each : program.states)
        if (each.name == name) return each;
    throw std::logic_error("no state " + name);
}

void bad(const std::function<void(Program&)>& change, const std::string& faults) {
    Program program = sample_program();
    change(program);
    CHECK(found(program) == faults);
}

}

TEST_CASE("a sound programme has no fault") {
    CHECK(found(sample_program()) == "");
}

TEST_CASE("a way to a state that does not exist is a fault") {
    bad([](Program& p) { at(p, "review").on[0].target = "invitng"; },
        "p.toml: state.review.on.match: goto = \"invitng\": no such state; did you mean \"inviting\"?\n"
        "p.toml: state.inviting: no way leads here\n"
        "p.toml: state.paired: no way leads here\n"
        "p.toml: state.evaluating: no way leads here\n"
        "p.toml: pairing.asked: no way leads here\n"
        "p.toml: pairing.under-way: no way leads here\n");
    bad([](Program& p) { at(p, "review").on[1].target = "asked"; },
        "p.toml: state.review.on.decline: goto = \"asked\": is a state of pairings, not of the case\n");
    bad([](Program& p) { at(p, "asked").on[0].target = "closed"; },
        "p.toml: pairing.asked.on.accept: goto = \"closed\": is a state of the case, not of pairings\n"
        "p.toml: pairing.under-way: no way leads here\n"
        "p.toml: pairing.under-way.all: roles = \"mentor\": nobody has that role yet\n");
    Program misspelt = sample_program();
    misspelt.openings[0].target = "revue";
    CHECK(found(misspelt).find("p.toml: opening.request: goto = \"revue\": no such state; did you mean "
                               "\"review\"?\n") == 0);
    bad([](Program& p) { at(p, "evaluating").after[1].target = "over"; },
        "p.toml: state.evaluating.after: goto = \"over\": no such state\n"
        "p.toml: state.evaluating: no way out when everybody is silent; say after what time it goes on: "
        "after = [{ "
        "wait = \"20 working days\", goto = \"…\" }]\n");
    bad([](Program& p) { p.states.push_back(final_state("lost")); },
        "p.toml: state.lost: no way leads here\n");
    bad([](Program& p) { p.mentee_gone.target = "rest"; },
        "p.toml: gone.mentee: goto = \"rest\": no such state\n");
}

TEST_CASE("a programme that nothing opens is a fault") {
    Program program = sample_program();
    program.openings.clear();
    CHECK(found(program).find("p.toml: nothing opens a case; say [opening.request]\n") == 0);
}

TEST_CASE("a state that is never left when everybody is silent is a fault") {
    const std::string hint =
        "no way out when everybody is silent; say after what time it goes on: after = [{ wait = \"20 working "
        "days\", goto = \"…\" }]\n";
    bad([](Program& p) { at(p, "asked").after.pop_back(); }, "p.toml: pairing.asked: " + hint);
    bad([](Program& p) { at(p, "asked").after[1] = then("asked"); },
        "p.toml: pairing.asked: " + hint);  // a circle
    bad([](Program& p) { at(p, "review").after.pop_back(); },
        "p.toml: state.review: " + hint + "p.toml: state.inviting: " + hint);  // what falls back to it, too
}

TEST_CASE("a final state waits for nothing") {
    bad([](Program& p) { at(p, "closed").after.push_back(then("review")); },
        "p.toml: state.closed: is final and yet waits for something\n");
    bad([](Program& p) { at(p, "closed").owner = "chair"; },
        "p.toml: state.closed: is final and yet has an owner\n");
}

TEST_CASE("each end of a pairing leads the case on") {
    bad(
        [](Program& p) {
            at(p, "paired").running->ended = {{"closed", "evaluating"}, {"declined", "review"}};
        },
        "p.toml: pairing.under-way.after: outcome = \"silent\": state.paired.running knows no way; name it "
        "there, "
        "or say other\n");
    bad([](Program& p) { at(p, "review").on[1].outcome = "declined"; },
        "p.toml: state.review.on.decline: outcome ends a pairing, and this is none\n");
    bad([](Program& p) { at(p, "inviting").each->exhausted = ""; },
        "p.toml: state.inviting: no way out when everybody is silent; say after what time it goes on: after "
        "= [{ "
        "wait = \"20 working days\", goto = \"…\" }]\n"
        "p.toml: state.inviting.each: needs pairing, enough and exhausted\n");
}

TEST_CASE("what has moved leads from a former state to a present one") {
    bad(
        [](Program& p) {
            p.moved = {{"reviewing", "revew"}};
        },
        "p.toml: moved: reviewing = \"revew\": no such state; did you mean \"review\"?\n");
    bad([](Program& p) { p.moved = {{"review", "closed"}}; }, "p.toml: moved: \"review\" still exists\n");
}

TEST_CASE("each state has an owner who exists and is reminded") {
    bad([](Program& p) { at(p, "review").owner = ""; },
        "p.toml: state.review: owner is missing: who is waited for?\n"
        "p.toml: state.review.enter: letter \"review-request\": to = \"owner\": there is no owner\n"
        "p.toml: state.review.after: letter \"reminder\": to = \"owner\": there is no owner\n");
    bad([](Program& p) { at(p, "evaluating").owner = "mente"; },
        "p.toml: state.evaluating: owner = \"mente\": no such role; did you mean \"mentee\"?\n");
    bad([](Program& p) { at(p, "evaluating").after.erase(at(p, "evaluating").after.begin()); },
        "p.toml: state.evaluating: nobody reminds the owner; say after = [{ wait = \"3 working days\", "
        "letter = "
        "\"…\" }]\n");
    bad([](Program& p) { at(p, "evaluating").owner = "unconfirmed"; },
        "p.toml: state.evaluating: owner = \"unconfirmed\" needs all\n");
    bad([](Program& p) { at(p, "review").says = ""; },
        "p.toml: state.review: says is missing: the state in words\n");
}

TEST_CASE("offices and deputies exist, and do not turn in a circle") {
    bad([](Program& p) { p.offices[0].deputy = "deputi"; },
        "p.toml: office.chair: deputy = \"deputi\": no such office; did you mean \"deputy\"?\n");
    bad([](Program& p) { p.offices[1].deputy = "chair"; },
        "p.toml: office.chair: its deputies lead back to itself\n"
        "p.toml: office.deputy: its deputies lead back to itself\n");
    bad([](Program& p) { at(p, "review").after[1].owner = "mentee"; },
        "p.toml: state.review.after: owner = \"mentee\": no such office\n");
}

TEST_CASE("two humans hear of danger") {
    const std::string fewer =
        "p.toml: alarm names fewer than two offices: who hears of danger?; say alarm = [\"alarm\", "
        "\"second-alarm\"]\n";
    bad([](Program& p) { p.alarm = {}; }, fewer);
    bad([](Program& p) { p.alarm = {"alarm", "alarm"}; }, fewer);
    bad(
        [](Program& p) {
            p.alarm = {"alarm", "second-alrm"};
        },
        "p.toml: alarm = \"second-alrm\": no such office; did you mean \"second-alarm\"?\n");
}

TEST_CASE("nobody speaks or reads in a role that she cannot have yet") {
    bad([](Program& p) { at(p, "asked").on[1].by = {"mentor"}; },
        "p.toml: pairing.asked.on.decline: by = \"mentor\": nobody has that role yet; here she is "
        "\"invited\"\n");
    bad([](Program& p) { at(p, "review").on.push_back(on("ask", "chairr")); },
        "p.toml: state.review.on.ask: by = \"chairr\": no such role; did you mean \"chair\"?\n"
        "p.toml: warning: state.review.on.ask: [told] has no line for \"ask\"; the next letter cannot say "
        "what was "
        "understood\n");
    bad([](Program& p) { at(p, "review").on[1].by = {}; },
        "p.toml: state.review.on.decline: by is missing, nobody may say it\n");
    bad(
        [](Program& p) {
            at(p, "review").on[1].readers = {"chair", "chairs"};
        },
        "p.toml: state.review.on.decline: readers = \"chairs\": no such role; did you mean \"chair\"?\n");
}

TEST_CASE("a letter goes to somebody who is known by then") {
    bad([](Program& p) { p.openings[0].letters[0].to = "mentor"; },
        "p.toml: opening.request: letter \"acknowledgement\": to = \"mentor\": nobody has that role yet\n");
    bad([](Program& p) { at(p, "review").on[1].letters[0].to = "mentor"; },
        "p.toml: state.review.on.decline: letter \"declined\": to = \"mentor\": nobody has that role yet\n");
    bad([](Program& p) { at(p, "review").on[1].letters[0].to = "other"; },
        "p.toml: state.review.on.decline: letter \"declined\": to = \"other\": there are no two sides\n");
    bad([](Program& p) { at(p, "review").enter[0].to = "writer"; },
        "p.toml: state.review.enter: letter \"review-request\": to = \"writer\": nobody has answered\n");
    bad([](Program& p) { p.occasions[0].letters[0].to = "mentee"; },
        "p.toml: every.digest: letter \"digest\": to = \"mentee\": this letter is about no case; name an "
        "office\n");
    bad([](Program& p) { p.occasions[0].letters[0].to = "presiden"; },
        "p.toml: every.digest: letter \"digest\": to = \"presiden\": no such role; did you mean "
        "\"president\"?\n");
}

TEST_CASE("decisions of offices are proven strongly, questions need not be") {
    bad([](Program& p) { at(p, "review").on[0].proof = Proof::ordinary; },
        "p.toml: state.review.on.match: a decision of an office without strong proof; say proof = "
        "\"strong\"\n");
    bad([](Program& p) { at(p, "review").on[1].proof = Proof::none; },
        "p.toml: state.review.on.decline: a decision of an office without strong proof; say proof = "
        "\"strong\"\n");
    bad(
        [](Program& p) {
            p.anywhere.push_back(on("addressed", "president"));
            p.anywhere.back().does = Doing::address;
            p.told["addressed"] = "You marked it.";
        },
        "p.toml: any.on.addressed: a decision of an office without strong proof; say proof = \"strong\"\n");
    bad(
        [](Program& p) {
            p.anywhere.push_back(on("ask", "chair"));
            p.told["ask"] = "You asked.";
        },
        "");
}

TEST_CASE("a letter that nobody has written is a fault") {
    bad([](Program& p) { at(p, "review").enter[0].letter = "review-requst"; },
        "p.toml: state.review.enter: letter = \"review-requst\": no such letter; did you mean "
        "\"review-request\"?\n");
    bad([](Program& p) { at(p, "evaluating").form->ask_again = "again"; },
        "p.toml: state.evaluating.form: letter = \"again\": no such letter\n");
}

TEST_CASE("no letter brings words to somebody who may not read them") {
    bad([](Program& p) { at(p, "review").on[1].letters[0].words = {"reason"}; },
        "p.toml: state.review.on.decline: letter \"declined\" brings \"reason\" to mentee; only chair may "
        "read it "
        "(state.review.on.decline)\n");
    bad([](Program& p) { at(p, "asked").enter = {letter("reminder", "owner", {"request"})}; },
        "p.toml: pairing.asked.enter: letter \"reminder\" brings \"request\" to invited; only chair, mentor "
        "may "
        "read it (opening.request)\n");
    bad(
        [](Program& p) {
            at(p, "asked").enter = {letter("reminder", "mentor", {"request"})};
        },  // not one yet
        "p.toml: pairing.asked.enter: letter \"reminder\": to = \"mentor\": nobody has that role yet\n"
        "p.toml: pairing.asked.enter: letter \"reminder\" brings \"request\" to invited; only chair, mentor "
        "may "
        "read it (opening.request)\n");
    bad([](Program& p) { at(p, "evaluating").form->low_letters[0].to = "chair"; },
        "p.toml: state.evaluating.form.low: letter \"low-rating\" brings \"comment\" to chair; only "
        "president may "
        "read it (state.evaluating.form)\n");
    bad([](Program& p) { at(p, "review").enter[0].words = {"requst"}; },
        "p.toml: state.review.enter: letter \"review-request\": words = \"requst\": never kept; did you mean "
        "\"request\"?\n");
    bad([](Program& p) { at(p, "under-way").all->letters[0].words = {"request"}; },
        "");  // she wrote it, mentor may
    bad([](Program& p) { at(p, "review").on[1].readers = {}; },
        "p.toml: state.review.on.decline: keeps \"reason\" and says no readers\n");
    bad([](Program& p) { at(p, "review").on[1].needs = "answr"; },
        "p.toml: state.review.on.decline: needs = \"answr\": never kept\n");
}

TEST_CASE("who takes a state over reads as its owner") {
    bad(
        [](Program& p) {
            Transition pass = on("pass", "chair");
            pass.owner = "deputy";
            pass.letters = {letter("review-request", "owner", {"request"})};
            at(p, "review").on.push_back(pass);
            p.told["pass"] = "You passed it on.";
        },
        "");
}

TEST_CASE("no word, no plain yes and no plain no is claimed twice by one person") {
    bad([](Program& p) { at(p, "asked").on[1].by_yes = true; },
        "p.toml: pairing.asked.on.decline: a plain yes is claimed by pairing.asked.on.accept too, for "
        "invited\n"
        "p.toml: pairing.asked.on.decline: claims a plain yes and a plain no\n");
    bad([](Program& p) { at(p, "asked").on[0].by_no = true; },
        "p.toml: pairing.asked.on.accept: claims a plain yes and a plain no\n"
        "p.toml: pairing.asked.on.decline: a plain no is claimed by pairing.asked.on.accept too, for "
        "invited\n");
    bad([](Program& p) { at(p, "under-way").on = {on("close", "mentor", "under-way")}; },
        "p.toml: pairing.under-way.all: \"close\" is claimed by pairing.under-way.on.close too, for "
        "mentor\n");
    bad([](Program& p) { at(p, "under-way").on = {on("close", "chair", "under-way")}; },
        "");  // another person
    bad([](Program& p) { at(p, "asked").after[1].answer = "declin"; },
        "p.toml: pairing.asked: no way out when everybody is silent; say after what time it goes on: after = "
        "[{ "
        "wait = \"20 working days\", goto = \"…\" }]\n"
        "p.toml: pairing.asked.after: answer = \"declin\": no such answer here; did you mean \"decline\"?\n");
}

TEST_CASE("a form has fields, names of their own, and readers") {
    bad([](Program& p) { p.rated = {}; },
        "p.toml: state.evaluating.form: is rated, and there are no questions; say rated = [\"…\"] at the "
        "top\n");
    bad(
        [](Program& p) {
            at(p, "evaluating").form->fields = {{"a", "A", "", true, {}}, {"a", "B", "", true, {}}};
        },
        "p.toml: state.evaluating.form: two fields with the name \"a\"\n");
    Program unread = sample_program();
    at(unread, "evaluating").form->readers = {};
    CHECK(found(unread).find("readers is missing: who may read it?") != std::string::npos);
}

TEST_CASE("what was understood can be told back") {
    bad([](Program& p) { p.told.erase("match"); },
        "p.toml: warning: state.review.on.match: [told] has no line for \"match\"; the next letter cannot "
        "say what "
        "was understood\n");
    bad([](Program& p) { p.told["mach"] = "You matched."; },
        "p.toml: told: \"mach\": no such answer; did you mean \"match\"?\n");
}

TEST_CASE("an occasion is one of the calendar") {
    bad([](Program& p) { p.occasions[0].when = "fortnightly"; },
        "p.toml: every.digest: when = \"fortnightly\": no occasion; say \"monthly\", \"quarterly\" or "
        "\"yearly "
        "09-01\"\n");
    bad([](Program& p) { p.occasions[0].when = "yearly 02-30"; },
        "p.toml: every.digest: when = \"yearly 02-30\": no occasion; say \"monthly\", \"quarterly\" or "
        "\"yearly "
        "09-01\"\n");
    bad([](Program& p) { p.occasions[0].when = "yearly 09-01"; }, "");
    bad([](Program& p) { p.occasions[0].letters = {}; }, "p.toml: every.digest: has no letter\n");
}

TEST_CASE("the hash of a structure changes with states, answers and roles alone") {
    const auto changed = [](const std::function<void(Program&)>& change) {
        Program program = sample_program();
        change(program);
        return structure_hash(program) != structure_hash(sample_program());
    };
    CHECK(structure_hash(sample_program()).size() == 16);
    CHECK(changed([](Program& p) { p.states.pop_back(); }));
    CHECK(changed([](Program& p) { at(p, "review").on[0].target = "closed"; }));
    CHECK(changed([](Program& p) { at(p, "review").on[0].proof = Proof::ordinary; }));
    CHECK(changed([](Program& p) { at(p, "review").on[1].readers.insert("mentee"); }));
    CHECK(changed([](Program& p) { at(p, "inviting").each->first = true; }));
    CHECK(changed([](Program& p) { p.offices[0].deputy = "president"; }));
    CHECK_FALSE(changed([](Program& p) { at(p, "review").says = "Other words"; }));
    CHECK_FALSE(changed([](Program& p) { at(p, "review").after[0].wait.amount = 9; }));
    CHECK_FALSE(changed([](Program& p) { at(p, "review").enter.clear(); }));
    CHECK_FALSE(changed([](Program& p) { p.texts["helplines"] = "x"; }));
    CHECK_FALSE(changed([](Program& p) { at(p, "review").line = 7; }));
}

TEST_CASE("an old structure takes the present letters, waits and texts and keeps its own ways") {
    Program present = sample_program();
    at(present, "review").after[0].wait.amount = 9;
    at(present, "review").on[1].target = "evaluating";
    at(present, "review").on[1].letters = {letter("closed", "mentee")};
    at(present, "asked").after.back().target = "new-state";
    at(present, "asked").after.front().wait.amount = 7;
    present.texts["run_by"] = "us";
    const Program old = with_present_texts(sample_program(), present);
    CHECK(structure_hash(old) == structure_hash(sample_program()));
    CHECK(state_named(old, Scope::of_case, "review")->after[0].wait.amount == 9);
    CHECK(state_named(old, Scope::of_case, "review")->on[1].letters[0].letter == "closed");
    CHECK(state_named(old, Scope::of_case, "review")->on[1].target == "closed");
    CHECK(state_named(old, Scope::of_pairing, "asked")->after[0].wait.amount ==
          3);  // they lead elsewhere now
    CHECK(old.texts.at("run_by") == "us");
}
