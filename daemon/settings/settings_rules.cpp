// SPDX-License-Identifier: MIT
#include "daemon/settings/settings_rules.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace mentoring {

namespace {

constexpr std::size_t alarm_persons_least = 2;

std::vector<std::string> mailbox_names(const Settings& settings) {
    std::vector<std::string> names;
    for (const MailboxSettings& each : settings.mailboxes) names.push_back(each.name);
    return names;
}

void judge_login(const SettingTree& tree, const std::string& server) {
    std::string first;
    for (const std::string key : {".password_file", ".password_command", ".credential", ".token_command"}) {
        if (!tree.given(server + key)) continue;
        if (!first.empty())
            tree.fault(server + key, "two ways to the password: " + first.substr(1) + " and " + key.substr(1),
                       "leave one");
        if (first.empty()) first = key;
    }
    if (first.empty())
        tree.fault(server + ".user", "no way to the password",
                   "say one of password_file, password_command, credential, token_command");
}

void judge_tls(const SettingTree& tree, const std::string& section, const ServerSettings& server) {
    if (server.tls == Tls::none && !server.host.empty() && !on_loopback(server))
        tree.fault(section + ".tls", "tls = \"none\" towards " + server.host,
                   "passwords and letters would be readable on the way; say \"implicit\" or \"starttls\"");
}

void judge_smtp_login(const SettingTree& tree, const std::string& section) {
    const std::string login = tree.text(section + ".login");
    if (login == "own") {
        if (tree.text(section + ".user").empty())
            tree.fault(section + ".user", "user is missing", "login = \"own\" needs it");
        return judge_login(tree, section);
    }
    for (const std::string key :
         {".user", ".password_file", ".password_command", ".credential", ".token_command"})
        if (tree.given(section + key))
            tree.fault(section + key, key.substr(1) + " is not used with login = \"" + login + "\"",
                       "say login = \"own\"");
}

void judge_trust(const SettingTree& tree, const std::string& section, const TrustSettings& trust) {
    if (!trust.methods.empty() && !tree.given(section + ".authserv_id"))
        tree.fault(section + ".authserv_id", "authserv_id is missing, anybody could vouch for anybody",
                   "say your server's name, or \"\" where it writes none");
    if (trust.fields == ResultFields::ours && trust.authserv_id.empty())
        tree.fault(section + ".fields", "fields = \"ours\" needs the server's name",
                   "say authserv_id, or fields = \"topmost\"");
}

void judge_folders(const SettingTree& tree, const std::string& section, const FolderSettings& folders) {
    std::set<std::string> seen;
    const std::array<std::pair<const char*, const std::string*>, 4> all{{{".inbox", &folders.inbox},
                                                                         {".request", &folders.request},
                                                                         {".done", &folders.done},
                                                                         {".junk", &folders.junk}}};
    for (const auto& [key, folder] : all) {
        const bool optional = std::string_view(key) == ".junk";
        if (folder->empty() && !optional) tree.fault(section + key, std::string(key).substr(1) + " is empty");
        if (!folder->empty() && !seen.insert(*folder).second)
            tree.fault(section + key, "two uses for one folder: \"" + *folder + "\"", "each needs its own");
    }
}

void judge_mailbox(const SettingTree& tree, const MailboxSettings& mailbox) {
    const std::string section = "mailbox." + mailbox.name;
    judge_login(tree, section + ".imap");
    judge_smtp_login(tree, section + ".smtp");
    judge_tls(tree, section + ".imap", mailbox.imap);
    judge_tls(tree, section + ".smtp", mailbox.smtp);
    judge_trust(tree, section + ".trust", mailbox.trust);
    judge_folders(tree, section + ".folder", mailbox.folders);
    if (mailbox.verp && mailbox.plus == PlusAddressing::no)
        tree.fault(section + ".smtp.verp", "verp needs plus = \"yes\" or \"-\"", "");
}

void judge_mailboxes(const Settings& settings, const SettingTree& tree) {
    if (settings.mailboxes.empty()) tree.fault("mailbox", "no mailbox", "say [mailbox.office]");
    std::set<std::string> addresses;
    for (const MailboxSettings& each : settings.mailboxes) {
        judge_mailbox(tree, each);
        const bool known = !each.address.local.empty();
        if (known && !addresses.insert(to_string(each.address)).second)
            tree.fault("mailbox." + each.name + ".address", "two mailboxes with one address",
                       "two programmes may name the same mailbox");
    }
}

void judge_mailbox_name(const Settings& settings, const SettingTree& tree, const std::string& path,
                        const std::string& name) {
    if (name.empty() || mailbox_named(settings, name) != nullptr) return;
    tree.fault(path, "mailbox = \"" + name + "\": no such mailbox",
               did_you_mean(name, mailbox_names(settings)));
}

void judge_programs(const Settings& settings, const SettingTree& tree) {
    if (settings.programs.empty()) tree.fault("program", "no programme", "say [program.balance]");
    for (const ProgramSettings& each : settings.programs) {
        judge_mailbox_name(settings, tree, "program." + each.name + ".mailbox", each.mailbox);
        if (!settings.evaluation_mailbox.empty() && settings.evaluation_mailbox == each.mailbox)
            tree.fault("evaluation.mailbox",
                       "is the mailbox that [program." + each.name + "] uses for everything",
                       "evaluations need one that nobody else reads");
    }
}

void judge_evaluation(const Settings& settings, const SettingTree& tree) {
    judge_mailbox_name(settings, tree, "evaluation.mailbox", settings.evaluation_mailbox);
    if (settings.evaluation_mailbox.empty())
        tree.warning("evaluation.mailbox", "no mailbox of their own for evaluations and concerns",
                     "the letters will say who could see an answer");
}

void judge_alarm(const Settings& settings, const SettingTree& tree) {
    if (!tree.given("alarm.persons")) return;
    std::set<std::string> different;
    for (const Address& each : settings.alarm.persons) different.insert(to_string(each));
    if (different.size() < alarm_persons_least)
        tree.fault("alarm.persons", "fewer than two different alarm persons", "one may be ill or asleep");
}

// C1: nobody is left with our placeholder in her worst hour.
void judge_helplines(const Settings& settings, const SettingTree& tree) {
    if (settings.human.helplines.count("other") == 0)
        tree.fault("helplines.other", "no helplines",
                   "say other = \"…\", with numbers, for every country not named");
    if (!settings.clock_file.empty()) return;
    for (const auto& [country, text] : settings.human.helplines)
        if (text.compare(0, placeholder_text.size(), placeholder_text) == 0)
            tree.fault("helplines." + country, country + " is still the text that is shipped",
                       "write the helplines of that country, with numbers");
}

void judge_rest(const Settings& settings, const SettingTree& tree) {
    if (!settings.clock_file.empty() && !all_on_loopback(settings))
        tree.fault("clock.file", "a turned clock with servers that are not on this machine",
                   "real people would get letters at the wrong time");
}

}

void judge_settings(const Settings& settings, const SettingTree& tree) {
    judge_mailboxes(settings, tree);
    judge_programs(settings, tree);
    judge_evaluation(settings, tree);
    judge_alarm(settings, tree);
    judge_helplines(settings, tree);
    judge_rest(settings, tree);
}

}
