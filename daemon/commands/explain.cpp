// SPDX-License-Identifier: MIT
#include "daemon/commands/explain.h"

#include <chrono>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>

#include "daemon/commands/explain_print.h"
#include "daemon/mail/limits.h"
#include "daemon/mail/read_mail.h"

namespace mentoring {
namespace {

// One octet more than is ever read: reading itself says that the mail is too big.
std::optional<std::string> bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::string bytes(limits::mail_octets_max + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

Understood understand_bytes(const ExplainRequest& request, const std::string& bytes) {
    OurSide ours;
    ours.today = request.now.value_or(Date{});
    if (request.body == TextOrigin::none) return understand(std::string_view(bytes), ours);
    return understand(read_body(bytes, request.body), ours);
}

Explained explain(const ExplainRequest& request, const std::string& file, const std::string& bytes) {
    const auto begun = std::chrono::steady_clock::now();
    Explained explained{file, understand_bytes(request, bytes), {}, {}, 0};
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begun;
    explained.milliseconds = spent.count();
    return explained;
}

enum class Opened { yes, no };

Opened explain_file(const ExplainRequest& request, const std::string& file, std::ostream& out,
                    std::ostream& errors) {
    const auto bytes = bytes_of(file);
    if (!bytes) {
        errors << "mentord explain: " << file << ": cannot be opened\n";
        return Opened::no;
    }
    const Explained explained = explain(request, file, *bytes);
    out << (request.face == ExplainFace::json ? as_json_line(explained) : as_text(explained)) << std::flush;
    return Opened::yes;
}

}

int explain_command(const ExplainRequest& request, std::istream& names, std::ostream& out,
                    std::ostream& errors) {
    int status = 0;
    const auto take = [&](const std::string& file) {
        if (!file.empty() && explain_file(request, file, out, errors) == Opened::no) status = 1;
    };
    for (const std::string& file : request.files) take(file);
    for (std::string file; request.files.empty() && std::getline(names, file);) take(file);
    return status;
}

}
