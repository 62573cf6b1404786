// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/output/record_text.h"

#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/time/time.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

// "wrong person" for SUPPRESSION_CAUSE_WRONG_PERSON.
std::string WordText(const std::string& value, std::string_view prefix) {
  std::string words = absl::AsciiStrToLower(WithoutPrefix(value, prefix));
  for (char& c : words) c = c == '_' ? ' ' : c;
  return words;
}

std::string DayText(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d", absl::FromUnixSeconds(time.seconds()), absl::UTCTimeZone());
}

std::string IdOf(const std::string& name) { return name.substr(name.rfind('/') + 1); }

std::string StateText(const v1::ContactPoint& point) {
  const std::string state =
      WordText(v1::ContactPointState_Name(point.state()), "CONTACT_POINT_STATE_");
  if (point.cause() == v1::SUPPRESSION_CAUSE_UNSPECIFIED) return state;
  return absl::StrCat(state, ": ",
                      WordText(v1::SuppressionCause_Name(point.cause()), "SUPPRESSION_CAUSE_"));
}

std::string OneLine(const std::string& address) {
  return absl::StrJoin(std::vector<std::string>(absl::StrSplit(address, '\n')), ", ");
}

// What a word is about: "sms, demand", or "everything".
std::string ScopeText(const v1::ContactScope& scope) {
  std::vector<std::string> parts;
  if (!scope.contact_point().empty()) parts.push_back(IdOf(scope.contact_point()));
  if (scope.channel() != v1::CHANNEL_UNSPECIFIED) {
    parts.push_back(WordText(v1::Channel_Name(scope.channel()), "CHANNEL_"));
  }
  if (scope.purpose() != v1::PURPOSE_UNSPECIFIED) {
    parts.push_back(WordText(v1::Purpose_Name(scope.purpose()), "PURPOSE_"));
  }
  return parts.empty() ? "everything" : absl::StrJoin(parts, ", ");
}

std::string Section(const std::string& title, const Table& table, int rows) {
  if (rows == 0) return absl::StrCat(title, ": none\n");
  return absl::StrCat(title, "\n", table.Render());
}

std::string PointsText(const v1::DebtorRecord& record) {
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  for (const v1::ContactPoint& point : record.contact_points()) {
    table.Add({IdOf(point.name()),
               WordText(v1::ContactPointType_Name(point.type()), "CONTACT_POINT_TYPE_"),
               OneLine(point.address()), StateText(point)});
  }
  return Section("Contact points", table, record.contact_points_size());
}

std::string ConsentsText(const v1::ListConsentsResponse& consents) {
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  for (const v1::Consent& one : consents.consents()) {
    table.Add(
        {DayText(one.told_time()), WordText(v1::ConsentState_Name(one.said()), "CONSENT_STATE_"),
         WordText(v1::ConsentKind_Name(one.kind()), "CONSENT_KIND_"), ScopeText(one.scope())});
  }
  return Section("Consents", table, consents.consents_size());
}

std::string OptOutsText(const v1::DebtorRecord& record) {
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  for (const v1::OptOut& one : record.opt_outs()) {
    table.Add({IdOf(one.name()), DayText(one.told_time()), ScopeText(one.scope()),
               one.has_lift_time() ? absl::StrCat("lifted ", DayText(one.lift_time())) : "stands"});
  }
  return Section("Opt-outs", table, record.opt_outs_size());
}

std::string WishesText(const v1::DebtorRecord& record) {
  Table table({Align::kLeft, Align::kLeft});
  for (const v1::Inconvenience& one : record.inconveniences()) {
    table.Add(
        {WordText(v1::InconvenienceKind_Name(one.kind()), "INCONVENIENCE_KIND_"), one.words()});
  }
  for (const v1::SupportNeed& one : record.support_needs()) {
    table.Add({WordText(v1::Adjustment_Name(one.adjustment()), "ADJUSTMENT_"), one.note()});
  }
  return Section("Wishes and needs", table,
                 record.inconveniences_size() + record.support_needs_size());
}

std::string CircumstancesText(const v1::DebtorRecord& record) {
  Table table({Align::kLeft, Align::kLeft, Align::kLeft});
  for (const v1::Circumstance& one : record.circumstances()) {
    table.Add({WordText(v1::LifeEvent_Name(one.event()), "LIFE_EVENT_"),
               absl::StrCat("review ", one.review_date()), one.note()});
  }
  return Section("Circumstances", table, record.circumstances_size());
}

std::string RepresentativesText(const v1::DebtorRecord& record) {
  Table table({Align::kLeft, Align::kLeft, Align::kLeft, Align::kLeft});
  for (const v1::Representative& one : record.representatives()) {
    table.Add({IdOf(one.name()),
               WordText(v1::RepresentativeRole_Name(one.role()), "REPRESENTATIVE_ROLE_"),
               one.display_name(),
               WordText(v1::RepresentationState_Name(one.state()), "REPRESENTATION_STATE_")});
  }
  return Section("Representatives", table, record.representatives_size());
}

}  // namespace

std::string RecordText(const v1::DebtorRecord& record, const v1::ListConsentsResponse& consents) {
  return absl::StrCat(Printable(record.name()), "\n\n", PointsText(record), "\n",
                      ConsentsText(consents), "\n", OptOutsText(record), "\n",
                      CircumstancesText(record), "\n", WishesText(record), "\n",
                      RepresentativesText(record));
}

}  // namespace parley::cli
