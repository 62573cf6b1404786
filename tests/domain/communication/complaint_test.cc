// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/complaint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "domain/communication/rulebooks.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Day kFriday(2026, 3, 6);

const Rulebooks& NoBooks() {
  static const Rulebooks kNone = ValueOf(Rulebooks::Make({}, {}));
  return kNone;
}

Complaint AComplaint(ComplaintState state = ComplaintState::kReceived) {
  Complaint complaint;
  complaint.id = NumberedId<ComplaintId>(1);
  complaint.what = Secret("You called me at work.");
  complaint.state = state;
  complaint.received = kFriday;
  complaint.source = Secret("the debtor");
  StartClocks(complaint, NoBooks(), "GB");
  return complaint;
}

ComplaintAnswer AnAnswer(bool in_short = false) {
  ComplaintAnswer answer;
  answer.in_short = in_short;
  answer.answer = Secret("We are sorry.");
  answer.root_cause = Secret("The number was not marked.");
  answer.redress = Secret("It is marked now.");
  return answer;
}

TEST(TheClocks, CountBusinessDaysAndCivilDays) {
  const Complaint complaint = AComplaint();
  EXPECT_EQ(complaint.acknowledge_by, Day(2026, 3, 10));  // Tuesday.
  EXPECT_EQ(complaint.summary_by, Day(2026, 3, 11));
  EXPECT_EQ(complaint.answer_by, Day(2026, 4, 5));
}

TEST(WhatIsDue, FollowsTheState) {
  EXPECT_EQ(DueBy(AComplaint()), AComplaint().acknowledge_by);
  EXPECT_EQ(DueBy(AComplaint(ComplaintState::kInvestigating)), AComplaint().answer_by);
  EXPECT_EQ(DueBy(AComplaint(ComplaintState::kFinalResponse)), std::nullopt);
}

TEST(TheSteps, BeginOnlyWhereTheyMay) {
  struct Row {
    ComplaintState from;
    bool acknowledge;
    bool investigate;
    bool answer;
    bool close;
    bool reopen;
  };
  using S = ComplaintState;
  const Row rows[] = {
      {S::kReceived, true, false, true, false, false},
      {S::kAcknowledged, false, true, true, false, false},
      {S::kInvestigating, false, false, true, false, false},
      {S::kFinalResponse, false, false, false, true, false},
      {S::kResolvedSummary, false, false, false, false, true},
      {S::kClosed, false, false, false, false, true},
      {S::kReferred, false, false, false, false, true},
  };
  const ComplaintEnd end{false, Secret("a cause"), Secret("none")};
  for (const Row& row : rows) {
    const Complaint one = AComplaint(row.from);
    const std::string from(WordsOf<S>()[static_cast<std::size_t>(row.from)]);
    EXPECT_EQ(Acknowledged(one, TestNow()).ok(), row.acknowledge) << from;
    EXPECT_EQ(Investigated(one, TestNow()).ok(), row.investigate) << from;
    EXPECT_EQ(WithAnswer(one, AnAnswer(), kFriday, TestNow()).ok(), row.answer) << from;
    EXPECT_EQ(EndedBy(one, end, TestNow()).ok(), row.close) << from;
    EXPECT_EQ(Reopened(one, TestNow()).ok(), row.reopen) << from;
  }
}

TEST(AShortAnswer, ComesWithinTheShortClockOnly) {
  const Complaint one = AComplaint();
  const Complaint settled = ValueOf(WithAnswer(one, AnAnswer(true), one.summary_by, TestNow()));
  EXPECT_EQ(settled.state, ComplaintState::kResolvedSummary);
  EXPECT_EQ(settled.redress, Secret("It is marked now."));
  EXPECT_FALSE(IsOpen(settled));
  EXPECT_THAT(WithAnswer(one, AnAnswer(true), one.summary_by + 1, TestNow()),
              IsRefused(Reason::kComplaintStepRefused));
  const Complaint again = ValueOf(Reopened(settled, TestNow()));
  EXPECT_EQ(again.times_reopened, 1);
  EXPECT_THAT(WithAnswer(again, AnAnswer(true), again.received, TestNow()),
              IsRefused(Reason::kComplaintStepRefused));
}

TEST(TheEnd, NeedsRootCauseAndRedress) {
  const Complaint answered = AComplaint(ComplaintState::kFinalResponse);
  const auto refused = EndedBy(answered, {false, Secret(""), Secret("")}, TestNow());
  EXPECT_THAT(ViolationsOf(refused.status()), ElementsAre(Violation{"root_cause", Fault::kRequired},
                                                          Violation{"redress", Fault::kRequired}));
  const auto end = [&](bool referred) {
    return ValueOf(EndedBy(answered, {referred, Secret("a"), Secret("b")}, TestNow())).state;
  };
  EXPECT_EQ(end(false), ComplaintState::kClosed);
  EXPECT_EQ(end(true), ComplaintState::kReferred);
}

TEST(TheSameComplaint, IsFoundWhileItIsOpen) {
  Complaint again = AComplaint();
  again.id = NumberedId<ComplaintId>(2);
  EXPECT_EQ(LikeWhich(std::array{AComplaint()}, again), AComplaint().id);
  EXPECT_EQ(LikeWhich(std::array{AComplaint(ComplaintState::kClosed)}, again), std::nullopt);
  again.what = Secret("And at night.");
  EXPECT_EQ(LikeWhich(std::array{AComplaint()}, again), std::nullopt);
}

TEST(CheckComplaint, AsksWhatItIsAndWhoSaysSo) {
  const auto faults = [](const Complaint& complaint) {
    Violations violations;
    CheckComplaint(complaint, "it", violations);
    return violations.all();
  };
  EXPECT_THAT(faults(AComplaint()), IsEmpty());
  EXPECT_THAT(faults(Complaint()), ElementsAre(Violation{"it.what", Fault::kRequired},
                                               Violation{"it.source", Fault::kRequired}));
}

TEST(ALateComplaint, IsToldOnceOfEachClock) {
  const absl::Time now = TestNow();
  const Complaint complaint = AComplaint();
  EXPECT_EQ(RunsOut(complaint), complaint.acknowledge_by);
  const Complaint late = WithBreach(complaint, now);
  EXPECT_EQ(RunsOut(late), std::nullopt);
  EXPECT_EQ(DueBy(late), complaint.acknowledge_by);
  const Complaint known = ValueOf(Acknowledged(late, now));
  EXPECT_EQ(RunsOut(known), complaint.answer_by);
  const Complaint looked_into = ValueOf(Investigated(WithBreach(known, now), now));
  EXPECT_EQ(RunsOut(looked_into), std::nullopt);
  EXPECT_EQ(RunsOut(AComplaint(ComplaintState::kFinalResponse)), std::nullopt);
  Complaint reopened = WithBreach(AComplaint(ComplaintState::kClosed), now);
  reopened = ValueOf(Reopened(reopened, now));
  EXPECT_EQ(RunsOut(reopened), reopened.answer_by);
}

}  // namespace
}  // namespace parley
