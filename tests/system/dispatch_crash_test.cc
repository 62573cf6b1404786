// SPDX-License-Identifier: Apache-2.0
// A dispatcher is killed at each named point, and nobody gets a message twice, and none is lost.
#include <gmock/gmock.h>
#include <stdlib.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/support/messaging/fake_relay.h"
#include "tests/support/messaging/fake_sms_provider.h"
#include "tests/system/support/deployment.h"

namespace parley::system_test {
namespace {

// What the server is told by its environment while this lives.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    setenv(name, value.c_str(), 1);
  }
  ~Variable() { unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

class DispatchCrash : public testing::Test {
 protected:
  static constexpr int kPersons = 6;

  void SetUp() override {
    if (TestPostgres().empty()) GTEST_SKIP() << kWithoutPostgres;
    deployment_.emplace(
        StoreKind::kPostgres,
        Deployment::Options{
            .flags = {"--letterhead-file", "infra/demo/letterhead.textproto", "--smtp-relay",
                      absl::StrCat("127.0.0.1:", relay_.port()), "--smtp-plain", "--mail-from",
                      "house@parley.example", "--sms-url", provider_.url(), "--sms-from",
                      "+442079460000", "--dispatchers", "1", "--dispatch-lease", "3s"},
            .started = false});
    Serve("api", "");
    for (int person = 1; person <= kPersons; ++person) AddPerson(person);
  }

  void Serve(const std::string& roles, const std::string& crash) {
    const Variable role("PARLEY_ROLES", roles);
    const Variable point("PARLEY_CRASH_AT", crash);
    deployment_->Start();
  }

  std::string Call(const std::string& method, const std::string& json) {
    const Outcome outcome = deployment_->RunCli({"--output", "json", "call", method, json});
    EXPECT_EQ(outcome.ending, (Ending{0, 0})) << method << ": " << outcome.err;
    return outcome.out;
  }
  static std::string NameIn(const std::string& json) {
    const std::string key = "\"name\":\"";
    const std::size_t at = json.find(key) + key.size();
    return json.substr(at, json.find('"', at) - at);
  }

  void AddPerson(int number) {
    const std::string person = NameIn(
        Call("DebtorService.CreateDebtor",
             absl::StrCat(R"({"debtor": {"kind": "DEBTOR_KIND_NATURAL_PERSON", "display_name": )",
                          R"("Ana Ejemplo", "language": "en", "region": "DE", "time_zone": )",
                          R"("Europe/Berlin", "external_refs": ["P)", number, R"("]}})")));
    AddPoint(person, "EMAIL", absl::StrCat("p", number, "@example.com"));
    AddPoint(person, "PHONE", absl::StrCat("+49305550", 100 + number));
    persons_.push_back(person);
  }

  void AddPoint(const std::string& person, const std::string& type, const std::string& address) {
    const std::string point =
        NameIn(Call("DebtorService.AddContactPoint",
                    absl::StrCat(R"({"parent": ")", person, R"(", "contact_point": {"type": )",
                                 R"("CONTACT_POINT_TYPE_)", type, R"(", "address": ")", address,
                                 R"(", "source": "the placement"}})")));
    Call("DebtorService.VerifyContactPoint", absl::StrCat(R"({"name": ")", point, R"("})"));
  }

  // A confirmation that nobody has to wait for: one by e-mail and one by text message each.
  void SendAll() {
    for (const std::string& person : persons_) {
      for (const char* const order :
           {R"("channel": "CHANNEL_EMAIL", "values": [{"name": "way", "text": "CALL"}])",
            R"("channel": "CHANNEL_SMS")"}) {
        const std::string sent = Call(
            "CommunicationService.SendMessage",
            absl::StrCat(R"({"parent": ")", person,
                         R"(", "order": {"template_key": "opt_out_confirmed", )", order, "}}"));
        EXPECT_THAT(sent, testing::HasSubstr("MESSAGE_STATE_QUEUED"));
      }
    }
  }

  std::int64_t Count(const std::string& of) const {
    return deployment_->database().Number(
        absl::StrCat("set search_path = parley; select count(*) from messages where ", of));
  }

  void CheckEachIsOnceOrUnknown() {
    const auto rows = deployment_->database().Query(
        "set search_path = parley; select communication_id::text, channel::text, state::text "
        "from messages");
    EXPECT_EQ(rows.size(), 2 * persons_.size());
    for (const std::vector<std::string>& row : rows) {
      const CommunicationId id = *CommunicationId::Parse(row.at(0));
      const bool by_sms = row.at(1) == "3";
      const int times = by_sms ? provider_.TimesSent(id) : relay_.TimesTaken(id);
      const int state = std::stoi(row.at(2));
      EXPECT_LE(times, 1) << row.at(0);
      // The provider of text messages can be asked; a relay cannot.
      if (state == 4) {
        EXPECT_EQ(times, 1) << row.at(0);
      }
      EXPECT_TRUE(state == 4 || state == 9 || (!by_sms && state == 3)) << state;
      if (state == 9) {
        EXPECT_EQ(times, 0) << row.at(0);
      }
    }
  }

  void KilledAt(const std::string& point, int passed) {
    SendAll();
    deployment_->Stop();
    try {
      Serve("api,dispatch", absl::StrCat(point, ":", passed));
    } catch (const std::runtime_error&) {
      // It was killed before it was seen to serve.
    }
    EXPECT_TRUE(Eventually([&] { return !deployment_->server().IsRunning(); }))
        << point << ": " << deployment_->Log();
    deployment_->Kill();
    Serve("api,dispatch", "");
    EXPECT_TRUE(
        Eventually([&] { return Count("state in (1, 2) or (state = 3 and channel = 3)") == 0; },
                   absl::Minutes(1)))
        << point << ": " << deployment_->Log();
    CheckEachIsOnceOrUnknown();
    deployment_->Stop();
  }

  FakeRelay relay_;
  FakeSmsProvider provider_;
  std::optional<Deployment> deployment_;
  std::vector<std::string> persons_;
};

TEST_F(DispatchCrash, LosesAndDoublesNothingWhereItIsKilledAfterClaiming) {
  KilledAt("CLAIMED", 0);
}
TEST_F(DispatchCrash, LosesAndDoublesNothingWhereItIsKilledBeforeItIsBegun) {
  KilledAt("DECIDED", 0);
}
TEST_F(DispatchCrash, LosesAndDoublesNothingWhereItIsKilledOnceBegun) { KilledAt("BEGUN", 0); }
TEST_F(DispatchCrash, LosesAndDoublesNothingWhereItIsKilledBeforeAHandOver) {
  KilledAt("HANDING_OVER", 3);
}
TEST_F(DispatchCrash, LosesAndDoublesNothingWhereItIsKilledAfterAHandOver) {
  KilledAt("HANDED_OVER", 2);
}
TEST_F(DispatchCrash, LosesAndDoublesNothingWhereItIsKilledBeforeItIsWritten) {
  KilledAt("WRITTEN", 0);
}
TEST_F(DispatchCrash, LosesAndDoublesNothingWhereItIsKilledOnceWritten) {
  KilledAt("COMPLETED", 0);
}

}  // namespace
}  // namespace parley::system_test
