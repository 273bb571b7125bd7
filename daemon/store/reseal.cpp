// SPDX-License-Identifier: MIT
#include "daemon/store/reseal.h"

#include <array>
#include <vector>

#include "daemon/store/query.h"

namespace mentoring {

namespace {

// A sealed column: how to find what another key sealed (its first octet), and how to put it back.
struct Column {
    std::string_view table;
    const char* select;  // key, row, part, parts, sealed
    const char* update;  // sealed, key
};

constexpr std::array columns{
    Column{"people",
           "SELECT id, id, 0, 1, profile FROM people WHERE profile IS NOT NULL AND substr(profile, 1, 1) <> "
           "? LIMIT ?",
           "UPDATE people SET profile = ? WHERE id = ?"},
    Column{"cases", "SELECT id, id, 0, 1, sealed FROM cases WHERE substr(sealed, 1, 1) <> ? LIMIT ?",
           "UPDATE cases SET sealed = ? WHERE id = ?"},
    Column{"bodies",
           "SELECT b.rowid, b.mail, b.part, i.parts, b.sealed FROM bodies b JOIN inbox i ON i.id = b.mail "
           "WHERE substr(b.sealed, 1, 1) <> ? LIMIT ?",
           "UPDATE bodies SET sealed = ? WHERE rowid = ?"},
    Column{"outbox",
           "SELECT id, id, 0, 1, sealed FROM outbox WHERE sealed IS NOT NULL AND substr(sealed, 1, 1) <> ? "
           "LIMIT ?",
           "UPDATE outbox SET sealed = ? WHERE id = ?"},
    Column{"evaluations",
           "SELECT id, id, 0, 1, sealed FROM evaluations WHERE substr(sealed, 1, 1) <> ? LIMIT ?",
           "UPDATE evaluations SET sealed = ? WHERE id = ?"},
    Column{"concerns", "SELECT id, id, 0, 1, sealed FROM concerns WHERE substr(sealed, 1, 1) <> ? LIMIT ?",
           "UPDATE concerns SET sealed = ? WHERE id = ?"},
    Column{"key_check", "SELECT id, id, 0, 1, sealed FROM key_check WHERE substr(sealed, 1, 1) <> ? LIMIT ?",
           "UPDATE key_check SET sealed = ? WHERE id = ?"},
};

struct Text {
    std::int64_t key = 0;
    std::int64_t row = 0;
    std::int64_t part = 0;
    std::int64_t parts = 1;
    Blob sealed;
};

std::vector<Text> older(const Store& store, const Column& column, std::int64_t limit) {
    Query query(store, column.select);
    query.bind(Blob{std::string(1, static_cast<char>(store.sealer().keys().current()))}, limit);
    std::vector<Text> texts;
    while (query.next()) {
        Text& text = texts.emplace_back();
        query.read(text.key, text.row, text.part, text.parts, text.sealed);
    }
    return texts;
}

void seal_anew(const Store& store, const Column& column, const Text& text) {
    const Place place{column.table, text.row, text.part, text.parts};
    std::string words = store.sealer().open(place, text.sealed.bytes);
    Query(store, column.update).bind(Blob{store.sealer().seal(place, words)}, text.key).run();
    wipe(words);
}

}

std::int64_t reseal_some(Store& store, std::int64_t limit) {
    Transaction transaction(store);
    std::int64_t count = 0;
    for (const Column& column : columns)
        for (const Text& text : older(store, column, limit - count)) {
            seal_anew(store, column, text);
            ++count;
        }
    transaction.commit();
    return count;
}

}
