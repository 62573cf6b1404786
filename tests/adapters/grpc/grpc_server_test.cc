// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/grpc_server.h"

#include <absl/time/clock.h>
#include <gmock/gmock.h>
#include <google/protobuf/unknown_field_set.h>
#include <grpcpp/client_context.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "domain/common/reason.h"
#include "google/rpc/error_details.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using google::protobuf::UnknownFieldSet;
using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;

constexpr std::uint64_t kServing = 1;
constexpr std::uint64_t kNotServing = 2;

std::string Text(int number, const std::string& text) {
  UnknownFieldSet fields;
  fields.AddLengthDelimited(number, text);
  std::string bytes;
  fields.SerializeToString(&bytes);
  return bytes;
}

// What health says of a service, without a token; 0 for an error.
std::uint64_t Health(ServedWorld& served, const std::string& service) {
  const Reply reply =
      served.CallRaw("/grpc.health.v1.Health/Check", Text(1, service), {.token = ""});
  UnknownFieldSet fields;
  const bool read = reply.status.ok() && fields.ParseFromString(reply.bytes);
  return read && fields.field_count() == 1 ? fields.field(0).varint() : 0;
}

v1::GetDebtRequest AGetDebt() {
  v1::GetDebtRequest request;
  request.set_name("debtors/" + NumberedUuid(1).ToString() + "/debts/" +
                   NumberedUuid(2).ToString());
  return request;
}

// An authenticator that keeps callers waiting until it is told to let them go.
class Slow final : public Authenticator {
 public:
  absl::StatusOr<Caller> Verify(std::string_view, absl::Time) const override {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
    return Refuse(Reason::kCredentialsInvalid);
  }

  void AwaitWaiting(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= count; });
  }

  int waited() const {
    const std::lock_guard lock(mutex_);
    return waiting_;
  }

  void LetGo() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  mutable int waiting_ = 0;
  bool open_ = false;
};

TEST(GrpcServer, TellsItsHealthToAnybody) {
  ServedWorld served;
  for (const char* service :
       {"", "parley.v1.CreditorService", "parley.v1.DebtorService", "parley.v1.DebtService",
        "parley.v1.CaseService", "parley.v1.PlanService", "parley.v1.InboundService",
        "parley.v1.ConversationService", "parley.v1.CommunicationService", "parley.v1.WorkService",
        "parley.v1.AdminService", "parley.v1.RulebookService", "parley.v1.TemplateService",
        "parley.events.v1.EventService"}) {
    EXPECT_EQ(Health(served, service), kServing) << service;
  }
  served.server.SetServing(false);
  EXPECT_EQ(Health(served, "parley.v1.DebtService"), kNotServing);
  EXPECT_EQ(Health(served, ""), kNotServing);
}

TEST(GrpcServer, NamesTheReasonOfAnUnknownMethodToWhoIsKnown) {
  ServedWorld served;
  for (const char* path : {"/parley.v1.DebtService/ForgiveAll", "/no.such.Service/Get"}) {
    const Reply reply = served.CallRaw(path, "");
    EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::UNIMPLEMENTED);
    EXPECT_EQ(reply.reason(), "METHOD_UNKNOWN");
    EXPECT_EQ(served.CallRaw(path, "", {.token = ""}).reason(), "CREDENTIALS_INVALID");
  }
  EXPECT_THAT(
      served.observer.finished(),
      Contains(FakeObserver::Seen{"unknown", absl::StatusCode::kUnimplemented, "METHOD_UNKNOWN"}));
}

TEST(GrpcServer, TakesABearerInEitherCaseAndOneOnly) {
  ServedWorld served;
  for (const char* value : {"bearer token", "BEARER token"}) {
    EXPECT_EQ(served.Call("DebtService/GetDebt", AGetDebt(), {.token = "", .authorization = value})
                  .reason(),
              "DEBT_NOT_FOUND");
  }
  for (const char* value : {"token", "Basic token", "Bearer", "Bearer ", "Bearer  token"}) {
    EXPECT_EQ(served.Call("DebtService/GetDebt", AGetDebt(), {.token = "", .authorization = value})
                  .reason(),
              "CREDENTIALS_INVALID")
        << value;
  }
  EXPECT_EQ(served
                .Call("DebtService/GetDebt", AGetDebt(),
                      {.token = "token", .authorization = "Bearer token"})
                .reason(),
            "CREDENTIALS_INVALID");
}

TEST(GrpcServer, TellsACallerWhatItSentWithoutAMessage) {
  ServedWorld served;
  const Reply reply = served.Call("DebtService/GetDebt", v1::GetDebtRequest());
  EXPECT_EQ(reply.reason(), "FIELD_INVALID");
  EXPECT_EQ(reply.detail<google::rpc::LocalizedMessage>()->locale(), "en");
  EXPECT_THAT(reply.status.error_message(), HasSubstr("name: REQUIRED"));
}

TEST(GrpcServer, RefusesWhatIsLargerThanItTakesWithoutReadingIt) {
  ServedWorld served;
  const Reply reply =
      served.CallRaw("/parley.v1.DebtService/GetDebt", std::string(std::size_t{8} << 20U, 'a'));
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST(GrpcServer, RefusesMetadataThatIsTooLarge) {
  ServedWorld served;
  const Reply reply =
      served.Call("DebtService/GetDebt", AGetDebt(),
                  {.token = "", .authorization = "Bearer " + std::string(9'000, 'x')});
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST(GrpcServer, RefusesCallsWhenTooManyWait) {
  GrpcServer::Options options;
  options.threads = 1;
  options.most_waiting = 2;
  Slow slow;
  ServedWorld served(options, slow);
  std::vector<std::thread> callers;
  std::atomic<int> refused = 0;
  const auto call = [&] {
    const Reply reply = served.Call("DebtService/GetDebt", AGetDebt());
    if (reply.reason() != "QUOTA_EXCEEDED") return;
    ++refused;
    EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
    EXPECT_GT(reply.detail<google::rpc::RetryInfo>()->retry_delay().nanos(), 0);
  };
  callers.emplace_back(call);
  slow.AwaitWaiting(1);
  for (int i = 0; i < 5; ++i) callers.emplace_back(call);
  while (refused < 3) std::this_thread::yield();
  // Nothing of gRPC's waits for the pool: health answers all the while.
  EXPECT_EQ(Health(served, ""), kServing);
  slow.LetGo();
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(refused, 3);
}

TEST(GrpcServer, DoesNotServeACallWhoseTimeIsOver) {
  GrpcServer::Options options;
  options.threads = 1;
  Slow slow;
  ServedWorld served(options, slow);
  std::thread first([&] { served.Call("DebtService/GetDebt", AGetDebt()); });
  slow.AwaitWaiting(1);
  const Reply late =
      served.Call("DebtService/GetDebt", AGetDebt(), {.patience = absl::Milliseconds(300)});
  EXPECT_EQ(late.status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
  // The server counts the call's time from its arrival, a little after the caller's own count.
  absl::SleepFor(absl::Milliseconds(100));
  slow.LetGo();
  first.join();
  served.server.Drain(absl::Seconds(5));
  EXPECT_EQ(slow.waited(), 1) << "Only the first call may be looked at.";
  // Whichever reaches the server first: its own clock, or word that the caller hung up.
  const std::string method = "parley.v1.DebtService/GetDebt";
  EXPECT_THAT(
      served.observer.finished(),
      Contains(AnyOf(
          FakeObserver::Seen{method, absl::StatusCode::kDeadlineExceeded, "DEADLINE_EXCEEDED"},
          FakeObserver::Seen{method, absl::StatusCode::kCancelled, "CANCELLED"})));
}

TEST(GrpcServer, EndsCallsThatRunBeforeItEnds) {
  GrpcServer::Options options;
  Slow slow;
  ServedWorld served(options, slow);
  Reply reply;
  std::thread caller([&] { reply = served.Call("DebtService/GetDebt", AGetDebt()); });
  slow.AwaitWaiting(1);
  std::thread drain([&] { served.server.Drain(absl::Seconds(20)); });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  slow.LetGo();
  drain.join();
  caller.join();
  EXPECT_EQ(reply.reason(), "CREDENTIALS_INVALID");
  EXPECT_EQ(served.Call("DebtService/GetDebt", AGetDebt(), {.patience = absl::Seconds(1)})
                .status.error_code(),
            grpc::StatusCode::UNAVAILABLE);
}

TEST(GrpcServer, SaysWhenItsPortIsTaken) {
  ServedWorld served;
  GrpcServer::Options options;
  options.address = served.Address();
  World world;
  GrpcServer second({world.app, world.event_feed, world.publications, served.chat_hints,
                     served.authenticator, served.seals, world.fingerprints, world.zones,
                     world.clock, world.ids, served.observer, served.log},
                    options);
  EXPECT_TRUE(absl::IsUnavailable(second.Start()));
}

TEST(GrpcServer, KeepsATenantToItsLimit) {
  GrpcServer::Options options;
  options.tenant_limit = {.calls_per_second = 0.001, .burst = 2};
  ServedWorld served(options);
  EXPECT_EQ(served.Call("DebtService/GetDebt", AGetDebt()).reason(), "DEBT_NOT_FOUND");
  EXPECT_EQ(served.Call("DebtService/GetDebt", AGetDebt()).reason(), "DEBT_NOT_FOUND");
  const Reply reply = served.Call("DebtService/GetDebt", AGetDebt());
  EXPECT_EQ(reply.reason(), "QUOTA_EXCEEDED");
  EXPECT_GT(reply.detail<google::rpc::RetryInfo>()->retry_delay().seconds(), 0);
}

TEST(GrpcServer, TellsItsApiWhenAskedTo) {
  const std::string path = "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo";
  ServedWorld silent;
  EXPECT_EQ(silent.CallRaw(path, Text(7, "")).reason(), "METHOD_UNKNOWN");
  GrpcServer::Options options;
  options.reflection = true;
  ServedWorld served(options);
  EXPECT_EQ(served.CallRaw(path, Text(7, ""), {.token = ""}).reason(), "CREDENTIALS_INVALID");
  EXPECT_THAT(served.CallRaw(path, Text(7, "")).bytes, HasSubstr("parley.v1.DebtService"));
  EXPECT_THAT(served.CallRaw(path, Text(4, "parley.v1.DebtService")).bytes,
              HasSubstr("parley/v1/debt_service.proto"));
  EXPECT_THAT(served.CallRaw(path, Text(3, "parley/v1/options.proto")).bytes,
              HasSubstr("MethodRules"));
  EXPECT_THAT(served.CallRaw(path, Text(4, "parley.v1.Nothing")).bytes, HasSubstr("Not found."));
}

TEST(GrpcServer, GivesABugAnIncidentThatTheLogExplains) {
  ServedWorld served;
  served.authenticator.Break();
  const Reply reply = served.Call("DebtService/GetDebt", AGetDebt());
  EXPECT_EQ(reply.status.error_code(), grpc::StatusCode::INTERNAL);
  EXPECT_EQ(reply.reason(), "INTERNAL");
  EXPECT_EQ(reply.status.error_message(), "Something of ours broke.");
  const std::string incident = reply.metadata().at("incident");
  ASSERT_FALSE(incident.empty());
  const auto record = served.log.records().back();
  EXPECT_EQ(record.level, LogLevel::kError);
  EXPECT_THAT(record.fields, Contains(Pair("incident", incident)));
}

TEST(GrpcServer, LogsChangesAndRefusalsButNoReadsUnlessAsked) {
  ServedWorld served;
  served.log.TakeFrom(LogLevel::kInfo);
  served.Call("CreditorService/ListCreditors", v1::ListCreditorsRequest());
  EXPECT_TRUE(served.log.records().empty());
  served.Call("CreditorService/CreateCreditor", ACreateCreditor("shop", 7));
  ASSERT_EQ(served.log.records().size(), 1U);
  EXPECT_THAT(
      served.log.records().front().fields,
      ::testing::AllOf(Contains(Pair("code", "OK")), Contains(Pair("request_id", RequestIdText(7))),
                       Contains(Pair("tenant", served.world.tenant.ToString()))));
  served.Call("DebtService/GetDebt", AGetDebt());
  EXPECT_EQ(served.log.records().size(), 2U);
}

}  // namespace
}  // namespace parley
