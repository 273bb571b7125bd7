// SPDX-License-Identifier: MIT
#include "tests/whole/link.h"

#include <mimetic/mimetic.h>

#include <algorithm>
#include <stdexcept>

namespace mentoring {

namespace {

std::string percent_decoded(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::string unescaped(std::string text) {
    for (auto at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at + 1))
        text.replace(at, 5, "&");
    return text;
}

std::string parameter(const std::string& link, const std::string& name) {
    const auto at = link.find(name + "=");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 1;
    return percent_decoded(link.substr(begin, link.find('&', begin) - begin));
}

// Up to the end of what is set off as the label, or else of the link.
std::string label_at(const std::string& html, std::size_t begin) {
    const auto end = std::min(html.find("</strong>", begin), html.find("</a>", begin));
    std::string label;
    bool in_tag = false;
    for (const char c : html.substr(begin, end - begin)) {
        if (c == '<') in_tag = true;
        if (!in_tag) label += c;
        if (c == '>') in_tag = false;
    }
    return label;
}

AnswerLink parsed(const std::string& link, std::string label) {
    return {std::move(label), percent_decoded(link.substr(0, link.find('?'))), parameter(link, "subject"),
            parameter(link, "body")};
}

bool is_link_of(const AnswerLink& link, const std::string& answer) {
    const bool form = link.body.find('\n') != std::string::npos;
    if (answer == "own words") return link.body.empty();
    if (answer == "form") return form;
    return !form && link.body.starts_with(answer);
}

const mimetic::MimeEntity* html_entity(const mimetic::MimeEntity& entity) {
    if (entity.header().contentType().isMultipart()) {
        for (const auto* each : entity.body().parts())
            if (const auto* found = html_entity(*each)) return found;
        return nullptr;
    }
    return entity.header().contentType().subtype() == "html" ? &entity : nullptr;
}

}

std::vector<AnswerLink> links_in(const std::string& html) {
    const std::string begin = "href=\"mailto:";
    std::vector<AnswerLink> links;
    for (auto at = html.find(begin); at != std::string::npos; at = html.find(begin, at + 1)) {
        const auto from = at + begin.size();
        links.push_back(parsed(unescaped(html.substr(from, html.find('"', from) - from)),
                               label_at(html, html.find('>', from) + 1)));
    }
    return links;
}

AnswerLink link_of(const std::string& html, const std::string& answer) {
    for (auto& link : links_in(html))
        if (is_link_of(link, answer)) return link;
    throw std::runtime_error("the letter has no link for " + answer);
}

std::string html_part_of(const std::string& raw) {
    const mimetic::MimeEntity entity(raw.begin(), raw.end());
    const auto* part = html_entity(entity);
    if (!part) return {};
    const std::string body = part->body();
    std::string plain;
    if (mimetic::istring(part->header().contentTransferEncoding().str()) == "quoted-printable") {
        mimetic::QP::Decoder decoder;
        mimetic::decode(body.begin(), body.end(), decoder, std::back_inserter(plain));
        return plain;
    }
    return body;
}

}
