// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

// A call that is wrong in every way is told of the first; put that right, and it is told of the
// next.
TEST(OrderOfChecks, IsCredentialsPermissionShapeIdempotencyExistenceStateVersion) {
  ServedWorld served;
  const Debtor debtor = served.world.MakeDebtor("customer-1");
  const Debt active = served.world.Place(debtor, "loan-1", 10'000);
  const std::string method = "DebtService/PostEntries";
  ASSERT_TRUE(served.Call(method, APostEntries(active, "payment-1", 1)).status.ok());

  v1::PlaceDebtRequest place = APlaceDebt(served.world, debtor.id, "loan-2", 2);
  place.set_review(true);
  v1::RejectPlacementRequest reject;
  reject.set_name(served.Call("DebtService/PlaceDebt", place).As<v1::Debt>().name());
  reject.set_reason("not ours");
  reject.set_request_id(RequestIdText(3));
  ASSERT_TRUE(served.Call("DebtService/RejectPlacement", reject).status.ok());

  v1::PostEntriesRequest request = APostEntries(active, "payment-2", 1);
  request.set_name(NameOfDebtor(debtor.id) + "/debts/" + NumberedUuid(9).ToString());
  request.set_etag("999");
  request.mutable_entries(0)->set_value_date("someday");
  served.GiveToken("reader", "parley.debt.read");
  EXPECT_EQ(served.Call(method, request, {.token = ""}).reason(), "CREDENTIALS_INVALID");
  EXPECT_EQ(served.Call(method, request, {.token = "reader"}).reason(), "ACCESS_DENIED");
  EXPECT_EQ(served.Call(method, request).reason(), "FIELD_INVALID");
  request.mutable_entries(0)->set_value_date("2026-02-01");
  EXPECT_EQ(served.Call(method, request).reason(), "REQUEST_ID_REUSED");
  request.set_request_id(RequestIdText(4));
  EXPECT_EQ(served.Call(method, request).reason(), "DEBT_NOT_FOUND");
  request.set_name(reject.name());
  EXPECT_EQ(served.Call(method, request).reason(), "DEBT_CLOSED_TO_ENTRIES");
  request.set_name(NameOfDebt(active));
  EXPECT_EQ(served.Call(method, request).reason(), "ETAG_STALE");
  request.clear_etag();
  EXPECT_TRUE(served.Call(method, request).status.ok());
}

}  // namespace
}  // namespace parley
