// SPDX-License-Identifier: MIT
// A relay over SMTP (RFC 5321), pipelined where the server offers it (RFC 2920), one recipient a letter.
// What is known of each letter after trouble is told by whether its final dot was handed over. The connection
// is kept for a while between calls; one call at a time.
#pragma once

#include <memory>

#include "daemon/mail/session.h"
#include "daemon/outside.h"

namespace mentoring {

inline constexpr std::size_t relay_connections_max = 4;
inline constexpr std::size_t letters_a_connection = 100;
inline constexpr std::chrono::milliseconds verdict_patience =
    std::chrono::minutes(10);  // RFC 5321 §4.5.3.2.6
inline constexpr std::chrono::milliseconds relay_idle_max = std::chrono::seconds(30);

struct RelayManners {
    std::size_t connections = 1;                           // 1 to relay_connections_max
    std::chrono::milliseconds verdict = verdict_patience;  // silence after the dot
    std::chrono::milliseconds idle = relay_idle_max;       // an unused connection says QUIT after this
};

class SmtpRelay : public Relay {
public:
    SmtpRelay(MailServer server, Login login, RelayManners manners = {});
    ~SmtpRelay() override;

    boost::asio::awaitable<std::vector<SendVerdict>> send(const std::vector<Envelope>& letters,
                                                          const BeforeDot& before_dot) override;
    // QUIT on every connection that is still open.
    boost::asio::awaitable<void> close() override;

private:
    struct Talk;
    std::shared_ptr<Talk> talk_;
};

}
