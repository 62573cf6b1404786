// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_INBOUND_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_INBOUND_RECORDS_H_

#include <cstddef>
#include <string_view>

#include "absl/status/statusor.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/write_arrays.h"
#include "domain/communication/inbound/inbound_item.h"

namespace parley::postgres {

// The columns that a query selects to read what came in, of the table `i`, and the record that they
// make. Errors: RECORD_CORRUPT.
inline constexpr std::string_view kInboundColumns = R"sql(
i.debtor_id, i.communication_id, (select k.wrapped from data_keys k
  where k.tenant_id = i.tenant_id and k.debtor_id = i.debtor_id), i.channel,
micros(i.received_time), i.content, i.hearing, i.state, i.matched_by, i.contact_point_id, i.debts,
i.in_reply_to, micros(i.suspends_until), i.triaged_by, micros(i.triaged_time), i.answer_id,
i.ended_by, micros(i.ended_time), i.claimed_for, i.actor, i.revision, micros(i.created_time),
micros(i.updated_time), i.breached::integer)sql";
inline constexpr std::size_t kInboundWidth = 24;
absl::StatusOr<InboundItem> ReadInbound(const Records& records, RowReader& row);

// What of it holds back what we would send.
inline constexpr std::string_view kWaitingColumns = R"sql(
i.debtor_id, i.communication_id, i.debts, micros(i.created_time), micros(i.suspends_until))sql";
absl::StatusOr<WaitingInbound> ReadWaiting(RowReader& row);

// The rows that write it.
void AddInbound(const Records& records, const InboundItem& item, WriteArrays& rows);
void AddInboundChange(const Records& records, const InboundItem& item, WriteArrays& rows);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_INBOUND_RECORDS_H_
