// SPDX-License-Identifier: Apache-2.0
// Store::Run: one writer a debtor, and no waiting between different ones.
#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "tests/contract/contract.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::SizeIs;

constexpr int kWriters = 20;
// Long enough for the slowest machine; it is waited for only when something is wrong.
constexpr std::chrono::seconds kPatience(20);

std::uint64_t Unsigned(int number) { return static_cast<std::uint64_t>(number); }

class ConcurrencyContract : public StoreContract {
 protected:
  // Posts one entry on top of whatever the journal holds.
  static absl::Status PostNext(UnitOfWork& unit, DebtorId debtor, DebtId id, int writer) {
    const std::vector<LedgerProbe> probes = {{debtor, id, {}}};
    absl::StatusOr<std::vector<LedgerHead>> ledgers = unit.debts().FindLedgers(probes);
    if (!ledgers.ok()) return ledgers.status();
    Debt debt = ledgers->front().debt;
    debt.revision = unit.Head(debtor).revision + 1;
    ++debt.entry_count;
    const std::vector<Entry> entries = {
        AnEntry(1000 + writer).With(&Entry::number, debt.entry_count)};
    unit.debts().Replace(debt);
    unit.debts().Append(debt, entries);
    return absl::OkStatus();
  }

  // What each of twenty writers was told.
  static std::vector<absl::Status> Race(const std::function<absl::Status(int)>& write) {
    std::vector<absl::Status> statuses(kWriters);
    Together(kWriters, [&](int writer) { statuses.at(Unsigned(writer)) = write(writer); });
    return statuses;
  }

  // Runs something beside this thread; true when it is done in time. If not, it is waited for when
  // the test is over and has given back its locks.
  bool IsDoneBeside(std::function<void()> body) {
    beside_.push_back(std::async(std::launch::async, std::move(body)));
    return beside_.back().wait_for(kPatience) == std::future_status::ready;
  }

  // Writes one event about each debtor, who are locked in the order in which they are given.
  absl::Status TellAll(const std::vector<DebtorId>& debtors, int first_event) {
    return Run(debtors, [&](UnitOfWork& unit) {
      int event = first_event;
      for (const DebtorId& id : debtors) {
        unit.outbox().Append(AnEvent(event++).With(&Event::debtor, id));
      }
      return absl::OkStatus();
    });
  }

 private:
  std::vector<std::future<void>> beside_;
};
PARLEY_OVER_EVERY_STORE(ConcurrencyContract);

TEST_P(ConcurrencyContract, TwentyWritersOfOneDebtTakeTurns) {
  HaveParties();
  const Debt debt = Have(ADebt().Build());
  const std::vector<absl::Status> statuses = Race([&](int writer) {
    return Run(kDebtor, [&](UnitOfWork& unit) { return PostNext(unit, kDebtor, debt.id, writer); });
  });
  EXPECT_THAT(statuses, testing::Each(IsOk()));
  const absl::StatusOr<DebtJournal> journal =
      world().portfolio().GetJournal(kTenant, kDebtor, debt.id);
  ASSERT_THAT(journal, IsOk());
  EXPECT_EQ(journal->debt.entry_count, kWriters);
  EXPECT_EQ(HeadOf(kDebtor).revision, debt.revision + kWriters);
  ASSERT_THAT(journal->entries, SizeIs(kWriters));
  for (std::size_t at = 0; at < journal->entries.size(); ++at) {
    EXPECT_EQ(journal->entries[at].number, static_cast<std::int64_t>(at) + 1);
  }
}

TEST_P(ConcurrencyContract, OfTwentyWhoAddOneDebtorOneWins) {
  const auto statuses = Race([&](int) {
    return Record(kDebtor, [](UnitOfWork& unit) { unit.debtors().Add(ADebtor()); });
  });
  EXPECT_EQ(CountWinners(statuses, Reason::kDebtorAlreadyExists), 1);
}

TEST_P(ConcurrencyContract, OfTwentyDebtorsWithOneReferenceOneWins) {
  const auto statuses = Race([&](int writer) {
    const Debtor debtor =
        ADebtor(writer + 1).With(&Debtor::external_refs, std::vector<std::string>{"WANTED"});
    return Record(debtor.id, [&](UnitOfWork& unit) { unit.debtors().Add(debtor); });
  });
  EXPECT_EQ(CountWinners(statuses, Reason::kDebtorAlreadyExists), 1);
  EXPECT_THAT(world().directory().ListDebtors(kTenant, {}, 100), IsOkAnd(SizeIs(1)));
}

TEST_P(ConcurrencyContract, OfTwentyPlacementsOfOneReferenceOneWins) {
  Have(ACreditor().Build());
  for (int number = 1; number <= kWriters; ++number) Have(ADebtor(number).Build());
  const auto statuses = Race([&](int writer) {
    const Debt debt = ADebt(writer + 1)
                          .With(&Debt::debtor, NumberedId<DebtorId>(Unsigned(writer + 1)))
                          .With(&Debt::external_ref, "WANTED")
                          .With(&Debt::revision, 2);
    return Record(debt.debtor, [&](UnitOfWork& unit) { unit.debts().Add(debt); });
  });
  EXPECT_EQ(CountWinners(statuses, Reason::kDebtAlreadyPlaced), 1);
  EXPECT_THAT(world().portfolio().ListDebts(kTenant, {}, {}, 100), IsOkAnd(SizeIs(1)));
}

TEST_P(ConcurrencyContract, OfTwentyAnswersToOneRequestOneWins) {
  for (int number = 1; number <= kWriters; ++number) Have(ADebtor(number).Build());
  const auto statuses = Race([&](int writer) {
    const auto debtor = NumberedId<DebtorId>(Unsigned(writer + 1));
    return Record(debtor, [&](UnitOfWork& unit) {
      unit.outbox().Append(AnEvent(writer + 1).With(&Event::debtor, debtor));
      unit.answers().Remember({{"agent-1", "Method", NumberedId<RequestId>(1)},
                               debtor,
                               NumberedFingerprint(1),
                               "bytes",
                               TestNow()});
    });
  });
  EXPECT_EQ(CountWinners(statuses, Reason::kRequestIdReused), 1);
  EXPECT_THAT(world().Events(kTenant), SizeIs(1));
}

TEST_P(ConcurrencyContract, DifferentDebtorsDoNotWaitForEachOther) {
  HaveParties();
  const DebtorId other = Have(ADebtor(2).Build()).id;
  const absl::Status outer = Run(kDebtor, [&](UnitOfWork& unit) {
    unit.outbox().Append(AnEvent(1));
    EXPECT_TRUE(IsDoneBeside([&] { EXPECT_THAT(TellAll({other}, 2), IsOk()); }));
    EXPECT_THAT(world().Events(kTenant), SizeIs(1));
    return absl::OkStatus();
  });
  EXPECT_THAT(outer, IsOk());
}

TEST_P(ConcurrencyContract, TheDeskDoesNotWaitForADebtor) {
  HaveParties();
  const absl::Status outer = Run(kDebtor, [&](UnitOfWork& unit) {
    unit.outbox().Append(AnEvent(1));
    EXPECT_TRUE(IsDoneBeside([&] { Have(ACreditor(2).Build()); }));
    return absl::OkStatus();
  });
  EXPECT_THAT(outer, IsOk());
}

TEST_P(ConcurrencyContract, ReadersDoNotWaitForAWriter) {
  HaveParties();
  const absl::Status outer = Run(kDebtor, [&](UnitOfWork& unit) {
    unit.outbox().Append(AnEvent(1));
    EXPECT_TRUE(IsDoneBeside(
        [&] { EXPECT_THAT(world().directory().GetDebtor(kTenant, kDebtor), IsOk()); }));
    return absl::OkStatus();
  });
  EXPECT_THAT(outer, IsOk());
}

TEST_P(ConcurrencyContract, ASecondWriterOfADebtorWaitsAndSeesTheFirst) {
  HaveParties();
  std::atomic<bool> entered = false;
  const auto enter = [&](UnitOfWork& unit) {
    entered = true;
    EXPECT_EQ(unit.Head(kDebtor).revision, 2);
  };
  std::jthread second;
  const absl::Status first = Run(kDebtor, [&](UnitOfWork& unit) {
    unit.outbox().Append(AnEvent(1));
    second = std::jthread([&] { EXPECT_THAT(Record(kDebtor, enter), IsOk()); });
    // Time enough to come in, if it could.
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_FALSE(entered);
    return absl::OkStatus();
  });
  EXPECT_THAT(first, IsOk());
  second.join();
  EXPECT_TRUE(entered);
}

TEST_P(ConcurrencyContract, ALockIsGivenBackByWorkThatFails) {
  HaveParties();
  EXPECT_THAT(Run(kDebtor, [](UnitOfWork&) { return Refuse(Reason::kEtagStale); }),
              IsRefused(Reason::kEtagStale));
  EXPECT_TRUE(IsDoneBeside([&] { HeadOf(kDebtor); }));
}

TEST_P(ConcurrencyContract, BatchesInAnyOrderDoNotWaitInACircle) {
  HaveParties();
  std::vector<DebtorId> upwards = {kDebtor};
  for (int number = 2; number <= 4; ++number) upwards.push_back(Have(ADebtor(number).Build()).id);
  const std::vector<DebtorId> downwards(upwards.rbegin(), upwards.rend());
  Together(4, [&](int thread) {
    for (int round = 0; round < 10; ++round) {
      const int first_event = 1 + thread * 1000 + round * 10;
      EXPECT_THAT(TellAll(thread % 2 == 0 ? upwards : downwards, first_event), IsOk());
    }
  });
  for (const DebtorId& id : upwards) EXPECT_EQ(HeadOf(id).revision, 41);
}

}  // namespace
}  // namespace parley
