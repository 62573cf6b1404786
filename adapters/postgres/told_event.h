// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_TOLD_EVENT_H_
#define PARLEY_ADAPTERS_POSTGRES_TOLD_EVENT_H_

#include <cstddef>
#include <string_view>

#include "adapters/postgres/row_reader.h"
#include "application/ports/event_feed.h"

namespace parley::postgres {

// An event of the outbox "o", as ReadToldEvent takes it.
inline constexpr std::string_view kToldEventColumns = R"sql(
  o.xid::text::bigint, o.debtor_id, o.revision, o.sequence, o.event_id, o.type, o.debt_id,
  o.entry_id, o.subject_id, o.amount, coalesce(o.currency, ''), o.state,
  micros(o.occurred_time))sql";
inline constexpr std::size_t kToldEventWidth = 13;

// Leaves an unsound row unsound.
ToldEvent ReadToldEvent(RowReader& row);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_TOLD_EVENT_H_
