// SPDX-License-Identifier: MIT
// The roster: people, their addresses, and who holds which office of which programme from when until when.
// What a mentor wrote about herself is kept sealed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/store/store.h"
#include "workflow/model/address.h"
#include "workflow/model/office.h"
#include "workflow/model/person.h"

namespace mentoring {

struct Imported {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    std::vector<PersonId> ids;  // in the order given
};

class People {
public:
    explicit People(Store& store) : store_(store) {}

    // A new person; her `id` is ignored and drawn here.
    PersonId add(const Person& person);
    void save(const Person& person);
    // Loads, changes and saves; nothing where nobody bears that id.
    void change(PersonId id, const std::function<void(Person&)>& with);
    std::optional<Person> load(PersonId id) const;
    std::vector<Person> all() const;  // by name
    // Rows of a roster: whoever shares an address and the name is the same person and is brought up to date;
    // addresses she has stay, a new first one comes first; pauses, standing, holds and notices stay.
    Imported import(const std::vector<Person>& rows);

    // Everybody who has that address; more than one where a household shares it (then it proves nobody).
    std::vector<PersonId> with_address(const Address& address) const;
    // Learned by mail; kept after those she has. First: from now on we write to it.
    enum class Rank { first, last };
    void learn_address(PersonId id, const Address& address, Rank rank, Instant now);
    // An address that bounced for good: no longer written to, still recognised as hers.
    void mark_dead(PersonId id, const Address& address, Instant now);
    // Names compared without regard to case and accents (ASCII and Latin): exact ones first, then those that
    // contain every word.
    std::vector<PersonId> named(std::string_view text) const;

    // Removes all that identifies her; the id stays for dates and counts. Her cases are forgotten by Cases.
    void erase(PersonId id);

    // By office, then by day.
    std::vector<Holding> offices(std::string_view program) const;
    // The same office, holder and first day is brought up to date.
    void appoint(std::string_view program, const Holding& holding);
    // Programmes and offices that person has ever held.
    std::vector<std::pair<std::string, Holding>> offices_held(PersonId id) const;

    // Mentees at present, over all open cases of all programmes; nobody is listed with none.
    std::map<PersonId, int> loads() const;

private:
    Store& store_;
};

}
