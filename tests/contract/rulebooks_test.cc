// SPDX-License-Identifier: Apache-2.0
// Published rulebooks as records: what is published, found and refused.
#include "application/ports/published_rulebooks.h"
#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;

class RulebooksContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Publish(const PublishedRulebook& one) {
    return Record(kDesk, [&](UnitOfWork& unit) { unit.rulebooks().Publish(one); });
  }
  std::vector<PublishedRulebook> List(TenantId tenant = kTenant) {
    return ValueOf(world().rulebook_shelf().ListPublished(tenant));
  }
  // Under a debtor's lock as well as under the desk's.
  void ExpectEdition(std::int64_t edition) {
    for (const DebtorId& lock : {kDesk, kDebtor}) {
      EXPECT_THAT(Record(lock,
                         [&](UnitOfWork& unit) {
                           EXPECT_THAT(unit.rulebooks().Edition(), IsOkAnd(Eq(edition)));
                           EXPECT_EQ(ValueOf(unit.rulebooks().All()), List());
                         }),
                  IsOk());
    }
  }
};
PARLEY_OVER_EVERY_STORE(RulebooksContract);

PublishedRulebook ABook(std::int64_t edition, const std::string& version = "1") {
  return {.edition = edition,
          .id = "TEST.OWN",
          .version = version,
          .text = "the rules",
          .actor = "lawyer",
          .published_time = TestNow() + absl::Microseconds(edition)};
}

TEST_P(RulebooksContract, AreNoneAtFirst) {
  EXPECT_THAT(List(), IsEmpty());
  ExpectEdition(0);
}

TEST_P(RulebooksContract, ComeBackEqualInTheOrderOfTheirEditions) {
  std::vector<PublishedRulebook> expected;
  for (const std::string& text : DifficultTexts()) {
    const auto edition = static_cast<std::int64_t>(expected.size()) + 1;
    PublishedRulebook one = ABook(edition, std::to_string(100 - edition));
    if (!text.empty()) one.text = text;
    ASSERT_THAT(Publish(one), IsOk());
    expected.push_back(one);
  }
  EXPECT_EQ(List(), expected);
  ExpectEdition(static_cast<std::int64_t>(expected.size()));
}

TEST_P(RulebooksContract, ComeBackEqualThoughTheyAreLong) {
  PublishedRulebook one = ABook(1);
  one.text = std::string(1'000'000, 'x') + "\n\t\"quoted\" \\ {1,2}";
  ASSERT_THAT(Publish(one), IsOk());
  EXPECT_THAT(List(), ElementsAre(one));
}

TEST_P(RulebooksContract, ArePublishedOnceAVersion) {
  ASSERT_THAT(Publish(ABook(1)), IsOk());
  EXPECT_THAT(Publish(ABook(2)), IsRefused(Reason::kRulebookAlreadyPublished));
  EXPECT_THAT(List(), ElementsAre(ABook(1)));
}

TEST_P(RulebooksContract, HaveAnEditionOfTheirOwn) {
  ASSERT_THAT(Publish(ABook(1)), IsOk());
  EXPECT_THAT(Publish(ABook(1, "2")), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(List(), ElementsAre(ABook(1)));
}

TEST_P(RulebooksContract, BelongToTheirTenant) {
  ASSERT_THAT(Publish(ABook(1)), IsOk());
  const auto other = NumberedId<TenantId>(2);
  world().CreateTenant(other);
  EXPECT_THAT(List(other), IsEmpty());
}

TEST_P(RulebooksContract, LeaveNoTraceOfWorkThatFails) {
  EXPECT_THAT(Run(kDesk,
                  [&](UnitOfWork& unit) {
                    unit.rulebooks().Publish(ABook(1));
                    return Refuse(Reason::kRulebookUnsound);
                  }),
              IsRefused(Reason::kRulebookUnsound));
  EXPECT_THAT(List(), IsEmpty());
}

TEST_P(RulebooksContract, AreSeenByWhoLooksAfterTheirCommit) {
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    EXPECT_THAT(unit.rulebooks().Edition(), IsOkAnd(Eq(0)));
                    EXPECT_THAT(Publish(ABook(1)), IsOk());
                    EXPECT_THAT(unit.rulebooks().Edition(), IsOkAnd(Eq(1)));
                    return absl::OkStatus();
                  }),
              IsOk());
}

}  // namespace
}  // namespace parley
