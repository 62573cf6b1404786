// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_WRITES_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_WRITES_H_

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "absl/status/status.h"
#include "adapters/memory/memory_database.h"
#include "adapters/memory/memory_tables.h"

namespace parley {

struct MemoryAppend {
  MemoryDebtKey debt;
  Entry entry;
};

// What happens to a debtor's record, and by which key it is found from then on.
struct MemoryRecordChange {
  DebtorId debtor;
  std::function<absl::Status(DebtorRecord&)> apply;
  std::optional<MemoryContactKey> linked = {};
};

// Something that came in, by which of its provider's ids it is found again.
struct MemoryNewInbound {
  InboundItem item;
  std::optional<Fingerprint> reference;
};

// What a unit of work recorded, to be written at its commit.
struct MemoryWrites {
  std::vector<Creditor> added_creditors;
  std::vector<Creditor> replaced_creditors;
  std::vector<Debtor> added_debtors;
  std::vector<Debtor> replaced_debtors;
  std::vector<MemoryRecordChange> record_changes;
  std::vector<Debt> added_debts;
  std::vector<Debt> replaced_debts;
  std::vector<Hold> added_holds;
  std::vector<Hold> replaced_holds;
  std::vector<ChangeNotice> added_notices;
  std::vector<MemoryAppend> entries;
  std::vector<StoredVerdict> verdicts;
  std::vector<LoggedCommunication> added_communications;
  std::vector<LoggedCommunication> replaced_communications;
  std::vector<Message> added_messages;
  std::vector<Message> replaced_messages;
  std::vector<ReleasedText> released_texts;
  std::vector<MemoryNewInbound> added_inbound;
  std::vector<InboundItem> replaced_inbound;
  std::vector<Conversation> added_conversations;
  std::vector<Conversation> replaced_conversations;
  std::vector<ConversationLink> conversation_links;
  std::vector<ConversationNote> conversation_notes;
  std::vector<TemplateVersion> added_templates;
  std::vector<TemplateVersion> replaced_templates;
  std::vector<Payment> added_payments;
  std::vector<Payment> replaced_payments;
  std::vector<WorkItem> added_work_items;
  std::vector<WorkItem> replaced_work_items;
  std::vector<KillSwitch> engaged_switches;
  std::vector<KillSwitch> released_switches;
  std::vector<PublishedRulebook> rulebooks;
  std::vector<EventId> retried_letters;
  std::vector<EventId> dropped_letters;
  std::vector<Event> events;
  std::vector<StoredAnswer> answers;
  std::vector<AuditRow> audit;
  std::set<DebtorId> erased;   // Whose texts go.
  std::set<DebtorId> changed;  // Whose revision goes up.
};

using MemoryHeads = std::map<DebtorId, DebtorHead>;

// Writes all or nothing; `locked` has the heads of the debtors whose locks are held.
// Errors: the conflicts named at the ports; WRITE_CONFLICT for what was made from a stale copy;
// ACCESS_DENIED for an unknown tenant; INTERNAL for a debtor whose lock is not held.
absl::Status Write(MemoryDatabase& database, TenantId tenant, const MemoryWrites& writes,
                   const MemoryHeads& locked);

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_WRITES_H_
