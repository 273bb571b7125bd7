// SPDX-License-Identifier: MIT
#include "tests/tools/replies.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "daemon/mail/fold.h"
#include "daemon/settings/situations.h"
#include "daemon/settings/word_files.h"
#include "workflow/reading/answer.h"
#include "workflow/reading/automatic.h"
#include "workflow/reading/danger.h"
#include "workflow/reading/reply_text.h"
#include "workflow/reading/request.h"

namespace mentoring {

namespace {

using nlohmann::json;

enum class Verdict { right, asked, wrong };

std::string name_of(const Question& question, PersonId id) {
    for (const auto& person : question.roster)
        if (person.id == id) return person.name;
    return "?";
}

json arguments_of(const Question& question, const Answer& answer) {
    json arguments = json::object();
    const auto& given = answer.arguments;
    for (const auto mentor : given.mentors) arguments["mentors"].push_back(name_of(question, mentor));
    if (given.order == InvitationOrder::in_turn) arguments["order"] = "in turn";
    if (given.order == InvitationOrder::first_to_accept) arguments["order"] = "first to accept";
    if (given.date) arguments[answer.intent == "pause" ? "until" : "date"] = iso_date(*given.date);
    if (given.mode)
        arguments["mode"] = std::array{"video", "phone", "in-person"}[static_cast<std::size_t>(*given.mode)];
    for (std::size_t i = 0; i < given.ratings.size(); ++i) {
        const auto key = "q" + std::to_string(i + 1);
        arguments[key] = given.ratings[i] ? json(*given.ratings[i]) : json(nullptr);
    }
    for (const auto* key : {"reason", "question", "what", "comment"}) arguments[key] = given.text;
    return arguments;
}

bool same(const std::string& key, const json& expected, const json& given) {
    if (key == "mentors") {
        auto left = expected.get<std::vector<std::string>>(), right = given.get<std::vector<std::string>>();
        std::sort(left.begin(), left.end());
        std::sort(right.begin(), right.end());
        return left == right;
    }
    const bool words = key == "reason" || key == "question" || key == "what" || key == "comment";
    if (words) return given.get<std::string>().find(expected.get<std::string>()) != std::string::npos;
    return expected == given;
}

std::string mismatch(const json& expected, const json& given) {
    for (const auto& [key, value] : expected.items()) {
        if (!given.contains(key)) {
            if (value.is_null()) continue;
            return key + " is missing";
        }
        if (!same(key, value, given[key])) return key + " is " + given[key].dump();
    }
    return {};
}

struct Judged {
    Verdict verdict;
    bool clear;
    std::string read;
};

Judged judge_reply(const Vocabulary& vocabulary, const json& line) {
    const auto question =
        sample_question(line["situation"].get<std::string>(), *date_from_iso(line["now"].get<std::string>()));
    if (!question) throw std::runtime_error("no such situation: " + line["situation"].get<std::string>());
    const auto reply = reply_text(line["text"].get<std::string>());
    const auto answer = read_answer(vocabulary, fold, *question, reply.words, reply.inline_answers);
    const auto expected = line["intent"].get<std::string>();
    const bool clear = line.value("clear", true);
    if (automatic_by_wording({}, reply.visible))
        return {expected == "automatic" || !clear ? Verdict::right : Verdict::asked, clear, "automatic"};
    if (answer.clarity != Clarity::clear) {
        const bool right = expected == "unclear" || !clear;
        return {right ? Verdict::right : Verdict::asked, clear,
                "unclear (" + answer.intent + "): " + answer.doubt};
    }
    const auto arguments = arguments_of(*question, answer);
    if (answer.intent != expected) return {Verdict::wrong, clear, answer.intent + " " + arguments.dump()};
    const auto fault = mismatch(line.value("args", json::object()), arguments);
    return {fault.empty() ? Verdict::right : Verdict::wrong, clear, answer.intent + ": " + fault};
}

Judged judge_request(const Vocabulary& vocabulary, const json& line) {
    const auto reply = reply_text(line["text"].get<std::string>());
    const auto asking = read_request(vocabulary, fold(line["subject"].get<std::string>()), fold(reply.words));
    const auto read = std::string(asking == Asking::request   ? "request"
                                  : asking == Asking::unclear ? "unclear"
                                                              : "not");
    const auto expected = line["label"].get<std::string>();
    const auto verdict = read == expected    ? Verdict::right
                         : read == "request" ? Verdict::wrong
                                             : Verdict::asked;
    return {verdict, true, read};
}

Judged judge_danger(const Vocabulary& vocabulary, const json& line) {
    const auto danger = danger_in(vocabulary, fold(reply_text(line["text"].get<std::string>()).visible));
    const auto read = std::string(danger == Danger::strong ? "strong"
                                  : danger == Danger::weak ? "weak"
                                                           : "none");
    const auto expected = line["danger"].get<std::string>();
    const bool missed = (read == "none" && expected != "none") || (expected == "strong" && read != "strong");
    return {read == expected ? Verdict::right : missed ? Verdict::wrong : Verdict::asked, true, read};
}

void count(Tally& tally, const Judged& judged) {
    (judged.verdict == Verdict::right   ? tally.right
     : judged.verdict == Verdict::asked ? tally.asked
                                        : tally.wrong) += 1;
    if (!judged.clear) return;
    ++tally.clear;
    if (judged.verdict == Verdict::right) ++tally.clear_right;
}

std::string failure(const json& line, const Judged& judged) {
    const auto expected = line.contains("danger")  ? line["danger"].get<std::string>()
                          : line.contains("label") ? line["label"].get<std::string>()
                                                   : line["intent"].get<std::string>() + " " +
                                                         line.value("args", json::object()).dump();
    return std::string(judged.verdict == Verdict::wrong ? "WRONG " : "asked ") + line.value("id", "?") +
           " [" + line.value("situation", "") + "] expected " + expected + " | read " + judged.read + " | " +
           line.value("subject", "") + " " + json(line["text"]).dump();
}

}

RepliesScore score_replies(const Vocabulary& vocabulary, const std::string& file) {
    std::ifstream stream(file);
    if (!stream) throw std::runtime_error("cannot read " + file);
    RepliesScore score;
    std::string text;
    while (std::getline(stream, text)) {
        if (text.empty()) continue;
        const auto line = json::parse(text);
        const bool danger = line.contains("danger"), request = line.contains("label");
        const auto judged = danger    ? judge_danger(vocabulary, line)
                            : request ? judge_request(vocabulary, line)
                                      : judge_reply(vocabulary, line);
        const auto situation = danger ? "danger" : request ? "request" : line["situation"].get<std::string>();
        count(score.by_situation[situation], judged);
        count(score.total, judged);
        if (judged.verdict != Verdict::right) score.failures.push_back(failure(line, judged));
    }
    return score;
}

Vocabulary words_of_checkout() {
    Faults faults;
    auto vocabulary = load_words(std::string(TESTS_FOLDER) + "/../config/words", fold, faults);
    if (!faults.empty()) throw std::runtime_error(to_string(faults.front()));
    return vocabulary;
}

}
