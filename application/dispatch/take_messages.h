// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_TAKE_MESSAGES_H_
#define PARLEY_APPLICATION_DISPATCH_TAKE_MESSAGES_H_

#include <cstdint>
#include <map>
#include <vector>

#include "absl/status/statusor.h"
#include "application/dispatch/dispatch_tools.h"
#include "application/messages/writing.h"
#include "application/ports/sender.h"

namespace parley {

// A message that may be handed over now, once, by whoever has it.
struct ReadyMessage {
  ClaimedMessage claimed;
  std::int32_t attempts = 0;  // This one among them.
  absl::Time begin_by;        // Whoever begins later may come to its end when the lease is over.
  OutboundMessage outbound;
};

// What was due, and may go.
struct TakenMessages {
  int claimed = 0;  // Of which those that may not go were put off, or ended.
  std::vector<ReadyMessage> ready;
};

// Takes what is due of a channel, and lets the gate and the facts decide once more, in the
// transaction that begins the hand-over: whatever was committed before that binds it.
class TakeMessages {
 public:
  explicit TakeMessages(const DispatchTools& tools) : tools_(tools) {}

  // At most `most`, and no more than Store::kMostDebtors. What does not go is put off or ends, with
  // its reason. Errors: those of the store; then leases that were taken run out by themselves.
  absl::StatusOr<TakenMessages> Handle(TenantId tenant, Channel channel, int most) const;

 private:
  struct Round;

  struct Claims {
    TenantId tenant;
    std::vector<ClaimedMessage> claimed;
    absl::Time begin_by;
  };

  absl::StatusOr<std::vector<ReadyMessage>> Begin(const Claims& claims,
                                                  const TemplateLibrary& templates) const;
  absl::Status BeginUnderLocks(Work& work, Round& round,
                               const std::vector<ClaimedMessage>& claimed) const;
  absl::Status BeginOne(Work& work, Round& round, Message message, ContactRecord& record) const;
  // What a kill switch stops waits, with its slot, and is looked at again.
  absl::Status Hold(Work& work, Message message, const LoggedCommunication& slot,
                    ContactRecord& record) const;
  // It cannot go any more, and a person is told.
  absl::Status GiveUp(Work& work, Message message, const LoggedCommunication& slot,
                      MessageEnd end) const;
  absl::StatusOr<Writing> WritingOf(Work& work, Round& round, const Message& message,
                                    const ContactRecord& record, const Decided& decided) const;

  const DispatchTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_TAKE_MESSAGES_H_
