// SPDX-License-Identifier: Apache-2.0
#include "application/debts/import_debts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

DebtRow ADebtRow(const std::string& external_ref, const std::string& debtor_ref,
                 const std::string& opening) {
  DebtRow row;
  row.creditor_code = "bank";
  row.external_ref = external_ref;
  row.debtor.external_refs = {debtor_ref};
  row.debtor.display_name = Secret("Bruno Muestra");
  row.currency_code = "EUR";
  row.opening = {{Bucket::kPrincipal, opening}};
  row.itemisation_date = "2026-01-01";
  row.original_creditor = "Example Bank";
  row.product = "credit card";
  return row;
}

EntryRow AnEntryRow(const std::string& external_ref, const std::string& entry_ref,
                    const std::string& amount) {
  EntryRow row;
  row.creditor_code = "bank";
  row.external_ref = external_ref;
  row.entry_ref = entry_ref;
  row.value_date = "2026-02-01";
  row.amount = amount;
  return row;
}

// What a verdict says, in short: the outcome, or the reason of a refusal and its faults.
std::string Told(const RowVerdict& verdict) {
  switch (verdict.outcome) {
    case ImportOutcome::kPlaced:
      return "PLACED";
    case ImportOutcome::kPosted:
      return "POSTED";
    case ImportOutcome::kDuplicate:
      return "DUPLICATE";
    case ImportOutcome::kValid:
      return "VALID";
    case ImportOutcome::kRefused:
      break;
  }
  std::string told(RowOf(*ReasonOf(verdict.refusal)).name);
  for (const Violation& violation : ViolationsOf(verdict.refusal)) {
    absl::StrAppend(&told, " ", violation.field, "=", std::string(RowOf(violation.fault).name));
  }
  return told;
}

class ImportDebtsTest : public ::testing::Test {
 public:
  template <typename... Rows>
  std::vector<std::string> Import(Rows... rows) {
    std::vector<ImportRow> all;
    (all.push_back({static_cast<std::int64_t>(all.size()) + 1, rows, {}}), ...);
    return ImportAll(all);
  }

  std::vector<std::string> ImportAll(const std::vector<ImportRow>& rows) {
    const auto session = world.app.import_debts.Open(call, options);
    EXPECT_THAT(session, IsOk());
    const auto verdicts = (*session)->Take(rows);
    EXPECT_THAT(verdicts, IsOk());
    std::vector<std::string> told;
    for (const RowVerdict& verdict : *verdicts) told.push_back(Told(verdict));
    return told;
  }

  std::vector<Debt> Debts() { return *world.portfolio.ListDebts(world.tenant, {}, {}, 1000); }

  World world;
  Call call{.tenant = world.tenant, .principal = "importer", .method = "test/Import"};
  ImportDebts::Options options;
};

TEST_F(ImportDebtsTest, PlacesDebtsAndPostsTheirEntriesInTheOrderOfRows) {
  EXPECT_THAT(Import(ADebtRow("L-1", "D-1", "100.00"), AnEntryRow("L-1", "P-1", "30.00"),
                     ADebtRow("L-2", "D-2", "5.5"), AnEntryRow("L-1", "P-2", "70.00")),
              ElementsAre("PLACED", "POSTED", "PLACED", "POSTED"));
  ASSERT_THAT(Debts(), SizeIs(2));
  for (const Debt& debt : Debts()) {
    EXPECT_THAT(world.Findings(debt), IsEmpty());
    EXPECT_EQ(debt.status, debt.external_ref == "L-1" ? DebtStatus::kPaid : DebtStatus::kActive);
  }
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(ImportDebtsTest, BringsAlongWhatWasChargedBeforeTheDebtWasPlaced) {
  const auto charge = [](const std::string& ref, Bucket bucket, Day day) {
    EntryRow row = AnEntryRow("L-1", ref, "3.00");
    row.kind = EntryKind::kCharge;
    row.bucket = bucket;
    row.value_date = FormatDay(day);
    return row;
  };
  const Day yesterday = TestToday() - 1;
  EXPECT_THAT(
      Import(ADebtRow("L-1", "D-1", "100.00"), charge("C-1", Bucket::kFees, yesterday),
             charge("C-2", Bucket::kInterest, yesterday),
             charge("C-3", Bucket::kCosts, TestToday()),
             charge("C-4", Bucket::kPrincipal, TestToday())),
      ElementsAre("PLACED", "POSTED", "POSTED", "FIELD_INVALID entry.bucket=NEEDS_RULE", "POSTED"));
  world.clock.Set(world.clock.Now() + absl::Hours(48));
  EXPECT_THAT(Import(charge("C-5", Bucket::kPenalty, yesterday),
                     charge("C-6", Bucket::kPenalty, TestToday() + 1)),
              ElementsAre("POSTED", "FIELD_INVALID entry.bucket=NEEDS_RULE"));
}

TEST_F(ImportDebtsTest, PaysNoDebtOfWhichItIsNotClearWhoseItIs) {
  ASSERT_THAT(Import(ADebtRow("L-1", "D-1", "100.00")), ElementsAre("PLACED"));
  Hold hold = ARespite("2026-02-01");
  hold.type = HoldType::kIdentity;
  ASSERT_THAT(world.PlaceAHold(Debts().front().debtor, hold), IsOk());
  EXPECT_THAT(Import(AnEntryRow("L-1", "P-1", "30.00")), ElementsAre("MONEY_HELD_APART"));
}

TEST_F(ImportDebtsTest, ChangesNothingTheSecondTime) {
  ASSERT_THAT(Import(ADebtRow("L-1", "D-1", "100.00"), AnEntryRow("L-1", "P-1", "30.00")),
              ElementsAre("PLACED", "POSTED"));
  const std::vector<Debt> before = Debts();
  EXPECT_THAT(Import(ADebtRow("L-1", "D-1", "100.00"), AnEntryRow("L-1", "P-1", "30.00")),
              ElementsAre("DUPLICATE", "DUPLICATE"));
  EXPECT_EQ(Debts(), before);
}

TEST_F(ImportDebtsTest, TellsARepeatFromAConflictWithinOneBatch) {
  EXPECT_THAT(Import(ADebtRow("L-1", "D-1", "1.00"), ADebtRow("L-1", "D-1", "1.00"),
                     ADebtRow("L-1", "D-1", "2.00"), ADebtRow("L-1", "D-2", "1.00"),
                     AnEntryRow("L-1", "P-1", "0.10"), AnEntryRow("L-1", "P-1", "0.10"),
                     AnEntryRow("L-1", "P-1", "0.20")),
              ElementsAre("PLACED", "DUPLICATE", "DEBT_ALREADY_PLACED", "DEBT_ALREADY_PLACED",
                          "POSTED", "DUPLICATE", "ENTRY_ALREADY_POSTED"));
}

TEST_F(ImportDebtsTest, ProposesToWriteOffWhatIsSmallAndTakesItBack) {
  const auto proposed = [&] {
    std::vector<std::int64_t> amounts;
    const std::vector<WorkItem> items = *world.work_list.ListWork(world.tenant, {}, {}, 10);
    for (const WorkItem& item : items) {
      amounts.push_back(item.act->amount->minor_units());
    }
    return amounts;
  };
  Import(ADebtRow("L-1", "D-1", "3.00"), ADebtRow("L-2", "D-2", "30.00"));
  EXPECT_THAT(proposed(), ElementsAre(300));
  EntryRow charge = AnEntryRow("L-1", "C-1", "200.00");
  charge.kind = EntryKind::kCharge;
  charge.bucket = Bucket::kPrincipal;
  EXPECT_THAT(Import(charge, AnEntryRow("L-2", "P-1", "26.00")), Each("POSTED"));
  EXPECT_THAT(proposed(), ElementsAre(400));
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(ImportDebtsTest, GivesAReferenceToNobodyElseInTheBatchThatRefusedIt) {
  DebtRow future = ADebtRow("L-1", "D-1", "1.00");
  future.itemisation_date = "2126-01-01";
  EXPECT_THAT(Import(future, ADebtRow("L-1", "D-2", "1.00"), AnEntryRow("L-1", "P-1", "1.00"),
                     ADebtRow("L-1", "D-1", "1.00")),
              ElementsAre("FIELD_INVALID debt.itemisation_date=DATE_IN_FUTURE",
                          "DEBT_ALREADY_PLACED", "DEBT_NOT_FOUND", "PLACED"));
  EXPECT_THAT(*world.directory.ListDebtors(world.tenant, {}, 10), SizeIs(1));
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(ImportDebtsTest, TellsAllThatIsWrongWithARowAtOnce) {
  DebtRow debt = ADebtRow("L-2", "D-2", "1.001");
  debt.product = "";
  debt.agreement_date = "someday";
  debt.language_code = "Spanish, please";
  debt.transfers = {{TransferKind::kOwnership, "Example Bank", "", "2026-01-01", ""}};
  EntryRow entry = AnEntryRow("L-1", "P-1", "a lot");
  entry.value_date = "2126-01-01";
  entry.reason = Secret(std::string(1001, 'x'));
  EXPECT_THAT(Import(ADebtRow("L-1", "D-1", "1.00"), debt, entry),
              ElementsAre("PLACED",
                          "FIELD_INVALID debt.agreement_date=DATE_MALFORMED "
                          "debt.language_code=LANGUAGE_MALFORMED "
                          "debt.opening[0].amount=AMOUNT_TOO_PRECISE debt.product=REQUIRED "
                          "debt.transfers[0].to_party=REQUIRED",
                          "FIELD_INVALID entry.amount=MALFORMED entry.reason=TOO_LONG "
                          "entry.value_date=DATE_IN_FUTURE"));
}

TEST_F(ImportDebtsTest, RefusesABadRowAndGoesOnWithTheRest) {
  DebtRow unknown_currency = ADebtRow("L-2", "D-2", "1.00");
  unknown_currency.currency_code = "XXX";
  DebtRow no_creditor = ADebtRow("L-3", "D-3", "1.00");
  no_creditor.creditor_code = "nobody";
  EntryRow late = AnEntryRow("L-1", "P-2", "1.00");
  late.value_date = "2126-01-01";
  EntryRow foreign = AnEntryRow("L-1", "P-3", "1.00");
  foreign.currency_code = "JPY";
  EXPECT_THAT(Import(ADebtRow("L-1", "D-1", "1.001"), ADebtRow("L-1", "D-1", "1.00"),
                     unknown_currency, no_creditor, AnEntryRow("L-1", "P-1", "0.001"), late,
                     foreign, AnEntryRow("L-9", "P-1", "1.00"), AnEntryRow("L-1", "P-4", "-1")),
              ElementsAre("FIELD_INVALID debt.opening[0].amount=AMOUNT_TOO_PRECISE", "PLACED",
                          "FIELD_INVALID debt.currency_code=CURRENCY_UNKNOWN", "CREDITOR_NOT_FOUND",
                          "FIELD_INVALID entry.amount=AMOUNT_TOO_PRECISE",
                          "FIELD_INVALID entry.value_date=DATE_IN_FUTURE",
                          "FIELD_INVALID entry.currency_code=CURRENCY_MISMATCH", "DEBT_NOT_FOUND",
                          "FIELD_INVALID entry.amount=NOT_POSITIVE"));
  EXPECT_THAT(Debts(), SizeIs(1));
}

TEST_F(ImportDebtsTest, MakesNoDebtorForADebtThatIsRefused) {
  DebtRow future = ADebtRow("L-1", "D-1", "1.00");
  future.itemisation_date = "2126-01-01";
  EXPECT_THAT(Import(future), ElementsAre("FIELD_INVALID debt.itemisation_date=DATE_IN_FUTURE"));
  EXPECT_THAT(*world.directory.ListDebtors(world.tenant, {}, 10), IsEmpty());
}

TEST_F(ImportDebtsTest, TakesACreditBalanceForNoError) {
  EXPECT_THAT(Import(ADebtRow("L-1", "D-1", "-12.34"), ADebtRow("L-2", "D-2", "0.00")),
              ElementsAre("PLACED", "PLACED"));
  for (const Debt& debt : Debts()) EXPECT_EQ(debt.status, DebtStatus::kPaid);
}

TEST_F(ImportDebtsTest, MakesCreditorsOnlyWhenAsked) {
  DebtRow row = ADebtRow("L-1", "D-1", "1.00");
  row.creditor_code = "shop";
  EXPECT_THAT(Import(row), ElementsAre("CREDITOR_NOT_FOUND"));
  options.create_creditors = true;
  EXPECT_THAT(Import(row, AnEntryRow("L-1", "P-1", "1.00")),
              ElementsAre("PLACED", "DEBT_NOT_FOUND"));
  EXPECT_THAT(*world.directory.ListCreditors(world.tenant, {}, 10, "shop"), SizeIs(1));
}

TEST_F(ImportDebtsTest, NeedsTheCreditorOnlyWhereAReferenceNamesSeveralDebts) {
  options.create_creditors = true;
  DebtRow of_shop = ADebtRow("L-1", "D-1", "1.00");
  of_shop.creditor_code = "shop";
  EntryRow open = AnEntryRow("L-1", "P-1", "1.00");
  open.creditor_code = "";
  EXPECT_THAT(Import(ADebtRow("L-1", "D-1", "1.00"), open), ElementsAre("PLACED", "POSTED"));
  EXPECT_THAT(Import(of_shop, open), ElementsAre("PLACED", "REFERENCE_AMBIGUOUS"));
}

TEST_F(ImportDebtsTest, LeavesAKnownDebtorAsItIsAndWarns) {
  const Debtor known = world.MakeDebtor("D-1");
  const auto session = world.app.import_debts.Open(call, options);
  const std::vector<ImportRow> rows = {{1, ADebtRow("L-1", "D-1", "1.00"), {}}};
  const auto verdicts = (*session)->Take(rows);
  ASSERT_THAT(verdicts, IsOk());
  EXPECT_EQ(Told(verdicts->front()), "PLACED");
  EXPECT_THAT(verdicts->front().warnings,
              ElementsAre(Violation{"debt.debtor.display_name", Fault::kDiffers}));
  EXPECT_EQ(world.directory.GetDebtor(world.tenant, known.id)->display_name, known.display_name);
}

TEST_F(ImportDebtsTest, PassesOnWhatWasMalformedBeforeItCame) {
  EXPECT_THAT(ImportAll({{1, ADebtRow("L-1", "D-1", "1.00"), {{"row", Fault::kRowWidth}}}}),
              ElementsAre("FIELD_INVALID row=ROW_WIDTH"));
}

TEST_F(ImportDebtsTest, RefusesTextThatIsNone) {
  DebtRow with_nul = ADebtRow(std::string("L\0001", 3), "D-1", "1.00");
  DebtRow not_utf8 = ADebtRow("L-2", "D-2\xff", "1.00");
  EXPECT_THAT(Import(with_nul, not_utf8),
              ElementsAre("FIELD_INVALID debt.external_ref=CONTROL_CHARACTER",
                          "FIELD_INVALID debt.debtor.external_refs[0]=NOT_UTF8"));
}

TEST_F(ImportDebtsTest, JudgesEveryRowOfARehearsalAsIfThoseBeforeHadBeenWritten) {
  options.validate_only = true;
  options.create_creditors = true;
  const auto session = world.app.import_debts.Open(call, options);
  DebtRow of_shop = ADebtRow("L-1", "D-1", "1.00");
  of_shop.creditor_code = "shop";
  const std::vector<ImportRow> first = {{1, of_shop, {}}};
  EntryRow payment = AnEntryRow("L-1", "P-1", "1.00");
  payment.creditor_code = "shop";
  const std::vector<ImportRow> second = {{2, payment, {}}, {3, payment, {}}, {4, of_shop, {}}};
  const auto of_first = (*session)->Take(first);
  const auto of_second = (*session)->Take(second);
  std::vector<std::string> told = {Told(of_first->front())};
  for (const RowVerdict& verdict : *of_second) told.push_back(Told(verdict));
  EXPECT_THAT(told, ElementsAre("VALID", "VALID", "DUPLICATE", "DUPLICATE"));
  EXPECT_THAT(Debts(), IsEmpty());
  EXPECT_THAT(*world.directory.ListDebtors(world.tenant, {}, 10), IsEmpty());
  EXPECT_THAT(*world.directory.ListCreditors(world.tenant, {}, 10, "shop"), IsEmpty());
}

TEST_F(ImportDebtsTest, KnowsInARehearsalWhatWasStoredBefore) {
  ASSERT_THAT(Import(ADebtRow("L-1", "D-1", "100.00"), AnEntryRow("L-1", "P-1", "1.00"),
                     AnEntryRow("L-1", "P-2", "2.00")),
              ElementsAre("PLACED", "POSTED", "POSTED"));
  options.validate_only = true;
  const auto session = world.app.import_debts.Open(call, options);
  const std::vector<std::vector<ImportRow>> messages = {
      {{1, ADebtRow("L-1", "D-1", "100.00"), {}}},
      {{2, AnEntryRow("L-1", "P-1", "1.00"), {}}, {3, AnEntryRow("L-1", "P-3", "3.00"), {}}},
      {{4, AnEntryRow("L-1", "P-2", "2.00"), {}}, {5, AnEntryRow("L-1", "P-3", "3.00"), {}}}};
  std::vector<std::string> told;
  for (const std::vector<ImportRow>& rows : messages) {
    const auto verdicts = (*session)->Take(rows);
    for (const RowVerdict& verdict : *verdicts) told.push_back(Told(verdict));
  }
  EXPECT_THAT(told, ElementsAre("DUPLICATE", "DUPLICATE", "VALID", "DUPLICATE", "DUPLICATE"));
}

TEST_F(ImportDebtsTest, TakesBackdatedEntriesInAnyOrder) {
  DebtRow debt = ADebtRow("L-1", "D-1", "100.00");
  debt.opening.emplace_back(Bucket::kFees, "10.00");
  EntryRow late = AnEntryRow("L-1", "P-2", "10.00");
  late.value_date = "2026-02-20";
  EntryRow early = AnEntryRow("L-1", "P-1", "10.00");
  early.value_date = "2026-02-10";
  EXPECT_THAT(Import(debt, late, early), ElementsAre("PLACED", "POSTED", "POSTED"));
  EntryRow earliest = AnEntryRow("L-1", "P-0", "1.00");
  earliest.value_date = "2026-02-05";
  EXPECT_THAT(Import(earliest), ElementsAre("POSTED"));
  EXPECT_THAT(world.Findings(Debts().front()), IsEmpty());
  EXPECT_EQ(Debts().front().position, Owing(8'900));
}

TEST_F(ImportDebtsTest, TakesMoreDebtorsThanOneTransactionHolds) {
  std::vector<ImportRow> rows;
  for (int number = 1; number <= 450; ++number) {
    rows.push_back(
        {number, ADebtRow(absl::StrCat("L-", number), absl::StrCat("D-", number), "1.00"), {}});
  }
  EXPECT_THAT(ImportAll(rows), Each("PLACED"));
  EXPECT_THAT(Debts(), SizeIs(450));
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(ImportDebtsTest, RefusesAZoneThatDoesNotExist) {
  options.creditor_time_zone = "Mars/Olympus";
  EXPECT_THAT(world.app.import_debts.Open(call, options), IsRefused(Reason::kFieldInvalid));
}

}  // namespace
}  // namespace parley
