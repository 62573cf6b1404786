// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_STORE_H_
#define PARLEY_APPLICATION_PORTS_STORE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "application/ports/answers.h"
#include "application/ports/audit.h"
#include "application/ports/communications.h"
#include "application/ports/conversations.h"
#include "application/ports/creditors.h"
#include "application/ports/dead_letters.h"
#include "application/ports/debtors.h"
#include "application/ports/debts.h"
#include "application/ports/holds.h"
#include "application/ports/inbound.h"
#include "application/ports/kill_switches.h"
#include "application/ports/messages.h"
#include "application/ports/notices.h"
#include "application/ports/outbox.h"
#include "application/ports/payments.h"
#include "application/ports/person_records.h"
#include "application/ports/published_rulebooks.h"
#include "application/ports/templates.h"
#include "application/ports/work_items.h"
#include "domain/common/id.h"

namespace parley {

// What has no debtor yet or never lives on the tenant's desk: the nil debtor, with a lock of its
// own.
inline constexpr DebtorId kDesk{};

// Where a debtor's record stood when its lock was taken: zeros for one that does not exist yet.
struct DebtorHead {
  std::int64_t revision = 0;
  AuditHead audit;
  std::string language;  // BCP 47, as the debtor has it.
};

// One transaction over the debtors it has locked. Reads see what was committed before the locks
// were taken; they do not see what this unit of work is about to write.
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;

  virtual Debtors& debtors() = 0;
  virtual PersonRecords& person_records() = 0;
  virtual Debts& debts() = 0;
  virtual Payments& payments() = 0;
  virtual Holds& holds() = 0;
  virtual Notices& notices() = 0;
  virtual Communications& communications() = 0;
  virtual Verdicts& verdicts() = 0;
  virtual Messages& messages() = 0;
  virtual Inbound& inbound() = 0;
  virtual Creditors& creditors() = 0;
  virtual WorkItems& work_items() = 0;
  virtual KillSwitches& kill_switches() = 0;
  virtual PublishedRulebooks& rulebooks() = 0;
  virtual Templates& templates() = 0;
  virtual DeadLetters& dead_letters() = 0;
  virtual Outbox& outbox() = 0;
  virtual Answers& answers() = 0;
  virtual AuditTrail& audit() = 0;

  virtual DebtorHead Head(DebtorId debtor) const = 0;

  // True when something of this debtor (on the desk: of the tenant) is to be written beside audit
  // rows and answers. Its revision is then raised by one.
  virtual bool Changes(DebtorId debtor) const = 0;

  virtual Conversations& conversations() = 0;
};

// Transactions. A debtor has one writer at a time; different debtors never wait for each other.
class Store {
 public:
  static constexpr std::size_t kMostDebtors = 200;

  virtual ~Store() = default;

  // Locks the debtors (1 to kMostDebtors), runs the work, writes what it recorded and commits.
  // Work that returns an error leaves no trace, and its error is returned. The work may run again
  // after a conflict between transactions, so it must have no effect beside its unit of work.
  // Errors beside the work's own: the conflicts named at the ports, WRITE_CONFLICT when re-runs are
  // spent, ACCESS_DENIED for what is written for a tenant that was never created,
  // STORE_UNAVAILABLE; OK means committed.
  virtual absl::Status Run(TenantId tenant, std::span<const DebtorId> debtors,
                           absl::FunctionRef<absl::Status(UnitOfWork&)> work) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_STORE_H_
