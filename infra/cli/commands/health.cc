// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <future>
#include <memory>
#include <string>
#include <utility>

#include "domain/common/status_macros.h"
#include "google/protobuf/wrappers.pb.h"
#include "grpc/support/time.h"
#include "grpcpp/generic/generic_stub.h"
#include "infra/cli/client/rpc_error.h"
#include "infra/cli/commands/commands.h"

namespace parley::cli {
namespace {

constexpr const char* kMethod = "/grpc.health.v1.Health/Check";
const gpr_timespec kPatience = gpr_time_from_seconds(5, GPR_TIMESPAN);

// grpc.health.v1.HealthCheckResponse.ServingStatus.
std::string NameOf(std::uint32_t status) {
  switch (status) {
    case 1:
      return "SERVING";
    case 2:
      return "NOT_SERVING";
    case 3:
      return "SERVICE_UNKNOWN";
    default:
      return "UNKNOWN";
  }
}

// Asks the standard health service, which answers without a token. Its messages have one field
// each, and on the wire they are what these wrappers are: the packaged gRPC ships no stub of it.
absl::StatusOr<std::uint32_t> Check(const Client& client, const std::string& service) {
  google::protobuf::StringValue request;
  request.set_value(service);
  google::protobuf::UInt32Value response;
  const std::unique_ptr<grpc::ClientContext> context = client.NewContext();
  context->set_deadline(gpr_time_add(gpr_now(GPR_CLOCK_MONOTONIC), kPatience));
  grpc::TemplatedGenericStub<google::protobuf::StringValue, google::protobuf::UInt32Value> stub(
      client.channel());
  std::promise<grpc::Status> done;
  stub.UnaryCall(context.get(), kMethod, grpc::StubOptions(), &request, &response,
                 [&done](grpc::Status status) { done.set_value(std::move(status)); });
  const grpc::Status status = done.get_future().get();
  if (!status.ok()) return FromGrpc(status);
  return response.value();
}

class HealthCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("health", "Ask whether the server serves");
    app->add_option("service", service_, "parley.v1.DebtService and so on; without it, the whole");
    app->footer("Exit code 1 when it does not serve, 24 when it cannot be reached.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const Client* client, context.Connect());
    PARLEY_ASSIGN_OR_RETURN(const std::uint32_t status, Check(*client, service_));
    if (context.json()) {
      context.terminal().out << R"({"status":")" << NameOf(status) << "\"}\n";
    } else {
      context.terminal().out << NameOf(status) << "\n";
    }
    return status == 1 ? Outcome::kClean : Outcome::kFindings;
  }

 private:
  std::string service_;
};

}  // namespace

std::unique_ptr<Command> MakeHealthCommand() { return std::make_unique<HealthCommand>(); }

}  // namespace parley::cli
