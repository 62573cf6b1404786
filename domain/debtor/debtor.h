// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_DEBTOR_DEBTOR_H_
#define PARLEY_DOMAIN_DEBTOR_DEBTOR_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/common/violations.h"

namespace parley {

enum class DebtorKind : std::uint8_t { kNaturalPerson, kOrganisation };

std::string_view NameOf(DebtorKind kind);  // "NATURAL_PERSON".
std::optional<DebtorKind> DebtorKindNamed(std::string_view name);

// Someone who owes, jointly owes or guarantees: the root of everything recorded about them.
struct Debtor {
  DebtorId id;
  DebtorKind kind = DebtorKind::kNaturalPerson;
  std::vector<std::string> external_refs;  // How callers know them; each unique in the tenant.
  SensitiveText display_name;
  SensitiveText birth_date;  // ISO 8601, as exact as known: "1981", "1981-04" or "1981-04-02".
  std::string language;      // BCP 47; empty when unknown.
  std::string region;        // ISO 3166; empty when unknown.
  std::string time_zone;     // IANA; empty when unknown.
  // One more at each change of anything about this debtor; it orders all that happens to them.
  std::int64_t revision = 1;
  // The revision at which this record itself last changed; its etag.
  std::int64_t record_revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Debtor&, const Debtor&) = default;
};

// What stands for each text about a debtor who was erased.
inline constexpr std::string_view kErasedText = "[erased]";

// Adds what is wrong with a debtor's record; paths begin with `field`. Whether the time zone exists
// is for the caller to ask.
void CheckDebtor(const Debtor& debtor, const std::string& field, Violations& violations);

// Takes a stored debtor as it is. Errors: RECORD_CORRUPT when it breaks an invariant.
absl::StatusOr<Debtor> RestoreDebtor(Debtor debtor);

// "1981", "1981-04" or "1981-04-02".
bool IsPartialDate(std::string_view text);

}  // namespace parley

#endif  // PARLEY_DOMAIN_DEBTOR_DEBTOR_H_
