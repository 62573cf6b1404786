// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/kill_switches.h"

#include <array>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/sql_text.h"
#include "adapters/postgres/stored_number.h"
#include "domain/common/reason.h"

namespace parley::postgres {
namespace {

constexpr std::size_t kWidth = 14;

constexpr std::string_view kOfId = R"sql(
  and k.kill_switch_id = :id)sql";
constexpr std::string_view kEngaged = R"sql(
  and r.kill_switch_id is null )sql";
constexpr std::string_view kReleased = R"sql(
  and r.kill_switch_id is not null )sql";
constexpr std::string_view kPage = R"sql(
  and k.kill_switch_id > :after
order by k.kill_switch_id
limit :most::bigint)sql";

constexpr Query kFind{kJoined<kSwitches, kOfId>, kWidth};
constexpr Query kStanding{kStandingSwitches, kWidth};
constexpr Query kListAll{kJoined<kSwitches, kPage>, kWidth};
constexpr Query kListEngaged{kJoined<kSwitches, kEngaged, kPage>, kWidth};
constexpr Query kListReleased{kJoined<kSwitches, kReleased, kPage>, kWidth};

constexpr std::string_view kCount = R"sql(
select count(distinct d.debtor_id)
from debts d
where d.tenant_id = :tenant and d.status in ('ACTIVE', 'ON_PLAN', 'AWAITING_DECISION') )sql";
constexpr std::string_view kOfCreditor = R"sql(
  and d.creditor_id = :creditor)sql";
constexpr Query kCountAll{kCount, 1};
constexpr Query kCountOfCreditor{kJoined<kCount, kOfCreditor>, 1};

SwitchScope ReadScope(RowReader& row) {
  SwitchScope scope;
  if (const auto number = row.IntegerOrNone(); number.has_value()) {
    scope.channel = row.Known(Numbered(*number, Channel::kCall, Channel::kPublicPost));
  }
  const CreditorId creditor(row.UuidOrNil());
  if (!creditor.IsNil()) scope.creditor = creditor;
  scope.template_id = row.Text();
  scope.cadence_id = row.Text();
  return scope;
}

constexpr std::size_t kReleaseParts = 6;

std::optional<SwitchRelease> ReadRelease(RowReader& row) {
  if (row.NextIsNull()) {
    row.Skip(kReleaseParts);
    return std::nullopt;
  }
  SwitchRelease release;
  release.time = row.Time();
  release.reason = row.Text();
  release.actor = row.Text();
  release.restart.from = row.Time();
  release.restart.per_hour = static_cast<std::int32_t>(row.Integer());
  release.restart.persons = row.Integer();
  return release;
}

Argument At(absl::Time now) { return {"now", absl::StrCat(absl::ToUnixMicros(now))}; }

const Query& ListOf(SwitchFilter filter) {
  switch (filter) {
    case SwitchFilter::kEngaged:
      return kListEngaged;
    case SwitchFilter::kReleased:
      return kListReleased;
    case SwitchFilter::kAll:
      break;
  }
  return kListAll;
}

}  // namespace

absl::StatusOr<KillSwitch> ReadSwitch(RowReader& row) {
  KillSwitch one;
  one.id = row.ReadId<KillSwitchId>();
  one.scope = ReadScope(row);
  one.reason = row.Text();
  one.actor = row.Text();
  one.engaged_time = row.Time();
  one.release = ReadRelease(row);
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return one;
}

absl::StatusOr<KillSwitch> PostgresKillSwitches::Find(KillSwitchId id) {
  OneRow<KillSwitch> found(Reason::kKillSwitchNotFound);
  return found.After(session_.Select(kFind, {{"tenant", tenant_.ToString()}, {"id", id.ToString()}},
                                     [&](RowReader& row) { return found.Take(ReadSwitch(row)); }));
}

absl::StatusOr<std::int64_t> PostgresKillSwitches::CountPersons(const SwitchScope& scope) {
  std::vector<Argument> arguments = {{"tenant", tenant_.ToString()}};
  const bool of_creditor = scope.creditor.has_value();
  if (of_creditor) arguments.push_back({"creditor", scope.creditor->ToString()});
  OneRow<std::int64_t> count(Reason::kInternal);
  return count.After(session_.Select(of_creditor ? kCountOfCreditor : kCountAll, arguments,
                                     [&](RowReader& row) { return count.Take(row.Integer()); }));
}

absl::StatusOr<std::vector<KillSwitch>> PostgresSwitchBoard::ListKillSwitches(TenantId tenant,
                                                                              SwitchFilter filter,
                                                                              KillSwitchId after,
                                                                              int most) {
  const std::array<Argument, 3> arguments = {
      {{"tenant", tenant.ToString()}, {"after", after.ToString()}, {"most", absl::StrCat(most)}}};
  ManyRows<KillSwitch> page;
  return page.After(pool_.Read(tenant, ListOf(filter), arguments,
                               [&](RowReader& row) { return page.Take(ReadSwitch(row)); }));
}

absl::StatusOr<std::vector<KillSwitch>> PostgresSwitchBoard::Standing(TenantId tenant,
                                                                      absl::Time now) {
  const std::array<Argument, 2> arguments = {{{"tenant", tenant.ToString()}, At(now)}};
  ManyRows<KillSwitch> standing;
  return standing.After(pool_.Read(tenant, kStanding, arguments,
                                   [&](RowReader& row) { return standing.Take(ReadSwitch(row)); }));
}

}  // namespace parley::postgres
