// SPDX-License-Identifier: MIT
#include "daemon/settings/settings.h"

#include <fstream>
#include <iterator>
#include <map>

#include <catch2/catch.hpp>

#include "daemon/settings/settings_keys.h"
#include "daemon/settings/settings_reference.h"

using namespace mentoring;

namespace {

const std::string sound = R"(templates = "letters"
[program.balance]
file = "balance.toml"
mailbox = "office"
[program.balance.holders]
chair = "Chair@Example.org"
[evaluation]
mailbox = "president"
[mailbox.office]
address = "manager@example.org"
plus = "yes"
since = 2026-11-01
[mailbox.office.imap]
host = "imap.example.org"
user = "manager"
password_file = "office.password"
[mailbox.office.trust]
authserv_id = "mx.example.org"
methods = ["dmarc", "dkim"]
[mailbox.office.smtp]
host = "smtp.example.org"
port = 587
tls = "starttls"
per_day = 200
verp = true
[mailbox.president]
address = "evaluation@example.org"
imap = { host = "127.0.0.1", port = 1143, tls = "none", user = "president", token_command = ["/bin/token", "x"] }
smtp = { host = "::1", tls = "none", login = "none" }
[alarm]
persons = ["ruth@example.org", "karl@example.org"]
command = ["/bin/page"]
[human]
manager = "Ruth Adams"
phone = "+1 555 0100"
[helplines]
US = "Call 555."
other = "Call a doctor."
[retention]
dates = "2 years"
[letters]
quiet_from = "21:30"
)";

Settings settings_of(const std::string& text, Faults& faults) {
    return settings_from(text, "/etc/mentord/mentord.toml", faults);
}

std::string all(const Faults& faults) {
    std::string lines;
    for (const Fault& each : faults) lines += to_string(each) + "\n";
    return lines;
}

// The sound settings with one line replaced by another.
std::string with(const std::string& line, const std::string& instead) {
    std::string text = sound;
    const auto at = text.find(line);
    REQUIRE(at != std::string::npos);
    return text.replace(at, line.size(), instead);
}

void bad(const std::string& line, const std::string& instead, const std::string& fault) {
    Faults faults;
    settings_of(with(line, instead), faults);
    CHECK(all(faults) == fault + "\n");
}

}

TEST_CASE("sound settings are read as they stand, with defaults for the rest") {
    Faults faults;
    const Settings settings = settings_of(sound, faults);
    REQUIRE(all(faults) == "");
    CHECK(settings.templates == "/etc/mentord/letters");
    CHECK(settings.words == "/usr/share/mentord/words");
    REQUIRE(settings.programs.size() == 1);
    CHECK(settings.programs[0].file == "/etc/mentord/balance.toml");
    CHECK(to_string(settings.programs[0].holders.at("chair")) == "Chair@example.org");
    CHECK(settings.evaluation_mailbox == "president");
    REQUIRE(settings.mailboxes.size() == 2);
    const MailboxSettings& office = settings.mailboxes[0];
    CHECK(office.imap.port == 993);
    CHECK(office.imap.tls == Tls::implicit);
    CHECK(office.imap.login.kind == LoginKind::password_file);
    CHECK(office.imap.login.source == "/etc/mentord/office.password");
    CHECK(office.smtp.tls == Tls::starttls);
    CHECK(office.smtp.login.user == "manager");
    CHECK(office.plus == PlusAddressing::yes);
    CHECK(iso_date(*office.since) == "2026-11-01");
    CHECK(office.size_max == 10U * 1024 * 1024);
    CHECK(office.poll == std::chrono::minutes(5));
    CHECK(office.trust ==
          TrustSettings{"mx.example.org", ResultFields::topmost, {TrustMethod::dmarc, TrustMethod::dkim}});
    CHECK(office.limits.per_day == 200);
    CHECK(office.limits.per_minute == 30);
    const MailboxSettings& president = settings.mailboxes[1];
    CHECK(president.imap.login.command == std::vector<std::string>{"/bin/token", "x"});
    CHECK(president.smtp.login.kind == LoginKind::none);
    CHECK(president.smtp.login.user.empty());
    CHECK(settings.human.helplines.at("US") == "Call 555.");
    CHECK(settings.retention.dates == std::chrono::days(730));
    CHECK(settings.retention.raw_mail == std::chrono::days(14));
    CHECK(settings.budget.quiet_from == std::chrono::minutes(21 * 60 + 30));
    CHECK_FALSE(settings.budget.rest);
    CHECK(settings.store.key_credential == "store-key");
    CHECK(mailbox_named(settings, "president") == &president);
    CHECK(program_named(settings, "balanse") == nullptr);
    CHECK_FALSE(all_on_loopback(settings));
}

TEST_CASE("each fault names its line, what is wrong and what was probably meant") {
    bad("plus = \"yes\"", "plsu = \"yes\"\nverp = true",
        "mentord.toml:11: [mailbox.office] \"plsu\": no such key; did you mean \"plus\"?\n"
        "mentord.toml:12: [mailbox.office] \"verp\": no such key\n"
        "mentord.toml:26: [mailbox.office.smtp] verp needs plus = \"yes\" or \"-\"");
    bad("[letters]", "[leters]", "mentord.toml:41: \"leters\": no such section; did you mean \"letters\"?");
    bad("quiet_from = \"21:30\"", "quiet_from = \"21:60\"",
        "mentord.toml:42: [letters] quiet_from: \"21:60\" is no time of day; say \"20:00\"");
    bad("port = 587", "port = 70000", "mentord.toml:22: [mailbox.office.smtp] port: 70000 is too large");
    bad("port = 587", "port = \"587\"",
        "mentord.toml:22: [mailbox.office.smtp] port: is a text, not a number");
    bad("tls = \"starttls\"", "tls = \"startls\"",
        "mentord.toml:23: [mailbox.office.smtp] tls: \"startls\" is none of its words; did you mean "
        "\"starttls\"?");
    bad("dates = \"2 years\"", "dates = \"2 ages\"",
        "mentord.toml:40: [retention] dates: \"2 ages\" is no span of time; say \"20 minutes\" or \"14 "
        "days\"");
    bad("dates = \"2 years\"", "held = \"5 minutes\"",
        "mentord.toml:40: [retention] held: \"5 minutes\" is too small");
    bad("address = \"manager@example.org\"", "address = \"Ruth <manager@example.org>\"",
        "mentord.toml:10: [mailbox.office] address: \"Ruth <manager@example.org>\" is no mail address; say "
        "name@example.org, without a name beside it");
    bad("since = 2026-11-01", "since = \"2026-11-01\"",
        "mentord.toml:12: [mailbox.office] since: is a text, not a date such as 2026-11-22, without quotes");
    bad("methods = [\"dmarc\", \"dkim\"]", "methods = [\"dmark\"]",
        "mentord.toml:19: [mailbox.office.trust] methods: \"dmark\" is none of its words; did you mean "
        "\"dmarc\"?");
    bad("command = [\"/bin/page\"]", "command = [\"page\"]",
        "mentord.toml:32: [alarm] command: does not begin with an absolute path; no shell is used: "
        "[\"/usr/bin/program\", \"argument\"]");
    bad("manager = \"Ruth Adams\"", "manager = \"Ruth\\nBcc: all@example.org\"",
        "mentord.toml:34: [human] manager: holds a line end or another control");
    bad("host = \"imap.example.org\"\n", "",
        "mentord.toml:13: [mailbox.office.imap] host is missing; for example host = \"imap.example.org\"");
}

TEST_CASE("what does not fit together is a fault") {
    bad("mailbox = \"office\"", "mailbox = \"ofice\"",
        "mentord.toml:4: [program.balance] mailbox = \"ofice\": no such mailbox; did you mean \"office\"?");
    bad("mailbox = \"president\"", "mailbox = \"office\"",
        "mentord.toml:8: [evaluation] is the mailbox that [program.balance] uses for everything; evaluations "
        "need one that nobody else reads");
    bad("tls = \"starttls\"", "tls = \"none\"",
        "mentord.toml:23: [mailbox.office.smtp] tls = \"none\" towards smtp.example.org; passwords and "
        "letters "
        "would be readable on the way; say \"implicit\" or \"starttls\"");
    bad("authserv_id = \"mx.example.org\"\n", "",
        "mentord.toml:17: [mailbox.office.trust] authserv_id is missing, anybody could vouch for anybody; "
        "say "
        "your server's name, or \"\" where it writes none");
    bad("authserv_id = \"mx.example.org\"", "authserv_id = \"\"\nfields = \"ours\"",
        "mentord.toml:19: [mailbox.office.trust] fields = \"ours\" needs the server's name; say authserv_id, "
        "or "
        "fields = \"topmost\"");
    bad("address = \"evaluation@example.org\"", "address = \"manager@example.org\"",
        "mentord.toml:27: [mailbox.president] two mailboxes with one address; two programmes may name the "
        "same "
        "mailbox");
    bad("\"karl@example.org\"", "\"ruth@example.org\"",
        "mentord.toml:31: [alarm] fewer than two different alarm persons; one may be ill or asleep");
    bad("US = \"Call 555.\"", "US = \"PLACEHOLDER: the helplines\"",
        "mentord.toml:37: [helplines] US is still the text that is shipped; write the helplines of that "
        "country, "
        "with numbers");
    bad("other = \"Call a doctor.\"", "MX = \"Call a doctor.\"",
        "mentord.toml:36: [helplines] no helplines; say other = \"…\", with numbers, for every country not "
        "named");
    bad("[letters]", "[clock]\nfile = \"clock\"\n[letters]",
        "mentord.toml:42: [clock] a turned clock with servers that are not on this machine; real people "
        "would "
        "get letters at the wrong time");
    bad("[letters]", "[mailbox.office.folder]\ndone = \"INBOX\"\n[letters]",
        "mentord.toml:42: [mailbox.office.folder] two uses for one folder: \"INBOX\"; each needs its own");
    bad("[evaluation]\nmailbox = \"president\"\n", "",
        "mentord.toml: warning: [evaluation] no mailbox of their own for evaluations and concerns; the "
        "letters "
        "will say who could see an answer");
}

TEST_CASE("a password in the file is refused, wherever it stands") {
    bad("user = \"manager\"", "user = \"manager\"\npassword = \"x\"",
        "mentord.toml:16: [mailbox.office.imap] a password does not belong into this file; put it into a "
        "file of "
        "its own and say password_file, or use credential");
    bad("[letters]", "[store]\ntoken = \"x\"\n[letters]",
        "mentord.toml:42: [store] a token does not belong into this file; put it into a file of its own and "
        "say "
        "password_file, or use credential");
    Faults faults;
    settings_of(with("user = \"manager\"", "user = \"manager\"\npassword = \"hunter2\""), faults);
    CHECK(all(faults).find("hunter2") == std::string::npos);
}

TEST_CASE("there is exactly one way to a password") {
    bad("password_file = \"office.password\"", "credential = \"x\"\npassword_file = \"y\"",
        "mentord.toml:16: [mailbox.office.imap] two ways to the password: password_file and credential; "
        "leave one");
    bad("password_file = \"office.password\"\n", "",
        "mentord.toml:15: [mailbox.office.imap] no way to the password; say one of password_file, "
        "password_command, credential, token_command");
    bad("port = 587", "user = \"other\"",
        "mentord.toml:22: [mailbox.office.smtp] user is not used with login = \"as-imap\"; say login = "
        "\"own\"");
    bad("port = 587", "login = \"own\"",
        "mentord.toml:20: [mailbox.office.smtp] user is missing; login = \"own\" needs it\n"
        "mentord.toml:20: [mailbox.office.smtp] no way to the password; say one of password_file, "
        "password_command, credential, token_command");
}

TEST_CASE("an empty file is missing everything, said at once") {
    Faults faults;
    settings_of("", faults);
    CHECK(all(faults) ==
          "mentord.toml: [alarm] persons is missing; for example persons = [\"ruth@example.org\", "
          "\"karl@example.org\"]\n"
          "mentord.toml: [human] manager is missing; for example manager = \"Ruth Adams\"\n"
          "mentord.toml: [human] phone is missing; for example phone = \"+1 555 0100\"\n"
          "mentord.toml: no mailbox; say [mailbox.office]\n"
          "mentord.toml: no programme; say [program.balance]\n"
          "mentord.toml: warning: [evaluation] no mailbox of their own for evaluations and concerns; the "
          "letters "
          "will say who could see an answer\n"
          "mentord.toml: [helplines] no helplines; say other = \"…\", with numbers, for every country not "
          "named\n");
}

TEST_CASE("a file that cannot be read or is no TOML is one fault") {
    Faults faults;
    load_settings("/nowhere/mentord.toml", faults);
    CHECK(all(faults) == "/nowhere/mentord.toml: cannot be read: No such file or directory\n");
    Faults syntax;
    settings_of("[mailbox\nx = 1\n", syntax);
    REQUIRE(syntax.size() == 1);
    CHECK(syntax[0].line == 1);
}

TEST_CASE("config/mentord.toml is what the table of keys says") {
    const std::string file = std::string(TESTS_FOLDER) + "/../config/mentord.toml";
    std::ifstream stream(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    CHECK(text == annotated_settings());
}

TEST_CASE("the shipped settings lack nothing but help texts of one's own") {
    Faults faults;
    settings_of(annotated_settings(), faults);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].severity == Severity::warning);
    CHECK(faults[1].text == "[helplines] other is still the text that is shipped");
}

TEST_CASE("every commented line of the shipped settings is sound when its mark is removed") {
    std::string text = annotated_settings();
    for (auto at = text.find("\n#"); at != std::string::npos; at = text.find("\n#", at + 1))
        if (text.substr(at, 3) != "\n# ") text.erase(at + 1, 1);
    Faults faults;
    settings_of(text, faults);
    const std::string lines = all(faults);
    for (const char* form : {"no such key", "no such section", "is missing", "is none of", "is no ", " is a ",
                             "too small", "too large"})
        CHECK(lines.find(form) == std::string::npos);
}

TEST_CASE("every key is explained, and stands in a section that is") {
    for (const SettingKey& key : setting_keys()) {
        INFO(key.name);
        CHECK(key.help.size() > 8);
        CHECK(key.help.back() != ' ');
        CHECK((!key.example.empty() || !key.otherwise.empty()));
        std::size_t sections = 0;
        for (const SettingSection& each : setting_sections()) sections += each.name == section_of(key.name);
        CHECK(sections == 1);
        CHECK(settings_reference().find(std::string(
                  last_part(key.name) == "*" ? "NAME" : last_part(key.name))) != std::string::npos);
    }
}

TEST_CASE("the reference keeps within 80 columns") {
    const std::string text = settings_reference();
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        CHECK(end - begin <= 80 + 4);  // "…" is three octets of one column
        begin = end + 1;
    }
}
