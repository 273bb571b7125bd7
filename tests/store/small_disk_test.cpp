// SPDX-License-Identifier: MIT
#include <sqlite3.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstring>
#include <new>

#include "tests/store/small_disk.h"

namespace mentoring {

namespace {

constexpr std::size_t sector = 512;

}

struct SmallFile {
    sqlite3_file base;
    SmallDisk* disk;
    std::shared_ptr<SmallDisk::Content>* content;
    std::string* name;
    bool delete_on_close;

    SmallDisk::Content& file() const { return **content; }

    static SmallFile& of(sqlite3_file* file) { return *reinterpret_cast<SmallFile*>(file); }

    static int close(sqlite3_file* file) {
        SmallFile& self = of(file);
        if (self.delete_on_close) self.disk->files_.erase(*self.name);
        delete self.content;
        delete self.name;
        return SQLITE_OK;
    }

    static int read(sqlite3_file* file, void* to, int amount, sqlite3_int64 offset) {
        const std::string& bytes = of(file).file().present;
        const auto from = static_cast<std::size_t>(offset);
        const auto wanted = static_cast<std::size_t>(amount);
        const std::size_t there = from >= bytes.size() ? 0 : std::min(wanted, bytes.size() - from);
        std::memset(to, 0, wanted);
        if (there > 0) std::memcpy(to, bytes.data() + from, there);
        return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }

    static int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
        SmallFile& self = of(file);
        if (const int rc = self.disk->take_step(SmallDisk::Step::write); rc != SQLITE_OK) return rc;
        std::string& bytes = self.file().present;
        const auto end = static_cast<std::size_t>(offset + amount);
        if (bytes.size() < end) bytes.resize(end);
        std::memcpy(bytes.data() + offset, from, static_cast<std::size_t>(amount));
        return SQLITE_OK;
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        SmallFile& self = of(file);
        if (const int rc = self.disk->take_step(SmallDisk::Step::truncate); rc != SQLITE_OK) return rc;
        self.file().present.resize(static_cast<std::size_t>(size));
        return SQLITE_OK;
    }

    static int sync(sqlite3_file* file, int) {
        SmallFile& self = of(file);
        if (const int rc = self.disk->take_step(SmallDisk::Step::sync); rc != SQLITE_OK) return rc;
        self.file().synced = self.file().present;
        self.file().ever_synced = true;
        return SQLITE_OK;
    }

    static int size(sqlite3_file* file, sqlite3_int64* size) {
        *size = static_cast<sqlite3_int64>(of(file).file().present.size());
        return SQLITE_OK;
    }

    static int lock(sqlite3_file*, int) { return SQLITE_OK; }
    static int reserved(sqlite3_file*, int* result) {
        *result = 0;
        return SQLITE_OK;
    }
    static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sector_size(sqlite3_file*) { return static_cast<int>(sector); }
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static int shm_map(sqlite3_file* file, int region, int octets, int extend, void volatile** to) {
        auto& shared = of(file).file().shared;
        const auto wanted = static_cast<std::size_t>(region);
        if (shared.size() <= wanted && extend == 0) {
            *to = nullptr;
            return SQLITE_OK;
        }
        while (shared.size() <= wanted) shared.emplace_back(static_cast<std::size_t>(octets));
        *to = shared[wanted].data();
        return SQLITE_OK;
    }
    static int shm_lock(sqlite3_file*, int, int, int) { return SQLITE_OK; }
    static void shm_barrier(sqlite3_file*) {}
    static int shm_unmap(sqlite3_file* file, int erase) {
        if (erase != 0) of(file).file().shared.clear();
        return SQLITE_OK;
    }

    static const sqlite3_io_methods& methods() {
        static const sqlite3_io_methods methods = [] {
            sqlite3_io_methods all{};
            all.iVersion = 2;
            all.xClose = close;
            all.xRead = read;
            all.xWrite = write;
            all.xTruncate = truncate;
            all.xSync = sync;
            all.xFileSize = size;
            all.xLock = lock;
            all.xUnlock = lock;
            all.xCheckReservedLock = reserved;
            all.xFileControl = control;
            all.xSectorSize = sector_size;
            all.xDeviceCharacteristics = characteristics;
            all.xShmMap = shm_map;
            all.xShmLock = shm_lock;
            all.xShmBarrier = shm_barrier;
            all.xShmUnmap = shm_unmap;
            return all;
        }();
        return methods;
    }

    static SmallDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<SmallDisk*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
        SmallDisk& disk = disk_of(vfs);
        const std::string path = name != nullptr ? name : "nameless";
        auto& content = disk.files_[path];
        if (!content) content = std::make_shared<SmallDisk::Content>();
        SmallFile& self = of(file);
        self.base.pMethods = &methods();
        self.disk = &disk;
        self.content = new std::shared_ptr<SmallDisk::Content>(content);
        self.name = new std::string(path);
        self.delete_on_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
        if (out != nullptr) *out = flags;
        return SQLITE_OK;
    }
    static int erase(sqlite3_vfs* vfs, const char* name, int) {
        SmallDisk& disk = disk_of(vfs);
        if (!disk.powered()) return SQLITE_IOERR_DELETE;
        return disk.files_.erase(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
    }
    static int access(sqlite3_vfs* vfs, const char* name, int, int* result) {
        *result = disk_of(vfs).files_.contains(name) ? 1 : 0;
        return SQLITE_OK;
    }
    static int full_path(sqlite3_vfs*, const char* name, int size, char* to) {
        sqlite3_snprintf(size, to, "%s", name);
        return SQLITE_OK;
    }
};

SmallDisk::SmallDisk(std::string name) : name_(std::move(name)), vfs_(std::make_unique<sqlite3_vfs>()) {
    *vfs_ = *sqlite3_vfs_find(nullptr);
    vfs_->szOsFile = sizeof(SmallFile);
    vfs_->pNext = nullptr;
    vfs_->zName = name_.c_str();
    vfs_->pAppData = this;
    vfs_->xOpen = SmallFile::open;
    vfs_->xDelete = SmallFile::erase;
    vfs_->xAccess = SmallFile::access;
    vfs_->xFullPathname = SmallFile::full_path;
    sqlite3_vfs_register(vfs_.get(), 0);
}

SmallDisk::~SmallDisk() {
    sqlite3_vfs_unregister(vfs_.get());
}

int SmallDisk::take_step(Step step) {
    if (!powered()) return step == Step::sync ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE;
    if (step == Step::write && steps_ >= room_until_) return SQLITE_FULL;
    ++steps_;
    return SQLITE_OK;
}

void SmallDisk::power_on(Unsynced unsynced, unsigned seed) {
    std::mt19937 lots(seed);
    const auto heads = [&] { return (lots() & 1U) != 0; };
    for (auto file = files_.begin(); file != files_.end();) {
        Content& content = *file->second;
        if (!content.ever_synced && (unsynced == Unsynced::lost || heads())) {
            file = files_.erase(file);
            continue;
        }
        std::string left = content.synced;
        if (unsynced == Unsynced::torn) {
            if (heads()) left.resize(content.present.size());
            for (std::size_t at = 0; at < left.size(); at += sector)
                if (at < content.present.size() && heads())
                    left.replace(at, std::min(sector, left.size() - at), content.present, at,
                                 std::min(sector, left.size() - at));
        }
        content.present = content.synced = left;
        content.shared.clear();
        ++file;
    }
    power_until_ = never;
    room_until_ = never;
}

std::string SmallDisk::everything() const {
    std::string all;
    for (const auto& [name, content] : files_) all += content->present;
    return all;
}

TEST_CASE("The disk forgets what was not synced and keeps what was") {
    SmallDisk disk("forgetful");
    sqlite3* database = nullptr;
    const auto open = [&] {
        REQUIRE(sqlite3_open_v2("a.db", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "forgetful") ==
                SQLITE_OK);
    };
    const auto run = [&](const char* sql) { return sqlite3_exec(database, sql, nullptr, nullptr, nullptr); };
    open();
    REQUIRE(run("PRAGMA synchronous = FULL; CREATE TABLE kept (value); INSERT INTO kept VALUES (1);") ==
            SQLITE_OK);
    REQUIRE(run("PRAGMA synchronous = OFF; INSERT INTO kept VALUES (2)") == SQLITE_OK);
    disk.lose_power_at(disk.steps());
    REQUIRE(run("INSERT INTO kept VALUES (3)") == SQLITE_IOERR);
    sqlite3_close(database);
    disk.power_on(SmallDisk::Unsynced::lost, 1);
    open();
    int rows = 0;
    const auto count = [](void* rows_found, int, char**, char**) {
        ++*static_cast<int*>(rows_found);
        return 0;
    };
    REQUIRE(sqlite3_exec(database, "SELECT value FROM kept", count, &rows, nullptr) == SQLITE_OK);
    CHECK(rows == 1);
    sqlite3_close(database);
}

TEST_CASE("The disk is full until room is made") {
    SmallDisk disk("full");
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open_v2("a.db", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "full") ==
            SQLITE_OK);
    const auto run = [&](const char* sql) { return sqlite3_exec(database, sql, nullptr, nullptr, nullptr); };
    REQUIRE(run("CREATE TABLE kept (value)") == SQLITE_OK);
    disk.full_from(disk.steps());
    CHECK(run("INSERT INTO kept VALUES (1)") == SQLITE_FULL);
    disk.make_room();
    CHECK(run("INSERT INTO kept VALUES (1)") == SQLITE_OK);
    sqlite3_close(database);
}

}
