// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_UNIT_OF_WORK_H_
#define PARLEY_ADAPTERS_POSTGRES_UNIT_OF_WORK_H_

#include "adapters/postgres/answers.h"
#include "adapters/postgres/audit_trail.h"
#include "adapters/postgres/batch.h"
#include "adapters/postgres/communications.h"
#include "adapters/postgres/conversations.h"
#include "adapters/postgres/creditors.h"
#include "adapters/postgres/debtors.h"
#include "adapters/postgres/debts.h"
#include "adapters/postgres/holds.h"
#include "adapters/postgres/inbound.h"
#include "adapters/postgres/kill_switches.h"
#include "adapters/postgres/messages.h"
#include "adapters/postgres/notices.h"
#include "adapters/postgres/outbox.h"
#include "adapters/postgres/payments.h"
#include "adapters/postgres/person_records.h"
#include "adapters/postgres/publications.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/rulebooks.h"
#include "adapters/postgres/session.h"
#include "adapters/postgres/templates.h"
#include "adapters/postgres/work_items.h"
#include "application/ports/store.h"

namespace parley::postgres {

// Reads go to the session at once; what is written is gathered in the batch until the commit.
class PostgresUnitOfWork final : public UnitOfWork {
 public:
  PostgresUnitOfWork(Session& session, const Records& records, Batch& batch)
      : batch_(batch),
        debtors_(session, records, batch),
        person_records_(session, records, batch),
        debts_(session, records, batch),
        payments_(session, records, batch),
        holds_(session, records, batch),
        notices_(batch),
        communications_(session, records, batch),
        verdicts_(batch),
        messages_(session, records, batch),
        inbound_(session, records, batch),
        creditors_(session, records, batch),
        work_items_(session, records, batch),
        kill_switches_(session, records.tenant, batch),
        rulebooks_(session, records.tenant, batch),
        templates_(session, records.tenant, batch),
        dead_letters_(session, records.tenant, batch),
        outbox_(batch),
        answers_(batch),
        audit_(batch),
        conversations_(session, records, batch) {}

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

  DebtorHead Head(DebtorId debtor) const override { return batch_.Head(debtor); }
  bool Changes(DebtorId debtor) const override { return batch_.Changes(debtor); }

  Conversations& conversations() override { return conversations_; }

 private:
  Batch& batch_;
  PostgresDebtors debtors_;
  PostgresPersonRecords person_records_;
  PostgresDebts debts_;
  PostgresPayments payments_;
  PostgresHolds holds_;
  PostgresNotices notices_;
  PostgresCommunications communications_;
  PostgresVerdicts verdicts_;
  PostgresMessages messages_;
  PostgresInbound inbound_;
  PostgresCreditors creditors_;
  PostgresWorkItems work_items_;
  PostgresKillSwitches kill_switches_;
  PostgresPublishedRulebooks rulebooks_;
  PostgresTemplates templates_;
  PostgresDeadLetters dead_letters_;
  PostgresOutbox outbox_;
  PostgresAnswers answers_;
  PostgresAuditTrail audit_;
  PostgresConversations conversations_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_UNIT_OF_WORK_H_
