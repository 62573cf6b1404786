// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CLIENT_RPC_ERROR_H_
#define PARLEY_INFRA_CLI_CLIENT_RPC_ERROR_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "grpcpp/support/status.h"

namespace parley::cli {

// The status of a call, with the google.rpc.Status that came beside it as a payload.
absl::Status FromGrpc(const grpc::Status& status);

// The error with the id of the call that met it, when nobody knows whether the call had an effect:
// sent again under that id, it has it once. Other errors come back as they are.
absl::Status WithRequestId(absl::Status error, const std::string& request_id);

struct ReportedField {
  std::string field;
  std::string reason;
  std::string description;
};

// All that an error tells, whether it came from the server or from this program.
struct ErrorReport {
  std::string code;     // "INVALID_ARGUMENT".
  std::string reason;   // "FIELD_INVALID"; empty when there is none.
  std::string message;  // For people.
  std::map<std::string, std::string> metadata;
  std::vector<ReportedField> violations;     // Malformed fields.
  std::vector<ReportedField> preconditions;  // `field` is the subject, `reason` the type.
  std::optional<absl::Duration> retry_delay;
};

ErrorReport ReportOf(const absl::Status& error);

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CLIENT_RPC_ERROR_H_
