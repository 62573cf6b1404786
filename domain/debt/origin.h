// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_ORIGIN_H_
#define PARLEY_DOMAIN_DEBT_ORIGIN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/common/days.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"

namespace parley {

// What passed from one party to another.
enum class TransferKind : std::uint8_t { kOwnership = 1, kServicing = 2 };

// One link of the chain from the original creditor to the one of today.
struct Transfer {
  TransferKind kind = TransferKind::kOwnership;
  std::string from_party;
  std::string to_party;
  Day transfer_date;
  std::optional<Day> notice_date;  // When the debtor was told.

  friend bool operator==(const Transfer&, const Transfer&) = default;
};

// The creditor's own accounting write-off; the debt may still be owed.
struct ChargeOff {
  Day date;
  std::int64_t amount = 0;  // Minor units of the debt's currency.

  friend bool operator==(const ChargeOff&, const ChargeOff&) = default;
};

// Where a debt comes from: what a person needs to recognise it as theirs.
struct Origin {
  std::string original_creditor;
  std::string product;
  SensitiveText agreement_reference;
  std::optional<Day> agreement_date;
  std::string language = {};  // BCP 47: in which it was agreed; empty when nobody said.
  std::optional<Day> default_date;
  std::optional<Day> last_payment_date;
  std::optional<ChargeOff> charge_off;
  std::vector<Transfer> transfers;  // In the order in which they happened.

  friend bool operator==(const Origin&, const Origin&) = default;
};

// Adds what is wrong with an origin whose debt is placed on `today`; paths begin with `field`.
void CheckOrigin(const Origin& origin, Day today, const std::string& field, Violations& violations);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_ORIGIN_H_
