// SPDX-License-Identifier: MIT
#include "workflow/writing/program_chart.h"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/writing/sample_program.h"

using namespace mentoring;

namespace {

std::string part(const std::string& chart, const std::string& from, const std::string& until) {
    const auto begin = chart.find(from);
    REQUIRE(begin != std::string::npos);
    return chart.substr(begin, chart.find(until, begin) - begin);
}

}

TEST_CASE("a state is drawn with its owner, letters, answers and waits") {
    CHECK(part(program_chart(sample_program()), "[review] Wait", "[inviting] Wait") ==
          "[review] Waiting for chair – waits for chair\n"
          "  first letter review-request to chair, with request\n"
          "  chair: MATCH + mentors → [inviting] [strong proof]\n"
          "  chair: DECLINE + reason → [closed] [strong proof]\n"
          "      kept as reason, for chair to read\n"
          "      letter declined to mentee\n"
          "  after 3 working days of silence, 2 times\n"
          "      letter reminder to chair\n"
          "  after 20 days of silence → [closed]\n"
          "\n");
}

TEST_CASE("invitations, pairings, forms and confirmations are drawn in words") {
    const std::string chart = program_chart(sample_program());
    CHECK(part(chart, "[inviting] Wait", "  after") ==
          "[inviting] Waiting for invited – waits for invited\n"
          "  each mentor that was named begins in [asked] as invited\n"
          "  when nobody is asked any more, one or more said yes → [paired]\n"
          "  when nobody said yes → [review]\n");
    CHECK(part(chart, "[paired] Wait", "  after") ==
          "[paired] Waiting for mentee – waits for mentee\n"
          "  lasts while pairings run; when the last has ended with\n"
          "    anything else → [review]\n"
          "    closed → [evaluating]\n");
    CHECK(part(chart, "[evaluating] Wait", "  after") ==
          "[evaluating] Waiting for mentee – waits for mentee\n"
          "  mentee: fills in ratings and words → [closed]\n"
          "      for president to read\n"
          "      a rating of 2 or less: letter low-rating to president, with comment\n");
    CHECK(part(chart, "[under-way] Wait", "  after") ==
          "[under-way] Waiting for mentee – waits for mentee\n"
          "  when mentee and mentor have said CLOSE → ends: closed\n"
          "      letter closed to both\n");
    CHECK(chart.find("  after 20 days of silence: counts as DECLINE\n") != std::string::npos);
    CHECK(chart.find("  monthly: digest\n      letter digest to president\n") != std::string::npos);
}

TEST_CASE("no line of a chart is wider than 80 columns") {
    Program program = sample_program();
    program.states[0].says =
        "Waiting for the chair of the programme to decide about the request – or to ask back, or to pass";
    program.states[0].on[1].readers = {"chair", "deputy", "president", "manager", "alarm", "second-alarm"};
    std::istringstream lines(program_chart(program));
    for (std::string line; std::getline(lines, line);) {
        const auto columns = std::count_if(line.begin(), line.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        });
        INFO(line);
        CHECK(columns <= chart_width);
    }
}

TEST_CASE("the Graphviz source has a node a state and an arrow a way") {
    Program program = sample_program();
    program.name = "a \"quoted\" name";
    const std::string dot = program_dot(program);
    CHECK(dot.find("digraph \"a \\\"quoted\\\" name\" {") == 0);
    CHECK(dot.find("\"review\" [label=\"review\\nchair\"];") != std::string::npos);
    CHECK(dot.find("\"closed\" [label=\"closed\\nfinal\", peripheries=2];") != std::string::npos);
    CHECK(dot.find("\"review\" -> \"inviting\" [label=\"match\"];") != std::string::npos);
    CHECK(dot.find("\"inviting\" -> \"pairing asked\" [label=\"each\"];") != std::string::npos);
    CHECK(dot.find("\"pairing asked\" -> \"end of the pairing\" [label=\"after\", style=dashed];") !=
          std::string::npos);
    CHECK(dot.find("\"opening.request\" -> \"review\" [label=\"\"];") != std::string::npos);
}
