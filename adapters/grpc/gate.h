// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_GATE_H_
#define PARLEY_ADAPTERS_GRPC_GATE_H_

#include <google/protobuf/message.h>
#include <grpcpp/server_context.h>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "adapters/grpc/known_callers.h"
#include "adapters/grpc/method_plan.h"
#include "adapters/grpc/tenant_limits.h"

namespace parley::grpc_api {

// The scope that lets a caller see personal data.
inline constexpr const char* kPersonalDataScope = "parley.pii.read";

// Decides who may make a call, before anything of the call is looked at. A caller who is refused
// learns nothing but that, whatever the call was about and whether it exists.
class Gate {
 public:
  Gate(KnownCallers& callers, TenantLimits& limits) : callers_(callers), limits_(limits) {}

  // Who calls. Errors: CREDENTIALS_INVALID when the call bears not exactly one good token.
  absl::StatusOr<CallerRef> Identify(const grpc::CallbackServerContext& context);

  // Errors: ACCESS_DENIED without the method's scope, or when the token is bound to one debtor and
  // the method is not about one; QUOTA_EXCEEDED when the tenant is at its limit.
  absl::Status Admit(const MethodPlan& plan, const Caller& caller);

  // Errors: ACCESS_DENIED when the request is about, or anywhere holds, a name out of the token's
  // reach.
  static absl::Status CheckReach(const MethodPlan& plan, const Caller& caller,
                                 const google::protobuf::Message& request);

 private:
  KnownCallers& callers_;
  TenantLimits& limits_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_GATE_H_
