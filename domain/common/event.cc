// SPDX-License-Identifier: Apache-2.0
#include "domain/common/event.h"

#include <array>
#include <cstddef>

namespace parley {
namespace {

// In the order of the enum.
constexpr auto kNames = std::to_array<std::string_view>({
    "debt.received",
    "debt.activated",
    "debt.status_changed",
    "ledger.payment_posted",
    "ledger.payment_in_flight",
    "ledger.payment_returned",
    "ledger.adjusted",
    "ledger.overpaid",
    "debt.hold_started",
    "debt.hold_ended",
    "ledger.interest_frozen",
    "debt.recalled",
    "debt.closed",
    "debt.reopened",
    "ledger.fee_charged",
    "ledger.fee_reversed",
    "contact.allowed",
    "contact.deferred",
    "contact.refused",
    "contact.sent",
    "contact.delivered",
    "contact.read",
    "contact.bounced",
    "contact.failed",
    "consent.granted",
    "consent.revoked",
    "preference.changed",
    "representation.started",
    "representation.ended",
    "killswitch.engaged",
    "killswitch.released",
    "policy.published",
    "inbound.received",
    "inbound.labelled",
    "inbound.answer_due",
    "inbound.answer_breached",
    "inbound.crisis_detected",
    "dispute.opened",
    "dispute.answered",
    "dispute.closed",
    "complaint.received",
    "complaint.acknowledged",
    "complaint.final_response",
    "complaint.clock_breached",
    "promise.made",
    "promise.cancelled",
    "promise.replaced",
    "circumstance.recorded",
    "conversation.opened",
    "conversation.resolved",
    "conversation.reopened",
    "work.opened",
    "work.changed",
    "inbound.state_changed",
    "callback.requested",
    "callback.scheduled",
    "callback.kept",
    "callback.missed",
    "callback.cancelled",
    "reflection.proposed",
    "reflection.confirmed",
    "reflection.corrected",
    "dispute.clock_breached",
    "work.due_breached",
});

}  // namespace

std::string_view NameOf(EventType type) { return kNames.at(static_cast<std::size_t>(type)); }

std::optional<EventType> EventTypeNamed(std::string_view name) {
  for (std::size_t at = 0; at < kNames.size(); ++at) {
    if (kNames.at(at) == name) return static_cast<EventType>(at);
  }
  return std::nullopt;
}

std::vector<EventType> EveryEventType() {
  std::vector<EventType> all;
  all.reserve(kNames.size());
  for (std::size_t at = 0; at < kNames.size(); ++at) all.push_back(static_cast<EventType>(at));
  return all;
}

}  // namespace parley
