// SPDX-License-Identifier: Apache-2.0
#include "tests/support/application/fail_nth.h"

#include "application/ports/contact_record.h"
#include "domain/common/status_macros.h"
#include "tests/support/application/failing_conversations.h"
#include "tests/support/application/failing_messages.h"

namespace parley {
namespace {

class FailingDebtors final : public Debtors {
 public:
  FailingDebtors(Debtors& debtors, FailNth& fault) : debtors_(debtors), fault_(fault) {}

  absl::StatusOr<Debtor> Find(DebtorId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Debtors.Find"));
    return debtors_.Find(id);
  }
  void Add(const Debtor& debtor) override { debtors_.Add(debtor); }
  void Replace(const Debtor& debtor) override { debtors_.Replace(debtor); }
  void EraseTexts(DebtorId id) override { debtors_.EraseTexts(id); }

 private:
  Debtors& debtors_;
  FailNth& fault_;
};

class FailingDebts final : public Debts {
 public:
  FailingDebts(Debts& debts, FailNth& fault) : debts_(debts), fault_(fault) {}

  absl::StatusOr<std::vector<LedgerHead>> FindLedgers(
      std::span<const LedgerProbe> probes) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Debts.FindLedgers"));
    return debts_.FindLedgers(probes);
  }
  absl::StatusOr<std::vector<LedgerHead>> FindLedgersAlone(
      std::span<const LedgerKey> ledgers) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Debts.FindLedgersAlone"));
    return debts_.FindLedgersAlone(ledgers);
  }
  absl::StatusOr<std::vector<LedgerHead>> FindLedgersOf(DebtorId debtor,
                                                        const std::string& entry_ref) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Debts.FindLedgersOf"));
    return debts_.FindLedgersOf(debtor, entry_ref);
  }

  absl::StatusOr<std::vector<Entry>> Journal(DebtorId debtor, DebtId debt) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Debts.Journal"));
    return debts_.Journal(debtor, debt);
  }
  absl::StatusOr<std::vector<std::vector<Entry>>> Journals(
      std::span<const LedgerKey> ledgers) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Debts.Journals"));
    return debts_.Journals(ledgers);
  }
  void Add(const Debt& debt) override { debts_.Add(debt); }
  void Replace(const Debt& debt) override { debts_.Replace(debt); }
  void ReplaceStanding(const Debt& debt) override { debts_.ReplaceStanding(debt); }
  void Append(const Debt& debt, std::span<const Entry> entries) override {
    debts_.Append(debt, entries);
  }

 private:
  Debts& debts_;
  FailNth& fault_;
};

class FailingPayments final : public Payments {
 public:
  FailingPayments(Payments& payments, FailNth& fault) : payments_(payments), fault_(fault) {}

  absl::StatusOr<Payment> Find(DebtorId debtor, PaymentId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Payments.Find"));
    return payments_.Find(debtor, id);
  }
  absl::StatusOr<std::optional<Payment>> FindByReference(DebtorId debtor,
                                                         const std::string& external_ref) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Payments.FindByReference"));
    return payments_.FindByReference(debtor, external_ref);
  }
  absl::StatusOr<std::vector<Payment>> AnnouncedOf(DebtorId debtor) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Payments.AnnouncedOf"));
    return payments_.AnnouncedOf(debtor);
  }
  void Add(const Payment& payment) override { payments_.Add(payment); }
  void Replace(const Payment& payment) override { payments_.Replace(payment); }

 private:
  Payments& payments_;
  FailNth& fault_;
};

class FailingPersonRecords final : public PersonRecords {
 public:
  FailingPersonRecords(PersonRecords& records, FailNth& fault) : records_(records), fault_(fault) {}

  absl::StatusOr<DebtorRecord> Find(DebtorId debtor) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("PersonRecords.Find"));
    return records_.Find(debtor);
  }
  void Append(DebtorId debtor, const RecordFact& fact) override { records_.Append(debtor, fact); }
  void Add(DebtorId debtor, const RecordPart& part) override { records_.Add(debtor, part); }
  void Replace(DebtorId debtor, const RecordPart& part) override { records_.Replace(debtor, part); }
  void Add(const KnownPoint& point, const Fingerprint& key) override { records_.Add(point, key); }
  void Replace(const KnownPoint& point) override { records_.Replace(point); }
  void Bar(DebtorId debtor, const BarredAddress& address) override {
    records_.Bar(debtor, address);
  }

 private:
  PersonRecords& records_;
  FailNth& fault_;
};

class FailingHolds final : public Holds {
 public:
  FailingHolds(Holds& holds, FailNth& fault) : holds_(holds), fault_(fault) {}

  absl::StatusOr<std::vector<Hold>> OfAll(std::span<const DebtorId> debtors) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Holds.OfAll"));
    return holds_.OfAll(debtors);
  }
  void Add(const Hold& hold) override { holds_.Add(hold); }
  void Replace(const Hold& hold) override { holds_.Replace(hold); }

 private:
  Holds& holds_;
  FailNth& fault_;
};

class FailingCommunications final : public Communications {
 public:
  FailingCommunications(Communications& communications, FailNth& fault)
      : communications_(communications), fault_(fault) {}

  absl::StatusOr<LoggedCommunication> Find(DebtorId debtor, CommunicationId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Communications.Find"));
    return communications_.Find(debtor, id);
  }
  absl::StatusOr<std::vector<LoggedCommunication>> Since(DebtorId debtor,
                                                         const HistorySpan& span) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Communications.Since"));
    return communications_.Since(debtor, span);
  }
  absl::StatusOr<std::vector<ContactRecord>> RecordsOf(std::span<const DebtorId> debtors,
                                                       const ContactMoment& moment) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Communications.RecordsOf"));
    return communications_.RecordsOf(debtors, moment);
  }
  void Add(const LoggedCommunication& communication) override {
    communications_.Add(communication);
  }
  void Replace(const LoggedCommunication& communication) override {
    communications_.Replace(communication);
  }

 private:
  Communications& communications_;
  FailNth& fault_;
};

class FailingCreditors final : public Creditors {
 public:
  FailingCreditors(Creditors& creditors, FailNth& fault) : creditors_(creditors), fault_(fault) {}

  absl::StatusOr<Creditor> Find(CreditorId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Creditors.Find"));
    return creditors_.Find(id);
  }
  void Add(const Creditor& creditor) override { creditors_.Add(creditor); }
  void Replace(const Creditor& creditor) override { creditors_.Replace(creditor); }

 private:
  Creditors& creditors_;
  FailNth& fault_;
};

class FailingWorkItems final : public WorkItems {
 public:
  FailingWorkItems(WorkItems& items, FailNth& fault) : items_(items), fault_(fault) {}

  absl::StatusOr<WorkItem> Find(DebtorId debtor, WorkItemId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("WorkItems.Find"));
    return items_.Find(debtor, id);
  }
  absl::StatusOr<std::vector<WorkItem>> ToDoOfAll(std::span<const DebtorId> debtors) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("WorkItems.ToDo"));
    return items_.ToDoOfAll(debtors);
  }
  void Add(const WorkItem& item) override { items_.Add(item); }
  void Replace(const WorkItem& item) override { items_.Replace(item); }

 private:
  WorkItems& items_;
  FailNth& fault_;
};

class FailingKillSwitches final : public KillSwitches {
 public:
  FailingKillSwitches(KillSwitches& switches, FailNth& fault)
      : switches_(switches), fault_(fault) {}

  absl::StatusOr<KillSwitch> Find(KillSwitchId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("KillSwitches.Find"));
    return switches_.Find(id);
  }
  absl::StatusOr<std::int64_t> CountPersons(const SwitchScope& scope) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("KillSwitches.CountPersons"));
    return switches_.CountPersons(scope);
  }
  void Engage(const KillSwitch& engaged) override { switches_.Engage(engaged); }
  void Release(const KillSwitch& released) override { switches_.Release(released); }

 private:
  KillSwitches& switches_;
  FailNth& fault_;
};

class FailingRulebooks final : public PublishedRulebooks {
 public:
  FailingRulebooks(PublishedRulebooks& rulebooks, FailNth& fault)
      : rulebooks_(rulebooks), fault_(fault) {}

  absl::StatusOr<std::int64_t> Edition() override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("PublishedRulebooks.Edition"));
    return rulebooks_.Edition();
  }
  absl::StatusOr<std::vector<PublishedRulebook>> All() override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("PublishedRulebooks.All"));
    return rulebooks_.All();
  }
  void Publish(const PublishedRulebook& rulebook) override { rulebooks_.Publish(rulebook); }

 private:
  PublishedRulebooks& rulebooks_;
  FailNth& fault_;
};

class FailingDeadLetters final : public DeadLetters {
 public:
  FailingDeadLetters(DeadLetters& letters, FailNth& fault) : letters_(letters), fault_(fault) {}

  absl::StatusOr<DeadLetter> Find(EventId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("DeadLetters.Find"));
    return letters_.Find(id);
  }
  void Retry(EventId id) override { letters_.Retry(id); }
  void Drop(EventId id) override { letters_.Drop(id); }

 private:
  DeadLetters& letters_;
  FailNth& fault_;
};

class FailingInbound final : public Inbound {
 public:
  FailingInbound(Inbound& inbound, FailNth& fault) : inbound_(inbound), fault_(fault) {}

  absl::StatusOr<InboundItem> Find(DebtorId debtor, CommunicationId id) override {
    PARLEY_RETURN_IF_ERROR(fault_.Pass("Inbound.Find"));
    return inbound_.Find(debtor, id);
  }
  void Add(const InboundItem& item, const std::optional<Fingerprint>& reference) override {
    inbound_.Add(item, reference);
  }
  void Replace(const InboundItem& item) override { inbound_.Replace(item); }

 private:
  Inbound& inbound_;
  FailNth& fault_;
};

class FailingUnitOfWork final : public UnitOfWork {
 public:
  FailingUnitOfWork(UnitOfWork& unit, FailNth& fault)
      : unit_(unit),
        debtors_(unit.debtors(), fault),
        person_records_(unit.person_records(), fault),
        debts_(unit.debts(), fault),
        payments_(unit.payments(), fault),
        holds_(unit.holds(), fault),
        communications_(unit.communications(), fault),
        creditors_(unit.creditors(), fault),
        work_items_(unit.work_items(), fault),
        kill_switches_(unit.kill_switches(), fault),
        rulebooks_(unit.rulebooks(), fault),
        messages_(unit.messages(), fault),
        templates_(unit.templates(), fault),
        inbound_(unit.inbound(), fault),
        dead_letters_(unit.dead_letters(), fault),
        conversations_(unit.conversations(), fault) {}

  Debtors& debtors() override { return debtors_; }
  PersonRecords& person_records() override { return person_records_; }
  Debts& debts() override { return debts_; }
  Payments& payments() override { return payments_; }
  Holds& holds() override { return holds_; }
  Notices& notices() override { return unit_.notices(); }
  Communications& communications() override { return communications_; }
  Verdicts& verdicts() override { return unit_.verdicts(); }
  Creditors& creditors() override { return creditors_; }
  WorkItems& work_items() override { return work_items_; }
  KillSwitches& kill_switches() override { return kill_switches_; }
  PublishedRulebooks& rulebooks() override { return rulebooks_; }
  Messages& messages() override { return messages_; }
  Templates& templates() override { return templates_; }
  Inbound& inbound() override { return inbound_; }
  DeadLetters& dead_letters() override { return dead_letters_; }
  Outbox& outbox() override { return unit_.outbox(); }
  Answers& answers() override { return unit_.answers(); }
  AuditTrail& audit() override { return unit_.audit(); }
  DebtorHead Head(DebtorId debtor) const override { return unit_.Head(debtor); }
  bool Changes(DebtorId debtor) const override { return unit_.Changes(debtor); }
  Conversations& conversations() override { return conversations_; }

 private:
  UnitOfWork& unit_;
  FailingDebtors debtors_;
  FailingPersonRecords person_records_;
  FailingDebts debts_;
  FailingPayments payments_;
  FailingHolds holds_;
  FailingCommunications communications_;
  FailingCreditors creditors_;
  FailingWorkItems work_items_;
  FailingKillSwitches kill_switches_;
  FailingRulebooks rulebooks_;
  FailingMessages messages_;
  FailingTemplates templates_;
  FailingInbound inbound_;
  FailingDeadLetters dead_letters_;
  FailingConversations conversations_;
};

}  // namespace

absl::Status FailNth::Pass(std::string_view port_call) {
  if (++calls_ != nth_) return absl::OkStatus();
  const std::lock_guard lock(mutex_);
  failed_call_ = std::string(port_call);
  return Refuse(reason_);
}

std::string FailNth::failed_call() const {
  const std::lock_guard lock(mutex_);
  return failed_call_;
}

absl::Status FailingStore::Run(TenantId tenant, std::span<const DebtorId> debtors,
                               absl::FunctionRef<absl::Status(UnitOfWork&)> work) {
  PARLEY_RETURN_IF_ERROR(fault_.Pass("Store.Run"));
  const auto failing_work = [&](UnitOfWork& unit) -> absl::Status {
    FailingUnitOfWork failing(unit, fault_);
    PARLEY_RETURN_IF_ERROR(work(failing));
    return fault_.Pass("Store.Commit");
  };
  PARLEY_RETURN_IF_ERROR(store_.Run(tenant, debtors, failing_work));
  return fault_.Pass("Store.Reply");
}

absl::Status RerunningStore::Run(TenantId tenant, std::span<const DebtorId> debtors,
                                 absl::FunctionRef<absl::Status(UnitOfWork&)> work) {
  const auto run_and_undo = [&](UnitOfWork& unit) -> absl::Status {
    PARLEY_RETURN_IF_ERROR(work(unit));
    return absl::AbortedError("to be run again");
  };
  const absl::Status undone = store_.Run(tenant, debtors, run_and_undo);
  if (!absl::IsAborted(undone)) return undone;
  return store_.Run(tenant, debtors, work);
}

}  // namespace parley
