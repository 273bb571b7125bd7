// SPDX-License-Identifier: MIT
#include "tests/whole/steps.h"

namespace mentoring {

using namespace std::chrono_literals;

ReadLetter review_after_request(Play& play) {
    play.write("anna.bergen", "Mentor request", sample_request);
    play.letter("anna.bergen", "crisis");
    play.turn(25min);
    return play.letter("ruth.ames", "Dr. Anna Bergen");
}

ReadLetter invitation_after_match(Play& play) {
    const auto review = review_after_request(play);
    play.reply("ruth.ames", review, "Bea Romano, please.");
    play.letter("ruth.ames", "You matched");
    play.turn(25min);
    return play.letter("bea.romano", "ACCEPT");
}

ReadLetter introduction_after_yes(Play& play) {
    const auto invitation = invitation_after_match(play);
    play.reply("bea.romano", invitation, "ACCEPT");
    play.letter("bea.romano", "thank you");
    play.turn(25min);
    return play.letter("anna.bergen", "Bea Romano");
}

}
