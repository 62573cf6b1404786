// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CONVERSATION_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_CONVERSATION_RECORDS_H_

#include <cstddef>
#include <string_view>

#include "absl/status/statusor.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/write_arrays.h"
#include "domain/communication/conversation.h"

namespace parley::postgres {

// The columns that a query selects to read a conversation of the table `v`, a communication's place
// of `l` and a note of `n`, and what they make. Errors: RECORD_CORRUPT.
inline constexpr std::string_view kConversationColumns = R"sql(
v.debtor_id, v.conversation_id, (select k.wrapped from data_keys k
  where k.tenant_id = v.tenant_id and k.debtor_id = v.debtor_id), v.state, v.debts, v.assigned_to,
v.language, micros(v.snoozed_until), v.reason, v.changed_by, v.last_in_id, v.last_in_channel,
micros(v.last_in_time), v.last_out_id, v.last_out_channel, micros(v.last_out_time),
v.read_by_person, v.read_by_team, v.revision, micros(v.created_time), micros(v.updated_time))sql";
inline constexpr std::size_t kConversationWidth = 21;
absl::StatusOr<Conversation> ReadConversation(const Records& records, RowReader& row);

inline constexpr std::string_view kConversationLinkColumns = R"sql(
l.debtor_id, l.communication_id, l.conversation_id, l.direction, l.channel,
micros(l.spoken_time), l.line)sql";
inline constexpr std::size_t kConversationLinkWidth = 7;
absl::StatusOr<ConversationLink> ReadConversationLink(RowReader& row);

inline constexpr std::string_view kConversationNoteColumns = R"sql(
n.debtor_id, n.note_id, (select k.wrapped from data_keys k
  where k.tenant_id = n.tenant_id and k.debtor_id = n.debtor_id), n.conversation_id, n.author,
n.body, micros(n.created_time))sql";
inline constexpr std::size_t kConversationNoteWidth = 7;
absl::StatusOr<ConversationNote> ReadConversationNote(const Records& records, RowReader& row);

// The rows that write them.
void AddConversation(const Records& records, const Conversation& conversation, WriteArrays& rows);
void AddConversationChange(const Records& records, const Conversation& conversation,
                           WriteArrays& rows);
void AddConversationLink(const ConversationLink& link, WriteArrays& rows);
void AddConversationNote(const Records& records, const ConversationNote& note, WriteArrays& rows);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_CONVERSATION_RECORDS_H_
