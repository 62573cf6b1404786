// SPDX-License-Identifier: Apache-2.0
// What the command line does for changes whose answer it does not get.
#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "parley/v1/communication_service.grpc.pb.h"
#include "parley/v1/debtor_service.grpc.pb.h"
#include "tests/system/cli_run.h"

namespace parley::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Takes every change, and is silent about it.
class SilentService final : public v1::CommunicationService::Service,
                            public v1::DebtorService::Service {
 public:
  SilentService() {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
    builder.RegisterService(static_cast<v1::CommunicationService::Service*>(this));
    builder.RegisterService(static_cast<v1::DebtorService::Service*>(this));
    server_ = builder.BuildAndStart();
  }
  ~SilentService() override { server_->Shutdown(); }

  CliResult Run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--address", absl::StrCat("127.0.0.1:", port_)});
    return RunInProcess(arguments);
  }

  grpc::Status SendMessage(grpc::ServerContext* /*context*/, const v1::SendMessageRequest* request,
                           v1::SendMessageResponse* /*response*/) override {
    return Take(request->request_id());
  }
  grpc::Status RecordOptOut(grpc::ServerContext* /*context*/,
                            const v1::RecordOptOutRequest* request,
                            v1::OptOut* /*response*/) override {
    return Take(request->request_id());
  }

  std::vector<std::string> taken;

 private:
  grpc::Status Take(const std::string& request_id) {
    const std::lock_guard lock(mutex_);
    taken.push_back(request_id);
    return {grpc::StatusCode::DEADLINE_EXCEEDED, "silence"};
  }

  std::mutex mutex_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_;
};

TEST(SendingByTheCommandLine, TellsTheIdUnderWhichAMessageThatIsInDoubtIsSentAgain) {
  SilentService service;
  const CliResult first = service.Run({"send", "debtors/d", "payment_reminder"});
  EXPECT_EQ(first.exit_code, 14);
  ASSERT_EQ(service.taken.size(), 1U);
  const std::string id = service.taken.front();
  EXPECT_THAT(first.err, HasSubstr(absl::StrCat("request_id: ", id)));
  service.Run({"send", "debtors/d", "payment_reminder", "--request-id", id});
  EXPECT_THAT(service.taken, ElementsAre(id, id));
}

TEST(RecordingByTheCommandLine, TellsTheIdOfAChangeThatIsInDoubt) {
  SilentService service;
  const CliResult result =
      service.Run({"debtor", "opt-out", "debtors/d", "--how", "CALL", "--source", "the debtor"});
  EXPECT_EQ(result.exit_code, 14) << result.err;
  ASSERT_EQ(service.taken.size(), 1U) << result.err;
  EXPECT_THAT(result.err, HasSubstr(absl::StrCat("request_id: ", service.taken.front())));
}

}  // namespace
}  // namespace parley::cli
