// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_PORTS_INBOUND_H_
#define PARLEY_APPLICATION_PORTS_INBOUND_H_

#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "domain/common/fingerprint.h"
#include "domain/communication/inbound/inbound_item.h"

namespace parley {

// Which item has a provider's id.
struct InboundPlace {
  DebtorId debtor;  // Nil for the tenant's desk.
  CommunicationId id;

  friend bool operator==(const InboundPlace&, const InboundPlace&) = default;
};

// Where a list of what came in goes on: what waits for an answer comes first.
struct InboundPosition {
  bool answered = false;  // The last one that was shown.
  CommunicationId after;  // Nil: from the beginning.
};

// What came in from the debtors whose locks a unit of work holds, and on the tenant's desk. What is
// added or replaced is written at the commit.
class Inbound {
 public:
  virtual ~Inbound() = default;

  // Errors: INBOUND_NOT_FOUND, RECORD_CORRUPT, STORE_UNAVAILABLE.
  virtual absl::StatusOr<InboundItem> Find(DebtorId debtor, CommunicationId id) = 0;

  // With the digest of its provider's id, where it has one: no other item of the tenant may have
  // the same. The commit reports INBOUND_ALREADY_RECEIVED for a digest that is taken, and
  // WRITE_CONFLICT for an id.
  virtual void Add(const InboundItem& item, const std::optional<Fingerprint>& reference) = 0;

  // What was received stays as it is, but that the desk lets it go with MOVED_AWAY. The commit
  // reports WRITE_CONFLICT unless the stored revision is below.
  virtual void Replace(const InboundItem& item) = 0;
};

// Reads about what came in, outside any transaction: one statement each.
// Errors of all: RECORD_CORRUPT, STORE_UNAVAILABLE.
class InboundDesk {
 public:
  virtual ~InboundDesk() = default;

  // Also INBOUND_NOT_FOUND.
  virtual absl::StatusOr<InboundItem> GetInbound(TenantId tenant, DebtorId debtor,
                                                 CommunicationId id) = 0;
  // Those of these that there are, in no order.
  virtual absl::StatusOr<std::vector<InboundItem>> GetInboundItems(
      TenantId tenant, std::span<const InboundPlace> places) = 0;
  // None for a provider's id that nothing was received by.
  virtual absl::StatusOr<std::optional<InboundPlace>> FindReference(
      TenantId tenant, const Fingerprint& reference) = 0;
  // At most `most` items of a debtor, or of the desk, after a position: those that wait for an
  // answer before the others, and in each the order of ids. What moved away is not among them.
  virtual absl::StatusOr<std::vector<InboundItem>> ListInbound(TenantId tenant, DebtorId debtor,
                                                               const InboundPosition& position,
                                                               int most) = 0;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_PORTS_INBOUND_H_
