// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_CALL_OBSERVER_H_
#define PARLEY_APPLICATION_PORTS_CALL_OBSERVER_H_

#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace parley {

// What became of one call.
struct FinishedCall {
  std::string_view method;  // "parley.v1.DebtService/GetDebt"; "unknown" for no method of ours.
  absl::StatusCode code = absl::StatusCode::kOk;
  std::string_view reason;  // "DEBT_NOT_FOUND"; empty when OK.
  absl::Duration latency;   // From the call's arrival to its answer.
};

// Is told of every call that ended, whatever became of it: the source of metrics. It may be called
// from any thread, and does not block.
class CallObserver {
 public:
  virtual ~CallObserver() = default;

  virtual void OnStarted() = 0;
  virtual void OnFinished(const FinishedCall& call) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_CALL_OBSERVER_H_
