// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_writes.h"

#include <algorithm>

#include "adapters/memory/memory_transaction.h"
#include "adapters/memory/memory_writer.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// Applies an operation to each record, up to the first that is refused.
template <typename Record, typename Operation>
absl::Status Each(const std::vector<Record>& records, Operation operation) {
  for (const Record& record : records) PARLEY_RETURN_IF_ERROR(operation(record));
  return absl::OkStatus();
}

absl::Status Apply(const MemoryWrites& writes, MemoryWriter& writer) {
  const auto add = [&](const auto& record) { return writer.Add(record); };
  const auto replace = [&](const auto& record) { return writer.Replace(record); };
  const auto append = [&](const auto& record) { return writer.Append(record); };
  const auto remember = [&](const auto& record) { return writer.Remember(record); };
  PARLEY_RETURN_IF_ERROR(Each(writes.answers, remember));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_creditors, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_creditors, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_debtors, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_debtors, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.record_changes, [&](const MemoryRecordChange& change) {
    return writer.Change(change);
  }));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_debts, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_debts, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_holds, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_holds, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_notices, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.entries, append));
  PARLEY_RETURN_IF_ERROR(Each(writes.verdicts, append));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_communications, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_communications, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_messages, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_messages, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.released_texts, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_inbound, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_inbound, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_conversations, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_conversations, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.conversation_links, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.conversation_notes, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_templates, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_templates, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_payments, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_payments, replace));
  PARLEY_RETURN_IF_ERROR(Each(writes.added_work_items, add));
  PARLEY_RETURN_IF_ERROR(Each(writes.replaced_work_items, replace));
  const auto engage = [&](const KillSwitch& engaged) { return writer.Engage(engaged); };
  const auto release = [&](const KillSwitch& released) { return writer.Release(released); };
  PARLEY_RETURN_IF_ERROR(Each(writes.engaged_switches, engage));
  PARLEY_RETURN_IF_ERROR(Each(writes.released_switches, release));
  const auto publish = [&](const PublishedRulebook& book) { return writer.Publish(book); };
  PARLEY_RETURN_IF_ERROR(Each(writes.rulebooks, publish));
  const auto retry = [&](EventId letter) { return writer.RetryLetter(letter); };
  const auto drop = [&](EventId letter) { return writer.DropLetter(letter); };
  PARLEY_RETURN_IF_ERROR(Each(writes.retried_letters, retry));
  PARLEY_RETURN_IF_ERROR(Each(writes.dropped_letters, drop));
  PARLEY_RETURN_IF_ERROR(Each(writes.audit, append));
  for (const DebtorId& id : writes.erased) writer.Erase(id);
  for (const DebtorId& id : writes.changed) {
    PARLEY_RETURN_IF_ERROR(writer.RaiseRevision(id));
    writer.KeepErased(id);
  }
  return Each(writes.events, append);
}

bool AreLocked(const MemoryWrites& writes, const MemoryHeads& locked) {
  const auto is_locked = [&](DebtorId id) { return locked.contains(id); };
  return std::all_of(writes.changed.begin(), writes.changed.end(), is_locked) &&
         std::all_of(writes.audit.begin(), writes.audit.end(),
                     [&](const AuditRow& row) { return is_locked(row.debtor); });
}

}  // namespace

absl::Status Write(MemoryDatabase& database, TenantId tenant, const MemoryWrites& writes,
                   const MemoryHeads& locked) {
  if (!AreLocked(writes, locked)) return Refuse(Reason::kInternal);
  return database.Write(tenant, [&](MemoryTables* tables) -> absl::Status {
    if (tables == nullptr) return Refuse(Reason::kAccessDenied);
    MemoryTransaction transaction;
    transaction.Assign(tables->commits, tables->commits + 1);
    MemoryWriter writer(*tables, transaction);
    PARLEY_RETURN_IF_ERROR(Apply(writes, writer));
    transaction.Commit();
    return absl::OkStatus();
  });
}

}  // namespace parley
