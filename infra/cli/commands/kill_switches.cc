// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "domain/common/status_macros.h"
#include "google/protobuf/util/time_util.h"
#include "infra/cli/client/client.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/commands/commands.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"
#include "infra/cli/rpc/json.h"
#include "infra/cli/rpc/request_id.h"
#include "parley/v1/admin_service.grpc.pb.h"

namespace parley::cli {
namespace {

using Admin = v1::AdminService::StubInterface;

CLI::App& KillSwitchGroup(CLI::App& program) {
  return Group(program, "kill-switch", "Stop contact at once, and let it go on");
}

std::string TimeText(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d %H:%M", absl::FromUnixSeconds(time.seconds()),
                          absl::UTCTimeZone());
}

std::string ScopeText(const v1::KillSwitchScope& scope) {
  switch (scope.scope_case()) {
    case v1::KillSwitchScope::kChannel:
      return PlainWords(v1::Channel_Name(scope.channel()), "CHANNEL_");
    case v1::KillSwitchScope::kCreditor:
      return scope.creditor();
    case v1::KillSwitchScope::kTemplate:
      return scope.template_();
    case v1::KillSwitchScope::kCadence:
      return scope.cadence();
    case v1::KillSwitchScope::SCOPE_NOT_SET:
      break;
  }
  return "everything";
}

// How contact goes on: for how many persons, and until when some of them are still waiting.
std::string PlanText(const v1::RestartPlan& plan) {
  return absl::StrCat(plan.person_count(), plan.person_count() == 1 ? " person" : " persons", ", ",
                      plan.per_hour(), " an hour, until ", TimeText(plan.end_time()), " UTC");
}

std::string StatusText(const v1::SystemStatus& status) {
  if (status.kill_switches().empty()) return "Nothing is stopped.\n";
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  table.Add({"Kill switch", "Stops", "Since (UTC)", "Goes on", "Why"});
  table.AddRule({0, 1, 2, 3, 4});
  for (const v1::KillSwitch& one : status.kill_switches()) {
    table.Add({one.name(), ScopeText(one.scope()), TimeText(one.create_time()),
               one.has_release() ? PlanText(one.release().plan()) : "-", one.reason()});
  }
  return absl::StrCat(table.Render(),
                      status.contact_stopped() ? "\nAll contact is stopped.\n" : "");
}

// Shows what is stopped, and how what was released goes on.
class KillSwitchStatusCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    return KillSwitchGroup(program).add_subcommand("status", "Show what holds contact back now");
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto stub = v1::AdminService::NewStub(client->channel());
    PARLEY_ASSIGN_OR_RETURN(
        const v1::SystemStatus status,
        client->Call<Admin>(*stub, &Admin::GetSystemStatus, v1::GetSystemStatusRequest()));
    context.terminal().out << (context.json() ? MessageToJson(status, JsonShape::kOneLine)
                                              : StatusText(status));
    return Outcome::kClean;
  }
};

// Stops contact.
class EngageKillSwitchCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = KillSwitchGroup(program).add_subcommand("engage", "Stop contact at once");
    app->add_option("--reason", reason_, "Why; nothing about a debtor")->required();
    CLI::App* scope = app->add_option_group("scope", "What is stopped (by default everything)");
    scope->require_option(0, 1);
    scope->add_option("--channel", channel_, "A channel, such as sms")->type_name("CHANNEL");
    scope->add_option("--creditor", creditor_, "Contact about debts of theirs")->type_name("CODE");
    scope->add_option("--template", template_, "What uses its words")->type_name("ID");
    scope->add_option("--cadence", cadence_, "Its steps")->type_name("ID");
    app->footer("It binds every decision from the answer on, in every process. Nothing is lost.");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    v1::EngageKillSwitchRequest request;
    request.mutable_kill_switch()->set_reason(reason_);
    PARLEY_RETURN_IF_ERROR(SetScope(*client, *request.mutable_kill_switch()));
    const std::string request_id = FillRequestId(request);
    const auto stub = v1::AdminService::NewStub(client->channel());
    const absl::StatusOr<v1::KillSwitch> engaged =
        client->Call<Admin>(*stub, &Admin::EngageKillSwitch, request);
    if (!engaged.ok()) return WithRequestId(engaged.status(), request_id);
    context.terminal().out << (context.json() ? MessageToJson(*engaged, JsonShape::kOneLine)
                                              : absl::StrCat(engaged->name(), " stops ",
                                                             ScopeText(engaged->scope()), "\n"));
    return Outcome::kClean;
  }

 private:
  absl::Status SetScope(Client& client, v1::KillSwitch& one) const {
    if (!creditor_.empty()) {
      PARLEY_ASSIGN_OR_RETURN(const v1::Creditor creditor, FindCreditor(client, creditor_));
      one.mutable_scope()->set_creditor(creditor.name());
    }
    if (!template_.empty())
      one.mutable_scope()->set_template_(absl::StrCat("templates/", template_));
    if (!cadence_.empty()) one.mutable_scope()->set_cadence(absl::StrCat("cadences/", cadence_));
    if (channel_.empty()) return absl::OkStatus();
    v1::Channel channel = v1::CHANNEL_UNSPECIFIED;
    if (!v1::Channel_Parse(absl::StrCat("CHANNEL_", absl::AsciiStrToUpper(channel_)), &channel)) {
      return absl::InvalidArgumentError(absl::StrCat("no such channel: ", channel_));
    }
    one.mutable_scope()->set_channel(channel);
    return absl::OkStatus();
  }

  std::string reason_;
  std::string channel_;
  std::string creditor_;
  std::string template_;
  std::string cadence_;
};

// Lets contact go on by a plan, or shows the plan.
class ReleaseKillSwitchCommand final : public Command {
 public:
  CLI::App* Declare(CLI::App& program) override {
    CLI::App* app = KillSwitchGroup(program).add_subcommand("release", "Let contact go on");
    app->add_option("NAME", name_, "The kill switch, as status names it")->required();
    app->add_option("--reason", reason_, "Why; nothing about a debtor")->required();
    app->add_option("--per-hour", per_hour_, "For about so many persons an hour")
        ->required()
        ->type_name("N");
    app->add_option("--start", start_, "From this instant on (RFC 3339); by default now")
        ->type_name("TIME");
    app->add_flag("--dry-run", dry_run_, "Show the plan, and release nothing");
    return app;
  }

  absl::StatusOr<Outcome> Run(Context& context) override {
    v1::ReleaseKillSwitchRequest request;
    request.set_name(name_);
    request.set_reason(reason_);
    request.mutable_plan()->set_per_hour(per_hour_);
    request.set_validate_only(dry_run_);
    auto& start = *request.mutable_plan()->mutable_start_time();
    if (start_.empty()) {
      request.mutable_plan()->clear_start_time();
    } else if (!google::protobuf::util::TimeUtil::FromString(start_, &start)) {
      return absl::InvalidArgumentError(absl::StrCat("--start is no instant: ", start_));
    }
    const std::string request_id = FillRequestId(request);
    PARLEY_ASSIGN_OR_RETURN(Client * client, context.Connect());
    const auto stub = v1::AdminService::NewStub(client->channel());
    const absl::StatusOr<v1::KillSwitch> released =
        client->Call<Admin>(*stub, &Admin::ReleaseKillSwitch, request);
    if (!released.ok()) return WithRequestId(released.status(), request_id);
    context.terminal().out << (context.json()
                                   ? MessageToJson(*released, JsonShape::kOneLine)
                                   : absl::StrCat(dry_run_ ? "Would go on: " : "Goes on: ",
                                                  PlanText(released->release().plan()), "\n"));
    return Outcome::kClean;
  }

 private:
  std::string name_;
  std::string reason_;
  std::int32_t per_hour_ = 0;
  std::string start_;
  bool dry_run_ = false;
};

}  // namespace

std::unique_ptr<Command> MakeKillSwitchStatusCommand() {
  return std::make_unique<KillSwitchStatusCommand>();
}

std::unique_ptr<Command> MakeEngageKillSwitchCommand() {
  return std::make_unique<EngageKillSwitchCommand>();
}

std::unique_ptr<Command> MakeReleaseKillSwitchCommand() {
  return std::make_unique<ReleaseKillSwitchCommand>();
}

}  // namespace parley::cli
