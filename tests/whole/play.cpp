// SPDX-License-Identifier: MIT
#include "tests/whole/play.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "daemon/mail/read_mail.h"
#include "daemon/mail/write_mail.h"
#include "tests/whole/link.h"
#include "tests/whole/people_mail.h"
#include "tests/whole/process.h"
#include "tests/whole/staging.h"
#include "tests/whole/store_glance.h"

namespace mentoring {

namespace {

constexpr std::chrono::milliseconds glance{5};
constexpr std::chrono::seconds patience{20};

std::string iso_instant(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time{instant - day};
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return iso_date(Date{day}) + buffer;
}

ReadLetter letter_from(const std::string& to, std::string raw) {
    ReadLetter letter;
    letter.to = to;
    const auto read = read_mail(raw);
    if (const auto* mail = std::get_if<Mail>(&read)) {
        letter.from = mail->from.address;
        letter.subject = mail->subject;
        letter.text = mail->text;
        letter.reply_to = mail->reply_to.empty() ? mail->from.address : mail->reply_to.front().address;
        letter.message_id = mail->message_id;
    }
    letter.html = html_part_of(raw);
    letter.raw = std::move(raw);
    return letter;
}

// As it is read: line ends and the marks before somebody's words are no part of it.
std::string in_one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == '\n' || c == ' ' || c == '|';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

// As the mail programs of phones and webmail write it.
std::string attribution(Instant now, const std::string& from) {
    const Date day{std::chrono::floor<std::chrono::days>(now)};
    static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::string("On ") + months[static_cast<unsigned>(day.month()) - 1] + " " +
           std::to_string(static_cast<unsigned>(day.day())) + ", " +
           std::to_string(static_cast<int>(day.year())) + ", at 9:12 AM, Balance Mentor Program <" + from +
           "> wrote:\n\n";
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::string quoted(const std::string& text) {
    std::string lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines += "> " + line + "\n";
    return lines;
}

}

Instant coming_monday() {
    using namespace std::chrono;
    const auto today = floor<days>(system_clock::now());
    return today + (Monday - weekday{today});
}

struct Play::Stage {
    explicit Stage(PlayOptions given)
        : options(std::move(given)),
          folder(play_folder(options.folder)),
          host(host_options(options, folder)),
          people(host),
          clock(options.begins) {}

    PlayOptions options;
    PlayFolder folder;
    MailHost host;
    PeopleMail people;
    Instant clock;
    pid_t daemon = 0;
    std::vector<ReadLetter> seen;
    std::set<std::size_t> taken;
    int mails = 0;

    void show_clock() const {
        const auto next = folder.path / "clock.next";
        std::ofstream(next) << iso_instant(clock) << "\n";
        std::filesystem::rename(next, folder.path / "clock");
    }
    void look(const std::string& person) {
        for (auto& raw : people.news(address(person))) seen.push_back(letter_from(person, std::move(raw)));
    }
    std::optional<std::size_t> find(const std::string& person, const std::string& holds,
                                    const std::string& number) const {
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (seen[i].to == person && !taken.contains(i) &&
                seen[i].subject.find(number) != std::string::npos &&
                in_one_line(seen[i].subject + "\n" + seen[i].text).find(holds) != std::string::npos)
                return i;
        return std::nullopt;
    }
    void send(const std::string& from, const std::string& to, OutgoingMail mail) {
        mail.from_address = address(from);
        mail.to_address = to;
        mail.date = clock;
        mail.message_id = "play-" + std::to_string(++mails) + "@example.test";
        people.send(address(from), to, write_mail(mail));
    }
    void move(const std::function<void()>& made) const {
        if (options.around_move)
            options.around_move(made);
        else
            made();
    }
    std::vector<std::string> stored(const std::string& query) const {
        return rows_in_store(folder.path / "mentord.db", query);
    }
    std::optional<std::string> done_until(const std::string& mailbox) const;
    bool calm();
};

// The next UID that the daemon will look at in that inbox, where nothing waits in the store at this instant
// and the inbox was looked at since the clock was turned; all of one moment.
std::optional<std::string> Play::Stage::done_until(const std::string& mailbox) const {
    const auto at = std::to_string(clock.time_since_epoch().count());
    const auto rows = stored("SELECT uid_seen + 1 FROM folders WHERE folder = 'INBOX' AND mailbox = '" +
                             mailbox + "' AND read_until IS " + at +
                             " AND NOT EXISTS (SELECT 1 FROM inbox WHERE verdict = 'waiting')"
                             " AND NOT EXISTS (SELECT 1 FROM moves WHERE state = 'pending' AND due <= " +
                             at + ") AND NOT EXISTS (SELECT 1 FROM waits WHERE due <= " + at +
                             ") AND NOT EXISTS (SELECT 1 FROM outbox WHERE state = 'attempting' OR (state IN "
                             "('queued', 'unknown') "
                             "AND next_attempt <= " +
                             at + "))");
    if (rows.empty()) return std::nullopt;
    return rows.front();
}

// Nothing is left to do, nothing is on its way, and the mailboxes were read to their end. In this order: what
// comes after the first look shows in the last.
bool Play::Stage::calm() {
    const bool desk = options.desk && options.desk->imap_port == 0;
    const auto office_read = done_until("office");
    const auto desk_read = desk ? done_until("desk") : std::nullopt;
    if (!office_read || (desk && !desk_read) || !host.is_at_rest()) return false;
    const auto end = [&](const char* person) { return std::to_string(people.next_uid(address(person))); };
    return *office_read == end("manager") && (!desk || *desk_read == end("desk"));
}

Play::Play(PlayOptions options) : stage_(std::make_unique<Stage>(std::move(options))) {
    stage_->show_clock();
    write_settings(stage_->folder.path, stage_->host, stage_->options);
    command({"people", "import", write_roster(stage_->folder.path, stage_->options).string()});
    if (stage_->options.start_daemon) start_daemon();
}

Play::~Play() {
    if (daemon_runs()) kill_daemon();
}

std::string Play::address(const std::string& person) {
    return person.find('@') == std::string::npos ? person + "@example.test" : person;
}

std::string Play::second_account(const std::string& person) {
    return person + ".home";
}

void Play::write(const std::string& person, const std::string& subject, const std::string& body,
                 const std::string& to, const std::string& cc) {
    OutgoingMail mail;
    mail.subject = subject;
    mail.text = body;
    mail.to_name = cc.empty() ? std::string() : std::string("Copied");
    stage_->move([&] { stage_->send(person, to.empty() ? address("manager") : to, std::move(mail)); });
}

void Play::reply(const std::string& person, const ReadLetter& letter, const std::string& body) {
    OutgoingMail mail;
    mail.subject = "Re: " + letter.subject;
    mail.in_reply_to = letter.message_id;
    mail.references = {letter.message_id};
    mail.text = body + "\n\n" + attribution(stage_->clock, letter.from) + quoted(letter.text);
    stage_->move([&] { stage_->send(person, letter.reply_to, std::move(mail)); });
}

void Play::tap(const std::string& person, const ReadLetter& letter, const std::string& answer,
               const std::string& words) {
    const auto link = link_of(letter.html, answer);
    const bool form = link.body.empty() || link.body.find('\n') != std::string::npos;
    OutgoingMail mail;
    mail.subject = link.subject;
    mail.text = (form ? words : words.empty() ? link.body : link.body + " " + words) + "\n";
    stage_->move([&] { stage_->send(person, link.address, std::move(mail)); });
}

void Play::send_raw(const std::string& from, const std::string& to, const std::string& bytes) {
    stage_->move([&] { stage_->people.send(address(from), to, bytes); });
}

ReadLetter Play::letter(const std::string& person, const std::string& holds, const std::string& number) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
        stage_->look(person);
        if (const auto found = stage_->find(person, holds, number)) {
            stage_->taken.insert(*found);
            return stage_->seen[*found];
        }
        expect_daemon();
        std::this_thread::sleep_for(glance);
    }
    std::string came;
    for (const auto& each : stage_->seen)
        if (each.to == person) came += "\n  " + each.subject;
    throw std::runtime_error("no letter for " + person + " with \"" + holds + "\"" +
                             (number.empty() ? "" : " about " + number) + " in " + folder().string() +
                             "; she has:" + came);
}

std::vector<ReadLetter> Play::others(const std::string& person) {
    stage_->look(person);
    std::vector<ReadLetter> letters;
    for (std::size_t i = 0; i < stage_->seen.size(); ++i)
        if (stage_->seen[i].to == person && stage_->taken.insert(i).second)
            letters.push_back(stage_->seen[i]);
    return letters;
}

std::vector<MailSummary> Play::lying(const std::string& person, const std::string& mail_folder) {
    return stage_->people.lying(address(person), mail_folder);
}

// As a delivery does it: written apart, owned by the servers' user, and then there.
void Play::lay_in(const std::string& person, const std::string& mail_folder, const std::string& bytes) {
    const auto top = host().folder() / "mail" / "example.test" / person;
    const auto maildir = mail_folder == "INBOX" ? top : top / ("." + mail_folder);
    const auto name = "1800000000.M" + std::to_string(++stage_->mails) + ".play";
    struct stat owner {};
    if (::stat(maildir.c_str(), &owner) != 0) throw std::runtime_error("no folder " + maildir.string());
    std::ofstream(maildir / "tmp" / name, std::ios::binary) << bytes;
    if (::chown((maildir / "tmp" / name).c_str(), owner.st_uid, owner.st_gid) != 0)
        throw std::runtime_error("a mail cannot be given to the mail servers");
    std::filesystem::rename(maildir / "tmp" / name, maildir / "new" / name);
}

void Play::await_arrival(const std::string& person) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (stage_->people.next_uid(address(person)) == 1 && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(glance);
}

long long Play::count(const std::string& query) const {
    const auto rows = stage_->stored(query);
    return rows.empty() ? -1 : std::stoll(rows.front());
}

void Play::look(const std::string& person) {
    stage_->look(person);
}
PeopleMail& Play::people() {
    return stage_->people;
}
const std::vector<ReadLetter>& Play::seen() const {
    return stage_->seen;
}
void Play::forget_after(std::size_t kept) {
    stage_->seen.resize(kept);
}
Instant Play::now() const {
    return stage_->clock;
}

void Play::turn(std::chrono::seconds by) {
    settle();
    turn_clock(by);
    settle();
}

void Play::turn_clock(std::chrono::seconds by) {
    stage_->move([&] { set_clock(stage_->clock + by); });
}

void Play::set_clock(Instant instant) {
    stage_->clock = instant;
    stage_->show_clock();
}

void Play::turn_days(int days) {
    for (int day = 0; day < days; ++day) turn(std::chrono::hours{24});
}

void Play::settle(std::chrono::seconds longest) {
    if (!stage_->daemon) return;
    const auto until = std::chrono::steady_clock::now() + longest;
    while (!stage_->calm()) {
        if (std::chrono::steady_clock::now() > until)
            throw std::runtime_error("mentord does not come to rest; see " + (folder() / "log").string());
        expect_daemon();
        std::this_thread::sleep_for(glance);
    }
}

bool Play::is_calm() {
    return stage_->calm();
}

void Play::expect_daemon() const {
    if (stage_->daemon && !daemon_runs())
        throw std::runtime_error("mentord has ended; see " + (folder() / "log").string());
}

void Play::launch_daemon(const std::vector<std::string>& environment) {
    auto all = stage_->options.environment;
    all.insert(all.end(), environment.begin(), environment.end());
    auto words = stage_->options.before_program;
    words.insert(words.end(), {MENTORD_PROGRAM, "run", "--config", settings().string()});
    stage_->daemon = start_process({words, all, folder() / "log", {}});
}

// A first start begins at what is new: nobody writes before it has looked.
void Play::start_daemon() {
    launch_daemon();
    settle();
}

void Play::stop_daemon() {
    kill(stage_->daemon, SIGTERM);
    const int status = await_process(std::exchange(stage_->daemon, 0), std::chrono::seconds(20));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error("mentord did not stop cleanly; see " + (folder() / "log").string());
}

void Play::kill_daemon() {
    kill(stage_->daemon, SIGKILL);
    await_process(std::exchange(stage_->daemon, 0), std::chrono::seconds(20));
}

void Play::reload() {
    const auto told = [&] {
        const auto log = text_of(folder() / "log");
        std::size_t times = 0;
        for (const std::string each : {"the files were read again", "goes on with the files that it has"})
            for (auto at = log.find(each); at != std::string::npos; at = log.find(each, at + 1)) ++times;
        return times;
    };
    const auto before = told();
    kill(stage_->daemon, SIGHUP);
    const auto until = std::chrono::steady_clock::now() + patience;
    while (told() == before && std::chrono::steady_clock::now() < until && daemon_runs())
        std::this_thread::sleep_for(glance);
    if (told() == before)
        throw std::runtime_error("mentord did not reload; see " + (folder() / "log").string());
}

std::string Play::alarms() const {
    return text_of(folder() / "alarms");
}

bool Play::daemon_runs() const {
    return process_runs(stage_->daemon);
}
int Play::daemon_pid() const {
    return stage_->daemon;
}

std::string Play::command(const std::vector<std::string>& words, const std::string& input) {
    std::vector<std::string> all{MENTORD_PROGRAM};
    all.insert(all.end(), words.begin(), words.end());
    all.insert(all.end(), {"--config", settings().string()});
    return output_of(all, input, folder());
}

MailHost& Play::host() {
    return stage_->host;
}
std::filesystem::path Play::folder() const {
    return stage_->folder.path;
}
std::filesystem::path Play::settings() const {
    return stage_->folder.path / "mentord.toml";
}

}
