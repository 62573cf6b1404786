// SPDX-License-Identifier: Apache-2.0
#include "tests/adapters/grpc/requests.h"

namespace parley {

std::string RequestIdText(std::uint64_t number) { return NumberedUuid(number).ToString(); }

std::string NameOfDebtor(DebtorId debtor) { return "debtors/" + debtor.ToString(); }

std::string NameOfDebt(const Debt& debt) {
  return NameOfDebtor(debt.debtor) + "/debts/" + debt.id.ToString();
}

std::string NameOfCreditor(CreditorId creditor) { return "creditors/" + creditor.ToString(); }

v1::CreateCreditorRequest ACreateCreditor(const std::string& code, std::uint64_t request) {
  v1::CreateCreditorRequest out;
  out.mutable_creditor()->set_code(code);
  out.mutable_creditor()->set_display_name("Example Bank");
  out.mutable_creditor()->set_time_zone("Europe/Vienna");
  out.set_request_id(RequestIdText(request));
  return out;
}

v1::CreateDebtorRequest ACreateDebtor(const std::string& external_ref, std::uint64_t request) {
  v1::CreateDebtorRequest out;
  out.mutable_debtor()->set_display_name("Ana Ejemplo");
  out.mutable_debtor()->add_external_refs(external_ref);
  out.set_request_id(RequestIdText(request));
  return out;
}

v1::PlaceDebtRequest APlaceDebt(const World& world, DebtorId debtor, const std::string& ref,
                                std::uint64_t request) {
  v1::PlaceDebtRequest out;
  out.set_parent(NameOfDebtor(debtor));
  v1::Debt& debt = *out.mutable_debt();
  debt.set_external_ref(ref);
  debt.set_creditor(NameOfCreditor(world.creditor.id));
  debt.set_currency_code("EUR");
  debt.set_itemisation_date_kind(v1::ITEMISATION_DATE_KIND_CHARGE_OFF);
  debt.set_itemisation_date("2026-01-01");
  debt.mutable_origin()->set_original_creditor("Example Bank");
  debt.mutable_origin()->set_product("credit card");
  debt.mutable_origin()->set_agreement_reference("EXAMPLE-AGREEMENT");
  v1::BucketAmount& opening = *out.add_opening();
  opening.set_bucket(v1::BUCKET_PRINCIPAL);
  opening.set_minor_units(10'000);
  out.set_request_id(RequestIdText(request));
  return out;
}

v1::PostEntriesRequest APostEntries(const Debt& debt, const std::string& ref,
                                    std::uint64_t request) {
  v1::PostEntriesRequest out;
  out.set_name(NameOfDebt(debt));
  v1::NewEntry& entry = *out.add_entries();
  entry.set_external_ref(ref);
  entry.set_kind(v1::ENTRY_KIND_PAYMENT);
  entry.set_value_date("2026-02-01");
  entry.mutable_amount()->set_minor_units(1'000);
  entry.mutable_amount()->set_currency_code("EUR");
  entry.set_reason("thank you");
  out.set_request_id(RequestIdText(request));
  return out;
}

}  // namespace parley
