// SPDX-License-Identifier: Apache-2.0
// Work items, and the lists of them.
#include <limits>
#include <string>
#include <vector>

#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;

constexpr Day kToday(2026, 3, 31);

class WorkContract : public StoreContract {
 protected:
  // Adds an item at the revision that this transaction gives its debtor.
  WorkItem HaveWork(WorkItem item) {
    EXPECT_THAT(Record(item.debtor,
                       [&](UnitOfWork& unit) {
                         item.revision = unit.Head(item.debtor).revision + 1;
                         unit.work_items().Add(item);
                       }),
                IsOk());
    return item;
  }
  absl::Status Replace(const WorkItem& item) {
    return Record(item.debtor, [&](UnitOfWork& unit) { unit.work_items().Replace(item); });
  }
  absl::StatusOr<WorkItem> Find(DebtorId debtor, WorkItemId id) {
    absl::StatusOr<WorkItem> found = absl::UnknownError("not asked");
    EXPECT_THAT(
        Record(debtor, [&](UnitOfWork& unit) { found = unit.work_items().Find(debtor, id); }),
        IsOk());
    return found;
  }
  std::vector<WorkItem> ToDo(DebtorId debtor) {
    std::vector<WorkItem> items;
    EXPECT_THAT(
        Record(debtor, [&](UnitOfWork& unit) { items = ValueOf(unit.work_items().ToDo(debtor)); }),
        IsOk());
    return items;
  }
  std::vector<WorkItem> List(const WorkFilter& filter = {}, const WorkPosition& after = {},
                             int most = 100) {
    return ValueOf(world().work_list().ListWork(kTenant, filter, after, most));
  }
  void ExpectStored(const WorkItem& item) {
    EXPECT_THAT(Find(item.debtor, item.id), IsOkAnd(Eq(item)));
    const WorkFilter filter{.state = item.state};
    EXPECT_THAT(List(filter), testing::Contains(item));
  }
  WorkItem Taken(const WorkItem& item, const std::string& principal) {
    WorkItem taken = ValueOf(TakeWork(item, principal, TestNow() + absl::Hours(1)));
    taken.revision = HeadOf(item.debtor).revision + 1;
    return taken;
  }
};
PARLEY_OVER_EVERY_STORE(WorkContract);

std::vector<PendingAct> EveryAct() {
  PendingAct waiver = AWaiverAct(std::numeric_limits<std::int64_t>::max());
  waiver.value_date = Day(1900, 1, 1);
  waiver.external_ref = "W-\"1\", {例}";
  PendingAct write_off = AWaiverAct(1);
  write_off.kind = ActKind::kWriteOff;
  write_off.bucket = Bucket::kPenalty;
  PendingAct refund;
  refund.kind = ActKind::kRefund;
  refund.amount = Money(1, CurrencyOf("KWD"));
  refund.value_date = Day(9999, 12, 31);
  PendingAct hold;
  hold.kind = ActKind::kHold;
  hold.hold = NumberedId<HoldId>(7);
  PendingAct closing;
  closing.kind = ActKind::kClose;
  closing.amount = Money(1, CurrencyOf("JPY"));
  closing.choice = "DECEASED";
  PendingAct decision;
  decision.kind = ActKind::kDecide;
  decision.amount = closing.amount;
  decision.choice = "RETURN";
  return {waiver, write_off, refund, hold, closing, decision};
}

TEST_P(WorkContract, ComesBackEqual) {
  HaveParties();
  int number = 0;
  for (const PendingAct& act : EveryAct()) {
    ExpectStored(HaveWork(AnApproval(++number).With(&WorkItem::act, act)));
  }
  ExpectStored(HaveWork(ATask(++number)
                            .With(&WorkItem::debt, std::nullopt)
                            .With(&WorkItem::priority, WorkPriority::kUrgent)
                            .With(&WorkItem::due, Day(2026, 12, 31))
                            .With(&WorkItem::skill, Skill::kTracing)
                            .With(&WorkItem::language, "es")
                            .With(&WorkItem::created_time, TestNow() + absl::Microseconds(1))));
  ExpectStored(HaveWork(AnApproval(++number).With(&WorkItem::kind, WorkKind::kSmallBalance)));
}

TEST_P(WorkContract, ComesBackEqualInEveryScript) {
  HaveParties();
  int number = 0;
  for (const std::string& text : DifficultTexts()) {
    WorkItem item = AnApproval(++number).With(&WorkItem::reason, Secret(text));
    item.state = WorkState::kRejected;
    item.claimed_by = text;
    item.ended_by = text;
    item.outcome = Secret(text);
    ExpectStored(HaveWork(item));
  }
}

TEST_P(WorkContract, IsNotFoundWhenUnknown) {
  HaveParties();
  const WorkItem item = HaveWork(AnApproval());
  EXPECT_THAT(Find(kDebtor, NumberedId<WorkItemId>(99)), IsRefused(Reason::kWorkItemNotFound));
  Have(ADebtor(2).Build());
  EXPECT_THAT(Find(NumberedId<DebtorId>(2), item.id), IsRefused(Reason::kWorkItemNotFound));
}

TEST_P(WorkContract, IsRefusedUnderATakenId) {
  HaveParties();
  const WorkItem first = HaveWork(AnApproval());
  EXPECT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       unit.work_items().Add(AnApproval().With(&WorkItem::asked_by, "other"));
                     }),
              IsRefused(Reason::kWriteConflict));
  ExpectStored(first);
}

TEST_P(WorkContract, IsReplaced) {
  HaveParties();
  const WorkItem item = HaveWork(AnApproval());
  WorkItem taken = Taken(item, "second");
  taken.language = "fr";
  taken.priority = WorkPriority::kUrgent;
  taken.breached = true;
  ASSERT_THAT(Replace(taken), IsOk());
  ExpectStored(taken);
  EXPECT_EQ(HeadOf(kDebtor).revision, taken.revision);
  WorkItem granted = ValueOf(GrantAct(taken, {"second", {}, TestNow() + absl::Hours(2)}));
  granted.entry = NumberedId<EntryId>(5);
  granted.revision = HeadOf(kDebtor).revision + 1;
  ASSERT_THAT(Replace(granted), IsOk());
  ExpectStored(granted);
}

TEST_P(WorkContract, KeepsWhatWasAskedForEver) {
  HaveParties();
  const WorkItem item = HaveWork(AnApproval());
  WorkItem changed = Taken(item, "second");
  const WorkItem expected = changed;
  changed.act = AWaiverAct(1);
  changed.asked_by = "somebody else";
  changed.reason = Secret("another");
  changed.skill = Skill::kInsolvency;
  ASSERT_THAT(Replace(changed), IsOk());
  ExpectStored(expected);
}

TEST_P(WorkContract, IsNotReplacedByAStaleCopy) {
  HaveParties();
  const WorkItem item = HaveWork(AnApproval());
  const WorkItem winner = Taken(item, "second");
  const WorkItem late = Taken(item, "third");
  ASSERT_THAT(Replace(winner), IsOk());
  EXPECT_THAT(Replace(late), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(Replace(AnApproval(99).With(&WorkItem::revision, 1000)),
              IsRefused(Reason::kWriteConflict));
  ExpectStored(winner);
}

TEST_P(WorkContract, LeavesNoTraceWhenTheWorkFails) {
  HaveParties();
  const Trace before = TraceOf(kDebtor);
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    unit.work_items().Add(AnApproval());
                    return Refuse(Reason::kWaiverAboveBucket);
                  }),
              IsRefused(Reason::kWaiverAboveBucket));
  EXPECT_EQ(TraceOf(kDebtor), before);
  EXPECT_THAT(List(), IsEmpty());
}

TEST_P(WorkContract, IsAboutADebtorWhoIsKnown) {
  EXPECT_FALSE(
      Record(kDebtor, [&](UnitOfWork& unit) { unit.work_items().Add(AnApproval()); }).ok());
  EXPECT_THAT(List(), IsEmpty());
}

TEST_P(WorkContract, IsToDoUntilItEnds) {
  HaveParties();
  Have(ADebtor(2).Build());
  const WorkItem first = HaveWork(AnApproval(1));
  const WorkItem second = HaveWork(ATask(2));
  HaveWork(AnApproval(3).With(&WorkItem::debtor, NumberedId<DebtorId>(2)));
  EXPECT_THAT(ToDo(kDebtor), ElementsAre(first, second));
  WorkItem done = ValueOf(FinishWork(second, {"second", {}, TestNow()}));
  done.revision = HeadOf(kDebtor).revision + 1;
  ASSERT_THAT(Replace(done), IsOk());
  EXPECT_THAT(ToDo(kDebtor), ElementsAre(first));
  EXPECT_THAT(ToDo(NumberedId<DebtorId>(9)), IsEmpty());
}

TEST_P(WorkContract, HasOneWinnerOfAClaim) {
  HaveParties();
  const WorkItem item = HaveWork(AnApproval());
  constexpr int kPeople = 8;
  std::vector<absl::Status> statuses(kPeople);
  Together(kPeople, [&](int person) {
    const auto at = static_cast<std::size_t>(person);
    statuses.at(at) = Run(kDebtor, [&](UnitOfWork& unit) -> absl::Status {
      const auto found = unit.work_items().Find(kDebtor, item.id);
      if (!found.ok()) return found.status();
      auto taken = TakeWork(*found, "person-" + std::to_string(person), TestNow());
      if (!taken.ok()) return taken.status();
      taken->revision = unit.Head(kDebtor).revision + 1;
      unit.work_items().Replace(*taken);
      return absl::OkStatus();
    });
  });
  EXPECT_EQ(CountWinners(statuses, Reason::kWorkClaimedByAnother), 1);
}

class WorkListContract : public WorkContract {
 protected:
  // Five items of two debtors, of which one is claimed and one is done.
  void HaveSomeWork() {
    HaveParties();
    Have(ADebtor(2).Build());
    const DebtorId other = NumberedId<DebtorId>(2);
    HaveWork(AnApproval(1));
    HaveWork(AnApproval(2)
                 .With(&WorkItem::priority, WorkPriority::kUrgent)
                 .With(&WorkItem::debtor, other));
    HaveWork(ATask(3).With(&WorkItem::priority, WorkPriority::kLow));
    HaveWork(AnApproval(4)
                 .With(&WorkItem::debtor, other)
                 .With(&WorkItem::state, WorkState::kClaimed)
                 .With(&WorkItem::claimed_by, "second"));
    HaveWork(ATask(5).With(&WorkItem::state, WorkState::kDone).With(&WorkItem::ended_by, "second"));
  }
  std::vector<int> Numbers(const std::vector<WorkItem>& items) {
    std::vector<int> numbers;
    for (const WorkItem& item : items) numbers.push_back(item.id.uuid().bytes().back());
    return numbers;
  }
  std::vector<int> Listed(const WorkFilter& filter) { return Numbers(List(filter)); }
};
PARLEY_OVER_EVERY_STORE(WorkListContract);

TEST_P(WorkListContract, ShowsWhatIsToDoByPriorityAndThenByAge) {
  HaveSomeWork();
  EXPECT_THAT(Listed({}), ElementsAre(2, 1, 4, 3));
}

TEST_P(WorkListContract, TellsWhatIsToDoAboutMany) {
  HaveSomeWork();
  const std::array debtors = {kDebtor, NumberedId<DebtorId>(2), NumberedId<DebtorId>(9)};
  std::vector<WorkItem> items;
  ASSERT_THAT(
      Record(kDebtor,
             [&](UnitOfWork& unit) { items = ValueOf(unit.work_items().ToDoOfAll(debtors)); }),
      IsOk());
  EXPECT_THAT(Numbers(items), ElementsAre(1, 3, 2, 4));
}

TEST_P(WorkListContract, ShowsWhatFits) {
  HaveSomeWork();
  EXPECT_THAT(Listed({.state = WorkState::kOpen}), ElementsAre(2, 1, 3));
  EXPECT_THAT(Listed({.state = WorkState::kClaimed}), ElementsAre(4));
  EXPECT_THAT(Listed({.state = WorkState::kDone}), ElementsAre(5));
  EXPECT_THAT(Listed({.state = WorkState::kApproved}), IsEmpty());
  EXPECT_THAT(Listed({.kind = WorkKind::kApproval}), ElementsAre(2, 1, 4));
  EXPECT_THAT(Listed({.priority = WorkPriority::kLow}), ElementsAre(3));
  EXPECT_THAT(Listed({.debtor = NumberedId<DebtorId>(2)}), ElementsAre(2, 4));
  EXPECT_THAT(Listed({.claimed_by = "second"}), ElementsAre(4));
  EXPECT_THAT(Listed({.claimed_by = "secon%"}), IsEmpty());
  EXPECT_THAT(Listed({.state = WorkState::kOpen,
                      .kind = WorkKind::kApproval,
                      .priority = WorkPriority::kNormal,
                      .debtor = kDebtor,
                      .claimed_by = ""}),
              ElementsAre(1));
}

TEST_P(WorkListContract, ShowsWhatNeedsASkillALanguageOrIsDue) {
  HaveParties();
  HaveWork(ATask(1).With(&WorkItem::skill, Skill::kDisputes).With(&WorkItem::language, "es"));
  HaveWork(ATask(2).With(&WorkItem::skill, Skill::kDisputes).With(&WorkItem::due, kToday));
  HaveWork(ATask(3).With(&WorkItem::language, "es").With(&WorkItem::due, kToday + 1));
  EXPECT_THAT(Listed({.skill = Skill::kDisputes}), ElementsAre(1, 2));
  EXPECT_THAT(Listed({.skill = Skill::kGeneral}), ElementsAre(3));
  EXPECT_THAT(Listed({.language = "es"}), ElementsAre(1, 3));
  EXPECT_THAT(Listed({.language = ""}), ElementsAre(2));
  EXPECT_THAT(Listed({.due_by = kToday - 1}), IsEmpty());
  EXPECT_THAT(Listed({.due_by = kToday}), ElementsAre(2));
  EXPECT_THAT(Listed({.due_by = kToday + 1}), ElementsAre(2, 3));
  EXPECT_THAT(Listed({.skill = Skill::kDisputes, .language = "es"}), ElementsAre(1));
}

TEST_P(WorkListContract, GoesOnAfterAnItem) {
  HaveSomeWork();
  std::vector<int> seen;
  WorkPosition after;
  for (std::vector<WorkItem> page = List({}, after, 1); !page.empty(); page = List({}, after, 1)) {
    ASSERT_EQ(page.size(), 1U);
    seen.push_back(Numbers(page).front());
    after = {page.front().priority, page.front().id};
  }
  EXPECT_THAT(seen, ElementsAre(2, 1, 4, 3));
}

TEST_P(WorkListContract, IsTheTenantsOwn) {
  HaveSomeWork();
  const auto other = NumberedId<TenantId>(2);
  world().CreateTenant(other);
  EXPECT_THAT(world().work_list().ListWork(other, {}, {}, 100), IsOkAnd(IsEmpty()));
}

}  // namespace
}  // namespace parley
