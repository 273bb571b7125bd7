// SPDX-License-Identifier: MIT
// Learns config/words/danger.weights from the examples of tests/replies, by logistic regression over the
// terms of danger_terms. Always the same from the same examples. Usage:
//   weigh_danger REPLIES_FOLDER [--write WEIGHTS_FILE]
// Prints what the weights overlook, and where they alarm without need, on examples they were not learnt from
// (five folds): alone, and beside the tables.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "daemon/mail/fold.h"
#include "tests/tools/replies.h"
#include "workflow/reading/danger.h"
#include "workflow/reading/danger_weights.h"
#include "workflow/reading/reply_text.h"

namespace {

using namespace mentoring;

constexpr int rounds = 12;
constexpr std::size_t folds = 5;
constexpr int seen_min = 2;
constexpr float pace = 0.15F;
constexpr float sparing = 0.03F;  // what a term has to be worth
constexpr float decay = 2e-4F;
constexpr float ordinary_counts = 0.3F;  // an ordinary mail, by an example of the danger sets
constexpr float steepness = 3;           // of the root-normed sum
constexpr float kept_from = 0.3F;        // smaller weights are left out

struct Example {
    FoldedText text;
    std::vector<std::string> terms;
    Danger danger = Danger::none;
    bool ordinary = false;  // of the reply and request sets
};

Danger danger_named(const std::string& name) {
    return name == "strong" ? Danger::strong : name == "weak" ? Danger::weak : Danger::none;
}

Example example_of(const nlohmann::json& line) {
    Example example;
    const auto subject = line.value("subject", "");
    const auto visible = reply_text(line["text"].get<std::string>()).visible;
    example.text = fold(subject.empty() ? visible : subject + "\n" + visible);
    example.terms = danger_terms(tokens_of(example.text));
    example.ordinary = !line.contains("danger");
    if (!example.ordinary) example.danger = danger_named(line["danger"].get<std::string>());
    return example;
}

std::vector<Example> examples_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Example> examples;
    for (const auto& file : files) {
        std::ifstream stream(file);
        for (std::string line; std::getline(stream, line);)
            if (!line.empty()) examples.push_back(example_of(nlohmann::json::parse(line)));
    }
    return examples;
}

using Weights = std::map<std::string, float>;

// Stochastic gradient descent with a pace of its own for each term (AdaGrad).
class Learner {
public:
    explicit Learner(const std::vector<std::string>& terms) {
        for (const auto& term : terms) states_[term];
    }

    void learn(const std::vector<std::string>& terms, bool wanted, float counts) {
        const float norm = steepness / std::sqrt(static_cast<float>(terms.size()));
        float sum = 0;
        for (const auto& term : terms)
            if (const auto state = states_.find(term); state != states_.end()) sum += state->second.weight;
        const float error = (1 / (1 + std::exp(-sum * norm)) - (wanted ? 1.0F : 0.0F)) * counts;
        for (const auto& term : terms) {
            const auto known = states_.find(term);
            if (known == states_.end()) continue;
            auto& state = known->second;
            const float slope = error * norm + decay * state.weight;
            state.travelled += slope * slope;
            const float step = pace / std::sqrt(state.travelled);
            const float moved = state.weight - step * slope;
            state.weight = std::copysign(std::max(std::abs(moved) - step * sparing, 0.0F), moved);
        }
    }

    Weights weights() const {
        Weights result;
        for (const auto& [term, state] : states_) result[term] = state.weight * steepness;
        return result;
    }

private:
    struct State {
        float weight = 0, travelled = 1e-8F;
    };
    std::map<std::string, State> states_;
};

// What stands in one example only teaches nothing about the next.
std::vector<std::string> terms_of_several(const std::vector<const Example*>& examples) {
    std::map<std::string, int> seen;
    for (const auto* example : examples)
        for (const auto& term : example->terms) ++seen[term];
    std::vector<std::string> several;
    for (const auto& [term, times] : seen)
        if (times >= seen_min) several.push_back(term);
    return several;
}

Weights learnt(const std::vector<const Example*>& examples, Danger least) {
    Learner learner(terms_of_several(examples));
    auto order = examples;
    std::mt19937 chance(1);
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[chance() % i]);
        for (const auto* example : order)
            learner.learn(example->terms, example->danger >= least, example->ordinary ? ordinary_counts : 1);
    }
    return learner.weights();
}

using Learnt = std::map<std::string, DangerScore>;

Learnt learnt(const std::vector<const Example*>& examples) {
    const auto any = learnt(examples, Danger::weak), strong = learnt(examples, Danger::strong);
    Learnt kept;
    for (const auto& [term, weight] : any)
        if (std::max(std::abs(weight), std::abs(strong.at(term))) >= kept_from)
            kept[term] = {weight, strong.at(term)};
    return kept;
}

DangerWeights settled(const Learnt& learnt) {
    DangerWeights weights;
    for (const auto& [term, weight] : learnt) weights.add(term, weight);
    weights.settle();
    return weights;
}

struct Figures {
    int overlooked = 0, softened = 0, in_danger = 0, alarmed = 0, harmless = 0, disturbed = 0, ordinary = 0;
    int strongly = 0;
};

void count(Figures& figures, const Example& example, Danger heard) {
    if (example.ordinary) {
        ++figures.ordinary;
        figures.disturbed += heard != Danger::none ? 1 : 0;
    } else if (example.danger == Danger::none) {
        ++figures.harmless;
        figures.alarmed += heard != Danger::none ? 1 : 0;
        figures.strongly += heard == Danger::strong ? 1 : 0;
    } else {
        ++figures.in_danger;
        figures.overlooked += heard == Danger::none ? 1 : 0;
        figures.softened += example.danger == Danger::strong && heard == Danger::weak ? 1 : 0;
    }
}

void print(const char* name, const Figures& figures) {
    std::printf(
        "%-16s overlooked %d, softened %d of %d; alarmed by %d (strongly by %d) of %d harmless, by %d of %d "
        "ordinary\n",
        name, figures.overlooked, figures.softened, figures.in_danger, figures.alarmed, figures.strongly,
        figures.harmless, figures.disturbed, figures.ordinary);
}

void cross_validate(const std::vector<Example>& examples) {
    auto both = words_of_checkout();
    auto tables = both, alone = both;
    tables.danger_weights = {};
    alone.danger = {};
    Figures by_tables, by_weights, by_both;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<const Example*> others;
        for (std::size_t i = 0; i < examples.size(); ++i)
            if (i % folds != fold) others.push_back(&examples[i]);
        both.danger_weights = alone.danger_weights = settled(learnt(others));
        for (std::size_t i = fold; i < examples.size(); i += folds) {
            count(by_tables, examples[i], danger_in(tables, examples[i].text));
            count(by_weights, examples[i], danger_in(alone, examples[i].text));
            count(by_both, examples[i], danger_in(both, examples[i].text));
        }
    }
    print("tables alone", by_tables);
    print("weights alone", by_weights);
    print("both", by_both);
}

void write(const std::string& file, const Learnt& learnt) {
    std::ofstream stream(file);
    stream << "# What words weigh for danger: of either strength, for strong words, the term. Made by `./dev "
              "weigh` from\n"
              "# the examples of tests/replies; no word of a real person's mail is in it. \"a _ b\": one "
              "word between.\n";
    for (const auto& [term, weight] : learnt) {
        char columns[64];
        std::snprintf(columns, sizeof columns, "%.2f\t%.2f\t", static_cast<double>(weight.any),
                      static_cast<double>(weight.strong));
        stream << columns << term << '\n';
    }
    if (!stream.flush()) throw std::runtime_error(file + ": cannot be written");
}

}

int main(int count, char** arguments) {
    try {
        if (count != 2 && count != 4) {
            std::cerr << "weigh_danger REPLIES_FOLDER [--write WEIGHTS_FILE]\n";
            return 2;
        }
        const auto examples = examples_in(arguments[1]);
        cross_validate(examples);
        if (count == 2) return 0;
        std::vector<const Example*> all;
        for (const auto& example : examples) all.push_back(&example);
        write(arguments[3], learnt(all));
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
