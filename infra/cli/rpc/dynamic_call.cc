// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/rpc/dynamic_call.h"

#include <array>
#include <cstdint>
#include <utility>

#include "grpcpp/completion_queue.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/impl/codegen/proto_utils.h"
#include "infra/cli/client/rpc_error.h"
#include "infra/cli/rpc/methods.h"

namespace parley::cli {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

enum class Step : std::uint8_t { kStart, kWrite, kClose, kRead, kFinish };

// One call on a completion queue of its own. At most one write and one read are under way.
class DynamicCall {
 public:
  DynamicCall(const Client& client, const MethodDescriptor& method, NextRequest next,
              TakeResponse take)
      : next_(next),
        take_(take),
        response_(NewMessage(*method.output_type())),
        context_(client.NewContext()),
        stub_(client.channel()),
        stream_(stub_.PrepareCall(context_.get(), PathOf(method), &queue_)) {}

  absl::Status Run() {
    stream_->StartCall(TagOf(Step::kStart));
    void* tag = nullptr;
    bool ok = false;
    bool finished = false;
    while (!finished && queue_.Next(&tag, &ok)) {
      const Step step = StepOf(tag);
      finished = step == Step::kFinish;
      Handle(step, ok);
    }
    queue_.Shutdown();
    while (queue_.Next(&tag, &ok)) {
    }
    return error_.ok() ? FromGrpc(status_) : error_;
  }

 private:
  static void* TagOf(Step step) { return &kTags[static_cast<std::size_t>(step)]; }
  static Step StepOf(const void* tag) {
    return static_cast<Step>(static_cast<const char*>(tag) - kTags.data());
  }

  void Handle(Step step, bool ok) {
    switch (step) {
      case Step::kStart:
        stream_->Read(&received_, TagOf(Step::kRead));
        if (ok) WriteNext();
        return;
      case Step::kWrite:
        if (ok) WriteNext();
        return;
      case Step::kRead:
        ok ? TakeReceived() : stream_->Finish(&status_, TagOf(Step::kFinish));
        return;
      case Step::kClose:
      case Step::kFinish:
        return;
    }
  }

  void WriteNext() {
    absl::StatusOr<std::unique_ptr<Message>> message = next_();
    if (!message.ok()) return Abandon(message.status());
    if (*message == nullptr) return stream_->WritesDone(TagOf(Step::kClose));
    bool own_buffer = false;
    grpc::ByteBuffer buffer;
    const grpc::Status status =
        grpc::GenericSerialize<grpc::ProtoBufferWriter, Message>(**message, &buffer, &own_buffer);
    if (!status.ok()) return Abandon(FromGrpc(status));
    stream_->Write(buffer, TagOf(Step::kWrite));
  }

  void TakeReceived() {
    const grpc::Status status =
        grpc::GenericDeserialize<grpc::ProtoBufferReader, Message>(&received_, response_.get());
    if (!status.ok()) {
      Abandon(FromGrpc(status));
    } else {
      take_(*response_);
    }
    stream_->Read(&received_, TagOf(Step::kRead));
  }

  void Abandon(absl::Status error) {
    error_ = std::move(error);
    context_->TryCancel();
  }

  // Their addresses are the tags of steps.
  static inline std::array<char, 5> kTags = {};

  NextRequest next_;
  TakeResponse take_;
  std::unique_ptr<Message> response_;
  std::unique_ptr<grpc::ClientContext> context_;
  grpc::CompletionQueue queue_;
  grpc::GenericStub stub_;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream_;
  grpc::ByteBuffer received_;
  grpc::Status status_;
  absl::Status error_;
};

}  // namespace

absl::Status CallDynamically(const Client& client, const MethodDescriptor& method, NextRequest next,
                             TakeResponse take) {
  return DynamicCall(client, method, next, take).Run();
}

std::unique_ptr<Message> NewMessage(const google::protobuf::Descriptor& type) {
  return std::unique_ptr<Message>(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(&type)->New());
}

}  // namespace parley::cli
