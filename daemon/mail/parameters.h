// SPDX-License-Identifier: MIT
// Content-Type and Content-Disposition (RFC 2045 §5.1, RFC 2183) with parameters as mail programs write them:
// continued and charset-marked (RFC 2231), encoded words, raw 8-bit, blanks and quotes where none belong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mentoring {

struct Parameter {
    std::string name;   // lower case, without the marks of RFC 2231
    std::string value;  // UTF-8
};

struct ParameterisedValue {
    std::string value;  // lower case, without comments: "text/plain", "attachment"
    std::vector<Parameter> parameters;
};

ParameterisedValue parse_parameters(std::string_view field, std::string_view likely_charset = {});

// The value of the first parameter of that name, empty where there is none.
std::string_view parameter(const ParameterisedValue& field, std::string_view name);

}
