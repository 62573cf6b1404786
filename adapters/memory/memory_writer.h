// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_WRITER_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_WRITER_H_

#include "absl/status/status.h"
#include "adapters/memory/memory_erasure.h"
#include "adapters/memory/memory_tables.h"
#include "adapters/memory/memory_transaction.h"
#include "adapters/memory/memory_writes.h"

namespace parley {

// Applies one write after another to a tenant's tables, within a transaction that can undo it. Each
// reports the conflicts that are named at the ports.
class MemoryWriter {
 public:
  MemoryWriter(MemoryTables& tables, MemoryTransaction& transaction)
      : tables_(tables), transaction_(transaction) {}

  absl::Status Add(const Creditor& creditor);
  absl::Status Replace(const Creditor& creditor);
  absl::Status Add(const Debtor& debtor);
  absl::Status Replace(const Debtor& debtor);
  absl::Status Change(const MemoryRecordChange& change);
  absl::Status Add(const Debt& debt);
  absl::Status Replace(const Debt& debt);
  absl::Status Add(const Hold& hold);
  absl::Status Replace(const Hold& hold);
  absl::Status Add(const ChangeNotice& notice);
  absl::Status Append(const MemoryAppend& append);
  absl::Status Append(const StoredVerdict& verdict);
  absl::Status Add(const LoggedCommunication& communication);
  absl::Status Replace(const LoggedCommunication& communication);
  absl::Status Add(const Message& message);
  absl::Status Replace(const Message& message);
  absl::Status Add(const ReleasedText& released);
  absl::Status Add(const MemoryNewInbound& inbound);
  absl::Status Replace(const InboundItem& item);
  absl::Status Add(const Conversation& conversation);
  absl::Status Replace(const Conversation& conversation);
  absl::Status Add(const ConversationLink& link);
  absl::Status Add(const ConversationNote& note);
  absl::Status Add(const TemplateVersion& version);
  absl::Status Replace(const TemplateVersion& version);
  absl::Status Add(const Payment& payment);
  absl::Status Replace(const Payment& payment);
  absl::Status Add(const WorkItem& item);
  absl::Status Replace(const WorkItem& item);
  absl::Status Engage(const KillSwitch& engaged);
  absl::Status Release(const KillSwitch& released);
  absl::Status Publish(const PublishedRulebook& rulebook);
  absl::Status RetryLetter(EventId id);
  absl::Status DropLetter(EventId id);
  absl::Status Append(const AuditRow& row);
  absl::Status Append(const Event& event);
  absl::Status Remember(const StoredAnswer& answer);
  absl::Status RaiseRevision(DebtorId id);
  void Erase(DebtorId id) { transaction_.Insert(tables_.erased, id); }
  // Also what was written after the erasure.
  void KeepErased(DebtorId id) {
    if (tables_.erased.contains(id)) EraseTexts(tables_, transaction_, id);
  }

 private:
  MemoryTables& tables_;
  MemoryTransaction& transaction_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_WRITER_H_
