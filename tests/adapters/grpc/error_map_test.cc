// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/error_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/violations.h"
#include "google/rpc/error_details.pb.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley::grpc_api {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

Reply Mapped(const absl::Status& status) { return {ToGrpcStatus(status, "incident-1"), ""}; }

TEST(ErrorMap, GivesEachReasonItsCodeAndName) {
  for (const ReasonRow& row : ReasonTable()) {
    const Reply reply = Mapped(Refuse(row.reason));
    EXPECT_EQ(static_cast<int>(reply.status.error_code()), static_cast<int>(row.code)) << row.name;
    EXPECT_EQ(reply.reason(), row.name);
    EXPECT_EQ(reply.detail<google::rpc::LocalizedMessage>()->message(), row.text);
    EXPECT_EQ(reply.detail<google::rpc::PreconditionFailure>().has_value(),
              row.code == absl::StatusCode::kFailedPrecondition)
        << row.name;
  }
}

TEST(ErrorMap, TellsWhatARefusalIsAbout) {
  const Reply reply = Mapped(Refuse(Reason::kEtagStale, {}, {{"current_etag", "7"}}));
  EXPECT_THAT(reply.metadata(), ElementsAre(Pair("current_etag", "7")));
}

TEST(ErrorMap, ShowsNothingOfWhatBrokeButTheIncident) {
  for (const absl::Status& status :
       {absl::InternalError("secret"), absl::UnknownError("secret"),
        absl::NotFoundError("secret without a reason"),
        Refuse(Reason::kRecordCorrupt, "secret", {{"debt", "secret"}})}) {
    EXPECT_TRUE(IsIncident(status));
    const Reply reply = Mapped(status);
    EXPECT_THAT(reply.metadata(), ElementsAre(Pair("incident", "incident-1")));
    EXPECT_THAT(reply.status.error_message(), Not(HasSubstr("secret")));
    EXPECT_THAT(reply.status.error_details(), Not(HasSubstr("secret")));
  }
  EXPECT_EQ(Mapped(absl::NotFoundError("x")).status.error_code(), grpc::StatusCode::INTERNAL);
}

TEST(ErrorMap, SaysWhenToTryAgain) {
  const auto quota = Mapped(RefuseForNow(absl::Milliseconds(1'250)));
  EXPECT_EQ(quota.reason(), "QUOTA_EXCEEDED");
  const auto wait = quota.detail<google::rpc::RetryInfo>()->retry_delay();
  EXPECT_EQ(wait.seconds(), 1);
  EXPECT_EQ(wait.nanos(), 250'000'000);
  EXPECT_GT(Mapped(Refuse(Reason::kStoreUnavailable))
                .detail<google::rpc::RetryInfo>()
                ->retry_delay()
                .seconds(),
            0);
  // What is too large stays too large.
  EXPECT_FALSE(Mapped(Refuse(Reason::kQuotaExceeded)).detail<google::rpc::RetryInfo>().has_value());
}

TEST(ErrorMap, ListsMalformedFieldsWithTheirCodeAndSentence) {
  Violations violations;
  violations.Add("entries[2].amount.currency_code", Fault::kCurrencyUnknown);
  const Reply reply = Mapped(violations.ToStatus());
  EXPECT_THAT(reply.violations(),
              ElementsAre(Pair("entries[2].amount.currency_code", "CURRENCY_UNKNOWN")));
  EXPECT_EQ(reply.detail<google::rpc::BadRequest>()->field_violations(0).description(),
            RowOf(Fault::kCurrencyUnknown).text);
}

TEST(ErrorMap, StaysSmallerThanClientsTake) {
  Violations violations;
  for (int i = 0; i < 500; ++i) violations.Add(absl::StrCat("entries[", i, "]"), Fault::kRequired);
  const Reply reply = Mapped(violations.ToStatus());
  EXPECT_GT(reply.violations().size(), 30U);
  EXPECT_EQ(reply.metadata().at("violations_left_out"),
            absl::StrCat(500 - reply.violations().size()));
  // In base64, and with the message beside it.
  EXPECT_LT(reply.status.error_details().size() * 4 / 3 + reply.status.error_message().size(),
            std::size_t{7} << 10U);
}

TEST(ErrorMap, LeavesWhatWentWellAlone) {
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus(), "").ok());
  EXPECT_THAT(ToGrpcStatus(absl::OkStatus(), "").error_details(), IsEmpty());
}

}  // namespace
}  // namespace parley::grpc_api
