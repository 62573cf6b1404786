// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/inconvenience.h"

#include <cstddef>

#include "absl/strings/str_cat.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kMostWindows = 50;

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

bool IsOfTheDay(const DayWindow& window) {
  return window.from >= 0 && window.from < kMinutesOfDay && window.to >= 0 &&
         window.to <= kMinutesOfDay;
}

void CheckWindows(const std::vector<DayWindow>& closed, const std::string& field,
                  Violations& violations) {
  if (closed.empty()) violations.Add(field, Fault::kRequired);
  if (closed.size() > kMostWindows) violations.Add(field, Fault::kTooLong);
  for (std::size_t at = 0; at < closed.size(); ++at) {
    const DayWindow& window = closed[at];
    const std::string path = absl::StrCat(field, "[", at, "]");
    if (window.days.empty()) violations.Add(path + ".weekdays", Fault::kRequired);
    if (!IsOfTheDay(window)) violations.Add(path, Fault::kOutOfRange);
    if (window.within.has_value() && window.within->to < window.within->from) {
      violations.Add(path + ".until_date", Fault::kDateOrder);
    }
  }
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
    CheckWindows(inconvenience.closed, field + ".closed", violations);
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
