// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/contract.h"

#include <array>
#include <latch>
#include <ostream>
#include <thread>

#include "tests/support/domain/status_matchers.h"

namespace parley {

std::ostream& operator<<(std::ostream& out, const StoreUnderTest& store) {
  return out << store.name;
}

void StoreContract::SetUp() {
  if (!GetParam().absence.empty()) GTEST_SKIP() << GetParam().absence;
  harness_ = GetParam().make();
  world().CreateTenant(kTenant);
}

absl::Status StoreContract::Run(DebtorId debtor, const Work& work) {
  return Run(std::vector{debtor}, work);
}

absl::Status StoreContract::Run(const std::vector<DebtorId>& debtors, const Work& work) {
  return world().store().Run(kTenant, debtors, work);
}

absl::Status StoreContract::Record(DebtorId debtor, const std::function<void(UnitOfWork&)>& work) {
  return Run(debtor, [&](UnitOfWork& unit) {
    work(unit);
    return absl::OkStatus();
  });
}

Creditor StoreContract::Have(Creditor creditor) {
  EXPECT_THAT(Record(kDesk,
                     [&](UnitOfWork& unit) {
                       creditor.revision = unit.Head(kDesk).revision + 1;
                       unit.creditors().Add(creditor);
                     }),
              IsOk());
  return creditor;
}

Debtor StoreContract::Have(Debtor debtor) {
  EXPECT_THAT(Record(debtor.id, [&](UnitOfWork& unit) { unit.debtors().Add(debtor); }), IsOk());
  return debtor;
}

Debt StoreContract::Have(Debt debt, const std::vector<Entry>& entries) {
  EXPECT_THAT(Record(debt.debtor,
                     [&](UnitOfWork& unit) {
                       debt.revision = unit.Head(debt.debtor).revision + 1;
                       debt.entry_count = static_cast<std::int64_t>(entries.size());
                       unit.debts().Add(debt);
                       unit.debts().Append(debt, entries);
                     }),
              IsOk());
  return debt;
}

void StoreContract::HaveParties() {
  Have(ACreditor().Build());
  Have(ADebtor().Build());
}

DebtorHead StoreContract::HeadOf(DebtorId debtor) {
  DebtorHead head;
  EXPECT_THAT(Record(debtor, [&](UnitOfWork& unit) { head = unit.Head(debtor); }), IsOk());
  return head;
}

ContactRecord StoreContract::ContactRecordOf(DebtorId debtor, absl::Time now,
                                             const HistorySpan& span) {
  const std::array debtors = {debtor};
  const ContactMoment moment{now, span};
  const auto read = ValueOf(world().contact_log().RecordsOf(kTenant, debtors, moment));
  EXPECT_THAT(Run(debtor,
                  [&](UnitOfWork& unit) {
                    EXPECT_EQ(ValueOf(unit.communications().RecordsOf(debtors, moment)), read);
                    return absl::OkStatus();
                  }),
              IsOk());
  return read.front();
}

Trace StoreContract::TraceOf(DebtorId debtor) {
  Trace trace;
  if (const auto found = world().directory().GetDebtor(kTenant, debtor); found.ok()) {
    trace.debtor = {*found};
  }
  DebtFilter filter;
  filter.debtor = debtor;
  trace.debts = ValueOf(world().portfolio().ListDebts(kTenant, filter, {}, 1000));
  for (const Debt& debt : trace.debts) {
    const DebtJournal journal = ValueOf(world().portfolio().GetJournal(kTenant, debtor, debt.id));
    trace.entries.insert(trace.entries.end(), journal.entries.begin(), journal.entries.end());
  }
  trace.creditors = ValueOf(world().directory().ListCreditors(kTenant, {}, 1000, std::nullopt));
  trace.events = world().Events(kTenant);
  const DebtorHead head = HeadOf(debtor);
  trace.revision = head.revision;
  trace.audit = head.audit;
  return trace;
}

void Together(int count, const std::function<void(int)>& body) {
  std::latch start(count);
  std::vector<std::jthread> threads;
  threads.reserve(static_cast<std::size_t>(count));
  for (int number = 0; number < count; ++number) {
    threads.emplace_back([&, number] {
      start.arrive_and_wait();
      body(number);
    });
  }
}

int CountWinners(const std::vector<absl::Status>& statuses, Reason reason) {
  int winners = 0;
  for (const absl::Status& status : statuses) {
    if (status.ok()) {
      ++winners;
    } else {
      EXPECT_THAT(status, IsRefused(reason));
    }
  }
  return winners;
}

}  // namespace parley
