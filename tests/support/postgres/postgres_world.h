// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_WORLD_H_
#define PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_WORLD_H_

#include "adapters/crypto/wrapped_data_keys.h"
#include "adapters/postgres/admin.h"
#include "adapters/postgres/audit_records.h"
#include "adapters/postgres/communications.h"
#include "adapters/postgres/conversations.h"
#include "adapters/postgres/directory.h"
#include "adapters/postgres/event_feed.h"
#include "adapters/postgres/given_answers.h"
#include "adapters/postgres/inbound.h"
#include "adapters/postgres/kill_switches.h"
#include "adapters/postgres/messages.h"
#include "adapters/postgres/payments.h"
#include "adapters/postgres/portfolio.h"
#include "adapters/postgres/publications.h"
#include "adapters/postgres/rulebooks.h"
#include "adapters/postgres/session_pool.h"
#include "adapters/postgres/store.h"
#include "adapters/postgres/templates.h"
#include "adapters/postgres/timelines.h"
#include "adapters/postgres/work_items.h"
#include "tests/support/postgres/test_database.h"

namespace parley {

// What wraps the data keys in tests.
inline SecretKey WrappingKeyOfTests() {
  SecretKey::Bytes bytes{};
  bytes.fill(7);
  return SecretKey(bytes);
}

// Every port over one pool of sessions.
struct PostgresWorld {
  explicit PostgresWorld(const postgres::PoolSettings& settings) : pool(settings) {}

  WrappedDataKeys keys{WrappingKeyOfTests()};
  postgres::SessionPool pool;
  postgres::PostgresStore store{pool, keys};
  postgres::PostgresDirectory directory{pool, keys};
  postgres::PostgresPortfolio portfolio{pool, keys};
  postgres::PostgresPaymentBook payment_book{pool, keys};
  postgres::PostgresWorkList work_list{pool, keys};
  postgres::PostgresContactLog contact_log{pool, keys};
  postgres::PostgresSwitchBoard switch_board{pool};
  postgres::PostgresRulebookShelf rulebook_shelf{pool};
  postgres::PostgresMessageQueue message_queue{pool, keys};
  postgres::PostgresTemplateShelf template_shelf{pool};
  postgres::PostgresInboundDesk inbound_desk{pool, keys};
  postgres::PostgresConversationDesk conversation_desk{pool, keys};
  postgres::PostgresTimelines timelines{pool};
  postgres::PostgresEventFeed event_feed{pool};
  postgres::PostgresPublications publications{pool};
  postgres::PostgresGivenAnswers given_answers{pool, keys};
  postgres::PostgresAuditRecords audit_records{pool};
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_WORLD_H_
