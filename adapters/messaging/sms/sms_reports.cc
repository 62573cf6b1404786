// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/sms/sms_reports.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "adapters/messaging/provider_text.h"
#include "adapters/messaging/sms/json_text.h"
#include "adapters/messaging/sms/sms_answers.h"
#include "domain/common/violations.h"

namespace parley {

absl::StatusOr<std::optional<DeliveryReport>> SmsReports::Read(std::string_view body,
                                                               absl::Time now) const {
  auto texts = messaging::TextsOfJson(body);
  Violations violations;
  if (!texts.has_value()) {
    violations.Add("report", Fault::kMalformed);
    return violations.ToStatus();
  }
  DeliveryReport report;
  report.event_id = messaging::PrintableCode((*texts)["event"]);
  report.reference = messaging::PrintableCode((*texts)["id"]);
  if (report.event_id.empty()) violations.Add("event", Fault::kRequired);
  const auto communication = CommunicationId::Parse((*texts)["key"]);
  if (!communication.has_value()) violations.Add("key", Fault::kMalformed);
  std::string wrong;
  if (!absl::ParseTime(absl::RFC3339_full, (*texts)["time"], &report.news.at, &wrong)) {
    violations.Add("time", Fault::kMalformed);
  }
  if ((*texts)["state"].empty()) violations.Add("state", Fault::kRequired);
  if (!violations.empty()) return violations.ToStatus();
  const auto event = messaging::EventOfSmsState((*texts)["state"]);
  if (!event.has_value()) return std::optional<DeliveryReport>();
  report.communication = *communication;
  report.news = {*event, std::min(report.news.at, now)};
  return std::optional(std::move(report));
}

}  // namespace parley
