// SPDX-License-Identifier: MIT
// The second channel for what must not wait for mail: the operator's own command gets the text on its
// standard input. Said once for each trouble, and once more when it is over.
#pragma once

#include <utility>

#include <boost/asio/io_context.hpp>

#include <string>

#include "daemon/settings/settings.h"

namespace mentoring {

// Starts it and returns at once; its failure is logged.
void raise_alarm(boost::asio::io_context& io, const AlarmSettings& settings, std::string text);

}
