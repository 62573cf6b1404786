// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_HARNESS_H_
#define PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_HARNESS_H_

#include <string>
#include <vector>

#include "adapters/postgres/audit_records.h"
#include "adapters/postgres/directory.h"
#include "adapters/postgres/given_answers.h"
#include "adapters/postgres/personal_codec.h"
#include "adapters/postgres/portfolio.h"
#include "adapters/postgres/session_pool.h"
#include "adapters/postgres/store.h"
#include "tests/support/application/store_harness.h"
#include "tests/support/postgres/test_database.h"

namespace parley {

// Every port over a database of its own.
class PostgresHarness final : public StoreHarness {
 public:
  static std::string Absence() { return TestDatabase::Absence(); }

  PostgresHarness() = default;

  Store& store() override { return store_; }
  Directory& directory() override { return directory_; }
  Portfolio& portfolio() override { return portfolio_; }
  GivenAnswers& given_answers() override { return given_answers_; }
  AuditRecords& audit_records() override { return audit_records_; }

  void CreateTenant(TenantId tenant) override;
  std::vector<KeptEvent> Events(TenantId tenant) override;

  bool SetOutage(bool out) override;
  bool CutLink() override;
  bool WriteOldRecords(TenantId tenant, const OldRecords& records) override;
  bool CorruptDebt(TenantId tenant, DebtorId debtor, DebtId debt) override;
  bool TamperWithAudit(TenantId tenant, DebtorId debtor, std::int64_t number) override;

  TestDatabase& database() { return database_; }
  postgres::SessionPool& pool() { return pool_; }

 private:
  TestDatabase database_;
  postgres::PlainCodec codec_;
  // As many as the threads that race in the suites.
  postgres::SessionPool pool_{database_.PoolOf(24)};
  postgres::PostgresStore store_{pool_, codec_};
  postgres::PostgresDirectory directory_{pool_, codec_};
  postgres::PostgresPortfolio portfolio_{pool_, codec_};
  postgres::PostgresGivenAnswers given_answers_{pool_, codec_};
  postgres::PostgresAuditRecords audit_records_{pool_};
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_HARNESS_H_
