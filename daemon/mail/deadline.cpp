// SPDX-License-Identifier: MIT
#include "daemon/mail/deadline.h"

#include <boost/asio/steady_timer.hpp>

namespace mentoring {

// A timer's call may already stand in the queue when the timer is set anew or destroyed; `turn` tells it.
struct Deadline::State {
    boost::asio::steady_timer timer;
    std::function<void()> over;
    unsigned turn = 0;
    bool is_over = false;
};

Deadline::Deadline(const boost::asio::any_io_executor& executor, std::function<void()> over)
    : state_(std::make_shared<State>(State{boost::asio::steady_timer(executor), std::move(over)})) {}

Deadline::~Deadline() {
    clear();
}

void Deadline::set(std::chrono::milliseconds span) {
    clear();
    state_->timer.expires_after(span);
    state_->timer.async_wait([state = state_, turn = state_->turn](const boost::system::error_code& error) {
        if (error || turn != state->turn) return;
        state->is_over = true;
        state->over();
    });
}

void Deadline::clear() {
    ++state_->turn;
    state_->is_over = false;
    state_->timer.cancel();
}

bool Deadline::is_over() const {
    return state_->is_over;
}

}
