// SPDX-License-Identifier: Apache-2.0
// All that bears on whether persons may be contacted, read together.
#include <array>
#include <vector>

#include "tests/contract/contract.h"
#include "tests/contract/person_parts.h"
#include "tests/support/application/person.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto kOther = NumberedId<DebtorId>(2);
const ContactMoment kMoment{TestNow(), {absl::UnixEpoch(), absl::UnixEpoch()}};

class ContactRecordsContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (IsSkipped()) return;
    HaveParties();
    Have(ADebtor(2).Build());
  }

  std::vector<ContactRecord> Read(const std::vector<DebtorId>& debtors) {
    auto read = ValueOf(world().contact_log().RecordsOf(kTenant, debtors, kMoment));
    EXPECT_THAT(Run(debtors,
                    [&](UnitOfWork& unit) {
                      EXPECT_EQ(ValueOf(unit.communications().RecordsOf(debtors, kMoment)), read);
                      return absl::OkStatus();
                    }),
                IsOk());
    return read;
  }
};
PARLEY_OVER_EVERY_STORE(ContactRecordsContract);

TEST_P(ContactRecordsContract, AreThoseOfEachPortTogether) {
  MarkedPerson person = APerson("Marked", 3);
  Payment& announced = person.payment;
  announced.state = PaymentState::kAnnounced;
  announced.expected_date = announced.value_date;
  announced.value_date.reset();
  announced.returned_date.reset();
  announced.return_reason = {};
  announced.parts = {{.debt = person.debt.id, .amount = 1}};
  announced.announced = {{person.debt.id, 1}};
  const DebtorId debtor = person.debtor.id;
  EXPECT_THAT(Record(debtor, [&](UnitOfWork& unit) { AddTo(unit, person); }), IsOk());
  KillSwitch stopped;
  stopped.id = NumberedId<KillSwitchId>(1);
  stopped.reason = "a wrong balance";
  stopped.actor = "operator-1";
  stopped.engaged_time = TestNow();
  EXPECT_THAT(Record(kDesk, [&](UnitOfWork& unit) { unit.kill_switches().Engage(stopped); }),
              IsOk());
  const ContactRecord read = Read({debtor}).front();
  EXPECT_EQ(read.person, ValueOf(world().directory().GetRecord(kTenant, debtor)));
  EXPECT_THAT(read.person.points, ElementsAre(person.point));
  EXPECT_THAT(read.person.holds, ElementsAre(person.hold));
  EXPECT_EQ(read.debts,
            std::vector{ValueOf(world().portfolio().GetDebt(kTenant, debtor, person.debt.id))});
  EXPECT_EQ(read.announced,
            std::vector{ValueOf(world().payment_book().GetPayment(kTenant, debtor, announced.id))});
  EXPECT_THAT(read.history, ElementsAre(person.call, person.slot));
  EXPECT_THAT(read.switches, ElementsAre(stopped));
  EXPECT_EQ(read.edition, ValueOf(world().rulebook_shelf().Edition(kTenant)));
}

TEST_P(ContactRecordsContract, OfManyAreEachTheirOwnInTheOrderAsked) {
  const Debt debt = Have(ADebt(1).With(&Debt::debtor, kOther).Build());
  EXPECT_THAT(Record(kDebtor,
                     [&](UnitOfWork& unit) {
                       unit.person_records().Add(APoint(), NumberedFingerprint(1));
                     }),
              IsOk());
  const std::vector<ContactRecord> read = Read({kOther, kDebtor});
  EXPECT_EQ(read[0].person.debtor.id, kOther);
  EXPECT_THAT(read[0].debts, ElementsAre(debt));
  EXPECT_THAT(read[0].person.points, IsEmpty());
  EXPECT_EQ(read[1].person.debtor.id, kDebtor);
  EXPECT_THAT(read[1].debts, IsEmpty());
  EXPECT_THAT(read[1].person.points, ElementsAre(APoint()));
}

TEST_P(ContactRecordsContract, AreNoneWhereOneIsNotKnown) {
  const std::vector debtors = {kDebtor, NumberedId<DebtorId>(9)};
  EXPECT_THAT(world().contact_log().RecordsOf(kTenant, debtors, kMoment),
              IsRefused(Reason::kDebtorNotFound));
  EXPECT_THAT(ValueOf(world().contact_log().RecordsOf(kTenant, {}, kMoment)), IsEmpty());
}

}  // namespace
}  // namespace parley
