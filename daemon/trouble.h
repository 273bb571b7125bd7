// SPDX-License-Identifier: MIT
// Trouble with one server or the disk: said once when it begins and once when it is over.
#pragma once

#include <utility>

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <memory>
#include <string>

#include "daemon/stations/house.h"

namespace mentoring {

inline constexpr std::chrono::seconds reconnect_first{1};
inline constexpr std::chrono::seconds reconnect_longest{300};

class Trouble {
public:
    Trouble(boost::asio::io_context& io, std::string where) : io_(io), where_(std::move(where)) {}

    // How long to wait before it is tried again.
    std::chrono::milliseconds failed(const std::shared_ptr<const House>& house, const std::string& what);
    void over(const std::shared_ptr<const House>& house);

private:
    boost::asio::io_context& io_;
    std::string where_;
    bool present_ = false;
    std::chrono::milliseconds delay_ = reconnect_first;
};

}
