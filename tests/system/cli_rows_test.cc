// SPDX-License-Identifier: Apache-2.0
// What the files of an import become: rows of the API.
#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "domain/common/reason.h"
#include "infra/cli/import/columns.h"
#include "infra/cli/import/field_setter.h"
#include "infra/cli/import/import_source.h"
#include "infra/cli/import/inputs_digest.h"
#include "infra/cli/import/verdict.h"
#include "tests/system/support/files.h"

namespace parley::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using system_test::ScratchFolder;
using system_test::WriteFile;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// The paths of all texts and enums below a message; the first element stands for a repeated field.
void CollectPaths(const Descriptor& type, const std::string& prefix, std::set<std::string>& paths) {
  for (int at = 0; at < type.field_count(); ++at) {
    const FieldDescriptor& field = *type.field(at);
    const std::string path = absl::StrCat(prefix, field.name(), field.is_repeated() ? "[0]" : "");
    if (field.message_type() != nullptr) {
      CollectPaths(*field.message_type(), path + ".", paths);
    } else {
      paths.insert(path);
    }
  }
}

TEST(Columns, FillEveryFieldOfARow) {
  std::set<std::string> unfilled;
  CollectPaths(*v1::DebtRow::descriptor(), "debt.", unfilled);
  CollectPaths(*v1::EntryRow::descriptor(), "entry.", unfilled);
  for (const Column& column : DebtColumns()) unfilled.erase(column.path);
  for (const Column& column : EntryColumns()) unfilled.erase(column.path);
  // The columns of buckets fill these two at once.
  EXPECT_THAT(unfilled, ElementsAre("debt.opening[0].amount", "debt.opening[0].bucket"));
}

TEST(Columns, NameFieldsThatThereAre) {
  for (const Column& column : DebtColumns()) {
    EXPECT_TRUE(FieldSetter(column).IsSound()) << column.name;
  }
  for (const Column& column : EntryColumns()) {
    EXPECT_TRUE(FieldSetter(column).IsSound()) << column.name;
  }
  for (const char* path :
       {"debt.nothing", "debt.debtor", "debt.transfers[x].kind", "debt.product.x"}) {
    EXPECT_FALSE(FieldSetter({"name", path, Presence::kOptional}).IsSound()) << path;
  }
}

TEST(Columns, AreFoundAgainForAFieldThatIsRefused) {
  v1::ImportRow row;
  row.mutable_debt()->add_opening()->set_bucket(v1::BUCKET_FEES);
  EXPECT_EQ(ColumnOf("debt.opening[0].amount", row), "opening_fees");
  EXPECT_EQ(ColumnOf("debt.transfers[1].from_party", row), "transfer_2_from");
  EXPECT_EQ(ColumnOf("debt.debtor.display_name", row), "debtor_name");
  EXPECT_EQ(ColumnOf("debt.unheard_of", row), "");
  row.mutable_entry();
  EXPECT_EQ(ColumnOf("entry.amount", row), "amount");
}

class SourceOfRows : public testing::Test {
 public:
  std::string Write(const std::string& name, const std::string& content) {
    WriteFile(folder_ / name, content);
    return folder_ / name;
  }

  static std::vector<SourceRow> ReadAll(absl::StatusOr<ImportSource> source) {
    EXPECT_TRUE(source.ok()) << source.status();
    std::vector<SourceRow> rows;
    SourceRow row;
    while (source.ok() && source->Next(row)) rows.push_back(row);
    EXPECT_TRUE(source->status().ok());
    return rows;
  }

  ScratchFolder folder_;
};

constexpr const char* kHeader =
    "external_ref,debtor_external_ref,original_creditor,product,currency,itemisation_date_kind,"
    "itemisation_date,opening_principal,debtor_name";

TEST_F(SourceOfRows, ReadsADebtWithAllThatItsRowSays) {
  const std::string file =
      Write("debts.csv",
            absl::StrCat(
                kHeader,
                ",opening_fees,debtor_birth_year,transfer_1_kind,transfer_1_from,charge_off_date\n"
                "D-1,P-1,Old Bank,card,KWD,JUDGMENT,2025-01-31,1.500,\"Ann, Example\",0.250,1980,"
                "OWNERSHIP,Old Bank,2024-12-31\n"));
  const std::vector<SourceRow> rows = ReadAll(ImportSource::Open(file, "", "CREDITOR"));
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_THAT(rows[0].problems, IsEmpty());
  const v1::DebtRow& debt = rows[0].message.debt();
  EXPECT_EQ(rows[0].message.row_number(), 1);
  EXPECT_EQ(debt.creditor_code(), "CREDITOR");
  EXPECT_EQ(debt.itemisation_date_kind(), v1::ITEMISATION_DATE_KIND_JUDGMENT);
  ASSERT_EQ(debt.opening_size(), 2);
  EXPECT_EQ(debt.opening(1).bucket(), v1::BUCKET_FEES);
  EXPECT_EQ(debt.opening(1).amount(), "0.250");
  EXPECT_EQ(debt.debtor().display_name(), "Ann, Example");
  EXPECT_EQ(debt.debtor().birth_date(), "1980");
  EXPECT_EQ(debt.transfers(0).kind(), v1::TRANSFER_KIND_OWNERSHIP);
  EXPECT_EQ(debt.transfers(0).from_party(), "Old Bank");
  EXPECT_EQ(debt.charge_off().date(), "2024-12-31");
}

TEST_F(SourceOfRows, LeavesOutWhatIsEmpty) {
  const std::string file =
      Write("debts.csv", absl::StrCat(kHeader,
                                      ",charge_off_date,transfer_1_kind,language\n"
                                      "D-1,P-1,Old Bank,card,EUR,JUDGMENT,2025-01-31,,A,,,\n"));
  const std::vector<SourceRow> rows = ReadAll(ImportSource::Open(file, "", ""));
  ASSERT_THAT(rows, SizeIs(1));
  const v1::DebtRow& debt = rows[0].message.debt();
  EXPECT_FALSE(debt.has_charge_off());
  EXPECT_EQ(debt.transfers_size(), 0);
  EXPECT_EQ(debt.opening_size(), 0);
}

TEST_F(SourceOfRows, TellsTheColumnOfAnUnknownWord) {
  const std::string file =
      Write("debts.csv", absl::StrCat(kHeader,
                                      "\nD-1,P-1,B,card,EUR,SUMMER,2025-01-31,1,A\n"
                                      "D-2,P-1,B,card,EUR,UNSPECIFIED,2025-01-31,1,A\n"));
  for (const SourceRow& row : ReadAll(ImportSource::Open(file, "", ""))) {
    EXPECT_THAT(row.problems,
                ElementsAre(CsvProblem{"itemisation_date_kind", Fault::kUnknownValue}));
    EXPECT_THAT(LocalRefusal(row).details, HasSubstr("itemisation_date_kind: UNKNOWN_VALUE"));
  }
}

TEST_F(SourceOfRows, NumbersRowsOverBothFiles) {
  const std::string debts =
      Write("debts.csv", absl::StrCat(kHeader, "\nD-1,P-1,B,card,EUR,JUDGMENT,2025-01-31,1,A\n"));
  const std::string entries = Write("entries.csv",
                                    "external_ref,entry_ref,kind,value_date,amount,bucket,reason\n"
                                    "D-1,E-1,CHARGE,2025-02-01,3.00,COSTS,court\n");
  const std::vector<SourceRow> rows = ReadAll(ImportSource::Open(debts, entries, ""));
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[1].number, 2);
  EXPECT_EQ(rows[1].file, "entries.csv");
  EXPECT_EQ(rows[1].line, 2);
  EXPECT_EQ(rows[1].entry_ref, "E-1");
  const v1::EntryRow& entry = rows[1].message.entry();
  EXPECT_EQ(entry.kind(), v1::ENTRY_KIND_CHARGE);
  EXPECT_EQ(entry.bucket(), v1::BUCKET_COSTS);
  EXPECT_EQ(entry.reason(), "court");
}

TEST_F(SourceOfRows, RefusesTwoColumnsForOneField) {
  const std::string file =
      Write("debts.csv", absl::StrCat(kHeader, ",debtor_birth_year,debtor_birth_date\n"));
  const absl::Status status = ImportSource::Open(file, "", "").status();
  EXPECT_EQ(ReasonOf(status), Reason::kFieldInvalid);
  EXPECT_THAT(std::string(status.message()), HasSubstr("debtor_birth_year"));
}

TEST_F(SourceOfRows, NamesAFileThatIsNotThere) {
  const absl::Status status = ImportSource::Open(folder_ / "none.csv", "", "").status();
  EXPECT_TRUE(absl::IsNotFound(status));
  EXPECT_THAT(std::string(status.message()), HasSubstr("none.csv"));
}

TEST(Demonstration, ReadsWithoutAProblem) {
  absl::StatusOr<ImportSource> source =
      ImportSource::Open("infra/demo/debts.csv", "infra/demo/entries.csv", "");
  ASSERT_TRUE(source.ok()) << source.status();
  SourceRow row;
  std::set<std::string> currencies;
  while (source->Next(row)) {
    EXPECT_THAT(row.problems, IsEmpty()) << row.file << " " << row.line;
    if (row.message.has_debt()) currencies.insert(row.message.debt().currency_code());
  }
  EXPECT_THAT(currencies, AllOf(testing::Contains("JPY"), testing::Contains("KWD")));
}

TEST_F(SourceOfRows, AreDigestedWithTheBordersOfTheirFiles) {
  const std::string one = Write("one", "abc");
  const std::string two = Write("two", "def");
  const std::string both = Write("both", "abcdef");
  const auto digest = [](const std::vector<std::string>& files) { return DigestOf(files)->text; };
  EXPECT_EQ(digest({one, two}), digest({one, two}));
  EXPECT_NE(digest({one, two}), digest({two, one}));
  EXPECT_NE(digest({one, two}), digest({both}));
  EXPECT_EQ(DigestOf(std::vector<std::string>{one, two})->bytes, 6);
}

}  // namespace
}  // namespace parley::cli
