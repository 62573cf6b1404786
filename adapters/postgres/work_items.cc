// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/work_items.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/sql_text.h"
#include "adapters/postgres/work_records.h"
#include "domain/common/days.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kSelectItem = "select ";
constexpr std::string_view kOfItem = R"sql(
from work_items t
where t.tenant_id = :tenant and t.debtor_id = :debtor and t.work_item_id = :item)sql";
constexpr Query kFind{kJoined<kSelectItem, kWorkItemColumns, kOfItem>, kWorkItemWidth};

// OFFSET keeps the look-up by the debtor; the planner would else read what is to do of the tenant.
constexpr std::string_view kOfDebtors = R"sql(
from unnest(:debtors::uuid[]) as p(debtor_id), lateral (
  select t.* from work_items t
  where t.tenant_id = :tenant and t.debtor_id = p.debtor_id offset 0
) as t
where t.state in ('OPEN', 'CLAIMED')
order by t.debtor_id, t.work_item_id)sql";
constexpr Query kToDo{kJoined<kSelectItem, kWorkItemColumns, kOfDebtors>, kWorkItemWidth};

// A list's statement is put together from the parts of its filter; each combination is prepared
// once a session.
constexpr std::string_view kOfWork = R"sql(
from work_items t
where t.tenant_id = :tenant )sql";
constexpr std::string_view kOfWorkOfDebtor = R"sql(
from (
  select t.* from work_items t where t.tenant_id = :tenant and t.debtor_id = :debtor offset 0
) as t
where true )sql";
constexpr std::string_view kListWork = kJoined<kSelectItem, kWorkItemColumns, kOfWork>;
constexpr std::string_view kListOfDebtor = kJoined<kSelectItem, kWorkItemColumns, kOfWorkOfDebtor>;
constexpr std::string_view kAfterInState = R"sql(
  and (t.priority, t.work_item_id) > (:after_priority::smallint, :after_item::uuid)
  and t.state )sql";
constexpr std::string_view kByKind = R"sql( and t.kind = :kind)sql";
constexpr std::string_view kByPriority = R"sql( and t.priority = :priority::smallint)sql";
constexpr std::string_view kByClaim = R"sql( and t.claimed_by = :claimed_by)sql";
constexpr std::string_view kBySkill = R"sql( and t.skill = :skill::smallint)sql";
constexpr std::string_view kByLanguage = R"sql( and t.language = :language)sql";
constexpr std::string_view kByDue = R"sql( and t.due <= :due::date)sql";
constexpr std::string_view kInOrder = R"sql(
order by t.priority, t.work_item_id
limit :most::bigint)sql";

// States stand in the statement as they are, because each index of lists has a condition on them.
std::string StateCondition(const std::optional<WorkState>& state) {
  if (!state.has_value()) return "in ('OPEN', 'CLAIMED')";
  return absl::StrCat("= '", std::string(NameOf(*state)), "'");
}

template <typename Enum>
std::string NumberOf(Enum value) {
  return absl::StrCat(static_cast<int>(value));
}

// A filter as conditions of a statement and their arguments.
class ListStatement {
 public:
  ListStatement(TenantId tenant, const WorkFilter& filter, const WorkPosition& after, int most)
      : sql_(filter.debtor.has_value() ? kListOfDebtor : kListWork),
        arguments_{{"tenant", tenant.ToString()}} {
    if (filter.debtor.has_value()) arguments_.push_back({"debtor", filter.debtor->ToString()});
    arguments_.push_back({"after_priority", absl::StrCat(static_cast<int>(after.priority))});
    arguments_.push_back({"after_item", after.item.ToString()});
    sql_ += kAfterInState;
    sql_ += StateCondition(filter.state);
    Narrow(kByKind, "kind", filter.kind, [](WorkKind kind) { return std::string(NameOf(kind)); });
    Narrow(kByPriority, "priority", filter.priority, NumberOf<WorkPriority>);
    Narrow(kByClaim, "claimed_by", filter.claimed_by,
           [](const std::string& principal) { return principal; });
    Narrow(kBySkill, "skill", filter.skill, NumberOf<Skill>);
    Narrow(kByLanguage, "language", filter.language, [](const auto& language) { return language; });
    Narrow(kByDue, "due", filter.due_by, FormatDay);
    sql_ += kInOrder;
    arguments_.push_back({"most", absl::StrCat(most)});
  }

  Query query() const { return {sql_, kWorkItemWidth}; }
  std::span<const Argument> arguments() const { return arguments_; }

 private:
  template <typename Value, typename ToText>
  void Narrow(std::string_view condition, std::string_view name, const std::optional<Value>& value,
              ToText to_text) {
    if (!value.has_value()) return;
    sql_ += condition;
    arguments_.push_back({name, to_text(*value)});
  }

  std::string sql_;
  std::vector<Argument> arguments_;
};

// Of many at once each passes over the rows that the others are about to take. An item that was
// claimed meanwhile no longer fits when its row is locked.
constexpr std::string_view kNext = R"sql(
with next as materialized (
  select n.debtor_id, n.work_item_id
  from work_items n
  where n.tenant_id = :tenant and n.state = 'OPEN'
    and (n.act is null or n.asked_by <> :principal)
    and (n.offered_until is null or n.offered_until <= instant(:now::bigint))
    and (n.skill = 1 or cardinality(:skills::smallint[]) = 0
      or n.skill = any(:skills::smallint[]))
    and (n.language = '' or cardinality(:languages::text[]) = 0
      or n.language = any(:languages::text[]))
  order by n.priority, n.due, n.work_item_id
  limit 1
  for update skip locked
)
update work_items t set offered_until = instant(:until::bigint)
from next
where t.tenant_id = :tenant and t.debtor_id = next.debtor_id
  and t.work_item_id = next.work_item_id
returning )sql";
constexpr Query kOffer{kJoined<kNext, kWorkItemColumns>, kWorkItemWidth};

}  // namespace

absl::StatusOr<WorkItem> PostgresWorkItems::Find(DebtorId debtor, WorkItemId id) {
  OneRow<WorkItem> item(Reason::kWorkItemNotFound);
  return item.After(
      session_.Select(kFind,
                      {{"tenant", records_.tenant.ToString()},
                       {"debtor", debtor.ToString()},
                       {"item", id.ToString()}},
                      [&](RowReader& row) { return item.Take(ReadWorkItem(records_, row)); }));
}

absl::StatusOr<std::vector<WorkItem>> PostgresWorkItems::ToDoOfAll(
    std::span<const DebtorId> debtors) {
  ManyRows<WorkItem> items;
  return items.After(session_.Select(
      kToDo, {{"tenant", records_.tenant.ToString()}, {"debtors", ArrayText(debtors)}},
      [&](RowReader& row) { return items.Take(ReadWorkItem(records_, row)); }));
}

absl::StatusOr<std::vector<WorkItem>> PostgresWorkList::ListWork(TenantId tenant,
                                                                 const WorkFilter& filter,
                                                                 const WorkPosition& after,
                                                                 int most) {
  const Records records{tenant, keys_};
  const ListStatement list(tenant, filter, after, most);
  ManyRows<WorkItem> items;
  return items.After(pool_.Read(tenant, list.query(), list.arguments(), [&](RowReader& row) {
    return items.Take(ReadWorkItem(records, row));
  }));
}

absl::StatusOr<std::optional<WorkItem>> PostgresWorkList::Offer(TenantId tenant,
                                                                const WorkOffer& offer) {
  const Records records{tenant, keys_};
  std::vector<int> skills;
  for (const Skill skill : offer.skills) skills.push_back(static_cast<int>(skill));
  const std::vector<Argument> arguments = {{"tenant", tenant.ToString()},
                                           {"principal", offer.principal},
                                           {"now", absl::StrCat(absl::ToUnixMicros(offer.now))},
                                           {"until", absl::StrCat(absl::ToUnixMicros(offer.until))},
                                           {"skills", ArrayText(skills)},
                                           {"languages", ArrayText(offer.languages)}};
  std::optional<WorkItem> offered;
  PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kOffer, arguments, [&](RowReader& row) -> absl::Status {
    PARLEY_ASSIGN_OR_RETURN(offered, ReadWorkItem(records, row));
    return absl::OkStatus();
  }));
  return offered;
}

}  // namespace parley::postgres
