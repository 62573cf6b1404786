// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_BATCH_H_
#define PARLEY_ADAPTERS_POSTGRES_BATCH_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "adapters/postgres/person_json.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/write_arrays.h"
#include "adapters/postgres/write_sql.h"
#include "application/ports/answers.h"
#include "application/ports/audit.h"
#include "application/ports/messages.h"
#include "application/ports/published_rulebooks.h"
#include "application/ports/store.h"
#include "application/ports/templates.h"
#include "domain/common/event.h"
#include "domain/communication/kill_switch.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/communication/log/stored_verdict.h"
#include "domain/worklist/work_item.h"

namespace parley::postgres {

// An audit row as its chain knows it. Nobody but its own transaction can have written it.
struct Witness {
  DebtorId debtor;
  AuditHead row;
};

// What a unit of work has recorded and is about to write. A record that is changed twice is written
// once, as it was last.
class Batch {
 public:
  explicit Batch(const Records& records) : records_(records) {}

  const Records& records() const { return records_; }

  // A debtor whose lock is held. What is recorded about any other is a bug: see IsAstray.
  void Locked(DebtorId debtor) { debtors_.try_emplace(debtor); }
  // Its record exists.
  void Found(DebtorId debtor, const DebtorHead& head);

  void Add(const Creditor& creditor);
  void Replace(const Creditor& creditor);
  void Add(const Debtor& debtor);
  void Replace(const Debtor& debtor);
  void EraseTexts(DebtorId debtor);
  void Append(DebtorId debtor, const RecordFact& fact);
  void Add(DebtorId debtor, const KeptPart& part);
  void Replace(DebtorId debtor, const KeptPart& part);
  void Add(const KnownPoint& point, const Fingerprint& key);
  void Bar(DebtorId debtor, const BarredAddress& address);
  void Add(const Debt& debt);
  void Replace(const Debt& debt);
  void ReplaceStanding(const Debt& debt);
  void Append(const Debt& debt, std::span<const Entry> entries);
  void Add(const Payment& payment);
  void Replace(const Payment& payment);
  void Add(const WorkItem& item);
  void Replace(const WorkItem& item);
  void Add(const Hold& hold);
  void Replace(const Hold& hold);
  void Add(const ChangeNotice& notice);
  void Add(const LoggedCommunication& communication);
  void Replace(const LoggedCommunication& communication);
  void Append(const StoredVerdict& verdict);
  void Add(const Message& message);
  void Replace(const Message& message);
  void Add(const ReleasedText& released);
  void Add(const InboundItem& item, const std::optional<Fingerprint>& reference);
  void Replace(const InboundItem& item);
  void Add(const Conversation& conversation);
  void Replace(const Conversation& conversation);
  void Add(const ConversationLink& link);
  void Add(const ConversationNote& note);
  void Add(const TemplateVersion& version);
  void Replace(const TemplateVersion& version);
  void Engage(const KillSwitch& engaged);
  void Release(const KillSwitch& released);
  void Publish(const PublishedRulebook& rulebook);
  void RetryLetter(EventId id);
  void DropLetter(EventId id);
  void Append(const Event& event);
  void Append(const StoredAnswer& answer);
  void Append(const AuditRow& row);

  bool IsFound(DebtorId debtor) const { return debtors_.at(debtor).is_found; }
  DebtorHead Head(DebtorId debtor) const;
  bool Changes(DebtorId debtor) const;

  // True when something was recorded about a debtor whose lock is not held.
  bool IsAstray() const { return astray_; }

  // False as long as no row of the tenant was found, so that there may be no such tenant.
  bool KnowsTenant() const { return tenant_known_; }

  // The last audit row that was recorded, also after Take.
  const std::optional<Witness>& witness() const { return witness_; }

  // Hands out what was recorded; the batch is empty after it. Errors: those of sealing its texts.
  absl::StatusOr<WriteRows> Take();

 private:
  struct LockedDebtor {
    bool is_found = false;
    DebtorHead before;
    std::optional<AuditHead> audit;  // After the rows that were appended.
    bool changes = false;
    std::int64_t events = 0;
    std::int64_t facts = 0;        // Of the record.
    std::optional<Debtor> record;  // To be written.
    bool is_new = false;           // The record is inserted.

    std::int64_t Revision() const { return before.revision + (changes ? 1 : 0); }
    const AuditHead& Audit() const { return audit.has_value() ? *audit : before.audit; }
  };
  struct PaymentToWrite {
    Payment payment;
    bool is_new = false;
  };
  struct DebtToWrite {
    Debt debt;
    bool is_new = false;
    bool is_whole = true;  // Else its standing alone is written.
  };

  LockedDebtor& Known(DebtorId debtor);
  LockedDebtor& Changed(DebtorId debtor);
  WriteArrays& RowsOf(Write write) { return rows_.at(static_cast<std::size_t>(write)); }

  void WriteDebtors();
  void WriteKeys();
  void WriteRecord(const LockedDebtor& locked, const Debtor& debtor);
  void WriteDebts();
  void WriteCreditorsOfDebts();
  void WritePayments();
  void WriteNew(const Debt& debt);
  void WriteChanged(const Debt& debt);
  void WriteStanding(const Debt& debt);

  const Records& records_;
  std::map<DebtorId, LockedDebtor> debtors_;
  std::map<std::pair<DebtorId, DebtId>, DebtToWrite> debts_;
  std::map<std::pair<DebtorId, PaymentId>, PaymentToWrite> payments_;
  WriteRows rows_;
  bool astray_ = false;
  bool tenant_known_ = false;  // Some row of it was found.
  std::optional<Witness> witness_;
};

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_BATCH_H_
