// SPDX-License-Identifier: MIT
#include "daemon/commands/roster_csv.h"

#include <array>
#include <charconv>
#include <functional>
#include <map>

#include "workflow/model/address.h"

namespace mentoring {

namespace {

using Cells = std::vector<std::string>;

std::string trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\r") - from + 1));
}

Cells parts(const std::string& cell) {
    Cells result;
    std::size_t from = 0;
    while (from <= cell.size()) {
        const auto end = std::min(cell.find(';', from), cell.size());
        if (auto part = trimmed(std::string_view(cell).substr(from, end - from)); !part.empty())
            result.push_back(std::move(part));
        from = end + 1;
    }
    return result;
}

bool yes(const std::string& cell) {
    return cell == "yes" || cell == "true" || cell == "1";
}

const std::array<std::string, 14> column_names = {
    "name",      "greeting",  "addresses", "member",   "offices",  "languages",  "zone",
    "workplace", "specialty", "region",    "capacity", "can_help", "rather_not", "discreet"};

// One row with its cells by column.
class Row {
public:
    Row(const std::map<std::string, std::size_t>& columns, const Cells& cells)
        : columns_(columns), cells_(cells) {}
    std::string operator[](const std::string& column) const {
        const auto at = columns_.find(column);
        return at == columns_.end() || at->second >= cells_.size() ? std::string()
                                                                   : trimmed(cells_[at->second]);
    }

private:
    const std::map<std::string, std::size_t>& columns_;
    const Cells& cells_;
};

std::optional<MentorProfile> profile_of(const Row& row) {
    if (row["can_help"].empty()) return std::nullopt;
    MentorProfile profile;
    profile.can_help = row["can_help"];
    profile.rather_not = row["rather_not"];
    profile.languages = parts(row["languages"]);
    const auto capacity = row["capacity"];
    std::from_chars(capacity.data(), capacity.data() + capacity.size(), profile.capacity);
    return profile;
}

RosterRow read_row(const Row& row, const std::function<void(const std::string&)>& fault) {
    RosterRow result;
    auto& person = result.person;
    person.name = row["name"];
    person.greeting = row["greeting"].empty() ? person.name : row["greeting"];
    person.addresses = parts(row["addresses"]);
    if (person.name.empty()) fault("a row without a name");
    if (person.addresses.empty()) fault("no address");
    for (const auto& each : person.addresses)
        if (!address_from(each)) fault("\"" + each + "\" is no address");
    person.member = yes(row["member"]);
    if (const auto languages = parts(row["languages"]); !languages.empty())
        person.language = languages.front();
    person.zone = row["zone"];
    person.workplace = row["workplace"];
    person.specialty = row["specialty"];
    person.region = row["region"];
    person.discreet = yes(row["discreet"]);
    person.mentor = profile_of(row);
    result.offices = parts(row["offices"]);
    return result;
}

std::map<std::string, std::size_t> columns_of(const Cells& heading, const std::string& file, Faults& faults) {
    std::map<std::string, std::size_t> columns;
    for (std::size_t i = 0; i < heading.size(); ++i) {
        const auto name = trimmed(heading[i]);
        columns[name] = i;
        if (std::find(column_names.begin(), column_names.end(), name) == column_names.end())
            faults.push_back({file, 1, "no column \"" + name + "\"",
                              did_you_mean(name, {column_names.begin(), column_names.end()}),
                              Severity::fault});
    }
    return columns;
}

}

std::vector<std::vector<std::string>> csv_cells(std::string_view csv) {
    std::vector<Cells> rows(1, Cells(1));
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size() && rows.size() <= roster_rows_max; ++i) {
        const char c = csv[i];
        auto& cell = rows.back().back();
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            cell += c;
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            rows.emplace_back(1);
        } else {
            cell += c;
        }
    }
    std::erase_if(rows, [](const Cells& row) { return row.size() == 1 && trimmed(row.front()).empty(); });
    return rows;
}

std::vector<RosterRow> roster_from(std::string_view csv, const std::string& file, Faults& faults) {
    const auto rows = csv_cells(csv);
    if (rows.empty()) {
        faults.push_back({file, 0, "nobody in it", {}, Severity::fault});
        return {};
    }
    const auto columns = columns_of(rows.front(), file, faults);
    std::vector<RosterRow> people;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto fault = [&](const std::string& text) {
            faults.push_back({file, static_cast<int>(i + 1), text, {}, Severity::fault});
        };
        people.push_back(read_row(Row(columns, rows[i]), fault));
    }
    return people;
}

}
