// SPDX-License-Identifier: Apache-2.0
// Interest that is due: how the debts are found, and how a month of each is posted once, whoever
// else does it and wherever it is interrupted. 365.00 at five percent bear 0.05 a day.
#include <array>
#include <atomic>
#include <cstdint>
#include <utility>

#include "application/audit/verification.h"
#include "application/debts/check_debts.h"
#include "application/debts/post_due_interest.h"
#include "tests/contract/contract.h"
#include "tests/support/application/fail_nth.h"
#include "tests/support/application/fakes.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Day kOpened = Day(2026, 8, 31);
constexpr Day kOctoberEnd = Day(2026, 10, 31);
constexpr std::int64_t kTwoMonths = 150 + 155;  // What 365.00 bear in September and October.

InterestTerms FivePercent() {
  return {.rule = "late",
          .version = 1,
          .basis = "contract",
          .day_count = DayCount::kAct365F,
          .base = InterestBase::kPrincipal,
          .posting = InterestPosting::kMonthEnd,
          .interest_from = kOpened,
          .rates = {{Day(2026, 1, 1), 500'000'000}},
          .cap = {},
          .monthly_minimum = 0};
}

using Tally = PostDueInterest::Tally;

class DueInterestContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (IsSkipped()) return;
    Have(ACreditor(1).Build());
    for (int number = 1; number <= kDebtors; ++number) Have(ADebtor(number).Build());
  }

  static DebtorId DebtorNumbered(int number) {
    return NumberedId<DebtorId>(static_cast<std::uint64_t>(number));
  }

  // Places a debt of 365.00 as the application does.
  Debt Place(int number, int debtor, const InterestTerms& terms = FivePercent(),
             std::int64_t principal = 36'500) {
    Placement placement = APlacement(number)
                              .With(&Placement::debtor, DebtorNumbered(debtor))
                              .With(&Placement::itemisation_date, kOpened)
                              .With(&Placement::opening, Owing(principal).owed);
    placement.rules.interest = terms;
    Posted opened = ValueOf(OpenDebt(placement, {TestNow(), TestToday(), "agent-1"},
                                     [&] { return EntryId(ids_.Next()); }));
    return Have(std::move(opened.debt), opened.entries);
  }

  // Replaces what is stored of a debt.
  void Change(Debt debt) {
    EXPECT_THAT(Record(debt.debtor,
                       [&](UnitOfWork& unit) {
                         debt.revision = unit.Head(debt.debtor).revision + 1;
                         unit.debts().Replace(debt);
                       }),
                IsOk());
  }

  // Books a charge of a day, which only the journal tells of.
  void Charge(const Debt& debt, Day day) {
    const Fact fact{.id = EntryId(ids_.Next()),
                    .external_ref = "CHARGE",
                    .kind = EntryKind::kCharge,
                    .value_date = day,
                    .amount = 36'500,
                    .reason = SensitiveText("What the journal alone says, sealed.")};
    const DebtJournal before =
        ValueOf(world().portfolio().GetJournal(kTenant, debt.debtor, debt.id));
    Posted posted =
        ValueOf(PostFacts(before.debt, std::array{fact}, before.entries,
                          {TestNow(), TestToday(), "a"}, [&] { return EntryId(ids_.Next()); }));
    EXPECT_THAT(Record(debt.debtor,
                       [&](UnitOfWork& unit) {
                         posted.debt.revision = unit.Head(debt.debtor).revision + 1;
                         unit.debts().Replace(posted.debt);
                         unit.debts().Append(posted.debt, posted.entries);
                       }),
                IsOk());
  }

  std::vector<DebtId> DueIds(Day month_end, int how_many = 100) {
    std::vector<DebtId> ids;
    std::optional<DebtPosition> next = DebtPosition();
    while (next.has_value()) {
      const DuePage page =
          ValueOf(world().portfolio().FindDueDebts(kTenant, {month_end, *next, how_many}));
      EXPECT_LE(page.debts.size(), static_cast<std::size_t>(how_many));
      for (const DueDebt& due : page.debts) ids.push_back(due.position.debt);
      next = page.next;
    }
    return ids;
  }

  PostDueInterest UseCase(Store& store) {
    return PostDueInterest(
        {store, world().portfolio(), fingerprints_, seal_, clock_, ids_, zones_});
  }
  PostDueInterest UseCase() { return UseCase(world().store()); }

  // Posts all that is due.
  static absl::StatusOr<Tally> PostAll(const PostDueInterest& interest) {
    Tally tally;
    std::optional<DebtPosition> next = DebtPosition();
    while (next.has_value()) {
      const auto page = interest.Find(kTenant, *next);
      if (!page.ok()) return page.status();
      const auto posted = interest.Post(kTenant, page->debts);
      if (!posted.ok()) return posted.status();
      tally += *posted;
      next = page->next;
    }
    return tally;
  }

  Debt Stored(const Debt& debt) {
    return ValueOf(world().portfolio().GetDebt(kTenant, debt.debtor, debt.id));
  }
  std::int64_t InterestOf(const Debt& debt) {
    return Stored(debt).position.owed[Bucket::kInterest];
  }

  void ExpectAllSound(const std::vector<Debt>& debts) {
    for (const Debt& debt : debts) {
      const auto checked = CheckDebts(world().portfolio(), world().payment_book())
                               .Handle(kTenant, debt.debtor, debt.id);
      EXPECT_THAT(ValueOf(checked).findings, IsEmpty());
    }
    AuditReport report;
    EXPECT_THAT(VerifyChains(world().audit_records(), kTenant, seal_, report), IsOk());
    EXPECT_THAT(report.findings, IsEmpty());
  }

  static constexpr int kDebtors = 6;
  FakeClock clock_;
  SequentialIds ids_;
  FakeTimeZones zones_;
  FakeFingerprints fingerprints_;
  FakeAuditSeal seal_;
};
PARLEY_OVER_EVERY_STORE(DueInterestContract);

TEST_P(DueInterestContract, ReadsOfADebtItsLedgerAlone) {
  Have(ADebtor(90).With(&Debtor::time_zone, "").Build());
  const Debt vienna = Place(1, 1);
  const Debt nowhere = Place(2, 90);
  const std::vector<LedgerKey> keys = {{vienna.debtor, vienna.id},
                                       {nowhere.debtor, nowhere.id},
                                       {nowhere.debtor, NumberedId<DebtId>(99)}};
  const auto read = [&](UnitOfWork& unit) {
    const auto found = unit.debts().FindLedgersAlone(keys);
    EXPECT_THAT(found, IsOkAnd(SizeIs(2)));
    if (!found.ok()) return found.status();
    for (const LedgerHead& head : *found) {
      const bool is_first = head.debt.id == vienna.id;
      EXPECT_EQ(head.debt, LedgerAlone(is_first ? vienna : nowhere));
      EXPECT_EQ(head.time_zone, is_first ? "Europe/Vienna" : "Europe/Berlin");
    }
    return absl::OkStatus();
  };
  EXPECT_THAT(Run({vienna.debtor, nowhere.debtor}, read), IsOk());
}

TEST_P(DueInterestContract, FindsDebtsByTheirIdsAmongThoseThatAreNotDue) {
  InterestTerms later = FivePercent();
  later.interest_from = Day(2026, 9, 30);
  const Debt first = Place(7, 1);
  const Debt second = Place(2, 3);
  const Debt third = Place(5, 2, later);
  const Debt fourth = Place(1, 2);
  Have(ADebt(8).With(&Debt::debtor, DebtorNumbered(2)).Build());
  for (const int how_many : {1, 2, 3, 4, 5, 6}) {
    EXPECT_THAT(DueIds(kOctoberEnd, how_many),
                ElementsAre(first.id, fourth.id, third.id, second.id));
    EXPECT_THAT(DueIds(Day(2026, 9, 30), how_many), ElementsAre(first.id, fourth.id, second.id));
    EXPECT_THAT(DueIds(kOpened, how_many), IsEmpty());
  }
}

TEST_P(DueInterestContract, FindsOnlyWhatIsOwedAndOursAndBearsMonthlyInterest) {
  InterestTerms never = FivePercent();
  never.posting = InterestPosting::kNever;
  Place(50, 1, never);
  Have(ADebt(51).Build());
  const std::vector<DebtStatus> none = {DebtStatus::kReceived, DebtStatus::kRejected,
                                        DebtStatus::kRecalled, DebtStatus::kReturned,
                                        DebtStatus::kClosed};
  int number = 0;
  for (const DebtStatus status : none) {
    Debt debt = Place(++number, 1);
    debt.status = status;
    if (status == DebtStatus::kClosed) debt.close_code = CloseCode::kInsolvent;
    if (HasLeft(status)) debt.left_date = kOpened;
    Change(debt);
  }
  EXPECT_THAT(DueIds(kOctoberEnd), IsEmpty());
  for (const DebtStatus status : {DebtStatus::kOnPlan, DebtStatus::kAwaitingDecision}) {
    Debt debt = Place(++number, 1);
    debt.status = status;
    Change(debt);
    EXPECT_EQ(DueIds(kOctoberEnd).back(), debt.id);
  }
}

TEST_P(DueInterestContract, TellsTheZoneOfTheDebtorOrElseOfTheCreditor) {
  Have(ADebtor(90).With(&Debtor::time_zone, "").Build());
  Place(1, 1);
  Place(2, 90);
  const auto find = [&](TenantId tenant, bool wants_zones) {
    return ValueOf(world().portfolio().FindDueDebts(tenant, {kOctoberEnd, {}, 10, wants_zones}))
        .debts;
  };
  const auto due = find(kTenant, true);
  ASSERT_THAT(due, SizeIs(2));
  EXPECT_EQ(due[0].time_zone, "Europe/Vienna");
  EXPECT_EQ(due[0].posted_through, kOpened);
  EXPECT_EQ(due[1].time_zone, "Europe/Berlin");
  EXPECT_EQ(find(kTenant, false).at(1).time_zone, "");
  EXPECT_THAT(find(NumberedId<TenantId>(9), true), IsEmpty());
}

TEST_P(DueInterestContract, ReadsTheJournalsOfManyInTheOrderAsked) {
  const Debt first = Place(1, 1);
  const Debt second = Place(2, 2);
  Charge(first, Day(2026, 9, 10));
  const std::vector<LedgerKey> keys = {
      {second.debtor, second.id}, {first.debtor, NumberedId<DebtId>(99)}, {first.debtor, first.id}};
  EXPECT_THAT(Run({first.debtor, second.debtor},
                  [&](UnitOfWork& unit) {
                    const auto journals = ValueOf(unit.debts().Journals(keys));
                    EXPECT_THAT(journals, ElementsAre(SizeIs(1), IsEmpty(), SizeIs(2)));
                    EXPECT_EQ(journals[2], ValueOf(unit.debts().Journal(first.debtor, first.id)));
                    EXPECT_THAT(unit.debts().Journals({}), IsOkAnd(IsEmpty()));
                    return absl::OkStatus();
                  }),
              IsOk());
}

TEST_P(DueInterestContract, PostsEachMonthThatIsOverOnce) {
  const std::vector<Debt> debts = {Place(1, 1), Place(2, 1), Place(3, 2)};
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally{3, 6, 0}));
  for (const Debt& debt : debts) {
    EXPECT_EQ(InterestOf(debt), kTwoMonths);
    EXPECT_EQ(Stored(debt).interest->posted_through, kOctoberEnd);
  }
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally()));
  EXPECT_EQ(HeadOf(DebtorNumbered(1)).audit.number, 1);
  clock_.Set(absl::FromCivil(Day(2026, 12, 1), absl::UTCTimeZone()));
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally{3, 3, 0}));
  ExpectAllSound(debts);
}

TEST_P(DueInterestContract, TellsOthersAndNamesItselfInTheAuditTrail) {
  Place(1, 1);
  ASSERT_THAT(PostAll(UseCase()), IsOk());
  const std::vector<KeptEvent> events = world().Events(kTenant);
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[0].event.type, EventType::kAdjusted);
  EXPECT_EQ(events[0].event.amount, Money(150, CurrencyOf("EUR")));
  const auto chains = ValueOf(world().audit_records().ChainsAfter(kTenant, DebtorId(), 1));
  ASSERT_THAT(chains, SizeIs(1));
  EXPECT_EQ(chains[0].rows.back().actor, "parley.interest");
  EXPECT_EQ(chains[0].rows.back().action, "parley.interest/PostDueInterest");
}

TEST_P(DueInterestContract, WaitsUntilTheMonthIsOverWhereTheDebtorIs) {
  Have(ADebtor(90).With(&Debtor::time_zone, "Pacific/Kiritimati").Build());
  Have(ADebtor(91).With(&Debtor::time_zone, "America/New_York").Build());
  const Debt east = Place(1, 90);
  const Debt west = Place(2, 91);
  clock_.Set(absl::FromCivil(absl::CivilHour(2026, 9, 30, 10), absl::UTCTimeZone()));
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally{1, 1, 0}));
  EXPECT_EQ(InterestOf(east), 150);
  clock_.Set(absl::FromCivil(absl::CivilMinute(2026, 10, 1, 3, 59), absl::UTCTimeZone()));
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally()));
  clock_.Set(absl::FromCivil(absl::CivilHour(2026, 10, 1, 4), absl::UTCTimeZone()));
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally{1, 1, 0}));
  EXPECT_EQ(InterestOf(west), 150);
}

TEST_P(DueInterestContract, ReadsTheJournalWhereTheDebtAloneDoesNotTell) {
  InterestTerms least = FivePercent();
  least.monthly_minimum = 500;
  const Debt topped_up = Place(1, 1, least);
  const Debt charged = Place(2, 2);
  Charge(charged, Day(2026, 9, 10));
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally{2, 4, 0}));
  EXPECT_EQ(InterestOf(topped_up), 1'000);
  EXPECT_EQ(InterestOf(charged), 50 + 200 + 310);
  ExpectAllSound({topped_up, charged});
}

// A debt that bears nothing for now is found once a month, and not again at each look.
TEST_P(DueInterestContract, MovesOnWhereNothingAccrued) {
  Debt frozen = Place(1, 1);
  frozen.rules.freezes = {{kOpened, Day::max()}};
  Change(frozen);
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally{1, 0, 0}));
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally()));
  EXPECT_EQ(InterestOf(frozen), 0);
  ExpectAllSound({frozen});
}

TEST_P(DueInterestContract, LeavesOutWhatADebtsRulesRefuse) {
  const Debt too_large = Place(1, 1, FivePercent(), kLargestBalance);
  const Debt other = Place(2, 1);
  const Debt third = Place(3, 2);
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally{2, 4, 1}));
  EXPECT_EQ(Stored(too_large), too_large);
  ExpectAllSound({too_large, other, third});
}

TEST_P(DueInterestContract, LeavesOutADebtorWhoseRecordIsBroken) {
  const Debt broken = Place(1, 1);
  const Debt sound = Place(2, 2);
  if (!world().CorruptDebt(kTenant, broken.debtor, broken.id)) {
    GTEST_SKIP() << "this store cannot be made to keep a broken record";
  }
  EXPECT_THAT(PostAll(UseCase()), IsOkAnd(Tally{1, 2, 1}));
  EXPECT_EQ(InterestOf(sound), kTwoMonths);
}

TEST_P(DueInterestContract, GivesEachDebtorATurnWhenTogetherTheyFail) {
  const std::vector<Debt> debts = {Place(1, 1), Place(2, 2), Place(3, 3)};
  // The first transaction fails at its commit, and the second, of the first debtor alone, as well.
  FailNth first(3, Reason::kWriteConflict);
  FailingStore failing(world().store(), first);
  EXPECT_THAT(PostAll(UseCase(failing)), IsOkAnd(Tally{3, 6, 0})) << first.failed_call();
  EXPECT_TRUE(first.HasFailed());
  ExpectAllSound(debts);
}

TEST_P(DueInterestContract, EndsWhenTheStoreIsAwayAndIsDoneByTheNextRun) {
  const std::vector<Debt> debts = {Place(1, 1), Place(2, 2)};
  bool failed = true;
  for (int nth = 1; failed; ++nth) {
    FailNth fault(nth);
    FailingStore failing(world().store(), fault);
    const auto posted = PostAll(UseCase(failing));
    failed = fault.HasFailed();
    EXPECT_EQ(posted.ok(), !failed) << fault.failed_call();
  }
  // Whether the last one that failed had been written or not: once.
  for (const Debt& debt : debts) EXPECT_EQ(InterestOf(debt), kTwoMonths);
  ExpectAllSound(debts);
}

TEST_P(DueInterestContract, PostsNothingTwiceWhenManyDoItAtOnce) {
  std::vector<Debt> debts;
  for (int number = 1; number <= 60; ++number)
    debts.push_back(Place(number, number % kDebtors + 1));
  std::atomic<std::int64_t> posted = 0;
  Together(4, [&](int) {
    const auto tally = PostAll(UseCase());
    EXPECT_THAT(tally, IsOk());
    posted += tally.value_or(Tally()).entries;
  });
  EXPECT_EQ(posted, 120);
  for (const Debt& debt : debts) EXPECT_EQ(InterestOf(debt), kTwoMonths);
  EXPECT_THAT(world().Events(kTenant), SizeIs(120));
  ExpectAllSound(debts);
}

}  // namespace
}  // namespace parley
