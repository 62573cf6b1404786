// SPDX-License-Identifier: Apache-2.0
// Kill switches: what may be engaged and released, what the gate makes of them, and how contact
// goes on after a release.
#include "domain/communication/kill_switch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "domain/common/reason.h"
#include "tests/domain/communication/gate_fixture.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto kBank = NumberedId<CreditorId>(1);
constexpr auto kShop = NumberedId<CreditorId>(2);

DebtorId Person(int number) { return NumberedId<DebtorId>(static_cast<std::uint64_t>(number)); }

// A Tuesday morning in New York.
absl::Time Now() { return At("2026-05-12T10:00:00-04:00"); }

KillSwitch Engaged(const SwitchScope& scope = {}) {
  return {.id = NumberedId<KillSwitchId>(1),
          .scope = scope,
          .reason = "a wrong balance in every message",
          .actor = "operator-1",
          .engaged_time = Now() - absl::Hours(1)};
}

SwitchRelease AnOrder(std::int32_t per_hour, std::int64_t persons) {
  return {.reason = "mended",
          .actor = "operator-2",
          .time = Now(),
          .restart = {.from = Now(), .per_hour = per_hour, .persons = persons}};
}

std::vector<Violation> FaultsOf(const KillSwitch& one) {
  Violations violations;
  CheckKillSwitch(one, "kill_switch", violations);
  return violations.all();
}

// What the gate says to a call to this person about a debt of the bank's and one of the shop's.
Verdict AskWith(const std::vector<KillSwitch>& standing, Act act, DebtorId debtor = Person(1)) {
  static const auto* const kBooks = new Rulebooks(TestBook().Make());
  Facts facts = SomebodyInNewYork();
  facts.switches = FactsOf(standing, debtor, std::array{kBank, kShop});
  return Ask(act, facts, *kBooks, Now());
}

bool IsRefused(const Verdict& verdict) {
  const RuleFinding* decided = verdict.deciding_finding();
  return verdict.decision == GateDecision::kRefuse && decided->rule->id == "PARLEY.KILL_SWITCH";
}

TEST(KillSwitches, NeedAReasonAndAtMostOneScope) {
  EXPECT_THAT(FaultsOf(Engaged()), IsEmpty());
  EXPECT_THAT(FaultsOf(Engaged({.channel = Channel::kSms})), IsEmpty());
  KillSwitch silent = Engaged();
  silent.reason = "";
  EXPECT_THAT(FaultsOf(silent), ElementsAre(Violation{"kill_switch.reason", Fault::kRequired}));
  EXPECT_THAT(FaultsOf(Engaged({.channel = Channel::kSms, .template_id = "first"})),
              ElementsAre(Violation{"kill_switch.scope", Fault::kMalformed}));
  EXPECT_THAT(FaultsOf(Engaged({.cadence_id = std::string(201, 'x')})),
              ElementsAre(Violation{"kill_switch.scope.cadence", Fault::kTooLong}));
}

TEST(KillSwitches, StopWhatTheyNameAndNothingElse) {
  Act call = CallAboutTheFirst();
  call.template_id = "first-words";
  call.cadence_id = "gentle";
  Act letter = call;
  letter.channel = Channel::kLetter;
  letter.debts = DebtSet::Of(1);
  letter.template_id = "other-words";
  letter.cadence_id = "";
  struct Row {
    SwitchScope scope;
    bool stops_call;
    bool stops_letter;
  };
  const std::vector<Row> rows = {
      {{}, true, true},
      {{.channel = Channel::kCall}, true, false},
      {{.channel = Channel::kLetter}, false, true},
      {{.creditor = kBank}, true, false},
      {{.creditor = kShop}, false, true},
      {{.creditor = NumberedId<CreditorId>(3)}, false, false},
      {{.template_id = "first-words"}, true, false},
      {{.cadence_id = "gentle"}, true, false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(IsRefused(AskWith({Engaged(row.scope)}, call)), row.stops_call);
    EXPECT_EQ(IsRefused(AskWith({Engaged(row.scope)}, letter)), row.stops_letter);
  }
}

TEST(KillSwitches, StopEveryPurpose) {
  for (int number = 1; number <= 14; ++number) {
    Act act = CallAboutTheFirst();
    act.purpose = static_cast<Purpose>(number);
    EXPECT_TRUE(IsRefused(AskWith({Engaged()}, act))) << number;
  }
}

TEST(KillSwitches, AreToldFirst) {
  EXPECT_EQ(AskWith({Engaged()}, CallAboutTheFirst()).findings.front().rule->id,
            "PARLEY.KILL_SWITCH");
}

TEST(KillSwitches, StopWhatAnyOfThemStops) {
  KillSwitch released = Release(Engaged(), AnOrder(1, 0)).value();
  EXPECT_FALSE(IsRefused(AskWith({released}, CallAboutTheFirst())));
  EXPECT_TRUE(
      IsRefused(AskWith({released, Engaged({.channel = Channel::kCall})}, CallAboutTheFirst())));
}

TEST(KillSwitches, AreReleasedOnce) {
  const KillSwitch released = Release(Engaged(), AnOrder(10, 5)).value();
  EXPECT_EQ(released.release, AnOrder(10, 5));
  EXPECT_THAT(Release(released, AnOrder(10, 5)),
              ::parley::IsRefused(Reason::kKillSwitchAlreadyReleased));
}

TEST(KillSwitches, RestartNoEarlierThanTheyAreReleased) {
  SwitchRelease order = AnOrder(10, 5);
  order.restart.from = Now() - absl::Hours(24);
  EXPECT_EQ(Release(Engaged(), order)->release->restart.from, Now());
}

TEST(KillSwitches, RestartWithinThirtyDays) {
  EXPECT_THAT(Release(Engaged(), AnOrder(1, 720)), IsOk());
  EXPECT_THAT(Release(Engaged(), AnOrder(1, 721)), ::parley::IsRefused(Reason::kFieldInvalid));
  SwitchRelease late = AnOrder(1, 1);
  late.restart.from = Now() + absl::Hours(24 * 30);
  EXPECT_THAT(Release(Engaged(), late), ::parley::IsRefused(Reason::kFieldInvalid));
}

TEST(KillSwitches, StandUntilTheirRestartIsOver) {
  EXPECT_TRUE(Engaged().StandsAt(Now() + absl::Hours(24 * 1000)));
  const KillSwitch released = Release(Engaged(), AnOrder(10, 100)).value();
  EXPECT_TRUE(released.StandsAt(Now() + absl::Hours(10) - absl::Microseconds(1)));
  EXPECT_FALSE(released.StandsAt(Now() + absl::Hours(10)));
}

TEST(KillSwitches, OpenForSoManyPersonsAnHour) {
  constexpr int kPersons = 10'000;
  const KillSwitch released = Release(Engaged(), AnOrder(1000, kPersons)).value();
  std::array<int, 10> opened{};
  for (int person = 1; person <= kPersons; ++person) {
    const absl::Time opening = OpeningOf(released, Person(person));
    ASSERT_GE(opening, Now());
    ASSERT_LT(opening, released.release->restart.until());
    ++opened.at(static_cast<std::size_t>(absl::ToInt64Hours(opening - Now())));
  }
  // As evenly as chance would have it: 1000 an hour, five deviations of it at most.
  for (const int in_hour : opened) EXPECT_NEAR(in_hour, 1000, 150);
}

TEST(KillSwitches, OpenForAPersonAtAnInstantThatNeverChanges) {
  const KillSwitch released = Release(Engaged(), AnOrder(10, 7200)).value();
  EXPECT_EQ(absl::FormatTime(OpeningOf(released, Person(1)), absl::UTCTimeZone()),
            absl::FormatTime(OpeningOf(released, Person(1)), absl::UTCTimeZone()));
  KillSwitch other = released;
  other.id = NumberedId<KillSwitchId>(2);
  EXPECT_NE(OpeningOf(released, Person(1)), OpeningOf(other, Person(1)));
}

TEST(KillSwitches, DeferAPersonToTheirOpening) {
  const KillSwitch released = Release(Engaged(), AnOrder(10, 10)).value();
  const Verdict verdict = AskWith({released}, CallAboutTheFirst());
  EXPECT_EQ(verdict.decision, GateDecision::kDefer);
  EXPECT_EQ(verdict.deciding_finding()->rule->id, "PARLEY.KILL_SWITCH");
  EXPECT_GE(verdict.until, OpeningOf(released, Person(1)));
  EXPECT_LT(verdict.until, OpeningOf(released, Person(1)) + absl::Minutes(1));
}

TEST(KillSwitches, DeferToTheLastOpeningOfAll) {
  const KillSwitch quick = Release(Engaged(), AnOrder(10, 10)).value();
  SwitchRelease later = AnOrder(10, 10);
  later.restart.from = Now() + absl::Hours(2);
  const KillSwitch slow = Release(Engaged({.channel = Channel::kCall}), later).value();
  EXPECT_GE(AskWith({slow, quick}, CallAboutTheFirst()).until, OpeningOf(slow, Person(1)));
  EXPECT_GE(AskWith({quick, slow}, CallAboutTheFirst()).until, OpeningOf(slow, Person(1)));
}

TEST(KillSwitches, LetWhatPeopleWaitForGoFirst) {
  SwitchRelease order = AnOrder(1, 100);
  order.restart.from = Now() + absl::Hours(1);
  const KillSwitch released = Release(Engaged(), order).value();
  Act receipt = CallAboutTheFirst();
  receipt.purpose = Purpose::kReceipt;
  const Verdict verdict = AskWith({released}, receipt);
  EXPECT_EQ(verdict.decision, GateDecision::kDefer);
  EXPECT_EQ(verdict.until, order.restart.from);
}

}  // namespace
}  // namespace parley
