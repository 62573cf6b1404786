// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_WORKLIST_WORK_ITEM_H_
#define PARLEY_DOMAIN_WORKLIST_WORK_ITEM_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/sensitive.h"
#include "domain/worklist/pending_act.h"
#include "domain/worklist/skill.h"

namespace parley {

using WorkItemId = Id<struct WorkItemTag>;

// Why a person is needed. The numbers are stored and never change.
enum class WorkKind : std::uint8_t {
  kApproval = 1,      // Somebody asked for an act that needs a second person.
  kSmallBalance = 2,  // So little is owed that writing it off is proposed.
  kCreditHeld = 3,    // We hold money of a person who owes nothing on that debt.
  // Nobody knows where a person is, or what the law there says: until then there is no contact.
  kContactUnclear = 4,
  kMessageUnknown = 5,     // Nobody knows whether a message went, and its provider cannot be asked.
  kMessageFailed = 6,      // A message did not reach the person, and nothing else is tried.
  kDispute = 7,            // Somebody contests a debt.
  kComplaint = 8,          // Somebody complains of us.
  kCallback = 9,           // Somebody wants to be called.
  kCrisis = 10,            // Somebody may be in danger: before everything else.
  kInboundAnswer = 11,     // What somebody wrote waits for a person and an answer.
  kInboundUnmatched = 12,  // Nobody knows whose it is.
  kReview = 13,            // Something was heard that a person must look at.
};

std::string_view NameOf(WorkKind kind);  // "APPROVAL".
std::optional<WorkKind> WorkKindNamed(std::string_view name);

// Where an item is. The first two are to do, the others are the end of it.
enum class WorkState : std::uint8_t {
  kOpen = 1,
  kClaimed = 2,   // Somebody works at it, and nobody else does.
  kDone = 3,      // Somebody did what was to be done.
  kApproved = 4,  // The act was approved, and was done in the same moment.
  kRejected = 5,  // The act will not be done.
};

std::string_view NameOf(WorkState state);  // "OPEN".
std::optional<WorkState> WorkStateNamed(std::string_view name);

// True while something is to do.
bool IsToDo(WorkState state);

// The most pressing comes first; within a priority, what has waited longest.
enum class WorkPriority : std::uint8_t {
  kUrgent = 1,
  kHigh = 2,
  kNormal = 3,
  kLow = 4,
};

std::string_view NameOf(WorkPriority priority);  // "URGENT".
std::optional<WorkPriority> WorkPriorityNamed(std::string_view name);

// Who asks when no person does: a rule of this system.
inline constexpr std::string_view kAskedByRule = "parley";

// Something about one debtor that waits for a person of the team. An item with an act is decided,
// by approving or rejecting it; one without is completed.
struct WorkItem {
  WorkItemId id;
  DebtorId debtor;
  std::optional<DebtId> debt;  // None: it is about the person.
  WorkKind kind = WorkKind::kApproval;
  WorkState state = WorkState::kOpen;
  WorkPriority priority = WorkPriority::kNormal;
  std::optional<Day> due;
  std::optional<PendingAct> act;
  SensitiveText reason;    // Why it is asked for, in the asker's words; may be empty.
  std::string asked_by;    // A principal, or kAskedByRule.
  std::string claimed_by;  // Empty while nobody works at it.
  std::string ended_by;    // Who completed, approved or rejected it; empty until then.
  SensitiveText outcome;   // What they said about it: the reason of a rejection.
  EntryId entry;           // Which the approved act posted; else nil.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;
  Skill skill = Skill::kGeneral;  // What it needs of who does it.
  std::string language;           // In which it is done, "es"; empty when it does not matter.
  bool breached = false;          // It was told that its day went by.

  friend bool operator==(const WorkItem&, const WorkItem&) = default;
};

// Takes a stored item as it is. Errors: RECORD_CORRUPT when it breaks an invariant: ids that are
// nil, nobody who asked, an act where none belongs or none where one does, parts that its state
// does not have.
absl::StatusOr<WorkItem> RestoreWorkItem(WorkItem item);

// A principal takes an item, so that nobody else works at it; taking one's own changes nothing.
// Errors: WORK_ALREADY_ENDED, WORK_CLAIMED_BY_ANOTHER; APPROVAL_BY_ASKER, who could only block it.
absl::StatusOr<WorkItem> TakeWork(const WorkItem& item, const std::string& principal,
                                  absl::Time now);

// Gives a claimed item back. Anybody may: who claimed it may be away.
// Errors: WORK_ALREADY_ENDED, WORK_NOT_CLAIMED.
absl::StatusOr<WorkItem> GiveBackWork(const WorkItem& item, absl::Time now);

// How a principal ends an item.
struct Ending {
  std::string principal;
  SensitiveText outcome;
  absl::Time now;
};

// What was to be done is done.
// Errors: WORK_ALREADY_ENDED, WORK_NEEDS_DECISION for an item with an act, and for a
// call that a person waits for, WORK_CLAIMED_BY_ANOTHER.
absl::StatusOr<WorkItem> FinishWork(const WorkItem& item, const Ending& ending);

// A second person says yes; the caller does the act in the same transaction.
// Errors: WORK_NOT_AN_APPROVAL for an item without an act, APPROVAL_ALREADY_DECIDED,
// APPROVAL_BY_ASKER, WORK_CLAIMED_BY_ANOTHER.
absl::StatusOr<WorkItem> GrantAct(const WorkItem& item, const Ending& ending);

// Somebody says no, with a reason; who asked may, which withdraws it.
// Errors: WORK_NOT_AN_APPROVAL, APPROVAL_ALREADY_DECIDED, WORK_CLAIMED_BY_ANOTHER; FIELD_INVALID
// for an outcome that is missing.
absl::StatusOr<WorkItem> DenyAct(const WorkItem& item, const Ending& ending);

// The day by which it is to be done, until it was told that it went by; none for what has no day,
// or is done.
std::optional<Day> RunsOut(const WorkItem& item);

// It presses more: by one step, up to the highest.
WorkItem Raised(const WorkItem& item, absl::Time now);

// Its day went by: that is told once, and it presses more from now on.
WorkItem WithBreach(const WorkItem& item, absl::Time now);

// What was asked for is to do no more, because the ledger moved or the act was asked for with
// another figure: whoever has claimed it, an act is rejected by the rule and anything else is done.
// The item is one that is to do.
WorkItem TakeBackWork(const WorkItem& item, absl::Time now);

}  // namespace parley

#endif  // PARLEY_DOMAIN_WORKLIST_WORK_ITEM_H_
