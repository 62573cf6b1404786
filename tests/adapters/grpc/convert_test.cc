// SPDX-License-Identifier: Apache-2.0
#include <google/protobuf/stubs/logging.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_debt.h"
#include "adapters/grpc/convert_debtor.h"
#include "adapters/grpc/convert_entry.h"
#include "adapters/grpc/wire_text.h"
#include "domain/debt/itemisation.h"
#include "parley/v1/itemisation.pb.h"
#include "tests/support/domain/builders.h"

// Values of enums cross the border by their numbers. Their names tell whether they arrive as what
// they were.
namespace parley::grpc_api {
namespace {

TEST(Conversion, KeepsTheMeaningOfABucket) {
  for (const Bucket bucket : kBuckets) {
    EXPECT_EQ(v1::Bucket_Name(WriteBucket(bucket)), "BUCKET_" + std::string(NameOf(bucket)));
    EXPECT_EQ(ReadBucket(WriteBucket(bucket)), bucket);
  }
  EXPECT_EQ(v1::Bucket_ARRAYSIZE, 1 + static_cast<int>(kBucketCount));
  EXPECT_FALSE(ReadBucket(v1::BUCKET_UNSPECIFIED).has_value());
}

TEST(Conversion, KeepsTheMeaningOfADebtsStatusAndDates) {
  Debt debt = ADebt();
  for (int i = 0; i < v1::DebtStatus_ARRAYSIZE - 1; ++i) {
    debt.status = static_cast<DebtStatus>(i);
    v1::Debt out;
    Write(debt, out);
    EXPECT_EQ(v1::DebtStatus_Name(out.status()), "DEBT_STATUS_" + std::string(NameOf(debt.status)));
  }
  for (int i = 1; i < v1::ItemisationDateKind_ARRAYSIZE; ++i) {
    debt.itemisation_kind = static_cast<ItemisationDateKind>(i);
    v1::Debt out;
    Write(debt, out);
    EXPECT_EQ(v1::ItemisationDateKind_Name(out.itemisation_date_kind()),
              "ITEMISATION_DATE_KIND_" + std::string(NameOf(debt.itemisation_kind)));
  }
}

TEST(Conversion, KeepsTheMeaningOfAnEntry) {
  for (int i = 1; i < v1::EntryKind_ARRAYSIZE; ++i) {
    const auto kind = static_cast<EntryKind>(i);
    EXPECT_EQ(v1::EntryKind_Name(WriteEntryKind(kind)), "ENTRY_KIND_" + std::string(NameOf(kind)));
  }
  for (int number = 1; number < v1::Account_ARRAYSIZE; ++number) {
    const auto account = AccountNumbered(number);
    EXPECT_EQ(account.has_value(), v1::Account_IsValid(number)) << number;
    if (!account.has_value()) continue;
    EXPECT_EQ(v1::Account_Name(static_cast<v1::Account>(*account)),
              "ACCOUNT_" + std::string(NameOf(*account)));
  }
}

TEST(Conversion, KeepsTheMeaningOfALineAndOfADebtorsKind) {
  for (int i = 1; i < v1::ItemisationLineKind_ARRAYSIZE; ++i) {
    EXPECT_EQ(v1::ItemisationLineKind_Name(i),
              "ITEMISATION_LINE_KIND_" + std::string(NameOf(static_cast<ItemisationKind>(i - 1))));
  }
  for (const DebtorKind kind : {DebtorKind::kNaturalPerson, DebtorKind::kOrganisation}) {
    EXPECT_EQ(v1::DebtorKind_Name(WriteDebtorKind(kind)),
              "DEBTOR_KIND_" + std::string(NameOf(kind)));
    EXPECT_EQ(ReadDebtorKind(WriteDebtorKind(kind)), kind);
  }
}

RC_GTEST_PROP(Conversion, KeepsInstantsToTheMicrosecond, ()) {
  const absl::Time time = absl::FromUnixMicros(
      *rc::gen::inRange<std::int64_t>(-62'135'596'800'000'000, 253'402'300'799'000'000));
  google::protobuf::Timestamp written;
  Write(time, written);
  Violations violations;
  RC_ASSERT(ReadTime(true, written, "time", violations) == time);
  RC_ASSERT(violations.empty());
}

TEST(Etags, AreStaleWhenNobodyGaveThem) {
  EXPECT_EQ(ReadEtag(""), std::nullopt);
  EXPECT_EQ(ReadEtag(WriteEtag(17)), 17);
  for (const char* text : {"x", "017", "+17", " 17", "99999999999999999999", "-2"}) {
    EXPECT_LT(ReadEtag(text).value(), 0) << text;
  }
}

// Whatever comes from the wire is read or refused, and never more than that.
RC_GTEST_PROP(WireText, ReadsAnyBytesWithoutHarm, (const std::string& bytes)) {
  const google::protobuf::LogSilencer quiet;
  v1::Debt message;
  Violations violations;
  const bool read = ParseWire(bytes, message, violations);
  RC_ASSERT(read || !violations.empty());
}

RC_GTEST_PROP(WireText, FindsEveryTextThatIsNotUtf8, (bool first, bool second, bool third)) {
  const google::protobuf::LogSilencer quiet;
  v1::Debt message;
  message.set_external_ref(first ? "\xff" : "fine");
  message.mutable_origin()->set_product(second ? "\xc3\x28" : "fine");
  message.mutable_origin()->add_transfers()->set_from_party("fine");
  message.mutable_origin()->add_transfers()->set_to_party(third ? "a\xed\xa0\x80" : "fine");
  v1::Debt read;
  Violations violations;
  RC_ASSERT(ParseWire(message.SerializeAsString(), read, violations));
  std::vector<Violation> expected;
  if (first) expected.push_back({"external_ref", Fault::kNotUtf8});
  if (second) expected.push_back({"origin.product", Fault::kNotUtf8});
  if (third) expected.push_back({"origin.transfers[1].to_party", Fault::kNotUtf8});
  RC_ASSERT(violations.all() == expected);
}

}  // namespace
}  // namespace parley::grpc_api
