// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_kill_switch.h"

#include <optional>
#include <variant>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/filter_terms.h"
#include "adapters/grpc/template_names.h"

namespace parley::grpc_api {
namespace {

constexpr const char* kScope = "kill_switch.scope";

// The id in a name of something that people named.
std::string ReadGivenName(std::optional<std::string> (*parse)(std::string_view),
                          const std::string& name, const std::string& field,
                          Violations& violations) {
  const std::optional<std::string> id = parse(name);
  if (!id.has_value()) AddOnce(violations, field, Fault::kMalformed);
  return id.value_or("");
}

SwitchScope ReadScope(const v1::KillSwitchScope& in, Violations& violations) {
  const std::string path = kScope;
  SwitchScope scope;
  switch (in.scope_case()) {
    case v1::KillSwitchScope::kChannel:
      // The numbers are the domain's; an unspecified one is none of its values.
      if (in.channel() == v1::CHANNEL_UNSPECIFIED) {
        AddOnce(violations, path + ".channel", Fault::kUnknownValue);
      }
      scope.channel = static_cast<Channel>(in.channel());
      break;
    case v1::KillSwitchScope::kCreditor:
      scope.creditor = ReadCreditorName(in.creditor(), path + ".creditor", violations);
      break;
    case v1::KillSwitchScope::kTemplate:
      scope.template_id =
          ReadGivenName(ParseTemplateKey, in.template_(), path + ".template", violations);
      break;
    case v1::KillSwitchScope::kCadence:
      scope.cadence_id =
          ReadGivenName(ParseCadenceName, in.cadence(), path + ".cadence", violations);
      break;
    case v1::KillSwitchScope::SCOPE_NOT_SET:
      break;
  }
  return scope;
}

void WriteScope(const SwitchScope& scope, v1::KillSwitch& out) {
  if (scope == SwitchScope()) return;
  v1::KillSwitchScope& written = *out.mutable_scope();
  if (scope.channel.has_value()) {
    written.set_channel(static_cast<v1::Channel>(static_cast<int>(*scope.channel)));
  }
  if (scope.creditor.has_value()) written.set_creditor(NameOf(*scope.creditor));
  if (!scope.template_id.empty()) written.set_template_(TemplateName(scope.template_id));
  if (!scope.cadence_id.empty()) written.set_cadence(CadenceName(scope.cadence_id));
}

void WriteRelease(const SwitchRelease& release, v1::KillSwitchRelease& out) {
  out.set_reason(release.reason);
  out.set_actor(release.actor);
  Write(release.time, *out.mutable_release_time());
  v1::RestartPlan& plan = *out.mutable_plan();
  plan.set_per_hour(release.restart.per_hour);
  plan.set_person_count(release.restart.persons);
  Write(release.restart.from, *plan.mutable_start_time());
  Write(release.restart.until(), *plan.mutable_end_time());
}

}  // namespace

EngageKillSwitch::Command ReadEngageKillSwitch(const v1::EngageKillSwitchRequest& request,
                                               Violations& violations) {
  const v1::KillSwitch& in = request.kill_switch();
  EngageKillSwitch::Command command{
      .id = ReadChosenId<KillSwitchId>(request.kill_switch_id(), "kill_switch_id", violations),
      .scope = ReadScope(in.scope(), violations),
      .reason = in.reason()};
  if (!request.has_kill_switch()) return command;
  Violations more;
  KillSwitch sketch;
  sketch.scope = command.scope;
  sketch.reason = command.reason;
  CheckKillSwitch(sketch, "kill_switch", more);
  AddOnce(violations, more);
  return command;
}

ReleaseKillSwitch::Command ReadReleaseKillSwitch(const v1::ReleaseKillSwitchRequest& request,
                                                 Violations& violations) {
  ReleaseKillSwitch::Command command;
  const std::optional<KillSwitchId> id = ParseKillSwitchName(request.name());
  if (!id.has_value()) AddOnce(violations, "name", Fault::kMalformed);
  const v1::RestartPlan& plan = request.plan();
  command.id = id.value_or(KillSwitchId());
  command.reason = request.reason();
  command.from = ReadTime(plan.has_start_time(), plan.start_time(), "plan.start_time", violations);
  command.per_hour = plan.per_hour();
  Violations more;
  SwitchRelease sketch;
  sketch.reason = command.reason;
  sketch.restart.per_hour = request.has_plan() ? command.per_hour : 1;
  CheckRelease(sketch, more);
  AddOnce(violations, more);
  return command;
}

SwitchFilter ReadSwitchFilter(const std::string& filter, Violations& violations) {
  const auto terms = ParseFilter(filter);
  if (terms.has_value() && terms->empty()) return SwitchFilter::kAll;
  if (terms.has_value() && terms->size() == 1) {
    const FilterTerm& term = terms->front();
    const auto* const word = std::get_if<FilterWord>(&term.value);
    if (term.field == "state" && term.comparator == "=" && word != nullptr) {
      if (word->text == "ENGAGED") return SwitchFilter::kEngaged;
      if (word->text == "RELEASED") return SwitchFilter::kReleased;
    }
  }
  AddOnce(violations, "filter", Fault::kFilterInvalid);
  return SwitchFilter::kAll;
}

void Write(const KillSwitch& one, v1::KillSwitch& out) {
  out.set_name(NameOf(one.id));
  WriteScope(one.scope, out);
  out.set_reason(one.reason);
  out.set_state(one.release.has_value() ? v1::KILL_SWITCH_STATE_RELEASED
                                        : v1::KILL_SWITCH_STATE_ENGAGED);
  out.set_actor(one.actor);
  Write(one.engaged_time, *out.mutable_create_time());
  if (one.release.has_value()) WriteRelease(*one.release, *out.mutable_release());
}

}  // namespace parley::grpc_api
