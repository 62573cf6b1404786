// SPDX-License-Identifier: Apache-2.0
#include "application/debts/post_entries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "domain/common/violations.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class PostEntriesTest : public ::testing::Test {
 public:
  absl::StatusOr<PostEntries::Result> Post(std::vector<PostEntries::NewEntry> entries,
                                           std::optional<std::int64_t> etag = {}) {
    Kept<PostEntries::Result> posted;
    const PostEntries::Command command{debt.debtor, debt.id, etag, std::move(entries)};
    const auto answer = world.app.post_entries.Handle(world.ACall(), command, posted);
    if (!answer.ok()) return answer.status();
    return *posted;
  }

  std::vector<EventType> EventsSince(std::size_t count) {
    std::vector<EventType> types;
    const auto events = world.database.Events(world.tenant);
    for (std::size_t at = count; at < events.size(); ++at) types.push_back(events[at].event.type);
    return types;
  }

  World world;
  Debt debt = world.Place(world.MakeDebtor("D-1"), "L-1", 100'000);
};

TEST_F(PostEntriesTest, LowersTheBalanceByAPaymentAndTellsOthers) {
  const std::size_t before = world.database.Events(world.tenant).size();
  const auto posted = Post({APayment("P-1", 30'000)});
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->debt.position, Owing(70'000));
  ASSERT_THAT(posted->entries, SizeIs(1));
  EXPECT_EQ(posted->entries.front().number, 2);
  EXPECT_THAT(EventsSince(before), ElementsAre(EventType::kPaymentPosted));
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(PostEntriesTest, PaysADebtAndHoldsWhatIsTooMuch) {
  const std::size_t before = world.database.Events(world.tenant).size();
  const auto posted = Post({APayment("P-1", 130'000)});
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->debt.position, Holding(30'000));
  EXPECT_EQ(posted->debt.status, DebtStatus::kPaid);
  EXPECT_THAT(EventsSince(before),
              ElementsAre(EventType::kPaymentPosted, EventType::kOverpaid,
                          EventType::kDebtStatusChanged, EventType::kWorkOpened));
}

TEST_F(PostEntriesTest, PostsAllOrNone) {
  const auto refused = Post({APayment("P-1", 100), APayment("P-2", -1)});
  EXPECT_THAT(refused, IsRefused(Reason::kFieldInvalid));
  EXPECT_EQ(world.Reload(debt), debt);
}

TEST_F(PostEntriesTest, AnswersAKnownEntryWithWhatExists) {
  const auto first = Post({APayment("P-1", 100)});
  const auto again = Post({APayment("P-1", 100), APayment("P-2", 50)});
  ASSERT_THAT(again, IsOk());
  ASSERT_THAT(again->entries, SizeIs(2));
  EXPECT_EQ(again->entries[0], first->entries[0]);
  EXPECT_EQ(again->debt.position, Owing(99'850));
}

TEST_F(PostEntriesTest, RefusesAKnownReferenceWithOtherContent) {
  ASSERT_THAT(Post({APayment("P-1", 100)}), IsOk());
  EXPECT_THAT(Post({APayment("P-2", 1), APayment("P-1", 200)}),
              IsRefused(Reason::kEntryAlreadyPosted));
  EXPECT_THAT(world.Journal(debt), SizeIs(2));
}

TEST_F(PostEntriesTest, RefusesAnIdThatIsTaken) {
  const auto first = Post({APayment("P-1", 100)});
  PostEntries::NewEntry other = APayment("P-2", 100);
  other.id = first->entries.front().id;
  EXPECT_THAT(Post({other}), IsRefused(Reason::kEntryAlreadyPosted));
}

TEST_F(PostEntriesTest, TellsEveryMalformedFieldAtOnce) {
  PostEntries::NewEntry foreign = APayment("P-1", 100);
  foreign.amount = Money(100, CurrencyOf("JPY"));
  PostEntries::NewEntry late = APayment("P-1", 0);
  late.value_date = TestToday() + 2;
  PostEntries::NewEntry early = APayment("", 100);
  early.value_date = debt.itemisation_date - 1;
  const auto refused = Post({foreign, late, early});
  EXPECT_THAT(
      ViolationsOf(refused.status()),
      UnorderedElementsAre(Violation{"entries[0].amount.currency_code", Fault::kCurrencyMismatch},
                           Violation{"entries[1].external_ref", Fault::kDuplicate},
                           Violation{"entries[1].amount", Fault::kNotPositive},
                           Violation{"entries[1].value_date", Fault::kDateInFuture},
                           Violation{"entries[2].external_ref", Fault::kRequired},
                           Violation{"entries[2].value_date", Fault::kDateBeforeOpening}));
}

TEST_F(PostEntriesTest, RefusesAStaleEtagAfterExistenceAndState) {
  ASSERT_THAT(Post({APayment("P-1", 100)}, debt.revision), IsOk());
  const auto stale = Post({APayment("P-2", 100)}, debt.revision);
  EXPECT_THAT(stale, IsRefused(Reason::kEtagStale));
  EXPECT_EQ(MetadataOf(stale.status()).at("current_etag"), std::to_string(debt.revision + 1));
}

TEST_F(PostEntriesTest, AnswersARepeatWhateverItsEtag) {
  ASSERT_THAT(Post({APayment("P-1", 100)}, debt.revision), IsOk());
  const Debt after = world.Reload(debt);
  const auto again = Post({APayment("P-1", 100)}, debt.revision);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->debt, after);
}

TEST_F(PostEntriesTest, JudgesABackdatedPaymentInItsPlace) {
  world.AllowFees();
  ASSERT_THAT(Post({AFee("F-1", 1'000, "2026-02-10"), APayment("P-1", 1'000, "2026-02-20")}),
              IsOk());
  const auto posted = Post({APayment("P-0", 1'000, "2026-02-15")});
  ASSERT_THAT(posted, IsOk());
  EXPECT_EQ(posted->debt.position, Owing(99'000));
  // The earlier payment now pays the fee, so the later one's allocation is corrected.
  const std::vector<Entry> journal = world.Journal(debt);
  ASSERT_THAT(journal, SizeIs(5));
  EXPECT_EQ(journal.back().kind, EntryKind::kCorrection);
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(PostEntriesTest, RaiseWhatNeedsARuleByAFeeAlone) {
  PostEntries::NewEntry charge = ACharge("C-1", 1'000);
  for (const Bucket bucket : {Bucket::kInterest, Bucket::kFees, Bucket::kCosts, Bucket::kPenalty}) {
    charge.bucket = bucket;
    EXPECT_THAT(ViolationsOf(Post({charge}).status()),
                ElementsAre(Violation{"entries[0].bucket", Fault::kNeedsRule}));
  }
  PostEntries::NewEntry costs = AFee("F-1", 1'000);
  costs.bucket = Bucket::kCosts;
  EXPECT_THAT(Post({costs}), IsRefused(Reason::kFeeNotAllowed));
  world.AllowFees();
  ASSERT_THAT(Post({costs}), IsOk());
  EXPECT_EQ(world.Reload(debt).position.owed[Bucket::kCosts], 1'000);
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

// 1000.00 at 36.5 % bear 1.00 a day since 1 January.
class PostEntriesWithInterest : public PostEntriesTest {
 public:
  PostEntriesWithInterest() { debt = PlaceBearing("L-2"); }

  Debt PlaceBearing(const std::string& external_ref) {
    PlaceDebt::Command placing{debt.debtor, std::nullopt, APlacement()};
    placing.placement.creditor = world.creditor.id;
    placing.placement.external_ref = external_ref;
    placing.placement.itemisation_date = DayOf("2026-01-01");
    placing.placement.given.interest =
        InterestTerms{.rule = "contract",
                      .version = 3,
                      .basis = "clause 7 of the invented contract",
                      .interest_from = DayOf("2026-01-01"),
                      .rates = {{DayOf("2026-01-01"), 3'650'000'000}},
                      .cap = {}};
    Kept<Debt> placed;
    EXPECT_THAT(world.app.place_debt.Handle(world.ACall(), placing, placed), IsOk());
    return *placed;
  }
};

TEST_F(PostEntriesWithInterest, AnswersWithTheCallersEntryAfterTheInterestThatWasDue) {
  const auto posted = Post({APayment("P-1", 10'000, "2026-02-10"), APayment("P-2", 500)});
  ASSERT_THAT(posted, IsOk());
  ASSERT_THAT(posted->entries, SizeIs(2));
  EXPECT_EQ(posted->entries[0].external_ref, "P-1");
  EXPECT_EQ(posted->entries[1].external_ref, "P-2");
  const std::vector<Entry> journal = world.Journal(debt);
  for (std::size_t at = 0; at < journal.size(); ++at) {
    EXPECT_EQ(journal[at].number, static_cast<std::int64_t>(at) + 1);
  }
  EXPECT_EQ(std::count_if(journal.begin(), journal.end(),
                          [](const Entry& entry) { return entry.kind == EntryKind::kInterest; }),
            3)
      << "of January, up to 1 February, and up to 10 February";
  EXPECT_GT(posted->entries[0].number, 2);
  EXPECT_EQ(posted->entries[0],
            journal.at(static_cast<std::size_t>(posted->entries[0].number) - 1));
  EXPECT_EQ(posted->debt.position, world.Reload(debt).position);
  EXPECT_EQ(*Net(posted->debt.position), 100'000 + 4'000 - 10'500);
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(PostEntriesWithInterest, FindsTheReversalAmongWhatItChanges) {
  const auto posted = Post({APayment("P-1", 10'000, "2026-02-10")});
  ASSERT_THAT(posted, IsOk());
  Kept<ReverseEntry::Result> reversed;
  ReverseEntry::Command command;
  command.debtor = debt.debtor;
  command.debt = debt.id;
  command.entry = posted->entries.front().id;
  command.external_ref = "R-1";
  ASSERT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed), IsOk());
  EXPECT_EQ(reversed->entry.kind, EntryKind::kReversal);
  EXPECT_EQ(reversed->entry.external_ref, "R-1");
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(PostEntriesTest, TakesNoEntryOfARejectedDebt) {
  PlaceDebt::Command placing{debt.debtor, std::nullopt, APlacement()};
  placing.placement.creditor = world.creditor.id;
  placing.placement.external_ref = "L-2";
  placing.placement.review = true;
  Kept<Debt> placed;
  ASSERT_THAT(world.app.place_debt.Handle(world.ACall(), placing, placed), IsOk());
  const RejectPlacement::Command rejecting{debt.debtor, placed->id, placed->revision,
                                           Secret("not theirs")};
  Kept<Debt> rejected;
  ASSERT_THAT(world.app.reject_placement.Handle(world.ACall(), rejecting, rejected), IsOk());
  EXPECT_EQ(rejected->status, DebtStatus::kRejected);
  EXPECT_THAT(world.Post(*rejected, APayment("P-1", 100)), IsRefused(Reason::kDebtClosedToEntries));
  const ActivateDebt::Command activating{debt.debtor, placed->id, {}};
  EXPECT_THAT(world.app.activate_debt.Handle(world.ACall(), activating, rejected),
              IsRefused(Reason::kDebtNotReceived));
}

TEST_F(PostEntriesTest, ReversesAPaymentFromItsOwnDay) {
  const Entry payment = Post({APayment("P-1", 30'000)})->entries.front();
  const ReverseEntry::Command command{debt.debtor, debt.id, payment.id, "R-1", {}, {}, {}};
  Kept<ReverseEntry::Result> reversed;
  ASSERT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed), IsOk());
  EXPECT_EQ(reversed->debt.position, Owing(100'000));
  EXPECT_EQ(reversed->entry.linked, payment.id);
  EXPECT_EQ(reversed->entry.value_date, payment.value_date);
  // The same reversal again, by its reference, is answered with what exists.
  ASSERT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed), IsOk());
  EXPECT_THAT(world.Journal(debt), SizeIs(3));
  EXPECT_THAT(world.Findings(debt), IsEmpty());
}

TEST_F(PostEntriesTest, MakesAPaidDebtActiveAgainWhenItsPaymentIsReversed) {
  const Entry payment = Post({APayment("P-1", 100'000)})->entries.front();
  ASSERT_EQ(world.Reload(debt).status, DebtStatus::kPaid);
  const ReverseEntry::Command command{debt.debtor, debt.id, payment.id, "", {}, {}, {}};
  Kept<ReverseEntry::Result> reversed;
  ASSERT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed), IsOk());
  EXPECT_EQ(reversed->debt.status, DebtStatus::kActive);
}

TEST_F(PostEntriesTest, TellsWhatIsWrongWithTheTextsOfAReversal) {
  const Entry payment = Post({APayment("P-1", 100)})->entries.front();
  const ReverseEntry::Command command{
      debt.debtor, debt.id, payment.id, std::string(201, 'x'), {}, Secret("\x01"), {}};
  Kept<ReverseEntry::Result> reversed;
  EXPECT_THAT(
      ViolationsOf(world.app.reverse_entry.Handle(world.ACall(), command, reversed).status()),
      UnorderedElementsAre(Violation{"external_ref", Fault::kTooLong},
                           Violation{"reason", Fault::kControlCharacter}));
}

TEST_F(PostEntriesTest, RefusesAReversalThatMakesNoSense) {
  const Entry payment = Post({APayment("P-1", 100)})->entries.front();
  ReverseEntry::Command command{debt.debtor, debt.id, payment.id, "", {}, {}, {}};
  Kept<ReverseEntry::Result> reversed;
  command.value_date = payment.value_date - 1;
  EXPECT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed),
              IsRefused(Reason::kFieldInvalid));
  command.value_date.reset();
  ASSERT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed), IsOk());
  command.entry = reversed->entry.id;
  EXPECT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed),
              IsRefused(Reason::kReversalNotReversible));
  command.entry = world.Journal(debt).front().id;
  EXPECT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed),
              IsRefused(Reason::kOpeningNotReversible));
  command.entry = NumberedId<EntryId>(5);
  EXPECT_THAT(world.app.reverse_entry.Handle(world.ACall(), command, reversed),
              IsRefused(Reason::kEntryNotFound));
}

}  // namespace
}  // namespace parley
