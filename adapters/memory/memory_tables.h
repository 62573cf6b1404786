// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_TABLES_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_TABLES_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "application/ports/answers.h"
#include "application/ports/audit.h"
#include "application/ports/dead_letters.h"
#include "application/ports/inbound.h"
#include "application/ports/messages.h"
#include "application/ports/published_rulebooks.h"
#include "application/ports/store.h"
#include "application/ports/templates.h"
#include "domain/common/event.h"
#include "domain/common/fingerprint.h"
#include "domain/common/id.h"
#include "domain/communication/conversation.h"
#include "domain/communication/kill_switch.h"
#include "domain/debt/creditor.h"
#include "domain/debt/debt.h"
#include "domain/debt/entry.h"
#include "domain/debt/hold.h"
#include "domain/debt/payment.h"
#include "domain/debt/revise_terms.h"
#include "domain/debtor/debtor.h"
#include "domain/debtor/debtor_record.h"
#include "domain/worklist/work_item.h"

namespace parley {

// The order in which debts are kept and listed.
struct MemoryDebtKey {
  DebtorId debtor;
  DebtId debt;

  friend auto operator<=>(const MemoryDebtKey&, const MemoryDebtKey&) = default;
};

struct MemoryDebt {
  Debt debt;
  std::vector<Entry> journal;                 // Entry n stands at n - 1.
  std::map<std::string, std::size_t> by_ref;  // Where the entry of a reference stands.
  std::vector<ChangeNotice> notices;
};

struct MemoryPaymentKey {
  DebtorId debtor;
  PaymentId payment;

  friend auto operator<=>(const MemoryPaymentKey&, const MemoryPaymentKey&) = default;
};
using MemoryWorkKey = std::pair<DebtorId, WorkItemId>;
using MemoryHoldKey = std::pair<DebtorId, HoldId>;
using MemoryCommunicationKey = std::pair<DebtorId, CommunicationId>;
using MemoryVerdictKey = std::pair<DebtorId, VerdictId>;

// Who is found by the key of a contact point, and by which of theirs.
using MemoryContactKey = std::tuple<Fingerprint, DebtorId, ContactPointId>;

struct MemoryAuditRow {
  AuditRow row;
  std::int64_t commit = 0;  // The tenant's commit that wrote it.
};

struct MemoryEvent {
  Event event;
  std::int64_t revision = 0;  // The debtor's, after the commit that told it.
};

// How far events were published, and who has the turn.
struct MemoryPublishing {
  EventPosition position;
  std::int64_t token = 0;  // Of the last turn.
  absl::Time turn_until = absl::InfinitePast();
};

using MemoryAnswerKey = std::tuple<std::string, std::string, RequestId>;
inline MemoryAnswerKey KeyOf(const RequestKey& key) {
  return {key.principal, key.method, key.request_id};
}

using MemoryConversationKey = std::pair<DebtorId, ConversationId>;

// All that is committed of one tenant, each record once, and the indexes that find it.
struct MemoryTables {
  std::map<DebtorId, DebtorHead> heads;  // The desk's among them.
  std::map<DebtorId, Debtor> debtors;
  std::map<DebtorId, DebtorRecord> records;  // Without the debtor's own and the holds.
  std::set<MemoryContactKey> contact_index;
  std::set<DebtorId> erased;  // Of whom no text is kept.
  std::map<std::string, DebtorId> debtors_by_ref;
  std::map<CreditorId, Creditor> creditors;
  std::map<std::string, CreditorId> creditors_by_code;
  std::map<MemoryDebtKey, MemoryDebt> debts;
  std::map<std::pair<std::string, CreditorId>, MemoryDebtKey> debts_by_ref;
  std::set<std::pair<DebtorId, EntryId>> entry_ids;
  std::map<MemoryPaymentKey, Payment> payments;
  std::map<std::pair<DebtorId, std::string>, PaymentId> payments_by_ref;
  std::map<MemoryWorkKey, WorkItem> work_items;
  std::map<MemoryWorkKey, absl::Time> work_offers;  // Until when.
  std::map<MemoryHoldKey, Hold> holds;
  std::set<NoticeId> notice_ids;
  std::map<MemoryCommunicationKey, LoggedCommunication> communications;
  std::map<MemoryVerdictKey, StoredVerdict> verdicts;
  std::map<MemoryCommunicationKey, Message> messages;
  std::map<std::pair<DebtorId, std::string>, CommunicationId> message_occasions;
  std::map<MemoryCommunicationKey, InboundItem> inbound;
  std::map<Fingerprint, InboundPlace> inbound_references;
  std::int64_t lease_tokens = 0;  // Given so far.
  // By the debtor, the text and who released it.
  std::map<std::tuple<DebtorId, Fingerprint, std::string>, ReleasedText> released_texts;
  std::map<std::pair<TemplateName, std::int32_t>, TemplateVersion> templates;
  std::int64_t template_edition = 0;
  std::map<KillSwitchId, KillSwitch> kill_switches;
  std::vector<PublishedRulebook> rulebooks;  // Edition n stands at n - 1.
  std::map<DebtorId, std::vector<MemoryAuditRow>> audit;
  std::map<MemoryAnswerKey, StoredAnswer> answers;
  std::set<std::pair<absl::Time, MemoryAnswerKey>> answers_by_time;
  std::vector<MemoryEvent> events;
  MemoryPublishing publishing;
  std::map<EventId, DeadLetter> dead_letters;
  std::int64_t commits = 0;
  std::map<MemoryConversationKey, Conversation> conversations;
  std::map<MemoryCommunicationKey, ConversationLink> conversation_links;
  std::map<std::pair<DebtorId, ConversationNoteId>, ConversationNote> conversation_notes;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_TABLES_H_
