// SPDX-License-Identifier: MIT
#include "daemon/alarm.h"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "daemon/mail/command_output.h"
#include "daemon/outside.h"

namespace mentoring {

namespace {

boost::asio::awaitable<void> say(std::vector<std::string> command, std::string text) {
    try {
        const auto said = co_await command_output(std::move(command), text + "\n");
        if (said.status != 0) spdlog::error("alert_command ended with status {}", said.status);
    } catch (const OutsideFailure& failure) {
        spdlog::error("alert_command: {}", failure.what());
    }
}

}

void raise_alarm(boost::asio::io_context& io, const AlarmSettings& settings, std::string text) {
    if (settings.command.empty()) return;
    boost::asio::co_spawn(io, say(settings.command, std::move(text)), boost::asio::detached);
}

}
