// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/reflection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

Reflection Version(std::int64_t version, ReflectionState state = ReflectionState::kProposed) {
  Reflection reflection;
  reflection.id = NumberedId<ReflectionId>(static_cast<std::uint64_t>(version));
  reflection.version = version;
  reflection.points = {{UnderstoodKind::kCircumstance, NumberedUuid(9), "JOB_LOST", {}, {}}};
  reflection.state = state;
  reflection.actor = "agent-1";
  reflection.created_time = TestNow();
  reflection.updated_time = TestNow();
  return reflection;
}

SaidOfReflection TheySaid() {
  return {NumberedId<CommunicationId>(7), "agent-2", TestNow() + absl::Hours(1)};
}

TEST(AReflection, IsConfirmedWithWhoTookTheirWord) {
  const Reflection confirmed = ValueOf(Confirmed(Version(1), TheySaid()));
  EXPECT_EQ(confirmed.state, ReflectionState::kConfirmed);
  EXPECT_EQ(confirmed.told_in, TheySaid().told_in);
  EXPECT_EQ(confirmed.decided_by, "agent-2");
  EXPECT_EQ(confirmed.actor, "agent-1");
  EXPECT_EQ(confirmed.updated_time, TheySaid().now);
  EXPECT_EQ(confirmed.points, Version(1).points);
}

TEST(AReflection, IsCorrectedInTheirWords) {
  const Reflection corrected = ValueOf(Corrected(Version(1), Secret("I work."), TheySaid()));
  EXPECT_EQ(corrected.state, ReflectionState::kCorrected);
  EXPECT_EQ(corrected.correction, Secret("I work."));
  EXPECT_EQ(corrected.decided_by, "agent-2");
  for (const std::string& words : {std::string(), std::string(1001, 'x')}) {
    EXPECT_THAT(Corrected(Version(1), Secret(words), TheySaid()), IsRefused(Reason::kFieldInvalid));
  }
}

TEST(AReflection, NeverChangesOnceItIsDecided) {
  for (const ReflectionState state :
       {ReflectionState::kConfirmed, ReflectionState::kCorrected, ReflectionState::kSuperseded}) {
    SCOPED_TRACE(WordsOf<ReflectionState>()[static_cast<std::size_t>(state)]);
    const auto is_refused = IsRefused(Reason::kReflectionStepRefused);
    EXPECT_THAT(Confirmed(Version(1, state), TheySaid()), is_refused);
    EXPECT_THAT(Corrected(Version(1, state), Secret("no"), TheySaid()), is_refused);
    EXPECT_THAT(Superseded(Version(1, state), TestNow()), is_refused);
  }
  EXPECT_EQ(ValueOf(Superseded(Version(1), TestNow())).state, ReflectionState::kSuperseded);
}

TEST(TheLatest, IsTheOneWithTheHighestVersionWhateverTheirOrder) {
  EXPECT_EQ(LatestOf({}), std::nullopt);
  EXPECT_EQ(LatestOf(std::array{Version(2), Version(3), Version(1)}), Version(3));
}

TEST(ADecision, CitesTheLatestThatTheyConfirmed) {
  const Reflection first = Version(1, ReflectionState::kConfirmed);
  const Reflection second = Version(2, ReflectionState::kConfirmed);
  const Reflection third = Version(3);
  const std::vector<Reflection> all = {first, second, third};
  EXPECT_THAT(CheckCited(all, second.id), IsOk());
  EXPECT_THAT(CheckCited(all, first.id), IsRefused(Reason::kReflectionNotConfirmed));
  EXPECT_THAT(CheckCited(all, third.id), IsRefused(Reason::kReflectionNotConfirmed));
  EXPECT_THAT(CheckCited(all, NumberedId<ReflectionId>(9)), IsRefused(Reason::kReflectionNotFound));
  EXPECT_THAT(CheckCited(std::array{Version(1, ReflectionState::kCorrected)}, Version(1).id),
              IsRefused(Reason::kReflectionNotConfirmed));
}

}  // namespace
}  // namespace parley
