// SPDX-License-Identifier: MIT
// A span of time after which something is called, once: a wait is broken off, a connection given up. Setting
// it anew begins anew; an object that is gone calls nothing.
#pragma once

#include <utility>

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <functional>
#include <memory>

namespace mentoring {

class Deadline {
public:
    Deadline(const boost::asio::any_io_executor& executor, std::function<void()> over);
    ~Deadline();
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    void set(std::chrono::milliseconds span);
    void clear();
    bool is_over() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}
