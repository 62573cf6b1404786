// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_STATEMENT_PAPER_H_
#define PARLEY_APPLICATION_DEBTS_STATEMENT_PAPER_H_

#include "application/debts/tell_debt.h"
#include "application/ports/documents.h"
#include "application/ports/plain_words.h"
#include "domain/debt/creditor.h"
#include "domain/debt/plain_status.h"
#include "domain/debtor/debtor.h"

namespace parley {

// All that a statement tells.
struct StatementView {
  const IssueStatement::Result& issued;
  const Creditor& creditor;
  const Debtor& debtor;
  PlainState state;  // Where the debt stands when the paper is made.
};

// A statement for the person who owes: the balance and what it is made of first, then how it came
// about, line by line, and what they may ask for. Of a debt that is disputed, that rests or that is
// closed it does not say that it is owed. It depends on nothing else, so that the same view makes
// the same paper.
Paper StatementPaper(const StatementView& view, const Voice& voice);

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_STATEMENT_PAPER_H_
