// SPDX-License-Identifier: Apache-2.0
// Debts as records: what is placed, found, replaced and refused.
#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

MATCHER_P(LedgerOf, debt, "is this debt's ledger") { return arg.debt == debt; }

class DebtsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Add(const Debt& debt) {
    return Record(debt.debtor, [&](UnitOfWork& unit) { unit.debts().Add(debt); });
  }
  absl::Status Replace(const Debt& debt) {
    return Record(debt.debtor, [&](UnitOfWork& unit) { unit.debts().Replace(debt); });
  }
  std::vector<LedgerHead> Ledgers(const std::vector<DebtorId>& debtors,
                                  const std::vector<LedgerProbe>& probes) {
    std::vector<LedgerHead> ledgers;
    EXPECT_THAT(Run(debtors,
                    [&](UnitOfWork& unit) {
                      ledgers = ValueOf(unit.debts().FindLedgers(probes));
                      return absl::OkStatus();
                    }),
                IsOk());
    return ledgers;
  }
  void ExpectStored(const Debt& debt) {
    EXPECT_THAT(world().portfolio().GetDebt(kTenant, debt.debtor, debt.id), IsOkAnd(Eq(debt)));
    EXPECT_THAT(Ledgers({debt.debtor}, {{debt.debtor, debt.id, {}}}), ElementsAre(LedgerOf(debt)));
    const auto journal = world().portfolio().GetJournal(kTenant, debt.debtor, debt.id);
    ASSERT_THAT(journal, IsOk());
    EXPECT_EQ(journal->debt, debt);
  }
  absl::Status ReplaceStandings(const std::vector<Debt>& debts) {
    return Record(kDebtor, [&](UnitOfWork& unit) {
      for (const Debt& debt : debts) unit.debts().ReplaceStanding(debt);
    });
  }
  // All that postings change.
  Debt WithOtherStanding(Debt debt) {
    debt = Changed(std::move(debt));
    debt.status = DebtStatus::kOnPlan;
    debt.position.owed[Bucket::kInterest] += kLargestBalance / 4;
    debt.last_value_date += 40;
    debt.entry_count += 3;
    if (debt.interest.has_value()) {
      debt.interest->posted_through = debt.interest->base_since = debt.last_value_date;
      debt.interest->posted += kLargestBalance / 4;
      EXPECT_TRUE(debt.interest->accrued.Add(kLargestBalance, kHighestRate, {365, 366}));
    }
    return debt;
  }
  // A copy that a use case makes in the debtor's next transaction.
  Debt Changed(Debt debt) {
    debt.revision = HeadOf(debt.debtor).revision + 1;
    debt.updated_time = TestNow() + absl::Hours(1);
    return debt;
  }
};
PARLEY_OVER_EVERY_STORE(DebtsContract);

TEST_P(DebtsContract, ComeBackEqual) { ExpectStored(Have(ADebt().Build())); }

TEST_P(DebtsContract, ComeBackEqualWithEverythingExtreme) { ExpectStored(Have(FullDebt())); }

TEST_P(DebtsContract, ComeBackEqualWithNothingOptional) { ExpectStored(Have(BareDebt())); }

TEST_P(DebtsContract, ComeBackEqualWithTheLargestCredit) {
  ExpectStored(Have(ADebt()
                        .With(&Debt::status, DebtStatus::kPaid)
                        .With(&Debt::position, Holding(kLargestBalance))
                        .Build()));
}

TEST_P(DebtsContract, ComeBackEqualWithTheirMoneyWhenAllThatWasWrittenOffCameInAfterAll) {
  Debt debt = ADebt().With(&Debt::status, DebtStatus::kPaid);
  debt.position = Holding(kLargestBalance);
  debt.position.written_off = kLargestBalance;
  debt.position.recovered = kLargestBalance;
  ExpectStored(Have(debt));
}

TEST_P(DebtsContract, ComeBackEqualByEveryRuleOfInterest) {
  int number = 0;
  for (const DayCount convention :
       {DayCount::kAct365F, DayCount::kAct360, DayCount::kActActIsda, DayCount::k30360Us}) {
    for (const InterestBase base : {InterestBase::kPrincipal, InterestBase::kPrincipalAndFees}) {
      for (const InterestPosting posting : {InterestPosting::kMonthEnd, InterestPosting::kNever}) {
        ExpectStored(Have(BearingDebt(++number, convention, base, posting)));
      }
    }
  }
}

TEST_P(DebtsContract, ComeBackEqualInEveryStatus) {
  int number = 0;
  for (const DebtStatus status : EveryDebtStatus()) ExpectStored(Have(ADebtIn(status, ++number)));
}

TEST_P(DebtsContract, ComeBackEqualInEveryCurrency) {
  int number = 0;
  for (const Currency& currency : SomeCurrencies()) {
    ExpectStored(Have(ADebt(++number).With(&Debt::currency, currency).Build()));
  }
}

TEST_P(DebtsContract, ComeBackEqualForEveryKindOfItemisationDate) {
  for (int kind = 1; kind <= 5; ++kind) {
    ExpectStored(Have(
        ADebt(kind).With(&Debt::itemisation_kind, static_cast<ItemisationDateKind>(kind)).Build()));
  }
}

TEST_P(DebtsContract, ComeBackEqualInEveryScript) {
  int number = 0;
  for (const std::string& text : DifficultTexts()) {
    Debt debt = ADebt(++number).With(&Debt::external_ref, text);
    debt.status_reason = Secret(text);
    debt.origin.original_creditor = text;
    debt.origin.product = text;
    debt.origin.agreement_reference = Secret(text);
    debt.origin.transfers = {{TransferKind::kServicing, text, text, Day(2024, 2, 29), {}}};
    ExpectStored(Have(debt));
  }
}

TEST_P(DebtsContract, AreNotFoundWhenUnknown) {
  Have(ADebt(1).Build());
  const auto unknown = NumberedId<DebtId>(2);
  EXPECT_THAT(world().portfolio().GetDebt(kTenant, kDebtor, unknown),
              IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(world().portfolio().GetJournal(kTenant, kDebtor, unknown),
              IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(Ledgers({kDebtor}, {{kDebtor, unknown, {}}}), IsEmpty());
}

TEST_P(DebtsContract, AreNotFoundUnderAnotherDebtor) {
  const Debt debt = Have(ADebt().Build());
  const DebtorId other = Have(ADebtor(2).Build()).id;
  EXPECT_THAT(world().portfolio().GetDebt(kTenant, other, debt.id),
              IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(world().portfolio().GetJournal(kTenant, other, debt.id),
              IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(Ledgers({other}, {{other, debt.id, {}}}), IsEmpty());
}

TEST_P(DebtsContract, AreRefusedUnderATakenId) {
  const Debt first = Have(ADebt().Build());
  EXPECT_THAT(Add(Changed(ADebt().With(&Debt::external_ref, "OTHER"))),
              IsRefused(Reason::kDebtAlreadyPlaced));
  ExpectStored(first);
}

TEST_P(DebtsContract, AreRefusedUnderATakenReferenceOfTheirCreditor) {
  const Debt first = Have(ADebt(1).Build());
  const DebtorId other = Have(ADebtor(2).Build()).id;
  EXPECT_THAT(
      Add(Changed(
          ADebt(2).With(&Debt::debtor, other).With(&Debt::external_ref, first.external_ref))),
      IsRefused(Reason::kDebtAlreadyPlaced));
  EXPECT_THAT(world().portfolio().ListDebts(kTenant, {}, {}, 10), IsOkAnd(ElementsAre(first)));
}

TEST_P(DebtsContract, MayHaveTheReferenceThatAnotherCreditorUses) {
  const Debt first = Have(ADebt(1).Build());
  const CreditorId other = Have(ACreditor(2).Build()).id;
  const Debt second = Have(
      ADebt(2).With(&Debt::creditor, other).With(&Debt::external_ref, first.external_ref).Build());
  ExpectStored(first);
  ExpectStored(second);
}

TEST_P(DebtsContract, NeedADebtorAndACreditor) {
  const Debt of_nobody = ADebt().With(&Debt::debtor, NumberedId<DebtorId>(9));
  EXPECT_FALSE(Add(of_nobody).ok());
  EXPECT_FALSE(Add(Changed(ADebt().With(&Debt::creditor, NumberedId<CreditorId>(9)))).ok());
  EXPECT_THAT(world().portfolio().ListDebts(kTenant, {}, {}, 10), IsOkAnd(IsEmpty()));
}

TEST_P(DebtsContract, MayComeWithTheirDebtor) {
  const Debtor debtor = ADebtor(2);
  const Debt debt = ADebt().With(&Debt::debtor, debtor.id);
  ASSERT_THAT(Record(debtor.id,
                     [&](UnitOfWork& unit) {
                       unit.debts().Add(debt);
                       unit.debtors().Add(debtor);
                     }),
              IsOk());
  ExpectStored(debt);
  EXPECT_THAT(world().directory().GetDebtor(kTenant, debtor.id), IsOkAnd(Eq(debtor)));
}

TEST_P(DebtsContract, AreReplacedInWhatChangesInTheirLife) {
  Debt debt = Changed(Have(ADebt().Build()));
  debt.status = DebtStatus::kRejected;
  debt.status_reason = Secret("Not theirs");
  debt.position = Holding(5);
  debt.last_value_date = Day(2026, 11, 22);
  debt.entry_count = 12;
  ASSERT_THAT(Replace(debt), IsOk());
  ExpectStored(debt);
}

TEST_P(DebtsContract, ComeWithWhatTheirCreditorSetsForWhoAsks) {
  const Creditor creditor = Have(ACreditor(5).With(&Creditor::settings, FullSettings()).Build());
  const Debt debt = Have(ADebt().With(&Debt::creditor, creditor.id).Build());
  const Debt other = Have(ADebt(2).Build());
  const auto settings = [&](const std::vector<LedgerProbe>& probes) {
    std::vector<CreditorSettings> found;
    for (const LedgerHead& head : Ledgers({kDebtor, other.debtor}, probes)) {
      found.push_back(head.settings);
    }
    return found;
  };
  const CreditorSettings nothing;
  EXPECT_THAT(settings({{kDebtor, debt.id, {}}}), ElementsAre(nothing));
  EXPECT_THAT(settings({{kDebtor, debt.id, {}, true}}), ElementsAre(FullSettings()));
  EXPECT_THAT(settings({{kDebtor, debt.id, {"a", "b"}, true}}), ElementsAre(FullSettings()));
  EXPECT_THAT(settings({{kDebtor, debt.id, {}, true}, {other.debtor, other.id, {}, true}}),
              UnorderedElementsAre(FullSettings(), nothing));
}

TEST_P(DebtsContract, GetRulesWithTheInterestThatTheyBearAndLoseThemAgain) {
  const Debt placed = Have(ADebt().Build());
  Debt debt = Changed(placed);
  debt.rules = FullDebt().rules;
  debt.levels = {SettingLevel::kDebt, SettingLevel::kDebt};
  debt.interest = FullDebt().interest;
  debt.quotes_met = FullDebt().quotes_met;
  ASSERT_THAT(Replace(debt), IsOk());
  ExpectStored(debt);
  debt = Changed(debt);
  debt.interest->accrued = ExactInterest(debt.rules.interest->day_count, {1, 2});
  debt.interest->posted_through = Day(2026, 10, 31);
  debt.rules.freezes.clear();
  ASSERT_THAT(Replace(debt), IsOk());
  ExpectStored(debt);
  debt = Changed(debt);
  debt.rules = {};
  debt.interest = {};
  debt.quotes_met = {};
  ASSERT_THAT(Replace(debt), IsOk());
  ExpectStored(debt);
}

TEST_P(DebtsContract, LeaveOurHandsAndComeBack) {
  const Debt placed = Have(ADebt().Build());
  Debt closed = Changed(placed);
  closed.status = DebtStatus::kClosed;
  closed.close_code = CloseCode::kNotOwed;
  closed.left_date = Day(9999, 12, 31);
  ASSERT_THAT(Replace(closed), IsOk());
  ExpectStored(closed);
  Debt reopened = Changed(closed);
  reopened.status = DebtStatus::kActive;
  reopened.close_code.reset();
  reopened.left_date.reset();
  ASSERT_THAT(Replace(reopened), IsOk());
  ExpectStored(reopened);
}

TEST_P(DebtsContract, KeepTheirRulesWhenTheirStandingAloneIsReplaced) {
  const Debt first = Have(
      BearingDebt(1, DayCount::kActActIsda, InterestBase::kPrincipal, InterestPosting::kMonthEnd));
  const Debt second = Have(ADebt(2).Build());
  const Debt changed = WithOtherStanding(first);
  Debt with_more = changed;
  with_more.rules.interest->cap = 5;
  with_more.status_reason = Secret("not written");
  ASSERT_THAT(ReplaceStandings({with_more}), IsOk());
  ExpectStored(changed);
  EXPECT_THAT(ReplaceStandings({with_more}), IsRefused(Reason::kWriteConflict)) << "stale by now";
  EXPECT_THAT(ReplaceStandings({Changed(ADebt(9))}), IsRefused(Reason::kWriteConflict));
  // Many are written by another statement than one.
  const std::vector<Debt> both = {WithOtherStanding(changed), WithOtherStanding(second)};
  ASSERT_THAT(ReplaceStandings(both), IsOk());
  for (const Debt& debt : both) ExpectStored(debt);
}

TEST_P(DebtsContract, KeepWhatTheyWerePlacedWith) {
  const Debt placed = Have(FullDebt());
  Debt replacement = Changed(BareDebt());
  replacement.external_ref = "OTHER";
  replacement.creditor = NumberedId<CreditorId>(9);
  replacement.currency = CurrencyOf("USD");
  replacement.itemisation_kind = ItemisationDateKind::kJudgment;
  replacement.created_time = TestNow() + absl::Hours(3);
  ASSERT_THAT(Replace(replacement), IsOk());
  Debt expected = placed;
  expected.status = replacement.status;
  expected.status_reason = replacement.status_reason;
  expected.close_code = replacement.close_code;
  expected.left_date = replacement.left_date;
  expected.rules = replacement.rules;
  expected.levels = replacement.levels;
  expected.position = replacement.position;
  expected.interest = replacement.interest;
  expected.quotes_met = replacement.quotes_met;
  expected.last_value_date = replacement.last_value_date;
  expected.entry_count = replacement.entry_count;
  expected.revision = replacement.revision;
  expected.updated_time = replacement.updated_time;
  ExpectStored(expected);
}

TEST_P(DebtsContract, AreNotReplacedByAStaleCopy) {
  const Debt read = Have(ADebt().Build());
  Debt stale = Changed(read);
  stale.position = Owing(1);
  const Debt winner = Changed(read);
  ASSERT_THAT(Replace(winner), IsOk());
  EXPECT_THAT(Replace(stale), IsRefused(Reason::kWriteConflict));
  ExpectStored(winner);
}

TEST_P(DebtsContract, AreNotReplacedWhenTheyAreUnknown) {
  EXPECT_THAT(Replace(Changed(ADebt())), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(world().portfolio().ListDebts(kTenant, {}, {}, 10), IsOkAnd(IsEmpty()));
}

TEST_P(DebtsContract, AreFoundManyAtOnceInAUnitOfWork) {
  const DebtorId other = Have(ADebtor(2).Build()).id;
  const Debt first = Have(ADebt(1).Build());
  const Debt second = Have(ADebt(2).Build());
  const Debt third = Have(ADebt(3).With(&Debt::debtor, other).Build());
  const std::vector<LedgerHead> ledgers =
      Ledgers({kDebtor, other}, {{other, third.id, {}},
                                 {kDebtor, first.id, {}},
                                 {kDebtor, NumberedId<DebtId>(9), {}},
                                 {kDebtor, second.id, {}}});
  EXPECT_THAT(ledgers, UnorderedElementsAre(LedgerOf(first), LedgerOf(second), LedgerOf(third)));
  EXPECT_THAT(Ledgers({kDebtor}, {}), IsEmpty());
}

TEST_P(DebtsContract, AreDatedInTheDebtorsZoneOrElseTheCreditors) {
  const Debtor without_zone = Have(ADebtor(2).With(&Debtor::time_zone, "").Build());
  const Debt first = Have(ADebt(1).Build());
  const Debt second = Have(ADebt(2).With(&Debt::debtor, without_zone.id).Build());
  for (const auto& [debt, zone] : {std::pair(first, "Europe/Vienna"), {second, "Europe/Berlin"}}) {
    const auto ledgers = Ledgers({debt.debtor}, {{debt.debtor, debt.id, {}}});
    ASSERT_THAT(ledgers, ElementsAre(LedgerOf(debt)));
    EXPECT_EQ(ledgers.front().time_zone, zone);
    const auto journal = world().portfolio().GetJournal(kTenant, debt.debtor, debt.id);
    ASSERT_THAT(journal, IsOk());
    EXPECT_EQ(journal->time_zone, zone);
  }
}

TEST_P(DebtsContract, AreCorruptWhenTheyBreakAnInvariant) {
  const Debt debt = Have(ADebt().Build());
  if (!world().CorruptDebt(kTenant, kDebtor, debt.id)) {
    GTEST_SKIP() << "Nobody can change the records of this store behind its back.";
  }
  EXPECT_THAT(world().portfolio().GetDebt(kTenant, kDebtor, debt.id),
              IsRefused(Reason::kRecordCorrupt));
  EXPECT_THAT(world().portfolio().ListDebts(kTenant, {}, {}, 10),
              IsRefused(Reason::kRecordCorrupt));
}

TEST_P(DebtsContract, OfTheFirstReleaseStillLoad) {
  OldRecords records{ACreditor(5), ADebtor(5), FirstReleaseDebt(), FirstReleaseJournal()};
  records.debt.debtor = records.debtor.id;
  records.debt.creditor = records.creditor.id;
  records.debt.entry_count = static_cast<std::int64_t>(records.entries.size());
  if (!world().WriteOldRecords(kTenant, records)) {
    GTEST_SKIP() << "This store keeps nothing from one release to the next.";
  }
  ExpectStored(records.debt);
  EXPECT_THAT(world().directory().GetDebtor(kTenant, records.debtor.id),
              IsOkAnd(Eq(records.debtor)));
  EXPECT_THAT(world().directory().GetCreditor(kTenant, records.creditor.id),
              IsOkAnd(Eq(records.creditor)));
  const auto journal =
      world().portfolio().GetJournal(kTenant, records.debt.debtor, records.debt.id);
  ASSERT_THAT(journal, IsOk());
  EXPECT_EQ(journal->entries, records.entries);
}

}  // namespace
}  // namespace parley
