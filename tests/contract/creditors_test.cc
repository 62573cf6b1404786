// SPDX-License-Identifier: Apache-2.0
// Creditors, and what the directory reads of them.
#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;

class CreditorsContract : public StoreContract {
 protected:
  absl::Status Add(const Creditor& creditor) {
    return Record(kDesk, [&](UnitOfWork& unit) { unit.creditors().Add(creditor); });
  }
  absl::Status Replace(const Creditor& creditor) {
    return Record(kDesk, [&](UnitOfWork& unit) { unit.creditors().Replace(creditor); });
  }
  void ExpectStored(const Creditor& creditor) {
    EXPECT_THAT(world().directory().GetCreditor(kTenant, creditor.id), IsOkAnd(Eq(creditor)));
    // Under a debtor's lock as well as under the desk's.
    for (const DebtorId& lock : {kDesk, kDebtor}) {
      EXPECT_THAT(Record(lock,
                         [&](UnitOfWork& unit) {
                           EXPECT_THAT(unit.creditors().Find(creditor.id), IsOkAnd(Eq(creditor)));
                         }),
                  IsOk());
    }
  }
  Creditor Changed(Creditor creditor) {
    creditor.revision = HeadOf(kDesk).revision + 1;
    creditor.display_name = "Renamed Lending Ltd";
    creditor.time_zone = "Asia/Taipei";
    creditor.language = "zh-TW";
    creditor.settings = FullSettings();
    creditor.updated_time = TestNow() + absl::Hours(1);
    return creditor;
  }
};
PARLEY_OVER_EVERY_STORE(CreditorsContract);

TEST_P(CreditorsContract, ComeBackEqual) {
  ExpectStored(Have(ACreditor()
                        .With(&Creditor::created_time, TestNow() + absl::Microseconds(1))
                        .With(&Creditor::updated_time, TestNow() + absl::Microseconds(2))
                        .Build()));
}

TEST_P(CreditorsContract, ComeBackWithEverythingThatTheySet) {
  ExpectStored(Have(ACreditor(1)
                        .With(&Creditor::language, "de-AT")
                        .With(&Creditor::settings, FullSettings())
                        .Build()));
  CreditorSettings none_but_zeros;
  none_but_zeros.change_notice_days = 0;
  ExpectStored(Have(ACreditor(2).With(&Creditor::settings, none_but_zeros).Build()));
}

TEST_P(CreditorsContract, ComeBackEqualInEveryScript) {
  int number = 0;
  for (const std::string& text : DifficultTexts()) {
    ExpectStored(Have(ACreditor(++number).With(&Creditor::display_name, text).Build()));
  }
}

TEST_P(CreditorsContract, AreNotFoundWhenUnknown) {
  EXPECT_THAT(world().directory().GetCreditor(kTenant, kCreditor),
              IsRefused(Reason::kCreditorNotFound));
  EXPECT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       EXPECT_THAT(unit.creditors().Find(kCreditor),
                                   IsRefused(Reason::kCreditorNotFound));
                     }),
              IsOk());
}

TEST_P(CreditorsContract, AreRefusedUnderATakenId) {
  const Creditor first = Have(ACreditor().Build());
  EXPECT_THAT(Add(ACreditor().With(&Creditor::code, "OTHER")),
              IsRefused(Reason::kCreditorAlreadyExists));
  ExpectStored(first);
}

TEST_P(CreditorsContract, AreRefusedUnderATakenCode) {
  const Creditor first = Have(ACreditor(1).Build());
  EXPECT_THAT(Add(ACreditor(2).With(&Creditor::code, first.code)),
              IsRefused(Reason::kCreditorAlreadyExists));
  EXPECT_THAT(world().directory().ListCreditors(kTenant, {}, 10, std::nullopt),
              IsOkAnd(ElementsAre(first)));
}

TEST_P(CreditorsContract, AreReplaced) {
  const Creditor changed = Changed(Have(ACreditor().Build()));
  ASSERT_THAT(Replace(changed), IsOk());
  ExpectStored(changed);
}

TEST_P(CreditorsContract, KeepTheirCodeForEver) {
  Creditor changed = Changed(Have(ACreditor().Build()));
  changed.code = "OTHER";
  ASSERT_THAT(Replace(changed), IsOk());
  changed.code = "CREDITOR-1";
  ExpectStored(changed);
}

TEST_P(CreditorsContract, AreNotReplacedByAStaleCopy) {
  const Creditor read = Have(ACreditor().Build());
  Creditor stale = Changed(read);
  stale.display_name = "Too Late Ltd";
  const Creditor winner = Changed(read);
  ASSERT_THAT(Replace(winner), IsOk());
  EXPECT_THAT(Replace(stale), IsRefused(Reason::kWriteConflict));
  ExpectStored(winner);
}

TEST_P(CreditorsContract, AreNotReplacedWhenTheyAreUnknown) {
  EXPECT_THAT(Replace(Changed(ACreditor())), IsRefused(Reason::kWriteConflict));
}

TEST_P(CreditorsContract, AreFoundByTheirCodeExactly) {
  Have(ACreditor(1).Build());
  const Creditor second = Have(ACreditor(2).With(&Creditor::code, "Second_2.x-y").Build());
  const auto list = [&](const std::string& code) {
    return world().directory().ListCreditors(kTenant, {}, 10, code);
  };
  EXPECT_THAT(list("Second_2.x-y"), IsOkAnd(ElementsAre(second)));
  EXPECT_THAT(list("second_2.x-y"), IsOkAnd(IsEmpty()));
  EXPECT_THAT(list("Second%"), IsOkAnd(IsEmpty()));
  EXPECT_THAT(list(""), IsOkAnd(IsEmpty()));
}

}  // namespace
}  // namespace parley
