// SPDX-License-Identifier: MIT
#include "daemon/store/case_json.h"

#include <catch2/catch.hpp>

#include <random>

#include "tests/store/store_world.h"

namespace mentoring {

using namespace store_world;

namespace {

// Draws any value of each noun, odd ones among them.
class Lots {
public:
    explicit Lots(unsigned seed) : engine_(seed) {}

    int number(int most) { return std::uniform_int_distribution<int>(0, most)(engine_); }
    bool heads() { return number(1) == 1; }
    Instant instant() {
        return Instant{
            std::chrono::seconds{std::uniform_int_distribution<std::int64_t>(-9e9, 9e11)(engine_)}};
    }
    Date date() { return std::chrono::sys_days{std::chrono::days{number(40'000)}}; }
    std::string text() {
        static const std::vector<std::string> pieces{"",         "x",       "she wept", "\"\\\n\t{}",
                                                     "né à Œuf", "日本",    "😀",        std::string("\0", 1),
                                                     "| > -- ",  "\x7f\x1b"};
        std::string drawn;
        for (int count = number(4); count > 0; --count)
            drawn += pieces.at(static_cast<std::size_t>(number(9)));
        return drawn;
    }
    PersonId person() { return {std::uniform_int_distribution<std::int64_t>(0, INT64_MAX)(engine_)}; }
    template <class Draw>
    auto some(Draw draw) {
        std::vector<decltype(draw())> drawn;
        for (int count = number(3); count > 0; --count) drawn.push_back(draw());
        return drawn;
    }
    template <class Draw>
    auto perhaps(Draw draw) {
        return heads() ? std::optional(draw()) : std::nullopt;
    }
    std::set<std::string> texts() {
        const auto drawn = some([&] { return text(); });
        return {drawn.begin(), drawn.end()};
    }
    template <class Draw>
    auto named(Draw draw) {
        std::map<std::string, decltype(draw())> drawn;
        for (int count = number(3); count > 0; --count) drawn[text()] = draw();
        return drawn;
    }
    template <class Enum>
    Enum word() {
        return static_cast<Enum>(number(2));
    }

    Words words() { return {text(), person(), texts()}; }
    Rhythm rhythm() { return {number(9), word<Rhythm::Unit>()}; }
    MeetingMode mode() { return word<MeetingMode>(); }
    std::vector<std::optional<int>> ratings() {
        return some([&] { return perhaps([&] { return number(5); }); });
    }
    Pairing pairing() {
        return {number(9),
                person(),
                text(),
                text(),
                number(99),
                instant(),
                number(3),
                text(),
                text(),
                text(),
                perhaps([&] { return date(); }),
                texts(),
                perhaps([&] { return rhythm(); }),
                perhaps([&] { return date(); }),
                perhaps([&] { return date(); }),
                perhaps([&] { return instant(); }),
                heads(),
                some([&] {
                    return Meeting{date(), perhaps([&] { return mode(); })};
                }),
                named([&] { return words(); })};
    }
    Arguments arguments() {
        return {some([&] { return person(); }),
                word<InvitationOrder>(),
                person(),
                perhaps([&] { return date(); }),
                perhaps([&] { return mode(); }),
                perhaps([&] { return rhythm(); }),
                perhaps([&] { return number(99); }),
                ratings(),
                named([&] { return text(); }),
                text()};
    }
    Unproven unproven() {
        return {number(9),     person(), text(), {word<Clarity>(), text(), arguments(), text()},
                {number(999)}, instant()};
    }
    Case whole(int depth = 1) {
        Case drawn;
        drawn.id = {number(99'999)};
        drawn.program = text();
        drawn.version = number(9);
        drawn.number = text();
        drawn.mentee = person();
        drawn.state = text();
        drawn.step = number(99);
        drawn.steps = number(99);
        drawn.decisions = number(99);
        drawn.opened = instant();
        drawn.since = instant();
        drawn.owner = text();
        drawn.pairings = some([&] { return pairing(); });
        drawn.waits = some([&] { return Wait{number(9), text(), instant(), number(3)}; });
        drawn.words = named([&] { return words(); });
        drawn.suggested = some([&] { return person(); });
        drawn.not_to_ask = some([&] { return person(); });
        drawn.order = word<InvitationOrder>();
        drawn.invited_from = number(9);
        drawn.attachments = heads();
        drawn.anyone_is_fine = heads();
        const auto resting = some([&] { return person(); });
        drawn.danger_rest = {resting.begin(), resting.end()};
        drawn.ratings = ratings();
        drawn.excused = texts();
        drawn.concerns = some([&] { return Concern{number(9), instant(), heads()}; });
        drawn.unproven = perhaps([&] { return unproven(); });
        drawn.told = some([&] { return Told{number(9), text(), text(), instant(), person()}; });
        drawn.past = some([&] { return PastVisit{number(9), number(3), text()}; });
        drawn.resting = perhaps([&] { return Resting{person(), number(9), instant()}; });
        if (depth > 0 && heads()) drawn.before.push_back(whole(depth - 1));
        return drawn;
    }

private:
    std::mt19937 engine_;
};

bool same(const Answer& left, const Answer& right) {
    return left.clarity == right.clarity && left.intent == right.intent &&
           left.arguments == right.arguments && left.doubt == right.doubt;
}

bool same(const std::optional<Unproven>& left, const std::optional<Unproven>& right) {
    if (!left || !right) return left.has_value() == right.has_value();
    return left->step == right->step && left->by == right->by && left->role == right->role &&
           same(left->answer, right->answer) && left->mail == right->mail && left->until == right->until;
}

bool same(const Case& left, const Case& right) {
    const auto simple = [](const Case& of) {
        return std::tie(of.id, of.program, of.version, of.number, of.mentee, of.state, of.step, of.steps,
                        of.decisions, of.opened, of.since, of.owner, of.pairings, of.waits, of.words,
                        of.suggested, of.not_to_ask, of.order, of.invited_from, of.attachments,
                        of.anyone_is_fine, of.danger_rest, of.ratings, of.excused, of.concerns, of.told,
                        of.past, of.resting);
    };
    return simple(left) == simple(right) && same(left.unproven, right.unproven) &&
           std::equal(left.before.begin(), left.before.end(), right.before.begin(), right.before.end(),
                      [](const Case& one, const Case& two) { return same(one, two); });
}

}

TEST_CASE("Any case comes back as it was") {
    for (unsigned seed = 0; seed < 800; ++seed) {
        const Case drawn = Lots(seed).whole();
        const std::string json = to_json(drawn);
        const Case read = case_from_json(json);
        if (!same(drawn, read) || to_json(read) != json) {
            INFO(json);
            FAIL("the case drawn from lot " << seed << " changed");
        }
    }
}

TEST_CASE("Fields of a newer program are passed over, missing ones are fresh") {
    const Case read = case_from_json(R"({"format":1,"number":"2026-014","moon":{"phase":[1,2]},
        "pairings":[{"mentor":7,"new":true}],"order":"in-turn"})");
    CHECK(read.number == "2026-014");
    CHECK(read.order == InvitationOrder::in_turn);
    REQUIRE(read.pairings.size() == 1);
    CHECK(read.pairings[0].mentor == PersonId{7});
    CHECK(read.pairings[0].role == Pairing{}.role);
    CHECK(read.version == 1);
}

TEST_CASE("What is no case is refused without a word of it") {
    const std::string bad[] = {
        "",                                                     // nothing
        "{",                                                    // cut off
        "[]",                                                   // no object
        "{}",                                                   // no format
        R"({"format":2})",                                      // from the future
        R"({"format":"1"})",                                    // a format that is no number
        R"({"format":1,"number":5})",                           // of another kind
        R"({"format":1,"step":"secret"})",                      //
        R"({"format":1,"order":"secret"})",                     // no such word
        R"({"format":1,"pairings":{}})",                        // no list
        R"({"format":1,"pairings":[3]})",                       // no object
        R"({"format":1,"words":[]})",                           // no names
        R"({"format":1,"pairings":[{"until":"2026-02-30"}]})",  // no such day
        R"({"format":1,"danger_rest":"secret"})",               // no list
    };
    for (const std::string& json : bad) {
        INFO(json);
        try {
            case_from_json(json);
            FAIL("it was taken for a case");
        } catch (const CaseUnreadable& unreadable) {
            CHECK(std::string(unreadable.what()).find("secret") == std::string::npos);
        }
    }
}

TEST_CASE("Each field is kept under its own name") {
    Case kept;
    kept.step = 1;
    kept.steps = 2;
    kept.decisions = 3;
    kept.attachments = true;
    kept.opened = Instant{std::chrono::seconds{4}};
    kept.since = Instant{std::chrono::seconds{5}};
    kept.suggested = {{6}};
    kept.not_to_ask = {{7}};
    const std::string json = to_json(kept);
    for (const char* part : {R"("step":1)", R"("steps":2)", R"("decisions":3)", R"("attachments":true)",
                             R"("anyone_is_fine":false)", R"("opened":4)", R"("since":5)",
                             R"("suggested":[6])", R"("not_to_ask":[7])", R"("format":1)"})
        CHECK(json.find(part) != std::string::npos);
}

}
