// SPDX-License-Identifier: Apache-2.0
// What `parley work` asks for and prints.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "parley/v1/work_service.grpc.pb.h"
#include "tests/system/cli_run.h"

namespace parley::cli {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kItem = "debtors/1/workItems/2";

// Has one item, of which a page of its own follows an empty one, until it ended.
class WorkingService final : public v1::WorkService::Service {
 public:
  WorkingService() {
    item.set_name(kItem);
    item.set_kind(v1::WORK_KIND_DISPUTE);
    item.set_state(v1::WORK_STATE_OPEN);
    item.set_priority(v1::WORK_PRIORITY_HIGH);
    item.set_subject("debtors/1/debts/3");
    item.set_due_date("2026-03-31");
    item.set_skill(v1::WORK_SKILL_DISPUTES);
    item.set_language("es");
    item.set_reason("never \x1b[31mdelivered");
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
  }
  ~WorkingService() override { server_->Shutdown(std::chrono::system_clock::now()); }

  grpc::Status ListWork(grpc::ServerContext* /*context*/, const v1::ListWorkRequest* request,
                        v1::ListWorkResponse* response) override {
    if (request->page_token().empty()) {
      filters.push_back(request->filter());
      response->set_next_page_token("second");
      return grpc::Status::OK;
    }
    const bool asks_for_ended = request->filter().find("state = DONE") != std::string::npos;
    if ((item.state() == v1::WORK_STATE_DONE) == asks_for_ended) *response->add_items() = item;
    return grpc::Status::OK;
  }
  grpc::Status ClaimNextWork(grpc::ServerContext* /*context*/,
                             const v1::ClaimNextWorkRequest* request,
                             v1::ClaimNextWorkResponse* response) override {
    next = *request;
    if (has_next) *response->mutable_item() = item;
    return grpc::Status::OK;
  }
  grpc::Status ClaimWork(grpc::ServerContext* /*context*/, const v1::ClaimWorkRequest* request,
                         v1::WorkItem* response) override {
    return Answer("claim", *request, *response);
  }
  grpc::Status ReleaseWork(grpc::ServerContext* /*context*/, const v1::ReleaseWorkRequest* request,
                           v1::WorkItem* response) override {
    return Answer("release", *request, *response);
  }
  grpc::Status CompleteWork(grpc::ServerContext* /*context*/,
                            const v1::CompleteWorkRequest* request,
                            v1::WorkItem* response) override {
    return Answer(absl::StrCat("complete: ", request->outcome()), *request, *response);
  }
  grpc::Status Approve(grpc::ServerContext* /*context*/, const v1::ApproveRequest* request,
                       v1::WorkItem* response) override {
    return Answer("approve", *request, *response);
  }
  grpc::Status Reject(grpc::ServerContext* /*context*/, const v1::RejectRequest* request,
                      v1::WorkItem* response) override {
    return Answer(absl::StrCat("reject: ", request->reason()), *request, *response);
  }

  CliResult Run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--address", absl::StrCat("127.0.0.1:", port_), "work"});
    return RunInProcess(arguments);
  }

  v1::WorkItem item;
  bool has_next = true;
  std::vector<std::string> filters;
  std::vector<std::string> steps;
  v1::ClaimNextWorkRequest next;

 private:
  template <typename Request>
  grpc::Status Answer(const std::string& step, const Request& request, v1::WorkItem& response) {
    steps.push_back(absl::StrCat(step, " ", request.name()));
    if (request.request_id().empty()) return {grpc::StatusCode::INVALID_ARGUMENT, "no request id"};
    response = item;
    return grpc::Status::OK;
  }

  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

TEST(Work, IsListedToItsEndByWhatIsAskedFor) {
  WorkingService service;
  const CliResult all = service.Run({"list"});
  EXPECT_EQ(all.exit_code, 0) << all.err;
  EXPECT_THAT(all.out, AllOf(HasSubstr("Needs"), HasSubstr(kItem), HasSubstr("disputes"),
                             HasSubstr("es"), HasSubstr("2026-03-31"), HasSubstr("high")));
  const CliResult some = service.Run({"list", "debtors/1", "--skill", "disputes", "--language",
                                      "es", "--due-by", "2026-04-01", "--filter", "state = OPEN"});
  EXPECT_EQ(some.exit_code, 0) << some.err;
  EXPECT_THAT(service.filters,
              ElementsAre("",
                          "skill = DISPUTES AND language = \"es\" AND due_date <= "
                          "\"2026-04-01\" AND state = OPEN AND debtor = \"debtors/1\""));
}

TEST(Work, ThatIsNextIsShownOrSaidToBeNone) {
  WorkingService service;
  const CliResult found =
      service.Run({"next", "--skill", "disputes", "--skill", "tracing", "--language", "es"});
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_THAT(found.out, AllOf(HasSubstr(kItem), HasSubstr("due         2026-03-31")));
  EXPECT_THAT(service.next.skills(), ElementsAre(v1::WORK_SKILL_DISPUTES, v1::WORK_SKILL_TRACING));
  EXPECT_THAT(service.next.languages(), ElementsAre("es"));
  EXPECT_NE(service.next.request_id(), "");
  service.has_next = false;
  const CliResult none = service.Run({"next"});
  EXPECT_EQ(none.exit_code, 0);
  EXPECT_EQ(none.out, "Nothing is left.\n");
  EXPECT_EQ(service.Run({"next", "--skill", "juggling"}).exit_code, 13);
}

TEST(Work, IsShownAlsoAfterItsEnd) {
  WorkingService service;
  const CliResult open = service.Run({"show", kItem});
  EXPECT_EQ(open.exit_code, 0) << open.err;
  EXPECT_THAT(open.out, testing::Not(HasSubstr("\x1b")));
  service.item.set_state(v1::WORK_STATE_DONE);
  service.item.set_ended_by("second");
  EXPECT_THAT(service.Run({"show", kItem}).out, HasSubstr("done by second"));
  EXPECT_EQ(service.Run({"show", "debtors/1/workItems/9"}).exit_code, 15);
  EXPECT_EQ(service.Run({"show", "workItems/9"}).exit_code, 15);
  EXPECT_EQ(service.filters.back(), "kind = INBOUND_UNMATCHED AND state = REJECTED");
}

TEST(Work, GoesThroughItsSteps) {
  WorkingService service;
  EXPECT_EQ(service.Run({"claim", kItem}).exit_code, 0);
  EXPECT_EQ(service.Run({"release", kItem}).exit_code, 0);
  EXPECT_EQ(service.Run({"complete", kItem, "--outcome", "sent back"}).exit_code, 0);
  EXPECT_EQ(service.Run({"approve", kItem}).exit_code, 0);
  const CliResult rejected = service.Run({"reject", kItem, "--reason", "too much"});
  EXPECT_EQ(rejected.exit_code, 0) << rejected.err;
  EXPECT_THAT(rejected.out, HasSubstr(kItem));
  const std::string name = kItem;
  EXPECT_THAT(service.steps,
              ElementsAre("claim " + name, "release " + name, "complete: sent back " + name,
                          "approve " + name, "reject: too much " + name));
}

}  // namespace
}  // namespace parley::cli
