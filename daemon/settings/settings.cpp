// SPDX-License-Identifier: MIT
#include "daemon/settings/settings.h"

#include <algorithm>
#include <string>

#include "daemon/settings/setting_tree.h"
#include "daemon/settings/settings_rules.h"
#include "daemon/settings/toml_reading.h"

namespace mentoring {

namespace {

Tls tls_from(const std::string& word) {
    return word == "none" ? Tls::none : word == "starttls" ? Tls::starttls : Tls::implicit;
}

PlusAddressing plus_from(const std::string& word) {
    return word == "yes" ? PlusAddressing::yes : word == "-" ? PlusAddressing::dash : PlusAddressing::no;
}

LogLevel level_from(const std::string& word) {
    if (word == "error") return LogLevel::error;
    if (word == "warning") return LogLevel::warning;
    return word == "debug" ? LogLevel::debug : LogLevel::info;
}

std::chrono::days days_of(std::chrono::seconds span) {
    return std::chrono::ceil<std::chrono::days>(span);
}

LoginSettings login_from(const SettingTree& tree, const std::string& server) {
    LoginSettings login;
    login.user = tree.text(server + ".user");
    const auto use = [&](LoginKind kind, const std::string& key) {
        if (!tree.given(server + key)) return false;
        login.kind = kind;
        return true;
    };
    if (use(LoginKind::password_file, ".password_file"))
        login.source = tree.path(server + ".password_file").string();
    if (use(LoginKind::credential, ".credential")) login.source = tree.text(server + ".credential");
    if (use(LoginKind::password_command, ".password_command"))
        login.command = tree.texts(server + ".password_command");
    if (use(LoginKind::token_command, ".token_command"))
        login.command = tree.texts(server + ".token_command");
    return login;
}

ServerSettings server_from(const SettingTree& tree, const std::string& server) {
    ServerSettings result;
    result.host = tree.text(server + ".host");
    result.port = static_cast<std::uint16_t>(tree.number(server + ".port"));
    result.tls = tls_from(tree.text(server + ".tls"));
    result.ca_file = tree.path(server + ".ca_file");
    return result;
}

ServerSettings smtp_from(const SettingTree& tree, const std::string& mailbox, const LoginSettings& imap) {
    ServerSettings smtp = server_from(tree, mailbox + ".smtp");
    const std::string login = tree.text(mailbox + ".smtp.login");
    if (login == "as-imap") smtp.login = imap;
    if (login == "own") smtp.login = login_from(tree, mailbox + ".smtp");
    return smtp;
}

FolderSettings folders_from(const SettingTree& tree, const std::string& folder) {
    return {tree.text(folder + ".inbox"), tree.text(folder + ".request"), tree.text(folder + ".done"),
            tree.text(folder + ".junk"), tree.yes(folder + ".move_done")};
}

TrustSettings trust_from(const SettingTree& tree, const std::string& trust) {
    TrustSettings result;
    result.authserv_id = tree.text(trust + ".authserv_id");
    if (tree.text(trust + ".fields") == "ours") result.fields = ResultFields::ours;
    for (const std::string& each : tree.texts(trust + ".methods"))
        for (const TrustMethod method : {TrustMethod::dmarc, TrustMethod::dkim, TrustMethod::auth})
            if (to_string(method) == each) result.methods.insert(method);
    return result;
}

MailboxSettings mailbox_from(const SettingTree& tree, const std::string& name) {
    const std::string section = "mailbox." + name;
    MailboxSettings mailbox;
    mailbox.name = name;
    mailbox.address = tree.address(section + ".address").value_or(Address());
    mailbox.display_name = tree.text(section + ".display_name");
    mailbox.imap = server_from(tree, section + ".imap");
    mailbox.imap.login = login_from(tree, section + ".imap");
    mailbox.folders = folders_from(tree, section + ".folder");
    mailbox.idle = tree.yes(section + ".idle");
    mailbox.poll = tree.span(section + ".poll");
    mailbox.since = tree.date(section + ".since");
    mailbox.size_max = static_cast<std::uint64_t>(tree.octets(section + ".size_max"));
    mailbox.plus = plus_from(tree.text(section + ".plus"));
    mailbox.trust = trust_from(tree, section + ".trust");
    mailbox.smtp = smtp_from(tree, section, mailbox.imap.login);
    mailbox.verp = tree.yes(section + ".smtp.verp");
    mailbox.limits = {static_cast<int>(tree.number(section + ".smtp.per_minute")),
                      static_cast<int>(tree.number(section + ".smtp.per_day")),
                      static_cast<int>(tree.number(section + ".smtp.connections"))};
    return mailbox;
}

ProgramSettings program_settings_from(const SettingTree& tree, const std::string& name) {
    const std::string section = "program." + name;
    ProgramSettings program;
    program.name = name;
    program.file = tree.path(section + ".file");
    program.mailbox = tree.text(section + ".mailbox");
    for (const std::string& office : tree.names(section + ".holders"))
        if (const auto address = tree.address(section + ".holders." + office))
            program.holders[office] = *address;
    return program;
}

HumanSettings human_from(const SettingTree& tree) {
    HumanSettings human{tree.text("human.manager"), tree.text("human.phone"), {}};
    for (const std::string& country : tree.names("helplines"))
        human.helplines[country] = tree.text("helplines." + country);
    return human;
}

StoreSettings store_from(const SettingTree& tree) {
    StoreSettings store;
    store.file = tree.path("store.file");
    store.key_file = tree.path("store.key_file");
    store.key_credential = tree.text("store.key_credential");
    store.backup_folder = tree.path("backup.folder");
    store.backup_keep = days_of(tree.span("backup.keep"));
    return store;
}

RetentionSettings retention_from(const SettingTree& tree) {
    const auto days = [&](const char* key) { return days_of(tree.span(std::string("retention.") + key)); };
    return {days("raw_mail"), days("words"), days("evaluations"),
            days("dates"),    days("held"),  days("folders")};
}

LetterBudget budget_from(const SettingTree& tree) {
    LetterBudget budget;
    if (tree.given("letters.rest")) budget.rest = tree.span("letters.rest");
    budget.member_a_month = static_cast<int>(tree.number("letters.member_a_month"));
    budget.owner_a_day = static_cast<int>(tree.number("letters.owner_a_day"));
    budget.answers_a_day = static_cast<int>(tree.number("letters.answers_a_day"));
    budget.quiet_from = tree.time("letters.quiet_from");
    budget.quiet_until = tree.time("letters.quiet_until");
    return budget;
}

template <class Named>
const Named* named(const std::vector<Named>& all, std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Named& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}

Settings settings_from(std::string_view text, const std::filesystem::path& file, Faults& faults) {
    Settings settings;
    settings.file = file;
    const auto table = toml_from(text, file.filename().string(), faults);
    if (!table) return settings;
    const SettingTree tree(*table, file, faults);
    for (const std::string& name : tree.names("mailbox"))
        settings.mailboxes.push_back(mailbox_from(tree, name));
    for (const std::string& name : tree.names("program"))
        settings.programs.push_back(program_settings_from(tree, name));
    settings.evaluation_mailbox = tree.text("evaluation.mailbox");
    settings.templates = tree.path("templates");
    settings.words = tree.path("words");
    settings.alarm = {tree.addresses("alarm.persons"), tree.texts("alarm.command")};
    settings.human = human_from(tree);
    settings.store = store_from(tree);
    settings.retention = retention_from(tree);
    settings.budget = budget_from(tree);
    settings.log_level = level_from(tree.text("log.level"));
    settings.clock_file = tree.path("clock.file");
    judge_settings(settings, tree);
    return settings;
}

Settings load_settings(const std::filesystem::path& file, Faults& faults) {
    const auto text = settings_text(file, faults);
    if (text) return settings_from(*text, file, faults);
    Settings settings;
    settings.file = file;
    return settings;
}

const MailboxSettings* mailbox_named(const Settings& settings, std::string_view name) {
    return named(settings.mailboxes, name);
}

const ProgramSettings* program_named(const Settings& settings, std::string_view name) {
    return named(settings.programs, name);
}

bool all_on_loopback(const Settings& settings) {
    return std::all_of(settings.mailboxes.begin(), settings.mailboxes.end(), [](const MailboxSettings& each) {
        return on_loopback(each.imap) && on_loopback(each.smtp);
    });
}

bool on_loopback(const ServerSettings& server) {
    const std::string& host = server.host;
    return host == "localhost" || host == "::1" || host == "[::1]" || host.substr(0, 4) == "127.";
}

}
