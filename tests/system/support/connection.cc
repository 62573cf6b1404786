// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/connection.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>

#include <condition_variable>
#include <mutex>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "parley/v1/debt_service.grpc.pb.h"

namespace parley::system_test {
namespace {

std::shared_ptr<grpc::ChannelCredentials> CredentialsOf(const ServerAddress& server) {
  if (server.ca.empty()) return grpc::InsecureChannelCredentials();
  return grpc::SslCredentials({.pem_root_certs = server.ca});
}

// A channel that is nobody else's, and looks for a server that went away at once and often.
std::shared_ptr<grpc::Channel> Open(const ServerAddress& server) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 50);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 5000);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 100);
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
  arguments.SetMaxReceiveMessageSize(-1);
  return grpc::CreateCustomChannel(server.target, CredentialsOf(server), arguments);
}

std::string PathOf(std::string_view method) {
  const bool qualified = method.substr(0, method.find('/')).find('.') != std::string_view::npos;
  return absl::StrCat(qualified ? "/" : "/parley.v1.", std::string(method));
}

grpc::ByteBuffer BufferOf(const std::string& bytes) {
  const grpc::Slice slice(bytes);
  return {&slice, 1};
}

std::string BytesOf(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  // NOLINTNEXTLINE(bugprone-unused-return-value): an empty answer has no slices, and is one.
  (void)buffer.Dump(&slices);
  for (const grpc::Slice& slice : slices) {
    // NOLINTNEXTLINE(google-readability-casting): bytes as characters.
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

void Prepare(grpc::ClientContext& context, const std::string& token, absl::Duration longest) {
  if (!token.empty()) context.AddMetadata("authorization", "Bearer " + token);
  context.set_deadline(absl::ToChronoTime(absl::Now() + longest));
}

// Waits for a call that another thread finishes.
class Finish {
 public:
  void Take(grpc::Status status) {
    const std::lock_guard lock(mutex_);
    status_ = std::move(status);
    done_ = true;
    changed_.notify_one();
  }
  grpc::Status Wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_; });
    return status_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  grpc::Status status_;
};

}  // namespace

struct Connection::Parts {
  std::shared_ptr<grpc::Channel> channel;
  grpc::GenericStub stub;
  std::string token;

  grpc::Status CallRaw(const std::string& path, const std::string& request,
                       const std::string& with_token, absl::Duration longest,
                       std::string& response) {
    grpc::ClientContext context;
    Prepare(context, with_token, longest);
    const grpc::ByteBuffer sent = BufferOf(request);
    grpc::ByteBuffer received;
    Finish finish;
    stub.UnaryCall(&context, path, {}, &sent, &received,
                   [&finish](grpc::Status status) { finish.Take(std::move(status)); });
    const grpc::Status status = finish.Wait();
    response = BytesOf(received);
    return status;
  }
};

Connection::Connection(const ServerAddress& server, std::string token) {
  const std::shared_ptr<grpc::Channel> channel = Open(server);
  parts_ = std::make_unique<Parts>(Parts{channel, grpc::GenericStub(channel), std::move(token)});
}

Connection::~Connection() = default;

absl::StatusOr<std::string> Connection::CallBytes(std::string_view method,
                                                  const std::string& request,
                                                  absl::Duration longest) const {
  std::string response;
  const grpc::Status status =
      parts_->CallRaw(PathOf(method), request, parts_->token, longest, response);
  if (!status.ok()) return cli::FromGrpc(status);
  return response;
}

absl::StatusOr<std::vector<v1::RowVerdict>> Connection::Import(
    const v1::ImportDebtsRequest& request) const {
  const std::unique_ptr<v1::DebtService::Stub> stub = v1::DebtService::NewStub(parts_->channel);
  grpc::ClientContext context;
  Prepare(context, parts_->token, absl::Seconds(60));
  const auto stream = stub->ImportDebts(&context);
  stream->Write(request);
  stream->WritesDone();
  std::vector<v1::RowVerdict> verdicts;
  v1::ImportDebtsResponse response;
  while (stream->Read(&response)) {
    verdicts.insert(verdicts.end(), response.verdicts().begin(), response.verdicts().end());
  }
  const grpc::Status status = stream->Finish();
  if (!status.ok()) return cli::FromGrpc(status);
  return verdicts;
}

bool Connection::IsServing() const {
  // HealthCheckResponse{status = SERVING} is the field 1 with the number 1.
  std::string response;
  const grpc::Status status =
      parts_->CallRaw("/grpc.health.v1.Health/Check", "", "", absl::Seconds(2), response);
  return status.ok() && response == "\x08\x01";
}

std::string WireReason(const absl::Status& status) { return cli::ReportOf(status).reason; }

std::vector<std::string> WireFaults(const absl::Status& status) {
  std::vector<std::string> faults;
  for (const cli::ReportedField& violation : cli::ReportOf(status).violations) {
    faults.push_back(violation.field + " " + violation.reason);
  }
  return faults;
}

}  // namespace parley::system_test
