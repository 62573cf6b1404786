// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/person_kinds.h"
#include "adapters/postgres/sql_text.h"
#include "adapters/postgres/stored_number.h"
#include "adapters/postgres/work_items.h"
#include "domain/common/days.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

// Each part is read by its own index, which holds what runs still; no more of each than are asked
// for in all. Disputes are parts of kind 8, complaints of kind 9, wishes to be called the others.
constexpr std::string_view kClocks = R"sql(
with clocks as (
  (select t.due, t.debtor_id, t.work_item_id as subject, 1 as kind
  from work_items t
  where t.tenant_id = :tenant and t.state in ('OPEN', 'CLAIMED') and not t.breached
    and t.due < :day::date
    and (t.due, t.debtor_id, t.work_item_id)
      > (:after_due::date, :after_debtor::uuid, :after_subject::uuid)
  order by t.due, t.debtor_id, t.work_item_id
  limit :most::bigint)
  union all
  (select p.due, p.debtor_id, p.part_id, case p.kind when 8 then 2 when 9 then 3 else 5 end
  from record_parts p
  where p.tenant_id = :tenant and p.due < :day::date
    and (p.due, p.debtor_id, p.part_id)
      > (:after_due::date, :after_debtor::uuid, :after_subject::uuid)
  order by p.due, p.debtor_id, p.part_id
  limit :most::bigint)
  union all
  (select utc_day(i.suspends_until), i.debtor_id, i.communication_id, 4
  from inbound i
  where i.tenant_id = :tenant and i.state in (1, 2, 3, 4) and not i.breached
    and i.suspends_until <= instant(:now::bigint)
    and utc_day(i.suspends_until) <= utc_day(instant(:now::bigint))
    and (utc_day(i.suspends_until), i.debtor_id, i.communication_id)
      > (:after_due::date, :after_debtor::uuid, :after_subject::uuid)
  order by utc_day(i.suspends_until), i.debtor_id, i.communication_id
  limit :most::bigint)
)
select c.due, c.debtor_id, c.subject, c.kind, (
    select b.time_zone from debtors b
    where b.tenant_id = :tenant and b.debtor_id = c.debtor_id)
from clocks c
order by c.due, c.debtor_id, c.subject
limit :most::bigint)sql";
constexpr Query kListClocks{kClocks, 5};
static_assert(kKind<DebtDispute> == 8 && kKind<Complaint> == 9);

absl::StatusOr<RunningClock> ReadClock(RowReader& row) {
  RunningClock clock;
  clock.due = row.ReadDay();
  clock.debtor = row.ReadId<DebtorId>();
  clock.subject = row.ReadUuid();
  clock.kind = row.Known(Numbered(row.Integer(), ClockKind::kWork, ClockKind::kCallback))
                   .value_or(ClockKind::kWork);
  clock.time_zone = row.Text();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return clock;
}

}  // namespace

absl::StatusOr<std::vector<RunningClock>> PostgresWorkList::ListClocks(TenantId tenant,
                                                                       absl::Time now,
                                                                       const ClockPosition& after,
                                                                       int most) {
  const std::vector<Argument> arguments = {{"tenant", tenant.ToString()},
                                           {"day", FormatDay(LatestDay(now))},
                                           {"now", absl::StrCat(absl::ToUnixMicros(now))},
                                           {"after_due", FormatDay(after.due)},
                                           {"after_debtor", after.debtor.ToString()},
                                           {"after_subject", after.subject.ToString()},
                                           {"most", absl::StrCat(most)}};
  ManyRows<RunningClock> clocks;
  return clocks.After(pool_.Read(tenant, kListClocks, arguments,
                                 [&](RowReader& row) { return clocks.Take(ReadClock(row)); }));
}

}  // namespace parley::postgres
