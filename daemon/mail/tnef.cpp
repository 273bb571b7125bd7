// SPDX-License-Identifier: MIT
#include "daemon/mail/tnef.h"

#include <cstdint>
#include <optional>

#include "daemon/mail/charset.h"

namespace mentoring {

namespace {

constexpr std::uint32_t signature = 0x223E9F78;
constexpr std::size_t files_max = 200;
constexpr std::size_t name_octets_max = 1000;
constexpr std::size_t properties_max = 1000;  // of one attachment

// Attributes (MS-OXTNEF §2.1.3.2).
constexpr std::uint32_t attachment_begins = 0x00069002, attachment_title = 0x00018010,
                        attachment_data = 0x0006800F, attachment_properties = 0x00069005;
// Properties (MS-OXPROPS).
constexpr std::uint16_t long_filename = 0x3707, filename = 0x3704, display_name = 0x3001;
constexpr std::uint16_t first_named = 0x8000;

enum Type : std::uint16_t {
    integer16 = 0x02,
    integer32 = 0x03,
    real32 = 0x04,
    real64 = 0x05,
    currency = 0x06,
    apptime = 0x07,
    error = 0x0A,
    boolean = 0x0B,
    object = 0x0D,
    integer64 = 0x14,
    string8 = 0x1E,
    unicode = 0x1F,
    systime = 0x40,
    guid = 0x48,
    binary = 0x102,
    multiple = 0x1000,
};

// Little-endian numbers and runs of octets; after a read past the end everything is nothing.
class Octets {
public:
    explicit Octets(std::string_view bytes) : rest_(bytes) {}

    std::optional<std::string_view> take(std::size_t count) {
        if (count > rest_.size()) return std::nullopt;
        const auto taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::optional<std::uint32_t> number(std::size_t octets) {
        const auto taken = take(octets);
        if (!taken) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < octets; ++i)
            value |= static_cast<std::uint32_t>(static_cast<std::uint8_t>((*taken)[i])) << (8 * i);
        return value;
    }

    // A run with its length before it, padded to four octets.
    std::optional<std::string_view> counted() {
        const auto length = number(4);
        const auto value = length ? take(*length) : std::nullopt;
        if (value && !take((4 - *length % 4) % 4)) rest_ = {};
        return value;
    }

private:
    std::string_view rest_;
};

std::optional<std::size_t> fixed_octets(std::uint32_t type) {
    switch (type) {
        case integer16:
        case integer32:
        case real32:
        case error:
        case boolean:
            return 4;
        case real64:
        case currency:
        case apptime:
        case integer64:
        case systime:
            return 8;
        case guid:
            return 16;
        default:
            return std::nullopt;
    }
}

bool is_run(std::uint32_t type) {
    return type == string8 || type == unicode || type == binary || type == object;
}

// The first value; nothing where the stream ends or the type is unknown.
std::optional<std::string_view> property_value(Octets& stream, std::uint32_t type) {
    const bool several = (type & multiple) != 0;
    const auto single = type & ~static_cast<std::uint32_t>(multiple);
    const auto count = several || is_run(single) ? stream.number(4) : std::optional<std::uint32_t>(1);
    if (!count || *count > properties_max) return std::nullopt;
    std::optional<std::string_view> first = std::string_view{};
    for (std::uint32_t i = 0; i < *count; ++i) {
        const auto fixed = fixed_octets(single);
        const auto value = is_run(single) ? stream.counted() : fixed ? stream.take(*fixed) : std::nullopt;
        if (!value) return std::nullopt;
        if (i == 0) first = value;
    }
    return first;
}

bool skip_property_name(Octets& stream) {
    if (!stream.take(16)) return false;
    const auto kind = stream.number(4);
    if (!kind) return false;
    return *kind == 0 ? stream.take(4).has_value() : stream.counted().has_value();
}

std::string text(std::string_view value, std::uint32_t type) {
    return to_utf8(value.substr(0, name_octets_max), type == unicode ? "utf-16le" : "");
}

// The best name among the attachment's properties.
std::string name_in_properties(std::string_view bytes) {
    Octets stream(bytes);
    const auto count = stream.number(4);
    std::string found;
    for (std::uint32_t i = 0; count && i < *count && i < properties_max; ++i) {
        const auto type = stream.number(2), id = stream.number(2);
        if (!type || !id || (*id >= first_named && !skip_property_name(stream))) break;
        const auto value = property_value(stream, *type);
        if (!value) break;
        if (*id == long_filename) return text(*value, *type);
        if (*id == filename || (*id == display_name && found.empty())) found = text(*value, *type);
    }
    return found;
}

}

std::vector<TnefFile> read_tnef(std::string_view bytes) {
    Octets stream(bytes);
    std::vector<TnefFile> files;
    if (stream.number(4) != signature || !stream.number(2)) return files;
    while (stream.number(1)) {
        const auto attribute = stream.number(4), length = stream.number(4);
        const auto value = length ? stream.take(*length) : std::nullopt;
        if (!value || !stream.number(2)) break;
        if (*attribute == attachment_begins && files.size() < files_max) files.emplace_back();
        if (files.empty()) continue;
        if (*attribute == attachment_title && files.back().name.empty())
            files.back().name = text(*value, string8);
        if (*attribute == attachment_data) files.back().octets = value->size();
        if (*attribute != attachment_properties) continue;
        if (auto name = name_in_properties(*value); !name.empty()) files.back().name = std::move(name);
    }
    return files;
}

}
