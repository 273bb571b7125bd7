// SPDX-License-Identifier: MIT
// mentord.toml as values: mailboxes, programmes, alarms, store, limits. daemon/settings/settings_keys.h holds
// the one table that names every key, its type, default and meaning; what is here is filled from it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflow/model/address.h"
#include "workflow/model/fault.h"
#include "workflow/model/instant.h"
#include "workflow/reading/trust.h"

namespace mentoring {

// implicit: TLS from the first octet (993, 465). none is allowed towards loopback only.
enum class Tls { implicit, starttls, none };

// A secret never stands in the file; this says where it comes from. Commands are argv without a shell, their
// first line is the secret; credential is a file name under $CREDENTIALS_DIRECTORY (systemd.exec(5)).
enum class LoginKind { none, password_file, password_command, credential, token_command };

struct LoginSettings {
    LoginKind kind = LoginKind::none;  // none: no login, for a relay that asks for none
    std::string user;
    std::string source;                // file or credential name
    std::vector<std::string> command;  // password_command; token_command gives an OAuth2 access token
};

struct ServerSettings {
    std::string host;
    std::uint16_t port = 0;
    Tls tls = Tls::implicit;
    std::filesystem::path ca_file;  // empty: the system's
    LoginSettings login;
};

struct FolderSettings {
    std::string inbox;
    std::string request;  // a mail that the manager drags here opens a case
    std::string done;     // dealt with; moved here where the mail is ours
    std::string junk;     // watched for our token; empty: not watched
    bool move_done = false;
};

// Whether mail to manager+code@ reaches manager@, and which character the server takes for "+".
enum class PlusAddressing { yes, no, dash };

struct SendingLimitSettings {
    int per_minute = 0;
    int per_day = 0;
    int connections = 1;
};

struct MailboxSettings {
    std::string name;  // "office", as in [mailbox.office]
    Address address;
    std::string display_name;  // beside the address in From
    ServerSettings imap;
    FolderSettings folders;
    bool idle = true;
    std::chrono::seconds poll{};
    std::optional<Date> since;   // first start: mail from that day on; empty: only what is new
    std::uint64_t size_max = 0;  // octets; a larger mail is not downloaded
    PlusAddressing plus = PlusAddressing::no;
    TrustSettings trust;
    ServerSettings smtp;
    bool verp = false;  // a return path a letter
    SendingLimitSettings limits;
};

struct ProgramSettings {
    std::string name;  // "balance", as in [program.balance]
    std::filesystem::path file;
    std::string mailbox;
    std::map<std::string, Address> holders;  // office → address, taken where none is recorded yet
};

struct AlarmSettings {
    std::vector<Address> persons;
    std::vector<std::string> command;  // second channel: argv, the text comes on its standard input
};

// What letters say of help and of a human.
struct HumanSettings {
    std::string manager_name;
    std::string manager_phone;
    std::map<std::string, std::string> helplines;  // "US" → text; "other" for every other country
};

struct StoreSettings {
    std::filesystem::path file;
    std::string key_credential;           // name under $CREDENTIALS_DIRECTORY
    std::filesystem::path key_file;       // instead of a credential
    std::filesystem::path backup_folder;  // empty: no backups
    std::chrono::days backup_keep{};
};

struct RetentionSettings {
    std::chrono::days raw_mail{};
    std::chrono::days words{};        // request, guidelines, statement, after closure
    std::chrono::days evaluations{};  // after the concern was addressed
    std::chrono::days dates{};        // then counts only
    std::chrono::days held{};
    std::chrono::days folders{};  // where mail goes that has been dealt with
};

struct LetterBudget {
    std::optional<std::chrono::seconds> rest;  // empty: as each programme says
    int member_a_month = 0;                    // unasked letters
    int owner_a_day = 0;
    int answers_a_day = 0;              // automatic answers to one address
    std::chrono::minutes quiet_from{};  // since midnight in the receiver's zone
    std::chrono::minutes quiet_until{};
};

enum class LogLevel { error, warning, info, debug };

struct Settings {
    std::filesystem::path file;
    std::vector<MailboxSettings> mailboxes;
    std::vector<ProgramSettings> programs;
    std::string evaluation_mailbox;  // Reply-To of confidential letters; empty: none of their own
    std::filesystem::path templates;
    std::filesystem::path words;
    AlarmSettings alarm;
    HumanSettings human;
    StoreSettings store;
    RetentionSettings retention;
    LetterBudget budget;
    LogLevel log_level = LogLevel::info;
    std::filesystem::path clock_file;  // a turned clock (daemon/clock.h); only with loopback servers
};

// Every fault of the file at once; relative paths are relative to its folder. With faults the settings are
// incomplete and must not be used. Never throws; a file that cannot be read is a fault.
Settings load_settings(const std::filesystem::path& file, Faults& faults);
// The same from text, for tests; `file` names it in faults.
Settings settings_from(std::string_view text, const std::filesystem::path& file, Faults& faults);

const MailboxSettings* mailbox_named(const Settings& settings, std::string_view name);
const ProgramSettings* program_named(const Settings& settings, std::string_view name);
bool on_loopback(const ServerSettings& server);
// Whether each server of the settings is on this machine: what a foreign clock and missing TLS require.
bool all_on_loopback(const Settings& settings);

}
