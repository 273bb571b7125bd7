// SPDX-License-Identifier: MIT
// The daemon as a service: what it tells systemd, and what its unit allows it.
#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/service/allowed_calls.h"
#include "tests/whole/notify_socket.h"
#include "tests/whole/play.h"
#include "tests/whole/process.h"
#include "tests/whole/story.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

// Gone at the end.
struct Scratch {
    Scratch() { std::filesystem::permissions(path, std::filesystem::perms(0755)); }
    ~Scratch() { std::filesystem::remove_all(path); }
    std::filesystem::path path = [] {
        auto name = (std::filesystem::temp_directory_path() / "mentord-service-XXXXXX").string();
        return std::filesystem::path(mkdtemp(name.data()));
    }();
};

PlayOptions with_environment(const Scratch& scratch, std::vector<std::string> environment) {
    PlayOptions options;
    options.folder = scratch.path / "play";
    options.environment = std::move(environment);
    return options;
}

// "Key=value" of a unit.
std::string value_in(const std::string& unit, const std::string& key) {
    const auto begin = unit.find("\n" + key + "=");
    REQUIRE(begin != std::string::npos);
    const auto from = begin + key.size() + 2;
    return unit.substr(from, unit.find('\n', from) - from);
}

// A span as systemd reads it.
long long microseconds(const std::string& span, const Scratch& scratch) {
    const auto told = output_of({"systemd-analyze", "timespan", span}, "", scratch.path);
    std::smatch found;
    REQUIRE(std::regex_search(told, found, std::regex("s: (\\d+)")));
    return std::stoll(found[1]);
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}

TEST_CASE("systemd hears that the daemon is at work, reads its files again, and stops") {
    const Scratch scratch;
    NotifySocket systemd(scratch.path / "notify");
    Play play(with_environment(scratch, {systemd.environment()}));
    CHECK(systemd.next(1s) == "READY=1");

    kill(play.daemon_pid(), SIGHUP);
    CHECK(systemd.next(20s) == "RELOADING=1");
    CHECK(systemd.next(20s) == "READY=1");

    // Other mailboxes, and a fault in a file: it goes on with the files it has, and is as ready as before.
    const auto settings = text_of(play.settings());
    for (const auto& faulty :
         {std::regex_replace(settings, std::regex("office"), "desk"), settings + "[mailbox\n"}) {
        std::ofstream(play.settings()) << faulty;
        kill(play.daemon_pid(), SIGHUP);
        CHECK(systemd.next(20s) == "RELOADING=1");
        CHECK(systemd.next(20s) == "READY=1");
    }
    play.turn(25min);
    CHECK(play.daemon_runs());

    play.stop_daemon();
    CHECK(systemd.next(1s) == "STOPPING=1");
    CHECK(systemd.next(0s).empty());
}

TEST_CASE("the watchdog is fed at least twice in the unit's period") {
    const Scratch scratch;
    NotifySocket systemd(scratch.path / "notify");
    const auto period = microseconds(value_in(text_of(UNIT_FILE), "WatchdogSec"), scratch);
    Play play(with_environment(scratch, {systemd.environment(), "WATCHDOG_USEC=" + std::to_string(period)}));
    CHECK(systemd.hears("WATCHDOG=1"));  // the first as soon as it is at work
    play.stop_daemon();
    std::smatch told;
    const auto log = text_of(play.folder() / "log");
    REQUIRE(std::regex_search(log, told, std::regex("the watchdog is fed every (\\d+) ms")));
    CHECK(std::stoll(told[1]) > 0);
    CHECK(2 * 1000 * std::stoll(told[1]) <= period);
}

TEST_CASE("the watchdog is fed again and again, and stays unfed where systemd asks for none") {
    const Scratch scratch;
    NotifySocket systemd(scratch.path / "notify");
    Play play(with_environment(scratch, {systemd.environment(), "WATCHDOG_USEC=200000"}));
    REQUIRE(systemd.hears("READY=1"));
    for (int meal = 0; meal < 5; ++meal) CHECK(systemd.next(20s) == "WATCHDOG=1");
    play.stop_daemon();

    PlayOptions options = with_environment(scratch, {systemd.environment()});
    options.folder = scratch.path / "another";
    Play unwatched(options);
    unwatched.stop_daemon();
    for (auto message = systemd.next(0s); !message.empty(); message = systemd.next(0s))
        CHECK(message != "WATCHDOG=1");
}

TEST_CASE("a whole case uses no system call that the unit forbids") {
    const Scratch scratch;
    const auto trace = scratch.path / "calls";
    PlayOptions options = with_environment(scratch, {});
    // Its tracer is a grandchild (-D), so that the daemon itself is what is started and stopped.
    options.before_program = {"strace", "-D", "-f", "-c", "-U", "name", "-o", trace.string()};
    Play play(options);
    std::ostringstream told;
    Story story(play, told, {});
    tell_the_whole_case(story);
    play.command({"status"});
    play.stop_daemon();
    const auto until = std::chrono::steady_clock::now() + 20s;
    while (text_of(trace).empty() && std::chrono::steady_clock::now() < until) usleep(10'000);

    const auto allowed = allowed_calls(text_of(UNIT_FILE));
    CHECK(allowed.contains("read"));
    CHECK_FALSE(allowed.contains("chroot"));
    int calls = 0;
    std::istringstream lines(text_of(trace));
    for (std::string name; std::getline(lines, name); ++calls) {
        name.erase(0, name.find_first_not_of(' '));
        // strace's own head and foot.
        if (name.empty() || name.starts_with("-") || name == "syscall" || name == "total") continue;
        // Only for root: SQLite gives a log to the owner of its database (robustFchown in os_unix.c).
        if (name == "fchown" && geteuid() == 0) continue;
        INFO(name);
        CHECK(allowed.contains(name));
    }
    CHECK(calls > 20);
}

TEST_CASE("systemd-analyze finds the unit exposed to 1.5 of 10 at most") {
    const Scratch scratch;
    CHECK_NOTHROW(output_of({"systemd-analyze", "security", "--offline=yes", "--threshold=15", UNIT_FILE}, "",
                            scratch.path));
}
