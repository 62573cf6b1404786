// SPDX-License-Identifier: Apache-2.0
// The answers that requests got, kept with their effect.
#include "tests/contract/contract.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using namespace std::string_literals;  // NOLINT(google-build-using-namespace): "..."s.
using testing::Eq;
using testing::Optional;

MATCHER_P(SameAnswer, expected, "is the same answer") {
  const StoredAnswer& answer = arg;
  return answer.key.principal == expected.key.principal &&
         answer.key.method == expected.key.method &&
         answer.key.request_id == expected.key.request_id && answer.debtor == expected.debtor &&
         answer.request == expected.request && answer.bytes == expected.bytes &&
         answer.answered_time == expected.answered_time;
}

class AnswersContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  static StoredAnswer AnAnswer(std::uint64_t number) {
    return {{"agent-1", "parley.v1.DebtService/PostEntries", NumberedId<RequestId>(number)},
            kDebtor,
            NumberedFingerprint(1),
            "bytes",
            TestNow()};
  }
  absl::Status Remember(const StoredAnswer& answer) {
    return Record(answer.debtor, [&](UnitOfWork& unit) { unit.answers().Remember(answer); });
  }
  auto Find(const StoredAnswer& answer) {
    return world().given_answers().Find(kTenant, answer.key);
  }
  int Prune(absl::Time before, int most) {
    return ValueOf(world().given_answers().Prune(kTenant, before, most));
  }
};
PARLEY_OVER_EVERY_STORE(AnswersContract);

TEST_P(AnswersContract, ComeBackByteForByte) {
  StoredAnswer answer = AnAnswer(1);
  answer.bytes = "\0 a NUL, \xFF no UTF-8, 'quotes' \\ and \n lines\0"s;
  answer.answered_time = TestNow() + absl::Microseconds(1);
  ASSERT_THAT(Remember(answer), IsOk());
  EXPECT_THAT(Find(answer), IsOkAnd(Optional(SameAnswer(answer))));
}

TEST_P(AnswersContract, ComeBackWhenTheyAreEmptyAndWhenTheyAreLong) {
  StoredAnswer empty = AnAnswer(1);
  empty.bytes.clear();
  StoredAnswer large = AnAnswer(2);
  large.bytes = std::string(300'000, '\x80');
  for (const StoredAnswer& answer : {empty, large}) {
    ASSERT_THAT(Remember(answer), IsOk());
    EXPECT_THAT(Find(answer), IsOkAnd(Optional(SameAnswer(answer))));
  }
}

TEST_P(AnswersContract, OfTheDeskAreKeptToo) {
  StoredAnswer answer = AnAnswer(1);
  answer.debtor = kDesk;
  ASSERT_THAT(Remember(answer), IsOk());
  EXPECT_THAT(Find(answer), IsOkAnd(Optional(SameAnswer(answer))));
}

TEST_P(AnswersContract, AreNoneWhenNothingWasAnswered) {
  EXPECT_THAT(Find(AnAnswer(1)), IsOkAnd(Eq(std::nullopt)));
}

TEST_P(AnswersContract, BelongToPrincipalMethodAndRequest) {
  const StoredAnswer answer = AnAnswer(1);
  StoredAnswer other_principal = answer;
  other_principal.key.principal = "agent-2";
  StoredAnswer other_method = answer;
  other_method.key.method = "parley.v1.DebtService/ReverseEntry";
  ASSERT_THAT(Remember(answer), IsOk());
  for (const StoredAnswer& other : {other_principal, other_method, AnAnswer(2)}) {
    EXPECT_THAT(Find(other), IsOkAnd(Eq(std::nullopt)));
    EXPECT_THAT(Remember(other), IsOk());
  }
}

TEST_P(AnswersContract, ToTheSameRequestAgainAreRefusedWithAllTheirEffect) {
  ASSERT_THAT(Remember(AnAnswer(1)), IsOk());
  const Trace before = TraceOf(kDebtor);
  StoredAnswer again = AnAnswer(1);
  again.bytes = "other bytes";
  const absl::Status refused = Record(kDebtor, [&](UnitOfWork& unit) {
    unit.debts().Add(ADebt().With(&Debt::revision, 2));
    unit.outbox().Append(AnEvent());
    unit.answers().Remember(again);
  });
  EXPECT_THAT(refused, IsRefused(Reason::kRequestIdReused));
  EXPECT_TRUE(TraceOf(kDebtor) == before);
  EXPECT_THAT(Find(again), IsOkAnd(Optional(SameAnswer(AnAnswer(1)))));
}

TEST_P(AnswersContract, AreForgottenWhenTheirWorkFails) {
  const absl::Status failed = Run(kDebtor, [&](UnitOfWork& unit) {
    unit.answers().Remember(AnAnswer(1));
    return Refuse(Reason::kEtagStale);
  });
  EXPECT_THAT(failed, IsRefused(Reason::kEtagStale));
  EXPECT_THAT(Find(AnAnswer(1)), IsOkAnd(Eq(std::nullopt)));
  EXPECT_THAT(Remember(AnAnswer(1)), IsOk());
}

TEST_P(AnswersContract, ArePrunedByAge) {
  for (std::uint64_t number = 1; number <= 5; ++number) {
    StoredAnswer answer = AnAnswer(number);
    answer.answered_time += absl::Hours(static_cast<double>(number));
    ASSERT_THAT(Remember(answer), IsOk());
  }
  // One that was given at that very moment stays.
  EXPECT_EQ(Prune(TestNow() + absl::Hours(3), 100), 2);
  EXPECT_EQ(Prune(TestNow() + absl::Hours(3), 100), 0);
  for (std::uint64_t number = 1; number <= 5; ++number) {
    EXPECT_EQ(ValueOf(Find(AnAnswer(number))).has_value(), number >= 3);
  }
}

TEST_P(AnswersContract, ArePrunedInSlices) {
  for (std::uint64_t number = 1; number <= 5; ++number) {
    ASSERT_THAT(Remember(AnAnswer(number)), IsOk());
  }
  const absl::Time later = TestNow() + absl::Hours(1);
  EXPECT_EQ(Prune(later, 2), 2);
  EXPECT_EQ(Prune(later, 2), 2);
  EXPECT_EQ(Prune(later, 2), 1);
  EXPECT_EQ(Prune(later, 2), 0);
}

TEST_P(AnswersContract, LeaveTheirRequestFreeWhenTheyArePruned) {
  ASSERT_THAT(Remember(AnAnswer(1)), IsOk());
  ASSERT_EQ(Prune(TestNow() + absl::Hours(1), 10), 1);
  EXPECT_THAT(Remember(AnAnswer(1)), IsOk());
}

TEST_P(AnswersContract, AreUnavailableDuringAnOutage) {
  if (!world().SetOutage(true)) GTEST_SKIP() << "This store has no outages.";
  EXPECT_THAT(Find(AnAnswer(1)), IsRefused(Reason::kStoreUnavailable));
  EXPECT_THAT(world().given_answers().Prune(kTenant, TestNow(), 1),
              IsRefused(Reason::kStoreUnavailable));
}

}  // namespace
}  // namespace parley
