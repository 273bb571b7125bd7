// SPDX-License-Identifier: MIT
// What people wrote is kept sealed: XChaCha20-Poly1305 (libsodium), the place of the row bound in as
// associated data so that no sealed text can be moved to another row, one octet of key version in front so
// that keys can be rotated. The keys come from the caller (a systemd credential), never from the database or
// its backup.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

inline constexpr std::size_t key_octets = 32;

// 32 secret octets, locked in memory and overwritten when they go.
class Key {
public:
    explicit Key(std::string_view octets);  // std::invalid_argument unless there are exactly 32
    Key(const Key& other);
    Key& operator=(const Key& other);
    ~Key() = default;
    std::string_view octets() const;
    const unsigned char* data() const { return octets_.get(); }

private:
    struct Overwrite {
        void operator()(unsigned char* octets) const;
    };
    std::unique_ptr<unsigned char, Overwrite> octets_;
};

// The keys of one installation by version; the highest seals, all of them open.
class Keys {
public:
    explicit Keys(std::map<std::uint8_t, Key> keys);  // std::invalid_argument when empty
    std::uint8_t current() const;
    // Derived by BLAKE2b from the key of that version; each purpose has its own. std::out_of_range for a
    // version that is not there.
    const Key& sealing(std::uint8_t version) const { return sealing_.at(version); }
    const Key& token(std::uint8_t version) const { return token_.at(version); }
    std::vector<std::uint8_t> versions() const;  // the current one first

private:
    std::map<std::uint8_t, Key> sealing_;
    std::map<std::uint8_t, Key> token_;
};

// A key file: lines "VERSION HEX" (version 1–255, 64 hexadecimal digits), blank lines and lines with "#" in
// front are passed over; or the 32 octets of version 1 alone. std::invalid_argument says which line is wrong,
// without its content.
Keys keys_from_text(std::string_view text);
// A line for such a file, freshly drawn.
std::string new_key_line(std::uint8_t version);

// Where a sealed text lives; it opens nowhere else. A row of several parts names part and parts.
struct Place {
    std::string_view table;
    std::int64_t row = 0;
    std::int64_t part = 0;
    std::int64_t parts = 1;
};

// Wrong key, wrong place or altered bytes. Its text names the table and the row only.
class SealBroken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Sealer {
public:
    explicit Sealer(Keys keys);
    std::string seal(const Place& place, std::string_view words) const;
    std::string open(const Place& place, std::string_view sealed) const;  // throws SealBroken
    const Keys& keys() const { return keys_; }

private:
    Keys keys_;
};

// Version of the key that sealed it; 0 for an empty text.
std::uint8_t key_version(std::string_view sealed);
// Overwrites and empties it.
void wipe(std::string& secret);

}
