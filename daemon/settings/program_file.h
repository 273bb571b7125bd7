// SPDX-License-Identifier: MIT
// A programme file (TOML) to Program. The shapes and their keys:
//
//   name title code zone language version rest suggestions holidays rated alarm
//   [office.NAME]    title deputy mentors
//   [opening.NAME]   by goto LETTERS readers
//   [state.NAME]     says owner final enter on after each running waiver all form cadence   (of the case)
//   [pairing.NAME]   the same but for each, running                                         (of one pairing)
//   [any]            on
//   [every.NAME]     when LETTERS
//   [concern]        wait LETTERS
//   [gone.mentee] [gone.mentor]   goto LETTERS
//   [told] [texts] [moved]        NAME = "text"
//
//   LETTERS          letter = "x", to = "role", rest = "20 minutes", words = ["request"]
//                    – or letters = [{ letter, to, rest, words }, …]
//   enter            { LETTERS } or [{ letter, to, rest, words }, …]; `to` is the owner where it is not said
//   on.ANSWER        by ("role" or ["role", …]) takes yes no goto once_paired case LETTERS proof owner keep
//                    readers outcome does needs becomes; by yes = true a plain yes says it, by no = true a
//                    plain no
//   after = [{ }]    from wait repeat LETTERS owner answer goto once_paired case outcome
//   each             role pairing first enough exhausted siblings full: the last four { goto, LETTERS }
//   running          ended = { OUTCOME = { goto, LETTERS }, none = { … }, other = { … } }
//   waiver           goto
//   all              roles answer yes goto LETTERS outcome
//   form             by answer fields = [{ name, label, question, needed, readers }] rated readers goto
//                    LETTERS ask_again low = { at_most = 2, LETTERS }
//   cadence          rhythm LETTERS meetings_a_year in_person_a_year monthly_then_quarterly
//
// Spans are "20 minutes", "3 working days"; rhythms "monthly", "every 3 weeks"; takes, does, proof and from
// are the words of workflow/writing/program_words.h. Where `to` is missing in enter, after, each, running,
// all, form and cadence the owner is meant, in an opening the mentee; elsewhere it must be said.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "workflow/model/fault.h"
#include "workflow/model/program.h"

namespace mentoring {

// Every fault of form at once (unknown keys, wrong types, unknown words); what the programme means is judged
// by workflow/writing/program_check. Never throws; a file that cannot be read is a fault.
Program load_program(const std::filesystem::path& file, Faults& faults);
Program program_from(std::string_view text, const std::string& file, Faults& faults);

}
