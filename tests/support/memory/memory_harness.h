// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_MEMORY_MEMORY_HARNESS_H_
#define PARLEY_TESTS_SUPPORT_MEMORY_MEMORY_HARNESS_H_

#include <vector>

#include "adapters/memory/memory_audit_records.h"
#include "adapters/memory/memory_contact_log.h"
#include "adapters/memory/memory_conversations.h"
#include "adapters/memory/memory_database.h"
#include "adapters/memory/memory_directory.h"
#include "adapters/memory/memory_event_feed.h"
#include "adapters/memory/memory_given_answers.h"
#include "adapters/memory/memory_inbound.h"
#include "adapters/memory/memory_messages.h"
#include "adapters/memory/memory_payment_book.h"
#include "adapters/memory/memory_portfolio.h"
#include "adapters/memory/memory_publications.h"
#include "adapters/memory/memory_rulebook_shelf.h"
#include "adapters/memory/memory_store.h"
#include "adapters/memory/memory_switch_board.h"
#include "adapters/memory/memory_timelines.h"
#include "adapters/memory/memory_work_list.h"
#include "tests/support/application/fakes.h"
#include "tests/support/application/store_harness.h"

namespace parley {

// A world in memory with every port over it.
class MemoryHarness final : public StoreHarness {
 public:
  Store& store() override { return store_; }
  Directory& directory() override { return directory_; }
  Portfolio& portfolio() override { return portfolio_; }
  PaymentBook& payment_book() override { return payment_book_; }
  WorkList& work_list() override { return work_list_; }
  ContactLog& contact_log() override { return contact_log_; }
  SwitchBoard& switch_board() override { return switch_board_; }
  RulebookShelf& rulebook_shelf() override { return rulebook_shelf_; }
  MessageQueue& message_queue() override { return message_queue_; }
  TemplateShelf& template_shelf() override { return template_shelf_; }
  InboundDesk& inbound_desk() override { return inbound_desk_; }
  ConversationDesk& conversation_desk() override { return conversation_desk_; }
  Timelines& timelines() override { return timelines_; }
  EventFeed& event_feed() override { return event_feed_; }
  Publications& publications() override { return publications_; }
  GivenAnswers& given_answers() override { return given_answers_; }
  AuditRecords& audit_records() override { return audit_records_; }

  void CreateTenant(TenantId tenant) override { database_.CreateTenant(tenant); }
  void PassTime(absl::Duration duration) override { clock_.Set(clock_.Now() + duration); }
  std::vector<KeptEvent> Events(TenantId tenant) override;

 private:
  FakeFingerprints fingerprints_;
  FakeClock clock_;
  MemoryDatabase database_;
  MemoryStore store_{database_};
  MemoryDirectory directory_{database_};
  MemoryPortfolio portfolio_{database_};
  MemoryPaymentBook payment_book_{database_};
  MemoryWorkList work_list_{database_};
  MemoryContactLog contact_log_{database_};
  MemorySwitchBoard switch_board_{database_};
  MemoryRulebookShelf rulebook_shelf_{database_};
  MemoryMessageQueue message_queue_{database_, clock_};
  MemoryTemplateShelf template_shelf_{database_};
  MemoryInboundDesk inbound_desk_{database_};
  MemoryConversationDesk conversation_desk_{database_};
  MemoryTimelines timelines_{database_};
  MemoryEventFeed event_feed_{database_};
  MemoryPublications publications_{database_, clock_};
  MemoryGivenAnswers given_answers_{database_};
  MemoryAuditRecords audit_records_{database_, fingerprints_};
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_MEMORY_MEMORY_HARNESS_H_
