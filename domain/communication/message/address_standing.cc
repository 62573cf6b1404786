// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/message/address_standing.h"

#include <algorithm>

namespace parley {
namespace {

void TakeFirst(std::optional<absl::Time>& known, absl::Time at) {
  known = std::min(known.value_or(at), at);
}

void TakeLast(std::optional<absl::Time>& known, absl::Time at) {
  known = std::max(known.value_or(at), at);
}

}  // namespace

AddressStanding Merge(const AddressStanding& standing, const DeliveryNews& news) {
  AddressStanding merged = standing;
  switch (news.event) {
    case DeliveryEvent::kTaken:
    case DeliveryEvent::kUndelivered:
      break;
    case DeliveryEvent::kBounced:
      TakeLast(merged.bounced, news.at);
      break;
    case DeliveryEvent::kDelivered:
    case DeliveryEvent::kRead:
      TakeLast(merged.arrived, news.at);
      break;
    case DeliveryEvent::kOptedOut:
      TakeFirst(merged.opted_out, news.at);
      break;
    case DeliveryEvent::kComplained:
      TakeFirst(merged.complained, news.at);
      break;
  }
  return merged;
}

std::optional<SuppressionReason> SuppressionOf(const AddressStanding& standing) {
  if (standing.opted_out) return SuppressionReason{SuppressionCause::kOptOut, *standing.opted_out};
  if (standing.complained)
    return SuppressionReason{SuppressionCause::kComplaint, *standing.complained};
  if (standing.bounced && standing.arrived.value_or(absl::InfinitePast()) <= *standing.bounced) {
    return SuppressionReason{SuppressionCause::kBounce, *standing.bounced};
  }
  return std::nullopt;
}

}  // namespace parley
