// SPDX-License-Identifier: Apache-2.0
#include "domain/debt/debt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/domain/debt/test_ledger.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

constexpr Bucket kPrincipal = Bucket::kPrincipal;
constexpr Bucket kFees = Bucket::kFees;

std::vector<Violation> Check(const Placement& placement) {
  Violations violations;
  CheckPlacement(placement, TestToday(), "debt", violations);
  return violations.all();
}

absl::StatusOr<Posted> Open(const Placement& placement) {
  return OpenDebt(placement, {TestNow(), TestToday(), "agent-1"}, [] { return E(1); });
}

TEST(ItemisationDateKind, HasAName) {
  const std::map<ItemisationDateKind, std::string> expected = {
      {ItemisationDateKind::kLastStatement, "LAST_STATEMENT"},
      {ItemisationDateKind::kChargeOff, "CHARGE_OFF"},
      {ItemisationDateKind::kLastPayment, "LAST_PAYMENT"},
      {ItemisationDateKind::kTransaction, "TRANSACTION"},
      {ItemisationDateKind::kJudgment, "JUDGMENT"}};
  for (const auto& [kind, name] : expected) EXPECT_EQ(NameOf(kind), name);
}

TEST(CheckPlacement, FindsNothingInASoundOne) {
  EXPECT_THAT(Check(APlacement()), IsEmpty());
  EXPECT_THAT(Check(APlacement().With(&Placement::itemisation_date, TestToday())), IsEmpty());
  EXPECT_THAT(Check(APlacement().With(&Placement::opening, Buckets())), IsEmpty());
  for (const std::int64_t units : {-kLargestBalance, kLargestBalance}) {
    EXPECT_THAT(Check(APlacement().With(&Placement::opening, InBuckets({{kPrincipal, units}}))),
                IsEmpty());
  }
}

TEST(CheckPlacement, TellsEverythingAtOnceWithItsPath) {
  Placement placement = APlacement()
                            .With(&Placement::external_ref, "")
                            .With(&Placement::itemisation_date, TestToday() + 1)
                            .With(&Placement::opening, InBuckets({{kFees, -1}}));
  placement.origin.original_creditor = "";
  placement.origin.agreement_date = TestToday() + 1;
  placement.co_debtors = {{placement.debtor, 1}};
  EXPECT_EQ(Check(placement), (std::vector<Violation>{
                                  {"debt.external_ref", Fault::kRequired},
                                  {"debt.origin.original_creditor", Fault::kRequired},
                                  {"debt.origin.agreement_date", Fault::kDateInFuture},
                                  {"debt.itemisation_date", Fault::kDateInFuture},
                                  {"debt.co_debtors[0].debtor", Fault::kDuplicate},
                                  {"debt.opening.FEES", Fault::kNegative},
                              }));
}

TEST(CheckPlacement, ChecksTheTermsOfInterest) {
  Placement placement = APlacement();
  placement.given.interest = InterestTerms{.rule = "rule",
                                           .basis = "contract",
                                           .interest_from = placement.itemisation_date,
                                           .rates = {{placement.itemisation_date, 1}},
                                           .cap = std::nullopt};
  EXPECT_THAT(Check(placement), IsEmpty());
  placement.given.interest->rates.front().from = placement.itemisation_date - 1;
  EXPECT_EQ(Check(placement), (std::vector<Violation>{{"debt.interest_terms.rates[0].from_date",
                                                       Fault::kDateBeforeOpening}}));
}

TEST(CheckPlacement, LetsPrincipalAloneOpenBelowZero) {
  for (const Bucket bucket : kBuckets) {
    const auto found = Check(APlacement().With(&Placement::opening, InBuckets({{bucket, -1}})));
    EXPECT_EQ(found.empty(), bucket == kPrincipal) << NameOf(bucket);
  }
}

TEST(CheckPlacement, RefusesAnOpeningThatTheLedgerCannotHold) {
  for (const std::int64_t units : {kLargestBalance + 1, -kLargestBalance - 1}) {
    EXPECT_EQ(Check(APlacement().With(&Placement::opening, InBuckets({{kPrincipal, units}}))),
              (std::vector<Violation>{{"debt.opening.PRINCIPAL", Fault::kAmountOutOfRange}}));
  }
}

TEST(CheckPlacement, LimitsTheReferenceTo200Bytes) {
  EXPECT_THAT(Check(APlacement().With(&Placement::external_ref, std::string(200, 'x'))), IsEmpty());
  EXPECT_EQ(Check(APlacement().With(&Placement::external_ref, std::string(201, 'x'))),
            (std::vector<Violation>{{"debt.external_ref", Fault::kTooLong}}));
}

TEST(CheckPlacement, TakesCoDebtorsWhoseSharesAreAtMostTheWhole) {
  Placement placement = APlacement();
  placement.co_debtors = {{NumberedId<DebtorId>(2), 6000}, {NumberedId<DebtorId>(3), 4000}};
  EXPECT_THAT(Check(placement), IsEmpty());
  placement.co_debtors.push_back({NumberedId<DebtorId>(4), 1});
  placement.co_debtors.push_back({NumberedId<DebtorId>(2), 0});
  placement.co_debtors.push_back({NumberedId<DebtorId>(5), -1});
  placement.co_debtors.push_back({NumberedId<DebtorId>(6), 10'001});
  EXPECT_EQ(Check(placement), (std::vector<Violation>{
                                  {"debt.co_debtors[2].share_basis_points", Fault::kOutOfRange},
                                  {"debt.co_debtors[3].debtor", Fault::kDuplicate},
                                  {"debt.co_debtors[4].share_basis_points", Fault::kOutOfRange},
                                  {"debt.co_debtors[5].share_basis_points", Fault::kOutOfRange},
                              }));
}

TEST(CheckPlacement, TakesAtMost20CoDebtors) {
  Placement placement = APlacement();
  for (std::uint64_t number = 2; number < 22; ++number) {
    placement.co_debtors.push_back({NumberedId<DebtorId>(number), 1});
  }
  EXPECT_THAT(Check(placement), IsEmpty());
  placement.co_debtors.push_back({NumberedId<DebtorId>(99), 1});
  EXPECT_EQ(Check(placement), (std::vector<Violation>{{"debt.co_debtors", Fault::kTooLong}}));
}

TEST(OpenDebt, KeepsWhatWasPlaced) {
  Placement placement = APlacement(7).With(&Placement::content, NumberedFingerprint(3));
  placement.co_debtors = {{NumberedId<DebtorId>(2), 100}};
  placement.itemisation_kind = ItemisationDateKind::kJudgment;
  const auto posted = Open(placement);
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->debt, ADebt(7)
                              .With(&Debt::itemisation_kind, ItemisationDateKind::kJudgment)
                              .With(&Debt::co_debtors, placement.co_debtors)
                              .With(&Debt::content, NumberedFingerprint(3))
                              .Build());
}

TEST(OpenDebt, PostsTheOpeningOnTheItemisationDate) {
  const auto posted =
      Open(APlacement()
               .With(&Placement::opening, InBuckets({{kPrincipal, 100}, {kFees, 5}}))
               .With(&Placement::content, NumberedFingerprint(3)));
  ASSERT_THAT(posted, IsOk());
  ASSERT_EQ(posted->entries.size(), 1U);
  const Entry& opening = posted->entries.front();
  EXPECT_EQ(opening.id, E(1));
  EXPECT_EQ(opening.number, 1);
  EXPECT_EQ(opening.kind, EntryKind::kOpening);
  EXPECT_EQ(opening.value_date, Day(2026, 1, 31));
  EXPECT_EQ(opening.booked_time, TestNow());
  EXPECT_EQ(opening.amount, 105);
  EXPECT_EQ(opening.actor, "agent-1");
  EXPECT_EQ(opening.content, NumberedFingerprint(3));
  EXPECT_TRUE(opening.linked.IsNil());
  EXPECT_EQ(opening.postings,
            (std::vector<Posting>{
                {Account::kPrincipal, 100}, {Account::kFees, 5}, {Account::kPlacement, -105}}));
  EXPECT_EQ(posted->debt.entry_count, 1);
  EXPECT_EQ(posted->debt.position, At({{kPrincipal, 100}, {kFees, 5}}));
  EXPECT_EQ(posted->debt.status, DebtStatus::kActive);
}

TEST(OpenDebt, HoldsANegativeOpeningAsCredit) {
  const auto posted = Open(APlacement().With(&Placement::opening, InBuckets({{kPrincipal, -30}})));
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->debt.position, Holding(30));
  EXPECT_EQ(posted->debt.status, DebtStatus::kPaid);
  ASSERT_EQ(posted->entries.size(), 1U);
  EXPECT_EQ(posted->entries.front().amount, -30);
  EXPECT_EQ(posted->entries.front().postings,
            (std::vector<Posting>{{Account::kCreditBalance, -30}, {Account::kPlacement, 30}}));
}

TEST(OpenDebt, PaysOtherBucketsFromANegativePrincipal) {
  const auto posted =
      Open(APlacement().With(&Placement::opening, InBuckets({{kPrincipal, -30}, {kFees, 50}})));
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->debt.position, At({{kFees, 20}}));
  EXPECT_EQ(posted->debt.status, DebtStatus::kActive);
}

TEST(OpenDebt, HasNothingToPostWhenItOpensAtZero) {
  const auto posted = Open(APlacement().With(&Placement::opening, Buckets()));
  ASSERT_THAT(posted, IsOk());
  EXPECT_THAT(posted->entries, IsEmpty());
  EXPECT_EQ(posted->debt.entry_count, 0);
  EXPECT_EQ(posted->debt.status, DebtStatus::kPaid);
  EXPECT_EQ(posted->debt.last_value_date, Day(2026, 1, 31));
}

TEST(OpenDebt, WaitsForReviewWhenAsked) {
  for (const std::int64_t units : {100, 0, -100}) {
    const auto posted = Open(APlacement()
                                 .With(&Placement::opening, InBuckets({{kPrincipal, units}}))
                                 .With(&Placement::review, true));
    ASSERT_THAT(posted, IsOk());
    EXPECT_EQ(posted->debt.status, DebtStatus::kReceived);
  }
}

TEST(OpenDebt, RefusesBucketsThatTogetherAreTooMuch) {
  EXPECT_THAT(Open(APlacement().With(&Placement::opening,
                                     InBuckets({{kPrincipal, kLargestBalance}, {kFees, 1}}))),
              IsRefused(Reason::kBalanceOutOfRange));
}

TEST(RestoreDebt, TakesWhatIsSound) {
  const Debt debt = ADebt().With(&Debt::entry_count, 5);
  EXPECT_THAT(RestoreDebt(debt), IsOkAnd(debt));
  EXPECT_THAT(RestoreDebt(TestLedger(Buckets()).debt()), IsOk());
}

TEST(RestoreDebt, RefusesARowThatBreaksAnInvariant) {
  const std::vector<Debt> corrupt = {
      ADebt().With(&Debt::id, DebtId()),
      ADebt().With(&Debt::debtor, DebtorId()),
      ADebt().With(&Debt::creditor, CreditorId()),
      ADebt().With(&Debt::external_ref, ""),
      ADebt().With(&Debt::position, Owing(-1)),
      ADebt().With(&Debt::position, At({{kPrincipal, 1}}, 1)),
      ADebt().With(&Debt::entry_count, -1),
      ADebt().With(&Debt::last_value_date, Day(2026, 1, 30)),
      ADebt().With(&Debt::revision, 0),
      // Of a status that such a position does not have.
      ADebt().With(&Debt::status, DebtStatus::kPaid),
      ADebt().With(&Debt::status, DebtStatus::kSettled),
      ADebt().With(&Debt::position, Position{}),
      ADebt().With(&Debt::position, Holding(1)).With(&Debt::status, DebtStatus::kOnPlan),
  };
  for (std::size_t at = 0; at < corrupt.size(); ++at) {
    EXPECT_THAT(RestoreDebt(corrupt[at]), IsRefused(Reason::kRecordCorrupt)) << at;
  }
}

TEST(AcceptPlacement, MakesADebtActiveOrPaid) {
  const absl::Time later = TestNow() + absl::Hours(1);
  Debt received = ADebt().With(&Debt::status, DebtStatus::kReceived);
  const auto active = AcceptPlacement(received, later);
  ASSERT_THAT(active, IsOk());
  Debt expected = received;
  expected.status = DebtStatus::kActive;
  expected.updated_time = later;
  EXPECT_EQ(*active, expected);
  received.position = Holding(3);
  EXPECT_EQ(AcceptPlacement(received, later)->status, DebtStatus::kPaid);
}

TEST(AfterLastChange, IsNowButNeverBeforeOrAtTheLastChange) {
  const Debt debt = ADebt().With(&Debt::updated_time, TestNow());
  const absl::Duration step = absl::Microseconds(1);
  EXPECT_EQ(AfterLastChange(debt, TestNow() + absl::Hours(1)), TestNow() + absl::Hours(1));
  EXPECT_EQ(AfterLastChange(debt, TestNow() + step), TestNow() + step);
  EXPECT_EQ(AfterLastChange(debt, TestNow()), TestNow() + step);
  EXPECT_EQ(AfterLastChange(debt, TestNow() - absl::Hours(1)), TestNow() + step);
}

TEST(AcceptPlacement, NeverTurnsTheDebtsClockBack) {
  const Debt received = ADebt().With(&Debt::status, DebtStatus::kReceived);
  const absl::Time earlier = TestNow() - absl::Hours(1);
  EXPECT_GT(AcceptPlacement(received, earlier)->updated_time, TestNow());
  EXPECT_GT(RefusePlacement(received, Secret("not ours"), earlier)->updated_time, TestNow());
}

TEST(AcceptPlacement, RefusesADebtThatDoesNotWaitForReview) {
  for (int status = 1; status <= static_cast<int>(DebtStatus::kClosed); ++status) {
    const Debt debt = ADebt().With(&Debt::status, static_cast<DebtStatus>(status));
    EXPECT_THAT(AcceptPlacement(debt, TestNow()), IsRefused(Reason::kDebtNotReceived));
    EXPECT_THAT(RefusePlacement(debt, Secret("not ours"), TestNow()),
                IsRefused(Reason::kDebtNotReceived));
  }
}

TEST(RefusePlacement, RejectsWithAReason) {
  const absl::Time later = TestNow() + absl::Hours(1);
  const Debt received = ADebt().With(&Debt::status, DebtStatus::kReceived);
  const auto rejected = RefusePlacement(received, Secret("not ours"), later);
  ASSERT_THAT(rejected, IsOk());
  Debt expected = received;
  expected.status = DebtStatus::kRejected;
  expected.status_reason = Secret("not ours");
  expected.updated_time = later;
  EXPECT_EQ(*rejected, expected);
}

TEST(RefusePlacement, RefusesToRejectWithoutASoundReason) {
  const Debt received = ADebt().With(&Debt::status, DebtStatus::kReceived);
  const auto violations = [&](const std::string& reason) {
    return ViolationsOf(RefusePlacement(received, Secret(reason), TestNow()).status());
  };
  EXPECT_EQ(violations(""), (std::vector<Violation>{{"reason", Fault::kRequired}}));
  EXPECT_EQ(violations(std::string(1001, 'r')),
            (std::vector<Violation>{{"reason", Fault::kTooLong}}));
  EXPECT_THAT(violations(std::string(1000, 'r')), IsEmpty());
  EXPECT_THAT(violations("not ours\nsee the file"), IsEmpty());
}

}  // namespace
}  // namespace parley
