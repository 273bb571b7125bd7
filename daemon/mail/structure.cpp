// SPDX-License-Identifier: MIT
#include "daemon/mail/structure.h"

#include <mimetic/mimetic.h>

#include <algorithm>
#include <utility>

#include "daemon/mail/ascii.h"
#include "daemon/mail/header_words.h"
#include "daemon/mail/limits.h"
#include "daemon/mail/outline.h"

namespace mentoring {

namespace {

using mimetic::MimeEntity;

std::string_view field_of(const MimeEntity& entity, std::string_view name, std::string& value) {
    value.clear();
    bool ours = true;  // the outline's own Content-Type comes first
    for (const auto& each : entity.header()) {
        if (!std::exchange(ours, false) && ascii::equal(each.name(), name)) {
            value = each.value();
            break;
        }
    }
    return value;
}

std::string field_of(const MimeEntity& entity, std::string_view name) {
    std::string value;
    field_of(entity, name, value);
    return value;
}

// The type as the outline settled it, without our boundary.
std::string type_of(const MimeEntity& entity) {
    if (entity.header().empty()) return "text/plain";
    const auto value = entity.header().front().value();
    return value.substr(0, value.find(';'));
}

bool is_report_type(std::string_view type) {
    return type == "message/delivery-status" || type == "message/disposition-notification" ||
           type == "message/feedback-report" || type == "message/global-delivery-status" ||
           type == "text/rfc822-headers" || type == "message/global-headers";
}

std::string file_name(const ParameterisedValue& disposition, const ParameterisedValue& content) {
    for (const auto& [field, name] : {std::pair(&disposition, "filename"),
                                      {&content, "name"},
                                      {&disposition, "name"},
                                      {&content, "filename"}})
        if (const auto found = ascii::trimmed(parameter(*field, name)); !found.empty())
            return std::string(found);
    return {};
}

class StructureReader {
public:
    explicit StructureReader(std::string_view raw) : raw_(raw) {}

    Structure read() {
        const auto outlined = outline(raw_);
        structure_.exceeded = outlined.exceeded;
        if (outlined.exceeded != nullptr) return std::move(structure_);
        MimeEntity root;
        const char* begin = outlined.text.data();
        root.load(begin, begin + outlined.text.size());
        read_fields(root);
        structure_.leaves = leaves_of(root);
        return std::move(structure_);
    }

private:
    using Leaves = std::vector<Leaf>;

    void read_fields(const MimeEntity& root) {
        bool ours = true;
        for (const auto& each : root.header())
            if (!std::exchange(ours, false))
                structure_.fields.push_back(
                    {std::string(each.name().begin(), each.name().end()), each.value()});
        structure_.content_type = type_of(root);
        structure_.content = parse_parameters(field_of(root, "content-type"));
    }

    Leaves leaves_of(const MimeEntity& entity) {
        const auto type = type_of(entity);
        const auto& parts = entity.body().parts();
        if (type.starts_with("multipart/") && !parts.empty()) return multipart(type, parts);
        if (!parts.empty()) return {enclosed(entity, *parts.front())};
        return {leaf(entity, type)};
    }

    Leaves multipart(const std::string& type, const mimetic::MimeEntityList& parts) {
        std::vector<Leaves> children;
        for (const auto* each : parts) children.push_back(leaves_of(*each));
        if (type == "multipart/alternative") keep_best_text(children);
        if (type == "multipart/related") keep_text_of_root(children);
        Leaves all;
        for (auto& each : children) std::move(each.begin(), each.end(), std::back_inserter(all));
        return all;
    }

    static bool has_text(const Leaves& leaves, std::string_view type) {
        return std::any_of(leaves.begin(), leaves.end(), [&](const Leaf& each) {
            return each.role == Leaf::Role::text && (type.empty() || each.type == type) &&
                   !ascii::trimmed(each.body).empty();
        });
    }

    // RFC 2046 §5.1.4 has the richest last; we want the plainest that says anything.
    static void keep_best_text(std::vector<Leaves>& children) {
        auto best = std::find_if(children.begin(), children.end(),
                                 [](const Leaves& each) { return has_text(each, "text/plain"); });
        if (best == children.end())
            best = std::find_if(children.begin(), children.end(),
                                [](const Leaves& each) { return has_text(each, "text/html"); });
        if (best == children.end())
            best = std::find_if(children.begin(), children.end(),
                                [](const Leaves& each) { return has_text(each, {}); });
        for (auto child = children.begin(); child != children.end(); ++child)
            if (child != best) drop_text(*child);
    }

    static void keep_text_of_root(std::vector<Leaves>& children) {
        for (auto& each : children)
            if (&each != &children.front() && has_text(children.front(), {})) demote_text(each);
    }

    static void drop_text(Leaves& leaves) {
        std::erase_if(leaves, [](const Leaf& each) { return each.role == Leaf::Role::text; });
    }

    static void demote_text(Leaves& leaves) {
        for (auto& each : leaves)
            if (each.role == Leaf::Role::text) each.role = Leaf::Role::attachment;
    }

    static bool reads_as_text(std::string_view type, std::string_view name) {
        return type == "text/plain" || type == "text/html" || (type.starts_with("text/") && name.empty());
    }

    Leaf leaf(const MimeEntity& entity, const std::string& type) {
        Leaf read;
        read.type = type;
        read.content = parse_parameters(field_of(entity, "content-type"));
        const auto disposition = parse_parameters(field_of(entity, "content-disposition"));
        read.name = file_name(disposition, read.content);
        read.encoding = transfer_encoding(field_of(entity, "content-transfer-encoding"));
        read.body = outlined_body(raw_, entity.body());
        if (is_report_type(type))
            read.role = Leaf::Role::report;
        else if (disposition.value != "attachment" && reads_as_text(type, read.name))
            read.role = Leaf::Role::text;
        return read;
    }

    // A message/rfc822 is one leaf, named by its subject where it has no file name.
    Leaf enclosed(const MimeEntity& entity, const MimeEntity& message) {
        auto read = leaf(entity, type_of(entity));
        read.role = Leaf::Role::attachment;
        bool ours = true;
        for (const auto& each : message.header()) {
            if (std::exchange(ours, false)) continue;
            read.head.append(each.name().begin(), each.name().end());
            read.head += ": " + decode_words(each.value()) + "\n";
        }
        if (read.name.empty()) read.name = decode_words(field_of(message, "subject"));
        return read;
    }

    std::string_view raw_;
    Structure structure_;
};

}

Structure read_structure(std::string_view raw) {
    return StructureReader(raw).read();
}

}
