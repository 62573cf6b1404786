// SPDX-License-Identifier: Apache-2.0
// The command line against the server that it is made for, over memory.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "infra/cli/rpc/methods.h"
#include "nlohmann/json.hpp"
#include "tests/system/support/deployment.h"
#include "tests/system/support/files.h"
#include "tests/system/support/process.h"

namespace parley::system_test {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class CliOverAServer : public testing::Test {
 public:
  Outcome ImportDemonstration(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"import",
                                          "infra/demo/debts.csv",
                                          "infra/demo/entries.csv",
                                          "--create-creditors",
                                          "--verdicts",
                                          deployment_.folder() / "verdicts.csv"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return deployment_.RunCli(arguments);
  }

  Deployment deployment_{StoreKind::kMemory};
};

TEST_F(CliOverAServer, AsksForHealthWithoutAToken) {
  const Outcome serving = RunProgram(
      {.program = BuiltProgram("parley"),
       .arguments = {"health", "parley.v1.DebtService", "--address", deployment_.address().target,
                     "--ca", deployment_.folder() / "keys/ca.pem"}});
  EXPECT_EQ(serving.out, "SERVING\n") << serving.err;
  deployment_.Kill();
  EXPECT_EQ(deployment_.RunCli({"health"}).ending, Ending{.exit_code = 24});
}

TEST_F(CliOverAServer, ReachesEveryMethodOfTheApi) {
  for (const auto* method : cli::AllMethods()) {
    // A watch does not end.
    if (method->server_streaming() && !method->client_streaming()) continue;
    const Outcome answer = deployment_.RunCli({"call", cli::ShortName(*method), "{}"});
    EXPECT_THAT(answer.err, Not(HasSubstr("METHOD_UNKNOWN"))) << cli::ShortName(*method);
    EXPECT_THAT(answer.ending, testing::AnyOf(kSuccess, Ending{.exit_code = 13}))
        << cli::ShortName(*method) << answer.err;
  }
}

TEST_F(CliOverAServer, ImportsTheDemonstrationAndShowsADebtThatAddsUp) {
  const Outcome rehearsal = ImportDemonstration({"--validate-only", "--restart"});
  EXPECT_EQ(rehearsal.ending, kSuccess) << rehearsal.out << rehearsal.err;
  const Outcome imported = ImportDemonstration({"--restart"});
  EXPECT_EQ(imported.out, "12 placed, 22 posted, 0 duplicate, 0 refused\n") << imported.err;
  const Outcome itemised = deployment_.RunCli({"itemise", "DEMO-0006", "--as-of", "2025-12-31"});
  EXPECT_THAT(itemised.out, HasSubstr("                               ENTRIES      KWD\n"
                                      "Owed on 2025-01-15 (judgment)           453.375\n"
                                      "costs                                1   +3.125\n"
                                      "payments                             1  -75.250\n"
                                      "                                        -------\n"
                                      "Sum                                     381.250\n"))
      << itemised.err;
  const Outcome sold = deployment_.RunCli({"itemise", "DEMO-0004"});
  EXPECT_THAT(sold.out, HasSubstr("Agreement   CARD 0000 0004\n"
                                  "Agreed on   2020-02-20\n"
                                  "Default     2024-12-20\n"
                                  "Last paid   2024-11-12, before the placement\n"
                                  "Passed on   2025-01-02 ownership from Nowhere Card Company to "
                                  "Imaginary Savings Bank, no notice known\n"))
      << sold.err;
  EXPECT_THAT(deployment_.RunCli({"holds", "DEMO-0006"}).out,
              StartsWith("No holds.\n\nToday\nAsking for payment: allowed\n"));
  const Outcome contact = deployment_.RunCli({"may-contact", "PERSON-05"});
  EXPECT_THAT(contact.out, AllOf(StartsWith("Channel             Allowed now  Next time"),
                                 HasSubstr("\ncall "), HasSubstr(" Asia/Kuwait, about 1 debt.\n")))
      << contact.err;
  EXPECT_EQ(deployment_.RunCli({"communications", "PERSON-05"}).out, "No communications.\n");
  const Outcome invariants = deployment_.RunCli({"check", "invariants", "DEMO-0001"});
  EXPECT_EQ(invariants.out, "1 debt and 5 entries checked, 0 findings\n") << invariants.err;
}

TEST_F(CliOverAServer, KeepsHowAPersonMayBeReached) {
  ImportDemonstration();
  const std::vector<std::vector<std::string>> changes = {
      {"debtor", "add-contact", "PERSON-05", "+44 20 7946 0001", "--source", "the debtor"},
      {"debtor", "consent", "PERSON-05", "electronic_contact", "--how", "call", "--wording", "1",
       "--source", "the debtor"},
      {"debtor", "opt-out", "PERSON-05", "--how", "sms", "--channel", "sms", "--source",
       "the debtor"}};
  for (const std::vector<std::string>& change : changes) {
    const Outcome changed = deployment_.RunCli(change);
    EXPECT_THAT(changed.out, StartsWith("debtors/")) << changed.err;
  }
  const Outcome record = deployment_.RunCli({"debtor", "record", "PERSON-05"});
  EXPECT_THAT(record.out, AllOf(HasSubstr("+442079460001"), HasSubstr("granted"),
                                HasSubstr("electronic contact"), HasSubstr("stands")))
      << record.err;
}

TEST_F(CliOverAServer, ShowsAStatementInTheLanguageOfItsReader) {
  ImportDemonstration();
  const std::vector<std::string> statement = {"statement", "DEMO-0009",  "--creditor", "demo-bank",
                                              "--to",      "2025-12-31", "--language", "en"};
  const Outcome english = deployment_.RunCli(statement);
  EXPECT_THAT(english.out, AllOf(HasSubstr("You owe nothing. €25.10 is yours"),
                                 HasSubstr("Reference  "), HasSubstr("DEMO-0009")))
      << english.err;
  std::vector<std::string> spanish = statement;
  spanish.back() = "es";
  EXPECT_THAT(deployment_.RunCli(spanish).out, HasSubstr("Usted no debe nada. 25,10"));
  const ScratchFolder folder;
  const std::string file = folder / "statement.pdf";
  spanish.insert(spanish.end(), {"--pdf", file});
  const Outcome pdf = deployment_.RunCli(spanish);
  EXPECT_EQ(pdf.ending, kSuccess) << pdf.err;
  EXPECT_THAT(ReadFile(file), StartsWith("%PDF-1."));
  spanish.back() = folder / "nowhere/statement.pdf";
  EXPECT_EQ(deployment_.RunCli(spanish).ending, Ending{.exit_code = 17});
}

TEST_F(CliOverAServer, QuotesWhatPaysADebtOff) {
  ImportDemonstration();
  const Outcome quoted = deployment_.RunCli({"quote", "DEMO-0006"});
  EXPECT_THAT(quoted.out, AllOf(HasSubstr("381.250 KWD pays it off until "),
                                HasSubstr(", whatever accrues meanwhile.\nReference: Q-")))
      << quoted.err;
  const auto json =
      nlohmann::json::parse(deployment_.RunCli({"quote", "DEMO-0006", "-o", "json"}).out);
  EXPECT_EQ(json.at("amount").at("minor_units"), "381250");
  const Outcome late = deployment_.RunCli({"quote", "DEMO-0006", "--until", "2020-01-01"});
  EXPECT_EQ(late.ending, Ending{.exit_code = 13});
  EXPECT_THAT(late.err, HasSubstr("valid_until_date: DATE_IN_PAST "));
}

TEST_F(CliOverAServer, ListsPrintsAndPublishesRulebooks) {
  EXPECT_THAT(deployment_.RunCli({"rulebook", "list"}).out,
              AllOf(HasSubstr("US.REGF 2021-11-30"), HasSubstr("HOUSE.CONSIDERATE 1")));
  const ScratchFolder folder;
  const std::string file = folder / "ours.textproto";
  const std::string text =
      "id: 'OURS' version: '1' title: 'Ours' authority_url: 'https://example.com'\n"
      "text_read: 'all of it' effective_date: '2030-01-01'\n"
      "rules { id: 'OURS.WEEK' cite: 'a promise' frequency_cap { limit: 1 days: 7 } }\n";
  WriteFile(file, text);
  EXPECT_EQ(deployment_.RunCli({"rulebook", "publish", file, "--dry-run"}).out,
            "OURS 1 is sound: 1 rule, from 2030-01-01 on\n");
  EXPECT_EQ(deployment_.RunCli({"rulebook", "get", "OURS", "1"}).ending, Ending{.exit_code = 15});
  EXPECT_EQ(deployment_.RunCli({"rulebook", "publish", file}).out,
            "OURS 1 published: 1 rule, from 2030-01-01 on\n");
  EXPECT_EQ(deployment_.RunCli({"rulebook", "get", "OURS", "1"}).out, text);
}

TEST_F(CliOverAServer, StopsContactAndLetsItGoOn) {
  const Outcome engaged =
      deployment_.RunCli({"kill-switch", "engage", "--channel", "sms", "--reason", "a test"});
  EXPECT_THAT(engaged.out, EndsWith(" stops sms\n")) << engaged.err;
  const std::string name = engaged.out.substr(0, engaged.out.find(' '));
  EXPECT_THAT(deployment_.RunCli({"kill-switch", "status"}).out,
              AllOf(HasSubstr(name), HasSubstr("a test")));
  std::vector<std::string> release = {"kill-switch", "release",    name, "--reason",
                                      "it is over",  "--per-hour", "5",  "--dry-run"};
  EXPECT_THAT(deployment_.RunCli(release).out,
              StartsWith("Would go on: 0 persons, 5 an hour, until "));
  release.pop_back();
  EXPECT_THAT(deployment_.RunCli(release).out, StartsWith("Goes on: 0 persons, 5 an hour, until "));
  EXPECT_EQ(deployment_.RunCli({"kill-switch", "status"}).out, "Nothing is stopped.\n");
  EXPECT_EQ(
      deployment_.RunCli({"kill-switch", "engage", "--channel", "fax", "--reason", "x"}).ending,
      Ending{.exit_code = 13});
}

TEST_F(CliOverAServer, ShowsADebtAsItWasKnown) {
  ImportDemonstration();
  const auto itemise = [this](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"itemise", "DEMO-0007", "-o", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return nlohmann::json::parse(deployment_.RunCli(arguments).out);
  };
  const nlohmann::json before = itemise({});
  EXPECT_EQ(before.at("net_balance").at("minor_units"), "0");
  const std::string charge = absl::StrCat(
      R"({"entries": [{"external_ref": "LATER", "kind": "ENTRY_KIND_CHARGE", "value_date": )",
      R"("2025-03-05", "amount": {"minor_units": 100, "currency_code": "GBP"}}], "name": ")",
      before.at("debt").get<std::string>(), "\"}");
  EXPECT_EQ(deployment_.RunCli({"call", "PostEntries", charge}).ending, kSuccess);
  EXPECT_EQ(itemise({}).at("net_balance").at("minor_units"), "100");
  EXPECT_EQ(itemise({"--known-at", before.at("known_time")}), before);
}

TEST_F(CliOverAServer, ExplainsARefusalWithItsReasonAndItsFields) {
  ImportDemonstration();
  const Outcome refused = deployment_.RunCli({"statement", "DEMO-0001", "--from", "2025-13-01"});
  EXPECT_EQ(refused.ending, Ending{.exit_code = 13});
  EXPECT_THAT(refused.err, AllOf(HasSubstr("INVALID_ARGUMENT FIELD_INVALID: "),
                                 HasSubstr("\n  from_date: DATE_MALFORMED ")));
  EXPECT_EQ(deployment_.RunCli({"itemise", "NOBODY"}).ending, Ending{.exit_code = 15});
}

TEST_F(CliOverAServer, MintsATokenForSomeScopesAndOneTenant) {
  const std::string key = deployment_.folder() / "keys/signing-key.jwk";
  const auto mint = [&](const std::string& scope) {
    const Outcome minted = RunProgram({.program = BuiltProgram("parley"),
                                       .arguments = {"token", "--key", key, "--tenant", kTenant,
                                                     "--scope", scope, "--expires", "5m"}});
    EXPECT_EQ(minted.ending, kSuccess) << minted.err;
    WriteFile(deployment_.folder() / "token", minted.out);
  };
  const auto list = [this] {
    return deployment_.RunCli(
        {"call", "ListCreditors", "--token-file", deployment_.folder() / "token"});
  };
  mint("parley.creditor.read");
  EXPECT_EQ(list().ending, kSuccess);
  mint("parley.debt.read parley.debt.write");
  EXPECT_EQ(list().ending, Ending{.exit_code = 17});
}

TEST(CliOverADatabase, MakesATenantOnce) {
  if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
  const Database database(TestPostgres());
  const Command command{
      .program = BuiltProgram("parley"),
      .arguments = {"admin", "create-tenant", "--name", "An invented tenant", "--id", kTenant},
      .environment = {{"PARLEY_DATABASE", database.OwnerAddress()}}};
  EXPECT_EQ(RunProgram(command).out, absl::StrCat(kTenant, "\n"));
  EXPECT_EQ(RunProgram(command).ending, Ending{.exit_code = 16});
}

}  // namespace
}  // namespace parley::system_test
