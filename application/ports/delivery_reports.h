// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_DELIVERY_REPORTS_H_
#define PARLEY_APPLICATION_PORTS_DELIVERY_REPORTS_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/message/delivery_report.h"

namespace parley {

// Understands what one provider posts to us; who posts is known by then. It may be used by many
// threads at once.
class ReportReader {
 public:
  virtual ~ReportReader() = default;

  // None for what is sound and tells nothing: that a message is still on its way. The provider's
  // name is for the caller to fill in. Errors: FIELD_INVALID for what cannot be understood.
  virtual absl::StatusOr<std::optional<DeliveryReport>> Read(std::string_view body,
                                                             absl::Time now) const = 0;
};

// What a link to unsubscribe stands for: no more of this to the address that this message went to.
struct Unsubscription {
  TenantId tenant;
  DebtorId debtor;
  CommunicationId communication;

  friend bool operator==(const Unsubscription&, const Unsubscription&) = default;
};

// Takes what providers and recipients tell of messages. The same report may come again, and
// reports in any order: they are merged.
class DeliveryReports {
 public:
  virtual ~DeliveryReports() = default;

  // Errors: COMMUNICATION_NOT_FOUND, STORE_UNAVAILABLE.
  virtual absl::Status Take(const DeliveryReport& report) = 0;

  // Somebody asked by a link for an end of it. Errors: COMMUNICATION_NOT_FOUND, STORE_UNAVAILABLE.
  virtual absl::Status Unsubscribe(const Unsubscription& asked) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_DELIVERY_REPORTS_H_
