// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_GRPC_RAW_SERVICE_H_
#define PARLEY_ADAPTERS_GRPC_RAW_SERVICE_H_

#include <grpcpp/impl/service_type.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/server_callback.h>

#include <functional>
#include <list>
#include <string>

namespace parley::grpc_api {

using UnaryEntry = std::function<grpc::ServerUnaryReactor*(
    grpc::CallbackServerContext*, const grpc::ByteBuffer*, grpc::ByteBuffer*)>;
using StreamReactor = grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>;
using StreamEntry = std::function<StreamReactor*(grpc::CallbackServerContext*)>;

// A service whose methods are added one by one and take their messages as bytes, as the generated
// WithRawCallbackMethod classes do. So nothing of a request is parsed before its caller is known,
// and nothing at all on a thread of gRPC's; and what gRPC's own parser would answer with
// UNIMPLEMENTED gets a reason.
class RawService final : public grpc::Service {
 public:
  // `path` is the method's on the wire: "/parley.v1.DebtService/GetDebt".
  void AddUnary(const std::string& path, UnaryEntry entry);
  void AddStream(const std::string& path, StreamEntry entry);

 private:
  std::list<std::string> paths_;  // gRPC points into them.
};

}  // namespace parley::grpc_api

#endif  // PARLEY_ADAPTERS_GRPC_RAW_SERVICE_H_
