// SPDX-License-Identifier: MIT
// What every command that touches the store begins with: the settings, the keys, the store itself.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "daemon/settings/settings.h"
#include "daemon/stations/house.h"
#include "daemon/store/store.h"
#include "workflow/model/instant.h"

namespace mentoring {

// A command cannot go on; the text is for the operator.
class CannotGoOn : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Throws CannotGoOn with every fault of the file.
Settings settings_or_stop(const std::filesystem::path& file);
// The keys from the credential or the key file; `run` makes a key file where none is, and says so in the log.
enum class MissingKey { stop, make };
Keys keys_or_stop(const Settings& settings, MissingKey missing);
std::unique_ptr<Store> store_or_stop(const Settings& settings, MissingKey missing = MissingKey::stop);

// What most commands work with.
struct Workplace {
    Settings settings;
    std::unique_ptr<Store> store;
    Instant now{};
};
Workplace open_workplace(const std::filesystem::path& settings_file);
// All files as the daemon loads them, their versions settled in the store. Throws CannotGoOn where they have
// faults.
House house_or_stop(const std::filesystem::path& settings_file, Store& store, Instant now);
// The only person of that name. Throws CannotGoOn.
PersonId person_named(Store& store, const std::string& name);
// The only programme, or the one of that name. Throws CannotGoOn.
const ProgramSettings& program_or_stop(const Settings& settings, const std::string& name);
// What the file of a programme says. Throws CannotGoOn where it has faults.
Program program_file_or_stop(const ProgramSettings& settings);

}
