// SPDX-License-Identifier: MIT
#include "daemon/commands/explain.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>
#include <utility>

#include "daemon/clock.h"
#include "daemon/commands/explain_case.h"
#include "daemon/commands/explain_print.h"
#include "daemon/mail/fold.h"
#include "daemon/mail/limits.h"
#include "daemon/mail/read_mail.h"
#include "daemon/settings/situations.h"
#include "daemon/settings/word_files.h"
#include "workflow/reading/answer.h"
#include "workflow/reading/danger.h"
#include "workflow/reading/request.h"

namespace mentoring {
namespace {

constexpr std::string_view request_situation = "request";
constexpr std::string_view subject_mark = "Subject:";

// One octet more than is ever read: reading itself says that the mail is too big.
std::optional<std::string> bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in) return std::nullopt;
    const auto size =
        std::min<std::streamoff>(in.tellg(), static_cast<std::streamoff>(limits::mail_octets_max + 1));
    if (size < 0) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    in.seekg(0);
    in.read(bytes.data(), size);
    if (!in) return std::nullopt;
    return bytes;
}

// A body may begin with a line "Subject: …" and an empty one.
Mail body_with_subject(std::string_view bytes, TextOrigin origin) {
    std::string_view subject;
    if (bytes.starts_with(subject_mark)) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        subject = bytes.substr(subject_mark.size(), end - subject_mark.size());
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    Mail mail = read_body(bytes, origin);
    const std::size_t begin = std::min(subject.find_first_not_of(" \t"), subject.size());
    mail.subject = subject.substr(begin, subject.find_last_not_of(" \r") + 1 - begin);
    return mail;
}

class Explainer {
public:
    Explainer(const ExplainRequest& request, Vocabulary vocabulary, std::optional<SampleWorld> world)
        : request_(request), vocabulary_(std::move(vocabulary)), world_(std::move(world)) {}

    Explained explain(const std::string& file, const std::string& bytes) const {
        const Stopwatch stopwatch;
        Explained explained{file, understood(bytes), {}, {}, {}, {}, 0};
        if (world_ && explained.understood.kind.kind == Kind::human)
            explained.tied = tied(*world_, explained.understood.mail);
        if (explained.understood.kind.kind == Kind::human || explained.understood.kind.kind == Kind::list)
            read_words(explained);
        if (!request_.situation.empty() && !explained.answer)
            explained.answer = NamedAnswer{"automatic", {}, {}};
        explained.milliseconds = static_cast<double>(stopwatch.elapsed().count()) / 1000;
        return explained;
    }

private:
    Understood understood(const std::string& bytes) const {
        OurSide ours;
        if (world_) ours.signs = own_signs_of(*world_);
        ours.today = request_.now.value_or(Date{});
        if (request_.body == TextOrigin::none) return understand(std::string_view(bytes), ours);
        if (request_.situation == request_situation)
            return understand(body_with_subject(bytes, request_.body), ours);
        return understand(read_body(bytes, request_.body), ours);
    }

    Date day_of(const Mail& mail) const {
        if (request_.now) return *request_.now;
        return mail.date ? Date{std::chrono::floor<std::chrono::days>(*mail.date)} : Date{};
    }

    void read_words(Explained& explained) const {
        const Mail& mail = explained.understood.mail;
        const Reply& reply = explained.understood.reply;
        const auto folded = fold(mail.subject + "\n" + reply.visible);
        explained.danger = danger_in(vocabulary_, folded);
        if (explained.danger != Danger::none)
            explained.grounds_of_danger = grounds_of_danger(vocabulary_, folded);
        if (request_.situation == request_situation) {
            explained.answer = asking(read_request(vocabulary_, fold(mail.subject), fold(reply.words)));
            return;
        }
        if (const auto question = question_for(explained))
            explained.answer = named(
                read_answer(vocabulary_, fold, *question, reply.words, reply.inline_answers), *question);
    }

    // What --situation says was asked, or else what the case asks of whoever wrote.
    std::optional<Question> question_for(const Explained& explained) const {
        const auto today = day_of(explained.understood.mail);
        if (!request_.situation.empty()) return sample_question(request_.situation, today);
        const bool answers =
            explained.tied && explained.tied->asked_of_her && explained.tied->audible == Audible::to_us;
        return answers ? question_of(*world_, *explained.tied->of, today) : std::nullopt;
    }

    static NamedAnswer asking(Asking asking) {
        switch (asking) {
            case Asking::request:
                return {"request", {}, {}};
            case Asking::not_a_request:
                return {"not", {}, {}};
            case Asking::unclear:
                return {"unclear", {}, {}};
        }
        return {"unclear", {}, {}};
    }

    const ExplainRequest& request_;
    Vocabulary vocabulary_;
    std::optional<SampleWorld> world_;
};

enum class Reached { yes, no };

Reached explain_file(const ExplainRequest& request, const Explainer& explainer, const std::string& file,
                     std::ostream& out, std::ostream& errors) {
    const auto bytes = bytes_of(file);
    if (!bytes) {
        errors << "mentord explain: " << file << ": cannot be read\n";
        return Reached::no;
    }
    const Explained explained = explainer.explain(file, *bytes);
    out << (request.face == ExplainFace::json ? as_json_line(explained) : as_text(explained)) << std::flush;
    return Reached::yes;
}

bool known_situation(const std::string& situation) {
    const auto names = situation_names();
    return situation.empty() || situation == request_situation ||
           std::find(names.begin(), names.end(), situation) != names.end();
}

int tell_unknown_situation(const std::string& situation, std::ostream& errors) {
    errors << "mentord explain: no situation \"" << situation << "\"; there are";
    for (const auto& name : situation_names()) errors << " " << name;
    errors << " " << request_situation << "\n";
    return 2;
}

}

int explain_command(const ExplainRequest& request, std::istream& names, std::ostream& out,
                    std::ostream& errors) {
    if (!known_situation(request.situation)) return tell_unknown_situation(request.situation, errors);
    Faults faults;
    auto words = load_words(request.words, fold, faults);
    auto world = request.world.empty() ? std::nullopt : sample_world_from(request.world, faults);
    if (any_fault(faults)) {
        for (const Fault& fault : faults) errors << to_string(fault) << "\n";
        return 2;
    }
    const Explainer explainer(request, std::move(words), std::move(world));
    int status = 0;
    const auto take = [&](const std::string& file) {
        if (!file.empty() && explain_file(request, explainer, file, out, errors) == Reached::no) status = 1;
    };
    for (const std::string& file : request.files) take(file);
    for (std::string file; request.files.empty() && std::getline(names, file);) take(file);
    return status;
}

}
