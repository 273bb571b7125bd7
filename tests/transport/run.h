// SPDX-License-Identifier: MIT
// Runs a coroutine to its end in a loop of its own, and hands out what it threw. Inside, no co_await may
// stand in a CHECK, where GCC 12 evaluates it several times, and no braced list.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <functional>

namespace mentoring {

inline void run(boost::asio::io_context& loop, std::function<boost::asio::awaitable<void>()> work) {
    std::exception_ptr failure;
    boost::asio::co_spawn(loop, work, [&](std::exception_ptr thrown) {
        failure = thrown;
        loop.stop();
    });
    loop.restart();
    loop.run();
    if (failure) std::rethrow_exception(failure);
}

inline void run(std::function<boost::asio::awaitable<void>()> work) {
    boost::asio::io_context loop;
    run(loop, std::move(work));
}

}
