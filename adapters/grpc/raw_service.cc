// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/raw_service.h"

#include <grpcpp/impl/codegen/server_callback_handlers.h>
#include <grpcpp/impl/rpc_service_method.h>

#include <memory>
#include <utility>

namespace parley::grpc_api {

using grpc::ByteBuffer;
using grpc::internal::CallbackBidiHandler;
using grpc::internal::CallbackUnaryHandler;
using grpc::internal::RpcMethod;
using grpc::internal::RpcServiceMethod;

void RawService::AddUnary(const std::string& path, UnaryEntry entry) {
  const int index = static_cast<int>(paths_.size());
  paths_.push_back(path);
  // gRPC owns what it is given here.
  AddMethod(
      std::make_unique<RpcServiceMethod>(paths_.back().c_str(), RpcMethod::NORMAL_RPC, nullptr)
          .release());
  MarkMethodRawCallback(
      index,
      std::make_unique<CallbackUnaryHandler<ByteBuffer, ByteBuffer>>(std::move(entry)).release());
}

void RawService::AddStream(const std::string& path, StreamEntry entry) {
  const int index = static_cast<int>(paths_.size());
  paths_.push_back(path);
  AddMethod(
      std::make_unique<RpcServiceMethod>(paths_.back().c_str(), RpcMethod::BIDI_STREAMING, nullptr)
          .release());
  MarkMethodRawCallback(
      index,
      std::make_unique<CallbackBidiHandler<ByteBuffer, ByteBuffer>>(std::move(entry)).release());
}

}  // namespace parley::grpc_api
