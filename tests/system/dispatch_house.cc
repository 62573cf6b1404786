// SPDX-License-Identifier: Apache-2.0
#include "tests/system/dispatch_house.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <filesystem>

#include "absl/strings/str_cat.h"
#include "domain/communication/message/message_state.h"

namespace parley::system_test {
namespace {

std::string NameIn(const std::string& json) {
  const std::string key = "\"name\":\"";
  const std::size_t at = json.find(key) + key.size();
  return json.substr(at, json.find('"', at) - at);
}

std::string OrderFor(Channel channel) {
  if (channel == Channel::kSms) return R"("channel": "CHANNEL_SMS")";
  return absl::StrCat(R"("values": [{"name": "way", "text": "CALL"}], "channel": "CHANNEL_)",
                      channel == Channel::kEmail ? "EMAIL" : "LETTER", "\"");
}

}  // namespace

Variable::Variable(const char* name, const std::string& value) : name_(name) {
  setenv(name, value.c_str(), 1);
}

Variable::~Variable() { unsetenv(name_); }

void DispatchHouse::Open(const std::string& lease) {
  deployment_.emplace(
      StoreKind::kPostgres,
      Deployment::Options{
          .flags = {"--letterhead-file", "infra/demo/letterhead.textproto", "--smtp-relay",
                    absl::StrCat("127.0.0.1:", relay_.port()), "--smtp-plain", "--mail-from",
                    "house@parley.example", "--public-url", "https://parley.example", "--sms-url",
                    provider_.url(), "--sms-from", "+442079460000", "--letter-folder", spool_ / "",
                    "--dispatchers", "1", "--dispatch-lease", lease},
          .started = false});
  Serve("api");
}

void DispatchHouse::Serve(const std::string& roles, const char* variable,
                          const std::string& point) {
  const Variable role("PARLEY_ROLES", roles);
  const Variable at(variable, point);
  deployment_->Start();
}

void DispatchHouse::AddPersons(int count) {
  for (int number = 1; number <= count; ++number) {
    const std::string person = NameIn(
        Call("DebtorService.CreateDebtor",
             absl::StrCat(R"({"debtor": {"kind": "DEBTOR_KIND_NATURAL_PERSON", "display_name": )",
                          R"("Ana Ejemplo", "language": "en", "region": "DE", "time_zone": )",
                          R"("Europe/Berlin", "external_refs": ["P)", number, R"("]}})")));
    AddPoint(person, "EMAIL", absl::StrCat("p", number, "@example.com"));
    AddPoint(person, "PHONE", absl::StrCat("+49305550", 100 + number));
    AddPoint(person, "POSTAL", R"(Ana Ejemplo\n1 Example Street\n10115 Musterstadt)");
    persons_.push_back(person);
  }
}

void DispatchHouse::AddPoint(const std::string& person, const std::string& type,
                             const std::string& address) {
  const std::string point =
      NameIn(Call("DebtorService.AddContactPoint",
                  absl::StrCat(R"({"parent": ")", person, R"(", "contact_point": {"type": )",
                               R"("CONTACT_POINT_TYPE_)", type, R"(", "address": ")", address,
                               type == "POSTAL" ? R"(", "region": "DE)" : "",
                               R"(", "source": "the placement"}})")));
  Call("DebtorService.VerifyContactPoint", absl::StrCat(R"({"name": ")", point, R"("})"));
}

void DispatchHouse::SendTo(int count, Channel channel) {
  for (int at = 0; at < count; ++at) {
    const std::string sent =
        Call("CommunicationService.SendMessage",
             absl::StrCat(R"({"parent": ")", persons_.at(static_cast<std::size_t>(at)),
                          R"(", "order": {"template_key": "opt_out_confirmed", )",
                          OrderFor(channel), "}}"));
    EXPECT_THAT(sent, testing::HasSubstr("MESSAGE_STATE_QUEUED"));
    ++sent_;
  }
}

std::string DispatchHouse::Call(const std::string& method, const std::string& json) {
  const Outcome outcome = deployment_->RunCli({"--output", "json", "call", method, json});
  EXPECT_EQ(outcome.ending, kSuccess) << method << ": " << outcome.err;
  return outcome.out;
}

std::int64_t DispatchHouse::Count(const std::string& of) const {
  return deployment_->database().Number(
      absl::StrCat("set search_path = parley; select count(*) from messages where ", of));
}

int DispatchHouse::TimesSent(Channel channel, CommunicationId id) const {
  if (channel == Channel::kSms) return provider_.TimesSent(id);
  if (channel == Channel::kEmail) return relay_.TimesTaken(id);
  const std::string name = absl::StrCat(id.ToString(), ".pdf");
  return static_cast<int>(std::filesystem::exists(spool_ / absl::StrCat("out/", name))) +
         static_cast<int>(printed_.count(name));
}

void DispatchHouse::PrintLetters() {
  for (const auto& file : std::filesystem::directory_iterator(spool_ / "out")) {
    printed_.insert(file.path().filename());
    std::filesystem::remove(file.path());
  }
}

bool DispatchHouse::AreSettled() const {
  // A relay cannot be asked; the others can.
  return Count("state in (1, 2) or (state = 3 and channel <> 4)") == 0;
}

void DispatchHouse::CheckEachIsOnceOrUnknown() {
  const auto rows = deployment_->database().Query(
      "set search_path = parley; select communication_id::text, channel::text, state::text "
      "from messages");
  EXPECT_EQ(rows.size(), sent_);
  for (const std::vector<std::string>& row : rows) {
    const auto channel = static_cast<Channel>(std::stoi(row.at(1)));
    const auto state = static_cast<MessageState>(std::stoi(row.at(2)));
    const int times = TimesSent(channel, *CommunicationId::Parse(row.at(0)));
    switch (state) {
      case MessageState::kSent:
        EXPECT_EQ(times, 1) << row.at(0);
        break;
      case MessageState::kFailed:
        EXPECT_EQ(times, 0) << row.at(0);
        break;
      default:
        EXPECT_EQ(state, MessageState::kUnknown) << row.at(0);
        EXPECT_EQ(channel, Channel::kEmail) << row.at(0);
        EXPECT_LE(times, 1) << row.at(0);
    }
  }
}

}  // namespace parley::system_test
