// SPDX-License-Identifier: Apache-2.0
// What is left of a debtor whose texts were erased: the ledger, and nothing that somebody wrote.
#include <string>
#include <vector>

#include "tests/contract/contract.h"
#include "tests/support/application/person.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::Each;
using testing::Eq;

std::string_view Shown(const SensitiveText& text) { return text.Reveal(); }

class ErasureContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (IsSkipped()) return;
    Have(ACreditor());
    for (const MarkedPerson& each : {person_, other_}) {
      ASSERT_THAT(Record(each.debtor.id, [&](UnitOfWork& unit) { AddTo(unit, each); }), IsOk());
    }
  }

  absl::Status Erase() {
    return Record(person_.debtor.id,
                  [&](UnitOfWork& unit) { unit.debtors().EraseTexts(person_.debtor.id); });
  }
  DebtJournal Journal(const MarkedPerson& person) {
    return ValueOf(world().portfolio().GetJournal(kTenant, person.debtor.id, person.debt.id));
  }
  // Every text about the person, in all that the ports read.
  std::vector<std::string> TextsOf(const MarkedPerson& person) {
    const DebtorId id = person.debtor.id;
    const Debtor debtor = ValueOf(world().directory().GetDebtor(kTenant, id));
    const DebtJournal journal = Journal(person);
    const Payment payment =
        ValueOf(world().payment_book().GetPayment(kTenant, id, person.payment.id));
    const Hold hold = ValueOf(world().portfolio().GetHolds(kTenant, id, {})).holds.front();
    const WorkItem task =
        ValueOf(world().work_list().ListWork(kTenant, {.debtor = id}, {}, 10)).front();
    const LoggedCommunication call =
        ValueOf(world().contact_log().GetCommunication(kTenant, id, person.call.id));
    std::vector<std::string> texts = {payment.method};
    for (const SensitiveText& text :
         {debtor.display_name, journal.debt.status_reason, journal.debt.origin.agreement_reference,
          journal.entries.front().reason, payment.note, payment.return_reason, hold.source,
          hold.reason, hold.end_reason, task.reason, call.note}) {
      texts.emplace_back(Shown(text));
    }
    return texts;
  }

  const MarkedPerson person_ = APerson("CANARY", 1);
  const MarkedPerson other_ = APerson("WREN", 2);
};
PARLEY_OVER_EVERY_STORE(ErasureContract);

TEST_P(ErasureContract, LeavesNoTextAboutTheDebtor) {
  EXPECT_THAT(TextsOf(person_), Each(testing::StartsWith("CANARY ")));
  ASSERT_THAT(Erase(), IsOk());
  EXPECT_THAT(TextsOf(person_), Each(Eq(std::string(kErasedText))));
  const Debtor debtor = ValueOf(world().directory().GetDebtor(kTenant, person_.debtor.id));
  EXPECT_EQ(Shown(debtor.birth_date), "");
}

TEST_P(ErasureContract, LeavesOfMessagesWhatBecameOfThemAlone) {
  for (const MarkedPerson& each : {person_, other_}) {
    ASSERT_THAT(
        Record(each.debtor.id, [&](UnitOfWork& unit) { HandOver(unit, each, "CANARY words"); }),
        IsOk());
  }
  const auto read = [&](const MarkedPerson& person) {
    return ValueOf(
        world().message_queue().GetMessage(kTenant, {person.debtor.id, person.message.id}));
  };
  const Message before = read(other_);
  ASSERT_THAT(Erase(), IsOk());
  const Message erased = read(person_);
  EXPECT_EQ(erased.state, MessageState::kDispatching);
  EXPECT_TRUE(erased.order.values.empty());
  ASSERT_TRUE(erased.words.has_value());
  for (const SetPart& part : erased.words->parts) EXPECT_EQ(Shown(part.text), kErasedText);
  EXPECT_EQ(read(other_), before);
}

TEST_P(ErasureContract, LeavesTheLedgerWhole) {
  const DebtJournal before = Journal(person_);
  ASSERT_THAT(Erase(), IsOk());
  const DebtJournal after = Journal(person_);
  EXPECT_EQ(after.debt.position, before.debt.position);
  EXPECT_EQ(after.debt.external_ref, before.debt.external_ref);
  ASSERT_EQ(after.entries.size(), before.entries.size());
  EXPECT_EQ(after.entries.front().postings, before.entries.front().postings);
  EXPECT_EQ(after.entries.front().content, before.entries.front().content);
}

TEST_P(ErasureContract, LeavesOthersAsTheyAre) {
  const std::vector<std::string> before = TextsOf(other_);
  ASSERT_THAT(Erase(), IsOk());
  EXPECT_EQ(TextsOf(other_), before);
  EXPECT_THAT(world().given_answers().Find(kTenant, other_.answer.key), IsOk());
}

TEST_P(ErasureContract, IsSeenWithinAUnitOfWork) {
  ASSERT_THAT(Erase(), IsOk());
  EXPECT_THAT(Record(person_.debtor.id,
                     [&](UnitOfWork& unit) {
                       const Debtor debtor = ValueOf(unit.debtors().Find(person_.debtor.id));
                       EXPECT_EQ(Shown(debtor.display_name), kErasedText);
                       const auto journal =
                           ValueOf(unit.debts().Journal(person_.debtor.id, person_.debt.id));
                       EXPECT_EQ(Shown(journal.front().reason), kErasedText);
                     }),
              IsOk());
}

TEST_P(ErasureContract, TellsNobodyTheAnswersAgain) {
  ASSERT_THAT(Erase(), IsOk());
  EXPECT_THAT(world().given_answers().Find(kTenant, person_.answer.key),
              IsRefused(Reason::kRequestIdReused));
}

TEST_P(ErasureContract, IsAnsweredAgainWhenItsAnswerIsEmpty) {
  StoredAnswer empty = person_.answer;
  empty.key.request_id = NumberedId<RequestId>(3);
  empty.bytes.clear();
  ASSERT_THAT(Record(person_.debtor.id,
                     [&](UnitOfWork& unit) {
                       unit.debtors().EraseTexts(person_.debtor.id);
                       unit.answers().Remember(empty);
                     }),
              IsOk());
  const auto found = world().given_answers().Find(kTenant, empty.key);
  ASSERT_THAT(found, IsOk());
  EXPECT_TRUE(found->has_value());
}

TEST_P(ErasureContract, KeepsNothingThatIsWrittenLater) {
  ASSERT_THAT(Erase(), IsOk());
  const DebtorId id = person_.debtor.id;
  ASSERT_THAT(Record(id,
                     [&](UnitOfWork& unit) {
                       Entry later = AnEntry(2);
                       later.reason = Secret("CANARY again");
                       Debt debt = ValueOf(unit.debts().FindLedgersOf(id, "")).front().debt;
                       debt.revision = unit.Head(id).revision + 1;
                       debt.entry_count = 2;
                       unit.debts().Replace(debt);
                       unit.debts().Append(debt, std::vector<Entry>{later});
                     }),
              IsOk());
  const DebtJournal journal = Journal(person_);
  ASSERT_EQ(journal.entries.size(), 2U);
  EXPECT_EQ(Shown(journal.entries.back().reason), kErasedText);
  EXPECT_EQ(journal.entries.back().amount, AnEntry(2).Build().amount);
}

TEST_P(ErasureContract, OfADebtorTwiceIsTheSame) {
  ASSERT_THAT(Erase(), IsOk());
  ASSERT_THAT(Erase(), IsOk());
  EXPECT_THAT(TextsOf(person_), Each(Eq(std::string(kErasedText))));
}

TEST_P(ErasureContract, NeedsTheDebtorsLock) {
  EXPECT_THAT(Record(other_.debtor.id,
                     [&](UnitOfWork& unit) { unit.debtors().EraseTexts(person_.debtor.id); }),
              IsRefused(Reason::kInternal));
}

}  // namespace
}  // namespace parley
