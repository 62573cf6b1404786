// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_SMS_SMS_ANSWERS_H_
#define PARLEY_ADAPTERS_MESSAGING_SMS_SMS_ANSWERS_H_

#include <optional>
#include <string>
#include <string_view>

#include "application/ports/sender.h"

namespace parley::messaging {

// What an SMS provider answered over HTTP.
struct SmsAnswer {
  int status = 0;
  std::string body;
  std::optional<absl::Duration> retry_after;
};

// What became of a message that was posted. A message counts as taken only when the answer says so
// under the message's own key: a page of a proxy, half an answer or one about something else tells
// nothing.
HandOver OutcomeOf(const SmsAnswer& answer, CommunicationId id);

// What the provider says of a message that it was asked about.
ProviderAnswer ProviderAnswerOf(const SmsAnswer& answer, CommunicationId id);

// What a state of the provider's means; none while the message is on its way, or for a word that
// we do not know.
std::optional<DeliveryEvent> EventOfSmsState(std::string_view state);

}  // namespace parley::messaging

#endif  // PARLEY_ADAPTERS_MESSAGING_SMS_SMS_ANSWERS_H_
