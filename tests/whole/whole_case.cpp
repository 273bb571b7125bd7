// SPDX-License-Identifier: MIT
#include "tests/whole/story.h"

namespace mentoring {

namespace {

using namespace std::chrono_literals;

ReadLetter ask_and_review(Story& story) {
    story.chapter("A member asks");
    story.writes(
        "anna.bergen", "Mentor request",
        "Dear Marie,\n\nI would like to ask for a mentor. Since our new chief came I am left out of every\n"
        "decision in my department, and I do not know how to speak up without making it worse.\n\nAnna");
    story.gets("anna.bergen", "crisis");
    story.time_passes(25min, "the letter to the chair rests for twenty minutes, in case it was no request");
    const auto review = story.gets("ruth.ames", "The profile speaks of");
    story.answers("ruth.ames", review, "ASK Would you rather have somebody outside your own hospital?");
    story.time_passes(25min, "the question rests, in case the chair takes it back");
    const auto question = story.gets("anna.bergen", "outside your own hospital");
    story.answers("anna.bergen", question, "Yes please, somebody outside would be best.");
    return story.gets("ruth.ames", "somebody outside would be best");
}

ReadLetter match_and_introduce(Story& story, const ReadLetter& review) {
    story.chapter("The chair matches two mentors");
    story.answers("ruth.ames", review, "Bea Romano and Leila Rahman, please.");
    story.gets("ruth.ames", "You matched");
    story.time_passes(25min, "the invitations rest");
    const auto to_bea = story.gets("bea.romano", "ACCEPT");
    const auto to_leila = story.gets("leila.rahman", "ACCEPT");
    story.taps("leila.rahman", to_leila, "DECLINE");
    story.gets("leila.rahman", "");
    story.answers("bea.romano", to_bea, "Yes, happy to!");
    story.gets("bea.romano", "");
    story.time_passes(25min, "the introduction rests");
    return story.gets("anna.bergen", "Bea Romano");
}

ReadLetter agree_on_guidelines(Story& story, const ReadLetter& introduction) {
    story.chapter("Guidelines");
    story.taps("anna.bergen", introduction, "YES");
    story.gets("anna.bergen", "You said yes");
    story.time_passes(25min, "her name rests");
    const auto named = story.gets("bea.romano", "Anna Bergen");
    story.answers("bea.romano", named, "YES");
    story.time_passes(25min, "her story rests");
    const auto released = story.gets("bea.romano", "Four short questions");
    story.answers("bea.romano", released,
                  "1. By video, an hour at a time, and you may write in between.\n"
                  "2. Speaking up with your chief; I can listen, and share what worked for me.\n"
                  "3. Once a month until the end of April.\n"
                  "4. When you feel heard in your meetings we look back together and stop.");
    story.gets("bea.romano", "");
    story.time_passes(25min, "the guidelines rest");
    const auto guidelines = story.gets("anna.bergen", "Speaking up with your chief");
    story.answers("anna.bergen", guidelines, "This all sounds wonderful, I agree. Monthly, until April 30.");
    story.gets("anna.bergen", "April 30");
    return story.gets("bea.romano", "April 30");
}

void meet_and_close(Story& story) {
    story.chapter("They meet");
    story.days_pass(36, "five weeks pass");
    const auto check_in = story.gets("bea.romano", "MET");
    story.gets("anna.bergen", "MET");
    story.answers("bea.romano", check_in, "We met yesterday on zoom.");
    story.gets("bea.romano", "video");
    story.days_pass(31, "another month passes");
    const auto later = story.gets("anna.bergen", "MET");
    story.chapter("Both agree that it is done");
    story.answers("anna.bergen", later,
                  "CLOSE I found a way to be heard in my department, and I speak in every meeting now.");
    const auto proposed = story.gets("bea.romano", "I found a way to be heard");
    story.taps("bea.romano", proposed, "CONFIRM");
    story.gets("bea.romano", "I found a way to be heard");
    story.gets("anna.bergen", "I found a way to be heard");
    story.gets("ruth.ames", "closed");
}

void evaluate(Story& story) {
    story.chapter("She evaluates, and the president reads it");
    story.days_pass(4, "some days to look back");
    const auto evaluation = story.gets("anna.bergen", "recommend the program");
    story.answers("anna.bergen", evaluation, "5 5 4 5\nIt took a while until I heard who it would be.");
    story.gets("anna.bergen", "");
    story.days_pass(31, "the month ends");
    story.gets("helen.osei", "until I heard who it would be");
}

}

void tell_the_whole_case(Story& story) {
    const auto review = ask_and_review(story);
    const auto introduction = match_and_introduce(story, review);
    agree_on_guidelines(story, introduction);
    meet_and_close(story);
    evaluate(story);
}

}
