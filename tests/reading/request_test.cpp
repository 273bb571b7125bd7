// SPDX-License-Identifier: MIT
#include "workflow/reading/request.h"

#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"
#include "tests/tools/replies.h"

using namespace mentoring;

namespace {

const Vocabulary& vocabulary() {
    static const auto words = words_of_checkout();
    return words;
}

void is(Asking expected, std::string_view subject, std::string_view text) {
    CAPTURE(subject, text);
    CHECK(read_request(vocabulary(), fold(subject), fold(text)) == expected);
}

RepliesScore score(std::string_view name) {
    auto result = score_replies(vocabulary(), std::string(TESTS_FOLDER) + "/replies/" + std::string(name));
    for (const auto& failure : result.failures) UNSCOPED_INFO(failure);
    return result;
}

}

TEST_CASE("no request of the sets is opened wrongly") {
    for (const auto* name : {"requests.jsonl", "own_requests.jsonl", "own_requests_2.jsonl",
                             "own_requests_3.jsonl", "unseen/requests.jsonl"}) {
        const auto result = score(name);
        CHECK(result.total.wrong == 0);
        CHECK(result.total.clear_right >= 0.95 * result.total.clear);
    }
}

TEST_CASE("where a request stands among other matters, rather the office is asked than a case opened") {
    for (const auto* name :
         {"own_requests_4.jsonl", "own_requests_5.jsonl", "own_requests_6.jsonl", "own_requests_7.jsonl",
          "own_requests_15.jsonl", "own_requests_16.jsonl", "own_requests_18.jsonl", "own_requests_19.jsonl",
          "own_requests_20.jsonl", "own_requests_21.jsonl"}) {
        const auto result = score(name);
        CHECK(result.total.wrong == 0);
        CHECK(result.total.clear_right >= 0.65 * result.total.clear);
    }
}

TEST_CASE("mails that hold the words of a request open none") {
    const auto traps = score("own_requests_17.jsonl");
    CHECK(traps.total.wrong == 0);
    CHECK(traps.total.clear_right >= 0.5 * traps.total.clear);
    is(Asking::not_a_request, "Opportunity", "Our new hires are matched with a mentor from day one.");
    is(Asking::unclear, "Idea", "Dr. Osei thinks I need a mentor. So here I am.");
    is(Asking::unclear, "Quote", "\"I was desperate. I wrote: please find me a mentor. Soon I had one.\"");
    is(Asking::unclear, "Text", "My draft for the web page: I would like to ask for a mentor.");
    is(Asking::unclear, "new associate", "I would like her to have a mentor. What do I have to do?");
    is(Asking::unclear, "hello", "When I'm back from leave I will ask for a mentor.");
    is(Asking::unclear, "hello", "I need a mentor like I need a hole in the head.");
    is(Asking::not_a_request, "hello", "I would like a mentor pin.");
    is(Asking::request, "", "Looking for a mentor, ideally from another hospital.");
}

TEST_CASE("requests of ordinary voices are opened, and none wrongly") {
    for (int number = 8; number <= 14; ++number) {
        const auto result = score("own_requests_" + std::to_string(number) + ".jsonl");
        CHECK(result.total.wrong == 0);
        CHECK(result.total.clear_right >= 0.84 * result.total.clear);
    }
}

TEST_CASE("a case is opened for whoever asks for herself") {
    is(Asking::request, "Mentor request", "");
    is(Asking::request, "Anfrage", "Könnten Sie mir bitte eine Mentorin vermitteln?");
    is(Asking::request, "", "me gustaría pedir una mentora, gracias");
    is(Asking::request, "hello", "Please sign me up for a mentor.");
    is(Asking::request, "", "I never thought I'd ask for this, but I want a mentor.");
    is(Asking::request, "", "Could I get a mentor who isn't in my own city?");
    is(Asking::request, "", "I'm a resident. I need a mentor.");
    is(Asking::request, "", "I need a mentor, the new job is not what I was promised.");
}

TEST_CASE("a case is not opened for others, offers, questions or second thoughts") {
    is(Asking::unclear, "colleague", "My partner needs a mentor. Could you match her?");
    is(Asking::unclear, "mentor", "Maybe I would like a mentor next year.");
    is(Asking::unclear, "mentor", "Could I get a mentor if I were to leave my practice, or would I not?");
    is(Asking::unclear, "", "The page fails when I register for the workshop. Can you sign me up by hand?");
    is(Asking::unclear, "mentor", "I'd like a mentor, but I don't have the time.");
    is(Asking::unclear, "mentor", "If it costs members nothing I would like a mentor, otherwise not.");
    is(Asking::unclear, "press", "Could you match me with a mentor who would speak on the record?");
    is(Asking::not_a_request, "article", "Here is my piece on how to ask for a mentor.");
    is(Asking::not_a_request, "mentor", "I would be glad to serve as a mentor.");
    is(Asking::not_a_request, "mentor", "I no longer need a mentor.");
    is(Asking::not_a_request, "Dues", "Here is my check.");
    is(Asking::not_a_request, "", "");
}
