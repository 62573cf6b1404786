// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/given_answers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/records.h"
#include "domain/common/days.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr Query kFind{R"sql(
select a.debtor_id, (select k.wrapped from data_keys k where k.tenant_id = a.tenant_id
  and k.debtor_id = a.debtor_id), a.request, a.answer, micros(a.answered_time)
from answers a
where a.tenant_id = :tenant and a.request_id = :request and a.principal = :principal
  and a.method = :method)sql",
                      5};

constexpr Query kPrune{R"sql(
with old as (
  select a.request_id, a.principal, a.method
  from answers a
  where a.tenant_id = :tenant and a.answered_time < instant(:before::bigint)
  order by a.answered_time
  limit :most::bigint
), pruned as (
  delete from answers a using old
  where a.tenant_id = :tenant and a.request_id = old.request_id and a.principal = old.principal
    and a.method = old.method
  returning 1
)
select count(*) from pruned)sql",
                       1};

constexpr absl::CivilDay kLatest(kLastYear, 12, 31);

}  // namespace

absl::StatusOr<std::optional<StoredAnswer>> PostgresGivenAnswers::Find(TenantId tenant,
                                                                       const RequestKey& key) {
  const Records records{tenant, keys_};
  const std::array<Argument, 4> arguments = {{{"tenant", tenant.ToString()},
                                              {"request", key.request_id.ToString()},
                                              {"principal", key.principal},
                                              {"method", key.method}}};
  std::optional<StoredAnswer> found;
  PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kFind, arguments, [&](RowReader& row) {
    StoredAnswer answer;
    answer.key = key;
    answer.debtor = row.ReadId<DebtorId>();
    records.LearnKey(answer.debtor, row);
    answer.request = row.Digest();
    std::optional<std::string> bytes =
        records.DecodeKept(kAnswer, {answer.debtor, key.request_id.uuid()}, row);
    answer.answered_time = row.Time();
    if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
    if (!bytes.has_value()) return Refuse(Reason::kRequestIdReused);
    answer.bytes = *std::move(bytes);
    found = std::move(answer);
    return absl::OkStatus();
  }));
  return found;
}

absl::StatusOr<int> PostgresGivenAnswers::Prune(TenantId tenant, absl::Time before, int most) {
  // The infinite future is past the end of the database's calendar.
  const absl::Time end = std::min(before, absl::FromCivil(kLatest, absl::UTCTimeZone()));
  const std::array<Argument, 3> arguments = {{{"tenant", tenant.ToString()},
                                              {"before", absl::StrCat(absl::ToUnixMicros(end))},
                                              {"most", absl::StrCat(most)}}};
  int pruned = 0;
  PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kPrune, arguments, [&](RowReader& row) {
    pruned = static_cast<int>(row.Integer());
    return absl::OkStatus();
  }));
  return pruned;
}

}  // namespace parley::postgres
