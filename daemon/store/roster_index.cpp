// SPDX-License-Identifier: MIT
#include "daemon/store/roster_index.h"

#include "daemon/store/people.h"
#include "daemon/store/query.h"

namespace mentoring {

namespace {

std::string change_of(const Store& store, const char* sql) {
    Query query(store, sql);
    return query.next() ? query.value<std::string>() : "";
}

std::string profile_text(const Person& person) {
    if (!person.mentor || person.standing != Standing::active) return {};
    std::string text = person.mentor->can_help + '\n' + person.specialty;
    for (char& octet : text)
        if (static_cast<unsigned char>(octet) < ' ') octet = ' ';
    return text;
}

void index(const Store& store, const Person& person) {
    Query(store, "INSERT INTO temp.person_names (rowid, name) VALUES (?, ?)")
        .bind(person.id, person.name)
        .run();
    if (const std::string text = profile_text(person); !text.empty())
        Query(store, "INSERT INTO temp.profile_words (rowid, words) VALUES (?, ?)")
            .bind(person.id, text)
            .run();
}

}

void roster_changed(Store& store) {
    expect_transaction(store);
    Query(store,
          "INSERT INTO markers (name, value, at) VALUES ('roster', 1, 0) "
          "ON CONFLICT (name) DO UPDATE SET value = value + 1")
        .run();
}

void refresh_roster_index(Store& store) {
    const std::string change = change_of(store, "SELECT value FROM markers WHERE name = 'roster'");
    if (change == change_of(store, "SELECT change FROM temp.indexed")) return;
    for (const char* sql :
         {"DELETE FROM temp.indexed", "DELETE FROM temp.person_names", "DELETE FROM temp.profile_words"})
        Query(store, sql).run();
    for (const Person& person : People(store).all()) index(store, person);
    Query(store, "INSERT INTO temp.indexed (change) VALUES (?)").bind(change).run();
}

}
