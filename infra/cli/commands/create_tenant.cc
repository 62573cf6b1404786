// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <string>

#include "adapters/postgres/admin.h"
#include "adapters/system/random_ids.h"
#include "adapters/system/system_clock.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/database_option.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

// Makes a tenant, which cannot be done over the API: no token reaches beyond its own.
class CreateTenantCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "admin", "Administer the database")
                        .add_subcommand("create-tenant", "Make a tenant");
    AddDatabaseOption(*app, database_, "as the owner of its schema");
    app->add_option("--name", name_, "What people call it")->required();
    app->add_option("--id", id_, "Its id, which tokens name; without it, a new one")
        ->type_name("UUID");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const TenantId id, ReadId());
    PARLEY_RETURN_IF_ERROR(postgres::CreateTenant({.address = database_}, {id, name_}));
    std::ostream& out = context.terminal().out;
    if (context.json()) {
      out << nlohmann::json({{"tenant", id.ToString()}}) << "\n";
    } else {
      out << id.ToString() << "\n";
    }
    return Outcome::kClean;
  }

 private:
  absl::StatusOr<TenantId> ReadId() const {
    if (id_.empty()) {
      const SystemClock clock;
      return TenantId(RandomIds(clock).Next());
    }
    const std::optional<TenantId> id = TenantId::Parse(id_);
    if (!id.has_value() || id->IsNil()) return absl::InvalidArgumentError("--id is no UUID");
    return *id;
  }

  std::string database_;
  std::string name_;
  std::string id_;
};

}  // namespace

std::unique_ptr<Command> MakeCreateTenantCommand() {
  return std::make_unique<CreateTenantCommand>();
}

}  // namespace parley::cli
