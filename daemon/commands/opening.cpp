// SPDX-License-Identifier: MIT
#include "daemon/commands/opening.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "daemon/clock.h"
#include "daemon/commands/act_as_owner.h"
#include "daemon/settings/program_file.h"
#include "daemon/store/people.h"

namespace mentoring {

namespace {

constexpr std::size_t key_file_octets_max = 64 * 1024;

// What systemd hands the daemon comes first; a command typed by hand reads the file.
std::filesystem::path key_path(const StoreSettings& store) {
    const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
    if (!folder) return store.key_file;
    const auto handed = std::filesystem::path(folder) / store.key_credential;
    return std::filesystem::exists(handed) ? handed : store.key_file;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw CannotGoOn(file.string() + ": the key cannot be read");
    std::string text(key_file_octets_max, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

void make_key(const std::filesystem::path& file) {
    const auto line = new_key_line(1) + "\n";
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) throw CannotGoOn(file.string() + ": the key cannot be made");
    const bool written = ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                         ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written) throw CannotGoOn(file.string() + ": the key cannot be written");
}

}

Settings settings_or_stop(const std::filesystem::path& file) {
    Faults faults;
    auto settings = load_settings(file, faults);
    if (!any_fault(faults)) return settings;
    std::string text;
    for (const auto& each : faults) text += (text.empty() ? "" : "\n") + to_string(each);
    throw CannotGoOn(text);
}

Keys keys_or_stop(const Settings& settings, MissingKey missing) {
    act_as_owner(settings.store.file.parent_path());
    const auto path = key_path(settings.store);
    const bool fresh = missing == MissingKey::make && !std::filesystem::exists(path) &&
                       !std::filesystem::exists(settings.store.file);
    if (fresh) make_key(path);
    auto text = content(path);
    try {
        auto keys = keys_from_text(text);
        wipe(text);
        return keys;
    } catch (const std::invalid_argument& fault) {
        throw CannotGoOn(path.string() + ": " + fault.what());
    }
}

std::unique_ptr<Store> store_or_stop(const Settings& settings, MissingKey missing) {
    try {
        return std::make_unique<Store>(settings.store.file.string(), keys_or_stop(settings, missing));
    } catch (const StoreFailure& failure) {
        throw CannotGoOn(settings.store.file.string() + ": " + failure.what());
    }
}

Workplace open_workplace(const std::filesystem::path& settings_file) {
    Workplace place;
    place.settings = settings_or_stop(settings_file);
    place.store = store_or_stop(place.settings);
    place.now = clock_from(place.settings.clock_file)->now();
    return place;
}

House house_or_stop(const std::filesystem::path& settings_file, Store& store, Instant now) {
    Faults faults;
    auto house = load_house(settings_file, now, faults);
    if (any_fault(faults)) throw CannotGoOn("the files have faults: mentord check names them");
    house.token_keys = token_keys_from(store.sealer().keys());
    settle_versions(house, store, now);
    return house;
}

PersonId person_named(Store& store, const std::string& name) {
    const auto found = People(store).named(name);
    if (found.empty()) throw CannotGoOn("nobody has that name: " + name);
    if (found.size() > 1) throw CannotGoOn("several have that name: " + name);
    return found.front();
}

const ProgramSettings& program_or_stop(const Settings& settings, const std::string& name) {
    std::vector<std::string> names;
    for (const auto& each : settings.programs) names.push_back(each.name);
    if (name.empty() && names.size() == 1) return settings.programs.front();
    const auto* program = program_named(settings, name);
    if (program) return *program;
    if (name.empty()) throw CannotGoOn("which programme? There are several: name one with --program");
    const auto hint = did_you_mean(name, names);
    throw CannotGoOn("\"" + name + "\": no such programme" + (hint.empty() ? "" : "; " + hint));
}

Program program_file_or_stop(const ProgramSettings& settings) {
    Faults faults;
    auto program = load_program(settings.file, faults);
    if (any_fault(faults)) throw CannotGoOn(settings.file.string() + " has faults: mentord check names them");
    return program;
}

}
