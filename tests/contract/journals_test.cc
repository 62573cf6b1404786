// SPDX-License-Identifier: Apache-2.0
// The journals of debts.
#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;
using Entries = std::vector<Entry>;

class JournalsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Append(const Debt& debt, const Entries& entries) {
    return Record(debt.debtor, [&](UnitOfWork& unit) { unit.debts().Append(debt, entries); });
  }
  void ExpectJournal(const Debt& debt, const Entries& entries) {
    const auto journal = world().portfolio().GetJournal(kTenant, debt.debtor, debt.id);
    ASSERT_THAT(journal, IsOk());
    EXPECT_THAT(journal->entries, ElementsAreArray(entries));
    EXPECT_THAT(Record(debt.debtor,
                       [&](UnitOfWork& unit) {
                         EXPECT_THAT(unit.debts().Journal(debt.debtor, debt.id),
                                     IsOkAnd(ElementsAreArray(entries)));
                       }),
                IsOk());
  }
  Entries Known(const Debt& debt, const std::vector<std::string>& references) {
    Entries known;
    EXPECT_THAT(
        Record(debt.debtor,
               [&](UnitOfWork& unit) {
                 const std::vector<LedgerProbe> probes = {{debt.debtor, debt.id, references}};
                 known = ValueOf(unit.debts().FindLedgers(probes)).at(0).known;
               }),
        IsOk());
    return known;
  }
};
PARLEY_OVER_EVERY_STORE(JournalsContract);

TEST_P(JournalsContract, ComeBackEqualWithEveryKindOfEntry) {
  ExpectJournal(Have(ADebt().Build(), FullJournal()), FullJournal());
}

// What it reverses shows nothing any more.
TEST_P(JournalsContract, ComeBackEqualWithAReversalThatTakesNothingBack) {
  const Entry write_off =
      AnEntry(2)
          .With(&Entry::kind, EntryKind::kWriteOff)
          .With(&Entry::postings,
                std::vector<Posting>{{Account::kPrincipal, -10'000}, {Account::kWriteOff, 10'000}});
  const Entry reversal = AnEntry(3)
                             .With(&Entry::kind, EntryKind::kReversal)
                             .With(&Entry::linked, write_off.id)
                             .With(&Entry::postings, std::vector<Posting>());
  ExpectJournal(Have(ADebt().Build(), {AnOpening(), write_off, reversal}),
                {AnOpening(), write_off, reversal});
}

TEST_P(JournalsContract, ComeBackEqualInEveryScript) {
  Entries entries;
  for (const std::string& text : DifficultTexts()) {
    entries.push_back(AnEntry(static_cast<int>(entries.size()) + 1)
                          .With(&Entry::external_ref, text)
                          .With(&Entry::reason, Secret(text))
                          .With(&Entry::actor, text));
  }
  const Debt debt = Have(ADebt().Build(), entries);
  ExpectJournal(debt, entries);
  EXPECT_THAT(Known(debt, DifficultTexts()), SizeIs(entries.size()));
}

TEST_P(JournalsContract, TakeOneFeeForACause) {
  const Entry fee =
      AnEntry(2)
          .With(&Entry::kind, EntryKind::kFee)
          .With(&Entry::fee, FeeDetail{.rule = "late", .basis = "b", .cause_ref = "letter-1"});
  const Debt debt = Have(ADebt().Build(), {AnOpening(), fee});
  Entry again = AnEntry(3).With(&Entry::kind, EntryKind::kFee);
  again.fee = FeeDetail{.rule = "other", .basis = "b", .cause_ref = "letter-1"};
  EXPECT_THAT(Append(debt, {again}), IsRefused(Reason::kFeeAlreadyCharged));
  Entry reversal = AnEntry(3).With(&Entry::kind, EntryKind::kReversal);
  reversal.linked = fee.id;
  reversal.fee = fee.fee;
  ASSERT_THAT(Append(debt, {reversal}), IsOk());
  again = AnEntry(4).With(&Entry::kind, EntryKind::kFee);
  again.fee = FeeDetail{.rule = "other", .basis = "b", .cause_ref = "letter-2"};
  ASSERT_THAT(Append(debt, {again}), IsOk());
  ExpectJournal(debt, {AnOpening(), fee, reversal, again});
}

TEST_P(JournalsContract, ComeBackInTheOrderOfBooking) {
  const Debt debt = Have(ADebt().Build(), {AnOpening()});
  // Ids, value dates and times that would sort otherwise.
  const Entries second = {AnEntry(2).With(&Entry::id, NumberedId<EntryId>(90)),
                          AnEntry(3).With(&Entry::id, NumberedId<EntryId>(80))};
  const Entries third = {AnEntry(4)
                             .With(&Entry::id, NumberedId<EntryId>(70))
                             .With(&Entry::value_date, Day(2020, 1, 1))
                             .With(&Entry::booked_time, TestNow() - absl::Hours(1))};
  ASSERT_THAT(Append(debt, second), IsOk());
  ASSERT_THAT(Append(debt, third), IsOk());
  ExpectJournal(debt, {AnOpening(), second[0], second[1], third[0]});
}

TEST_P(JournalsContract, ComeWithTheDebtorsLanguage) {
  const Debt debt = Have(ADebt().Build(), {AnOpening()});
  const auto journal = world().portfolio().GetJournal(kTenant, debt.debtor, debt.id);
  ASSERT_THAT(journal, IsOk());
  EXPECT_EQ(journal->language, ADebtor().Build().language);
}

TEST_P(JournalsContract, AreEmptyForAnUnknownDebt) {
  EXPECT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       EXPECT_THAT(unit.debts().Journal(kDebtor, NumberedId<DebtId>(9)),
                                   IsOkAnd(IsEmpty()));
                     }),
              IsOk());
}

TEST_P(JournalsContract, AreEmptyForADebtWithoutEntries) { ExpectJournal(Have(BareDebt()), {}); }

TEST_P(JournalsContract, TakeHundredsOfEntriesAtOnce) {
  Entries entries;
  for (int number = 1; number <= 500; ++number) entries.push_back(AnEntry(number));
  ExpectJournal(Have(ADebt().Build(), entries), entries);
}

TEST_P(JournalsContract, OfSeveralDebtsAreAppendedInOneUnitOfWork) {
  const Debt first = Have(ADebt(1).Build());
  const Debt second = Have(ADebt(2).Build());
  const Entries of_first = {AnEntry(1), AnEntry(2)};
  const Entries of_second = {AnEntry(11).With(&Entry::number, 1)};
  ASSERT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       unit.debts().Append(first, of_first);
                       unit.debts().Append(second, of_second);
                     }),
              IsOk());
  ExpectJournal(first, of_first);
  ExpectJournal(second, of_second);
}

TEST_P(JournalsContract, RefuseAnEntryUnderATakenId) {
  const Debt debt = Have(ADebt().Build(), {AnOpening()});
  EXPECT_THAT(Append(debt, {AnEntry(2).With(&Entry::id, AnOpening().Build().id)}),
              IsRefused(Reason::kEntryAlreadyPosted));
  ExpectJournal(debt, {AnOpening()});
}

TEST_P(JournalsContract, RefuseAnEntryUnderAnIdOfAnotherDebtOfTheDebtor) {
  Have(ADebt().Build(), {AnEntry(1)});
  const Debt second = Have(ADebt(2).Build());
  EXPECT_THAT(Append(second, {AnEntry(1).With(&Entry::external_ref, "ANOTHER")}),
              IsRefused(Reason::kEntryAlreadyPosted));
  ExpectJournal(second, {});
}

TEST_P(JournalsContract, RefuseAnEntryUnderATakenReference) {
  const Debt debt = Have(ADebt().Build(), {AnEntry(1)});
  EXPECT_THAT(Append(debt, {AnEntry(2), AnEntry(3).With(&Entry::external_ref, "ENTRY-1")}),
              IsRefused(Reason::kEntryAlreadyPosted));
  ExpectJournal(debt, {AnEntry(1)});
}

TEST_P(JournalsContract, RefuseTwoEntriesOfOneUnitOfWorkWithOneReference) {
  const Debt debt = Have(ADebt().Build());
  EXPECT_THAT(Append(debt, {AnEntry(1), AnEntry(2).With(&Entry::external_ref, "ENTRY-1")}),
              IsRefused(Reason::kEntryAlreadyPosted));
  ExpectJournal(debt, {});
}

TEST_P(JournalsContract, TakeTheReferenceThatAnotherDebtUses) {
  const Debt first = Have(ADebt(1).Build(), {AnEntry(1)});
  const Entries other = {AnEntry(9).With(&Entry::number, 1).With(&Entry::external_ref, "ENTRY-1")};
  ExpectJournal(Have(ADebt(2).Build(), other), other);
  ExpectJournal(first, {AnEntry(1)});
}

TEST_P(JournalsContract, TakeAnyNumberOfEntriesWithoutAReference) {
  const Entries entries = {AnEntry(1).With(&Entry::external_ref, ""),
                           AnEntry(2).With(&Entry::external_ref, "")};
  const Debt debt = Have(ADebt().Build(), entries);
  ExpectJournal(debt, entries);
  EXPECT_THAT(Known(debt, {"ENTRY-1"}), IsEmpty());
}

TEST_P(JournalsContract, RefuseAnEntryThatAStaleCopyHasNumbered) {
  const Debt debt = Have(ADebt().Build(), {AnOpening(), AnEntry(2)});
  EXPECT_THAT(Append(debt, {AnEntry(3).With(&Entry::number, 2)}),
              IsRefused(Reason::kWriteConflict));
  ExpectJournal(debt, {AnOpening(), AnEntry(2)});
}

TEST_P(JournalsContract, GiveTheEntriesThatAreKnownByReference) {
  const Debt debt = Have(ADebt(1).Build(), {AnOpening(), AnEntry(2), AnEntry(3), AnEntry(4)});
  Have(ADebt(2).Build(), {AnEntry(5).With(&Entry::number, 1)});
  EXPECT_THAT(Known(debt, {"ENTRY-4", "ENTRY-5", "UNKNOWN", "ENTRY-2"}),
              UnorderedElementsAre(AnEntry(2).Build(), AnEntry(4).Build()));
  EXPECT_THAT(Known(debt, {}), IsEmpty());
}

TEST_P(JournalsContract, GiveEachLedgerItsOwnKnownEntries) {
  const Debt first = Have(ADebt(1).Build(), {AnEntry(1)});
  const Entry same = AnEntry(9).With(&Entry::number, 1).With(&Entry::external_ref, "ENTRY-1");
  const Debt second = Have(ADebt(2).Build(), {same});
  EXPECT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       const std::vector<LedgerProbe> probes = {{kDebtor, first.id, {"ENTRY-1"}},
                                                                {kDebtor, second.id, {"ENTRY-1"}}};
                       for (const LedgerHead& ledger : ValueOf(unit.debts().FindLedgers(probes))) {
                         const bool is_first = ledger.debt.id == first.id;
                         EXPECT_THAT(ledger.known,
                                     ElementsAre(is_first ? AnEntry(1).Build() : same));
                       }
                     }),
              IsOk());
}

}  // namespace
}  // namespace parley
