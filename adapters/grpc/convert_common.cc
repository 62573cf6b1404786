// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_common.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "domain/common/text.h"
#include "parley/v1/options.pb.h"

namespace parley::grpc_api {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr int kDefaultPageSize = 50;
constexpr int kLargestPageSize = 1000;
constexpr std::int64_t kNoRevision = -1;
constexpr std::int32_t kNanosPerSecond = 1'000'000'000;
// The easternmost zone is 14 hours ahead of UTC.
constexpr int kFurthestAheadSeconds = 14 * 3600;

// The seconds that google.protobuf.Timestamp allows: years 1 to 9999.
constexpr std::int64_t kFirstSecond = -62'135'596'800;
constexpr std::int64_t kLastSecond = 253'402'300'799;

template <typename Name>
std::optional<Name> ReadName(std::optional<Name> (*parse)(std::string_view),
                             const std::string& text, const std::string& field,
                             Violations& violations) {
  if (text.empty()) {
    AddOnce(violations, field, Fault::kRequired);
    return std::nullopt;
  }
  const std::optional<Name> name = parse(text);
  if (!name.has_value()) AddOnce(violations, field, Fault::kMalformed);
  return name;
}

bool IsFilled(const Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  return field.is_repeated() ? reflection->FieldSize(message, &field) > 0
                             : reflection->HasField(message, &field);
}

// What is wrong with a mask that names a field which cannot be changed.
Fault FaultOf(const FieldDescriptor* field) {
  if (field == nullptr) return Fault::kUnknownValue;
  const v1::FieldRules& rules = field->options().GetExtension(v1::field);
  if (rules.output_only()) return Fault::kOutputOnly;
  return rules.immutable() ? Fault::kImmutable : Fault::kUnknownValue;
}

}  // namespace

std::optional<CreditorId> ReadCreditorName(const std::string& text, const std::string& field,
                                           Violations& violations) {
  return ReadName(ParseCreditorName, text, field, violations);
}

std::optional<DebtorId> ReadDebtorName(const std::string& text, const std::string& field,
                                       Violations& violations) {
  return ReadName(ParseDebtorName, text, field, violations);
}

std::optional<DebtName> ReadDebtName(const std::string& text, const std::string& field,
                                     Violations& violations) {
  return ReadName(ParseDebtName, text, field, violations);
}

std::optional<EntryName> ReadEntryName(const std::string& text, const std::string& field,
                                       Violations& violations) {
  return ReadName(ParseEntryName, text, field, violations);
}

std::optional<PaymentName> ReadPaymentName(const std::string& text, const std::string& field,
                                           Violations& violations) {
  return ReadName(ParsePaymentName, text, field, violations);
}

std::optional<WorkItemName> ReadWorkItemName(const std::string& text, const std::string& field,
                                             Violations& violations) {
  return ReadName(ParseWorkItemName, text, field, violations);
}

std::optional<CommunicationName> ReadCommunicationName(const std::string& text,
                                                       const std::string& field,
                                                       Violations& violations) {
  return ReadName(ParseCommunicationName, text, field, violations);
}

std::optional<CommunicationName> ReadInboundName(const std::string& text, const std::string& field,
                                                 Violations& violations) {
  return ReadName(ParseInboundName, text, field, violations);
}

std::optional<ContactPointName> ReadContactPointName(const std::string& text,
                                                     const std::string& field,
                                                     Violations& violations) {
  return ReadName(ParseContactPointName, text, field, violations);
}

std::optional<HoldName> ReadHoldName(const std::string& text, const std::string& field,
                                     Violations& violations) {
  return ReadName(ParseHoldName, text, field, violations);
}

std::optional<std::int64_t> ReadEtag(std::string_view etag) {
  if (etag.empty()) return std::nullopt;
  std::int64_t revision = 0;
  const bool read = absl::SimpleAtoi(absl::string_view(etag.data(), etag.size()), &revision);
  return read && WriteEtag(revision) == etag ? revision : kNoRevision;
}

std::string WriteEtag(std::int64_t revision) { return absl::StrCat(revision); }

std::optional<Day> ReadDay(const std::string& text, const std::string& field,
                           Violations& violations) {
  if (text.empty()) return std::nullopt;
  const std::optional<Day> day = ParseDay(text);
  if (!day.has_value()) AddOnce(violations, field, Fault::kDateMalformed);
  return day;
}

std::optional<Currency> ReadCurrency(const std::string& code, const std::string& field,
                                     Violations& violations) {
  if (code.empty()) return std::nullopt;
  const std::optional<Currency> currency = Currency::Find(code);
  if (!currency.has_value()) AddOnce(violations, field, Fault::kCurrencyUnknown);
  return currency;
}

std::optional<absl::Time> ReadTime(bool present, const google::protobuf::Timestamp& time,
                                   const std::string& field, Violations& violations) {
  if (!present) return std::nullopt;
  const bool sound = time.seconds() >= kFirstSecond && time.seconds() <= kLastSecond &&
                     time.nanos() >= 0 && time.nanos() < kNanosPerSecond;
  if (!sound) {
    AddOnce(violations, field, Fault::kOutOfRange);
    return std::nullopt;
  }
  return absl::FromUnixSeconds(time.seconds()) + absl::Microseconds(time.nanos() / 1000);
}

std::optional<Money> ReadMoney(const v1::Money& money, const std::string& field,
                               Violations& violations) {
  const auto currency = ReadCurrency(money.currency_code(), field + ".currency_code", violations);
  if (!currency.has_value()) return std::nullopt;
  return Money(money.minor_units(), *currency);
}

void CheckLanguageCode(const std::string& language_code, Violations& violations) {
  if (language_code.empty() || IsLanguageTag(language_code)) return;
  AddOnce(violations, "language_code", Fault::kLanguageMalformed);
}

std::optional<Bucket> ReadBucket(v1::Bucket bucket) {
  if (bucket < v1::BUCKET_PRINCIPAL || bucket > v1::BUCKET_PENALTY) return std::nullopt;
  return static_cast<Bucket>(bucket - v1::BUCKET_PRINCIPAL);
}

int ReadPageSize(std::int32_t page_size) {
  return page_size <= 0 ? kDefaultPageSize : std::min(page_size, kLargestPageSize);
}

Day LatestToday(absl::Time now) {
  return absl::ToCivilDay(now, absl::FixedTimeZone(kFurthestAheadSeconds));
}

v1::Bucket WriteBucket(Bucket bucket) {
  return static_cast<v1::Bucket>(static_cast<int>(bucket) + v1::BUCKET_PRINCIPAL);
}

void Write(absl::Time time, google::protobuf::Timestamp& out) {
  const std::int64_t seconds = absl::ToUnixSeconds(time);
  out.set_seconds(seconds);
  out.set_nanos(
      static_cast<std::int32_t>(absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
}

void Write(std::int64_t minor_units, Currency currency, v1::Money& out) {
  out.set_minor_units(minor_units);
  out.set_currency_code(currency.code().data(), currency.code().size());
}

void Write(const Buckets& owed, google::protobuf::RepeatedPtrField<v1::BucketAmount>& out) {
  for (const Bucket bucket : kBuckets) {
    if (owed[bucket] == 0) continue;
    v1::BucketAmount& amount = *out.Add();
    amount.set_bucket(WriteBucket(bucket));
    amount.set_minor_units(owed[bucket]);
  }
}

UpdateMask::UpdateMask(const google::protobuf::FieldMask& mask, const Message& resource,
                       std::initializer_list<std::string_view> mutable_fields,
                       Violations& violations) {
  const auto& type = *resource.GetDescriptor();
  if (mask.paths().empty()) {
    for (const std::string_view name : mutable_fields) {
      if (IsFilled(resource, *type.FindFieldByName(std::string(name)))) changed_.push_back(name);
    }
    return;
  }
  for (int i = 0; i < mask.paths_size(); ++i) {
    const std::string& path = mask.paths(i);
    const auto* const found = std::find(mutable_fields.begin(), mutable_fields.end(), path);
    if (found != mutable_fields.end()) {
      changed_.push_back(*found);
    } else {
      AddOnce(violations, absl::StrCat("update_mask.paths[", i, "]"),
              FaultOf(type.FindFieldByName(path)));
    }
  }
}

bool UpdateMask::Changes(std::string_view field) const {
  return std::find(changed_.begin(), changed_.end(), field) != changed_.end();
}

}  // namespace parley::grpc_api
