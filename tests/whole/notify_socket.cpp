// SPDX-License-Identifier: MIT
#include "tests/whole/notify_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <stdexcept>

namespace mentoring {

NotifySocket::NotifySocket(std::filesystem::path path) : path_(std::move(path)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto name = path_.string();
    if (name.size() >= sizeof address.sun_path) throw std::runtime_error("too long for a socket: " + name);
    name.copy(address.sun_path, name.size());
    std::filesystem::remove(path_);
    socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket_ < 0 || bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("no socket " + name);
}

NotifySocket::~NotifySocket() {
    close(socket_);
    std::error_code gone;
    std::filesystem::remove(path_, gone);
}

std::string NotifySocket::next(std::chrono::milliseconds longest) {
    pollfd waiting{socket_, POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(longest.count())) <= 0) return {};
    std::string message(4096, '\0');
    const auto size = recv(socket_, message.data(), message.size(), 0);
    message.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return message;
}

bool NotifySocket::hears(const std::string& message, std::chrono::milliseconds longest) {
    for (;;) {
        const auto next_one = next(longest);
        if (next_one == message) return true;
        if (next_one.empty()) return false;
    }
}

}
