// SPDX-License-Identifier: MIT
#include "daemon/stations/take_kept.h"

#include <algorithm>
#include <cctype>

#include "daemon/mail/read_mail.h"
#include "daemon/stations/carry_out.h"
#include "daemon/stations/evidence.h"
#include "daemon/stations/post.h"
#include "daemon/stations/take_answer.h"
#include "daemon/stations/take_request.h"
#include "daemon/store/cases.h"
#include "daemon/store/people.h"
#include "workflow/deciding/front_desk.h"

namespace mentoring {

namespace {

constexpr std::string_view whether_hers = "she is asked whether the address is hers";
constexpr std::string_view which_case = "she is asked which case it is about";
constexpr std::string_view whether_new = "she is asked whether it is a new request";

void post_one(const Desk& desk, const LoadedProgram& program, const Letter& letter, InboxId mail) {
    post(desk, program, surroundings_of(desk, program, Case{}), letter,
         {nullptr, "mail " + std::to_string(mail.value), mail});
}

Ruling kept(std::string_view reason, PersonId person) {
    return {Verdict::held, std::string(reason), {"manager"}, {}, person};
}

std::vector<Case> cases_of(const Desk& desk, const std::vector<CaseId>& ids) {
    std::vector<Case> cases;
    for (const auto id : ids)
        if (auto present = Cases(desk.store).load(id)) cases.push_back(std::move(*present));
    return cases;
}

// "2", "2026-014" or "case 014": the only one of the numbers that is written.
std::optional<std::size_t> number_meant(std::string_view words, const std::vector<Case>& cases) {
    std::optional<std::size_t> meant;
    std::string digits;
    for (const char c : std::string(words) + " ") {
        if (std::isdigit(static_cast<unsigned char>(c)) || (c == '-' && !digits.empty())) {
            digits += c;
            continue;
        }
        for (std::size_t i = 0; !digits.empty() && i < cases.size(); ++i) {
            const auto& number = cases[i].number;
            const bool of_it = digits == number || digits == std::to_string(i + 1) ||
                               digits == number.substr(number.find('-') + 1);
            if (!of_it) continue;
            if (meant && *meant != i) return std::nullopt;
            meant = i;
        }
        digits.clear();
    }
    return meant;
}

class HerWord {
public:
    HerWord(const Desk& desk, const LoadedProgram& program, const Incoming& incoming, const Identified& who,
            const InboxRow& about)
        : desk_(desk), program_(program), incoming_(incoming), who_(who), about_(about) {}

    Ruling take() {
        if (about_.reason == which_case) return take_case();
        return about_.reason == whether_new ? take_new() : take_hers();
    }

private:
    Answer answer(std::vector<Choice> choices) const {
        Question question;
        question.situation = "front-desk";
        question.role = "writer";
        question.choices = std::move(choices);
        question.today = day_of(desk_, program_, incoming_.mail);
        return answer_in(desk_, question, incoming_, Reading::heedful);
    }

    Ruling done(std::string reason, CaseId id = {}) const {
        return {Verdict::decided, std::move(reason), {}, id, who_.person};
    }

    Ruling ask_back(const std::string& letter, std::vector<Choice> choices) {
        if (for_a_human_first(incoming_)) return hold_for_a_human(desk_, program_, incoming_, who_.person);
        auto again = letter_about_kept(letter, who_.person, about_.id);
        again.choices = std::move(choices);
        again.fields.rows["waiting"] = case_rows(program_.program, cases_of(desk_, her_cases()));
        post_one(desk_, program_, again, incoming_.row.id);
        return done("asked back");
    }

    std::vector<CaseId> her_cases() const { return open_cases_of(desk_, who_.person); }

    void rule(Ruling ruling) { Inbox(desk_.store).rule(about_.id, std::move(ruling), desk_.now); }

    void forget(std::string reason) { rule({Verdict::forgotten, std::move(reason), {}, {}, who_.person}); }

    Ruling take_hers() {
        const auto said = answer(yes_or_no());
        if (said.clarity != Clarity::clear) return ask_back("confirm-address", yes_or_no());
        if (said.intent == "no") {
            forget("it was not hers");
            tell_manager(desk_, program_, about_, "held", "the member says that it is not hers",
                         incoming_.row.id);
            return done("said that an address is not hers");
        }
        if (const auto address = address_from(about_.sender))
            People(desk_.store).learn_address(who_.person, *address, People::Rank::last, desk_.now);
        Inbox(desk_.store).release(about_.id, desk_.now);
        return done("said that an address is hers");
    }

    Ruling take_case() {
        const auto cases = cases_of(desk_, her_cases());
        const auto meant = number_meant(incoming_.reply.words, cases);
        if (!meant) return ask_back("which-case", {});
        auto read = read_mail(Inbox(desk_.store).raw(about_.id));
        auto* mail = std::get_if<Mail>(&read);
        if (!mail) return done("about a mail that is not kept any more");
        const auto id = cases[*meant].id;
        Incoming kept{about_, incoming_.mailbox, std::move(*mail), {}};
        kept.reply = reply_text(kept.mail.quoted_text, {}, kept.mail.from.name);
        rule(take_answer(desk_, program_for(desk_, incoming_.mailbox, id), kept,
                         {who_.person, id, Purpose::answer, 0, Proof::ordinary, true}));
        return done("said which case a mail is about", id);
    }

    Ruling take_new() {
        const auto said = answer(add_or_new());
        if (said.clarity != Clarity::clear) return ask_back("second-request", add_or_new());
        if (said.intent == "neither") {
            forget("it was no request");
            return done("said that a mail was no request");
        }
        auto request = request_kept(desk_, about_.id, who_.person);
        const bool fresh = said.intent == "new";
        const auto id = fresh ? open_case(desk_, program_, request).case_id : add(request.words);
        rule({Verdict::decided, "taken as she said", {}, id, who_.person});
        return done(fresh ? "said that a mail is a new request" : "said that a mail adds to her request", id);
    }

    // To the newest of her cases, as what she would like.
    CaseId add(const std::string& words) {
        auto cases = cases_of(desk_, her_cases());
        std::erase_if(cases, [&](const Case& each) { return each.mentee != who_.person; });
        if (cases.empty()) return {};
        const auto& present = cases.back();
        const auto earlier = present.words.find("wishes");
        Answered answered{who_.person, "mentee", 0, {}, Proof::ordinary, about_.id};
        answered.answer.clarity = Clarity::clear;
        answered.answer.intent = "wishes";
        answered.answer.arguments.text =
            earlier == present.words.end() ? words : earlier->second.text + "\n\n" + words;
        take_event(desk_, program_for(desk_, incoming_.mailbox, present.id), present, answered, about_.id);
        return present.id;
    }

    const Desk& desk_;
    const LoadedProgram& program_;
    const Incoming& incoming_;
    const Identified& who_;
    const InboxRow& about_;
};

}

namespace {

// Enough to know one's own address by, too little to learn that of somebody else who asked for a mentor.
std::string hinted(const std::string& address) {
    const auto at = address.rfind('@');
    return at == std::string::npos || at == 0 ? std::string()
                                              : address.substr(0, 1) + "…" + address.substr(at);
}

}

Ruling ask_whether_hers(const Desk& desk, const LoadedProgram& program, const InboxRow& about,
                        PersonId person) {
    auto letter = letter_about_kept("confirm-address", person, about.id);
    letter.choices = yes_or_no();
    letter.fields.texts["sender"] = hinted(about.sender);
    post_one(desk, program, letter, about.id);
    return kept(whether_hers, person);
}

Ruling ask_which_case(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                      PersonId person, const std::vector<CaseId>& cases) {
    auto letter = letter_about_kept("which-case", person, incoming.row.id);
    letter.fields.rows["waiting"] = case_rows(program.program, cases_of(desk, cases));
    post_one(desk, program, letter, incoming.row.id);
    return kept(which_case, person);
}

Ruling ask_whether_new(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                       PersonId person) {
    auto letter = letter_about_kept("second-request", person, incoming.row.id);
    letter.choices = add_or_new();
    post_one(desk, program, letter, incoming.row.id);
    return kept(whether_new, person);
}

bool waits_for_her(const InboxRow& about, PersonId person) {
    const bool asked =
        about.reason == whether_hers || about.reason == which_case || about.reason == whether_new;
    return about.verdict == Verdict::held && about.person == person && asked;
}

Ruling take_kept(const Desk& desk, const LoadedProgram& program, const Incoming& incoming,
                 const Identified& who, const InboxRow& about) {
    return HerWord(desk, program, incoming, who, about).take();
}

}
