// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/records.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

// A date of the journal that is none of its ends.
const Day kSomeDay(2024, 2, 29);

std::vector<Transfer> SomeTransfers() {
  return {{TransferKind::kOwnership, "Example Bank", "Second Owner \"Ltd\"", Day(1900, 1, 1),
           Day(9999, 12, 31)},
          {TransferKind::kServicing, "Second Owner, {Ltd}", "例の会社", kSomeDay, {}}};
}

Entry Charge(int number, Bucket bucket) {
  const std::int64_t amount = kLargestBalance / 8;
  return AnEntry(number)
      .With(&Entry::kind, EntryKind::kCharge)
      .With(&Entry::amount, amount)
      .With(&Entry::bucket, bucket)
      .With(&Entry::postings,
            std::vector<Posting>{{ReceivableOf(bucket), amount}, {Account::kCharges, -amount}});
}

Entry ReversalOf(int number, const Entry& reversed) {
  std::vector<Posting> postings = reversed.postings;
  for (Posting& posting : postings) posting.minor_units = -posting.minor_units;
  return AnEntry(number)
      .With(&Entry::kind, EntryKind::kReversal)
      .With(&Entry::amount, reversed.amount)
      .With(&Entry::linked, reversed.id)
      .With(&Entry::postings, postings);
}

// The least and the most that a rate, a cap and a freeze may be.
InterestTerms FullTerms() {
  return {.rule = "late-\"interest\", {例}",
          .version = std::numeric_limits<std::int64_t>::max(),
          .basis = "§ 288 BGB, 'two'\nlines \\",
          .day_count = DayCount::kActActIsda,
          .base = InterestBase::kPrincipalAndFees,
          .posting = InterestPosting::kNever,
          .interest_from = Day(1900, 1, 1),
          .rates = {{Day(1900, 1, 1), kHighestRate}, {kSomeDay, 0}, {Day(9999, 12, 31), 1}},
          .cap = kLargestBalance,
          .monthly_minimum = kLargestBalance};
}

Entry OfKind(int number, EntryKind kind, std::vector<Posting> postings) {
  const std::int64_t amount = postings.back().minor_units;
  return AnEntry(number)
      .With(&Entry::kind, kind)
      .With(&Entry::amount, amount < 0 ? -amount : amount)
      .With(&Entry::postings, std::move(postings));
}

InterestDetail FullDetail() {
  return {.rule = "late-\"interest\", {例}",
          .version = std::numeric_limits<std::int64_t>::max(),
          .basis = "§ 288 BGB, 'two'\nlines \\",
          .day_count = DayCount::k30360Us,
          .pieces = {{Day(1900, 1, 1), kSomeDay, kLargestBalance, kHighestRate, {365, 366}},
                     {kSomeDay, Day(9999, 12, 31), 1, 1, {1, 0}}},
          .carried_millionths = -499'999,
          .topped_up = kLargestBalance};
}

FeeDetail FullFee() {
  return {.rule = "late-\"fee\", {例}",
          .version = std::numeric_limits<std::int64_t>::max(),
          .basis = "§ 4, 'two'\nlines \\",
          .cause = FeeCause::kContractEvent,
          .cause_ref = "letter \"7\" {例}"};
}

// Every account, in entries of the kinds that came after the first release.
void AddLaterKinds(std::vector<Entry>& journal) {
  const auto next = [&] { return static_cast<int>(journal.size()) + 1; };
  journal.push_back(
      OfKind(next(), EntryKind::kWaiver,
             {{Account::kInterest, -kLargestBalance}, {Account::kWaivers, kLargestBalance}}));
  journal.push_back(
      OfKind(next(), EntryKind::kWriteOff, {{Account::kPrincipal, -7}, {Account::kWriteOff, 7}}));
  journal.push_back(
      OfKind(next(), EntryKind::kRefund, {{Account::kCreditBalance, 3}, {Account::kRefunds, -3}}));
  journal.push_back(
      OfKind(next(), EntryKind::kFee, {{Account::kFees, 5}, {Account::kFeesEarned, -5}}));
  journal.back().fee = FullFee();
  journal.push_back(Entry(OfKind(next(), EntryKind::kInterest,
                                 {{Account::kInterest, 5}, {Account::kInterestEarned, -5}})));
  journal.back().interest = FullDetail();
  journal.push_back(OfKind(next(), EntryKind::kPayment,
                           {{Account::kPrincipal, -1},
                            {Account::kInterest, -1},
                            {Account::kFees, -1},
                            {Account::kCosts, -1},
                            {Account::kPenalty, -1},
                            {Account::kCreditBalance, -1},
                            {Account::kWriteOff, 1},
                            {Account::kRecovery, -1},
                            {Account::kPayments, 6}}));
  journal.back().order = {Bucket::kPrincipal, Bucket::kInterest, Bucket::kFees, Bucket::kCosts,
                          Bucket::kPenalty};
  journal.push_back(
      OfKind(next(), EntryKind::kWaiver, {{Account::kPrincipal, -9}, {Account::kWaivers, 9}}));
  journal.back().quote = QuoteId(NumberedUuid(3));
  // What corrects a line of interest to one without any stretch of days.
  journal.push_back(
      AnEntry(next())
          .With(&Entry::kind, EntryKind::kCorrection)
          .With(&Entry::amount, 0)
          .With(&Entry::linked, journal.at(journal.size() - 3).id)
          .With(&Entry::interest, InterestDetail())
          .With(&Entry::postings,
                std::vector<Posting>{{Account::kInterest, -5}, {Account::kInterestEarned, 5}}));
}

}  // namespace

std::vector<std::string> DifficultTexts() {
  return {"Ağrı Öztürk-Œuvre",
          "例 太郎",
          "한국어 이름",
          "مثال عربي",
          "שם לדוגמה",
          "Пример Примеров",
          "उदाहरण नाम",
          "ตัวอย่าง",
          "e\xCC\x81 beside \xC3\xA9",
          "\xF0\x9F\x92\xB6 emoji \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
          R"(O'Brien "Bobby" \ '; DROP TABLE debtors; --)",
          "{a,b} [1:2] $1 :name %s _ % NULL null \\N \\x41",
          " a space at both ends ",
          std::string(200, 'x')};
}

std::vector<Currency> SomeCurrencies() {
  return {CurrencyOf("JPY"), CurrencyOf("EUR"), CurrencyOf("KWD"), CurrencyOf("CLF")};
}

std::vector<DebtStatus> EveryDebtStatus() {
  return {DebtStatus::kReceived,
          DebtStatus::kRejected,
          DebtStatus::kActive,
          DebtStatus::kOnPlan,
          DebtStatus::kAwaitingDecision,
          DebtStatus::kPaid,
          DebtStatus::kSettled,
          DebtStatus::kRecalled,
          DebtStatus::kReturned,
          DebtStatus::kWrittenOff,
          DebtStatus::kClosed};
}

Debt ADebtIn(DebtStatus status, int number) {
  const bool closed = status == DebtStatus::kPaid || status == DebtStatus::kSettled ||
                      status == DebtStatus::kWrittenOff;
  Position position = closed ? Position{} : Owing(100'000);
  if (status == DebtStatus::kWrittenOff) position.written_off = 100'000;
  Debt debt = ADebt(number).With(&Debt::status, status).With(&Debt::position, position);
  if (status == DebtStatus::kClosed) debt.close_code = CloseCode::kTimeBarred;
  if (HasLeft(status)) debt.left_date = kSomeDay;
  return debt;
}

Debt FullDebt() {
  Debt debt = FirstReleaseDebt();
  debt.position.written_off = kLargestBalance;
  debt.position.recovered = kLargestBalance - 1;
  debt.rules = {.order = {Bucket::kPrincipal, Bucket::kPenalty, Bucket::kCosts, Bucket::kFees,
                          Bucket::kInterest},
                .interest = FullTerms(),
                .freezes = {{Day(1900, 1, 1), Day(9999, 12, 31)}, {kSomeDay, Day::max()}}};
  debt.levels = {SettingLevel::kDebt, SettingLevel::kCreditor};
  constexpr absl::int128 kMost = std::numeric_limits<absl::int128>::max();
  debt.interest = {.base_since = Day(9999, 12, 31),
                   .accrued = ExactInterest(DayCount::kActActIsda, {kMost, kMost - 1}),
                   .posted_through = kSomeDay,
                   .posted = kLargestBalance};
  const auto payoff = [](std::uint64_t number, std::int64_t amount, absl::Time time, Day day) {
    return Payoff{QuoteId(NumberedUuid(number)), amount, time, Day(1900, 1, 1), day};
  };
  debt.rules.payoffs = {payoff(1, kLargestBalance, TestNow() + absl::Microseconds(1), kSomeDay),
                        payoff(2, 1, absl::UnixEpoch(), Day(1900, 1, 1)),
                        payoff(3, 7, TestNow(), Day(9999, 12, 31))};
  debt.quotes_met = {debt.rules.payoffs[0].quote, debt.rules.payoffs[2].quote};
  return debt;
}

Debt FirstReleaseDebt() {
  Debt debt = ADebt();
  debt.currency = CurrencyOf("KWD");
  debt.status = DebtStatus::kRejected;
  debt.status_reason = Secret("Two lines\nand a tab\t, 例");
  debt.origin = {.original_creditor = "Example & Söhne",
                 .product = "Kreditkarte \"Gold\"",
                 .agreement_reference = Secret("A-'1'"),
                 .agreement_date = Day(1900, 1, 1),
                 .default_date = kSomeDay,
                 .last_payment_date = Day(2024, 12, 31),
                 .charge_off = ChargeOff{kSomeDay, kLargestBalance},
                 .transfers = SomeTransfers()};
  debt.itemisation_date = Day(1900, 1, 1);
  debt.co_debtors = {{NumberedId<DebtorId>(11), 3333}, {NumberedId<DebtorId>(12), 0}};
  debt.position = Owing(kLargestBalance - 4);
  for (const Bucket bucket : {Bucket::kInterest, Bucket::kFees, Bucket::kCosts, Bucket::kPenalty}) {
    debt.position.owed[bucket] = 1;
  }
  debt.last_value_date = Day(9999, 12, 31);
  debt.content = NumberedFingerprint(0xFE);
  debt.created_time = TestNow() + absl::Microseconds(1);
  debt.updated_time = TestNow() + absl::Microseconds(999'999);
  return debt;
}

Debt BareDebt() {
  Debt debt = ADebt();
  debt.status = DebtStatus::kPaid;
  debt.status_reason = {};
  debt.origin = {};
  debt.origin.original_creditor = "Example Bank";
  debt.co_debtors = {};
  debt.position = {};
  debt.entry_count = 0;
  debt.content = {};
  return debt;
}

Debt BearingDebt(int number, DayCount convention, InterestBase base, InterestPosting posting) {
  Debt debt = ADebt(number);
  debt.rules.interest = {.rule = "r",
                         .version = 0,
                         .basis = "b",
                         .day_count = convention,
                         .base = base,
                         .posting = posting,
                         .interest_from = debt.itemisation_date,
                         .rates = {{debt.itemisation_date, 1}},
                         .cap = {},
                         .monthly_minimum = 0};
  debt.interest = {.base_since = debt.itemisation_date,
                   .accrued = ExactInterest(convention),
                   .posted_through = debt.itemisation_date,
                   .posted = 0};
  return debt;
}

CreditorSettings FullSettings() {
  InterestTerms everywhere = FullTerms();
  everywhere.interest_from = Day();
  InterestTerms in_dinars = everywhere;
  everywhere.cap.reset();
  everywhere.monthly_minimum = 0;
  AllocationOrder order = kDefaultAllocationOrder;
  std::reverse(order.begin(), order.end());
  const std::vector<Money> amounts = {Money(0, CurrencyOf("JPY")),
                                      Money(kLargestBalance, CurrencyOf("KWD"))};
  return {.order = order,
          .region_orders = {{"AT", kDefaultAllocationOrder}, {"US-CA", order}},
          .interest = {{std::nullopt, everywhere}, {CurrencyOf("KWD"), in_dinars}},
          .fee_rules = {{.id = "none \"例\"", .basis = "b"},
                        {.id = "late",
                         .version = std::numeric_limits<std::int64_t>::max(),
                         .basis = "two\nlines",
                         .enabled = true,
                         .causes = {FeeCause::kLatePayment, FeeCause::kContact},
                         .most = amounts}},
          .small_balance_floors = {Money(kHighestSmallBalanceFloor, CurrencyOf("KWD"))},
          .change_notice_days = 30,
          .approval_above = amounts};
}

std::vector<Entry> FullJournal() {
  std::vector<Entry> journal = FirstReleaseJournal();
  AddLaterKinds(journal);
  return journal;
}

std::vector<Entry> FirstReleaseJournal() {
  std::vector<Entry> journal = {
      AnOpening(-kLargestBalance)
          .With(&Entry::value_date, Day(1900, 1, 1))
          .With(&Entry::postings, PostingsOf(Holding(kLargestBalance), Account::kPlacement))};
  for (const Bucket bucket : kBuckets) {
    journal.push_back(Charge(static_cast<int>(journal.size()) + 1, bucket));
  }
  journal.push_back(AnEntry(7, kLargestBalance)
                        .With(&Entry::booked_time, TestNow() + absl::Microseconds(1))
                        .With(&Entry::value_date, Day(9999, 12, 31)));
  journal.push_back(AnEntry(8, 1)
                        .With(&Entry::kind, EntryKind::kCredit)
                        .With(&Entry::bucket, Bucket::kFees)
                        .With(&Entry::reason, Secret("Goodwill:\n'quoted', {braced}, 例"))
                        .With(&Entry::postings,
                              std::vector<Posting>{{Account::kFees, -1}, {Account::kCredits, 1}}));
  journal.push_back(ReversalOf(9, journal.at(6)));
  journal.push_back(AnEntry(10)
                        .With(&Entry::external_ref, "")
                        .With(&Entry::kind, EntryKind::kCorrection)
                        .With(&Entry::amount, 0)
                        .With(&Entry::linked, journal.at(7).id)
                        .With(&Entry::actor, "agent \"例\" {2}")
                        .With(&Entry::postings, std::vector<Posting>{{Account::kFees, -1},
                                                                     {Account::kPrincipal, 1}}));
  return journal;
}

}  // namespace parley
