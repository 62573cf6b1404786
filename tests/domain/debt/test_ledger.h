// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_DOMAIN_DEBT_TEST_LEDGER_H_
#define PARLEY_TESTS_DOMAIN_DEBT_TEST_LEDGER_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/ledger.h"
#include "domain/debt/quote.h"
#include "tests/support/domain/builders.h"

namespace parley {

Buckets InBuckets(std::initializer_list<std::pair<Bucket, std::int64_t>> units);
Position At(std::initializer_list<std::pair<Bucket, std::int64_t>> owed, std::int64_t credit = 0);

// The entry that a test calls by a small number.
EntryId E(std::uint64_t number);

// Facts of entry E(number).
Fact Charge(std::uint64_t number, Day day, std::int64_t amount, Bucket bucket = Bucket::kPrincipal);
Fact Payment(std::uint64_t number, Day day, std::int64_t amount);
Fact Credit(std::uint64_t number, Day day, std::int64_t amount, Bucket bucket = Bucket::kPrincipal);
Fact Fee(std::uint64_t number, Day day, std::int64_t amount);
Fact Waiver(std::uint64_t number, Day day, std::int64_t amount, std::optional<Bucket> bucket = {});
Fact WriteOff(std::uint64_t number, Day day, std::int64_t amount,
              std::optional<Bucket> bucket = {});
Fact Refund(std::uint64_t number, Day day, std::int64_t amount);

// 5 % a year by ACT/365F since TestLedger::kOpened, posted at each month's end: 365.00 bear 0.05 a
// day. The rule is "statutory", version 1.
InterestTerms FivePercent();
LedgerRules WithInterest(InterestTerms terms = FivePercent());
Placement APlacementBearing(const LedgerRules& rules, const Buckets& opening);

// A debt with its journal, kept as a store keeps them. Each change happens a second after the one
// before; one that is refused changes nothing.
class TestLedger {
 public:
  static constexpr Day kOpened = Day(2026, 1, 31);

  explicit TestLedger(const Buckets& opening, bool review = false);
  explicit TestLedger(const Placement& placement, absl::Time now = TestNow());

  absl::Status Post(std::vector<Fact> facts);
  absl::Status Reverse(std::uint64_t number, std::optional<Day> from = std::nullopt);
  absl::Status Undo(const Reversal& reversal);
  absl::Status PostInterestThrough(Day day);
  absl::Status Change(const LedgerRules& rules);
  // What any other verb made of the debt.
  absl::Status Keep(absl::StatusOr<Posted> posted);
  // Quotes what pays the debt off, as of a day.
  absl::StatusOr<Payoff> Quote(Day today, std::optional<Day> valid_until = std::nullopt);

  const Debt& debt() const { return debt_; }
  const std::vector<Entry>& journal() const { return journal_; }
  const Entry& entry(std::int64_t number) const;
  std::vector<const Entry*> corrections() const { return OfKind(EntryKind::kCorrection); }
  std::vector<const Entry*> OfKind(EntryKind kind) const;
  // The instant of the last change.
  absl::Time now() const { return now_; }
  void SetDebt(Debt debt) { debt_ = std::move(debt); }
  // The next change happens a second after this.
  void SetNow(absl::Time now) { now_ = now; }
  void SetToday(Day today) { today_ = today; }

  // As of the end of a day; by default as everything is known now.
  Position AsOf(Day day, absl::Time known_at = absl::InfiniteFuture()) const;
  std::int64_t BalanceAsOf(Day day, absl::Time known_at = absl::InfiniteFuture()) const;
  std::int64_t balance() const { return *Net(debt_.position); }
  // What is not sound between the journal and what the debt keeps; empty when all is.
  std::vector<Finding> Findings() const {
    return CheckJournal(journal_, debt_.rules, StandingOf(debt_));
  }

  Stamp NextStamp();
  EntryIdSource NextIds();

 private:
  absl::Time now_;
  Day today_ = TestToday();
  std::uint64_t made_ids_ = 100'000;
  std::vector<Entry> journal_;
  Debt debt_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_DOMAIN_DEBT_TEST_LEDGER_H_
