// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_WORLD_H_
#define PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_WORLD_H_

#include "adapters/postgres/admin.h"
#include "adapters/postgres/audit_records.h"
#include "adapters/postgres/directory.h"
#include "adapters/postgres/given_answers.h"
#include "adapters/postgres/kill_switches.h"
#include "adapters/postgres/payments.h"
#include "adapters/postgres/personal_codec.h"
#include "adapters/postgres/portfolio.h"
#include "adapters/postgres/session_pool.h"
#include "adapters/postgres/store.h"
#include "adapters/postgres/work_items.h"
#include "tests/support/postgres/test_database.h"

namespace parley {

// Every port over one pool of sessions.
struct PostgresWorld {
  explicit PostgresWorld(const postgres::PoolSettings& settings) : pool(settings) {}

  postgres::PlainCodec codec;
  postgres::SessionPool pool;
  postgres::PostgresStore store{pool, codec};
  postgres::PostgresDirectory directory{pool, codec};
  postgres::PostgresPortfolio portfolio{pool, codec};
  postgres::PostgresPaymentBook payment_book{pool, codec};
  postgres::PostgresWorkList work_list{pool, codec};
  postgres::PostgresSwitchBoard switch_board{pool};
  postgres::PostgresGivenAnswers given_answers{pool, codec};
  postgres::PostgresAuditRecords audit_records{pool};
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_WORLD_H_
