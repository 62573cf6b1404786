// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_INBOUND_MATCH_INBOUND_H_
#define PARLEY_APPLICATION_INBOUND_MATCH_INBOUND_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/inbound/acknowledge.h"
#include "application/inbound/inbound_tools.h"
#include "application/mutations.h"

namespace parley {

// A person found out whose something is that lies on the desk: it moves to that debtor, and is
// heard and acted on there. That is more than one mutation: the desk keeps it for the debtor, the
// debtor gets it under the same id, and the desk lets it go. Whichever of them a crash prevents, a
// call for the same debtor goes on from there.
class MatchInbound {
 public:
  struct Command {
    CommunicationId item;
    DebtorId debtor;
    std::vector<DebtId> debts;         // That it is about; none where nobody knows.
    std::optional<std::int64_t> etag;  // Of the item on the desk.
  };

  MatchInbound(const Mutations& mutations, const InboundTools& tools, const SendMessage& send)
      : mutations_(mutations), tools_(tools), acknowledge_(send) {}

  // Answers with the debtor's item. Errors: INBOUND_NOT_FOUND, INBOUND_ALREADY_MATCHED, ETAG_STALE,
  // DEBTOR_NOT_FOUND, DEBT_NOT_FOUND, and WRITE_CONFLICT where the same is done at once.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<InboundItem> encode) const;

 private:
  // What becomes of the item on the desk; its answer is the item after it.
  using Decide = absl::FunctionRef<absl::StatusOr<InboundItem>(Work&, const InboundItem&)>;
  absl::StatusOr<InboundItem> OnDesk(const Call& call, CommunicationId item, Decide decide) const;
  absl::StatusOr<Answer> AtDebtor(const Call& call, const Command& command, const InboundItem& kept,
                                  Encode<InboundItem> encode) const;
  absl::Status EndClaim(const Call& call, const InboundItem& claimed, bool arrived) const;

  const Mutations& mutations_;
  InboundTools tools_;
  Acknowledge acknowledge_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_INBOUND_MATCH_INBOUND_H_
