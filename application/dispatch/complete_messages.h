// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_COMPLETE_MESSAGES_H_
#define PARLEY_APPLICATION_DISPATCH_COMPLETE_MESSAGES_H_

#include <cstdint>
#include <span>
#include <string>

#include "absl/status/statusor.h"
#include "application/dispatch/dispatch_tools.h"
#include "application/dispatch/next_channel.h"
#include "application/dispatch/retry_budget.h"
#include "application/ports/blind_index.h"
#include "application/ports/sender.h"

namespace parley {

// A hand-over and how it came out.
struct HandedOver {
  ClaimedMessage claimed;
  bool was_tried = true;  // Else it never left us, and the rest says nothing.
  HandOver outcome = NotKnown();
  std::string provider;      // By our own name for it.
  std::uint64_t random = 0;  // Any 64 bits, each time others: when it is tried again.
};

// Writes how hand-overs came out. Whoever comes with another token than that of the message's lease
// is too late, and changes nothing.
class CompleteMessages {
 public:
  CompleteMessages(const DispatchTools& tools, const BlindIndex& index)
      : tools_(tools), index_(index) {}

  // How many it changed. What the provider did not take is tried again later, as far as the budget
  // goes; what it will never take ends, goes on by another channel where there is one, and closes
  // an address that is none. Errors: those of the store; then all of them are UNKNOWN once their
  // leases are over.
  absl::StatusOr<int> Handle(TenantId tenant, std::span<const HandedOver> done,
                             RetryBudget& budget) const;

 private:
  // What one transaction works with.
  struct Round {
    Work& work;
    RetryBudget& budget;
    NextChannel next;
  };

  absl::StatusOr<int> Together(TenantId tenant, std::span<const HandedOver> done,
                               RetryBudget& budget) const;
  absl::Status Complete(Round& round, Message message, const HandedOver& done) const;
  absl::Status Retry(Round& round, Message message, const LoggedCommunication& slot,
                     const RefusedForNow& refused, const HandedOver& done) const;
  absl::Status Fail(Round& round, Message message, const LoggedCommunication& slot) const;

  const DispatchTools tools_;
  const BlindIndex& index_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_COMPLETE_MESSAGES_H_
