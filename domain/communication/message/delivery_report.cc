// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/message/delivery_report.h"

#include <array>

namespace parley {

template <>
std::span<const std::string_view> WordsOf<DeliveryEvent>() {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"", "TAKEN", "UNDELIVERED", "BOUNCED", "DELIVERED", "READ", "OPTED_OUT", "COMPLAINED"});
  return kWords;
}

MessageEvent MessageEventOf(DeliveryEvent event) {
  switch (event) {
    case DeliveryEvent::kTaken:
      return MessageEvent::kTaken;
    case DeliveryEvent::kUndelivered:
    case DeliveryEvent::kBounced:
    case DeliveryEvent::kOptedOut:
      break;
    case DeliveryEvent::kDelivered:
      return MessageEvent::kDelivered;
    case DeliveryEvent::kRead:
      return MessageEvent::kRead;
    case DeliveryEvent::kComplained:
      return MessageEvent::kComplained;
  }
  return MessageEvent::kBounced;
}

}  // namespace parley
