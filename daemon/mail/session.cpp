// SPDX-License-Identifier: MIT
#include "daemon/mail/session.h"

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <fcntl.h>

#include <vector>

#include "daemon/mail/deadline.h"
#include "daemon/mail/session_dial.h"
#include "daemon/outside.h"

namespace mentoring {

namespace asio = boost::asio;

namespace {

using Descriptor = asio::posix::stream_descriptor;
constexpr std::size_t read_octets_max = 64 * 1024;
constexpr unsigned reads_in_a_row_max = 64;  // then the other sessions of the thread have their turn

}

struct Session::Wire {
    Wire(const asio::any_io_executor& executor, std::unique_ptr<CurlConnection> dialled, MailServer to)
        : server(std::move(to)),
          connection(std::move(dialled)),
          descriptor(executor, ::fcntl(connection->socket(), F_DUPFD_CLOEXEC, 0)),
          deadline(executor, [this] { descriptor.cancel(); }),
          buffer(read_octets_max) {}

    [[noreturn]] void fail(const std::string& what) const {
        throw OutsideFailure(OutsideFailure::Kind::transient,
                             server.host + ":" + std::to_string(server.port) + ": " + what);
    }

    asio::awaitable<void> wait(Descriptor::wait_type type) {
        boost::system::error_code cancelled;
        co_await descriptor.async_wait(type, asio::redirect_error(asio::use_awaitable, cancelled));
    }

    MailServer server;
    std::unique_ptr<CurlConnection> connection;
    Descriptor descriptor;
    Deadline deadline;
    std::vector<char> buffer;
    std::uint64_t handed_over = 0;
    unsigned reads_in_a_row = 0;
    bool woken = false;
};

Session::Session(std::unique_ptr<Wire> wire) : wire_(std::move(wire)) {}
Session::~Session() = default;

asio::awaitable<std::unique_ptr<Session>> Session::dial(MailServer server, Login login) {
    const auto executor = co_await asio::this_coro::executor;
    auto connection = co_await dial_connection(server, login);
    auto wire = std::make_unique<Wire>(executor, std::move(connection), std::move(server));
    std::unique_ptr<Session> session(new Session(std::move(wire)));
    session->allow(session->wire_->server.answering);
    co_return session;
}

void Session::allow(std::chrono::milliseconds span) {
    wire_->deadline.set(span);
}

void Session::wake() {
    wire_->woken = true;
    wire_->descriptor.cancel();
}

std::uint64_t Session::octets_handed_over() const {
    return wire_->handed_over;
}

asio::awaitable<void> Session::write(std::string_view bytes) {
    auto& wire = *wire_;
    while (!bytes.empty()) {
        std::size_t sent = 0;
        const CURLcode code = curl_easy_send(wire.connection->easy(), bytes.data(), bytes.size(), &sent);
        if (code != CURLE_OK && code != CURLE_AGAIN) wire.fail(curl_easy_strerror(code));
        wire.handed_over += sent;
        bytes.remove_prefix(sent);
        if (code != CURLE_AGAIN) continue;
        if (wire.deadline.is_over()) wire.fail("takes no more octets");
        co_await wire.wait(Descriptor::wait_write);
    }
}

asio::awaitable<std::string_view> Session::read() {
    auto& wire = *wire_;
    if (++wire.reads_in_a_row > reads_in_a_row_max) {
        wire.reads_in_a_row = 0;
        co_await asio::post(asio::use_awaitable);
    }
    while (!wire.deadline.is_over() && !std::exchange(wire.woken, false)) {
        std::size_t count = 0;
        const CURLcode code =
            curl_easy_recv(wire.connection->easy(), wire.buffer.data(), wire.buffer.size(), &count);
        if (code == CURLE_OK && count > 0) co_return std::string_view(wire.buffer.data(), count);
        if (code == CURLE_OK) wire.fail("the server closed the connection");
        if (code != CURLE_AGAIN) wire.fail(curl_easy_strerror(code));
        wire.reads_in_a_row = 0;
        co_await wire.wait(Descriptor::wait_read);
    }
    co_return std::string_view();
}

}
