// SPDX-License-Identifier: MIT
#include "daemon/mail/html_layout.h"

#include <algorithm>
#include <array>

namespace mentoring {

namespace {

struct ElementLayout {
    std::string_view name;
    Layout layout;
};

constexpr auto layouts = std::to_array<ElementLayout>({
    {"address", Layout::line},    {"article", Layout::line},
    {"aside", Layout::line},      {"blockquote", Layout::line},
    {"body", Layout::line},       {"br", Layout::line_break},
    {"caption", Layout::line},    {"center", Layout::line},
    {"dd", Layout::line},         {"dir", Layout::line},
    {"div", Layout::line},        {"dl", Layout::line},
    {"dt", Layout::line},         {"fieldset", Layout::line},
    {"figure", Layout::line},     {"footer", Layout::line},
    {"form", Layout::line},       {"h1", Layout::paragraph},
    {"h2", Layout::paragraph},    {"h3", Layout::paragraph},
    {"h4", Layout::paragraph},    {"h5", Layout::paragraph},
    {"h6", Layout::paragraph},    {"head", Layout::hidden},
    {"header", Layout::line},     {"hr", Layout::line},
    {"li", Layout::line},         {"main", Layout::line},
    {"menu", Layout::line},       {"nav", Layout::line},
    {"noframes", Layout::hidden}, {"object", Layout::inside_line},
    {"ol", Layout::line},         {"option", Layout::line},
    {"p", Layout::paragraph},     {"pre", Layout::preformatted},
    {"script", Layout::hidden},   {"section", Layout::line},
    {"style", Layout::hidden},    {"table", Layout::line},
    {"tbody", Layout::line},      {"td", Layout::cell},
    {"template", Layout::hidden}, {"th", Layout::cell},
    {"title", Layout::hidden},    {"tr", Layout::line},
    {"ul", Layout::line},
});

}

Layout layout_of(std::string_view element) {
    const auto found =
        std::lower_bound(layouts.begin(), layouts.end(), element,
                         [](const auto& each, std::string_view name) { return each.name < name; });
    return found != layouts.end() && found->name == element ? found->layout : Layout::inside_line;
}

}
