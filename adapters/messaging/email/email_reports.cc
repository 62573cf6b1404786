// SPDX-License-Identifier: Apache-2.0
#include "adapters/messaging/email/email_reports.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "adapters/messaging/email/mail_status.h"
#include "adapters/messaging/email/report_mail.h"
#include "adapters/messaging/email/return_path.h"
#include "adapters/messaging/provider_text.h"
#include "domain/common/violations.h"

namespace parley {
namespace messaging {

std::optional<DeliveryEvent> EventOfStatus(const std::string& action, const std::string& status) {
  if (absl::EqualsIgnoreCase(action, "delivered")) return DeliveryEvent::kDelivered;
  if (!absl::EqualsIgnoreCase(action, "failed")) return std::nullopt;
  return IsAboutRecipient(status) ? DeliveryEvent::kBounced : DeliveryEvent::kUndelivered;
}

std::optional<DeliveryEvent> EventOfFeedback(const std::string& type) {
  if (type.empty() || absl::EqualsIgnoreCase(type, "not-spam")) return std::nullopt;
  if (absl::StartsWithIgnoreCase(type, "opt-out")) return DeliveryEvent::kOptedOut;
  return DeliveryEvent::kComplained;
}

namespace {

absl::Status NotUnderstood() {
  Violations violations;
  violations.Add("report", Fault::kMalformed);
  return violations.ToStatus();
}

std::optional<DeliveryEvent> EventOf(const ReportMail& mail) {
  for (const Fields& group : mail.Groups()) {
    const std::string action = group.Get("Action");
    if (!action.empty()) {
      const std::string status = group.Get("Status");
      return EventOfStatus(action, status.substr(0, status.find(' ')));
    }
    if (const auto event = EventOfFeedback(group.Get("Feedback-Type"))) return event;
  }
  return std::nullopt;
}

std::optional<CommunicationId> CommunicationOf(const ReportMail& mail) {
  std::vector<std::string> addresses = mail.Recipients();
  for (const Fields& group : mail.Groups()) addresses.push_back(group.Get("Original-Mail-From"));
  for (const std::string& address : addresses) {
    if (const auto id = IdInReturnPath(address)) return id;
  }
  return IdInMessageId(mail.EnclosedMessageId());
}

}  // namespace
}  // namespace messaging

absl::StatusOr<std::optional<DeliveryReport>> EmailReports::Read(std::string_view body,
                                                                 absl::Time now) const {
  const std::optional<messaging::ReportMail> mail = messaging::ReportMail::Parse(body);
  // Out-of-office notes come here, too.
  if (!mail.has_value()) return std::optional<DeliveryReport>();
  const std::optional<DeliveryEvent> event = messaging::EventOf(*mail);
  if (!event.has_value()) return std::optional<DeliveryReport>();
  const std::optional<CommunicationId> communication = messaging::CommunicationOf(*mail);
  if (!communication.has_value()) return messaging::NotUnderstood();
  DeliveryReport report;
  report.communication = *communication;
  report.news = {*event, std::min(mail->Date().value_or(now), now)};
  report.event_id = messaging::PrintableCode(mail->MessageId());
  if (report.event_id.empty()) {
    report.event_id = communication->ToString() + " " + std::string(WordFor(*event));
  }
  return std::optional(std::move(report));
}

}  // namespace parley
