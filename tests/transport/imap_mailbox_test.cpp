// SPDX-License-Identifier: MIT
#include "daemon/mail/imap_mailbox.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <catch2/catch.hpp>

#include "tests/transport/dialogue.h"
#include "tests/transport/run.h"
#include "tests/transport/shared_host.h"

using namespace mentoring;
namespace asio = boost::asio;

namespace {

using Uids = std::vector<std::uint32_t>;

std::string mail(const std::string& subject, std::size_t octets = 40) {
    std::string text = "From: alice@example.test\r\nSubject: " + subject + "\r\n\r\n";
    while (text.size() < octets) text += "034556789034556789034556789034556789034556789034556789034556\r\n";
    return text;
}

}

TEST_CASE("a mail is listed, summarised and fetched without being marked as seen") {
    const std::string user = "user-a@example.test";
    deliver(shared_host(), user, {mail("one"), mail("two", 200'000), mail("three")});
    const Uids all{1, 2, 3};
    const Uids last{3};
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        const auto status = co_await mailbox.open("INBOX");
        CHECK(status.uid_validity != 0);
        CHECK(status.uid_next == 4);
        CHECK(status.keywords_allowed);
        const auto uids = co_await mailbox.list_after(0);
        CHECK(uids == all);
        const auto above_two = co_await mailbox.list_after(2);
        CHECK(above_two == last);
        const auto above_three = co_await mailbox.list_after(3);
        CHECK(above_three.empty());
        const auto summaries = co_await mailbox.summaries(uids);
        REQUIRE(summaries.size() == 3);
        CHECK(summaries[1].size > 200'000);
        CHECK(summaries[1].header.find("Subject: two") != std::string::npos);
        CHECK(summaries[1].arrived > Instant(std::chrono::seconds(1'600'000'000)));
        std::vector<FetchedMail> mails;
        co_await mailbox.fetch(uids, [&](FetchedMail fetched) { mails.push_back(std::move(fetched)); });
        REQUIRE(mails.size() == 3);
        CHECK(mails[1].raw.size() == summaries[1].size);
        const auto again = co_await mailbox.summaries(uids);
        CHECK(again.at(1).flags.count("\\Seen") == 0);
        co_await mailbox.close();
    });
}

TEST_CASE("a mail of ten megabytes comes alone, the small ones around it in order") {
    const std::string user = "user-b@example.test";
    deliver(shared_host(), user, {mail("a"), mail("b", 10'000'000), mail("c")});
    const Uids all{1, 2, 3};
    std::vector<std::size_t> sizes;
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        co_await mailbox.open("INBOX");
        co_await mailbox.fetch(all, [&](FetchedMail fetched) { sizes.push_back(fetched.raw.size()); });
    });
    REQUIRE(sizes.size() == 3);
    CHECK(sizes[0] < 1000);
    CHECK(sizes[1] > 10'000'000);
    CHECK(sizes[2] < 1000);
}

TEST_CASE("hundreds of mails are listed and fetched in batches") {
    const std::string user = "user-c@example.test";
    deliver(shared_host(), user, std::vector<std::string>(345, mail("many")));
    std::size_t octets = 0;
    Uids uids;
    Uids taken;
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(Security::starttls), login_of(user));
        co_await mailbox.open("INBOX");
        uids = co_await mailbox.list_after(0);
        co_await mailbox.fetch(uids, [&](FetchedMail fetched) {
            taken.push_back(fetched.uid);
            octets += fetched.raw.size();
        });
    });
    CHECK(uids.size() == 345);
    CHECK(taken == uids);
    CHECK(octets > 345 * 60);
}

TEST_CASE("a new mail ends IDLE") {
    const std::string user = "user-d@example.test";
    std::size_t found = 0;
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        co_await mailbox.open("INBOX");
        asio::steady_timer soon(co_await asio::this_coro::executor, std::chrono::milliseconds(100));
        soon.async_wait([&](const boost::system::error_code&) {
            deliver(shared_host(), user, std::vector<std::string>(1, mail("news")));
        });
        co_await mailbox.wait_for_news(std::chrono::minutes(5), std::chrono::minutes(5));
        found = (co_await mailbox.list_after(0)).size();
    });
    CHECK(found == 1);
}

TEST_CASE("a mail that came before the wait ends it too") {
    const std::string user = "user-e@example.test";
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        co_await mailbox.open("INBOX");
        const auto before = co_await mailbox.list_after(0);
        CHECK(before.empty());
        deliver(shared_host(), user, std::vector<std::string>(1, mail("early")));
        co_await mailbox.wait_for_news(std::chrono::minutes(5), std::chrono::minutes(5));
        const auto after = co_await mailbox.list_after(0);
        CHECK(after.size() == 1);
    });
}

TEST_CASE("a mail is moved to a folder that is made for it, and the human sees it there") {
    const std::string user = "user-f@example.test";
    deliver(shared_host(), user, {mail("one"), mail("two"), mail("three")});
    const Uids first{1};
    const Uids third{3};
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        co_await mailbox.open("INBOX");
        CHECK(mailbox.moving() == Moving::moves);
        co_await mailbox.ensure_folder("Mentoring/Größe & mehr");
        co_await mailbox.ensure_folder("Mentoring/Größe & mehr");
        co_await mailbox.move(first, "Mentoring/Größe & mehr");
        co_await mailbox.move(first, "Mentoring/Größe & mehr");  // again, after a crash
        co_await mailbox.move(third, "Not there yet");
        const auto after = co_await mailbox.list_after(0);
        CHECK(after.size() == 1);
        const auto status = co_await mailbox.open("Mentoring/Größe & mehr");
        CHECK(status.uid_next == 2);
    });
    OtherClient human(shared_host(), user);
    CHECK(human.command("LSUB \"\" *").find("Gr&APYA3w-e &- mehr") != std::string::npos);
}

TEST_CASE("a mail that somebody else has marked as deleted stays where it is") {
    const std::string user = "user-g@example.test";
    deliver(shared_host(), user, {mail("hers"), mail("ours"), mail("to erase")});
    OtherClient human(shared_host(), user);
    human.command("SELECT INBOX");
    human.command("STORE 1 +FLAGS (\\Deleted)");
    const Uids left{1};
    const Uids second{2};
    const Uids third{3};
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        co_await mailbox.open("INBOX");
        co_await mailbox.move(second, "Done");
        co_await mailbox.erase(third);
        const auto uids = co_await mailbox.list_after(0);
        CHECK(uids == left);
        co_await mailbox.open("Done");
        co_await mailbox.open("INBOX");
        const auto summaries = co_await mailbox.summaries(left);
        CHECK(summaries.at(0).flags.count("\\Deleted") == 1);
    });
}

TEST_CASE("our keyword is set and read back, and nothing else changes") {
    const std::string user = "user-h@example.test";
    deliver(shared_host(), user, {mail("one")});
    const Uids first{1};
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        co_await mailbox.open("INBOX");
        const auto before = (co_await mailbox.summaries(first)).at(0).flags;
        co_await mailbox.mark(first, our_keyword);
        auto after = (co_await mailbox.summaries(first)).at(0).flags;
        CHECK(after.erase(our_keyword) == 1);
        after.erase("\\Recent");
        auto rest = before;
        rest.erase("\\Recent");
        CHECK(after == rest);
    });
}

TEST_CASE("mails are found by the day they arrived") {
    const std::string user = "user-i@example.test";
    OtherClient human(shared_host(), user);
    human.say(
        "a APPEND INBOX \"01-Feb-2026 10:00:00 +0000\" {3+}\r\nold\r\nb APPEND INBOX "
        "\"05-Feb-2026 10:00:00 +0000\" {3+}\r\nnew\r\n");
    human.hear("b OK");
    const Date third = std::chrono::year(2026) / 2 / 3;
    const Uids second{2};
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        co_await mailbox.open("INBOX");
        const auto found = co_await mailbox.list_since(third);
        CHECK(found == second);
        const auto summaries = co_await mailbox.summaries(second);
        CHECK(summaries.at(0).arrived == Instant(std::chrono::seconds(1770285600)));
    });
}

TEST_CASE("old mails with a keyword are found, and they alone are erased") {
    const std::string user = "user-k@example.test";
    OtherClient human(shared_host(), user);
    human.say(
        "a APPEND INBOX ($Mentord) \"01-Feb-2026 10:00:00 +0000\" {3+}\r\nold\r\nb APPEND INBOX "
        "\"01-Feb-2026 10:00:00 +0000\" {3+}\r\nhis\r\nc APPEND INBOX ($Mentord) "
        "\"05-Feb-2026 10:00:00 +0000\" {3+}\r\nnew\r\n");
    human.hear("c OK");
    const Date third = std::chrono::year(2026) / 2 / 3;
    const Uids first{1};
    const Uids others{2, 3};
    run([&]() -> asio::awaitable<void> {
        ImapMailbox mailbox(imap_server(), login_of(user));
        co_await mailbox.open("INBOX");
        const auto found = co_await mailbox.list_marked(our_keyword, third);
        CHECK(found == first);
        co_await mailbox.erase(found);
        const auto left = co_await mailbox.list_after(0);
        CHECK(left == others);
    });
}

TEST_CASE("a token opens the mailbox, and a restarted server is found again") {
    MailHost host;
    auto server = imap_server();
    server.port = host.imaps_port();
    server.ca_file = host.ca_file();
    const std::string user = "alice@example.test";
    deliver(host, user, {mail("one")});
    asio::io_context loop;
    ImapMailbox mailbox(server, {user, Login::Method::bearer, secret_of(host.token(user))});
    run(loop, [&]() -> asio::awaitable<void> { co_await mailbox.open("INBOX"); });
    host.stop();
    CHECK_THROWS_AS(run(loop, [&]() -> asio::awaitable<void> { co_await mailbox.list_after(0); }),
                    OutsideFailure);
    CHECK_THROWS_AS(run(loop, [&]() -> asio::awaitable<void> { co_await mailbox.open("INBOX"); }),
                    OutsideFailure);
    host.start();
    run(loop, [&]() -> asio::awaitable<void> {
        co_await mailbox.open("INBOX");
        const auto after = co_await mailbox.list_after(0);
        CHECK(after.size() == 1);
    });
}
