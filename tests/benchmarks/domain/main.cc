// SPDX-License-Identifier: Apache-2.0
// What the domain takes for balances, breakdowns and postings: nanoseconds of CPU over ledgers of
// several lengths, as JSON lines. Google Benchmark's own flags narrow and lengthen it.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "domain/debt/accrual.h"
#include "domain/debt/itemisation.h"
#include "domain/debt/ledger.h"
#include "domain/debt/position.h"
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
  parley::bench::JsonLines reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
