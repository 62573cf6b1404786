// SPDX-License-Identifier: Apache-2.0
#include "domain/common/violations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>

#include "domain/common/reason.h"

namespace parley {
namespace {

using ::testing::HasSubstr;

// The names on the wire, in the order of the enum. Clients branch on them.
constexpr auto kNames = std::to_array<std::string_view>(
    {"REQUIRED",           "MALFORMED",         "TOO_LONG",           "OUT_OF_RANGE",
     "NOT_UTF8",           "CONTROL_CHARACTER", "NEGATIVE",           "NOT_POSITIVE",
     "DUPLICATE",          "UNKNOWN_VALUE",     "IMMUTABLE",          "OUTPUT_ONLY",
     "CURRENCY_UNKNOWN",   "CURRENCY_MISMATCH", "AMOUNT_TOO_PRECISE", "AMOUNT_OUT_OF_RANGE",
     "DATE_MALFORMED",     "DATE_IN_FUTURE",    "DATE_IN_PAST",       "DATE_BEFORE_OPENING",
     "DATE_ORDER",         "RATES_OVERLAP",     "BUCKET_MISSING",     "TIME_ZONE_UNKNOWN",
     "LANGUAGE_MALFORMED", "REGION_MALFORMED",  "REFERENCE_UNKNOWN",  "ROW_WIDTH",
     "FILTER_INVALID",     "DIFFERS",           "NEEDS_RULE",         "OUTSIDE_CONTACT_HOURS"});

TEST(FaultTable, HasOneRowForEachFaultInItsPlace) {
  ASSERT_EQ(FaultTable().size(), static_cast<std::size_t>(Fault::kOutsideContactHours) + 1);
  ASSERT_EQ(FaultTable().size(), kNames.size());
  for (std::size_t at = 0; at < FaultTable().size(); ++at) {
    const auto fault = static_cast<Fault>(at);
    EXPECT_EQ(FaultTable()[at].fault, fault) << at;
    EXPECT_EQ(RowOf(fault).fault, fault) << at;
    EXPECT_EQ(RowOf(fault).name, kNames.at(at)) << at;
  }
}

TEST(FaultTable, SaysASentenceOfItsOwnForEach) {
  std::set<std::string_view> texts;
  for (const FaultRow& row : FaultTable()) {
    EXPECT_TRUE(row.text.size() > 10 && row.text.back() == '.') << row.name;
    EXPECT_TRUE(texts.insert(row.text).second) << row.name;
  }
}

TEST(Violations, AreNoErrorWhenThereIsNone) {
  const Violations none;
  EXPECT_TRUE(none.empty());
  EXPECT_TRUE(none.ToStatus().ok());
  EXPECT_TRUE(ViolationsOf(none.ToStatus()).empty());
}

TEST(Violations, AreAllToldAtOnceInTheirOrder) {
  Violations violations;
  violations.Add("entries[2].amount.currency_code", Fault::kCurrencyUnknown);
  violations.Add("page_size", Fault::kNegative);
  violations.Add("page_size", Fault::kOutOfRange);
  EXPECT_FALSE(violations.empty());
  const absl::Status status = violations.ToStatus();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ReasonOf(status), Reason::kFieldInvalid);
  EXPECT_EQ(ViolationsOf(status),
            (std::vector<Violation>{{"entries[2].amount.currency_code", Fault::kCurrencyUnknown},
                                    {"page_size", Fault::kNegative},
                                    {"page_size", Fault::kOutOfRange}}));
  EXPECT_EQ(ViolationsOf(status), violations.all());
}

TEST(Violations, AreReadableInTheMessage) {
  Violations violations;
  violations.Add("debt.external_ref", Fault::kRequired);
  const absl::Status status = violations.ToStatus();
  EXPECT_THAT(std::string(status.message()), HasSubstr("debt.external_ref"));
  EXPECT_THAT(std::string(status.message()), HasSubstr("REQUIRED"));
}

TEST(Violations, OfEveryFaultArriveWhereTheStatusIsRead) {
  Violations violations;
  for (const FaultRow& row : FaultTable()) violations.Add("field", row.fault);
  EXPECT_EQ(ViolationsOf(violations.ToStatus()), violations.all());
}

TEST(ViolationsOf, FindsNoneInAnyOtherStatus) {
  EXPECT_TRUE(ViolationsOf(absl::InvalidArgumentError("page_size: NEGATIVE")).empty());
  EXPECT_TRUE(ViolationsOf(Refuse(Reason::kFieldInvalid)).empty());
}

TEST(AddOnce, LeavesAFieldThatIsToldOfAsItIs) {
  Violations violations;
  violations.Add("amount", Fault::kMalformed);
  Violations more;
  more.Add("amount", Fault::kNotPositive);
  more.Add("bucket", Fault::kUnknownValue);
  AddOnce(violations, more);
  EXPECT_EQ(violations.all(), (std::vector<Violation>{{"amount", Fault::kMalformed},
                                                      {"bucket", Fault::kUnknownValue}}));
}

}  // namespace
}  // namespace parley
