// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_INBOUND_REACT_H_
#define PARLEY_APPLICATION_INBOUND_REACT_H_

#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "application/inbound/inbound_tools.h"
#include "application/mutations.h"
#include "application/ports/contact_record.h"
#include "domain/communication/inbound/inbound_item.h"
#include "domain/communication/inbound/reactions.h"

namespace parley {

// What is known of whom something came from, on a day of theirs.
KnownOfSender KnownOf(const ContactRecord& record, const InboundItem& item, Day today);

// Carries reactions out, inside the transaction that stores the item or what a person said of it,
// and tells what was done; each may be taken back by a person, by the verb for what it made.
// Errors: those of the store, and DEBTOR_NOT_FOUND.
absl::StatusOr<std::vector<TakenReaction>> React(Work& work, const InboundTools& tools,
                                                 const ContactRecord& record,
                                                 const InboundItem& item,
                                                 std::span<const Reaction> reactions);

// The words that say it, as short and plain as a record takes them; empty for none.
std::string EvidenceIn(const InboundItem& item, const TextPart& evidence);

// Something about the item is told to others.
void TellInbound(Work& work, Ids& ids, const InboundItem& item, EventType type);

// Asks the team; gives back the work item's id.
Uuid AskAbout(Work& work, Ids& ids, const InboundItem& item, WorkItem asked);

}  // namespace parley

#endif  // PARLEY_APPLICATION_INBOUND_REACT_H_
