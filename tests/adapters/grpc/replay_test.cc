// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <string>

#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

class Replay : public ::testing::Test {
 public:
  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("customer-1");
  Debt debt_ = served_.world.Place(debtor_, "loan-1", 10'000);
};

TEST_F(Replay, AnswersTheSameRequestByteForByte) {
  const v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  const Reply first = served_.Call("DebtService/PostEntries", request);
  ASSERT_TRUE(first.status.ok());
  ASSERT_TRUE(
      served_.Call("DebtService/PostEntries", APostEntries(debt_, "payment-2", 2)).status.ok());
  EXPECT_EQ(served_.Call("DebtService/PostEntries", request).bytes, first.bytes);
  EXPECT_EQ(served_.world.Journal(debt_).size(), 3U);
}

TEST_F(Replay, RefusesAnotherRequestUnderTheSameId) {
  served_.Call("DebtService/PostEntries", APostEntries(debt_, "payment-1"));
  const Reply reply = served_.Call("DebtService/PostEntries", APostEntries(debt_, "payment-2"));
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_EQ(reply.reason(), "REQUEST_ID_REUSED");
}

TEST_F(Replay, KnowsARequestIdInEitherCase) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1", 0xABCDEF);
  const Reply first = served_.Call("DebtService/PostEntries", request);
  for (char& c : *request.mutable_request_id()) {
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  EXPECT_EQ(served_.Call("DebtService/PostEntries", request).bytes, first.bytes);
}

TEST_F(Replay, IsForTheSamePrincipalAlone) {
  const v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  const Reply first = served_.Call("DebtService/PostEntries", request);
  served_.GiveToken("colleague", kEveryScope);
  const Reply other = served_.Call("DebtService/PostEntries", request, {.token = "colleague"});
  // The colleague's request is one of its own, and finds the entry posted.
  ASSERT_TRUE(other.status.ok());
  EXPECT_EQ(other.As<v1::PostEntriesResponse>().entries(0).actor(), "token");
  EXPECT_EQ(served_.world.Journal(debt_).size(), 2U);
}

TEST_F(Replay, SendsACallAgainThatWasRefused) {
  v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  request.set_name(NameOfDebtor(debtor_.id) + "/debts/" + NumberedUuid(9).ToString());
  EXPECT_EQ(served_.Call("DebtService/PostEntries", request).reason(), "DEBT_NOT_FOUND");
  EXPECT_TRUE(
      served_.Call("DebtService/PostEntries", APostEntries(debt_, "payment-1")).status.ok());
}

// What a caller may see is decided at each call, and not when the answer was stored.
TEST_F(Replay, ShowsNoMoreThanThePresentTokenAllows) {
  const v1::PostEntriesRequest request = APostEntries(debt_, "payment-1");
  const Reply first = served_.Call("DebtService/PostEntries", request);
  EXPECT_EQ(first.As<v1::PostEntriesResponse>().entries(0).reason(), "thank you");
  served_.authenticator.GiveOut("narrow", {.tenant = served_.world.tenant,
                                           .principal = "token",
                                           .scopes = {"parley.debt.write"},
                                           .debtor = std::nullopt,
                                           .expires = absl::InfiniteFuture()});
  const Reply again = served_.Call("DebtService/PostEntries", request, {.token = "narrow"});
  const auto narrow = again.As<v1::PostEntriesResponse>();
  EXPECT_THAT(narrow.entries(0).name(), Not(IsEmpty()));
  EXPECT_EQ(narrow.entries(0).reason(), "");
  EXPECT_EQ(narrow.debt().origin().agreement_reference(), "");
  EXPECT_EQ(served_.Call("DebtService/PostEntries", request).bytes, first.bytes);
}

class PersonalDataOfAnswers : public Replay {
 public:
  PersonalDataOfAnswers() {
    served_.GiveToken("narrow", "parley.debtor.read parley.debt.read parley.debt.write");
    const auto placed =
        served_.Call("DebtService/PlaceDebt", APlaceDebt(served_.world, debtor_.id, "loan-2", 50));
    name_ = placed.As<v1::Debt>().name();
  }

  // How many rows of audit the readers have left.
  std::size_t Reads() {
    EXPECT_TRUE(served_.world.app.access_log.Flush().ok());
    std::size_t reads = 0;
    const auto chains = served_.world.audit_records.ChainsAfter(served_.world.tenant, {}, 100);
    for (const AuditChain& chain : *chains) {
      for (const AuditRow& row : chain.rows) {
        if (row.action.find("/Get") != std::string::npos ||
            row.action.find("/List") != std::string::npos ||
            row.action.find("/LookUp") != std::string::npos) {
          EXPECT_EQ(row.debtor, debtor_.id);
          EXPECT_EQ(row.actor, "token");
          ++reads;
        }
      }
    }
    return reads;
  }

  std::string name_;
};

TEST_F(PersonalDataOfAnswers, IsTakenOutForACallerWithoutTheScope) {
  v1::GetDebtorRequest get;
  get.set_name(NameOfDebtor(debtor_.id));
  const CallOptions narrow{.token = "narrow"};
  const auto debtor = served_.Call("DebtorService/GetDebtor", get, narrow).As<v1::Debtor>();
  EXPECT_EQ(debtor.display_name(), "");
  EXPECT_EQ(debtor.external_refs(0), "customer-1");
  const auto all = served_.Call("DebtorService/ListDebtors", v1::ListDebtorsRequest(), narrow);
  EXPECT_EQ(all.As<v1::ListDebtorsResponse>().debtors(0).display_name(), "");
  v1::ListDebtsRequest list;
  list.set_parent("debtors/-");
  const auto debts =
      served_.Call("DebtService/ListDebts", list, narrow).As<v1::ListDebtsResponse>();
  for (const v1::Debt& debt : debts.debts()) {
    EXPECT_EQ(debt.origin().agreement_reference(), "");
    EXPECT_EQ(debt.origin().product().empty(), false);
  }
  EXPECT_EQ(Reads(), 0U);
}

TEST_F(PersonalDataOfAnswers, IsSeenOnlyByThoseWhoLeaveATrace) {
  v1::GetDebtorRequest get_debtor;
  get_debtor.set_name(NameOfDebtor(debtor_.id));
  EXPECT_EQ(served_.Call("DebtorService/GetDebtor", get_debtor).As<v1::Debtor>().display_name(),
            "Ana Ejemplo");
  EXPECT_EQ(Reads(), 1U);
  v1::GetDebtRequest get_debt;
  get_debt.set_name(name_);
  served_.Call("DebtService/GetDebt", get_debt);
  EXPECT_EQ(Reads(), 2U);
  served_.Call("DebtorService/ListDebtors", v1::ListDebtorsRequest());
  EXPECT_EQ(Reads(), 3U);
  v1::ListDebtsRequest list;
  list.set_parent("debtors/-");
  served_.Call("DebtService/ListDebts", list);
  EXPECT_EQ(Reads(), 4U);
  v1::LookUpDebtorRequest look_up;
  look_up.set_external_ref("customer-1");
  served_.Call("DebtorService/LookUpDebtor", look_up);
  EXPECT_EQ(Reads(), 5U);
  served_.Call("DebtService/PostEntries", APostEntries(debt_, "payment-1", 60));
  v1::GetStatementRequest state;
  state.set_name(NameOfDebt(debt_));
  state.set_from_date("2026-01-01");
  state.set_to_date("2026-03-01");
  served_.Call("DebtService/GetStatement", state);
  EXPECT_EQ(Reads(), 6U);
  // An itemisation shows amounts alone.
  v1::GetItemisationRequest itemise;
  itemise.set_name(NameOfDebt(debt_));
  served_.Call("DebtService/GetItemisation", itemise);
  EXPECT_EQ(Reads(), 6U);
  EXPECT_THAT(served_.world.AuditFindings(), IsEmpty());
}

}  // namespace
}  // namespace parley
