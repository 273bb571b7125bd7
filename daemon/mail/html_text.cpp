// SPDX-License-Identifier: MIT
#include "daemon/mail/html_text.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "daemon/mail/ascii.h"
#include "daemon/mail/html_quotes.h"
#include "daemon/mail/limits.h"

namespace mentoring {

namespace {

constexpr int quote_depth_max = 8;  // deeper quotes look alike
constexpr std::size_t charset_search_octets = 2048;

enum class Layout { inside_line, line, paragraph, cell, line_break, hidden, preformatted };

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

Layout layout_of(std::string_view element) {
    const auto found =
        std::lower_bound(layouts.begin(), layouts.end(), element,
                         [](const auto& each, std::string_view name) { return each.name < name; });
    return found != layouts.end() && found->name == element ? found->layout : Layout::inside_line;
}

// The text being written, line by line, in both forms.
class Page {
public:
    void break_line(int blank_lines) {
        if (column_ > 0) end_line();
        wanted_blank_lines_ = std::max(wanted_blank_lines_, blank_lines);
        blank_ = false;
    }

    void forced_break() {
        if (column_ == 0) begin_line();
        end_line();
        blank_ = false;
    }

    void cell() {
        if (column_ > 0) blank_ = true;
    }

    void write(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            if (ascii::is_space(text[at])) {
                blank_ = true, ++at;
                continue;
            }
            auto end = at;
            while (end < text.size() && !ascii::is_space(text[end])) ++end;
            put(text.substr(at, end - at));
            at = end;
        }
    }

    void write_preformatted(std::string_view text) {
        for (const char c : text) {
            if (c == '\r') continue;
            if (c == '\n')
                forced_break();
            else
                put_exact(std::string_view(&c, 1));
        }
    }

    void quote(int depth) {
        if (depth != quote_depth_) break_line(0);
        quote_depth_ = depth;
    }

    bool has_text() const { return !text_.text.empty() || column_ > 0; }
    std::size_t lines() const { return lines_; }
    std::size_t octets() const { return text_.quoted_text.size(); }
    HtmlText take() {
        if (column_ > 0) end_line();
        return std::move(text_);
    }

private:
    void put(std::string_view word) {
        if (column_ > 0 && blank_) append(" ");
        put_exact(word);
        blank_ = false;
    }

    void put_exact(std::string_view word) {
        if (column_ == 0) begin_line();
        append(word);
        column_ += word.size();
    }

    void begin_line() {
        for (; wanted_blank_lines_ > 0; --wanted_blank_lines_)
            if (lines_ > 0) prefix(), end_line();
        prefix();
    }

    void prefix() {
        for (int i = 0; i < std::min(quote_depth_, quote_depth_max); ++i) text_.quoted_text += "> ";
    }

    void append(std::string_view text) {
        text_.text += text;
        text_.quoted_text += text;
    }

    void end_line() {
        append("\n");
        column_ = 0;
        ++lines_;
    }

    HtmlText text_;
    std::size_t column_ = 0, lines_ = 0;
    int wanted_blank_lines_ = 0, quote_depth_ = 0;
    bool blank_ = false;
};

// Hears the parser's events, which are balanced: every start has its end.
class Renderer {
public:
    explicit Renderer(htmlParserCtxtPtr parser) : parser_(parser) {}

    void start(std::string_view name, const xmlChar** attributes) {
        if (open_.size() >= static_cast<std::size_t>(limits::html_depth_max)) {
            stop("HTML elements are nested deeper than 256");
            return;
        }
        const auto layout = layout_of(name);
        const auto marked = layout == Layout::hidden ? Quoting::none : quoting(marks(name, attributes));
        open_.push_back({layout, marked, page_.lines()});
        if (layout == Layout::hidden) ++hidden_;
        if (layout == Layout::preformatted) ++preformatted_;
        if (hidden_ > 0) return;
        if (layout == Layout::line_break)
            page_.forced_break();
        else
            arrange(layout);
        if (marked == Quoting::inside) ++quotes_;
        page_.quote(depth());
    }

    void end() {
        if (open_.empty()) return;
        const auto element = open_.back();
        open_.pop_back();
        if (element.layout == Layout::hidden) --hidden_;
        if (element.layout == Layout::preformatted) --preformatted_;
        if (hidden_ > 0) return;
        if (element.layout != Layout::line_break) arrange(element.layout);
        if (element.quoting == Quoting::inside || element.quotes_now) --quotes_;
        if (element.quoting == Quoting::behind && page_.has_text()) rest_is_quoted_ = true;
        page_.quote(depth());
    }

    void text(std::string_view text) {
        if (hidden_ > 0) return;
        begin_delayed_quotes();
        if (preformatted_ > 0)
            page_.write_preformatted(without_hard_blanks(text));
        else
            page_.write(without_hard_blanks(text));
        if (page_.octets() > limits::text_octets_max) stop("there is more than 1 MB of text");
    }

    void fault() {
        if (++faults_ == limits::html_faults_max) stop("the HTML has more than 50,000 faults");
    }

    HtmlText take() {
        auto text = page_.take();
        text.exceeded = exceeded_;
        return text;
    }

private:
    struct Element {
        Layout layout;
        Quoting quoting;
        std::size_t first_line;
        bool quotes_now = false;
    };

    static QuoteMarks marks(std::string_view element, const xmlChar** attributes) {
        QuoteMarks found;
        found.element = element;
        for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
            if (attributes[1] == nullptr) continue;
            const std::string_view name = reinterpret_cast<const char*>(attributes[0]);
            const std::string_view value = reinterpret_cast<const char*>(attributes[1]);
            if (name == "type")
                found.type = value;
            else if (name == "id")
                found.id = value;
            else if (name == "class")
                found.class_name = value;
            else if (name == "name")
                found.name = value;
            else if (name == "style")
                found.style = value;
            else if (name == "data-marker")
                found.marker = value;
        }
        return found;
    }

    void arrange(Layout layout) {
        if (layout == Layout::line || layout == Layout::preformatted) page_.break_line(0);
        if (layout == Layout::paragraph) page_.break_line(1);
        if (layout == Layout::cell) page_.cell();
    }

    void begin_delayed_quotes() {
        for (auto& each : open_) {
            if (each.quoting != Quoting::after_first_line || each.quotes_now ||
                page_.lines() == each.first_line)
                continue;
            each.quotes_now = true;
            ++quotes_;
            page_.quote(depth());
        }
    }

    std::string_view without_hard_blanks(std::string_view text) {
        constexpr std::string_view no_break = "\xC2\xA0";
        if (text.find(no_break) == std::string_view::npos) return text;
        softened_.assign(text);
        for (auto at = softened_.find(no_break); at != std::string::npos;
             at = softened_.find(no_break, at + 1))
            softened_.replace(at, no_break.size(), " ");
        return softened_;
    }

    int depth() const { return quotes_ + (rest_is_quoted_ ? 1 : 0); }

    void stop(const char* limit) {
        exceeded_ = limit;
        xmlStopParser(parser_);
    }

    htmlParserCtxtPtr parser_;
    Page page_;
    std::vector<Element> open_;
    std::string softened_;
    int hidden_ = 0, preformatted_ = 0, quotes_ = 0;
    int faults_ = 0;
    bool rest_is_quoted_ = false;
    const char* exceeded_ = nullptr;
};

Renderer& renderer(void* user) {
    return *static_cast<Renderer*>(user);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
    renderer(user).start(reinterpret_cast<const char*>(name), attributes);
}

void on_end(void* user, const xmlChar*) {
    renderer(user).end();
}

void on_text(void* user, const xmlChar* text, int length) {
    renderer(user).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

void on_fault(void* user, xmlErrorPtr) {
    renderer(user).fault();
}

// Tags that go on for kilobytes carry images; libxml2 need not see them.
std::string without_long_tags(std::string_view html) {
    std::string out;
    out.reserve(std::min(html.size(), limits::html_octets_max));
    for (std::size_t at = 0; at < html.size();) {
        const auto open = std::min(html.find('<', at), html.size());
        out += html.substr(at, open - at);
        const auto close = std::min(html.find('>', open), html.size());
        const auto tag = html.substr(open, close - open);
        const bool shorten = tag.size() > limits::html_tag_octets_max && !tag.starts_with("<!--");
        out += shorten ? tag.substr(0, tag.find_first_of(" \t\r\n")).substr(0, limits::html_tag_octets_max)
                       : tag;
        at = close;
        if (out.size() > limits::html_octets_max) break;
    }
    return out;
}

}

HtmlText html_to_text(std::string_view utf8) {
    const auto html = without_long_tags(utf8);
    if (html.size() > limits::html_octets_max) return {{}, {}, "there is more than 512 kB of HTML"};
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
        htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())), &htmlFreeParserCtxt);
    if (!parser) return {};
    Renderer renderer(parser.get());
    htmlSAXHandler events{};
    events.startElement = on_start;
    events.endElement = on_end;
    events.characters = events.ignorableWhitespace = events.cdataBlock = on_text;
    events.serror = on_fault;
    events.initialized = XML_SAX2_MAGIC;  // else serror is not called
    *parser->sax = events;
    parser->userData = &renderer;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                         HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser.get());
    return renderer.take();
}

std::string_view html_charset(std::string_view html) {
    const auto start = html.substr(0, charset_search_octets);
    for (auto at = start.find("charset"); at != std::string_view::npos; at = start.find("charset", at + 1)) {
        auto value = start.substr(at + 7);
        value = ascii::trimmed(value);
        if (!value.starts_with('=')) continue;
        value = ascii::trimmed(value.substr(1));
        const auto begin = value.find_first_not_of("\"' ");
        if (begin == std::string_view::npos) return {};
        value.remove_prefix(begin);
        return value.substr(0, value.find_first_of("\"' ;>/\r\n\t"));
    }
    return {};
}

}
