// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/deployment.h"

#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "adapters/crypto/signing_key.h"
#include "adapters/postgres/admin.h"
#include "domain/common/id.h"
#include "infra/cli/keys.h"
#include "infra/cli/rpc/methods.h"
#include "parley/v1/options.pb.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAddressFile = "address";

void Check(const absl::Status& status) {
  if (!status.ok()) throw std::runtime_error(status.ToString());
}

// What parleyd expects when it is told nothing else.
const TokenPolicy& Policy() {
  static const TokenPolicy policy{.issuer = "parley-development", .audience = "parley"};
  return policy;
}

std::set<std::string> EveryScope() {
  std::set<std::string> scopes = {"parley.pii.read"};
  for (const google::protobuf::MethodDescriptor* method : cli::AllMethods()) {
    scopes.insert(method->options().GetExtension(v1::method).scope());
  }
  return scopes;
}

}  // namespace

Deployment::Deployment(StoreKind store, Options options)
    : store_(store), options_(std::move(options)) {
  if (store_ == StoreKind::kPostgres) {
    database_ =
        std::make_unique<Database>(options_.cluster.empty() ? TestPostgres() : options_.cluster);
  }
  MakeKeys();
  if (store_ == StoreKind::kPostgres) MakeTenants();
  if (options_.started) Start();
}

void Deployment::MakeKeys() const {
  Check(cli::MakeKeyFolder(Key("")));
  Check(cli::MakeMissingKeys(Key("")).status());
}

std::string Deployment::Key(const std::string& name) const { return folder_ / ("keys/" + name); }

void Deployment::MakeTenants() const {
  for (const char* tenant : {kTenant, kOtherTenant}) {
    Check(postgres::CreateTenant({.address = database_->OwnerAddress()},
                                 {.id = *TenantId::Parse(tenant), .name = "An invented tenant"}));
  }
}

std::vector<std::string> Deployment::ServerArguments() const {
  std::vector<std::string> arguments = {"--keys",         Key(""),
                                        "--tls-cert",     Key("server.pem"),
                                        "--tls-key",      Key("server-key.pem"),
                                        "--address-file", folder_ / kAddressFile,
                                        "--metrics",      "off"};
  if (store_ == StoreKind::kMemory) {
    arguments.insert(arguments.end(), {"--store", "memory", "--memory-tenant", kTenant,
                                       "--memory-tenant", kOtherTenant});
  } else {
    arguments.insert(arguments.end(),
                     {"--database", database_->AppAddress(), "--anchor-file", anchors()});
  }
  arguments.insert(arguments.end(), options_.flags.begin(), options_.flags.end());
  return arguments;
}

void Deployment::Start() {
  std::error_code ignored;
  fs::remove(folder_ / kAddressFile, ignored);
  Command command{.program = BuiltProgram("parleyd"), .arguments = ServerArguments()};
  command.arguments.insert(command.arguments.end(),
                           {"--listen", absl::StrCat("127.0.0.1:", port_)});
  command.err = folder_ / "parleyd.log";
  server_.emplace(command);
  const bool serves = Eventually([this] {
    if (!server_->IsRunning()) throw std::runtime_error("parleyd stopped: " + Log());
    return !ReadFile(folder_ / kAddressFile).empty() && Connection(address(), "").IsServing();
  });
  if (!serves) throw std::runtime_error("parleyd does not serve: " + Log());
  const std::string target = address().target;
  if (!absl::SimpleAtoi(target.substr(target.rfind(':') + 1), &port_)) {
    throw std::runtime_error("parleyd serves at a strange address: " + target);
  }
  WriteClientToml();
}

void Deployment::Kill() { server_->Kill(); }

void Deployment::Stop() {
  server_->Signal(SIGTERM);
  if (server_->Wait(absl::Seconds(20)) != kSuccess) {
    throw std::runtime_error("parleyd did not end well: " + Log());
  }
}

ServerAddress Deployment::address() const {
  return {.target = std::string(absl::StripAsciiWhitespace(ReadFile(folder_ / kAddressFile))),
          .ca = ReadFile(Key("ca.pem"))};
}

std::string Deployment::Token(const Grant& grant) const {
  Caller caller{.tenant = *TenantId::Parse(grant.tenant),
                .principal = grant.principal,
                .scopes = grant.scopes.empty() ? EveryScope() : grant.scopes,
                .expires = absl::Now() + absl::Hours(1)};
  if (!grant.debtor.empty()) caller.debtor = DebtorId::Parse(grant.debtor);
  const SigningKey key = Must(SigningKey::Load(Key(cli::kSigningKeyFile)));
  return Must(MintToken(key, caller, Policy(), absl::Now()));
}

void Deployment::WriteClientToml() const {
  WriteFile(client_toml(), absl::StrCat("address = \"", address().target, "\"\nca = \"",
                                        Key("ca.pem"), "\"\ntoken = \"", Token(), "\"\n"));
}

Command Deployment::Cli(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {"--config", client_toml()});
  return {.program = BuiltProgram("parley"), .arguments = std::move(arguments)};
}

Outcome Deployment::RunCli(std::vector<std::string> arguments, absl::Duration longest) const {
  return RunProgram(Cli(std::move(arguments)), longest);
}

std::string Deployment::Metrics() const {
  // The line that says that the server started has the port that was taken.
  constexpr std::string_view kField = "\"metrics\":\"";
  const std::string log = Log();
  const std::size_t begin = log.rfind(kField) + kField.size();
  const std::string url =
      absl::StrCat("http://", log.substr(begin, log.find('"', begin) - begin), "/metrics");
  constexpr const char* kGet =
      "import sys, urllib.request as web; "
      "print(web.urlopen(sys.argv[1]).read().decode())";
  return RunProgram({.program = "/usr/bin/python3", .arguments = {"-c", kGet, url}}).out;
}

}  // namespace parley::system_test
