// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/check/balance_check.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "infra/cli/check/itemisation_calls.h"
#include "infra/cli/client/lookup.h"
#include "infra/cli/client/rpc_error.h"

namespace parley::cli {
namespace {

std::string ProblemOf(const absl::Status& status) {
  const ErrorReport report = ReportOf(status);
  std::string text = absl::StrCat(report.reason, ": ", report.message);
  for (const ReportedField& violation : report.violations) {
    absl::StrAppend(&text, " ", violation.field, ": ", violation.description);
  }
  return text;
}

}  // namespace

absl::StatusOr<BalanceReport> BalanceCheck::Run(BalanceFile& file,
                                                const std::string& creditor_code) {
  PARLEY_RETURN_IF_ERROR(LearnNames(creditor_code));
  PARLEY_RETURN_IF_ERROR(ReadRows(file));
  PARLEY_RETURN_IF_ERROR(AskService());
  std::sort(report_.findings.begin(), report_.findings.end(),
            [](const BalanceFinding& left, const BalanceFinding& right) {
              return left.expected.line < right.expected.line;
            });
  return std::move(report_);
}

absl::Status BalanceCheck::LearnNames(const std::string& creditor_code) {
  PARLEY_ASSIGN_OR_RETURN(const v1::Creditor creditor, FindCreditorOrOnly(client_, creditor_code));
  return ForEachDebt(client_, absl::StrCat("creditor = ", Quoted(creditor.name())),
                     [this](const v1::Debt& debt) { names_[debt.external_ref()] = debt.name(); });
}

absl::Status BalanceCheck::ReadRows(BalanceFile& file) {
  ExpectedBalance row;
  std::optional<BalanceFinding> finding;
  while (file.Next(row, finding)) {
    if (!finding.has_value() && !names_.contains(row.external_ref)) {
      finding = {.expected = row, .problem = "the creditor has no debt of that reference"};
    }
    if (finding.has_value()) {
      report_.findings.push_back(*std::move(finding));
    } else {
      rows_.push_back(std::move(row));
    }
  }
  return file.status();
}

absl::Status BalanceCheck::AskService() {
  std::size_t asked = 0;
  const auto next = [this, &asked]() -> std::optional<ItemisationCalls::Question> {
    if (asked == rows_.size()) return std::nullopt;
    ItemisationCalls::Question question{.number = asked};
    const ExpectedBalance& row = rows_[asked++];
    question.request.set_name(names_.at(row.external_ref));
    question.request.set_as_of_date(row.as_of);
    return question;
  };
  const auto take = [this](std::size_t number, const absl::StatusOr<v1::Itemisation>& answer) {
    Judge(rows_[number], answer);
  };
  return ItemisationCalls(client_).Run(next, take);
}

void BalanceCheck::Judge(const ExpectedBalance& row,
                         const absl::StatusOr<v1::Itemisation>& answer) {
  std::optional<BalanceFinding> finding;
  if (answer.ok()) {
    finding = Compare(row, *answer);
  } else {
    finding = {.expected = row, .problem = ProblemOf(answer.status())};
  }
  if (finding.has_value()) {
    report_.findings.push_back(*std::move(finding));
  } else {
    ++report_.passed;
  }
}

}  // namespace parley::cli
