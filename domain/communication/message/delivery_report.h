// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_MESSAGE_DELIVERY_REPORT_H_
#define PARLEY_DOMAIN_COMMUNICATION_MESSAGE_DELIVERY_REPORT_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/message/message_state.h"
#include "domain/communication/vocabulary.h"

namespace parley {

// What is told of a message after its hand-over. The numbers are stored and never change.
enum class DeliveryEvent : std::uint8_t {
  kTaken = 1,        // The provider took it.
  kUndelivered = 2,  // It came back this time; the address may be good.
  kBounced = 3,      // It came back, and so will whatever is sent there.
  kDelivered = 4,
  kRead = 5,
  kOptedOut = 6,    // It came back: the provider knows that the person wants nothing from us.
  kComplained = 7,  // Marked as unwanted where it was received.
};

template <>
std::span<const std::string_view> WordsOf<DeliveryEvent>();

// What that is to the message: each way of coming back is one to it, and another to its address.
MessageEvent MessageEventOf(DeliveryEvent event);

struct DeliveryNews {
  DeliveryEvent event = DeliveryEvent::kTaken;
  absl::Time at;  // When it happened, which is not when it was told.

  friend bool operator==(const DeliveryNews&, const DeliveryNews&) = default;
};

// What a provider told of a message, late or early, once or often.
struct DeliveryReport {
  std::string provider;  // By our own name for it.
  std::string event_id;  // The provider's for this piece of news.
  CommunicationId communication;
  std::string reference;  // The provider's for the message; may be empty.
  DeliveryNews news;

  friend bool operator==(const DeliveryReport&, const DeliveryReport&) = default;
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_MESSAGE_DELIVERY_REPORT_H_
