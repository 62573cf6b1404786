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

absl::Status TestLedger::Keep(absl::StatusOr<Posted> posted) {
  PARLEY_RETURN_IF_ERROR(posted.status());
  debt_ = std::move(posted->debt);
  journal_.insert(journal_.end(), posted->entries.begin(), posted->entries.end());
  return absl::OkStatus();
}

const Entry& TestLedger::entry(std::int64_t number) const {
  return journal_.at(static_cast<std::size_t>(number - 1));
}

std::vector<const Entry*> TestLedger::corrections() const {
  std::vector<const Entry*> found;
  for (const Entry& entry : journal_) {
    if (entry.kind == EntryKind::kCorrection) found.push_back(&entry);
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
