// SPDX-License-Identifier: MIT
// The deciding half of the daemon with the shipped programme, letters and words, and a store on disk, but no
// servers: mails are laid into the inbox as they would have come, letters are read out of the outbox.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "daemon/mail/read_mail.h"
#include "daemon/stations/appointing.h"
#include "daemon/stations/decide.h"
#include "daemon/stations/house.h"
#include "daemon/store/cases.h"
#include "daemon/store/evaluations.h"
#include "daemon/store/inbox.h"
#include "daemon/store/outbox.h"
#include "daemon/store/people.h"

namespace mentoring {

// A letter in the outbox, as its reader has it.
struct PostedLetter {
    OutboxRow row;
    Mail mail;
};

class FrontOffice {
public:
    explicit FrontOffice(std::vector<std::string> vacant = {})
        : folder_((std::filesystem::temp_directory_path() / "mentord-front-XXXXXX").string()) {
        REQUIRE(::mkdtemp(folder_.data()) != nullptr);
        write("key", new_key_line(1) + "\n");
        write("mentord.toml", settings());
        write("clock", "2026-11-23T15:00:00Z\n");
        Faults faults;
        house = load_house(path("mentord.toml"), now, faults);
        for (const auto& each : faults) UNSCOPED_INFO(to_string(each));
        REQUIRE_FALSE(any_fault(faults));
        open();
        house.token_keys = token_keys_from(store->sealer().keys());
        settle_versions(house, *store, now);
        settle_people(vacant);
        appoint_holders(*store, house, now);
    }
    ~FrontOffice() {
        store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    FrontOffice(const FrontOffice&) = delete;
    FrontOffice& operator=(const FrontOffice&) = delete;

    std::string path(const std::string& name) const { return folder_ + "/" + name; }
    void open() {
        std::ifstream key(path("key"));
        const std::string line((std::istreambuf_iterator<char>(key)), std::istreambuf_iterator<char>());
        store = std::make_unique<Store>(path("store.db"), keys_from_text(line));
    }
    void close() { store.reset(); }

    // "nora" is nora@example.test; anything with "@" is itself.
    static std::string address(const std::string& who) {
        return who.find('@') == std::string::npos ? who + "@example.test" : who;
    }
    PersonId id(const std::string& who) const {
        const auto found = People(*store).with_address(*address_from(address(who)));
        REQUIRE(found.size() == 1);
        return found.front();
    }

    // A mail arrives and is decided; `header` are whole lines.
    InboxId mail(const std::string& from, const std::string& to, const std::string& subject,
                 const std::string& body, const std::string& header = {}) {
        const auto raw = "Authentication-Results: mx.example.test; dmarc=pass header.from=example.test\r\n" +
                         header + "From: " + address(from) + "\r\nTo: " + to + "\r\nSubject: " + subject +
                         "\r\nMessage-ID: <in" + std::to_string(++uid_) + "@example.test>\r\n\r\n" + body +
                         "\r\n";
        ReceivedMail received{{"office", "INBOX", 7, uid_},
                              "in" + std::to_string(uid_) + "@example.test",
                              address(from),
                              now,
                              raw.size(),
                              raw};
        Transaction transaction(*store);
        const auto added = Inbox(*store).add(received, now);
        transaction.commit();
        work();
        return added.id;
    }
    InboxId write_to_us(const std::string& from, const std::string& subject, const std::string& body) {
        return mail(from, "manager@example.test", subject, body);
    }
    InboxId reply(const std::string& from, const PostedLetter& letter, const std::string& body) {
        return mail(from, answers_to(letter), "Re: " + letter.mail.subject, body,
                    "In-Reply-To: <" + letter.row.message_id + ">\r\n");
    }
    static std::string answers_to(const PostedLetter& letter) {
        return letter.mail.reply_to.empty() ? letter.mail.from.address : letter.mail.reply_to.front().address;
    }
    void work() {
        while (decide(*store, house, now).more()) {
        }
    }
    void pass(std::chrono::seconds by) {
        now += by;
        work();
    }

    // What lies in the outbox for that address, oldest first; `name`: only letters of that template.
    std::vector<PostedLetter> letters(const std::string& to, const std::string& name = {}) const {
        std::vector<PostedLetter> found;
        Outbox outbox(*store);
        for (const auto& row : outbox.list({}, 500)) {
            if (row.envelope_to != address(to) || (!name.empty() && row.letter != name)) continue;
            auto read = read_mail(outbox.bytes(row.id));
            if (auto* posted = std::get_if<Mail>(&read)) found.push_back({row, std::move(*posted)});
        }
        std::sort(found.begin(), found.end(),
                  [](const PostedLetter& a, const PostedLetter& b) { return a.row.id < b.row.id; });
        return found;
    }
    PostedLetter last(const std::string& to, const std::string& name) const {
        auto found = letters(to, name);
        INFO(name << " to " << to);
        REQUIRE_FALSE(found.empty());
        return found.back();
    }
    InboxRow row(InboxId id) const { return *Inbox(*store).load(id); }
    Case only_case() const {
        const auto open = Cases(*store).open_in("balance");
        REQUIRE(open.size() == 1);
        return *Cases(*store).load(open.front());
    }
    CaseId add_case(Case made) {
        made.program = "balance";
        made.version = house.programs.front().program.version;
        made.opened = made.since = now;
        Transaction transaction(*store);
        const auto id = Cases(*store).add(made, house.programs.front().program, now);
        transaction.commit();
        return id;
    }
    void save_case(const Case& made) {
        Transaction transaction(*store);
        Cases(*store).save(made, house.programs.front().program, now);
        transaction.commit();
    }
    // The only case is in mentoring.
    void pair_with_bea() {
        auto present = only_case();
        Pairing pairing;
        pairing.mentor = id("bea");
        pairing.role = "mentor";
        pairing.state = "under-way";
        pairing.step = ++present.steps;
        pairing.accepted = now;
        pairing.known = true;
        present.pairings = {pairing};
        present.state = "paired";
        save_case(present);
    }
    void change(const std::string& who, const std::function<void(Person&)>& with) {
        Transaction transaction(*store);
        auto person = *People(*store).load(id(who));
        with(person);
        People(*store).save(person);
        transaction.commit();
    }

    House house;
    std::unique_ptr<Store> store;
    Instant now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(15);

private:
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path(name), std::ios::binary) << text;
    }
    static std::string settings() {
        const std::string source = std::string(TESTS_FOLDER) + "/..";
        return "templates = \"" + source + "/templates\"\nwords = \"" + source +
               "/config/words\"\n[program.balance]\nfile = \"" + source +
               "/config/programs/balance.toml\"\nmailbox = \"office\"\n[mailbox.office]\n"
               "address = \"manager@example.test\"\nplus = \"yes\"\n[mailbox.office.imap]\n"
               "host = \"127.0.0.1\"\ntls = \"none\"\nport = 1143\nuser = \"m\"\npassword_file = \"p\"\n"
               "[mailbox.office.smtp]\nhost = \"127.0.0.1\"\ntls = \"none\"\nport = 1025\n"
               "[mailbox.office.trust]\nauthserv_id = \"mx.example.test\"\nmethods = [\"dmarc\"]\n"
               "[alarm]\npersons = [\"first@example.test\", \"second@example.test\"]\n[human]\n"
               "manager = \"Marie Keller\"\nphone = \"+1 555 0100\"\n[helplines]\nother = \"Call 555.\"\n"
               "[store]\nfile = \"store.db\"\nkey_file = \"key\"\n[backup]\nfolder = \"backups\"\n"
               "[clock]\nfile = \"clock\"\n";
    }
    void settle_people(const std::vector<std::string>& vacant) {
        Transaction transaction(*store);
        People people(*store);
        const auto add = [&](const std::string& name, const std::string& who, const std::string& office) {
            Person person;
            person.name = name;
            person.greeting = name;
            person.addresses = {address(who)};
            const auto added = people.add(person);
            const bool held = std::find(vacant.begin(), vacant.end(), office) == vacant.end();
            if (!office.empty() && held)
                people.appoint("balance",
                               {office, added, Date{std::chrono::year(2026) / 1 / 1}, std::nullopt});
        };
        add("Dr. Nora Marsh", "nora", "");
        add("Dr. Ruth Ames", "ruth", "chair");
        add("Dr. Dana Whitfield", "dana", "deputy");
        add("Dr. Lena Ortiz", "lena", "president");
        add("Dr. Elena Petrova", "elena", "second-reader");
        add("Iris Cole", "iris", "manager");
        add("Dr. Bea Romano", "bea", "");
        people.save([&] {
            auto bea = *people.load(people.with_address(*address_from("bea@example.test")).front());
            bea.mentor = MentorProfile{};
            bea.mentor->can_help = "leading a team";
            bea.mentor->capacity = 2;
            return bea;
        }());
        transaction.commit();
    }

    std::string folder_;
    std::uint32_t uid_ = 0;
};

}
