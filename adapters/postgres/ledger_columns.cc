// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/ledger_columns.h"

#include <cstddef>
#include <utility>

#include "adapters/postgres/stored_number.h"

namespace parley::postgres {
namespace {

constexpr std::size_t kTermsWidth = 11;
constexpr std::size_t kStandingWidth = 5;

// Two arrays side by side, the second of which `read` reads.
template <typename Record, typename Parse>
std::vector<Record> ReadDated(RowReader& row, Parse parse) {
  const auto days = row.Known(DaysFromText(row.View()));
  const auto others = row.Known(parse(row.View()));
  if (!days.has_value() || !others.has_value() || days->size() != others->size()) {
    row.Spoil();
    return {};
  }
  std::vector<Record> records;
  records.reserve(days->size());
  for (std::size_t at = 0; at < days->size(); ++at) {
    records.push_back({(*days)[at], (*others)[at]});
  }
  return records;
}

std::optional<InterestTerms> ReadTerms(RowReader& row) {
  if (row.NextIsNull()) {
    row.Skip(kTermsWidth);
    return std::nullopt;
  }
  InterestTerms terms;
  terms.rule = row.Text();
  terms.version = row.Integer();
  terms.basis = row.Text();
  terms.day_count = row.Known(DayCountNumbered(row.Integer())).value_or(terms.day_count);
  terms.base =
      row.Known(Numbered(row.Integer(), InterestBase::kPrincipal, InterestBase::kPrincipalAndFees))
          .value_or(terms.base);
  terms.posting =
      row.Known(Numbered(row.Integer(), InterestPosting::kMonthEnd, InterestPosting::kNever))
          .value_or(terms.posting);
  terms.interest_from = row.ReadDay();
  terms.rates = ReadDated<RateChange>(row, IntegersFromText);
  terms.cap = row.IntegerOrNone();
  terms.monthly_minimum = row.Integer();
  return terms;
}

std::optional<InterestStanding> ReadStanding(RowReader& row, DayCount convention) {
  if (row.NextIsNull()) {
    row.Skip(kStandingWidth);
    return std::nullopt;
  }
  const Day base_since = row.ReadDay();
  const absl::int128 common = row.WideInteger();
  const absl::int128 leap = row.WideInteger();
  const Day posted_through = row.ReadDay();
  return InterestStanding{base_since, ExactInterest(convention, {common, leap}), posted_through,
                          row.Integer()};
}

}  // namespace

std::string OrderText(const AllocationOrder& order) {
  std::string out = "{";
  for (const Bucket bucket : order) {
    if (out.size() > 1) out += ',';
    AppendElement(out, static_cast<int>(ReceivableOf(bucket)));
  }
  out += '}';
  return out;
}

AllocationOrder ReadOrder(RowReader& row) {
  static const std::vector<std::int64_t> usual =
      IntegersFromText(OrderText(kDefaultAllocationOrder)).value_or(std::vector<std::int64_t>());
  const std::vector<std::int64_t> numbers = row.Integers();
  if (numbers == usual) return kDefaultAllocationOrder;
  std::vector<Bucket> buckets;
  for (const std::int64_t number : numbers) {
    const auto account = row.Known(AccountNumbered(static_cast<int>(number)));
    if (account.has_value()) buckets.push_back(row.Known(BucketOf(*account)).value_or(Bucket()));
  }
  return row.Known(AllocationOrderOf(buckets)).value_or(kDefaultAllocationOrder);
}

void ReadLedger(RowReader& row, Debt& debt) {
  for (const Bucket bucket : kBuckets) debt.position.owed[bucket] = row.Integer();
  debt.position.credit = row.Integer();
  debt.position.written_off = row.Integer();
  debt.position.recovered = row.Integer();
  debt.rules.order = ReadOrder(row);
  debt.rules.interest = ReadTerms(row);
  debt.rules.freezes = ReadDated<Period>(row, DaysFromText);
  debt.interest = ReadStanding(
      row, debt.rules.interest.has_value() ? debt.rules.interest->day_count : DayCount::kAct365F);
  debt.last_value_date = row.ReadDay();
  debt.entry_count = row.Integer();
  debt.levels.order =
      row.Known(SettingLevelNumbered(row.Integer())).value_or(SettingLevel::kSystem);
  debt.levels.interest =
      row.Known(SettingLevelNumbered(row.Integer())).value_or(SettingLevel::kSystem);
  KeptQuotes quotes = row.Known(QuotesFromJson(row.Text())).value_or(KeptQuotes());
  debt.rules.payoffs = std::move(quotes.payoffs);
  debt.quotes_met = std::move(quotes.met);
}

}  // namespace parley::postgres
