// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "adapters/postgres/key_keeping.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/personal_keys.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

// Seals what a database keeps in clear from before there were keys, which a migration cannot: it
// does not have them.
class EncryptCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "admin", "Administer the database")
                        .add_subcommand("encrypt", "Seal what is kept of people in clear");
    options_.AddTo(*app);
    app->add_flag("--check", only_check_, "Only tells what is kept in clear");
    app->footer(
        "Servers may run meanwhile; when it was interrupted, run it again. Exit code 1 when\n"
        "something is in clear at the end.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const WrappedDataKeys keys, options_.LoadKeys());
    postgres::SessionPool pool(options_.Pool());
    PARLEY_RETURN_IF_ERROR(postgres::CheckKeys(pool, keys));
    PARLEY_ASSIGN_OR_RETURN(const std::vector<TenantId> tenants, options_.Tenants(pool));
    postgres::KeyKeeping keeping(pool, keys);
    std::int64_t sealed = 0;
    std::vector<postgres::KeyKeeping::ClearValues> clear;
    for (const TenantId tenant : tenants) {
      if (!only_check_) {
        PARLEY_ASSIGN_OR_RETURN(const std::int64_t more, keeping.SealAll(tenant));
        sealed += more;
      }
      PARLEY_ASSIGN_OR_RETURN(const auto found, keeping.FindClear(tenant));
      clear.insert(clear.end(), found.begin(), found.end());
    }
    Tell(sealed, clear, context);
    return clear.empty() ? Outcome::kClean : Outcome::kFindings;
  }

 private:
  static void Tell(std::int64_t sealed, const std::vector<postgres::KeyKeeping::ClearValues>& clear,
                   Context& context) {
    std::ostream& out = context.terminal().out;
    if (context.json()) {
      nlohmann::ordered_json whole = {{"sealed", sealed}, {"clear", nlohmann::json::array()}};
      for (const auto& [place, count] : clear) {
        whole["clear"].push_back({{"place", place}, {"values", count}});
      }
      out << whole.dump() << "\n";
      return;
    }
    for (const auto& [place, count] : clear) out << place << ": " << count << " in clear\n";
    out << sealed << " values sealed, " << (clear.empty() ? "nothing" : "something")
        << " is in clear\n";
  }

  PersonalKeysOptions options_;
  bool only_check_ = false;
};

}  // namespace

std::unique_ptr<Command> MakeEncryptCommand() { return std::make_unique<EncryptCommand>(); }

}  // namespace parley::cli
