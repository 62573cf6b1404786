// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/requests.h"

#include "infra/cli/rpc/request_id.h"

namespace parley::system_test {
namespace {

v1::NewEntry AnEntry(v1::EntryKind kind, const std::string& external_ref, std::int64_t cents) {
  v1::NewEntry entry;
  entry.set_external_ref(external_ref);
  entry.set_kind(kind);
  entry.set_value_date("2026-02-15");
  entry.mutable_amount()->set_minor_units(cents);
  entry.mutable_amount()->set_currency_code("EUR");
  entry.set_reason("an invented reason");
  return entry;
}

}  // namespace

v1::CreateCreditorRequest NewCreditor(const std::string& code) {
  v1::CreateCreditorRequest request;
  request.mutable_creditor()->set_code(code);
  request.mutable_creditor()->set_display_name("Invented Lender (example)");
  request.mutable_creditor()->set_time_zone("Europe/Berlin");
  request.set_request_id(cli::NewRequestId());
  return request;
}

v1::CreateDebtorRequest NewDebtor(const std::string& external_ref) {
  v1::CreateDebtorRequest request;
  request.mutable_debtor()->add_external_refs(external_ref);
  request.mutable_debtor()->set_kind(v1::DEBTOR_KIND_NATURAL_PERSON);
  request.mutable_debtor()->set_display_name("Example Person");
  request.mutable_debtor()->set_time_zone("Europe/Berlin");
  request.set_request_id(cli::NewRequestId());
  return request;
}

v1::PlaceDebtRequest NewDebt(const v1::Debtor& debtor, const v1::Creditor& creditor,
                             const std::string& external_ref, std::int64_t principal) {
  v1::PlaceDebtRequest request;
  request.set_parent(debtor.name());
  v1::Debt& debt = *request.mutable_debt();
  debt.set_external_ref(external_ref);
  debt.set_creditor(creditor.name());
  debt.set_currency_code("EUR");
  debt.mutable_origin()->set_original_creditor("Invented Lender (example)");
  debt.mutable_origin()->set_product("instalment loan");
  debt.set_itemisation_date_kind(v1::ITEMISATION_DATE_KIND_LAST_STATEMENT);
  debt.set_itemisation_date("2026-01-31");
  v1::BucketAmount& opening = *request.add_opening();
  opening.set_bucket(v1::BUCKET_PRINCIPAL);
  opening.set_minor_units(principal);
  request.set_request_id(cli::NewRequestId());
  return request;
}

v1::NewEntry ACharge(const std::string& external_ref, std::int64_t cents) {
  return AnEntry(v1::ENTRY_KIND_CHARGE, external_ref, cents);
}

v1::NewEntry APayment(const std::string& external_ref, std::int64_t cents) {
  return AnEntry(v1::ENTRY_KIND_PAYMENT, external_ref, cents);
}

v1::PostEntriesRequest Posting(const std::string& debt, const v1::NewEntry& entry) {
  v1::PostEntriesRequest request;
  request.set_name(debt);
  *request.add_entries() = entry;
  request.set_request_id(cli::NewRequestId());
  return request;
}

v1::ReverseEntryRequest Reversing(const std::string& entry) {
  v1::ReverseEntryRequest request;
  request.set_name(entry);
  request.set_request_id(cli::NewRequestId());
  return request;
}

PlacedDebt Place(const Connection& connection, const std::string& suffix, std::int64_t principal) {
  PlacedDebt placed;
  placed.creditor = Must(connection.Call<v1::Creditor>("CreditorService/CreateCreditor",
                                                       NewCreditor("creditor-" + suffix)));
  placed.debtor = Must(
      connection.Call<v1::Debtor>("DebtorService/CreateDebtor", NewDebtor("PERSON-" + suffix)));
  placed.debt = Must(connection.Call<v1::Debt>(
      "DebtService/PlaceDebt",
      NewDebt(placed.debtor, placed.creditor, "DEBT-" + suffix, principal)));
  return placed;
}

v1::GetDebtRequest Getting(const std::string& debt) {
  v1::GetDebtRequest request;
  request.set_name(debt);
  return request;
}

}  // namespace parley::system_test
