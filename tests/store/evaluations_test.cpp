// SPDX-License-Identifier: MIT
#include "daemon/store/evaluations.h"

#include <catch2/catch.hpp>

#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

struct World {
    Store store{":memory:", keys()};
    Transaction transaction{store};
    PersonId ana = People(store).add(person("Ana", "ana@x.org"));
    CaseId id = Cases(store).add(opened("2026-001", ana, ""), program(), at(0));
    Evaluations evaluations{store};
    Concerns concerns{store};
};

KeepConcern concern(int number, PersonId by, std::string words) {
    return {number, by, std::move(words), "president"};
}

}

TEST_CASE("An evaluation in several mails is one until a digest has carried it") {
    World world;
    const KeepEvaluation first{{4, {}, 5, {}}, "good"};
    const KeepEvaluation whole{{4, 2, 5, 1}, "good, but late"};
    const auto id = world.evaluations.keep(world.id, "balance", first, at(1));
    CHECK(world.evaluations.keep(world.id, "balance", whole, at(2)) == id);
    const auto rows = world.evaluations.for_digest("balance", at(9));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].case_id == world.id);
    CHECK(rows[0].program == "balance");
    CHECK(rows[0].ratings == whole.ratings);
    CHECK(rows[0].kept == at(2));
    CHECK(rows[0].has_words);
    CHECK(world.evaluations.words(id) == "good, but late");
    CHECK(world.evaluations.for_digest("balance", at(2)).empty());
    CHECK(world.evaluations.for_digest("residents", at(9)).empty());

    world.evaluations.mark_digested({id}, "2026-11");
    CHECK(world.evaluations.for_digest("balance", at(9)).empty());
    CHECK(world.evaluations.of_case(world.id).at(0).digest == "2026-11");
    const auto later = world.evaluations.keep(world.id, "balance", {{1, 1, 1, 1}, ""}, at(5));
    CHECK(later != id);
    CHECK(world.evaluations.words(id) == "good, but late");
    CHECK(world.evaluations.for_digest("balance", at(9)).size() == 1);
    CHECK_FALSE(world.evaluations.for_digest("balance", at(9)).at(0).has_words);
    CHECK(world.evaluations.kept_between("balance", at(2), at(5)).size() == 1);
    CHECK(world.evaluations.kept_between("balance", at(2), at(6)).size() == 2);
    CHECK(world.evaluations.words(99).empty());
}

TEST_CASE("Words of an evaluation go after their time once it is addressed; ratings stay") {
    World world;
    const auto id = world.evaluations.keep(world.id, "balance", {{1, 2}, "it hurt"}, at(1));
    CHECK(world.evaluations.erase_words(at(9 * day)) == 0);  // nobody has addressed it
    world.evaluations.mark_addressed(id, "talked-to", at(day));
    CHECK(world.evaluations.of_case(world.id).at(0).addressed == at(day));
    CHECK(world.evaluations.of_case(world.id).at(0).how == "talked-to");
    CHECK(world.evaluations.erase_words(at(day)) == 0);
    Cases(world.store).set_legal_hold(world.id, true);
    CHECK(world.evaluations.erase_words(at(9 * day)) == 0);
    Cases(world.store).set_legal_hold(world.id, false);
    CHECK(world.evaluations.erase_words(at(9 * day)) == 1);
    CHECK(world.evaluations.erase_words(at(9 * day)) == 0);
    CHECK(world.evaluations.words(id).empty());
    CHECK(world.evaluations.of_case(world.id).at(0).ratings == std::vector<std::optional<int>>{1, 2});
}

TEST_CASE("A concern is kept for its reader until it is addressed") {
    World world;
    const auto first = world.concerns.keep(world.id, "balance", concern(1, world.ana, "he shouts"), at(1));
    const auto second = world.concerns.keep(world.id, "balance", concern(2, world.ana, ""), at(2));
    const auto row = world.concerns.load(first).value();
    CHECK(row.case_id == world.id);
    CHECK(row.number == 1);
    CHECK(row.by == world.ana);
    CHECK(row.reader == "president");
    CHECK(row.raised == at(1));
    CHECK(row.has_words);
    CHECK(world.concerns.words(first) == "he shouts");
    CHECK(world.concerns.load(world.id, 2)->id == second);
    CHECK_FALSE(world.concerns.load(world.id, 3));
    CHECK_FALSE(world.concerns.load(99));
    CHECK(world.concerns.words(99).empty());
    CHECK(world.concerns.open("balance").size() == 2);
    CHECK(world.concerns.open("residents").empty());

    world.concerns.pass_on(first, "second reader");
    CHECK(world.concerns.load(first)->reader == "second reader");
    CHECK(world.concerns.unanswered("balance", at(2)).size() == 1);
    world.concerns.mark_made_known(first, at(8));
    CHECK(world.concerns.load(first)->made_known == at(8));
    CHECK(world.concerns.unanswered("balance", at(9)).at(0).id == second);
    CHECK(world.concerns.for_digest("balance", at(9)).size() == 2);
    world.concerns.mark_digested({first}, "2026-11");
    CHECK(world.concerns.for_digest("balance", at(9)).size() == 1);

    world.concerns.mark_addressed(first, "addressed", at(10));
    CHECK(world.concerns.open_of(world.id).at(0).id == second);
    CHECK(world.concerns.load(first)->how == "addressed");
    CHECK(world.concerns.erase_words(at(10)) == 0);
    CHECK(world.concerns.erase_words(at(11)) == 1);
    CHECK(world.concerns.words(first).empty());
    CHECK(world.concerns.load(first)->by == world.ana);
}

}
