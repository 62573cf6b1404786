// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_settings.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"

namespace parley::grpc_api {
namespace {

// An amount that must be in this currency.
std::int64_t ReadUnits(const v1::Money& in, std::string_view currency_code,
                       const std::string& field, Violations& violations) {
  const std::string path = field + ".currency_code";
  const auto currency = ReadCurrency(in.currency_code(), path, violations);
  if (currency.has_value() && in.currency_code() != currency_code) {
    AddOnce(violations, path, Fault::kCurrencyMismatch);
  }
  return in.minor_units();
}

std::vector<RateChange> ReadRates(const v1::InterestTerms& in, const std::string& field,
                                  Violations& violations) {
  std::vector<RateChange> rates;
  for (int i = 0; i < in.rates_size(); ++i) {
    const v1::RateChange& change = in.rates(i);
    const std::string path = absl::StrCat(field, "[", i, "].from_date");
    rates.push_back(
        {ReadDay(change.from_date(), path, violations).value_or(Day()), change.rate_e10()});
  }
  return rates;
}

}  // namespace

std::optional<AllocationOrder> ReadOrder(const google::protobuf::RepeatedField<int>& in,
                                         const std::string& field, Violations& violations) {
  if (in.empty()) return std::nullopt;
  std::vector<Bucket> buckets;
  for (const int number : in) {
    const auto bucket = ReadBucket(static_cast<v1::Bucket>(number));
    if (bucket.has_value()) buckets.push_back(*bucket);
  }
  const bool whole = static_cast<int>(buckets.size()) == in.size();
  const auto order = whole ? AllocationOrderOf(buckets) : std::nullopt;
  // An element that is no bucket at all was told of by its own path.
  const bool known = std::all_of(in.begin(), in.end(), v1::Bucket_IsValid);
  if (!order.has_value() && known) AddOnce(violations, field, Fault::kBucketMissing);
  return order;
}

InterestTerms ReadTerms(const v1::InterestTerms& in, std::string_view currency_code,
                        Day interest_from, const std::string& field, Violations& violations) {
  InterestTerms terms{
      .rule = in.rule(),
      .version = in.version(),
      .basis = in.basis(),
      .day_count = static_cast<DayCount>(in.day_count()),
      .base = static_cast<InterestBase>(in.base()),
      .posting = static_cast<InterestPosting>(in.posting()),
      .interest_from = ReadDay(in.interest_from_date(), field + ".interest_from_date", violations)
                           .value_or(interest_from),
      .rates = ReadRates(in, field + ".rates", violations),
      .cap = std::nullopt};
  if (in.has_cap()) terms.cap = ReadUnits(in.cap(), currency_code, field + ".cap", violations);
  if (in.has_monthly_minimum()) {
    terms.monthly_minimum =
        ReadUnits(in.monthly_minimum(), currency_code, field + ".monthly_minimum", violations);
  }
  return terms;
}

GivenTerms ReadGivenTerms(const v1::Debt& in, Day itemisation_date, Violations& violations) {
  GivenTerms given;
  given.order = ReadOrder(in.allocation_order(), "debt.allocation_order", violations);
  if (in.has_interest_terms()) {
    given.interest = ReadTerms(in.interest_terms(), in.currency_code(), itemisation_date,
                               "debt.interest_terms", violations);
  }
  return given;
}

void Write(const AllocationOrder& order, google::protobuf::RepeatedField<int>& out) {
  out.Reserve(static_cast<int>(order.size()));
  for (const Bucket bucket : order) out.Add(WriteBucket(bucket));
}

void Write(const InterestTerms& terms, Currency currency, v1::InterestTerms& out) {
  out.set_rule(terms.rule);
  out.set_version(terms.version);
  out.set_basis(terms.basis);
  out.set_day_count(static_cast<v1::DayCount>(terms.day_count));
  out.set_base(static_cast<v1::InterestBase>(terms.base));
  out.set_posting(static_cast<v1::InterestPosting>(terms.posting));
  out.set_interest_from_date(FormatDay(terms.interest_from));
  for (const RateChange& change : terms.rates) {
    v1::RateChange& added = *out.add_rates();
    added.set_from_date(FormatDay(change.from));
    added.set_rate_e10(change.units);
  }
  if (terms.cap.has_value()) Write(*terms.cap, currency, *out.mutable_cap());
  if (terms.monthly_minimum > 0) {
    Write(terms.monthly_minimum, currency, *out.mutable_monthly_minimum());
  }
}

}  // namespace parley::grpc_api
