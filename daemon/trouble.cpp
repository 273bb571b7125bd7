// SPDX-License-Identifier: MIT
#include "daemon/trouble.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "daemon/alarm.h"

namespace mentoring {

std::chrono::milliseconds Trouble::failed(const std::shared_ptr<const House>& house,
                                          const std::string& what) {
    if (!std::exchange(present_, true)) {
        spdlog::error("{}: {}", where_, what);
        raise_alarm(io_, house->settings.alarm, where_ + ": " + what);
    } else {
        spdlog::debug("{}: {}", where_, what);
    }
    const auto wait = delay_;
    delay_ = std::min<std::chrono::milliseconds>(delay_ * 2, reconnect_longest);
    return wait;
}

void Trouble::over(const std::shared_ptr<const House>& house) {
    delay_ = reconnect_first;
    if (!std::exchange(present_, false)) return;
    spdlog::info("{}: it is over", where_);
    raise_alarm(io_, house->settings.alarm, where_ + ": it is over");
}

}
