// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/best_points.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>

namespace parley {
namespace {

// Less is better. An address that nobody tried promises more than one that failed.
std::tuple<bool, bool, std::size_t> RankOf(const KnownPoint& point) {
  constexpr std::array kOrder = {PointQuality::kGood, PointQuality::kUntried,
                                 PointQuality::kDoubtful, PointQuality::kFailing};
  const auto* const found = std::find(kOrder.begin(), kOrder.end(), QualityOf(point));
  return {!IsUsable(point), point.state != PointState::kVerified,
          static_cast<std::size_t>(found - kOrder.begin())};
}

}  // namespace

std::vector<const KnownPoint*> BestPoints(const DebtorRecord& record,
                                          std::optional<RepresentativeId> whose, Channel channel) {
  std::vector<const KnownPoint*> best;
  for (const KnownPoint& point : record.points) {
    const bool reaches = point.representative == whose && ChannelsOf(point.type).Has(channel);
    if (reaches) best.push_back(&point);
  }
  std::stable_sort(best.begin(), best.end(), [](const KnownPoint* left, const KnownPoint* right) {
    return RankOf(*left) < RankOf(*right);
  });
  return best;
}

}  // namespace parley
