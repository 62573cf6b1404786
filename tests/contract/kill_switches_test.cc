// SPDX-License-Identifier: Apache-2.0
// Kill switches as records: what is engaged, found, released and refused.
#include "application/ports/kill_switches.h"

#include <array>

#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;

class KillSwitchesContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Engage(const KillSwitch& one) {
    return Record(kDesk, [&](UnitOfWork& unit) { unit.kill_switches().Engage(one); });
  }
  absl::Status Release(const KillSwitch& one) {
    return Record(kDesk, [&](UnitOfWork& unit) { unit.kill_switches().Release(one); });
  }
  std::vector<KillSwitch> List(SwitchFilter filter = SwitchFilter::kAll) {
    return ValueOf(world().switch_board().ListKillSwitches(kTenant, filter, {}, 100));
  }
  std::vector<KillSwitch> StandingAt(absl::Time now) {
    // Alone, and with what else is read of a debtor.
    const auto standing = ValueOf(world().switch_board().Standing(kTenant, now));
    EXPECT_EQ(ContactRecordOf(kDebtor, now).switches, standing);
    return standing;
  }
  std::vector<KillSwitch> StandingIn(UnitOfWork& unit) {
    const ContactMoment moment{TestNow(), {TestNow(), TestNow()}};
    return ValueOf(unit.communications().RecordsOf(std::array{kDebtor}, moment)).front().switches;
  }
  std::int64_t CountPersons(const SwitchScope& scope) {
    std::int64_t count = -1;
    EXPECT_THAT(Record(kDesk,
                       [&](UnitOfWork& unit) {
                         count = ValueOf(unit.kill_switches().CountPersons(scope));
                       }),
                IsOk());
    return count;
  }
};
PARLEY_OVER_EVERY_STORE(KillSwitchesContract);

KillSwitch ASwitch(int number = 1, const SwitchScope& scope = {}) {
  return {.id = NumberedId<KillSwitchId>(static_cast<std::uint64_t>(number)),
          .scope = scope,
          .reason = "a wrong balance",
          .actor = "operator-1",
          .engaged_time = TestNow()};
}

// Its restart takes ten hours.
KillSwitch Released(KillSwitch one) {
  one.release =
      SwitchRelease{.reason = "mended",
                    .actor = "operator-2",
                    .time = TestNow() + absl::Hours(1),
                    .restart = {.from = TestNow() + absl::Hours(2) + absl::Microseconds(1),
                                .per_hour = 10,
                                .persons = 100}};
  return one;
}

TEST_P(KillSwitchesContract, ComeBackEqualOfEveryScopeInTheOrderOfTheirIds) {
  const std::vector<SwitchScope> scopes = {{},
                                           {.channel = Channel::kPublicPost},
                                           {.creditor = kCreditor},
                                           {.template_id = "first-words"},
                                           {.cadence_id = "gentle.2"}};
  std::vector<KillSwitch> expected;
  for (const SwitchScope& scope : scopes) {
    expected.push_back(ASwitch(static_cast<int>(expected.size()) + 1, scope));
  }
  for (auto one = expected.rbegin(); one != expected.rend(); ++one) {
    ASSERT_THAT(Engage(*one), IsOk());
  }
  EXPECT_THAT(List(), testing::ElementsAreArray(expected));
  EXPECT_THAT(StandingAt(TestNow()), testing::ElementsAreArray(expected));
}

TEST_P(KillSwitchesContract, ComeBackEqualInEveryScriptAndReleased) {
  int number = 0;
  for (const std::string& text : DifficultTexts()) {
    KillSwitch one = ASwitch(++number);
    if (!text.empty()) one.reason = text;
    ASSERT_THAT(Engage(one), IsOk());
    one = Released(one);
    if (!text.empty()) one.release->reason = text;
    ASSERT_THAT(Release(one), IsOk());
    EXPECT_THAT(Record(kDesk,
                       [&](UnitOfWork& unit) {
                         EXPECT_THAT(unit.kill_switches().Find(one.id), IsOkAnd(Eq(one)));
                       }),
                IsOk());
  }
}

TEST_P(KillSwitchesContract, StandUntilTheirRestartIsOver) {
  const KillSwitch one = Released(ASwitch());
  ASSERT_THAT(Engage(ASwitch()), IsOk());
  EXPECT_THAT(StandingAt(TestNow()), ElementsAre(ASwitch()));
  ASSERT_THAT(Release(one), IsOk());
  const absl::Time end = one.release->restart.until();
  EXPECT_THAT(StandingAt(end - absl::Microseconds(1)), ElementsAre(one));
  EXPECT_THAT(StandingAt(end), IsEmpty());
  EXPECT_THAT(List(), ElementsAre(one));
}

TEST_P(KillSwitchesContract, AreListedByFilterAndPage) {
  for (int number = 1; number <= 4; ++number) ASSERT_THAT(Engage(ASwitch(number)), IsOk());
  ASSERT_THAT(Release(Released(ASwitch(2))), IsOk());
  EXPECT_THAT(List(SwitchFilter::kEngaged), ElementsAre(ASwitch(1), ASwitch(3), ASwitch(4)));
  EXPECT_THAT(List(SwitchFilter::kReleased), ElementsAre(Released(ASwitch(2))));
  EXPECT_THAT(
      world().switch_board().ListKillSwitches(kTenant, SwitchFilter::kAll, ASwitch(2).id, 1),
      IsOkAnd(ElementsAre(ASwitch(3))));
}

TEST_P(KillSwitchesContract, AreNotFoundWhenUnknown) {
  EXPECT_THAT(Record(kDesk,
                     [&](UnitOfWork& unit) {
                       EXPECT_THAT(unit.kill_switches().Find(ASwitch().id),
                                   IsRefused(Reason::kKillSwitchNotFound));
                     }),
              IsOk());
}

TEST_P(KillSwitchesContract, AreEngagedAndReleasedOnce) {
  ASSERT_THAT(Engage(ASwitch()), IsOk());
  KillSwitch other = ASwitch();
  other.reason = "another";
  EXPECT_THAT(Engage(other), IsRefused(Reason::kKillSwitchAlreadyExists));
  ASSERT_THAT(Release(Released(ASwitch())), IsOk());
  EXPECT_THAT(Release(Released(other)), IsRefused(Reason::kKillSwitchAlreadyReleased));
  EXPECT_THAT(List(), ElementsAre(Released(ASwitch())));
}

TEST_P(KillSwitchesContract, LeaveNoTraceOfWorkThatFails) {
  EXPECT_THAT(Run(kDesk,
                  [&](UnitOfWork& unit) {
                    unit.kill_switches().Engage(ASwitch());
                    return Refuse(Reason::kCreditorNotFound);
                  }),
              IsRefused(Reason::kCreditorNotFound));
  EXPECT_THAT(List(), IsEmpty());
}

TEST_P(KillSwitchesContract, AreWrittenUnderTheLockOfTheDesk) {
  EXPECT_THAT(Record(kDebtor, [&](UnitOfWork& unit) { unit.kill_switches().Engage(ASwitch()); }),
              IsRefused(Reason::kInternal));
  const std::int64_t before = HeadOf(kDesk).revision;
  ASSERT_THAT(Engage(ASwitch()), IsOk());
  EXPECT_EQ(HeadOf(kDesk).revision, before + 1);
}

TEST_P(KillSwitchesContract, BindWhoReadsAfterTheirCommitAlsoInATransactionThatBeganBefore) {
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    EXPECT_THAT(StandingIn(unit), IsEmpty());
                    EXPECT_THAT(Engage(ASwitch()), IsOk());
                    EXPECT_THAT(StandingIn(unit), ElementsAre(ASwitch()));
                    return absl::OkStatus();
                  }),
              IsOk());
}

TEST_P(KillSwitchesContract, CountWhoHasAnOpenDebtInTheirScope) {
  const CreditorId other = Have(ACreditor(2).Build()).id;
  const DebtorId second = Have(ADebtor(2).Build()).id;
  const DebtorId third = Have(ADebtor(3).Build()).id;
  Have(ADebtor(4).Build());
  Have(ADebt(1).Build());
  Have(ADebt(2).Build());
  Have(ADebt(3).With(&Debt::debtor, second).With(&Debt::creditor, other).Build());
  Debt closed = ADebtIn(DebtStatus::kClosed, 4);
  closed.debtor = third;
  Have(closed);
  EXPECT_EQ(CountPersons({}), 2);
  EXPECT_EQ(CountPersons({.channel = Channel::kSms}), 2);
  EXPECT_EQ(CountPersons({.creditor = kCreditor}), 1);
  EXPECT_EQ(CountPersons({.creditor = other}), 1);
  EXPECT_EQ(CountPersons({.creditor = NumberedId<CreditorId>(9)}), 0);
}

}  // namespace
}  // namespace parley
