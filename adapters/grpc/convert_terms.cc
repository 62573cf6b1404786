// SPDX-License-Identifier: Apache-2.0
#include "adapters/grpc/convert_terms.h"

#include <string>

#include "adapters/grpc/convert_common.h"
#include "adapters/grpc/convert_debt.h"
#include "adapters/grpc/convert_settings.h"

namespace parley::grpc_api {
namespace {

// The currency in which terms name amounts.
const std::string& CodeOf(const v1::InterestTerms& terms) {
  return terms.has_cap() ? terms.cap().currency_code() : terms.monthly_minimum().currency_code();
}

void WriteTerms(const DebtTerms& terms, Currency currency, v1::DebtTerms& out) {
  Write(terms.order, *out.mutable_allocation_order());
  if (terms.interest.has_value()) {
    Write(*terms.interest, currency, *out.mutable_interest_terms());
  }
}

}  // namespace

std::optional<ChangeTerms::Command> ReadChangeTerms(const v1::ChangeTermsRequest& request,
                                                    Violations& violations) {
  const auto name = ReadDebtName(request.name(), "name", violations);
  ChangeTerms::Command command{.etag = ReadEtag(request.etag())};
  command.terms.order = ReadOrder(request.allocation_order(), "allocation_order", violations);
  if (request.has_interest_terms()) {
    const v1::InterestTerms& in = request.interest_terms();
    command.terms.interest = ReadTerms(in, CodeOf(in), Day(), "interest_terms", violations);
    command.currency = Currency::Find(CodeOf(in));
    if (!in.interest_from_date().empty()) {
      command.interest_from = command.terms.interest->interest_from;
    }
  }
  // What is wrong with terms for a debt of any age is wrong with them for every debt.
  Violations more;
  if (request.allocation_order().empty() || request.has_interest_terms()) {
    CheckTermsChange({.order = {}, .interest = command.terms.interest}, Day(kFirstYear, 1, 1),
                     more);
  }
  AddOnce(violations, more);
  if (!violations.empty() || !name.has_value()) return std::nullopt;
  command.debtor = name->debtor;
  command.debt = name->debt;
  return command;
}

void Write(const ChangeNotice& notice, Currency currency, v1::ChangeNotice& out) {
  out.set_name(NameOf(DebtName{notice.debtor, notice.debt}) + "/notices/" + notice.id.ToString());
  out.set_given_date(FormatDay(notice.given));
  out.set_effective_date(FormatDay(notice.effective));
  WriteTerms(notice.before, currency, *out.mutable_before());
  WriteTerms(notice.after, currency, *out.mutable_after());
}

void Write(const ChangeTerms::Result& result, v1::ChangeTermsResponse& out) {
  Write(result.debt, *out.mutable_debt());
  if (result.notice.has_value()) {
    Write(*result.notice, result.debt.currency, *out.mutable_notice());
  }
}

}  // namespace parley::grpc_api
