// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_ADAPTERS_GRPC_SERVED_WORLD_H_
#define PARLEY_TESTS_ADAPTERS_GRPC_SERVED_WORLD_H_

#include <google/protobuf/message.h>
#include <grpcpp/channel.h>
#include <grpcpp/support/status.h>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "adapters/grpc/grpc_server.h"
#include "adapters/memory/memory_chat_hints.h"
#include "application/ports/authenticator.h"
#include "application/ports/call_observer.h"
#include "application/ports/log.h"
#include "tests/support/memory/world.h"

namespace parley {

inline constexpr const char* kEveryScope =
    "parley.creditor.read parley.creditor.write parley.debtor.read parley.debtor.write "
    "parley.debt.read parley.debt.write parley.communication.read parley.communication.write "
    "parley.work.read parley.work.write parley.approve "
    "parley.admin.read parley.admin.write parley.event.read parley.event.write "
    "parley.rulebook.read "
    "parley.rulebook.write parley.template.read parley.template.write "
    "parley.pii.read";

// Knows the tokens that a test gave out.
class FakeAuthenticator final : public Authenticator {
 public:
  void GiveOut(const std::string& token, const Caller& caller);
  void TakeBack(const std::string& token);
  // From now on it throws, as nothing should.
  void Break() { broken_ = true; }
  int verified() const;

  absl::StatusOr<Caller> Verify(std::string_view token, absl::Time now) const override;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Caller, std::less<>> callers_;
  mutable int verified_ = 0;
  std::atomic<bool> broken_ = false;
};

// Keeps what it is told.
class FakeLog final : public Log {
 public:
  struct Record {
    LogLevel level;
    std::string event;
    std::map<std::string, std::string> fields;
  };

  bool Takes(LogLevel level) const override { return level >= least_; }
  void Write(LogLevel level, std::string_view event, std::span<const LogField> fields) override;

  void TakeFrom(LogLevel least) { least_ = least; }
  std::vector<Record> records() const;

 private:
  LogLevel least_ = LogLevel::kDebug;
  mutable std::mutex mutex_;
  std::vector<Record> records_;
};

class FakeObserver final : public CallObserver {
 public:
  struct Seen {
    std::string method;
    absl::StatusCode code;
    std::string reason;

    friend bool operator==(const Seen&, const Seen&) = default;
  };

  void OnStarted() override;
  void OnFinished(const FinishedCall& call) override;

  int started() const;
  std::vector<Seen> finished() const;

 private:
  mutable std::mutex mutex_;
  int started_ = 0;
  std::vector<Seen> finished_;
};

// What came back of a call.
struct Reply {
  grpc::Status status;
  std::string bytes;

  // From the ErrorInfo; empty when there is not exactly one of our domain.
  std::string reason() const;
  std::map<std::string, std::string> metadata() const;
  // Path and code of each malformed field.
  std::vector<std::pair<std::string, std::string>> violations() const;

  // The detail of this type; none when there is none.
  template <typename Detail>
  std::optional<Detail> detail() const {
    Detail found;
    return Unpack(found) ? std::optional<Detail>(found) : std::nullopt;
  }

  template <typename Message>
  Message As() const {
    Message message;
    message.ParseFromString(bytes);
    return message;
  }

 private:
  bool Unpack(google::protobuf::Message& detail) const;
};

struct CallOptions {
  std::string token = "token";  // Empty for none.
  absl::Duration patience = absl::Seconds(20);
  std::string authorization;  // The whole value, beside or instead of the token.
};

// The application over memory, served on a loopback port, with a token "token" that may do anything
// in the world's tenant.
class ServedWorld {
 public:
  explicit ServedWorld(const GrpcServer::Options& options = {});
  // With an authenticator of the test's own.
  ServedWorld(const GrpcServer::Options& options, const Authenticator& other);

  // `method` is "DebtService/GetDebt"; the request is of its type.
  Reply Call(const std::string& method, const google::protobuf::Message& request,
             const CallOptions& options = {});
  // The same with any bytes, and any path.
  Reply CallRaw(const std::string& path, const std::string& bytes, const CallOptions& options = {});

  // A token of this tenant for a principal of the same name.
  void GiveToken(const std::string& token, std::string_view scopes,
                 std::optional<DebtorId> debtor = std::nullopt);
  std::string Address() const;

  World world;
  FakeAuthenticator authenticator;
  FakeSeals seals;
  MemoryChatHints chat_hints;
  FakeLog log;
  FakeObserver observer;
  GrpcServer server;
  std::shared_ptr<grpc::Channel> channel;
};

}  // namespace parley

#endif  // PARLEY_TESTS_ADAPTERS_GRPC_SERVED_WORLD_H_
