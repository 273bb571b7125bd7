// SPDX-License-Identifier: MIT
// Who we are at a server, and where the secret comes from: a file, a command, or a systemd credential. The
// secret is asked for at each dial, so that a renewed one is taken without a restart; it is never put into
// an argument, an environment variable, a log or an exception. All throw OutsideFailure: permanent where a
// file is missing, empty or too long, transient where a command failed or took too long.
#pragma once

#include <utility>

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace mentoring {

inline constexpr std::size_t secret_octets_max = 16 * 1024;

// Gives the secret, one line, without its line end.
using Secret = std::function<boost::asio::awaitable<std::string>()>;

// `bearer` is an OAuth2 access token, given as OAUTHBEARER or XOAUTH2 (RFC 7628), whichever is offered.
struct Login {
    enum class Method { password, bearer };
    std::string user;
    Method method = Method::password;
    Secret secret;
};

Secret secret_from_file(std::filesystem::path file);
// $CREDENTIALS_DIRECTORY/NAME, see systemd.exec(5) LoadCredential=.
Secret secret_from_credential(std::string name);
// The first line that the command prints; argv, no shell. Serves for passwords and for OAuth2 tokens.
Secret secret_from_command(std::vector<std::string> command);

}
