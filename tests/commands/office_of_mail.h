// SPDX-License-Identifier: MIT
// A small association on disk – settings, key, store, the shipped programme – and the command line run
// against it, without any server. Whatever a person wrote there contains `secret_word`.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "daemon/commands/manual.h"
#include "daemon/commands/opening.h"
#include "daemon/commands/subcommands.h"
#include "daemon/settings/program_file.h"
#include "daemon/store/cases.h"
#include "daemon/store/evaluations.h"
#include "daemon/store/inbox.h"
#include "daemon/store/journal.h"
#include "daemon/store/mailboxes.h"
#include "daemon/store/outbox.h"
#include "daemon/store/people.h"

namespace mentoring {

inline const std::string secret_word = "XYLOPHONE";
inline const std::string source_folder = std::string(TESTS_FOLDER) + "/..";

struct Printed {
    int status = 0;
    std::string out;
    std::string errors;
};

class OfficeOfMail {
public:
    OfficeOfMail() : folder_((std::filesystem::temp_directory_path() / "mentord-office-XXXXXX").string()) {
        if (::mkdtemp(folder_.data()) == nullptr) throw std::runtime_error("no folder for the test");
        write("clock", "2026-11-23T15:00:00Z\n");
        write("key", new_key_line(1) + "\n");
        write("mentord.toml", settings_text());
        Faults faults;
        program = load_program(source_folder + "/config/programs/balance.toml", faults);
    }
    ~OfficeOfMail() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    OfficeOfMail(const OfficeOfMail&) = delete;
    OfficeOfMail& operator=(const OfficeOfMail&) = delete;

    std::string path(const std::string& name) const { return folder_ + "/" + name; }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path(name), std::ios::binary) << text;
    }
    // "case", "show", "2026-001"
    Printed run(std::vector<std::string> words) const {
        std::istringstream in;
        std::ostringstream out, errors;
        Invocation invocation{path("mentord.toml"), Output::text, in, out, errors, {}};
        CLI::App line("", "mentord");
        prepare_line(line, invocation);
        std::reverse(words.begin(), words.end());
        Printed outcome;
        try {
            line.parse(words);
            outcome.status = invocation.chosen();
        } catch (const CLI::ParseError& fault) {
            errors << fault.what();
            outcome.status = 2;
        } catch (const CannotGoOn& reason) {
            errors << reason.what();
            outcome.status = 1;
        }
        outcome.out = out.str();
        outcome.errors = errors.str();
        return outcome;
    }
    template <class Work>
    auto in_store(Work work) const {
        const auto store = store_or_stop(settings_or_stop(path("mentord.toml")), MissingKey::make);
        Transaction transaction(*store);
        if constexpr (std::is_void_v<decltype(work(*store))>) {
            work(*store);
            transaction.commit();
        } else {
            auto result = work(*store);
            transaction.commit();
            return result;
        }
    }

    Program program;
    Instant now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(15);

private:
    std::string settings_text() const {
        return "templates = \"" + source_folder + "/templates\"\nwords = \"" + source_folder +
               "/config/words\"\n[program.balance]\nfile = \"" + source_folder +
               "/config/programs/balance.toml\"\nmailbox = \"office\"\n"
               "[mailbox.office]\naddress = \"manager@example.test\"\n"
               "[mailbox.office.imap]\nhost = \"127.0.0.1\"\ntls = \"none\"\nport = 1143\nuser = \"m\"\n"
               "password_file = \"p\"\n[mailbox.office.smtp]\nhost = \"127.0.0.1\"\ntls = \"none\"\nport = "
               "1025\n[mailbox.office.trust]\nauthserv_id = \"mx.example.test\"\nmethods = [\"dmarc\"]\n"
               "[alarm]\npersons = [\"a@example.test\", \"b@example.test\"]\n[human]\nmanager = \"Marie\"\n"
               "phone = \"+1 555 0100\"\n[helplines]\nother = \"Call 555.\"\n[store]\nfile = \"store.db\"\n"
               "key_file = \"key\"\n[backup]\nfolder = \"backups\"\n[clock]\nfile = \"clock\"\n";
    }

    std::string folder_;
};

// One member with an open case, a mentor, a chair, letters of every kind, held mails, an evaluation and a
// concern.
struct Inhabited : OfficeOfMail {
    PersonId ana, bea, ruth, helen;
    CaseId id;
    InboxId held, confidential;

    Inhabited() {
        in_store([&](Store& store) {
            settle_people(store);
            open_case(store);
            write_letters(store);
            receive_mails(store);
        });
    }

private:
    static Person person(std::string name, std::string address) {
        Person made;
        made.name = std::move(name);
        made.greeting = made.name;
        made.addresses = {std::move(address)};
        return made;
    }
    void settle_people(Store& store) {
        People people(store);
        ana = people.add(person("Ana Silva", "ana@example.test"));
        auto mentor = person("Dr. Bea Romano", "bea@example.test");
        mentor.mentor = MentorProfile{};
        mentor.mentor->can_help = "negotiation " + secret_word;
        mentor.mentor->rather_not = secret_word;
        bea = people.add(mentor);
        ruth = people.add(person("Dr. Ruth Ames", "ruth@example.test"));
        helen = people.add(person("Dr. Helen Osei", "helen@example.test"));
        const auto from = Date{std::chrono::year(2026) / 1 / 1};
        people.appoint("balance", {"chair", ruth, from, std::nullopt});
        people.appoint("balance", {"president", helen, from, std::nullopt});
    }
    void open_case(Store& store) {
        Case made;
        made.program = "balance";
        made.number = "2026-001";
        made.mentee = ana;
        made.state = "review";
        made.step = made.steps = 1;
        made.opened = made.since = now - std::chrono::days(3);
        made.words["request"] = {"I would like " + secret_word, ana, {"chair"}};
        made.waits = {{1, "after 0", now + std::chrono::days(2), 0}, {0, "concern 1", now, 0}};
        Pairing pairing;
        pairing.mentor = bea;
        pairing.state = "ended";
        pairing.outcome = "declined";
        pairing.words["statement"] = {secret_word, bea, {"mentor"}};
        made.pairings = {pairing};
        made.concerns = {{1, now, false}};
        Cases cases(store);
        id = cases.add(made, program, made.opened);
        Journal(store).add({id, 1, made.opened, "opened by member"});
        Evaluations(store).keep(id, "balance", KeepEvaluation{{1, 2}, secret_word}, now);
        Concerns(store).keep(id, "balance", KeepConcern{1, ana, secret_word, "president"}, now);
    }
    std::int64_t letter(Store& store, std::string name, PersonId to, Purpose purpose, int decision) {
        NewLetter made;
        made.mailbox = "office";
        made.program = "balance";
        made.case_id = id;
        made.decision = decision;
        made.recipient = to;
        made.letter = name;
        made.purpose = purpose;
        made.message_id = name + std::to_string(decision) + "@example.test";
        made.envelope_from = "manager@example.test";
        made.envelope_to = "x@example.test";
        made.bytes = "Subject: " + secret_word + "\r\n\r\n" + secret_word + "\r\n";
        made.not_before = now;
        return Outbox(store).enqueue(made, now).id;
    }
    void write_letters(Store& store) {
        letter(store, "review-request", ruth, Purpose::answer, 1);
        letter(store, "concern-receipt", ana, Purpose::concern, 2);
        letter(store, "low-rating", helen, Purpose::evaluation, 3);
        Outbox(store).stop_all_to(ruth, "she is gone", now);
        Outbox(store).suppress({id, ana, "", "waiting", "enough unasked letters", now});
        Outbox(store).suppress({id, helen, "", "concern-reminder", "enough unasked letters", now});
    }
    InboxId receive(Store& store, std::uint32_t uid, const std::string& sender, const Ruling& ruling) {
        const std::string raw = "From: " + sender + "\r\nSubject: " + secret_word + "\r\n\r\n" + secret_word;
        const ReceivedMail mail{
            {"office", "INBOX", 7, uid}, "m" + std::to_string(uid), sender, now, raw.size(), raw};
        const auto added = Inbox(store).add(mail, now);
        if (ruling.verdict != Verdict::waiting) Inbox(store).rule(added.id, ruling, now);
        return added.id;
    }
    void receive_mails(Store& store) {
        held = receive(store, 1, "stranger@example.test",
                       {Verdict::held, "of an unknown sender", {"manager"}, {}, {}});
        confidential = receive(store, 2, "whistle@example.test",
                               {Verdict::held, "of an unknown sender", {"president"}, {}, {}});
        receive(store, 3, "ana@example.test", {Verdict::waiting, {}, {}, {}, {}});
    }
};

}
