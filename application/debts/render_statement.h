// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_APPLICATION_DEBTS_RENDER_STATEMENT_H_
#define PARLEY_APPLICATION_DEBTS_RENDER_STATEMENT_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "application/debts/explain_debt.h"
#include "application/debts/tell_debt.h"
#include "application/ports/directory.h"
#include "application/ports/documents.h"
#include "application/ports/plain_words.h"

namespace parley {

// What a document is made of. The numbers are those of the API.
enum class DocumentFormat : std::uint8_t { kPdf = 1, kText = 2 };

// Makes a statement into a document for the person who owes.
class RenderStatement {
 public:
  struct Query {
    IssueStatement::Query statement;
    std::string language_code;  // BCP 47; empty for the debtor's own.
    DocumentFormat format = DocumentFormat::kPdf;
  };

  struct Result {
    std::string content;
    std::string content_type;
    std::string file_name;
    std::string language_code;
  };

  // What it asks for what a statement says.
  struct Sources {
    const IssueStatement& issue_statement;
    const ExplainDebt& explain_debt;
  };

  RenderStatement(const Sources& sources, Directory& directory, const PlainWords& words,
                  const Documents& documents)
      : sources_(sources), directory_(directory), words_(words), documents_(documents) {}

  // Errors: DEBT_NOT_FOUND, FIELD_INVALID.
  absl::StatusOr<Result> Handle(const Query& query) const;

 private:
  const Sources sources_;
  Directory& directory_;
  const PlainWords& words_;
  const Documents& documents_;
};

}  // namespace parley

#endif  // PARLEY_APPLICATION_DEBTS_RENDER_STATEMENT_H_
