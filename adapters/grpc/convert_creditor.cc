// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_creditor.h"

#include <variant>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_creditor_settings.h"
#include "adapters/grpc/filter_terms.h"
#include "application/local_day.h"

namespace parley::grpc_api {

CreateCreditor::Command ReadCreateCreditor(const v1::CreateCreditorRequest& request,
                                           const TimeZones& zones, Violations& violations) {
  const v1::Creditor& in = request.creditor();
  CreateCreditor::Command command{
      .id = ReadChosenId<CreditorId>(request.creditor_id(), "creditor_id", violations),
      .code = in.code(),
      .display_name = in.display_name(),
      .time_zone = in.time_zone(),
      .language = in.language_code(),
      .settings = ReadSettings(in.settings(), "creditor.settings", violations)};
  if (!request.has_creditor()) return command;
  Creditor sketch;
  sketch.code = in.code();
  sketch.display_name = in.display_name();
  sketch.time_zone = in.time_zone();
  sketch.language = in.language_code();
  sketch.settings = command.settings;
  Violations more;
  CheckCreditor(sketch, "creditor", more);
  CheckTimeZone(zones, in.time_zone(), "creditor.time_zone", more);
  AddOnce(violations, more);
  return command;
}

UpdateCreditor::Command ReadUpdateCreditor(const v1::UpdateCreditorRequest& request,
                                           const TimeZones& zones, Violations& violations) {
  const v1::Creditor& in = request.creditor();
  UpdateCreditor::Command command;
  if (!request.has_creditor()) return command;
  const UpdateMask mask(request.update_mask(), in,
                        {"display_name", "time_zone", "language_code", "settings"}, violations);
  command.id = ReadCreditorName(in.name(), "creditor.name", violations).value_or(CreditorId());
  command.etag = ReadEtag(in.etag());
  Creditor sketch;
  sketch.code = "unchanged";
  sketch.display_name = "unchanged";
  sketch.time_zone = "unchanged";
  if (mask.Changes("display_name")) {
    command.display_name = in.display_name();
    sketch.display_name = in.display_name();
  }
  if (mask.Changes("language_code")) {
    command.language = in.language_code();
    sketch.language = in.language_code();
  }
  if (mask.Changes("settings")) {
    sketch.settings = ReadSettings(in.settings(), "creditor.settings", violations);
    command.settings = sketch.settings;
  }
  Violations more;
  CheckCreditor(sketch, "creditor", more);
  if (mask.Changes("time_zone")) {
    command.time_zone = in.time_zone();
    if (in.time_zone().empty()) more.Add("creditor.time_zone", Fault::kRequired);
    CheckTimeZone(zones, in.time_zone(), "creditor.time_zone", more);
  }
  AddOnce(violations, more);
  return command;
}

std::optional<std::string> ReadCreditorFilter(const std::string& filter, Violations& violations) {
  const auto terms = ParseFilter(filter);
  if (terms.has_value() && terms->empty()) return std::nullopt;
  if (terms.has_value() && terms->size() == 1) {
    const FilterTerm& term = terms->front();
    const auto* const code = std::get_if<std::string>(&term.value);
    if (term.field == "code" && term.comparator == "=" && code != nullptr) return *code;
  }
  AddOnce(violations, "filter", Fault::kFilterInvalid);
  return std::nullopt;
}

void Write(const Creditor& creditor, v1::Creditor& out) {
  out.set_name(NameOf(creditor.id));
  out.set_code(creditor.code);
  out.set_display_name(creditor.display_name);
  out.set_time_zone(creditor.time_zone);
  out.set_language_code(creditor.language);
  if (creditor.settings != CreditorSettings()) {
    Write(creditor.settings, *out.mutable_settings());
  }
  out.set_etag(WriteEtag(creditor.revision));
  Write(creditor.created_time, *out.mutable_create_time());
  Write(creditor.updated_time, *out.mutable_update_time());
}

}  // namespace parley::grpc_api
