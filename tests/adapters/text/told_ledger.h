// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ADAPTERS_TEXT_TOLD_LEDGER_H_
#define PARLEY_TESTS_ADAPTERS_TEXT_TOLD_LEDGER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/text/catalogue.h"
#include "domain/debt/debt.h"

namespace parley {

// The words that the program is built with.
const text::Catalogue& Words();
inline constexpr const char* kLanguages[] = {"en", "es", "fr", "de"};

// 5 % a year by ACT/365F from the day on which the ledger is opened.
InterestTerms FivePercent();

// A debt whose journal is told.
class ToldLedger {
 public:
  static constexpr Day kOpened = Day(2026, 1, 31);

  ToldLedger(std::string_view currency, const Buckets& opening,
             std::optional<InterestTerms> terms = std::nullopt);

  // Gives the entry's number. The fact must be fine.
  std::int64_t Post(EntryKind kind, Day day, std::int64_t amount,
                    std::optional<Bucket> bucket = std::nullopt);
  void Reverse(std::int64_t number);
  void PostInterestThrough(Day day);

  const std::vector<Entry>& journal() const { return journal_; }
  const Entry& last() const { return journal_.back(); }
  const Entry& last(EntryKind kind) const;
  Currency currency() const { return debt_.currency; }

  std::string Tell(const Entry& entry, std::string_view language = "en") const;

 private:
  Stamp NextStamp();
  EntryIdSource NextIds();
  void Keep(absl::StatusOr<Posted> posted);

  std::uint64_t made_ids_ = 1000;
  absl::Time now_;
  Debt debt_;
  std::vector<Entry> journal_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_ADAPTERS_TEXT_TOLD_LEDGER_H_
