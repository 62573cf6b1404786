// SPDX-License-Identifier: Apache-2.0
#include "application/debtors/wrong_person.h"

#include <algorithm>
#include <vector>

#include "application/communication/contact_record.h"
#include "application/debtors/record_parts.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// A call that was told, and that nobody knows yet to have gone astray.
bool WentAstray(const LoggedCommunication& one, const std::vector<ContactPointId>& points) {
  return one.contact.channel == Channel::kCall && one.direction == Direction::kOutbound &&
         one.state == CommunicationState::kUsed && !WasMisdirected(one) &&
         one.contact.point.has_value() &&
         std::find(points.begin(), points.end(), *one.contact.point) != points.end();
}

absl::Status Uncount(Work& work, DebtorId debtor, const std::vector<ContactPointId>& points,
                     std::optional<CommunicationId> written) {
  PARLEY_ASSIGN_OR_RETURN(const std::vector<LoggedCommunication> history,
                          work.store.communications().Since(debtor, HistoryNeededAt(work.now)));
  for (const LoggedCommunication& one : history) {
    if (one.id == written || !WentAstray(one, points)) continue;
    CallReport report;
    report.outcome = CallOutcome::kWrongNumber;
    report.began = one.dispatch_time;
    report.note = one.note;
    PARLEY_ASSIGN_OR_RETURN(LoggedCommunication told, WithCallOutcome(one, report, work.now));
    told.revision = work.NextRevision(debtor);
    work.store.communications().Replace(told);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<KnownPoint> UnlinkPoint(Work& work, const BlindIndex& index,
                                       const DebtorRecord& record, const KnownPoint& point,
                                       std::optional<CommunicationId> written) {
  if (point.cause == SuppressionCause::kWrongPerson) return point;
  const Fingerprint key = KeyOf(index, work.call.tenant, point);
  KnownPoint reported;
  std::vector<ContactPointId> points;
  for (const KnownPoint& known : record.points) {
    if (known.type != point.type || known.address != point.address) continue;
    points.push_back(known.id);
    if (known.cause == SuppressionCause::kWrongPerson) continue;
    KnownPoint unlinked = ReportWrongPerson(known, work.now);
    unlinked.revision = work.NextRevision(known.debtor);
    work.store.person_records().Replace(unlinked);
    if (unlinked.id == point.id) reported = unlinked;
  }
  work.store.person_records().Bar(point.debtor, Bar(reported, key));
  PARLEY_RETURN_IF_ERROR(Uncount(work, point.debtor, points, written));
  return reported;
}

}  // namespace parley
