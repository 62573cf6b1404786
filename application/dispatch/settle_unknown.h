// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_SETTLE_UNKNOWN_H_
#define PARLEY_APPLICATION_DISPATCH_SETTLE_UNKNOWN_H_

#include <stop_token>

#include "absl/status/statusor.h"
#include "application/dispatch/dispatch_tools.h"
#include "application/ports/sender.h"

namespace parley {

// Looks after messages whose hand-over nobody saw to its end. None of them is ever sent again by
// itself.
class SettleUnknown {
 public:
  explicit SettleUnknown(const DispatchTools& tools) : tools_(tools) {}

  // Makes those UNKNOWN whose dispatcher is gone: whether they went is not known. How many they
  // were. Errors: those of the store.
  absl::StatusOr<int> Rescue(TenantId tenant) const;

  // Asks the provider of a channel about those that are UNKNOWN, and puts those before a person
  // that nobody can be asked about for too long. How many are settled; when it is to stop, the
  // others stay as they are. Errors: those of the store.
  absl::StatusOr<int> Reconcile(TenantId tenant, Channel channel, Sender& sender,
                                const std::stop_token& stop = {}) const;

 private:
  absl::Status Settle(TenantId tenant, const MessageKey& key, const ProviderAnswer& answer) const;
  absl::Status SettleFailed(Work& work, const TemplateLibrary* templates, Message message,
                            const LoggedCommunication& slot) const;
  absl::StatusOr<int> AskProvider(TenantId tenant, Channel channel, Sender& sender,
                                  const std::stop_token& stop) const;
  absl::StatusOr<int> RescueAll(TenantId tenant, std::span<const ClaimedMessage> lost) const;
  absl::Status AskPeopleAbout(TenantId tenant, Channel channel) const;
  absl::Status AskPeopleAboutAll(TenantId tenant, std::span<const MessageKey> unknown) const;

  const DispatchTools tools_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_SETTLE_UNKNOWN_H_
