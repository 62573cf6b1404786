// SPDX-License-Identifier: Apache-2.0
// Who speaks for a person, and who may be spoken to.
#include "application/debtors/representatives.h"

#include "tests/application/debtors/record_fixture.h"

namespace parley {
namespace {

using testing::ElementsAre;

class RepresentativesTest : public RecordTest {
 protected:
  RepresentativesTest() {
    Kept<Debtor> updated;
    UpdateDebtor::Command command{.id = debtor_.id};
    command.birth_date = Secret("1981-04-02");
    EXPECT_THAT(world_.app.update_debtor.Handle(world_.ACall(), command, updated), IsOk());
    debtor_ = *updated;
  }

  Representatives::Addition AnAttorney() const {
    Representatives::Addition addition;
    addition.debtor = debtor_.id;
    addition.representative.role = RepresentativeRole::kAttorney;
    addition.representative.name = Secret("Bruno Inventado");
    addition.representative.powers = {Power::kBeTold, Power::kNegotiate};
    addition.representative.provenance = Told();
    return addition;
  }
  absl::StatusOr<Representative> Add(const Representatives::Addition& addition) {
    return Moved([&](const Call& call, auto& kept) {
      return world_.app.representatives.Add(call, addition, kept);
    });
  }
  absl::StatusOr<Representative> Document(const Representative& one) {
    return Moved([&](const Call& call, auto& kept) {
      return world_.app.representatives.Document(call, RefTo(one), Secret("a letter"), kept);
    });
  }
  absl::StatusOr<Representative> Activate(const Representative& one) {
    return Moved([&](const Call& call, auto& kept) {
      return world_.app.representatives.Activate(call, RefTo(one), kept);
    });
  }
  absl::StatusOr<Representative> End(const Representative& one, std::optional<Day> last = {}) {
    return Moved([&](const Call& call, auto& kept) {
      return world_.app.representatives.End(call, RefTo(one), last, kept);
    });
  }
  Authority MayTalkTo(const Interlocutor& who) {
    return ValueOf(world_.app.ask_authority.Handle({world_.tenant, debtor_.id, {debt_.id}, who}));
  }
  absl::StatusOr<ShowRightParty::Result> Show(std::string_view birth_date,
                                              std::string_view reference) {
    ShowRightParty::Command command;
    command.debtor = debtor_.id;
    command.answers.birth_date = Secret(birth_date);
    command.answers.reference = Secret(reference);
    return Run<ShowRightParty::Result>([&](const Call& call, auto& kept) {
      return world_.app.show_right_party.Handle(call, command, kept);
    });
  }

  template <typename Act>
  absl::StatusOr<Representative> Moved(const Act& act) {
    const auto moved = Run<RepresentativeToday>(act);
    if (!moved.ok()) return moved.status();
    return moved->representative;
  }
  PartReference<RepresentativeId> RefTo(const Representative& one) const {
    return {debtor_.id, one.id, one.revision};
  }

  Debt debt_ = world_.Place(debtor_, "L-1", 10'000);
};

TEST_F(RepresentativesTest, MoveFromAClaimToTheEnd) {
  const Representative claimed = ValueOf(Add(AnAttorney()));
  EXPECT_EQ(claimed.state, RepresentationState::kClaimed);
  EXPECT_EQ(claimed.from, TestToday());
  EXPECT_EQ(LastEvent(), EventType::kRepresentationStarted);
  EXPECT_EQ(MayTalkTo(AsRepresentative{claimed.id}).reason, AuthorityReason::kOnlyClaimed);
  EXPECT_THAT(Activate(claimed), IsRefused(Reason::kRepresentativeNotDocumented));
  const Representative active = ValueOf(Activate(ValueOf(Document(claimed))));
  EXPECT_THAT(Record().representatives, ElementsAre(active));
  EXPECT_TRUE(MayTalkTo(AsRepresentative{claimed.id}).allowed);
  EXPECT_THAT(End(active, TestToday() + 1), IsRefused(Reason::kFieldInvalid));
  const Representative ended = ValueOf(End(active));
  EXPECT_EQ(ended.until, TestToday());
  EXPECT_EQ(LastEvent(), EventType::kRepresentationEnded);
  EXPECT_THAT(End(ended), IsRefused(Reason::kRepresentativeRevoked));
  EXPECT_EQ(MayTalkTo(AsRepresentative{claimed.id}).reason, AuthorityReason::kNotInForce);
}

TEST_F(RepresentativesTest, ThatOverlapAreRefused) {
  Representatives::Addition first = AnAttorney();
  first.representative.document = Secret("a letter");
  EXPECT_EQ(ValueOf(Add(first)).state, RepresentationState::kDocumented);
  EXPECT_THAT(Add(AnAttorney()), IsRefused(Reason::kRepresentativesOverlap));
  Representatives::Addition other = AnAttorney();
  other.representative.powers = {Power::kPay};
  EXPECT_THAT(Add(other), IsOk());
}

TEST_F(RepresentativesTest, SpeakOfDebtsThatThereAre) {
  Representatives::Addition addition = AnAttorney();
  addition.representative.debts = {NumberedId<DebtId>(99)};
  EXPECT_THAT(Add(addition), IsRefused(Reason::kDebtNotFound));
  addition.representative.debts = {debt_.id};
  EXPECT_THAT(Add(addition), IsOk());
}

TEST_F(RepresentativesTest, AreNotChangedByWhoSawAnotherState) {
  const Representative claimed = ValueOf(Add(AnAttorney()));
  ASSERT_THAT(Document(claimed), IsOk());
  EXPECT_THAT(End(claimed), IsRefused(Reason::kEtagStale));
  EXPECT_THAT(End(Representative()), IsRefused(Reason::kRepresentativeNotFound));
}

TEST_F(RepresentativesTest, AreFiftyAtMost) {
  for (int number = 0; number < static_cast<int>(kMostOfAPart); ++number) {
    Representatives::Addition addition = AnAttorney();
    addition.from = TestToday() + 2 * number;
    addition.representative.until = *addition.from;
    ASSERT_THAT(Add(addition), IsOk());
  }
  Representatives::Addition one_more = AnAttorney();
  one_more.from = TestToday() + 1000;
  EXPECT_THAT(Add(one_more), IsRefused(Reason::kRecordFull));
}

TEST_F(RepresentativesTest, ThirdPartiesAreToldNothing) {
  EXPECT_EQ(MayTalkTo(AsThirdParty()).reason, AuthorityReason::kThirdParty);
  EXPECT_THAT(world_.app.ask_authority
                  .Handle({world_.tenant, debtor_.id, {NumberedId<DebtId>(99)}, AsThirdParty()})
                  .status(),
              IsRefused(Reason::kDebtNotFound));
}

TEST_F(RepresentativesTest, ThePersonShowsWhoTheyAre) {
  EXPECT_EQ(MayTalkTo(AsDebtor()).reason, AuthorityReason::kNotVerified);
  const auto shown = Show(debtor_.birth_date.Reveal(), "L-1");
  ASSERT_THAT(shown, IsOk());
  EXPECT_TRUE(shown->attempt.passed);
  EXPECT_TRUE(MayTalkTo(AsDebtor()).allowed);
  world_.clock.Advance(kVerifiedLasts);
  EXPECT_FALSE(MayTalkTo(AsDebtor()).allowed);
}

TEST_F(RepresentativesTest, GuessingEndsAfterThreeWrongTries) {
  for (int left = kMostWrongTries - 1; left >= 0; --left) {
    const auto wrong = Show("1900-01-01", "L-1");
    ASSERT_THAT(wrong, IsOk());
    EXPECT_FALSE(wrong->attempt.passed);
    EXPECT_EQ(wrong->tries_left, left);
  }
  EXPECT_THAT(Show(debtor_.birth_date.Reveal(), "L-1"), IsRefused(Reason::kVerificationTriesSpent));
  EXPECT_EQ(MayTalkTo(AsDebtor()).reason, AuthorityReason::kTriesSpent);
}

}  // namespace
}  // namespace parley
