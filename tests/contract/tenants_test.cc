// SPDX-License-Identifier: Apache-2.0
// Tenants never see or touch anything of each other's.
#include "tests/contract/contract.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;

constexpr auto kOther = NumberedId<TenantId>(2);
constexpr auto kUnknown = NumberedId<TenantId>(3);

// One tenant with a full world; the tests look at it, and write at it, as another tenant.
class TenantsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (IsSkipped()) return;
    world().CreateTenant(kOther);
    HaveParties();
    debt_ = Have(ADebt().Build(), {AnOpening(), AnEntry(2)});
    EXPECT_THAT(Record(kDebtor, RecordAround), IsOk());
  }

  // What a transaction writes beside records.
  static void RecordAround(UnitOfWork& unit) {
    unit.outbox().Append(AnEvent());
    unit.answers().Remember(Answer());
    AuditRow row;
    row.debtor = NumberedId<DebtorId>(1);
    row.number = unit.Head(row.debtor).audit.number + 1;
    row.time = TestNow();
    row.actor = "agent-1";
    row.action = "Method";
    row.mac = NumberedFingerprint(3);
    unit.audit().Append(row);
  }
  static StoredAnswer Answer() {
    return {{"agent-1", "Method", NumberedId<RequestId>(1)},
            NumberedId<DebtorId>(1),
            NumberedFingerprint(1),
            "bytes",
            TestNow()};
  }

  // Runs as a tenant, under debtor 1's lock and the desk's.
  absl::Status RunAs(TenantId tenant, const std::function<void(UnitOfWork&)>& work) {
    const std::vector<DebtorId> debtors = {kDebtor, kDesk};
    return world().store().Run(tenant, debtors, [&](UnitOfWork& unit) {
      work(unit);
      return absl::OkStatus();
    });
  }

  // Every read port, asked for what the first tenant has.
  void ExpectToSeeNothing(TenantId tenant) {
    Directory& directory = world().directory();
    const std::vector<std::string> refs = {"DEBTOR-1"};
    EXPECT_THAT(directory.GetDebtor(tenant, kDebtor), IsRefused(Reason::kDebtorNotFound));
    EXPECT_THAT(directory.ListDebtors(tenant, {}, 10), IsOkAnd(IsEmpty()));
    EXPECT_THAT(directory.FindDebtors(tenant, refs), IsOkAnd(IsEmpty()));
    EXPECT_THAT(directory.GetCreditor(tenant, kCreditor), IsRefused(Reason::kCreditorNotFound));
    EXPECT_THAT(directory.ListCreditors(tenant, {}, 10, std::nullopt), IsOkAnd(IsEmpty()));
    EXPECT_THAT(directory.ListCreditors(tenant, {}, 10, "CREDITOR-1"), IsOkAnd(IsEmpty()));
    ExpectToSeeNoDebt(tenant);
    EXPECT_THAT(world().given_answers().Find(tenant, Answer().key), IsOkAnd(Eq(std::nullopt)));
    EXPECT_THAT(world().given_answers().Prune(tenant, absl::InfiniteFuture(), 10), IsOkAnd(0));
    EXPECT_THAT(world().audit_records().ChainsAfter(tenant, {}, 10), IsOkAnd(IsEmpty()));
    EXPECT_EQ(ValueOf(world().audit_records().DigestNow(tenant)).chains, 0);
    EXPECT_THAT(world().Events(tenant), IsEmpty());
  }
  void ExpectToSeeNoDebt(TenantId tenant) {
    Portfolio& portfolio = world().portfolio();
    const std::vector<DebtReference> refs = {{kCreditor, "DEBT-1"}, {std::nullopt, "DEBT-1"}};
    EXPECT_THAT(portfolio.GetDebt(tenant, kDebtor, debt_.id), IsRefused(Reason::kDebtNotFound));
    EXPECT_THAT(portfolio.GetJournal(tenant, kDebtor, debt_.id), IsRefused(Reason::kDebtNotFound));
    EXPECT_THAT(portfolio.ListDebts(tenant, {}, {}, 10), IsOkAnd(IsEmpty()));
    EXPECT_THAT(portfolio.FindDebts(tenant, refs), IsOkAnd(IsEmpty()));
  }
  void ExpectAUnitOfWorkToSeeNothing(TenantId tenant) {
    const absl::Status done = RunAs(tenant, [&](UnitOfWork& unit) {
      const std::vector<LedgerProbe> probes = {{kDebtor, debt_.id, {"ENTRY-2"}}};
      EXPECT_EQ(unit.Head(kDebtor).revision, 0);
      EXPECT_EQ(unit.Head(kDesk).revision, 0);
      EXPECT_EQ(unit.Head(kDebtor).audit, AuditHead{});
      EXPECT_THAT(unit.debtors().Find(kDebtor), IsRefused(Reason::kDebtorNotFound));
      EXPECT_THAT(unit.creditors().Find(kCreditor), IsRefused(Reason::kCreditorNotFound));
      EXPECT_THAT(unit.debts().FindLedgers(probes), IsOkAnd(IsEmpty()));
      EXPECT_THAT(unit.debts().Journal(kDebtor, debt_.id), IsOkAnd(IsEmpty()));
    });
    EXPECT_THAT(done, IsOk());
  }

  // The first tenant's only debt.
  const Debt& debt() const { return debt_; }

 private:
  Debt debt_ = ADebt();
};
PARLEY_OVER_EVERY_STORE(TenantsContract);

TEST_P(TenantsContract, SeeNothingOfEachOther) {
  ExpectToSeeNothing(kOther);
  ExpectAUnitOfWorkToSeeNothing(kOther);
}

TEST_P(TenantsContract, SeeNothingBeforeTheyAreCreated) { ExpectToSeeNothing(kUnknown); }

TEST_P(TenantsContract, WriteNothingBeforeTheyAreCreated) {
  const std::vector<std::function<void(UnitOfWork&)>> attempts = {
      [](UnitOfWork& unit) { unit.debtors().Add(ADebtor()); },
      [](UnitOfWork& unit) { unit.creditors().Add(ACreditor()); },
      [](UnitOfWork& unit) { unit.debts().Replace(ADebt().With(&Debt::revision, 100)); },
      [](UnitOfWork& unit) { unit.answers().Remember(Answer()); },
      RecordAround,
  };
  for (const auto& attempt : attempts) {
    EXPECT_THAT(RunAs(kUnknown, attempt), IsRefused(Reason::kAccessDenied));
  }
  ExpectToSeeNothing(kUnknown);
}

TEST_P(TenantsContract, MayUseTheSameIdsAndReferences) {
  const Trace before = TraceOf(kDebtor);
  Debt same = debt();
  same.revision = 1;
  same.entry_count = 1;
  const std::vector<Entry> entries = {AnOpening(7)};
  ASSERT_THAT(RunAs(kOther,
                    [&](UnitOfWork& unit) {
                      unit.creditors().Add(ACreditor());
                      unit.debtors().Add(ADebtor());
                      unit.debts().Add(same);
                      unit.debts().Append(same, entries);
                      RecordAround(unit);
                    }),
              IsOk());
  EXPECT_TRUE(TraceOf(kDebtor) == before);
  EXPECT_THAT(world().portfolio().ListDebts(kOther, {}, {}, 10), IsOkAnd(ElementsAre(same)));
  EXPECT_THAT(world().Events(kOther), ElementsAre(KeptEvent{AnEvent(), 1}));
}

TEST_P(TenantsContract, CannotReplaceWhatIsAnothers) {
  const Trace before = TraceOf(kDebtor);
  const std::vector<std::function<void(UnitOfWork&)>> attempts = {
      [](UnitOfWork& unit) {
        unit.debtors().Replace(ADebtor().With(&Debtor::record_revision, 100));
      },
      [](UnitOfWork& unit) { unit.debts().Replace(ADebt().With(&Debt::revision, 100)); },
      [](UnitOfWork& unit) { unit.creditors().Replace(ACreditor().With(&Creditor::revision, 9)); },
  };
  for (const auto& attempt : attempts) {
    EXPECT_THAT(RunAs(kOther, attempt), IsRefused(Reason::kWriteConflict));
  }
  EXPECT_TRUE(TraceOf(kDebtor) == before);
}

TEST_P(TenantsContract, CannotAddToWhatIsAnothers) {
  const Trace before = TraceOf(kDebtor);
  const std::vector<Entry> entries = {AnEntry(3)};
  EXPECT_FALSE(RunAs(kOther, [&](UnitOfWork& unit) { unit.debts().Append(debt(), entries); }).ok());
  EXPECT_FALSE(RunAs(kOther, RecordAround).ok());
  EXPECT_FALSE(RunAs(kOther, [&](UnitOfWork& unit) {
                 unit.debts().Add(ADebt(2).With(&Debt::revision, 1));
               }).ok());
  EXPECT_TRUE(TraceOf(kDebtor) == before);
  ExpectToSeeNothing(kOther);
}

TEST_P(TenantsContract, PruneOnlyTheirOwnAnswers) {
  EXPECT_THAT(world().given_answers().Prune(kOther, TestNow() + absl::Hours(1), 10), IsOkAnd(0));
  EXPECT_TRUE(ValueOf(world().given_answers().Find(kTenant, Answer().key)).has_value());
}

TEST_P(TenantsContract, StayWhatTheyAreWhenTheyAreCreatedAgain) {
  const Trace before = TraceOf(kDebtor);
  world().CreateTenant(kTenant);
  EXPECT_TRUE(TraceOf(kDebtor) == before);
}

TEST_P(TenantsContract, TakeTurnsAtTheStoreWithoutATrace) {
  // What one tenant's transaction leaves on a connection must not serve the next.
  for (int round = 0; round < 5; ++round) {
    EXPECT_THAT(world().directory().GetDebtor(kTenant, kDebtor), IsOk());
    ExpectToSeeNoDebt(kOther);
    ExpectAUnitOfWorkToSeeNothing(kOther);
    EXPECT_THAT(world().portfolio().GetDebt(kTenant, kDebtor, debt().id), IsOkAnd(Eq(debt())));
  }
}

}  // namespace
}  // namespace parley
