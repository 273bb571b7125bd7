// SPDX-License-Identifier: MIT
#include "daemon/commands/explain_print.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace mentoring {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(Danger danger) {
    switch (danger) {
        case Danger::none:
            return "none";
        case Danger::weak:
            return "weak";
        case Danger::strong:
            return "strong";
    }
    return "none";
}

Json attachments_of(const Mail& mail) {
    Json names = Json::array();
    for (const Attachment& attachment : mail.attachments) names.push_back(attachment.name);
    return names;
}

Json json_of(const std::optional<Bounce>& bounce) {
    if (!bounce) return nullptr;
    Json recipients = Json::array();
    for (const BouncedRecipient& recipient : bounce->recipients) recipients.push_back(recipient.address);
    return {{"recipients", recipients},
            {"permanent", bounce->permanence == Permanence::permanent},
            {"status", bounce->status},
            {"message_id", bounce->returned.message_id},
            {"subject", bounce->returned.subject}};
}

Json json_of(const NamedAnswer::Value& value) {
    return std::visit(
        [](const auto& each) -> Json {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, std::optional<int>>)
                return each ? Json(*each) : Json(nullptr);
            else
                return each;
        },
        value);
}

Json json_of(const NamedAnswer& answer) {
    Json arguments = Json::object();
    for (const auto& [name, value] : answer.arguments) arguments[name] = json_of(value);
    Json json = {{"intent", answer.intent}, {"args", arguments}};
    if (!answer.doubt.empty()) json["doubt"] = answer.doubt;
    return json;
}

Json inline_answers_of(const Reply& reply) {
    Json answers = Json::array();
    for (const QuotedAnswer& answer : reply.inline_answers)
        answers.push_back({{"question", answer.question}, {"answer", answer.answer}});
    return answers;
}

void indented(std::ostream& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out << "    " << text.substr(0, end) << "\n";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void print_bounce(std::ostream& out, const Bounce& bounce) {
    out << "bounce:      " << (bounce.permanence == Permanence::permanent ? "permanent" : "temporary") << " "
        << bounce.status << "\n";
    for (const BouncedRecipient& recipient : bounce.recipients)
        out << "  recipient: " << recipient.address << " " << recipient.status << "\n";
    if (!bounce.returned.message_id.empty()) out << "  letter:    " << bounce.returned.message_id << "\n";
}

// In the order in which they are asked, up to the one that holds.
void print_kind(std::ostream& out, const KindOfMail& kind) {
    constexpr std::array<std::pair<Kind, std::string_view>, 4> steps = {{
        {Kind::own, "our own:     "},
        {Kind::bounce, "bounce:      "},
        {Kind::automatic, "machine:     "},
        {Kind::list, "list:        "},
    }};
    if (kind.kind == Kind::unreadable) {
        out << "unreadable:  yes (" << kind.why << ")\n";
        return;
    }
    for (const auto& [step, label] : steps) {
        out << label << (kind.kind == step ? "yes (" + kind.why + ")" : "no") << "\n";
        if (kind.kind == step) return;
    }
    out << "human:       yes (" << kind.why << ")\n";
}

void print_tied(std::ostream& out, const TiedCase& tied) {
    out << "who:         " << tied.who << "\n";
    out << "case:        " << tied.about << "\n";
    if (tied.audible == Audible::conversation)
        out << "speaks to:   others of the case, with us among the copied: nothing is read from it\n";
    else
        out << "speaks to:   us\n";
    if (!tied.of) return;
    out << "asked:       " << tied.of->situation << (tied.asked_of_her ? "" : ", but somebody else") << "\n";
}

void print_answer(std::ostream& out, const NamedAnswer& answer) {
    out << "understood:  " << answer.intent << "\n";
    out << "how sure:    " << (answer.doubt.empty() ? "clear" : "asked back: " + answer.doubt) << "\n";
    for (const auto& [name, value] : answer.arguments)
        out << "  " << name << ": " << json_of(value).dump() << "\n";
}

}

std::string as_json_line(const Explained& explained) {
    const Understood& understood = explained.understood;
    const Mail& mail = understood.mail;
    Json json = {{"file", explained.file},
                 {"kind", std::string(mentoring::name_of(understood.kind.kind))},
                 {"subject", mail.subject},
                 {"from", {{"name", mail.from.name}, {"address", mail.from.address}}},
                 {"attachments", attachments_of(mail)},
                 {"text", mail.text},
                 {"reply", understood.reply.visible},
                 {"words", understood.reply.words},
                 {"inline", inline_answers_of(understood.reply)},
                 {"bounce", json_of(understood.bounce)},
                 {"why", understood.kind.why},
                 {"spam", understood.flagged_as_spam},
                 {"ms", explained.milliseconds}};
    if (understood.back) json["back"] = iso_date(*understood.back);
    if (explained.tied) {
        json["who"] = explained.tied->who;
        json["about"] = explained.tied->about;
        json["to_us"] = explained.tied->audible == Audible::to_us;
    }
    if (explained.answer) json["answer"] = json_of(*explained.answer);
    if (explained.danger) json["danger"] = std::string(name_of(*explained.danger));
    if (!explained.grounds_of_danger.empty()) json["danger_because"] = explained.grounds_of_danger;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string as_text(const Explained& explained) {
    const Understood& understood = explained.understood;
    std::ostringstream out;
    out << "file:        " << explained.file << "\n";
    out << "from:        " << understood.mail.from.name << " <" << understood.mail.from.address << ">\n";
    out << "subject:     " << understood.mail.subject << "\n";
    print_kind(out, understood.kind);
    if (understood.bounce) print_bounce(out, *understood.bounce);
    if (understood.back) out << "back on:     " << iso_date(*understood.back) << "\n";
    if (explained.tied) print_tied(out, *explained.tied);
    out << "new words:\n";
    indented(out, understood.reply.words.empty() ? "(none)" : understood.reply.words);
    for (const QuotedAnswer& answer : understood.reply.inline_answers) {
        out << "  under the quoted words:\n";
        indented(out, answer.question);
        out << "  was written:\n";
        indented(out, answer.answer);
    }
    if (explained.answer) print_answer(out, *explained.answer);
    if (explained.danger) out << "danger:      " << name_of(*explained.danger) << "\n";
    for (const auto& ground : explained.grounds_of_danger) out << "  because:   \"" << ground << "\"\n";
    return out.str();
}

}
