// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/kill_switch.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "domain/common/reason.h"
#include "domain/common/text.h"

namespace parley {
namespace {

// A mixing of all bits (the finaliser of splitmix64), the same on every machine.
std::uint64_t Mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
  bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
  return bits ^ (bits >> 31U);
}

std::uint64_t Fold(std::uint64_t into, const Uuid& id) {
  for (const std::uint8_t byte : id.bytes()) into = Mixed(into + 0x9e3779b97f4a7c15U + byte);
  return into;
}

DebtSet DebtsOf(CreditorId creditor, std::span<const CreditorId> creditors) {
  DebtSet debts;
  for (std::size_t at = 0; at < creditors.size(); ++at) {
    if (creditors[at] == creditor) debts.Add(DebtSet::Of(std::min(at, kMostDebts - 1)));
  }
  return debts;
}

}  // namespace

void CheckKillSwitch(const KillSwitch& one, const std::string& path, Violations& violations) {
  const SwitchScope& scope = one.scope;
  const int given =
      static_cast<int>(scope.channel.has_value()) + static_cast<int>(scope.creditor.has_value()) +
      static_cast<int>(!scope.template_id.empty()) + static_cast<int>(!scope.cadence_id.empty());
  if (given > 1) violations.Add(path + ".scope", Fault::kMalformed);
  AllowText(violations, path + ".scope.template", scope.template_id, kLongestReference);
  AllowText(violations, path + ".scope.cadence", scope.cadence_id, kLongestReference);
  RequireText(violations, path + ".reason", one.reason, kLongestReason, Lines::kMany);
}

void CheckRelease(const SwitchRelease& release, Violations& violations) {
  RequireText(violations, "reason", release.reason, kLongestReason, Lines::kMany);
  if (release.restart.per_hour < 1) {
    violations.Add("plan.per_hour", Fault::kNotPositive);
  }
}

absl::StatusOr<KillSwitch> Release(const KillSwitch& one, SwitchRelease release) {
  if (one.release.has_value()) return Refuse(Reason::kKillSwitchAlreadyReleased);
  release.restart.from = std::max(release.restart.from, release.time);
  if (release.restart.until() - release.time > Restart::kLongest) {
    Violations violations;
    violations.Add("plan.per_hour", Fault::kOutOfRange);
    return violations.ToStatus();
  }
  KillSwitch released = one;
  released.release = std::move(release);
  return released;
}

absl::Time OpeningOf(const KillSwitch& released, DebtorId debtor) {
  const Restart& restart = released.release->restart;
  const std::uint64_t place = Fold(Fold(0, released.id.uuid()), debtor.uuid()) >> 32U;
  const absl::Duration window = restart.until() - restart.from;
  return restart.from + window * static_cast<std::int64_t>(place) / (std::int64_t{1} << 32U);
}

std::vector<SwitchFact> FactsOf(std::span<const KillSwitch> standing, DebtorId debtor,
                                std::span<const CreditorId> creditors) {
  std::vector<SwitchFact> facts;
  facts.reserve(standing.size());
  for (const KillSwitch& one : standing) {
    SwitchFact fact{.channel = one.scope.channel,
                    .template_id = one.scope.template_id,
                    .cadence_id = one.scope.cadence_id,
                    .basis = Basis{BasisKind::kKillSwitch, one.id.uuid()}};
    if (one.scope.creditor.has_value()) fact.debts = DebtsOf(*one.scope.creditor, creditors);
    if (one.release.has_value()) {
      fact.opens = OpeningOf(one, debtor);
      fact.restarts = one.release->restart.from;
    }
    facts.push_back(std::move(fact));
  }
  return facts;
}

}  // namespace parley
