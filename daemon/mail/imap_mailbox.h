// SPDX-License-Identifier: MIT
// A mailbox over IMAP4rev1 (RFC 3501) with the extensions that the server offers: IDLE (RFC 2177), UIDPLUS
// (RFC 4315), MOVE (RFC 6851). A guest: nothing is ever marked \Seen, and no EXPUNGE without UIDs is ever
// sent. Dials at the first call of open() and again after any failure; one call at a time.
#pragma once

#include <memory>

#include "daemon/mail/session.h"
#include "daemon/outside.h"

namespace mentoring {

inline constexpr std::size_t header_octets_max = 64 * 1024;
inline constexpr std::size_t mail_octets_max = 48 * 1024 * 1024;
inline constexpr std::size_t fetch_mails_max = 100;               // in one command
inline constexpr std::size_t fetch_octets_max = 4 * 1024 * 1024;  // of RFC822.SIZE in one command
inline constexpr std::size_t fetch_commands_outstanding = 3;
inline constexpr std::uint32_t folder_mails_max = 2'000'000;
inline constexpr std::chrono::minutes idle_renewal{10};

class ImapMailbox : public Mailbox {
public:
    ImapMailbox(MailServer server, Login login);
    ~ImapMailbox() override;

    boost::asio::awaitable<FolderStatus> open(const std::string& folder) override;
    boost::asio::awaitable<std::vector<std::uint32_t>> list_after(std::uint32_t after) override;
    boost::asio::awaitable<std::vector<std::uint32_t>> list_since(Date day) override;
    boost::asio::awaitable<std::vector<std::uint32_t>> list_marked(const std::string& keyword,
                                                                   Date before) override;
    // Ascending; a mail that is gone is left out. The header is cut at header_octets_max.
    boost::asio::awaitable<std::vector<MailSummary>> summaries(
        const std::vector<std::uint32_t>& uids) override;
    // A mail that is gone, above mail_octets_max, or that the server refuses to give is left out.
    boost::asio::awaitable<void> fetch(const std::vector<std::uint32_t>& uids,
                                       const std::function<void(FetchedMail)>& take) override;
    // Does nothing where the folder keeps no keywords.
    boost::asio::awaitable<void> mark(const std::vector<std::uint32_t>& uids,
                                      const std::string& keyword) override;
    // Without MOVE and UIDPLUS the mail is copied and only marked with our_keyword: see moving().
    boost::asio::awaitable<void> move(const std::vector<std::uint32_t>& uids,
                                      const std::string& folder) override;
    boost::asio::awaitable<void> ensure_folder(const std::string& folder) override;
    boost::asio::awaitable<void> erase(const std::vector<std::uint32_t>& uids) override;
    boost::asio::awaitable<void> wait_for_news(std::chrono::seconds longest,
                                               std::chrono::seconds poll) override;
    void wake() override;
    Moving moving() const override;
    // LOGOUT; open() dials again.
    boost::asio::awaitable<void> close() override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}
