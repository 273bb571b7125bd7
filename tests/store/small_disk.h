// SPDX-License-Identifier: MIT
// A disk in memory as a SQLite VFS: it knows what has been synced, can lose the power at any write, sync or
// truncation, and can be full. After a loss of power a file holds what was synced and, by a drawn lot, any
// part of the sectors written since.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace mentoring {

class SmallDisk {
public:
    // What reaches the platter of the writes that nobody synced.
    enum class Unsynced { lost, torn };

    explicit SmallDisk(std::string name);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    const std::string& name() const { return name_; }
    std::int64_t steps() const { return steps_; }  // writes, syncs and truncations so far

    // The step with that number and all later ones fail (SQLITE_IOERR) until power_on().
    void lose_power_at(std::int64_t step) { power_until_ = step; }
    // The process is gone: what is left of each file, and the disk works again. All databases must be closed.
    void power_on(Unsynced unsynced, unsigned seed);
    // Writes from that step on fail with SQLITE_FULL until room is made.
    void full_from(std::int64_t step) { room_until_ = step; }
    void make_room() { room_until_ = never; }
    // Everything that lies in any file: what a thief of the disk reads.
    std::string everything() const;

private:
    friend struct SmallFile;
    static constexpr std::int64_t never = INT64_MAX;
    struct Content {
        std::string present;
        std::string synced;
        bool ever_synced = false;
        std::vector<std::vector<char>> shared;  // wal-index regions
    };
    enum class Step { write, sync, truncate };
    int take_step(Step step);
    bool powered() const { return steps_ < power_until_; }

    std::string name_;
    std::unique_ptr<sqlite3_vfs> vfs_;
    std::map<std::string, std::shared_ptr<Content>> files_;
    std::int64_t steps_ = 0;
    std::int64_t power_until_ = never;
    std::int64_t room_until_ = never;
};

}
