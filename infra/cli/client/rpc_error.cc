// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/client/rpc_error.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/cord.h"
#include "domain/common/reason.h"
#include "domain/common/violations.h"
#include "google/protobuf/any.pb.h"
#include "google/protobuf/unknown_field_set.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"

namespace parley::cli {
namespace {

constexpr const char* kDetails = "type.googleapis.com/google.rpc.Status";
constexpr const char* kRequestId = "parley/request_id";

// BadRequest.FieldViolation.reason, which newer versions of google.rpc declare.
constexpr int kViolationReason = 3;

std::string ReasonOfViolation(const google::rpc::BadRequest::FieldViolation& violation) {
  const auto& unknown =
      google::rpc::BadRequest::FieldViolation::GetReflection()->GetUnknownFields(violation);
  for (int at = 0; at < unknown.field_count(); ++at) {
    const google::protobuf::UnknownField& field = unknown.field(at);
    if (field.number() == kViolationReason &&
        field.type() == google::protobuf::UnknownField::TYPE_LENGTH_DELIMITED) {
      return field.length_delimited();
    }
  }
  return "";
}

void AddErrorInfo(const google::protobuf::Any& detail, ErrorReport& report) {
  google::rpc::ErrorInfo info;
  if (!detail.UnpackTo(&info)) return;
  report.reason = info.reason();
  report.metadata.insert(info.metadata().begin(), info.metadata().end());
}

void AddBadRequest(const google::protobuf::Any& detail, ErrorReport& report) {
  google::rpc::BadRequest bad_request;
  if (!detail.UnpackTo(&bad_request)) return;
  for (const auto& violation : bad_request.field_violations()) {
    report.violations.push_back(
        {violation.field(), ReasonOfViolation(violation), violation.description()});
  }
}

void AddPreconditions(const google::protobuf::Any& detail, ErrorReport& report) {
  google::rpc::PreconditionFailure failure;
  if (!detail.UnpackTo(&failure)) return;
  for (const auto& violation : failure.violations()) {
    report.preconditions.push_back(
        {violation.subject(), violation.type(), violation.description()});
  }
}

void AddRetryInfo(const google::protobuf::Any& detail, ErrorReport& report) {
  google::rpc::RetryInfo retry;
  if (!detail.UnpackTo(&retry)) return;
  report.retry_delay =
      absl::Seconds(retry.retry_delay().seconds()) + absl::Nanoseconds(retry.retry_delay().nanos());
}

void AddDetails(const google::rpc::Status& details, ErrorReport& report) {
  for (const google::protobuf::Any& detail : details.details()) {
    AddErrorInfo(detail, report);
    AddBadRequest(detail, report);
    AddPreconditions(detail, report);
    AddRetryInfo(detail, report);
  }
}

// What an error of this program's own carries.
void AddOwn(const absl::Status& error, ErrorReport& report) {
  if (const auto reason = ReasonOf(error)) report.reason = std::string(RowOf(*reason).name);
  report.metadata = MetadataOf(error);
  for (const Violation& violation : ViolationsOf(error)) {
    const FaultRow& fault = RowOf(violation.fault);
    report.violations.push_back(
        {violation.field, std::string(fault.name), std::string(fault.text)});
  }
}

}  // namespace

absl::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  absl::Status error(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
  if (!status.error_details().empty()) {
    error.SetPayload(kDetails, absl::Cord(status.error_details()));
  }
  return error;
}

absl::Status WithRequestId(absl::Status error, const std::string& request_id) {
  const bool in_doubt = absl::IsUnavailable(error) || absl::IsDeadlineExceeded(error) ||
                        absl::IsCancelled(error) || absl::IsInternal(error);
  if (in_doubt && !request_id.empty()) error.SetPayload(kRequestId, absl::Cord(request_id));
  return error;
}

ErrorReport ReportOf(const absl::Status& error) {
  ErrorReport report{.code = absl::StatusCodeToString(error.code()),
                     .message = static_cast<std::string>(error.message())};
  google::rpc::Status details;
  const auto payload = error.GetPayload(kDetails);
  if (payload.has_value() && details.ParseFromString(static_cast<std::string>(*payload))) {
    AddDetails(details, report);
  } else {
    AddOwn(error, report);
  }
  if (const auto request_id = error.GetPayload(kRequestId)) {
    report.metadata["request_id"] = static_cast<std::string>(*request_id);
  }
  return report;
}

}  // namespace parley::cli
