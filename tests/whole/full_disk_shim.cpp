// SPDX-License-Identifier: MIT
// A disk that is full as long as a file lies there: preloaded into the daemon, it answers each write to a
// regular file with ENOSPC, as the kernel does.
//   MENTORD_FULL_DISK=FILE
// Standard output and error stay as they are: on a machine the log lies with the journal, elsewhere.
#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace {

const char* marker = nullptr;

// Children of the daemon are not looked at.
__attribute__((constructor)) void begin() {
    unsetenv("LD_PRELOAD");
    marker = std::getenv("MENTORD_FULL_DISK");
}

bool has_no_room(int descriptor) {
    struct stat status {};
    if (!marker || descriptor <= STDERR_FILENO || access(marker, F_OK) != 0) return false;
    return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

template <typename Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}

#define REAL(name) static auto* const real_call = real<decltype(name)>(#name)
#define REFUSE_WITHOUT_ROOM(descriptor) \
    if (has_no_room(descriptor)) {      \
        errno = ENOSPC;                 \
        return -1;                      \
    }

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
    REAL(write);
    REFUSE_WITHOUT_ROOM(descriptor)
    return real_call(descriptor, bytes, size);
}

ssize_t writev(int descriptor, const struct iovec* parts, int number) {
    REAL(writev);
    REFUSE_WITHOUT_ROOM(descriptor)
    return real_call(descriptor, parts, number);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
    REAL(pwrite);
    REFUSE_WITHOUT_ROOM(descriptor)
    return real_call(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
    REAL(pwrite64);
    REFUSE_WITHOUT_ROOM(descriptor)
    return real_call(descriptor, bytes, size, offset);
}
}
