// SPDX-License-Identifier: Apache-2.0
#include "tests/support/application/sample_statement.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/debt/accrual.h"
#include "domain/debt/debt.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

// A ledger that is kept in one go, long after it all happened.
class Ledger {
 public:
  explicit Ledger(const Placement& placement) {
    Keep(OpenDebt(placement, NextStamp(), NextIds()).value());
  }

  void Post(EntryKind kind, Day day, std::int64_t amount, std::string_view reason,
            std::optional<Bucket> bucket = std::nullopt) {
    Fact fact{.id = NumberedId<EntryId>(++last_id_), .value_date = day, .amount = amount};
    fact.kind = kind;
    fact.bucket = bucket;
    fact.reason = Secret(reason);
    fact.external_ref = absl::StrCat("FACT-", last_id_);
    Keep(PostFacts(*debt_, std::vector<Fact>{fact}, journal_, NextStamp(), NextIds()).value());
  }

  // Takes back the fact that was posted last.
  void Reverse(Day day, std::string_view reason) {
    EntryId reversed;
    for (const Entry& entry : journal_) {
      if (IsFact(entry)) reversed = entry.id;
    }
    Reversal reversal{.id = NumberedId<EntryId>(++last_id_), .reverses = reversed};
    reversal.value_date = day;
    reversal.reason = Secret(reason);
    Keep(PostReversal(*debt_, reversal, journal_, NextStamp(), NextIds()).value());
  }

  void PostInterestThrough(Day day) {
    Keep(PostInterest(*debt_, day, journal_, NextStamp(), NextIds()).value());
  }

  DebtJournal Take() { return {*std::move(debt_), "UTC", std::move(journal_)}; }

 private:
  void Keep(Posted posted) {
    debt_ = std::move(posted.debt);
    for (Entry& entry : posted.entries) journal_.push_back(std::move(entry));
  }

  Stamp NextStamp() {
    now_ += absl::Seconds(1);
    return {now_, Day(2027, 12, 31), "tests"};
  }
  EntryIdSource NextIds() {
    return [this] { return NumberedId<EntryId>(++last_id_); };
  }

  absl::Time now_ = absl::FromCivil(absl::CivilSecond(2026, 7, 1, 9, 30, 0), absl::UTCTimeZone());
  std::uint64_t last_id_ = 1000;
  std::optional<Debt> debt_;  // Once it is opened.
  std::vector<Entry> journal_;
};

InterestTerms FiveThenFourPercent() {
  InterestTerms terms;
  terms.rule = "contract-interest";
  terms.version = 2;
  terms.basis = "clause 7 of the agreement";
  terms.interest_from = Day(2025, 12, 31);
  terms.rates = {{Day(2025, 12, 31), 500'000'000}, {Day(2026, 4, 1), 425'000'000}};
  terms.cap = 50'000;
  return terms;
}

Placement APlacementToTell(Day opened) {
  Placement placement = APlacement();
  placement.external_ref = "CARD-0004-2026";
  placement.itemisation_date = opened;
  placement.origin = {};
  placement.origin.original_creditor = "Nowhere Card Company";
  placement.origin.product = "credit card";
  placement.origin.agreement_reference = Secret("CARD 0000 0004");
  return placement;
}

SampleStatement Issue(DebtJournal journal, Period period) {
  SampleStatement sample{{std::move(journal), {}, 0}, ACreditor(), ADebtor()};
  sample.creditor.display_name = "Imaginary Savings Bank";
  sample.debtor.display_name = Secret("Greta Erfunden");
  return ForPeriod(std::move(sample), period);
}

}  // namespace

SampleStatement ForPeriod(SampleStatement sample, Period period) {
  const DebtJournal& journal = sample.issued.journal;
  const absl::Time known_at = journal.debt.updated_time;
  sample.issued.statement = MakeStatement(journal.entries, period, known_at).value();
  sample.issued.accrued_interest =
      AccruedAsOf(journal.entries, journal.debt.rules, period.to, known_at).value();
  return sample;
}

SampleStatement AStatementOfHalfAYear() {
  Placement placement = APlacementToTell(Day(2025, 12, 31));
  placement.opening[Bucket::kPrincipal] = 120'000;
  placement.opening[Bucket::kFees] = 1'500;
  placement.rules.interest = FiveThenFourPercent();
  placement.rules.freezes = {{Day(2026, 3, 1), Day(2026, 3, 14)}};
  Ledger ledger(placement);
  ledger.Post(EntryKind::kPayment, Day(2026, 1, 20), 10'000, "Bank transfer, thank you.");
  ledger.Post(EntryKind::kFee, Day(2026, 2, 10), 500, "Copy of the agreement that you asked for.");
  ledger.Post(EntryKind::kPayment, Day(2026, 2, 16), 15'000, "Direct debit.");
  ledger.Reverse(Day(2026, 2, 18), "Returned by the bank. You pay nothing for that.");
  ledger.Post(EntryKind::kWaiver, Day(2026, 3, 2), 500, "The copy is free after all.",
              Bucket::kFees);
  ledger.Post(EntryKind::kPayment, Day(2026, 4, 20), 20'000, "Bank transfer, thank you.");
  ledger.Post(EntryKind::kPayment, Day(2026, 6, 10), 15'000, "Bank transfer, thank you.");
  ledger.PostInterestThrough(Day(2026, 6, 30));
  return Issue(ledger.Take(), {Day(2026, 1, 1), Day(2026, 6, 15)});
}

SampleStatement AStatementOfPayments(int payments, std::string_view currency) {
  std::int64_t unit = 1;
  for (int at = 0; at < CurrencyOf(currency).decimals(); ++at) unit *= 10;
  Placement placement = APlacementToTell(Day(2026, 1, 1));
  placement.currency = CurrencyOf(currency);
  placement.opening[Bucket::kPrincipal] = 123'456 * unit + (unit > 1 ? 7 : 0);
  Ledger ledger(placement);
  for (int at = 0; at < payments; ++at) {
    ledger.Post(EntryKind::kPayment, Day(2026, 1, 2) + at, unit,
                at % 3 == 0 ? "Standing order" : "");
  }
  return Issue(ledger.Take(), {Day(2026, 1, 2), Day(2026, 1, 2) + payments});
}

}  // namespace parley
