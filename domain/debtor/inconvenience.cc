// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/inconvenience.h"

#include "domain/common/text.h"
#include "domain/debtor/told_hours.h"

namespace parley {
namespace {

enum class Subject { kTime, kPlace, kWork, kOther };

Subject SubjectOf(DesignationKind kind) {
  switch (kind) {
    case DesignationKind::kInconvenientTime:
      return Subject::kTime;
    case DesignationKind::kInconvenientPlace:
      return Subject::kPlace;
    case DesignationKind::kEmployerProhibits:
    case DesignationKind::kNotAtWorkOral:
      return Subject::kWork;
    case DesignationKind::kRepresented:
    case DesignationKind::kCease:
    case DesignationKind::kStopMedium:
    case DesignationKind::kStopAddress:
    case DesignationKind::kCapacityConcern:
    case DesignationKind::kWithAdviser:
      return Subject::kOther;
  }
  return Subject::kOther;
}

}  // namespace

void CheckInconvenience(const Inconvenience& inconvenience, const std::string& field,
                        Violations& violations) {
  CheckProvenance(inconvenience.provenance, field, violations);
  const std::string& words = inconvenience.words.Reveal();
  AllowText(violations, field + ".words", words, kLongestReason, Lines::kMany);
  const Subject subject = SubjectOf(inconvenience.kind);
  if (subject == Subject::kOther) violations.Add(field + ".kind", Fault::kUnknownValue);
  if (subject == Subject::kTime) {
    if (inconvenience.closed.empty()) violations.Add(field + ".closed", Fault::kRequired);
    CheckHours(inconvenience.closed, field + ".closed", violations);
  } else if (!inconvenience.closed.empty()) {
    violations.Add(field + ".closed", Fault::kUnknownValue);
  }
  const bool placed = inconvenience.place != Place::kNone || inconvenience.point.has_value();
  if (subject == Subject::kPlace && !placed) violations.Add(field + ".place", Fault::kRequired);
  if (inconvenience.until.value_or(absl::InfiniteFuture()) < inconvenience.provenance.told) {
    violations.Add(field + ".until_time", Fault::kDateOrder);
  }
}

bool IsInForce(const Inconvenience& inconvenience, absl::Time now) {
  return inconvenience.provenance.told <= now &&
         now < inconvenience.until.value_or(absl::InfiniteFuture());
}

}  // namespace parley
