// SPDX-License-Identifier: Apache-2.0
// What `parley timeline` asks for and prints, and what it does when a stream ends.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "parley/v1/debtor_service.grpc.pb.h"
#include "tests/system/cli_run.h"

namespace parley::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Tells one entry a page or a stream; the second page, and the third stream, is the last.
class TellingService final : public v1::DebtorService::Service {
 public:
  TellingService() {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
  }
  ~TellingService() override { server_->Shutdown(std::chrono::system_clock::now()); }

  std::string address() const { return absl::StrCat("127.0.0.1:", port_); }

  grpc::Status GetTimeline(grpc::ServerContext* /*context*/, const v1::GetTimelineRequest* request,
                           v1::GetTimelineResponse* response) override {
    tokens.push_back(request->page_token());
    kinds.assign(request->kinds().begin(), request->kinds().end());
    Tell(*response->add_entries());
    response->set_resume_token(absl::StrCat("t", tokens.size()));
    if (tokens.size() < 2) response->set_next_page_token(response->resume_token());
    return grpc::Status::OK;
  }

  grpc::Status WatchTimeline(grpc::ServerContext* /*context*/,
                             const v1::WatchTimelineRequest* request,
                             grpc::ServerWriter<v1::WatchTimelineResponse>* stream) override {
    tokens.push_back(request->resume_token());
    v1::WatchTimelineResponse response;
    Tell(*response.add_entries());
    response.set_resume_token(absl::StrCat("t", tokens.size()));
    stream->Write(response);
    if (tokens.size() < 3) return grpc::Status::OK;
    return {grpc::StatusCode::UNAUTHENTICATED, "the token is over"};
  }

  std::vector<std::string> tokens;
  std::vector<int> kinds;

 private:
  static void Tell(v1::TimelineEntry& entry) {
    entry.set_kind(v1::TIMELINE_KIND_DISPUTE);
    entry.set_type("dispute.opened");
    entry.set_resource("debtors/1/disputes/2");
    entry.set_state("OPEN");
    entry.mutable_occurred_time()->set_seconds(1'769'936'400);
    entry.mutable_amount()->set_minor_units(5'000);
    entry.mutable_amount()->set_currency_code("EUR");
    entry.mutable_cause()->set_actor("agent-1");
    entry.mutable_cause()->set_method("parley.v1.CaseService/OpenDispute");
    entry.mutable_cause()->set_source("debtors/1/communications/3");
  }

  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

constexpr const char* kLine =
    "2026-02-01T09:00:00Z  dispute.opened  OPEN  50.00 EUR  debtors/1/disputes/2  agent-1 by "
    "CaseService/OpenDispute because of debtors/1/communications/3\n";

TEST(Timeline, IsPrintedToItsEndWithTheTokenToGoOnAfter) {
  TellingService service;
  const CliResult result = RunInProcess({"--address", service.address(), "timeline", "debtors/1",
                                         "--kind", "dispute", "--kind", "MONEY"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, absl::StrCat(kLine, kLine));
  EXPECT_THAT(result.err, HasSubstr("token: t2\n"));
  EXPECT_THAT(service.tokens, ElementsAre("", "t1"));
  EXPECT_THAT(service.kinds, ElementsAre(v1::TIMELINE_KIND_DISPUTE, v1::TIMELINE_KIND_MONEY));
}

TEST(Timeline, IsWatchedFromServerToServerUntilItMayNot) {
  TellingService service;
  const CliResult result = RunInProcess(
      {"--address", service.address(), "timeline", "debtors/1", "--watch", "--after", "t0"});
  EXPECT_EQ(result.exit_code, 26);
  EXPECT_THAT(result.err, HasSubstr("token: t3\n"));
  EXPECT_THAT(service.tokens, ElementsAre("t0", "t1", "t2"));
}

TEST(Timeline, RefusesAKindThatIsNone) {
  const CliResult result = RunInProcess({"timeline", "debtors/1", "--kind", "gossip"});
  EXPECT_NE(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("--kind is none: gossip"));
}

}  // namespace
}  // namespace parley::cli
