// SPDX-License-Identifier: Apache-2.0
// Holds as records: what is placed, found, replaced and refused.
#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class HoldsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Add(const Hold& hold) {
    return Record(hold.debtor, [&](UnitOfWork& unit) { unit.holds().Add(hold); });
  }
  absl::Status Replace(const Hold& hold) {
    return Record(hold.debtor, [&](UnitOfWork& unit) { unit.holds().Replace(hold); });
  }
  std::vector<Hold> Read(DebtorId debtor) {
    const auto found = world().portfolio().GetHolds(kTenant, debtor, std::nullopt);
    EXPECT_THAT(found, IsOk());
    return found.ok() ? found->holds : std::vector<Hold>();
  }
  void ExpectStored(const Hold& hold) {
    EXPECT_THAT(Read(hold.debtor), ElementsAre(hold));
    EXPECT_THAT(Run(hold.debtor,
                    [&](UnitOfWork& unit) {
                      EXPECT_THAT(ValueOf(unit.holds().Of(hold.debtor)), ElementsAre(hold));
                      return absl::OkStatus();
                    }),
                IsOk());
  }
};
PARLEY_OVER_EVERY_STORE(HoldsContract);

Hold AHold(int number = 1) {
  Hold hold;
  hold.id = NumberedId<HoldId>(static_cast<std::uint64_t>(number));
  hold.debtor = kDebtor;
  hold.type = HoldType::kRespite;
  hold.from = Day(2026, 2, 1);
  hold.source = Secret("adviser");
  hold.actor = "agent-1";
  hold.revision = 2;
  hold.created_time = TestNow();
  hold.updated_time = TestNow();
  return hold;
}

// With everything that a hold may have, at its extremes.
Hold FullHold(DebtId debt) {
  Hold hold = AHold();
  hold.debt = debt;
  hold.type = HoldType::kDispute;
  hold.state = HoldState::kEnded;
  hold.disputed = Money(kLargestBalance, CurrencyOf("KWD"));
  hold.from = Day(1900, 1, 1);
  hold.until = Day(9999, 12, 31);
  hold.review = Day(2024, 2, 29);
  hold.source = Secret("Amt \"Köln\", {2}");
  hold.evidence = HoldEvidence::kVerified;
  hold.reason = Secret("Two lines\nand 'quotes', 例");
  hold.end_reason = Secret("answered \\ sent");
  hold.updated_time = TestNow() + absl::Microseconds(1);
  return hold;
}

TEST_P(HoldsContract, ComeBackEqual) {
  ASSERT_THAT(Add(AHold()), IsOk());
  ExpectStored(AHold());
}

TEST_P(HoldsContract, ComeBackEqualWithEverythingExtreme) {
  const Debt debt = Have(ADebt().Build());
  ASSERT_THAT(Add(FullHold(debt.id)), IsOk());
  ExpectStored(FullHold(debt.id));
}

TEST_P(HoldsContract, ComeBackEqualOfEveryTypeInEveryStateInTheOrderOfTheirIds) {
  std::vector<Hold> expected;
  for (const HoldRow& row : HoldTable()) {
    for (int state = 1; state <= 4; ++state) {
      Hold hold = AHold(static_cast<int>(expected.size()) + 1);
      hold.type = row.type;
      hold.state = static_cast<HoldState>(state);
      hold.until = hold.from - 1;
      hold.evidence = static_cast<HoldEvidence>(state);
      expected.push_back(hold);
    }
  }
  for (auto hold = expected.rbegin(); hold != expected.rend(); ++hold) {
    ASSERT_THAT(Add(*hold), IsOk());
  }
  EXPECT_THAT(Read(kDebtor), testing::ElementsAreArray(expected));
}

TEST_P(HoldsContract, ChangeOnlyInWhatALifeChanges) {
  ASSERT_THAT(Add(AHold()), IsOk());
  Hold changed = AHold();
  changed.state = HoldState::kEnded;
  changed.until = Day(2026, 3, 1);
  changed.review = Day(2026, 4, 1);
  changed.evidence = HoldEvidence::kReceived;
  changed.end_reason = Secret("over");
  changed.revision = 3;
  changed.updated_time = TestNow() + absl::Hours(1);
  Hold asked = changed;
  asked.type = HoldType::kDeceased;
  asked.from = Day(2020, 1, 1);
  asked.source = Secret("somebody else");
  asked.reason = Secret("another");
  asked.actor = "another";
  asked.created_time = TestNow() + absl::Hours(2);
  ASSERT_THAT(Replace(asked), IsOk());
  ExpectStored(changed);
}

TEST_P(HoldsContract, AreAddedOnce) {
  ASSERT_THAT(Add(AHold()), IsOk());
  Hold other = AHold();
  other.reason = Secret("another");
  EXPECT_THAT(Add(other), IsRefused(Reason::kHoldAlreadyExists));
  ExpectStored(AHold());
}

TEST_P(HoldsContract, AreNotReplacedByAStaleCopyOrWhenTheyAreUnknown) {
  EXPECT_THAT(Replace(AHold()), IsRefused(Reason::kWriteConflict));
  ASSERT_THAT(Add(AHold()), IsOk());
  EXPECT_THAT(Replace(AHold()), IsRefused(Reason::kWriteConflict));
  ExpectStored(AHold());
}

TEST_P(HoldsContract, LeaveNoTraceOfWorkThatFails) {
  const Trace before = TraceOf(kDebtor);
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    unit.holds().Add(AHold());
                    return Refuse(Reason::kDebtNotFound);
                  }),
              IsRefused(Reason::kDebtNotFound));
  EXPECT_EQ(TraceOf(kDebtor), before);
  EXPECT_THAT(Read(kDebtor), IsEmpty());
}

TEST_P(HoldsContract, RaiseTheDebtorsRevisionOnce) {
  const std::int64_t before = HeadOf(kDebtor).revision;
  ASSERT_THAT(Add(AHold()), IsOk());
  EXPECT_EQ(HeadOf(kDebtor).revision, before + 1);
}

TEST_P(HoldsContract, AreFoundOfManyDebtorsAtOnce) {
  const DebtorId other = Have(ADebtor(2).Build()).id;
  const DebtorId without = Have(ADebtor(3).Build()).id;
  Hold others = AHold(1);
  others.debtor = other;
  ASSERT_THAT(Add(AHold(2)), IsOk());
  ASSERT_THAT(Add(others), IsOk());
  const std::vector<DebtorId> all = {kDebtor, other, without};
  EXPECT_THAT(Run(all,
                  [&](UnitOfWork& unit) {
                    EXPECT_THAT(ValueOf(unit.holds().OfAll(all)),
                                testing::UnorderedElementsAre(AHold(2), others));
                    EXPECT_THAT(ValueOf(unit.holds().OfAll({})), IsEmpty());
                    return absl::OkStatus();
                  }),
              IsOk());
}

TEST_P(HoldsContract, AreReadInTheZoneOfTheDebtorOrElseOfTheDebtsCreditor) {
  const Debtor without_zone = Have(ADebtor(2).With(&Debtor::time_zone, "").Build());
  const Debt debt = Have(ADebt(2).With(&Debt::debtor, without_zone.id).Build());
  const auto zone = [&](DebtorId debtor, std::optional<DebtId> id) {
    return ValueOf(world().portfolio().GetHolds(kTenant, debtor, id)).time_zone;
  };
  EXPECT_EQ(zone(kDebtor, {}), "Europe/Vienna");
  EXPECT_EQ(zone(without_zone.id, {}), "");
  EXPECT_EQ(zone(without_zone.id, debt.id), "Europe/Berlin");
}

TEST_P(HoldsContract, AreNoneOfADebtorWhoIsNotKnown) {
  const auto read = [&](DebtorId debtor, std::optional<DebtId> debt) {
    return world().portfolio().GetHolds(kTenant, debtor, debt);
  };
  EXPECT_THAT(Read(NumberedId<DebtorId>(9)), IsEmpty());
  EXPECT_THAT(read(NumberedId<DebtorId>(9), NumberedId<DebtId>(1)),
              IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(read(kDebtor, NumberedId<DebtId>(9)), IsRefused(Reason::kDebtNotFound));
}

TEST_P(HoldsContract, FindEveryLedgerOfADebtor) {
  const DebtorId other = Have(ADebtor(2).Build()).id;
  const Debt second = Have(ADebt(2).Build());
  const Debt first = Have(ADebt(1).Build());
  Have(ADebt(3).With(&Debt::debtor, other).Build());
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    const auto heads = ValueOf(unit.debts().FindLedgersOf(kDebtor, {}));
                    EXPECT_EQ(heads.size(), 2U);
                    EXPECT_EQ(heads.front().debt, first);
                    EXPECT_EQ(heads.back().debt, second);
                    EXPECT_EQ(heads.front().time_zone, "Europe/Vienna");
                    EXPECT_THAT(heads.front().known, IsEmpty());
                    return absl::OkStatus();
                  }),
              IsOk());
}

}  // namespace
}  // namespace parley
