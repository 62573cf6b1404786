// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_WORKLIST_TELL_BREACHES_H_
#define PARLEY_APPLICATION_WORKLIST_TELL_BREACHES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "application/mutations.h"
#include "application/ports/clock.h"
#include "application/ports/fingerprints.h"
#include "application/ports/ids.h"
#include "application/ports/seals.h"
#include "application/ports/store.h"
#include "application/ports/time_zones.h"
#include "application/ports/work_items.h"

namespace parley {

// Tells of each dispute, complaint, inbound item and piece of work that its day went by, once, and
// makes the work more urgent. It asks for a page of clocks without any lock, and tells of them
// under the locks of their debtors, where each may have been told of meanwhile: so it may be done
// by several at once, be interrupted anywhere and begun again.
class TellBreaches {
 public:
  // Who acts, and what for, in the audit trail.
  static constexpr std::string_view kActor = "parley.clocks";
  static constexpr std::string_view kMethod = "parley.clocks/TellBreaches";

  // How many clocks are looked at by one read.
  static constexpr int kPage = 1'000;

  struct Collaborators {
    Store& store;
    WorkList& work_list;
    const Fingerprints& fingerprints;
    const AuditSeal& seal;
    const Clock& clock;
    Ids& ids;
    const TimeZones& zones;
  };

  // Clocks that ran out where their debtors are, and where to look for more: none when no clock was
  // left to be looked at.
  struct Page {
    std::vector<RunningClock> clocks;
    std::optional<ClockPosition> next;
  };

  struct Tally {
    std::int64_t told = 0;
    std::int64_t left_out = 0;  // Clocks of debtors whose records cannot be read.

    Tally& operator+=(const Tally& more);
    friend bool operator==(const Tally&, const Tally&) = default;
  };

  explicit TellBreaches(const Collaborators& collaborators) : with_(collaborators) {}

  // Errors: RECORD_CORRUPT, STORE_UNAVAILABLE.
  absl::StatusOr<Page> Find(TenantId tenant, const ClockPosition& after) const;

  // When a transaction fails, each of its debtors gets one of their own, and a debtor's failure
  // leaves out that debtor alone. Errors: STORE_UNAVAILABLE, QUOTA_EXCEEDED; what is left is found
  // again.
  absl::StatusOr<Tally> Tell(TenantId tenant, std::span<const RunningClock> clocks) const;

 private:
  using Clocks = std::vector<RunningClock>;  // Of one debtor.

  // In one transaction.
  absl::StatusOr<Tally> TellTogether(TenantId tenant, std::span<const Clocks> debtors) const;
  absl::StatusOr<Tally> TellUnderLocks(Work& work, std::span<const Clocks> debtors) const;

  const Collaborators with_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_WORKLIST_TELL_BREACHES_H_
