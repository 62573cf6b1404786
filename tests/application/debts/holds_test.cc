// SPDX-License-Identifier: Apache-2.0
// Holds are placed, ended and extended, and what that does to the debts that they concern.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// 365.00 at 5 % bear 0.05 a day.
class HoldsTest : public ::testing::Test {
 public:
  absl::StatusOr<Hold> End(const Hold& hold, std::optional<Day> last,
                           std::optional<std::int64_t> etag = {}) {
    Kept<HoldToday> ended;
    const EndHold::Command command{{hold.debtor, hold.id, etag}, last, Secret("over")};
    const auto answer = world.app.end_hold.Handle(world.ACall(), command, ended);
    if (!answer.ok()) return answer.status();
    return ended->hold;
  }
  absl::StatusOr<Hold> Extend(const Hold& hold, std::optional<Day> until,
                              std::optional<Day> review = {}) {
    Kept<HoldToday> extended;
    const ExtendHold::Command command{
        {hold.debtor, hold.id, {}}, until, review, HoldEvidence::kReceived};
    const auto answer = world.app.extend_hold.Handle(world.ACall(), command, extended);
    if (!answer.ok()) return answer.status();
    return extended->hold;
  }
  Hold Place(const Hold& hold) { return world.PlaceAHold(debtor.id, hold).value(); }
  // Interest is posted up to the day before a payment that changes nothing else.
  void PostInterestUpTo(const Debt& it, std::string_view day) {
    ASSERT_THAT(world.Post(it, APayment("until " + std::string(day), 100, day)), IsOk());
  }
  std::int64_t Owed(const Debt& it) { return *Outstanding(world.Reload(it).position); }
  std::vector<EventType> Told() {
    std::vector<EventType> types;
    for (const MemoryEvent& kept : world.database.Events(world.tenant)) {
      types.push_back(kept.event.type);
    }
    return types;
  }
  ListHolds::Result List(const HoldFilter& filter = {}, HoldId after = {}, std::size_t most = 10) {
    return world.app.list_holds.Handle({world.tenant, debtor.id, filter, after, most}).value();
  }

  World world;
  Debtor debtor = world.MakeDebtor("D-1");
  Debt debt = world.PlaceBearing(debtor, "L-1", 36'500);
};

Hold ADispute(const Debt& debt, std::optional<std::int64_t> part = std::nullopt) {
  Hold hold = ARespite("2026-03-01");
  hold.type = HoldType::kDispute;
  hold.debt = debt.id;
  if (part.has_value()) hold.disputed = Money(*part, debt.currency);
  return hold;
}

TEST_F(HoldsTest, AreToldWithWhoPlacedThem) {
  const Hold hold = Place(ADispute(debt));
  EXPECT_EQ(hold.state, HoldState::kActive);
  EXPECT_EQ(hold.actor, "tester");
  EXPECT_THAT(List().holds, ElementsAre(hold));
  EXPECT_THAT(Told(), Contains(EventType::kHoldStarted));
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(HoldsTest, BeginTodayWhereTheDebtorIsWhenNoDayIsGiven) {
  // A quarter to midnight of the 22nd in UTC is the 23rd in Madrid, where the creditor is.
  world.clock.Set(absl::FromCivil(absl::CivilMinute(2026, 11, 22, 23, 45), absl::UTCTimeZone()));
  Kept<HoldToday> placed;
  const PlaceHold::Command command{debtor.id, std::nullopt, std::nullopt, ADispute(debt)};
  ASSERT_THAT(world.app.place_hold.Handle(world.ACall(), command, placed), IsOk());
  EXPECT_EQ(placed->hold.from, DayOf("2026-11-23"));
}

TEST_F(HoldsTest, ThatAreBackdatedTakeBackInterestOfEveryDebtByCorrections) {
  const Debt other = world.PlaceBearing(debtor, "L-2", 36'500);
  PostInterestUpTo(debt, "2026-05-01");
  PostInterestUpTo(other, "2026-05-01");
  EXPECT_EQ(Owed(debt), 36'500 - 100 + 120 * 5);
  Place(ARespite("2026-03-01"));
  for (const Debt& each : {debt, other}) {
    EXPECT_EQ(Owed(each), 36'500 - 100 + 58 * 5);
    EXPECT_EQ(world.Journal(each).back().kind, EntryKind::kCorrection);
    EXPECT_FALSE(world.Journal(each).back().linked.IsNil());
    EXPECT_THAT(world.Findings(each), IsEmpty());
  }
  const std::vector<EventType> told = Told();
  EXPECT_EQ(std::count(told.begin(), told.end(), EventType::kInterestFrozen), 2);
  EXPECT_THAT(told, Contains(EventType::kAdjusted));
}

TEST_F(HoldsTest, OfAStatutoryRespiteTakeBackTheFeesOfTheirDays) {
  world.AllowFees();
  const Debt plain = world.Place(debtor, "L-2", 100'000);
  for (const Debt& each : {debt, plain}) {
    ASSERT_THAT(world.Post(each, AFee("F-1", 700, "2026-02-28")), IsOk());
    ASSERT_THAT(world.Post(each, AFee("F-2", 800, "2026-03-05")), IsOk());
  }
  Place(ADispute(debt));
  EXPECT_EQ(world.Reload(debt).position.owed[Bucket::kFees], 1'500) << "a dispute keeps them";
  Place(ARespite("2026-03-01"));
  for (const Debt& each : {debt, plain}) {
    EXPECT_EQ(world.Reload(each).position.owed[Bucket::kFees], 700);
    const std::vector<Entry> journal = world.Journal(each);
    EXPECT_EQ(journal.back().kind, EntryKind::kReversal);
    EXPECT_EQ(journal.back().reason, Secret("RESPITE since 2026-03-01"));
    EXPECT_EQ(journal.back().value_date, DayOf("2026-03-05"));
    EXPECT_THAT(world.Findings(each), IsEmpty());
  }
  EXPECT_THAT(Told(), Contains(EventType::kFeeReversed));
}

TEST_F(HoldsTest, ThatMakeItUnclearWhoseDebtItIsKeepMoneyApart) {
  Hold hold = ADispute(debt);
  hold.type = HoldType::kIdentity;
  const Hold placed = Place(hold);
  const auto refused = world.Post(debt, APayment("P-1", 100));
  EXPECT_THAT(refused, IsRefused(Reason::kMoneyHeldApart));
  EXPECT_EQ(MetadataOf(refused.status()).at("hold"), placed.id.ToString());
  EXPECT_THAT(world.Post(debt, ACharge("C-1", 100)), IsOk());
  ASSERT_THAT(End(placed, {}), IsOk());
  EXPECT_THAT(world.Post(debt, APayment("P-1", 100)), IsRefused(Reason::kMoneyHeldApart))
      << "today is its last day";
  world.clock.Set(world.clock.Now() + absl::Hours(24));
  EXPECT_THAT(world.Post(debt, APayment("P-1", 100)), IsOk());
}

TEST_F(HoldsTest, ThatHaveExpiredAreNotExtended) {
  Hold march = ARespite("2026-03-01");
  march.until = DayOf("2026-03-31");
  EXPECT_THAT(Extend(Place(march), DayOf("2026-12-31")), IsRefused(Reason::kHoldNotActive));
}

TEST_F(HoldsTest, UndoneFromTheBeginningLeaveWhatWouldHaveBeenOwed) {
  PostInterestUpTo(debt, "2026-05-01");
  const Position before = world.Reload(debt).position;
  const Hold hold = Place(ARespite("2026-03-01"));
  const auto ended = End(hold, DayOf("2026-02-28"));
  ASSERT_THAT(ended, IsOk());
  EXPECT_EQ(ended->state, HoldState::kEnded);
  EXPECT_EQ(ended->end_reason, Secret("over"));
  EXPECT_EQ(world.Reload(debt).position, before);
  EXPECT_THAT(world.Reload(debt).rules.freezes, IsEmpty());
  EXPECT_THAT(world.Findings(debt), IsEmpty());
  EXPECT_THAT(Told(), Contains(EventType::kHoldEnded));
}

TEST_F(HoldsTest, ThatEndRestoreNothingThatAnotherForbids) {
  PostInterestUpTo(debt, "2026-05-01");
  const Hold respite = Place(ARespite("2026-03-01"));
  Place(ADispute(debt));
  const Position frozen = world.Reload(debt).position;
  ASSERT_THAT(End(respite, DayOf("2026-02-28")), IsOk());
  EXPECT_EQ(world.Reload(debt).position, frozen);
  const HoldEffects effects = List({.debt = debt.id, .state = {}, .type = {}}).effects.value();
  EXPECT_EQ(effects.interest, InterestEffect::kFrozen);
  EXPECT_EQ(effects.money, MoneyEffect::kUnderProtest);
}

TEST_F(HoldsTest, ThatAreExtendedTakeBackTheInterestOfTheirNewDays) {
  PostInterestUpTo(debt, "2026-05-01");
  Hold march = ARespite("2026-03-01");
  march.until = DayOf("2026-03-31");
  // It is still March when the hold is extended.
  const absl::Time now = world.clock.Now();
  const Hold hold = Place(march);
  EXPECT_EQ(Owed(debt), 36'500 - 100 + 89 * 5);
  world.clock.Set(absl::FromCivil(absl::CivilDay(2026, 3, 20), absl::UTCTimeZone()));
  const auto extended = Extend(hold, DayOf("2026-04-10"), DayOf("2026-04-01"));
  ASSERT_THAT(extended, IsOk());
  EXPECT_THAT(Extend(hold, DayOf("2026-02-01")), IsRefused(Reason::kFieldInvalid));
  world.clock.Set(now);
  EXPECT_EQ(extended->evidence, HoldEvidence::kReceived);
  EXPECT_EQ(Owed(debt), 36'500 - 100 + 79 * 5);
}

TEST_F(HoldsTest, OfThePersonConcernDebtsThatArePlacedLater) {
  Place(ARespite("2026-03-01"));
  const Debt later = world.PlaceBearing(debtor, "L-3", 36'500);
  PostInterestUpTo(later, "2026-05-01");
  EXPECT_EQ(Owed(later), 36'500 - 100 + 58 * 5);
  Place(ADispute(debt));
  EXPECT_THAT(world.Place(debtor, "L-4", 100).rules.freezes, SizeIs(1));
}

TEST_F(HoldsTest, OfThePersonConcernDebtsThatAreImportedLater) {
  Place(ARespite("2026-03-01"));
  DebtRow row;
  row.creditor_code = "bank";
  row.external_ref = "L-9";
  row.debtor.external_refs = {"D-1"};
  row.debtor.display_name = Secret("Ana Ejemplo");
  row.currency_code = "EUR";
  row.opening = {{Bucket::kPrincipal, "10.00"}};
  row.itemisation_date = "2026-01-01";
  row.original_creditor = "Example Bank";
  row.product = "loan";
  const Call call = world.ACall();
  const auto session = world.app.import_debts.Open(call, {});
  const std::vector<ImportRow> rows = {{1, row, {}}};
  const auto verdicts = (*session)->Take(rows);
  ASSERT_THAT(verdicts, IsOk());
  const auto imported = world.portfolio.GetDebt(world.tenant, debtor.id, verdicts->front().debt);
  ASSERT_THAT(imported, IsOk());
  EXPECT_THAT(imported->rules.freezes, ElementsAre(Period{DayOf("2026-03-01"), Day::max()}));
}

TEST_F(HoldsTest, OfOneDebtLeaveTheOthersAlone) {
  const Debt other = world.PlaceBearing(debtor, "L-2", 36'500);
  Place(ADispute(debt));
  EXPECT_THAT(world.Reload(other).rules.freezes, IsEmpty());
  EXPECT_EQ(world.Reload(other).revision, other.revision);
}

TEST_F(HoldsTest, ThatDoNotStopInterestLeaveTheDebtAsItIs) {
  Hold complaint = ADispute(debt);
  complaint.type = HoldType::kComplaint;
  Place(complaint);
  EXPECT_EQ(world.Reload(debt), debt);
}

TEST_F(HoldsTest, OfADebtThatWasPaidMakeACreditOfInterestThatWasNotOwed) {
  PostInterestUpTo(debt, "2026-05-01");
  ASSERT_THAT(world.Post(debt, APayment("all", Owed(debt), "2026-05-01")), IsOk());
  ASSERT_EQ(world.Reload(debt).status, DebtStatus::kPaid);
  Place(ARespite("2026-03-01"));
  EXPECT_EQ(world.Reload(debt).position.credit, 62 * 5);
  EXPECT_EQ(world.Reload(debt).status, DebtStatus::kPaid);
}

TEST_F(HoldsTest, AboutAPartLetTheRestBeAskedFor) {
  Place(ADispute(debt, 10'000));
  Place(ADispute(debt, 5'000));
  const auto result = List({.debt = debt.id, .state = {}, .type = {}});
  EXPECT_EQ(result.effects->demand, ContactEffect::kAllowed);
  EXPECT_EQ(result.effects->disputed, 15'000);
  EXPECT_EQ(result.currency, debt.currency);
}

TEST_F(HoldsTest, AreRefusedForWhatIsNotThere) {
  const auto place = [&](const Hold& hold) { return world.PlaceAHold(debtor.id, hold); };
  EXPECT_THAT(world.PlaceAHold(NumberedId<DebtorId>(9), ARespite("2026-03-01")),
              IsRefused(Reason::kDebtorNotFound));
  Hold hold = ADispute(debt);
  hold.debt = NumberedId<DebtId>(9);
  EXPECT_THAT(place(hold), IsRefused(Reason::kDebtNotFound));
  EXPECT_THAT(place(ADispute(debt, 36'501)), IsRefused(Reason::kDisputeAboveBalance));
  EXPECT_THAT(place(ADispute(debt, 36'500)), IsOk());
  hold = ADispute(debt, 100);
  hold.disputed = Money(100, CurrencyOf("USD"));
  EXPECT_THAT(ViolationsOf(place(hold).status()),
              ElementsAre(Violation{"hold.disputed.currency_code", Fault::kCurrencyMismatch}));
}

TEST_F(HoldsTest, AreEndedOnceAndNotInTheFuture) {
  const Hold hold = Place(ADispute(debt));
  EXPECT_THAT(End(hold, TestToday() + 1), IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(End(hold, DayOf("2026-02-27")), IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(End(hold, {}, hold.revision + 1), IsRefused(Reason::kEtagStale));
  EXPECT_THAT(End(hold, {}, hold.revision), IsOk());
  EXPECT_EQ(List().holds.front().until, TestToday());
  EXPECT_THAT(End(hold, {}), IsRefused(Reason::kHoldNotActive));
  EXPECT_THAT(Extend(hold, {}), IsRefused(Reason::kHoldNotActive));
  Hold unknown = hold;
  unknown.id = NumberedId<HoldId>(9);
  EXPECT_THAT(End(unknown, {}), IsRefused(Reason::kHoldNotFound));
}

TEST_F(HoldsTest, ThatWouldBeginLaterAreUndoneWhenTheyEnd) {
  const Hold hold = Place(ARespite("2027-03-01"));
  EXPECT_EQ(End(hold, {})->until, DayOf("2027-02-28"));
}

TEST_F(HoldsTest, AreListedByStateTypeAndDebtAPageAtATime) {
  const Debt other = world.Place(debtor, "L-2", 100);
  Hold over = ADispute(debt);
  over.until = DayOf("2026-03-02");
  const Hold expired = Place(over);
  const Hold person = Place(ARespite("2026-03-01"));
  const Hold others = Place(ADispute(other));
  EXPECT_THAT(List({.debt = debt.id, .state = {}, .type = {}}).holds, ElementsAre(expired, person));
  EXPECT_THAT(List({.debt = {}, .state = HoldState::kExpired, .type = {}}).holds,
              ElementsAre(expired));
  EXPECT_THAT(List({.debt = {}, .state = HoldState::kActive, .type = HoldType::kDispute}).holds,
              ElementsAre(others));
  const auto first = List({}, {}, 2);
  EXPECT_THAT(first.holds, ElementsAre(expired, person));
  EXPECT_TRUE(first.more);
  const auto rest = List({}, person.id, 2);
  EXPECT_THAT(rest.holds, ElementsAre(others));
  EXPECT_FALSE(rest.more);
  EXPECT_EQ(rest.effects, std::nullopt);
}

}  // namespace
}  // namespace parley
