// SPDX-License-Identifier: MIT
#include "daemon/settings/settings_keys.h"

#include <algorithm>
#include <array>
#include <optional>

namespace mentoring {

namespace {

using enum SettingKind;
constexpr auto required = SettingNeed::required;
constexpr auto optional = SettingNeed::optional;

constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
constexpr std::int64_t megabyte = 1024 * 1024;
constexpr std::int64_t year = 366 * day;

constexpr std::array sections{
    SettingSection{"", "", "Where letters and words are"},
    SettingSection{"program.*", "program.balance", "One section a programme; several may share a mailbox"},
    SettingSection{"program.*.holders", "program.balance.holders",
                   "Who holds an office, where no holder is recorded yet"},
    SettingSection{"evaluation", "evaluation", "Confidential letters"},
    SettingSection{"mailbox.*", "mailbox.office", "One section a mailbox"},
    SettingSection{"mailbox.*.imap", "mailbox.office.imap", "Where its mail is read"},
    SettingSection{"mailbox.*.folder", "mailbox.office.folder", "Its folders"},
    SettingSection{"mailbox.*.trust", "mailbox.office.trust",
                   "Whose word counts that a sender is who she says"},
    SettingSection{"mailbox.*.smtp", "mailbox.office.smtp", "Where its letters are handed over"},
    SettingSection{"alarm", "alarm", "Who hears of danger and of trouble"},
    SettingSection{"human", "human", "The human whose name stands in each letter"},
    SettingSection{"helplines", "helplines", "Help in a crisis, by country"},
    SettingSection{"store", "store", "The one file that holds every case"},
    SettingSection{"backup", "backup", "The daily copy of the store"},
    SettingSection{"retention", "retention", "How long what is kept"},
    SettingSection{"letters", "letters", "Not too many letters"},
    SettingSection{"log", "log", "The log"},
    SettingSection{"clock", "clock", "For demonstrations and tests"},
};

constexpr std::array keys{
    SettingKey{"templates", path, optional, "\"/usr/share/mentord/templates\"",
               "The folder of the letters: one folder a programme over a common one.", "", ""},
    SettingKey{"words", path, optional, "\"/usr/share/mentord/words\"",
               "The folder of the words by which answers are known, one file a language.", "", ""},

    SettingKey{"program.*.file", path, required, "", "The programme file.", "\"programs/balance.toml\"", ""},
    SettingKey{"program.*.mailbox", name, required, "",
               "The mailbox that its people write to, by the name of its section.", "\"office\"", ""},
    SettingKey{"program.*.holders.*", address, optional, "",
               "The address of whoever holds the office of that name; she must be on the roster.",
               "\"chair@example.org\"", ""},

    SettingKey{
        "evaluation.mailbox", name, optional, "",
        "A mailbox of its own, read by nobody else, for evaluations and concerns. Without one the letters "
        "say who could see an answer.",
        "\"president\"", ""},

    SettingKey{"mailbox.*.address", address, required, "", "The address that people write to.",
               "\"manager@example.org\"", ""},
    SettingKey{"mailbox.*.display_name", text, optional, "\"\"", "The name beside the address.",
               "\"Mentoring office\"", ""},
    SettingKey{"mailbox.*.plus", choice, optional, "\"no\"",
               "Whether mail to manager+code@example.org arrives here: \"yes\", \"no\", or \"-\" where the "
               "server takes a hyphen for the plus. Everything works with \"no\".",
               "", "yes no -"},
    SettingKey{"mailbox.*.since", date, optional, "",
               "At the first start, mail from that day on is looked at. Without it only what is new.",
               "2026-11-01", ""},
    SettingKey{"mailbox.*.size_max", size, optional, "\"10 MB\"",
               "A larger mail is not downloaded; a human is told.", "", "", 64 * 1024, 10 * megabyte},
    SettingKey{"mailbox.*.idle", yes, optional, "true",
               "Waits for news with IDLE where the server offers it.", "", ""},
    SettingKey{"mailbox.*.poll", span, optional, "\"5 minutes\"",
               "Looks for news this often in any case, for connections die silently.", "", "", 1, hour},

    SettingKey{"mailbox.*.imap.host", text, required, "", "The server's name.", "\"imap.example.org\"", ""},
    SettingKey{"mailbox.*.imap.port", number, optional, "993", "Its port.", "", "", 1, 65535},
    SettingKey{"mailbox.*.imap.tls", choice, optional, "\"implicit\"",
               "\"implicit\" (port 993), \"starttls\" (port 143), or \"none\", towards this machine only.",
               "", "implicit starttls none"},
    SettingKey{"mailbox.*.imap.ca_file", path, optional, "",
               "Certificates that the server's is checked against, instead of the system's.",
               "\"/etc/mentord/ca.pem\"", ""},
    SettingKey{"mailbox.*.imap.user", text, required, "", "The login name.", "\"manager@example.org\"", ""},
    SettingKey{"mailbox.*.imap.password_file", path, SettingNeed::sample, "",
               "The file whose first line is the password. Exactly one of the four ways must be given.",
               "\"/etc/mentord/office.password\"", ""},
    SettingKey{"mailbox.*.imap.password_command", command, optional, "",
               "Or: the command whose first line is the password; no shell.",
               "[\"/usr/bin/pass\", \"show\", \"office\"]", ""},
    SettingKey{"mailbox.*.imap.credential", name, optional, "",
               "Or: the name of a systemd credential (LoadCredential=).", "\"office-password\"", ""},
    SettingKey{"mailbox.*.imap.token_command", command, optional, "",
               "Or: the command whose first line is an OAuth2 access token.",
               "[\"/usr/local/bin/office-token\"]", ""},

    SettingKey{"mailbox.*.folder.inbox", text, optional, "\"INBOX\"", "Where mail arrives.", "", ""},
    SettingKey{"mailbox.*.folder.request", text, optional, "\"Mentoring/Requests\"",
               "A mail that the manager drags here opens a case.", "", ""},
    SettingKey{"mailbox.*.folder.done", text, optional, "\"Mentoring/Done\"",
               "Where mail of ours goes that has been dealt with.", "", ""},
    SettingKey{"mailbox.*.folder.junk", text, optional, "\"Junk\"",
               "Watched for answers to our letters that were taken for junk; \"\" watches none.", "", ""},
    SettingKey{"mailbox.*.folder.move_done", yes, optional, "true",
               "Moves what has been dealt with to `done`; with false it stays where it is.", "", ""},

    SettingKey{
        "mailbox.*.trust.authserv_id", text, optional, "",
        "The name that your own server writes at the beginning of Authentication-Results; \"\" where it "
        "writes none. `mentord check --mail FILE` shows it for a mail you have received.",
        "\"mx.example.org\"", ""},
    SettingKey{
        "mailbox.*.trust.fields", choice, optional, "\"topmost\"",
        "\"topmost\" reads the first such field of a mail only; \"ours\" each with that name, right only "
        "where your server removes forged ones.",
        "", "topmost ours"},
    SettingKey{
        "mailbox.*.trust.methods", choices, optional, "[]",
        "What is accepted as proof: \"dmarc\", \"dkim\" (aligned with From), \"auth\" (logged in as From). "
        "With none, each decision of an office is confirmed by a second mail.",
        "[\"dmarc\", \"dkim\"]", "dmarc dkim auth"},

    SettingKey{"mailbox.*.smtp.host", text, required, "", "The server's name.", "\"smtp.example.org\"", ""},
    SettingKey{"mailbox.*.smtp.port", number, optional, "465", "Its port.", "", "", 1, 65535},
    SettingKey{"mailbox.*.smtp.tls", choice, optional, "\"implicit\"",
               "\"implicit\" (port 465), \"starttls\" (port 587), or \"none\", towards this machine only.",
               "", "implicit starttls none"},
    SettingKey{"mailbox.*.smtp.ca_file", path, optional, "",
               "Certificates that the server's is checked against, instead of the system's.",
               "\"/etc/mentord/ca.pem\"", ""},
    SettingKey{"mailbox.*.smtp.login", choice, optional, "\"as-imap\"",
               "\"as-imap\" logs in as above, \"own\" as the next keys say, \"none\" not at all.", "",
               "as-imap own none"},
    SettingKey{"mailbox.*.smtp.user", text, optional, "", "The login name.", "\"manager@example.org\"", ""},
    SettingKey{"mailbox.*.smtp.password_file", path, optional, "", "As above.",
               "\"/etc/mentord/smtp.password\"", ""},
    SettingKey{"mailbox.*.smtp.password_command", command, optional, "", "As above.",
               "[\"/usr/bin/pass\", \"show\", \"smtp\"]", ""},
    SettingKey{"mailbox.*.smtp.credential", name, optional, "", "As above.", "\"smtp-password\"", ""},
    SettingKey{"mailbox.*.smtp.token_command", command, optional, "", "As above.",
               "[\"/usr/local/bin/smtp-token\"]", ""},
    SettingKey{"mailbox.*.smtp.per_minute", number, optional, "30",
               "At most so many letters a minute; the others wait.", "", "", 1, 100'000},
    SettingKey{"mailbox.*.smtp.per_day", number, optional, "500",
               "At most so many letters a day; the others wait.", "", "", 1, 10'000'000},
    SettingKey{"mailbox.*.smtp.connections", number, optional, "1", "At most so many connections at a time.",
               "", "", 1, 4},
    SettingKey{"mailbox.*.smtp.verp", yes, optional, "false",
               "Gives each letter a return path of its own, so that a bounce names its letter. Needs `plus`.",
               "", ""},

    SettingKey{"alarm.persons", addresses, required, "",
               "At least two humans who are written to when somebody may be in danger, or when the daemon "
               "cannot go on.",
               "[\"ruth@example.org\", \"karl@example.org\"]", ""},
    SettingKey{"alarm.command", command, optional, "",
               "A second way to reach them: a command that gets the alarm on its standard input. It never "
               "quotes a mail.",
               "[\"/usr/local/bin/page-us\"]", ""},

    SettingKey{"human.manager", text, required, "", "Who can be called: the manager's name.",
               "\"Ruth Adams\"", ""},
    SettingKey{"human.phone", text, required, "", "Her telephone number.", "\"+1 555 0100\"", ""},

    SettingKey{
        "helplines.*", text, required, "",
        "What a person in distress is told, by country as in the roster (US, CA, MX …); `other` is for "
        "every other country and must be there. The text that is shipped counts as none.",
        "\"PLACEHOLDER: the helplines of your country, with numbers\"", ""},

    SettingKey{"store.file", path, optional, "\"/var/lib/mentord/mentord.db\"", "The database.", "", ""},
    SettingKey{"store.key_credential", name, optional, "\"store-key\"",
               "The systemd credential with the key that mail and letters are sealed with.", "", ""},
    SettingKey{"store.key_file", path, optional, "\"/etc/mentord/store.key\"",
               "The file that holds the key, read where systemd hands no credential over.", "", ""},

    SettingKey{"backup.folder", path, optional, "\"/var/backups/mentord\"",
               "Where the daily copy goes; the key is never in it. \"\" makes none.", "", ""},
    SettingKey{"backup.keep", span, optional, "\"30 days\"", "How long copies are kept.", "", "", day, year},

    SettingKey{"retention.raw_mail", span, optional, "\"14 days\"",
               "Mail as it came, with its attachments, after the decision.", "", "", 0, 10 * year},
    SettingKey{"retention.words", span, optional, "\"90 days\"",
               "Request, guidelines and statement, after the case has closed.", "", "", 0, 10 * year},
    SettingKey{"retention.evaluations", span, optional, "\"12 months\"",
               "Words of an evaluation, after its concerns were addressed.", "", "", 0, 10 * year},
    SettingKey{"retention.dates", span, optional, "\"3 years\"",
               "Dates of meetings and decisions; afterwards only counts are left.", "", "", 0, 30 * year},
    SettingKey{"retention.held", span, optional, "\"30 days\"", "Mail that was held or could not be read.",
               "", "", day, 10 * year},
    SettingKey{
        "retention.folders", span, optional, "\"30 days\"",
        "Mail that was moved to `done`, after it arrived; only mails with our keyword are erased. A copy "
        "of the store that is older cannot be brought up to date from the mailbox.",
        "", "", 0, 10 * year},

    SettingKey{
        "letters.rest", span, optional, "",
        "A letter that discloses or invites rests that long, and UNDO stops it. Without it each programme "
        "says how long.",
        "\"20 minutes\"", "", 0, day},
    SettingKey{"letters.member_a_month", number, optional, "2",
               "Unasked letters to a member or mentor a month.", "", "", 0, 100},
    SettingKey{"letters.owner_a_day", number, optional, "1",
               "Unasked letters to a chair or another office a working day.", "", "", 1, 100},
    SettingKey{"letters.answers_a_day", number, optional, "10",
               "Automatic answers of one kind to one address a day.", "", "", 1, 1000},
    SettingKey{"letters.quiet_from", time, optional, "\"20:00\"",
               "No letters but receipts and alarms from that hour of the receiver's day …", "", ""},
    SettingKey{"letters.quiet_until", time, optional, "\"07:00\"", "… until that one.", "", ""},

    SettingKey{"log.level", choice, optional, "\"info\"",
               "\"error\", \"warning\", \"info\" or \"debug\". No level logs words of a mail.", "",
               "error warning info debug"},

    SettingKey{
        "clock.file", path, optional, "",
        "Takes the time from this file (\"2026-11-22T09:00:00Z\") and not from the system. Refused unless "
        "every server is on this machine.",
        "\"clock\"", ""},
};

std::string_view take_part(std::string_view& rest) {
    const auto dot = rest.find('.');
    const auto part = rest.substr(0, dot);
    rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
    return part;
}

// What is left of the pattern "mailbox.*.imap.host" below the path "mailbox.office"; nothing where the path
// does not lead there.
std::optional<std::string_view> below(std::string_view pattern, std::string_view path) {
    while (!path.empty()) {
        if (pattern.empty()) return std::nullopt;
        const auto wanted = take_part(pattern), found = take_part(path);
        if (wanted != found && (wanted != "*" || found.empty())) return std::nullopt;
    }
    return pattern;
}

constexpr bool names_are_unique() {
    for (std::size_t i = 0; i < keys.size(); ++i)
        for (std::size_t j = i + 1; j < keys.size(); ++j)
            if (keys[i].name == keys[j].name) return false;
    return true;
}
static_assert(names_are_unique());

}

std::span<const SettingKey> setting_keys() {
    return keys;
}

std::span<const SettingSection> setting_sections() {
    return sections;
}

const SettingKey* setting_key(std::string_view path) {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const SettingKey& each) {
        const auto rest = below(each.name, path);
        return rest && rest->empty();
    });
    return found == keys.end() ? nullptr : &*found;
}

bool is_setting_section(std::string_view path) {
    return std::any_of(keys.begin(), keys.end(), [&](const SettingKey& each) {
        const auto rest = below(each.name, path);
        return rest && !rest->empty();
    });
}

std::vector<std::string> setting_names_below(std::string_view path) {
    std::vector<std::string> names;
    for (const SettingKey& each : keys) {
        auto rest = below(each.name, path);
        if (!rest || rest->empty()) continue;
        const std::string name(take_part(*rest));
        if (name != "*" && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

std::string_view section_of(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

std::string_view last_part(std::string_view name) {
    const auto dot = name.rfind('.');
    return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

}
