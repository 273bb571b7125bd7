// SPDX-License-Identifier: MIT
#include "daemon/mail/imap_mailbox.h"

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
    while (text.size() < octets) text += "0123456789012345678901234567890123456789012345678901234567890123456\r\n";
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
        CHECK((co_await mailbox.list_after(2)) == last);
        CHECK((co_await mailbox.list_after(3)).empty());
        const auto summaries = co_await mailbox.summaries(uids);
        REQUIRE(summaries.size() == 3);
        CHECK(summaries[1].size > 200'000);
        CHECK(summaries[1].header.find("Subject: two") != std::string::npos);
        CHECK(summaries[1].arrived > Instant(std::chrono::seconds(1'600'000'000)));
        std::vector<FetchedMail> mails;
        co_await mailbox.fetch(uids, [&](FetchedMail fetched) { mails.push_back(std::move(fetched)); });
        REQUIRE(mails.size() == 3);
        CHECK(mails[1].raw.size() == summaries[1].size);
        CHECK((co_await mailbox.summaries(uids))[1].flags.count("\\Seen") == 0);
        co_await mailbox.close();
    });
}
