// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/rpc/comparison.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string>

namespace parley::bench {
namespace {

constexpr int kRounds = 5;

Plan PlanOf(const nlohmann::json& json) {
  Plan plan;
  plan.debts = json.at("debts").get<std::vector<std::string>>();
  plan.currency = json.at("currency").get<std::string>();
  plan.value_date = json.at("value_date").get<std::string>();
  plan.ledgers = json.at("ledgers").get<std::vector<std::string>>();
  plan.from_date = json.at("from_date").get<std::string>();
  plan.to_date = json.at("to_date").get<std::string>();
  return plan;
}

std::chrono::milliseconds RoundOf(const nlohmann::json& json) {
  return std::chrono::milliseconds(
      static_cast<std::int64_t>(json.at("seconds").get<double>() * 1000));
}

double Thousandths(double value) { return std::round(value * 1000) / 1000; }

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.at(values.size() / 2);
}

// Keeps the order in which fields are set.
using Line = nlohmann::ordered_json;

void Print(const Line& line) { std::cout << line.dump() << std::endl; }

Line LineOf(Method method) { return {{"bench", "rpc"}, {"method", NameOf(method)}}; }

}  // namespace

Comparison::Comparison(const nlohmann::json& plan)
    : plan_(PlanOf(plan)),
      methods_(plan.at("methods").get<std::vector<std::string>>()),
      round_(RoundOf(plan)) {
  for (const auto& server : plan.at("servers")) {
    const Target target{server.at("name"), server.at("address"), server.at("token")};
    loads_.push_back(std::make_unique<Load>(target, plan_));
  }
}

void Comparison::Run() {
  for (const Method method :
       {Method::kGetDebt, Method::kGetStatement, Method::kEvaluateContact, Method::kPostEntries}) {
    if (std::count(methods_.begin(), methods_.end(), NameOf(method)) > 0) Run(method);
  }
}

void Comparison::Run(Method method) {
  for (const auto& load : loads_) load->Run(method, round_);  // Warms it up.
  std::vector<std::vector<Figures>> rounds;
  for (int round = 1; round <= kRounds; ++round) {
    std::vector<Figures>& figures = rounds.emplace_back(loads_.size());
    for (std::size_t turn = 0; turn < loads_.size(); ++turn) {
      // Each round begins with another server, so that none is always the one after.
      const std::size_t at = (turn + static_cast<std::size_t>(round)) % loads_.size();
      figures[at] = loads_[at]->Run(method, round_);
      Line line = LineOf(method);
      line["server"] = loads_[at]->target().name;
      line["round"] = round;
      line["calls_per_s"] = std::llround(figures[at].calls_per_s);
      line["p50_us"] = std::llround(figures[at].p50_us);
      line["p99_us"] = std::llround(figures[at].p99_us);
      line["answer_bytes"] = figures[at].answer_bytes;
      Print(line);
    }
  }
  for (std::size_t at = 1; at < loads_.size(); ++at) PrintRatios(method, rounds, at);
}

void Comparison::PrintRatios(Method method, const std::vector<std::vector<Figures>>& rounds,
                             std::size_t at) const {
  std::vector<double> calls;
  std::vector<double> p99;
  for (const std::vector<Figures>& round : rounds) {
    calls.push_back(round.at(at).calls_per_s / round.front().calls_per_s);
    p99.push_back(round.at(at).p99_us / round.front().p99_us);
  }
  Line line = LineOf(method);
  line["compared"] = loads_[at]->target().name + " to " + loads_.front()->target().name;
  line["calls_ratio"] = Thousandths(Median(calls));
  line["p99_ratio"] = Thousandths(Median(p99));
  Print(line);
}

}  // namespace parley::bench
