// SPDX-License-Identifier: MIT
// Who will read the answer to a letter, in words: computed from what the program keeps of each answer that is
// offered, answer by answer where they differ, from who holds the offices, and from the settings that say who
// can open the mailbox and who runs the machine. It never promises more than is true.
#pragma once

#include <string>

#include "workflow/deciding/roles.h"
#include "workflow/model/effect.h"

namespace mentoring {

// Keys of the program's [texts]: who else can open the mailbox, and who runs the machine. `sealed_mailbox`
// present: answers to evaluation and concern letters go to a mailbox of their own.
inline constexpr const char* mailbox_readers_text = "mailbox_readers";
inline constexpr const char* run_by_text = "run_by";
inline constexpr const char* sealed_mailbox_text = "sealed_mailbox";

std::string readers_sentence(const Scene& scene, const Letter& letter);

}
