// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTORS_ERASE_DEBTOR_H_
#define PARLEY_APPLICATION_DEBTORS_ERASE_DEBTOR_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/mutations.h"
#include "application/ports/ids.h"
#include "application/ports/rulebook_source.h"
#include "application/ports/time_zones.h"
#include "domain/debtor/debtor.h"

namespace parley {

// Forgets who a debtor is, by destroying the key of their data. The ledger stays whole, and so do
// the keys of addresses to which nothing may be sent.
class EraseDebtor {
 public:
  struct Command {
    DebtorId debtor;
    std::optional<std::int64_t> etag;
  };

  EraseDebtor(const Mutations& mutations, RulebookSource& rulebooks, Ids& ids,
              const TimeZones& zones)
      : mutations_(mutations), rulebooks_(rulebooks), ids_(ids), zones_(zones) {}

  // Errors: DEBTOR_NOT_FOUND, ETAG_STALE, ERASURE_REFUSED with all that stands against it.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<Debtor> encode) const;

 private:
  const Mutations& mutations_;
  RulebookSource& rulebooks_;
  Ids& ids_;
  const TimeZones& zones_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTORS_ERASE_DEBTOR_H_
