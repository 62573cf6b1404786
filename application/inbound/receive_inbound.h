// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_INBOUND_RECEIVE_INBOUND_H_
#define PARLEY_APPLICATION_INBOUND_RECEIVE_INBOUND_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/call.h"
#include "application/inbound/acknowledge.h"
#include "application/inbound/inbound_tools.h"
#include "application/mutations.h"

namespace parley {

// Somebody sent us something: it is stored as it came, it is found out whose it is, and what it
// says is heard and acted on at once.
class ReceiveInbound {
 public:
  struct Command {
    std::optional<DebtorId> debtor;  // Whose it is, where the caller knows.
    Channel channel = Channel::kEmail;
    std::optional<absl::Time> received;      // By default now.
    InboundContent content;                  // But for its text,
    std::string text;                        // which may be any bytes.
    std::vector<DebtId> debts;               // That it is about, where the caller knows.
    std::optional<CommunicationId> answers;  // The message of ours that it answers.
    bool automatic = false;                  // A machine wrote it, which is not acknowledged.
  };

  ReceiveInbound(const Mutations& mutations, const InboundReads& reads, const InboundTools& tools,
                 const SendMessage& send)
      : mutations_(mutations), reads_(reads), tools_(tools), acknowledge_(send) {}

  // What nobody can be found for lies on the tenant's desk. What a provider hands over twice under
  // one id is received once: the item that exists is the answer.
  // Errors: FIELD_INVALID; where the caller names them DEBTOR_NOT_FOUND, DEBT_NOT_FOUND and
  // COMMUNICATION_NOT_FOUND.
  absl::StatusOr<Answer> Handle(const Call& call, const Command& command,
                                Encode<InboundItem> encode) const;

 private:
  // Whose it is, and how we know.
  struct Whose {
    DebtorId debtor;
    MatchedBy by = MatchedBy::kNobody;
  };

  struct NewInbound {
    InboundItem item;
    std::optional<Fingerprint> reference;
    bool acknowledge = true;
  };

  absl::StatusOr<Whose> FindWhose(TenantId tenant, const Command& command) const;
  absl::StatusOr<Whose> ByAddress(TenantId tenant, const Command& command) const;
  absl::StatusOr<Answer> Again(const Call& call, InboundPlace place,
                               Encode<InboundItem> encode) const;
  absl::StatusOr<Answer> Keep(const Call& call, const Whose& whose, const NewInbound& received,
                              Encode<InboundItem> encode) const;
  std::optional<Fingerprint> ReferenceOf(const Command& command) const;

  const Mutations& mutations_;
  InboundReads reads_;
  InboundTools tools_;
  Acknowledge acknowledge_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_INBOUND_RECEIVE_INBOUND_H_
