// SPDX-License-Identifier: MIT
// What the crash shim has counted in one process; it lies in a mapped file, so that it outlives a SIGKILL.
#pragma once

namespace mentoring {

struct CallCounts {
    long all = 0;
    long writes = 0;
    long sends = 0;
    long syncs = 0;
};

}
