// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_SERVER_POSTGRES_STORES_H_
#define PARLEY_INFRA_SERVER_POSTGRES_STORES_H_

#include <atomic>
#include <cstdint>
#include <string>

#include "adapters/crypto/wrapped_data_keys.h"
#include "adapters/postgres/audit_records.h"
#include "adapters/postgres/chat_hints.h"
#include "adapters/postgres/communications.h"
#include "adapters/postgres/conversations.h"
#include "adapters/postgres/directory.h"
#include "adapters/postgres/event_feed.h"
#include "adapters/postgres/given_answers.h"
#include "adapters/postgres/inbound.h"
#include "adapters/postgres/key_keeping.h"
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
#include "infra/server/secrets.h"
#include "infra/server/stores.h"

namespace parley::server {

class PostgresStores final : public Stores {
 public:
  PostgresStores(const Config& config, const Secrets& secrets)
      : keys_(secrets.personal_key, secrets.unwrap_keys),
        pool_({.connection = {.address = config.database}, .sessions = SessionsOf(config)}) {}

  StorePorts ports() override {
    return {store_,        directory_,         portfolio_,      payment_book_,  work_list_,
            contact_log_,  switch_board_,      rulebook_shelf_, message_queue_, template_shelf_,
            inbound_desk_, conversation_desk_, timelines_,      chat_hints_,    event_feed_,
            publications_, given_answers_,     audit_records_};
  }
  absl::Status Probe() override;
  void AddTo(PrometheusMetrics& metrics) const override;

  // Errors: one sentence for an operator whose personal key is another than the database's.
  absl::Status CheckKeys() { return postgres::CheckKeys(pool_, keys_); }

 private:
  WrappedDataKeys keys_;
  postgres::SessionPool pool_;
  postgres::PostgresStore store_{pool_, keys_};
  postgres::PostgresDirectory directory_{pool_, keys_};
  postgres::PostgresPortfolio portfolio_{pool_, keys_};
  postgres::PostgresPaymentBook payment_book_{pool_, keys_};
  postgres::PostgresWorkList work_list_{pool_, keys_};
  postgres::PostgresContactLog contact_log_{pool_, keys_};
  postgres::PostgresSwitchBoard switch_board_{pool_};
  postgres::PostgresRulebookShelf rulebook_shelf_{pool_};
  postgres::PostgresMessageQueue message_queue_{pool_, keys_};
  postgres::PostgresTemplateShelf template_shelf_{pool_};
  postgres::PostgresInboundDesk inbound_desk_{pool_, keys_};
  postgres::PostgresConversationDesk conversation_desk_{pool_, keys_};
  postgres::PostgresChatHints chat_hints_{pool_.settings().connection};
  postgres::PostgresTimelines timelines_{pool_};
  postgres::PostgresEventFeed event_feed_{pool_};
  postgres::PostgresPublications publications_{pool_};
  postgres::PostgresGivenAnswers given_answers_{pool_, keys_};
  postgres::PostgresAuditRecords audit_records_{pool_};
};

}  // namespace parley::server

#endif  // PARLEY_INFRA_SERVER_POSTGRES_STORES_H_
