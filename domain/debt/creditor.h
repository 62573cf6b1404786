// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBT_CREDITOR_H_
#define PARLEY_DOMAIN_DEBT_CREDITOR_H_

#include <cstdint>
#include <string>

#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/violations.h"
#include "domain/debt/settings.h"

namespace parley {

// The party to whom debts are owed now; a tenant has many.
struct Creditor {
  CreditorId id;
  std::string code;          // Unique in the tenant; how imports name it; never changes.
  std::string display_name;  // As debtors know it.
  std::string time_zone;  // IANA; required: dates its ledgers where a debtor's own zone is unknown.
  std::string language;   // BCP 47: in which it writes to whom speaks none that is known, or empty.
  CreditorSettings settings;
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Creditor&, const Creditor&) = default;
};

// Adds what is wrong with a creditor's record: a code is 1 to 64 of letters, digits, dots, dashes
// and underscores, begins with a letter or digit, and is matched exactly. Whether the time zone
// exists is for the caller to ask.
void CheckCreditor(const Creditor& creditor, const std::string& field, Violations& violations);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBT_CREDITOR_H_
