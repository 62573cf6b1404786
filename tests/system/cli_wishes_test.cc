// SPDX-License-Identifier: Apache-2.0
// What `parley callback` and `parley reflection` ask for and print.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "parley/v1/conversation_service.grpc.pb.h"
#include "tests/system/cli_run.h"

namespace parley::cli {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kCallback = "debtors/1/callbacks/2";
constexpr const char* kReflection = "debtors/1/reflections/3";

// Notes what it is asked for, and answers with one wish and one reflection.
class WishingService final : public v1::ConversationService::Service {
 public:
  WishingService() {
    callback.set_name(kCallback);
    callback.set_state(v1::CALLBACK_STATE_SCHEDULED);
    callback.mutable_slot()->mutable_from_time()->set_seconds(1764583200);
    callback.mutable_slot()->mutable_until_time()->set_seconds(1764586800);
    callback.set_about("never shown in a line");
    reflection.set_name(kReflection);
    reflection.set_version(2);
    reflection.set_state(v1::REFLECTION_STATE_PROPOSED);
    v1::Understood& promise = *reflection.add_points();
    promise.set_kind(v1::UNDERSTOOD_KIND_PROMISE);
    promise.mutable_amount()->set_minor_units(4000);
    promise.mutable_amount()->set_currency_code("EUR");
    promise.set_date("2025-12-03");
    v1::Understood& event = *reflection.add_points();
    event.set_kind(v1::UNDERSTOOD_KIND_CIRCUMSTANCE);
    event.set_word("JOB_LOST");
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(this);
    server_ = builder.BuildAndStart();
  }
  ~WishingService() override { server_->Shutdown(std::chrono::system_clock::now()); }

  grpc::Status RequestCallback(grpc::ServerContext* /*context*/,
                               const v1::RequestCallbackRequest* request,
                               v1::Callback* response) override {
    requested = *request;
    return Answer("request", request->request_id(), *response);
  }
  grpc::Status ScheduleCallback(grpc::ServerContext* /*context*/,
                                const v1::ScheduleCallbackRequest* request,
                                v1::Callback* response) override {
    return Answer(
        absl::StrCat("schedule ", request->name(), " ", request->slot().from_time().seconds(), "-",
                     request->slot().until_time().seconds()),
        request->request_id(), *response);
  }
  grpc::Status KeepCallback(grpc::ServerContext* /*context*/,
                            const v1::KeepCallbackRequest* request,
                            v1::Callback* response) override {
    return Answer(absl::StrCat("keep ", request->name(), " ", request->kept_in()),
                  request->request_id(), *response);
  }
  grpc::Status MissCallback(grpc::ServerContext* /*context*/,
                            const v1::MissCallbackRequest* request,
                            v1::Callback* response) override {
    return Answer(absl::StrCat("miss ", request->name(), ": ", request->reason()),
                  request->request_id(), *response);
  }
  grpc::Status CancelCallback(grpc::ServerContext* /*context*/,
                              const v1::CancelCallbackRequest* request,
                              v1::Callback* response) override {
    return Answer(absl::StrCat("cancel ", request->name(), ": ", request->reason()),
                  request->request_id(), *response);
  }
  grpc::Status GetCallback(grpc::ServerContext* /*context*/, const v1::GetCallbackRequest* request,
                           v1::Callback* response) override {
    return Answer(absl::StrCat("get ", request->name()), "read", *response);
  }
  grpc::Status ListCallbacks(grpc::ServerContext* /*context*/,
                             const v1::ListCallbacksRequest* request,
                             v1::ListCallbacksResponse* response) override {
    steps.push_back(absl::StrCat("list ", request->parent(), " ", request->page_token()));
    if (has_any) *response->add_callbacks() = callback;
    if (has_any && request->page_token().empty()) response->set_next_page_token("second");
    return grpc::Status::OK;
  }
  grpc::Status ReflectBack(grpc::ServerContext* /*context*/, const v1::ReflectBackRequest* request,
                           v1::Reflection* response) override {
    return Answer(absl::StrCat("tell ", request->parent()), request->request_id(), *response);
  }
  grpc::Status ConfirmReflection(grpc::ServerContext* /*context*/,
                                 const v1::ConfirmReflectionRequest* request,
                                 v1::Reflection* response) override {
    return Answer(absl::StrCat("confirm ", request->name(), " ", request->told_in()),
                  request->request_id(), *response);
  }
  grpc::Status CorrectReflection(grpc::ServerContext* /*context*/,
                                 const v1::CorrectReflectionRequest* request,
                                 v1::Reflection* response) override {
    return Answer(absl::StrCat("correct ", request->name(), ": ", request->correction()),
                  request->request_id(), *response);
  }
  grpc::Status GetReflection(grpc::ServerContext* /*context*/,
                             const v1::GetReflectionRequest* request,
                             v1::Reflection* response) override {
    return Answer(absl::StrCat("get ", request->name()), "read", *response);
  }
  grpc::Status ListReflections(grpc::ServerContext* /*context*/,
                               const v1::ListReflectionsRequest* request,
                               v1::ListReflectionsResponse* response) override {
    steps.push_back(absl::StrCat("list ", request->parent()));
    *response->add_reflections() = reflection;
    return grpc::Status::OK;
  }

  CliResult Run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--address", absl::StrCat("127.0.0.1:", port_)});
    return RunInProcess(arguments);
  }

  v1::Callback callback;
  v1::Reflection reflection;
  v1::RequestCallbackRequest requested;
  bool has_any = true;
  std::vector<std::string> steps;

 private:
  grpc::Status Answer(const std::string& step, const std::string& request_id,
                      v1::Callback& response) {
    response = callback;
    return Note(step, request_id);
  }
  grpc::Status Answer(const std::string& step, const std::string& request_id,
                      v1::Reflection& response) {
    response = reflection;
    return Note(step, request_id);
  }
  grpc::Status Note(const std::string& step, const std::string& request_id) {
    steps.push_back(step);
    return request_id.empty() ? grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, "no request id")
                              : grpc::Status::OK;
  }

  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

TEST(CallbackCommand, TakesDownAWishWithAllThatWasSaidOfIt) {
  WishingService service;
  const CliResult run =
      service.Run({"callback", "request", "debtors/1", "--from", "2025-12-01T11:00:00+01:00",
                   "--until", "2025-12-01T11:00:00Z", "--debt", "debtors/1/debts/4", "--number",
                   "debtors/1/contactPoints/5", "--about", "the instalments", "--told-in",
                   "debtors/1/communications/6"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, absl::StrCat(kCallback,
                                  ": scheduled, from 2025-12-01T10:00:00Z until "
                                  "2025-12-01T11:00:00Z\n"));
  const v1::Callback& wish = service.requested.callback();
  EXPECT_EQ(service.requested.parent(), "debtors/1");
  EXPECT_EQ(wish.slot().from_time().seconds(), 1764583200);
  EXPECT_EQ(wish.slot().until_time().seconds(), 1764586800);
  EXPECT_EQ(wish.debt(), "debtors/1/debts/4");
  EXPECT_EQ(wish.contact_point(), "debtors/1/contactPoints/5");
  EXPECT_EQ(wish.about(), "the instalments");
  EXPECT_EQ(wish.told_in(), "debtors/1/communications/6");
}

TEST(CallbackCommand, MayLeaveTheTimeOpen) {
  WishingService service;
  EXPECT_EQ(service.Run({"callback", "request", "debtors/1", "--on", "2025-12-01"}).exit_code, 0);
  EXPECT_FALSE(service.requested.callback().has_slot());
  EXPECT_EQ(service.requested.callback().wished_date(), "2025-12-01");
}

TEST(CallbackCommand, IsRefusedWithoutATimeThatCanBeRead) {
  WishingService service;
  const CliResult run = service.Run(
      {"callback", "schedule", kCallback, "--from", "tomorrow", "--until", "2025-12-01T11:00:00Z"});
  EXPECT_EQ(run.exit_code, 13);
  EXPECT_THAT(run.err, HasSubstr("--from"));
  EXPECT_EQ(service.Run({"callback", "schedule", kCallback}).exit_code, 2);
  EXPECT_EQ(service.Run({"callback", "keep", kCallback}).exit_code, 2);
  EXPECT_TRUE(service.steps.empty());
}

TEST(CallbackCommand, TakesEachStepOnce) {
  WishingService service;
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"callback", "show", kCallback},
           {"callback", "schedule", kCallback, "--from", "2025-12-01T10:00:00Z", "--until",
            "2025-12-01T11:00:00Z"},
           {"callback", "keep", kCallback, "--call", "debtors/1/communications/6"},
           {"callback", "miss", kCallback, "--reason", "engaged"},
           {"callback", "cancel", kCallback}}) {
    const CliResult run = service.Run(arguments);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("scheduled"));
  }
  EXPECT_THAT(service.steps,
              ElementsAre("get debtors/1/callbacks/2",
                          "schedule debtors/1/callbacks/2 1764583200-1764586800",
                          "keep debtors/1/callbacks/2 debtors/1/communications/6",
                          "miss debtors/1/callbacks/2: engaged", "cancel debtors/1/callbacks/2: "));
}

TEST(CallbackCommand, ListsAllPages) {
  WishingService service;
  const CliResult all = service.Run({"callback", "list", "debtors/1"});
  EXPECT_EQ(all.exit_code, 0) << all.err;
  EXPECT_THAT(all.out, testing::Not(HasSubstr("never shown")));
  EXPECT_THAT(service.steps, ElementsAre("list debtors/1 ", "list debtors/1 second"));
  service.callback.clear_slot();
  service.callback.set_state(v1::CALLBACK_STATE_REQUESTED);
  EXPECT_THAT(service.Run({"callback", "list", "debtors/1"}).out,
              HasSubstr("requested, no time agreed"));
  service.has_any = false;
  EXPECT_EQ(service.Run({"callback", "list", "debtors/1"}).out, "None.\n");
}

TEST(ReflectionCommand, ShowsEachPoint) {
  WishingService service;
  const CliResult run = service.Run({"reflection", "show", kReflection});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, absl::StrCat(kReflection,
                                  ": version 2, proposed\n"
                                  "  promise, 40.00 EUR, 2025-12-03\n"
                                  "  circumstance job lost\n"));
}

TEST(ReflectionCommand, TakesEachStepOnce) {
  WishingService service;
  EXPECT_EQ(service.Run({"reflection", "tell", "debtors/1"}).exit_code, 0);
  EXPECT_EQ(service.Run({"reflection", "list", "debtors/1"}).exit_code, 0);
  EXPECT_EQ(
      service.Run({"reflection", "confirm", kReflection, "--told-in", "debtors/1/communications/6"})
          .exit_code,
      0);
  EXPECT_EQ(service.Run({"reflection", "correct", kReflection, "it was in May"}).exit_code, 0);
  EXPECT_EQ(service.Run({"reflection", "correct", kReflection}).exit_code, 2);
  EXPECT_THAT(service.steps,
              ElementsAre("tell debtors/1", "list debtors/1",
                          "confirm debtors/1/reflections/3 debtors/1/communications/6",
                          "correct debtors/1/reflections/3: it was in May"));
}

}  // namespace
}  // namespace parley::cli
