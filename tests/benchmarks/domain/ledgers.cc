// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/domain/ledgers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "absl/time/time.h"

namespace parley::bench {
namespace {

constexpr int kDaysBetween = 3;
constexpr std::int64_t kOpening = 1'000'000;
constexpr std::int64_t kLargeOpening = 100'000'000;  // More than all that is paid.
constexpr int kYears = 10;

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

Fact FactNumbered(int number, Day value_date) {
  constexpr std::array kBuckets = {Bucket::kPrincipal, Bucket::kFees, Bucket::kCosts};
  Fact fact;
  fact.id = NextId();
  fact.external_ref = "ENTRY-" + std::to_string(number);
  fact.value_date = value_date;
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

Ledger Open(Day day, std::int64_t principal, const LedgerRules& rules) {
  Placement placement{.currency = *Currency::Find("EUR")};
  placement.external_ref = "DEBT";
  placement.origin.original_creditor = "Invented Lender";
  placement.origin.product = "credit card";
  placement.itemisation_date = day;
  placement.opening[Bucket::kPrincipal] = principal;
  placement.rules = rules;
  Posted opened = Must(OpenDebt(placement, StampOn(day), NextId));
  return {std::move(opened.debt), std::move(opened.entries)};
}

void Add(const Fact& fact, Ledger& ledger) {
  const std::span facts(&fact, 1);
  Posted posted =
      Must(PostFacts(ledger.debt, facts, ledger.journal, StampOn(fact.value_date), NextId));
  ledger.debt = std::move(posted.debt);
  std::move(posted.entries.begin(), posted.entries.end(), std::back_inserter(ledger.journal));
}

// Each rate holds for a year.
LedgerRules FallingRates(Day opened) {
  InterestTerms terms{.rule = "late", .version = 1, .basis = "contract", .interest_from = opened};
  for (int year = 0; year < kYears; ++year) {
    terms.rates.push_back({opened + 365 * year, 900'000'000 - 50'000'000 * year});
  }
  return {.interest = terms};
}

}  // namespace

Ledger LedgerOf(int entries) {
  Ledger ledger = Open(Opened(), kOpening, {});
  for (int number = 2; number <= entries; ++number) {
    Add(FactNumbered(number, DayOfEntry(number)), ledger);
  }
  return ledger;
}

Ledger BearingLedgerOf(int entries) {
  // A payment brings a line of interest with it, and so does each of 120 months.
  const int facts = (entries - 12 * kYears) * 2 / 3;
  const int days_between = 365 * kYears / facts;
  const Day opened(2014, 1, 1);
  Ledger ledger = Open(opened, kLargeOpening, FallingRates(opened));
  for (int number = 2; std::ssize(ledger.journal) < entries; ++number) {
    Add(FactNumbered(number, opened + days_between * (number - 1)), ledger);
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
