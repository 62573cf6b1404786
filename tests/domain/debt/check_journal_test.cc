// SPDX-License-Identifier: Apache-2.0
// What CheckJournal finds in a journal that was sound until one thing in it was broken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/debt/ledger.h"
#include "tests/domain/debt/test_ledger.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// 1 opening, 2 payment, 3 backdated charge, 4 correction of 2, 5 reversal of 3, 6 correction of 2.
TestLedger Sound() {
  TestLedger ledger(InBuckets({{Bucket::kPrincipal, 100}, {Bucket::kFees, 20}}));
  EXPECT_TRUE(ledger.Post({Payment(2, Day(2026, 3, 10), 50)}).ok());
  EXPECT_TRUE(ledger.Post({Charge(3, Day(2026, 2, 15), 30, Bucket::kFees)}).ok());
  EXPECT_TRUE(ledger.Reverse(3).ok());
  return ledger;
}

class CheckJournalTest : public ::testing::Test {
 public:
  Entry& entry(int number) { return journal_.at(static_cast<std::size_t>(number - 1)); }
  std::vector<std::string> Findings() const {
    std::vector<std::string> sentences;
    for (const Finding& finding : CheckJournal(journal_, ledger_.debt().rules, kept_)) {
      sentences.push_back(finding.sentence);
    }
    return sentences;
  }

  const TestLedger ledger_ = Sound();
  std::vector<Entry> journal_ = ledger_.journal();
  LedgerStanding kept_ = StandingOf(ledger_.debt());
};

TEST_F(CheckJournalTest, FindsNothingInASoundJournal) {
  ASSERT_EQ(journal_.size(), 6U);
  EXPECT_THAT(Findings(), IsEmpty());
  EXPECT_THAT(CheckJournal({}, LedgerRules{}, LedgerStanding{}), IsEmpty());
}

TEST_F(CheckJournalTest, FindsPostingsThatDoNotSumToZero) {
  entry(2).postings.back().minor_units += 1;
  EXPECT_THAT(Findings(), ElementsAre("entry 2 does not sum to zero"));
}

TEST_F(CheckJournalTest, FindsAGapInTheNumbers) {
  journal_.erase(journal_.begin() + 4);
  EXPECT_THAT(Findings(), Contains(HasSubstr("entry 6 is out of the journal's numbering")));
  journal_ = ledger_.journal();
  std::swap(entry(2), entry(3));
  EXPECT_THAT(Findings(), Contains(HasSubstr("numbering")));
}

TEST_F(CheckJournalTest, FindsAnEntryThatIsGoneFromTheEnd) {
  journal_.pop_back();
  EXPECT_THAT(Findings(), Contains("the kept balance is not the sum of the journal"));
}

TEST_F(CheckJournalTest, FindsAWrongKindOfLink) {
  entry(5).linked = EntryId();
  EXPECT_THAT(Findings(), ElementsAre("entry 5 has the wrong kind of link"));
  journal_ = ledger_.journal();
  entry(4).linked = EntryId();
  EXPECT_THAT(Findings(), ElementsAre("entry 4 has the wrong kind of link"));
  journal_ = ledger_.journal();
  entry(3).linked = entry(2).id;
  EXPECT_THAT(Findings(), ElementsAre("entry 3 has the wrong kind of link"));
}

TEST_F(CheckJournalTest, FindsALinkToNothingOrToALaterEntry) {
  entry(4).linked = E(99);
  EXPECT_THAT(Findings(), ElementsAre("entry 4 links to no earlier entry"));
  journal_ = ledger_.journal();
  entry(4).linked = entry(5).id;
  EXPECT_THAT(Findings(), ElementsAre("entry 4 links to no earlier entry"));
}

TEST_F(CheckJournalTest, FindsASecondReversalOfAnEntry) {
  Entry again = entry(5);
  again.id = E(50);
  again.number = 7;
  journal_.push_back(again);
  EXPECT_THAT(Findings(), ElementsAre("entry 7 reverses an entry a second time"));
}

TEST_F(CheckJournalTest, FindsAKeptBalanceThatIsNotTheSum) {
  kept_.position.owed[Bucket::kPrincipal] += 1;
  EXPECT_THAT(Findings(), ElementsAre("the kept balance is not the sum of the journal",
                                      "the kept balance is not what replaying the journal gives"));
}

TEST_F(CheckJournalTest, FindsABucketBelowZeroOnADayBetween) {
  // A fact moved behind the payment that it feeds: no sum changes in the end.
  entry(1).value_date = Day(2026, 3, 11);
  EXPECT_THAT(Findings(), Contains("the position is not at rest on 2026-03-10"));
}

TEST_F(CheckJournalTest, FindsAnAllocationThatReplayingDoesNotGive) {
  entry(2).postings = {{Account::kPrincipal, -50}, {Account::kPayments, 50}};
  entry(4).postings = {{Account::kFees, -20}, {Account::kPrincipal, 20}};
  ASSERT_THAT(PositionAsOf(journal_, Day::max()).value() == kept_.position, false);
  kept_.position = PositionAsOf(journal_, Day::max()).value();
  EXPECT_THAT(Findings(), Contains("an allocation is not what replaying the journal gives"));
}

TEST_F(CheckJournalTest, FindsAnAmountThatIsNotWhatWasPosted) {
  entry(2).amount = 49;
  EXPECT_THAT(Findings(), Contains("an allocation is not what replaying the journal gives"));
}

TEST_F(CheckJournalTest, FindsACounterAccountOfAnotherKind) {
  entry(2).postings.back().account = Account::kCredits;
  EXPECT_THAT(Findings(), ElementsAre("an allocation is not what replaying the journal gives"));
}

TEST_F(CheckJournalTest, FindsAReversalBeforeWhatItReverses) {
  entry(5).value_date = Day(2026, 2, 14);
  EXPECT_THAT(Findings(), Contains("the journal cannot be replayed"));
}

TEST_F(CheckJournalTest, NamesTheInvariantThatIsBroken) {
  const auto broken = [&] {
    std::set<std::string_view> names;
    for (const Finding& finding : CheckJournal(journal_, ledger_.debt().rules, kept_)) {
      names.insert(NameOf(finding.invariant));
    }
    return names;
  };
  kept_.position.owed[Bucket::kPrincipal] += 1;
  EXPECT_THAT(broken(), ElementsAre("ALLOCATION_EQUALS_REPLAY", "BUCKETS_EQUAL_JOURNAL"));
  entry(1).value_date = Day(2026, 3, 11);
  EXPECT_THAT(broken(), Contains("AT_REST_ON_EVERY_DAY"));
  entry(2).postings.back().minor_units += 1;
  entry(4).number = 3;
  entry(5).linked = EntryId();
  EXPECT_THAT(broken(), ElementsAre("LINKS_LEAD_BACK", "NUMBERS_RUN_ON", "POSTINGS_SUM_TO_ZERO"));
  EXPECT_EQ(NameOf(Invariant::kItemisationAddsUp), "ITEMISATION_ADDS_UP");
}

TEST_F(CheckJournalTest, TellsNoAmounts) {
  entry(2).postings.front().minor_units = -123456;
  for (const std::string& finding : Findings()) {
    EXPECT_EQ(finding.find("123456"), std::string::npos) << finding;
  }
}

}  // namespace
}  // namespace parley
