// SPDX-License-Identifier: MIT
// A whole programme on real servers: a private mail host, the sample roster, a running mentord whose clock is
// turned, and people who send over SMTP and read over IMAP. The demo and the whole-run tests are plays.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "daemon/outside.h"
#include "tests/servers/mail_host.h"
#include "workflow/model/instant.h"

namespace mentoring {

class PeopleMail;

// A letter as its reader has it.
struct ReadLetter {
    std::string to;  // whose mailbox it lies in
    std::string from;
    std::string subject;
    std::string text;
    std::string html;
    std::string reply_to;
    std::string message_id;
    std::string raw;
};

// A second mailbox, desk@example.test, with a second programme: a copy of the first one.
struct Desk {
    std::uint16_t imap_port = 0;  // 0: of the play's mail host
};

// Today, or the day on which the next week begins. The server dates what arrives by the real clock: a play in
// which the daemon asks when a mail arrived begins here, so that no mail comes from its future.
Instant coming_monday();

struct PlayOptions {
    MailHost::SubAddresses sub_addresses = MailHost::SubAddresses::plus;
    Instant begins = std::chrono::sys_days{std::chrono::November / 23 / 2026} + std::chrono::hours{15};
    std::filesystem::path folder;          // everything lies here; empty: a temporary one, removed at the end
    std::string more_settings;             // appended to mentord.toml
    bool second_accounts = false;          // everybody on the roster has two
    std::vector<std::string> environment;  // "NAME=value" for the daemon
    std::string size_max = "10 MB";        // of the office's mailbox
    std::string more_of_mailbox;           // keys of [mailbox.office]
    std::vector<std::string> before_program;  // words before the daemon's: a tracer
    bool start_daemon = true;
    bool own_files = false;    // programme and letters lie in the play's folder, to be edited
    std::optional<Desk> desk;  // implies own files
    // What is put around each move of the world (a mail sent, the clock turned); nothing: the move is made.
    std::function<void(const std::function<void()>& move)> around_move;
};

class Play {
public:
    explicit Play(PlayOptions options = {});
    ~Play();
    Play(const Play&) = delete;
    Play& operator=(const Play&) = delete;

    // People are named by the local part of their address: "anna.bergen".
    static std::string address(const std::string& person);
    // Her other account, on the roster where the play was asked for it: "anna.bergen.home".
    static std::string second_account(const std::string& person);

    // A new mail to the manager's address, or to `to`.
    void write(const std::string& person, const std::string& subject, const std::string& body,
               const std::string& to = {}, const std::string& cc = {});
    // As a mail program does: to Reply-To, "Re:", In-Reply-To and References, the letter quoted below.
    void reply(const std::string& person, const ReadLetter& letter, const std::string& body);
    // As a phone does with the link of that answer: a new mail with the link's address, subject and body, and
    // `words` behind it – or in its place, where the link has no body or the lines of a form.
    void tap(const std::string& person, const ReadLetter& letter, const std::string& answer,
             const std::string& words = {});
    // Bytes as they are, from that person's account.
    void send_raw(const std::string& from, const std::string& to, const std::string& bytes);

    // The next letter of that person that nobody has taken yet and whose subject or text holds `holds` (and
    // its subject `number`, of a case); waits for it. Throws std::runtime_error, with what else came, after
    // `patience` of real time.
    ReadLetter letter(const std::string& person, const std::string& holds = {},
                      const std::string& number = {});
    // Every letter that lies in her mailbox and was not taken.
    std::vector<ReadLetter> others(const std::string& person);
    // What a folder of hers holds, headers alone.
    std::vector<MailSummary> lying(const std::string& person, const std::string& mail_folder);
    // A mail that somebody's own server or mail program laid there.
    void lay_in(const std::string& person, const std::string& mail_folder, const std::string& bytes);
    // Until something new lies in her inbox.
    void await_arrival(const std::string& person);
    // One number from the daemon's database.
    long long count(const std::string& query) const;
    // Her mail program fetches what is new.
    void look(const std::string& person);
    // Her mailbox, beside what she reads in it.
    PeopleMail& people();
    // All letters of everybody so far, in order of arrival.
    const std::vector<ReadLetter>& seen() const;
    // What was seen after the first `kept` letters is as if it had never come.
    void forget_after(std::size_t kept);

    Instant now() const;
    void turn(std::chrono::seconds by);
    void turn_clock(std::chrono::seconds by);  // and waits for nothing
    // A clock that steps day by day, so that everything due on the way happens, until `until` or a letter for
    // `person`.
    void turn_days(int days);
    // Waits until the daemon has decided and sent all there is at this instant.
    void settle(std::chrono::seconds longest = std::chrono::seconds(20));
    bool is_calm();
    void set_clock(Instant instant);

    void start_daemon();
    // Without waiting for its first look; `environment` is added to that of the options.
    void launch_daemon(const std::vector<std::string>& environment = {});
    void stop_daemon();  // SIGTERM, waits; throws unless it ended cleanly
    void kill_daemon();  // SIGKILL
    bool daemon_runs() const;
    int daemon_pid() const;
    // SIGHUP; waits until the daemon says that it has read its files, or that they have faults.
    void reload();
    // What the second channel was told so far.
    std::string alarms() const;
    // mentord with these words (and --config); its standard output.
    std::string command(const std::vector<std::string>& words, const std::string& input = {});

    MailHost& host();
    std::filesystem::path folder() const;
    std::filesystem::path settings() const;

private:
    void expect_daemon() const;

    struct Stage;
    std::unique_ptr<Stage> stage_;
};

}
