// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_HARNESS_H_
#define PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_HARNESS_H_

#include <string>
#include <vector>

#include "absl/time/clock.h"
#include "tests/support/application/store_harness.h"
#include "tests/support/postgres/postgres_world.h"
#include "tests/support/postgres/test_database.h"

namespace parley {

// Every port over a database of its own.
class PostgresHarness final : public StoreHarness {
 public:
  static std::string Absence() { return TestDatabase::Absence(); }

  PostgresHarness() = default;

  Store& store() override { return world_.store; }
  Directory& directory() override { return world_.directory; }
  Portfolio& portfolio() override { return world_.portfolio; }
  PaymentBook& payment_book() override { return world_.payment_book; }
  WorkList& work_list() override { return world_.work_list; }
  ContactLog& contact_log() override { return world_.contact_log; }
  SwitchBoard& switch_board() override { return world_.switch_board; }
  RulebookShelf& rulebook_shelf() override { return world_.rulebook_shelf; }
  MessageQueue& message_queue() override { return world_.message_queue; }
  TemplateShelf& template_shelf() override { return world_.template_shelf; }
  InboundDesk& inbound_desk() override { return world_.inbound_desk; }
  ConversationDesk& conversation_desk() override { return world_.conversation_desk; }
  void PassTime(absl::Duration duration) override { absl::SleepFor(duration); }
  Timelines& timelines() override { return world_.timelines; }
  EventFeed& event_feed() override { return world_.event_feed; }
  Publications& publications() override { return world_.publications; }
  GivenAnswers& given_answers() override { return world_.given_answers; }
  AuditRecords& audit_records() override { return world_.audit_records; }

  void CreateTenant(TenantId tenant) override;
  std::vector<KeptEvent> Events(TenantId tenant) override;

  bool SetOutage(bool out) override;
  bool CutLink() override;
  bool WriteOldRecords(TenantId tenant, const OldRecords& records) override;
  bool CorruptDebt(TenantId tenant, DebtorId debtor, DebtId debt) override;
  bool TamperWithAudit(TenantId tenant, DebtorId debtor, std::int64_t number) override;

 private:
  TestDatabase database_;
  // As many sessions as there are threads that race in the suites.
  PostgresWorld world_{database_.PoolOf(24)};
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_POSTGRES_POSTGRES_HARNESS_H_
