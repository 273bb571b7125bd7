// SPDX-License-Identifier: MIT
#include "daemon/commands/check.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>
#include <set>
#include <utility>

#include "daemon/mail/fold.h"
#include "daemon/mail/read_mail.h"
#include "daemon/settings/letter_files.h"
#include "daemon/settings/program_file.h"
#include "daemon/settings/settings.h"
#include "daemon/settings/word_files.h"
#include "daemon/settings/zone_rules.h"
#include "workflow/reading/trust.h"
#include "workflow/writing/program_check.h"

namespace mentoring {

namespace {

constexpr std::uintmax_t mail_file_octets_max = 48 * 1024 * 1024;

std::set<std::string> names_of(const LetterSet& set) {
    std::set<std::string> names;
    for (const auto& [name, letter] : set.letters) names.insert(name);
    return names;
}

void append(Faults& faults, Faults more) {
    std::move(more.begin(), more.end(), std::back_inserter(faults));
}

void check_holders(const ProgramSettings& settings, const Program& program, const std::string& file,
                   Faults& faults) {
    std::vector<std::string> offices;
    for (const OfficeRule& each : program.offices) offices.push_back(each.name);
    for (const auto& [office, address] : settings.holders)
        if (std::find(offices.begin(), offices.end(), office) == offices.end())
            faults.push_back({file,
                              0,
                              "[program." + settings.name + ".holders] \"" + office + "\": no such office",
                              did_you_mean(office, offices),
                              {}});
}

// Letters are looked for under the programme's name; where its file cannot be read at all there is nothing to
// compare them with.
void check_one(const ProgramSettings& each, const Settings& settings, Instant now, Faults& faults) {
    Faults form;
    const Program program = load_program(each.file, form);
    const bool readable = !any_fault(form);
    const std::string file = each.file.filename().string();
    append(faults, std::move(form));
    if (!readable) return;
    const LetterSet letters = load_letters(settings.templates, program.name, faults);
    append(faults, check_program(program, names_of(letters), file));
    check_holders(each, program, settings.file.filename().string(), faults);
    calendar_of(program, years_around(now), file, faults);
}

std::string counted(std::size_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string verdict(const Faults& faults) {
    const auto warnings = static_cast<std::size_t>(std::count_if(
        faults.begin(), faults.end(), [](const Fault& each) { return each.severity == Severity::warning; }));
    if (faults.empty()) return "Everything is in order.";
    if (warnings == faults.size()) return counted(warnings, "warning") + ", no fault.";
    return counted(faults.size() - warnings, "fault") + ", " + counted(warnings, "warning") + ".";
}

Table fault_table(const Faults& faults) {
    Table table{{{"File", ColumnKind::text},
                 {"Line", ColumnKind::number},
                 {"Severity", ColumnKind::text},
                 {"Text", ColumnKind::wrapped},
                 {"Hint", ColumnKind::wrapped}},
                {},
                "Everything is in order."};
    for (const Fault& each : faults)
        table.rows.push_back({each.file, std::to_string(each.line),
                              each.severity == Severity::fault ? "fault" : "warning", each.text, each.hint});
    return table;
}

int check_all(const CheckRequest& request, std::ostream& out) {
    const Faults faults = check_files(request.settings, request.now);
    print_faults(faults, request.output, out);
    return any_fault(faults) ? 1 : 0;
}

std::optional<std::string> octets_of(const std::filesystem::path& file) {
    std::error_code trouble;
    if (std::filesystem::file_size(file, trouble) > mail_file_octets_max || trouble) return std::nullopt;
    std::ifstream stream(file, std::ios::binary);
    std::string octets((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    return stream ? std::optional(std::move(octets)) : std::nullopt;
}

std::string accepted_text(const Trust& trust) {
    std::string text;
    for (const TrustMethod each : trust.accepted)
        text += (text.empty() ? "" : ", ") + std::string(to_string(each));
    return text.empty() ? "none" : text;
}

Table trust_table(const Mail& mail, const Settings& settings, const std::string& mailbox) {
    Table table{{{"Mailbox", ColumnKind::text},
                 {"Sender", ColumnKind::text},
                 {"Accepted", ColumnKind::text},
                 {"Why", ColumnKind::wrapped}},
                {},
                "No such mailbox."};
    for (const MailboxSettings& each : settings.mailboxes) {
        if (!mailbox.empty() && each.name != mailbox) continue;
        const Trust trust = trust_in(mail.fields, each.trust, mail.from.address);
        table.rows.push_back(
            {each.name, std::string(to_string(trust.verdict)), accepted_text(trust), trust.why});
    }
    return table;
}

// What authserv_id would have to be for the topmost field to count.
std::string server_seen(const Mail& mail) {
    if (!has_field(mail, "Authentication-Results")) return "No server has judged the sender of this mail.";
    const auto results = authentication_results(field(mail, "Authentication-Results"));
    return "The topmost Authentication-Results " +
           (results.authserv_id.empty() ? "names no server." : "is of " + results.authserv_id + ".");
}

int refused(const std::filesystem::path& file, const std::string& why, std::ostream& out) {
    out << file.string() << ": " << why << "\n";
    return 1;
}

int check_mail(const CheckRequest& request, std::ostream& out) {
    Faults faults;
    const Settings settings = load_settings(request.settings, faults);
    if (any_fault(faults)) return check_all(request, out);
    const auto octets = octets_of(request.mail);
    if (!octets) return refused(request.mail, "cannot be read, or is too large", out);
    const ReadMail read = read_mail(*octets);
    if (const auto* unreadable = std::get_if<Unreadable>(&read))
        return refused(request.mail, unreadable->reason, out);
    const Mail& mail = std::get<Mail>(read);
    const Table table = trust_table(mail, settings, request.mailbox);
    out << printed(table, request.output);
    if (request.output == Output::text) out << server_seen(mail) << "\n";
    return table.rows.empty() ? 1 : 0;
}

}

Faults check_files(const std::filesystem::path& settings_file, Instant now) {
    Faults faults;
    const Settings settings = load_settings(settings_file, faults);
    for (const ProgramSettings& each : settings.programs)
        if (!each.file.empty()) check_one(each, settings, now, faults);
    if (!settings.words.empty()) load_words(settings.words, fold, faults);
    return faults;
}

void print_faults(const Faults& faults, Output output, std::ostream& out) {
    if (output == Output::json) {
        out << table_json(fault_table(faults));
        return;
    }
    for (const Fault& each : faults) out << to_string(each) << "\n";
    out << verdict(faults) << "\n";
}

int check_command(const CheckRequest& request, std::ostream& out) {
    return request.mail.empty() ? check_all(request, out) : check_mail(request, out);
}

}
