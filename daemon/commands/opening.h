// SPDX-License-Identifier: MIT
// What every command that touches the store begins with: the settings, the keys, the store itself.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "daemon/settings/settings.h"
#include "daemon/store/store.h"

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

}
