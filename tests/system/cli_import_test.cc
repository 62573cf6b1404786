// SPDX-License-Identifier: Apache-2.0
// The import against a service that breaks: nothing is lost, nothing is written twice.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/system/cli_fake_service.h"
#include "tests/system/cli_run.h"
#include "tests/system/support/files.h"

namespace parley::cli {
namespace {

using system_test::ReadFile;
using system_test::ScratchFolder;
using system_test::WriteFile;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* kDebtsHeader =
    "external_ref,debtor_external_ref,creditor,original_creditor,product,currency,"
    "itemisation_date_kind,itemisation_date,opening_principal,debtor_name\n";
constexpr const char* kEntriesHeader = "external_ref,entry_ref,kind,value_date,amount\n";

std::string DebtLine(const std::string& reference) {
  return absl::StrCat(reference, ",P-", reference,
                      ",fake,Nobody,card,EUR,LAST_STATEMENT,2025-01-31,10.00,Ann Example\n");
}

std::string EntryLine(const std::string& debt, const std::string& entry) {
  return absl::StrCat(debt, ",", entry, ",PAYMENT,2025-02-15,1.00\n");
}

std::string ManyDebts(int count) {
  std::string text = kDebtsHeader;
  for (int at = 0; at < count; ++at) text += DebtLine(absl::StrCat("D-", at));
  return text;
}

class ImportOverAFake : public testing::Test {
 public:
  CliResult Import(const std::string& debts, const std::vector<std::string>& more = {}) {
    WriteFile(folder_ / "debts.csv", debts);
    std::vector<std::string> arguments = {"import",     folder_ / "debts.csv",
                                          "--address",  service_.address(),
                                          "--verdicts", verdicts_path()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunInProcess(arguments);
  }

  std::string verdicts_path() const { return folder_ / "verdicts.csv"; }
  std::string verdicts() const { return ReadFile(verdicts_path()); }

  ScratchFolder folder_;
  FakeService service_;
};

TEST_F(ImportOverAFake, SendsDebtsThenEntriesAndSumsTheVerdictsUp) {
  WriteFile(folder_ / "entries.csv", kEntriesHeader + EntryLine("D-0", "E-1"));
  const CliResult result = Import(ManyDebts(2), {folder_ / "entries.csv", "--create-creditors"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "2 placed, 1 posted, 0 duplicate, 0 refused\n");
  ASSERT_THAT(service_.options, SizeIs(1));
  EXPECT_TRUE(service_.options[0].create_creditors());
  EXPECT_FALSE(service_.options[0].validate_only());
  EXPECT_THAT(verdicts(),
              HasSubstr("\n3,entries.csv,2,D-0,E-1,POSTED,debtors/d/debts/D-0/E-1,,,\n"));
}

TEST_F(ImportOverAFake, RefusesTheRowsThatAreBadAndGoesOn) {
  const std::string debts =
      absl::StrCat(kDebtsHeader, DebtLine("D-1"), "D-2,too,short\n", DebtLine("BAD-3"),
                   "D-\xFF,P,fake,N,c,EUR,JUDGMENT,x,1,A\n", DebtLine("D-5"));
  const CliResult result = Import(debts);
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.out, "2 placed, 0 posted, 0 duplicate, 3 refused\n");
  EXPECT_THAT(verdicts(), AllOf(HasSubstr("\n2,debts.csv,3,,,REFUSED,,FIELD_INVALID,"),
                                HasSubstr("the row: ROW_WIDTH: "),
                                HasSubstr("\n3,debts.csv,4,BAD-3,,REFUSED,,FIELD_INVALID,"),
                                HasSubstr("debtor_name: REQUIRED: The field is required."),
                                HasSubstr("\n4,debts.csv,5,,,REFUSED,,FIELD_INVALID,"),
                                HasSubstr("external_ref: NOT_UTF8: ")));
}

TEST_F(ImportOverAFake, GoesOnByItselfWhenTheStreamBreaks) {
  service_.break_after_rows = 1000;
  const CliResult result = Import(ManyDebts(3000));
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("the import broke off after"));
  EXPECT_EQ(service_.calls_of_import, 2);
  EXPECT_THAT(service_.known_rows, SizeIs(3000));
  // Rows of the message whose verdicts were lost are there already.
  EXPECT_EQ(result.out, "2800 placed, 0 posted, 200 duplicate, 0 refused\n");
  EXPECT_LE(service_.most_rows_a_message, 500);
}

TEST_F(ImportOverAFake, GivesUpWhenPatienceIsOverAndGoesOnWhenItIsCalledAgain) {
  service_.break_after_rows = 1000;
  const CliResult broken = Import(ManyDebts(3000), {"--patience", "0"});
  EXPECT_EQ(broken.exit_code, 24) << broken.out << broken.err;
  EXPECT_THAT(broken.err, HasSubstr("UNAVAILABLE"));
  const int received = service_.rows_received;
  const CliResult resumed = Import(ManyDebts(3000), {"--patience", "0"});
  EXPECT_EQ(resumed.exit_code, 0) << resumed.err;
  EXPECT_THAT(resumed.err, HasSubstr("800 rows have their verdict"));
  EXPECT_EQ(service_.rows_received - received, 2200);
  EXPECT_EQ(resumed.out, "2800 placed, 0 posted, 200 duplicate, 0 refused\n");
}

TEST_F(ImportOverAFake, SendsNothingWhenEveryRowHasItsVerdict) {
  EXPECT_EQ(Import(ManyDebts(10)).exit_code, 0);
  const CliResult again = Import(ManyDebts(10));
  EXPECT_EQ(again.out, "10 placed, 0 posted, 0 duplicate, 0 refused\n");
  EXPECT_EQ(service_.calls_of_import, 1);
}

TEST_F(ImportOverAFake, StartsOverWhenToldTo) {
  EXPECT_EQ(Import(ManyDebts(10)).exit_code, 0);
  const CliResult again = Import(ManyDebts(10), {"--restart"});
  EXPECT_EQ(again.out, "0 placed, 0 posted, 10 duplicate, 0 refused\n");
}

TEST_F(ImportOverAFake, RefusesAVerdictFileOfOtherInputs) {
  EXPECT_EQ(Import(ManyDebts(10)).exit_code, 0);
  const std::string before = verdicts();
  const CliResult other = Import(ManyDebts(11));
  EXPECT_EQ(other.exit_code, 19);
  EXPECT_THAT(other.err, AllOf(HasSubstr("is of other input files"), HasSubstr("--restart")));
  EXPECT_EQ(verdicts(), before);
  EXPECT_EQ(service_.rows_received, 10);
}

TEST_F(ImportOverAFake, RefusesAnUnknownColumnBeforeItSendsAnything) {
  const CliResult result = Import("external_ref,shoe_size\nD-1,44\n");
  EXPECT_EQ(result.exit_code, 13);
  EXPECT_THAT(result.err, AllOf(HasSubstr("'shoe_size'"), HasSubstr("'currency'")));
  EXPECT_EQ(service_.calls_of_import, 0);
  EXPECT_THAT(verdicts(), IsEmpty());
}

TEST_F(ImportOverAFake, AnswersInJsonWhenAsked) {
  const CliResult result = Import(ManyDebts(3), {"-o", "json"});
  EXPECT_THAT(result.out, AllOf(HasSubstr("\"placed\":3"), HasSubstr("\"refused\":0"),
                                Not(HasSubstr("3 placed"))));
}

}  // namespace
}  // namespace parley::cli
