// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_REFLECTION_H_
#define PARLEY_DOMAIN_COMMUNICATION_REFLECTION_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/days.h"
#include "domain/common/id.h"
#include "domain/common/money.h"
#include "domain/common/sensitive.h"
#include "domain/communication/communication_id.h"
#include "domain/communication/vocabulary.h"

namespace parley {

using ReflectionId = Id<struct ReflectionTag>;

// Where a reflection is. The numbers are stored and never change.
enum class ReflectionState : std::uint8_t {
  kProposed = 1,    // The person was told, and has not said whether it is right.
  kConfirmed = 2,   // It is right, they say. It never changes again, and decisions may cite it.
  kCorrected = 3,   // It is not, they say.
  kSuperseded = 4,  // A later one was proposed before they said anything.
};

// What something that we understood is about. The numbers are stored and never change.
enum class UnderstoodKind : std::uint8_t {
  kCircumstance = 1,
  kSupportNeed = 2,
  kInconvenience = 3,
  kPromise = 4,
  kDispute = 5,
  kComplaint = 6,
  kCallback = 7,
};

template <>
std::span<const std::string_view> WordsOf<ReflectionState>();
template <>
std::span<const std::string_view> WordsOf<UnderstoodKind>();

// One thing that we understood: a part of the record, and what it says in a word.
struct Understood {
  UnderstoodKind kind = UnderstoodKind::kCircumstance;
  Uuid subject;
  std::string word;             // Of the part's closed list, such as "JOB_LOST"; empty for none.
  std::optional<Money> amount;  // Promised, or disputed.
  std::optional<Day> day;       // By which, or since when.

  friend bool operator==(const Understood&, const Understood&) = default;
};

// What we tell a person that we understood of what they said, for them to confirm or correct.
struct Reflection {
  ReflectionId id;
  std::int64_t version = 1;  // Counted for the person.
  std::vector<Understood> points;
  ReflectionState state = ReflectionState::kProposed;
  SensitiveText correction;                // What is not right, in their words.
  std::optional<CommunicationId> told_in;  // In which they said whether it is.
  std::string actor;                       // Who proposed it: a principal.
  std::string decided_by;                  // Who took their word down; empty until then.
  std::int64_t revision = 1;
  absl::Time created_time;
  absl::Time updated_time;

  friend bool operator==(const Reflection&, const Reflection&) = default;
};

// What a person says of a reflection, and by whom we know it.
struct SaidOfReflection {
  std::optional<CommunicationId> told_in;
  std::string taker;
  absl::Time now;
};

// Errors of all steps: REFLECTION_STEP_REFUSED for one of which they said already what they think,
// or that a later one superseded.
absl::StatusOr<Reflection> Confirmed(const Reflection& reflection, const SaidOfReflection& said);
// Errors, beside that: FIELD_INVALID at `correction`.
absl::StatusOr<Reflection> Corrected(const Reflection& reflection, const SensitiveText& correction,
                                     const SaidOfReflection& said);
absl::StatusOr<Reflection> Superseded(const Reflection& reflection, absl::Time now);

// The one with the highest version; none where there is none.
std::optional<Reflection> LatestOf(std::span<const Reflection> reflections);

// Whether a decision may cite it. Errors: REFLECTION_NOT_FOUND; REFLECTION_NOT_CONFIRMED for one
// that is not confirmed, or after which they confirmed another.
absl::Status CheckCited(std::span<const Reflection> reflections, ReflectionId cited);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_REFLECTION_H_
