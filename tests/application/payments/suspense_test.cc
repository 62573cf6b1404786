// SPDX-License-Identifier: Apache-2.0
// Money of nobody known yet: kept on the desk until it is known whose it is, or goes back.
#include "application/payments/suspense.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "application/audit/chain.h"
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

  Application FaultyBy(Store& store) {
    return Application(
        world.PortsOver(store, world.directory, world.portfolio, world.given_answers));
  }
  void Claim(const Payment& payment, DebtorId by) {
    const Call call = world.ACall();
    const std::array desk = {kDesk};
    EXPECT_THAT(world.store.Run(world.tenant, desk,
                                [&](UnitOfWork& unit) {
                                  Work work{call, world.clock.Now(), unit, world.ids};
                                  Payment claimed = payment;
                                  claimed.claimed_for = by;
                                  Mark(work, claimed);
                                  unit.payments().Replace(claimed);
                                  AppendAudit(work, kDesk, call.request, world.seal);
                                  return absl::OkStatus();
                                }),
                IsOk());
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

// As a crash leaves it between the first mutation and the second.
TEST_F(Suspense, GivesUpAClaimThatTheDebtorsLedgersRefuse) {
  const DebtorId another = world.MakeDebtor("D-2").id;
  const Payment payment = Receive("BANK-1", 5'000);
  Claim(payment, another);
  EXPECT_EQ(ReasonOf(Assign(payment, debtor.id).status()), Reason::kPaymentNotInSuspense);
  EXPECT_EQ(ReasonOf(Assign(payment, another).status()), Reason::kNoDebtForPayment);
  EXPECT_TRUE(OnDesk(payment).claimed_for.IsNil());
  EXPECT_THAT(Assign(payment, debtor.id), IsOk());
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(Suspense, GivesUpAClaimOfARequestThatWasUsedBefore) {
  const Call call = world.ACall("the first");
  ASSERT_THAT(Assign(world.app, call, Receive("BANK-1", 5'000), debtor.id), IsOk());
  const Payment payment = Receive("BANK-2", 5'000);
  Call again = call;
  again.request = world.fingerprints.Of("the second");
  EXPECT_EQ(ReasonOf(Assign(world.app, again, payment, debtor.id).status()),
            Reason::kRequestIdReused);
  EXPECT_TRUE(OnDesk(payment).claimed_for.IsNil());
  EXPECT_EQ(world.Reload(old).position, Owing(95'000));
  EXPECT_THAT(Return(payment), IsOk());
}

TEST_F(Suspense, IsNotTakenForAnotherPaymentOfItsReference) {
  const auto paid = Pay(PaymentOf("BANK-1", 5'000));
  const Payment payment = Receive("BANK-1", 5'000);
  EXPECT_EQ(ReasonOf(Assign(payment, debtor.id).status()), Reason::kPaymentAlreadyPosted);
  EXPECT_EQ(OnDesk(payment), payment);
  EXPECT_EQ(world.Reload(old).position, Owing(95'000));
}

// Who goes on after a crash may wish for something else: the money is where it arrived first.
TEST_F(Suspense, IsNeverLockedByAnotherWish) {
  int number = 0;
  for (bool failed = true; failed; ++number) {
    const Payment payment = Receive("BANK-" + std::to_string(number), 300);
    FailNth fault(number + 1);
    FailingStore store(world.store, fault);
    const bool assigned = Assign(FaultyBy(store), world.ACall(), payment, debtor.id).ok();
    EXPECT_EQ(assigned, !fault.HasFailed());
    failed = fault.HasFailed();
    const bool posted = world.payment_book.GetPayment(world.tenant, debtor.id, payment.id).ok();
    Kept<Payment> kept;
    const AssignPayment::Command other{
        payment.id, debtor.id, {.strategy = SplitStrategy::kProportional}, {}, {}};
    const auto answer = world.app.assign_payment.Handle(world.ACall(), other, kept);
    EXPECT_EQ(answer.ok(), !posted) << fault.failed_call();
    EXPECT_EQ(OnDesk(payment).state, PaymentState::kAssigned) << fault.failed_call();
  }
  EXPECT_THAT(Waiting(), IsEmpty());
  EXPECT_THAT(Findings(), IsEmpty());
}

// Some of these calls are refused at the last moment, and give their claims up beside others that
// post.
TEST_F(Suspense, IsInOnePlaceWhoeverAssignsItAtOnce) {
  const Call used = world.ACall("the first");
  ASSERT_THAT(Assign(world.app, used, Receive("BANK-0", 100), debtor.id), IsOk());
  for (int number = 1; number <= 30; ++number) {
    const Payment payment = Receive("BANK-" + std::to_string(number), 100);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      Call call = thread % 2 == 0 ? world.ACall("fresh") : used;
      call.request = world.fingerprints.Of("assign " + std::to_string(number));
      threads.emplace_back([&, call] {
        Kept<Payment> kept;
        std::ignore =
            world.app.assign_payment.Handle(call, {payment.id, debtor.id, {}, {}, {}}, kept);
      });
    }
    for (std::thread& thread : threads) thread.join();
    const Payment after = OnDesk(payment);
    const bool posted = world.payment_book.GetPayment(world.tenant, debtor.id, payment.id).ok();
    EXPECT_EQ(posted, after.state == PaymentState::kAssigned || !after.claimed_for.IsNil());
    EXPECT_THAT(Assign(payment, debtor.id), IsOk());
    EXPECT_EQ(OnDesk(payment).state, PaymentState::kAssigned);
  }
  EXPECT_EQ(world.Reload(old).position, Owing(100'000 - 31 * 100));
  EXPECT_THAT(Findings(), IsEmpty());
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
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
    const Call call = world.ACall("assign " + std::to_string(number));
    const auto assigned = Assign(FaultyBy(store), call, payment, debtor.id);
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
