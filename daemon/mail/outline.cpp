// SPDX-License-Identifier: MIT
#include "daemon/mail/outline.h"

#include <charconv>

#include "daemon/mail/ascii.h"
#include "daemon/mail/header_repair.h"
#include "daemon/mail/limits.h"
#include "daemon/mail/lines.h"
#include "daemon/mail/parameter_pieces.h"
#include "daemon/mail/parameters.h"
#include "daemon/mail/transfer.h"

namespace mentoring {

namespace {

constexpr int guesses_max = 3;  // each reads the rest of the mail once more
constexpr std::size_t type_octets_max = 100;
constexpr std::size_t boundary_digits =
    4;  // of ours: as many as parts_max needs, so that none begins another

class Outliner {
public:
    explicit Outliner(std::string_view raw) : raw_(raw) {}

    Outline read() {
        skip_leading_blank_lines();
        entity(1, "text/plain");
        return std::move(outline_);
    }

private:
    using Match = OpenBoundaries::Match;
    using Kind = OpenBoundaries::Kind;

    // What ended an entity: a boundary line and where it begins, or the end of the mail.
    struct Stop {
        Match match;
        std::size_t begin = 0;
    };

    // Reads the entity at at_ and writes its outline; at_ is then behind the line that ended it.
    Stop entity(int depth, std::string_view usual_type) {
        if (++parts_ > limits::parts_max) exceed("there are more than 1000 parts");
        if (depth > limits::depth_max) exceed("parts are nested deeper than 50");
        auto header = repair_header(raw_.substr(at_), open_);
        at_ += header.body;
        if (header.exceeded != nullptr) exceed(header.exceeded);
        if (outline_.text.size() + header.fields.size() > limits::outline_octets_max)
            exceed("the headers are longer than 1 MB together");
        if (outline_.exceeded != nullptr) return {{}, raw_.size()};

        const auto content = repaired_field(header.fields, "content-type");
        const auto declared = ParameterPieces(content).read_value();
        const bool usable = declared.find('/') != std::string::npos && declared.size() <= type_octets_max;
        const auto type = usable ? declared : std::string(usual_type);
        if (type.starts_with("multipart/"))
            return multipart(depth, type, boundary_of(parse_parameters(content)), header.fields);
        const auto encoding = transfer_encoding(repaired_field(header.fields, "content-transfer-encoding"));
        const bool descends = is_message(type) && encoding == TransferEncoding::identity;
        write_header(is_message(type) && !descends ? std::string(encoded_message_type) : type, header.fields);
        return descends ? entity(depth + 1, "text/plain") : leaf();
    }

    static bool is_message(std::string_view type) {
        return type == "message/rfc822" || type == "message/global";
    }

    Stop leaf() {
        const auto begin = at_;
        const auto stop = next_boundary();
        write_body(begin, stop.begin);
        return stop;
    }

    // A multipart whose boundary is missing or never comes is a text.
    Stop multipart(int depth, const std::string& type, const std::string& boundary,
                   const std::string& fields) {
        const auto begin = at_;
        const auto level = open_.size();
        open_.open(boundary);
        auto stop = next_boundary();
        if (!is_at(stop, level) && guess_boundary(begin, stop.begin)) stop = next_boundary();
        if (!is_at(stop, level)) {
            open_.close();
            write_header("text/plain", fields);
            write_body(begin, stop.begin);
            return stop;
        }
        write_parts(depth, type, fields, level, stop);
        open_.close();
        return stop.match.kind == Kind::closing && stop.match.level == level ? next_boundary() : stop;
    }

    static bool is_at(const Stop& stop, std::size_t level) {
        return stop.match.kind != Kind::none && stop.match.level == level;
    }

    void write_parts(int depth, const std::string& type, const std::string& fields, std::size_t level,
                     Stop& stop) {
        const auto ours = our_boundary();
        write_header(type + "; boundary=" + ours, fields);
        while (is_at(stop, level) && stop.match.kind == Kind::delimiter && outline_.exceeded == nullptr) {
            outline_.text += "--" + ours + "\n";
            stop = entity(depth + 1, type == "multipart/digest" ? "message/rfc822" : "text/plain");
        }
        outline_.text += "--" + ours + "--\n";
    }

    // Some gateways rewrite the boundary in one place only. What stands like one above a part's header is it.
    bool guess_boundary(std::size_t begin, std::size_t end) {
        if (++guesses_ > guesses_max) return false;
        const auto text = raw_.substr(0, end);
        for (auto at = begin; at < text.size();) {
            const auto line = line_at(text, at);
            const auto text_of_line = ascii::trimmed(line.text);
            const auto boundary = text_of_line.substr(std::min<std::size_t>(text_of_line.size(), 2));
            const bool looks = line.text.starts_with("--") && !boundary.empty() &&
                               boundary.size() <= limits::boundary_octets_max;
            if (looks && ascii::starts_with(text.substr(line.next), "content-")) {
                open_.close();
                open_.open(std::string(boundary));
                at_ = begin;
                return true;
            }
            at = line.next;
        }
        return false;
    }

    static std::string boundary_of(const ParameterisedValue& content) {
        const auto declared = ascii::trimmed(parameter(content, "boundary"));
        return declared.size() > limits::boundary_octets_max ? std::string{} : std::string(declared);
    }

    Stop next_boundary() {
        if (open_.size() == 0) return end_of_mail();
        while (at_ < raw_.size()) {
            const auto begin = at_;
            if (!raw_.substr(at_).starts_with("--")) {
                at_ = line_at(raw_, at_).next;
                continue;
            }
            if (++delimiter_lines_ > limits::delimiter_lines_max)
                exceed("more than 100,000 lines look like boundaries");
            if (outline_.exceeded != nullptr) break;
            const auto line = line_at(raw_, at_);
            at_ = line.next;
            const auto match = open_.match(line.text);
            if (match.kind != Kind::none) return {match, begin};
        }
        return end_of_mail();
    }

    Stop end_of_mail() {
        at_ = raw_.size();
        return {{}, at_};
    }

    void write_header(const std::string& content_type, const std::string& fields) {
        outline_.text += "Content-Type: " + content_type + "\n" + fields + "\n";
    }

    // The line end before a boundary belongs to the boundary (RFC 2046 §5.1.1).
    void write_body(std::size_t begin, std::size_t end) {
        if (end < raw_.size() && end > begin && raw_[end - 1] == '\n') --end;
        if (end < raw_.size() && end > begin && raw_[end - 1] == '\r') --end;
        outline_.text += std::to_string(begin) + " " + std::to_string(end - begin) + "\n";
    }

    std::string our_boundary() {
        auto digits = std::to_string(++multiparts_);
        return "m" + std::string(boundary_digits - std::min(boundary_digits, digits.size()), '0') + digits;
    }

    void skip_leading_blank_lines() {
        while (at_ < raw_.size()) {
            const auto line = line_at(raw_, at_);
            if (!ascii::trimmed(line.text).empty()) return;
            at_ = line.next;
        }
    }

    void exceed(const char* limit) {
        if (outline_.exceeded == nullptr) outline_.exceeded = limit;
    }

    std::string_view raw_;
    std::size_t at_ = 0;
    OpenBoundaries open_;
    int parts_ = 0;
    int multiparts_ = 0;
    int guesses_ = 0;
    int delimiter_lines_ = 0;
    Outline outline_;
};

}

Outline outline(std::string_view raw) {
    return Outliner(raw).read();
}

std::string_view outlined_body(std::string_view raw, std::string_view line) {
    std::size_t begin = 0, length = 0;
    const char* end = line.data() + line.size();
    const auto first = std::from_chars(line.data(), end, begin);
    if (first.ec != std::errc{} || first.ptr == end) return {};
    std::from_chars(first.ptr + 1, end, length);
    return begin <= raw.size() ? raw.substr(begin, length) : std::string_view{};
}

}
