// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_COMMUNICATION_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_COMMUNICATION_RECORDS_H_

#include <cstddef>
#include <string_view>

#include "absl/status/statusor.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/write_arrays.h"
#include "domain/communication/log/logged_communication.h"
#include "domain/communication/log/stored_verdict.h"

namespace parley::postgres {

// The columns that a query selects to read a communication of the table `m` and a verdict of the
// table `v`, and the records that they make. Errors: RECORD_CORRUPT.
inline constexpr std::string_view kCommunicationId = R"sql(
m.debtor_id, m.communication_id, )sql";
inline constexpr std::string_view kKeyOfCommunication = R"sql((select k.wrapped from data_keys k
  where k.tenant_id = m.tenant_id and k.debtor_id = m.debtor_id), )sql";
inline constexpr std::string_view kCommunicationItself = R"sql(m.channel, m.purpose, m.statutory,
m.technology, m.relation, m.representative_id, m.contact_point_id, m.debts, m.in_reply_to,
m.conversation_id, m.direction, m.talked_about, m.state, m.outcome, m.call_outcome, )sql";
inline constexpr std::string_view kRestOfCommunication = R"sql(timestamptz_send(m.dispatch_time),
m.verdict_id, m.actor, m.note, m.revision, timestamptz_send(m.created_time),
timestamptz_send(m.updated_time))sql";
inline constexpr std::string_view kCommunicationColumns =
    kJoined<kCommunicationId, kKeyOfCommunication, kCommunicationItself, kRestOfCommunication>;
// After a row that came with the debtor's key, in the binary form.
inline constexpr std::string_view kKeyCameBefore = "null, ";
inline constexpr std::string_view kRestInBinary = R"sql(m.dispatch_time, m.verdict_id, m.actor,
m.note, m.revision, m.created_time, m.updated_time)sql";
inline constexpr std::string_view kCommunicationColumnsAlone =
    kJoined<kCommunicationId, kKeyCameBefore, kCommunicationItself, kRestInBinary>;
inline constexpr std::size_t kCommunicationWidth = 25;
absl::StatusOr<LoggedCommunication> ReadCommunication(const Records& records, RowReader& row);

inline constexpr std::string_view kVerdictColumns = R"sql(
v.debtor_id, v.verdict_id, v.channel, v.purpose, v.statutory, v.technology, v.relation,
v.representative_id, v.contact_point_id, v.debts, v.in_reply_to, v.conversation_id,
v.communication_id, v.moment, v.answer, v.actor, micros(v.judged_time))sql";
inline constexpr std::size_t kVerdictWidth = 17;
absl::StatusOr<StoredVerdict> ReadVerdict(RowReader& row);

// The rows that write them, and what is told of a communication later.
void AddCommunication(const Records& records, const LoggedCommunication& one, WriteArrays& rows);
void AddCommunicationChange(const Records& records, const LoggedCommunication& one,
                            WriteArrays& rows);
void AddVerdict(const StoredVerdict& verdict, WriteArrays& rows);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_COMMUNICATION_RECORDS_H_
