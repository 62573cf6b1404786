// SPDX-License-Identifier: Apache-2.0
#include "tests/benchmarks/rpc/floor_work.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/benchmarks/rpc/floor_statements.h"
#include "tests/benchmarks/rpc/random_ids.h"

namespace parley::bench {
namespace {

constexpr int kWrappedKey = 41;  // Of a debt's columns, the last.

constexpr std::string_view kActor = "floor";
constexpr std::string_view kMethod = "parley.v1.DebtService/PostEntries";

// Stands for digests and seals, which a floor does not compute.
constexpr std::string_view kDigest = "0123456789abcdef0123456789abcdef";

std::int64_t NowMicros() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void WriteTime(std::int64_t micros, google::protobuf::Timestamp& out) {
  constexpr std::int64_t kMicros = 1'000'000;
  out.set_seconds(micros / kMicros);
  out.set_nanos(static_cast<int>(micros % kMicros) * 1'000);
}

void WriteMoney(std::int64_t minor_units, const std::string& currency, v1::Money& out) {
  out.set_minor_units(minor_units);
  out.set_currency_code(currency);
}

void WriteOrigin(const FloorRow& row, std::string agreement_reference, v1::Origin& out) {
  const auto json = nlohmann::json::parse(row.Json(13));
  out.set_original_creditor(json.value("original_creditor", ""));
  out.set_product(json.value("product", ""));
  out.set_agreement_reference(std::move(agreement_reference));
  out.set_agreement_date(json.value("agreement_date", ""));
  out.set_default_date(json.value("default_date", ""));
  out.set_last_payment_date(json.value("last_payment_date", ""));
}

void WriteBalance(const FloorRow& row, v1::Debt& out) {
  std::int64_t owed = 0;
  for (int bucket = 1; bucket <= 5; ++bucket) {
    const std::int64_t part = row.Number(4 + bucket);
    owed += part;
    if (part == 0) continue;
    v1::BucketAmount& amount = *out.add_buckets();
    amount.set_bucket(static_cast<v1::Bucket>(bucket));
    amount.set_minor_units(part);
  }
  WriteMoney(owed, out.currency_code(), *out.mutable_balance());
  WriteMoney(row.Number(10), out.currency_code(), *out.mutable_credit_balance());
}

// The debt after one payment of principal, booked at `micros`.
void TakePayment(std::int64_t amount, std::int64_t revision, std::int64_t micros, v1::Debt& debt) {
  debt.mutable_balance()->set_minor_units(debt.balance().minor_units() - amount);
  debt.mutable_buckets(0)->set_minor_units(debt.buckets(0).minor_units() - amount);
  debt.set_etag(std::to_string(revision));
  WriteTime(micros, *debt.mutable_update_time());
}

void WriteEntry(const v1::NewEntry& from, const std::string& debt, std::int64_t micros,
                v1::Entry& out) {
  out.set_name(absl::StrCat(debt, "/entries/", RandomId()));
  out.set_external_ref(from.external_ref());
  out.set_kind(from.kind());
  out.set_value_date(from.value_date());
  WriteTime(micros, *out.mutable_booked_time());
  *out.mutable_amount() = from.amount();
  out.set_reason(from.reason());
  out.set_actor(std::string(kActor));
  v1::Posting& owed = *out.add_postings();
  owed.set_account(v1::ACCOUNT_PRINCIPAL);
  owed.set_minor_units(-from.amount().minor_units());
  v1::Posting& paid = *out.add_postings();
  paid.set_account(v1::ACCOUNT_PAYMENTS);
  paid.set_minor_units(from.amount().minor_units());
}

std::string IdOf(const v1::Entry& entry) { return entry.name().substr(entry.name().size() - 36); }

}  // namespace

FloorWork::FloorWork(const std::string& address, std::string tenant, const FloorTexts& texts)
    : connection_(address), tenant_(std::move(tenant)), texts_(texts) {
  for (const FloorStatement& statement : kFloorStatements) {
    connection_.Prepare(statement.name, statement.sql);
  }
}

FloorWork::DebtName FloorWork::Split(std::string_view name) {
  // debtors/{36}/debts/{36}
  return {name.substr(8, 36), name.substr(51, 36)};
}

Parameters FloorWork::DebtKey(const DebtName& name) const {
  return DebtorKey(name).Text(name.debt);
}

Parameters FloorWork::DebtorKey(const DebtName& name) const {
  return std::move(Parameters().Text(tenant_).Text(name.debtor));
}

FloorTexts::Key FloorWork::KeyOf(const DebtName& name, const FloorRow& row) const {
  return {texts_, name.debtor, row.Bytes(kWrappedKey)};
}

void FloorWork::GetDebt(const v1::GetDebtRequest& request, v1::Debt& debt) {
  const DebtName name = Split(request.name());
  connection_.Send("debt", DebtKey(name));
  connection_.Sync();
  const FloorRow row = connection_.Next();
  connection_.EndOfSync();
  ReadDebt(request.name(), row, KeyOf(name, row), debt);
}

void FloorWork::ReadDebt(const std::string& name, const FloorRow& row, const FloorTexts::Key& key,
                         v1::Debt& debt) {
  const std::string_view id = Split(name).debt;
  debt.set_name(name);
  debt.set_creditor(absl::StrCat("creditors/", row.Uuid(0)));
  debt.set_external_ref(std::string(row.Bytes(1)));
  debt.set_currency_code(std::string(row.Bytes(2)));
  v1::DebtStatus status = v1::DEBT_STATUS_UNSPECIFIED;
  v1::DebtStatus_Parse(absl::StrCat("DEBT_STATUS_", std::string(row.Bytes(3))), &status);
  debt.set_status(status);
  debt.set_status_reason(key.Open("debts", "status_reason", id, row.Bytes(4)));
  WriteBalance(row, debt);
  debt.set_itemisation_date_kind(static_cast<v1::ItemisationDateKind>(row.Small(11)));
  debt.set_itemisation_date(std::string(row.Bytes(12)));
  WriteOrigin(row, key.Open("debts", "agreement_reference", id, row.Bytes(14)),
              *debt.mutable_origin());
  debt.set_etag(std::to_string(row.Number(16)));
  WriteTime(row.Instant(17), *debt.mutable_create_time());
  WriteTime(row.Instant(18), *debt.mutable_update_time());
}

void FloorWork::PostEntries(const v1::PostEntriesRequest& request,
                            v1::PostEntriesResponse& response) {
  const DebtName name = Split(request.name());
  connection_.Send("begin");
  connection_.Send("lock", DebtorKey(name));
  connection_.Send("debt", DebtKey(name));
  connection_.Sync();
  connection_.Next();
  const FloorRow debtor = connection_.Next();
  const FloorRow before = connection_.Next();
  connection_.EndOfSync();

  const Marks marks{debtor.Number(0) + 1, debtor.Number(1) + 1, before.Number(19) + 1, NowMicros()};
  v1::Debt& debt = *response.mutable_debt();
  const FloorTexts::Key key = KeyOf(name, before);
  ReadDebt(request.name(), before, key, debt);
  TakePayment(request.entries(0).amount().minor_units(), marks.revision, marks.micros, debt);
  WriteEntry(request.entries(0), request.name(), marks.micros, *response.add_entries());

  SendLedger(name, marks, before, key, response);
  SendRecords(name, marks, key, request, response);
  connection_.Send("commit");
  connection_.Sync();
  for (int statement = 0; statement < 7; ++statement) connection_.Next();
  connection_.EndOfSync();
}

void FloorWork::SendLedger(const DebtName& name, const Marks& marks, const FloorRow& before,
                           const FloorTexts::Key& key, const v1::PostEntriesResponse& response) {
  const v1::Entry& entry = response.entries(0);
  const std::string id = IdOf(entry);
  const std::int64_t amount = entry.amount().minor_units();
  connection_.Send("write_debtor",
                   DebtorKey(name).Number(marks.revision).Number(marks.audit).Bytes(kDigest));
  connection_.Send("write_debt", DebtKey(name)
                                     .Text(before.Bytes(3))
                                     .Number(before.Number(5) - amount)
                                     .Number(before.Number(6))
                                     .Number(before.Number(7))
                                     .Number(before.Number(8))
                                     .Number(before.Number(9))
                                     .Number(before.Number(10))
                                     .Text(entry.value_date())
                                     .Number(marks.entry)
                                     .Number(marks.revision)
                                     .Instant(marks.micros));
  connection_.Send("write_entry", DebtKey(name)
                                      .Text(id)
                                      .Number(marks.entry)
                                      .Text(entry.external_ref())
                                      .Number(entry.kind())
                                      .Text(entry.value_date())
                                      .Instant(marks.micros)
                                      .Number(amount)
                                      .Bytes(key.Seal("entries", "reason", id, entry.reason()))
                                      .Text(kActor)
                                      .Bytes(kDigest)
                                      .Text("{1,13}")
                                      .Text(absl::StrCat("{", -amount, ",", amount, "}")));
}

void FloorWork::SendRecords(const DebtName& name, const Marks& marks, const FloorTexts::Key& key,
                            const v1::PostEntriesRequest& request,
                            const v1::PostEntriesResponse& response) {
  const v1::Entry& entry = response.entries(0);
  const std::string answer =
      key.Seal("answers", "answer", request.request_id(), response.SerializeAsString());
  connection_.Send("write_event", DebtorKey(name)
                                      .Number(marks.revision)
                                      .Text(RandomId())
                                      .Text(name.debt)
                                      .Text(IdOf(entry))
                                      .Number(-entry.amount().minor_units())
                                      .Text(entry.amount().currency_code())
                                      .Text("ACTIVE")
                                      .Instant(marks.micros));
  connection_.Send("write_answer", DebtorKey(name)
                                       .Text(kActor)
                                       .Text(kMethod)
                                       .Text(request.request_id())
                                       .Bytes(kDigest)
                                       .Bytes(answer)
                                       .Instant(marks.micros));
  connection_.Send("write_audit", DebtorKey(name)
                                      .Number(marks.audit)
                                      .Instant(marks.micros)
                                      .Text(kActor)
                                      .Text(kMethod)
                                      .Text(request.request_id())
                                      .Number(marks.revision)
                                      .Bytes(kDigest)
                                      .Bytes(kDigest));
}

}  // namespace parley::bench
