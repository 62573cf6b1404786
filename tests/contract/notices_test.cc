// SPDX-License-Identifier: Apache-2.0
// Notices of changes to the terms of debts.
#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ChangeNotice ANotice(int number, const Debt& debt) {
  return {.id = NumberedId<NoticeId>(static_cast<std::uint64_t>(number)),
          .debtor = debt.debtor,
          .debt = debt.id,
          .given = Day(2026, 11, 22),
          .effective = Day(2026, 12, 6),
          .before = {},
          .after = {FullDebt().rules.order, FullDebt().rules.interest},
          .actor = "agent \"例\" {2}",
          .created_time = TestNow() + absl::Microseconds(number)};
}

class NoticesContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Add(const ChangeNotice& notice) {
    return Record(notice.debtor, [&](UnitOfWork& unit) { unit.notices().Add(notice); });
  }
  std::vector<ChangeNotice> Stored(const Debt& debt) {
    return ValueOf(world().portfolio().GetJournal(kTenant, debt.debtor, debt.id)).notices;
  }
};
PARLEY_OVER_EVERY_STORE(NoticesContract);

TEST_P(NoticesContract, ComeBackEqualInTheOrderInWhichTheyWereGiven) {
  const Debt debt = Have(ADebt(1).Build(), {AnOpening()});
  const Debt other = Have(ADebt(2).Build());
  EXPECT_THAT(Stored(debt), IsEmpty());
  ChangeNotice first = ANotice(9, debt);
  first.created_time = TestNow();
  first.effective = Day(1900, 1, 1);
  first.before.interest = FullDebt().rules.interest;
  first.after.interest.reset();
  const ChangeNotice second = ANotice(2, debt);
  const ChangeNotice of_other = ANotice(3, other);
  for (const ChangeNotice& notice : {first, second, of_other}) ASSERT_THAT(Add(notice), IsOk());
  EXPECT_THAT(Stored(debt), ElementsAre(first, second));
  EXPECT_THAT(Stored(other), ElementsAre(of_other));
  EXPECT_EQ(ValueOf(world().portfolio().GetJournal(kTenant, debt.debtor, debt.id)).entries.size(),
            1U);
}

TEST_P(NoticesContract, AreRefusedUnderATakenId) {
  const Debt debt = Have(ADebt().Build());
  ASSERT_THAT(Add(ANotice(1, debt)), IsOk());
  EXPECT_THAT(Add(ANotice(1, debt)), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(Stored(debt), ElementsAre(ANotice(1, debt)));
}

TEST_P(NoticesContract, LeaveNoTraceOfWorkThatFails) {
  const Debt debt = Have(ADebt().Build());
  const absl::Status failed = Run({debt.debtor}, [&](UnitOfWork& unit) -> absl::Status {
    unit.notices().Add(ANotice(1, debt));
    return Refuse(Reason::kInternal);
  });
  EXPECT_THAT(failed, IsRefused(Reason::kInternal));
  EXPECT_THAT(Stored(debt), IsEmpty());
}

}  // namespace
}  // namespace parley
