// SPDX-License-Identifier: MIT
#include "daemon/mail/html_text.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "daemon/mail/ascii.h"
#include "daemon/mail/html_layout.h"
#include "daemon/mail/html_marks.h"
#include "daemon/mail/html_page.h"
#include "daemon/mail/html_quotes.h"
#include "daemon/mail/limits.h"

namespace mentoring {

namespace {

constexpr std::size_t charset_search_octets = 2048;

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
        open_.push_back({layout, marked});
        note_marks(name, attributes);
        if (layout == Layout::hidden) ++hidden_;
        if (layout == Layout::preformatted) ++preformatted_;
        if (hidden_ > 0) return;
        if (layout == Layout::line_break)
            page_.forced_break();
        else
            arrange(layout);
        open_.back().first_line = page_.lines();
        open_.back().text_begin = page_.end_of_text();
        if (marked == Quoting::inside) ++quotes_;
        page_.quote(depth());
    }

    void end() {
        if (open_.empty()) return;
        const auto element = std::move(open_.back());
        open_.pop_back();
        show_target(element);
        if (element.is_item) number_.clear();
        if (element.layout == Layout::hidden) --hidden_;
        if (element.layout == Layout::preformatted) --preformatted_;
        if (hidden_ > 0) return;
        if (element.layout != Layout::line_break) arrange(element.layout);
        if (element.quoting == Quoting::inside || element.quotes_now) --quotes_;
        if (element.quoting == Quoting::behind && page_.wrote_since(element.text_begin, ':'))
            rest_is_quoted_ = true;
        page_.quote(depth());
    }

    void text(std::string_view text) {
        if (hidden_ > 0) return;
        begin_delayed_quotes();
        begin_item(text);
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
        std::size_t first_line = 0, text_begin = 0;
        bool quotes_now = false;
        std::optional<ListNumbers> list{};
        bool is_item = false;
        std::string href{};
    };

    static std::string_view attribute(const xmlChar** attributes, std::string_view wanted) {
        for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
            if (attributes[1] != nullptr && reinterpret_cast<const char*>(attributes[0]) == wanted)
                return reinterpret_cast<const char*>(attributes[1]);
        return {};
    }

    void note_marks(std::string_view name, const xmlChar** attributes) {
        auto& element = open_.back();
        if (name == "ol") element.list = ListNumbers::ordered(attribute(attributes, "start"));
        if (name == "ul" || name == "menu" || name == "dir") element.list = ListNumbers{};
        element.is_item = name == "li";
        if (name == "li") number_ = next_number(attribute(attributes, "value"));
        if (name == "a" && shown_links_ < limits::links_max) element.href = attribute(attributes, "href");
    }

    std::string next_number(std::string_view value) {
        const auto list = std::find_if(open_.rbegin(), open_.rend(),
                                       [](const Element& each) { return each.list.has_value(); });
        return list == open_.rend() ? std::string{} : list->list->next(value);
    }

    // The number stands before the first word of the item, in whatever element that is.
    void begin_item(std::string_view text) {
        if (number_.empty() || std::all_of(text.begin(), text.end(), ascii::is_space)) return;
        page_.write(std::exchange(number_, {}) + " ");
    }

    void show_target(const Element& element) {
        if (element.href.empty() || hidden_ > 0) return;
        const auto target = link_target(element.href, page_.written_since(element.text_begin));
        if (target.empty()) return;
        page_.write_aside(target);
        ++shown_links_;
    }

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
    std::string softened_, number_;
    int shown_links_ = 0;
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
    // Inside a body libxml2 does not invent a paragraph around bare text.
    const auto html = "<body>" + without_long_tags(utf8);
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
