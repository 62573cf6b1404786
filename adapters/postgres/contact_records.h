// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CONTACT_RECORDS_H_
#define PARLEY_ADAPTERS_POSTGRES_CONTACT_RECORDS_H_

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "adapters/postgres/communication_records.h"
#include "adapters/postgres/inbound_records.h"
#include "adapters/postgres/kill_switches.h"
#include "adapters/postgres/person_records.h"
#include "adapters/postgres/pipeline.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/sql_text.h"
#include "application/ports/contact_record.h"

namespace parley::postgres {

// All that bears on whether `:debtors` may be contacted: one statement a table for all of them.
inline constexpr std::string_view kDebtsOfThem = R"sql(
from unnest(:debtors::uuid[]) as u(debtor_id), lateral (
  select d.* from debts d
  where d.tenant_id = :tenant and d.debtor_id = u.debtor_id offset 0
) as d
order by d.debtor_id, d.debt_id)sql";
// State 1 is ANNOUNCED.
inline constexpr std::string_view kAnnouncedToThem = R"sql(
from unnest(:debtors::uuid[]) as u(debtor_id), lateral (
  select p.* from payments p
  where p.tenant_id = :tenant and p.debtor_id = u.debtor_id and p.state = 1 offset 0
) as p
order by p.debtor_id, p.payment_id)sql";
// What was not released (3), since then; longer ago, talks (12) with third parties. Two ranges of
// two indexes.
inline constexpr std::string_view kHistoryOfThem = R"sql(
from unnest(:debtors::uuid[]) as u(debtor_id), lateral (
  (select m.* from communications m
   where m.tenant_id = :tenant and m.debtor_id = u.debtor_id and m.state <> 3
     and m.dispatch_time >= instant(:since::bigint) offset 0)
  union all
  (select m.* from communications m
   where m.tenant_id = :tenant and m.debtor_id = u.debtor_id
     and m.relation in (7, 8, 15) and m.outcome = 12
     and m.dispatch_time >= instant(:long_since::bigint)
     and m.dispatch_time < instant(:since::bigint) offset 0)
) as m
order by m.debtor_id, m.dispatch_time, m.communication_id)sql";
// What came in, was not looked at (1, 2, 4), and still holds something back.
inline constexpr std::string_view kUnansweredOfThem = R"sql(
from inbound i
where i.tenant_id = :tenant and i.debtor_id = any(:debtors::uuid[]) and i.state in (1, 2, 4)
  and i.suspends_until > instant(:now::bigint)
order by i.debtor_id, i.communication_id)sql";
inline constexpr std::string_view kEditionOfRulebooks = R"sql(
select coalesce(max(b.edition), 0) from rulebooks b where b.tenant_id = :tenant)sql";
inline constexpr std::array kGetContactRecords = {
    kGetRecords[0],
    kGetRecords[1],
    kGetRecords[2],
    kGetRecords[3],
    kGetRecords[4],
    NamedQuery{"contact_debts", kJoined<kSelect, kDebtColumns, kDebtsOfThem>},
    NamedQuery{"contact_announced", kJoined<kSelect, kPaymentColumns, kAnnouncedToThem>},
    NamedQuery{"contact_history", kJoined<kSelect, kCommunicationColumnsAlone, kHistoryOfThem>,
               true},
    NamedQuery{"contact_switches", kStandingSwitches},
    NamedQuery{"contact_edition", kEditionOfRulebooks},
    NamedQuery{"contact_unanswered", kJoined<kSelect, kWaitingColumns, kUnansweredOfThem>}};

// Those by which these debtors are read.
std::span<const NamedQuery> ContactQueries(std::span<const DebtorId> debtors);

// For kHistoryOfThem alone, and for all of them.
std::vector<Argument> SpanArguments(TenantId tenant, std::span<const DebtorId> debtors,
                                    const HistorySpan& span);
std::vector<Argument> ContactArguments(TenantId tenant, std::span<const DebtorId> debtors,
                                       const ContactMoment& moment);

// What the queries answered of these debtors, in their order. Errors: DEBTOR_NOT_FOUND,
// RECORD_CORRUPT.
absl::StatusOr<std::vector<ContactRecord>> ReadContactRecords(const Records& records,
                                                              std::span<const DebtorId> debtors,
                                                              std::span<const Answered> answers);

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_CONTACT_RECORDS_H_
