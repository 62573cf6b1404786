// SPDX-License-Identifier: Apache-2.0
// What parleyd is told, and by what: flags over environment over file over defaults.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "infra/server/flags.h"
#include "infra/server/load_config.h"
#include "infra/server/settings.h"
#include "tests/system/support/files.h"

namespace parley::server {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

using Variables = std::map<std::string, std::string>;

struct Loaded {
  LoadedConfig result;
  ProblemList problems;

  const Config& config() const { return result.config; }
};

Loaded Load(const std::vector<std::string>& arguments, const Variables& variables = {}) {
  Loaded loaded;
  const Flags flags = ParseFlags(arguments, loaded.problems);
  const Environment environment =
      [&variables](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional<std::string>(found->second);
  };
  loaded.result = LoadConfig(flags, environment, loaded.problems);
  return loaded;
}

// What a server with a database needs at least, and then some.
Loaded LoadGood(std::vector<std::string> more = {}, const Variables& variables = {}) {
  more.insert(more.begin(), {"--database", "dbname=parley", "--keys", "keys"});
  return Load(more, variables);
}

constexpr const char* kTenant = "01890000-0000-7000-8000-00000000000a";

TEST(Settings, HaveANameAHelpAndADefaultThatCanBeRead) {
  std::map<std::string, int> names;
  for (const Setting& setting : Settings()) {
    EXPECT_EQ(++names[setting.Key()], 1) << setting.name;
    EXPECT_FALSE(setting.help.empty()) << setting.name;
    EXPECT_NE(setting.help.back(), '.') << setting.name;
    Config config;
    if (setting.fallback.empty()) continue;
    EXPECT_EQ(setting.read(std::string(setting.fallback), config), "") << setting.name;
  }
}

TEST(Settings, AreAllInTheHelpWithTheirDefaults) {
  const std::string help = HelpText();
  for (const Setting& setting : Settings()) {
    EXPECT_THAT(help, HasSubstr(absl::StrCat("--", std::string(setting.name))));
    if (setting.fallback.empty()) continue;
    EXPECT_THAT(help, HasSubstr(absl::StrCat("[", std::string(setting.fallback), "]")));
  }
}

TEST(LoadConfig, KnowsWhatNobodySaid) {
  const Loaded loaded = LoadGood();
  EXPECT_THAT(loaded.problems, IsEmpty());
  EXPECT_EQ(loaded.config().listen, "127.0.0.1:8443");
  EXPECT_EQ(loaded.config().store, StoreKind::kPostgres);
  EXPECT_EQ(loaded.config().answers_kept, absl::Hours(24 * 7));
  EXPECT_FALSE(loaded.config().reflection);
  EXPECT_EQ(SessionsOf(loaded.config()), 7);
  EXPECT_EQ(SessionsOf(LoadGood({"--interest-period", "off"}).config()), 6);
}

TEST(LoadConfig, TakesAPeriodOfInterestOrNone) {
  EXPECT_EQ(LoadGood({"--interest-period", "90s"}).config().interest_period, absl::Seconds(90));
  EXPECT_EQ(LoadGood({"--interest-period", "off"}).config().interest_period, absl::ZeroDuration());
  EXPECT_THAT(LoadGood({"--interest-period", "0s"}).problems, Not(IsEmpty()));
  EXPECT_THAT(LoadGood({"--interest-workers", "0"}).problems, Not(IsEmpty()));
}

TEST(LoadConfig, TakesAPeriodOfClocksOrNone) {
  EXPECT_EQ(LoadGood().config().clock_period, absl::Minutes(1));
  EXPECT_EQ(LoadGood({"--clock-period", "1s"}).config().clock_period, absl::Seconds(1));
  EXPECT_EQ(LoadGood({"--clock-period", "off"}).config().clock_period, absl::ZeroDuration());
  EXPECT_THAT(LoadGood({"--clock-period", "0s"}).problems, Not(IsEmpty()));
}

TEST(LoadConfig, TakesTheFlagBeforeTheVariableBeforeTheFileBeforeTheDefault) {
  const system_test::ScratchFolder folder;
  const std::string file = folder / "parleyd.toml";
  system_test::WriteFile(file, "workers = 7\nqueue = 70\nstream_workers = 700\n");
  std::vector<std::string> arguments = {"--config", file};
  const Variables variables = {{"PARLEY_WORKERS", "8"}, {"PARLEY_QUEUE", "80"}};
  const Loaded some = LoadGood(arguments, variables);
  arguments.insert(arguments.end(), {"--workers", "9"});
  const Loaded all = LoadGood(arguments, variables);
  EXPECT_EQ(some.config().workers, 8);
  EXPECT_EQ(all.config().workers, 9);
  EXPECT_EQ(all.config().queue, 80);
  EXPECT_THAT(all.problems, ElementsAre(file + ": stream_workers must be a whole number from 1 to "
                                               "256"));
  EXPECT_EQ(all.config().stream_workers, 1);
}

TEST(LoadConfig, FindsTheFileByItsVariable) {
  const system_test::ScratchFolder folder;
  system_test::WriteFile(folder / "parleyd.toml", "log_level = \"debug\"\nreflection = true\n");
  const Loaded loaded = LoadGood({}, {{"PARLEY_SERVER_CONFIG", folder / "parleyd.toml"}});
  EXPECT_THAT(loaded.problems, IsEmpty());
  EXPECT_EQ(loaded.config().log_level, LogLevel::kDebug);
  EXPECT_TRUE(loaded.config().reflection);
}

TEST(LoadConfig, TakesTheLastOfAFlagThatIsRepeated) {
  EXPECT_EQ(LoadGood({"--workers", "2", "--workers", "3"}).config().workers, 3);
}

TEST(LoadConfig, TakesASwitchWithAndWithoutAValue) {
  EXPECT_TRUE(LoadGood({"--reflection"}).config().reflection);
  EXPECT_FALSE(
      LoadGood({"--reflection=false"}, {{"PARLEY_REFLECTION", "true"}}).config().reflection);
  EXPECT_TRUE(LoadGood({}, {{"PARLEY_REFLECTION", "yes"}}).config().reflection);
}

TEST(LoadConfig, TakesSeveralTenantsFromEachSource) {
  const std::string other = "01890000-0000-7000-8000-00000000000b";
  const system_test::ScratchFolder folder;
  system_test::WriteFile(folder / "toml",
                         absl::StrCat("memory_tenant = [\"", kTenant, "\", \"", other, "\"]\n"));
  const std::vector<std::string> memory = {"--store", "memory", "--keys", "keys"};
  std::vector<std::string> by_flags = memory;
  by_flags.insert(by_flags.end(), {"--memory-tenant", kTenant, "--memory-tenant", other});
  const Variables by_file = {{"PARLEY_SERVER_CONFIG", folder / "toml"}};
  const Variables by_variable = {{"PARLEY_MEMORY_TENANT", absl::StrCat(kTenant, ",", other)}};
  for (const Loaded& loaded : {Load(by_flags), Load(memory, by_file), Load(memory, by_variable)}) {
    EXPECT_THAT(loaded.problems, IsEmpty());
    EXPECT_THAT(loaded.config().memory_tenants,
                ElementsAre(*TenantId::Parse(kTenant), *TenantId::Parse(other)));
  }
}

TEST(LoadConfig, LetsAKeyFileBeNamedBesideTheFolderOfKeys) {
  const Loaded loaded = LoadGood({"--audit-key", "vault/audit"}, {{"PARLEY_KEYS", "unused"}});
  EXPECT_EQ(loaded.config().audit_key, "vault/audit");
  EXPECT_EQ(loaded.config().seal_key, "keys/seal.key");
  EXPECT_EQ(loaded.config().token_keys, "keys/jwks.json");
}

TEST(LoadConfig, TellsEveryProblemOfEverySourceAtOnce) {
  const system_test::ScratchFolder folder;
  const std::string file = folder / "toml";
  system_test::WriteFile(file, "queue = \"many\"\nnonsense = 1\ndrain_timeout = [1]\n");
  const Loaded loaded =
      Load({"--config", file, "--workers", "0", "--unheard-of", "--tls-cert", "c"},
           {{"PARLEY_LOG_LEVEL", "loud"}, {"PARLEY_LISTEN", "nowhere"}});
  EXPECT_THAT(
      loaded.problems,
      testing::UnorderedElementsAre(
          StartsWith("--unheard-of: there is no such flag"),
          file + ": there is no setting nonsense", StartsWith(file + ": drain_timeout must be"),
          "--workers must be a whole number from 1 to 256", StartsWith(file + ": queue must be"),
          StartsWith("PARLEY_LOG_LEVEL must be debug"),
          "PARLEY_LISTEN must be HOST:PORT, or unix:PATH", StartsWith("tls-cert: "),
          StartsWith("database: "), StartsWith("token-keys: "), StartsWith("seal-key: "),
          StartsWith("audit-key: "), StartsWith("index-key: "), StartsWith("personal-key: ")));
}

TEST(LoadConfig, SaysWhichLineOfTheFileIsNotToml) {
  const system_test::ScratchFolder folder;
  system_test::WriteFile(folder / "toml", "workers = 2\ndatabase = geheim geheim\n");
  const Loaded loaded = LoadGood({"--config", folder / "toml"});
  EXPECT_THAT(loaded.problems, ElementsAre((folder / "toml") + ": line 2 is not TOML"));
  system_test::WriteFile(folder / "empty", "");
  EXPECT_THAT(LoadGood({"--config", folder / "empty"}).problems, IsEmpty());
  for (const std::string& unreadable : {folder / "none", folder.path()}) {
    EXPECT_THAT(LoadGood({"--config", unreadable}).problems,
                ElementsAre(unreadable + ": cannot be read"));
  }
}

TEST(LoadConfig, SaysThatAFlagLacksItsValue) {
  EXPECT_THAT(LoadGood({"--listen"}).problems, ElementsAre(HasSubstr("--listen")));
}

TEST(LoadConfig, RefusesAddressesThatAreNone) {
  for (const std::string bad : {"", ":1", "host", "host:", "host:x", "host:65536", "host:-1",
                                "host: 1", "a b:1", "unix:", "http://host:1"}) {
    EXPECT_THAT(LoadGood({"--listen=" + bad, "--plaintext"}).problems, Not(IsEmpty())) << bad;
  }
  for (const std::string good : {"localhost:0", "127.0.0.1:65535", "[::1]:8443", "unix:/run/p",
                                 "0.0.0.0:8443", "parley.example:443"}) {
    EXPECT_THAT(LoadGood({"--listen", good, "--plaintext"}).problems, IsEmpty()) << good;
  }
}

TEST(LoadConfig, SendsTokensOverTheNetworkOnlyUnderTls) {
  const std::vector<std::string> open = {"--listen", "0.0.0.0:8443"};
  EXPECT_THAT(LoadGood(open).problems, ElementsAre(StartsWith("listen: ")));
  EXPECT_THAT(LoadGood({"--listen", "127.elsewhere.example:8443"}).problems,
              ElementsAre(StartsWith("listen: ")));
  EXPECT_THAT(LoadGood({"--listen", "127.1.2.3:8443"}).problems, IsEmpty());
  std::vector<std::string> with_tls = open;
  with_tls.insert(with_tls.end(), {"--tls-cert", "c", "--tls-key", "k"});
  EXPECT_THAT(LoadGood(with_tls).problems, IsEmpty());
  EXPECT_THAT(LoadGood({"--tls-client-ca", "ca"}).problems, ElementsAre(StartsWith("tls-client")));
  EXPECT_THAT(LoadGood({"--tls-key", "k"}).problems, ElementsAre(StartsWith("tls-cert: ")));
}

// What a server that sends by every channel needs at least.
std::vector<std::string> Channels() {
  return {"--letterhead-file", "house",     "--public-url", "https://parley.example",
          "--smtp-relay",      "relay:587", "--mail-from",  "house@lending.example",
          "--sms-url",         "https://s", "--sms-from",   "+442079460000",
          "--letter-folder",   "letters"};
}

Loaded LoadChannels(const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = Channels();
  arguments.insert(arguments.end(), more.begin(), more.end());
  return LoadGood(arguments);
}

Loaded LoadChannelsWithout(const std::string& flag) {
  std::vector<std::string> arguments = Channels();
  const auto found = std::find(arguments.begin(), arguments.end(), flag);
  arguments.erase(found, found + 2);
  return LoadGood(arguments);
}

TEST(LoadConfig, NeedsWhatEveryMessageOfAChannelNeeds) {
  EXPECT_THAT(LoadChannels().problems, IsEmpty());
  for (const std::string needed : {"letterhead-file", "public-url", "mail-from", "sms-from"}) {
    EXPECT_THAT(LoadChannelsWithout("--" + needed).problems,
                ElementsAre(StartsWith(needed + ": ")));
  }
}

TEST(LoadConfig, RefusesSendersThatCannotBe) {
  for (const std::string bad :
       {"house", "house@", "house@x\r\nBcc: y@z.example", "a b@c.example"}) {
    EXPECT_THAT(LoadChannels({"--mail-from", bad}).problems,
                ElementsAre(StartsWith("--mail-from must be an address")))
        << bad;
    EXPECT_THAT(LoadChannels({"--mail-return-path", bad}).problems,
                ElementsAre(StartsWith("--mail-return-path must be an address")))
        << bad;
  }
  for (const std::string bad : {"", "442079460000", "+44 20", "Example House", "House\n", "-"}) {
    EXPECT_THAT(LoadChannels({"--sms-from=" + bad}).problems, Not(IsEmpty())) << bad;
  }
  EXPECT_THAT(LoadChannels({"--sms-from", "Example Co"}).problems, IsEmpty());
  EXPECT_THAT(LoadChannels({"--smtp-relay", "relay:0"}).problems,
              ElementsAre("--smtp-relay must be HOST:PORT"));
}

TEST(SessionsOf, AreOneForEachThreadThatWorksWithTheStore) {
  const int calls = SessionsOf(LoadGood().config());
  // Three channels of four dispatchers and one who settles each, and one who looks after the rest.
  EXPECT_EQ(SessionsOf(LoadChannels({"--roles", "api,dispatch"}).config()), calls + 16);
  EXPECT_EQ(SessionsOf(LoadGood({"--callbacks", "127.0.0.1:0"}).config()), calls + 8);
  EXPECT_EQ(SessionsOf(LoadChannels({"--sessions", "3"}).config()), 3);
}

TEST(LoadConfig, ShowsMetricsToThisMachineOnly) {
  EXPECT_THAT(LoadGood({"--metrics", "0.0.0.0:9464"}).problems, ElementsAre(StartsWith("metrics")));
  EXPECT_EQ(LoadGood({"--metrics", "off"}).config().metrics, "");
}

TEST(LoadConfig, PublishesWhereItIsToldByTlsOrOnThisMachine) {
  EXPECT_THAT(LoadGood({"--roles", "publish"}).problems, ElementsAre(StartsWith("nats-url: ")));
  const auto problems = [](const std::string& url) {
    return LoadGood({"--roles", "api,publish", "--nats-url", url}).problems;
  };
  EXPECT_THAT(problems("nats://127.0.0.1:4222"), IsEmpty());
  EXPECT_THAT(problems("tls://broker.example:4222,nats://localhost:4222"), IsEmpty());
  EXPECT_THAT(problems("tls://broker.example:4222,nats://broker.example:4222"),
              ElementsAre(StartsWith("nats-url: ")));
  for (const char* const bad : {"127.0.0.1:4222", "nats://host", "nats://localhost:4222,",
                                "http://localhost:4222", "tls://user:secret@broker.example:4222"}) {
    EXPECT_THAT(problems(bad), Not(IsEmpty())) << bad;
  }
  const Loaded publisher = LoadGood({"--roles", "publish", "--nats-url", "nats://localhost:4222"});
  EXPECT_TRUE(publisher.config().publishes);
  EXPECT_FALSE(publisher.config().serves_calls);
  EXPECT_EQ(SessionsOf(publisher.config()), SessionsOf(LoadGood().config()) + 1);
}

TEST(LoadConfig, RefusesWhatDoesNotGoWithTheStore) {
  EXPECT_THAT(Load({"--store", "memory", "--keys", "k"}).problems,
              ElementsAre(StartsWith("memory-tenant: ")));
  EXPECT_THAT(Load({"--store", "memory", "--memory-tenant", kTenant, "--keys", "k", "--database",
                    "dbname=x", "--anchor-file", "a"})
                  .problems,
              ElementsAre(StartsWith("database: "), StartsWith("anchor-file: ")));
  EXPECT_THAT(LoadGood({"--memory-tenant", kTenant}).problems,
              ElementsAre(StartsWith("memory-tenant: ")));
}

TEST(LoadConfig, NeedsNoKeyButThatOfTokensForAStoreInMemory) {
  const Loaded loaded =
      Load({"--store", "memory", "--memory-tenant", kTenant, "--token-keys", "jwks"});
  EXPECT_THAT(loaded.problems, IsEmpty());
}

TEST(LoadConfig, NeverRepeatsAPassword) {
  for (const std::string address :
       {"postgresql://user:geheim@host/db?nonsense=1", "password=geheim geheim"}) {
    const Loaded loaded = Load({"--keys", "k", "--database", address});
    EXPECT_THAT(loaded.problems,
                ElementsAre(AllOf(StartsWith("--database must be"), Not(HasSubstr("geheim")))));
  }
  for (const std::vector<std::string>& mistyped :
       {std::vector<std::string>{"--databse=geheim"}, {"--databse", "geheim"}}) {
    const Loaded loaded = LoadGood(mistyped);
    EXPECT_THAT(loaded.problems, testing::Contains(StartsWith("--databse: there is no such flag")));
    EXPECT_THAT(loaded.problems, testing::Each(Not(HasSubstr("geheim"))));
  }
}

TEST(PrintConfig, ShowsNoPassword) {
  for (const std::string address :
       {"postgresql://user:geheim@host:5433/db", "host=host port=5433 user=user password=geheim",
        "postgresql://host/db?user=user&password=geheim", "sslpassword='geheim' host=host"}) {
    const std::string printed = PrintConfig(LoadGood({"--database", address}).result);
    EXPECT_THAT(printed, Not(HasSubstr("geheim"))) << address;
    EXPECT_THAT(printed, AllOf(HasSubstr("host='host'"), HasSubstr("password='***'"))) << address;
  }
}

TEST(PrintConfig, CanBeUsedAsAFile) {
  const system_test::ScratchFolder folder;
  const std::string quoted = R"(a "quoted\name")";
  const LoadedConfig loaded =
      LoadGood({"--workers", "9", "--log-file", quoted, "--reflection"}).result;
  system_test::WriteFile(folder / "toml", PrintConfig(loaded));
  const Loaded again = Load({"--config", folder / "toml"});
  EXPECT_THAT(again.problems, IsEmpty());
  EXPECT_EQ(again.config().workers, 9);
  EXPECT_EQ(again.config().log_file, quoted);
  EXPECT_TRUE(again.config().reflection);
  EXPECT_EQ(again.config().audit_key, "keys/audit.key");
}

TEST(PrintConfig, SaysWhereEachValueWasSaid) {
  const std::string printed =
      PrintConfig(LoadGood({"--workers", "9"}, {{"PARLEY_QUEUE", "7"}}).result);
  EXPECT_THAT(printed, HasSubstr("workers = \"9\"  # --workers\n"));
  EXPECT_THAT(printed, HasSubstr("queue = \"7\"  # PARLEY_QUEUE\n"));
  EXPECT_THAT(printed, HasSubstr("metrics = \"127.0.0.1:9464\"  # default\n"));
  EXPECT_THAT(printed, HasSubstr("# tls_cert is not set\n"));
}

}  // namespace
}  // namespace parley::server
