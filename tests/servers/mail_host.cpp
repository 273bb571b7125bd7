// SPDX-License-Identifier: MIT
#include "tests/servers/mail_host.h"

#include <signal.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace mentoring {

namespace {

const char* plus_of(MailHost::SubAddresses addresses) {
    return addresses == MailHost::SubAddresses::plus ? "yes" : "no";
}

std::filesystem::path new_folder() {
    auto name = (std::filesystem::temp_directory_path() / "mentord-mail-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder " + name);
    std::filesystem::permissions(name, std::filesystem::perms(0755));  // the servers may run as nobody
    return name;
}

std::string quoted(const std::string& word) {
    if (word.find('\'') != std::string::npos) throw std::runtime_error("a quote in " + word);
    return "'" + word + "'";
}

// What the script prints; with what it says in the exception, should it fail. The servers that it starts
// must not hold the pipe, so they get a file.
std::string run(const std::string& settings, const std::vector<std::string>& arguments) {
    std::string line = settings + " " + quoted(std::string(SERVERS_FOLDER) + "/mailhost.sh");
    for (const auto& argument : arguments) line += " " + quoted(argument);
    const auto said = std::filesystem::path(arguments.at(1) + ".said");
    const int status = std::system((line + " < /dev/null > " + quoted(said.string()) + " 2>&1").c_str());
    std::ifstream stream(said);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    std::filesystem::remove(said);
    if (status != 0) throw std::runtime_error("mailhost.sh " + arguments.at(0) + ": " + text);
    return text;
}

std::map<std::string, std::string> settings_in(const std::filesystem::path& file) {
    std::map<std::string, std::string> settings;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);)
        if (const auto sign = line.find('='); sign != std::string::npos)
            settings[line.substr(0, sign)] = line.substr(sign + 1);
    return settings;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Of a letter that was put off its log says so: " == " (Exim's specification, "Logging deliveries").
bool is_put_off(const std::filesystem::path& spool, const std::string& letter) {
    return text_of(spool / "msglog" / letter).find(" == ") != std::string::npos;
}

bool holds_moving_letter(const std::filesystem::path& spool) {
    constexpr std::size_t id_octets = 16;
    std::error_code gone;
    for (const auto& each : std::filesystem::directory_iterator(spool / "input", gone))
        if (!is_put_off(spool, each.path().filename().string().substr(0, id_octets))) return true;
    return false;
}

// A server's end whose client has left, and which the server has not closed yet: state 8, CLOSE_WAIT.
bool has_left_connection(std::uint16_t port) {
    char local[8];
    std::snprintf(local, sizeof local, ":%04X", static_cast<unsigned>(port));
    std::ifstream table("/proc/net/tcp");
    for (std::string line, number, here, there, state; std::getline(table, line);) {
        std::istringstream(line) >> number >> here >> there >> state;
        if (state == "08" && here.ends_with(local)) return true;
    }
    return false;
}

// /proc/PID/stat is "PID (NAME) STATE PARENT …".
bool is_child(const std::filesystem::path& process, const std::string& name, const std::string& parent) {
    const auto stat = text_of(process / "stat");
    const auto named = stat.find(" (" + name + ") ");
    if (named == std::string::npos) return false;
    std::string state, its_parent;
    std::istringstream(stat.substr(named + name.size() + 4)) >> state >> its_parent;
    return its_parent == parent;
}

std::uint16_t port(const std::map<std::string, std::string>& settings, const char* name) {
    return static_cast<std::uint16_t>(std::stoi(settings.at(name)));
}

}

MailHost::MailHost() : MailHost(Options{}) {}

MailHost::MailHost(Options options) : options_(std::move(options)), temporary_(options_.folder.empty()) {
    if (temporary_) options_.folder = new_folder();
    try {
        start();
    } catch (...) {
        if (temporary_) std::filesystem::remove_all(options_.folder);
        throw;
    }
}

MailHost::~MailHost() {
    try {
        stop();
        if (temporary_) std::filesystem::remove_all(options_.folder);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
    }
}

void MailHost::start() {
    const auto users = options_.folder.string() + ".users";
    std::ofstream stream(users);
    for (const auto& user : options_.users) stream << user << '\n';
    stream.close();
    run("PLUS=" + std::string(plus_of(options_.sub_addresses)), {"start", options_.folder.string(), users});
    std::filesystem::remove(users);
    ports_ = settings_in(options_.folder / "ports.env");
}

void MailHost::stop() {
    run("", {"stop", options_.folder.string()});
}

// Dovecot serves each connection by a child of its own.
void MailHost::lose_connections() const {
    std::string run, master;
    std::getline(std::ifstream(options_.folder / "run-folder"), run);
    std::getline(std::ifstream(std::filesystem::path(run) / "master.pid"), master);
    for (const auto& each : std::filesystem::directory_iterator("/proc")) {
        const auto number = each.path().filename().string();
        const bool process = number.find_first_not_of("0123456789") == std::string::npos;
        if (process && is_child(each.path(), "imap", master)) ::kill(std::stoi(number), SIGKILL);
    }
}

bool MailHost::is_at_rest() const {
    return !has_left_connection(smtp_port()) && !has_left_connection(smtps_port()) &&
           !holds_moving_letter(options_.folder / "exim" / "spool");
}

std::uint16_t MailHost::imap_port() const {
    return port(ports_, "IMAP_PORT");
}
std::uint16_t MailHost::imaps_port() const {
    return port(ports_, "IMAPS_PORT");
}
std::uint16_t MailHost::lmtp_port() const {
    return port(ports_, "LMTP_PORT");
}
std::uint16_t MailHost::smtp_port() const {
    return port(ports_, "SMTP_PORT");
}
std::uint16_t MailHost::smtps_port() const {
    return port(ports_, "SMTPS_PORT");
}
std::string MailHost::ca_file() const {
    return ports_.at("CA_FILE");
}
std::string MailHost::password() const {
    return ports_.at("PASSWORD");
}
const std::vector<std::string>& MailHost::users() const {
    return options_.users;
}
const std::filesystem::path& MailHost::folder() const {
    return options_.folder;
}

std::string MailHost::token(const std::string& user) const {
    auto text = run("", {"token", options_.folder.string(), user});
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

}
