// SPDX-License-Identifier: Apache-2.0
#include "adapters/memory/memory_erasure.h"

#include <string>
#include <utility>

namespace parley {
namespace {

void Erase(std::string& text) {
  if (!text.empty()) text = kErasedText;
}

template <typename... Texts>
void Erase(SensitiveText& text, Texts&... more) {
  if (!text.Reveal().empty()) text = SensitiveText(std::string(kErasedText));
  if constexpr (sizeof...(more) > 0) Erase(more...);
}

void EraseFrom(Debt& debt) { Erase(debt.status_reason, debt.origin.agreement_reference); }
void EraseFrom(Entry& entry) { Erase(entry.reason); }
void EraseFrom(Hold& hold) { Erase(hold.source, hold.reason, hold.end_reason); }
void EraseFrom(LoggedCommunication& communication) { Erase(communication.note); }
void EraseFrom(WorkItem& item) { Erase(item.reason, item.outcome); }

void EraseFrom(Message& message) {
  message.order.values.clear();
  if (!message.words.has_value()) return;
  for (SetPart& part : message.words->parts) Erase(part.text);
}

void EraseFrom(InboundItem& item) {
  item.content = {};
  item.content.text = SensitiveText(std::string(kErasedText));
  item.heard.reset();
  item.corrections.clear();
  item.reactions.clear();
  item.no_answer_reason = SensitiveText();
}

void EraseFrom(Conversation& conversation) { Erase(conversation.reason); }
void EraseFrom(ConversationNote& note) { Erase(note.text); }

void EraseFrom(Debtor& debtor) {
  Erase(debtor.display_name);
  debtor.birth_date = SensitiveText();
}

void EraseFrom(Payment& payment) {
  Erase(payment.method);
  Erase(payment.note, payment.return_reason);
}

template <typename Record>
void EraseIn(MemoryTransaction& transaction, Record& record) {
  Record erased = record;
  EraseFrom(erased);
  transaction.Assign(record, std::move(erased));
}

// The records of one debtor, whose id comes first in the key of each.
template <typename Map>
void EraseAll(MemoryTransaction& transaction, Map& map, typename Map::key_type first,
              DebtorId debtor) {
  for (auto at = map.lower_bound(first); at != map.end() && at->second.debtor == debtor; ++at) {
    EraseIn(transaction, at->second);
  }
}

void EraseRecord(MemoryTables& tables, MemoryTransaction& transaction, DebtorId debtor) {
  const auto found = tables.records.find(debtor);
  if (found == tables.records.end()) return;
  if (!found->second.points.empty()) {
    const std::set<MemoryContactKey> index = tables.contact_index;
    for (const MemoryContactKey& key : index) {
      if (std::get<DebtorId>(key) == debtor) transaction.Erase(tables.contact_index, key);
    }
  }
  DebtorRecord erased;
  erased.barred = found->second.barred;
  transaction.Assign(found->second, std::move(erased));
}

}  // namespace

void EraseTexts(MemoryTables& tables, MemoryTransaction& transaction, DebtorId debtor) {
  const auto record = tables.debtors.find(debtor);
  if (record != tables.debtors.end()) EraseIn(transaction, record->second);
  for (auto at = tables.debts.lower_bound({debtor, DebtId()});
       at != tables.debts.end() && at->first.debtor == debtor; ++at) {
    EraseIn(transaction, at->second.debt);
    for (Entry& entry : at->second.journal) EraseIn(transaction, entry);
  }
  EraseRecord(tables, transaction, debtor);
  EraseAll(transaction, tables.payments, {debtor, PaymentId()}, debtor);
  EraseAll(transaction, tables.communications, {debtor, CommunicationId()}, debtor);
  EraseAll(transaction, tables.messages, {debtor, CommunicationId()}, debtor);
  EraseAll(transaction, tables.inbound, {debtor, CommunicationId()}, debtor);
  EraseAll(transaction, tables.holds, {debtor, HoldId()}, debtor);
  EraseAll(transaction, tables.conversations, {debtor, ConversationId()}, debtor);
  EraseAll(transaction, tables.conversation_notes, {debtor, ConversationNoteId()}, debtor);
  EraseAll(transaction, tables.work_items, {debtor, WorkItemId()}, debtor);
}

}  // namespace parley
