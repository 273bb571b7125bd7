// SPDX-License-Identifier: MIT
// What systemd would hear from a service: a socket for NOTIFY_SOCKET.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace mentoring {

class NotifySocket {
public:
    // Throws std::runtime_error where there can be none of that name.
    explicit NotifySocket(std::filesystem::path path);
    ~NotifySocket();
    NotifySocket(const NotifySocket&) = delete;
    NotifySocket& operator=(const NotifySocket&) = delete;

    std::string environment() const { return "NOTIFY_SOCKET=" + path_.string(); }
    // The next message; empty where none comes for so long.
    std::string next(std::chrono::milliseconds longest);
    // Passes over everything else; false where it does not come: each message in between may take so long.
    bool hears(const std::string& message, std::chrono::milliseconds longest = std::chrono::seconds(20));

private:
    std::filesystem::path path_;
    int socket_ = -1;
};

}
