// SPDX-License-Identifier: MIT
#include "daemon/store/people.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "daemon/store/profile_json.h"
#include "daemon/store/query.h"
#include "daemon/store/roster_index.h"

#define PERSON_COLUMNS                                                                               \
    "id, name, greeting, language, zone, workplace, specialty, region, member, standing, mailings, " \
    "paused_until, away_until, held, discreet, noticed, profile"

namespace mentoring {

namespace {

constexpr std::size_t name_words_max = 10;
constexpr std::array<std::string_view, 2> standings{"active", "gone"};
constexpr std::array<std::string_view, 3> mailings{"all", "fewer", "none-unasked"};

template <class Value, std::size_t Count>
Value named(const std::array<std::string_view, Count>& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) broken_row("people");
    return static_cast<Value>(found - names.begin());
}

std::string lower(std::string_view text) {
    std::string lowered(text);
    for (char& octet : lowered)
        if (octet >= 'A' && octet <= 'Z') octet = static_cast<char>(octet - 'A' + 'a');
    return lowered;
}

Blob sealed_profile(const Store& store, const Person& person) {
    if (!person.mentor) return {};
    return {store.sealer().seal({"people", person.id.value}, to_json(*person.mentor))};
}

Person person_of(const Store& store, Query& query) {
    Person person;
    std::string standing;
    std::string mailing;
    Blob profile;
    query.read(person.id, person.name, person.greeting, person.language, person.zone, person.workplace,
               person.specialty, person.region, person.member, standing, mailing, person.paused_until,
               person.away_until, person.held, person.discreet, person.noticed, profile);
    person.standing = named<Standing>(standings, standing);
    person.mailings = named<Mailings>(mailings, mailing);
    if (!profile.bytes.empty())
        person.mentor = profile_from_json(store.sealer().open({"people", person.id.value}, profile.bytes));
    return person;
}

std::vector<std::string> living_addresses(const Store& store, PersonId id) {
    Query query(store, "SELECT address FROM addresses WHERE person = ? AND dead IS NULL ORDER BY position");
    query.bind(id);
    std::vector<std::string> addresses;
    while (query.next()) addresses.push_back(query.value<std::string>());
    return addresses;
}

bool contains(const std::vector<std::string>& addresses, std::string_view address) {
    return std::any_of(addresses.begin(), addresses.end(),
                       [&](const std::string& each) { return lower(each) == lower(address); });
}

// Dead addresses that are not named again stay as they are.
void keep_addresses(const Store& store, const Person& person) {
    for (const std::string& address : living_addresses(store, person.id))
        if (!contains(person.addresses, address))
            Query(store, "DELETE FROM addresses WHERE person = ? AND folded = ?")
                .bind(person.id, lower(address))
                .run();
    int position = 0;
    for (const std::string& address : person.addresses)
        Query(store,
              "INSERT INTO addresses (person, folded, address, position) VALUES (?, ?, ?, ?) "
              "ON CONFLICT (person, folded) DO UPDATE SET address = excluded.address, "
              "position = excluded.position, dead = NULL")
            .bind(person.id, lower(address), address, position++)
            .run();
}

std::vector<PersonId> ids_of(Query& query) {
    std::vector<PersonId> ids;
    while (query.next()) ids.push_back(query.value<PersonId>());
    return ids;
}

std::vector<PersonId> with_folded_address(const Store& store, std::string_view address) {
    Query query(store, "SELECT person FROM addresses WHERE folded = ? ORDER BY person");
    query.bind(lower(address));
    return ids_of(query);
}

bool is_dead(const Store& store, PersonId id, std::string_view address) {
    Query query(store, "SELECT 1 FROM addresses WHERE person = ? AND folded = ? AND dead IS NOT NULL");
    query.bind(id, lower(address));
    return query.next();
}

std::vector<std::string> merged_addresses(const Store& store, const Person& kept, const Person& row) {
    std::vector<std::string> merged = kept.addresses;
    for (auto each = row.addresses.rbegin(); each != row.addresses.rend(); ++each)
        if (!contains(merged, *each) && !is_dead(store, kept.id, *each)) merged.insert(merged.begin(), *each);
    return merged;
}

Person merged(const Store& store, const Person& kept, const Person& row) {
    Person next = kept;
    next.name = row.name;
    next.greeting = row.greeting;
    next.language = row.language;
    next.zone = row.zone;
    next.workplace = row.workplace;
    next.specialty = row.specialty;
    next.region = row.region;
    next.member = row.member;
    next.addresses = merged_addresses(store, kept, row);
    if (!row.mentor) return next;
    next.mentor = row.mentor;
    if (kept.mentor && row.mentor->when_not.empty()) next.mentor->when_not = kept.mentor->when_not;
    if (kept.mentor && row.mentor->cannot_take.empty()) next.mentor->cannot_take = kept.mentor->cannot_take;
    return next;
}

std::optional<Person> same_person(const People& people, const Store& store, const Person& row) {
    for (const std::string& address : row.addresses)
        for (const PersonId id : with_folded_address(store, address)) {
            auto person = people.load(id);
            if (person && lower(person->name) == lower(row.name)) return person;
        }
    return std::nullopt;
}

// Every word as a quoted FTS5 string, so that nothing in it is syntax.
std::string name_query(std::string_view text) {
    std::string query;
    std::size_t words = 0;
    std::string word;
    for (const char octet : std::string(text) + ' ') {
        const auto code = static_cast<unsigned char>(octet);
        if (std::isalnum(code) || code >= 0x80) {
            word += octet;
        } else if (!word.empty() && words++ < name_words_max) {
            query += '"' + std::exchange(word, {}) + "\" ";
        }
    }
    return query;
}

}

PersonId People::add(const Person& person) {
    Person added = person;
    added.id = {next_row(store_, "people")};
    Query(store_,
          "INSERT INTO people (id, name, greeting, language, zone, workplace, specialty, region, member, "
          "standing, mailings, held, discreet, noticed) "
          "VALUES (?, '', '', '', '', '', '', '', 0, 'active', 'all', 0, 0, 0)")
        .bind(added.id)
        .run();
    save(added);
    return added.id;
}

void People::save(const Person& person) {
    expect_transaction(store_);
    Query(store_,
          "UPDATE people SET name = ?, greeting = ?, language = ?, zone = ?, workplace = ?, specialty = ?, "
          "region = ?, member = ?, standing = ?, mailings = ?, paused_until = ?, away_until = ?, held = ?, "
          "discreet = ?, noticed = ?, profile = ? WHERE id = ?")
        .bind(person.name, person.greeting, person.language, person.zone, person.workplace, person.specialty,
              person.region, person.member, standings.at(static_cast<std::size_t>(person.standing)),
              mailings.at(static_cast<std::size_t>(person.mailings)), person.paused_until, person.away_until,
              person.held, person.discreet, person.noticed, sealed_profile(store_, person), person.id)
        .run();
    keep_addresses(store_, person);
    roster_changed(store_);
}

void People::change(PersonId id, const std::function<void(Person&)>& with) {
    auto person = load(id);
    if (!person) return;
    with(*person);
    save(*person);
}

std::optional<Person> People::load(PersonId id) const {
    Query query(store_, "SELECT " PERSON_COLUMNS " FROM people WHERE id = ?");
    query.bind(id);
    if (!query.next()) return std::nullopt;
    Person person = person_of(store_, query);
    person.addresses = living_addresses(store_, id);
    return person;
}

std::vector<Person> People::all() const {
    std::map<PersonId, std::vector<std::string>> addresses;
    Query known(store_, "SELECT person, address FROM addresses WHERE dead IS NULL ORDER BY person, position");
    while (known.next()) {
        PersonId person;
        std::string address;
        known.read(person, address);
        addresses[person].push_back(std::move(address));
    }
    std::vector<Person> people;
    Query query(store_, "SELECT " PERSON_COLUMNS " FROM people WHERE name <> '' ORDER BY name, id");
    while (query.next()) {
        people.push_back(person_of(store_, query));
        people.back().addresses = std::move(addresses[people.back().id]);
    }
    return people;
}

Imported People::import(const std::vector<Person>& rows) {
    expect_transaction(store_);
    Imported imported;
    for (const Person& row : rows) {
        const auto kept = same_person(*this, store_, row);
        if (!kept) {
            imported.ids.push_back(add(row));
            ++imported.added;
            continue;
        }
        const Person next = merged(store_, *kept, row);
        imported.ids.push_back(next.id);
        ++(next == *kept ? imported.unchanged : imported.changed);
        if (next != *kept) save(next);
    }
    return imported;
}

std::vector<PersonId> People::with_address(const Address& address) const {
    return with_folded_address(store_, to_string(address));
}

void People::learn_address(PersonId id, const Address& address, Rank rank, Instant now) {
    auto person = load(id);
    if (!person) return;
    const std::string text = to_string(address);
    std::erase_if(person->addresses, [&](const std::string& each) { return lower(each) == lower(text); });
    person->addresses.insert(rank == Rank::first ? person->addresses.begin() : person->addresses.end(), text);
    save(*person);
    Query(store_, "UPDATE addresses SET learned = ? WHERE person = ? AND folded = ?")
        .bind(now, id, lower(text))
        .run();
}

void People::mark_dead(PersonId id, const Address& address, Instant now) {
    expect_transaction(store_);
    Query(store_, "UPDATE addresses SET dead = ? WHERE person = ? AND folded = ?")
        .bind(now, id, lower(to_string(address)))
        .run();
    roster_changed(store_);
}

std::vector<PersonId> People::named(std::string_view text) const {
    const std::string words = name_query(text);
    if (words.empty()) return {};
    refresh_roster_index(store_);
    Query query(store_,
                "SELECT rowid FROM temp.person_names WHERE person_names MATCH ? "
                "ORDER BY lower(name) <> lower(?), length(name), rowid");
    query.bind(words, text);
    return ids_of(query);
}

void People::erase(PersonId id) {
    Person nobody;
    nobody.id = id;
    nobody.member = false;
    nobody.standing = Standing::gone;
    save(nobody);
    Query(store_, "DELETE FROM addresses WHERE person = ?").bind(id).run();
}

std::vector<Holding> People::offices(std::string_view program) const {
    Query query(store_,
                "SELECT office, holder, from_day, until_day FROM holdings WHERE program = ? "
                "ORDER BY office, from_day, holder");
    query.bind(program);
    std::vector<Holding> holdings;
    while (query.next()) {
        Holding& holding = holdings.emplace_back();
        query.read(holding.office, holding.holder, holding.from, holding.until);
    }
    return holdings;
}

void People::appoint(std::string_view program, const Holding& holding) {
    expect_transaction(store_);
    Query(store_,
          "INSERT OR REPLACE INTO holdings (program, office, holder, from_day, until_day) VALUES (?, ?, ?, "
          "?, ?)")
        .bind(program, holding.office, holding.holder, holding.from, holding.until)
        .run();
}

std::vector<std::pair<std::string, Holding>> People::offices_held(PersonId id) const {
    Query query(store_,
                "SELECT program, office, holder, from_day, until_day FROM holdings WHERE holder = ? "
                "ORDER BY program, office, from_day");
    query.bind(id);
    std::vector<std::pair<std::string, Holding>> held;
    while (query.next()) {
        auto& [program, holding] = held.emplace_back();
        query.read(program, holding.office, holding.holder, holding.from, holding.until);
    }
    return held;
}

std::map<PersonId, int> People::loads() const {
    Query query(store_,
                "SELECT p.person, count(*) FROM parties p JOIN cases c ON c.id = p.case_id "
                "WHERE p.carried = 1 AND c.standing = 'open' GROUP BY p.person");
    std::map<PersonId, int> loads;
    while (query.next()) {
        PersonId person;
        int load = 0;
        query.read(person, load);
        loads[person] = load;
    }
    return loads;
}

}
