// SPDX-License-Identifier: Apache-2.0
// Store::Run: all or nothing, and what a unit of work sees.
#include "tests/contract/contract.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::Eq;
using testing::IsEmpty;
using testing::SizeIs;

class TransactionsContract : public StoreContract {
 protected:
  // Records one thing of every kind about debtor 1.
  static void RecordEverything(UnitOfWork& unit) {
    const Debt debt = ADebt().With(&Debt::revision, unit.Head(ADebt().Build().debtor).revision + 1);
    const std::vector<Entry> entries = {AnOpening()};
    unit.debts().Add(debt);
    unit.debts().Append(debt, entries);
    unit.outbox().Append(AnEvent());
    unit.audit().Append(FirstRow(debt.debtor, unit));
    unit.answers().Remember({{"agent-1", "Method", NumberedId<RequestId>(1)},
                             debt.debtor,
                             NumberedFingerprint(7),
                             "bytes",
                             TestNow()});
  }

  static AuditRow FirstRow(DebtorId debtor, const UnitOfWork& unit) {
    AuditRow row;
    row.debtor = debtor;
    row.number = unit.Head(debtor).audit.number + 1;
    row.time = TestNow();
    row.actor = "agent-1";
    row.action = "Method";
    row.revision = unit.Head(debtor).revision;
    row.mac = NumberedFingerprint(9);
    return row;
  }
};
PARLEY_OVER_EVERY_STORE(TransactionsContract);

TEST_P(TransactionsContract, ReturnTheErrorOfTheWorkAndLeaveNoTrace) {
  HaveParties();
  const Trace before = TraceOf(kDebtor);
  const absl::Status refused = Run(kDebtor, [](UnitOfWork& unit) {
    RecordEverything(unit);
    return Refuse(Reason::kDebtClosedToEntries, "Said by the work.", {{"debt", "one"}});
  });
  EXPECT_THAT(refused, IsRefused(Reason::kDebtClosedToEntries));
  EXPECT_EQ(refused.message(), "Said by the work.");
  EXPECT_THAT(MetadataOf(refused), testing::ElementsAre(testing::Pair("debt", "one")));
  EXPECT_TRUE(TraceOf(kDebtor) == before);
}

TEST_P(TransactionsContract, ReturnAnErrorOfTheWorkThatHasNoReason) {
  HaveParties();
  EXPECT_EQ(Run(kDebtor, [](UnitOfWork&) { return absl::CancelledError("rehearsal"); }),
            absl::CancelledError("rehearsal"));
}

TEST_P(TransactionsContract, ReportACommitThatFailedAndLeaveNoTrace) {
  HaveParties();
  Have(ADebt(2).With(&Debt::external_ref, ADebt().Build().external_ref).Build());
  const Trace before = TraceOf(kDebtor);
  EXPECT_THAT(Record(kDebtor, RecordEverything), IsRefused(Reason::kDebtAlreadyPlaced));
  EXPECT_TRUE(TraceOf(kDebtor) == before);
  const RequestKey key{"agent-1", "Method", NumberedId<RequestId>(1)};
  EXPECT_THAT(world().given_answers().Find(kTenant, key), IsOkAnd(Eq(std::nullopt)));
}

TEST_P(TransactionsContract, WriteEverythingAtOnce) {
  HaveParties();
  ASSERT_THAT(Record(kDebtor, RecordEverything), IsOk());
  const Trace after = TraceOf(kDebtor);
  EXPECT_THAT(after.debts, SizeIs(1));
  EXPECT_THAT(after.entries, SizeIs(1));
  EXPECT_THAT(after.events, SizeIs(1));
  EXPECT_EQ(after.audit.number, 1);
  EXPECT_EQ(after.revision, 2);
}

TEST_P(TransactionsContract, ShowNobodyWhatIsNotCommitted) {
  const absl::Status done = Run(kDebtor, [&](UnitOfWork& unit) {
    unit.debtors().Add(ADebtor());
    EXPECT_THAT(unit.debtors().Find(kDebtor), IsRefused(Reason::kDebtorNotFound));
    EXPECT_THAT(world().directory().GetDebtor(kTenant, kDebtor),
                IsRefused(Reason::kDebtorNotFound));
    return absl::OkStatus();
  });
  EXPECT_THAT(done, IsOk());
  EXPECT_THAT(world().directory().GetDebtor(kTenant, kDebtor), IsOk());
}

TEST_P(TransactionsContract, ThatRecordNothingChangeNothing) {
  HaveParties();
  const Trace before = TraceOf(kDebtor);
  EXPECT_THAT(Record(kDebtor, [](UnitOfWork&) {}), IsOk());
  EXPECT_TRUE(TraceOf(kDebtor) == before);
}

TEST_P(TransactionsContract, GiveADebtorWhoDoesNotExistAHeadOfZeros) {
  ASSERT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       EXPECT_EQ(unit.Head(kDebtor).revision, 0);
                       EXPECT_EQ(unit.Head(kDebtor).audit, AuditHead{});
                     }),
              IsOk());
}

TEST_P(TransactionsContract, RaiseARevisionByOneHoweverMuchChanges) {
  HaveParties();
  ASSERT_EQ(HeadOf(kDebtor).revision, 1);
  ASSERT_THAT(Record(kDebtor, RecordEverything), IsOk());
  EXPECT_EQ(HeadOf(kDebtor).revision, 2);
  const absl::StatusOr<Debtor> debtor = world().directory().GetDebtor(kTenant, kDebtor);
  ASSERT_THAT(debtor, IsOk());
  EXPECT_EQ(debtor->revision, 2);
  EXPECT_EQ(debtor->record_revision, 1);
}

TEST_P(TransactionsContract, TellWhatTheyChange) {
  HaveParties();
  ASSERT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       EXPECT_FALSE(unit.Changes(kDebtor));
                       unit.audit().Append(FirstRow(kDebtor, unit));
                       unit.answers().Remember({{}, kDebtor, {}, "bytes", TestNow()});
                       EXPECT_FALSE(unit.Changes(kDebtor));
                       unit.outbox().Append(AnEvent());
                       EXPECT_TRUE(unit.Changes(kDebtor));
                     }),
              IsOk());
  EXPECT_EQ(HeadOf(kDebtor).revision, 2);
}

TEST_P(TransactionsContract, KeepARevisionThatOnlyAuditRowsAndAnswersTouch) {
  HaveParties();
  ASSERT_THAT(
      Record(kDebtor, [&](UnitOfWork& unit) { unit.audit().Append(FirstRow(kDebtor, unit)); }),
      IsOk());
  EXPECT_EQ(HeadOf(kDebtor).revision, 1);
  EXPECT_EQ(HeadOf(kDebtor).audit, (AuditHead{1, NumberedFingerprint(9)}));
}

TEST_P(TransactionsContract, GiveTheDeskARevisionOfItsOwn) {
  EXPECT_EQ(HeadOf(kDesk).revision, 0);
  Have(ACreditor(1).Build());
  EXPECT_EQ(Have(ACreditor(2).Build()).revision, 2);
  EXPECT_EQ(HeadOf(kDesk).revision, 2);
  EXPECT_EQ(HeadOf(kDebtor).revision, 0);
}

TEST_P(TransactionsContract, WriteAboutTwoHundredDebtorsInOneRun) {
  std::vector<DebtorId> all;
  for (int number = 1; number <= 200; ++number) all.push_back(ADebtor(number).Build().id);
  const absl::Status done = Run(all, [](UnitOfWork& unit) {
    for (int number = 1; number <= 200; ++number) unit.debtors().Add(ADebtor(number));
    return absl::OkStatus();
  });
  ASSERT_THAT(done, IsOk());
  EXPECT_THAT(world().directory().ListDebtors(kTenant, {}, 1000), IsOkAnd(SizeIs(200)));

  Have(ACreditor().Build());
  const absl::Status placed = Run(all, [](UnitOfWork& unit) {
    for (int number = 1; number <= 200; ++number) {
      const Debt debt = ADebt(number)
                            .With(&Debt::debtor, NumberedId<DebtorId>(std::uint64_t(number)))
                            .With(&Debt::revision, 2);
      const std::vector<Entry> entries = {AnOpening()};
      unit.debts().Add(debt);
      unit.debts().Append(debt, entries);
      unit.audit().Append(FirstRow(debt.debtor, unit));
      unit.outbox().Append(AnEvent(number).With(&Event::debtor, debt.debtor));
    }
    return absl::OkStatus();
  });
  ASSERT_THAT(placed, IsOk());
  EXPECT_THAT(world().portfolio().ListDebts(kTenant, {}, {}, 1000), IsOkAnd(SizeIs(200)));
  EXPECT_THAT(world().Events(kTenant), SizeIs(200));
  for (const DebtorId& id : all) EXPECT_EQ(HeadOf(id).revision, 2);
}

TEST_P(TransactionsContract, AreRefusedANumberOfDebtorsOutOfRange) {
  const auto nothing = [](UnitOfWork&) { return absl::OkStatus(); };
  EXPECT_THAT(Run(std::vector<DebtorId>{}, nothing), IsRefused(Reason::kInternal));
  std::vector<DebtorId> debtors;
  for (std::uint64_t number = 1; number <= Store::kMostDebtors + 1; ++number) {
    debtors.push_back(NumberedId<DebtorId>(number));
  }
  EXPECT_THAT(Run(debtors, nothing), IsRefused(Reason::kInternal));
  debtors.pop_back();
  EXPECT_THAT(Run(debtors, nothing), IsOk());
}

TEST_P(TransactionsContract, AreRefusedAWriteAboutADebtorWhoseLockIsNotHeld) {
  HaveParties();
  const Trace before = TraceOf(kDebtor);
  const std::vector<std::function<void(UnitOfWork&)>> writes = {
      [](UnitOfWork& unit) { unit.debtors().Replace(ADebtor().With(&Debtor::record_revision, 9)); },
      [](UnitOfWork& unit) { unit.debts().Add(ADebt()); },
      [](UnitOfWork& unit) { unit.creditors().Add(ACreditor(2)); },
      [](UnitOfWork& unit) { unit.outbox().Append(AnEvent()); },
      [](UnitOfWork& unit) { unit.audit().Append(FirstRow(kDebtor, unit)); },
  };
  for (const auto& write : writes) {
    EXPECT_THAT(Record(NumberedId<DebtorId>(2), write), IsRefused(Reason::kInternal));
  }
  EXPECT_TRUE(TraceOf(kDebtor) == before);
}

TEST_P(TransactionsContract, LeaveNoTraceOfABatchOfWhichOneIsInTheWay) {
  Have(ADebtor(100).Build());
  std::vector<DebtorId> all;
  for (int number = 1; number <= 200; ++number) all.push_back(ADebtor(number).Build().id);
  const absl::Status done = Run(all, [](UnitOfWork& unit) {
    for (int number = 1; number <= 200; ++number) unit.debtors().Add(ADebtor(number));
    return absl::OkStatus();
  });
  EXPECT_THAT(done, IsRefused(Reason::kDebtorAlreadyExists));
  EXPECT_THAT(world().directory().ListDebtors(kTenant, {}, 1000), IsOkAnd(SizeIs(1)));
}

TEST_P(TransactionsContract, TakeADebtorNamedTwiceForOne) {
  HaveParties();
  EXPECT_THAT(Run({kDebtor, kDebtor},
                  [](UnitOfWork& unit) {
                    unit.outbox().Append(AnEvent());
                    return absl::OkStatus();
                  }),
              IsOk());
  EXPECT_EQ(HeadOf(kDebtor).revision, 2);
}

TEST_P(TransactionsContract, ThatLoseTheirLinkAreUnavailableAndLeaveNoTrace) {
  HaveParties();
  const Trace before = TraceOf(kDebtor);
  bool cut = false;
  const absl::Status done = Run(kDebtor, [&](UnitOfWork& unit) {
    RecordEverything(unit);
    cut = world().CutLink();
    return absl::OkStatus();
  });
  if (!cut) GTEST_SKIP() << "This store has no link that could be cut.";
  EXPECT_THAT(done, IsRefused(Reason::kStoreUnavailable));
  EXPECT_TRUE(TraceOf(kDebtor) == before);
}

TEST_P(TransactionsContract, AreUnavailableDuringAnOutage) {
  HaveParties();
  if (!world().SetOutage(true)) GTEST_SKIP() << "This store has no outages.";
  EXPECT_THAT(Record(kDebtor, RecordEverything), IsRefused(Reason::kStoreUnavailable));
  ASSERT_TRUE(world().SetOutage(false));
  EXPECT_THAT(TraceOf(kDebtor).debts, IsEmpty());
  EXPECT_THAT(Record(kDebtor, RecordEverything), IsOk());
}

}  // namespace
}  // namespace parley
