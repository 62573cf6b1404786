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
  std::vector<absl::Status> Race(const std::function<absl::Status(int)>& write) {
    std::vector<absl::Status> statuses(kWriters);
    Together(kWriters, [&](int writer) { statuses.at(Unsigned(writer)) = write(writer); });
    return statuses;
  }
};
PARLEY_OVER_EVERY_STORE(ConcurrencyContract);

TEST_P(ConcurrencyContract, TwentyWritersOfOneDebtTakeTurns) {
  HaveParties();
  const Debt debt = Have(ADebt().Build());
  const std::vector<absl::Status> statuses = Race([&](int writer) {
    return Run(debtor_, [&](UnitOfWork& unit) { return PostNext(unit, debtor_, debt.id, writer); });
  });
  EXPECT_THAT(statuses, testing::Each(IsOk()));
  const absl::StatusOr<DebtJournal> journal =
      world().portfolio().GetJournal(tenant_, debtor_, debt.id);
  ASSERT_THAT(journal, IsOk());
  EXPECT_EQ(journal->debt.entry_count, kWriters);
  EXPECT_EQ(HeadOf(debtor_).revision, debt.revision + kWriters);
  ASSERT_THAT(journal->entries, SizeIs(kWriters));
  for (std::size_t at = 0; at < journal->entries.size(); ++at) {
    EXPECT_EQ(journal->entries[at].number, static_cast<std::int64_t>(at) + 1);
  }
}

TEST_P(ConcurrencyContract, OfTwentyWhoAddOneDebtorOneWins) {
  const auto statuses = Race([&](int) {
    return Record(debtor_, [](UnitOfWork& unit) { unit.debtors().Add(ADebtor()); });
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
  EXPECT_THAT(world().directory().ListDebtors(tenant_, {}, 100), IsOkAnd(SizeIs(1)));
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
  EXPECT_THAT(world().portfolio().ListDebts(tenant_, {}, {}, 100), IsOkAnd(SizeIs(1)));
}

TEST_P(ConcurrencyContract, OfTwentyAnswersToOneRequestOneWins) {
  for (int number = 1; number <= kWriters; ++number) Have(ADebtor(number).Build());
  const auto statuses = Race([&](int writer) {
    const DebtorId debtor = NumberedId<DebtorId>(Unsigned(writer + 1));
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
  EXPECT_THAT(world().Events(tenant_), SizeIs(1));
}

TEST_P(ConcurrencyContract, DifferentDebtorsDoNotWaitForEachOther) {
  HaveParties();
  Have(ADebtor(2).Build());
  const absl::Status outer = Run(debtor_, [&](UnitOfWork& unit) {
    unit.outbox().Append(AnEvent(1));
    auto other = std::async(std::launch::async, [&] {
      const DebtorId second = NumberedId<DebtorId>(2);
      return Record(second, [&](UnitOfWork& inner) {
        inner.outbox().Append(AnEvent(2).With(&Event::debtor, second));
      });
    });
    EXPECT_EQ(other.wait_for(kPatience), std::future_status::ready);
    EXPECT_THAT(world().Events(tenant_), SizeIs(1));
    return absl::OkStatus();
  });
  EXPECT_THAT(outer, IsOk());
}

TEST_P(ConcurrencyContract, TheDeskDoesNotWaitForADebtor) {
  HaveParties();
  const absl::Status outer = Run(debtor_, [&](UnitOfWork& unit) {
    unit.outbox().Append(AnEvent(1));
    auto other = std::async(std::launch::async, [&] { return Have(ACreditor(2).Build()); });
    EXPECT_EQ(other.wait_for(kPatience), std::future_status::ready);
    return absl::OkStatus();
  });
  EXPECT_THAT(outer, IsOk());
}

TEST_P(ConcurrencyContract, ReadersDoNotWaitForAWriter) {
  HaveParties();
  const absl::Status outer = Run(debtor_, [&](UnitOfWork& unit) {
    unit.outbox().Append(AnEvent(1));
    auto reader = std::async(std::launch::async,
                             [&] { return world().directory().GetDebtor(tenant_, debtor_); });
    EXPECT_EQ(reader.wait_for(kPatience), std::future_status::ready);
    EXPECT_THAT(reader.get(), IsOk());
    return absl::OkStatus();
  });
  EXPECT_THAT(outer, IsOk());
}

TEST_P(ConcurrencyContract, ASecondWriterOfADebtorWaitsAndSeesTheFirst) {
  HaveParties();
  std::atomic<bool> entered = false;
  std::future<absl::Status> second;
  const absl::Status first = Run(debtor_, [&](UnitOfWork& unit) {
    unit.outbox().Append(AnEvent(1));
    second = std::async(std::launch::async, [&] {
      return Record(debtor_, [&](UnitOfWork& inner) {
        entered = true;
        EXPECT_EQ(inner.Head(debtor_).revision, 2);
      });
    });
    // Time enough to come in, if it could.
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_FALSE(entered);
    return absl::OkStatus();
  });
  EXPECT_THAT(first, IsOk());
  EXPECT_THAT(second.get(), IsOk());
  EXPECT_TRUE(entered);
}

TEST_P(ConcurrencyContract, ALockIsGivenBackByWorkThatFails) {
  HaveParties();
  EXPECT_THAT(Run(debtor_, [](UnitOfWork&) { return Refuse(Reason::kEtagStale); }),
              IsRefused(Reason::kEtagStale));
  auto next = std::async(std::launch::async, [&] { return HeadOf(debtor_); });
  EXPECT_EQ(next.wait_for(kPatience), std::future_status::ready);
}

TEST_P(ConcurrencyContract, BatchesInAnyOrderDoNotWaitInACircle) {
  HaveParties();
  for (int number = 2; number <= 4; ++number) Have(ADebtor(number).Build());
  std::vector<DebtorId> upwards;
  for (std::uint64_t number = 1; number <= 4; ++number) {
    upwards.push_back(NumberedId<DebtorId>(number));
  }
  const std::vector<DebtorId> downwards(upwards.rbegin(), upwards.rend());
  Together(4, [&](int number) {
    for (int round = 0; round < 10; ++round) {
      const absl::Status done = Run(number % 2 == 0 ? upwards : downwards, [&](UnitOfWork& unit) {
        for (const DebtorId& id : upwards) {
          unit.outbox().Append(AnEvent(1 + number * 1000 + round * 10 + id.uuid().bytes().back())
                                   .With(&Event::debtor, id));
        }
        return absl::OkStatus();
      });
      EXPECT_THAT(done, IsOk());
    }
  });
  for (const DebtorId& id : upwards) EXPECT_EQ(HeadOf(id).revision, 41);
}

}  // namespace
}  // namespace parley
