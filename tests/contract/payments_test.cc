// SPDX-License-Identifier: Apache-2.0
// Payments as records, and all ledgers of a debtor at once.
#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;
using testing::Optional;
using testing::SizeIs;

Payment APaymentOf(DebtorId debtor, int number, PaymentState state) {
  const auto each = static_cast<std::uint64_t>(number);
  Payment payment{.currency = CurrencyOf("EUR")};
  payment.id = NumberedId<PaymentId>(each);
  payment.debtor = debtor;
  payment.external_ref = "BANK-" + std::to_string(number);
  payment.state = state;
  payment.amount = 1;
  payment.actor = "tester";
  payment.content = NumberedFingerprint(static_cast<std::uint8_t>(number));
  payment.created_time = TestNow();
  payment.updated_time = TestNow();
  const bool came = state != PaymentState::kAnnounced && state != PaymentState::kFailed;
  if (came) payment.value_date = Day(2026, 2, 1);
  if (!came) payment.expected_date = Day(2026, 2, 1);
  const bool ended = state == PaymentState::kReturned || state == PaymentState::kFailed;
  if (ended) payment.returned_date = Day(2026, 2, 3);
  if (state == PaymentState::kAssigned) payment.claimed_for = kDebtor;
  if (debtor.IsNil()) return payment;
  payment.parts = {{.debt = NumberedId<DebtId>(1), .amount = 1}};
  if (!came) payment.announced = {{NumberedId<DebtId>(1), 1}};
  if (state == PaymentState::kFailed) payment.landed_time = TestNow() + absl::Hours(1);
  if (came) {
    payment.parts.front().entry = NumberedId<EntryId>(each);
    payment.parts.front().paid[Bucket::kPrincipal] = 1;
  }
  return payment;
}

// Everything that is optional, as large and as difficult as it may be.
Payment FullPayment() {
  Payment payment = APaymentOf(kDebtor, 1, PaymentState::kReturned);
  payment.currency = CurrencyOf("KWD");
  payment.external_ref = R"(O'Brien "B" \ {1,2} 例)";
  payment.amount = kLargestBalance;
  payment.expected_date = Day(1900, 1, 1);
  payment.value_date = Day(9999, 12, 31);
  payment.method = "virement, «例»";
  payment.note = Secret("two lines\nand {braces}, 例");
  payment.instructions = {{NumberedId<DebtId>(1), kLargestBalance - 1}, {NumberedId<DebtId>(2), 1}};
  payment.strategy = SplitStrategy::kProportional;
  payment.order = {Bucket::kPrincipal, Bucket::kPenalty, Bucket::kCosts, Bucket::kFees,
                   Bucket::kInterest};
  payment.parts = {{.debt = NumberedId<DebtId>(1),
                    .entry = NumberedId<EntryId>(1),
                    .amount = kLargestBalance - 1,
                    .because = PartReason::kInstructed,
                    .owed = kLargestBalance,
                    .paid = {},
                    .held = 3,
                    .recovered = 4},
                   {.debt = NumberedId<DebtId>(2),
                    .entry = NumberedId<EntryId>(2),
                    .amount = 1,
                    .because = PartReason::kRemainder}};
  for (const Bucket bucket : kBuckets) {
    payment.parts.front().paid[bucket] = static_cast<std::int64_t>(bucket) + 1;
  }
  payment.announced = {{NumberedId<DebtId>(1), kLargestBalance}, {NumberedId<DebtId>(2), 1}};
  payment.landed_time = TestNow() + absl::Microseconds(999'999);
  payment.returned_date = Day(2026, 2, 3);
  payment.return_reason = Secret("'no funds'");
  payment.actor = "agent \"例\"";
  payment.created_time = TestNow() + absl::Microseconds(1);
  payment.updated_time = TestNow() + absl::Microseconds(2);
  return payment;
}

class PaymentsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Add(const Payment& payment) {
    return Record(payment.debtor, [&](UnitOfWork& unit) { unit.payments().Add(payment); });
  }
  absl::Status Replace(const Payment& payment) {
    return Record(payment.debtor, [&](UnitOfWork& unit) { unit.payments().Replace(payment); });
  }
  // With the revision that its transaction gives.
  Payment Kept(Payment payment) {
    payment.revision = HeadOf(payment.debtor).revision + 1;
    EXPECT_THAT(Add(payment), IsOk());
    return payment;
  }
  void ExpectStored(const Payment& payment) {
    EXPECT_THAT(world().payment_book().GetPayment(kTenant, payment.debtor, payment.id),
                IsOkAnd(Eq(payment)));
    const auto check = [&](UnitOfWork& unit) {
      EXPECT_THAT(unit.payments().Find(payment.debtor, payment.id), IsOkAnd(Eq(payment)));
      EXPECT_THAT(unit.payments().FindByReference(payment.debtor, payment.external_ref),
                  IsOkAnd(Optional(payment)));
      return absl::OkStatus();
    };
    EXPECT_THAT(Run(payment.debtor, check), IsOk());
  }
  std::vector<Payment> List(const PaymentFilter& filter, PaymentId after = {}, int most = 100) {
    return ValueOf(world().payment_book().ListPayments(kTenant, filter, after, most));
  }
};
PARLEY_OVER_EVERY_STORE(PaymentsContract);

TEST_P(PaymentsContract, ComeBackEqualInEveryState) {
  int number = 0;
  for (const PaymentState state : {PaymentState::kAnnounced, PaymentState::kSettled,
                                   PaymentState::kReturned, PaymentState::kFailed}) {
    ExpectStored(Kept(APaymentOf(kDebtor, ++number, state)));
  }
  for (const PaymentState state :
       {PaymentState::kUnidentified, PaymentState::kAssigned, PaymentState::kReturned}) {
    ExpectStored(Kept(APaymentOf(kDesk, ++number, state)));
  }
}

TEST_P(PaymentsContract, ComeBackEqualWithEverythingExtreme) { ExpectStored(Kept(FullPayment())); }

TEST_P(PaymentsContract, AreNotFoundWhenUnknown) {
  Kept(APaymentOf(kDebtor, 1, PaymentState::kSettled));
  const auto unknown = NumberedId<PaymentId>(2);
  EXPECT_THAT(world().payment_book().GetPayment(kTenant, kDebtor, unknown),
              IsRefused(Reason::kPaymentNotFound));
  EXPECT_THAT(world().payment_book().GetPayment(kTenant, kDesk, NumberedId<PaymentId>(1)),
              IsRefused(Reason::kPaymentNotFound));
  const auto check = [&](UnitOfWork& unit) {
    EXPECT_THAT(unit.payments().Find(kDebtor, unknown), IsRefused(Reason::kPaymentNotFound));
    EXPECT_THAT(unit.payments().FindByReference(kDebtor, "BANK-2"), IsOkAnd(Eq(std::nullopt)));
    EXPECT_THAT(unit.payments().FindByReference(kDesk, "BANK-1"), IsOkAnd(Eq(std::nullopt)));
    return absl::OkStatus();
  };
  EXPECT_THAT(Run({kDesk, kDebtor}, check), IsOk());
}

TEST_P(PaymentsContract, AreRefusedWhenTheirIdOrReferenceIsTaken) {
  const Payment payment = Kept(APaymentOf(kDebtor, 1, PaymentState::kSettled));
  Payment again = APaymentOf(kDebtor, 2, PaymentState::kSettled);
  again.id = payment.id;
  EXPECT_THAT(Add(again), IsRefused(Reason::kPaymentAlreadyPosted));
  again = APaymentOf(kDebtor, 2, PaymentState::kSettled);
  again.external_ref = payment.external_ref;
  EXPECT_THAT(Add(again), IsRefused(Reason::kPaymentAlreadyPosted));
  EXPECT_THAT(List({.debtor = kDebtor}), ElementsAre(payment));
  // Another debtor, and the desk, have their own.
  EXPECT_THAT(Add(APaymentOf(kDesk, 1, PaymentState::kUnidentified)), IsOk());
}

TEST_P(PaymentsContract, AreOfADebtorThatExists) {
  const Payment payment = APaymentOf(NumberedId<DebtorId>(9), 1, PaymentState::kSettled);
  EXPECT_FALSE(Add(payment).ok());
}

TEST_P(PaymentsContract, AreReplacedInWhatMayChange) {
  const Payment announced = Kept(APaymentOf(kDebtor, 1, PaymentState::kAnnounced));
  Payment settled = announced;
  settled.state = PaymentState::kReturned;
  settled.amount = 7;
  settled.value_date = Day(2026, 2, 2);
  settled.parts = {{.debt = NumberedId<DebtId>(2), .entry = NumberedId<EntryId>(3), .amount = 7}};
  settled.landed_time = TestNow() + absl::Minutes(59);
  settled.returned_date = Day(2026, 2, 4);
  settled.return_reason = Secret("no funds");
  settled.revision = HeadOf(kDebtor).revision + 1;
  settled.updated_time = TestNow() + absl::Hours(1);
  Payment asked = settled;
  asked.external_ref = "another";
  asked.method = "another";
  asked.announced = {};
  asked.note = Secret("another");
  asked.created_time = TestNow() + absl::Hours(2);
  ASSERT_THAT(Replace(asked), IsOk());
  ExpectStored(settled);
}

TEST_P(PaymentsContract, AreNotReplacedByAStaleCopyOrWhereNoneIs) {
  const Payment payment = Kept(APaymentOf(kDebtor, 1, PaymentState::kSettled));
  EXPECT_THAT(Replace(payment), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(Replace(APaymentOf(kDebtor, 2, PaymentState::kSettled)),
              IsRefused(Reason::kWriteConflict));
  ExpectStored(payment);
}

TEST_P(PaymentsContract, LeaveNoTraceWhenTheWorkFails) {
  const Trace before = TraceOf(kDebtor);
  const auto work = [&](UnitOfWork& unit) {
    unit.payments().Add(APaymentOf(kDebtor, 1, PaymentState::kSettled));
    return absl::CancelledError("no");
  };
  EXPECT_FALSE(Run(kDebtor, work).ok());
  EXPECT_EQ(TraceOf(kDebtor), before);
  EXPECT_THAT(List({.debtor = kDebtor}), IsEmpty());
}

TEST_P(PaymentsContract, AreListedByStateInPages) {
  std::vector<Payment> announced;
  for (int number = 1; number <= 6; ++number) {
    const bool odd = number % 2 == 1;
    const Payment payment =
        Kept(APaymentOf(kDebtor, number, odd ? PaymentState::kAnnounced : PaymentState::kSettled));
    if (odd) announced.push_back(payment);
  }
  Kept(APaymentOf(kDesk, 7, PaymentState::kUnidentified));
  EXPECT_THAT(List({.debtor = kDebtor}), SizeIs(6));
  const PaymentFilter on_its_way{.debtor = kDebtor, .state = PaymentState::kAnnounced};
  EXPECT_EQ(List(on_its_way), announced);
  EXPECT_THAT(List(on_its_way, {}, 2), ElementsAre(announced[0], announced[1]));
  EXPECT_THAT(List(on_its_way, announced[1].id, 2), ElementsAre(announced[2]));
  EXPECT_THAT(List({.debtor = kDesk, .state = PaymentState::kUnidentified}), SizeIs(1));
  EXPECT_THAT(List({.debtor = NumberedId<DebtorId>(9)}), IsEmpty());
}

TEST_P(PaymentsContract, AnnouncedAreFoundInAUnitOfWork) {
  const Payment second = Kept(APaymentOf(kDebtor, 2, PaymentState::kAnnounced));
  const Payment first = Kept(APaymentOf(kDebtor, 1, PaymentState::kAnnounced));
  Kept(APaymentOf(kDebtor, 3, PaymentState::kSettled));
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    EXPECT_THAT(ValueOf(unit.payments().AnnouncedOf(kDebtor)),
                                ElementsAre(first, second));
                    return absl::OkStatus();
                  }),
              IsOk());
}

TEST_P(PaymentsContract, OnTheirWayAreFoundBesideTheJournal) {
  const Debt debt = Have(ADebt(1).Build(), {AnOpening()});
  const Payment announced = Kept(APaymentOf(kDebtor, 1, PaymentState::kAnnounced));
  const Payment failed = Kept(APaymentOf(kDebtor, 2, PaymentState::kFailed));
  Kept(APaymentOf(kDebtor, 3, PaymentState::kSettled));
  Payment of_another = APaymentOf(kDebtor, 4, PaymentState::kAnnounced);
  of_another.parts.front().debt = NumberedId<DebtId>(2);
  of_another.announced.front().debt = NumberedId<DebtId>(2);
  of_another = Kept(of_another);
  const DebtJournal journal = ValueOf(world().portfolio().GetJournal(kTenant, kDebtor, debt.id));
  EXPECT_THAT(journal.expected,
              ElementsAre(*ExpectedFor(debt.id, announced), *ExpectedFor(debt.id, failed)));
  EXPECT_THAT(journal.entries, SizeIs(1));
}

TEST_P(PaymentsContract, MeetAllLedgersOfTheirDebtor) {
  Have(ADebtor(2).Build());
  Debt first = ADebt(1);
  const Entry opening = AnOpening();
  const Entry paid = AnEntry(2);
  first = Have(first, {opening, paid});
  const Debt second = Have(ADebt(2).With(&Debt::external_ref, "OTHER").Build());
  Debt of_another = ADebt(3);
  of_another.debtor = NumberedId<DebtorId>(2);
  Have(of_another);
  const auto check = [&](UnitOfWork& unit) {
    const auto ledgers = ValueOf(unit.debts().FindLedgersOf(kDebtor, paid.external_ref));
    EXPECT_THAT(ledgers, SizeIs(2));
    EXPECT_EQ(ledgers[0].debt, first);
    EXPECT_THAT(ledgers[0].known, ElementsAre(paid));
    EXPECT_EQ(ledgers[1].debt, second);
    EXPECT_THAT(ledgers[1].known, IsEmpty());
    EXPECT_EQ(
        ledgers[0].time_zone,
        ValueOf(unit.debts().FindLedgers(std::vector<LedgerProbe>{{kDebtor, first.id, {}}}))[0]
            .time_zone);
    EXPECT_THAT(unit.debts().FindLedgersOf(NumberedId<DebtorId>(9), "X"), IsOkAnd(IsEmpty()));
    return absl::OkStatus();
  };
  EXPECT_THAT(Run(kDebtor, check), IsOk());
}

}  // namespace
}  // namespace parley
