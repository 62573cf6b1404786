// SPDX-License-Identifier: Apache-2.0
// An import judges row by row: a bad one has its reason, and the rest goes on.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tests/system/support/deployment.h"
#include "tests/system/support/requests.h"

namespace parley::system_test {
namespace {

using testing::Contains;
using testing::HasSubstr;

constexpr std::string_view kDebtsHeader =
    "external_ref,debtor_external_ref,creditor,original_creditor,product,currency,"
    "itemisation_date_kind,itemisation_date,opening_principal,debtor_name\n";
constexpr std::string_view kEntriesHeader =
    "external_ref,entry_ref,kind,value_date,amount,reason\n";

std::string Debt(const std::string& ref, const std::string& currency, const std::string& amount) {
  return absl::StrCat(ref, ",PERSON-", ref, ",lender,Invented Lender,loan,", currency,
                      ",LAST_STATEMENT,2026-01-31,", amount, ",Example Person\n");
}

std::string Entry(const std::string& debt, const std::string& ref, const std::string& day,
                  const std::string& amount) {
  return absl::StrCat(debt, ",", ref, ",CHARGE,", day, ",", amount, ",an invented reason\n");
}

class BadRows : public testing::Test {
 public:
  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(StoreKind::kPostgres);
  }

  Outcome Import(const std::string& debts, const std::string& entries) {
    const ScratchFolder& folder = deployment_->folder();
    WriteFile(folder / "debts.csv", absl::StrCat(std::string(kDebtsHeader), debts));
    WriteFile(folder / "entries.csv", absl::StrCat(std::string(kEntriesHeader), entries));
    return deployment_->RunCli({"import", folder / "debts.csv", folder / "entries.csv",
                                "--create-creditors", "--verdicts", folder / "verdicts.csv"});
  }

  // The line of the verdict file about a row of a file, by its line there.
  std::string VerdictOn(const std::string& file, int line) const {
    const std::string place = absl::StrCat(",", file, ",", line, ",");
    const std::string verdicts = ReadFile(deployment_->folder() / "verdicts.csv");
    for (const auto& verdict : absl::StrSplit(verdicts, '\n')) {
      if (std::string(verdict).find(place) != std::string::npos) return std::string(verdict);
    }
    return "no verdict";
  }

  std::int64_t Count(const std::string& what) const {
    return deployment_->database().Number("select count(*) from parley." + what);
  }

  std::optional<Deployment> deployment_;
};

TEST_F(BadRows, OfDebtsAreRefusedOneByOne) {
  const Outcome import = Import(absl::StrCat(Debt("GOOD-1", "EUR", "100.00"),  // line 2
                                             Debt("PRECISE", "JPY", "10.50"),  // 3
                                             Debt("UNKNOWN", "XYZ", "1.00"),   // 4
                                             Debt("GOOD-1", "EUR", "200.00"),  // 5: other content
                                             "WIDE,too,few\n",                 // 6
                                             Debt("\xff\xfe", "EUR", "1.00"),  // 7
                                             Debt(std::string("N\0L", 3), "EUR", "1"),        // 8
                                             Debt("HUGE", "EUR", "99999999999999999999.00"),  // 9
                                             Debt("GOOD-2", "KWD", "-1.234")),                // 10
                                Entry("GOOD-2", "E-1", "2026-02-15", "0.001"));
  EXPECT_EQ(import.ending, Ending{.exit_code = 1}) << import.err;
  EXPECT_EQ(import.out, "2 placed, 1 posted, 0 duplicate, 7 refused\n");
  EXPECT_THAT(VerdictOn("debts.csv", 2), HasSubstr("PLACED"));
  EXPECT_THAT(VerdictOn("debts.csv", 3), HasSubstr("AMOUNT_TOO_PRECISE"));
  EXPECT_THAT(VerdictOn("debts.csv", 4), HasSubstr("CURRENCY_UNKNOWN"));
  EXPECT_THAT(VerdictOn("debts.csv", 5), HasSubstr("DEBT_ALREADY_PLACED"));
  EXPECT_THAT(VerdictOn("debts.csv", 6), HasSubstr("ROW_WIDTH"));
  EXPECT_THAT(VerdictOn("debts.csv", 7), HasSubstr("NOT_UTF8"));
  EXPECT_THAT(VerdictOn("debts.csv", 8), HasSubstr("CONTROL_CHARACTER"));
  EXPECT_THAT(VerdictOn("debts.csv", 9), HasSubstr("AMOUNT_OUT_OF_RANGE"));
  EXPECT_THAT(VerdictOn("debts.csv", 10), HasSubstr("PLACED"));
  EXPECT_EQ(Count("debts"), 2);
  // A refused row makes no debtor either: the desk of each tenant, and two people.
  EXPECT_EQ(Count("debtors where kind <> 'DESK'"), 2);
}

TEST_F(BadRows, OfEntriesAreRefusedOneByOne) {
  const Outcome import =
      Import(Debt("D", "EUR", "100.00"),
             absl::StrCat(Entry("D", "GOOD-1", "2026-02-15", "1.00"),     // line 2
                          Entry("D", "PRECISE", "2026-02-15", "1.005"),   // 3
                          Entry("D", "FUTURE", "2999-01-01", "1.00"),     // 4
                          Entry("NOBODY", "X", "2026-02-15", "1.00"),     // 5
                          Entry("D", "GOOD-1", "2026-02-15", "2.00"),     // 6: other content
                          Entry("D", "NEGATIVE", "2026-02-15", "-1.00"),  // 7
                          Entry("D", "EARLY", "2025-12-31", "1.00"),      // 8
                          Entry("D", "GOOD-1", "2026-02-15", "1.00"),     // 9: the same again
                          Entry("D", "GOOD-2", "2026-02-15", "2.00")));   // 10
  EXPECT_EQ(import.ending, Ending{.exit_code = 1}) << import.err;
  EXPECT_EQ(import.out, "1 placed, 2 posted, 1 duplicate, 6 refused\n");
  EXPECT_THAT(VerdictOn("entries.csv", 3), HasSubstr("AMOUNT_TOO_PRECISE"));
  EXPECT_THAT(VerdictOn("entries.csv", 4), HasSubstr("DATE_IN_FUTURE"));
  EXPECT_THAT(VerdictOn("entries.csv", 5), HasSubstr("DEBT_NOT_FOUND"));
  EXPECT_THAT(VerdictOn("entries.csv", 6), HasSubstr("ENTRY_ALREADY_POSTED"));
  EXPECT_THAT(VerdictOn("entries.csv", 7), HasSubstr("NOT_POSITIVE"));
  EXPECT_THAT(VerdictOn("entries.csv", 8), HasSubstr("DATE_BEFORE_OPENING"));
  EXPECT_THAT(VerdictOn("entries.csv", 9), HasSubstr("DUPLICATE"));
  EXPECT_EQ(Count("entries where kind = 2"), 2);
  EXPECT_EQ(deployment_->database().Number("select owed_principal from parley.debts"), 10'300);
}

TEST_F(BadRows, OnTheWireSayEveryFaultAtOnce) {
  v1::ImportDebtsRequest request;
  request.mutable_options()->set_create_creditors(true);
  v1::ImportRow& row = *request.add_rows();
  row.set_row_number(7);
  row.mutable_debt()->set_external_ref("D");
  row.mutable_debt()->set_creditor_code("lender");
  row.mutable_debt()->mutable_debtor()->set_external_ref("P");
  row.mutable_debt()->set_currency_code("XYZ");
  row.mutable_debt()->set_itemisation_date("yesterday");
  const auto verdicts = Must(deployment_->Connect().Import(request));
  ASSERT_EQ(verdicts.size(), 1);
  EXPECT_EQ(verdicts[0].row_number(), 7);
  EXPECT_EQ(verdicts[0].outcome(), v1::IMPORT_OUTCOME_REFUSED);
  EXPECT_EQ(verdicts[0].reason(), "FIELD_INVALID");
  std::vector<std::string> faults;
  for (const auto& fault : verdicts[0].violations()) {
    faults.push_back(fault.field() + " " + fault.reason());
  }
  EXPECT_THAT(faults,
              testing::IsSupersetOf(
                  {"debt.currency_code CURRENCY_UNKNOWN", "debt.itemisation_date DATE_MALFORMED",
                   "debt.debtor.display_name REQUIRED", "debt.original_creditor REQUIRED"}));
  EXPECT_EQ(Count("debts"), 0);
  EXPECT_EQ(Count("creditors"), 0);
}

TEST_F(BadRows, StopNothingWhenTheyOnlyRehearse) {
  v1::ImportDebtsRequest request;
  request.mutable_options()->set_validate_only(true);
  EXPECT_THAT(Must(deployment_->Connect().Import(request)), testing::IsEmpty());
}

}  // namespace
}  // namespace parley::system_test
