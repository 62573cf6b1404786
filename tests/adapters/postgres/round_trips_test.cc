// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "absl/strings/str_cat.h"
#include "application/ports/contact_record.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/postgres/fault_proxy.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley {
namespace {

// Counts at a proxy how often the application waits for the database, when everything it needs is
// prepared.
class RoundTrips : public PostgresFixture {
 public:
  // Sessions end before the proxy that they pass through.
  void TearDown() override { world_.reset(); }

  void SetUp() override {
    PostgresFixture::SetUp();
    if (IsSkipped()) return;
    proxy_.emplace(database_->AppAddress());
    postgres::PoolSettings settings = database_->PoolOf(1);
    absl::StrAppend(&settings.connection.address, " host=", proxy_->host(), " port=5432");
    Connect(settings);
    ASSERT_THAT(world_->store.Run(tenant_, std::array{kDesk, debtor_},
                                  [](UnitOfWork& unit) {
                                    unit.creditors().Add(ACreditor());
                                    unit.debtors().Add(ADebtor());
                                    unit.debts().Add(ADebt().With(&Debt::revision, 1));
                                    return absl::OkStatus();
                                  }),
                IsOk());
  }

  // What posting an entry asks of the store.
  void Post() {
    const absl::Status posted =
        world_->store.Run(tenant_, std::array{debtor_}, [&](UnitOfWork& unit) -> absl::Status {
          const LedgerProbe probe{debtor_, debt_, {absl::StrCat("ENTRY-", number_)}};
          auto ledgers = unit.debts().FindLedgers(std::array{probe});
          if (!ledgers.ok()) return ledgers.status();
          Debt debt = ledgers->front().debt;
          debt.revision = unit.Head(debtor_).revision + 1;
          const std::vector<Entry> entries = {AnEntry(number_)};
          unit.debts().Replace(debt);
          unit.debts().Append(debt, entries);
          unit.outbox().Append(AnEvent(number_));
          AuditRow row;
          row.debtor = debtor_;
          row.number = unit.Head(debtor_).audit.number + 1;
          row.time = TestNow();
          row.actor = "actor";
          row.action = "method";
          unit.audit().Append(row);
          const RequestKey key{"actor", "method",
                               NumberedId<RequestId>(static_cast<std::uint64_t>(number_))};
          unit.answers().Remember({key, debtor_, {}, "answer", TestNow()});
          return absl::OkStatus();
        });
    ASSERT_THAT(posted, IsOk());
    ++number_;
  }

  const DebtorId debtor_ = NumberedId<DebtorId>(1);
  const DebtId debt_ = NumberedId<DebtId>(1);
  int number_ = 1;
  std::optional<FaultProxy> proxy_;
};

TEST_F(RoundTrips, AreThreeForPostingAnEntry) {
  Post();
  proxy_->TakeRoundTrips();
  for (int turn = 0; turn < 5; ++turn) {
    Post();
    EXPECT_EQ(proxy_->TakeRoundTrips(), 3);
  }
}

TEST_F(RoundTrips, AreOneForReadingADebtAndTwoForAnotherTenant) {
  const auto read = [&](TenantId tenant) {
    return world_->portfolio.GetDebt(tenant, debtor_, debt_);
  };
  const TenantId other = NumberedId<TenantId>(2);
  EXPECT_THAT(read(tenant_), IsOk());
  EXPECT_FALSE(read(other).ok());
  EXPECT_THAT(read(tenant_), IsOk());
  proxy_->TakeRoundTrips();

  EXPECT_THAT(read(tenant_), IsOk());
  EXPECT_EQ(proxy_->TakeRoundTrips(), 1);
  EXPECT_FALSE(read(other).ok());
  EXPECT_EQ(proxy_->TakeRoundTrips(), 2);
  EXPECT_THAT(read(tenant_), IsOk());
  EXPECT_EQ(proxy_->TakeRoundTrips(), 2);
}

TEST_F(RoundTrips, IsOneForReadingADebtWithItsJournal) {
  Post();
  const auto read = [&] { return world_->portfolio.GetJournal(tenant_, debtor_, debt_); };
  EXPECT_THAT(read(), IsOk());
  proxy_->TakeRoundTrips();
  EXPECT_THAT(read(), IsOk());
  EXPECT_EQ(proxy_->TakeRoundTrips(), 1);
}

TEST_F(RoundTrips, IsOneForReadingThePersonsRecord) {
  const auto read = [&] { return world_->directory.GetRecord(tenant_, debtor_); };
  EXPECT_THAT(read(), IsOk());
  proxy_->TakeRoundTrips();
  EXPECT_THAT(read(), IsOk());
  EXPECT_EQ(proxy_->TakeRoundTrips(), 1);
}

TEST_F(RoundTrips, IsOneForReadingWhatBearsOnContacts) {
  const ContactMoment moment{TestNow(), {TestNow(), TestNow()}};
  const std::array debtors = {debtor_};
  const auto read = [&] { return world_->contact_log.RecordsOf(tenant_, debtors, moment); };
  EXPECT_THAT(read(), IsOk());
  proxy_->TakeRoundTrips();
  EXPECT_THAT(read(), IsOk());
  EXPECT_EQ(proxy_->TakeRoundTrips(), 1);
}

TEST_F(RoundTrips, DoNotGrowWithTheBatch) {
  const auto add = [&](int first) {
    std::vector<DebtorId> ids;
    for (int number = first; number < first + 200; ++number) {
      ids.push_back(NumberedId<DebtorId>(static_cast<std::uint64_t>(number)));
    }
    const absl::Status added = world_->store.Run(tenant_, ids, [&](UnitOfWork& unit) {
      for (int number = first; number < first + 200; ++number) {
        unit.debtors().Add(ADebtor(number));
        unit.debts().Add(
            ADebt(number)
                .With(&Debt::debtor, NumberedId<DebtorId>(static_cast<std::uint64_t>(number)))
                .With(&Debt::revision, 1));
      }
      return absl::OkStatus();
    });
    EXPECT_THAT(added, IsOk());
  };
  add(1000);
  proxy_->TakeRoundTrips();
  add(2000);
  EXPECT_EQ(proxy_->TakeRoundTrips(), 2);
}

}  // namespace
}  // namespace parley
