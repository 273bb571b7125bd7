// SPDX-License-Identifier: MIT
#include "daemon/mail/command_output.h"

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "daemon/mail/deadline.h"
#include "daemon/outside.h"

extern char** environ;

namespace mentoring {

namespace asio = boost::asio;

namespace {

[[noreturn]] void fail(OutsideFailure::Kind kind, const std::string& program, const std::string& what) {
    throw OutsideFailure(kind, program + ": " + what);
}

class FileNumber {
public:
    explicit FileNumber(int number) : number_(number) {}
    ~FileNumber() {
        if (number_ >= 0) ::close(number_);
    }
    FileNumber(const FileNumber&) = delete;
    FileNumber& operator=(const FileNumber&) = delete;
    int get() const { return number_; }
    int release() { return std::exchange(number_, -1); }

private:
    int number_;
};

// Ends and reaps what is still running when it goes.
class Child {
public:
    explicit Child(pid_t pid) : pid_(pid) {}
    ~Child() {
        if (reaped_) return;
        ::kill(-pid_, SIGKILL);
        reap();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    pid_t pid() const { return pid_; }
    int reap() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        reaped_ = true;
        return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }

private:
    pid_t pid_;
    bool reaped_ = false;
};

// A file without a name: a child that does not read its input cannot make us wait.
int input_file(const std::string& program, const std::string& input) {
    FileNumber file(::memfd_create("input", MFD_CLOEXEC));
    std::size_t written = 0;
    while (file.get() >= 0 && written < input.size()) {
        const auto count = ::write(file.get(), input.data() + written, input.size() - written);
        if (count < 0) break;
        written += static_cast<std::size_t>(count);
    }
    if (file.get() < 0 || written < input.size() || ::lseek(file.get(), 0, SEEK_SET) != 0)
        fail(OutsideFailure::Kind::transient, program, std::strerror(errno));
    return file.release();
}

struct SpawnPlan {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    SpawnPlan(int input, int output) {
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
        posix_spawnattr_init(&attributes);
        sigset_t all;
        sigfillset(&all);
        posix_spawnattr_setsigdefault(&attributes, &all);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    ~SpawnPlan() {
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&files);
    }
    SpawnPlan(const SpawnPlan&) = delete;
    SpawnPlan& operator=(const SpawnPlan&) = delete;
};

pid_t spawn(std::vector<std::string>& command, int input, int output) {
    std::vector<char*> arguments;
    for (auto& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const SpawnPlan plan(input, output);
    pid_t pid = 0;
    const int error =
        ::posix_spawnp(&pid, arguments[0], &plan.files, &plan.attributes, arguments.data(), environ);
    if (error != 0) fail(OutsideFailure::Kind::permanent, command[0], std::strerror(error));
    return pid;
}

int process_file(pid_t pid) {
    return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
}

}

asio::awaitable<CommandOutput> command_output(std::vector<std::string> command, std::string input,
                                              ProgramLimits limits) {
    if (command.empty()) fail(OutsideFailure::Kind::permanent, "command", "is empty");
    const auto executor = co_await asio::this_coro::executor;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        fail(OutsideFailure::Kind::transient, command[0], std::strerror(errno));
    asio::posix::stream_descriptor reading(executor, ends[0]);
    FileNumber writing(ends[1]);
    const FileNumber given(input_file(command[0], input));
    Child child(spawn(command, given.get(), writing.get()));
    ::close(writing.release());
    FileNumber process(process_file(child.pid()));
    if (process.get() < 0) fail(OutsideFailure::Kind::transient, command[0], std::strerror(errno));
    asio::posix::stream_descriptor ending(executor, process.release());

    Deadline deadline(executor, [&] {
        reading.cancel();
        ending.cancel();
    });
    deadline.set(limits.patience);
    CommandOutput result;
    boost::system::error_code error;
    co_await asio::async_read(reading, asio::dynamic_buffer(result.output, limits.output_octets + 1),
                              asio::redirect_error(asio::use_awaitable, error));
    if (result.output.size() > limits.output_octets)
        fail(OutsideFailure::Kind::transient, command[0], "prints too much");
    if (!deadline.is_over())
        co_await ending.async_wait(asio::posix::stream_descriptor::wait_read,
                                   asio::redirect_error(asio::use_awaitable, error));
    if (deadline.is_over()) fail(OutsideFailure::Kind::transient, command[0], "takes too long");
    result.status = child.reap();
    co_return result;
}

}
