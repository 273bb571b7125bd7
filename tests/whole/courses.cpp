// SPDX-License-Identifier: MIT
#include "tests/whole/courses.h"

namespace mentoring {

namespace {

using Turns = std::vector<Turn>;

Turns operator+(Turns begin, const Turns& end) {
    begin.insert(begin.end(), end.begin(), end.end());
    return begin;
}

// The steps that lead to each place where somebody answers.
Turns matched() {
    return {{"member", "crisis", "", ""}, {"ruth.ames", "to review", "MATCH", "{mentor}"}};
}
Turns accepted() {
    return matched() + Turns{{"mentor", "ACCEPT", "ACCEPT", ""}};
}
Turns named() {
    return accepted() + Turns{{"member", "ANOTHER", "YES", ""}};
}
Turns begun() {
    return named() + Turns{{"mentor", "CONFLICT", "YES", ""}};
}
Turns heard() {
    return begun() + Turns{{"mentor", "what you need to begin", "SENT", ""}};
}
Turns guided() {
    return begun() + Turns{{"mentor", "what you need to begin", "form",
                            "Working together: by video\nIssues and goals: being heard\n"
                            "Timeline: monthly until April\nClosure: when she is content"}};
}
Turns under_way() {
    return guided() + Turns{{"member", "for you to look at", "AGREE", "monthly, until April 30"}};
}
Turns paused() {
    return under_way() + Turns{{"mentor", "this is settled", "PAUSE", "until March 1"}};
}
Turns closing() {
    return under_way() + Turns{{"member", "this is settled", "CLOSE:", "I speak in every meeting now."}};
}

}

std::vector<Course> courses_to_a_mentor() {
    const Turn asks{"mentor", "ACCEPT", "ASK:", "Is it about contracts?"};
    return {
        {"the chair declines",
         "anna.bergen",
         "ada.lindqvist",
         {{"member", "crisis", "", ""},
          {"ruth.ames", "to review", "DECLINE", ""},
          {"member", "about your message to us", "", ""}}},
        {"the chair asks, the member answers",
         "beth.carver",
         "bea.romano",
         {{"member", "crisis", "", ""},
          {"ruth.ames", "to review", "ASK:", "Would you rather have somebody from outside?"},
          {"member", "from outside", "own words", "Yes please, from outside."},
          {"ruth.ames", "Yes please, from outside", "MATCH", "{mentor}"},
          {"mentor", "ACCEPT", "DECLINE", ""},
          {"ruth.ames", "back with you", "PASS", ""},
          {"ines.moreau", "to review", "", ""}}},
        {"it was no request",
         "carmen.ortiz",
         "chloe.nguyen",
         {{"member", "crisis", "NOT A REQUEST", ""}, {"member", "nothing is kept", "", ""}}},
        {"the member says what she wants",
         "denise.fox",
         "dana.whitfield",
         {{"member", "crisis", "form",
           "What I want: a plan of action\nA mentor may read: a move to another town"},
          {"ruth.ames", "a plan of action", "MATCH", "{mentor}"},
          {"mentor", "a move to another town", "PAUSE", "until March 1"},
          {"ruth.ames", "back with you", "", ""}}},
        {"the question shows that it was no request",
         "esther.klein",
         "elena.petrova",
         {{"member", "crisis", "", ""},
          {"ruth.ames", "to review", "ASK:", "What is it about?"},
          {"member", "What is it about?", "NOT A REQUEST", ""},
          {"member", "nothing is kept", "", ""},
          {"ruth.ames", "a case has ended", "", ""}}},
        {"a mentor asks, the chair answers", "fiona.grant", "farah.haddad",
         matched() + Turns{asks,
                           {"ruth.ames", "about contracts", "own words", "It is about time."},
                           {"ruth.ames", "look at this once more", "SEND", ""},
                           {"mentor", "It is about time", "ACCEPT", ""},
                           {"member", "ANOTHER", "ANOTHER", ""},
                           {"member", "what happens next", "", ""}}},
        {"a mentor asks, the deputy answers", "gail.turner", "grace.lindholm",
         matched() + Turns{asks,
                           {"ruth.ames", "about contracts", "PASS", ""},
                           {"ines.moreau", "about contracts", "own words", "It is about time."},
                           {"ines.moreau", "look at this once more", "SEND", ""},
                           {"mentor", "It is about time", "DECLINE", ""},
                           {"ines.moreau", "back with you", "", ""}}},
        {"a mentor knows her", "hope.jensen", "hana.sato",
         named() + Turns{{"mentor", "CONFLICT", "CONFLICT", ""}, {"member", "what happens next", "", ""}}},
        {"a mentor asks, and accepts all the same", "ivy.chen", "irene.walsh",
         matched() + Turns{asks,
                           {"mentor", "", "ACCEPT", ""},
                           {"member", "ANOTHER", "YES", ""},
                           {"mentor", "CONFLICT", "", ""}}},
        {"a mentor asks, and declines all the same", "jane.miller", "julia.costa",
         matched() + Turns{asks, {"mentor", "", "DECLINE", ""}, {"ruth.ames", "back with you", "", ""}}},
        {"the chair asks, and matches all the same",
         "kate.doyle",
         "karin.olsen",
         {{"member", "crisis", "", ""},
          {"ruth.ames", "to review", "ASK:", "What is it about?"},
          {"ruth.ames", "", "MATCH", "{mentor}"},
          {"ruth.ames", "was this you", "YES", ""},  // her letter was of an earlier step
          {"member", "", "form", "What I want: a plan of action"},
          {"ruth.ames", "an addition to a case", "", ""},
          {"mentor", "ACCEPT", "", ""}}},
        {"the chair asks, and declines all the same",
         "lucia.vega",
         "leila.rahman",
         {{"member", "crisis", "", ""},
          {"ruth.ames", "to review", "ASK:", "What is it about?"},
          {"ruth.ames", "", "DECLINE", ""},
          {"ruth.ames", "was this you", "YES", ""},
          {"member", "about your message to us", "", ""}}},
    };
}

std::vector<Course> courses_with_a_mentor() {
    return {
        {"a conflict seen late", "anna.bergen", "ada.lindqvist",
         begun() + Turns{{"mentor", "what you need to begin", "CONFLICT", ""},
                         {"member", "what happens next", "", ""}}},
        {"the mentor has settled it", "beth.carver", "bea.romano",
         begun() + Turns{{"mentor", "what you need to begin", "AGREE", "monthly, until June"},
                         {"member", "have you heard from", "AGREE", ""},
                         {"mentor", "this is settled", "MET", "November 22, video"},
                         {"mentor", "noted, thank you", "GOOD", ""},
                         {"mentor", "", "NOT SURE", "", Pace::at_once},
                         {"member", "this is settled", "MET", "November 21, by phone", Pace::at_once},
                         {"member", "noted, thank you", "GOOD", ""},
                         {"member", "", "PAUSE", "until March 1"},
                         {"mentor", "a pause", "RESUME", ""},
                         {"mentor", "it goes on", "AGREE", "monthly, until July"},
                         {"member", "it goes on", "AGREE", "every two weeks", Pace::at_once},
                         {"mentor", "every 2 weeks", "", ""}}},
        {"the mentor closes, and would rather go on", "marta.silva", "elena.petrova",
         under_way() + Turns{{"mentor", "this is settled", "CLOSE:", "She speaks in every meeting now."},
                             {"member", "She speaks in every", "CHANGE:", "I speak in every meeting now."},
                             {"mentor", "I speak in every", "NOT YET", "There is more to do."},
                             {"member", "it goes on", "", ""}}},
        {"not heard yet", "carmen.ortiz", "chloe.nguyen",
         heard() + Turns{{"member", "have you heard from", "NOT YET", ""},
                         {"mentor", "have you been able to write", "SENT", ""},
                         {"member", "have you heard from", "CHANGE:", "Every second month is enough."},
                         {"mentor", "Every second month", "", ""}}},
        {"heard, and another one wished for", "denise.fox", "dana.whitfield",
         heard() +
             Turns{{"member", "have you heard from", "ANOTHER", ""}, {"mentor", "it has ended", "", ""}}},
        {"guidelines changed", "esther.klein", "elena.petrova",
         guided() + Turns{{"member", "for you to look at", "CHANGE:", "Every second month is enough."},
                          {"mentor", "Every second month", "form",
                           "Working together: by video\nIssues and goals: being heard\n"
                           "Timeline: every second month until June\nClosure: when she is content"},
                          {"member", "every second month", "ANOTHER", ""},
                          {"mentor", "it has ended", "", ""}}},
        {"another mentor", "fiona.grant", "farah.haddad",
         under_way() + Turns{{"member", "this is settled", "ANOTHER MENTOR", ""},
                             {"mentor", "it has ended", "", ""},
                             {"ruth.ames", "back with you", "", ""}}},
        {"the mentor withdraws", "gail.turner", "grace.lindholm",
         under_way() +
             Turns{{"mentor", "this is settled", "WITHDRAW", ""}, {"member", "what happens next", "", ""}}},
        {"not sure, and a pause", "hope.jensen", "hana.sato",
         under_way() + Turns{{"member", "this is settled", "NOT SURE", ""},
                             {"member", "thank you for saying so", "", ""},
                             {"mentor", "this is settled", "PAUSE", "until March 1", Pace::at_once},
                             {"member", "a pause", "MET", "November 22, by phone"},
                             {"member", "", "RESUME", ""},
                             {"mentor", "it goes on", "PAUSE", "until March 1"},
                             {"mentor", "a pause", "CLOSE:", "She has found her way."},
                             {"member", "She has found her way", "CONFIRM", ""},
                             {"mentor", "a good close", "", ""}}},
        {"ended from the pause", "ivy.chen", "irene.walsh",
         paused() + Turns{{"mentor", "a pause", "MET", "November 22, by phone"},
                          {"mentor", "noted, thank you", "", ""},
                          {"member", "a pause", "CLOSE:", "We are done for now."},
                          {"mentor", "We are done for now", "CHANGE:", "We have done what we set out to do."},
                          {"member", "what we set out to do", "NOT YET", "I would rather go on."},
                          {"mentor", "it goes on", "", ""}}},
        {"closed together", "jane.miller", "julia.costa",
         closing() + Turns{{"mentor", "in every meeting", "CONFIRM", ""},
                           {"member", "a good close", "", ""},
                           {"mentor", "a good close", "", ""},
                           {"ruth.ames", "closed together", "", ""},
                           {"member", "", "", "", Pace::a_day_later},  // she is asked a working day later
                           {"member", "recommend the program", "form", "5 5 4 5", Pace::a_day_later},
                           {"member", "", "form", "5 5 4 4", Pace::a_day_later}}},
        {"another mentor from the pause", "kate.doyle", "karin.olsen",
         paused() + Turns{{"member", "a pause", "ANOTHER MENTOR", ""}, {"mentor", "it has ended", "", ""}}},
        {"withdrawn from the pause", "lucia.vega", "leila.rahman",
         paused() + Turns{{"mentor", "a pause", "WITHDRAW", ""}, {"member", "what happens next", "", ""}}},
    };
}

std::vector<Course> courses_beside() {
    const Turn member_asks_help{"member", "crisis", "form", "HELP"};
    const Turn mentor_asks_help{"mentor", "what you need to begin", "form", "HELP"};
    const auto member_says = [&](const std::string& answer, const std::string& words, const Turns& then) {
        return Turns{member_asks_help, {"member", "what you can say", answer, words}} + then;
    };
    const auto mentor_says = [&](const std::string& answer, const std::string& words, const Turns& then) {
        return begun() + Turns{mentor_asks_help, {"mentor", "what you can say", answer, words}} + then;
    };
    const auto concern = [&](const std::string& answer) {
        return member_says("CONCERN:", "It took too long.",
                           {{"member", "your message has arrived", "", ""},
                            {"helen.osei", "It took too long", answer, ""},
                            {"helen.osei", "noted", "", ""}});
    };
    return {
        {"status", "anna.bergen", "ada.lindqvist",
         member_says("STATUS", "", {{"member", "where things stand", "", ""}})},
        {"a call", "beth.carver", "bea.romano",
         member_says("HUMAN", "", {{"member", "you will get a call", "", ""}})},
        {"anyone", "carmen.ortiz", "chloe.nguyen",
         member_says("ANYONE IS FINE", "", {{"member", "where things stand", "", ""}})},
        {"withdrawn", "denise.fox", "dana.whitfield",
         member_says("WITHDRAW", "", {{"member", "as you wished", "", ""}})},
        {"fewer letters", "esther.klein", "elena.petrova",
         member_says("LESS", "", {{"member", "fewer letters from now on", "", ""}})},
        {"settled", "fiona.grant", "farah.haddad", concern("ADDRESSED")},
        {"talked to", "gail.turner", "grace.lindholm", concern("TALKED TO")},
        {"put to the second reader", "hope.jensen", "hana.sato", concern("SECOND")},
        {"a rest from invitations", "ivy.chen", "irene.walsh",
         mentor_says(
             "PAUSE", "until March 1",
             {{"mentor", "a rest from invitations", "RESUME", ""}, {"mentor", "welcome back", "", ""}})},
        {"a mentor's concern", "jane.miller", "julia.costa",
         mentor_says("CONCERN:", "She sounds very tired.",
                     {{"mentor", "your message has arrived", "", ""},
                      {"helen.osei", "very tired", "HOLD MENTOR", ""},
                      {"helen.osei", "noted", "", ""}})},
        {"taken back",
         "kate.doyle",
         "karin.olsen",
         {{"member", "crisis", "", ""},
          {"ruth.ames", "to review", "MATCH", "Elena Petrova"},
          {"ruth.ames", "You matched", "UNDO", "", Pace::at_once},
          {"ruth.ames", "taken back", "MATCH", "{mentor}", Pace::at_once},
          {"mentor", "ACCEPT", "", ""}}},
        {"a weak proof, and she says that it was her",
         "marta.silva",
         "ada.lindqvist",
         {{"member", "crisis", "", ""},
          {"ruth.ames", "to review", "new mail", "MATCH {mentor}"},
          {"ruth.ames", "was this you", "YES", ""},
          {"ruth.ames", "You matched", "", ""},
          {"mentor", "ACCEPT", "", ""}}},
        {"a weak proof, and she says that it was not her",
         "nora.quinn",
         "bea.romano",
         {{"member", "crisis", "", ""},
          {"ruth.ames", "to review", "new mail", "DECLINE"},
          {"ruth.ames", "was this you", "NO", ""},
          {"ruth.ames", "taken back", "", ""},
          {"manager", "an answer from somebody else", "", ""},
          {"ruth.ames", "", "MATCH", "{mentor}"},
          {"mentor", "ACCEPT", "", ""}}},
        {"words of danger",
         "olga.brandt",
         "chloe.nguyen",
         {{"member", "crisis", "form", "I do not want to live any more."},
          {"member", "somebody is there for you", "", ""},
          {"manager", "please call now", "", ""},
          {"helen.osei", "please call now", "GO ON", ""},
          {"helen.osei", "where things stand", "", ""}}},
        {"she is gone, and comes back",
         "paula.reyes",
         "dana.whitfield",
         {{"member", "crisis", "", ""},
          {"operator", "", "gone", ""},
          {"ruth.ames", "a person should call", "RESUME", ""},
          {"ruth.ames", "to review", "", ""}}},
        {"she is gone",
         "rosa.blanc",
         "elena.petrova",
         {{"member", "crisis", "", ""},
          {"operator", "", "gone", ""},
          {"ruth.ames", "a person should call", "CLOSE", ""},
          {"ruth.ames", "has ended", "", ""}}},
        {"no more check-ins", "lucia.vega", "leila.rahman",
         mentor_says("STOP CHECK-INS", "", {{"mentor", "fewer letters from now on", "", ""}})},
    };
}

}
