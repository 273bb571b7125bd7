// SPDX-License-Identifier: MIT
#include "daemon/mail/structure.h"

#include <mimetic/mimetic.h>

#include <utility>

#include "daemon/mail/ascii.h"
#include "daemon/mail/header_words.h"
#include "daemon/mail/limits.h"
#include "daemon/mail/outline.h"
#include "daemon/mail/text_choice.h"

namespace mentoring {

namespace {

using mimetic::MimeEntity;

constexpr int encoded_messages_max = 10;  // enclosed mails that are encoded as a whole; more are mere files

std::string field_of(const MimeEntity& entity, std::string_view name) {
    bool ours = true;  // the outline's own Content-Type comes first
    for (const auto& each : entity.header())
        if (!std::exchange(ours, false) && ascii::equal(each.name(), name)) return each.value();
    return {};
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
    StructureReader(std::string_view raw, int& encoded_messages)
        : raw_(raw), encoded_messages_(encoded_messages) {}

    Structure read() {
        const auto outlined = outline(raw_);
        structure_.exceeded = outlined.exceeded;
        if (outlined.exceeded != nullptr) return std::move(structure_);
        MimeEntity root;
        const char* begin = outlined.text.data();
        root.load(begin, begin + outlined.text.size());
        read_fields(root);
        structure_.leaves = leaves_of(root);
        choose_text(structure_.leaves);
        return std::move(structure_);
    }

private:
    using Leaves = std::vector<Leaf>;

    void read_fields(const MimeEntity& root) {
        bool ours = true;
        for (const auto& each : root.header())
            if (!std::exchange(ours, false)) structure_.fields.push_back(raw_field(each));
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
        if (type == "multipart/alternative") keep_best_alternative(children);
        Leaves all;
        for (auto& each : children) std::move(each.begin(), each.end(), std::back_inserter(all));
        return all;
    }

    Leaf leaf(const MimeEntity& entity, const std::string& type) {
        Leaf read;
        read.type = type;
        read.content = parse_parameters(field_of(entity, "content-type"));
        const auto disposition = parse_parameters(field_of(entity, "content-disposition"));
        if (disposition.value == "attachment") read.placement = Leaf::Placement::attached;
        read.name = file_name(disposition, read.content);
        read.encoding = transfer_encoding(field_of(entity, "content-transfer-encoding"));
        read.body = outlined_body(raw_, entity.body());
        if (is_report_type(type))
            read.role = Leaf::Role::report;
        else if (type.starts_with("text/") && read.name.empty() && read.placement == Leaf::Placement::shown)
            read.role = Leaf::Role::text;
        else if (type == encoded_message_type)
            enclose_decoded(read);
        return read;
    }

    // A message/rfc822 is one leaf, named by its subject where it has no file name.
    Leaf enclosed(const MimeEntity& entity, const MimeEntity& message) {
        auto read = leaf(entity, type_of(entity));
        std::vector<RawField> fields;
        bool ours = true;
        for (const auto& each : message.header())
            if (!std::exchange(ours, false)) fields.push_back(raw_field(each));
        enclose(read, fields, leaves_of(message));
        return read;
    }

    void enclose_decoded(Leaf& read) {
        read.type = "message/rfc822";
        if (read.body.size() > limits::text_octets_max || ++encoded_messages_ > encoded_messages_max) return;
        structure_.decoded.push_back(decode_transfer(read.body, read.encoding));
        auto inner = StructureReader(structure_.decoded.back(), encoded_messages_).read();
        if (inner.exceeded != nullptr) structure_.exceeded = inner.exceeded;
        enclose(read, inner.fields, std::move(inner.leaves));
        structure_.decoded.splice(structure_.decoded.end(), inner.decoded);
    }

    static void enclose(Leaf& read, const std::vector<RawField>& fields, Leaves leaves) {
        for (const auto& each : fields) {
            if (read.head.size() > limits::report_octets_max) break;
            const auto value = decode_words(each.value);
            read.head += each.name + ": " + value + "\n";
            if (read.name.empty() && ascii::equal(each.name, "subject")) read.name = value;
        }
        read.enclosed = std::move(leaves);
        choose_text(read.enclosed);
    }

    static RawField raw_field(const mimetic::Field& field) {
        return {std::string(field.name().begin(), field.name().end()), field.value()};
    }

    std::string_view raw_;
    int& encoded_messages_;  // seen in the whole mail
    Structure structure_;
};

}

Structure read_structure(std::string_view raw) {
    int encoded_messages = 0;
    return StructureReader(raw, encoded_messages).read();
}

}
