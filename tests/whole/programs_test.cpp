// SPDX-License-Identifier: MIT
// Several programmes and mailboxes in one process, and files that are read again.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

#include "tests/whole/steps.h"

using namespace mentoring;
using namespace std::chrono_literals;

namespace {

// A server that takes connections and never says a word; once closed, nobody answers there.
class SilentServer {
public:
    SilentServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
        REQUIRE(::listen(socket_, 8) == 0);
        REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port_ = ntohs(address.sin_port);
    }
    ~SilentServer() { die(); }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;
    std::uint16_t port() const { return port_; }
    void die() {
        if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    }

private:
    int socket_;
    std::uint16_t port_ = 0;
};

PlayOptions with_desk(std::uint16_t imap_port = 0) {
    PlayOptions options;
    options.desk = Desk{imap_port};
    return options;
}

PlayOptions with_own_files() {
    PlayOptions options;
    options.own_files = true;
    return options;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void edit(const std::filesystem::path& file, const std::string& from, const std::string& to) {
    auto text = text_of(file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    std::ofstream(file) << text.replace(at, from.size(), to);
}

std::size_t times(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

}

TEST_CASE("two programmes with a mailbox each live side by side in one process") {
    Play play(with_desk());
    play.write("anna.bergen", "Mentor request", sample_request);
    play.write("beth.carver", "Mentor request", "Dear all, I would like to ask for a mentor. Beth",
               "desk@example.test");
    CHECK_THAT(play.letter("anna.bergen", "crisis").subject, Catch::StartsWith("Balance 2026-001"));
    const auto second = play.letter("beth.carver", "crisis");
    CHECK_THAT(second.subject, Catch::StartsWith("Second 2026-001"));
    CHECK_THAT(second.reply_to, Catch::StartsWith("desk+"));
    play.turn(25min);
    const auto of_anna = play.letter("ruth.ames", "Dr. Anna Bergen", "Balance");
    const auto of_beth = play.letter("ruth.ames", "Dr. Beth Carver", "Second");
    play.reply("ruth.ames", of_beth, "Leila Rahman, please.");
    play.tap("ruth.ames", of_anna, "MATCH", "Bea Romano");
    play.turn(25min);
    CHECK_THAT(play.letter("leila.rahman", "ACCEPT").subject, Catch::StartsWith("Second"));
    CHECK_THAT(play.letter("bea.romano", "ACCEPT").subject, Catch::StartsWith("Balance"));
    CHECK_THAT(play.command({"case", "list"}), Catch::Contains("balance") && Catch::Contains("second"));
}

TEST_CASE("a mailbox whose server is silent or gone does not hold up the other") {
    SilentServer server;
    const bool gone = GENERATE(false, true);
    if (gone) server.die();
    Play play(with_desk(server.port()));
    const auto invitation = invitation_after_match(play);
    play.reply("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
    if (gone) {
        CHECK(times(text_of(play.folder() / "log"), "error mailbox desk") == 1);
        CHECK(times(play.alarms(), "mailbox desk") == 1);
    }
    CHECK(times(play.alarms(), "mailbox office") == 0);
    play.stop_daemon();
}

TEST_CASE("a server that is lost is said once, and over by itself") {
    Play play;
    const auto invitation = invitation_after_match(play);
    play.host().stop();
    const auto log = [&] { return text_of(play.folder() / "log"); };
    while (log().find("error mailbox office") == std::string::npos) usleep(20'000);
    play.turn_clock(2h);
    sleep(3);  // several attempts
    CHECK(times(log(), "error mailbox office") == 1);
    CHECK(times(log(), "it is over") == 0);
    play.host().start();
    play.reply("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
    CHECK(times(log(), "mailbox office: it is over") == 1);
    CHECK(times(play.alarms(), "mailbox office") == 2);
}

TEST_CASE("an edited text and an edited wait hold for cases under way as soon as the files are read again") {
    Play play(with_own_files());
    review_after_request(play);
    edit(play.folder() / "balance.toml",
         "wait = \"3 working days\", repeat = 2, letter = \"review-reminder\"",
         "wait = \"1 working day\", repeat = 2, letter = \"review-reminder\"");
    edit(play.folder() / "templates/balance/acknowledgement.md", "Subject: ", "Subject: welcome, and ");
    play.reload();
    play.write("beth.carver", "Mentor request", "Dear Marie, I would like to ask for a mentor. Beth");
    CHECK_THAT(play.letter("beth.carver", "crisis").subject, Catch::Contains("welcome, and"));
    play.turn_days(1);
    play.turn(1h);
    play.letter("ruth.ames", "still waiting for you");
}

TEST_CASE("files with a fault are not taken: the daemon goes on with those it has, and says so") {
    Play play(with_own_files());
    const auto before = text_of(play.folder() / "balance.toml");
    edit(play.folder() / "balance.toml", "goto = \"inviting\"", "goto = \"invitng\"");
    play.reload();
    CHECK_THAT(text_of(play.folder() / "log"),
               Catch::Contains("balance.toml:") && Catch::Contains("invitng"));
    const auto invitation = invitation_after_match(play);
    CHECK(times(play.alarms(), "files have faults") == 1);
    std::ofstream(play.folder() / "balance.toml") << before;
    play.reload();
    play.reply("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
}

TEST_CASE("a mailbox that comes, goes or moves while the daemon runs needs a restart, and nothing breaks") {
    Play play(with_desk());
    const auto settings = text_of(play.settings());
    const auto edited = GENERATE(0, 1, 2);
    if (edited == 0) {
        auto text = settings;
        text.erase(text.find("[program.second]"), text.find("[alarm]") - text.find("[program.second]"));
        std::ofstream(play.settings()) << text;
    } else if (edited == 1) {
        auto text = settings.substr(settings.find("[mailbox.desk]"),
                                    settings.find("[alarm]") - settings.find("[mailbox.desk]"));
        for (auto at = text.find("mailbox.desk"); at != std::string::npos; at = text.find("mailbox.desk"))
            text.replace(at, 12, "mailbox.third");
        text.replace(text.find("desk@"), 5, "eve@");
        std::ofstream(play.settings()) << settings << "\n" << text;
    } else {
        edit(play.settings(), "user = \"desk@example.test\"", "user = \"eve@example.test\"");
    }
    play.reload();
    CHECK_THAT(text_of(play.folder() / "log"), Catch::Contains("needs a restart"));
    review_after_request(play);
    std::ofstream(play.settings()) << settings;
    play.reload();
    play.stop_daemon();
}
