// SPDX-License-Identifier: Apache-2.0
// Money of nobody known yet: kept on the desk until it is known whose it is, or goes back.
#include "application/payments/suspense.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/application/payments/payer.h"
#include "tests/support/application/fail_nth.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Suspense : public Payer {
 public:
  Payment Receive(const std::string& external_ref, std::int64_t minor_units) {
    const PostPayment::Command payment = PaymentOf(external_ref, minor_units);
    const ReceiveUnidentifiedPayment::Command command{payment.report, payment.value_date};
    Kept<Payment> kept;
    EXPECT_THAT(world.app.receive_unidentified_payment.Handle(world.ACall(), command, kept),
                IsOk());
    return *kept;
  }

  absl::StatusOr<Payment> Assign(const Application& app, const Call& call, const Payment& payment,
                                 DebtorId to) {
    Kept<Payment> kept;
    const auto answer = app.assign_payment.Handle(call, {payment.id, to, {}, {}, {}}, kept);
    if (!answer.ok()) return answer.status();
    return world.payment_book.GetPayment(world.tenant, to, payment.id);
  }
  absl::StatusOr<Payment> Assign(const Payment& payment, DebtorId to) {
    return Assign(world.app, world.ACall(), payment, to);
  }

  std::vector<Payment> Waiting() {
    return *world.payment_book.ListPayments(world.tenant, {kDesk, PaymentState::kUnidentified}, {},
                                            100);
  }
  Payment OnDesk(const Payment& payment) {
    return *world.payment_book.GetPayment(world.tenant, kDesk, payment.id);
  }
};

TEST_F(Suspense, KeepsMoneyWithoutAnyBalance) {
  const Payment payment = Receive("BANK-1", 5'000);
  EXPECT_EQ(payment.state, PaymentState::kUnidentified);
  EXPECT_THAT(Waiting(), SizeIs(1));
  EXPECT_EQ(Receive("BANK-1", 5'000).id, payment.id);
  EXPECT_EQ(world.Reload(old).position, Owing(100'000));
}

TEST_F(Suspense, GivesMoneyToItsDebtorOnce) {
  const Payment payment = Receive("BANK-1", 5'000);
  const auto assigned = Assign(payment, debtor.id);
  ASSERT_THAT(assigned, IsOk());
  EXPECT_EQ(assigned->state, PaymentState::kSettled);
  EXPECT_EQ(assigned->note, payment.note);
  EXPECT_EQ(world.Reload(old).position, Owing(95'000));
  EXPECT_THAT(Waiting(), IsEmpty());
  ASSERT_THAT(Assign(payment, debtor.id), IsOk());
  EXPECT_EQ(world.Reload(old).position, Owing(95'000));
  const DebtorId another = world.MakeDebtor("D-2").id;
  EXPECT_EQ(ReasonOf(Assign(payment, another).status()), Reason::kPaymentNotInSuspense);
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(Suspense, KeepsWhatTheDebtorsLedgersWillNotTake) {
  const Payment payment = Receive("BANK-1", 5'000);
  const DebtorId another = world.MakeDebtor("D-2").id;
  EXPECT_EQ(ReasonOf(Assign(payment, another).status()), Reason::kNoDebtForPayment);
  EXPECT_TRUE(OnDesk(payment).claimed_for.IsNil());
  EXPECT_THAT(Assign(payment, debtor.id), IsOk());
}

TEST_F(Suspense, SendsMoneyBack) {
  const Payment payment = Receive("BANK-1", 5'000);
  const auto returned = Return(payment);
  ASSERT_THAT(returned, IsOk());
  EXPECT_EQ(returned->state, PaymentState::kReturned);
  EXPECT_THAT(Waiting(), IsEmpty());
  EXPECT_EQ(ReasonOf(Assign(payment, debtor.id).status()), Reason::kPaymentNotInSuspense);
}

TEST_F(Suspense, LetsMoneyThatWasAssignedGoBackFromItsDebtor) {
  const Payment payment = Receive("BANK-1", 5'000);
  const auto assigned = Assign(payment, debtor.id);
  EXPECT_EQ(ReasonOf(Return(payment).status()), Reason::kPaymentNotInSuspense);
  ASSERT_THAT(Return(*assigned), IsOk());
  EXPECT_EQ(world.Reload(old).position, Owing(100'000));
}

TEST_F(Suspense, JudgesAnAssignmentWithoutMakingIt) {
  const Payment payment = Receive("BANK-1", 5'000);
  Call call = world.ACall();
  call.validate_only = true;
  Kept<Payment> judged;
  ASSERT_THAT(world.app.assign_payment.Handle(call, {payment.id, debtor.id, {}, {}, {}}, judged),
              IsOk());
  EXPECT_EQ(judged->parts.front().amount, 5'000);
  EXPECT_EQ(OnDesk(payment), payment);
  EXPECT_EQ(world.Reload(old).position, Owing(100'000));
}

// Whatever a crash leaves between the mutations: the money is in one place, no other debtor can get
// it, and the same call goes on to the end.
TEST_F(Suspense, IsSafeWhereverAnAssignmentIsInterrupted) {
  const Debtor other = world.MakeDebtor("D-2");
  const DebtorId another = other.id;
  world.Place(other, "L-9", 1'000);
  int number = 0;
  for (bool failed = true; failed; ++number) {
    const Payment payment = Receive("BANK-" + std::to_string(number), 100);
    const std::int64_t before = *Outstanding(world.Reload(old).position);
    FailNth fault(number + 1);
    FailingStore store(world.store, fault);
    const Application faulty({store, world.directory, world.portfolio, world.payment_book,
                              world.work_list, world.given_answers, world.fingerprints, world.seal,
                              world.clock, world.ids, world.zones, world.words, world.documents});
    const Call call = world.ACall("assign " + std::to_string(number));
    const auto assigned = Assign(faulty, call, payment, debtor.id);
    failed = fault.HasFailed();
    EXPECT_EQ(assigned.ok(), !failed) << fault.failed_call();
    const bool posted = *Outstanding(world.Reload(old).position) < before;
    const bool claimed = !OnDesk(payment).claimed_for.IsNil();
    EXPECT_TRUE(claimed || !posted) << fault.failed_call();
    if (claimed) {
      EXPECT_EQ(ReasonOf(Assign(payment, another).status()), Reason::kPaymentNotInSuspense);
      EXPECT_EQ(ReasonOf(Return(payment).status()), Reason::kPaymentNotInSuspense);
    }
    EXPECT_THAT(Assign(world.app, call, payment, debtor.id), IsOk());
    EXPECT_EQ(OnDesk(payment).state, PaymentState::kAssigned);
    EXPECT_EQ(*Outstanding(world.Reload(old).position), before - 100);
  }
  EXPECT_GT(number, 8);
  EXPECT_THAT(Waiting(), IsEmpty());
  EXPECT_THAT(Findings(), IsEmpty());
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

}  // namespace
}  // namespace parley
