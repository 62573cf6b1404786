// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/import/verdict.h"

#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/reason.h"
#include "domain/common/violations.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

Verdict Begin(const SourceRow& row) {
  return {.row = row.number,
          .file = row.file,
          .line = row.line,
          .external_ref = Printable(row.external_ref),
          .entry_ref = Printable(row.entry_ref)};
}

// The column that a field came from, or the field itself where it came from none.
std::string Place(const std::string& field, const SourceRow& row) {
  const std::string column = ColumnOf(field, row.message);
  return column.empty() ? field : column;
}

}  // namespace

Verdict GivenVerdict(const SourceRow& row, const v1::RowVerdict& given) {
  Verdict verdict = Begin(row);
  verdict.outcome = WithoutPrefix(v1::ImportOutcome_Name(given.outcome()), "IMPORT_OUTCOME_");
  verdict.name = given.name();
  verdict.reason = given.reason();
  verdict.message = Printable(given.message());
  std::vector<std::string> details;
  for (const v1::FieldFinding& finding : given.violations()) {
    details.push_back(absl::StrCat(Place(finding.field(), row), ": ", finding.reason(), ": ",
                                   finding.description()));
  }
  for (const v1::FieldFinding& finding : given.warnings()) {
    details.push_back(absl::StrCat("warning: ", Place(finding.field(), row), ": ", finding.reason(),
                                   ": ", finding.description()));
  }
  verdict.details = Printable(absl::StrJoin(details, " "));
  return verdict;
}

Verdict LocalRefusal(const SourceRow& row) {
  Verdict verdict = Begin(row);
  const ReasonRow& reason = RowOf(Reason::kFieldInvalid);
  verdict.outcome = "REFUSED";
  verdict.reason = std::string(reason.name);
  verdict.message = "The row cannot be read as it stands in the file.";
  std::vector<std::string> details;
  for (const CsvProblem& problem : row.problems) {
    const FaultRow& fault = RowOf(problem.fault);
    details.push_back(absl::StrCat(problem.column.empty() ? "the row" : problem.column, ": ",
                                   std::string(fault.name), ": ", std::string(fault.text)));
  }
  verdict.details = absl::StrJoin(details, " ");
  return verdict;
}

void Tally::Count(const std::string& outcome) {
  if (outcome == "PLACED") ++placed;
  if (outcome == "POSTED") ++posted;
  if (outcome == "DUPLICATE") ++duplicate;
  if (outcome == "REFUSED") ++refused;
  if (outcome == "VALID") ++valid;
}

std::string Tally::ToText() const {
  const std::string judged = valid > 0 ? absl::StrCat(valid, " valid, ") : "";
  return absl::StrCat(judged, placed, " placed, ", posted, " posted, ", duplicate, " duplicate, ",
                      refused, " refused");
}

}  // namespace parley::cli
