// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <random>

#include "daemon/mail/charset.h"
#include "daemon/mail/read_mail.h"
#include "daemon/mail/utf8.h"
#include "tests/mail/expectation.h"

using namespace mentoring;

namespace {

constexpr std::size_t mutated_octets_max = 20'000;
constexpr int mutations_of_each = 6;

// Deterministic: the same seed gives the same mails on every machine.
class Mutator {
public:
    std::string mutate(std::string raw) {
        for (int i = 0; i < 4 && !raw.empty(); ++i) change(raw);
        return raw;
    }

private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }

    void change(std::string& raw) {
        const auto at = below(raw.size()), length = below(200);
        switch (below(5)) {
            case 0:
                raw[at] = static_cast<char>(below(256));
                break;
            case 1:
                raw.erase(at, length);
                break;
            case 2:
                raw.insert(below(raw.size()), raw.substr(at, length));
                break;
            case 3:
                raw.resize(at);
                break;
            default:
                raw.insert(at, 1, "\r\n:;\"=<>?-"[below(10)]);
                break;
        }
    }

    std::mt19937 random_{20261122};
};

void check_read(const ReadMail& read) {
    if (std::holds_alternative<Unreadable>(read)) return;
    const auto& mail = std::get<Mail>(read);
    CHECK(is_utf8(mail.text));
    CHECK(is_utf8(mail.quoted_text));
    CHECK(is_utf8(mail.subject));
    CHECK(mail.subject.find_first_of("\r\n") == std::string::npos);
    for (const auto& each : mail.fields) CHECK(each.value.find_first_of("\r\n") == std::string::npos);
}

}

TEST_CASE("mails with bytes changed, lost and doubled are read or refused") {
    Mutator mutator;
    for (const auto& row : expectation::rows("message")) {
        const auto raw = row.raw().substr(0, mutated_octets_max);
        INFO(row.file().string());
        for (int i = 0; i < mutations_of_each; ++i) check_read(read_mail(mutator.mutate(raw)));
    }
}

TEST_CASE("what once brought a reader down is read or refused") {
    for (const auto& file : std::filesystem::directory_iterator(TESTS_FOLDER "/mail/crashes")) {
        INFO(file.path().string());
        const auto raw = expectation::contents(file.path());
        check_read(read_mail(raw));
        read_body(raw, TextOrigin::html);
        read_body(raw, TextOrigin::plain);
    }
}
