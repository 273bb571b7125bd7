// SPDX-License-Identifier: MIT
#include "daemon/mail/credential.h"

#include <strings.h>

#include <cstdlib>
#include <fstream>

#include "daemon/mail/command_output.h"
#include "daemon/outside.h"

namespace mentoring {

namespace asio = boost::asio;

namespace {

// The names of where a secret comes from may be told, never what was found there.
std::string checked(std::string text, const std::string& origin) {
    const auto end = text.find_first_of(std::string_view("\r\n\0", 3));
    if (end != std::string::npos) {
        ::explicit_bzero(text.data() + end, text.size() - end);
        text.resize(end);
    }
    if (text.empty()) throw OutsideFailure(OutsideFailure::Kind::permanent, origin + ": no secret in it");
    return text;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text(secret_octets_max + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream.is_open() || stream.bad())
        throw OutsideFailure(OutsideFailure::Kind::permanent, file.string() + ": cannot be read");
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > secret_octets_max)
        throw OutsideFailure(OutsideFailure::Kind::permanent, file.string() + ": too long for a secret");
    return checked(std::move(text), file.string());
}

asio::awaitable<std::string> from_file(std::filesystem::path file) {
    co_return content(file);
}

asio::awaitable<std::string> from_credential(std::string name) {
    const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
    if (folder == nullptr || name.empty() || name.find('/') != std::string::npos || name[0] == '.')
        throw OutsideFailure(OutsideFailure::Kind::permanent,
                             "credential " + name + ": not given by systemd");
    co_return content(std::filesystem::path(folder) / name);
}

asio::awaitable<std::string> from_command(std::vector<std::string> command) {
    const auto program = command.empty() ? std::string("command") : command[0];
    ProgramLimits limits;
    limits.output_octets = secret_octets_max;
    auto result = co_await command_output(std::move(command), {}, limits);
    if (result.status != 0)
        throw OutsideFailure(OutsideFailure::Kind::transient,
                             program + ": ended with status " + std::to_string(result.status));
    co_return checked(std::move(result.output), program);
}

}

Secret secret_from_file(std::filesystem::path file) {
    return [file = std::move(file)] { return from_file(file); };
}

Secret secret_from_credential(std::string name) {
    return [name = std::move(name)] { return from_credential(name); };
}

Secret secret_from_command(std::vector<std::string> command) {
    return [command = std::move(command)] { return from_command(command); };
}

}
