// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_UNKNOWN_METHODS_H_
#define PARLEY_ADAPTERS_GRPC_UNKNOWN_METHODS_H_

#include <grpcpp/generic/async_generic_service.h>

#include "adapters/grpc/gate.h"
#include "adapters/grpc/reporter.h"
#include "adapters/grpc/worker_pool.h"

namespace parley::grpc_api {

// Answers calls of methods that nobody serves: METHOD_UNKNOWN to who is known, and to others no
// more than that they are not.
class UnknownMethods final : public grpc::CallbackGenericService {
 public:
  UnknownMethods(Gate& gate, Reporter& reporter, WorkerPool& pool)
      : gate_(gate), reporter_(reporter), pool_(pool) {}

  grpc::ServerGenericBidiReactor* CreateReactor(
      grpc::GenericCallbackServerContext* context) override;

 private:
  class Call;

  Gate& gate_;
  Reporter& reporter_;
  WorkerPool& pool_;
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_UNKNOWN_METHODS_H_
