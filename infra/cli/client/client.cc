// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/client/client.h"

#include <algorithm>
#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "grpcpp/support/channel_arguments.h"

namespace parley::cli {
namespace {

// A page of 1000 debts is larger than gRPC's own limit of 4 MiB may allow.
constexpr int kLongestAnswer = 64 << 20;

std::shared_ptr<grpc::ChannelCredentials> CredentialsOf(const ClientConfig& config) {
  if (config.ca.empty()) return grpc::InsecureChannelCredentials();
  grpc::SslCredentialsOptions options;
  options.pem_root_certs = config.ca;
  options.pem_cert_chain = config.client_certificate;
  options.pem_private_key = config.client_key;
  return grpc::SslCredentials(options);
}

}  // namespace

std::string_view ServiceConfigJson() {
  return R"({
    "methodConfig": [
      {
        "name": [
          {"service": "parley.v1.CreditorService"},
          {"service": "parley.v1.DebtorService"},
          {"service": "parley.v1.DebtService"},
          {"service": "parley.v1.CommunicationService"},
          {"service": "parley.v1.InboundService"},
          {"service": "parley.v1.ConversationService"},
          {"service": "parley.v1.PlanService"},
          {"service": "parley.v1.CaseService"},
          {"service": "parley.v1.WorkService"},
          {"service": "parley.v1.AdminService"},
          {"service": "parley.v1.RulebookService"},
          {"service": "parley.v1.TemplateService"}
        ],
        "timeout": "10s",
        "retryPolicy": {
          "maxAttempts": 4,
          "initialBackoff": "0.1s",
          "maxBackoff": "2s",
          "backoffMultiplier": 2,
          "retryableStatusCodes": ["UNAVAILABLE"]
        }
      },
      {
        "name": [
          {"service": "parley.v1.DebtService", "method": "ImportDebts"},
          {"service": "parley.events.v1.EventService"}
        ]
      }
    ],
    "retryThrottling": {
      "maxTokens": 10,
      "tokenRatio": 0.1
    }
  })";
}

bool IsLocalAddress(std::string_view address) {
  const absl::string_view text(address.data(), address.size());
  constexpr std::array kLocal = {"unix:",  "localhost:", "127.",
                                 "[::1]:", "ipv4:127.",  "ipv6:[::1]"};
  return std::any_of(kLocal.begin(), kLocal.end(),
                     [&](const char* prefix) { return absl::StartsWith(text, prefix); });
}

Client::Client(const ClientConfig& config) : address_(config.address), token_(config.token) {
  grpc::ChannelArguments arguments;
  arguments.SetServiceConfigJSON(std::string(ServiceConfigJson()));
  arguments.SetInt(GRPC_ARG_SERVICE_CONFIG_DISABLE_RESOLUTION, 1);
  arguments.SetMaxReceiveMessageSize(kLongestAnswer);
  channel_ = grpc::CreateCustomChannel(config.address, CredentialsOf(config), arguments);
  debts_ = v1::DebtService::NewStub(channel_);
  creditors_ = v1::CreditorService::NewStub(channel_);
}

std::unique_ptr<grpc::ClientContext> Client::NewContext() const {
  auto context = std::make_unique<grpc::ClientContext>();
  if (!token_.empty()) context->AddMetadata("authorization", absl::StrCat("Bearer ", token_));
  return context;
}

}  // namespace parley::cli
