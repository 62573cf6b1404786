// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_INFRA_CLI_CLIENT_CLIENT_H_
#define PARLEY_INFRA_CLI_CLIENT_CLIENT_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "grpcpp/channel.h"
#include "grpcpp/client_context.h"
#include "infra/cli/client/client_config.h"
#include "infra/cli/client/rpc_error.h"
#include "parley/v1/creditor_service.grpc.pb.h"
#include "parley/v1/debt_service.grpc.pb.h"

namespace parley::cli {

// The service config that the channel runs with: api/service_config.json, which a test compares.
std::string_view ServiceConfigJson();

// True for an address that does not leave this machine, so that a token needs no TLS on its way.
bool IsLocalAddress(std::string_view address);

// A connection to a server with the caller's credentials.
class Client {
 public:
  explicit Client(const ClientConfig& config);

  // For stubs. gRPC shares its channels by shared_ptr.
  const std::shared_ptr<grpc::Channel>& channel() const { return channel_; }
  v1::DebtService::StubInterface& debts() { return *debts_; }
  v1::CreditorService::StubInterface& creditors() { return *creditors_; }
  const std::string& address() const { return address_; }

  // A context for one call, with the token.
  std::unique_ptr<grpc::ClientContext> NewContext() const;

  // Makes one unary call: Call(client.debts(), &v1::DebtService::StubInterface::GetDebt, request).
  // Errors: the server's, with their details.
  template <typename Stub, typename Request, typename Response>
  absl::StatusOr<Response> Call(Stub& stub,
                                grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                             Response*),
                                const Request& request) const {
    Response response;
    const std::unique_ptr<grpc::ClientContext> context = NewContext();
    const grpc::Status status = (stub.*method)(context.get(), request, &response);
    if (!status.ok()) return FromGrpc(status);
    return response;
  }

 private:
  std::string address_;
  std::string token_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::DebtService::StubInterface> debts_;
  std::unique_ptr<v1::CreditorService::StubInterface> creditors_;
};

}  // namespace parley::cli

#endif  // PARLEY_INFRA_CLI_CLIENT_CLIENT_H_
