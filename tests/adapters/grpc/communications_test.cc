// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "parley/v1/communication_service.pb.h"
#include "tests/adapters/grpc/requests.h"
#include "tests/adapters/grpc/served_world.h"

namespace parley {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::StartsWith;

class Communications : public ::testing::Test {
 public:
  Communications() {
    v1::UpdateDebtorRequest update;
    update.mutable_debtor()->set_name(NameOfDebtor(debtor_.id));
    update.mutable_debtor()->set_time_zone("Europe/Madrid");
    update.set_request_id(RequestIdText(900));
    EXPECT_TRUE(served_.Call("DebtorService/UpdateDebtor", update).status.ok());
  }

  v1::StartCallTaskRequest AStart(std::uint64_t request = 1) const {
    v1::StartCallTaskRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.set_request_id(RequestIdText(request));
    return out;
  }
  v1::CallTask Start(std::uint64_t request = 1) {
    const Reply reply = served_.Call("CommunicationService/StartCallTask", AStart(request));
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::CallTask>();
  }
  // Three calls in seven days are what the book allows.
  void UseUpTheWeek() {
    for (std::uint64_t request = 11; request <= 13; ++request) Start(request);
  }
  v1::RecordCallRequest ARecord(v1::CallOutcome outcome, std::uint64_t request = 2) {
    v1::RecordCallRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    out.set_outcome(outcome);
    out.mutable_began_time()->set_seconds(absl::ToUnixSeconds(served_.world.clock.Now()));
    out.set_request_id(RequestIdText(request));
    return out;
  }
  Reply Record(const v1::RecordCallRequest& request) {
    return served_.Call("CommunicationService/RecordCall", request);
  }
  v1::EvaluateContactRequest AnEvaluation() const {
    v1::EvaluateContactRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    return out;
  }
  v1::EvaluateContactResponse Evaluate(const v1::EvaluateContactRequest& request) {
    const Reply reply = served_.Call("CommunicationService/EvaluateContact", request);
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::EvaluateContactResponse>();
  }
  v1::ListVerdictsResponse Verdicts(int size = 0, const std::string& token = "") {
    v1::ListVerdictsRequest request;
    request.set_parent(NameOfDebtor(debtor_.id));
    request.set_page_size(size);
    request.set_page_token(token);
    return served_.Call("CommunicationService/ListVerdicts", request)
        .As<v1::ListVerdictsResponse>();
  }

  void Keep(absl::FunctionRef<void(PersonRecords&)> write) {
    World& world = served_.world;
    const auto work = [&](UnitOfWork& unit) {
      write(unit.person_records());
      return absl::OkStatus();
    };
    EXPECT_TRUE(world.store.Run(world.tenant, std::array{debtor_.id}, work).ok());
  }
  std::string AddPhone() {
    KnownPoint point;
    point.id = NumberedId<ContactPointId>(1);
    point.debtor = debtor_.id;
    point.address = Secret("+34955550100");
    Keep([&](PersonRecords& records) { records.Add(point, NumberedFingerprint(1)); });
    return NameOfDebtor(debtor_.id) + "/contactPoints/" + point.id.ToString();
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("D-1");
  Debt debt_ = served_.world.Place(debtor_, "L-1", 10'000);
};

TEST_F(Communications, LetACallThroughWithWhatItNeeds) {
  const v1::CallTask task = Start();
  EXPECT_THAT(task.communication().name(),
              StartsWith(NameOfDebtor(debtor_.id) + "/communications/"));
  EXPECT_EQ(task.communication().state(), v1::COMMUNICATION_STATE_RESERVED);
  EXPECT_EQ(task.communication().purpose(), v1::PURPOSE_DEMAND);
  EXPECT_THAT(task.communication().debts(), ElementsAre(NameOfDebt(debt_)));
  EXPECT_EQ(task.communication().verdict(), task.verdict().name());
  EXPECT_EQ(task.verdict().communication(), task.communication().name());
  EXPECT_EQ(task.verdict().answer().decision(), v1::GATE_DECISION_ALLOW);
  EXPECT_EQ(task.verdict().answer().variant(), v1::MESSAGE_VARIANT_FULL);
  EXPECT_EQ(task.verdict().answer().sentence(), "gate.ALLOW");
  EXPECT_EQ(task.voicemail(), "voicemail.LIMITED");
  EXPECT_EQ(task.dial_before_time().seconds() - task.communication().create_time().seconds(),
            absl::ToInt64Seconds(kWordHolds));
  EXPECT_EQ(served_.Call("CommunicationService/StartCallTask", AStart())
                .As<v1::CallTask>()
                .communication()
                .name(),
            task.communication().name());
}

TEST_F(Communications, TellTheNumberAndWhatThePersonNeeds) {
  const std::string phone = AddPhone();
  SupportNeed need;
  need.id = NumberedId<SupportNeedId>(1);
  need.adjustment = Adjustment::kOther;
  need.note = Secret("speak slowly");
  Preferences preferences;
  preferences.languages = {"es", "en"};
  preferences.formats = {AccessibleFormat::kTextRelay};
  Keep([&](PersonRecords& records) {
    records.Add(debtor_.id, need);
    records.Append(debtor_.id, preferences);
  });
  const v1::CallTask task = Start();
  EXPECT_EQ(task.number(), "+34955550100");
  EXPECT_EQ(task.communication().contact_point(), phone);
  ASSERT_EQ(task.needs_size(), 1);
  EXPECT_EQ(task.needs(0).adjustment(), v1::ADJUSTMENT_OTHER);
  EXPECT_EQ(task.needs(0).note(), "speak slowly");
  EXPECT_THAT(task.language_codes(), ElementsAre("es", "en"));
  EXPECT_THAT(task.formats(), ElementsAre(v1::ACCESSIBLE_FORMAT_TEXT_RELAY));
  const v1::EvaluateContactResponse answer = Evaluate(AnEvaluation());
  EXPECT_EQ(answer.channels(0).contact_point(), phone);
  UseUpTheWeek();
  EXPECT_EQ(Start(30).number(), "");
}

TEST_F(Communications, AreNotAtAnAddressOfAnotherChannel) {
  v1::EvaluateContactRequest request = AnEvaluation();
  request.set_contact_point(AddPhone());
  request.set_channel(v1::CHANNEL_EMAIL);
  EXPECT_THAT(served_.Call("CommunicationService/EvaluateContact", request).violations(),
              ElementsAre(Pair("contact_point", "REFERENCE_UNKNOWN")));
}

TEST_F(Communications, PutACallOffWithTheRuleAndTheTime) {
  UseUpTheWeek();
  const v1::CallTask another = Start(20);
  EXPECT_FALSE(another.has_communication());
  EXPECT_EQ(another.voicemail(), "");
  EXPECT_FALSE(another.has_dial_before_time());
  const v1::GateAnswer& answer = another.verdict().answer();
  EXPECT_EQ(answer.decision(), v1::GATE_DECISION_DEFER);
  // As the day begins a week later, in Madrid.
  EXPECT_EQ(answer.until_time().seconds(),
            absl::ToUnixSeconds(TestNow() + absl::Hours(7 * 24 - 13)));
  const v1::RuleFinding& deciding = answer.findings(answer.deciding_finding());
  EXPECT_EQ(deciding.rule(), "TEST.HOUSE.CAP");
  EXPECT_EQ(deciding.rulebook(), "TEST.HOUSE");
  EXPECT_EQ(deciding.version(), "1");
  EXPECT_EQ(deciding.count(), 3);
  EXPECT_EQ(deciding.limit(), 3);
  EXPECT_THAT(deciding.sentence(), HasSubstr("rule.FULL"));
}

TEST_F(Communications, RehearseACallAndKeepNothing) {
  v1::StartCallTaskRequest request = AStart();
  request.set_validate_only(true);
  const auto task = served_.Call("CommunicationService/StartCallTask", request).As<v1::CallTask>();
  EXPECT_EQ(task.verdict().answer().decision(), v1::GATE_DECISION_ALLOW);
  EXPECT_FALSE(task.has_communication());
  EXPECT_EQ(task.verdict().name(), "");
  EXPECT_EQ(Verdicts().verdicts_size(), 0);
}

TEST_F(Communications, RecordWhatCameOfACall) {
  const std::string name = Start().communication().name();
  v1::RecordCallRequest request = ARecord(v1::CALL_OUTCOME_CONVERSATION);
  request.set_communication(name);
  request.set_note("Ana Ejemplo pays on Friday");
  const auto recorded = Record(request).As<v1::Communication>();
  EXPECT_EQ(recorded.name(), name);
  EXPECT_EQ(recorded.state(), v1::COMMUNICATION_STATE_USED);
  EXPECT_EQ(recorded.call_outcome(), v1::CALL_OUTCOME_CONVERSATION);
  EXPECT_THAT(recorded.talked_about(), ElementsAre(NameOfDebt(debt_)));
  v1::GetCommunicationRequest get;
  get.set_name(name);
  const Reply read = served_.Call("CommunicationService/GetCommunication", get);
  EXPECT_EQ(read.As<v1::Communication>().note(), "Ana Ejemplo pays on Friday");
  request.set_request_id(RequestIdText(4));
  EXPECT_EQ(Record(request).reason(), "CALL_ALREADY_RECORDED");
}

TEST_F(Communications, NameTheNumberThatWasWrongWhereTheCallDoesNot) {
  v1::RecordCallRequest request = ARecord(v1::CALL_OUTCOME_WRONG_NUMBER);
  request.set_communication(Start().communication().name());
  const std::string phone = AddPhone();
  EXPECT_THAT(Record(request).violations(), ElementsAre(Pair("contact_point", "REQUIRED")));
  request.set_contact_point(phone);
  const auto recorded = Record(request).As<v1::Communication>();
  EXPECT_EQ(recorded.call_outcome(), v1::CALL_OUTCOME_WRONG_NUMBER);
}

TEST_F(Communications, AreReadWithoutTheNoteByWhoMayNotSeeIt) {
  v1::RecordCallRequest request = ARecord(v1::CALL_OUTCOME_CONVERSATION);
  request.set_note("Ana Ejemplo");
  const auto came = Record(request).As<v1::Communication>();
  EXPECT_EQ(came.direction(), v1::COMMUNICATION_DIRECTION_INBOUND);
  EXPECT_EQ(came.purpose(), v1::PURPOSE_UNSPECIFIED);
  served_.GiveToken("clerk", "parley.communication.read");
  v1::GetCommunicationRequest get;
  get.set_name(came.name());
  const Reply read = served_.Call("CommunicationService/GetCommunication", get, {.token = "clerk"});
  EXPECT_EQ(read.As<v1::Communication>().name(), came.name());
  EXPECT_EQ(read.As<v1::Communication>().note(), "");
}

TEST_F(Communications, AreEvaluatedForAllChannelsAtOnce) {
  const v1::EvaluateContactResponse all = Evaluate(AnEvaluation());
  EXPECT_EQ(all.time_zone(), "Europe/Madrid");
  EXPECT_EQ(all.channels_size(), 7);
  for (const v1::ChannelVerdict& one : all.channels()) {
    EXPECT_TRUE(one.allowed());
    EXPECT_EQ(one.next_time().seconds(), all.judged_time().seconds());
    EXPECT_NE(one.answer().sentence(), "");
  }
  EXPECT_EQ(Verdicts().verdicts_size(), 0);
}

TEST_F(Communications, NameTheRecordsAndTheZonesThatTheyWereJudgedBy) {
  v1::PlaceHoldRequest place;
  place.set_parent(NameOfDebtor(debtor_.id));
  place.mutable_hold()->set_type(v1::HOLD_TYPE_RESPITE);
  place.mutable_hold()->set_source("the register");
  place.set_request_id(RequestIdText(30));
  const std::string name = served_.Call("DebtService/PlaceHold", place).As<v1::Hold>().name();
  ASSERT_NE(name, "");
  const v1::GateAnswer started = Start().verdict().answer();
  EXPECT_THAT(started.findings(started.deciding_finding()).rests_on(), ElementsAre(name));
  const v1::GateAnswer kept = Verdicts().verdicts(0).answer();
  EXPECT_THAT(kept.findings(kept.deciding_finding()).rests_on(), ElementsAre(name));
  ASSERT_EQ(kept.zones_size(), 1);
  EXPECT_EQ(kept.zones(0).time_zone(), "Europe/Madrid");
  EXPECT_EQ(kept.zones(0).learnt_from(), v1::LOCATION_SOURCE_ADDRESS);
}

TEST_F(Communications, AreEvaluatedForATimeToCome) {
  UseUpTheWeek();
  v1::EvaluateContactRequest request = AnEvaluation();
  request.set_channel(v1::CHANNEL_SMS);
  const v1::EvaluateContactResponse now = Evaluate(request);
  ASSERT_EQ(now.channels_size(), 1);
  EXPECT_FALSE(now.channels(0).allowed());
  EXPECT_GT(now.channels(0).next_time().seconds(), now.judged_time().seconds());
  *request.mutable_at_time() = now.channels(0).next_time();
  EXPECT_TRUE(Evaluate(request).channels(0).allowed());
}

TEST_F(Communications, KeepEveryVerdictInPages) {
  UseUpTheWeek();
  Start(20);
  const v1::ListVerdictsResponse first = Verdicts(3);
  ASSERT_EQ(first.verdicts_size(), 3);
  EXPECT_EQ(first.verdicts(0).answer().decision(), v1::GATE_DECISION_ALLOW);
  EXPECT_EQ(first.verdicts(0).moment(), v1::VERDICT_MOMENT_GATE);
  EXPECT_EQ(first.verdicts(0).channel(), v1::CHANNEL_CALL);
  const v1::ListVerdictsResponse second = Verdicts(3, first.next_page_token());
  ASSERT_EQ(second.verdicts_size(), 1);
  EXPECT_EQ(second.verdicts(0).answer().decision(), v1::GATE_DECISION_DEFER);
  EXPECT_EQ(second.verdicts(0).communication(), "");
  EXPECT_EQ(second.next_page_token(), "");
}

TEST_F(Communications, AreListedInPagesByWhatIsAskedFor) {
  UseUpTheWeek();
  v1::ListCommunicationsRequest request;
  request.set_parent(NameOfDebtor(debtor_.id));
  request.set_page_size(2);
  request.set_filter("channel = CALL AND direction = OUTBOUND AND state = RESERVED");
  const auto list = [&] {
    return served_.Call("CommunicationService/ListCommunications", request);
  };
  const auto first = list().As<v1::ListCommunicationsResponse>();
  ASSERT_EQ(first.communications_size(), 2);
  EXPECT_EQ(first.communications(0).channel(), v1::CHANNEL_CALL);
  request.set_page_token(first.next_page_token());
  const auto second = list().As<v1::ListCommunicationsResponse>();
  ASSERT_EQ(second.communications_size(), 1);
  EXPECT_EQ(second.next_page_token(), "");
  // A token is good for the same question alone.
  request.set_filter("direction = INBOUND");
  EXPECT_EQ(list().reason(), "PAGE_TOKEN_INVALID");
  request.clear_page_token();
  EXPECT_EQ(list().As<v1::ListCommunicationsResponse>().communications_size(), 0);
  for (const char* filter : {"channel = FAX", "channel = CALL AND channel = SMS", "state > USED",
                             "channel = \"CALL\"", "note = LONG"}) {
    request.set_filter(filter);
    EXPECT_THAT(list().violations(), Contains(Pair("filter", "FILTER_INVALID"))) << filter;
  }
}

TEST_F(Communications, AreAboutThePersonsOwnDebtsAndPoints) {
  const Debtor other = served_.world.MakeDebtor("D-2");
  v1::StartCallTaskRequest request = AStart();
  request.add_debts(NameOfDebtor(other.id) + "/debts/" + debt_.id.ToString());
  request.set_contact_point("elsewhere");
  request.set_statutory_kind(v1::STATUTORY_KIND_TERMINATION);
  const Reply reply = served_.Call("CommunicationService/StartCallTask", request);
  EXPECT_THAT(reply.violations(), Contains(Pair("debts[0]", "REFERENCE_UNKNOWN")));
  EXPECT_THAT(reply.violations(), Contains(Pair("contact_point", "MALFORMED")));
  EXPECT_THAT(reply.violations(), Contains(Pair("statutory_kind", "UNKNOWN_VALUE")));
  request = AStart();
  request.add_debts(NameOfDebtor(debtor_.id) + "/debts/" + RequestIdText(404));
  EXPECT_EQ(served_.Call("CommunicationService/StartCallTask", request).reason(), "DEBT_NOT_FOUND");
}

TEST_F(Communications, TakeNothingOfACallThatWasLetThrough) {
  v1::RecordCallRequest request = ARecord(v1::CALL_OUTCOME_NO_ANSWER);
  request.set_communication(Start().communication().name());
  request.add_debts(NameOfDebt(debt_));
  EXPECT_THAT(Record(request).violations(), ElementsAre(Pair("debts", "IMMUTABLE")));
}

}  // namespace
}  // namespace parley
