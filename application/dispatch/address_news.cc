// SPDX-License-Identifier: Apache-2.0
#include "application/dispatch/address_news.h"

#include <algorithm>
#include <optional>

#include "application/debtors/record_parts.h"
#include "application/messages/take_back.h"
#include "domain/common/status_macros.h"
#include "domain/communication/message/address_standing.h"
#include "domain/debtor/contact_point.h"

namespace parley {
namespace {

std::optional<absl::Time> CauseSince(const KnownPoint& point, SuppressionCause cause) {
  return point.cause == cause ? point.cause_time : std::nullopt;
}

AddressStanding StandingOf(const KnownPoint& point) {
  return {.arrived = point.last_success,
          .bounced = CauseSince(point, SuppressionCause::kBounce),
          .opted_out = CauseSince(point, SuppressionCause::kOptOut),
          .complained = CauseSince(point, SuppressionCause::kComplaint)};
}

KnownPoint WithNews(const KnownPoint& point, const DeliveryNews& news) {
  switch (news.event) {
    case DeliveryEvent::kUndelivered:
    case DeliveryEvent::kBounced:
      return WithFailure(point, news.at);
    case DeliveryEvent::kDelivered:
    case DeliveryEvent::kRead:
      return WithSuccess(point, news.at);
    default:
      return point;
  }
}

// It is good after all; whether it is theirs is as open as it was.
KnownPoint Lifted(KnownPoint point) {
  point.state = PointState::kUnverified;
  point.cause.reset();
  point.cause_time.reset();
  return point;
}

}  // namespace

absl::Status TakeNews(Work& work, const BlindIndex& index, Ids& ids, const Message& message,
                      const DeliveryNews& news) {
  PARLEY_ASSIGN_OR_RETURN(const DebtorRecord record,
                          work.store.person_records().Find(message.debtor));
  const auto found = std::find_if(record.points.begin(), record.points.end(),
                                  [&](const KnownPoint& one) { return one.id == message.point; });
  if (found == record.points.end() || found->state == PointState::kRetired) {
    return absl::OkStatus();
  }
  KnownPoint point = WithNews(*found, news);
  const std::optional<SuppressionReason> reason = SuppressionOf(Merge(StandingOf(*found), news));
  if (reason.has_value()) {
    PARLEY_ASSIGN_OR_RETURN(point, SuppressPoint(point, reason->cause, reason->since));
  } else if (point.cause == SuppressionCause::kBounce) {
    point = Lifted(std::move(point));
  }
  if (point == *found) return absl::OkStatus();
  point.revision = work.NextRevision(message.debtor);
  point.updated_time = work.now;
  work.store.person_records().Replace(point);
  // What somebody does not want outlives everything; what bounced may be good another day.
  if (!reason.has_value() || reason->cause == SuppressionCause::kBounce) return absl::OkStatus();
  work.store.person_records().Bar(message.debtor,
                                  Bar(point, KeyOf(index, work.call.tenant, point)));
  TellRecord(work, ids, message.debtor, EventType::kConsentRevoked, point.id.uuid());
  return TakeOffQueue(
      work, ids, message.debtor, MessageEnd::kGateRefused,
      [&](const Message& waiting, const Contact&) { return waiting.point == point.id; });
}

}  // namespace parley
