// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

class Lists : public ::testing::Test {
 public:
  Lists() {
    for (int i = 0; i < 5; ++i) {
      served_.world.Place(debtor_, absl::StrCat("loan-", i), 1'000 * (i + 1));
    }
  }

  Reply List(const v1::ListDebtsRequest& request, const CallOptions& options = {}) {
    return served_.Call("DebtService/ListDebts", request, options);
  }

  v1::ListDebtsRequest Request(const std::string& filter = "") const {
    v1::ListDebtsRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    request.set_filter(filter);
    return request;
  }

  std::set<std::string> Refs(const std::string& filter) {
    std::set<std::string> found;
    const Reply reply = List(Request(filter));
    EXPECT_TRUE(reply.status.ok()) << filter << ": " << reply.status.error_message();
    const auto page = reply.As<v1::ListDebtsResponse>();
    for (const v1::Debt& debt : page.debts()) {
      found.insert(debt.external_ref());
    }
    return found;
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
};

TEST_F(Lists, GoOnPageByPageUntilAllIsShown) {
  v1::ListDebtsRequest request = Request();
  request.set_page_size(2);
  std::vector<std::string> names;
  std::vector<int> sizes;
  do {
    const auto page = List(request).As<v1::ListDebtsResponse>();
    for (const v1::Debt& debt : page.debts()) names.push_back(debt.name());
    sizes.push_back(page.debts_size());
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_THAT(sizes, ElementsAre(2, 2, 1));
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 5U);
}

TEST_F(Lists, EndWithoutATokenWhenAPageIsFull) {
  v1::ListDebtsRequest request = Request();
  request.set_page_size(5);
  EXPECT_EQ(List(request).As<v1::ListDebtsResponse>().next_page_token(), "");
}

TEST_F(Lists, TakeATokenForTheSameListAndCallerAlone) {
  v1::ListDebtsRequest request = Request("balance.currency_code = \"EUR\"");
  request.set_page_size(2);
  const std::string token = List(request).As<v1::ListDebtsResponse>().next_page_token();
  request.set_page_token(token);
  EXPECT_TRUE(List(request).status.ok());

  v1::ListDebtsRequest tampered = request;
  tampered.mutable_page_token()->back() ^= 1;
  v1::ListDebtsRequest other_filter = request;
  other_filter.set_filter("status = ACTIVE");
  v1::ListDebtsRequest other_parent = request;
  other_parent.set_parent("debtors/-");
  v1::ListDebtsRequest made_up = request;
  made_up.set_page_token("abc");
  for (const v1::ListDebtsRequest& bad : {tampered, other_filter, other_parent, made_up}) {
    const Reply reply = List(bad);
    EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_EQ(reply.reason(), "PAGE_TOKEN_INVALID");
  }
  served_.GiveToken("colleague", kEveryScope);
  EXPECT_EQ(List(request, {.token = "colleague"}).reason(), "PAGE_TOKEN_INVALID");
  Caller stranger{.tenant = NumberedId<TenantId>(2),
                  .principal = "token",
                  .scopes = {"parley.debt.read"},
                  .debtor = std::nullopt,
                  .expires = absl::InfiniteFuture()};
  served_.world.database.CreateTenant(stranger.tenant);
  served_.authenticator.GiveOut("stranger", stranger);
  EXPECT_EQ(List(request, {.token = "stranger"}).reason(), "PAGE_TOKEN_INVALID");
}

TEST_F(Lists, OfAnotherMethodTakeNoTokenOfThisOne) {
  for (int i = 0; i < 3; ++i) served_.world.MakeDebtor(absl::StrCat("more-", i));
  v1::ListDebtorsRequest request;
  request.set_page_size(2);
  const auto page =
      served_.Call("DebtorService/ListDebtors", request).As<v1::ListDebtorsResponse>();
  EXPECT_EQ(page.debtors_size(), 2);
  v1::ListCreditorsRequest other;
  other.set_page_token(page.next_page_token());
  EXPECT_EQ(served_.Call("CreditorService/ListCreditors", other).reason(), "PAGE_TOKEN_INVALID");
  request.set_page_token(page.next_page_token());
  EXPECT_EQ(served_.Call("DebtorService/ListDebtors", request)
                .As<v1::ListDebtorsResponse>()
                .debtors_size(),
            2);
}

TEST_F(Lists, SelectByFilter) {
  using Strings = std::set<std::string>;
  const std::string creditor = NameOfCreditor(served_.world.creditor.id);
  EXPECT_EQ(Refs("external_ref = \"loan-3\""), Strings({"loan-3"}));
  EXPECT_EQ(Refs(absl::StrCat("creditor = \"", creditor, "\" AND status = ACTIVE")).size(), 5U);
  EXPECT_EQ(Refs("status = PAID").size(), 0U);
  const std::string in_euros = "balance.currency_code = \"EUR\" AND ";
  EXPECT_EQ(Refs(in_euros + "balance.minor_units >= 4000"), Strings({"loan-3", "loan-4"}));
  EXPECT_EQ(Refs(in_euros + "balance.minor_units > 4000"), Strings({"loan-4"}));
  EXPECT_EQ(Refs(in_euros + "balance.minor_units>1000 AND balance.minor_units<3000"),
            Strings({"loan-1"}));
  EXPECT_EQ(Refs(in_euros + "balance.minor_units = 1000"), Strings({"loan-0"}));
}

TEST_F(Lists, RefuseAFilterThatTheyDoNotUnderstand) {
  for (const char* filter :
       {"status",
        "status =",
        "status = \"ACTIVE\"",
        "status = active",
        "status > ACTIVE",
        "colour = \"red\"",
        "status = ACTIVE AND",
        "AND status = ACTIVE",
        "status = ACTIVE status = PAID",
        "status = ACTIVE OR status = PAID",
        "status = ACTIVE AND status = PAID",
        "balance.minor_units > 5",
        "creditor = \"creditors/x\"",
        "external_ref = \"open",
        "external_ref == \"x\"",
        "balance.currency_code = \"EUR\" AND balance.minor_units > x",
        "balance.currency_code = \"EUR\" AND balance.minor_units > 9223372036854775807",
        "balance.currency_code = \"EUR\" AND balance.minor_units > 1 AND "
        "balance.minor_units >= 2",
        "(status = ACTIVE)",
        "status != ACTIVE"}) {
    EXPECT_THAT(List(Request(filter)).violations(), ElementsAre(Pair("filter", "FILTER_INVALID")))
        << filter;
  }
  EXPECT_THAT(List(Request("balance.currency_code = \"EURO\"")).violations(),
              ElementsAre(Pair("filter", "CURRENCY_UNKNOWN")));
}

TEST_F(Lists, ShowNothingOfADebtorThatIsNotKnown) {
  v1::ListDebtsRequest request;
  request.set_parent(NameOfDebtor(NumberedId<DebtorId>(77)));
  const Reply reply = List(request);
  EXPECT_TRUE(reply.status.ok());
  EXPECT_EQ(reply.As<v1::ListDebtsResponse>().debts_size(), 0);
  request.set_parent("debtors/-");
  EXPECT_EQ(List(request).As<v1::ListDebtsResponse>().debts_size(), 5);
  request.set_parent("debtors");
  EXPECT_THAT(List(request).violations(), ElementsAre(Pair("parent", "MALFORMED")));
}

}  // namespace
}  // namespace parley
