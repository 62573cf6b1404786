// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_WORK_ITEMS_H_
#define PARLEY_APPLICATION_PORTS_WORK_ITEMS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/worklist/work_item.h"

namespace parley {

// The work items of the debtors whose locks a unit of work holds. What is added or replaced is
// written at the commit, each item at most once; the commit reports WRITE_CONFLICT for an id that
// is taken, and unless the stored revision is below the new one.
class WorkItems {
 public:
  virtual ~WorkItems() = default;

  // Errors: WORK_ITEM_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<WorkItem> Find(DebtorId debtor, WorkItemId id) = 0;
  // What is to do about a debtor, the oldest first. Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  absl::StatusOr<std::vector<WorkItem>> ToDo(DebtorId debtor) {
    return ToDoOfAll(std::array{debtor});
  }
  // The same of many debtors, by one statement; a debtor's stand together.
  virtual absl::StatusOr<std::vector<WorkItem>> ToDoOfAll(std::span<const DebtorId> debtors) = 0;

  virtual void Add(const WorkItem& item) = 0;
  // Writes what changes in an item's life: state, priority, claim, ending, language, whether its
  // day went by, revision.
  virtual void Replace(const WorkItem& item) = 0;
};

// Which items a list shows; every part that is given must hold.
struct WorkFilter {
  std::optional<WorkState> state;  // None: what is to do.
  std::optional<WorkKind> kind;
  std::optional<WorkPriority> priority;
  std::optional<DebtorId> debtor;
  std::optional<std::string> claimed_by;
  std::optional<Skill> skill;
  std::optional<std::string> language;
  std::optional<Day> due_by;  // This day or before; never an item without a day.
};

// Where a list of work goes on: after this item of this priority.
struct WorkPosition {
  WorkPriority priority = WorkPriority::kUrgent;
  WorkItemId item;
};

// What somebody can take next.
struct WorkOffer {
  std::string principal;               // An act is never offered to who asked for it.
  std::vector<Skill> skills;           // Beside GENERAL; none given means all.
  std::vector<std::string> languages;  // Beside work without one; none given means all.
  absl::Time now;
  absl::Time until;  // Until then it is offered to nobody else.
};

// What a clock runs on.
enum class ClockKind : std::uint8_t {
  kWork = 1,
  kDispute = 2,
  kComplaint = 3,
  kInbound = 4,
  kCallback = 5,
};

// The day that it is where it is latest: every day before it is over somewhere.
inline Day LatestDay(absl::Time now) {
  return absl::ToCivilDay(now, absl::FixedTimeZone(14 * 60 * 60));
}

// A clock that runs out, and has not been told to have.
struct RunningClock {
  Day due;  // Of inbound: in UTC.
  DebtorId debtor;
  Uuid subject;
  ClockKind kind = ClockKind::kWork;
  std::string time_zone;  // The debtor's; empty when it is not known.

  friend bool operator==(const RunningClock&, const RunningClock&) = default;
};

// Where a list of clocks goes on: after this one, in the order of its first three parts.
struct ClockPosition {
  Day due = Day(kFirstYear, 1, 1);
  DebtorId debtor;
  Uuid subject;
};

// Work over all debtors, outside any transaction: one statement each.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class WorkList {
 public:
  virtual ~WorkList() = default;

  // In the order of priority and then of age.
  virtual absl::StatusOr<std::vector<WorkItem>> ListWork(TenantId tenant, const WorkFilter& filter,
                                                         const WorkPosition& after, int most) = 0;

  // Offers the most pressing item that is OPEN and not on offer: by priority, then the day it is
  // due, then age. Of many who ask at once each is offered another. None when there is none.
  virtual absl::StatusOr<std::optional<WorkItem>> Offer(TenantId tenant,
                                                        const WorkOffer& offer) = 0;

  // The next clocks, at most so many, of which the day is over somewhere, or the instant
  // everywhere. Where the debtor is the day may not be over yet.
  virtual absl::StatusOr<std::vector<RunningClock>> ListClocks(TenantId tenant, absl::Time now,
                                                               const ClockPosition& after,
                                                               int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_WORK_ITEMS_H_
