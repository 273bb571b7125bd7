// SPDX-License-Identifier: MIT
// Words of danger to self or others, in two strengths: weak alarms two named humans, strong also brings the
// writer one letter with helplines at once.
#pragma once

namespace mentoring {

enum class Danger { none, weak, strong };

}
