// SPDX-License-Identifier: Apache-2.0
// Rulebooks of a tenant: what may be published, and what then is in force.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RulebooksTest : public ::testing::Test {
 public:
  absl::StatusOr<ShelvedRulebook> Publish(const std::string& text, bool rehearsal = false,
                                          const std::string& cases = "") {
    Kept<ShelvedRulebook> kept;
    Call call = world.ACall(text);
    call.principal = "lawyer";
    call.validate_only = rehearsal;
    const auto answer = world.app.publish_rulebook.Handle(call, {text, cases}, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  std::string FaultsOf(const std::string& text) {
    const absl::Status status = Publish(text).status();
    EXPECT_EQ(ReasonOf(status), Reason::kRulebookUnsound) << status;
    return MetadataOf(status)["faults"];
  }
  RulebooksRef At(std::int64_t edition) {
    return ValueOf(world.app.rulebooks.At(world.tenant, edition));
  }
  // The books of an edition beside the standing one, as "ID VERSION from until".
  std::vector<std::string> BooksAt(std::int64_t edition) {
    std::vector<std::string> told;
    for (const Rulebook& book : At(edition)->books().subspan(1)) {
      told.push_back(book.id + " " + book.version + " " + FormatDay(book.effective_from) + " " +
                     (book.effective_until.has_value() ? FormatDay(*book.effective_until) : "-"));
    }
    return told;
  }

  World world;
};

TEST_F(RulebooksTest, AreTheSystemsUntilATenantPublishes) {
  EXPECT_THAT(BooksAt(0), ElementsAre("TEST.HOUSE 1 2020-01-01 -"));
  EXPECT_EQ(At(0), world.policy.compiled());
}

TEST_F(RulebooksTest, ArePublishedOverTheSystemsFromTheirDayOn) {
  const auto published = Publish(ABookText("TEST.HOUSE", "2", "2027-01-01"));
  ASSERT_THAT(published, IsOk());
  EXPECT_EQ(published->published->edition, 1);
  EXPECT_EQ(published->published->actor, "lawyer");
  EXPECT_THAT(BooksAt(1),
              ElementsAre("TEST.HOUSE 1 2020-01-01 2027-01-01", "TEST.HOUSE 2 2027-01-01 -"));
  EXPECT_THAT(BooksAt(0), ElementsAre("TEST.HOUSE 1 2020-01-01 -"));
  EXPECT_EQ(world.database.Events(world.tenant).back().event.type, EventType::kPolicyPublished);
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(RulebooksTest, GiveWayForAWhileOrForEver) {
  ASSERT_THAT(Publish(ABookText("TEST.HOUSE", "summer", "2026-06-01", "2026-09-01")), IsOk());
  EXPECT_THAT(BooksAt(1),
              ElementsAre("TEST.HOUSE 1 2020-01-01 2026-06-01", "TEST.HOUSE 1 2026-09-01 -",
                          "TEST.HOUSE summer 2026-06-01 2026-09-01"));
  ASSERT_THAT(Publish(ABookText("TEST.HOUSE", "new", "2019-01-01")), IsOk());
  EXPECT_THAT(BooksAt(2), ElementsAre("TEST.HOUSE new 2019-01-01 -"));
}

TEST_F(RulebooksTest, AreCompiledOnceAnEdition) {
  ASSERT_THAT(Publish(ABookText("TEST.OWN", "1", "2026-01-01")), IsOk());
  const RulebooksRef first = At(1);
  EXPECT_EQ(At(1), first);
  ASSERT_THAT(Publish(ABookText("TEST.OWN", "2", "2027-01-01")), IsOk());
  EXPECT_NE(At(2), first);
  EXPECT_THAT(BooksAt(1), testing::SizeIs(2));
}

TEST_F(RulebooksTest, BelongToTheirTenant) {
  ASSERT_THAT(Publish(ABookText("TEST.OWN", "1", "2026-01-01")), IsOk());
  const auto other = NumberedId<TenantId>(2);
  world.database.CreateTenant(other);
  EXPECT_EQ(ValueOf(world.app.rulebooks.At(other, 0)), world.policy.compiled());
  EXPECT_THAT(ValueOf(world.app.rulebooks.List(other)), testing::SizeIs(1));
}

TEST_F(RulebooksTest, ArePublishedOnceAVersion) {
  EXPECT_THAT(Publish(ABookText("TEST.HOUSE", "1", "2027-01-01")),
              IsRefused(Reason::kRulebookAlreadyPublished));
  ASSERT_THAT(Publish(ABookText("TEST.OWN", "1", "2026-01-01")), IsOk());
  EXPECT_THAT(Publish(ABookText("TEST.OWN", "1", "2027-01-01")),
              IsRefused(Reason::kRulebookAlreadyPublished));
}

TEST_F(RulebooksTest, AreRefusedWithTheirFaults) {
  EXPECT_THAT(FaultsOf("nonsense"), HasSubstr("1:1:"));
  EXPECT_THAT(FaultsOf(ABookText("TEST.OWN", "1", "2026-01-01", "-", 0)),
              HasSubstr("rules[0].frequency_cap.limit: must be above 0"));
  EXPECT_THAT(FaultsOf(ABookText("TEST/OWN", "1", "2026-01-01")), HasSubstr("id: is not"));
  EXPECT_THAT(ValueOf(world.rulebook_shelf.ListPublished(world.tenant)), IsEmpty());
}

TEST_F(RulebooksTest, AreRefusedWithACompanionThatNobodyHasOrThatLeadsBack) {
  EXPECT_THAT(FaultsOf(ABookText("TEST.A", "1", "2026-01-01") + " TEST.B"),
              HasSubstr("companions[0]: is no rulebook that there is"));
  EXPECT_THAT(FaultsOf(ABookText("TEST.A", "1", "2026-01-01") + " TEST.A"),
              HasSubstr("companions[0]: leads back to this book"));
  ASSERT_THAT(Publish(ABookText("TEST.A", "1", "2026-01-01") + " TEST.HOUSE"), IsOk());
  EXPECT_THAT(FaultsOf(ABookText("TEST.HOUSE", "2", "2026-01-01") + " TEST.A"),
              HasSubstr("companions[0]: leads back to this book"));
}

TEST_F(RulebooksTest, AreRefusedWithDaysThatNoVersionHas) {
  ASSERT_THAT(Publish(ABookText("TEST.OWN", "1", "2026-01-01", "2026-06-01")), IsOk());
  EXPECT_THAT(FaultsOf(ABookText("TEST.OWN", "2", "2026-07-01")), HasSubstr("leave days"));
  EXPECT_THAT(Publish(ABookText("TEST.OWN", "2", "2026-06-01")), IsOk());
}

TEST_F(RulebooksTest, AreRehearsedWithoutATrace) {
  EXPECT_THAT(Publish(ABookText("TEST.OWN", "1", "2026-01-01"), true), IsOk());
  EXPECT_THAT(ValueOf(world.rulebook_shelf.ListPublished(world.tenant)), IsEmpty());
}

TEST_F(RulebooksTest, AreTestedWithOneThatIsNotPublished) {
  const auto play = [&](const std::string& cases, const std::string& text) {
    return world.app.test_rulebook.Handle({world.tenant, cases, text});
  };
  EXPECT_EQ(ValueOf(play("all", "")).passed, 1);
  EXPECT_EQ(ValueOf(play("all", ABookText("TEST.OWN", "1", "2026-01-01"))).passed, 2);
  EXPECT_THAT(play("malformed", ""), IsRefused(Reason::kCasesMalformed));
  EXPECT_THAT(play("all", "nonsense"), IsRefused(Reason::kRulebookUnsound));
}

TEST_F(RulebooksTest, ArePublishedOnlyWithCasesThatPass) {
  const std::string text = ABookText("TEST.OWN", "1", "2026-01-01");
  const absl::Status refused = Publish(text, false, "fail").status();
  EXPECT_THAT(refused, IsRefused(Reason::kRulebookUnsound));
  EXPECT_EQ(MetadataOf(refused)["faults"], "case C-1: decision: allow expected, refuse answered");
  EXPECT_THAT(Publish(text, false, "malformed"), IsRefused(Reason::kCasesMalformed));
  EXPECT_THAT(ValueOf(world.rulebook_shelf.ListPublished(world.tenant)), IsEmpty());
  EXPECT_THAT(Publish(text, false, "pass"), IsOk());
}

TEST_F(RulebooksTest, ThatNoLongerReadAreCorrupt) {
  ASSERT_THAT(Publish(ABookText("TEST.OWN", "1", "2026-01-01")), IsOk());
  world.database.Write(world.tenant, [](MemoryTables* tables) {
    tables->rulebooks.front().text = "nonsense";
    return 0;
  });
  EXPECT_THAT(world.app.rulebooks.At(world.tenant, 1), IsRefused(Reason::kRecordCorrupt));
}

}  // namespace
}  // namespace parley
