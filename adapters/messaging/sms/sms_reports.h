// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MESSAGING_SMS_SMS_REPORTS_H_
#define PARLEY_ADAPTERS_MESSAGING_SMS_SMS_REPORTS_H_

#include <optional>
#include <string_view>

#include "application/ports/delivery_reports.h"

namespace parley {

// Understands what an SMS provider posts of a message, as infra/docs/channels.md describes it.
class SmsReports final : public ReportReader {
 public:
  absl::StatusOr<std::optional<DeliveryReport>> Read(std::string_view body,
                                                     absl::Time now) const override;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MESSAGING_SMS_SMS_REPORTS_H_
