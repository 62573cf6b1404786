// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_MESSAGE_ADDRESS_STANDING_H_
#define PARLEY_DOMAIN_COMMUNICATION_MESSAGE_ADDRESS_STANDING_H_

#include <optional>

#include "absl/time/time.h"
#include "domain/communication/message/delivery_report.h"
#include "domain/debtor/contact_point.h"

namespace parley {

// What all the news of messages to one address say of it.
struct AddressStanding {
  std::optional<absl::Time> arrived;     // Something, last.
  std::optional<absl::Time> bounced;     // Something, last, and for good.
  std::optional<absl::Time> opted_out;   // First.
  std::optional<absl::Time> complained;  // First.

  friend bool operator==(const AddressStanding&, const AddressStanding&) = default;
};

// Adds news. In whatever order they come, and however often, the outcome is the same.
AddressStanding Merge(const AddressStanding& standing, const DeliveryNews& news);

struct SuppressionReason {
  SuppressionCause cause = SuppressionCause::kBounce;
  absl::Time since;

  friend bool operator==(const SuppressionReason&, const SuppressionReason&) = default;
};

// Why nothing may be sent there, by the gravest cause; none while it may. What arrived later than a
// bounce lifts it: the address is good after all. That something arrived says nothing about whether
// it is wanted, so no delivery lifts a complaint or an opt-out; only the person does.
std::optional<SuppressionReason> SuppressionOf(const AddressStanding& standing);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_MESSAGE_ADDRESS_STANDING_H_
