// SPDX-License-Identifier: Apache-2.0
// What `parley events` does when streams end.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "parley/events/v1/event_service.grpc.pb.h"
#include "tests/system/cli_run.h"
#include "tests/system/support/files.h"
#include "tests/system/support/process.h"

namespace parley::cli {
namespace {

using system_test::Eventually;
using testing::ElementsAre;
using testing::HasSubstr;

using EventStream = grpc::ServerWriter<events::v1::WatchResponse>;

// Ends its streams one after the other as it is told, each after one token; then it goes on until
// its caller leaves.
class EndingService final : public events::v1::EventService::Service {
 public:
  explicit EndingService(std::vector<grpc::Status> endings) : endings_(std::move(endings)) {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
  }
  ~EndingService() override { server_->Shutdown(std::chrono::system_clock::now()); }

  std::string address() const { return absl::StrCat("127.0.0.1:", port_); }
  std::vector<std::string> tokens() {
    const std::lock_guard lock(mutex_);
    return tokens_;
  }

  grpc::Status Watch(grpc::ServerContext* context, const events::v1::WatchRequest* request,
                     EventStream* stream) override {
    std::size_t number = 0;
    {
      const std::lock_guard lock(mutex_);
      tokens_.push_back(request->resume_token());
      number = tokens_.size();
    }
    events::v1::WatchResponse response;
    response.set_resume_token(absl::StrCat("t", number));
    stream->Write(response);
    if (number <= endings_.size()) return endings_[number - 1];
    while (!context->IsCancelled()) absl::SleepFor(absl::Milliseconds(20));
    return grpc::Status::CANCELLED;
  }

 private:
  const std::vector<grpc::Status> endings_;
  std::mutex mutex_;
  std::vector<std::string> tokens_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

TEST(FollowingEvents, GoesOnAfterARestartAndTellsItsTokenWhenItMayNot) {
  EndingService service({grpc::Status::OK,
                         {grpc::StatusCode::UNAVAILABLE, "restarts"},
                         {grpc::StatusCode::UNAUTHENTICATED, "the token is over"}});
  const CliResult result =
      RunInProcess({"--address", service.address(), "events", "--follow", "--after", "t0"});
  EXPECT_EQ(result.exit_code, 26);
  EXPECT_THAT(result.err, HasSubstr("token: t3\n"));
  EXPECT_THAT(service.tokens(), ElementsAre("t0", "t1", "t2"));
}

TEST(FollowingEvents, TellsItsTokenWhenTheUserEndsIt) {
  EndingService service({});
  const system_test::ScratchFolder folder;
  system_test::Process following(
      {.program = system_test::BuiltProgram("parley"),
       .arguments = {"--address", service.address(), "events", "--follow"},
       .err = folder / "err"});
  ASSERT_TRUE(Eventually([&] { return !service.tokens().empty(); }));
  following.Signal(SIGINT);
  EXPECT_EQ(following.Wait(absl::Seconds(20)), system_test::kSuccess);
}

}  // namespace
}  // namespace parley::cli
