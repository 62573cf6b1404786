// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_ADAPTERS_POSTGRES_CONTACT_RECORD_OF_ONE_H_
#define PARLEY_ADAPTERS_POSTGRES_CONTACT_RECORD_OF_ONE_H_

#include <array>
#include <string_view>

#include "adapters/postgres/contact_records.h"

namespace parley::postgres {

// The same as kGetContactRecords for `:debtor` alone. To go through a list of one costs the
// database a tenth of what all of them take.
inline constexpr std::string_view kDebtorOfOne = R"sql(
from debtors b where b.tenant_id = :tenant and b.debtor_id = :debtor)sql";
inline constexpr std::string_view kFactsOfOne = R"sql(
select f.debtor_id, f.kind, f.fact_id, f.content
from record_facts f where f.tenant_id = :tenant and f.debtor_id = :debtor
order by f.kind, f.fact_id)sql";
inline constexpr std::string_view kPartsOfOne = R"sql(
select p.debtor_id, p.kind, p.part_id, p.content
from record_parts p where p.tenant_id = :tenant and p.debtor_id = :debtor
order by p.kind, p.part_id)sql";
inline constexpr std::string_view kBarredOfOne = R"sql(
select a.debtor_id, a.digest, a.cause, micros(a.since)
from barred_addresses a where a.tenant_id = :tenant and a.debtor_id = :debtor
order by a.digest, a.cause)sql";
inline constexpr std::string_view kHoldsOfOne = R"sql(
from holds h where h.tenant_id = :tenant and h.debtor_id = :debtor
order by h.hold_id)sql";
inline constexpr std::string_view kDebtsOfOne = R"sql(
from debts d where d.tenant_id = :tenant and d.debtor_id = :debtor
order by d.debt_id)sql";
inline constexpr std::string_view kAnnouncedToOne = R"sql(
from payments p where p.tenant_id = :tenant and p.debtor_id = :debtor and p.state = 1
order by p.payment_id)sql";
inline constexpr std::string_view kHistoryOfOne = R"sql(
from (
  (select m.* from communications m
   where m.tenant_id = :tenant and m.debtor_id = :debtor and m.state <> 3
     and m.dispatch_time >= instant(:since::bigint) offset 0)
  union all
  (select m.* from communications m
   where m.tenant_id = :tenant and m.debtor_id = :debtor
     and m.relation in (7, 8, 15) and m.outcome = 12
     and m.dispatch_time >= instant(:long_since::bigint)
     and m.dispatch_time < instant(:since::bigint) offset 0)
) as m
order by m.dispatch_time, m.communication_id)sql";
inline constexpr std::string_view kUnansweredOfOne = R"sql(
from inbound i
where i.tenant_id = :tenant and i.debtor_id = :debtor and i.state in (1, 2, 4)
  and i.suspends_until > instant(:now::bigint)
order by i.communication_id)sql";
inline constexpr std::array kGetContactRecordOfOne = {
    NamedQuery{"one_debtor", kJoined<kSelect, kDebtorColumns, kDebtorOfOne>},
    NamedQuery{"one_facts", kFactsOfOne, true},
    NamedQuery{"one_parts", kPartsOfOne, true},
    NamedQuery{"one_barred", kBarredOfOne},
    NamedQuery{"one_holds", kJoined<kSelect, kHoldColumns, kHoldsOfOne>},
    NamedQuery{"one_debts", kJoined<kSelect, kDebtColumns, kDebtsOfOne>},
    NamedQuery{"one_announced", kJoined<kSelect, kPaymentColumns, kAnnouncedToOne>},
    NamedQuery{"one_history", kJoined<kSelect, kCommunicationColumnsAlone, kHistoryOfOne>, true},
    NamedQuery{"contact_switches", kStandingSwitches},
    NamedQuery{"contact_edition", kEditionOfRulebooks},
    NamedQuery{"one_unanswered", kJoined<kSelect, kWaitingColumns, kUnansweredOfOne>}};
static_assert(kGetContactRecordOfOne.size() == kGetContactRecords.size());

}  // namespace parley::postgres

#endif  // PARLEY_ADAPTERS_POSTGRES_CONTACT_RECORD_OF_ONE_H_
