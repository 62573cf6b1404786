// SPDX-License-Identifier: Apache-2.0
#include "tests/adapters/text/told_ledger.h"

#include <algorithm>
#include <utility>

#include "application/words/entry_words.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

constexpr std::int64_t kFivePercent = 500'000'000;

}  // namespace

const text::Catalogue& Words() {
  static const text::Catalogue* const words = text::Catalogue::Load()->release();
  return *words;
}

InterestTerms FivePercent() {
  InterestTerms terms;
  terms.rule = "statutory";
  terms.version = 1;
  terms.interest_from = ToldLedger::kOpened;
  terms.rates = {{ToldLedger::kOpened, kFivePercent}};
  return terms;
}

ToldLedger::ToldLedger(std::string_view currency, const Buckets& opening,
                       std::optional<InterestTerms> terms)
    : now_(TestNow()), debt_(ADebt().Build()) {
  LedgerRules rules;
  rules.interest = std::move(terms);
  const Placement placement = APlacement()
                                  .With(&Placement::currency, CurrencyOf(currency))
                                  .With(&Placement::itemisation_date, kOpened)
                                  .With(&Placement::rules, rules)
                                  .With(&Placement::opening, opening)
                                  .Build();
  Keep(OpenDebt(placement, NextStamp(), NextIds()));
}

std::int64_t ToldLedger::Post(EntryKind kind, Day day, std::int64_t amount,
                              std::optional<Bucket> bucket) {
  const Fact fact{.id = NextIds()(),
                  .external_ref = "FACT-" + std::to_string(made_ids_),
                  .kind = kind,
                  .value_date = day,
                  .amount = amount,
                  .bucket = bucket};
  Keep(PostFacts(debt_, {&fact, 1}, journal_, NextStamp(), NextIds()));
  return std::find_if(journal_.begin(), journal_.end(),
                      [&](const Entry& entry) { return entry.id == fact.id; })
      ->number;
}

void ToldLedger::Reverse(std::int64_t number) {
  const Reversal reversal{.id = NextIds()(),
                          .reverses = journal_.at(static_cast<std::size_t>(number) - 1).id};
  Keep(PostReversal(debt_, reversal, journal_, NextStamp(), NextIds()));
}

void ToldLedger::PostInterestThrough(Day day) {
  Keep(PostInterest(debt_, day, journal_, NextStamp(), NextIds()));
}

const Entry& ToldLedger::last(EntryKind kind) const {
  return *std::find_if(journal_.rbegin(), journal_.rend(),
                       [&](const Entry& entry) { return entry.kind == kind; });
}

std::string ToldLedger::Tell(const Entry& entry, std::string_view language) const {
  const auto linked = std::find_if(journal_.begin(), journal_.end(),
                                   [&](const Entry& other) { return other.id == entry.linked; });
  return TellEntry(entry, linked == journal_.end() ? nullptr : &*linked, debt_.currency,
                   Words().In(language));
}

Stamp ToldLedger::NextStamp() {
  now_ += absl::Seconds(1);
  return {now_, Day(2030, 1, 1), "agent-1"};
}

EntryIdSource ToldLedger::NextIds() {
  return [this] { return NumberedId<EntryId>(++made_ids_); };
}

void ToldLedger::Keep(absl::StatusOr<Posted> posted) {
  debt_ = std::move(posted->debt);
  journal_.insert(journal_.end(), posted->entries.begin(), posted->entries.end());
}

}  // namespace parley
