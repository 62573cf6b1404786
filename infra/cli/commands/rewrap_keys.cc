// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <memory>
#include <vector>

#include "adapters/postgres/key_keeping.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/personal_keys.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

// Brings the keys of people's data under a new personal key. What they seal stays as it is.
class RewrapKeysCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "admin", "Administer the database")
                        .add_subcommand("rewrap-keys", "Wrap the keys of people's data anew");
    options_.AddTo(*app);
    app->footer("Servers may run meanwhile, when they know both keys.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const WrappedDataKeys keys, options_.LoadKeys());
    postgres::SessionPool pool(options_.Pool());
    PARLEY_ASSIGN_OR_RETURN(const std::vector<TenantId> tenants, options_.Tenants(pool));
    postgres::KeyKeeping keeping(pool, keys);
    std::int64_t rewrapped = 0;
    for (const TenantId tenant : tenants) {
      PARLEY_ASSIGN_OR_RETURN(const std::int64_t more, keeping.RewrapAll(tenant));
      rewrapped += more;
    }
    std::ostream& out = context.terminal().out;
    if (context.json()) {
      out << nlohmann::json({{"rewrapped", rewrapped}}) << "\n";
    } else {
      out << rewrapped << " keys wrapped anew\n";
    }
    return Outcome::kClean;
  }

 private:
  PersonalKeysOptions options_;
};

}  // namespace

std::unique_ptr<Command> MakeRewrapKeysCommand() { return std::make_unique<RewrapKeysCommand>(); }

}  // namespace parley::cli
