// SPDX-License-Identifier: Apache-2.0
// What people see on the terminal.
#include <gmock/gmock.h>

#include <sstream>
#include <string>

#include "adapters/text/catalogue.h"
#include "google/protobuf/util/json_util.h"
#include "infra/cli/cli.h"
#include "infra/cli/import/progress.h"
#include "infra/cli/output/explanation_text.h"
#include "infra/cli/output/money_text.h"
#include "infra/cli/output/statement_text.h"
#include "infra/cli/output/table.h"
#include "infra/cli/output/text.h"
#include "infra/cli/terminal.h"
#include "tests/system/cli_run.h"

namespace parley::cli {
namespace {

using testing::HasSubstr;

template <typename T>
T FromJson(const std::string& json) {
  T message;
  EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(json, &message).ok()) << json;
  return message;
}

TEST(Answer, ThatCannotBeWrittenIsAnError) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  out.setstate(std::ios::badbit);
  Terminal full{.in = in, .out = out, .err = err, .environment = {}};
  EXPECT_EQ(RunCli({"version"}, full), 25);
  EXPECT_EQ(err.str(), "DATA_LOSS: the answer could not be written\n");
}

TEST(Help, OfACommandLeadsToWhatAllCommandsShare) {
  for (const std::string command : {"version", "import"}) {
    EXPECT_THAT(RunInProcess({command, "--help"}).out, HasSubstr("parley --help\n"));
  }
  EXPECT_THAT(RunInProcess({"--help"}).out, HasSubstr("Exit codes: 0"));
}

TEST(Explanation, ReadsFromTheStateToTheRights) {
  const auto explanation = FromJson<v1::StatusExplanation>(R"({
    "sentence": "Wir pr\u00fcfen.", "balance_sentence": "Saldo.",
    "holds": [{"sentence": "Ein Grund."}], "actions": [{"sentence": "Warten."}],
    "coming_day": {"sentence": "Am Montag."}, "rights": [{"sentence": "Fragen.\u001b[31m"}]})");
  EXPECT_EQ(ExplanationText(explanation, (*text::Catalogue::Load())->In("de")),
            "Wir prüfen.\nSaldo.\n\nWarum\n  - Ein Grund.\n\nWas Sie jetzt tun können\n  - "
            "Warten.\n\nWas als Nächstes kommt\n  - Am Montag.\n\nIhre Rechte\n  - "
            "Fragen.\xEF\xBF\xBD[31m\n");
}

TEST(Text, IsShownWithoutWhatMovesTheCursor) {
  EXPECT_EQ(Printable("plain é 漢"), "plain é 漢");
  EXPECT_EQ(Printable("\x1b[31mred\n"), "\xEF\xBF\xBD[31mred\xEF\xBF\xBD");
  EXPECT_EQ(Printable("\u202Egnp.exe"), "\xEF\xBF\xBDgnp.exe");
}

TEST(Text, TakesTwoColumnsForAWideCharacterAndNoneForAMark) {
  EXPECT_EQ(WidthOf("abc"), 3U);
  EXPECT_EQ(WidthOf("山田"), 4U);
  EXPECT_EQ(WidthOf("e\u0301"), 1U);
}

TEST(Table, LinesColumnsUp) {
  Table table({Align::kLeft, Align::kRight, Align::kLeft});
  table.Add({"DAY", "EUR", "WHY"});
  table.Add({"today", "-1.00", "山"});
  table.Add({"", "100.00"});
  table.AddRule({1});
  EXPECT_EQ(table.Render(),
            "DAY       EUR  WHY\n"
            "today   -1.00  山\n"
            "       100.00\n"
            "       ------\n");
}

TEST(MoneyText, HasTheDecimalsOfItsCurrency) {
  EXPECT_EQ(DecimalText(-12345, "EUR"), "-123.45");
  EXPECT_EQ(DecimalText(12345, "JPY"), "12345");
  EXPECT_EQ(DecimalText(5, "KWD"), "0.005");
  EXPECT_EQ(DecimalText(5, "QQQ"), "5 minor units");
}

TEST(ProgressLine, ShowsHowFarItIs) {
  EXPECT_EQ(ProgressLine({0.5, 15504, 12340.4, 2}),
            "[============>           ]  50 %  15504 rows  12340 rows/s  2 refused");
  EXPECT_THAT(ProgressLine({1.5, 1, 1, 0}), HasSubstr("[========================] 100 %"));
}

v1::Debt ADebtToShow() {
  return FromJson<v1::Debt>(R"({"name": "debtors/a/debts/b", "external_ref": "D-1",
    "origin": {"original_creditor": "Old Bank", "product": "card"}})");
}

v1::Statement AStatement() {
  return FromJson<v1::Statement>(R"({
    "from_date": "2025-01-01", "to_date": "2025-01-31", "known_time": "2025-02-01T09:30:00Z",
    "opening_net_balance": {"minor_units": 0, "currency_code": "EUR"},
    "movements": [
      {"value_date": "2025-01-02", "kind": "ENTRY_KIND_OPENING",
       "change": {"minor_units": 10000, "currency_code": "EUR"},
       "net_balance_after": {"minor_units": 10000, "currency_code": "EUR"}},
      {"value_date": "2025-01-20", "kind": "ENTRY_KIND_PAYMENT", "reason": "bank transfer",
       "change": {"minor_units": -2550, "currency_code": "EUR"},
       "net_balance_after": {"minor_units": 7450, "currency_code": "EUR"}}],
    "closing_net_balance": {"minor_units": 7450, "currency_code": "EUR"},
    "balance": {"minor_units": 7450, "currency_code": "EUR"}})");
}

TEST(StatementText, AddsUpBeforeTheReadersEyes) {
  EXPECT_EQ(PaperText(ADebtToShow(), AStatement(), "Demo Bank (demo)"),
            "Statement\n"
            "Debt        D-1\n"
            "            debtors/a/debts/b\n"
            "Owed to     Demo Bank (demo)\n"
            "Comes from  Old Bank, card\n"
            "Period      2025-01-01 to 2025-01-31\n"
            "Known at    2025-02-01T09:30:00Z\n"
            "\n"
            "DATE        ENTRY        CHANGE  BALANCE EUR  REASON\n"
            "            before                      0.00\n"
            "2025-01-02  opening     +100.00       100.00\n"
            "2025-01-20  payment      -25.50        74.50  bank transfer\n"
            "                                 -----------\n"
            "            at the end                 74.50\n"
            "\n"
            "Owed: 74.50 EUR\n");
}

TEST(StatementText, IsKnownNotToAddUp) {
  v1::Statement statement = AStatement();
  EXPECT_TRUE(AddsUp(statement));
  statement.mutable_closing_net_balance()->set_minor_units(7451);
  EXPECT_FALSE(AddsUp(statement));
  statement = AStatement();
  statement.mutable_movements(0)->mutable_net_balance_after()->set_minor_units(9999);
  EXPECT_FALSE(AddsUp(statement));
}

v1::Itemisation AnItemisation() {
  return FromJson<v1::Itemisation>(R"({
    "itemisation_date_kind": "ITEMISATION_DATE_KIND_LAST_STATEMENT",
    "itemisation_date": "2025-01-31", "as_of_date": "2025-03-31",
    "known_time": "2025-04-01T00:00:00Z",
    "amount_at_itemisation": {"minor_units": 184500, "currency_code": "JPY"},
    "lines": [
      {"kind": "ITEMISATION_LINE_KIND_FEES", "entry_count": 1,
       "amount": {"minor_units": 500, "currency_code": "JPY"}},
      {"kind": "ITEMISATION_LINE_KIND_PAYMENTS", "entry_count": 2,
       "amount": {"minor_units": -24000, "currency_code": "JPY"}}],
    "net_balance": {"minor_units": 161000, "currency_code": "JPY"},
    "balance": {"minor_units": 161000, "currency_code": "JPY"},
    "buckets": [{"bucket": "BUCKET_PRINCIPAL", "minor_units": 160500},
                {"bucket": "BUCKET_FEES", "minor_units": 500}]})");
}

TEST(PaperText, TellsTheWholeOriginAsFarAsItIsKnown) {
  v1::Debt debt = ADebtToShow();
  *debt.mutable_origin() = FromJson<v1::Origin>(R"({
    "original_creditor": "Old Bank", "product": "card", "agreement_reference": "CARD 1",
    "agreement_date": "2019-05-02", "default_date": "2024-06-30",
    "last_payment_date": "2024-05-28",
    "charge_off": {"date": "2024-12-31",
                   "amount": {"minor_units": 832735, "currency_code": "EUR"}},
    "transfers": [
      {"kind": "TRANSFER_KIND_OWNERSHIP", "from_party": "Old Bank", "to_party": "Fund One",
       "transfer_date": "2025-01-10", "notice_date": "2025-01-20"},
      {"kind": "TRANSFER_KIND_SERVICING", "from_party": "Fund One", "to_party": "Servicer",
       "transfer_date": "2025-02-01"}]})");
  const std::string origin =
      "Comes from  Old Bank, card\n"
      "Agreement   CARD 1\n"
      "Agreed on   2019-05-02\n"
      "Default     2024-06-30\n"
      "Last paid   2024-05-28, before the placement\n"
      "Charge-off  2024-12-31, 8327.35 EUR\n"
      "Passed on   2025-01-10 ownership from Old Bank to Fund One, notice on 2025-01-20\n"
      "Passed on   2025-02-01 servicing from Fund One to Servicer, no notice known\n";
  EXPECT_THAT(PaperText(debt, AStatement(), "Demo"), HasSubstr(origin + "Period "));
  EXPECT_THAT(PaperText(debt, AnItemisation(), "Demo"), HasSubstr(origin + "As of "));
}

TEST(ItemisationText, ShowsEachPartAndTheSum) {
  EXPECT_THAT(PaperText(ADebtToShow(), AnItemisation(), "Demo Bank (demo)"),
              HasSubstr("                                     ENTRIES     JPY\n"
                        "Owed on 2025-01-31 (last statement)           184500\n"
                        "fees                                       1    +500\n"
                        "payments                                   2  -24000\n"
                        "                                              ------\n"
                        "Sum                                           161000\n"
                        "\n"
                        "Owed: 161000 JPY\n"
                        "  of it principal  160500\n"
                        "  of it fees          500\n"));
}

TEST(ItemisationText, SaysThatMoneyIsHeldAndNothingOwed) {
  v1::Itemisation itemisation = AnItemisation();
  itemisation.clear_buckets();
  itemisation.mutable_balance()->set_minor_units(0);
  *itemisation.mutable_credit_balance() = itemisation.net_balance();
  EXPECT_THAT(PaperText(ADebtToShow(), itemisation, "Demo"),
              HasSubstr("Nothing is owed; 161000 JPY is held for the debtor.\n"));
}

TEST(ItemisationText, IsKnownNotToAddUp) {
  v1::Itemisation itemisation = AnItemisation();
  EXPECT_TRUE(AddsUp(itemisation));
  itemisation.mutable_lines(0)->mutable_amount()->set_minor_units(501);
  EXPECT_FALSE(AddsUp(itemisation));
}

}  // namespace
}  // namespace parley::cli
