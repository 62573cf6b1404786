// SPDX-License-Identifier: Apache-2.0
// Debtors, and what the directory reads of them.
#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::Eq;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using References = std::vector<std::string>;

class DebtorsContract : public StoreContract {
 protected:
  absl::Status Add(const Debtor& debtor) {
    return Record(debtor.id, [&](UnitOfWork& unit) { unit.debtors().Add(debtor); });
  }
  absl::Status Replace(const Debtor& debtor) {
    return Record(debtor.id, [&](UnitOfWork& unit) { unit.debtors().Replace(debtor); });
  }
  // The debtor as both ways of reading show it.
  void ExpectStored(const Debtor& debtor) {
    EXPECT_THAT(world().directory().GetDebtor(kTenant, debtor.id), IsOkAnd(Eq(debtor)));
    EXPECT_THAT(Record(debtor.id,
                       [&](UnitOfWork& unit) {
                         EXPECT_THAT(unit.debtors().Find(debtor.id), IsOkAnd(Eq(debtor)));
                       }),
                IsOk());
  }
  std::vector<DebtorId> IdsFound(const References& references) {
    std::vector<DebtorId> ids;
    for (const Debtor& debtor : ValueOf(world().directory().FindDebtors(kTenant, references))) {
      ids.push_back(debtor.id);
    }
    return ids;
  }
  // A copy that a use case makes in the debtor's next transaction.
  Debtor Changed(const Debtor& debtor) {
    Debtor changed = debtor;
    changed.revision = HeadOf(debtor.id).revision + 1;
    changed.record_revision = changed.revision;
    changed.updated_time = TestNow() + absl::Hours(1);
    return changed;
  }
};
PARLEY_OVER_EVERY_STORE(DebtorsContract);

TEST_P(DebtorsContract, ComeBackEqual) { ExpectStored(Have(ADebtor().Build())); }

TEST_P(DebtorsContract, ComeBackEqualWithNothingOptional) {
  ExpectStored(Have(ADebtor()
                        .With(&Debtor::kind, DebtorKind::kOrganisation)
                        .With(&Debtor::external_refs, References{})
                        .With(&Debtor::birth_date, Secret(""))
                        .With(&Debtor::language, "")
                        .With(&Debtor::region, "")
                        .With(&Debtor::time_zone, "")
                        .Build()));
}

TEST_P(DebtorsContract, ComeBackEqualInEveryScript) {
  int number = 0;
  for (const std::string& text : DifficultTexts()) {
    ++number;
    ExpectStored(Have(ADebtor(number)
                          .With(&Debtor::display_name, Secret(text))
                          .With(&Debtor::external_refs, References{text, text + " again"})
                          .With(&Debtor::language, "zh-Hant-TW")
                          .With(&Debtor::region, "US-CA")
                          .Build()));
    EXPECT_THAT(IdsFound({text}), ElementsAre(NumberedId<DebtorId>(std::uint64_t(number))));
  }
}

TEST_P(DebtorsContract, KeepTheMicrosecondsOfTheirTimes) {
  ExpectStored(Have(ADebtor()
                        .With(&Debtor::created_time, TestNow() + absl::Microseconds(1))
                        .With(&Debtor::updated_time, TestNow() + absl::Microseconds(999'999))
                        .Build()));
}

TEST_P(DebtorsContract, AreNotFoundWhenUnknown) {
  EXPECT_THAT(world().directory().GetDebtor(kTenant, kDebtor), IsRefused(Reason::kDebtorNotFound));
  EXPECT_THAT(IdsFound({"DEBTOR-1"}), IsEmpty());
  EXPECT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       EXPECT_THAT(unit.debtors().Find(kDebtor),
                                   IsRefused(Reason::kDebtorNotFound));
                     }),
              IsOk());
}

TEST_P(DebtorsContract, TheDeskIsNone) {
  EXPECT_THAT(world().directory().GetDebtor(kTenant, kDesk), IsRefused(Reason::kDebtorNotFound));
  EXPECT_THAT(world().directory().ListDebtors(kTenant, {}, 10), IsOkAnd(IsEmpty()));
}

TEST_P(DebtorsContract, AreRefusedUnderATakenId) {
  const Debtor first = Have(ADebtor().Build());
  EXPECT_THAT(Add(ADebtor().With(&Debtor::external_refs, References{"OTHER"})),
              IsRefused(Reason::kDebtorAlreadyExists));
  ExpectStored(first);
  EXPECT_THAT(IdsFound({"OTHER"}), IsEmpty());
}

TEST_P(DebtorsContract, AreRefusedUnderATakenReference) {
  Have(ADebtor(1).With(&Debtor::external_refs, References{"A", "B"}).Build());
  EXPECT_THAT(Add(ADebtor(2).With(&Debtor::external_refs, References{"C", "B"})),
              IsRefused(Reason::kDebtorAlreadyExists));
  EXPECT_THAT(IdsFound({"A", "B", "C"}), ElementsAre(NumberedId<DebtorId>(1)));
}

TEST_P(DebtorsContract, OfOneUnitOfWorkAreRefusedWithOneReference) {
  const References same = {"SAME"};
  const Debtor first = ADebtor(1).With(&Debtor::external_refs, same);
  const Debtor second = ADebtor(2).With(&Debtor::external_refs, same);
  EXPECT_THAT(Run({first.id, second.id},
                  [&](UnitOfWork& unit) {
                    unit.debtors().Add(first);
                    unit.debtors().Add(second);
                    return absl::OkStatus();
                  }),
              IsRefused(Reason::kDebtorAlreadyExists));
  EXPECT_THAT(IdsFound(same), IsEmpty());
}

TEST_P(DebtorsContract, AreFoundByAnyReferenceOnce) {
  Have(ADebtor(1).With(&Debtor::external_refs, References{"A", "B"}).Build());
  Have(ADebtor(2).With(&Debtor::external_refs, References{"C"}).Build());
  EXPECT_THAT(IdsFound({"B", "C", "A", "UNKNOWN"}),
              UnorderedElementsAre(NumberedId<DebtorId>(1), NumberedId<DebtorId>(2)));
  EXPECT_THAT(IdsFound({}), IsEmpty());
  EXPECT_THAT(IdsFound({"a"}), IsEmpty());
}

TEST_P(DebtorsContract, AreReplaced) {
  Debtor debtor = Changed(Have(ADebtor().Build()));
  debtor.display_name = Secret("Erika Beispiel");
  debtor.external_refs = {"NEW", "DEBTOR-1"};
  debtor.language = "";
  debtor.time_zone = "America/New_York";
  ASSERT_THAT(Replace(debtor), IsOk());
  ExpectStored(debtor);
}

TEST_P(DebtorsContract, GiveUpAReferenceThatAReplacementLacks) {
  Debtor debtor = Changed(Have(ADebtor(1).Build()));
  debtor.external_refs = {"NEW"};
  ASSERT_THAT(Replace(debtor), IsOk());
  EXPECT_THAT(IdsFound({"DEBTOR-1"}), IsEmpty());
  EXPECT_THAT(IdsFound({"NEW"}), ElementsAre(kDebtor));
  EXPECT_THAT(Add(ADebtor(2).With(&Debtor::external_refs, References{"DEBTOR-1"})), IsOk());
}

TEST_P(DebtorsContract, AreNotReplacedByOneWhoTakesAReference) {
  Have(ADebtor(2).Build());
  const Debtor before = Have(ADebtor(1).Build());
  Debtor debtor = Changed(before);
  debtor.external_refs = {"DEBTOR-1", "DEBTOR-2"};
  EXPECT_THAT(Replace(debtor), IsRefused(Reason::kDebtorAlreadyExists));
  ExpectStored(before);
  EXPECT_THAT(IdsFound({"DEBTOR-2"}), ElementsAre(NumberedId<DebtorId>(2)));
}

TEST_P(DebtorsContract, AreNotReplacedByAStaleCopy) {
  const Debtor read = Have(ADebtor().Build());
  Debtor stale = Changed(read);
  stale.display_name = Secret("Too Late");
  const Debtor winner = Changed(read);
  ASSERT_THAT(Replace(winner), IsOk());
  EXPECT_THAT(Replace(stale), IsRefused(Reason::kWriteConflict));
  ExpectStored(winner);
}

TEST_P(DebtorsContract, AreNotReplacedWhenTheyAreUnknown) {
  EXPECT_THAT(Replace(Changed(ADebtor())), IsRefused(Reason::kWriteConflict));
  EXPECT_THAT(world().directory().GetDebtor(kTenant, kDebtor), IsRefused(Reason::kDebtorNotFound));
}

}  // namespace
}  // namespace parley
