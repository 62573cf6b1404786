// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::AllOf;

class Smoke : public testing::TestWithParam<StoreKind> {
 public:
  void SetUp() override {
    if (GetParam() == StoreKind::kPostgres && TestPostgres().empty())
      GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(GetParam());
  }

  std::optional<Deployment> deployment_;
};

TEST_P(Smoke, AnswersHealthWithoutATokenAndNothingElse) {
  const Connection anybody(deployment_->address(), "");
  EXPECT_TRUE(anybody.IsServing());
  for (const char* method : {"DebtService/GetDebt", "DebtorService/CreateDebtor",
                             "CreditorService/ListCreditors", "DebtService/NoSuchMethod"}) {
    const auto answer = anybody.CallBytes(method, "");
    EXPECT_FALSE(answer.ok()) << method;
  }
  EXPECT_THAT(anybody.Call<v1::Debt>("DebtService/GetDebt", Getting("debtors/-")),
              IsRefusedAs("CREDENTIALS_INVALID"));
}

TEST_P(Smoke, PlacesADebtTakesAPaymentAndTellsWhatIsOwed) {
  const Connection caller = deployment_->Connect();
  const PlacedDebt placed = Place(caller, "1", 100'000);
  const auto posted = Must(caller.Call<v1::PostEntriesResponse>(
      "DebtService/PostEntries", Posting(placed.debt.name(), APayment("PAYMENT-1", 40'000))));
  EXPECT_EQ(posted.debt().balance().minor_units(), 60'000);
  const auto debt = Must(caller.Call<v1::Debt>("DebtService/GetDebt", Getting(placed.debt.name())));
  EXPECT_EQ(debt.balance().minor_units(), 60'000);
  EXPECT_EQ(debt.balance().currency_code(), "EUR");
}

TEST_P(Smoke, SaysWithARefusalAllThatIsWrong) {
  const Connection caller = deployment_->Connect();
  v1::PostEntriesRequest request = Posting("debtors/nobody", ACharge("", -5));
  request.mutable_entries(0)->mutable_amount()->set_currency_code("XYZ");
  EXPECT_THAT(caller.Call<v1::PostEntriesResponse>("DebtService/PostEntries", request),
              AllOf(IsRefusedAs("FIELD_INVALID"),
                    HasFaults("name MALFORMED", "entries[0].external_ref REQUIRED",
                              "entries[0].amount NOT_POSITIVE",
                              "entries[0].amount.currency_code CURRENCY_UNKNOWN")));
}

INSTANTIATE_TEST_SUITE_P(Over, Smoke, testing::Values(StoreKind::kMemory, StoreKind::kPostgres),
                         [](const auto& store) {
                           return store.param == StoreKind::kMemory ? "Memory" : "Postgres";
                         });

}  // namespace
}  // namespace parley::system_test
