// SPDX-License-Identifier: Apache-2.0
#include "application/debts/render_statement.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "application/debts/statement_paper.h"
#include "domain/common/days.h"
#include "domain/common/status_macros.h"

namespace parley {
namespace {

// Safe wherever files are kept: what is neither letter nor digit becomes a dash.
std::string FileName(const std::string& reference, Period period, const char* suffix) {
  std::string safe = reference;
  for (char& letter : safe) {
    const auto byte = static_cast<unsigned char>(letter);
    if (!absl::ascii_isalnum(byte) && letter != '_') letter = '-';
  }
  return absl::StrCat("statement-", safe, "-", FormatDay(period.from), "-", FormatDay(period.to),
                      suffix);
}

}  // namespace

absl::StatusOr<RenderStatement::Result> RenderStatement::Handle(const Query& query) const {
  const TenantId tenant = query.statement.tenant;
  PARLEY_ASSIGN_OR_RETURN(const IssueStatement::Result issued,
                          sources_.issue_statement.Handle(query.statement));
  const Debt& debt = issued.journal.debt;
  PARLEY_ASSIGN_OR_RETURN(const ExplainDebt::Result explained,
                          sources_.explain_debt.Handle({tenant, debt.debtor, debt.id}));
  PARLEY_ASSIGN_OR_RETURN(const Creditor creditor, directory_.GetCreditor(tenant, debt.creditor));
  PARLEY_ASSIGN_OR_RETURN(const Debtor debtor, directory_.GetDebtor(tenant, debt.debtor));
  const std::string& language = query.language_code.empty() ? debtor.language : query.language_code;
  const Paper paper =
      StatementPaper({issued, creditor, debtor, explained.status.state}, words_.In(language));
  Result result{
      .content = "", .content_type = "", .file_name = "", .language_code = paper.language_code};
  switch (query.format) {
    case DocumentFormat::kPdf: {
      PARLEY_ASSIGN_OR_RETURN(result.content, documents_.Pdf(paper));
      result.content_type = "application/pdf";
      result.file_name = FileName(debt.external_ref, issued.statement.period, ".pdf");
      break;
    }
    case DocumentFormat::kText:
      result.content = documents_.PlainText(paper);
      result.content_type = "text/plain; charset=utf-8";
      result.file_name = FileName(debt.external_ref, issued.statement.period, ".txt");
      break;
  }
  return result;
}

}  // namespace parley
