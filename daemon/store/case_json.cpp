// SPDX-License-Identifier: MIT
#include "daemon/store/case_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <type_traits>

namespace mentoring {

namespace {

using Json = nlohmann::json;

[[noreturn]] void unreadable(const char* reason) {
    throw CaseUnreadable(std::string("a kept case cannot be read: ") + reason);
}

// Each noun names all its fields once, for writing and reading alike; one that gains a field does not compile
// until the field stands here.
template <class Archive>
void fields(Archive& archive, Rhythm& rhythm) {
    auto& [every, unit] = rhythm;
    archive("every", every);
    archive("unit", unit);
}

template <class Archive>
void fields(Archive& archive, Words& words) {
    auto& [text, writer, readers] = words;
    archive("text", text);
    archive("writer", writer);
    archive("readers", readers);
}

template <class Archive>
void fields(Archive& archive, Meeting& meeting) {
    auto& [date, mode] = meeting;
    archive("date", date);
    archive("mode", mode);
}

template <class Archive>
void fields(Archive& archive, Wait& wait) {
    auto& [step, name, due, sent] = wait;
    archive("step", step);
    archive("name", name);
    archive("due", due);
    archive("sent", sent);
}

template <class Archive>
void fields(Archive& archive, Pairing& pairing) {
    auto& [number, mentor, role, state, step, since, turn, owner, outcome, proposed_by, given, confirmed,
           rhythm, until, agreed, accepted, meetings, words] = pairing;
    archive("number", number);
    archive("mentor", mentor);
    archive("role", role);
    archive("state", state);
    archive("step", step);
    archive("since", since);
    archive("turn", turn);
    archive("owner", owner);
    archive("outcome", outcome);
    archive("proposed_by", proposed_by);
    archive("given", given);
    archive("confirmed", confirmed);
    archive("rhythm", rhythm);
    archive("until", until);
    archive("agreed", agreed);
    archive("accepted", accepted);
    archive("meetings", meetings);
    archive("words", words);
}

template <class Archive>
void fields(Archive& archive, Arguments& arguments) {
    auto& [mentors, order, person, date, mode, rhythm, number, ratings, form_fields, text] = arguments;
    archive("mentors", mentors);
    archive("order", order);
    archive("person", person);
    archive("date", date);
    archive("mode", mode);
    archive("rhythm", rhythm);
    archive("number", number);
    archive("ratings", ratings);
    archive("fields", form_fields);
    archive("text", text);
}

template <class Archive>
void fields(Archive& archive, Answer& answer) {
    auto& [clarity, intent, arguments, doubt] = answer;
    archive("clarity", clarity);
    archive("intent", intent);
    archive("arguments", arguments);
    archive("doubt", doubt);
}

template <class Archive>
void fields(Archive& archive, Unproven& unproven) {
    auto& [step, by, role, answer, mail, until] = unproven;
    archive("step", step);
    archive("by", by);
    archive("role", role);
    archive("answer", answer);
    archive("mail", mail);
    archive("until", until);
}

template <class Archive>
void fields(Archive& archive, Told& told) {
    auto& [step, role, intent, at, by] = told;
    archive("step", step);
    archive("role", role);
    archive("intent", intent);
    archive("at", at);
    archive("by", by);
}

template <class Archive>
void fields(Archive& archive, PastVisit& visit) {
    auto& [step, pairing, state] = visit;
    archive("step", step);
    archive("pairing", pairing);
    archive("state", state);
}

template <class Archive>
void fields(Archive& archive, Resting& resting) {
    auto& [by, decision, until] = resting;
    archive("by", by);
    archive("decision", decision);
    archive("until", until);
}

template <class Archive>
void fields(Archive& archive, Concern& concern) {
    auto& [number, at, addressed] = concern;
    archive("number", number);
    archive("at", at);
    archive("addressed", addressed);
}

template <class Archive>
void fields(Archive& archive, Case& kept) {
    auto& [id, program, version, number, mentee, state, step, steps, decisions, opened, since, owner,
           pairings, waits, words, suggested, not_to_ask, order, invited_from, anyone_is_fine, danger_rest,
           ratings, excused, concerns, unproven, told, past, resting, before] = kept;
    archive("id", id);
    archive("program", program);
    archive("version", version);
    archive("number", number);
    archive("mentee", mentee);
    archive("state", state);
    archive("step", step);
    archive("steps", steps);
    archive("decisions", decisions);
    archive("opened", opened);
    archive("since", since);
    archive("owner", owner);
    archive("pairings", pairings);
    archive("waits", waits);
    archive("words", words);
    archive("suggested", suggested);
    archive("not_to_ask", not_to_ask);
    archive("order", order);
    archive("invited_from", invited_from);
    archive("anyone_is_fine", anyone_is_fine);
    archive("danger_rest", danger_rest);
    archive("ratings", ratings);
    archive("excused", excused);
    archive("concerns", concerns);
    archive("unproven", unproven);
    archive("told", told);
    archive("past", past);
    archive("resting", resting);
    archive("before", before);
}

constexpr std::array<const char*, 3> names(Rhythm::Unit) {
    return {"days", "weeks", "months"};
}
constexpr std::array<const char*, 3> names(MeetingMode) {
    return {"video", "phone", "in-person"};
}
constexpr std::array<const char*, 3> names(InvitationOrder) {
    return {"together", "in-turn", "first-to-accept"};
}
constexpr std::array<const char*, 3> names(Clarity) {
    return {"clear", "unclear", "automatic"};
}

template <class Value>
concept Id = std::is_same_v<decltype(Value::value), std::int64_t>;
template <class Value>
concept Enum = std::is_enum_v<Value>;
template <class Value>
concept Plain = std::is_arithmetic_v<Value> || std::is_same_v<Value, std::string>;

template <Plain Value>
Json written(Value& value) {
    return value;
}
template <Id Value>
Json written(Value& id) {
    return id.value;
}
template <Enum Value>
Json written(Value& value) {
    return names(value).at(static_cast<std::size_t>(value));
}
Json written(Instant& instant) {
    return instant.time_since_epoch().count();
}
Json written(Date& date) {
    return iso_date(date);
}
template <class Value>
Json written(std::optional<Value>& value);
template <class Value>
Json written(std::vector<Value>& values);
template <class Value>
Json written(const std::set<Value>& values);
template <class Value>
Json written(std::map<std::string, Value>& values);
template <class Noun>
requires std::is_aggregate_v<Noun> &&(!Id<Noun>)Json written(Noun& noun) {
    Json object = Json::object();
    auto archive = [&](const char* name, auto& value) { object[name] = written(value); };
    fields(archive, noun);
    return object;
}
template <class Value>
Json written(std::optional<Value>& value) {
    return value ? written(*value) : Json();
}
template <class Value>
Json written(std::vector<Value>& values) {
    Json list = Json::array();
    for (Value& value : values) list.push_back(written(value));
    return list;
}
template <class Value>
Json written(const std::set<Value>& values) {
    Json list = Json::array();
    for (Value value : values) list.push_back(written(value));
    return list;
}
template <class Value>
Json written(std::map<std::string, Value>& values) {
    Json object = Json::object();
    for (auto& [name, value] : values) object[name] = written(value);
    return object;
}

template <Plain Value>
void read(const Json& json, Value& value) {
    json.get_to(value);
}
template <Id Value>
void read(const Json& json, Value& id) {
    json.get_to(id.value);
}
template <Enum Value>
void read(const Json& json, Value& value) {
    const auto known = names(value);
    const auto text = json.get<std::string>();
    const auto found = std::find(known.begin(), known.end(), text);
    if (found == known.end()) unreadable("an unknown word");
    value = static_cast<Value>(found - known.begin());
}
void read(const Json& json, Instant& instant) {
    instant = Instant{std::chrono::seconds{json.get<std::int64_t>()}};
}
void read(const Json& json, Date& date) {
    const auto found = date_from_iso(json.get<std::string>());
    if (!found) unreadable("a day that does not exist");
    date = *found;
}
template <class Value>
void read(const Json& json, std::optional<Value>& value);
template <class Value>
void read(const Json& json, std::vector<Value>& values);
template <class Value>
void read(const Json& json, std::set<Value>& values);
template <class Value>
void read(const Json& json, std::map<std::string, Value>& values);
template <class Noun>
requires std::is_aggregate_v<Noun> &&(!Id<Noun>)void read(const Json& json, Noun& noun) {
    if (!json.is_object()) unreadable("an object is missing");
    auto archive = [&](const char* name, auto& value) {
        if (const auto found = json.find(name); found != json.end()) read(*found, value);
    };
    fields(archive, noun);
}
template <class Value>
void read(const Json& json, std::optional<Value>& value) {
    value.reset();
    if (!json.is_null()) read(json, value.emplace());
}
template <class Value>
void read(const Json& json, std::vector<Value>& values) {
    if (!json.is_array()) unreadable("a list is missing");
    values.clear();
    for (const Json& each : json) read(each, values.emplace_back());
}
template <class Value>
void read(const Json& json, std::set<Value>& values) {
    std::vector<Value> list;
    read(json, list);
    values = std::set<Value>(list.begin(), list.end());
}
template <class Value>
void read(const Json& json, std::map<std::string, Value>& values) {
    if (!json.is_object()) unreadable("an object is missing");
    values.clear();
    for (const auto& [name, each] : json.items()) read(each, values[name]);
}

}

std::string to_json(const Case& kept) {
    Case copy = kept;
    Json json = written(copy);
    json["format"] = case_json_version;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Case case_from_json(std::string_view text) {
    try {
        const Json json = Json::parse(text);
        if (!json.is_object()) unreadable("an object is missing");
        if (json.value("format", 0) != case_json_version) unreadable("another format");
        Case kept;
        read(json, kept);
        return kept;
    } catch (const Json::exception&) {
        unreadable("no JSON of the expected kinds");
    }
}

}
