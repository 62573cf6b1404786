// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/error_map.h"

#include <google/protobuf/unknown_field_set.h>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "domain/common/violations.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"

namespace parley::grpc_api {
namespace {

constexpr std::string_view kDomain = "parley";
constexpr std::string_view kLocale = "en";
constexpr std::string_view kRetryAfter = "retry_after_ms";
constexpr std::string_view kIncident = "incident";
constexpr absl::Duration kStoreWait = absl::Seconds(1);

// Clients take at most 8 KiB of trailers by default, in which the details stand in base64 and the
// message beside them. What does not fit is counted.
constexpr std::size_t kMostBytesOfViolations = 4096;
constexpr std::size_t kLongestMessage = 1024;

// `reason`, which the published BadRequest.FieldViolation has and the distribution's lacks.
constexpr int kFieldViolationReason = 3;

Reason ReasonFor(const absl::Status& status) {
  return ReasonOf(status).value_or(Reason::kInternal);
}

absl::Duration WaitFor(Reason reason, const ErrorMetadata& metadata) {
  if (reason == Reason::kStoreUnavailable) return kStoreWait;
  const auto told = metadata.find(std::string(kRetryAfter));
  std::int64_t milliseconds = 0;
  const bool known = told != metadata.end() && absl::SimpleAtoi(told->second, &milliseconds);
  return known ? absl::Milliseconds(milliseconds) : absl::ZeroDuration();
}

// Adds the violations that fit and returns how many do not.
std::size_t FillBadRequest(const std::vector<Violation>& violations, google::rpc::BadRequest& bad) {
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < violations.size(); ++at) {
    const FaultRow& fault = RowOf(violations[at].fault);
    bytes += violations[at].field.size() + fault.text.size() + fault.name.size() + 12;
    if (bytes > kMostBytesOfViolations) return violations.size() - at;
    auto* const added = bad.add_field_violations();
    added->set_field(violations[at].field);
    added->set_description(std::string(fault.text));
    google::rpc::BadRequest::FieldViolation::GetReflection()
        ->MutableUnknownFields(added)
        ->AddLengthDelimited(kFieldViolationReason, std::string(fault.name));
  }
  return 0;
}

void FillPrecondition(const ReasonRow& row, std::string_view subject,
                      google::rpc::PreconditionFailure& failure) {
  auto* const violation = failure.add_violations();
  violation->set_type(std::string(row.name));
  violation->set_description(std::string(row.text));
  violation->set_subject(std::string(subject));
}

void AddDetails(const absl::Status& status, const ReasonRow& row, ErrorMetadata metadata,
                std::string_view subject, google::rpc::Status& out) {
  google::rpc::BadRequest bad;
  const std::size_t left_out = FillBadRequest(ViolationsOf(status), bad);
  if (left_out > 0) metadata["violations_left_out"] = absl::StrCat(left_out);
  google::rpc::ErrorInfo info;
  info.set_domain(std::string(kDomain));
  info.set_reason(std::string(row.name));
  for (const auto& [key, value] : metadata) (*info.mutable_metadata())[key] = value;
  out.add_details()->PackFrom(info);
  if (bad.field_violations_size() > 0) out.add_details()->PackFrom(bad);
  if (row.code == absl::StatusCode::kFailedPrecondition) {
    google::rpc::PreconditionFailure failure;
    FillPrecondition(row, subject, failure);
    out.add_details()->PackFrom(failure);
  }
  const absl::Duration wait = WaitFor(row.reason, metadata);
  if (wait > absl::ZeroDuration()) {
    google::rpc::RetryInfo retry;
    auto* const delay = retry.mutable_retry_delay();
    delay->set_seconds(absl::ToInt64Seconds(wait));
    delay->set_nanos(static_cast<std::int32_t>(
        absl::ToInt64Nanoseconds(wait - absl::Seconds(delay->seconds()))));
    out.add_details()->PackFrom(retry);
  }
  google::rpc::LocalizedMessage message;
  message.set_locale(std::string(kLocale));
  message.set_message(std::string(row.text));
  out.add_details()->PackFrom(message);
}

}  // namespace

absl::Status RefuseForNow(absl::Duration wait) {
  const std::int64_t milliseconds =
      absl::ToInt64Milliseconds(absl::Ceil(wait, absl::Milliseconds(1)));
  return Refuse(Reason::kQuotaExceeded, {},
                {{std::string(kRetryAfter), absl::StrCat(milliseconds)}});
}

bool IsIncident(const absl::Status& status) {
  const Reason reason = ReasonFor(status);
  return !status.ok() && (reason == Reason::kInternal || reason == Reason::kRecordCorrupt);
}

grpc::Status ToGrpcStatus(const absl::Status& status, const std::string& incident,
                          std::string_view subject) {
  if (status.ok()) return grpc::Status::OK;
  const bool ours = IsIncident(status);
  const ReasonRow& row = RowOf(ReasonFor(status));
  const ErrorMetadata metadata =
      ours ? ErrorMetadata{{std::string(kIncident), incident}} : MetadataOf(status);
  std::string message(row.text);
  if (!ours) message.assign(status.message().data(), status.message().size());
  if (message.size() > kLongestMessage) message = std::string(row.text);
  google::rpc::Status out;
  out.set_code(static_cast<int>(row.code));
  out.set_message(message);
  AddDetails(status, row, metadata, subject, out);
  return {static_cast<grpc::StatusCode>(row.code), message, out.SerializeAsString()};
}

}  // namespace parley::grpc_api
