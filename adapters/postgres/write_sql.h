// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WRITE_SQL_H_
#define PARLEY_ADAPTERS_POSTGRES_WRITE_SQL_H_

#include <array>
#include <cstddef>
#include <string>

#include "adapters/postgres/pipeline.h"
#include "adapters/postgres/write_arrays.h"
#include "domain/common/id.h"

namespace parley::postgres {

// What a transaction may write, each a set of rows, in the order in which they are written: what is
// referred to comes first.
enum class Write : std::size_t {
  kNewCreditors,
  kNewDebtors,
  // These must find their rows as they were read, or the transaction fails with PAR01.
  kTenant,  // Is only looked for.
  kCreditorChanges,
  kDebtorChanges,
  kHeads,             // Debtors whose record stays, while their revision or audit chain goes on.
  kCreditorsOfDebts,  // Are only looked for.
  kDebtChanges,
  kStandings,  // Debts of which only the standing changes.
  kPaymentChanges,
  kWorkItemChanges,
  kHoldChanges,
  kPartChanges,
  kCommunicationChanges,
  kMessageChanges,
  kInboundChanges,
  kConversationChanges,
  kTemplateChanges,
  kRetriedLetters,
  kDroppedLetters,
  kNewKeys,
  kDestroyedKeys,
  kNewFacts,
  kNewParts,
  kLinkedPoints,
  kUnlinkedPoints,
  kBarredAddresses,
  kNewDebts,
  kNewHolds,
  kNewNotices,
  kEntries,
  kNewPayments,
  kNewWorkItems,
  kNewVerdicts,
  kNewCommunications,
  kNewMessages,
  kReleasedTexts,
  kNewInbound,
  kInboundReferences,
  kNewConversations,
  kConversationLinks,
  kConversationNotes,
  kNewTemplates,
  kKillSwitches,
  kKillSwitchReleases,
  kRulebooks,
  kEvents,
  kAnswers,
  kAuditRows,
};
inline constexpr std::size_t kWrites = 49;
using WriteRows = std::array<WriteArrays, kWrites>;

// Adds the statements that write these rows: one for all that must be found, and one for each set
// that is inserted. $1 is the tenant, and the parameters after it are the arrays of the rows, so
// that one row and a thousand take one statement.
void AddWrites(Pipeline& pipeline, TenantId tenant, WriteRows rows);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WRITE_SQL_H_
