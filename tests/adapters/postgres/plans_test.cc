// SPDX-License-Identifier: Apache-2.0
// Statements that were planned while the database was empty, and are used when it no longer is:
// they reach their rows by whole keys, and do not read a tenant from end to end.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <functional>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

#include "application/ports/contact_record.h"
#include "tests/support/domain/contact_builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/domain/work_builders.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley {
namespace {

constexpr auto kDebtor = NumberedId<DebtorId>(1);
constexpr auto kCreditor = NumberedId<CreditorId>(1);

// What a use reads beside what it asks for; a thousand rows of a table are far more.
constexpr int kFewRows = 60;

// More of everything for every tenant there is, by ids after all others.
constexpr const char* kGrow = R"(
create temp view numbers as
  select ('ffffffff-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id, n, tenant_id
  from generate_series(1, 1000) as n, tenants;
insert into creditors (tenant_id, creditor_id, code, display_name, time_zone, revision,
  created_time, updated_time)
  select tenant_id, id, 'MORE-' || n, 'More', 'UTC', 1, now(), now() from numbers;
insert into debtors (tenant_id, debtor_id, revision, record_revision, audit_number, audit_mac, kind,
  external_refs, display_name, birth_date, language, region, time_zone, created_time, updated_time)
  select tenant_id, id, 1, 1, 1, sha256(''), 'NATURAL_PERSON', array['MORE-' || n], '', '', '', '',
    '', now(), now() from numbers;
insert into debtor_references select tenant_id, 'MORE-' || n, id from numbers;
insert into data_keys select tenant_id, id, '' from numbers;
insert into record_facts select tenant_id, id, 1, id, '', 1 from numbers;
insert into record_parts select tenant_id, id, 2, id, '', 1 from numbers;
insert into contact_index select tenant_id, sha256(n::text::bytea), id, id from numbers;
insert into barred_addresses select tenant_id, id, sha256(n::text::bytea), 1, now() from numbers;
insert into debts (tenant_id, debtor_id, debt_id, creditor_id, external_ref, currency, status,
  status_reason, owed_principal, owed_interest, owed_fees, owed_costs, owed_penalty, credit,
  itemisation_kind, itemisation_date, origin, agreement_reference, co_debtors, last_value_date,
  entry_count, content, revision, created_time,
  updated_time)
  select tenant_id, id, id, id, 'MORE-' || n, 'EUR', 'ACTIVE', '', 1, 0, 0, 0, 0, 0, 1,
    '2026-01-01', '{}', '', '[]', '2026-01-01', 0, sha256(''), 1, now(), now() from numbers;
insert into debt_references select tenant_id, 'MORE-' || n, id, id, id from numbers;
insert into entries (tenant_id, debtor_id, entry_id, debt_id, number, external_ref, kind,
  value_date, booked_time, amount, reason, actor, content, accounts, amounts)
  select d.tenant_id, d.debtor_id, e.id, d.debt_id, e.n + 1, 'MORE-' || e.n, 2, '2026-01-01', now(),
    1, '', 'actor', sha256(''), '{1,11}', '{1,-1}'
  from debts d join numbers e using (tenant_id) where d.external_ref = 'DEBT-1';
insert into work_items (tenant_id, debtor_id, work_item_id, kind, state, priority, act_external_ref,
  act_choice, act_content, reason, asked_by, claimed_by, ended_by, outcome, revision, created_time,
  updated_time, due)
  select tenant_id, id, id, 'CREDIT_HELD', 'OPEN', 3, '', '', sha256(''), '', 'parley', '', '',
    '', 1, now(), now(), '2020-01-01' from numbers;
insert into verdicts (tenant_id, debtor_id, verdict_id, moment, channel, purpose, statutory,
  technology, relation, debts, decision, answer, actor, judged_time)
  select d.tenant_id, d.debtor_id, n.id, 1, 1, 1, 0, 1, 1, '{}', 'ALLOW',
    '{"decision": "ALLOW", "rules": [], "caps": [], "variant": 0, "uncounted": 0}', 'agent', now()
    from debts d join numbers n using (tenant_id) where d.external_ref = 'DEBT-1';
insert into communications (tenant_id, debtor_id, communication_id, direction, channel, purpose,
  statutory, technology, relation, debts, talked_about, state, outcome, dispatch_time, actor, note,
  revision, created_time, updated_time)
  select d.tenant_id, d.debtor_id, n.id, 2, 1, 1, 0, 1, 1, '{}', '{}', 2, 12,
    '2020-01-01'::timestamptz, 'agent', '', 1, now(), now()
  from debts d join numbers n using (tenant_id) where d.external_ref = 'DEBT-1';
insert into audit (tenant_id, debtor_id, number, time, actor, action, request_id, revision, content,
  mac)
  select tenant_id, id, 1, now(), 'actor', 'action', id, 1, sha256(''), sha256('') from numbers)";

struct Use {
  std::string name;
  std::function<absl::Status(PostgresWorld&, TenantId, int turn)> run;
};

std::ostream& operator<<(std::ostream& out, const Use& use) { return out << use.name; }

DebtorId LateDebtor() { return *DebtorId::Parse("ffffffff-0000-7000-8000-0000000003e0"); }

absl::Status FindLedgers(PostgresWorld& world, TenantId tenant,
                         const std::vector<std::string>& entry_refs) {
  return world.store.Run(tenant, std::array{kDebtor}, [&](UnitOfWork& unit) {
    const LedgerProbe probe{kDebtor, NumberedId<DebtId>(1), entry_refs};
    return unit.debts().FindLedgers(std::array{probe}).status();
  });
}

absl::Status List(PostgresWorld& world, TenantId tenant, const DebtFilter& filter) {
  return world.portfolio.ListDebts(tenant, filter, {}, 10).status();
}

absl::Status RenameDebtors(PostgresWorld& world, TenantId tenant, int count, int turn) {
  std::vector<DebtorId> ids;
  for (int number = 1; number <= count; ++number) ids.push_back(ADebtor(number).Build().id);
  return world.store.Run(tenant, ids, [&](UnitOfWork& unit) {
    for (int number = 1; number <= count; ++number) {
      Debtor debtor = ADebtor(number);
      debtor.record_revision = unit.Head(debtor.id).revision + 1;
      debtor.external_refs = {"TURN-" + std::to_string(turn) + "-" + std::to_string(number)};
      unit.debtors().Replace(debtor);
    }
    return absl::OkStatus();
  });
}

// For two creditors at once.
absl::Status PlaceDebts(PostgresWorld& world, TenantId tenant, int turn) {
  return world.store.Run(tenant, std::array{kDebtor}, [&](UnitOfWork& unit) {
    for (const int creditor : {1, 2}) {
      unit.debts().Add(
          ADebt(10 * turn + creditor)
              .With(&Debt::creditor, NumberedId<CreditorId>(static_cast<std::uint64_t>(creditor)))
              .With(&Debt::revision, unit.Head(kDebtor).revision + 1));
    }
    return absl::OkStatus();
  });
}

// A contact point that comes, is retired, and takes its row of the index with it; an erasure.
absl::Status ChangeRecord(PostgresWorld& world, TenantId tenant, int turn) {
  KnownPoint point;
  point.id = NumberedId<ContactPointId>(static_cast<std::uint64_t>(turn));
  point.debtor = kDebtor;
  const absl::Status added = world.store.Run(tenant, std::array{kDebtor}, [&](UnitOfWork& unit) {
    unit.person_records().Add(point, NumberedFingerprint(1));
    return absl::OkStatus();
  });
  if (!added.ok()) return added;
  point.state = PointState::kRetired;
  point.revision = 2;
  return world.store.Run(tenant, std::array{kDebtor}, [&](UnitOfWork& unit) {
    const absl::Status found = unit.person_records().Find(kDebtor).status();
    unit.person_records().Replace(point);
    if (turn == 2) unit.debtors().EraseTexts(kDebtor);
    return found;
  });
}

std::vector<Use> Uses() {
  return {
      {"PostingAnEntry",
       [](auto& world, TenantId tenant, int) { return FindLedgers(world, tenant, {"MORE-1"}); }},
      {"PostingEntries",
       [](auto& world, TenantId tenant, int) {
         return FindLedgers(world, tenant, {"MORE-1", "MORE-2"});
       }},
      {"PlacingDebts",
       [](auto& world, TenantId tenant, int turn) { return PlaceDebts(world, tenant, turn); }},
      {"UpdatingADebtor", [](auto& world, TenantId tenant,
                             int turn) { return RenameDebtors(world, tenant, 1, turn); }},
      {"UpdatingDebtors", [](auto& world, TenantId tenant,
                             int turn) { return RenameDebtors(world, tenant, 2, turn); }},
      {"ListingByReference", [](auto& world, TenantId tenant,
                                int) { return List(world, tenant, {.external_ref = "MORE-7"}); }},
      {"ListingByCreditorAndReference",
       [](auto& world, TenantId tenant, int) {
         return List(world, tenant, {.creditor = kCreditor, .external_ref = "DEBT-1"});
       }},
      {"ListingByCreditor", [](auto& world, TenantId tenant,
                               int) { return List(world, tenant, {.creditor = kCreditor}); }},
      {"FindingDebts",
       [](auto& world, TenantId tenant, int) {
         const std::vector<DebtReference> references = {{std::nullopt, "MORE-7"}};
         return world.portfolio.FindDebts(tenant, references).status();
       }},
      {"FindingDebtors",
       [](auto& world, TenantId tenant, int) {
         const std::vector<std::string> references = {"MORE-7"};
         return world.directory.FindDebtors(tenant, references).status();
       }},
      {"ReadingARecord", [](auto& world, TenantId tenant,
                            int) { return world.directory.GetRecord(tenant, kDebtor).status(); }},
      {"FindingWhoIsReached",
       [](auto& world, TenantId tenant, int) {
         return world.directory.FindReached(tenant, NumberedFingerprint(1), 10).status();
       }},
      {"ChangingARecord",
       [](auto& world, TenantId tenant, int turn) { return ChangeRecord(world, tenant, turn); }},
      {"FindingACreditor",
       [](auto& world, TenantId tenant, int) {
         return world.directory.ListCreditors(tenant, {}, 10, "MORE-7").status();
       }},
      {"ListingWork", [](auto& world, TenantId tenant,
                         int) { return world.work_list.ListWork(tenant, {}, {}, 10).status(); }},
      {"ListingWorkOfADebtor",
       [](auto& world, TenantId tenant, int) {
         return world.work_list.ListWork(tenant, {.debtor = kDebtor}, {}, 10).status();
       }},
      {"ListingClocks",
       [](auto& world, TenantId tenant, int) {
         return world.work_list.ListClocks(tenant, TestNow(), {}, 10).status();
       }},
      {"OfferingWork",
       [](auto& world, TenantId tenant, int turn) {
         const absl::Time now = TestNow() + absl::Seconds(turn);
         return world.work_list.Offer(tenant, {"second", {Skill::kPayments}, {"es"}, now, now})
             .status();
       }},
      {"ClaimingWork",
       [](auto& world, TenantId tenant, int) {
         return world.store.Run(tenant, std::array{kDebtor}, [](UnitOfWork& unit) {
           WorkItem item = AnApproval();
           const absl::Status found = unit.work_items().Find(kDebtor, item.id).status();
           item.revision = unit.Head(kDebtor).revision + 1;
           unit.work_items().Replace(item);
           return found.ok() ? unit.work_items().ToDo(kDebtor).status() : found;
         });
       }},
      {"ReadingWhatBearsOnContacts",
       [](auto& world, TenantId tenant, int) {
         const ContactMoment moment{TestNow(), {TestNow(), absl::UnixEpoch()}};
         return world.contact_log.RecordsOf(tenant, std::array{kDebtor}, moment).status();
       }},
      {"ListingCommunications",
       [](auto& world, TenantId tenant, int) {
         return world.contact_log.ListCommunications(tenant, kDebtor, {}, {}, 10).status();
       }},
      {"ListingVerdicts",
       [](auto& world, TenantId tenant, int) {
         return world.contact_log.ListVerdicts(tenant, kDebtor, {}, 10).status();
       }},
      {"TellingOfACall",
       [](auto& world, TenantId tenant, int turn) {
         return world.store.Run(tenant, std::array{kDebtor}, [turn](UnitOfWork& unit) {
           LoggedCommunication call = AnInboundCall();
           call.revision = unit.Head(kDebtor).revision + 1;
           if (turn == 1) {
             unit.communications().Add(call);
             return absl::OkStatus();
           }
           unit.communications().Replace(call);
           return unit.communications().Find(kDebtor, call.id).status();
         });
       }},
      {"VerifyingTheLastChains",
       [](auto& world, TenantId tenant, int) {
         return world.audit_records.ChainsAfter(tenant, LateDebtor(), 10).status();
       }},
  };
}

class Plans : public PostgresFixture, public testing::WithParamInterface<Use> {
 protected:
  void SetUp() override {
    PostgresFixture::SetUp();
    if (IsSkipped()) return;
    // Nobody gathers statistics meanwhile.
    for (const auto& table : sql().Run("select tablename from pg_tables "
                                       "where schemaname = 'parley'")) {
      sql().Run("alter table " + table[0] + " set (autovacuum_enabled = false)");
    }
    Connect(database_->PoolOf(1));
    ASSERT_THAT(world_->store.Run(tenant_, std::array{kDesk, kDebtor, NumberedId<DebtorId>(2)},
                                  [](UnitOfWork& unit) {
                                    unit.creditors().Add(ACreditor(1));
                                    unit.creditors().Add(ACreditor(2));
                                    unit.debtors().Add(ADebtor(1));
                                    unit.debtors().Add(ADebtor(2));
                                    unit.debts().Add(ADebt().With(&Debt::revision, 1));
                                    unit.work_items().Add(AnApproval());
                                    return absl::OkStatus();
                                  }),
                IsOk());
  }

  // What the application's only session read by indexes since the last call of pg_stat_reset, a
  // line an index. A session tells it when it ends.
  std::string ReadByIndexes() {
    EXPECT_EQ(world_->pool.gauges().opened, 1);
    world_.reset();
    while (sql().Value("select count(*) from pg_stat_activity where usename = 'parley_app' "
                       "and datname = current_database()") != "0") {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return sql().Value(
        "select string_agg(indexrelname || ' ' || idx_tup_read, E'\\n') from pg_stat_user_indexes "
        "where schemaname = 'parley' and idx_tup_read > " +
        std::to_string(kFewRows));
  }
};

TEST_P(Plans, OfAnEmptyDatabaseServeAFullOne) {
  ASSERT_THAT(GetParam().run(*world_, tenant_, 1), IsOk());
  sql().Run(kGrow);
  // What growing read is told before it is forgotten, and not at some later moment.
  sql().Run("select pg_stat_force_next_flush()");
  sql().Run("select pg_stat_reset()");
  ASSERT_THAT(GetParam().run(*world_, tenant_, 2), IsOk());
  EXPECT_EQ(ReadByIndexes(), "");
}

INSTANTIATE_TEST_SUITE_P(Uses, Plans, testing::ValuesIn(Uses()),
                         [](const testing::TestParamInfo<Use>& i) { return i.param.name; });

}  // namespace
}  // namespace parley
