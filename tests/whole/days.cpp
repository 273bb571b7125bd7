// SPDX-License-Identifier: MIT
#include "tests/whole/days.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "tests/whole/habits.h"
#include "tests/whole/load.h"

namespace mentoring {

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int glances = 10;  // at a daemon at rest
constexpr std::chrono::milliseconds between_glances{20};
constexpr std::chrono::seconds patience{20};
const auto begins = coming_monday() + 17h;

const std::vector<std::string> members{
    "anna.bergen", "beth.carver", "carmen.ortiz", "denise.fox", "esther.klein", "fiona.grant", "gail.turner",
    "hope.jensen", "ivy.chen",    "jane.miller",  "kate.doyle", "lucia.vega",   "marta.silva", "nora.quinn",
    "olga.brandt", "paula.reyes", "rosa.blanc",   "sofia.lund", "tara.singh",   "uma.patel"};

// Gone at the end, unless something went wrong.
struct Scratch {
    fs::path path = [] {
        auto name = (fs::temp_directory_path() / "mentord-days-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("no folder for the days");
        return fs::path(name);
    }();
    ~Scratch() {
        if (std::uncaught_exceptions() == 0) fs::remove_all(path);
    }
};

PlayOptions options_in(const fs::path& folder) {
    fs::permissions(folder, fs::perms(0755));  // the mail host runs as an ordinary user
    PlayOptions options;
    options.begins = begins;
    options.folder = folder / "play";
    options.desk = Desk{};
    options.environment = {"LD_PRELOAD=" FULL_DISK_SHIM, "MENTORD_FULL_DISK=" + (folder / "full").string()};
    return options;
}

bool works(Instant now) {
    const std::chrono::weekday day{std::chrono::floor<std::chrono::days>(now)};
    return day != std::chrono::Saturday && day != std::chrono::Sunday;
}

// The sockets that are connected to that port of this machine, by their inode.
std::set<std::string> sockets_to(std::uint16_t port) {
    char there[8];
    std::snprintf(there, sizeof there, ":%04X", static_cast<unsigned>(port));
    std::set<std::string> sockets;
    std::ifstream table("/proc/net/tcp");
    std::string line;
    std::getline(table, line);
    while (std::getline(table, line)) {
        std::istringstream words(line);
        std::vector<std::string> all{std::istream_iterator<std::string>(words), {}};
        if (all.size() > 9 && all[2].ends_with(there)) sockets.insert("socket:[" + all[9] + "]");
    }
    return sockets;
}

long descriptors_of(int process, const std::set<std::string>& but_for) {
    long count = 0;
    for (const auto& each : fs::directory_iterator("/proc/" + std::to_string(process) + "/fd")) {
        std::error_code closed;
        const auto what = fs::read_symlink(each.path(), closed);
        if (!closed && !but_for.contains(what.string())) ++count;
    }
    return count;
}

std::string mail_of_others(int number) {
    return "From: news" + std::to_string(number % 7) +
           "@elsewhere.test\r\nTo: manager@example.test\r\nSubject: This week\r\nMessage-ID: <other-" +
           std::to_string(number) +
           "@example.test>\r\nDate: Mon, 23 Nov 2026 16:00:00 +0000\r\n\r\nWhat was new this week.\r\n";
}

std::size_t times_in(const fs::path& file, const std::string& words) {
    std::ifstream stream(file);
    std::size_t times = 0;
    for (std::string line; std::getline(stream, line);) times += line.find(words) != std::string::npos;
    return times;
}

}

struct Days::Month {
    explicit Month(DaysPlan given) : plan(given), play(options_in(scratch.path)) {}

    DaysPlan plan;
    Scratch scratch;
    Play play;
    int requests = 0;
    int others = 0;
    Instant read_until{};  // by everybody

    void write_requests();
    void lay_in_others();
    std::string meet_fate(int day);
    void restart_daemon();
    void restart_mail_server();
    void lose_connections();
    void fill_disk();
    void live_day();
    DayEnd look(int day, std::string happened);
    std::uintmax_t size_of(const char* name) const {
        std::error_code none;
        const auto size = fs::file_size(play.folder() / name, none);
        return none ? 0 : size;
    }
};

void Days::Month::write_requests() {
    for (int i = 0; i < plan.requests_a_day; ++i, ++requests) {
        const auto& member = members[static_cast<std::size_t>(requests) % members.size()];
        play.write(member, "Mentor request", "Dear all, I would like to ask for a mentor.",
                   Play::address(requests % 2 == 0 ? "manager" : "desk"));
    }
}

void Days::Month::lay_in_others() {
    for (int i = 0; i < plan.others_a_day; ++i)
        for (const auto* mailbox : {"manager", "desk"})
            play.lay_in(mailbox, "INBOX", mail_of_others(++others));
}

void Days::Month::restart_daemon() {
    play.stop_daemon();
    play.start_daemon();
}

void Days::Month::restart_mail_server() {
    play.host().stop();
    play.host().start();
}

void Days::Month::lose_connections() {
    play.settle();
    play.host().lose_connections();
}

// The store says so once; what came meanwhile is taken when there is room again.
void Days::Month::fill_disk() {
    const auto log = play.folder() / "log";
    const auto before = times_in(log, "database or disk is full");
    std::ofstream(scratch.path / "full") << "";
    write_requests();
    const auto until = std::chrono::steady_clock::now() + patience;
    while (times_in(log, "database or disk is full") == before) {
        if (std::chrono::steady_clock::now() > until)
            throw std::runtime_error("the daemon does not notice that its disk is full");
        std::this_thread::sleep_for(between_glances);
    }
    fs::remove(scratch.path / "full");
}

// What a day brings besides, before its mail.
std::string Days::Month::meet_fate(int day) {
    if (day == 3) return restart_daemon(), "the daemon starts again";
    if (day % 7 == 4) return restart_mail_server(), "the mail server restarts";
    if (day % 7 == 2) return lose_connections(), "connections are lost";
    if (day % 7 == 5) return play.reload(), "SIGHUP";
    if (day == 15) return fill_disk(), "the disk is full";
    return {};
}

void Days::Month::live_day() {
    if (!works(play.now())) return play.settle();
    lay_in_others();
    write_requests();
    play.settle();
    for (int round = 0; round < plan.rounds_a_day; ++round) {
        play.turn(25min);
        answer_by_habit(play, std::exchange(read_until, play.now()));
    }
    play.settle();
}

// At rest means that nothing is left to do; an alarm's child may still be ending.
DayEnd Days::Month::look(int day, std::string happened) {
    const auto smtp_port = play.host().smtp_port();
    DayEnd end;
    end.day = day;
    end.date = iso_date(Date{std::chrono::floor<std::chrono::days>(play.now())});
    end.happened = std::move(happened);
    end.process = play.daemon_pid();
    for (int i = 0; i < glances; ++i) {
        std::this_thread::sleep_for(between_glances);
        const auto memory = memory_of(end.process).anonymous;
        const auto descriptors = descriptors_of(end.process, sockets_to(smtp_port));
        end.anonymous = i == 0 ? memory : std::min(end.anonymous, memory);
        end.descriptors = i == 0 ? descriptors : std::min(end.descriptors, descriptors);
    }
    end.log_octets = size_of("mentord.db-wal");
    end.store_octets = size_of("mentord.db");
    end.decided = play.count("SELECT count(*) FROM inbox WHERE verdict = 'decided'");
    end.sent = play.count("SELECT count(*) FROM outbox WHERE state = 'sent'");
    end.cases = play.count("SELECT count(*) FROM cases");
    end.open = play.count("SELECT count(*) FROM cases WHERE standing = 'open'");
    return end;
}

Days::Days(DaysPlan plan) : month_(std::make_unique<Month>(plan)) {}
Days::~Days() = default;

Play& Days::play() {
    return month_->play;
}

std::vector<DayEnd> Days::live(const std::function<void(const DayEnd&)>& at_the_end_of_each) {
    std::vector<DayEnd> ends;
    auto& play = month_->play;
    for (int day = 1; day <= month_->plan.days; ++day) {
        play.turn(begins + std::chrono::days(day - 1) - play.now());
        auto happened = month_->meet_fate(day);
        month_->live_day();
        ends.push_back(month_->look(day, std::move(happened)));
        at_the_end_of_each(ends.back());
    }
    play.stop_daemon();
    return ends;
}

}
