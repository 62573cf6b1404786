// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/signpost.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace parley {
namespace {

constexpr auto kSignpostTopicWords = std::to_array<std::string_view>({"", "DEBT", "DISTRESS"});

}  // namespace

template <>
std::span<const std::string_view> WordsOf<SignpostTopic>() {
  return kSignpostTopicWords;
}

std::vector<Signpost> SignpostsFor(std::span<const Signpost> all, std::string_view region,
                                   SignpostTopic topic) {
  const std::string_view country = region.substr(0, region.find('-'));
  std::vector<Signpost> found;
  const auto take = [&](std::string_view place) {
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&](const Signpost& one) { return one.region == place && one.topic == topic; });
  };
  if (region != country) take(region);
  take(country);
  return found;
}

}  // namespace parley
