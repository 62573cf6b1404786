// SPDX-License-Identifier: Apache-2.0
#include "domain/common/violations.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/status_payload.h"

namespace parley {
namespace {

constexpr std::string_view kViolationsPayload = "parley/violations";

constexpr auto kTable = std::to_array<FaultRow>({
    {Fault::kRequired, "REQUIRED", "The field is required."},
    {Fault::kMalformed, "MALFORMED", "The value does not have the field's form."},
    {Fault::kTooLong, "TOO_LONG", "The value is longer than the field may be."},
    {Fault::kOutOfRange, "OUT_OF_RANGE", "The value is outside the field's range."},
    {Fault::kNotUtf8, "NOT_UTF8", "The text is not valid UTF-8."},
    {Fault::kControlCharacter, "CONTROL_CHARACTER",
     "The text holds a NUL or another control character."},
    {Fault::kNegative, "NEGATIVE", "The value must not be negative."},
    {Fault::kNotPositive, "NOT_POSITIVE", "The amount must be above zero."},
    {Fault::kDuplicate, "DUPLICATE", "The value stands twice in the request."},
    {Fault::kUnknownValue, "UNKNOWN_VALUE", "The value is none of the field's values."},
    {Fault::kImmutable, "IMMUTABLE", "The field cannot be changed."},
    {Fault::kOutputOnly, "OUTPUT_ONLY", "The field is set by the server alone."},
    {Fault::kCurrencyUnknown, "CURRENCY_UNKNOWN", "The code is no ISO 4217 currency in use."},
    {Fault::kCurrencyMismatch, "CURRENCY_MISMATCH", "The currency is not the debt's."},
    {Fault::kAmountTooPrecise, "AMOUNT_TOO_PRECISE",
     "The amount has more decimals than its currency."},
    {Fault::kAmountOutOfRange, "AMOUNT_OUT_OF_RANGE",
     "The amount is larger than the ledger can hold."},
    {Fault::kDateMalformed, "DATE_MALFORMED", "The value is no ISO 8601 date."},
    {Fault::kDateInFuture, "DATE_IN_FUTURE", "The date lies in the future."},
    {Fault::kDateInPast, "DATE_IN_PAST", "The date lies in the past."},
    {Fault::kDateBeforeOpening, "DATE_BEFORE_OPENING", "The date lies before the debt's opening."},
    {Fault::kDateOrder, "DATE_ORDER", "The period ends before it begins."},
    {Fault::kRatesOverlap, "RATES_OVERLAP",
     "The rate does not begin after the one before it: two would apply to one day."},
    {Fault::kBucketMissing, "BUCKET_MISSING", "The list does not name each bucket once."},
    {Fault::kTimeZoneUnknown, "TIME_ZONE_UNKNOWN", "The value is no IANA time zone."},
    {Fault::kLanguageMalformed, "LANGUAGE_MALFORMED", "The value is no BCP 47 language tag."},
    {Fault::kRegionMalformed, "REGION_MALFORMED", "The value is no ISO 3166 region."},
    {Fault::kReferenceUnknown, "REFERENCE_UNKNOWN", "The reference names nothing that is known."},
    {Fault::kRowWidth, "ROW_WIDTH", "The row has another number of fields than the header."},
    {Fault::kFilterInvalid, "FILTER_INVALID", "The filter is none that this list understands."},
    {Fault::kDiffers, "DIFFERS", "The value differs from the record, which stays as it is."},
    {Fault::kNeedsRule, "NEEDS_RULE",
     "A charge raises principal: a fee, costs and a penalty name a rule, and interest follows from "
     "the terms."},
    {Fault::kOutsideContactHours, "OUTSIDE_CONTACT_HOURS",
     "The rules of contact put off a call at that time: choose another one."},
});

std::optional<Fault> FaultNamed(std::string_view name) {
  for (const FaultRow& row : kTable) {
    if (row.name == name) return row.fault;
  }
  return std::nullopt;
}

}  // namespace

std::span<const FaultRow> FaultTable() { return kTable; }

const FaultRow& RowOf(Fault fault) { return kTable.at(static_cast<std::size_t>(fault)); }

absl::Status Violations::ToStatus() const {
  if (all_.empty()) return absl::OkStatus();
  std::string message(RowOf(Reason::kFieldInvalid).text);
  PayloadPairs pairs;
  for (const Violation& violation : all_) {
    const std::string name(RowOf(violation.fault).name);
    absl::StrAppend(&message, " ", violation.field, ": ", name, ".");
    pairs.emplace_back(violation.field, name);
  }
  absl::Status status = Refuse(Reason::kFieldInvalid, message);
  SetPayloadPairs(status, kViolationsPayload, pairs);
  return status;
}

void AddOnce(Violations& violations, const std::string& field, Fault fault) {
  const std::vector<Violation>& all = violations.all();
  const bool known = std::any_of(
      all.begin(), all.end(), [&](const Violation& violation) { return violation.field == field; });
  if (!known) violations.Add(field, fault);
}

void AddOnce(Violations& violations, const Violations& more) {
  for (const Violation& violation : more.all()) {
    AddOnce(violations, violation.field, violation.fault);
  }
}

std::vector<Violation> ViolationsOf(const absl::Status& status) {
  std::vector<Violation> violations;
  for (const auto& [field, name] : GetPayloadPairs(status, kViolationsPayload)) {
    const std::optional<Fault> fault = FaultNamed(name);
    if (fault.has_value()) violations.push_back({field, *fault});
  }
  return violations;
}

}  // namespace parley
