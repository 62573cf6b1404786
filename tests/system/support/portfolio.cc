// SPDX-License-Identifier: Apache-2.0
#include "tests/system/support/portfolio.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/system/support/audit.h"

namespace parley::system_test {
namespace {

// Lines below the header; no field of these files holds a line's end.
std::int64_t RowsIn(const std::string& path) {
  const std::string content = ReadFile(path);
  return std::count(content.begin(), content.end(), '\n') - 1;
}

// How many debts are recomputed from their journals, one call each.
constexpr int kDebtsToCheck = 5;

}  // namespace

Portfolio::Portfolio(std::string folder)
    : folder_(std::move(folder)),
      debts_(RowsIn(file("debts.csv"))),
      entries_(RowsIn(file("entries.csv"))),
      balances_(RowsIn(file("balances.csv"))) {}

Portfolio Portfolio::Generate(const std::string& folder, int seed, int debts) {
  const Outcome made =
      RunProgram({.program = "/usr/bin/python3",
                  .arguments = {"tests/support/oracle/make_portfolio.py", "--seed",
                                std::to_string(seed), "--debts", std::to_string(debts), folder}});
  if (made.ending != kSuccess) throw std::runtime_error("no portfolio: " + made.err);
  return Portfolio(folder);
}

std::vector<std::string> Portfolio::ImportArguments(const Deployment& deployment) const {
  return {"import",
          file("debts.csv"),
          file("entries.csv"),
          "--create-creditors",
          "--verdicts",
          deployment.folder() / "verdicts.csv"};
}

std::vector<std::string> Portfolio::Findings(const Deployment& deployment) const {
  std::vector<std::string> findings;
  CheckRows(deployment, findings);
  CheckBalances(deployment, findings);
  const Outcome audit = deployment.RunCli(AuditVerifyArguments(deployment));
  if (audit.ending != kSuccess) findings.push_back("audit: " + audit.out + audit.err);
  return findings;
}

void Portfolio::CheckRows(const Deployment& deployment, std::vector<std::string>& findings) const {
  const auto expect = [&](const std::string& what, std::int64_t expected, const std::string& sql) {
    const std::int64_t found = deployment.database().Number("set search_path = parley; " + sql);
    if (found != expected) {
      findings.push_back(absl::StrCat(found, " ", what, " instead of ", expected));
    }
  };
  expect("debts", debts_, "select count(*) from debts");
  expect("references of debts", debts_, "select count(distinct external_ref) from debts");
  expect("entries", entries_, "select count(*) from entries where kind in (2, 3, 4)");
  expect("references of entries", entries_,
         "select count(distinct (debt_id, external_ref)) from entries where kind in (2, 3, 4)");
  expect("events of debts received", debts_,
         "select count(*) from outbox where type = 'debt.received'");
  expect(
      "entries without exactly one event", 0,
      "select count(*) from entries where kind in (2, 3, 4) and 1 <> (select count(*) from outbox "
      "where outbox.tenant_id = entries.tenant_id and outbox.debtor_id = entries.debtor_id "
      "and outbox.entry_id = entries.entry_id)");
}

void Portfolio::CheckBalances(const Deployment& deployment,
                              std::vector<std::string>& findings) const {
  const Outcome balances = deployment.RunCli({"check", "balances", file("balances.csv")});
  if (balances.ending != kSuccess ||
      balances.out != absl::StrCat(balances_, " passed, 0 failed\n")) {
    findings.push_back("balances: " + balances.out + balances.err);
  }
  for (const std::vector<std::string>& debt : deployment.database().Query(
           absl::StrCat("select 'debtors/' || debtor_id || '/debts/' || debt_id from parley.debts "
                        "order by entry_count desc limit ",
                        kDebtsToCheck))) {
    const Outcome invariants = deployment.RunCli({"check", "invariants", debt.at(0)});
    if (invariants.ending != kSuccess) {
      findings.push_back("invariants: " + invariants.out + invariants.err);
    }
  }
}

}  // namespace parley::system_test
