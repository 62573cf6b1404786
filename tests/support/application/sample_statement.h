// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_SUPPORT_APPLICATION_SAMPLE_STATEMENT_H_
#define PARLEY_TESTS_SUPPORT_APPLICATION_SAMPLE_STATEMENT_H_

#include <string_view>

#include "application/debts/statement_paper.h"
#include "application/debts/tell_debt.h"
#include "domain/debt/creditor.h"
#include "domain/debtor/debtor.h"

namespace parley {

// A statement with the two parties that it names.
struct SampleStatement {
  IssueStatement::Result issued;
  Creditor creditor;
  Debtor debtor;
  PlainState state = PlainState::kOpen;

  StatementView view() const { return {issued, creditor, debtor, state}; }
};

// Half a year of a debt that bears interest: payments, a fee and its waiver, a payment that the
// bank took back, a change of the rate.
SampleStatement AStatementOfHalfAYear();

// As many payments of one major unit, a day each from 2026-01-01, of a debt in that currency.
SampleStatement AStatementOfPayments(int payments, std::string_view currency = "EUR");

// A statement of the same debts for another period.
SampleStatement ForPeriod(SampleStatement sample, Period period);

}  // namespace parley

#endif  // PARLEY_TESTS_SUPPORT_APPLICATION_SAMPLE_STATEMENT_H_
