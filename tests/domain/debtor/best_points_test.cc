// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/best_points.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "tests/domain/debtor/record_facts.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

KnownPoint Verified(KnownPoint point) {
  point.state = PointState::kVerified;
  return point;
}

std::vector<ContactPointId> Best(std::vector<KnownPoint> points, Channel channel,
                                 std::optional<RepresentativeId> whose = std::nullopt) {
  DebtorRecord record;
  record.points = std::move(points);
  std::vector<ContactPointId> ids;
  for (const KnownPoint* point : BestPoints(record, whose, channel)) ids.push_back(point->id);
  return ids;
}

ContactPointId Number(std::uint64_t number) { return NumberedId<ContactPointId>(number); }

TEST(BestPoints, AreThoseThatTheChannelUses) {
  const std::vector<KnownPoint> points = {APhone(1), AnEmail(2), APostalAddress(3)};
  EXPECT_THAT(Best(points, Channel::kCall), ElementsAre(Number(1)));
  EXPECT_THAT(Best(points, Channel::kEmail), ElementsAre(Number(2)));
  EXPECT_THAT(Best(points, Channel::kLetter), ElementsAre(Number(3)));
  EXPECT_THAT(Best(points, Channel::kPortal), IsEmpty());
}

TEST(BestPoints, AreOfWhoIsContacted) {
  KnownPoint of_attorney = APhone(2);
  of_attorney.representative = AnAttorney().id;
  const std::vector<KnownPoint> points = {APhone(1), of_attorney};
  EXPECT_THAT(Best(points, Channel::kCall), ElementsAre(Number(1)));
  EXPECT_THAT(Best(points, Channel::kCall, AnAttorney().id), ElementsAre(Number(2)));
}

TEST(BestPoints, EndWithThoseToWhichNothingGoes) {
  const KnownPoint wrong = ReportWrongPerson(Verified(APhone(1)), TestNow());
  const KnownPoint retired = RetirePoint(APhone(2), TestNow());
  EXPECT_THAT(Best({wrong, retired, APhone(3)}, Channel::kCall),
              ElementsAre(Number(3), Number(1), Number(2)));
}

TEST(BestPoints, BeginWithWhatWasVerifiedThenWithWhatWorked) {
  const absl::Time now = TestNow();
  KnownPoint failing = APhone(1);
  for (int turn = 1; turn <= 9; ++turn) failing = WithFailure(failing, now + absl::Hours(turn));
  const KnownPoint worked = WithSuccess(APhone(3), now);
  EXPECT_THAT(Best({failing, APhone(2), worked, Verified(APhone(4))}, Channel::kCall),
              ElementsAre(Number(4), Number(3), Number(2), Number(1)));
}

}  // namespace
}  // namespace parley
