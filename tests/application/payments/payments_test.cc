// SPDX-License-Identifier: Apache-2.0
// What becomes of money over all debts of a debtor: announced, come in, gone back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "domain/common/violations.h"
#include "tests/application/payments/payer.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Payments : public Payer {};

TEST_F(Payments, FallOnTheOldestDebtFirstAndSayWhy) {
  const auto paid = Pay(PaymentOf("BANK-1", 150'000));
  ASSERT_THAT(paid, IsOk());
  EXPECT_EQ(paid->state, PaymentState::kSettled);
  ASSERT_THAT(paid->parts, SizeIs(2));
  EXPECT_EQ(paid->parts[0].debt, old.id);
  EXPECT_EQ(paid->parts[0].amount, 100'000);
  EXPECT_EQ(paid->parts[0].because, PartReason::kOldestFirst);
  EXPECT_EQ(paid->parts[0].owed, 100'000);
  EXPECT_EQ(paid->parts[0].paid[Bucket::kPrincipal], 100'000);
  EXPECT_EQ(paid->parts[1].debt, young.id);
  EXPECT_EQ(paid->parts[1].amount, 50'000);
  EXPECT_EQ(world.Reload(old).status, DebtStatus::kPaid);
  EXPECT_EQ(world.Reload(young).position, Owing(150'000));
  const std::vector<Entry> journal = world.Journal(old);
  EXPECT_EQ(journal.back().id, paid->parts[0].entry);
  EXPECT_EQ(journal.back().external_ref, "BANK-1");
  EXPECT_EQ(journal.back().reason, Secret("for my loans"));
  EXPECT_THAT(Findings(), IsEmpty());
}

TEST_F(Payments, FallOnEachDebtByItsShareWhenAsked) {
  PostPayment::Command command = PaymentOf("BANK-1", 60'000);
  command.wishes.strategy = SplitStrategy::kProportional;
  ASSERT_THAT(Pay(command), IsOk());
  EXPECT_EQ(world.Reload(old).position, Owing(90'000));
  EXPECT_EQ(world.Reload(young).position, Owing(180'000));
  EXPECT_EQ(world.Reload(youngest).position, Owing(270'000));
}

TEST_F(Payments, FallWhereThePayerSaysByDebtAndByBucket) {
  world.AllowFees();
  ASSERT_THAT(world.Post(youngest, AFee("FEE-1", 5'000, "2026-01-15")), IsOk());
  PostPayment::Command command = PaymentOf("BANK-1", 4'000);
  command.wishes.instructions = {{youngest.id, 3'000}};
  command.wishes.order = {Bucket::kPrincipal, Bucket::kInterest, Bucket::kFees, Bucket::kCosts,
                          Bucket::kPenalty};
  const auto paid = Pay(command);
  ASSERT_THAT(paid, IsOk());
  ASSERT_THAT(paid->parts, SizeIs(2));
  EXPECT_EQ(paid->parts[1].because, PartReason::kInstructed);
  EXPECT_EQ(paid->parts[1].paid[Bucket::kPrincipal], 3'000);
  EXPECT_EQ(world.Reload(youngest).position.owed[Bucket::kFees], 5'000);
}

TEST_F(Payments, AreHeldOnTheOldestDebtWhenAllArePaid) {
  const auto paid = Pay(PaymentOf("BANK-1", 600'500));
  ASSERT_THAT(paid, IsOk());
  EXPECT_EQ(world.Reload(old).position, Holding(500));
  EXPECT_EQ(paid->parts[0].held, 500);
  EXPECT_EQ(world.Reload(youngest).status, DebtStatus::kPaid);
}

TEST_F(Payments, RecoverWhatWasWrittenOffWhenNothingElseIsOwed) {
  PayAll();
  ASSERT_THAT(world.Post(young, ACharge("C-1", 700)), IsOk());
  ASSERT_THAT(WriteOffAll(young), IsOk());
  const auto paid = Pay(PaymentOf("BANK-2", 800));
  ASSERT_THAT(paid, IsOk());
  ASSERT_THAT(paid->parts, SizeIs(1));
  EXPECT_EQ(paid->parts[0].because, PartReason::kRemainder);
  EXPECT_EQ(paid->parts[0].recovered, 700);
  EXPECT_EQ(paid->parts[0].held, 100);
  EXPECT_THAT(Findings(), IsEmpty());
}

TEST_F(Payments, AreKnownByTheirReference) {
  const auto first = Pay(PaymentOf("BANK-1", 1'000));
  const auto again = Pay(PaymentOf("BANK-1", 1'000));
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(*again, *first);
  EXPECT_EQ(world.Reload(old).position, Owing(99'000));
  EXPECT_EQ(ReasonOf(Pay(PaymentOf("BANK-1", 1'001)).status()), Reason::kPaymentAlreadyPosted);
}

TEST_F(Payments, AreNotPostedBesideTheSameMoneyInOneLedger) {
  ASSERT_THAT(world.Post(old, APayment("BANK-1", 1'000)), IsOk());
  EXPECT_EQ(ReasonOf(Pay(PaymentOf("BANK-1", 1'000)).status()), Reason::kEntryAlreadyPosted);
}

TEST_F(Payments, FindTheInterestThatIsDueByThen) {
  const Debt bearing = PlaceBearing("L-9");
  PostPayment::Command command = PaymentOf("BANK-1", 1'000'000);
  command.report.amount = Money(100'000, CurrencyOf("USD"));
  const auto paid = Pay(command);
  ASSERT_THAT(paid, IsOk());
  EXPECT_EQ(paid->parts[0].owed, 36'655);
  EXPECT_EQ(paid->parts[0].paid[Bucket::kInterest], 155);
  EXPECT_EQ(paid->parts[0].held, 100'000 - 36'655);
  EXPECT_THAT(world.Findings(bearing), IsEmpty());
}

TEST_F(Payments, ThatAreLearntOfLateFindNoMoreThanIsStillOwed) {
  ASSERT_THAT(world.Post(old, APayment("P-1", 70'000, "2026-02-20")), IsOk());
  const auto paid = Pay(PaymentOf("BANK-1", 40'000, "2026-02-10"));
  ASSERT_THAT(paid, IsOk());
  ASSERT_THAT(paid->parts, SizeIs(2));
  EXPECT_EQ(paid->parts[0].amount, 30'000);
  EXPECT_EQ(paid->parts[1].amount, 10'000);
  EXPECT_EQ(world.Reload(old).status, DebtStatus::kPaid);
  EXPECT_THAT(Findings(), IsEmpty());
}

TEST_F(Payments, AreRefusedWhereNoDebtTakesThem) {
  PostPayment::Command command = PaymentOf("BANK-1", 1'000);
  command.debtor = world.MakeDebtor("D-2").id;
  EXPECT_EQ(ReasonOf(Pay(command).status()), Reason::kNoDebtForPayment);
  command.debtor = NumberedId<DebtorId>(77);
  EXPECT_EQ(ReasonOf(Pay(command).status()), Reason::kDebtorNotFound);
  command = PaymentOf("BANK-1", 1'000);
  command.report.amount = Money(1'000, CurrencyOf("JPY"));
  EXPECT_EQ(ReasonOf(Pay(command).status()), Reason::kNoDebtForPayment);
  command = PaymentOf("BANK-1", 1'000, "2025-12-31");
  EXPECT_THAT(ViolationsOf(Pay(command).status()),
              ElementsAre(Violation{"value_date", Fault::kDateBeforeOpening}));
}

TEST_F(Payments, PassByADebtOfWhichItIsNotClearWhoseItIs) {
  Hold hold = ARespite("2026-02-01");
  hold.type = HoldType::kIdentity;
  hold.debt = old.id;
  const Hold placed = world.PlaceAHold(debtor.id, hold).value();
  const auto paid = Pay(PaymentOf("BANK-1", 1'000));
  ASSERT_THAT(paid, IsOk());
  ASSERT_THAT(paid->parts, SizeIs(1));
  EXPECT_EQ(paid->parts[0].debt, young.id);
  PostPayment::Command wanted = PaymentOf("BANK-2", 1'000);
  wanted.wishes.instructions = {{old.id, 1'000}};
  const absl::Status refused = Pay(wanted).status();
  EXPECT_THAT(refused, IsRefused(Reason::kMoneyHeldApart));
  EXPECT_EQ(MetadataOf(refused).at("hold"), placed.id.ToString());
}

TEST_F(Payments, AreKeptApartWhenItIsClearOfNoDebtWhoseItIs) {
  const Payment announced = Announce("BANK-1", 1'000).value();
  Hold hold = ARespite("2026-02-01");
  hold.type = HoldType::kIdentity;
  ASSERT_THAT(world.PlaceAHold(debtor.id, hold), IsOk());
  const std::string before = State();
  EXPECT_THAT(Pay(PaymentOf("BANK-2", 1'000)), IsRefused(Reason::kMoneyHeldApart));
  EXPECT_THAT(SettleIt(announced, 1'000), IsRefused(Reason::kMoneyHeldApart));
  EXPECT_THAT(Announce("BANK-3", 1'000), IsRefused(Reason::kMoneyHeldApart));
  EXPECT_EQ(State(), before);
}

TEST_F(Payments, OnTheirWayStopFeesOfTheirDebt) {
  world.AllowFees();
  const Payment announced = Announce("BANK-1", 1'000).value();
  EXPECT_THAT(world.Post(old, AFee("FEE-1", 100)), IsRefused(Reason::kFeesOnHold));
  EXPECT_THAT(world.Post(young, AFee("FEE-1", 100)), IsOk());
  ASSERT_THAT(SettleIt(announced, 1'000), IsOk());
  EXPECT_THAT(world.Post(old, AFee("FEE-1", 100)), IsOk());
}

TEST_F(Payments, GiveADebtNoMoreThanItsQuoteAsksFor) {
  world.AllowFees();
  const QuotePayoff::Command quote{debtor.id, old.id, {}, {}};
  Kept<QuotePayoff::Result> quoted;
  ASSERT_THAT(world.app.quote_payoff.Handle(world.ACall(), quote, quoted), IsOk());
  ASSERT_THAT(world.Post(old, AFee("FEE-1", 700, FormatDay(TestToday()))), IsOk());
  const auto paid = Pay(PaymentOf("BANK-1", 150'000, FormatDay(TestToday())));
  ASSERT_THAT(paid, IsOk());
  ASSERT_THAT(paid->parts, SizeIs(2));
  EXPECT_EQ(paid->parts[0].amount, 100'000);
  EXPECT_EQ(paid->parts[0].owed, 100'700);
  EXPECT_EQ(paid->parts[1].amount, 50'000);
  EXPECT_EQ(world.Reload(old).status, DebtStatus::kPaid);
  EXPECT_THAT(Findings(), IsEmpty());
}

TEST_F(Payments, AreRefusedWithWishesForWhatIsNotThere) {
  PostPayment::Command command = PaymentOf("BANK-1", 1'000);
  command.wishes.instructions = {{NumberedId<DebtId>(77), 10}};
  EXPECT_EQ(ReasonOf(Pay(command).status()), Reason::kDebtNotFound);
  const Debt dollars = PlaceBearing("L-9");
  command.wishes.instructions = {{old.id, 10}, {dollars.id, 10}};
  EXPECT_THAT(ViolationsOf(Pay(command).status()),
              ElementsAre(Violation{"instructions[1].debt", Fault::kCurrencyMismatch}));
  command = PaymentOf("BANK-1", 1'000, "2025-12-31");
  command.wishes.instructions = {{old.id, 10}};
  EXPECT_THAT(ViolationsOf(Pay(command).status()),
              ElementsAre(Violation{"instructions[0].debt", Fault::kDateBeforeOpening}));
}

TEST_F(Payments, AreJudgedWithoutBeingPosted) {
  Kept<Payment> judged;
  Call call = world.ACall();
  call.validate_only = true;
  ASSERT_THAT(world.app.post_payment.Handle(call, PaymentOf("BANK-1", 1'000), judged), IsOk());
  EXPECT_EQ(judged->parts[0].amount, 1'000);
  EXPECT_EQ(world.Reload(old).position, Owing(100'000));
  EXPECT_THAT(world.Journal(old), SizeIs(1));
}

TEST_F(Payments, OnTheirWayChangeNoBalance) {
  const std::size_t before = world.database.Events(world.tenant).size();
  const auto announced = Announce("BANK-1", 150'000);
  ASSERT_THAT(announced, IsOk());
  EXPECT_EQ(announced->state, PaymentState::kAnnounced);
  ASSERT_THAT(announced->parts, SizeIs(2));
  EXPECT_TRUE(announced->parts[0].entry.IsNil());
  EXPECT_EQ(world.Reload(old).position, Owing(100'000));
  EXPECT_THAT(EventsSince(before),
              ElementsAre(EventType::kPaymentInFlight, EventType::kPaymentInFlight));
  const auto listed =
      world.payment_book.ListPayments(world.tenant, {debtor.id, PaymentState::kAnnounced}, {}, 10);
  EXPECT_EQ(InFlightTo(old.id, *listed, TestToday()), 100'000);
  EXPECT_EQ(InFlightTo(youngest.id, *listed, TestToday()), 0);
}

TEST_F(Payments, OnTheirWayAreShownByStatementsThatStayTheSameForEver) {
  world.clock.Advance(absl::Hours(1));
  const auto announced = Announce("BANK-1", 150'000);
  const IssueStatement::Query query{
      world.tenant, debtor.id, young.id, {DayOf("2026-01-01"), DayOf("2026-12-31")}, std::nullopt};
  const auto before = world.app.issue_statement.Handle(query);
  ASSERT_THAT(before, IsOk());
  EXPECT_THAT(before->in_flight, ElementsAre(*ExpectedFor(young.id, *announced)));
  EXPECT_EQ(before->in_flight.front().amount, 50'000);
  EXPECT_EQ(*Net(before->statement.closing), 200'000);
  IssueStatement::Query again = query;
  again.known_at = before->statement.known_at;
  EXPECT_EQ(world.app.issue_statement.Handle(again)->in_flight, before->in_flight);
  world.clock.Advance(absl::Hours(1));
  ASSERT_THAT(SettleIt(*announced, 150'000), IsOk());
  const auto after = world.app.issue_statement.Handle(query);
  EXPECT_THAT(after->in_flight, IsEmpty());
  EXPECT_EQ(*Net(after->statement.closing), 150'000);
  const auto issued_again = world.app.issue_statement.Handle(again);
  EXPECT_EQ(issued_again->in_flight, before->in_flight);
  EXPECT_EQ(*Net(issued_again->statement.closing), 200'000);
}

TEST_F(Payments, OnTheirWaySettleWithWhatCameIn) {
  const auto announced = Announce("BANK-1", 150'000);
  const auto settled = SettleIt(*announced, 120'000);
  ASSERT_THAT(settled, IsOk());
  EXPECT_EQ(settled->state, PaymentState::kSettled);
  EXPECT_EQ(settled->amount, 120'000);
  EXPECT_EQ(settled->parts[1].amount, 20'000);
  EXPECT_EQ(world.Reload(young).position, Owing(180'000));
  EXPECT_EQ(ReasonOf(SettleIt(*announced, 1).status()), Reason::kPaymentNotAnnounced);
  EXPECT_THAT(Findings(), IsEmpty());
}

TEST_F(Payments, OnTheirWayMeetWishesAsFarAsTheMoneyGoes) {
  AnnouncePayment::Command command = Announcement("BANK-1", 100);
  command.wishes.instructions = {{youngest.id, 60}, {young.id, 40}};
  const auto announced = Announce(command);
  const auto settled = SettleIt(*announced, 80);
  ASSERT_THAT(settled, IsOk());
  EXPECT_EQ(settled->parts[0].amount, 20);
  EXPECT_EQ(settled->parts[1].amount, 60);
}

TEST_F(Payments, OnTheirWayMayFail) {
  const auto announced = Announce("BANK-1", 150'000);
  const std::size_t before = world.database.Events(world.tenant).size();
  const auto failed = Return(*announced);
  ASSERT_THAT(failed, IsOk());
  EXPECT_EQ(failed->state, PaymentState::kFailed);
  EXPECT_THAT(EventsSince(before), Each(EventType::kPaymentReturned));
  EXPECT_EQ(ReasonOf(Return(*announced).status()), Reason::kPaymentAlreadyReturned);
  EXPECT_EQ(ReasonOf(SettleIt(*announced, 1).status()), Reason::kPaymentNotAnnounced);
  EXPECT_THAT(world.Journal(old), SizeIs(1));
}

TEST_F(Payments, AreAnnouncedForDaysThatMayBeMeant) {
  AnnouncePayment::Command command = Announcement("BANK-1", 100);
  command.expected_date = TestToday() - kDaysInFlight - 1;
  EXPECT_THAT(ViolationsOf(Announce(command).status()),
              ElementsAre(Violation{"expected_date", Fault::kOutOfRange}));
}

TEST_F(Payments, ThatGoBackLeaveEverythingAsItWas) {
  ASSERT_THAT(world.Post(young, APayment("P-1", 5'000, "2026-02-20")), IsOk());
  const std::string before = State();
  const auto paid = Pay(PaymentOf("BANK-1", 600'500, "2026-02-10"));
  ASSERT_THAT(paid, IsOk());
  const std::size_t events = world.database.Events(world.tenant).size();
  const auto returned = Return(*paid);
  ASSERT_THAT(returned, IsOk());
  EXPECT_EQ(returned->state, PaymentState::kReturned);
  EXPECT_EQ(returned->returned_date, TestToday());
  EXPECT_EQ(State(), before);
  EXPECT_THAT(Findings(), IsEmpty());
  EXPECT_THAT(EventsSince(events), testing::Contains(EventType::kPaymentReturned).Times(3));
  EXPECT_EQ(ReasonOf(Return(*paid).status()), Reason::kPaymentAlreadyReturned);
  EXPECT_EQ(world.Journal(old).back().reason, Secret("no funds"));
}

TEST_F(Payments, AreToldOnTheirWayHoweverManyTheyAre) {
  for (int number = 1; number <= 201; ++number) {
    ASSERT_THAT(Announce("BANK-" + std::to_string(number), 100), IsOk());
  }
  const auto told = world.app.explain_debt.Handle({world.tenant, debtor.id, old.id});
  ASSERT_THAT(told, IsOk());
  EXPECT_EQ(told->on_its_way, 20'100);
}

TEST_F(Payments, AreNamedByTheirEvents) {
  const std::size_t count = world.database.Events(world.tenant).size();
  const auto paid = Pay(PaymentOf("BANK-1", 150'000));
  ASSERT_THAT(paid, IsOk());
  ASSERT_THAT(Return(*paid), IsOk());
  const auto announced = Announce("BANK-2", 100);
  int named = 0;
  const auto events = world.database.Events(world.tenant);
  for (std::size_t at = count; at < events.size(); ++at) {
    const Event& event = events[at].event;
    if (event.subject == paid->id.uuid()) ++named;
    EXPECT_EQ(event.subject == announced->id.uuid(), event.type == EventType::kPaymentInFlight);
  }
  EXPECT_EQ(named, 4);
}

TEST_F(Payments, AreNotUndoneInParts) {
  const auto paid = Pay(PaymentOf("BANK-1", 150'000));
  const ReverseEntry::Command reverse{debtor.id, old.id, paid->parts[0].entry, "", {}, {}, {}};
  Kept<ReverseEntry::Result> reversed;
  EXPECT_EQ(ReasonOf(world.app.reverse_entry.Handle(world.ACall(), reverse, reversed).status()),
            Reason::kPaymentPartNotReversible);
  ASSERT_THAT(Return(*paid), IsOk());
  EXPECT_EQ(world.Reload(old).position, Owing(100'000));
  EXPECT_EQ(world.Reload(young).position, Owing(200'000));
}

TEST_F(Payments, AreRefusedAtAStaleEtag) {
  const auto announced = Announce("BANK-1", 100);
  const SettlePayment::Command settle{debtor.id, announced->id, DayOf("2026-02-01"), {}, 999};
  Kept<Payment> kept;
  EXPECT_EQ(ReasonOf(world.app.settle_payment.Handle(world.ACall(), settle, kept).status()),
            Reason::kEtagStale);
  const ReturnPayment::Command back{debtor.id, announced->id, Secret("no funds"), 999};
  EXPECT_EQ(ReasonOf(world.app.return_payment.Handle(world.ACall(), back, kept).status()),
            Reason::kEtagStale);
}

}  // namespace
}  // namespace parley
