// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/reflection.h"

#include <algorithm>
#include <array>

#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/common/text.h"
#include "domain/common/violations.h"

namespace parley {
namespace {

constexpr auto kStateWords =
    std::to_array<std::string_view>({"", "PROPOSED", "CONFIRMED", "CORRECTED", "SUPERSEDED"});
constexpr auto kKindWords =
    std::to_array<std::string_view>({"", "CIRCUMSTANCE", "SUPPORT_NEED", "INCONVENIENCE", "PROMISE",
                                     "DISPUTE", "COMPLAINT", "CALLBACK"});

absl::StatusOr<Reflection> Moved(const Reflection& reflection, ReflectionState state,
                                 absl::Time now) {
  if (reflection.state != ReflectionState::kProposed) return Refuse(Reason::kReflectionStepRefused);
  Reflection moved = reflection;
  moved.state = state;
  moved.updated_time = now;
  return moved;
}

absl::StatusOr<Reflection> Told(const Reflection& reflection, ReflectionState state,
                                const SaidOfReflection& said) {
  PARLEY_ASSIGN_OR_RETURN(Reflection told, Moved(reflection, state, said.now));
  told.told_in = said.told_in;
  told.decided_by = said.taker;
  return told;
}

bool IsOlder(const Reflection& left, const Reflection& right) {
  return left.version < right.version;
}

}  // namespace

template <>
std::span<const std::string_view> WordsOf<ReflectionState>() {
  return kStateWords;
}

template <>
std::span<const std::string_view> WordsOf<UnderstoodKind>() {
  return kKindWords;
}

absl::StatusOr<Reflection> Confirmed(const Reflection& reflection, const SaidOfReflection& said) {
  return Told(reflection, ReflectionState::kConfirmed, said);
}

absl::StatusOr<Reflection> Corrected(const Reflection& reflection, const SensitiveText& correction,
                                     const SaidOfReflection& said) {
  Violations violations;
  RequireText(violations, "correction", correction.Reveal(), kLongestReason, Lines::kMany);
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  PARLEY_ASSIGN_OR_RETURN(Reflection corrected,
                          Told(reflection, ReflectionState::kCorrected, said));
  corrected.correction = correction;
  return corrected;
}

absl::StatusOr<Reflection> Superseded(const Reflection& reflection, absl::Time now) {
  return Moved(reflection, ReflectionState::kSuperseded, now);
}

std::optional<Reflection> LatestOf(std::span<const Reflection> reflections) {
  const auto latest = std::max_element(reflections.begin(), reflections.end(), &IsOlder);
  return latest == reflections.end() ? std::nullopt : std::optional(*latest);
}

absl::Status CheckCited(std::span<const Reflection> reflections, ReflectionId cited) {
  const auto found = std::find_if(reflections.begin(), reflections.end(),
                                  [cited](const Reflection& one) { return one.id == cited; });
  if (found == reflections.end()) return Refuse(Reason::kReflectionNotFound);
  const bool outdated =
      std::any_of(reflections.begin(), reflections.end(), [&](const Reflection& one) {
        return one.state == ReflectionState::kConfirmed && IsOlder(*found, one);
      });
  const bool stands = found->state == ReflectionState::kConfirmed && !outdated;
  return stands ? absl::OkStatus() : Refuse(Reason::kReflectionNotConfirmed);
}

}  // namespace parley
