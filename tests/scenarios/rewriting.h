// SPDX-License-Identifier: MIT
// Whether the transcripts are compared or written anew.
#pragma once

namespace mentoring {

enum class Rewriting { off, on };
inline Rewriting& rewriting() {
    static Rewriting mode = Rewriting::off;
    return mode;
}

}
