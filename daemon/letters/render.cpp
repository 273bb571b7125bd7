// SPDX-License-Identifier: MIT
#include "daemon/letters/render.h"

#include <kainjow/mustache.hpp>
#include <stdexcept>

#include "daemon/letters/fill.h"
#include "daemon/letters/html_part.h"
#include "daemon/letters/mailto.h"
#include "daemon/letters/markdown.h"
#include "daemon/letters/safe_text.h"
#include "daemon/letters/text_part.h"

namespace mentoring {

namespace {

namespace mustache = kainjow::mustache;

constexpr std::size_t subject_octets_max = 200;

std::string subject_of(const LetterTemplate& source, const RenderContext& context) {
    const auto subject =
        context.subject_prefix.empty() ? source.subject : context.subject_prefix + ": " + source.subject;
    return safe_line(subject, subject_octets_max);
}

LinkTo links_of(const RenderContext& context) {
    return [&context](const std::string& prefill) {
        return mailto_link(context.answer_address, context.answer_subject, prefill);
    };
}

std::string page(const std::string& content, const RenderContext& context) {
    mustache::mustache layout(context.layout);
    if (!layout.is_valid()) throw std::invalid_argument("layout: " + layout.error_message());
    mustache::data data;
    data.set("language", context.language);
    data.set("title", context.subject_prefix);
    data.set("content", content);
    return layout.render(data);
}

}

RenderedLetter render(const LetterTemplate& source, const Letter& letter, const RenderContext& context) {
    Values values;
    const auto markdown = fill(source, letter, values);
    const auto blocks = read_markdown(markdown);
    if (markdown.find("](answer:") != std::string::npos && context.answer_address.empty())
        throw std::invalid_argument("letter " + source.name + " offers answers and has no address for them");
    return {subject_of(source, context), text_part(blocks, values),
            page(html_part(blocks, values, links_of(context)), context)};
}

}
