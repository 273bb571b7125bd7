// SPDX-License-Identifier: MIT
// What a mailbox does with a server that is hostile, broken or gone.
#include <utility>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <catch2/catch.hpp>

#include "daemon/mail/imap_mailbox.h"
#include "daemon/mail/imap_reader.h"
#include "tests/transport/fake_server.h"
#include "tests/transport/run.h"
#include "tests/transport/shared_host.h"

using namespace mentoring;
namespace asio = boost::asio;
using Kind = OutsideFailure::Kind;

namespace {

using Uids = std::vector<std::uint32_t>;
const Uids one_to_three{1, 2, 3};
const Uids two{2};

using Work = std::function<asio::awaitable<void>(ImapMailbox&)>;

struct Outcome {
    std::optional<Kind> failure;
    std::string what;
    Heard heard;
};

Outcome with_server(Answers answers, const Work& work,
                    std::chrono::milliseconds answering = std::chrono::seconds(20)) {
    asio::io_context loop;
    Outcome outcome;
    FakeServer fake(loop, fake_imap(std::move(answers), outcome.heard));
    auto server = plaintext_to(fake, MailServer::Protocol::imap);
    server.answering = answering;
    server.dialling = answering;
    ImapMailbox mailbox(server, {"bob", Login::Method::password, secret_of("secret")});
    try {
        run(loop, [&]() -> asio::awaitable<void> {
            co_await mailbox.open("INBOX");
            co_await work(mailbox);
        });
    } catch (const OutsideFailure& failure) {
        outcome.failure = failure.kind();
        outcome.what = failure.what();
    }
    return outcome;
}

asio::awaitable<void> nothing(ImapMailbox&) {
    co_return;
}

asio::awaitable<void> list(ImapMailbox& mailbox) {
    co_await mailbox.list_after(0);
}

const std::string two_found = "* SEARCH 2\r\n$T OK\r\n";

}

TEST_CASE("each command that is answered wrongly or not at all is a failure that may pass") {
    const auto transient = [](Answers answers, const Work& work) {
        const auto outcome = with_server(answers, work, std::chrono::milliseconds(200));
        INFO(outcome.what);
        CHECK(outcome.failure == Kind::transient);
    };
    for (const char* command : {"CAPABILITY", "SELECT"}) {
        INFO(command);
        transient({{command, "$CLOSE"}}, nothing);
        transient({{command, ""}}, nothing);
        transient({{command, "* BYE shutting down\r\n$CLOSE"}}, nothing);
        transient({{command, "$T OK half"}}, nothing);
    }
    for (const char* command : {"NOOP", "UID SEARCH"}) {
        INFO(command);
        transient({{command, "$CLOSE"}}, list);
        transient({{command, ""}}, list);
        transient({{command, "* BYE shutting down\r\n"}}, list);
        transient({{command, "$T BAD too fast\r\n"}}, list);
        transient({{command, "other OK\r\n"}}, list);                                // no tag of ours
        transient({{command, "* SEARCH one\r\n$T OK\r\n"}}, list);                   // no number
        transient({{command, std::string(imap_line_octets_max + 100, 'x')}}, list);  // an endless line
        transient({{command, "* 1 FETCH (BODY[] {4294967296}\r\n"}}, list);          // a huge literal
        transient({{command, "$T NO [UNAVAILABLE] later\r\n"}}, list);
    }
}

TEST_CASE("a folder that cannot be used is a failure that stays") {
    const auto permanent = [](const char* answer) {
        const auto outcome = with_server({{"SELECT", answer}}, nothing);
        INFO(outcome.what);
        CHECK(outcome.failure == Kind::permanent);
    };
    permanent("$T NO [NONEXISTENT] no such folder\r\n");
    permanent("* 3 EXISTS\r\n$T OK\r\n");  // no UIDVALIDITY
    permanent(
        "* 4000000000 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n* OK [UIDNEXT 2] x\r\n$T OK\r\n");  // too many
                                                                                              // mails
}

TEST_CASE("after a failure the mailbox is opened anew over a new connection") {
    asio::io_context loop;
    Heard heard;
    FakeServer fake(loop, fake_imap({{"UID SEARCH", "$CLOSE"}}, heard));
    ImapMailbox mailbox(plaintext_to(fake, MailServer::Protocol::imap),
                        {"bob", Login::Method::password, secret_of("secret")});
    run(loop, [&]() -> asio::awaitable<void> { co_await mailbox.open("INBOX"); });
    CHECK_THROWS_AS(run(loop, [&]() -> asio::awaitable<void> { co_await mailbox.list_after(0); }),
                    OutsideFailure);
    CHECK_THROWS_AS(run(loop, [&]() -> asio::awaitable<void> { co_await mailbox.list_after(0); }),
                    OutsideFailure);
    CHECK(fake.connections() == 1);
    run(loop, [&]() -> asio::awaitable<void> { co_await mailbox.open("INBOX"); });
    CHECK(fake.connections() == 2);
}

TEST_CASE("a mail that was not asked for, comes twice or is too large is not taken") {
    const std::string sizes =
        "* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n* 2 FETCH (UID 2 RFC822.SIZE 4)\r\n"
        "* 3 FETCH (UID 3 RFC822.SIZE 99999999)\r\n$T OK\r\n";
    const std::string mails =
        "* 9 FETCH (UID 9 BODY[] {1}\r\nx)\r\n* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n"
        "* VANISHED 77\r\n* 7 EXPUNGE\r\n* 2 FETCH (UID 2 BODY[] {3}\r\ntwo)\r\n"
        "* 2 FETCH (UID 2 BODY[] {3}\r\nduo)\r\n* 1 FETCH (BODY[] {1}\r\ny)\r\n$T OK\r\n";
    std::vector<std::string> taken;
    const auto outcome = with_server({{"UID FETCH 1:3", sizes}, {"UID FETCH 1:2", mails}},
                                     [&](ImapMailbox& mailbox) -> asio::awaitable<void> {
                                         co_await mailbox.fetch(one_to_three, [&](FetchedMail mail) {
                                             taken.push_back(std::to_string(mail.uid) + mail.raw);
                                         });
                                     });
    INFO(outcome.what);
    CHECK_FALSE(outcome.failure);
    CHECK(taken == std::vector<std::string>{"2two"});
}

TEST_CASE("one mail that the server cannot read does not keep back its neighbours") {
    const std::string sizes =
        "* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n* 2 FETCH (UID 2 RFC822.SIZE 4)\r\n"
        "* 3 FETCH (UID 3 RFC822.SIZE 4)\r\n$T OK\r\n";
    std::string taken;
    const auto outcome = with_server(
        {{"UID FETCH 1:3 (UID RFC822.SIZE)", sizes},
         {"UID FETCH 1:3 (UID BODY", "* 1 FETCH (UID 1 BODY[] {3}\r\none)\r\n$T NO [SERVERBUG] cannot\r\n"},
         {"UID FETCH 2 ", "$T NO [SERVERBUG] cannot\r\n"},
         {"UID FETCH 3 ", "* 3 FETCH (UID 3 BODY[] {5}\r\nthree)\r\n$T OK\r\n"}},
        [&](ImapMailbox& mailbox) -> asio::awaitable<void> {
            co_await mailbox.fetch(one_to_three, [&](FetchedMail mail) { taken += mail.raw + " "; });
        });
    INFO(outcome.what);
    CHECK_FALSE(outcome.failure);
    CHECK(taken == "one three ");
}

TEST_CASE("summaries are asked for one by one where the server fails at all of them") {
    std::size_t count = 0;
    const auto outcome = with_server(
        {{"UID FETCH 1:3", "$T NO cannot\r\n"},
         {"UID FETCH 2 ",
          "* 2 FETCH (UID 2 RFC822.SIZE 5 FLAGS (\\Seen) BODY[HEADER]<0> {3}\r\na: )\r\n$T OK\r\n"}},
        [&](ImapMailbox& mailbox) -> asio::awaitable<void> {
            count = (co_await mailbox.summaries(one_to_three)).size();
        });
    CHECK_FALSE(outcome.failure);
    CHECK(count == 1);
}

TEST_CASE("a mail is lost in the middle, and so is the connection") {
    const std::string size = "* 2 FETCH (UID 2 RFC822.SIZE 4)\r\n$T OK\r\n";
    const auto outcome =
        with_server({{"UID FETCH 2 (UID RFC", size},
                     {"UID FETCH 2 (UID BODY", "* 2 FETCH (UID 2 BODY[] {30}\r\nhalf$CLOSE"}},
                    [&](ImapMailbox& mailbox) -> asio::awaitable<void> {
                        co_await mailbox.fetch(two, [](FetchedMail) { FAIL("half a mail"); });
                    });
    CHECK(outcome.failure == Kind::transient);
}

TEST_CASE("mails are moved by MOVE, else by COPY and UID EXPUNGE, never by a plain EXPUNGE") {
    const auto moving = [](const char* capabilities) {
        return with_server(
                   {{"CAPABILITY", std::string("* CAPABILITY IMAP4rev1 ") + capabilities + "\r\n$T OK\r\n"}},
                   [&](ImapMailbox& mailbox) -> asio::awaitable<void> { co_await mailbox.move(two, "Done"); })
            .heard;
    };
    CHECK(moving("MOVE").count("UID MOVE 2 \"Done\"") == 1);
    const auto copied = moving("UIDPLUS");
    CHECK(copied.count("UID COPY 2 \"Done\"") == 1);
    CHECK(copied.count("UID STORE 2 +FLAGS.SILENT (\\Deleted)") == 1);
    CHECK(copied.count("UID EXPUNGE 2") == 1);
    const auto marked = moving("");
    CHECK(marked.count("UID COPY 2 \"Done\"") == 1);
    CHECK(marked.count("UID STORE 2 +FLAGS.SILENT ($Mentord)") == 1);
    CHECK(marked.count("UID STORE") == 1);
    for (const auto& heard : {copied, marked}) {
        CHECK(heard.count("EXPUNGE") == 0);
        CHECK(heard.count("CLOSE") == 0);
    }
}

TEST_CASE("a mailbox tells when it can only copy, and refuses to erase then") {
    const auto outcome = with_server({{"CAPABILITY", "* CAPABILITY IMAP4rev1\r\n$T OK\r\n"}},
                                     [&](ImapMailbox& mailbox) -> asio::awaitable<void> {
                                         CHECK(mailbox.moving() == Moving::copies);
                                         co_await mailbox.erase(two);
                                     });
    CHECK(outcome.failure == Kind::permanent);
    CHECK(outcome.what.find("UIDPLUS") != std::string::npos);
    CHECK(outcome.heard.count("UID") == 0);
}

TEST_CASE("a missing folder is made when a mail is to be moved there") {
    const auto outcome = with_server({{"UID MOVE", "$T NO [TRYCREATE] no such folder\r\n"}},
                                     [&](ImapMailbox& mailbox) -> asio::awaitable<void> {
                                         co_await mailbox.move(two, "Erledigt/Jänner");
                                     });
    CHECK(outcome.failure == Kind::permanent);  // this server refuses it a second time
    CHECK(outcome.heard.count("CREATE \"Erledigt/J&AOQ-nner\"") == 1);
    CHECK(outcome.heard.count("UID MOVE") == 2);
}

TEST_CASE("no keyword is set where the folder keeps none") {
    const auto marks = [](const char* flags, const char* access) {
        const auto answer = std::string("* 3 EXISTS\r\n* OK [UIDVALIDITY 9] x\r\n* OK [UIDNEXT 4] x\r\n") +
                            flags + "$T OK " + access + "\r\n";
        return with_server({{"SELECT", answer}},
                           [&](ImapMailbox& mailbox) -> asio::awaitable<void> {
                               co_await mailbox.mark(two, our_keyword);
                           })
            .heard.count("UID STORE 2 +FLAGS.SILENT ($Mentord)");
    };
    CHECK(marks("* OK [PERMANENTFLAGS (\\Seen \\*)] x\r\n", "[READ-WRITE]") == 1);
    CHECK(marks("* OK [PERMANENTFLAGS (\\Seen $Mentord)] x\r\n", "[READ-WRITE]") == 1);
    CHECK(marks("* OK [PERMANENTFLAGS (\\Seen $MentordX)] x\r\n", "[READ-WRITE]") == 0);
    CHECK(marks("* OK [PERMANENTFLAGS (\\Seen)] x\r\n", "[READ-WRITE]") == 0);
    CHECK(marks("* OK [PERMANENTFLAGS (\\Seen \\*)] x\r\n", "[READ-ONLY]") == 0);
    CHECK(marks("", "[READ-WRITE]") == 0);
}

TEST_CASE("a large folder is listed in slices, from the top down") {
    Uids uids;
    const auto outcome = with_server(
        {{"SELECT", "* 120000 EXISTS\r\n* OK [UIDVALIDITY 9] x\r\n* OK [UIDNEXT 900000] x\r\n$T OK\r\n"},
         {"UID SEARCH 70001:* UID 6:*", "* SEARCH 899999 800000\r\n$T OK\r\n"},
         {"UID SEARCH 20001:70000 UID 6:*", "* 1 EXPUNGE\r\n* SEARCH 800000 5000\r\n$T OK\r\n"},
         {"UID SEARCH 1:20000 UID 6:*", "* SEARCH 5 7\r\n$T OK\r\n"}},
        [&](ImapMailbox& mailbox) -> asio::awaitable<void> { uids = co_await mailbox.list_after(5); });
    INFO(outcome.what);
    CHECK_FALSE(outcome.failure);
    CHECK(uids == Uids{7, 5000, 800000, 899999});
}

TEST_CASE("news end the wait, and NOOP is asked after each awakening") {
    const auto waiting = [](Answers answers) {
        return with_server(std::move(answers), [](ImapMailbox& mailbox) -> asio::awaitable<void> {
            co_await mailbox.wait_for_news(std::chrono::hours(1), std::chrono::minutes(10));
        });
    };
    const auto told = waiting({{"IDLE", "+ idling\r\n* 2 EXPUNGE\r\n* 3 EXISTS\r\n"}});  // one went, one came
    CHECK_FALSE(told.failure);
    CHECK(told.heard.count("DONE") == 1);
    CHECK(told.heard.lines.back() == "NOOP");
    CHECK(waiting({{"IDLE", "+ idling\r\n* BYE\r\n$CLOSE"}}).failure == Kind::transient);
    CHECK(waiting({{"IDLE", "+ idling\r\n$T OK enough\r\n"}}).failure == Kind::transient);
    CHECK(waiting({{"IDLE", "$CLOSE"}}).failure == Kind::transient);
}

TEST_CASE("a quiet wait ends in time, also where IDLE is refused or missing") {
    const auto waiting = [](Answers answers) {
        return with_server(std::move(answers),
                           [](ImapMailbox& mailbox) -> asio::awaitable<void> {
                               co_await mailbox.wait_for_news(std::chrono::seconds(2),
                                                              std::chrono::seconds(1));
                           })
            .heard;
    };
    CHECK(waiting({}).count("IDLE") == 2);  // renewed for the poll
    CHECK(waiting({{"IDLE", "$T NO not today\r\n"}}).count("IDLE") == 1);
    CHECK(waiting({{"CAPABILITY", "* CAPABILITY IMAP4rev1\r\n$T OK\r\n"}}).count("IDLE") == 0);
}

TEST_CASE("a wait is ended by whoever wants to stop") {
    for (const char* idle : {"+ idling\r\n", "$T NO\r\n"}) {
        const auto outcome = with_server({{"IDLE", idle}}, [](ImapMailbox& mailbox) -> asio::awaitable<void> {
            const auto executor = co_await asio::this_coro::executor;
            asio::steady_timer soon(executor, std::chrono::milliseconds(50));
            soon.async_wait([&](const boost::system::error_code&) { mailbox.wake(); });
            co_await mailbox.wait_for_news(std::chrono::hours(1), std::chrono::hours(1));
            co_await mailbox.list_after(0);
            mailbox.wake();
            co_await mailbox.wait_for_news(std::chrono::hours(1), std::chrono::hours(1));
            co_await mailbox.list_after(0);
        });
        CHECK_FALSE(outcome.failure);
    }
}

TEST_CASE("a name that is no folder's is not sent") {
    const auto outcome = with_server({}, [](ImapMailbox& mailbox) -> asio::awaitable<void> {
        co_await mailbox.ensure_folder("x\r\ny DELETE INBOX");
    });
    CHECK(outcome.failure == Kind::permanent);
    CHECK(outcome.heard.lines.back().rfind("SELECT", 0) == 0);
}
