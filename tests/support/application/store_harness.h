// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_STORE_HARNESS_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_STORE_HARNESS_H_

#include <cstdint>
#include <vector>

#include "application/ports/answers.h"
#include "application/ports/audit.h"
#include "application/ports/communications.h"
#include "application/ports/conversations.h"
#include "application/ports/directory.h"
#include "application/ports/event_feed.h"
#include "application/ports/inbound.h"
#include "application/ports/kill_switches.h"
#include "application/ports/messages.h"
#include "application/ports/payments.h"
#include "application/ports/portfolio.h"
#include "application/ports/publications.h"
#include "application/ports/published_rulebooks.h"
#include "application/ports/store.h"
#include "application/ports/templates.h"
#include "application/ports/timelines.h"
#include "application/ports/work_items.h"
#include "domain/common/event.h"
#include "domain/common/id.h"

namespace parley {

// An event as the outbox keeps it.
struct KeptEvent {
  Event event;
  std::int64_t revision = 0;  // Of the debtor, after the transaction that told it.

  friend bool operator==(const KeptEvent&, const KeptEvent&) = default;
};

// What an earlier release left behind.
struct OldRecords {
  Creditor creditor;
  Debtor debtor;
  Debt debt;
  std::vector<Entry> entries;
};

// A store with its read ports over a fresh and empty world that belongs to one test, with what the
// contract suites need beside the ports.
class StoreHarness {
 public:
  virtual ~StoreHarness() = default;

  virtual Store& store() = 0;
  virtual Directory& directory() = 0;
  virtual Portfolio& portfolio() = 0;
  virtual PaymentBook& payment_book() = 0;
  virtual WorkList& work_list() = 0;
  virtual ContactLog& contact_log() = 0;
  virtual SwitchBoard& switch_board() = 0;
  virtual RulebookShelf& rulebook_shelf() = 0;
  virtual MessageQueue& message_queue() = 0;
  virtual TemplateShelf& template_shelf() = 0;
  virtual InboundDesk& inbound_desk() = 0;
  virtual Timelines& timelines() = 0;
  virtual EventFeed& event_feed() = 0;
  virtual Publications& publications() = 0;
  virtual GivenAnswers& given_answers() = 0;
  virtual AuditRecords& audit_records() = 0;

  virtual ConversationDesk& conversation_desk() = 0;

  virtual void CreateTenant(TenantId tenant) = 0;

  // Lets time pass by the clock that leases run by.
  virtual void PassTime(absl::Duration duration) = 0;

  // The outbox of a tenant, all of it, in the order in which it was written.
  virtual std::vector<KeptEvent> Events(TenantId tenant) = 0;

  // The rest is what some stores cannot do; they leave it as it is, and the cases that need it say
  // that they were left out.

  // Makes the store unreachable, or reachable again.
  virtual bool SetOutage([[maybe_unused]] bool out) { return false; }
  // Called within a unit of work: cuts the link that it works through, and no other.
  virtual bool CutLink() { return false; }
  // Writes records in the shape that the first release gave them.
  virtual bool WriteOldRecords([[maybe_unused]] TenantId tenant,
                               [[maybe_unused]] const OldRecords& records) {
    return false;
  }
  // Changes what is stored of a debt so that it breaks an invariant.
  virtual bool CorruptDebt([[maybe_unused]] TenantId tenant, [[maybe_unused]] DebtorId debtor,
                           [[maybe_unused]] DebtId debt) {
    return false;
  }
  // Changes a byte of a stored audit row's action and of its mac, as somebody with access to the
  // database could.
  virtual bool TamperWithAudit([[maybe_unused]] TenantId tenant, [[maybe_unused]] DebtorId debtor,
                               [[maybe_unused]] std::int64_t number) {
    return false;
  }
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_STORE_HARNESS_H_
