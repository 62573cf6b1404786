// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMON_VIOLATIONS_H_
#define PARLEY_DOMAIN_COMMON_VIOLATIONS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"

namespace parley {

// What is wrong with one field. Each has a name on the wire and a fixed sentence.
enum class Fault : std::uint8_t {
  kRequired,
  kMalformed,
  kTooLong,
  kOutOfRange,
  kNotUtf8,
  kControlCharacter,
  kNegative,
  kNotPositive,
  kDuplicate,
  kUnknownValue,
  kImmutable,
  kOutputOnly,
  kCurrencyUnknown,
  kCurrencyMismatch,
  kAmountTooPrecise,
  kAmountOutOfRange,
  kDateMalformed,
  kDateInFuture,
  kDateInPast,
  kDateBeforeOpening,
  kDateOrder,
  kRatesOverlap,
  kBucketMissing,
  kTimeZoneUnknown,
  kLanguageMalformed,
  kRegionMalformed,
  kReferenceUnknown,
  kRowWidth,
  kFilterInvalid,
  kDiffers,
  kNeedsRule,
  kOutsideContactHours,
};

struct FaultRow {
  Fault fault;
  std::string_view name;
  std::string_view text;
};

// Every fault once, in the order of the enum.
std::span<const FaultRow> FaultTable();

const FaultRow& RowOf(Fault fault);

struct Violation {
  std::string field;  // The path in the request, such as "entries[2].amount.currency_code".
  Fault fault;

  friend bool operator==(const Violation&, const Violation&) = default;
};

// Collects every malformed field of a request, so that a caller learns all of them at once.
class Violations {
 public:
  void Add(std::string field, Fault fault) { all_.push_back({std::move(field), fault}); }
  bool empty() const { return all_.empty(); }
  const std::vector<Violation>& all() const { return all_; }

  // OK when there is none, else INVALID_ARGUMENT with FIELD_INVALID and every violation.
  absl::Status ToStatus() const;

 private:
  std::vector<Violation> all_;
};

// Adds what is wrong with a field of which nothing is told yet: who judges a value after another
// one read it has nothing new to say of what did not read.
void AddOnce(Violations& violations, const std::string& field, Fault fault);
void AddOnce(Violations& violations, const Violations& more);

// The violations that a status from ToStatus carries; none for any other.
std::vector<Violation> ViolationsOf(const absl::Status& status);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMON_VIOLATIONS_H_
