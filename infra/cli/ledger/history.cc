// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/ledger/history.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "infra/cli/ledger/json_fields.h"
#include "infra/cli/ledger/json_values.h"

namespace parley::cli {
namespace {

using nlohmann::json;

std::optional<absl::Time> TimeOf(const JsonField& parent, std::string_view name) {
  if (!parent.Has(name)) return std::nullopt;
  const JsonField field = parent[name];
  absl::Time time;
  if (!absl::ParseTime(absl::RFC3339_full, field.Text(), &time, nullptr)) {
    field.Fail("is no instant such as 2026-11-22T10:00:00Z");
  }
  return time;
}

Bucket BucketOf(const JsonField& field) {
  const std::optional<Bucket> bucket = BucketNamedIn(field.Text());
  if (!bucket.has_value()) field.Fail("is no bucket");
  return *bucket;
}

AllocationOrder OrderOf(const JsonField& field) {
  std::vector<Bucket> buckets;
  for (const JsonField& element : field.Elements()) buckets.push_back(BucketOf(element));
  const std::optional<AllocationOrder> order = AllocationOrderOf(buckets);
  if (!order.has_value()) field.Fail("does not name each bucket once");
  return *order;
}

// What the domain reads of a name; the file has the domain's own.
template <typename Value>
Value Named(const JsonField& field, std::optional<Value> (*read)(std::string_view)) {
  const std::optional<Value> value = read(field.Text());
  if (!value.has_value()) field.Fail("has an unknown value");
  return *value;
}

// A kind of the file: the ledger's own, and the bucket that it implies.
struct KindOfFile {
  EntryKind kind;
  std::optional<Bucket> bucket;
};

constexpr auto kKinds = std::to_array<std::pair<std::string_view, KindOfFile>>({
    {"PAYMENT", {EntryKind::kPayment, std::nullopt}},
    {"CHARGE", {EntryKind::kCharge, std::nullopt}},
    {"CREDIT", {EntryKind::kCredit, std::nullopt}},
    {"FEE", {EntryKind::kFee, Bucket::kFees}},
    {"COST", {EntryKind::kCharge, Bucket::kCosts}},
    {"PENALTY", {EntryKind::kCharge, Bucket::kPenalty}},
    {"WAIVER", {EntryKind::kWaiver, std::nullopt}},
    {"WRITE_OFF", {EntryKind::kWriteOff, std::nullopt}},
    {"REFUND", {EntryKind::kRefund, std::nullopt}},
    {"REVERSAL", {EntryKind::kReversal, std::nullopt}},
});

// By day, in whatever order the file has them.
std::vector<RateChange> RatesOf(const JsonField& field) {
  std::vector<RateChange> rates;
  for (const JsonField& element : field.Elements()) {
    element.Only({"from", "rate_e10"});
    const RateChange change{DayOf(element["from"]), element["rate_e10"].Integer()};
    const auto place =
        std::lower_bound(rates.begin(), rates.end(), change.from,
                         [](const RateChange& rate, Day day) { return rate.from < day; });
    if (place != rates.end() && place->from == change.from) {
      element["from"].Fail("has another rate");
    }
    if (change.units < 0 || change.units > kHighestRate) {
      element["rate_e10"].Fail("is out of range");
    }
    rates.insert(place, change);
  }
  return rates;
}

void ReadTerms(const JsonField& field, LedgerHistory& history) {
  field.Only({"day_count", "base", "interest_from", "rates", "interest_cap_minor", "post_interest",
              "allocation"});
  InterestTerms terms;
  terms.rule = "file";
  terms.version = 1;
  terms.day_count = OneOf(field["day_count"], kDayCounts);
  terms.base = Named(field["base"], InterestBaseNamed);
  terms.interest_from = DayOf(field["interest_from"]);
  terms.rates = RatesOf(field["rates"]);
  terms.cap = IntegerOf(field, "interest_cap_minor");
  if (terms.cap.value_or(0) < 0) field["interest_cap_minor"].Fail("is below zero");
  terms.posting = Named(field["post_interest"], InterestPostingNamed);
  history.rules.interest = std::move(terms);
  history.rules.order = OrderOf(field["allocation"]);
}

void ReadOpening(const JsonField& field, LedgerHistory& history) {
  for (const auto& [name, units] : field.Object()) {
    const std::optional<Bucket> bucket = BucketNamedIn(name);
    if (!bucket.has_value()) field[name].Fail("is no bucket");
    history.opening[*bucket] = field[name].Integer();
  }
}

HistoryEntry EntryOf(const JsonField& field) {
  field.Only({"ref", "kind", "value_date", "booked_time", "amount_minor", "bucket", "reverses",
              "allocation"});
  const KindOfFile kind = OneOf(field["kind"], kKinds);
  HistoryEntry entry;
  entry.ref = field["ref"].Text();
  if (entry.ref.empty()) field["ref"].Fail("is empty");
  entry.kind = kind.kind;
  entry.value_date = DayOf(field["value_date"]);
  entry.booked_time = TimeOf(field, "booked_time");
  entry.bucket = kind.bucket;
  if (field.Has("bucket")) {
    const Bucket named = BucketOf(field["bucket"]);
    if (named != kind.bucket.value_or(named)) field["bucket"].Fail("is not that of the kind");
    entry.bucket = named;
  }
  const bool reversal = kind.kind == EntryKind::kReversal;
  if (reversal) entry.reverses = field["reverses"].Text();
  if (!reversal && field.Has("reverses")) field["reverses"].Fail("is for reversals");
  // A reversal is of the amount that it reverses.
  if (!reversal || field.Has("amount_minor")) entry.amount = field["amount_minor"].Integer();
  if (!reversal && entry.amount <= 0) field["amount_minor"].Fail("is not above zero");
  if (field.Has("allocation")) entry.allocation = OrderOf(field["allocation"]);
  return entry;
}

void ReadHolds(const JsonField& field, LedgerHistory& history) {
  for (const JsonField& hold : field.Elements()) {
    hold.Only({"type", "from", "until", "freezes_interest"});
    if (hold["type"].Text().empty()) hold["type"].Fail("is empty");
    const Day from = DayOf(hold["from"]);
    const Day until = hold.Has("until") ? DayOf(hold["until"]) : Day::max();
    if (until < from) hold["until"].Fail("is before the hold begins");
    if (hold["freezes_interest"].Boolean()) history.rules.freezes.push_back({from, until});
  }
}

ExpectedLedger ExpectedOf(const JsonField& field) {
  field.Only({"balance_minor", "credit_minor", "accrued_interest_minor", "buckets"});
  ExpectedLedger expected;
  expected.balance = IntegerOf(field, "balance_minor");
  expected.credit = IntegerOf(field, "credit_minor");
  expected.accrued_interest = IntegerOf(field, "accrued_interest_minor");
  if (!field.Has("buckets")) return expected;
  const JsonField buckets = field["buckets"];
  for (const auto& [name, units] : buckets.Object()) {
    const std::optional<Bucket> bucket = BucketNamedIn(name);
    if (!bucket.has_value()) buckets[name].Fail("is no bucket");
    expected.buckets[*bucket] = buckets[name].Integer();
  }
  return expected;
}

LedgerHistory HistoryOf(const JsonField& root) {
  root.Only({"id", "currency", "opened", "opening", "terms", "entries", "holds", "as_of",
             "known_at", "expect"});
  const std::optional<Currency> currency = Currency::Find(root["currency"].Text());
  if (!currency.has_value()) root["currency"].Fail("is no currency with a minor unit");
  LedgerHistory history{.id = root["id"].Text(),
                        .currency = *currency,
                        .opened = DayOf(root["opened"]),
                        .as_of = DayOf(root["as_of"]),
                        .known_at = TimeOf(root, "known_at")};
  ReadOpening(root["opening"], history);
  if (root.Has("terms")) ReadTerms(root["terms"], history);
  for (const JsonField& entry : root["entries"].Elements()) {
    history.entries.push_back(EntryOf(entry));
  }
  if (root.Has("holds")) ReadHolds(root["holds"], history);
  history.expected = ExpectedOf(root["expect"]);
  return history;
}

}  // namespace

absl::StatusOr<LedgerHistory> ParseLedgerHistory(std::string_view line) {
  try {
    const json whole = ParseJson(line);
    return HistoryOf(JsonField(whole, ""));
  } catch (const JsonFault& fault) {
    const std::string path = fault.path.empty() ? "the line" : fault.path;
    return absl::InvalidArgumentError(absl::StrCat(path, " ", fault.what));
  } catch (const json::exception&) {
    return absl::InvalidArgumentError("the line is not JSON");
  }
}

}  // namespace parley::cli
