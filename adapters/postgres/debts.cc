// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/debts.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "adapters/postgres/array_text.h"
#include "adapters/postgres/debts_sql.h"
#include "adapters/postgres/found_rows.h"
#include "adapters/postgres/sql_text.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"

namespace parley::postgres {
namespace {

// A row for each known entry that was asked for, and one for a debt without any. Each is found by
// its whole key: OFFSET keeps the look-ups whole, which the planner would else turn into reading
// all entries of a debt, or all debtors of a tenant as long as a young table has no statistics.
constexpr std::string_view kSelectNumber = "select p.number, coalesce(e.number, 0), ";
constexpr std::string_view kOfProbes = R"sql(
from unnest(:debtors::uuid[], :debts::uuid[], :refs::text[]) with ordinality
  as p(debtor_id, debt_id, refs, number))sql";
constexpr std::string_view kDebtsAndZones = R"sql(
cross join lateral (
  select d.* from debts d
  where d.tenant_id = :tenant and d.debtor_id = p.debtor_id and d.debt_id = p.debt_id offset 0
) as d
cross join lateral (
  select b.time_zone from debtors b
  where b.tenant_id = :tenant and b.debtor_id = p.debtor_id offset 0
) as b)sql";
constexpr std::string_view kEntriesOfProbes = R"sql(
left join lateral (
  select e.* from unnest(p.refs::text[]) as r(ref), lateral (
    select e.* from entries e
    where e.tenant_id = :tenant and e.debtor_id = p.debtor_id and e.debt_id = p.debt_id
      and e.external_ref <> '' and e.external_ref = r.ref offset 0
  ) as e
) as e on true
order by p.number)sql";
constexpr std::string_view kSelect = "select ";
// What the creditor sets is read only for who asks.
constexpr std::string_view kSettingsColumn =
    "case when :wants_settings::boolean then c.settings end, ";
constexpr std::size_t kHeadWidth = kDebtWidth + 2;
constexpr std::size_t kLedgerWidth = 2 + kHeadWidth + kEntryWidth;
constexpr Query kFindLedgers{
    kJoined<kSelectNumber, kDebtColumns, kZoneColumn, kSettingsColumn, kEntryColumns, kOfProbes,
            kDebtsAndZones, kCreditorOfDebt, kEntriesOfProbes>,
    kLedgerWidth};

// The same for probes that name no references.
constexpr std::string_view kSelectHead = "select p.number, 0, ";
constexpr std::string_view kOfHeads = R"sql(0
from unnest(:debtors::uuid[], :debts::uuid[]) with ordinality as p(debtor_id, debt_id, number))sql";
constexpr std::string_view kCreditorsOfHeads = R"sql(
left join lateral (
  select c.time_zone, c.settings from creditors c
  where (b.time_zone = '' or :wants_settings::boolean) and c.tenant_id = :tenant
    and c.creditor_id = d.creditor_id
  offset 0
) as c on true
order by p.number)sql";
constexpr Query kFindHeads{kJoined<kSelectHead, kDebtColumns, kZoneColumn, kSettingsColumn,
                                   kOfHeads, kDebtsAndZones, kCreditorsOfHeads>,
                           2 + kHeadWidth + 1};

// The same without what is said of the debts; the zone is the creditor's where the debtor has none.
constexpr std::string_view kOfLedgers = R"sql(0
from unnest(:debtors::uuid[], :debts::uuid[]) as p(debtor_id, debt_id))sql";
constexpr std::string_view kCreditorsOfLedgers = R"sql(
left join lateral (
  select c.time_zone from creditors c
  where b.time_zone = '' and c.tenant_id = :tenant and c.creditor_id = d.creditor_id
  offset 0
) as c on true)sql";
constexpr Query kFindLedgersAlone{kJoined<kSelect, kLedgerAloneColumns, kZoneColumn, kOfLedgers,
                                          kDebtsAndZones, kCreditorsOfLedgers>,
                                  kLedgerAloneWidth + 2};

// The same for one debt and at most one reference, as most postings ask: keys that are parameters
// need neither functions nor fences. No reference is an empty one.
constexpr std::string_view kOfProbe = R"sql(
from (select 1) as p(number)
join debts d on d.tenant_id = :tenant and d.debtor_id = :debtor and d.debt_id = :debt
join debtors b on b.tenant_id = :tenant and b.debtor_id = :debtor)sql";
constexpr std::string_view kEntryOfProbe = R"sql(
left join entries e on e.tenant_id = :tenant and e.debtor_id = :debtor and e.debt_id = :debt
  and e.external_ref <> '' and e.external_ref = :ref)sql";
constexpr Query kFindLedger{kJoined<kSelectNumber, kDebtColumns, kZoneColumn, kSettingsColumn,
                                    kEntryColumns, kOfProbe, kCreditorOfDebt, kEntryOfProbe>,
                            kLedgerWidth};

// All debts of a debtor, and of each at most one entry.
constexpr std::string_view kSelectRank =
    "select row_number() over (order by d.debt_id), coalesce(e.number, 0), ";
constexpr std::string_view kOfDebtor = R"sql(
from debts d
join debtors b on b.tenant_id = :tenant and b.debtor_id = :debtor)sql";
constexpr std::string_view kEntryOfEach = R"sql(
left join lateral (
  select e.* from entries e
  where e.tenant_id = :tenant and e.debtor_id = :debtor and e.debt_id = d.debt_id
    and e.external_ref <> '' and e.external_ref = :ref offset 0
) as e on true
where d.tenant_id = :tenant and d.debtor_id = :debtor
order by d.debt_id)sql";
constexpr std::string_view kEachSettings = "c.settings, ";
constexpr Query kFindLedgersOf{kJoined<kSelectRank, kDebtColumns, kZoneColumn, kEachSettings,
                                       kEntryColumns, kOfDebtor, kCreditorOfDebt, kEntryOfEach>,
                               kLedgerWidth};

constexpr std::string_view kOfJournal = R"sql(
from entries e
where e.tenant_id = :tenant and e.debtor_id = :debtor and e.debt_id = :debt
order by e.number)sql";
constexpr Query kJournal{kJoined<kSelect, kEntryColumns, kOfJournal>, kEntryWidth};

constexpr std::string_view kSelectNumbered = "select p.number, ";
constexpr std::string_view kOfJournals = R"sql(
from unnest(:debtors::uuid[], :debts::uuid[]) with ordinality as p(debtor_id, debt_id, number)
cross join lateral (
  select e.* from entries e
  where e.tenant_id = :tenant and e.debtor_id = p.debtor_id and e.debt_id = p.debt_id
  offset 0
) as e
order by p.number, e.number)sql";
constexpr Query kJournals{kJoined<kSelectNumbered, kEntryColumns, kOfJournals>, 1 + kEntryWidth};
std::string BooleanText(bool value) { return value ? "true" : "false"; }

std::vector<Argument> ArgumentsOf(TenantId tenant, const LedgerProbe& probe) {
  return {{"tenant", tenant.ToString()},
          {"debtor", probe.debtor.ToString()},
          {"debt", probe.debt.ToString()},
          {"wants_settings", BooleanText(probe.wants_settings)},
          {"ref", probe.entry_refs.empty() ? "" : probe.entry_refs.front()}};
}

bool NamesReferences(const LedgerProbe& probe) { return !probe.entry_refs.empty(); }

std::vector<Argument> ArgumentsOf(TenantId tenant, std::span<const LedgerProbe> probes,
                                  bool with_references) {
  RowArrays rows;
  for (const LedgerProbe& probe : probes) {
    rows.Add(probe.debtor, probe.debt, ArrayText(probe.entry_refs));
  }
  const bool wants_settings = std::any_of(
      probes.begin(), probes.end(), [](const LedgerProbe& probe) { return probe.wants_settings; });
  std::vector<std::string> arrays = std::move(rows).Take();
  std::vector<Argument> arguments = {{"tenant", tenant.ToString()},
                                     {"wants_settings", BooleanText(wants_settings)},
                                     {"debtors", std::move(arrays[0])},
                                     {"debts", std::move(arrays[1])}};
  if (with_references) arguments.push_back({"refs", std::move(arrays[2])});
  return arguments;
}

std::vector<Argument> ArgumentsOf(TenantId tenant, std::span<const LedgerKey> ledgers) {
  RowArrays rows;
  for (const LedgerKey& ledger : ledgers) rows.Add(ledger.debtor, ledger.debt);
  std::vector<std::string> arrays = std::move(rows).Take();
  return {{"tenant", tenant.ToString()},
          {"debtors", std::move(arrays[0])},
          {"debts", std::move(arrays[1])}};
}

// Puts the rows of one debt together, which come one after the other.
class LedgerReader {
 public:
  explicit LedgerReader(const Records& records) : records_(records) {}

  absl::Status Take(RowReader& row) {
    const std::int64_t probe = row.Integer();
    const bool has_entry = row.Integer() > 0;
    if (probe == probe_) {
      row.Skip(kHeadWidth);
    } else {
      PARLEY_ASSIGN_OR_RETURN(Debt debt, ReadDebt(records_, row));
      heads_.push_back({std::move(debt), row.Text(), {}, ReadAskedSettings(row)});
      if (!row.sound()) return Refuse(Reason::kRecordCorrupt);
      probe_ = probe;
    }
    if (!has_entry) return absl::OkStatus();
    LedgerHead& head = heads_.back();
    PARLEY_ASSIGN_OR_RETURN(Entry entry, ReadEntry(records_, head.debt.debtor, row));
    head.known.push_back(std::move(entry));
    return absl::OkStatus();
  }

  std::vector<LedgerHead> heads() && { return std::move(heads_); }

 private:
  const Records& records_;
  std::int64_t probe_ = 0;
  std::vector<LedgerHead> heads_;
};

}  // namespace

absl::StatusOr<std::vector<LedgerHead>> PostgresDebts::FindLedgers(
    std::span<const LedgerProbe> probes) {
  if (probes.empty()) return std::vector<LedgerHead>();
  const bool one = probes.size() == 1 && probes.front().entry_refs.size() <= 1;
  const bool some = std::any_of(probes.begin(), probes.end(), NamesReferences);
  LedgerReader reader(records_);
  PARLEY_RETURN_IF_ERROR(session_.Select(one    ? kFindLedger
                                         : some ? kFindLedgers
                                                : kFindHeads,
                                         one ? ArgumentsOf(records_.tenant, probes.front())
                                             : ArgumentsOf(records_.tenant, probes, some),
                                         [&](RowReader& row) { return reader.Take(row); }));
  return std::move(reader).heads();
}

absl::StatusOr<std::vector<LedgerHead>> PostgresDebts::FindLedgersAlone(
    std::span<const LedgerKey> ledgers) {
  std::vector<LedgerHead> heads;
  if (ledgers.empty()) return heads;
  heads.reserve(ledgers.size());
  PARLEY_RETURN_IF_ERROR(session_.Select(kFindLedgersAlone, ArgumentsOf(records_.tenant, ledgers),
                                         [&](RowReader& row) -> absl::Status {
                                           PARLEY_ASSIGN_OR_RETURN(Debt debt, ReadLedgerAlone(row));
                                           heads.push_back({std::move(debt), row.Text(), {}});
                                           return row.sound() ? absl::OkStatus()
                                                              : Refuse(Reason::kRecordCorrupt);
                                         }));
  return heads;
}

absl::StatusOr<std::vector<LedgerHead>> PostgresDebts::FindLedgersOf(DebtorId debtor,
                                                                     const std::string& entry_ref) {
  LedgerReader reader(records_);
  PARLEY_RETURN_IF_ERROR(session_.Select(
      kFindLedgersOf,
      {{"tenant", records_.tenant.ToString()}, {"debtor", debtor.ToString()}, {"ref", entry_ref}},
      [&](RowReader& row) { return reader.Take(row); }));
  return std::move(reader).heads();
}

absl::StatusOr<std::vector<Entry>> PostgresDebts::Journal(DebtorId debtor, DebtId debt) {
  PARLEY_RETURN_IF_ERROR(records_.codec.FindKey(debtor));
  ManyRows<Entry> entries;
  return entries.After(session_.Select(
      kJournal,
      {{"tenant", records_.tenant.ToString()},
       {"debtor", debtor.ToString()},
       {"debt", debt.ToString()}},
      [&](RowReader& row) { return entries.Take(ReadEntry(records_, debtor, row)); }));
}

absl::StatusOr<std::vector<std::vector<Entry>>> PostgresDebts::Journals(
    std::span<const LedgerKey> ledgers) {
  std::vector<std::vector<Entry>> journals(ledgers.size());
  for (const LedgerKey& ledger : ledgers) {
    PARLEY_RETURN_IF_ERROR(records_.codec.FindKey(ledger.debtor));
  }
  if (ledgers.empty()) return journals;
  PARLEY_RETURN_IF_ERROR(session_.Select(
      kJournals, ArgumentsOf(records_.tenant, ledgers), [&](RowReader& row) -> absl::Status {
        const auto at = static_cast<std::size_t>(row.Integer()) - 1;
        PARLEY_ASSIGN_OR_RETURN(Entry entry, ReadEntry(records_, ledgers[at].debtor, row));
        journals[at].push_back(std::move(entry));
        return absl::OkStatus();
      }));
  return journals;
}

}  // namespace parley::postgres
