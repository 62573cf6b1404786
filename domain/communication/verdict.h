// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_VERDICT_H_
#define PARLEY_DOMAIN_COMMUNICATION_VERDICT_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/time/time.h"
#include "domain/communication/rulebook.h"

namespace parley {

// What a rule says to an act, in the order of strictness.
enum class Word : std::uint8_t {
  kDoesNotConcern,
  kPermits,
  kWarns,
  kRequires,  // Allowed only with what it asks to be attached.
  kDefers,
  kRefuses,
};

enum class GateDecision : std::uint8_t { kAllow, kAllowWith, kDefer, kRefuse };

std::string_view NameOf(Word word);
std::string_view NameOf(GateDecision decision);

// The list of the facts in which something has its place.
enum class FactList : std::uint8_t {
  kNone,
  kDebts,
  kPoints,  // Of the person.
  kConsents,
  kDesignations,
  kDisputes,
  kPauses,
  kSwitches,
  kUnanswered,
};

// The fact that a rule rests on, by its place in its list.
struct Source {
  FactList list = FactList::kNone;
  std::int16_t place = 0;
};

// One rule's word, with what it was read from. Books and rules outlive the verdict.
struct RuleFinding {
  const Rulebook* book = nullptr;
  const Rule* rule = nullptr;
  Word word = Word::kPermits;
  absl::Time until;         // When it defers: its next opening.
  std::int16_t count = -1;  // Of a rule that counts: in the window before the act,
  std::int16_t limit = -1;  // and at most.
  Source source;
};

// What a rule counted, for one debt or (without) for the person.
struct Counted {
  const Rule* rule = nullptr;
  std::optional<std::uint8_t> debt;
  int before = 0;
  int after = 0;  // With the act in it, should it count.
  int limit = 0;
};

// Why an act does not count.
enum class Uncounted : std::uint8_t { kNo, kConsent, kPurpose, kThread };

// How much an act may say: all, or nothing that reveals a debt.
enum class Variant : std::uint8_t { kFull, kLimited };

// The gate's answer.
struct Verdict {
  GateDecision decision = GateDecision::kAllow;
  absl::Time until;  // Of a deferral: the first whole minute at which no rule objects.
  // The rules of every book that speaks to the act, in the order of telling.
  absl::InlinedVector<RuleFinding, 48> findings;
  int deciding = -1;  // Which of them decided.
  std::vector<Counted> counted;
  absl::InlinedVector<std::string_view, 4> disclosures;
  absl::InlinedVector<std::string_view, 4> records;
  absl::InlinedVector<std::string_view, 4> routing;
  absl::InlinedVector<std::string_view, 4> warnings;
  absl::InlinedVector<std::string_view, 2> kept;  // Records to keep, that are no condition.
  Variant variant = Variant::kFull;
  Uncounted uncounted = Uncounted::kNo;
  bool presumed_violation = false;  // A presumption speaks against it, and is rebutted.
  std::optional<bool> safe_harbour;
  std::optional<std::uint8_t> booked;  // Of several candidates: the debt to book it to.

  const RuleFinding* deciding_finding() const {
    return deciding < 0 ? nullptr : &findings[static_cast<std::size_t>(deciding)];
  }
};

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_VERDICT_H_
