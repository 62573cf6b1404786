// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_FIXTURE_H_
#define PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_FIXTURE_H_

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "tests/support/domain/builders.h"
#include "tests/support/postgres/postgres_world.h"
#include "tests/support/postgres/test_database.h"

namespace parley {

// A fresh database with one tenant, and the ports over it.
class PostgresFixture : public testing::Test {
 public:
  void SetUp() override {
    PARLEY_NEEDS_POSTGRES();
    database_.emplace();
    Create(tenant_);
    Connect(database_->PoolOf());
  }

  void Create(TenantId tenant) {
    const absl::Status created = postgres::CreateTenant(database_->Admin(), {tenant, "A tenant"});
    if (!created.ok()) throw std::runtime_error(created.ToString());
  }

  // Another pool, with the ports over it.
  void Connect(const postgres::PoolSettings& settings) {
    world_ = std::make_unique<PostgresWorld>(settings);
  }

  // Work that adds debtor `number`, and its audit row, as all work has one.
  absl::Status Add(int number) {
    const Debtor debtor = ADebtor(number);
    return world_->store.Run(tenant_, std::array{debtor.id}, [&](UnitOfWork& unit) {
      unit.debtors().Add(debtor);
      unit.audit().Append({.debtor = debtor.id,
                           .number = unit.Head(debtor.id).audit.number + 1,
                           .time = TestNow(),
                           .actor = "tester",
                           .action = "Add",
                           .revision = 1,
                           .mac = NumberedFingerprint(1)});
      return absl::OkStatus();
    });
  }

  // Whether debtor `number` is there, asked past everything that is under test.
  bool IsThere(int number) {
    return !database_->sql()
                .Value("select debtor_id from debtors where debtor_id = '" +
                       NumberedId<DebtorId>(static_cast<std::uint64_t>(number)).ToString() + "'")
                .empty();
  }

  SqlConnection& sql() { return database_->sql(); }

  const TenantId tenant_ = NumberedId<TenantId>(1);
  std::optional<TestDatabase> database_;
  std::unique_ptr<PostgresWorld> world_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_FIXTURE_H_
