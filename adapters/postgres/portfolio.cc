// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/portfolio.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/postgres/array_text.h"
#include "adapters/postgres/debts_sql.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/payment_json.h"
#include "adapters/postgres/records.h"
#include "adapters/postgres/settings_json.h"
#include "adapters/postgres/sql_text.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

constexpr std::string_view kSelectDebt = "select ";

constexpr std::string_view kOfDebt = R"sql(
from debts d
where d.tenant_id = :tenant and d.debtor_id = :debtor and d.debt_id = :debt)sql";
constexpr Query kGetDebt{kJoined<kSelectDebt, kDebtColumns, kOfDebt>, kDebtWidth};

// A row for the debt with what surrounds it, and the journal's rows.
constexpr std::string_view kLanguageColumn = "b.language, ";
constexpr std::string_view kOfParties = R"sql((
  select jsonb_agg(jsonb_build_array(p.payment_id, p.expected_date, part -> 'amount',
    micros(p.created_time), micros(p.landed_time)) order by p.payment_id)::text
  from payments p, jsonb_array_elements(p.announced) as part
  where p.tenant_id = :tenant and p.debtor_id = d.debtor_id and p.expected_date is not null
    and part ->> 'debt' = d.debt_id::text
), (
  select json_agg(json_build_array(n.notice_id, n.given_date, n.effective_date, n.before, n.after,
    n.actor, micros(n.created_time)) order by n.created_time, n.notice_id)::text
  from notices n
  where n.tenant_id = :tenant and n.debtor_id = d.debtor_id and n.debt_id = d.debt_id
)
from debts d
join debtors b on b.tenant_id = :tenant and b.debtor_id = d.debtor_id)sql";
constexpr std::string_view kOfThatDebt = R"sql(
where d.tenant_id = :tenant and d.debtor_id = :debtor and d.debt_id = :debt)sql";
constexpr std::string_view kOfJournal = R"sql(
from entries e
where e.tenant_id = :tenant and e.debtor_id = :debtor and e.debt_id = :debt
order by e.number)sql";
constexpr std::array kGetJournal = {
    NamedQuery{"journal_head", kJoined<kSelectDebt, kDebtColumns, kZoneColumn, kLanguageColumn,
                                       kOfParties, kCreditorOfDebt, kOfThatDebt>},
    NamedQuery{"journal", kJoined<kSelectDebt, kEntryColumns, kOfJournal>, true}};

// Many debts with their journals: a row for each debt, and one for each entry, with the key before.
constexpr std::string_view kNoEntry = kNulls<kEntryWidth>;
constexpr std::string_view kSelectPage = R"sql(
with page as materialized (
  select d.* from (
    select d.*, sum(d.entry_count) over (order by d.debtor_id, d.debt_id) - d.entry_count as before
    from (
      select d.* from debts d
      where d.tenant_id = :tenant and (d.debtor_id, d.debt_id) > (:after_debtor, :after_debt)
      order by d.debtor_id, d.debt_id
      limit :most::bigint
    ) as d
  ) as d
  where d.before < :entries::bigint or d.before = 0
)
select d.debtor_id as debtor, d.debt_id as debt, )sql";
constexpr std::string_view kOfPage = R"sql(0::bigint as number
from page d
union all
select e.debtor_id, e.debt_id, )sql";
constexpr std::string_view kNoDebtOfPage = kNulls<kDebtWidth>;
constexpr std::string_view kComma = ", ";
constexpr std::string_view kEntriesOfPage = R"sql(, e.number
from page d, lateral (
  select e.* from entries e
  where e.tenant_id = :tenant and e.debtor_id = d.debtor_id and e.debt_id = d.debt_id
  offset 0
) as e
order by debtor, debt, number)sql";
constexpr Query kListLedgers{kJoined<kSelectPage, kDebtColumns, kComma, kNoEntry, kOfPage,
                                     kNoDebtOfPage, kEntryColumns, kEntriesOfPage>,
                             2 + kDebtWidth + kEntryWidth + 1};

// A list's statement is put together from the parts of its filter; each combination is prepared
// once a session.
constexpr std::string_view kOfDebts = R"sql(
from debts d
where d.tenant_id = :tenant and (d.debtor_id, d.debt_id) > (:after_debtor, :after_debt))sql";
constexpr std::string_view kListDebts = kJoined<kSelectDebt, kDebtColumns, kOfDebts>;
// OFFSET keeps each look-up by its key, here and below; a plain join reads all debts, or all
// references, of the tenant as long as the planner has no statistics of a young table.
constexpr std::string_view kOfReference = R"sql(
from debt_references r, lateral (
  select d.* from debts d
  where d.tenant_id = :tenant and d.debtor_id = r.debtor_id and d.debt_id = r.debt_id offset 0
) as d
where r.tenant_id = :tenant and r.external_ref = :ref
  and (d.debtor_id, d.debt_id) > (:after_debtor, :after_debt))sql";
constexpr std::string_view kListByReference = kJoined<kSelectDebt, kDebtColumns, kOfReference>;
constexpr std::string_view kByDebtor = R"sql( and d.debtor_id = :debtor)sql";
constexpr std::string_view kByCreditor = R"sql( and d.creditor_id = :creditor)sql";
constexpr std::string_view kByStatus = R"sql( and d.status = :status)sql";
constexpr std::string_view kByCurrency = R"sql( and d.currency = :currency)sql";
constexpr std::string_view kByLeast = R"sql( and d.owed_principal + d.owed_interest + d.owed_fees
  + d.owed_costs + d.owed_penalty >= :least::bigint)sql";
constexpr std::string_view kByMost = R"sql( and d.owed_principal + d.owed_interest + d.owed_fees
  + d.owed_costs + d.owed_penalty <= :most_owed::bigint)sql";
constexpr std::string_view kInOrder = R"sql(
order by d.debtor_id, d.debt_id
limit :most::bigint)sql";

// The nil id stands for no debt. One row comes for a debtor without holds.
constexpr std::string_view kSelectFound = R"sql(select (d.debt_id is not null)::int)sql";
constexpr std::string_view kOfHolds = R"sql(
from debtors b
left join debts d on d.tenant_id = :tenant and d.debtor_id = :debtor and d.debt_id = :debt
)sql";
constexpr std::string_view kHoldsOfDebtor = R"sql(
left join holds h on h.tenant_id = :tenant and h.debtor_id = :debtor
where b.tenant_id = :tenant and b.debtor_id = :debtor
order by h.hold_id)sql";
constexpr Query kGetHolds{
    kJoined<kSelectFound, kZoneColumn, kHoldColumns, kOfHolds, kCreditorOfDebt, kHoldsOfDebtor>,
    2 + kHoldWidth};

constexpr Query kFindDebts{R"sql(
select distinct r.creditor_id, r.external_ref, r.debtor_id, r.debt_id
from unnest(:creditors::uuid[], :refs::text[]) as p(creditor_id, external_ref), lateral (
  select r.* from debt_references r
  where r.tenant_id = :tenant and r.external_ref = p.external_ref offset 0
) as r
where p.creditor_id is null or p.creditor_id = r.creditor_id)sql",
                           4};

// The last debt that is looked at is shown in any case: the next page goes on after it.
constexpr std::string_view kSelectDue = R"sql(
select d.debtor_id, d.debt_id, d.number = :how_many::bigint, d.due, d.posted_through)sql";
constexpr std::string_view kOfDue = R"sql(d.number
from (
  select d.debtor_id, d.debt_id, d.creditor_id, d.posted_through,
    coalesce(d.interest_posting = 1 and d.status in ('ACTIVE', 'ON_PLAN', 'AWAITING_DECISION')
      and d.posted_through < :month_end, false) as due,
    row_number() over (order by d.debtor_id, d.debt_id) as number
  from (
    select d.* from debts d
    where d.tenant_id = :tenant and (d.debtor_id, d.debt_id) > (:after_debtor, :after_debt)
    order by d.debtor_id, d.debt_id
    limit :how_many::bigint
  ) as d
) as d)sql";
constexpr std::string_view kNoZone = ", '', ";
constexpr std::string_view kDebtorOfDue = R"sql(
cross join lateral (
  select b.time_zone from debtors b
  where b.tenant_id = :tenant and b.debtor_id = d.debtor_id offset 0
) as b)sql";
constexpr std::string_view kInOrderOfDue = R"sql(
where d.due or d.number = :how_many::bigint
order by d.number)sql";
constexpr Query kFindDue{kJoined<kSelectDue, kNoZone, kOfDue, kInOrderOfDue>, 7};
constexpr Query kFindDueWithZones{
    kJoined<kSelectDue, kZoneColumn, kOfDue, kDebtorOfDue, kCreditorOfDebt, kInOrderOfDue>, 7};

// A filter as conditions of a statement and their arguments.
class ListStatement {
 public:
  ListStatement(TenantId tenant, const DebtFilter& filter, const DebtPosition& after, int most)
      : sql_(filter.external_ref.has_value() ? kListByReference : kListDebts),
        arguments_{{"tenant", tenant.ToString()},
                   {"after_debtor", after.debtor.ToString()},
                   {"after_debt", after.debt.ToString()}} {
    const auto text = [](std::string_view view) { return std::string(view); };
    if (filter.external_ref.has_value()) arguments_.push_back({"ref", *filter.external_ref});
    Narrow(kByDebtor, "debtor", filter.debtor, [](DebtorId id) { return id.ToString(); });
    Narrow(kByCreditor, "creditor", filter.creditor, [](CreditorId id) { return id.ToString(); });
    Narrow(kByStatus, "status", filter.status,
           [&](DebtStatus status) { return text(NameOf(status)); });
    Narrow(kByCurrency, "currency", filter.currency,
           [&](Currency currency) { return text(currency.code()); });
    Narrow(kByLeast, "least", filter.least_owed, DigitsOf);
    Narrow(kByMost, "most_owed", filter.most_owed, DigitsOf);
    sql_ += kInOrder;
    arguments_.push_back({"most", DigitsOf(most)});
  }

  Query query() const { return {sql_, kDebtWidth}; }
  std::span<const Argument> arguments() const { return arguments_; }

 private:
  static std::string DigitsOf(std::int64_t number) { return absl::StrCat(number); }

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

absl::Status ReadDue(RowReader& row, DuePage& page) {
  const DebtPosition position{row.ReadId<DebtorId>(), row.ReadId<DebtId>()};
  if (row.Boolean()) page.next = position;
  if (row.Boolean()) {
    const Day posted_through = row.ReadDay();
    page.debts.push_back({position, posted_through, row.Text()});
  }
  return row.sound() ? absl::OkStatus() : Refuse(Reason::kRecordCorrupt);
}

absl::StatusOr<KnownDebt> ReadKnown(RowReader& row) {
  KnownDebt known;
  known.creditor = row.ReadId<CreditorId>();
  known.external_ref = row.Text();
  known.debtor = row.ReadId<DebtorId>();
  known.debt = row.ReadId<DebtId>();
  if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
  return known;
}

// Puts the rows of one debt together, which come one after the other, the debt's own first.
class StoredLedgerReader {
 public:
  explicit StoredLedgerReader(const Records& records) : records_(records) {}

  absl::Status Take(RowReader& row) {
    const DebtPosition position{row.ReadId<DebtorId>(), row.ReadId<DebtId>()};
    if (ledgers_.empty() || ledgers_.back().position.debt != position.debt) {
      absl::StatusOr<Debt> debt = ReadDebt(records_, row);
      ledgers_.push_back({position, std::nullopt, {}});
      if (debt.ok()) ledgers_.back().debt = *std::move(debt);
      return absl::OkStatus();
    }
    StoredLedger& ledger = ledgers_.back();
    row.Skip(kDebtWidth);
    absl::StatusOr<Entry> entry = ReadEntry(records_, position.debtor, row);
    if (entry.ok()) {
      ledger.entries.push_back(*std::move(entry));
    } else {
      ledger.debt.reset();
    }
    return absl::OkStatus();
  }

  std::vector<StoredLedger> ledgers() && { return std::move(ledgers_); }

 private:
  const Records& records_;
  std::vector<StoredLedger> ledgers_;
};

// What was announced for the debt: nothing is NULL.
absl::Status ReadExpected(RowReader& row, std::vector<ExpectedMoney>& expected) {
  if (row.NextIsNull()) {
    row.Skip(1);
    return absl::OkStatus();
  }
  std::optional<std::vector<ExpectedMoney>> read = row.Known(ExpectedFromJson(row.Text()));
  if (!read.has_value()) return Refuse(Reason::kRecordCorrupt);
  expected = *std::move(read);
  return absl::OkStatus();
}

// The notices of changes to the debt: none is NULL.
absl::Status ReadNotices(RowReader& row, DebtJournal& journal) {
  if (row.NextIsNull()) return absl::OkStatus();
  auto read = NoticesFromJson(journal.debt.debtor, journal.debt.id, row.View());
  if (!read.has_value()) return Refuse(Reason::kRecordCorrupt);
  journal.notices = *std::move(read);
  return absl::OkStatus();
}

// The debt with what surrounds it; the entries are yet to come.
absl::StatusOr<DebtJournal> ReadJournalHead(const Records& records, RowReader& row) {
  PARLEY_ASSIGN_OR_RETURN(Debt debt, ReadDebt(records, row));
  DebtJournal journal{std::move(debt), row.Text(), {}, {}, row.Text(), {}};
  PARLEY_RETURN_IF_ERROR(ReadExpected(row, journal.expected));
  PARLEY_RETURN_IF_ERROR(ReadNotices(row, journal));
  return journal;
}

}  // namespace

absl::StatusOr<Debt> PostgresPortfolio::GetDebt(TenantId tenant, DebtorId debtor, DebtId debt) {
  const Records records{tenant, keys_};
  const std::array<Argument, 3> arguments = {
      {{"tenant", tenant.ToString()}, {"debtor", debtor.ToString()}, {"debt", debt.ToString()}}};
  OneRow<Debt> found(Reason::kDebtNotFound);
  return found.After(pool_.Read(tenant, kGetDebt, arguments, [&](RowReader& row) {
    return found.Take(ReadDebt(records, row));
  }));
}

absl::StatusOr<DebtJournal> PostgresPortfolio::GetJournal(TenantId tenant, DebtorId debtor,
                                                          DebtId debt) {
  const Records records{tenant, keys_};
  const std::array<Argument, 3> arguments = {
      {{"tenant", tenant.ToString()}, {"debtor", debtor.ToString()}, {"debt", debt.ToString()}}};
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Answered> found,
                          pool_.ReadTogether(tenant, kGetJournal, arguments));
  if (found[0].rows() == 0) return Refuse(Reason::kDebtNotFound);
  RowReader head(found[0].get(), 0);
  PARLEY_ASSIGN_OR_RETURN(DebtJournal journal, ReadJournalHead(records, head));
  const int entries = found[1].rows();
  journal.entries.reserve(static_cast<std::size_t>(entries));
  for (int row = 0; row < entries; ++row) {
    RowReader reader(found[1].get(), row);
    PARLEY_ASSIGN_OR_RETURN(Entry entry, ReadEntry(records, debtor, reader));
    journal.entries.push_back(std::move(entry));
  }
  return journal;
}

absl::StatusOr<std::vector<Debt>> PostgresPortfolio::ListDebts(TenantId tenant,
                                                               const DebtFilter& filter,
                                                               const DebtPosition& after,
                                                               int most) {
  const Records records{tenant, keys_};
  const ListStatement list(tenant, filter, after, most);
  ManyRows<Debt> debts;
  return debts.After(pool_.Read(tenant, list.query(), list.arguments(), [&](RowReader& row) {
    return debts.Take(ReadDebt(records, row));
  }));
}

absl::StatusOr<DebtorHolds> PostgresPortfolio::GetHolds(TenantId tenant, DebtorId debtor,
                                                        const std::optional<DebtId>& debt) {
  const Records records{tenant, keys_};
  const std::array<Argument, 3> arguments = {{{"tenant", tenant.ToString()},
                                              {"debtor", debtor.ToString()},
                                              {"debt", debt.value_or(DebtId()).ToString()}}};
  DebtorHolds found;
  bool has_debt = false;
  const auto take = [&](RowReader& row) -> absl::Status {
    has_debt = row.Integer() != 0;
    found.time_zone = row.Text();
    if (row.NextIsNull()) return absl::OkStatus();
    PARLEY_ASSIGN_OR_RETURN(Hold hold, ReadHold(records, row));
    found.holds.push_back(std::move(hold));
    return absl::OkStatus();
  };
  PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kGetHolds, arguments, take));
  if (debt.has_value() && !has_debt) return Refuse(Reason::kDebtNotFound);
  return found;
}

absl::StatusOr<std::vector<StoredLedger>> PostgresPortfolio::ListLedgers(
    TenantId tenant, const DebtPosition& after, const LedgerLimits& limits) {
  const Records records{tenant, keys_};
  const std::array<Argument, 5> arguments = {{{"tenant", tenant.ToString()},
                                              {"after_debtor", after.debtor.ToString()},
                                              {"after_debt", after.debt.ToString()},
                                              {"most", absl::StrCat(limits.debts)},
                                              {"entries", absl::StrCat(limits.entries)}}};
  StoredLedgerReader reader(records);
  PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, kListLedgers, arguments,
                                    [&](RowReader& row) { return reader.Take(row); }));
  return std::move(reader).ledgers();
}

absl::StatusOr<std::vector<KnownDebt>> PostgresPortfolio::FindDebts(
    TenantId tenant, std::span<const DebtReference> references) {
  if (references.empty()) return std::vector<KnownDebt>();
  RowArrays rows;
  for (const DebtReference& reference : references) {
    rows.Add(reference.creditor, reference.external_ref);
  }
  std::vector<std::string> arrays = std::move(rows).Take();
  const std::array<Argument, 3> arguments = {{{"tenant", tenant.ToString()},
                                              {"creditors", std::move(arrays[0])},
                                              {"refs", std::move(arrays[1])}}};
  ManyRows<KnownDebt> known;
  return known.After(pool_.Read(tenant, kFindDebts, arguments,
                                [&](RowReader& row) { return known.Take(ReadKnown(row)); }));
}

absl::StatusOr<DuePage> PostgresPortfolio::FindDueDebts(TenantId tenant, const DueSearch& search) {
  const std::array<Argument, 5> arguments = {{{"tenant", tenant.ToString()},
                                              {"month_end", FormatDay(search.month_end)},
                                              {"after_debtor", search.after.debtor.ToString()},
                                              {"after_debt", search.after.debt.ToString()},
                                              {"how_many", absl::StrCat(search.how_many)}}};
  DuePage page;
  PARLEY_RETURN_IF_ERROR(pool_.Read(tenant, search.wants_zones ? kFindDueWithZones : kFindDue,
                                    arguments, [&](RowReader& row) { return ReadDue(row, page); }));
  return page;
}

}  // namespace parley::postgres
