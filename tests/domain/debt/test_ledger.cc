// SPDX-License-Identifier: Apache-2.0
#include "tests/domain/debt/test_ledger.h"

#include <string>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

Fact FactOf(EntryKind kind, std::uint64_t number, Day day, std::int64_t amount) {
  return {.id = E(number),
          .external_ref = "FACT-" + std::to_string(number),
          .kind = kind,
          .value_date = day,
          .amount = amount};
}

}  // namespace

Buckets InBuckets(std::initializer_list<std::pair<Bucket, std::int64_t>> units) {
  Buckets buckets;
  for (const auto& [bucket, amount] : units) buckets[bucket] = amount;
  return buckets;
}

Position At(std::initializer_list<std::pair<Bucket, std::int64_t>> owed, std::int64_t credit) {
  return {InBuckets(owed), credit};
}

EntryId E(std::uint64_t number) { return NumberedId<EntryId>(number); }

Fact Charge(std::uint64_t number, Day day, std::int64_t amount, Bucket bucket) {
  Fact fact = FactOf(EntryKind::kCharge, number, day, amount);
  fact.bucket = bucket;
  return fact;
}

Fact Payment(std::uint64_t number, Day day, std::int64_t amount) {
  return FactOf(EntryKind::kPayment, number, day, amount);
}

Fact Credit(std::uint64_t number, Day day, std::int64_t amount, Bucket bucket) {
  Fact fact = FactOf(EntryKind::kCredit, number, day, amount);
  fact.bucket = bucket;
  return fact;
}

Fact Fee(std::uint64_t number, Day day, std::int64_t amount) {
  return FactOf(EntryKind::kFee, number, day, amount);
}

Fact Waiver(std::uint64_t number, Day day, std::int64_t amount, std::optional<Bucket> bucket) {
  Fact fact = FactOf(EntryKind::kWaiver, number, day, amount);
  fact.bucket = bucket;
  return fact;
}

Fact WriteOff(std::uint64_t number, Day day, std::int64_t amount, std::optional<Bucket> bucket) {
  Fact fact = FactOf(EntryKind::kWriteOff, number, day, amount);
  fact.bucket = bucket;
  return fact;
}

Fact Refund(std::uint64_t number, Day day, std::int64_t amount) {
  return FactOf(EntryKind::kRefund, number, day, amount);
}

InterestTerms FivePercent() {
  constexpr std::int64_t kUnits = 500'000'000;
  InterestTerms terms;
  terms.rule = "statutory";
  terms.version = 1;
  terms.basis = "section 9 of the invented contract";
  terms.interest_from = TestLedger::kOpened;
  terms.rates = {{TestLedger::kOpened, kUnits}};
  return terms;
}

LedgerRules WithInterest(InterestTerms terms) {
  LedgerRules rules;
  rules.interest = std::move(terms);
  return rules;
}

Placement APlacementBearing(const LedgerRules& rules, const Buckets& opening) {
  return APlacement().With(&Placement::rules, rules).With(&Placement::opening, opening);
}

TestLedger::TestLedger(const Buckets& opening, bool review)
    : TestLedger(APlacement()
                     .With(&Placement::opening, opening)
                     .With(&Placement::review, review)
                     .Build()) {}

TestLedger::TestLedger(const Placement& placement, absl::Time now)
    : now_(now), debt_(ADebt().Build()) {
  Posted posted = OpenDebt(placement, NextStamp(), NextIds()).value();
  debt_ = std::move(posted.debt);
  journal_ = std::move(posted.entries);
}

absl::Status TestLedger::Post(std::vector<Fact> facts) {
  // A journal that is not needed is not read.
  const std::vector<Entry> nothing;
  const bool needed = NeedsJournal(debt_, facts);
  return Keep(PostFacts(debt_, facts, needed ? journal_ : nothing, NextStamp(), NextIds()));
}

absl::Status TestLedger::Reverse(std::uint64_t number, std::optional<Day> from) {
  return Undo(
      {.id = EntryId(NumberedUuid(++made_ids_)), .reverses = E(number), .value_date = from});
}

absl::Status TestLedger::Undo(const Reversal& reversal) {
  return Keep(PostReversal(debt_, reversal, journal_, NextStamp(), NextIds()));
}

absl::Status TestLedger::PostInterestThrough(Day day) {
  const std::vector<Entry> nothing;
  const bool needed = NeedsJournalForInterest(debt_);
  return Keep(PostInterest(debt_, day, needed ? journal_ : nothing, NextStamp(), NextIds()));
}

absl::Status TestLedger::Change(const LedgerRules& rules) {
  return Keep(ChangeRules(debt_, rules, journal_, NextStamp(), NextIds()));
}

absl::StatusOr<Payoff> TestLedger::Quote(Day today, std::optional<Day> valid_until) {
  Stamp stamp = NextStamp();
  stamp.today = today;
  const QuoteRequest request{QuoteId(NumberedUuid(++made_ids_)), valid_until};
  PARLEY_ASSIGN_OR_RETURN(Quoted quoted, IssueQuote(debt_, request, journal_, stamp, NextIds()));
  PARLEY_RETURN_IF_ERROR(Keep(std::move(quoted.posted)));
  return quoted.payoff;
}

absl::Status TestLedger::Keep(absl::StatusOr<Posted> posted) {
  PARLEY_RETURN_IF_ERROR(posted.status());
  debt_ = std::move(posted->debt);
  journal_.insert(journal_.end(), posted->entries.begin(), posted->entries.end());
  return absl::OkStatus();
}

const Entry& TestLedger::entry(std::int64_t number) const {
  return journal_.at(static_cast<std::size_t>(number - 1));
}

std::vector<const Entry*> TestLedger::OfKind(EntryKind kind) const {
  std::vector<const Entry*> found;
  for (const Entry& entry : journal_) {
    if (entry.kind == kind) found.push_back(&entry);
  }
  return found;
}

Position TestLedger::AsOf(Day day, absl::Time known_at) const {
  return PositionAsOf(journal_, day, known_at).value();
}

std::int64_t TestLedger::BalanceAsOf(Day day, absl::Time known_at) const {
  return Net(AsOf(day, known_at)).value();
}

Stamp TestLedger::NextStamp() {
  now_ += absl::Seconds(1);
  return {now_, today_, "agent-1"};
}

EntryIdSource TestLedger::NextIds() {
  return [this] { return EntryId(NumberedUuid(++made_ids_)); };
}

}  // namespace parley
