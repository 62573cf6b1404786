// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgres/old_records.h"

#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace parley {
namespace {

std::string Quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

std::string Bytea(std::string_view bytes) {
  return "'\\x" + absl::BytesToHexString(absl::string_view(bytes.data(), bytes.size())) + "'";
}

std::string Bytea(const Fingerprint& digest) {
  return Bytea(std::string(digest.begin(), digest.end()));
}

std::string Instant(absl::Time time) {
  return absl::StrCat("instant(", absl::ToUnixMicros(time), ")");
}

std::string DayOrNothing(std::string_view key, const std::optional<Day>& day) {
  if (!day.has_value()) return "";
  return absl::StrCat(",\"", std::string(key), "\":\"", FormatDay(*day), "\"");
}

std::string JsonText(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string ChargeOffJson(const std::optional<ChargeOff>& charge_off) {
  if (!charge_off.has_value()) return "";
  return absl::StrCat(",\"charge_off\":{\"date\":\"", FormatDay(charge_off->date),
                      "\",\"amount\":", charge_off->amount, "}");
}

void AppendTransfer(std::string* out, const Transfer& transfer) {
  absl::StrAppend(out, "{\"kind\":", static_cast<int>(transfer.kind),
                  ",\"from\":", JsonText(transfer.from_party),
                  ",\"to\":", JsonText(transfer.to_party), ",\"date\":\"",
                  FormatDay(transfer.transfer_date), "\"",
                  DayOrNothing("notice", transfer.notice_date), "}");
}

std::string OriginJson(const Origin& origin) {
  return absl::StrCat("{\"original_creditor\":", JsonText(origin.original_creditor),
                      ",\"product\":", JsonText(origin.product),
                      DayOrNothing("agreement_date", origin.agreement_date),
                      DayOrNothing("default_date", origin.default_date),
                      DayOrNothing("last_payment_date", origin.last_payment_date),
                      ChargeOffJson(origin.charge_off), ",\"transfers\":[",
                      absl::StrJoin(origin.transfers, ",", AppendTransfer), "]}");
}

std::string CoDebtorsJson(const std::vector<CoDebtor>& co_debtors) {
  return "[" +
         absl::StrJoin(co_debtors, ",",
                       [](std::string* out, const CoDebtor& each) {
                         absl::StrAppend(out, "{\"debtor\":\"", each.debtor.ToString(),
                                         "\",\"share\":", each.share_basis_points, "}");
                       }) +
         "]";
}

template <typename Project>
std::string ArrayOf(const Entry& entry, Project project) {
  return "'{" +
         absl::StrJoin(entry.postings, ",",
                       [&](std::string* out, const Posting& posting) {
                         absl::StrAppend(out, project(posting));
                       }) +
         "}'";
}

void Insert(SqlConnection& sql, const std::string& table, const std::vector<std::string>& values) {
  sql.Run("insert into " + table + " values (" + absl::StrJoin(values, ", ") + ")");
}

void WriteCreditor(SqlConnection& sql, const std::string& tenant, const Creditor& creditor) {
  Insert(
      sql,
      "creditors (tenant_id, creditor_id, code, display_name, time_zone, revision, "
      "created_time, updated_time)",
      {tenant, Quoted(creditor.id.ToString()), Quoted(creditor.code), Quoted(creditor.display_name),
       Quoted(creditor.time_zone), absl::StrCat(creditor.revision), Instant(creditor.created_time),
       Instant(creditor.updated_time)});
}

void WriteDebtor(SqlConnection& sql, const std::string& tenant, const Debtor& debtor) {
  const std::string id = Quoted(debtor.id.ToString());
  const std::string references = absl::StrJoin(
      debtor.external_refs, ",",
      [](std::string* out, const std::string& reference) { *out += Quoted(reference); });
  Insert(sql,
         "debtors (tenant_id, debtor_id, revision, record_revision, audit_number, audit_mac, kind, "
         "external_refs, display_name, birth_date, language, region, time_zone, created_time, "
         "updated_time)",
         {tenant, id, absl::StrCat(debtor.revision), absl::StrCat(debtor.record_revision), "0",
          Bytea(Fingerprint{}), Quoted(NameOf(debtor.kind)),
          absl::StrCat("array[", references, "]::text[]"), Bytea(debtor.display_name.Reveal()),
          Bytea(debtor.birth_date.Reveal()), Quoted(debtor.language), Quoted(debtor.region),
          Quoted(debtor.time_zone), Instant(debtor.created_time), Instant(debtor.updated_time)});
  for (const std::string& reference : debtor.external_refs) {
    Insert(sql, "debtor_references (tenant_id, external_ref, debtor_id)",
           {tenant, Quoted(reference), id});
  }
}

void WriteDebt(SqlConnection& sql, const std::string& tenant, const Debt& debt) {
  const std::string debtor = Quoted(debt.debtor.ToString());
  const std::string id = Quoted(debt.id.ToString());
  const std::string creditor = Quoted(debt.creditor.ToString());
  const Buckets& owed = debt.position.owed;
  Insert(
      sql,
      "debts (tenant_id, debtor_id, debt_id, creditor_id, external_ref, currency, status, "
      "status_reason, owed_principal, owed_interest, owed_fees, owed_costs, owed_penalty, credit, "
      "itemisation_kind, itemisation_date, origin, agreement_reference, co_debtors, "
      "last_value_date, entry_count, content, revision, created_time, updated_time)",
      {tenant,
       debtor,
       id,
       creditor,
       Quoted(debt.external_ref),
       Quoted(debt.currency.code()),
       Quoted(NameOf(debt.status)),
       Bytea(debt.status_reason.Reveal()),
       absl::StrCat(owed[Bucket::kPrincipal]),
       absl::StrCat(owed[Bucket::kInterest]),
       absl::StrCat(owed[Bucket::kFees]),
       absl::StrCat(owed[Bucket::kCosts]),
       absl::StrCat(owed[Bucket::kPenalty]),
       absl::StrCat(debt.position.credit),
       absl::StrCat(static_cast<int>(debt.itemisation_kind)),
       Quoted(FormatDay(debt.itemisation_date)),
       Quoted(OriginJson(debt.origin)),
       Bytea(debt.origin.agreement_reference.Reveal()),
       Quoted(CoDebtorsJson(debt.co_debtors)),
       Quoted(FormatDay(debt.last_value_date)),
       absl::StrCat(debt.entry_count),
       Bytea(debt.content),
       absl::StrCat(debt.revision),
       Instant(debt.created_time),
       Instant(debt.updated_time)});
  Insert(sql, "debt_references (tenant_id, external_ref, creditor_id, debtor_id, debt_id)",
         {tenant, Quoted(debt.external_ref), creditor, debtor, id});
}

void WriteEntry(SqlConnection& sql, const std::string& tenant, const Debt& debt,
                const Entry& entry) {
  Insert(sql,
         "entries (tenant_id, debtor_id, entry_id, debt_id, number, external_ref, kind, "
         "value_date, booked_time, amount, bucket, reason, actor, linked, content, accounts, "
         "amounts)",
         {tenant, Quoted(debt.debtor.ToString()), Quoted(entry.id.ToString()),
          Quoted(debt.id.ToString()), absl::StrCat(entry.number), Quoted(entry.external_ref),
          absl::StrCat(static_cast<int>(entry.kind)), Quoted(FormatDay(entry.value_date)),
          Instant(entry.booked_time), absl::StrCat(entry.amount),
          entry.bucket.has_value() ? absl::StrCat(static_cast<int>(ReceivableOf(*entry.bucket)))
                                   : "null",
          Bytea(entry.reason.Reveal()), Quoted(entry.actor),
          entry.linked.IsNil() ? "null" : Quoted(entry.linked.ToString()), Bytea(entry.content),
          ArrayOf(entry, [](const Posting& side) { return static_cast<int>(side.account); }),
          ArrayOf(entry, [](const Posting& side) { return side.minor_units; })});
}

}  // namespace

void WriteFirstRelease(SqlConnection& sql, TenantId tenant, const OldRecords& records) {
  const std::string id = Quoted(tenant.ToString());
  WriteCreditor(sql, id, records.creditor);
  WriteDebtor(sql, id, records.debtor);
  WriteDebt(sql, id, records.debt);
  for (const Entry& entry : records.entries) WriteEntry(sql, id, records.debt, entry);
}

}  // namespace parley
