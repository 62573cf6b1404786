// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_LOG_STORED_VERDICT_H_
#define PARLEY_DOMAIN_COMMUNICATION_LOG_STORED_VERDICT_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/communication/basis.h"
#include "domain/communication/facts.h"
#include "domain/communication/log/contact.h"
#include "domain/communication/verdict.h"

namespace parley {

// When an act was judged: when it was proposed, or right before it was handed over. The numbers are
// stored and never change.
enum class VerdictMoment : std::uint8_t { kGate = 1, kDispatch = 2 };

template <>
std::span<const std::string_view> WordsOf<VerdictMoment>();

std::optional<Word> WordNamed(std::string_view name);
std::optional<GateDecision> DecisionNamed(std::string_view name);

// What one rule said, with what it was read from, as it is kept after its book is gone.
struct ToldRule {
  std::string book;
  std::string version;
  std::string rule;
  std::string cite;
  Word word = Word::kPermits;
  std::optional<absl::Time> until;  // When it defers: its next opening.
  std::optional<int> count;         // Of a rule that counts.
  std::optional<int> limit;
  std::vector<Basis> rests_on = {};  // The records that it took its word from.

  friend bool operator==(const ToldRule&, const ToldRule&) = default;
};

// What a rule counted, and what of its cap the act would take.
struct TakenCap {
  std::string rule;
  std::optional<DebtId> debt;  // None: over all debts of the person.
  int before = 0;
  int after = 0;
  int limit = 0;

  friend bool operator==(const TakenCap&, const TakenCap&) = default;
};

// A zone by whose clock it was judged, and what it is taken from.
struct JudgedZone {
  std::string name;
  LocationSource source = LocationSource::kOther;

  friend bool operator==(const JudgedZone&, const JudgedZone&) = default;
};

// The gate's answer in words and ids.
struct Answered {
  GateDecision decision = GateDecision::kRefuse;
  std::optional<absl::Time> until;  // Of a deferral.
  std::vector<ToldRule> rules;      // That had something to say, in the order of telling.
  std::optional<int> deciding;      // Which of them decided.
  std::vector<TakenCap> caps;
  // That of the calendar by whose days it counts comes first. Hours are kept in every other one,
  // and in the first where there is none; of one that was told, in that alone.
  std::vector<JudgedZone> zones;
  std::vector<std::string> disclosures;
  std::vector<std::string> records;
  std::vector<std::string> routing;
  std::vector<std::string> warnings;
  std::vector<std::string> kept;
  Variant variant = Variant::kFull;
  Uncounted uncounted = Uncounted::kNo;
  bool presumed_violation = false;
  std::optional<bool> safe_harbour;
  std::optional<DebtId> booked;  // Of several candidates.

  bool allows() const { return decision <= GateDecision::kAllowWith; }
  const ToldRule* deciding_rule() const {
    return deciding.has_value() ? &rules[static_cast<std::size_t>(*deciding)] : nullptr;
  }

  friend bool operator==(const Answered&, const Answered&) = default;
};

// A verdict as the gate gave it on an act toward one of the persons of these facts, whose debts are
// these; rules that the act does not concern are left out.
Answered AnswerOf(const Verdict& verdict, const Facts& facts, std::uint8_t person,
                  std::span<const DebtId> debts);

// The verdict on a proposed act, kept also where the act does not happen, and never changed.
struct StoredVerdict {
  VerdictId id;
  DebtorId debtor;
  Contact act;
  // Which it let through, or which waits until it may; none when it did neither.
  std::optional<CommunicationId> communication;
  VerdictMoment moment = VerdictMoment::kGate;
  Answered answer;
  std::string actor;
  absl::Time judged_time;

  friend bool operator==(const StoredVerdict&, const StoredVerdict&) = default;
};

// Takes a stored one as it is. Errors: RECORD_CORRUPT when it breaks an invariant: ids that are
// nil, a deferral without an end, a communication that was refused, a rule that decides and is not
// told.
absl::StatusOr<StoredVerdict> RestoreVerdict(StoredVerdict verdict);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_LOG_STORED_VERDICT_H_
