// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_DOMAIN_COMMUNICATION_LOG_CONTACT_H_
#define PARLEY_DOMAIN_COMMUNICATION_LOG_CONTACT_H_

#include <optional>
#include <vector>

#include "domain/common/id.h"
#include "domain/communication/communication_id.h"
#include "domain/communication/vocabulary.h"
#include "domain/debtor/contact_point.h"

namespace parley {

using VerdictId = Id<struct VerdictTag>;
using ConversationId = Id<struct ConversationTag>;

// Whom a communication reaches, by what means, what for and about which debts: what the gate judges
// as an act, in the ids of the record.
struct Contact {
  Channel channel = Channel::kCall;
  Purpose purpose = Purpose::kDemand;
  StatutoryKind statutory = StatutoryKind::kNone;
  Technology technology = Technology::kManual;
  Relation relation = Relation::kConsumer;  // What the person is to the debts.
  std::optional<RepresentativeId> representative;
  std::optional<ContactPointId> point;
  std::vector<DebtId> debts;                   // To which an attempt is booked.
  std::optional<CommunicationId> in_reply_to;  // What came in and is answered by it.
  std::optional<ConversationId> thread;        // Of a willing exchange, which counts once.

  friend bool operator==(const Contact&, const Contact&) = default;
};

// Somebody who is no party to the debts and speaks for nobody who is.
bool IsThirdParty(Relation relation);

}  // namespace parley

#endif  // PARLEY_DOMAIN_COMMUNICATION_LOG_CONTACT_H_
