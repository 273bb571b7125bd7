// SPDX-License-Identifier: MIT
#include "daemon/mail/credential.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "daemon/mail/command_output.h"
#include "daemon/outside.h"
#include "tests/transport/run.h"

using namespace mentoring;
namespace asio = boost::asio;
using Kind = OutsideFailure::Kind;

namespace {

class SecretFolder {
public:
    SecretFolder() : path_((std::filesystem::temp_directory_path() / "mentord-secret-XXXXXX").string()) {
        REQUIRE(::mkdtemp(path_.data()) != nullptr);
    }
    ~SecretFolder() { std::filesystem::remove_all(path_); }
    std::string file(const std::string& name, const std::string& content) const {
        std::ofstream(path_ + "/" + name, std::ios::binary) << content;
        return path_ + "/" + name;
    }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

std::string told(const Secret& secret) {
    std::string text;
    run([&]() -> asio::awaitable<void> { text = co_await secret(); });
    return text;
}

Kind failure(const Secret& secret) {
    try {
        told(secret);
    } catch (const OutsideFailure& thrown) {
        CHECK(std::string(thrown.what()).find("hush") == std::string::npos);
        return thrown.kind();
    }
    FAIL("no failure");
    return Kind::transient;
}

CommandOutput output(std::vector<std::string> command, std::string input = {}, ProgramLimits limits = {}) {
    CommandOutput result;
    run([&]() -> asio::awaitable<void> { result = co_await command_output(command, input, limits); });
    return result;
}

}

TEST_CASE("a secret is the first line of a file") {
    const SecretFolder folder;
    CHECK(told(secret_from_file(folder.file("a", "hush hush\n"))) == "hush hush");
    CHECK(told(secret_from_file(folder.file("b", "hush\r\nsecond\n"))) == "hush");
    CHECK(told(secret_from_file(folder.file("c", "hush"))) == "hush");
    CHECK(failure(secret_from_file(folder.file("d", ""))) == Kind::permanent);
    CHECK(failure(secret_from_file(folder.file("e", "\nhush"))) == Kind::permanent);
    CHECK(failure(secret_from_file(folder.file("f", std::string(20'000, 'x')))) == Kind::permanent);
    CHECK(failure(secret_from_file(folder.path() + "/none")) == Kind::permanent);
    CHECK(failure(secret_from_file(folder.path())) == Kind::permanent);
}

TEST_CASE("a credential is a file in the folder that systemd names") {
    const SecretFolder folder;
    folder.file("imap", "hush\n");
    ::unsetenv("CREDENTIALS_DIRECTORY");
    CHECK(failure(secret_from_credential("imap")) == Kind::permanent);
    ::setenv("CREDENTIALS_DIRECTORY", folder.path().c_str(), 1);
    CHECK(told(secret_from_credential("imap")) == "hush");
    CHECK(failure(secret_from_credential("smtp")) == Kind::permanent);
    CHECK(failure(secret_from_credential("../imap")) == Kind::permanent);
    CHECK(failure(secret_from_credential("")) == Kind::permanent);
    ::unsetenv("CREDENTIALS_DIRECTORY");
}

TEST_CASE("a secret is the first line that a command prints") {
    CHECK(told(secret_from_command({"printf", "hush\\nmore\\n"})) == "hush");
    CHECK(failure(secret_from_command({"false"})) == Kind::transient);
    CHECK(failure(secret_from_command({"true"})) == Kind::permanent);  // it ran, and there is none
    CHECK(failure(secret_from_command({"/no/such/program"})) == Kind::permanent);
    CHECK(failure(secret_from_command({})) == Kind::permanent);
    CHECK(failure(secret_from_command({"head", "-c", "20000", "/dev/zero"})) == Kind::transient);
}

TEST_CASE("a command gets its input, and its output and end are told") {
    const auto result = output({"sh", "-c", "cat; exit 3"}, "given");
    CHECK(result.output == "given");
    CHECK(result.status == 3);
    CHECK(output({"cat"}, std::string(60'000, 'x')).output.size() == 60'000);
    CHECK(output({"true"}, std::string(1'000'000, 'x')).status == 0);  // does not read it
    CHECK(output({"sh", "-c", "kill -9 $$"}).status == 128 + 9);
}

TEST_CASE("a command that says too much or takes too long is ended with all that it started") {
    ProgramLimits limits;
    limits.output_octets = 100;
    CHECK_THROWS_AS(output({"yes"}, "", limits), OutsideFailure);
    limits.patience = std::chrono::milliseconds(50);
    CHECK_THROWS_AS(output({"sh", "-c", "sleep 600 & sleep 600"}, "", limits), OutsideFailure);
    CHECK_THROWS_AS(output({"sh", "-c", "exec >&-; sleep 600"}, "", limits), OutsideFailure);
}
