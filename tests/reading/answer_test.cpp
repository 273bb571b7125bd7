// SPDX-License-Identifier: MIT
#include "workflow/reading/answer.h"

#include <array>
#include <catch2/catch.hpp>

#include "daemon/mail/fold.h"
#include "daemon/settings/situations.h"
#include "tests/tools/replies.h"
#include "workflow/reading/calendar.h"

using namespace mentoring;

namespace {

const Date today = *date_from_iso("2026-11-22");

const Vocabulary& vocabulary() {
    static const auto words = words_of_checkout();
    return words;
}

Answer read(std::string_view situation, std::string_view text, const std::vector<QuotedAnswer>& below = {}) {
    return read_answer(vocabulary(), fold, *sample_question(situation, today), text, below);
}

void reads(std::string_view situation, std::string_view text, std::string_view intent) {
    CAPTURE(situation, text);
    const auto answer = read(situation, text);
    CAPTURE(answer.doubt);
    CHECK(answer.clarity == Clarity::clear);
    CHECK(answer.intent == intent);
}

void asks_back(std::string_view situation, std::string_view text) {
    CAPTURE(situation, text);
    const auto answer = read(situation, text);
    CAPTURE(answer.intent);
    CHECK(answer.clarity == Clarity::unclear);
    CHECK_FALSE(answer.doubt.empty());
}

std::string set(std::string_view name) {
    return std::string(TESTS_FOLDER) + "/replies/" + std::string(name);
}

std::string own_set(int number) {
    return set("own_replies_" + std::to_string(number) + ".jsonl");
}

void understands(const std::string& file, double clear_right_min, int cases_min) {
    const auto score = score_replies(vocabulary(), file);
    for (const auto& failure : score.failures) UNSCOPED_INFO(failure);
    CHECK(score.total.wrong == 0);
    CHECK(score.total.right + score.total.asked + score.total.wrong >= cases_min);
    CHECK(score.total.clear_right >= clear_right_min * score.total.clear);
}

}

TEST_CASE("the reply sets are understood, and nothing is acted upon that was not said") {
    understands(set("replies.jsonl"), 0.98, 82);
    for (const auto* name : {"own_replies.jsonl", "own_replies_2.jsonl", "own_replies_3.jsonl",
                             "own_replies_4.jsonl", "own_replies_5.jsonl", "own_replies_6.jsonl",
                             "own_replies_7.jsonl", "own_replies_8.jsonl", "own_replies_9.jsonl"})
        understands(set(name), 0.96, 180);
    // The later ones are mostly of what must not be acted upon.
    for (const auto* name : {"own_replies_10.jsonl", "own_replies_11.jsonl", "own_replies_12.jsonl",
                             "own_replies_13.jsonl", "own_replies_14.jsonl"})
        understands(set(name), 0.91, 70);
    for (const auto* name :
         {"own_replies_15.jsonl", "own_replies_16.jsonl", "own_replies_17.jsonl", "own_replies_18.jsonl",
          "own_replies_19.jsonl", "own_replies_22.jsonl", "own_replies_23.jsonl", "own_replies_24.jsonl"})
        understands(set(name), 0.85, 100);
    for (int number = 25; number <= 67; ++number)
        // 55: dictated, by assistants, or of another age.
        understands(own_set(number), number == 55 ? 0.84 : 0.9, 100);
    for (const int number : {70,  72,  74,  75,  76,  77,  79,  81,  84,  85,  86,  87,  88,  89,  93,
                             94,  95,  98,  99,  100, 101, 103, 106, 107, 108, 109, 111, 112, 113, 115,
                             116, 117, 119, 120, 121, 124, 125, 126, 128, 129, 130, 134, 135})
        understands(own_set(number), 0.9, 80);
    for (const int number : {78, 80, 92, 97, 102, 104}) understands(own_set(number), 0.8, 100);
    for (const int number : {110, 114, 118, 122, 127, 133}) understands(own_set(number), 1.0, 15);
    // German, and nearly all of it what must not be acted upon.
    understands(own_set(82), 0.3, 90);
    for (const int number : {90, 91, 96, 123, 131}) understands(own_set(number), 0.7, 110);
    // Dictated without a mark, or changing its mind within a sentence.
    understands(own_set(83), 0.55, 100);
    // The answer among an anecdote, an apology and thanks.
    understands(own_set(105), 0.4, 100);
    // What friends write: a clear answer among thanks and small talk.
    understands(own_set(132), 0.6, 110);
    // Long and chatty, or a third of it traps: asked back more often.
    for (const auto* name : {"own_replies_20.jsonl", "own_replies_21.jsonl", "own_replies_68.jsonl",
                             "own_replies_69.jsonl", "own_replies_71.jsonl", "own_replies_73.jsonl"})
        understands(set(name), 0.65, 100);
}

TEST_CASE("replies that no rule was made for are understood too") {
    understands(set("unseen/replies.jsonl"), 0.95, 160);
}

TEST_CASE("what was understood is filled in where it is asked back") {
    const auto alternative = read("review", "1 or 2, whichever is free");
    CHECK(alternative.clarity == Clarity::unclear);
    CHECK(alternative.intent == "match");
    CHECK(alternative.arguments.mentors == std::vector<PersonId>{PersonId{1}, PersonId{2}});
    CHECK(alternative.doubt == "an alternative");

    const auto pause = read("away", "Please pause me.");
    CHECK(pause.intent == "pause");
    CHECK(pause.doubt == "no day");
}

TEST_CASE("who is praised before another is chosen is asked about") {
    for (const auto* text :
         {"Both Ada and Bea are lovely. Chloe please.", "I like 1 and 2. Go with 2.",
          "I like Ada and Bea. Bea it is.", "All three would be fine, choose Bea.", "All three, minus Bea",
          "Not only Bea but Ada too", "Bea. Ask Ada next time.", "Thanks, Bea", "Bea, next month",
          "Ada is lovely. Bea it is.", "match 2 decline"}) {
        CAPTURE(text);
        CHECK(read("review", text).clarity == Clarity::unclear);
    }
    const auto both = std::vector<PersonId>{PersonId{2}, PersonId{1}};
    CHECK(read("review", "Bea. And Ada.").arguments.mentors == both);
}

TEST_CASE("a word of command that is denied behind, or stands beside another, is asked about") {
    const std::array<std::pair<const char*, const char*>, 20> mails = {
        {{"closing", "CONFIRM not"},
         {"closing", "CONFIRM / OBJECT"},
         {"closing", "CONFIRM that you got this"},
         {"guidelines", "AGREE not"},
         {"guidelines", "AGREE - DISAGREE"},
         {"guidelines", "CHANGE: nothing"},
         {"guidelines", "CHANGE?"},
         {"invitation", "ACCEPT NOT"},
         {"invitation", "DECLINE not"},
         {"invitation", "ASK nothing"},
         {"checkin", "CLOSE not"},
         {"checkin", "MET 10 November NOT"},
         {"any", "WITHDRAW not"},
         {"review", "MATCH 1 not"},
         {"review", "2, not!"},
         {"closing", "Confirmo no"},
         {"guidelines", "CAMBIO: nada"},
         {"checkin", "BIEN no"},
         {"checkin", "Bien, no"},
         {"any", "RETIRER non"}}};
    for (const auto& [situation, text] : mails) {
        CAPTURE(situation, text);
        CHECK(read(situation, text).clarity == Clarity::unclear);
    }
}

TEST_CASE("one of all is asked about, and whom another is compared with is not chosen") {
    CHECK(read("review", "All three are great. Ada please.").doubt == "all, and one of them");
    CHECK(read("review", "All three are great, but Ada please.").arguments.mentors ==
          std::vector<PersonId>{PersonId{1}});
    CHECK(read("review", "I'd take Chloe over Ada.").arguments.mentors == std::vector<PersonId>{PersonId{3}});
    CHECK(read("review", "I'd like someone with more time than these three.").clarity == Clarity::unclear);
}

TEST_CASE("orders are taken only as the explicit words THEN and OR") {
    CHECK(read("review", "1 THEN 3").arguments.order == InvitationOrder::in_turn);
    CHECK(read("review", "MATCH Ada OR Chloe").arguments.order == InvitationOrder::first_to_accept);
    CHECK(read("review", "MATCH 1 2").arguments.order == InvitationOrder::together);
    asks_back("review", "1 then 3");                        // a sequence, perhaps thought aloud
    asks_back("review", "1 OR 2, unless she is on leave");  // more than an order
    asks_back("review", "1 THEN 9");                        // there is no 9
}

TEST_CASE("a person named in a refusal is not chosen, and one of the past neither") {
    reads("review", "Please decline this request. She is already matched with Elena since January.",
          "decline");
    asks_back("review", "We matched someone like this with Elena last year and it went beautifully.");
    reads("review", "None of the three knows this field. Dana Whitfield does, please match them.", "match");
    CHECK(read("review", "Las dos primeras, por favor.").arguments.mentors ==
          std::vector<PersonId>{PersonId{1}, PersonId{2}});
    CHECK(read("review", "Les deux dernières, merci.").arguments.mentors ==
          std::vector<PersonId>{PersonId{2}, PersonId{3}});
    CHECK(read("review", "First one please.").arguments.mentors == std::vector<PersonId>{PersonId{1}});
    CHECK(read("review", "First and third, please.").arguments.mentors ==
          std::vector<PersonId>{PersonId{1}, PersonId{3}});
}

TEST_CASE("all of them may be chosen but one") {
    const auto names = [](std::string_view text) { return read("review", text).arguments.mentors.size(); };
    reads("review", "All of them except Chloe.", "match");
    CHECK(names("All of them except Chloe.") == 2);
    CHECK(names("Everyone on your list apart from number 2, please.") == 2);
    CHECK(names("Decision: option 2 (Romano). Options 1 and 3: not selected.") == 1);
    asks_back("review", "Anyone except Chloe.");
    asks_back("review", "All three except maybe Ada.");
    asks_back("review", "All of them except somebody from her own hospital.");
}

TEST_CASE("German is a word file: its negation stands behind the verb, its days have a point") {
    reads("invitation", "Ja, sehr gerne!", "accept");
    reads("closing", "Ich bestätige.", "confirm");
    asks_back("closing", "Ich bestätige nicht.");
    reads("review", "Nehmen wir Chloe.", "match");
    reads("away", "Bis zum 20. Dezember pausieren bitte.", "pause");
    CHECK(read("away", "Bis zum 20. Dezember pausieren bitte.").arguments.date ==
          date_from_iso("2026-12-20"));
    asks_back("away", "Meine Kollegin ist bis März im Urlaub.");
}

TEST_CASE("an exception behind an agreement is a wish for a change") {
    for (const auto* text :
         {"This works for me except the dates.", "Sounds great except the dates.",
          "I have no objections except the dates.", "Works for me with one change: the dates.",
          "Estoy de acuerdo salvo con las fechas.", "Ça me va à part les dates."})
        reads("guidelines", text, "change");
    asks_back("guidelines", "Einverstanden bis auf die Termine.");
    reads("guidelines", "I agree to the change.", "agree");
}

TEST_CASE("a mail that greets somebody else has gone astray") {
    for (const auto* text :
         {"Hi Jen, all good, see you at six.", "Marcus, all good.", "Hallo Sabine, alles gut!"})
        asks_back("checkin", text);
    reads("checkin", "Hi Marie, all good.", "good");       // who sends the letters
    reads("checkin", "Dear Ada, all good.", "good");       // her mentor
    reads("checkin", "Dear Dr. Hale, all good.", "good");  // to an office
    reads("checkin", "Hi friends, all good.", "good");
    reads("invitation", "Gosh, yes, gladly!", "accept");
    reads("review", "Petrova, please.", "match");  // of the roster, and not greeted
}

TEST_CASE("another matter, another day and another person are not the answer") {
    asks_back("invitation", "Count me out for the dinner.");
    asks_back("closing", "I object to the new parking fees at the hospital.");
    asks_back("closing", "I confirm Thursday at three.");
    asks_back("closing", "If she still has time I'd rather go on, if she hasn't then let's close.");
    asks_back("checkin", "Linda, all good for Thursday.");
    asks_back("checkin", "Back in 2022 I asked for a different mentor and you found me one.");
    asks_back("guidelines", "Tuesday is fine.");
    asks_back("review", "Marcus, please match 2 to the Tuesday slot.");
    asks_back("review", "De las tres, ninguna.");
    asks_back("review", "Please decline the Rotary lunch for me.");
    asks_back("review", "Definitely Ada, plus one of the other two.");
    asks_back("closing", "I will object if she does and confirm if she does.");
    asks_back("away", "Pause until 30 February please");
    reads("checkin", "CLOSE please, she has reached all her goals.", "close");
    asks_back("any", "What is the status of my renewal?");
    reads("any", "What is the status of my application?", "status");
    asks_back("checkin", "I want a new mentor and I want to keep the one I have.");
    asks_back("guidelines", "What does she propose?");
    asks_back("invitation", "no i want to do this so yes please");
    reads("away", "Hope the party was fun. Could you pause me till April 15?", "pause");
    asks_back("away", "Please pause the newsletter until March 1.");
}

TEST_CASE("an event that is refused is not the mentoring, and a name no misspelt word") {
    for (const auto* text :
         {"I have no time to come to the dinner.", "Sorry, I won't be able to attend the gala.",
          "No tengo tiempo para ir a la cena.", "Je n'ai pas le temps de venir au dîner.",
          "Ich habe leider keine Zeit, zum Abendessen zu kommen."})
        asks_back("invitation", text);
    reads("invitation", "I have no time, the annual meeting takes all of it.", "decline");
    asks_back("checkin", "Hi Regula");  // "regular" is Spanish for so-so
    asks_back("away", "I was going to ask for a pause until March 1, but the surgery has been cancelled.");
}

TEST_CASE("who is only named beside whom the chair chooses is not chosen") {
    for (const auto* text :
         {"Please go with #2 and cc Chloe.", "Take Bea and keep Ada in reserve.", "Bea, per Chloe.",
          "Bea, who works with Chloe.", "Bea please!\nAda", "Bea\n\nAda", "Ask Ada to choose.",
          "She is a match for Bea's group.", "Bea > Chloe > Ada", "Chloe could advise on whom to take."})
        asks_back("review", text);
    reads("review", "Bea because Chloe is too busy.", "match");
    CHECK(read("review", "Bea and\nChloe").arguments.mentors.size() == 2);
}

TEST_CASE("a given name may be written at length, or short") {
    reads("review", "Go ahead with Beatrice Romano.", "match");
    reads("review", "Lena Petrova, please.", "match");
    reads("review", "Dr. Beatrice Romano, please.", "match");
    asks_back("review", "Go ahead with Bernadette Romano.");
}

TEST_CASE("a limit counts beside the answer, and not in what is told besides") {
    reads("review", "Please decline. The applicant is a resident and we only serve attending physicians.",
          "decline");
    reads("invitation", "Of course! I remember only too well how lonely my first year was.", "accept");
    asks_back("invitation", "Yes, but only by phone.");
    asks_back("invitation", "Yes. Only on Tuesdays, though.");
    asks_back("invitation", "Yes, after my exam.");
}

TEST_CASE("to be asked again softens a refusal, and is none") {
    reads("invitation", "I have to say no this time. Do ask me again next year.", "decline");
    asks_back("invitation", "Ask me again next year.");
    asks_back("invitation", "Too busy right now, ask me again in May.");
}

TEST_CASE("a mail that breaks off decides nothing") {
    asks_back("review", "I have read all three and I think we should match her with");
    asks_back("guidelines", "What I would like to change is");
    asks_back("review", "Let's go with Dr. Lindqvist and Dr.");
    reads("review", "Let's go with 1 and 2", "match");
}

TEST_CASE("what is said by the way stands beside the answer") {
    reads("review", "Bea, of course. By the way, the November newsletter was splendid.", "match");
    asks_back("review", "Bea, of course, for the newsletter.");
    reads("invitation", "I wasn't planning on another one this year, but yes, I'll do it.", "accept");
    reads("any", "Status please. Not impatient, only curious.", "status");
}

TEST_CASE("a pictograph ends a sentence, and an order may lead to its day") {
    reads("review", "Number two please 🙂 scrubbing in for a long case", "match");
    asks_back("review", "Number two 🙂 or rather three");
    reads("away", "pause until 6/15 please, boards", "pause");
}

TEST_CASE("whoever refuses may give somebody else as the reason") {
    reads("invitation", "I regret that I must decline; my husband is having surgery.", "decline");
    asks_back("invitation", "My husband is swamped.");
    reads("invitation", "Sadly no, but thank you for asking me.", "decline");
}

TEST_CASE("what somebody else thinks, what is asked first and what is conceded last decide nothing") {
    asks_back("review", "Judith thinks Dr. Romano is the best fit.");
    asks_back("review",
              "I have doubts about this one. Perhaps employee assistance is the better door for her?");
    asks_back("invitation", "Would this be someone from Ohio? I don't want to mentor in my own state.");
    asks_back("closing", "Confirm, although I would like one more meeting first.");
    asks_back("invitation", "No. 14 in the mentor directory is me.");
    reads("invitation", "I'll take her on. She sounds like me twenty years ago.", "accept");
    reads("checkin", "We aren't a good match. Could you pair me with somebody in private practice?",
          "new-mentor");
    asks_back("checkin", "I'm not sure it works. Could you phone my colleague Hale?");
    asks_back("guidelines", "I agree with the first two points.");
    reads("checkin", "Can't complain, my new mentor is terrific.", "good");
    asks_back("guidelines", "Does she know that I work nights every other week?");
    reads("away", "Can you pause me until 15 August?", "pause");
}

TEST_CASE("a word that was not offered is never an answer") {
    auto question = *sample_question("closing", today);
    const auto answer = read_answer(vocabulary(), fold, question, "WITHDRAW");
    CHECK(answer.clarity == Clarity::unclear);
    question.choices.push_back({"withdraw", Takes::nothing, false, false});
    CHECK(read_answer(vocabulary(), fold, question, "WITHDRAW").intent == "withdraw");
}

TEST_CASE("answers below quoted candidates are read as one") {
    const auto answer =
        read("review", "no\nyes\nno",
             {{"1 Dr. Ada Lindqvist", "no"}, {"2 Dr. Bea Romano", "yes"}, {"3 Dr. Chloe Nguyen", "no"}});
    CHECK(answer.clarity == Clarity::clear);
    CHECK(answer.arguments.mentors == std::vector<PersonId>{PersonId{2}});
}

TEST_CASE("answers below quoted lines agree where each of them does") {
    const std::vector<QuotedAnswer> alike = {{"Meetings: weekly", "fine"}, {"By: video", "fine"}};
    CHECK(read("guidelines", "fine\nfine", alike).clarity == Clarity::clear);
    const std::vector<QuotedAnswer> unlike = {{"Meetings: weekly", "fine"},
                                              {"By: video", "in person if possible, we live near"}};
    CHECK(read("guidelines", "fine\nin person if possible, we live near", unlike).clarity ==
          Clarity::unclear);
}

TEST_CASE("a plan is agreed to as a whole, and a change says what") {
    asks_back("guidelines", "I do not agree.");
    asks_back("guidelines", "No estoy de acuerdo.");
    reads("guidelines", "I don't agree with point b.", "change");
    asks_back("guidelines", "I agree with the goals.");
    asks_back("guidelines", "I was worried that twice a month would be too much. So yes, let's do it.");
    reads("guidelines", "I agree, ideally in the mornings.", "change");
}

TEST_CASE("how long something has lasted is no day from which a wish holds") {
    reads("checkin", "New mentor please, mine has not answered in two months", "new-mentor");
    asks_back("checkin", "I'd like a new mentor in two months.");
    asks_back("checkin", "I'd like a new mentor, in January.");
}

TEST_CASE("an evaluation rates something, or says something") {
    reads("evaluation", "It was good.", "evaluation");
    asks_back("evaluation", "n/a n/a n/a n/a");
}

TEST_CASE("under a quoted candidate it is enough to point") {
    const auto picked = read("review", "this one please", {{"2 Dr. Bea Romano", "this one please"}});
    CHECK(picked.clarity == Clarity::clear);
    CHECK(picked.arguments.mentors.size() == 1);
    const auto puzzled = read("review", "not this one", {{"2 Dr. Bea Romano", "not this one"}});
    CHECK(puzzled.clarity == Clarity::unclear);
}

TEST_CASE("a long or empty mail is answered with a question, in bounded time") {
    asks_back("invitation", "");
    asks_back("invitation", " \n\t ");
    std::string hostile;
    while (hostile.size() < 3 * answer_octets_max) hostile += "not if or yes but 1 2 Ada, ";
    asks_back("review", hostile);
}

TEST_CASE("the words of an argument are the writer's own") {
    CHECK(read("review", "DECLINE - she said \"not now!\"").arguments.text == "she said \"not now!\"");
    CHECK(read("review", "DECLINE - she is nöt a member any more.").arguments.text ==
          "she is nöt a member any more.");
    CHECK(read("review", "Could you ask her whether she prefers Zürich?").arguments.text ==
          "whether she prefers Zürich?");
    CHECK(read("invitation", "No").arguments.text.empty());
}

TEST_CASE("all the words that are valid at any time do not disturb the others") {
    auto question = *sample_question("checkin", today);
    for (const auto* intent :
         {"withdraw", "status", "help", "human", "concern", "undo", "less", "stop-check-ins"})
        question.choices.push_back(
            {intent, std::string_view(intent) == "concern" ? Takes::text : Takes::nothing});
    const auto intent = [&](std::string_view text) {
        const auto answer = read_answer(vocabulary(), fold, question, text);
        return answer.clarity == Clarity::clear ? answer.intent : std::string("unclear");
    };
    CHECK(intent("All good, thanks") == "good");
    CHECK(intent("HUMAN") == "human");
    CHECK(intent("LESS") == "less");
    CHECK(intent("STOP CHECK-INS") == "stop-check-ins");
    CHECK(intent("CONCERN: she told others what I said") == "concern");
    CHECK(intent("Can somebody call me?") == "human");
    CHECK(intent("I want to withdraw, or maybe another mentor") == "unclear");
}

TEST_CASE("simple words of three languages") {
    reads("invitation", "Oui, volontiers !", "accept");
    reads("invitation", "No puedo en este momento", "decline");
    reads("closing", "Confirmo, gracias", "confirm");
    asks_back("invitation", "Sí, si no es en mi hospital");
    asks_back("invitation", "Oui, mais pas avant mars");
}
