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

// Each noun lists its fields once, for writing and reading alike. The first line counts them: a noun that
// gains one does not compile until it is listed.
template <class Archive>
void fields(Archive& archive, Rhythm& rhythm) {
    [[maybe_unused]] auto& [f1, f2] = rhythm;
    archive("every", rhythm.every);
    archive("unit", rhythm.unit);
}

template <class Archive>
void fields(Archive& archive, Words& words) {
    [[maybe_unused]] auto& [f1, f2, f3] = words;
    archive("text", words.text);
    archive("writer", words.writer);
    archive("readers", words.readers);
}

template <class Archive>
void fields(Archive& archive, Meeting& meeting) {
    [[maybe_unused]] auto& [f1, f2] = meeting;
    archive("date", meeting.date);
    archive("mode", meeting.mode);
}

template <class Archive>
void fields(Archive& archive, Wait& wait) {
    [[maybe_unused]] auto& [f1, f2, f3, f4] = wait;
    archive("step", wait.step);
    archive("name", wait.name);
    archive("due", wait.due);
    archive("sent", wait.sent);
}

template <class Archive>
void fields(Archive& archive, Pairing& pairing) {
    [[maybe_unused]] auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18,
                            f19] = pairing;
    archive("number", pairing.number);
    archive("mentor", pairing.mentor);
    archive("role", pairing.role);
    archive("state", pairing.state);
    archive("step", pairing.step);
    archive("since", pairing.since);
    archive("turn", pairing.turn);
    archive("owner", pairing.owner);
    archive("outcome", pairing.outcome);
    archive("proposed_by", pairing.proposed_by);
    archive("given", pairing.given);
    archive("confirmed", pairing.confirmed);
    archive("rhythm", pairing.rhythm);
    archive("until", pairing.until);
    archive("agreed", pairing.agreed);
    archive("accepted", pairing.accepted);
    archive("known", pairing.known);
    archive("meetings", pairing.meetings);
    archive("words", pairing.words);
}

template <class Archive>
void fields(Archive& archive, Arguments& arguments) {
    [[maybe_unused]] auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10] = arguments;
    archive("mentors", arguments.mentors);
    archive("order", arguments.order);
    archive("person", arguments.person);
    archive("date", arguments.date);
    archive("mode", arguments.mode);
    archive("rhythm", arguments.rhythm);
    archive("number", arguments.number);
    archive("ratings", arguments.ratings);
    archive("fields", arguments.fields);
    archive("text", arguments.text);
}

template <class Archive>
void fields(Archive& archive, Answer& answer) {
    [[maybe_unused]] auto& [f1, f2, f3, f4] = answer;
    archive("clarity", answer.clarity);
    archive("intent", answer.intent);
    archive("arguments", answer.arguments);
    archive("doubt", answer.doubt);
}

template <class Archive>
void fields(Archive& archive, Unproven& unproven) {
    [[maybe_unused]] auto& [f1, f2, f3, f4, f5, f6] = unproven;
    archive("step", unproven.step);
    archive("by", unproven.by);
    archive("role", unproven.role);
    archive("answer", unproven.answer);
    archive("mail", unproven.mail);
    archive("until", unproven.until);
}

template <class Archive>
void fields(Archive& archive, Told& told) {
    [[maybe_unused]] auto& [f1, f2, f3, f4, f5] = told;
    archive("step", told.step);
    archive("role", told.role);
    archive("intent", told.intent);
    archive("at", told.at);
    archive("by", told.by);
}

template <class Archive>
void fields(Archive& archive, PastVisit& visit) {
    [[maybe_unused]] auto& [f1, f2, f3] = visit;
    archive("step", visit.step);
    archive("pairing", visit.pairing);
    archive("state", visit.state);
}

template <class Archive>
void fields(Archive& archive, Resting& resting) {
    [[maybe_unused]] auto& [f1, f2, f3] = resting;
    archive("by", resting.by);
    archive("decision", resting.decision);
    archive("until", resting.until);
}

template <class Archive>
void fields(Archive& archive, Concern& concern) {
    [[maybe_unused]] auto& [f1, f2, f3] = concern;
    archive("number", concern.number);
    archive("at", concern.at);
    archive("addressed", concern.addressed);
}

template <class Archive>
void fields(Archive& archive, Case& kept) {
    [[maybe_unused]] auto& [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18,
                            f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30] = kept;
    archive("id", kept.id);
    archive("program", kept.program);
    archive("version", kept.version);
    archive("number", kept.number);
    archive("mentee", kept.mentee);
    archive("state", kept.state);
    archive("step", kept.step);
    archive("steps", kept.steps);
    archive("decisions", kept.decisions);
    archive("opened", kept.opened);
    archive("since", kept.since);
    archive("owner", kept.owner);
    archive("pairings", kept.pairings);
    archive("waits", kept.waits);
    archive("words", kept.words);
    archive("suggested", kept.suggested);
    archive("not_to_ask", kept.not_to_ask);
    archive("order", kept.order);
    archive("invited_from", kept.invited_from);
    archive("attachments", kept.attachments);
    archive("anyone_is_fine", kept.anyone_is_fine);
    archive("danger_rest", kept.danger_rest);
    archive("ratings", kept.ratings);
    archive("excused", kept.excused);
    archive("concerns", kept.concerns);
    archive("unproven", kept.unproven);
    archive("told", kept.told);
    archive("past", kept.past);
    archive("resting", kept.resting);
    archive("before", kept.before);
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
