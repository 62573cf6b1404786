// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_MESSAGE_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_MESSAGE_RECORDS_H_

#include <cstddef>
#include <string_view>

#include "absl/status/statusor.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/row_reader.h"
#include "adapters/postgres/write_arrays.h"
#include "domain/communication/message/message.h"
#include "domain/communication/templates/life.h"

namespace parley::postgres {

// The columns that a query selects to read a message of the table `g` and a template of the table
// `t`, and the records that they make. Errors: RECORD_CORRUPT.
inline constexpr std::string_view kMessageColumns = R"sql(
g.debtor_id, g.communication_id, (select k.wrapped from data_keys k
  where k.tenant_id = g.tenant_id and k.debtor_id = g.debtor_id), g.channel, g.purpose,
g.contact_point_id, g.occasion, g.template_key, g.given, g.asked_by, g.any_channel, g.follows_id,
g.state, g.end_reason, g.was_handed_over, g.was_released, timestamptz_send(g.not_before),
timestamptz_send(g.expire_time), g.attempts, g.lease_token, timestamptz_send(g.lease_until),
g.words, g.provider, g.provider_reference, g.provider_code, g.revision,
timestamptz_send(g.created_time), timestamptz_send(g.updated_time))sql";
inline constexpr std::size_t kMessageWidth = 28;
absl::StatusOr<Message> ReadMessage(const Records& records, RowReader& row);

inline constexpr std::string_view kTemplateColumns = R"sql(
t.template_key, t.language, t.channel, t.version, t.content, t.state, t.acts)sql";
inline constexpr std::size_t kTemplateWidth = 7;
absl::StatusOr<TemplateVersion> ReadTemplate(RowReader& row);

// The rows that write them.
void AddMessage(const Records& records, const Message& message, WriteArrays& rows);
void AddMessageChange(const Records& records, const Message& message, WriteArrays& rows);
void AddTemplate(const TemplateVersion& version, WriteArrays& rows);
void AddTemplateChange(const TemplateVersion& version, WriteArrays& rows);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_MESSAGE_RECORDS_H_
