// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_ERROR_MAP_H_
#define PARLEY_ADAPTERS_GRPC_ERROR_MAP_H_

#include <grpcpp/support/status.h>

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace parley::grpc_api {

// How long a caller waits who met a server at its limit.
inline constexpr absl::Duration kWaitWhenBusy = absl::Milliseconds(200);

// A refusal by one of our own limits, which RetryInfo tells how to wait out.
absl::Status RefuseForNow(absl::Duration wait);

// True for what broke on our side: it gets an incident id, which the log repeats.
bool IsIncident(const absl::Status& status);

// The status as callers see it: code, sentence, and a google.rpc.Status with one ErrorInfo, the
// malformed fields, the failed precondition, how long to wait, and the sentence for people.
// Whatever has no Reason is a bug of ours, and becomes INTERNAL with a fixed text. What breaks on
// our side shows `incident` and nothing else. `subject` is the name of what the call was about,
// which a failed precondition tells; empty where there is none.
grpc::Status ToGrpcStatus(const absl::Status& status, const std::string& incident,
                          std::string_view subject = {});

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_ERROR_MAP_H_
