// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "adapters/crypto/hmac_audit_seal.h"
#include "adapters/crypto/secret_key.h"
#include "adapters/postgres/audit_records.h"
#include "adapters/postgres/session_pool.h"
#include "application/audit/verification.h"
#include "domain/common/status_macros.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/commands/database_option.h"
#include "infra/cli/files.h"
#include "nlohmann/json.hpp"

namespace parley::cli {
namespace {

std::string ReportText(const AuditReport& report) {
  std::string text;
  for (const std::string& finding : report.findings) text += finding + "\n";
  return text + std::to_string(report.chains) + " chains, " + std::to_string(report.rows) +
         " rows, " + std::to_string(report.anchors) + " anchors verified, " +
         std::to_string(report.findings.size()) + " findings\n";
}

std::string ReportJson(const AuditReport& report) {
  const nlohmann::ordered_json whole = {{"chains", report.chains},
                                        {"rows", report.rows},
                                        {"anchors", report.anchors},
                                        {"findings", report.findings}};
  return whole.dump() + "\n";
}

// Verifies the audit trail in the database with the key that the database does not have, and the
// anchors that are kept outside of it.
class AuditVerifyCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = Group(program, "audit", "Verify the audit trail")
                        .add_subcommand("verify", "Name every spot that was changed");
    AddDatabaseOption(*app, database_, "as a role that may read the audit trail");
    app->add_option("--audit-key", audit_key_, "The key that seals the trail")
        ->required()
        ->type_name("FILE");
    app->add_option("--anchors", anchors_, "The anchors that parleyd wrote")->type_name("FILE");
    app->add_option("--tenant", tenant_, "The tenant; without it, all")->type_name("UUID");
    app->footer("Exit code 1 when something was changed.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(const SecretKey key, LoadKeyFile(audit_key_));
    const HmacAuditSeal seal(key);
    PARLEY_ASSIGN_OR_RETURN(const std::vector<std::string> anchors, ReadAnchors());
    postgres::SessionPool pool({.connection = {.address = database_}});
    postgres::PostgresAuditRecords records(pool);
    PARLEY_ASSIGN_OR_RETURN(const std::vector<TenantId> tenants, Tenants(records));
    AuditReport report;
    for (const TenantId tenant : tenants) {
      PARLEY_RETURN_IF_ERROR(VerifyChains(records, tenant, seal, report));
    }
    PARLEY_RETURN_IF_ERROR(VerifyAllAnchors(tenants, anchors, seal, records, report));
    context.terminal().out << (context.json() ? ReportJson(report) : ReportText(report));
    return report.findings.empty() ? Outcome::kClean : Outcome::kFindings;
  }

 private:
  absl::StatusOr<std::vector<TenantId>> Tenants(AuditRecords& records) const {
    if (tenant_.empty()) return records.Tenants();
    const std::optional<TenantId> tenant = TenantId::Parse(tenant_);
    if (!tenant.has_value()) return absl::InvalidArgumentError("--tenant is no UUID");
    return std::vector<TenantId>{*tenant};
  }

  absl::StatusOr<std::vector<std::string>> ReadAnchors() const {
    if (anchors_.empty()) return std::vector<std::string>();
    PARLEY_ASSIGN_OR_RETURN(const std::string content, ReadFile(anchors_));
    return std::vector<std::string>(absl::StrSplit(content, '\n', absl::SkipEmpty()));
  }

  // A finding about the file itself comes once for each tenant, and is told once.
  static absl::Status VerifyAllAnchors(const std::vector<TenantId>& tenants,
                                       const std::vector<std::string>& anchors,
                                       const AuditSeal& seal, AuditRecords& records,
                                       AuditReport& report) {
    for (const TenantId tenant : tenants) {
      AuditReport one;
      PARLEY_RETURN_IF_ERROR(VerifyAnchors(records, tenant, anchors, seal, one));
      report.anchors += one.anchors;
      for (std::string& finding : one.findings) {
        const bool told = std::find(report.findings.begin(), report.findings.end(), finding) !=
                          report.findings.end();
        if (!told) report.findings.push_back(std::move(finding));
      }
    }
    return absl::OkStatus();
  }

  std::string database_;
  std::string audit_key_;
  std::string anchors_;
  std::string tenant_;
};

}  // namespace

std::unique_ptr<Command> MakeAuditVerifyCommand() { return std::make_unique<AuditVerifyCommand>(); }

}  // namespace parley::cli
