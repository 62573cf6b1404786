// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/check/expected_balance.h"

#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "domain/common/currency.h"
#include "domain/common/money.h"
#include "domain/common/status_macros.h"
#include "infra/cli/output/money_text.h"
#include "infra/cli/output/text.h"

namespace parley::cli {
namespace {

std::string ProblemText(const CsvProblem& problem) {
  const std::string place = problem.column.empty() ? "the row" : problem.column;
  return absl::StrCat(place, ": ", std::string(RowOf(problem.fault).text));
}

}  // namespace

absl::StatusOr<BalanceFile> BalanceFile::Open(std::istream& in) {
  PARLEY_ASSIGN_OR_RETURN(CsvReader reader,
                          CsvReader::Open(in, {{"external_ref", "as_of", "balance"}, {}}));
  return BalanceFile(std::move(reader));
}

bool BalanceFile::Next(ExpectedBalance& row, std::optional<BalanceFinding>& finding) {
  finding.reset();
  row = {};
  if (!reader_.Next(row_)) return false;
  row.line = row_.line;
  if (!row_.problems.empty()) {
    finding = {.expected = row, .problem = ProblemText(row_.problems.front())};
    return true;
  }
  row.external_ref = std::move(row_.fields[*reader_.Find("external_ref")]);
  row.as_of = std::move(row_.fields[*reader_.Find("as_of")]);
  row.balance = std::move(row_.fields[*reader_.Find("balance")]);
  // The service would take today, which is not what the file says.
  if (row.as_of.empty()) {
    finding = {.expected = row, .problem = ProblemText({"as_of", Fault::kRequired})};
  }
  return true;
}

std::optional<BalanceFinding> Compare(const ExpectedBalance& expected,
                                      const v1::Itemisation& itemisation) {
  const v1::Money& found = itemisation.net_balance();
  const std::optional<Currency> currency = Currency::Find(found.currency_code());
  if (!currency.has_value()) {
    return BalanceFinding{.expected = expected, .problem = "the currency is not known here"};
  }
  const std::variant<Money, Fault> balance = ParseDecimalMoney(expected.balance, *currency);
  if (const Fault* fault = std::get_if<Fault>(&balance)) {
    return BalanceFinding{.expected = expected, .problem = ProblemText({"balance", *fault})};
  }
  if (std::get<Money>(balance).minor_units() == found.minor_units()) return std::nullopt;
  return BalanceFinding{.expected = expected, .found = MoneyText(found)};
}

std::string FindingText(const BalanceFinding& finding) {
  const ExpectedBalance& row = finding.expected;
  std::string text = absl::StrCat("line ", row.line, ": ");
  if (!row.external_ref.empty()) {
    absl::StrAppend(&text, Printable(row.external_ref), " as of ", Printable(row.as_of), ": ");
  }
  if (finding.found.empty()) return absl::StrCat(text, Printable(finding.problem));
  return absl::StrCat(text, Printable(row.balance), " expected, ", finding.found, " found");
}

}  // namespace parley::cli
