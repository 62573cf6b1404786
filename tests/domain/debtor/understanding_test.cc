// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/understanding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Money kForty(4'000, CurrencyOf("EUR"));

LifeCircumstance AJobLost() {
  LifeCircumstance one;
  one.id = NumberedId<CircumstanceId>(1);
  one.event = LifeEvent::kJobLost;
  one.note = Secret("the works closed");
  one.from = TestToday() - 10;
  return one;
}
SupportNeed MoreTime() {
  SupportNeed one;
  one.id = NumberedId<SupportNeedId>(2);
  one.adjustment = Adjustment::kMoreTime;
  return one;
}
Inconvenience NotAtWork() {
  Inconvenience one;
  one.id = NumberedId<InconvenienceId>(3);
  one.kind = DesignationKind::kInconvenientPlace;
  one.place = Place::kWork;
  return one;
}
Promise ForNextWeek() {
  Promise one;
  one.id = NumberedId<PromiseId>(4);
  one.amount = kForty;
  one.due = TestToday() + 7;
  return one;
}
DebtDispute OfAPart() {
  DebtDispute one;
  one.id = NumberedId<DisputeId>(5);
  one.ground = DisputeGround::kWrongAmount;
  one.disputed = kForty;
  one.statement = Secret("It was less.");
  return one;
}
Complaint AComplaint() {
  Complaint one;
  one.id = NumberedId<ComplaintId>(6);
  return one;
}
CallbackRequest ForTomorrow() {
  CallbackRequest one;
  one.id = NumberedId<CallbackId>(7);
  one.wished = TestToday() + 1;
  return one;
}

DebtorRecord Everything() {
  DebtorRecord record;
  record.circumstances = {AJobLost()};
  record.needs = {MoreTime()};
  record.inconveniences = {NotAtWork()};
  record.promises = {ForNextWeek()};
  record.disputes = {OfAPart()};
  record.complaints = {AComplaint()};
  record.callbacks = {ForTomorrow()};
  return record;
}

TEST(WhatWeUnderstood, IsToldByKindInWordsOfClosedLists) {
  EXPECT_THAT(
      WhatWeUnderstood(Everything(), TestToday(), TestNow()),
      ElementsAre(
          Understood{UnderstoodKind::kCircumstance, NumberedUuid(1), "JOB_LOST", std::nullopt,
                     TestToday() - 10},
          Understood{UnderstoodKind::kSupportNeed, NumberedUuid(2), "MORE_TIME", {}, {}},
          Understood{UnderstoodKind::kInconvenience, NumberedUuid(3), "WORK", {}, {}},
          Understood{UnderstoodKind::kPromise, NumberedUuid(4), "", kForty, TestToday() + 7},
          Understood{UnderstoodKind::kDispute, NumberedUuid(5), "WRONG_AMOUNT", kForty, {}},
          Understood{UnderstoodKind::kComplaint, NumberedUuid(6), "", {}, {}},
          Understood{UnderstoodKind::kCallback, NumberedUuid(7), "", {}, TestToday() + 1}));
}

TEST(WhatWeUnderstood, LeavesOutWhatIsOver) {
  DebtorRecord record = Everything();
  record.circumstances[0].until = TestToday() - 1;
  record.needs[0].until = TestToday() - 1;
  record.inconveniences[0].until = TestNow();
  record.promises[0].state = PromiseState::kReplaced;
  record.disputes[0].state = DisputeState::kClosed;
  record.complaints[0].state = ComplaintState::kClosed;
  record.callbacks[0].state = CallbackState::kKept;
  EXPECT_THAT(WhatWeUnderstood(record, TestToday(), TestNow()), IsEmpty());
  EXPECT_THAT(WhatWeUnderstood({}, TestToday(), TestNow()), IsEmpty());
}

TEST(WhatWeUnderstood, TellsATimeByItsKindWhereItNamesNoPlace) {
  DebtorRecord record;
  record.inconveniences = {NotAtWork()};
  record.inconveniences[0].kind = DesignationKind::kInconvenientTime;
  record.inconveniences[0].place = Place::kNone;
  const std::vector<Understood> points = WhatWeUnderstood(record, TestToday(), TestNow());
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].word, "INCONVENIENT_TIME");
}

}  // namespace
}  // namespace parley
