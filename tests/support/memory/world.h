// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_MEMORY_WORLD_H_
#define PARLEY_TESTS_SUPPORT_MEMORY_WORLD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "adapters/memory/memory_audit_records.h"
#include "adapters/memory/memory_contact_log.h"
#include "adapters/memory/memory_conversations.h"
#include "adapters/memory/memory_database.h"
#include "adapters/memory/memory_directory.h"
#include "adapters/memory/memory_event_feed.h"
#include "adapters/memory/memory_given_answers.h"
#include "adapters/memory/memory_inbound.h"
#include "adapters/memory/memory_messages.h"
#include "adapters/memory/memory_payment_book.h"
#include "adapters/memory/memory_portfolio.h"
#include "adapters/memory/memory_publications.h"
#include "adapters/memory/memory_rulebook_shelf.h"
#include "adapters/memory/memory_store.h"
#include "adapters/memory/memory_switch_board.h"
#include "adapters/memory/memory_timelines.h"
#include "adapters/memory/memory_work_list.h"
#include "application/application.h"
#include "tests/support/application/fake_papers.h"
#include "tests/support/application/fake_policy.h"
#include "tests/support/application/fakes.h"
#include "tests/support/domain/builders.h"
#include "tests/support/memory/message_house.h"

namespace parley {

// The whole application over memory, with a clock that a test moves: one tenant, one creditor.
class World {
 public:
  World();

  // A call of this tenant with a request id of its own; its content is what the text says.
  Call ACall(std::string_view content = "content");

  Creditor MakeCreditor(const std::string& code);
  Debtor MakeDebtor(const std::string& external_ref);
  // A debt of this debtor that opens with so much principal, in EUR, on 2026-01-01.
  Debt Place(const Debtor& debtor, const std::string& external_ref, std::int64_t principal);
  // The same, with 5 % a year (ACT/365F) since then, posted at each month's end.
  Debt PlaceBearing(const Debtor& debtor, const std::string& external_ref, std::int64_t principal);
  // The creditor's rule "late" lets any amount of EUR be charged, for anything but a contact or a
  // failed payment.
  void AllowFees();
  // Places a hold that begins on its first day.
  absl::StatusOr<Hold> PlaceAHold(DebtorId debtor, const Hold& hold);
  // Posts one entry; the answer's debt.
  absl::StatusOr<PostEntries::Result> Post(const Debt& debt, PostEntries::NewEntry entry);

  // Puts an item about this debt on the team's list, for which its asker asks.
  WorkItem Ask(const Debt& debt, WorkItem item);
  PlaceDebt::Command APlacing(const Debtor& debtor, const std::string& external_ref,
                              std::int64_t principal) const;

  // The application's ports, with these among them.
  Ports PortsOver(Store& stored, Directory& known, Portfolio& owed, GivenAnswers& given) {
    return {stored,
            known,
            owed,
            payment_book,
            work_list,
            contact_log,
            switch_board,
            rulebook_shelf,
            message_queue,
            template_shelf,
            inbound_desk,
            conversation_desk,
            timelines,
            given,
            fingerprints,
            seal,
            clock,
            ids,
            zones,
            regions,
            addresses,
            blind_index,
            words,
            documents,
            policy,
            rulebook_reader,
            worked_cases,
            house.templates,
            ShippedTypesetter(),
            house.tone(),
            house.listener(),
            house.letterheads,
            house.seals,
            house.settings,
            {}};
  }

  Debt Reload(const Debt& debt);
  std::vector<Entry> Journal(const Debt& debt);
  // What the invariant check and the audit verification find; empty when all is well.
  std::vector<std::string> Findings(const Debt& debt);
  std::vector<std::string> AuditFindings();

  FakeClock clock;
  SequentialIds ids;
  FakeTimeZones zones;
  FakeRegionZones regions;
  FakeAddresses addresses;
  FakeBlindIndex blind_index;
  FakeFingerprints fingerprints;
  FakeAuditSeal seal;
  MemoryDatabase database;
  MemoryStore store{database};
  MemoryDirectory directory{database};
  MemoryPortfolio portfolio{database};
  MemoryPaymentBook payment_book{database};
  MemoryWorkList work_list{database};
  MemoryContactLog contact_log{database};
  MemorySwitchBoard switch_board{database};
  MemoryRulebookShelf rulebook_shelf{database};
  MemoryMessageQueue message_queue{database, clock};
  MemoryTemplateShelf template_shelf{database};
  MemoryInboundDesk inbound_desk{database};
  MemoryConversationDesk conversation_desk{database};
  MemoryTimelines timelines{database};
  MemoryEventFeed event_feed{database};
  MemoryPublications publications{database, clock};
  MemoryGivenAnswers given_answers{database};
  MemoryAuditRecords audit_records{database, fingerprints};
  FakeWords words;
  FakeDocuments documents;
  SystemPolicy policy = ASystemPolicy();
  FakeRulebookReader rulebook_reader;
  FakeCases worked_cases;
  MessageHouse house;
  Application app{PortsOver(store, directory, portfolio, given_answers)};
  TenantId tenant = NumberedId<TenantId>(1);
  Creditor creditor;
};

// A payment of the day on which tests play.
PostEntries::NewEntry APayment(const std::string& external_ref, std::int64_t minor_units,
                               std::string_view value_date = "2026-02-01");
PostEntries::NewEntry ACharge(const std::string& external_ref, std::int64_t minor_units,
                              std::string_view value_date = "2026-02-01");
// By the rule "late", for a cause of the same name as its reference.
PostEntries::NewEntry AFee(const std::string& external_ref, std::int64_t minor_units,
                           std::string_view value_date = "2026-02-01");

// A respite over all debts of a person.
Hold ARespite(std::string_view from_date);

// An encoder that keeps the result it is asked to encode, and encodes it as "answer".
template <typename Result>
class Kept {
 public:
  // Const, because a function reference calls it as such.
  std::string operator()(const Result& result) const {
    value_ = result;
    return "answer";
  }
  const Result& operator*() const { return *value_; }
  const Result* operator->() const { return &*value_; }
  bool has_value() const { return value_.has_value(); }

 private:
  mutable std::optional<Result> value_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_MEMORY_WORLD_H_
