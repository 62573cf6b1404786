// SPDX-License-Identifier: Apache-2.0
// Who is forgotten, and when not.
#include "application/debtors/erase_debtor.h"

#include "tests/application/debtors/record_fixture.h"
#include "tests/support/application/held_rulebooks.h"

namespace parley {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

// Keeps records for so many years.
Rulebooks Keeping(int years) {
  Rulebook book;
  book.id = "TEST";
  book.version = "1";
  book.effective_from = Day(2020, 1, 1);
  Rule rule{.id = "TEST.KEEP", .cite = "a test"};
  rule.kind = DutyRule(Retention{.classes = {}, .years = years});
  book.rules.push_back(rule);
  std::vector<Rulebook> books;
  books.push_back(std::move(book));
  return Rulebooks::Make(std::move(books), {}).value();
}

class EraseDebtorTest : public RecordTest {
 protected:
  absl::Status Erase(std::optional<std::int64_t> etag = {}) {
    Kept<Debtor> kept;
    return world_.app.erase_debtor.Handle(world_.ACall(), {debtor_.id, etag}, kept).status();
  }
  Debt PaidDebt() {
    const Debt debt = world_.Place(debtor_, "L-1", 10'000);
    EXPECT_THAT(world_.Post(debt, APayment("P-1", 10'000)), IsOk());
    return world_.Reload(debt);
  }
};

TEST_F(EraseDebtorTest, ForgetsThePersonAndLeavesTheLedgerWhole) {
  const Debt debt = PaidDebt();
  const KnownPoint point = ValueOf(Add(APhone()));
  ASSERT_THAT(Unlink(point), IsOk());
  ASSERT_THAT(Add(APhone("+15550100002")), IsOk());
  const auto before = world_.Journal(debt);
  ASSERT_THAT(Erase(), IsOk());
  EXPECT_EQ(Record().debtor.display_name, Secret(kErasedText));
  EXPECT_THAT(Record().points, IsEmpty());
  EXPECT_THAT(Reached("+15550100002"), IsEmpty());
  ASSERT_EQ(world_.Journal(debt).size(), before.size());
  EXPECT_EQ(world_.Journal(debt).front().postings, before.front().postings);
  EXPECT_THAT(world_.Findings(world_.Reload(debt)), IsEmpty());
  EXPECT_THAT(world_.AuditFindings(), IsEmpty());
  // What reached somebody else stays away.
  EXPECT_THAT(Record().barred, SizeIs(1));
}

TEST_F(EraseDebtorTest, LeavesNobodyToWriteAbout) {
  PaidDebt();
  ASSERT_THAT(Erase(), IsOk());
  EXPECT_THAT(Add(APhone()), IsRefused(Reason::kDebtorNotFound));
  EXPECT_THAT(OptOutOf({}), IsRefused(Reason::kDebtorNotFound));
  Kept<Debtor> updated;
  EXPECT_THAT(world_.app.update_debtor.Handle(world_.ACall(), {.id = debtor_.id}, updated),
              IsRefused(Reason::kDebtorNotFound));
  Kept<Decided> decided;
  EXPECT_THAT(world_.app.start_call.Handle(world_.ACall(), {debtor_.id, {}}, decided),
              IsRefused(Reason::kDebtorNotFound));
  Kept<LoggedCommunication> recorded;
  RecordCall::Command call;
  call.debtor = debtor_.id;
  call.report.began = world_.clock.Now();
  EXPECT_THAT(world_.app.record_call.Handle(world_.ACall(), call, recorded),
              IsRefused(Reason::kDebtorNotFound));
}

TEST_F(EraseDebtorTest, LeavesNoLedgerToWriteTo) {
  const Debt debt = PaidDebt();
  ASSERT_THAT(Erase(), IsOk());
  EXPECT_THAT(world_.Post(debt, APayment("P-2", 100)), IsRefused(Reason::kDebtorNotFound));
  EXPECT_THAT(world_.Post(debt, AFee("F-1", 100)), IsRefused(Reason::kDebtorNotFound));
  EXPECT_THAT(world_.PlaceAHold(debtor_.id, ARespite("2027-02-01")),
              IsRefused(Reason::kDebtorNotFound));
  Kept<Debt> placed;
  EXPECT_THAT(
      world_.app.place_debt.Handle(world_.ACall(), world_.APlacing(debtor_, "L-2", 10'000), placed),
      IsRefused(Reason::kDebtorNotFound));
  const PostPayment::Command payment{
      .debtor = debtor_.id,
      .report = {.external_ref = "P-3", .amount = Money(100, debt.currency)},
      .wishes = {},
      .value_date = Day(2026, 2, 1)};
  Kept<Payment> paid;
  EXPECT_THAT(world_.app.post_payment.Handle(world_.ACall(), payment, paid),
              IsRefused(Reason::kDebtorNotFound));
}

TEST_F(EraseDebtorTest, IsRefusedWithAllItsReasons) {
  world_.Place(debtor_, "L-1", 10'000);
  world_.Place(debtor_, "L-2", 10'000);
  Hold court = ARespite("2026-02-01");
  court.type = HoldType::kLegal;
  ASSERT_THAT(world_.PlaceAHold(debtor_.id, court), IsOk());
  const absl::Status refused = Erase();
  EXPECT_THAT(refused, IsRefused(Reason::kErasureRefused));
  EXPECT_THAT(MetadataOf(refused), Contains(Pair("open_debts", "2")));
  EXPECT_THAT(MetadataOf(refused), Contains(Pair("legal_holds", "1")));
  EXPECT_EQ(Record().debtor.display_name, debtor_.display_name);
}

TEST_F(EraseDebtorTest, WaitsForTheRetentionOfARulebook) {
  PaidDebt();
  HeldRulebooks books(Keeping(3));
  const Mutations mutations(world_.store, world_.given_answers, world_.seal, world_.clock,
                            world_.ids);
  const EraseDebtor erase(mutations, books, world_.ids, world_.zones);
  Kept<Debtor> kept;
  const absl::Status refused = erase.Handle(world_.ACall(), {debtor_.id, {}}, kept).status();
  EXPECT_THAT(refused, IsRefused(Reason::kErasureRefused));
  EXPECT_THAT(MetadataOf(refused), Contains(Pair("retained_by", "TEST.KEEP")));
  world_.clock.Advance(absl::Hours(24 * (3 * 365 + 2)));
  EXPECT_THAT(erase.Handle(world_.ACall(), {debtor_.id, {}}, kept), IsOk());
}

TEST_F(EraseDebtorTest, IsNotDoneByWhoSawAnotherDebtor) {
  EXPECT_THAT(Erase(99), IsRefused(Reason::kEtagStale));
  EXPECT_THAT(Erase(debtor_.record_revision), IsOk());
}

}  // namespace
}  // namespace parley
