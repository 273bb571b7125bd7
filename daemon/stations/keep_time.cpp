// SPDX-License-Identifier: MIT
#include "daemon/stations/keep_time.h"

#include <map>

#include "daemon/stations/carry_out.h"
#include "daemon/stations/post.h"
#include "daemon/store/cases.h"
#include "daemon/store/evaluations.h"
#include "daemon/store/markers.h"
#include "daemon/store/people.h"
#include "workflow/deciding/occasions.h"

namespace mentoring {

namespace {

// A digest is put together for each reader: nobody reads of a case that she is a party to.
struct Digest {
    DigestMatter matter;
    std::vector<std::int64_t> evaluations;
    std::vector<std::int64_t> concerns;
};

class Digesting {
public:
    Digesting(const Desk& desk, const LoadedProgram& program, const DueOccasion& occasion)
        : desk_(desk), program_(program), occasion_(occasion) {}

    void send() {
        gather_evaluations();
        gather_concerns();
        const auto surroundings = surroundings_of(desk_, program_, Case{});
        for (const auto& [reader, digest] : digests_) {
            const auto letter =
                mentoring::digest(program_.program, surroundings, reader, digest.matter, desk_.now);
            if (!letter || reader == PersonId{}) continue;
            post(desk_, program_, surroundings, *letter,
                 {nullptr, occasion_.name + " " + occasion_.period, {}});
            Evaluations(desk_.store).mark_digested(digest.evaluations, occasion_.period);
            Concerns(desk_.store).mark_digested(digest.concerns, occasion_.period);
        }
    }

private:
    void gather_evaluations() {
        Evaluations evaluations(desk_.store);
        for (const auto& each : evaluations.for_digest(program_.program.name, occasion_.due)) {
            auto& digest = digest_about(each.case_id);
            digest.matter.evaluations.push_back(
                {number_of(each.case_id), each.ratings, evaluations.words(each.id)});
            digest.evaluations.push_back(each.id);
        }
    }
    void gather_concerns() {
        Concerns concerns(desk_.store);
        for (const auto& each : concerns.for_digest(program_.program.name, occasion_.due)) {
            auto& digest = digest_about(each.case_id);
            // She had the words in their own letter; the digest reminds.
            digest.matter.concerns.push_back({number_of(each.case_id), each.raised, {}});
            digest.concerns.push_back(each.id);
        }
    }
    Digest& digest_about(CaseId id) {
        const auto present = Cases(desk_.store).load(id).value_or(Case{});
        return digests_[digest_reader(program_.program, present, surroundings_of(desk_, program_, present),
                                      desk_.now)];
    }
    std::string number_of(CaseId id) const {
        const auto row = Cases(desk_.store).row(id);
        return row ? row->number : std::string();
    }

    const Desk& desk_;
    const LoadedProgram& program_;
    const DueOccasion& occasion_;
    std::map<PersonId, Digest> digests_;
};

void keep_occasions(const Desk& desk, const LoadedProgram& program) {
    Markers markers(desk.store);
    const auto name = "occasions " + program.program.name;
    const auto last = markers.when(name);
    const auto due =
        last ? due_occasions(program.program, program.calendar, *last, desk.now) : std::vector<DueOccasion>{};
    if (last && due.empty()) return;
    Transaction transaction(desk.store);
    for (const auto& each : due) Digesting(desk, program, each).send();
    markers.set(name, "", desk.now);
    transaction.commit();
}

// Once a day: who holds an office today, who held it yesterday, whose term ends soon.
void keep_offices(const Desk& desk, const LoadedProgram& program) {
    Markers markers(desk.store);
    const auto name = offices_marker(program.program.name);
    const auto today = today_of(program, desk.now);
    if (markers.value(name) == iso_date(today)) return;
    Transaction transaction(desk.store);
    const auto last = markers.value(name).value_or(std::string());
    const auto before = date_from_iso(last).value_or(today);
    const auto holdings = People(desk.store).offices(program.program.name);
    for (const auto& rule : program.program.offices) {
        const auto former = holder_of(holdings, rule.name, before);
        if (former == PersonId{} || former == holder_of(holdings, rule.name, today)) continue;
        for (const auto id : Cases(desk.store).open_in(program.program.name))
            if (const auto present = Cases(desk.store).load(id))
                take_event(desk, program, *present, OfficeChanged{rule.name, former});
    }
    const auto surroundings = surroundings_of(desk, program, Case{});
    for (const auto& each : ending_offices(program.program, surroundings, desk.now))
        if (const auto letter = who_follows(program.program, surroundings, each, desk.now))
            post(desk, program, surroundings, *letter, {nullptr, each.period, {}});
    markers.set(name, iso_date(today), desk.now);
    transaction.commit();
}

}

void keep_time(const Desk& desk, const LoadedProgram& program) {
    keep_occasions(desk, program);
    keep_offices(desk, program);
}

std::string offices_marker(std::string_view program) {
    return "offices " + std::string(program);
}

}
