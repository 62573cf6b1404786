// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_CONVERT_COMMON_H_
#define PARLEY_ADAPTERS_GRPC_CONVERT_COMMON_H_

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>
#include <google/protobuf/timestamp.pb.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "adapters/grpc/names.h"
#include "domain/common/currency.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/money.h"
#include "domain/common/violations.h"
#include "domain/debt/bucket.h"
#include "domain/debt/position.h"
#include "parley/v1/common.pb.h"

namespace parley::grpc_api {

// Readers turn one field of a request into what the domain takes, and add what is wrong with it
// under the field's path. What a field that is required lacks was added by its shape.

std::optional<CreditorId> ReadCreditorName(const std::string& text, const std::string& field,
                                           Violations& violations);
std::optional<DebtorId> ReadDebtorName(const std::string& text, const std::string& field,
                                       Violations& violations);
std::optional<DebtName> ReadDebtName(const std::string& text, const std::string& field,
                                     Violations& violations);
std::optional<EntryName> ReadEntryName(const std::string& text, const std::string& field,
                                       Violations& violations);
std::optional<WorkItemName> ReadWorkItemName(const std::string& text, const std::string& field,
                                             Violations& violations);

std::optional<PaymentName> ReadPaymentName(const std::string& text, const std::string& field,
                                           Violations& violations);
std::optional<CommunicationName> ReadCommunicationName(const std::string& text,
                                                       const std::string& field,
                                                       Violations& violations);
std::optional<CommunicationName> ReadInboundName(const std::string& text, const std::string& field,
                                                 Violations& violations);
std::optional<ContactPointName> ReadContactPointName(const std::string& text,
                                                     const std::string& field,
                                                     Violations& violations);
std::optional<HoldName> ReadHoldName(const std::string& text, const std::string& field,
                                     Violations& violations);

// The id that a caller chose for something new; none when the caller left it to us.
template <typename SomeId>
std::optional<SomeId> ReadChosenId(const std::string& text, const std::string& field,
                                   Violations& violations) {
  if (text.empty()) return std::nullopt;
  const std::optional<Uuid> id = ParseChosenId(text);
  if (!id.has_value()) AddOnce(violations, field, Fault::kMalformed);
  return id.has_value() ? std::optional<SomeId>(SomeId(*id)) : std::nullopt;
}

// The revision that an etag stands for: none for no etag, and for a text that no etag ever was one
// that nothing has, so that it is stale.
std::optional<std::int64_t> ReadEtag(std::string_view etag);
std::string WriteEtag(std::int64_t revision);

// None for an empty text, which is fine where the field is not required.
std::optional<Day> ReadDay(const std::string& text, const std::string& field,
                           Violations& violations);
std::optional<Currency> ReadCurrency(const std::string& code, const std::string& field,
                                     Violations& violations);
// None for money in no known currency.
std::optional<Money> ReadMoney(const v1::Money& money, const std::string& field,
                               Violations& violations);
// None when the field is not there.
std::optional<absl::Time> ReadTime(bool present, const google::protobuf::Timestamp& time,
                                   const std::string& field, Violations& violations);
// The language of sentences, which may be left out.
void CheckLanguageCode(const std::string& language_code, Violations& violations);
std::optional<Bucket> ReadBucket(v1::Bucket bucket);  // None for the unspecified one.

// How many elements a page has: 50 by default and at most 1000.
int ReadPageSize(std::int32_t page_size);

// The latest day that it is anywhere; a day after it lies in the future in every zone.
Day LatestToday(absl::Time now);

v1::Bucket WriteBucket(Bucket bucket);
void Write(absl::Time time, google::protobuf::Timestamp& out);
void Write(std::int64_t minor_units, Currency currency, v1::Money& out);
void Write(const Buckets& owed, google::protobuf::RepeatedPtrField<v1::BucketAmount>& out);

// Which fields of a resource an update changes: those that the mask names, and without a mask those
// that are filled. A mask that names what cannot be changed is malformed.
class UpdateMask {
 public:
  UpdateMask(const google::protobuf::FieldMask& mask, const google::protobuf::Message& resource,
             std::initializer_list<std::string_view> mutable_fields, Violations& violations);

  bool Changes(std::string_view field) const;

 private:
  std::vector<std::string_view> changed_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_CONVERT_COMMON_H_
