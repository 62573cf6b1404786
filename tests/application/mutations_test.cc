// SPDX-License-Identifier: Apache-2.0
#include "application/mutations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/audit/verification.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class MutationsTest : public ::testing::Test {
 public:
  // Posts a payment of 10.00 under this reference; the answer's bytes are the debt's revision.
  absl::StatusOr<Answer> Pay(const Call& call, const std::string& external_ref) {
    const PostEntries::Command command{
        debt.debtor, debt.id, std::nullopt, {APayment(external_ref, 1000)}};
    return world.app.post_entries.Handle(call, command, [](const PostEntries::Result& result) {
      return std::to_string(result.debt.revision);
    });
  }

  World world;
  Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 100'000);
};

TEST_F(MutationsTest, AnswersTheSameRequestWithTheSameBytesAndOneEffect) {
  const Call call = world.ACall();
  const auto first = Pay(call, "P-1");
  ASSERT_THAT(world.Post(debt, APayment("P-2", 500)), IsOk());
  const auto again = Pay(call, "P-1");
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->bytes, first->bytes);
  EXPECT_TRUE(again->replayed);
  EXPECT_FALSE(first->replayed);
  EXPECT_EQ(world.Reload(debt).position.owed[Bucket::kPrincipal], 98'500);
}

TEST_F(MutationsTest, RefusesARequestIdThatCarriedAnotherRequest) {
  Call call = world.ACall();
  ASSERT_THAT(Pay(call, "P-1"), IsOk());
  call.request = world.fingerprints.Of("another request");
  EXPECT_THAT(Pay(call, "P-2"), IsRefused(Reason::kRequestIdReused));
  EXPECT_THAT(world.Journal(debt), SizeIs(2));
}

TEST_F(MutationsTest, KeepsRequestIdsOfPrincipalsAndMethodsApart) {
  Call call = world.ACall();
  ASSERT_THAT(Pay(call, "P-1"), IsOk());
  call.principal = "somebody else";
  ASSERT_THAT(Pay(call, "P-2"), IsOk());
  call.method = "test/Other";
  ASSERT_THAT(Pay(call, "P-3"), IsOk());
  EXPECT_THAT(world.Journal(debt), SizeIs(4));
}

TEST_F(MutationsTest, LetsARefusedRequestBeSentAgain) {
  const Call call = world.ACall();
  Debt unknown = debt;
  unknown.id = NumberedId<DebtId>(99);
  const PostEntries::Command command{
      debt.debtor, unknown.id, std::nullopt, {APayment("P-1", 1000)}};
  Kept<PostEntries::Result> kept;
  ASSERT_THAT(world.app.post_entries.Handle(call, command, kept), IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(Pay(call, "P-1"), IsOk());
}

TEST_F(MutationsTest, PrefersTheStoredAnswerToARefusal) {
  const Entry payment = world.Post(debt, APayment("P-1", 1000))->entries.front();
  const Call call = world.ACall();
  const ReverseEntry::Command command{debt.debtor, debt.id, payment.id, "", {}, {}, {}};
  Kept<ReverseEntry::Result> kept;
  ASSERT_THAT(world.app.reverse_entry.Handle(call, command, kept), IsOk());
  // By itself a second reversal is refused; as the same request it is answered again.
  EXPECT_THAT(world.app.reverse_entry.Handle(call, command, kept), IsOk());
  EXPECT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, kept),
              IsRefused(Reason::kEntryAlreadyReversed));
}

TEST_F(MutationsTest, WritesOneAuditRowForEachMutation) {
  const auto rows_of = [&] {
    AuditReport report;
    EXPECT_THAT(VerifyChains(world.audit_records, world.tenant, world.seal, report), IsOk());
    return report.rows;
  };
  const std::int64_t before = rows_of();
  ASSERT_THAT(Pay(world.ACall(), "P-1"), IsOk());
  EXPECT_EQ(rows_of(), before + 1);
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(MutationsTest, LeavesNoTraceOfARehearsal) {
  Call call = world.ACall();
  call.validate_only = true;
  const auto rehearsed = Pay(call, "P-1");
  ASSERT_THAT(rehearsed, IsOk());
  EXPECT_FALSE(rehearsed->bytes.empty());
  EXPECT_EQ(world.Reload(debt), debt);
  EXPECT_THAT(world.Journal(debt), SizeIs(1));
  call.validate_only = false;
  const auto real = Pay(call, "P-1");
  ASSERT_THAT(real, IsOk());
  EXPECT_FALSE(real->replayed);
}

TEST_F(MutationsTest, RaisesTheDebtorsRevisionByOneAtEachMutation) {
  const auto revision = [&] {
    return world.directory.GetDebtor(world.tenant, debt.debtor)->revision;
  };
  const std::int64_t before = revision();
  ASSERT_THAT(Pay(world.ACall(), "P-1"), IsOk());
  EXPECT_EQ(revision(), before + 1);
  EXPECT_EQ(world.Reload(debt).revision, before + 1);
  // A repeat by reference changes nothing.
  ASSERT_THAT(Pay(world.ACall(), "P-1"), IsOk());
  EXPECT_EQ(revision(), before + 1);
}

}  // namespace
}  // namespace parley
