// SPDX-License-Identifier: MIT
#include "daemon/store/people.h"

#include <catch2/catch.hpp>

#include "daemon/store/matching.h"
#include "daemon/store/surroundings.h"
#include "tests/store/folder.h"
#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

Date on(int year, unsigned month, unsigned day_of_month) {
    return Date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day_of_month)};
}

Address address(std::string_view text) {
    return address_from(text).value();
}

std::vector<std::string> names_of(const std::vector<Match>& matches, const People& people) {
    std::vector<std::string> names;
    for (const Match& match : matches) names.push_back(people.load(match.mentor)->name);
    return names;
}

struct World {
    Store store{":memory:", keys()};
    People people{store};
    Transaction transaction{store};
};

}

TEST_CASE("A person is kept whole") {
    World world;
    Person full = mentor("Dr. Bea Romano", "bea@x.org", "negotiation, promotion");
    full.greeting = "Bea";
    full.addresses = {"bea@x.org", "Bea@Clinic.org"};
    full.language = "es";
    full.zone = "America/Denver";
    full.workplace = "St. Luke";
    full.specialty = "cardiology";
    full.region = "west";
    full.member = false;
    full.mentor->rather_not = "divorce";
    full.mentor->languages = {"en", "es"};
    full.mentor->capacity = 3;
    full.mentor->when_not = "August";
    full.mentor->cannot_take = {{7}, {9}};
    full.paused_until = on(2027, 1, 31);
    full.away_until = on(2026, 12, 24);
    full.held = full.discreet = full.noticed = true;
    full.standing = Standing::gone;
    full.mailings = Mailings::none_unasked;
    full.id = world.people.add(full);
    CHECK(world.people.load(full.id) == full);
    CHECK(world.people.all() == std::vector<Person>{full});

    Person plain = person("Ana", "ana@x.org");
    plain.id = world.people.add(plain);
    CHECK(world.people.load(plain.id) == plain);
    plain.addresses = {"new@x.org", "ana@x.org"};
    plain.mailings = Mailings::fewer;
    world.people.save(plain);
    CHECK(world.people.load(plain.id) == plain);
    plain.addresses = {"new@x.org"};
    world.people.save(plain);
    CHECK(world.people.with_address(address("ana@x.org")).empty());
    CHECK_FALSE(world.people.load({99}));
}

TEST_CASE("People are found by any of their addresses, whatever its letters' case") {
    World world;
    Person ana = person("Ana", "Ana.Flores@X.org");
    ana.addresses.push_back("ana@home.org");
    ana.id = world.people.add(ana);
    const PersonId luis = world.people.add(person("Luis", "ana@home.org"));
    CHECK(world.people.with_address(address("ana.flores@x.org")) == std::vector<PersonId>{ana.id});
    CHECK(world.people.with_address(address("ANA@home.org")) == std::vector<PersonId>{ana.id, luis});
    CHECK(world.people.with_address(address("eve@x.org")).empty());

    world.people.learn_address(luis, address("luis@new.org"), People::Rank::first, at(5));
    CHECK(world.people.load(luis)->addresses == std::vector<std::string>{"luis@new.org", "ana@home.org"});
    world.people.learn_address(luis, address("luis@old.org"), People::Rank::last, at(6));
    world.people.learn_address(luis, address("LUIS@new.org"), People::Rank::last, at(6));
    CHECK(world.people.load(luis)->addresses ==
          std::vector<std::string>{"ana@home.org", "luis@old.org", "LUIS@new.org"});
    world.people.learn_address({99}, address("x@y.org"), People::Rank::first, at(7));
    CHECK(world.people.with_address(address("x@y.org")).empty());
}

TEST_CASE("A dead address is written to no more, and still hers") {
    World world;
    Person ana = person("Ana", "ana@x.org");
    ana.addresses.push_back("ana@home.org");
    ana.id = world.people.add(ana);
    world.people.mark_dead(ana.id, address("ANA@x.org"), at(1));
    CHECK(world.people.load(ana.id)->addresses == std::vector<std::string>{"ana@home.org"});
    CHECK(world.people.all().at(0).addresses == std::vector<std::string>{"ana@home.org"});
    CHECK(world.people.with_address(address("ana@x.org")) == std::vector<PersonId>{ana.id});
    world.people.save(world.people.load(ana.id).value());
    CHECK(world.people.with_address(address("ana@x.org")) == std::vector<PersonId>{ana.id});
    world.people.learn_address(ana.id, address("ana@x.org"), People::Rank::first, at(2));
    CHECK(world.people.load(ana.id)->addresses == std::vector<std::string>{"ana@x.org", "ana@home.org"});
}

TEST_CASE("People are found by name") {
    World world;
    const auto add = [&](const char* name) { return world.people.add(person(name, std::string("a@x.org"))); };
    const PersonId bea = add("Dr. Bea Romano");
    const PersonId maria = add("Dr. María José Núñez");
    const PersonId short_bea = add("Bea Romano");
    struct Search {
        const char* text;
        std::vector<PersonId> found;
    };
    const Search table[] = {
        {"Bea Romano", {short_bea, bea}},  // the exact one first
        {"dr. bea romano", {bea}},         // every word
        {"romano", {short_bea, bea}},
        {"nunez", {maria}},         // without accents
        {"NÚÑEZ, María", {maria}},  // in any order
        {"Bea Nunez", {}},          // words of two people
        {"", {}},
        {"\"; DROP TABLE people; --", {}},      // hostile
        {"romano* OR bea NEAR(", {}},           // no syntax of the index
        {"\xff\xfe romano", {short_bea, bea}},  // no UTF-8: passed over
    };
    for (const auto& [text, found] : table) {
        INFO(text);
        CHECK(world.people.named(text) == found);
    }
    CHECK_NOTHROW(world.people.named(std::string(100'000, 'a') + " b c d e f g h i j k l m"));
}

TEST_CASE("A roster is brought up to date without losing what was learned") {
    World world;
    Person bea = mentor("Dr. Bea Romano", "bea@x.org", "negotiation");
    Person ana = person("Ana Flores", "ana@x.org");
    const Imported first = world.people.import({bea, ana});
    CHECK(first.added == 2);
    CHECK(world.people.import({bea, ana}).unchanged == 2);

    Person kept = world.people.load(first.ids[0]).value();
    kept.noticed = kept.held = true;
    kept.paused_until = on(2027, 1, 1);
    kept.mailings = Mailings::fewer;
    kept.mentor->cannot_take = {first.ids[1]};
    kept.mentor->when_not = "August";
    world.people.save(kept);
    world.people.learn_address(kept.id, address("bea@home.org"), People::Rank::first, at(1));

    bea.name = "DR. BEA ROMANO";
    bea.addresses = {"BEA@x.org"};
    bea.mentor->can_help = "negotiation and writing";
    Person cleo = person("Cleo", "ana@x.org");  // shares Ana's address under another name
    const Imported second = world.people.import({bea, cleo});
    CHECK(second.changed == 1);
    CHECK(second.added == 1);
    CHECK(second.ids[0] == first.ids[0]);
    const Person now = world.people.load(first.ids[0]).value();
    CHECK(now.name == "DR. BEA ROMANO");
    CHECK(now.addresses == std::vector<std::string>{"bea@home.org", "bea@x.org"});
    CHECK(now.mentor->can_help == "negotiation and writing");
    CHECK(now.mentor->when_not == "August");
    CHECK(now.mentor->cannot_take == std::vector<PersonId>{first.ids[1]});
    CHECK((now.noticed && now.held && now.mailings == Mailings::fewer));
    CHECK(now.paused_until == on(2027, 1, 1));

    bea.addresses = {"bea@new.org", "bea@x.org"};
    bea.mentor.reset();
    world.people.import({bea});
    CHECK(world.people.load(now.id)->addresses ==
          std::vector<std::string>{"bea@new.org", "bea@home.org", "bea@x.org"});
    CHECK(world.people.load(now.id)->mentor);  // a roster without profiles takes none away
    world.people.mark_dead(now.id, address("bea@new.org"), at(3));
    world.people.import({bea});
    CHECK(world.people.load(now.id)->addresses == std::vector<std::string>{"bea@home.org", "bea@x.org"});
}

TEST_CASE("An erased person leaves her number and nothing else") {
    World world;
    const PersonId bea = world.people.add(mentor("Dr. Bea Romano", "bea@x.org", "negotiation"));
    world.people.appoint("balance", {"chair", bea, on(2026, 1, 1), {}});
    world.people.erase(bea);
    const Person left = world.people.load(bea).value();
    Person nobody;
    nobody.id = bea;
    nobody.member = false;
    nobody.standing = Standing::gone;
    CHECK(left == nobody);
    CHECK(world.people.all().empty());
    CHECK(world.people.with_address(address("bea@x.org")).empty());
    CHECK(world.people.named("Romano").empty());
    CHECK(match_mentors(world.store, "negotiation").empty());
}

TEST_CASE("Offices have holders from day to day, each programme its own") {
    World world;
    const PersonId bea = world.people.add(person("Bea", "bea@x.org"));
    const PersonId cleo = world.people.add(person("Cleo", "cleo@x.org"));
    const Holding former{"chair", bea, on(2025, 7, 1), on(2026, 6, 30)};
    const Holding present{"chair", cleo, on(2026, 7, 1), {}};
    world.people.appoint("balance", {"chair", bea, on(2025, 7, 1), {}});
    world.people.appoint("balance", former);  // her end becomes known
    world.people.appoint("balance", present);
    world.people.appoint("residents", {"director", bea, on(2026, 1, 1), {}});
    CHECK(world.people.offices("balance") == std::vector<Holding>{former, present});
    CHECK(world.people.offices("residents").size() == 1);
    CHECK(world.people.offices("none").empty());
    const auto held = world.people.offices_held(bea);
    REQUIRE(held.size() == 2);
    CHECK(held[0] == std::pair<std::string, Holding>{"balance", former});
    CHECK(held[1].first == "residents");
}

TEST_CASE("Mentors are matched by the words of their profiles") {
    World world;
    world.people.add(mentor("Bea", "bea@x.org", "Negotiating contracts; difficult colleagues; promotion."));
    world.people.add(mentor("Cleo", "cleo@x.org", "Research funding, grant writing, promotion to professor"));
    world.people.add(mentor("Dina", "dina@x.org", "Crianza y trabajo: regresar después del parto"));
    world.people.add(mentor("Eva", "eva@x.org", "Équilibre de vie, épuisement"));
    world.people.add(person("Ana", "ana@x.org"));
    Person gone = mentor("Fay", "fay@x.org", "negotiation negotiation negotiation");
    gone.standing = Standing::gone;
    world.people.add(gone);
    struct Search {
        std::string words;
        std::vector<std::string> names;
    };
    const Search table[] = {
        {"I need help with a contract negotiation.", {"Bea"}},  // by stem
        {"writing a grant, and promotion", {"Cleo", "Bea"}},    // the better match first
        {"volver al trabajo despues del parto", {"Dina"}},      // without accents
        {"ÉPUISEMENT", {"Eva"}},
        {"I would like to have a mentor, please help me", {}},  // says nothing of a topic
        {"", {}},
        {"\" OR profile_words MATCH \"x", {}},                // hostile
        {"promotion\" NEAR(AND NOT *:^{}", {"Bea", "Cleo"}},  // a word among syntax
        {std::string("grant\0writing", 13), {"Cleo"}},
        {"\xff\xfe\x80 grant \xc3", {"Cleo"}},  // no UTF-8
        {"— … “grant”", {"Cleo"}},
    };
    for (const auto& [words, names] : table) {
        INFO(words);
        auto found = names_of(match_mentors(world.store, words), world.people);
        if (words.find("NEAR") != std::string::npos) std::sort(found.begin(), found.end());
        CHECK(found == names);
    }
}

TEST_CASE("A match says which words of the profile met, and better ones score higher") {
    World world;
    world.people.add(mentor("Bea", "bea@x.org", "Negotiating contracts, negotiating pay, colleagues"));
    world.people.add(
        mentor("Cleo", "cleo@x.org", "Pay, family, teaching, research, grants, writing, leadership"));
    const auto matches = match_mentors(world.store, "How do I negotiate my contract and pay?");
    REQUIRE(matches.size() == 2);
    CHECK(matches[0].terms == std::vector<std::string>{"negotiating", "contracts", "pay"});
    CHECK(matches[1].terms == std::vector<std::string>{"pay"});
    CHECK(matches[0].score > matches[1].score);
    CHECK(matches[1].score > 0);
}

TEST_CASE("A request of any length is matched by a bounded number of words") {
    World world;
    world.people.add(mentor("Bea", "bea@x.org", "word7 word200"));
    std::string words;
    for (int number = 0; number < 100'000; ++number) words += "word" + std::to_string(number) + ' ';
    CHECK(match_mentors(world.store, words).size() == 1);
    CHECK(match_mentors(world.store, std::string(3'000'000, 'a')).empty());
    CHECK(match_mentors(world.store, std::string(3'000'000, '"')).empty());
}

TEST_CASE("The index follows the roster: in other processes, and back after an undone change") {
    const Folder folder;
    const std::string path = folder / "mentord.db";
    Store daemon(path, keys());
    Store command(path, keys());
    CHECK(match_mentors(daemon, "negotiation").empty());
    Person bea = mentor("Bea", "bea@x.org", "negotiation");
    bea.id = committed(command, [&] { return People(command).add(bea); });
    CHECK(match_mentors(daemon, "negotiation").size() == 1);
    {
        Transaction undone(daemon);
        bea.mentor->can_help = "teaching";
        People(daemon).save(bea);
        CHECK(match_mentors(daemon, "teaching").size() == 1);
        CHECK(match_mentors(daemon, "negotiation").empty());
    }
    CHECK(match_mentors(daemon, "teaching").empty());
    CHECK(match_mentors(daemon, "negotiation").size() == 1);
}

TEST_CASE("A decision sees people, offices, loads, and matches for what the mentee wrote") {
    World world;
    const PersonId ana = world.people.add(person("Ana", "ana@x.org"));
    const PersonId bea = world.people.add(mentor("Bea", "bea@x.org", "negotiation"));
    const PersonId cleo = world.people.add(mentor("Cleo", "cleo@x.org", "teaching"));
    world.people.appoint("balance", {"chair", cleo, on(2026, 1, 1), {}});
    Case request = opened("2026-001", ana, "a negotiation with my chief");
    request.words["reason"] = {"teaching is not for her", cleo, {"chair"}};  // the chair's words match nobody
    Pairing past;
    past.mentor = cleo;
    past.outcome = "another";
    Pairing present;
    present.number = 2;
    present.mentor = bea;
    present.state = "under-way";
    present.accepted = at(0);
    request.pairings = {past, present};
    Cases(world.store).add(request, program(), at(0));
    const Surroundings seen = read_surroundings(world.store, "balance", request);
    CHECK(seen.people.size() == 3);
    CHECK(seen.people.at(ana).name == "Ana");
    CHECK(seen.offices.size() == 1);
    CHECK(seen.loads == std::map<PersonId, int>{{bea, 1}});
    REQUIRE(seen.matches.size() == 1);
    CHECK(seen.matches[0].mentor == bea);
    CHECK(seen.earlier_mentors == std::vector<PersonId>{cleo});
    const Surroundings at_first = read_surroundings(world.store, "balance", Case{}, "a negotiation");
    REQUIRE(at_first.matches.size() == 1);
    CHECK(at_first.matches[0].mentor == bea);
}

}
