// SPDX-License-Identifier: MIT
#include "daemon/mail/session_dial.h"

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <strings.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <optional>

#include "daemon/mail/deadline.h"
#include "daemon/mail/printable.h"
#include "daemon/outside.h"

namespace mentoring {

namespace asio = boost::asio;

namespace {

using Descriptor = asio::posix::stream_descriptor;
constexpr long keepalive_idle_seconds = 120;
constexpr long keepalive_interval_seconds = 60;

// libcurl leaves SIGPIPE alone when it is told to use no signals, and OpenSSL may raise it.
void set_up_curl_once() {
    static const CURLcode done = [] {
        std::signal(SIGPIPE, SIG_IGN);
        return curl_global_init(CURL_GLOBAL_DEFAULT);
    }();
    if (done != CURLE_OK) throw OutsideFailure(OutsideFailure::Kind::permanent, "libcurl does not start");
}

bool is_loopback(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
        return (ntohl(v4.sin_addr.s_addr) >> 24) == 127;
    }
    if (address.sa_family == AF_INET6)
        return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
    return false;
}

// Children of this process shall not hold our connections open.
curl_socket_t open_socket(void* security, curlsocktype, curl_sockaddr* place) {
    if (*static_cast<const Security*>(security) == Security::plaintext && !is_loopback(place->addr))
        return CURL_SOCKET_BAD;
    return ::socket(place->family, place->socktype | SOCK_CLOEXEC, place->protocol);
}

bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= 255 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]") ==
               std::string_view::npos;
}

// The first and the last line of what the server said before it was our turn.
struct Greeting {
    static constexpr std::size_t line_octets_max = 1000;
    std::string first;
    std::string last;

    static std::size_t take(char* data, std::size_t size, std::size_t count, void* user) {
        auto& greeting = *static_cast<Greeting*>(user);
        greeting.last.assign(data, std::min(size * count, line_octets_max));
        if (greeting.first.empty()) greeting.first = greeting.last;
        return size * count;
    }
};

// Gives libcurl's sockets and timer to Asio (curl_multi_socket_action) until the connection stands.
class Dialling {
public:
    Dialling(CURLM* multi, asio::any_io_executor executor)
        : multi_(multi), executor_(executor), finished_(executor), tick_(executor, [this] { expired(); }) {
        curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, &Dialling::on_socket);
        curl_multi_setopt(multi_, CURLMOPT_SOCKETDATA, this);
        curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, &Dialling::on_timer);
        curl_multi_setopt(multi_, CURLMOPT_TIMERDATA, this);
    }
    ~Dialling() {
        curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, nullptr);
        curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, nullptr);
        for (auto& [number, watch] : watches_) watch->end();
    }
    Dialling(const Dialling&) = delete;
    Dialling& operator=(const Dialling&) = delete;

    asio::awaitable<CURLcode> run(CURL* easy, std::chrono::milliseconds patience) {
        finished_.expires_after(patience);
        curl_multi_add_handle(multi_, easy);
        boost::system::error_code cancelled;
        if (!result_) co_await finished_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
        co_return result_.value_or(CURLE_OPERATION_TIMEDOUT);
    }

private:
    // One socket under watch; its calls may come after Dialling has gone.
    struct Watch {
        Descriptor descriptor;
        Dialling* owner;
        curl_socket_t socket;
        int wanted = 0;
        int waiting = 0;
        void end() {
            owner = nullptr;
            descriptor.close();
        }
    };
    using Watched = std::shared_ptr<Watch>;

    static int on_socket(CURL*, curl_socket_t socket, int what, void* user, void*) {
        static_cast<Dialling*>(user)->watch(socket, what);
        return 0;
    }

    static int on_timer(CURLM*, long milliseconds, void* user) {
        auto& tick = static_cast<Dialling*>(user)->tick_;
        if (milliseconds < 0) {
            tick.clear();
        } else {
            tick.set(std::chrono::milliseconds(milliseconds));
        }
        return 0;
    }

    void watch(curl_socket_t socket, int what) {
        const auto found = watches_.find(socket);
        if (what == CURL_POLL_REMOVE) {
            if (found == watches_.end()) return;
            found->second->end();
            watches_.erase(found);
            return;
        }
        auto& watched = found != watches_.end() ? found->second : watches_[socket];
        if (!watched)
            watched = std::make_shared<Watch>(
                Watch{Descriptor(executor_, ::fcntl(socket, F_DUPFD_CLOEXEC, 0)), this, socket});
        watched->wanted = what;
        wait(watched);
    }

    static void wait(const Watched& watched) {
        wait_for(watched, CURL_POLL_IN, Descriptor::wait_read, CURL_CSELECT_IN);
        wait_for(watched, CURL_POLL_OUT, Descriptor::wait_write, CURL_CSELECT_OUT);
    }

    static void wait_for(const Watched& watched, int poll, Descriptor::wait_type type, int event) {
        if (!(watched->wanted & poll) || (watched->waiting & poll)) return;
        watched->waiting |= poll;
        watched->descriptor.async_wait(type, [=](const boost::system::error_code& error) {
            watched->waiting &= ~poll;
            if (watched->owner == nullptr || error == asio::error::operation_aborted) return;
            if (watched->wanted & poll)
                watched->owner->act(watched->socket, error ? CURL_CSELECT_ERR : event);
            if (watched->owner != nullptr) wait(watched);
        });
    }

    void expired() { act(CURL_SOCKET_TIMEOUT, 0); }

    void act(curl_socket_t socket, int event) {
        int running = 0;
        curl_multi_socket_action(multi_, socket, event, &running);
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            result_ = message->data.result;
            finished_.cancel();
        }
    }

    CURLM* multi_;
    asio::any_io_executor executor_;
    asio::steady_timer finished_;
    Deadline tick_;
    std::map<curl_socket_t, Watched> watches_;
    std::optional<CURLcode> result_;
};

const char* scheme(const MailServer& server) {
    if (server.protocol == MailServer::Protocol::imap)
        return server.security == Security::tls ? "imaps://" : "imap://";
    return server.security == Security::tls ? "smtps://" : "smtp://";
}

void check_names(const MailServer& server) {
    if (!is_name(server.host) || !is_name(server.own_name))
        throw OutsideFailure(OutsideFailure::Kind::permanent, "server: not a host name");
}

std::string url(const MailServer& server) {
    std::string text = scheme(server) + server.host + ":" + std::to_string(server.port) + "/";
    return server.protocol == MailServer::Protocol::smtp ? text + server.own_name : text;
}

void choose_place(CURL* easy, const MailServer& server) {
    curl_easy_setopt(easy, CURLOPT_URL, url(server).c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "imap,imaps,smtp,smtps");
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(server.dialling.count()));
    curl_easy_setopt(easy, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPIDLE, keepalive_idle_seconds);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPINTVL, keepalive_interval_seconds);
}

void choose_security(CURL* easy, const MailServer& server) {
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &server.security);
    if (server.security != Security::plaintext)
        curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!server.ca_file.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, server.ca_file.c_str());
}

void choose_login(CURL* easy, const Login& login, const std::string& secret) {
    curl_easy_setopt(easy, CURLOPT_USERNAME, login.user.c_str());
    const bool bearer = login.method == Login::Method::bearer;
    curl_easy_setopt(easy, bearer ? CURLOPT_XOAUTH2_BEARER : CURLOPT_PASSWORD, secret.c_str());
    curl_easy_setopt(easy, CURLOPT_SASL_IR, 1L);
}

// RFC 5530 and RFC 4954 §6: some refusals of a login are the server's trouble, not a wrong password.
bool refused_for_now(const Greeting& greeting) {
    if (greeting.last[0] == '4') return true;
    for (const char* code : {"[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]"})
        if (greeting.last.find(code) != std::string::npos) return true;
    return false;
}

OutsideFailure::Kind kind_of(CURLcode code, const Greeting& greeting) {
    switch (code) {
        case CURLE_LOGIN_DENIED:
            return refused_for_now(greeting) ? OutsideFailure::Kind::transient
                                             : OutsideFailure::Kind::permanent;
        case CURLE_USE_SSL_FAILED:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
            return OutsideFailure::Kind::permanent;
        default:
            return OutsideFailure::Kind::transient;
    }
}

// A greeting or a refusal is told; a SASL challenge, which may echo something, is not.
std::string words_of(const Greeting& greeting) {
    const std::string_view last = greeting.last;
    const bool refusal = last.find(" NO ") != last.npos || last.find(" BAD ") != last.npos ||
                         last.substr(0, 5) == "* BYE" || last[0] == '4' || last[0] == '5';
    return refusal ? " (" + printable(last) + ")" : "";
}

void check_result(CURLcode code, const MailServer& server, const Greeting& greeting) {
    const auto place = server.host + ":" + std::to_string(server.port) + ": ";
    if (code != CURLE_OK)
        throw OutsideFailure(kind_of(code, greeting), place + curl_easy_strerror(code) + words_of(greeting));
    const bool unasked_login = strncasecmp(greeting.first.c_str(), "* PREAUTH", 9) == 0;
    if (unasked_login && server.security != Security::tls)
        throw OutsideFailure(OutsideFailure::Kind::permanent,
                             place + "the server took us for somebody before we had said who we are");
}

}

CurlConnection::CurlConnection() {
    set_up_curl_once();
    multi_.reset(curl_multi_init());
    easy_ = curl_easy_init();
    if (!multi_ || easy_ == nullptr) throw std::bad_alloc();
}

CurlConnection::~CurlConnection() {
    curl_multi_remove_handle(multi_.get(), easy_);
    curl_easy_cleanup(easy_);
}

curl_socket_t CurlConnection::socket() const {
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(easy_, CURLINFO_ACTIVESOCKET, &socket);
    return socket;
}

asio::awaitable<std::unique_ptr<CurlConnection>> dial_connection(const MailServer& server,
                                                                 const Login& login) {
    check_names(server);
    const auto executor = co_await asio::this_coro::executor;
    auto connection = std::make_unique<CurlConnection>();
    std::string secret = co_await login.secret();
    choose_place(connection->easy(), server);
    choose_security(connection->easy(), server);
    choose_login(connection->easy(), login, secret);
    ::explicit_bzero(secret.data(), secret.size());
    Greeting greeting;
    curl_easy_setopt(connection->easy(), CURLOPT_HEADERFUNCTION, &Greeting::take);
    curl_easy_setopt(connection->easy(), CURLOPT_HEADERDATA, &greeting);
    CURLcode code = CURLE_OK;
    {
        Dialling dialling(connection->multi(), executor);
        code = co_await dialling.run(connection->easy(), server.dialling);
    }
    curl_easy_setopt(connection->easy(), CURLOPT_OPENSOCKETDATA, nullptr);
    curl_easy_setopt(connection->easy(), CURLOPT_HEADERFUNCTION, nullptr);
    curl_easy_setopt(connection->easy(), CURLOPT_HEADERDATA, nullptr);
    check_result(code, server, greeting);
    co_return connection;
}

}
