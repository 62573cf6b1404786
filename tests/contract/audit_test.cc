// SPDX-License-Identifier: Apache-2.0
// The audit chains, and what their verifier reads.
#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

AuditHead HeadAfter(const AuditRow& row) { return {row.number, row.mac}; }

class AuditContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  // Row `number` of a debtor's chain; rows differ in their mac.
  static AuditRow ARow(DebtorId debtor, std::int64_t number) {
    return {.debtor = debtor,
            .number = number,
            .time = TestNow() + absl::Microseconds(number),
            .actor = "agent-1",
            .action = "parley.v1.DebtorService/GetDebtor",
            .request_id = NumberedId<RequestId>(7),
            .revision = 1,
            .content = NumberedFingerprint(0xFF),
            .mac = NumberedFingerprint(
                static_cast<std::uint8_t>(number * 16 + debtor.uuid().bytes().back()))};
  }
  absl::Status Append(const std::vector<AuditRow>& rows) {
    return Record(rows.front().debtor, [&](UnitOfWork& unit) {
      for (const AuditRow& row : rows) unit.audit().Append(row);
    });
  }
  // Gives a debtor a chain of so many rows.
  void HaveChain(DebtorId debtor, std::int64_t length) {
    for (std::int64_t number = 1; number <= length; ++number) {
      EXPECT_THAT(Append({ARow(debtor, number)}), IsOk());
    }
  }
  std::vector<AuditChain> Chains(const std::optional<DebtorId>& after, int most) {
    return ValueOf(world().audit_records().ChainsAfter(kTenant, after, most));
  }
  AuditDigest DigestNow() { return ValueOf(world().audit_records().DigestNow(kTenant)); }
  AuditDigest DigestAt(const AuditDigest& earlier) {
    return ValueOf(world().audit_records().DigestAt(kTenant, earlier.position));
  }
  void ExpectStill(const AuditDigest& earlier) {
    const AuditDigest now = DigestAt(earlier);
    EXPECT_EQ(now.digest, earlier.digest);
    EXPECT_EQ(now.chains, earlier.chains);
  }
};
PARLEY_OVER_EVERY_STORE(AuditContract);

TEST_P(AuditContract, RowsComeBackEqualInTheOrderOfTheirNumbers) {
  AuditRow bare = ARow(kDebtor, 1);
  bare.request_id = {};
  bare.content = {};
  AuditRow difficult = ARow(kDebtor, 2);
  difficult.actor = "O'Brien \"例\" {1} \\";
  ASSERT_THAT(Append({bare}), IsOk());
  ASSERT_THAT(Append({difficult, ARow(kDebtor, 3)}), IsOk());
  const std::vector<AuditChain> chains = Chains({}, 10);
  ASSERT_EQ(chains.size(), 1);
  EXPECT_EQ(chains[0].debtor, kDebtor);
  EXPECT_EQ(chains[0].head, HeadAfter(ARow(kDebtor, 3)));
  EXPECT_THAT(chains[0].rows, ElementsAre(bare, difficult, ARow(kDebtor, 3)));
}

TEST_P(AuditContract, TheHeadContinues) {
  EXPECT_EQ(HeadOf(kDebtor).audit, AuditHead{});
  ASSERT_THAT(Append({ARow(kDebtor, 1)}), IsOk());
  EXPECT_EQ(HeadOf(kDebtor).audit, HeadAfter(ARow(kDebtor, 1)));
  ASSERT_THAT(Append({ARow(kDebtor, 2), ARow(kDebtor, 3)}), IsOk());
  EXPECT_EQ(HeadOf(kDebtor).audit, HeadAfter(ARow(kDebtor, 3)));
}

TEST_P(AuditContract, AChainBeginsWithItsDebtor) {
  const Debtor debtor = ADebtor(2);
  ASSERT_THAT(Record(debtor.id,
                     [&](UnitOfWork& unit) {
                       unit.debtors().Add(debtor);
                       unit.audit().Append(ARow(debtor.id, 1));
                     }),
              IsOk());
  EXPECT_EQ(HeadOf(debtor.id).audit, HeadAfter(ARow(debtor.id, 1)));
}

TEST_P(AuditContract, ANumberIsTakenOnce) {
  HaveChain(kDebtor, 2);
  const Trace before = TraceOf(kDebtor);
  EXPECT_THAT(Append({ARow(kDebtor, 2)}), IsRefused(Reason::kWriteConflict));
  EXPECT_TRUE(TraceOf(kDebtor) == before);
}

TEST_P(AuditContract, NothingIsKeptOfWorkThatFails) {
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    unit.audit().Append(ARow(kDebtor, 1));
                    return Refuse(Reason::kEtagStale);
                  }),
              IsRefused(Reason::kEtagStale));
  EXPECT_THAT(Chains({}, 10), IsEmpty());
}

TEST_P(AuditContract, ADebtorWithoutRowsHasNoChain) {
  EXPECT_THAT(Chains({}, 10), IsEmpty());
  EXPECT_EQ(DigestNow().chains, 0);
}

TEST_P(AuditContract, ChainsArePagedInTheOrderOfTheirDebtors) {
  HaveChain(kDesk, 1);
  std::vector<DebtorId> expected = {kDesk};
  for (int number = 10; number > 4; --number) {
    HaveChain(Have(ADebtor(number).Build()).id, 1 + number % 3);
  }
  for (std::uint64_t number = 5; number <= 10; ++number) {
    expected.push_back(NumberedId<DebtorId>(number));
  }
  std::vector<DebtorId> seen;
  for (std::vector<AuditChain> page = Chains({}, 1); !page.empty();
       page = Chains(page.back().debtor, 1)) {
    EXPECT_EQ(page.size(), 1);
    for (const AuditChain& chain : page) {
      seen.push_back(chain.debtor);
      ASSERT_FALSE(chain.rows.empty());
      EXPECT_EQ(chain.head, HeadAfter(chain.rows.back()));
      EXPECT_EQ(chain.rows.size(), static_cast<std::size_t>(chain.head.number));
    }
  }
  EXPECT_EQ(seen, expected);
}

TEST_P(AuditContract, EveryTenantIsListed) {
  const auto other = NumberedId<TenantId>(2);
  world().CreateTenant(other);
  EXPECT_THAT(world().audit_records().Tenants(), IsOkAnd(UnorderedElementsAre(kTenant, other)));
}

TEST_P(AuditContract, ADigestCountsTheChainsAndHasAForm) {
  HaveChain(kDesk, 1);
  HaveChain(kDebtor, 3);
  const AuditDigest digest = DigestNow();
  EXPECT_EQ(digest.chains, 2);
  EXPECT_THAT(digest.digest, testing::MatchesRegex("[0-9a-f]{64}"));
  EXPECT_FALSE(digest.position.empty());
}

TEST_P(AuditContract, ADigestIsTheSameUntilARowIsAdded) {
  HaveChain(kDebtor, 1);
  const AuditDigest first = DigestNow();
  EXPECT_EQ(DigestNow().digest, first.digest);
  Have(ADebt().Build());
  EXPECT_EQ(DigestNow().digest, first.digest);
  ASSERT_THAT(Append({ARow(kDebtor, 2)}), IsOk());
  EXPECT_NE(DigestNow().digest, first.digest);
}

TEST_P(AuditContract, AnEarlierDigestHoldsAlthoughRowsWereAdded) {
  std::vector<AuditDigest> digests = {DigestNow()};
  for (std::int64_t number = 1; number <= 3; ++number) {
    for (const DebtorId& debtor : {kDesk, kDebtor}) {
      ASSERT_THAT(Append({ARow(debtor, number)}), IsOk());
      digests.push_back(DigestNow());
    }
  }
  const DebtorId other = Have(ADebtor(2).Build()).id;
  HaveChain(other, 2);
  for (const AuditDigest& digest : digests) ExpectStill(digest);
}

TEST_P(AuditContract, ADigestLeavesOutWhatIsNotCommittedAndHoldsWhenItIs) {
  HaveChain(kDebtor, 1);
  const AuditDigest before = DigestNow();
  AuditDigest during;
  ASSERT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       unit.audit().Append(ARow(kDebtor, 2));
                       during = DigestNow();
                     }),
              IsOk());
  EXPECT_EQ(during.digest, before.digest);
  ExpectStill(during);
}

TEST_P(AuditContract, DigestsHoldWhileOthersWrite) {
  std::vector<DebtorId> debtors = {kDebtor};
  for (int number = 2; number <= 4; ++number) debtors.push_back(Have(ADebtor(number).Build()).id);
  std::vector<AuditDigest> digests;
  Together(5, [&](int thread) {
    if (thread < 4) return HaveChain(debtors.at(static_cast<std::size_t>(thread)), 10);
    for (int taken = 0; taken < 10; ++taken) digests.push_back(DigestNow());
  });
  for (const AuditDigest& digest : digests) ExpectStill(digest);
}

TEST_P(AuditContract, ADigestShowsARowThatWasChangedSince) {
  HaveChain(kDebtor, 2);
  const AuditDigest before = DigestNow();
  if (!world().TamperWithAudit(kTenant, kDebtor, 2)) {
    GTEST_SKIP() << "Nobody can change the records of this store behind its back.";
  }
  EXPECT_NE(DigestAt(before).digest, before.digest);
}

TEST_P(AuditContract, IsUnavailableDuringAnOutage) {
  const AuditDigest before = DigestNow();
  if (!world().SetOutage(true)) GTEST_SKIP() << "This store has no outages.";
  AuditRecords& records = world().audit_records();
  EXPECT_THAT(records.Tenants(), IsRefused(Reason::kStoreUnavailable));
  EXPECT_THAT(records.DigestNow(kTenant), IsRefused(Reason::kStoreUnavailable));
  EXPECT_THAT(records.DigestAt(kTenant, before.position), IsRefused(Reason::kStoreUnavailable));
  EXPECT_THAT(records.ChainsAfter(kTenant, {}, 10), IsRefused(Reason::kStoreUnavailable));
}

}  // namespace
}  // namespace parley
