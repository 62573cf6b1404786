// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/domain/ledgers.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

#include "absl/time/time.h"

namespace parley::bench {
namespace {

constexpr int kDaysBetween = 3;
constexpr std::int64_t kOpening = 1'000'000;

[[noreturn]] void Die(const absl::Status& status) {
  std::fprintf(stderr, "%s\n", status.ToString().c_str());
  std::exit(1);
}

template <typename T>
T Must(absl::StatusOr<T> result) {
  if (!result.ok()) Die(result.status());
  return *std::move(result);
}

EntryId NextId() {
  static std::uint64_t made = 0;
  return EntryId(Uuid::Version7(++made, {}));
}

Day Opened() { return Day(2024, 1, 1); }
Day DayOfEntry(int number) {
  return Opened() + kDaysBetween * static_cast<std::int64_t>(number - 1);
}

Stamp StampOn(Day day) {
  return {absl::FromCivil(day, absl::UTCTimeZone()) + absl::Hours(12), day, "bench"};
}

Fact FactNumbered(int number) {
  constexpr std::array kBuckets = {Bucket::kPrincipal, Bucket::kFees, Bucket::kCosts};
  Fact fact;
  fact.id = NextId();
  fact.external_ref = "ENTRY-" + std::to_string(number);
  fact.value_date = DayOfEntry(number);
  fact.amount = 1'000 + 7 * number;
  if (number % 2 == 0) {
    fact.kind = EntryKind::kCharge;
    fact.bucket = kBuckets.at(static_cast<std::size_t>(number / 2) % kBuckets.size());
  }
  return fact;
}

Fact PaymentOn(Day day) {
  Fact fact;
  fact.id = NextId();
  fact.external_ref = "PAYMENT";
  fact.value_date = day;
  fact.amount = 12'345;
  return fact;
}

}  // namespace

Ledger LedgerOf(int entries) {
  Placement placement{.currency = *Currency::Find("EUR")};
  placement.external_ref = "DEBT";
  placement.origin.original_creditor = "Invented Lender";
  placement.origin.product = "credit card";
  placement.itemisation_date = Opened();
  placement.opening[Bucket::kPrincipal] = kOpening;
  Posted opened = Must(OpenDebt(placement, StampOn(Opened()), NextId));
  Ledger ledger{std::move(opened.debt), std::move(opened.entries)};
  for (int number = 2; number <= entries; ++number) {
    const std::array facts = {FactNumbered(number)};
    Posted posted = Must(PostFacts(ledger.debt, facts, {}, StampOn(DayOfEntry(number)), NextId));
    ledger.debt = std::move(posted.debt);
    ledger.journal.push_back(std::move(posted.entries.front()));
  }
  return ledger;
}

Fact PaymentOnTop(const Ledger& ledger) { return PaymentOn(ledger.debt.last_value_date + 1); }

Fact PaymentInTheMiddle(const Ledger& ledger) {
  return PaymentOn(ledger.journal[ledger.journal.size() / 2].value_date);
}

absl::StatusOr<Posted> Post(const Ledger& ledger, const Fact& fact) {
  const std::span facts(&fact, 1);
  return PostFacts(ledger.debt, facts, ledger.journal, StampOn(ledger.debt.last_value_date + 1),
                   NextId);
}

}  // namespace parley::bench
