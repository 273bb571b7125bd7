// SPDX-License-Identifier: MIT
// The parameters of a field as they stand there, before RFC 2231 joins and decodes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mentoring {

enum class ParameterForm { plain, extended };

// One "name*3*=value".
struct ParameterPiece {
    std::string name;  // lower case, without its marks
    int index = 0;     // 1 for "name*0", 0 where there is none
    ParameterForm form = ParameterForm::plain;
    std::string value;  // without quotes, not decoded
};

class ParameterPieces {
public:
    explicit ParameterPieces(std::string_view field) : text_(field) {}

    // What stands before the first parameter, lower case; to be called first.
    std::string read_value();
    std::optional<ParameterPiece> next();

private:
    void skip_blanks();
    void skip_separators();
    void skip_comment();
    bool starts_parameter(std::size_t from) const;
    bool closes(std::size_t quote) const;
    std::string quoted();
    std::string unquoted();

    std::string_view text_;
    std::size_t at_ = 0;
};

}
