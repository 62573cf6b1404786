// SPDX-License-Identifier: Apache-2.0
#include "application/communication/contact_record.h"

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

}  // namespace parley
