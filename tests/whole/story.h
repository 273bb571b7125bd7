// SPDX-License-Identifier: MIT
// A play told aloud: who wrote what to whom, on which day, with every letter kept as text and HTML.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

#include "tests/whole/play.h"

namespace mentoring {

class Story {
public:
    // `letters`: folder for the letters; emptied first. Empty: none are kept.
    Story(Play& play, std::ostream& out, std::filesystem::path letters);

    void chapter(const std::string& title);
    // Somebody writes to the manager in her own words.
    void writes(const std::string& person, const std::string& subject, const std::string& words);
    // Her next letter with `holds` in it arrives; it is printed and kept.
    ReadLetter gets(const std::string& person, const std::string& holds);
    void answers(const std::string& person, const ReadLetter& letter, const std::string& words);
    // She taps the answer's link.
    void taps(const std::string& person, const ReadLetter& letter, const std::string& answer);
    void time_passes(std::chrono::seconds by, const std::string& told);
    void days_pass(int days, const std::string& told);
    Play& play() { return play_; }
    void close();
    void wait_for_visitors();

private:
    void keep(const ReadLetter& letter);
    std::string date_line() const;

    Play& play_;
    std::ostream& out_;
    std::filesystem::path letters_;
    int count_ = 0;
};

// The demo's case, from the request to the president's digest. Throws where a letter does not come.
void tell_the_whole_case(Story& story);

}
