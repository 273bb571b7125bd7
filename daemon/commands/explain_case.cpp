// SPDX-License-Identifier: MIT
#include "daemon/commands/explain_case.h"

#include <algorithm>

namespace mentoring {

namespace {

constexpr char separator = '+';

// A code standing by itself: "2026-014" in "[Mentor 2026-014]", not in "2026-0145".
bool holds_code(std::string_view text, std::string_view code) {
    const auto joins = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-'; };
    for (auto at = text.find(code); at != std::string_view::npos; at = text.find(code, at + 1)) {
        const auto end = at + code.size();
        if ((at == 0 || !joins(text[at - 1])) && (end == text.size() || !joins(text[end]))) return true;
    }
    return false;
}

class Finder {
public:
    Finder(const SampleWorld& world, const Mail& mail) : world_(world), mail_(mail) {}

    TiedCase tied() {
        gather();
        const auto who = identify(evidence_);
        TiedCase result;
        if (const auto* doubtful = std::get_if<Doubtful>(&who)) {
            result.who = phrase(*doubtful);
            result.about = "none that she may speak for";
            return result;
        }
        const auto& known = std::get<Identified>(who);
        result.who =
            name_of(known.person) + (known.proof == Proof::strong ? " (proven)" : " (by her address alone)");
        result.of = &world_.cases[static_cast<std::size_t>(known.case_id.value - 1)];
        result.about = result.of->code + " (" + told_by_ + ")";
        result.asked_of_her = result.of->asked == known.person;
        result.audible =
            spoken_to(mail_, world_.mailbox, separator, addresses_of_others(*result.of, known.person));
        return result;
    }

private:
    void gather() {
        const auto from = address_from(mail_.from.address);
        for (const auto& person : world_.people)
            if (from && same_mailbox(person.address, *from)) evidence_.senders.push_back(person.named.id);
        evidence_.vouching = trust_in(mail_.fields, world_.trust, mail_.from.address).verdict;
        for (const auto& one : world_.cases) look_for(one);
        told_by_ = evidence_.in_address      ? "the address it was sent to"
                   : evidence_.in_references ? "the letter it answers"
                   : evidence_.in_subject    ? "the code in its subject"
                                             : "her only one";
    }

    void look_for(const SampleCase& one) {
        const Claim claim{one.id, one.asked, Purpose::answer, 0};
        if (is_sent_to(one)) evidence_.in_address = claim;
        const auto refers = [&](const std::string& id) { return holds_code(id, one.code); };
        if (std::any_of(mail_.references.begin(), mail_.references.end(), refers))
            evidence_.in_references = claim;
        if (holds_code(mail_.subject, one.code)) evidence_.in_subject = claim;
        if (evidence_.senders.size() == 1 && has_part(one, evidence_.senders.front()))
            evidence_.open_cases.push_back(one.id);
    }

    bool is_sent_to(const SampleCase& one) const {
        const auto answers = with_detail(world_.mailbox, separator, one.code);
        return std::any_of(mail_.to.begin(), mail_.to.end(), [&](const NamedAddress& each) {
            const auto address = address_from(each.address);
            return address && same_mailbox(*address, answers);
        });
    }

    static bool has_part(const SampleCase& one, PersonId person) {
        return one.asked == person ||
               std::find(one.parties.begin(), one.parties.end(), person) != one.parties.end();
    }

    std::vector<std::string> addresses_of_others(const SampleCase& one, PersonId writer) const {
        std::vector<std::string> addresses;
        for (const auto& person : world_.people)
            if (person.named.id != writer && has_part(one, person.named.id))
                addresses.push_back(to_string(person.address));
        return addresses;
    }

    std::string name_of(PersonId id) const {
        const auto place = static_cast<std::size_t>(id.value);
        return place >= 1 && place <= world_.people.size() ? world_.people[place - 1].named.name : "nobody";
    }

    std::string phrase(const Doubtful& doubtful) const {
        switch (doubtful.doubt) {
            case Doubt::stranger:
                return "a stranger";
            case Doubt::foreign_token:
                return "not " + name_of(doubtful.person) + ", who was written to";
            case Doubt::forged:
                return "somebody in the name of " + name_of(doubtful.person) + ": forged";
            case Doubt::shared_address:
                return "one of several who share the address";
            case Doubt::several_cases:
                return name_of(doubtful.person) + ", in more than one case";
            case Doubt::no_case:
                return name_of(doubtful.person) + ", in no case";
        }
        return "nobody";
    }

    const SampleWorld& world_;
    const Mail& mail_;
    Evidence evidence_;
    std::string told_by_;
};

}

TiedCase tied(const SampleWorld& world, const Mail& mail) {
    return Finder(world, mail).tied();
}

OwnSigns own_signs_of(const SampleWorld& world) {
    return {{}, {}, {to_string(world.mailbox)}};
}

}
