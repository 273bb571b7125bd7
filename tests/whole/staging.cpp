// SPDX-License-Identifier: MIT
#include "tests/whole/staging.h"

#include <exception>
#include <fstream>
#include <stdexcept>

namespace mentoring {

namespace {

// The third column is the first with an address in it; names hold no comma.
std::string address_in(const std::string& row) {
    const auto first = row.find(',', row.find(',') + 1) + 1;
    return row.substr(first, row.find(',', first) - first);
}

std::filesystem::path sample_roster() {
    return std::filesystem::path(CONFIG_FOLDER) / "sample-roster.csv";
}

std::vector<std::string> roster_addresses() {
    std::ifstream roster(sample_roster());
    std::vector<std::string> addresses;
    std::string row;
    std::getline(roster, row);
    while (std::getline(roster, row)) addresses.push_back(address_in(row));
    return addresses;
}

std::string second_address(const std::string& address) {
    return Play::address(Play::second_account(address.substr(0, address.find('@'))));
}

}

PlayFolder::~PlayFolder() {
    // After a failure it stays to be looked at; the exception names it.
    if (temporary && std::uncaught_exceptions() == 0) std::filesystem::remove_all(path);
}

PlayFolder play_folder(const std::filesystem::path& wanted) {
    if (!wanted.empty()) {
        std::filesystem::create_directories(wanted);
        return {wanted, false};
    }
    std::string name = (std::filesystem::temp_directory_path() / "mentord-play-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no folder can be made for the play");
    // The mail host runs as an ordinary user and has to reach its part of it.
    std::filesystem::permissions(name,
                                 std::filesystem::perms::group_exec | std::filesystem::perms::others_exec,
                                 std::filesystem::perm_options::add);
    return {name, true};
}

std::filesystem::path write_roster(const std::filesystem::path& folder, const PlayOptions& options) {
    if (!options.second_accounts) return sample_roster();
    std::ifstream from(sample_roster());
    const auto file = folder / "roster.csv";
    std::ofstream to(file);
    std::string row;
    std::getline(from, row);
    to << row << "\n";
    while (std::getline(from, row)) {
        const auto address = address_in(row);
        to << row.insert(row.find(address) + address.size(), ";" + second_address(address)) << "\n";
    }
    return file;
}

MailHost::Options host_options(const PlayOptions& options, const PlayFolder& folder) {
    MailHost::Options host;
    host.users = roster_addresses();
    if (options.second_accounts)
        for (const auto& each : roster_addresses()) host.users.push_back(second_address(each));
    for (const auto* each : {"eve", "stranger", "anna.at.home", "desk"})
        host.users.push_back(Play::address(each));
    host.sub_addresses = options.sub_addresses;
    host.folder = folder.path / "mailhost";
    return host;
}

namespace {

struct ProgramFiles {
    std::filesystem::path templates = TEMPLATES_FOLDER;
    std::filesystem::path program = std::filesystem::path(CONFIG_FOLDER) / "programs" / "balance.toml";
};

// The second programme is the first one under another name.
void copy_program(const std::filesystem::path& folder) {
    std::ifstream from(folder / "balance.toml");
    std::ofstream to(folder / "second.toml");
    for (std::string line; std::getline(from, line);) {
        if (line.starts_with("name ")) line = "name = \"second\"";
        if (line.starts_with("code ")) line = "code = \"Second\"";
        to << line << "\n";
    }
    std::filesystem::copy(folder / "templates" / "balance", folder / "templates" / "second",
                          std::filesystem::copy_options::recursive);
}

ProgramFiles program_files(const std::filesystem::path& folder, const PlayOptions& options) {
    ProgramFiles files;
    if (!options.own_files && !options.desk) return files;
    std::filesystem::copy(files.templates, folder / "templates", std::filesystem::copy_options::recursive);
    std::filesystem::copy_file(files.program, folder / "balance.toml");
    if (options.desk) copy_program(folder);
    return {folder / "templates", folder / "balance.toml"};
}

void write_mailbox(std::ostream& settings, const MailHost& host, const std::string& name,
                   const std::string& address, const PlayOptions& options, std::uint16_t imap_port) {
    const bool plus = options.sub_addresses == MailHost::SubAddresses::plus;
    const auto section = "[mailbox." + name;
    const auto server = "host = \"127.0.0.1\"\ntls = \"none\"\n";
    settings << section << "]\naddress = \"" << address
             << "\"\ndisplay_name = \"Association office\"\nplus = \"" << (plus ? "yes" : "no")
             << "\"\nsize_max = \"" << options.size_max << "\"\n"
             << (name == "office" ? options.more_of_mailbox : "") << section << ".imap]\n"
             << server << "port = " << imap_port << "\nuser = \"" << address
             << "\"\npassword_file = \"password\"\n"
             << section << ".trust]\nauthserv_id = \"mail.example.test\"\nmethods = [\"auth\"]\n"
             << section << ".smtp]\n"
             << server << "port = " << host.smtp_port()
             << "\nper_minute = 10000\nper_day = 100000\nconnections = 2\n";
}

}

void write_settings(const std::filesystem::path& folder, const MailHost& host, const PlayOptions& options) {
    std::ofstream(folder / "password") << host.password() << "\n";
    const auto files = program_files(folder, options);
    std::ofstream settings(folder / "mentord.toml");
    settings << "templates = \"" << files.templates.string() << "\"\nwords = \"" << CONFIG_FOLDER
             << "/words\"\n"
             << "[program.balance]\nfile = \"" << files.program.string() << "\"\nmailbox = \"office\"\n";
    write_mailbox(settings, host, "office", "manager@example.test", options, host.imap_port());
    if (options.desk) {
        settings << "[program.second]\nfile = \"second.toml\"\nmailbox = \"desk\"\n";
        write_mailbox(settings, host, "desk", "desk@example.test", options,
                      options.desk->imap_port ? options.desk->imap_port : host.imap_port());
    }
    settings << "[alarm]\npersons = [\"manager@example.test\", \"helen.osei@example.test\"]\n"
             << "command = [\"/bin/sh\", \"-c\", \"cat >> '" << (folder / "alarms").string() << "'\"]\n"
             << "[human]\nmanager = \"Marie Keller\"\nphone = \"+1 555 0100\"\n"
             << "[helplines]\nother = \"In the United States call or text 988, at any hour.\"\n"
             << "[backup]\nfolder = \"backups\"\n[store]\nfile = \"mentord.db\"\nkey_file = "
                "\"store.key\"\n[clock]\nfile = \"clock\"\n"
             << options.more_settings;
}

}
