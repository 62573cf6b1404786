// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/unary_call.h"

#include <memory>

#include "absl/time/time.h"
#include "adapters/grpc/error_map.h"

namespace parley::grpc_api {
namespace {

// It lives from the call's arrival to its answer. gRPC's own reactor ends the call: it needs no
// thread of its own to be told that the call is over.
class UnaryCall final : public Job {
 public:
  UnaryCall(const UnaryEndpoint& endpoint, const Pipeline::Transfer& transfer,
            grpc::ServerUnaryReactor& reactor)
      : endpoint_(endpoint),
        transfer_(transfer),
        reactor_(reactor),
        record_{.method = endpoint.plan.name, .mutation = endpoint.plan.mutation} {}

  void Run() override {
    const std::unique_ptr<UnaryCall> self(this);
    reactor_.Finish(endpoint_.pipeline.Serve(endpoint_.plan, endpoint_.method, transfer_, record_));
  }

  void Refuse() {
    const std::unique_ptr<UnaryCall> self(this);
    reactor_.Finish(endpoint_.reporter.End(record_, RefuseForNow(kWaitWhenBusy)));
  }

 private:
  const UnaryEndpoint& endpoint_;
  Pipeline::Transfer transfer_;
  grpc::ServerUnaryReactor& reactor_;
  CallRecord record_;
};

}  // namespace

grpc::ServerUnaryReactor* StartUnaryCall(const UnaryEndpoint& endpoint,
                                         grpc::CallbackServerContext& context,
                                         const grpc::ByteBuffer& request,
                                         grpc::ByteBuffer& response) {
  endpoint.reporter.Begin();
  grpc::ServerUnaryReactor* const reactor = context.DefaultReactor();
  auto call = std::make_unique<UnaryCall>(endpoint, Pipeline::Transfer{context, request, response},
                                          *reactor);
  if (endpoint.pool.Offer(*call)) {
    // The pool's thread deletes it, and may have done so.
    static_cast<void>(call.release());
  } else {
    call.release()->Refuse();
  }
  return reactor;
}

}  // namespace parley::grpc_api
