// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_UNARY_CALL_H_
#define PARLEY_ADAPTERS_GRPC_UNARY_CALL_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/server_callback.h>

#include "adapters/grpc/method_plan.h"
#include "adapters/grpc/pipeline.h"
#include "adapters/grpc/reporter.h"
#include "adapters/grpc/unary_method.h"
#include "adapters/grpc/worker_pool.h"

namespace parley::grpc_api {

// A method as it is served: what is known of it, and who does the work.
struct UnaryEndpoint {
  const MethodPlan& plan;
  UnaryMethod method;
  const Pipeline& pipeline;
  Reporter& reporter;
  WorkerPool& pool;
};

// Hands a call to the pool at once, or refuses it when the pool is full. The endpoint outlives it.
grpc::ServerUnaryReactor* StartUnaryCall(const UnaryEndpoint& endpoint,
                                         grpc::CallbackServerContext& context,
                                         const grpc::ByteBuffer& request,
                                         grpc::ByteBuffer& response);

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_UNARY_CALL_H_
