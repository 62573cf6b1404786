// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/reporter.h"

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "adapters/grpc/error_map.h"
#include "domain/common/reason.h"

namespace parley::grpc_api {
namespace {

// What an operator must see before anything else is what broke; what was refused is normal.
LogLevel LevelFor(const CallRecord& call, const absl::Status& status) {
  if (status.ok()) return call.mutation ? LogLevel::kInfo : LogLevel::kDebug;
  if (IsIncident(status)) return LogLevel::kError;
  return absl::IsUnavailable(status) ? LogLevel::kWarning : LogLevel::kInfo;
}

std::string_view ReasonNameOf(const absl::Status& status) {
  if (status.ok()) return {};
  return RowOf(ReasonOf(status).value_or(Reason::kInternal)).name;
}

absl::StatusCode CodeOf(const absl::Status& status) {
  if (status.ok()) return absl::StatusCode::kOk;
  return RowOf(ReasonOf(status).value_or(Reason::kInternal)).code;
}

void WriteRecord(Log& log, LogLevel level, const FinishedCall& finished, const CallRecord& call,
                 std::vector<LogField> more) {
  const std::string tenant = call.caller == nullptr ? "" : call.caller->tenant.ToString();
  const std::string code = absl::StatusCodeToString(finished.code);
  std::vector<LogField> fields = {
      {"method", finished.method},
      {"code", std::string_view{code}},
      {"duration_us", static_cast<std::int64_t>(absl::ToInt64Microseconds(finished.latency))}};
  if (!finished.reason.empty()) fields.push_back({"reason", finished.reason});
  if (call.caller != nullptr) {
    fields.push_back({"tenant", std::string_view{tenant}});
    fields.push_back({"principal", std::string_view{call.caller->principal}});
  }
  if (!call.request_id.empty()) fields.push_back({"request_id", call.request_id});
  fields.insert(fields.end(), more.begin(), more.end());
  log.Write(level, "call", std::span<const LogField>(fields));
}

}  // namespace

grpc::Status Reporter::End(const CallRecord& call, const absl::Status& status) {
  const auto elapsed = std::chrono::steady_clock::now() - call.arrived;
  const FinishedCall finished{call.method, CodeOf(status), ReasonNameOf(status),
                              absl::FromChrono(elapsed)};
  observer_.OnFinished(finished);
  const bool incident = IsIncident(status);
  const std::string incident_id = incident ? ids_.Next().ToString() : "";
  const LogLevel level = LevelFor(call, status);
  if (log_.Takes(level)) {
    std::vector<LogField> more;
    // What a developer wrote about a bug, and which record is broken, are for the log alone.
    const std::string detail(status.message());
    const ErrorMetadata metadata = incident ? MetadataOf(status) : ErrorMetadata();
    if (incident) {
      more.push_back({"incident", std::string_view{incident_id}});
      more.push_back({"detail", std::string_view{detail}});
    }
    for (const auto& [key, value] : metadata) more.push_back({key, std::string_view{value}});
    WriteRecord(log_, level, finished, call, std::move(more));
  }
  return ToGrpcStatus(status, incident_id, call.subject);
}

}  // namespace parley::grpc_api
