// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_REPORTER_H_
#define PARLEY_ADAPTERS_GRPC_REPORTER_H_

#include <grpcpp/support/status.h>

#include <chrono>
#include <string_view>

#include "absl/status/status.h"
#include "application/ports/authenticator.h"
#include "application/ports/call_observer.h"
#include "application/ports/ids.h"
#include "application/ports/log.h"

namespace parley::grpc_api {

// What is known of a call when it ends.
struct CallRecord {
  std::string_view method;  // "parley.v1.DebtService/GetDebt".
  bool mutation = false;
  std::chrono::steady_clock::time_point arrived = std::chrono::steady_clock::now();
  const Caller* caller = nullptr;  // None while nobody was identified.
  std::string_view request_id;     // Empty where there is none.
  std::string_view subject;        // The name of what a refused call was about.
};

// Ends calls: whatever became of one is measured, logged in one record without personal data, and
// turned into the status that the caller gets.
class Reporter {
 public:
  Reporter(CallObserver& observer, Log& log, Ids& ids)
      : observer_(observer), log_(log), ids_(ids) {}

  void Begin() { observer_.OnStarted(); }
  grpc::Status End(const CallRecord& call, const absl::Status& status);

 private:
  CallObserver& observer_;
  Log& log_;
  Ids& ids_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_REPORTER_H_
