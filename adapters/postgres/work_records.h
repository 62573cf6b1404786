// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_WORK_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_WORK_RECORDS_H_

#include <cstddef>
#include <string_view>

#include "absl/status/statusor.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/write_arrays.h"
#include "domain/worklist/work_item.h"

namespace parley::postgres {

// The columns that a query selects to read a work item of the table `t`, and the item that they
// make. Errors: RECORD_CORRUPT.
inline constexpr std::string_view kWorkItemColumns = R"sql(
t.debtor_id, t.work_item_id, (select k.wrapped from data_keys k where k.tenant_id = t.tenant_id
  and k.debtor_id = t.debtor_id), t.debt_id, t.kind, t.state, t.priority, t.due, t.act,
t.act_amount, t.act_currency, t.act_bucket, t.act_value_date, t.act_external_ref, t.act_hold_id,
t.act_choice, t.act_content, t.reason, t.asked_by, t.claimed_by, t.ended_by, t.outcome, t.entry_id,
t.revision, micros(t.created_time), micros(t.updated_time), t.skill, t.language,
t.breached::integer)sql";
inline constexpr std::size_t kWorkItemWidth = 29;
absl::StatusOr<WorkItem> ReadWorkItem(const Records& records, RowReader& row);

// The rows that write an item, and what changes of one.
void AddWorkItem(const Records& records, const WorkItem& item, WriteArrays& rows);
void AddWorkItemChange(const Records& records, const WorkItem& item, WriteArrays& rows);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_WORK_RECORDS_H_
