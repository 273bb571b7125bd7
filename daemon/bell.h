// SPDX-License-Identifier: MIT
// What one coroutine waits for and others ring; what was rung while nobody waited is heard at once.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>

namespace mentoring {

class Bell {
public:
    explicit Bell(boost::asio::io_context& io) : timer_(io) {}
    void ring() {
        rung_ = true;
        timer_.cancel();
    }
    boost::asio::awaitable<void> wait(std::chrono::milliseconds longest) {
        if (!rung_) {
            timer_.expires_after(longest);
            boost::system::error_code ignored;
            co_await timer_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
        }
        rung_ = false;
    }

private:
    boost::asio::steady_timer timer_;
    bool rung_ = false;
};

}
