// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_debt.h"

#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_quote.h"
#include "adapters/grpc/convert_settings.h"
#include "domain/debt/position.h"

namespace parley::grpc_api {
namespace {

std::vector<Transfer> ReadTransfers(const v1::Origin& in, Violations& violations) {
  std::vector<Transfer> transfers;
  for (int i = 0; i < in.transfers_size(); ++i) {
    const v1::Transfer& from = in.transfers(i);
    const std::string path = absl::StrCat("debt.origin.transfers[", i, "]");
    Transfer transfer;
    transfer.kind = static_cast<TransferKind>(from.kind());
    transfer.from_party = from.from_party();
    transfer.to_party = from.to_party();
    transfer.transfer_date =
        ReadDay(from.transfer_date(), path + ".transfer_date", violations).value_or(Day());
    transfer.notice_date = ReadDay(from.notice_date(), path + ".notice_date", violations);
    transfers.push_back(std::move(transfer));
  }
  return transfers;
}

std::optional<ChargeOff> ReadChargeOff(const v1::Debt& debt, Violations& violations) {
  if (!debt.origin().has_charge_off()) return std::nullopt;
  const v1::ChargeOff& in = debt.origin().charge_off();
  const std::string path = "debt.origin.charge_off";
  const std::string currency_path = path + ".amount.currency_code";
  const auto currency = ReadCurrency(in.amount().currency_code(), currency_path, violations);
  if (currency.has_value() && in.amount().currency_code() != debt.currency_code()) {
    AddOnce(violations, currency_path, Fault::kCurrencyMismatch);
  }
  if (in.amount().minor_units() < 0) {
    AddOnce(violations, path + ".amount", Fault::kNegative);
  }
  return ChargeOff{ReadDay(in.date(), path + ".date", violations).value_or(Day()),
                   in.amount().minor_units()};
}

Origin ReadOrigin(const v1::Debt& debt, Violations& violations) {
  const v1::Origin& in = debt.origin();
  Origin origin;
  origin.original_creditor = in.original_creditor();
  origin.product = in.product();
  origin.agreement_reference = SensitiveText(in.agreement_reference());
  origin.agreement_date = ReadDay(in.agreement_date(), "debt.origin.agreement_date", violations);
  origin.language = in.language_code();
  origin.default_date = ReadDay(in.default_date(), "debt.origin.default_date", violations);
  origin.last_payment_date =
      ReadDay(in.last_payment_date(), "debt.origin.last_payment_date", violations);
  origin.charge_off = ReadChargeOff(debt, violations);
  origin.transfers = ReadTransfers(in, violations);
  return origin;
}

std::vector<CoDebtor> ReadCoDebtors(const v1::Debt& in, Violations& violations) {
  std::vector<CoDebtor> co_debtors;
  for (int i = 0; i < in.co_debtors_size(); ++i) {
    const v1::CoDebtor& from = in.co_debtors(i);
    const std::string path = absl::StrCat("debt.co_debtors[", i, "]");
    const auto debtor = ReadDebtorName(from.debtor(), path + ".debtor", violations);
    co_debtors.push_back({debtor.value_or(DebtorId()), from.share_basis_points()});
  }
  return co_debtors;
}

Buckets ReadOpening(const v1::PlaceDebtRequest& request, Violations& violations) {
  Buckets opening;
  std::vector<Bucket> seen;
  for (int i = 0; i < request.opening_size(); ++i) {
    const v1::BucketAmount& amount = request.opening(i);
    const std::string path = absl::StrCat("opening[", i, "]");
    const std::optional<Bucket> bucket = ReadBucket(amount.bucket());
    if (!bucket.has_value()) continue;
    const std::int64_t units = amount.minor_units();
    for (const Bucket other : seen) {
      if (other == *bucket) AddOnce(violations, path + ".bucket", Fault::kDuplicate);
    }
    seen.push_back(*bucket);
    if (units < 0 && *bucket != Bucket::kPrincipal) {
      AddOnce(violations, path + ".minor_units", Fault::kNegative);
    } else if (units > kLargestBalance || units < -kLargestBalance) {
      AddOnce(violations, path + ".minor_units", Fault::kAmountOutOfRange);
    } else {
      opening[*bucket] = units;
    }
  }
  return opening;
}

void WriteTransfer(const Transfer& transfer, v1::Transfer& out) {
  out.set_kind(static_cast<v1::TransferKind>(transfer.kind));
  out.set_from_party(transfer.from_party);
  out.set_to_party(transfer.to_party);
  out.set_transfer_date(FormatDay(transfer.transfer_date));
  if (transfer.notice_date.has_value()) out.set_notice_date(FormatDay(*transfer.notice_date));
}

void WriteOrigin(const Origin& origin, Currency currency, v1::Origin& out) {
  out.set_original_creditor(origin.original_creditor);
  out.set_product(origin.product);
  out.set_agreement_reference(origin.agreement_reference.Reveal());
  if (origin.agreement_date.has_value()) {
    out.set_agreement_date(FormatDay(*origin.agreement_date));
  }
  out.set_language_code(origin.language);
  if (origin.default_date.has_value()) out.set_default_date(FormatDay(*origin.default_date));
  if (origin.last_payment_date.has_value()) {
    out.set_last_payment_date(FormatDay(*origin.last_payment_date));
  }
  if (origin.charge_off.has_value()) {
    out.mutable_charge_off()->set_date(FormatDay(origin.charge_off->date));
    Write(origin.charge_off->amount, currency, *out.mutable_charge_off()->mutable_amount());
  }
  for (const Transfer& transfer : origin.transfers) WriteTransfer(transfer, *out.add_transfers());
}

}  // namespace

std::optional<PlaceDebt::Command> ReadPlaceDebt(const v1::PlaceDebtRequest& request,
                                                Day latest_today, Violations& violations) {
  const v1::Debt& in = request.debt();
  const auto debtor = ReadDebtorName(request.parent(), "parent", violations);
  const auto id = ReadChosenId<DebtId>(request.debt_id(), "debt_id", violations);
  if (!request.has_debt()) return std::nullopt;
  const auto creditor = ReadCreditorName(in.creditor(), "debt.creditor", violations);
  const auto currency = ReadCurrency(in.currency_code(), "debt.currency_code", violations);
  // Any currency will do to find what else is wrong.
  Placement placement{
      .debtor = debtor.value_or(DebtorId()),
      .creditor = creditor.value_or(CreditorId()),
      .external_ref = in.external_ref(),
      .currency = currency.has_value() ? *currency : *Currency::Find("EUR"),
      .origin = ReadOrigin(in, violations),
      .itemisation_kind = static_cast<ItemisationDateKind>(in.itemisation_date_kind()),
      .itemisation_date =
          ReadDay(in.itemisation_date(), "debt.itemisation_date", violations).value_or(Day()),
      .co_debtors = ReadCoDebtors(in, violations),
      .opening = ReadOpening(request, violations),
      .review = request.review()};
  placement.given = ReadGivenTerms(in, placement.itemisation_date, violations);
  Violations more;
  CheckPlacement(placement, latest_today, "debt", more);
  AddOnce(violations, more);
  if (!violations.empty()) return std::nullopt;
  return PlaceDebt::Command{placement.debtor, id, std::move(placement)};
}

void Write(const Debt& debt, v1::Debt& out) {
  out.set_name(NameOf(DebtName{debt.debtor, debt.id}));
  out.set_external_ref(debt.external_ref);
  out.set_creditor(NameOf(debt.creditor));
  out.set_currency_code(std::string(debt.currency.code()));
  out.set_status(static_cast<v1::DebtStatus>(static_cast<int>(debt.status) + 1));
  out.set_status_reason(debt.status_reason.Reveal());
  Write(Outstanding(debt.position).value_or(0), debt.currency, *out.mutable_balance());
  Write(debt.position.credit, debt.currency, *out.mutable_credit_balance());
  Write(debt.position.owed, *out.mutable_buckets());
  WriteOrigin(debt.origin, debt.currency, *out.mutable_origin());
  out.set_itemisation_date_kind(static_cast<v1::ItemisationDateKind>(debt.itemisation_kind));
  out.set_itemisation_date(FormatDay(debt.itemisation_date));
  Write(debt.co_debtors, *out.mutable_co_debtors());
  out.set_etag(WriteEtag(debt.revision));
  Write(debt.created_time, *out.mutable_create_time());
  Write(debt.updated_time, *out.mutable_update_time());
  Write(debt.rules.order, *out.mutable_allocation_order());
  out.set_allocation_order_level(static_cast<v1::SettingLevel>(debt.levels.order));
  out.set_interest_terms_level(static_cast<v1::SettingLevel>(debt.levels.interest));
  if (debt.rules.interest.has_value()) {
    Write(*debt.rules.interest, debt.currency, *out.mutable_interest_terms());
  }
  if (debt.close_code.has_value()) {
    out.set_close_code(static_cast<v1::CloseCode>(*debt.close_code));
  }
  if (debt.left_date.has_value()) out.set_left_date(FormatDay(*debt.left_date));
  for (const Payoff& payoff : debt.rules.payoffs) Write(payoff, debt, *out.add_payoff_quotes());
}

void Write(const std::vector<CoDebtor>& co_debtors,
           google::protobuf::RepeatedPtrField<v1::CoDebtor>& out) {
  for (const CoDebtor& co_debtor : co_debtors) {
    v1::CoDebtor& added = *out.Add();
    added.set_debtor(NameOf(co_debtor.debtor));
    added.set_share_basis_points(co_debtor.share_basis_points);
  }
}

}  // namespace parley::grpc_api
