// SPDX-License-Identifier: MIT
// Preloaded into mentord: counts what it writes, sends and syncs, and ends the process at one of these calls
// – before it is made, by SIGKILL, as a power cut or the kernel would.
//   MENTORD_CRASH_AT=N        at the N-th call of this process (0 or unset: never)
//   MENTORD_CRASH_KINDS=…     any of "write,send,sync" (unset: all)
//   MENTORD_CRASH_COUNT=FILE  holds the number of calls so far, and of each kind
// Counted are regular files and sockets. Standard output and error are not: the log carries nothing over to
// the next start, and its lines between all others would only double the places. Nor are the pipes and event
// descriptors by which the process talks to itself.
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "tests/crash/call_counts.h"

namespace {

using mentoring::CallCounts;

CallCounts unseen;
CallCounts* counts = &unseen;
long crash_at = 0;
const char* kinds = "write,send,sync";

// Children of the daemon are not looked at.
__attribute__((constructor)) void begin() {
    unsetenv("LD_PRELOAD");
    if (const char* at = std::getenv("MENTORD_CRASH_AT")) crash_at = std::atol(at);
    if (const char* given = std::getenv("MENTORD_CRASH_KINDS")) kinds = given;
    const char* name = std::getenv("MENTORD_CRASH_COUNT");
    if (!name) return;
    const int file = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || ftruncate(file, sizeof(CallCounts)) != 0) return;
    void* page = mmap(nullptr, sizeof(CallCounts), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (page == MAP_FAILED) return;
    counts = static_cast<CallCounts*>(page);
    *counts = {};
}

bool carries_over(int descriptor) {
    struct stat status {};
    return descriptor > STDERR_FILENO && fstat(descriptor, &status) == 0 &&
           (S_ISREG(status.st_mode) || S_ISSOCK(status.st_mode));
}

void count(int descriptor, const char* kind, long CallCounts::*which) {
    if (!std::strstr(kinds, kind) || !carries_over(descriptor)) return;
    ++counts->all;
    if (counts->all == crash_at) kill(getpid(), SIGKILL);
    ++(counts->*which);
}

template <typename Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}

#define REAL(name) static auto* const real_call = real<decltype(name)>(#name)

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
    REAL(write);
    count(descriptor, "write", &CallCounts::writes);
    return real_call(descriptor, bytes, size);
}

ssize_t writev(int descriptor, const struct iovec* parts, int number) {
    REAL(writev);
    count(descriptor, "write", &CallCounts::writes);
    return real_call(descriptor, parts, number);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
    REAL(pwrite);
    count(descriptor, "write", &CallCounts::writes);
    return real_call(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
    REAL(pwrite64);
    count(descriptor, "write", &CallCounts::writes);
    return real_call(descriptor, bytes, size, offset);
}

ssize_t send(int descriptor, const void* bytes, size_t size, int flags) {
    REAL(send);
    count(descriptor, "send", &CallCounts::sends);
    return real_call(descriptor, bytes, size, flags);
}

ssize_t sendto(int descriptor, const void* bytes, size_t size, int flags, const struct sockaddr* to,
               socklen_t length) {
    REAL(sendto);
    count(descriptor, "send", &CallCounts::sends);
    return real_call(descriptor, bytes, size, flags, to, length);
}

ssize_t sendmsg(int descriptor, const struct msghdr* message, int flags) {
    REAL(sendmsg);
    count(descriptor, "send", &CallCounts::sends);
    return real_call(descriptor, message, flags);
}

int fsync(int descriptor) {
    REAL(fsync);
    count(descriptor, "sync", &CallCounts::syncs);
    return real_call(descriptor);
}

int fdatasync(int descriptor) {
    REAL(fdatasync);
    count(descriptor, "sync", &CallCounts::syncs);
    return real_call(descriptor);
}
}
