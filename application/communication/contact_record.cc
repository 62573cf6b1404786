// SPDX-License-Identifier: Apache-2.0
#include "application/communication/contact_record.h"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/common/status_macros.h"

namespace parley {
namespace {

constexpr absl::Duration kYear = absl::Hours(24 * 366);

ContactMoment At(absl::Time now) { return {now, HistoryNeededAt(now)}; }

}  // namespace

HistorySpan HistoryNeededAt(absl::Time now) { return {now - kYear, now - 10 * kYear}; }

absl::StatusOr<std::vector<ContactRecord>> ReadContactRecords(Work& work,
                                                              std::span<const DebtorId> debtors) {
  return work.store.communications().RecordsOf(debtors, At(work.now));
}

absl::StatusOr<ContactRecord> ReadContactRecord(ContactLog& log, TenantId tenant, DebtorId debtor,
                                                absl::Time now) {
  PARLEY_ASSIGN_OR_RETURN(std::vector<ContactRecord> read,
                          log.RecordsOf(tenant, std::array{debtor}, At(now)));
  return std::move(read.front());
}

const LoggedCommunication* CommunicationIn(const ContactRecord& record, CommunicationId id) {
  const auto found = std::find_if(record.history.begin(), record.history.end(),
                                  [id](const LoggedCommunication& one) { return one.id == id; });
  return found == record.history.end() ? nullptr : &*found;
}

void Forget(ContactRecord& record, CommunicationId id) {
  std::erase_if(record.history, [id](const LoggedCommunication& one) { return one.id == id; });
}

const KnownPoint* PointIn(const DebtorRecord& person, ContactPointId id) {
  const auto found = std::find_if(person.points.begin(), person.points.end(),
                                  [id](const KnownPoint& point) { return point.id == id; });
  return found == person.points.end() ? nullptr : &*found;
}

}  // namespace parley
