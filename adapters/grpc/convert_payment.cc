// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_payment.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_settings.h"
#include "domain/common/text.h"

namespace parley::grpc_api {
namespace {

// What stands where the request has no money in a known currency; then there are violations.
Money MoneyOr(const v1::Money& money, const std::string& field, Violations& violations) {
  return ReadMoney(money, field, violations)
      .value_or(Money(money.minor_units(), *Currency::Find("EUR")));
}

template <typename Request>
PaymentReport ReadReport(const Request& request, Violations& violations) {
  return {.id = ReadChosenId<PaymentId>(request.payment_id(), "payment_id", violations),
          .external_ref = request.external_ref(),
          .amount = MoneyOr(request.amount(), "amount", violations),
          .method = request.method(),
          .note = SensitiveText(request.note())};
}

std::optional<Instruction> ReadInstruction(const v1::PaymentInstruction& in,
                                           std::optional<DebtorId> debtor, const std::string& path,
                                           Violations& violations) {
  const auto name = ReadDebtName(in.debt(), path + ".debt", violations);
  if (name.has_value() && debtor.has_value() && name->debtor != *debtor) {
    AddOnce(violations, path + ".debt", Fault::kReferenceUnknown);
  }
  if (!name.has_value()) return std::nullopt;
  return Instruction{name->debt, in.amount().minor_units()};
}

// `currency` is the payment's, where the request tells it.
template <typename Request>
PaymentWishes ReadWishes(const Request& request, std::optional<DebtorId> debtor,
                         const std::string& currency, Violations& violations) {
  PaymentWishes wishes;
  for (int i = 0; i < request.instructions_size(); ++i) {
    const std::string path = absl::StrCat("instructions[", i, "]");
    const v1::PaymentInstruction& in = request.instructions(i);
    const auto instruction = ReadInstruction(in, debtor, path, violations);
    if (instruction.has_value()) wishes.instructions.push_back(*instruction);
    const std::string code = path + ".amount.currency_code";
    ReadCurrency(in.amount().currency_code(), code, violations);
    if (!currency.empty() && in.amount().currency_code() != currency) {
      AddOnce(violations, code, Fault::kCurrencyMismatch);
    }
  }
  if (request.strategy() == v1::SPLIT_STRATEGY_PROPORTIONAL) {
    wishes.strategy = SplitStrategy::kProportional;
  }
  wishes.order = ReadOrder(request.allocation_order(), "allocation_order", violations);
  return wishes;
}

// What is wrong with it wherever the debtor is.
void Check(const PaymentReport& report, const PaymentWishes& wishes, std::optional<Day> value_date,
           Day latest_today, Violations& violations) {
  Payment sketch = PaymentOf({}, report, wishes);
  sketch.value_date = value_date;
  Violations more;
  CheckPayment(sketch, latest_today, more);
  AddOnce(violations, more);
}

void WritePart(const PaymentPart& part, const Payment& payment, v1::PaymentPart& out) {
  const DebtName debt{payment.debtor, part.debt};
  out.set_debt(NameOf(debt));
  if (!part.entry.IsNil()) out.set_entry(NameOf(EntryName{debt, part.entry}));
  Write(part.amount, payment.currency, *out.mutable_amount());
  out.set_because(static_cast<v1::PartReason>(part.because));
  Write(part.owed, payment.currency, *out.mutable_owed_before());
  Write(part.paid, *out.mutable_buckets());
  Write(part.held, payment.currency, *out.mutable_held());
  Write(part.recovered, payment.currency, *out.mutable_recovered());
}

}  // namespace

std::optional<AnnouncePayment::Command> ReadAnnounce(const v1::AnnouncePaymentRequest& request,
                                                     Day latest_today, Violations& violations) {
  const auto debtor = ReadDebtorName(request.parent(), "parent", violations);
  const PaymentReport report = ReadReport(request, violations);
  const PaymentWishes wishes =
      ReadWishes(request, debtor, request.amount().currency_code(), violations);
  const auto expected = ReadDay(request.expected_date(), "expected_date", violations);
  Check(report, wishes, std::nullopt, latest_today, violations);
  if (!violations.empty()) return std::nullopt;
  return AnnouncePayment::Command{*debtor, report, wishes, *expected};
}

std::optional<PostPayment::Command> ReadPost(const v1::PostPaymentRequest& request,
                                             Day latest_today, Violations& violations) {
  const auto debtor = ReadDebtorName(request.parent(), "parent", violations);
  const PaymentReport report = ReadReport(request, violations);
  const PaymentWishes wishes =
      ReadWishes(request, debtor, request.amount().currency_code(), violations);
  const auto value_date = ReadDay(request.value_date(), "value_date", violations);
  Check(report, wishes, value_date, latest_today, violations);
  if (!violations.empty()) return std::nullopt;
  return PostPayment::Command{*debtor, report, wishes, *value_date};
}

std::optional<SettlePayment::Command> ReadSettle(const v1::SettlePaymentRequest& request,
                                                 Day latest_today, Violations& violations) {
  const auto name = ReadPaymentName(request.name(), "name", violations);
  if (name.has_value() && name->debtor.IsNil()) AddOnce(violations, "name", Fault::kMalformed);
  const auto value_date = ReadDay(request.value_date(), "value_date", violations);
  if (value_date > latest_today) AddOnce(violations, "value_date", Fault::kDateInFuture);
  std::optional<Money> amount;
  if (request.has_amount()) {
    amount = ReadMoney(request.amount(), "amount", violations);
    if (request.amount().minor_units() <= 0) AddOnce(violations, "amount", Fault::kNotPositive);
  }
  if (!violations.empty()) return std::nullopt;
  return SettlePayment::Command{name->debtor, name->payment, *value_date, amount,
                                ReadEtag(request.etag())};
}

std::optional<ReturnPayment::Command> ReadReturn(const v1::ReturnPaymentRequest& request,
                                                 Violations& violations) {
  const auto name = ReadPaymentName(request.name(), "name", violations);
  Violations more;
  RequireText(more, "reason", request.reason(), kLongestReason, Lines::kMany);
  AddOnce(violations, more);
  if (!violations.empty()) return std::nullopt;
  return ReturnPayment::Command{name->debtor, name->payment, SensitiveText(request.reason()),
                                ReadEtag(request.etag())};
}

std::optional<ReceiveUnidentifiedPayment::Command> ReadReceive(
    const v1::ReceiveUnidentifiedPaymentRequest& request, Day latest_today,
    Violations& violations) {
  const PaymentReport report = ReadReport(request, violations);
  const auto value_date = ReadDay(request.value_date(), "value_date", violations);
  Check(report, {}, value_date, latest_today, violations);
  if (!violations.empty()) return std::nullopt;
  return ReceiveUnidentifiedPayment::Command{report, *value_date};
}

std::optional<AssignPayment::Command> ReadAssign(const v1::AssignPaymentRequest& request,
                                                 Violations& violations) {
  const auto name = ReadPaymentName(request.name(), "name", violations);
  if (name.has_value() && !name->debtor.IsNil()) AddOnce(violations, "name", Fault::kMalformed);
  const auto debtor = ReadDebtorName(request.debtor(), "debtor", violations);
  // In which currency the money is only the desk tells; the instructions agree at least.
  std::string code;
  if (!request.instructions().empty()) code = request.instructions(0).amount().currency_code();
  PaymentWishes wishes = ReadWishes(request, debtor, code, violations);
  if (!violations.empty()) return std::nullopt;
  return AssignPayment::Command{name->payment, *debtor, std::move(wishes), Currency::Find(code),
                                ReadEtag(request.etag())};
}

std::optional<PaymentState> ReadPaymentState(v1::PaymentState state) {
  return PaymentStateNumbered(state);
}

void Write(const Payment& payment, v1::Payment& out) {
  out.set_name(NameOf(PaymentName{payment.debtor, payment.id}));
  out.set_external_ref(payment.external_ref);
  out.set_state(static_cast<v1::PaymentState>(payment.state));
  Write(payment.amount, payment.currency, *out.mutable_amount());
  if (payment.expected_date.has_value()) out.set_expected_date(FormatDay(*payment.expected_date));
  if (payment.value_date.has_value()) out.set_value_date(FormatDay(*payment.value_date));
  out.set_method(payment.method);
  out.set_note(payment.note.Reveal());
  for (const Instruction& instruction : payment.instructions) {
    v1::PaymentInstruction& added = *out.add_instructions();
    added.set_debt(NameOf(DebtName{payment.debtor, instruction.debt}));
    Write(instruction.amount, payment.currency, *added.mutable_amount());
  }
  out.set_strategy(static_cast<v1::SplitStrategy>(payment.strategy));
  if (payment.order.has_value()) Write(*payment.order, *out.mutable_allocation_order());
  for (const PaymentPart& part : payment.parts) WritePart(part, payment, *out.add_parts());
  if (payment.returned_date.has_value()) out.set_returned_date(FormatDay(*payment.returned_date));
  out.set_return_reason(payment.return_reason.Reveal());
  if (!payment.claimed_for.IsNil()) out.set_assigned_to(NameOf(payment.claimed_for));
  out.set_actor(payment.actor);
  out.set_etag(WriteEtag(payment.revision));
  Write(payment.created_time, *out.mutable_create_time());
  Write(payment.updated_time, *out.mutable_update_time());
}

void WriteRehearsal(const Payment& payment, v1::Payment& out) {
  Write(payment, out);
  out.clear_name();
  out.clear_etag();
  for (v1::PaymentPart& part : *out.mutable_parts()) part.clear_entry();
}

}  // namespace parley::grpc_api
