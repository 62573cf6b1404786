// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "adapters/memory/memory_work_list.h"
#include "domain/communication/callback.h"
#include "domain/communication/complaint.h"
#include "domain/communication/inbound/inbound_item.h"
#include "domain/debt/dispute.h"
#include "domain/worklist/work_item.h"

namespace parley {
namespace {

auto PlaceOf(const RunningClock& clock) {
  return std::tuple(clock.due, clock.debtor, clock.subject);
}

// Puts the clocks that ran out somewhere in order.
class Clocks {
 public:
  Clocks(const MemoryTables& tables, absl::Time now)
      : tables_(tables), now_(now), day_(LatestDay(now)) {}

  std::vector<RunningClock> InOrder() && {
    for (const auto& [key, item] : tables_.work_items) {
      Add(RunsOut(item), {.debtor = item.debtor, .subject = item.id.uuid()});
    }
    for (const auto& [debtor, record] : tables_.records) {
      for (const DebtDispute& one : record.disputes) {
        Add(RunsOut(one),
            {.debtor = debtor, .subject = one.id.uuid(), .kind = ClockKind::kDispute});
      }
      for (const Complaint& one : record.complaints) {
        Add(RunsOut(one),
            {.debtor = debtor, .subject = one.id.uuid(), .kind = ClockKind::kComplaint});
      }
      for (const CallbackRequest& one : record.callbacks) {
        Add(RunsOut(one),
            {.debtor = debtor, .subject = one.id.uuid(), .kind = ClockKind::kCallback});
      }
    }
    for (const auto& [key, item] : tables_.inbound) AddInbound(item);
    std::sort(clocks_.begin(), clocks_.end(),
              [](const RunningClock& a, const RunningClock& b) { return PlaceOf(a) < PlaceOf(b); });
    return std::move(clocks_);
  }

 private:
  void Add(std::optional<Day> due, RunningClock clock) {
    if (!due.has_value() || *due >= day_) return;
    clock.due = *due;
    Keep(std::move(clock));
  }

  void AddInbound(const InboundItem& item) {
    const std::optional<absl::Time> until = RunsOut(item);
    if (!until.has_value() || *until > now_) return;
    Keep({.due = absl::ToCivilDay(*until, absl::UTCTimeZone()),
          .debtor = item.debtor,
          .subject = item.id.uuid(),
          .kind = ClockKind::kInbound});
  }

  void Keep(RunningClock clock) {
    const auto debtor = tables_.debtors.find(clock.debtor);
    if (debtor != tables_.debtors.end()) clock.time_zone = debtor->second.time_zone;
    clocks_.push_back(std::move(clock));
  }

  const MemoryTables& tables_;
  const absl::Time now_;
  const Day day_;
  std::vector<RunningClock> clocks_;
};

}  // namespace

absl::StatusOr<std::vector<RunningClock>> MemoryWorkList::ListClocks(TenantId tenant,
                                                                     absl::Time now,
                                                                     const ClockPosition& after,
                                                                     int most) {
  return database_.Read(tenant, [&](const MemoryTables& tables) {
    std::vector<RunningClock> all = Clocks(tables, now).InOrder();
    const std::tuple place(after.due, after.debtor, after.subject);
    const auto first = std::find_if(
        all.begin(), all.end(), [&](const RunningClock& clock) { return PlaceOf(clock) > place; });
    const auto count = std::min<std::ptrdiff_t>(most, std::distance(first, all.end()));
    return std::vector<RunningClock>(std::make_move_iterator(first),
                                     std::make_move_iterator(first + count));
  });
}

}  // namespace parley
