// SPDX-License-Identifier: Apache-2.0
// What creditors set: where debts get their rules from, when fees may be charged, and how terms
// change.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/common/reason.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::int64_t kTen = Rate::kUnitsPerOne / 10;

InterestTerms TenPercent() {
  return {.rule = "house-rate",
          .version = 1,
          .basis = "General terms",
          .rates = {{Day(2020, 1, 1), kTen}},
          .cap = std::nullopt};
}

class CreditorSettingsTest : public ::testing::Test {
 public:
  void Set(const CreditorSettings& settings) {
    UpdateCreditor::Command update{.id = world.creditor.id};
    update.settings = settings;
    Kept<Creditor> updated;
    ASSERT_THAT(world.app.update_creditor.Handle(world.ACall(), update, updated), IsOk());
    ASSERT_EQ(updated->settings, settings);
  }

  absl::StatusOr<PostEntries::Result> PostFee(const Debt& debt, const std::string& ref,
                                              const std::string& cause_ref) {
    PostEntries::NewEntry fee = AFee(ref, 500, "2026-02-10");
    fee.fee->cause_ref = cause_ref;
    return world.Post(debt, fee);
  }

  std::vector<EventType> EventsSince(std::size_t count) {
    std::vector<EventType> types;
    const auto events = world.database.Events(world.tenant);
    for (std::size_t at = count; at < events.size(); ++at) types.push_back(events[at].event.type);
    return types;
  }

  absl::StatusOr<ChangeTerms::Result> Change(const ChangeTerms::Command& command,
                                             bool validate_only = false) {
    Call call = world.ACall();
    call.validate_only = validate_only;
    Kept<ChangeTerms::Result> changed;
    const auto answer = world.app.change_terms.Handle(call, command, changed);
    if (!answer.ok()) return answer.status();
    return *changed;
  }

  World world;
};

TEST_F(CreditorSettingsTest, ReachDebtsThatAreImportedByTheDebtorsRegion) {
  AllocationOrder austrian = kDefaultAllocationOrder;
  std::reverse(austrian.begin(), austrian.end());
  Set({.region_orders = {{"AT", austrian}}, .interest = {{std::nullopt, TenPercent()}}});
  DebtRow row;
  row.creditor_code = world.creditor.code;
  row.external_ref = "L-7";
  row.debtor.external_refs = {"D-7"};
  row.debtor.display_name = Secret("Carla Prueba");
  row.debtor.region = "AT-9";
  row.currency_code = "EUR";
  row.opening = {{Bucket::kPrincipal, "10.00"}};
  row.itemisation_date = "2026-01-01";
  row.original_creditor = "Example Bank";
  row.product = "loan";
  const Call call = world.ACall();
  const auto session = world.app.import_debts.Open(call, {});
  ASSERT_THAT(session, IsOk());
  const std::vector<ImportRow> rows = {{1, row, {}}};
  const auto verdicts = (*session)->Take(rows);
  ASSERT_THAT(verdicts, IsOk());
  const RowVerdict& verdict = verdicts->front();
  ASSERT_EQ(verdict.outcome, ImportOutcome::kPlaced) << verdict.refusal;
  const auto debt = world.portfolio.GetDebt(world.tenant, verdict.debtor, verdict.debt);
  ASSERT_THAT(debt, IsOk());
  EXPECT_EQ(debt->rules.order, austrian);
  ASSERT_TRUE(debt->rules.interest.has_value());
  EXPECT_THAT(debt->rules.interest->rates, ElementsAre(RateChange{Day(2026, 1, 1), kTen}));
  EXPECT_EQ(debt->levels, (RuleLevels{SettingLevel::kCreditor, SettingLevel::kCreditor}));
}

TEST_F(CreditorSettingsTest, LeaveDebtsAloneThatWerePlacedBefore) {
  const Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 1'000);
  Set({.interest = {{std::nullopt, TenPercent()}}});
  EXPECT_EQ(world.Reload(debt), debt);
}

TEST_F(CreditorSettingsTest, AreRefusedWhenTheyMakeNoSense) {
  UpdateCreditor::Command update{.id = world.creditor.id};
  update.settings = CreditorSettings{.change_notice_days = -1};
  Kept<Creditor> updated;
  const auto refused = world.app.update_creditor.Handle(world.ACall(), update, updated);
  EXPECT_EQ(ViolationsOf(refused.status()),
            (std::vector<Violation>{{"creditor.settings.change_notice_days", Fault::kNegative}}));
}

CreditorSettings WithFees() {
  return {.fee_rules = {{.id = "late",
                         .version = 2,
                         .basis = "Section 9",
                         .enabled = true,
                         .causes = {},
                         .most = {Money(500, CurrencyOf("EUR"))}}}};
}

TEST_F(CreditorSettingsTest, LetAFeeBeChargedOnceAndTakenBack) {
  Set(WithFees());
  const Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 1'000);
  std::size_t before = world.database.Events(world.tenant).size();
  const auto posted = PostFee(debt, "F-1", "bill-7");
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->entries.front().fee->basis, "Section 9");
  EXPECT_EQ(posted->debt.position.owed[Bucket::kFees], 500);
  EXPECT_THAT(EventsSince(before), ElementsAre(EventType::kFeeCharged));
  EXPECT_THAT(PostFee(debt, "F-1", "bill-7"), IsOk());
  EXPECT_THAT(PostFee(debt, "F-2", "bill-7"), IsRefused(Reason::kFeeAlreadyCharged));

  before = world.database.Events(world.tenant).size();
  const ReverseEntry::Command reverse{debt.debtor, debt.id, posted->entries.front().id, "", {},
                                      {},          {}};
  Kept<ReverseEntry::Result> reversed;
  ASSERT_THAT(world.app.reverse_entry.Handle(world.ACall(), reverse, reversed), IsOk());
  EXPECT_EQ(reversed->debt.position.owed[Bucket::kFees], 0);
  EXPECT_THAT(EventsSince(before), ElementsAre(EventType::kFeeReversed));
  EXPECT_THAT(PostFee(debt, "F-2", "bill-7"), IsRefused(Reason::kFeeAlreadyCharged));
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(CreditorSettingsTest, LetNoFeeBeChargedWhileAHoldStopsIt) {
  Set(WithFees());
  const Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 1'000);
  Hold hold;
  hold.id = NumberedId<HoldId>(70);
  hold.debtor = debt.debtor;
  hold.type = HoldType::kRespite;
  hold.from = Day(2026, 2, 1);
  hold.until = Day(2026, 2, 28);
  hold.source = Secret("court");
  ASSERT_THAT(world.store.Run(world.tenant, std::array{debt.debtor},
                              [&](UnitOfWork& unit) {
                                unit.holds().Add(hold);
                                return absl::OkStatus();
                              }),
              IsOk());
  EXPECT_THAT(PostFee(debt, "F-1", "bill-7"), IsRefused(Reason::kFeesOnHold));
}

TEST_F(CreditorSettingsTest, SayHowLongBeforeADearerChangeTheDebtorIsTold) {
  Set({.change_notice_days = 30});
  const Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 1'000);
  ChangeTerms::Command command{debt.debtor, debt.id, debt.revision, {}};
  command.terms.interest = TenPercent();
  command.terms.interest->rates = {{TestToday() + 29, kTen}};
  EXPECT_THAT(Change(command), IsRefused(Reason::kNoticeTooShort));
  command.terms.interest->rates = {{TestToday() + 30, kTen}};
  EXPECT_THAT(Change(command, true), IsOk());
  EXPECT_EQ(world.Reload(debt), debt);
  const auto changed = Change(command);
  ASSERT_THAT(changed, IsOk());
  EXPECT_EQ(changed->debt.rules.interest->interest_from, debt.itemisation_date);
  const auto journal = world.portfolio.GetJournal(world.tenant, debt.debtor, debt.id);
  ASSERT_THAT(journal, IsOk());
  ASSERT_TRUE(changed->notice.has_value());
  EXPECT_THAT(journal->notices, ElementsAre(*changed->notice));
  EXPECT_THAT(world.Findings(debt), IsEmpty());
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
  // The same once more is no change, and the etag is not asked.
  EXPECT_EQ(Change(command)->notice, std::nullopt);
  command.terms.interest->rates = {{TestToday() + 40, kTen}};
  EXPECT_THAT(Change(command), IsRefused(Reason::kEtagStale));
}

TEST_F(CreditorSettingsTest, DoNotHelpTermsThatDoNotFitTheDebt) {
  const Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 1'000);
  ChangeTerms::Command command{debt.debtor, debt.id, {}, {}};
  command.terms.interest = TenPercent();
  command.terms.interest->cap = 100;
  command.currency = CurrencyOf("USD");
  const auto refused = Change(command);
  EXPECT_EQ(
      ViolationsOf(refused.status()),
      (std::vector<Violation>{{"interest_terms.rates[0].from_date", Fault::kDateBeforeOpening},
                              {"interest_terms.cap.currency_code", Fault::kCurrencyMismatch}}));
  command.debt = NumberedId<DebtId>(77);
  EXPECT_THAT(Change(command), IsRefused(Reason::kDebtNotFound));
}

TEST_F(CreditorSettingsTest, AreToldInAStatementOfThePeriodInWhichTheChangeCounts) {
  const Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 1'000);
  ChangeTerms::Command command{debt.debtor, debt.id, {}, {}};
  command.terms.interest = TenPercent();
  command.terms.interest->rates = {{TestToday() + 10, kTen}};
  ASSERT_THAT(Change(command), IsOk());
  const auto notices = [&](Day from, Day to, std::optional<absl::Time> known_at = {}) {
    return world.app.issue_statement
        .Handle({world.tenant, debt.debtor, debt.id, {from, to}, known_at})
        ->notices.size();
  };
  EXPECT_EQ(notices(Day(2026, 11, 1), Day(2026, 11, 30)), 1U);
  EXPECT_EQ(notices(Day(2026, 12, 1), Day(2026, 12, 31)), 1U);
  EXPECT_EQ(notices(Day(2026, 10, 1), Day(2026, 10, 31)), 0U);
  EXPECT_EQ(notices(Day(2027, 1, 1), Day(2027, 1, 31)), 0U);
  // It was not known when the debt was placed.
  EXPECT_EQ(notices(Day(2026, 11, 1), Day(2026, 11, 30), debt.created_time), 0U);
}

}  // namespace
}  // namespace parley
