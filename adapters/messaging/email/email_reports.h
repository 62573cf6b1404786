// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_EMAIL_EMAIL_REPORTS_H_
#define PARLEY_ADAPTERS_MESSAGING_EMAIL_EMAIL_REPORTS_H_

#include <optional>
#include <string>
#include <string_view>

#include "application/ports/delivery_reports.h"

namespace parley {

// Understands the mail that comes to return paths: delivery status notifications (RFC 3464) and
// complaints in the abuse reporting format (RFC 5965). Which message they are about is told by the
// return path, or by the Message-ID of what they enclose.
class EmailReports final : public ReportReader {
 public:
  absl::StatusOr<std::optional<DeliveryReport>> Read(std::string_view body,
                                                     absl::Time now) const override;
};

namespace messaging {

// What an action and a status of a notification mean (RFC 3463); none while it is on its way.
std::optional<DeliveryEvent> EventOfStatus(const std::string& action, const std::string& status);

// What a kind of feedback means; none when it is no complaint.
std::optional<DeliveryEvent> EventOfFeedback(const std::string& type);

}  // namespace messaging

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MESSAGING_EMAIL_EMAIL_REPORTS_H_
