// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_DOMAIN_BUILDERS_H_
#define PARLEY_TESTS_SUPPORT_DOMAIN_BUILDERS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "absl/time/time.h"
#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/common/event.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/debt/creditor.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/position.h"
#include "domain/debtor/debtor.h"
#include "tests/support/domain/builder.h"

namespace parley {

// The identity that a test calls by a small number: NumberedId<DebtId>(7).
constexpr Uuid NumberedUuid(std::uint64_t number) {
  Uuid::Bytes bytes{};
  for (std::size_t at = bytes.size(); number != 0; number >>= 8U) {
    bytes.at(--at) = static_cast<std::uint8_t>(number & 0xFFU);
  }
  // The marks of version 7, so that the id passes wherever a made one does.
  bytes.at(6) = 0x70;
  bytes.at(8) |= 0x80U;
  return Uuid(bytes);
}
template <typename SomeId>
constexpr SomeId NumberedId(std::uint64_t number) {
  return SomeId(NumberedUuid(number));
}

// A fingerprint that a test calls by a small number; different numbers differ.
Fingerprint NumberedFingerprint(std::uint8_t number);

Currency CurrencyOf(std::string_view code);
Day DayOf(std::string_view text);  // "2026-11-22".
SensitiveText Secret(std::string_view text);

// Noon UTC of the day on which tests play, and that day.
absl::Time TestNow();
Day TestToday();

// Numbered things differ in id, reference and code, and belong to numbers 1 of the others.
Builder<Creditor> ACreditor(int number = 1);  // Code "CREDITOR-1".
Builder<Debtor> ADebtor(int number = 1);      // Reference "DEBTOR-1".
Builder<Debt> ADebt(int number = 1);          // Reference "DEBT-1"; owes 1000.00 EUR of principal.
Builder<Placement> APlacement(int number = 1);  // Of the same debt.

// Entry `number` of a journal, reference "ENTRY-<number>": a payment of principal.
Builder<Entry> AnEntry(int number = 1, std::int64_t minor_units = 10'000);
// A journal's first entry: a principal of so much.
Builder<Entry> AnOpening(std::int64_t principal = 100'000);

Builder<Event> AnEvent(int number = 1);

Position Owing(std::int64_t principal);
Position Holding(std::int64_t credit);

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_DOMAIN_BUILDERS_H_
