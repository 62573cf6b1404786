// SPDX-License-Identifier: Apache-2.0
// Lists: pages in the order of ids, filters, and look-ups by reference.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct Known {
  CreditorId creditor;
  std::string external_ref;
  DebtorId debtor;
  DebtId debt;

  friend bool operator==(const Known&, const Known&) = default;
};

class ListsContract : public StoreContract {
 protected:
  // Two creditors and three debtors with eight debts each, in an order that is not that of ids,
  // with statuses, currencies and balances that cut across each other.
  void HavePortfolio() {
    for (const int number : {2, 1}) Have(ACreditor(number).Build());
    for (const int number : {3, 1, 2}) Have(ADebtor(number).Build());
    for (int at = 0; at < 24; ++at) debts_.push_back(Have(PortfolioDebt((at * 7) % 24 + 1)));
    std::sort(debts_.begin(), debts_.end(), [](const Debt& left, const Debt& right) {
      return std::tie(left.debtor, left.id) < std::tie(right.debtor, right.id);
    });
  }

  static Debt PortfolioDebt(int number) {
    const auto seed = static_cast<std::uint64_t>(number);
    const std::int64_t units = std::int64_t{number} * 100;
    return ADebt(number)
        .With(&Debt::debtor, NumberedId<DebtorId>(seed % 3 + 1))
        .With(&Debt::creditor, NumberedId<CreditorId>(seed % 2 + 1))
        .With(&Debt::external_ref, "REF-" + std::to_string((number + 1) / 2))
        .With(&Debt::status, seed % 6 == 0   ? DebtStatus::kPaid
                             : seed % 4 == 0 ? DebtStatus::kOnPlan
                                             : DebtStatus::kActive)
        .With(&Debt::currency, CurrencyOf(seed % 5 < 3 ? "EUR" : "JPY"))
        .With(&Debt::position, seed % 6 == 0 ? Holding(units) : Owing(units));
  }

  // All pages of a list, each of at most `most`.
  std::vector<Debt> ListAll(const DebtFilter& filter, int most) {
    std::vector<Debt> all;
    DebtPosition after;
    while (true) {
      const std::vector<Debt> page =
          ValueOf(world().portfolio().ListDebts(kTenant, filter, after, most));
      EXPECT_LE(page.size(), static_cast<std::size_t>(most));
      if (page.empty()) return all;
      all.insert(all.end(), page.begin(), page.end());
      after = {page.back().debtor, page.back().id};
    }
  }

  // The filter's meaning, said once more.
  static bool Passes(const DebtFilter& filter, const Debt& debt) {
    const std::int64_t owed = Outstanding(debt.position).value();
    if (filter.debtor.has_value() && debt.debtor != *filter.debtor) return false;
    if (filter.creditor.has_value() && debt.creditor != *filter.creditor) return false;
    if (filter.external_ref.has_value() && debt.external_ref != *filter.external_ref) return false;
    if (filter.status.has_value() && debt.status != *filter.status) return false;
    if (filter.currency.has_value() && debt.currency != *filter.currency) return false;
    if (filter.least_owed.has_value() && owed < *filter.least_owed) return false;
    return !filter.most_owed.has_value() || owed <= *filter.most_owed;
  }
  std::vector<Debt> Expected(const DebtFilter& filter) const {
    std::vector<Debt> expected;
    for (const Debt& debt : debts_) {
      if (Passes(filter, debt)) expected.push_back(debt);
    }
    return expected;
  }

  // The debt of that number as it is stored.
  Debt FindInPortfolio(std::uint64_t number) const {
    const auto has_number = [&](const Debt& debt) { return debt.id == NumberedId<DebtId>(number); };
    return *std::find_if(debts_.begin(), debts_.end(), has_number);
  }

  std::vector<Known> FindDebts(const std::vector<DebtReference>& references) {
    std::vector<Known> known;
    for (const KnownDebt& debt : ValueOf(world().portfolio().FindDebts(kTenant, references))) {
      known.push_back({debt.creditor, debt.external_ref, debt.debtor, debt.debt});
    }
    return known;
  }
  static Known KnownOf(const Debt& debt) {
    return {debt.creditor, debt.external_ref, debt.debtor, debt.id};
  }

  // In the order of lists.
  const std::vector<Debt>& debts() const { return debts_; }

 private:
  std::vector<Debt> debts_;
};
PARLEY_OVER_EVERY_STORE(ListsContract);

TEST_P(ListsContract, OfDebtsShowEachOnceInTheOrderOfIds) {
  HavePortfolio();
  for (const int most : {1, 2, 5, 23, 24, 25, 1000}) EXPECT_EQ(ListAll({}, most), debts());
}

TEST_P(ListsContract, OfDebtsShowWhatEveryCombinationOfFiltersLetsThrough) {
  HavePortfolio();
  for (unsigned bits = 0; bits < 128; ++bits) {
    DebtFilter filter;
    if ((bits & 1U) != 0) filter.debtor = NumberedId<DebtorId>(2);
    if ((bits & 2U) != 0) filter.creditor = NumberedId<CreditorId>(1);
    if ((bits & 4U) != 0) filter.status = DebtStatus::kActive;
    if ((bits & 8U) != 0) filter.external_ref = "REF-10";
    if ((bits & 0x70U) != 0) filter.currency = CurrencyOf("EUR");
    if ((bits & 32U) != 0) filter.least_owed = 700;
    if ((bits & 64U) != 0) filter.most_owed = 2000;
    EXPECT_EQ(ListAll(filter, 3), Expected(filter)) << "combination " << bits;
  }
}

TEST_P(ListsContract, OfDebtsCountBothEndsOfWhatIsOwedAndNoCredit) {
  HavePortfolio();
  DebtFilter filter;
  filter.currency = CurrencyOf("EUR");
  filter.least_owed = 700;
  filter.most_owed = 700;
  EXPECT_THAT(ListAll(filter, 10), ElementsAre(FindInPortfolio(7)));
  filter.least_owed = 0;
  filter.most_owed = 0;
  EXPECT_FALSE(Expected(filter).empty());
  EXPECT_EQ(ListAll(filter, 10), Expected(filter));
}

TEST_P(ListsContract, OfDebtsGoOnAfterADebtThatIsNotThere) {
  HavePortfolio();
  const DebtPosition after{NumberedId<DebtorId>(2), NumberedId<DebtId>(0xFFFF)};
  DebtFilter filter;
  filter.debtor = NumberedId<DebtorId>(3);
  EXPECT_THAT(world().portfolio().ListDebts(kTenant, {}, after, 100),
              IsOkAnd(testing::ElementsAreArray(Expected(filter))));
}

TEST_P(ListsContract, OfDebtsInEveryStatusShowThatStatus) {
  HaveParties();
  std::vector<Debt> debts;
  for (const DebtStatus status : EveryDebtStatus()) {
    const int number = static_cast<int>(debts.size()) + 1;
    debts.push_back(Have(ADebtIn(status, number)));
  }
  for (const Debt& debt : debts) {
    DebtFilter filter;
    filter.status = debt.status;
    EXPECT_THAT(ListAll(filter, 10), ElementsAre(debt));
  }
}

TEST_P(ListsContract, OfLedgersShowEachDebtWithItsWholeJournal) {
  HaveParties();
  std::vector<Debt> debts;
  std::vector<Entry> entries;
  for (int number = 1; number <= 5; ++number) {
    // The entries of a debt have ids after those of the debt before.
    std::vector<Entry> journal;
    for (int at = 1; at <= number; ++at) {
      journal.push_back(AnEntry(100 * number + at).With(&Entry::number, at));
    }
    debts.push_back(Have(ADebt(number).Build(), journal));
    entries.insert(entries.end(), journal.begin(), journal.end());
  }
  // Of 1, 2, 3, 4 and 5 entries: a page has as many debts, or what brings it to as many entries.
  const auto sizes = [&](const LedgerLimits& limits) {
    std::vector<std::size_t> pages;
    std::vector<Debt> read;
    std::vector<Entry> read_entries;
    for (DebtPosition after;;) {
      const auto page = ValueOf(world().portfolio().ListLedgers(kTenant, after, limits));
      if (page.empty()) break;
      pages.push_back(page.size());
      for (const StoredLedger& ledger : page) {
        read.push_back(ledger.debt.value());
        read_entries.insert(read_entries.end(), ledger.entries.begin(), ledger.entries.end());
      }
      after = page.back().position;
    }
    EXPECT_EQ(read, debts);
    EXPECT_EQ(read_entries, entries);
    return pages;
  };
  EXPECT_THAT(sizes({100, 1000}), ElementsAre(5));
  EXPECT_THAT(sizes({2, 1000}), ElementsAre(2, 2, 1));
  EXPECT_THAT(sizes({100, 3}), ElementsAre(2, 1, 1, 1));
  EXPECT_THAT(sizes({100, 1}), ElementsAre(1, 1, 1, 1, 1));
}

TEST_P(ListsContract, OfLedgersTellWhichRecordIsBroken) {
  HaveParties();
  const Debt broken = Have(ADebt(1).Build(), {AnOpening()});
  const Debt sound = Have(ADebt(2).Build(), {AnOpening().With(&Entry::id, NumberedId<EntryId>(9))});
  if (!world().CorruptDebt(kTenant, broken.debtor, broken.id)) {
    GTEST_SKIP() << "this store cannot be made to keep a broken record";
  }
  const auto page = ValueOf(world().portfolio().ListLedgers(kTenant, {}, {10, 100}));
  ASSERT_THAT(page, SizeIs(2));
  EXPECT_EQ(page[0].position.debt, broken.id);
  EXPECT_FALSE(page[0].debt.has_value());
  EXPECT_EQ(page[1].debt, sound);
}

TEST_P(ListsContract, OfDebtorsShowEachOnceInTheOrderOfIds) {
  std::vector<Debtor> debtors;
  debtors.reserve(11);
  for (int at = 0; at < 11; ++at) debtors.push_back(Have(ADebtor((at * 4) % 11 + 1).Build()));
  std::sort(debtors.begin(), debtors.end(),
            [](const Debtor& left, const Debtor& right) { return left.id < right.id; });
  for (const int most : {1, 3, 11, 12}) {
    std::vector<Debtor> all;
    DebtorId after;
    while (true) {
      const auto page = ValueOf(world().directory().ListDebtors(kTenant, after, most));
      if (page.empty()) break;
      EXPECT_LE(page.size(), static_cast<std::size_t>(most));
      all.insert(all.end(), page.begin(), page.end());
      after = page.back().id;
    }
    EXPECT_EQ(all, debtors);
  }
}

TEST_P(ListsContract, OfCreditorsShowEachOnceInTheOrderOfIds) {
  std::vector<Creditor> creditors;
  creditors.reserve(7);
  for (int at = 0; at < 7; ++at) creditors.push_back(Have(ACreditor((at * 4) % 7 + 1).Build()));
  std::sort(creditors.begin(), creditors.end(),
            [](const Creditor& left, const Creditor& right) { return left.id < right.id; });
  std::vector<Creditor> all;
  CreditorId after;
  while (true) {
    const auto page = ValueOf(world().directory().ListCreditors(kTenant, after, 2, std::nullopt));
    if (page.empty()) break;
    EXPECT_LE(page.size(), 2);
    all.insert(all.end(), page.begin(), page.end());
    after = page.back().id;
  }
  EXPECT_EQ(all, creditors);
  EXPECT_THAT(world().directory().ListCreditors(kTenant, creditors[3].id, 10, creditors[3].code),
              IsOkAnd(IsEmpty()));
}

TEST_P(ListsContract, AreEmptyInAnEmptyWorld) {
  EXPECT_THAT(ListAll({}, 10), IsEmpty());
  EXPECT_THAT(world().directory().ListDebtors(kTenant, {}, 10), IsOkAnd(IsEmpty()));
  EXPECT_THAT(world().directory().ListCreditors(kTenant, {}, 10, std::nullopt), IsOkAnd(IsEmpty()));
}

TEST_P(ListsContract, FindDebtsByReferenceAndCreditor) {
  HavePortfolio();
  const Debt debt = debts().at(3);
  EXPECT_THAT(FindDebts({{debt.creditor, debt.external_ref}}), ElementsAre(KnownOf(debt)));
}

TEST_P(ListsContract, FindTheDebtsOfEveryCreditorByReferenceAlone) {
  HavePortfolio();
  DebtFilter filter;
  filter.external_ref = "REF-4";
  const std::vector<Debt> debts = Expected(filter);
  std::vector<Known> expected;
  std::transform(debts.begin(), debts.end(), std::back_inserter(expected), KnownOf);
  ASSERT_THAT(expected, SizeIs(2));
  EXPECT_THAT(FindDebts({{std::nullopt, "REF-4"}}), testing::UnorderedElementsAreArray(expected));
}

TEST_P(ListsContract, FindManyDebtsAtOnceAndLeaveOutTheUnknown) {
  HavePortfolio();
  std::vector<DebtReference> references = {{std::nullopt, "REF-99"},
                                           {NumberedId<CreditorId>(9), "REF-1"},
                                           {std::nullopt, "ref-1"},
                                           {std::nullopt, "REF-"}};
  std::vector<Known> expected;
  std::transform(debts().begin(), debts().end(), std::back_inserter(expected), KnownOf);
  for (const Known& debt : expected) references.push_back({debt.creditor, debt.external_ref});
  EXPECT_THAT(FindDebts(references), testing::UnorderedElementsAreArray(expected));
  EXPECT_THAT(FindDebts({}), IsEmpty());
}

TEST_P(ListsContract, FindDebtsByDifficultReferences) {
  HaveParties();
  int number = 0;
  for (const std::string& text : DifficultTexts()) {
    const Debt debt = Have(ADebt(++number).With(&Debt::external_ref, text).Build());
    DebtFilter filter;
    filter.external_ref = text;
    EXPECT_THAT(ListAll(filter, 10), ElementsAre(debt));
    EXPECT_THAT(FindDebts({{kCreditor, text}}), ElementsAre(KnownOf(debt)));
    EXPECT_THAT(FindDebts({{std::nullopt, text}}), ElementsAre(KnownOf(debt)));
  }
}

TEST_P(ListsContract, AreUnavailableDuringAnOutage) {
  if (!world().SetOutage(true)) GTEST_SKIP() << "This store has no outages.";
  Directory& directory = world().directory();
  Portfolio& portfolio = world().portfolio();
  const std::vector<std::string> refs = {"DEBTOR-1"};
  const std::vector<DebtReference> debt_refs = {{std::nullopt, "DEBT-1"}};
  const auto debt = NumberedId<DebtId>(1);
  const auto unavailable = IsRefused(Reason::kStoreUnavailable);
  EXPECT_THAT(directory.GetDebtor(kTenant, kDebtor), unavailable);
  EXPECT_THAT(directory.ListDebtors(kTenant, {}, 1), unavailable);
  EXPECT_THAT(directory.FindDebtors(kTenant, refs), unavailable);
  EXPECT_THAT(directory.GetCreditor(kTenant, kCreditor), unavailable);
  EXPECT_THAT(directory.ListCreditors(kTenant, {}, 1, std::nullopt), unavailable);
  EXPECT_THAT(portfolio.GetDebt(kTenant, kDebtor, debt), unavailable);
  EXPECT_THAT(portfolio.GetJournal(kTenant, kDebtor, debt), unavailable);
  EXPECT_THAT(portfolio.ListDebts(kTenant, {}, {}, 1), unavailable);
  EXPECT_THAT(portfolio.FindDebts(kTenant, debt_refs), unavailable);
  ASSERT_TRUE(world().SetOutage(false));
  EXPECT_THAT(directory.GetDebtor(kTenant, kDebtor), IsRefused(Reason::kDebtorNotFound));
}

}  // namespace
}  // namespace parley
