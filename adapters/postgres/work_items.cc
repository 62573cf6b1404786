// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/work_items.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/sql_text.h"
#include "adapters/postgres/work_records.h"
#include "domain/common/reason.h"

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
constexpr std::string_view kInOrder = R"sql(
order by t.priority, t.work_item_id
limit :most::bigint)sql";

// States stand in the statement as they are, because each index of lists has a condition on them.
std::string StateCondition(const std::optional<WorkState>& state) {
  if (!state.has_value()) return "in ('OPEN', 'CLAIMED')";
  return absl::StrCat("= '", std::string(NameOf(*state)), "'");
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
    Narrow(kByPriority, "priority", filter.priority,
           [](WorkPriority priority) { return absl::StrCat(static_cast<int>(priority)); });
    Narrow(kByClaim, "claimed_by", filter.claimed_by,
           [](const std::string& principal) { return principal; });
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

}  // namespace parley::postgres
