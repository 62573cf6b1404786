// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_MEMORY_MEMORY_UNIT_OF_WORK_H_
#define PARLEY_ADAPTERS_MEMORY_MEMORY_UNIT_OF_WORK_H_

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/memory/memory_conversations.h"
#include "adapters/memory/memory_database.h"
#include "adapters/memory/memory_inbound.h"
#include "adapters/memory/memory_messages.h"
#include "adapters/memory/memory_person_records.h"
#include "adapters/memory/memory_publications.h"
#include "adapters/memory/memory_writes.h"
#include "application/ports/store.h"

namespace parley {

// Where the ports of one unit of work read, and where they note what is to be written.
struct MemoryScope {
  MemoryDatabase& database;
  TenantId tenant;
  MemoryWrites writes;
};

class MemoryDebtors final : public Debtors {
 public:
  explicit MemoryDebtors(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<Debtor> Find(DebtorId id) override;
  void Add(const Debtor& debtor) override;
  void Replace(const Debtor& debtor) override;
  void EraseTexts(DebtorId id) override;

 private:
  MemoryScope& scope_;
};

class MemoryDebts final : public Debts {
 public:
  explicit MemoryDebts(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<std::vector<LedgerHead>> FindLedgers(std::span<const LedgerProbe> probes) override;
  absl::StatusOr<std::vector<LedgerHead>> FindLedgersAlone(
      std::span<const LedgerKey> ledgers) override;
  absl::StatusOr<std::vector<LedgerHead>> FindLedgersOf(DebtorId debtor,
                                                        const std::string& entry_ref) override;
  absl::StatusOr<std::vector<Entry>> Journal(DebtorId debtor, DebtId debt) override;
  absl::StatusOr<std::vector<std::vector<Entry>>> Journals(
      std::span<const LedgerKey> ledgers) override;
  void Add(const Debt& debt) override;
  void Replace(const Debt& debt) override;
  void ReplaceStanding(const Debt& debt) override;
  void Append(const Debt& debt, std::span<const Entry> entries) override;

 private:
  MemoryScope& scope_;
};

class MemoryPayments final : public Payments {
 public:
  explicit MemoryPayments(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<Payment> Find(DebtorId debtor, PaymentId id) override;
  absl::StatusOr<std::optional<Payment>> FindByReference(DebtorId debtor,
                                                         const std::string& external_ref) override;
  absl::StatusOr<std::vector<Payment>> AnnouncedOf(DebtorId debtor) override;
  void Add(const Payment& payment) override;
  void Replace(const Payment& payment) override;

 private:
  MemoryScope& scope_;
};

class MemoryHolds final : public Holds {
 public:
  explicit MemoryHolds(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<std::vector<Hold>> OfAll(std::span<const DebtorId> debtors) override;
  void Add(const Hold& hold) override;
  void Replace(const Hold& hold) override;

 private:
  MemoryScope& scope_;
};

class MemoryNotices final : public Notices {
 public:
  explicit MemoryNotices(MemoryScope& scope) : scope_(scope) {}
  void Add(const ChangeNotice& notice) override;

 private:
  MemoryScope& scope_;
};

class MemoryCommunications final : public Communications {
 public:
  explicit MemoryCommunications(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<LoggedCommunication> Find(DebtorId debtor, CommunicationId id) override;
  absl::StatusOr<std::vector<LoggedCommunication>> Since(DebtorId debtor,
                                                         const HistorySpan& span) override;
  absl::StatusOr<std::vector<ContactRecord>> RecordsOf(std::span<const DebtorId> debtors,
                                                       const ContactMoment& moment) override;
  void Add(const LoggedCommunication& communication) override;
  void Replace(const LoggedCommunication& communication) override;

 private:
  MemoryScope& scope_;
};

class MemoryVerdicts final : public Verdicts {
 public:
  explicit MemoryVerdicts(MemoryScope& scope) : scope_(scope) {}
  void Append(const StoredVerdict& verdict) override;

 private:
  MemoryScope& scope_;
};

class MemoryCreditors final : public Creditors {
 public:
  explicit MemoryCreditors(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<Creditor> Find(CreditorId id) override;
  void Add(const Creditor& creditor) override;
  void Replace(const Creditor& creditor) override;

 private:
  MemoryScope& scope_;
};

class MemoryWorkItems final : public WorkItems {
 public:
  explicit MemoryWorkItems(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<WorkItem> Find(DebtorId debtor, WorkItemId id) override;
  absl::StatusOr<std::vector<WorkItem>> ToDoOfAll(std::span<const DebtorId> debtors) override;
  void Add(const WorkItem& item) override;
  void Replace(const WorkItem& item) override;

 private:
  MemoryScope& scope_;
};

class MemoryKillSwitches final : public KillSwitches {
 public:
  explicit MemoryKillSwitches(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<KillSwitch> Find(KillSwitchId id) override;
  absl::StatusOr<std::int64_t> CountPersons(const SwitchScope& scope) override;
  void Engage(const KillSwitch& engaged) override;
  void Release(const KillSwitch& released) override;

 private:
  MemoryScope& scope_;
};

class MemoryPublishedRulebooks final : public PublishedRulebooks {
 public:
  explicit MemoryPublishedRulebooks(MemoryScope& scope) : scope_(scope) {}
  absl::StatusOr<std::int64_t> Edition() override;
  absl::StatusOr<std::vector<PublishedRulebook>> All() override;
  void Publish(const PublishedRulebook& rulebook) override;

 private:
  MemoryScope& scope_;
};

class MemoryOutbox final : public Outbox {
 public:
  explicit MemoryOutbox(MemoryScope& scope) : scope_(scope) {}
  void Append(const Event& event) override;

 private:
  MemoryScope& scope_;
};

class MemoryAnswers final : public Answers {
 public:
  explicit MemoryAnswers(MemoryScope& scope) : scope_(scope) {}
  void Remember(const StoredAnswer& answer) override;

 private:
  MemoryScope& scope_;
};

class MemoryAuditTrail final : public AuditTrail {
 public:
  explicit MemoryAuditTrail(MemoryScope& scope) : scope_(scope) {}
  void Append(const AuditRow& row) override;

 private:
  MemoryScope& scope_;
};

// Reads what is committed and notes what is to be written. The debtors' locks are held around it.
class MemoryUnitOfWork final : public UnitOfWork {
 public:
  MemoryUnitOfWork(MemoryDatabase& database, TenantId tenant, const std::set<DebtorId>& debtors);

  Debtors& debtors() override { return debtors_; }
  PersonRecords& person_records() override { return person_records_; }
  Debts& debts() override { return debts_; }
  Payments& payments() override { return payments_; }
  Holds& holds() override { return holds_; }
  Notices& notices() override { return notices_; }
  Communications& communications() override { return communications_; }
  Verdicts& verdicts() override { return verdicts_; }
  Messages& messages() override { return messages_; }
  Inbound& inbound() override { return inbound_; }
  Creditors& creditors() override { return creditors_; }
  WorkItems& work_items() override { return work_items_; }
  KillSwitches& kill_switches() override { return kill_switches_; }
  PublishedRulebooks& rulebooks() override { return rulebooks_; }
  Templates& templates() override { return templates_; }
  DeadLetters& dead_letters() override { return dead_letters_; }
  Outbox& outbox() override { return outbox_; }
  Answers& answers() override { return answers_; }
  AuditTrail& audit() override { return audit_; }
  DebtorHead Head(DebtorId debtor) const override;
  bool Changes(DebtorId debtor) const override;
  Conversations& conversations() override { return conversations_; }

  // Writes what was noted. Errors: those of Write in memory_writes.h.
  absl::Status Commit();

 private:
  MemoryScope scope_;
  MemoryDebtors debtors_{scope_};
  MemoryPersonRecords person_records_{scope_};
  MemoryDebts debts_{scope_};
  MemoryPayments payments_{scope_};
  MemoryHolds holds_{scope_};
  MemoryNotices notices_{scope_};
  MemoryCommunications communications_{scope_};
  MemoryVerdicts verdicts_{scope_};
  MemoryMessages messages_{scope_};
  MemoryInbound inbound_{scope_};
  MemoryCreditors creditors_{scope_};
  MemoryWorkItems work_items_{scope_};
  MemoryKillSwitches kill_switches_{scope_};
  MemoryPublishedRulebooks rulebooks_{scope_};
  MemoryTemplates templates_{scope_};
  MemoryDeadLetters dead_letters_{scope_};
  MemoryOutbox outbox_{scope_};
  MemoryAnswers answers_{scope_};
  MemoryAuditTrail audit_{scope_};
  MemoryConversations conversations_{scope_};
  MemoryHeads heads_;
};

}  // namespace parley

#endif  // PARLEY_ADAPTERS_MEMORY_MEMORY_UNIT_OF_WORK_H_
