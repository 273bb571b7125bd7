// SPDX-License-Identifier: MIT
#include "daemon/store/sealed.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstring>

namespace mentoring {

namespace {

constexpr std::size_t nonce_octets = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_octets = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t overhead = 1 + nonce_octets + tag_octets;
constexpr char derivation_context[crypto_kdf_CONTEXTBYTES + 1] = "mentord_";
enum class Subkey : std::uint64_t { sealing = 1, token = 2 };

void ready() {
    static const int ready = sodium_init();
    assert(ready >= 0);
    static_cast<void>(ready);
}

const unsigned char* unsigned_data(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* unsigned_data(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

Key derive(const Key& master, Subkey purpose) {
    std::string octets(key_octets, '\0');
    crypto_kdf_derive_from_key(unsigned_data(octets), octets.size(), static_cast<std::uint64_t>(purpose),
                               derivation_context, master.data());
    Key derived(octets);
    wipe(octets);
    return derived;
}

std::string bound(const Place& place, std::uint8_t version) {
    std::string data(place.table);
    for (const std::int64_t number : {place.row, place.part, place.parts, std::int64_t{version}}) {
        data += '/';
        data += std::to_string(number);
    }
    return data;
}

[[noreturn]] void broken(const Place& place) {
    throw SealBroken("the seal of " + std::string(place.table) + " " + std::to_string(place.row) +
                     " does not open");
}

[[noreturn]] void bad_line(int number) {
    throw std::invalid_argument("key file, line " + std::to_string(number) +
                                ": expected a version (1-255), a blank and 64 hexadecimal digits");
}

std::pair<std::uint8_t, Key> key_of_line(std::string_view line, int number) {
    unsigned version = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), version);
    if (error != std::errc{} || version < 1 || version > 255) bad_line(number);
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    if (line.size() != 1 + 2 * key_octets || line.front() != ' ') bad_line(number);
    std::string octets(key_octets, '\0');
    std::size_t count = 0;
    const int rc = sodium_hex2bin(unsigned_data(octets), octets.size(), line.data() + 1, 2 * key_octets,
                                  nullptr, &count, nullptr);
    if (rc != 0 || count != key_octets) bad_line(number);
    Key key(octets);
    wipe(octets);
    return {static_cast<std::uint8_t>(version), std::move(key)};
}

std::string_view trimmed(std::string_view line) {
    const auto blank = " \t\r";
    const auto first = line.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(blank) - first + 1);
}

}

void Key::Overwrite::operator()(unsigned char* octets) const {
    sodium_free(octets);
}

Key::Key(std::string_view octets) {
    ready();
    if (octets.size() != key_octets) throw std::invalid_argument("a key has 32 octets");
    octets_.reset(static_cast<unsigned char*>(sodium_malloc(key_octets)));
    if (!octets_) throw std::bad_alloc();
    std::memcpy(octets_.get(), octets.data(), key_octets);
}

Key::Key(const Key& other) : Key(other.octets()) {}

Key& Key::operator=(const Key& other) {
    if (this != &other) std::memcpy(octets_.get(), other.octets_.get(), key_octets);
    return *this;
}

std::string_view Key::octets() const {
    return {reinterpret_cast<const char*>(octets_.get()), key_octets};
}

Keys::Keys(std::map<std::uint8_t, Key> keys) {
    if (keys.empty()) throw std::invalid_argument("there is no key");
    for (const auto& [version, key] : keys) {
        if (version == 0) throw std::invalid_argument("key versions begin with 1");
        sealing_.emplace(version, derive(key, Subkey::sealing));
        token_.emplace(version, derive(key, Subkey::token));
    }
}

std::uint8_t Keys::current() const {
    return sealing_.rbegin()->first;
}

std::vector<std::uint8_t> Keys::versions() const {
    std::vector<std::uint8_t> versions;
    for (auto each = sealing_.rbegin(); each != sealing_.rend(); ++each) versions.push_back(each->first);
    return versions;
}

Keys keys_from_text(std::string_view text) {
    ready();
    std::map<std::uint8_t, Key> keys;
    if (text.size() == key_octets) {
        keys.emplace(std::uint8_t{1}, Key(text));
        return Keys(std::move(keys));
    }
    int number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        if (!keys.insert(key_of_line(line, number)).second)
            throw std::invalid_argument("key file, line " + std::to_string(number) +
                                        ": this version is there twice");
    }
    return Keys(std::move(keys));
}

std::string new_key_line(std::uint8_t version) {
    ready();
    std::string octets(key_octets, '\0');
    randombytes_buf(octets.data(), octets.size());
    std::string hex(2 * key_octets + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), unsigned_data(octets), octets.size());
    wipe(octets);
    hex.pop_back();
    return std::to_string(version) + ' ' + hex + '\n';
}

Sealer::Sealer(Keys keys) : keys_(std::move(keys)) {}

std::string Sealer::seal(const Place& place, std::string_view words) const {
    const std::uint8_t version = keys_.current();
    const std::string data = bound(place, version);
    std::string sealed(overhead + words.size(), '\0');
    sealed.front() = static_cast<char>(version);
    unsigned char* nonce = unsigned_data(sealed) + 1;
    randombytes_buf(nonce, nonce_octets);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_octets, nullptr, unsigned_data(words),
                                               words.size(), unsigned_data(std::string_view(data)),
                                               data.size(), nullptr, nonce, keys_.sealing(version).data());
    return sealed;
}

std::string Sealer::open(const Place& place, std::string_view sealed) const {
    if (sealed.size() < overhead) broken(place);
    const std::uint8_t version = key_version(sealed);
    const auto versions = keys_.versions();
    if (std::find(versions.begin(), versions.end(), version) == versions.end()) broken(place);
    const std::string data = bound(place, version);
    const unsigned char* nonce = unsigned_data(sealed) + 1;
    std::string words(sealed.size() - overhead, '\0');
    const int rc = crypto_aead_xchacha20poly1305_ietf_decrypt(
        unsigned_data(words), nullptr, nullptr, nonce + nonce_octets, words.size() + tag_octets,
        unsigned_data(std::string_view(data)), data.size(), nonce, keys_.sealing(version).data());
    if (rc != 0) broken(place);
    return words;
}

std::uint8_t key_version(std::string_view sealed) {
    return sealed.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(sealed.front());
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

}
