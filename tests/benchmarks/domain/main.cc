// SPDX-License-Identifier: Apache-2.0
// What the domain takes for balances, breakdowns and postings over ledgers of several lengths, and
// for schedules of so many instalments: nanoseconds of CPU as JSON lines. Google Benchmark's own
// flags narrow and lengthen it.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "domain/debt/accrual.h"
#include "domain/debt/itemisation.h"
#include "domain/debt/ledger.h"
#include "domain/debt/position.h"
#include "domain/plan/schedule.h"
#include "tests/benchmarks/domain/ledgers.h"

namespace parley::bench {
namespace {

Ledger LedgerFor(const benchmark::State& state) {
  return LedgerOf(static_cast<int>(state.range(0)));
}

void Balance(benchmark::State& state) {
  const Ledger ledger = LedgerFor(state);
  for ([[maybe_unused]] auto turn : state) {
    const absl::StatusOr<Position> position =
        PositionAsOf(ledger.journal, ledger.debt.last_value_date);
    benchmark::DoNotOptimize(Net(*position));
  }
}

// A week after the last entry.
void BalanceAndAccrued(benchmark::State& state) {
  const Ledger ledger = BearingLedgerOf(static_cast<int>(state.range(0)));
  const Day as_of = ledger.debt.last_value_date + 7;
  for ([[maybe_unused]] auto turn : state) {
    const absl::StatusOr<Position> position = PositionAsOf(ledger.journal, as_of);
    benchmark::DoNotOptimize(Net(*position));
    benchmark::DoNotOptimize(AccruedAsOf(ledger.journal, ledger.debt.rules, as_of));
  }
}

void Breakdown(benchmark::State& state) {
  const Ledger ledger = LedgerFor(state);
  for ([[maybe_unused]] auto turn : state) {
    benchmark::DoNotOptimize(
        Itemise(ledger.debt, ledger.journal, ledger.debt.last_value_date, absl::InfiniteFuture()));
  }
}

void PostOnTop(benchmark::State& state) {
  const Ledger ledger = LedgerFor(state);
  const Fact fact = PaymentOnTop(ledger);
  for ([[maybe_unused]] auto turn : state) benchmark::DoNotOptimize(Post(ledger, fact));
}

void PostBackdated(benchmark::State& state) {
  const Ledger ledger = LedgerFor(state);
  const Fact fact = PaymentInTheMiddle(ledger);
  for ([[maybe_unused]] auto turn : state) benchmark::DoNotOptimize(Post(ledger, fact));
}

// 12,345.67 and fees of 50.00 at 5 %, due on the last of each month or the next business day.
ScheduleTerms TermsOfPlan(Remainder remainder) {
  ScheduleTerms terms;
  terms.start = Day(2026, 1, 15);
  terms.rhythm.frequency = Frequency::kMonthEnd;
  terms.rhythm.first_due = Day(2026, 1, 31);
  terms.rate.units = Rate::kUnitsPerOne / 20;
  terms.remainder = remainder;
  return terms;
}

void MeasureSchedule(benchmark::State& state, const ScheduleTerms& terms,
                     const ScheduleRequest& request) {
  Buckets owed;
  owed[Bucket::kPrincipal] = 1'234'567;
  owed[Bucket::kFees] = 5'000;
  for ([[maybe_unused]] auto turn : state) {
    benchmark::DoNotOptimize(MakeSchedule(owed, terms, request));
  }
}

void ScheduleOfAmount(benchmark::State& state) {
  constexpr std::int64_t kAmount = 13'150;  // 120 of them and a rest.
  MeasureSchedule(state, TermsOfPlan(Remainder::kLast), ByAmount{kAmount});
}

void ScheduleOfCount(benchmark::State& state) {
  MeasureSchedule(state, TermsOfPlan(Remainder::kLast), ByCount{static_cast<int>(state.range(0))});
}

void ScheduleOfCountOddFirst(benchmark::State& state) {
  MeasureSchedule(state, TermsOfPlan(Remainder::kFirst), ByCount{static_cast<int>(state.range(0))});
}

class JsonLines : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& /*context*/) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      std::printf("{\"bench\":\"domain\",\"name\":\"%s\",\"ns\":%.1f}\n",
                  run.benchmark_name().c_str(), run.GetAdjustedCPUTime());
    }
    std::fflush(stdout);
  }
};

}  // namespace
}  // namespace parley::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  using Measured = std::pair<const char*, void (*)(benchmark::State&)>;
  const std::array benchmarks = {Measured("balance", parley::bench::Balance),
                                 Measured("itemise", parley::bench::Breakdown),
                                 Measured("post_on_top", parley::bench::PostOnTop),
                                 Measured("post_backdated", parley::bench::PostBackdated)};
  for (const auto& [name, run] : benchmarks) {
    benchmark::RegisterBenchmark(name, run)->Arg(8)->Arg(60)->Arg(500);
  }
  benchmark::RegisterBenchmark("balance_and_accrued", parley::bench::BalanceAndAccrued)
      ->Arg(200)
      ->Arg(500);
  benchmark::RegisterBenchmark("schedule_of_amount", parley::bench::ScheduleOfAmount);
  benchmark::RegisterBenchmark("schedule_of_count", parley::bench::ScheduleOfCount)
      ->Arg(12)
      ->Arg(120);
  benchmark::RegisterBenchmark("schedule_of_count_odd_first",
                               parley::bench::ScheduleOfCountOddFirst)
      ->Arg(120);
  parley::bench::JsonLines reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
