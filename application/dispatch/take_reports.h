// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DISPATCH_TAKE_REPORTS_H_
#define PARLEY_APPLICATION_DISPATCH_TAKE_REPORTS_H_

#include <string_view>

#include "absl/status/status.h"
#include "application/dispatch/dispatch_tools.h"
#include "application/ports/blind_index.h"
#include "application/ports/delivery_reports.h"

namespace parley {

// The provider of a report that a gateway of the caller's own makes.
inline constexpr std::string_view kGateway = "gateway";

// What providers and recipients tell of messages, late or early, once or often: it leads to the
// same message, the same row of the log and the same standing of the address.
class TakeReports final : public DeliveryReports {
 public:
  TakeReports(const DispatchTools& tools, const BlindIndex& index) : tools_(tools), index_(index) {}

  absl::Status Take(const DeliveryReport& report) override;
  // The same of a caller for a message that must be this debtor's. Errors: also
  // COMMUNICATION_NOT_FOUND.
  absl::Status TakeFor(const Call& call, DebtorId debtor, const DeliveryReport& report);
  absl::Status Unsubscribe(const Unsubscription& asked) override;

 private:
  absl::Status Take(const Call& call, const MessageKey& key, const DeliveryReport& report);

  const DispatchTools tools_;
  const BlindIndex& index_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DISPATCH_TAKE_REPORTS_H_
