// SPDX-License-Identifier: MIT
#include "tests/whole/story.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>

namespace mentoring {

namespace {

constexpr std::size_t column = 2;

void print_indented(std::ostream& out, const std::string& text, const std::string& mark) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        out << std::string(column, ' ') << mark << line << "\n";
}

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '/', '-');
    return text;
}

}

Story::Story(Play& play, std::ostream& out, std::filesystem::path letters)
    : play_(play), out_(out), letters_(std::move(letters)) {
    if (letters_.empty()) return;
    std::filesystem::remove_all(letters_);
    std::filesystem::create_directories(letters_);
}

std::string Story::date_line() const {
    const auto day = std::chrono::floor<std::chrono::days>(play_.now());
    return iso_date(Date{day});
}

void Story::chapter(const std::string& title) {
    out_ << "\n" << std::string(72, '=') << "\n" << title << "\n" << std::string(72, '=') << "\n";
}

void Story::writes(const std::string& person, const std::string& subject, const std::string& words) {
    out_ << "\n[" << date_line() << "] " << Play::address(person) << " writes: " << subject << "\n";
    print_indented(out_, words, "> ");
    play_.write(person, subject, words);
}

ReadLetter Story::gets(const std::string& person, const std::string& holds) {
    auto letter = play_.letter(person, holds);
    out_ << "\n[" << date_line() << "] " << Play::address(person) << " gets: " << letter.subject << "\n";
    print_indented(out_, letter.text, "| ");
    keep(letter);
    return letter;
}

void Story::answers(const std::string& person, const ReadLetter& letter, const std::string& words) {
    out_ << "\n[" << date_line() << "] " << Play::address(person) << " answers:\n";
    print_indented(out_, words, "> ");
    play_.reply(person, letter, words);
}

void Story::taps(const std::string& person, const ReadLetter& letter, const std::string& answer) {
    out_ << "\n[" << date_line() << "] " << Play::address(person) << " taps " << answer << "\n";
    play_.tap(person, letter, answer);
}

void Story::time_passes(std::chrono::seconds by, const std::string& told) {
    out_ << "\n    … " << told << " …\n";
    play_.turn(by);
}

void Story::days_pass(int days, const std::string& told) {
    out_ << "\n    … " << told << " …\n";
    play_.turn_days(days);
}

void Story::keep(const ReadLetter& letter) {
    if (letters_.empty()) return;
    char number[16];
    std::snprintf(number, sizeof number, "%02d", ++count_);
    const auto name = letters_ / (std::string(number) + " " + letter.to + " - " + one_line(letter.subject));
    std::ofstream(name.string() + ".txt") << letter.text;
    std::ofstream(name.string() + ".html") << letter.html;
}

void Story::close() {
    out_ << "\n" << count_ << " letters were read";
    if (!letters_.empty()) out_ << "; they lie in " << letters_.string() << " as text and HTML";
    out_ << ".\n";
}

void Story::wait_for_visitors() {
    auto& host = play_.host();
    out_ << "\nEverything is still up. Connect an ordinary mail client on this machine:\n"
         << "  IMAP  127.0.0.1 port " << host.imap_port() << " (STARTTLS), or " << host.imaps_port()
         << " (TLS)\n"
         << "  SMTP  127.0.0.1 port " << host.smtp_port() << " (STARTTLS), or " << host.smtps_port()
         << " (TLS)\n"
         << "  user  anna.bergen@example.test, ruth.ames@example.test, manager@example.test …\n"
         << "  password  " << host.password() << "\n"
         << "The daemon's clock stands still; turn it by writing an instant into\n  "
         << (play_.folder() / "clock").string() << "\nPress Enter to stop.\n";
    std::string line;
    std::getline(std::cin, line);
}

}
