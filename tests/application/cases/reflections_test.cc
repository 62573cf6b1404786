// SPDX-License-Identifier: Apache-2.0
// What we understood of what a person told goes to them, and they confirm it or put it right.
#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "application/cases/reflect_back.h"
#include "tests/application/messages/message_fixture.h"
#include "tests/support/domain/contact_builders.h"

namespace parley {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Reflections : public Messaging {
 protected:
  // By their own app, or by the team.
  template <typename Act>
  absl::StatusOr<Reflection> Run(const Act& act, bool by_person = true) {
    Kept<Reflection> kept;
    Call call = world_.ACall();
    call.by_person = by_person;
    const absl::StatusOr<Answer> answer = act(call, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<Reflection> Propose() {
    const auto propose = [&](const Call& call, auto& kept) {
      return reflections_.Propose(call, debtor_.id, kept);
    };
    return Run(propose, false);
  }
  absl::StatusOr<Reflection> Confirm(const Reflection& told,
                                     std::optional<std::int64_t> etag = {}) {
    return Run([&](const Call& call, auto& kept) {
      return reflections_.Confirm(call, {{debtor_.id, told.id, etag}, {}, {}}, kept);
    });
  }
  absl::StatusOr<Reflection> Correct(const Reflection& told, std::string_view words) {
    return Run([&](const Call& call, auto& kept) {
      return reflections_.Correct(call, {{debtor_.id, told.id, {}}, {}, Secret(words)}, kept);
    });
  }

  void TheyLostTheirJob() {
    LifeCircumstance lost;
    lost.id = NumberedId<CircumstanceId>(1);
    lost.event = LifeEvent::kJobLost;
    lost.from = Day(2026, 11, 2);
    lost.review = Day(2027, 2, 1);
    Write([&](UnitOfWork& unit) { unit.person_records().Add(debtor_.id, lost); });
  }
  void TheyPromise(std::int64_t minor_units) {
    Promise promise;
    promise.debt = debt_->id;
    promise.amount = Money(minor_units, debt_->currency);
    promise.due = Day(2026, 12, 3);
    Kept<Promise> kept;
    ASSERT_THAT(world_.app.promises.Handle(world_.ACall(), debtor_.id, promise, kept), IsOk());
  }

  std::vector<Reflection> Kepts() {
    return ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id)).reflections;
  }
  std::vector<EventType> Told() {
    std::vector<EventType> types;
    for (const MemoryEvent& kept : world_.database.Events(world_.tenant)) {
      types.push_back(kept.event.type);
    }
    return types;
  }

  ReflectBack reflections_{mutations_, send_, {world_.ids, world_.zones}};
};

TEST_F(Reflections, TellThePersonWhatStandsInTheirRecord) {
  TheyLostTheirJob();
  TheyPromise(4'000);
  const Reflection told = ValueOf(Propose());
  EXPECT_EQ(told.version, 1);
  EXPECT_EQ(told.state, ReflectionState::kProposed);
  EXPECT_EQ(told.actor, "tester");
  ASSERT_THAT(told.points, SizeIs(2));
  EXPECT_EQ(told.points[0].word, "JOB_LOST");
  EXPECT_EQ(told.points[1].amount, Money(4'000, debt_->currency));
  EXPECT_THAT(Kepts(), ElementsAre(told));
  ASSERT_EQ(Round(), 1);
  const std::string& text = std::get<EmailWords>(sender_.given.front().words).text.Reveal();
  EXPECT_THAT(text, HasSubstr("job"));
  EXPECT_THAT(text, HasSubstr("40.00"));
  EXPECT_THAT(Told(), Contains(EventType::kReflectionProposed));
}

TEST_F(Reflections, SayNothingWhereNothingWasTold) {
  EXPECT_THAT(Propose(), IsRefused(Reason::kNothingToReflect));
  EXPECT_THAT(Kepts(), IsEmpty());
}

TEST_F(Reflections, OfTheSameRecordMakeNoNewVersionAndNoSecondMessage) {
  TheyLostTheirJob();
  const Reflection first = ValueOf(Propose());
  EXPECT_EQ(ValueOf(Propose()), first);
  EXPECT_EQ(Round(), 1);
  const Reflection confirmed = ValueOf(Confirm(first));
  EXPECT_EQ(ValueOf(Propose()), confirmed);
  EXPECT_EQ(Round(), 0);
}

TEST_F(Reflections, OfAChangedRecordSupersedeWhatWasNotAnswered) {
  TheyLostTheirJob();
  const Reflection first = ValueOf(Propose());
  TheyPromise(4'000);
  const Reflection second = ValueOf(Propose());
  EXPECT_EQ(second.version, 2);
  ASSERT_THAT(Kepts(), SizeIs(2));
  EXPECT_EQ(Kepts()[0].state, ReflectionState::kSuperseded);
  EXPECT_THAT(Confirm(first), IsRefused(Reason::kReflectionStepRefused));
  EXPECT_THAT(Confirm(second), IsOk());
}

TEST_F(Reflections, AreConfirmedOnceAndStandAsTheyWere) {
  TheyLostTheirJob();
  const Reflection told = ValueOf(Propose());
  EXPECT_THAT(Confirm(told, told.revision - 1), IsRefused(Reason::kEtagStale));
  const Reflection confirmed = ValueOf(Confirm(told, told.revision));
  EXPECT_EQ(confirmed.points, told.points);
  EXPECT_EQ(confirmed.decided_by, "tester");
  EXPECT_THAT(Confirm(told), IsRefused(Reason::kReflectionStepRefused));
  TheyPromise(4'000);
  ASSERT_THAT(Propose(), IsOk());
  EXPECT_EQ(Kepts()[0], confirmed);
  EXPECT_THAT(Told(), Contains(EventType::kReflectionConfirmed));
}

TEST_F(Reflections, AreCorrectedAndTheTeamPutsItRight) {
  TheyLostTheirJob();
  const Reflection told = ValueOf(Propose());
  EXPECT_THAT(Correct(told, ""), IsRefused(Reason::kFieldInvalid));
  const Reflection corrected = ValueOf(Correct(told, "I work half the week."));
  EXPECT_EQ(corrected.state, ReflectionState::kCorrected);
  ASSERT_THAT(Work(WorkKind::kReview), SizeIs(1));
  EXPECT_EQ(Work(WorkKind::kReview).front().reason, Secret("I work half the week."));
  EXPECT_THAT(Told(), Contains(EventType::kReflectionCorrected));
}

TEST_F(Reflections, ThatWereCorrectedAreToldAnewThoughThePointsAreTheSame) {
  TheyLostTheirJob();
  const Reflection told = ValueOf(Propose());
  ASSERT_THAT(Correct(told, "It was in May; no, it was not."), IsOk());
  const Reflection again = ValueOf(Propose());
  EXPECT_EQ(again.version, 2);
  EXPECT_EQ(again.state, ReflectionState::kProposed);
  EXPECT_THAT(Confirm(again), IsOk());
}

TEST_F(Reflections, NameAWordOfTheirsThatIsKnown) {
  TheyLostTheirJob();
  const Reflection told = ValueOf(Propose());
  const ReflectBack::Word word{
      {debtor_.id, told.id, {}}, NumberedId<CommunicationId>(404), SensitiveText()};
  EXPECT_THAT(
      Run([&](const Call& call, auto& kept) { return reflections_.Confirm(call, word, kept); }),
      IsRefused(Reason::kCommunicationNotFound));
  Reflection unknown = told;
  unknown.id = NumberedId<ReflectionId>(404);
  EXPECT_THAT(Confirm(unknown), IsRefused(Reason::kReflectionNotFound));
}

TEST_F(Reflections, ArePutDownAsTheirWordByTheTeamOnlyWhereItSaysInWhichCommunication) {
  TheyLostTheirJob();
  const Reflection told = ValueOf(Propose());
  ReflectBack::Word word{{debtor_.id, told.id, {}}, {}, Secret("I work half the week.")};
  const auto confirm = [&](const Call& call, auto& kept) {
    return reflections_.Confirm(call, word, kept);
  };
  const auto correct = [&](const Call& call, auto& kept) {
    return reflections_.Correct(call, word, kept);
  };
  const Violation missing{"told_in", Fault::kRequired};
  EXPECT_THAT(ViolationsOf(Run(confirm, false).status()), ElementsAre(missing));
  EXPECT_THAT(ViolationsOf(Run(correct, false).status()), ElementsAre(missing));
  LoggedCommunication call = ACall();
  call.debtor = debtor_.id;
  call.contact.debts = {};
  call.contact.point = std::nullopt;
  call.outcome = Outcome::kConversation;
  LoggedCommunication unheard = call;
  unheard.id = NumberedId<CommunicationId>(77);
  unheard.outcome = Outcome::kNoAnswer;
  Write([&](UnitOfWork& unit) {
    unit.communications().Add(call);
    unit.communications().Add(unheard);
  });
  word.told_in = unheard.id;
  EXPECT_THAT(Run(confirm, false), IsRefused(Reason::kCommunicationNotFound));
  word.told_in = call.id;
  EXPECT_EQ(ValueOf(Run(confirm, false)).told_in, call.id);
}

TEST_F(Reflections, ThatAreAnsweredOrOvertakenWaitInNoQueue) {
  TheyLostTheirJob();
  const Reflection first = ValueOf(Propose());
  ASSERT_THAT(Queue(), SizeIs(1));
  ASSERT_THAT(Confirm(first), IsOk());
  EXPECT_THAT(Queue(), IsEmpty());
}

TEST_F(Reflections, ARehearsalTellsNobody) {
  TheyLostTheirJob();
  Call call = world_.ACall();
  call.validate_only = true;
  Kept<Reflection> kept;
  ASSERT_THAT(reflections_.Propose(call, debtor_.id, kept), IsOk());
  EXPECT_THAT(Kepts(), IsEmpty());
  EXPECT_EQ(Round(), 0);
}

}  // namespace
}  // namespace parley
