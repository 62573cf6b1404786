// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_MEMORY_STORES_H_
#define PARLEY_INFRA_SERVER_MEMORY_STORES_H_

#include <span>

#include "adapters/memory/memory_audit_records.h"
#include "adapters/memory/memory_chat_hints.h"
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
#include "infra/server/stores.h"

namespace parley::server {

class MemoryStores final : public Stores {
 public:
  MemoryStores(std::span<const TenantId> tenants, const Fingerprints& fingerprints,
               const Clock& clock)
      : message_queue_(database_, clock),
        publications_(database_, clock),
        audit_records_(database_, fingerprints) {
    for (const TenantId& tenant : tenants) database_.CreateTenant(tenant);
  }

  StorePorts ports() override {
    return {store_,        directory_,         portfolio_,      payment_book_,  work_list_,
            contact_log_,  switch_board_,      rulebook_shelf_, message_queue_, template_shelf_,
            inbound_desk_, conversation_desk_, timelines_,      chat_hints_,    event_feed_,
            publications_, given_answers_,     audit_records_};
  }
  absl::Status Probe() override { return absl::OkStatus(); }
  void AddTo(PrometheusMetrics&) const override {}

 private:
  MemoryDatabase database_;
  MemoryStore store_{database_};
  MemoryDirectory directory_{database_};
  MemoryPortfolio portfolio_{database_};
  MemoryPaymentBook payment_book_{database_};
  MemoryWorkList work_list_{database_};
  MemoryContactLog contact_log_{database_};
  MemorySwitchBoard switch_board_{database_};
  MemoryRulebookShelf rulebook_shelf_{database_};
  MemoryMessageQueue message_queue_;
  MemoryTemplateShelf template_shelf_{database_};
  MemoryInboundDesk inbound_desk_{database_};
  MemoryConversationDesk conversation_desk_{database_};
  MemoryChatHints chat_hints_;
  MemoryTimelines timelines_{database_};
  MemoryEventFeed event_feed_{database_};
  MemoryPublications publications_;
  MemoryGivenAnswers given_answers_{database_};
  MemoryAuditRecords audit_records_;
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_MEMORY_STORES_H_
