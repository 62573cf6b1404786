// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_KILL_SWITCH_H_
#define PARLEY_DOMAIN_COMMUNICATION_KILL_SWITCH_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "domain/common/id.h"
#include "domain/common/violations.h"
#include "domain/communication/facts.h"
#include "domain/communication/vocabulary.h"

namespace parley {

using KillSwitchId = Id<struct KillSwitchTag>;

// What a switch stops: one of these, and without any all outbound contact of the tenant.
struct SwitchScope {
  std::optional<Channel> channel;
  std::optional<CreditorId> creditor;
  std::string template_id;
  std::string cadence_id;

  friend bool operator==(const SwitchScope&, const SwitchScope&) = default;
};

// How contact goes on after a release, so that what was held does not go out as a flood: each
// person's contact opens at an instant of its own between `from` and `until`, spread evenly, about
// `per_hour` persons an hour. What a person waits for (a reply, a receipt, a notice that a law
// wants, what they asked for) goes from `from` on.
struct Restart {
  // The slowest restart that makes sense: after it, a new contact is no longer the one held.
  static constexpr absl::Duration kLongest = absl::Hours(24 * 30);

  absl::Time from;
  std::int32_t per_hour = 1;
  std::int64_t persons = 0;  // Who could have been written to when it was released.

  absl::Time until() const { return from + absl::Hours(persons) / per_hour; }

  friend bool operator==(const Restart&, const Restart&) = default;
};

struct SwitchRelease {
  std::string reason;
  std::string actor;  // The principal who released it.
  absl::Time time;
  Restart restart;

  friend bool operator==(const SwitchRelease&, const SwitchRelease&) = default;
};

// Stops outbound contact at once, whatever else would allow it. It is engaged by one call and
// released by one, never changed and never deleted; what it held is judged anew after the release.
// Two of one scope stand beside each other, and both must be released.
struct KillSwitch {
  KillSwitchId id;
  SwitchScope scope;
  std::string reason;
  std::string actor;  // The principal who engaged it.
  absl::Time engaged_time;
  std::optional<SwitchRelease> release;

  // Engaged, or released while its restart is under way.
  bool StandsAt(absl::Time now) const {
    return !release.has_value() || now < release->restart.until();
  }

  friend bool operator==(const KillSwitch&, const KillSwitch&) = default;
};

// Adds what is wrong with one that is to be engaged: two scopes at once, texts that are missing,
// too long or unsound. Paths begin with `path`.
void CheckKillSwitch(const KillSwitch& one, const std::string& path, Violations& violations);

// The same of a release, of what can be told before it is known how many persons there are.
void CheckRelease(const SwitchRelease& release, Violations& violations);

// The switch, released. A restart whose first instant is past begins now. Errors:
// KILL_SWITCH_ALREADY_RELEASED; FIELD_INVALID for a restart longer than Restart::kLongest.
absl::StatusOr<KillSwitch> Release(const KillSwitch& one, SwitchRelease release);

// When a person's contact opens again in the restart of a switch: the same in every process, and
// spread evenly over all persons.
absl::Time OpeningOf(const KillSwitch& released, DebtorId debtor);

// What the gate is told of switches about a debtor, whose debts belong to these creditors.
std::vector<SwitchFact> FactsOf(std::span<const KillSwitch> standing, DebtorId debtor,
                                std::span<const CreditorId> creditors);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_KILL_SWITCH_H_
