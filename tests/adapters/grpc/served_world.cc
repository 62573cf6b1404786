// SPDX-License-Identifier: Apache-2.0
#include "tests/adapters/grpc/served_world.h"

#include <grpcpp/client_context.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>

#include <cstdlib>
#include <future>
#include <stdexcept>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "domain/common/reason.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/error_info.pb.h"
#include "google/rpc/status.pb.h"

namespace parley {
namespace {

constexpr int kReasonField = 3;

google::rpc::Status DetailsOf(const grpc::Status& status) {
  google::rpc::Status details;
  details.ParseFromString(status.error_details());
  return details;
}

std::string TextOf(const LogField& field) {
  if (const auto* const text = std::get_if<std::string_view>(&field.value)) {
    return std::string(*text);
  }
  if (const auto* const flag = std::get_if<bool>(&field.value)) return *flag ? "true" : "false";
  return absl::StrCat(std::get<std::int64_t>(field.value));
}

std::string BytesIn(const grpc::ByteBuffer& buffer) {
  grpc::Slice slice;
  if (!buffer.Valid() || !buffer.DumpToSingleSlice(&slice).ok()) return {};
  return {slice.begin(), slice.end()};
}

}  // namespace

void FakeAuthenticator::GiveOut(const std::string& token, const Caller& caller) {
  const std::lock_guard lock(mutex_);
  callers_[token] = caller;
}

void FakeAuthenticator::TakeBack(const std::string& token) {
  const std::lock_guard lock(mutex_);
  callers_.erase(token);
}

int FakeAuthenticator::verified() const {
  const std::lock_guard lock(mutex_);
  return verified_;
}

absl::StatusOr<Caller> FakeAuthenticator::Verify(std::string_view token, absl::Time now) const {
  const std::lock_guard lock(mutex_);
  ++verified_;
  if (broken_) throw std::runtime_error("broken on purpose");
  const auto found = callers_.find(token);
  if (found == callers_.end() || found->second.expires <= now) {
    return Refuse(Reason::kCredentialsInvalid);
  }
  return found->second;
}

void FakeLog::Write(LogLevel level, std::string_view event, std::span<const LogField> fields) {
  Record record{level, std::string(event), {}};
  for (const LogField& field : fields) record.fields[std::string(field.name)] = TextOf(field);
  const std::lock_guard lock(mutex_);
  records_.push_back(std::move(record));
}

std::vector<FakeLog::Record> FakeLog::records() const {
  const std::lock_guard lock(mutex_);
  return records_;
}

void FakeObserver::OnStarted() {
  const std::lock_guard lock(mutex_);
  ++started_;
}

void FakeObserver::OnFinished(const FinishedCall& call) {
  const std::lock_guard lock(mutex_);
  finished_.push_back({std::string(call.method), call.code, std::string(call.reason)});
}

int FakeObserver::started() const {
  const std::lock_guard lock(mutex_);
  return started_;
}

std::vector<FakeObserver::Seen> FakeObserver::finished() const {
  const std::lock_guard lock(mutex_);
  return finished_;
}

std::string Reply::reason() const {
  const auto info = detail<google::rpc::ErrorInfo>();
  return info.has_value() && info->domain() == "parley" ? info->reason() : "";
}

std::map<std::string, std::string> Reply::metadata() const {
  const auto info = detail<google::rpc::ErrorInfo>().value_or(google::rpc::ErrorInfo());
  return {info.metadata().begin(), info.metadata().end()};
}

std::vector<std::pair<std::string, std::string>> Reply::violations() const {
  std::vector<std::pair<std::string, std::string>> found;
  const auto bad = detail<google::rpc::BadRequest>().value_or(google::rpc::BadRequest());
  for (const auto& violation : bad.field_violations()) {
    const auto& more = violation.GetReflection()->GetUnknownFields(violation);
    const bool named = more.field_count() == 1 && more.field(0).number() == kReasonField;
    found.emplace_back(violation.field(), named ? more.field(0).length_delimited() : "");
  }
  return found;
}

bool Reply::Unpack(google::protobuf::Message& detail) const {
  int found = 0;
  const google::rpc::Status details = DetailsOf(status);
  for (const auto& any : details.details()) {
    if (any.UnpackTo(&detail)) ++found;
  }
  return found == 1;
}

ServedWorld::ServedWorld(const GrpcServer::Options& options)
    : ServedWorld(options, authenticator) {}

ServedWorld::ServedWorld(const GrpcServer::Options& options, const Authenticator& other)
    : server({world.app, world.event_feed, world.publications, chat_hints, other, seals,
              world.fingerprints, world.zones, world.clock, world.ids, observer, log},
             options) {
  GiveToken("token", kEveryScope);
  if (!server.Start().ok()) std::abort();
  server.SetServing(true);
  channel = grpc::CreateChannel(Address(), grpc::InsecureChannelCredentials());
}

Reply ServedWorld::Call(const std::string& method, const google::protobuf::Message& request,
                        const CallOptions& options) {
  return CallRaw("/parley.v1." + method, request.SerializeAsString(), options);
}

Reply ServedWorld::CallRaw(const std::string& path, const std::string& bytes,
                           const CallOptions& options) {
  grpc::GenericStub stub(channel);
  grpc::ClientContext context;
  if (!options.token.empty()) context.AddMetadata("authorization", "Bearer " + options.token);
  if (!options.authorization.empty()) {
    context.AddMetadata("authorization", options.authorization);
  }
  context.set_deadline(gpr_time_add(
      gpr_now(GPR_CLOCK_REALTIME),
      gpr_time_from_millis(absl::ToInt64Milliseconds(options.patience), GPR_TIMESPAN)));
  const grpc::Slice slice(bytes);
  const grpc::ByteBuffer request(&slice, 1);
  grpc::ByteBuffer response;
  std::promise<grpc::Status> done;
  stub.UnaryCall(&context, path, {}, &request, &response,
                 [&](grpc::Status status) { done.set_value(std::move(status)); });
  return {done.get_future().get(), BytesIn(response)};
}

void ServedWorld::GiveToken(const std::string& token, std::string_view scopes,
                            std::optional<DebtorId> debtor) {
  const std::set<std::string> split = absl::StrSplit(std::string(scopes), ' ', absl::SkipEmpty());
  authenticator.GiveOut(token, {.tenant = world.tenant,
                                .principal = token,
                                .scopes = split,
                                .debtor = debtor,
                                .expires = world.clock.Now() + absl::Hours(1)});
}

std::string ServedWorld::Address() const { return absl::StrCat("127.0.0.1:", server.port()); }

}  // namespace parley
