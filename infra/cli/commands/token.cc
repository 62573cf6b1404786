// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/time.h"
#include "adapters/crypto/signing_key.h"
#include "adapters/system/system_clock.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/keys.h"
#include "infra/cli/rpc/methods.h"
#include "nlohmann/json.hpp"
#include "parley/v1/options.pb.h"

namespace parley::cli {
namespace {

// Every scope that a method asks for, and the one that shows personal data.
std::set<std::string> AllScopes() {
  std::set<std::string> scopes = {"parley.pii.read"};
  for (const google::protobuf::MethodDescriptor* method : AllMethods()) {
    scopes.insert(method->options().GetExtension(v1::method).scope());
  }
  return scopes;
}

// Mints a token from a private key: for development, where no identity provider is.
class TokenCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.add_subcommand("token", "Mint a bearer token for development");
    CLI::Option* key = app->add_option("--key", key_, "The private key, as `token keygen` wrote it")
                           ->type_name("FILE");
    CLI::Option* tenant = app->add_option("--tenant", tenant_, "The tenant")->type_name("UUID");
    app->add_option("--sub", principal_, "The principal, who stands in journals and audit")
        ->capture_default_str();
    app->add_option("--scope", scopes_, "Scopes, separated by spaces; without it, all")
        ->type_name("SCOPES");
    app->add_option("--debtor", debtor_, "Let the token reach this debtor only")->type_name("UUID");
    app->add_option("--expires", expires_, "For how long it is good")
        ->capture_default_str()
        ->type_name("DURATION");
    app->add_option("--issuer", policy_.issuer, "The claim iss")->capture_default_str();
    app->add_option("--audience", policy_.audience, "The claim aud")->capture_default_str();
    app->parse_complete_callback([app, key, tenant] {
      if (!app->get_subcommands().empty()) return;
      if (key->count() == 0) throw CLI::RequiredError("--key");
      if (tenant->count() == 0) throw CLI::RequiredError("--tenant");
    });
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    const absl::Time now = SystemClock().Now();
    PARLEY_ASSIGN_OR_RETURN(const Caller caller, ReadCaller(now));
    PARLEY_ASSIGN_OR_RETURN(const SigningKey key, SigningKey::Load(key_));
    PARLEY_ASSIGN_OR_RETURN(const std::string token, MintToken(key, caller, policy_, now));
    std::ostream& out = context.terminal().out;
    if (context.json()) {
      out << nlohmann::json({{"token", token}, {"expires", absl::FormatTime(caller.expires)}})
          << "\n";
    } else {
      out << token << "\n";
    }
    return Outcome::kClean;
  }

 private:
  absl::StatusOr<Caller> ReadCaller(absl::Time now) const {
    Caller caller{.principal = principal_};
    const std::optional<TenantId> tenant = TenantId::Parse(tenant_);
    if (!tenant.has_value()) return absl::InvalidArgumentError("--tenant is no UUID");
    caller.tenant = *tenant;
    if (!debtor_.empty()) {
      caller.debtor = DebtorId::Parse(debtor_);
      if (!caller.debtor.has_value()) return absl::InvalidArgumentError("--debtor is no UUID");
    }
    absl::Duration lifetime;
    if (!absl::ParseDuration(expires_, &lifetime) || lifetime <= absl::ZeroDuration()) {
      return absl::InvalidArgumentError("--expires is no time such as 90m or 24h");
    }
    caller.expires = now + lifetime;
    caller.scopes = AllScopes();
    if (!scopes_.empty()) {
      caller.scopes = absl::StrSplit(scopes_, ' ', absl::SkipEmpty());
    }
    return caller;
  }

  std::string key_;
  std::string principal_ = "developer";
  std::string tenant_;
  std::string scopes_;
  std::string debtor_;
  std::string expires_ = "24h";
  TokenPolicy policy_{.issuer = "parley-development", .audience = "parley"};
};

// Makes a key that signs tokens.
class KeygenCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = program.get_subcommand("token")->add_subcommand(
        "keygen", "Make a private key, and publish its public one in a JWK set");
    app->add_option("--dir", folder_,
                    "Where to write signing-key.jwk, and jwks.json, which may be there already")
        ->required()
        ->type_name("DIR");
    app->add_option("--algorithm", algorithm_, "ES256 or RS256")->capture_default_str();
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    const std::optional<SigningAlgorithm> algorithm = SigningAlgorithmNamed(algorithm_);
    if (!algorithm.has_value()) {
      return absl::InvalidArgumentError("--algorithm is neither ES256 nor RS256");
    }
    PARLEY_RETURN_IF_ERROR(MakeKeyFolder(folder_));
    PARLEY_RETURN_IF_ERROR(MakeSigningKey(folder_, *algorithm));
    TellFiles({kSigningKeyFile, kJwksFile}, folder_, context);
    return Outcome::kClean;
  }

 private:
  std::string folder_;
  std::string algorithm_ = "ES256";
};

}  // namespace

std::unique_ptr<Command> MakeTokenCommand() { return std::make_unique<TokenCommand>(); }
std::unique_ptr<Command> MakeKeygenCommand() { return std::make_unique<KeygenCommand>(); }

}  // namespace parley::cli
