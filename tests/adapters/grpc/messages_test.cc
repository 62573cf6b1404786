// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>

#include "parley/v1/admin_service.pb.h"
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

class Messages : public ::testing::Test {
 public:
  Messages() {
    v1::UpdateDebtorRequest update;
    update.mutable_debtor()->set_name(NameOfDebtor(debtor_.id));
    update.mutable_debtor()->set_time_zone("Europe/Madrid");
    update.set_request_id(RequestIdText(900));
    EXPECT_TRUE(served_.Call("DebtorService/UpdateDebtor", update).status.ok());
    v1::AddContactPointRequest add;
    add.set_parent(NameOfDebtor(debtor_.id));
    add.mutable_contact_point()->set_type(v1::CONTACT_POINT_TYPE_EMAIL);
    add.mutable_contact_point()->set_address("ana@example.com");
    add.mutable_contact_point()->set_source("the placement");
    add.set_request_id(RequestIdText(901));
    const Reply reply = served_.Call("DebtorService/AddContactPoint", add);
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    email_ = reply.As<v1::ContactPoint>().name();
    // Only what they were seen to read may tell of a debt.
    v1::VerifyContactPointRequest verify;
    verify.set_name(email_);
    verify.set_request_id(RequestIdText(902));
    EXPECT_TRUE(served_.Call("DebtorService/VerifyContactPoint", verify).status.ok());
  }

  static v1::MessageOrder AReminder(std::int64_t minor_units = 5000) {
    v1::MessageOrder order;
    order.set_template_key("payment_reminder");
    v1::TemplateValue& amount = *order.add_values();
    amount.set_name("amount");
    amount.mutable_money()->set_minor_units(minor_units);
    amount.mutable_money()->set_currency_code("EUR");
    v1::TemplateValue& due = *order.add_values();
    due.set_name("due");
    due.set_date("2026-01-15");
    return order;
  }
  v1::SendMessageRequest ASend(std::uint64_t request = 1) const {
    v1::SendMessageRequest out;
    out.set_parent(NameOfDebtor(debtor_.id));
    *out.mutable_order() = AReminder();
    out.set_request_id(RequestIdText(request));
    return out;
  }
  Reply Call(const std::string& method, const google::protobuf::Message& request) {
    return served_.Call("CommunicationService/" + method, request);
  }
  v1::SendMessageResponse Send(const v1::SendMessageRequest& request) {
    const Reply reply = Call("SendMessage", request);
    EXPECT_TRUE(reply.status.ok()) << reply.status.error_message();
    return reply.As<v1::SendMessageResponse>();
  }
  v1::Message Get(const std::string& name) {
    v1::GetMessageRequest request;
    request.set_name(name);
    return Call("GetMessage", request).As<v1::Message>();
  }

  ServedWorld served_;
  Debtor debtor_ = served_.world.MakeDebtor("D-1");
  Debt debt_ = served_.world.Place(debtor_, "L-1", 10'000);
  std::string email_;
};

TEST_F(Messages, ArePreviewedWithoutATrace) {
  v1::PreviewMessageRequest request;
  request.set_parent(NameOfDebtor(debtor_.id));
  *request.mutable_order() = AReminder();
  const Reply reply = Call("PreviewMessage", request);
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto preview = reply.As<v1::PreviewMessageResponse>();
  EXPECT_EQ(preview.channel(), v1::CHANNEL_EMAIL);
  EXPECT_EQ(preview.contact_point(), email_);
  ASSERT_GE(preview.words().parts_size(), 2);
  EXPECT_EQ(preview.words().parts(0).kind(), v1::MESSAGE_PART_KIND_SUBJECT);
  EXPECT_THAT(preview.words().parts(1).text(), HasSubstr("Example Collections"));
  v1::ListCommunicationsRequest list;
  list.set_parent(NameOfDebtor(debtor_.id));
  EXPECT_EQ(
      Call("ListCommunications", list).As<v1::ListCommunicationsResponse>().communications_size(),
      0);
}

TEST_F(Messages, TellInHowManySegmentsATextMessageGoes) {
  v1::AddContactPointRequest add;
  add.set_parent(NameOfDebtor(debtor_.id));
  add.mutable_contact_point()->set_type(v1::CONTACT_POINT_TYPE_PHONE);
  add.mutable_contact_point()->set_address("+34600000001");
  add.mutable_contact_point()->set_source("the placement");
  add.set_request_id(RequestIdText(910));
  const auto mobile =
      served_.Call("DebtorService/AddContactPoint", add).As<v1::ContactPoint>().name();
  v1::VerifyContactPointRequest verify;
  verify.set_name(mobile);
  verify.set_request_id(RequestIdText(911));
  EXPECT_TRUE(served_.Call("DebtorService/VerifyContactPoint", verify).status.ok());
  v1::PreviewMessageRequest request;
  request.set_parent(NameOfDebtor(debtor_.id));
  *request.mutable_order() = AReminder();
  EXPECT_FALSE(Call("PreviewMessage", request).As<v1::PreviewMessageResponse>().has_sms_length());
  request.mutable_order()->set_channel(v1::CHANNEL_SMS);
  const Reply reply = Call("PreviewMessage", request);
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  const auto length = reply.As<v1::PreviewMessageResponse>().sms_length();
  EXPECT_EQ(length.encoding(), v1::SMS_ENCODING_GSM7);
  EXPECT_GT(length.units(), 160);
  EXPECT_EQ(length.segments(), (length.units() + 152) / 153);
}

TEST_F(Messages, NameTheOneThatDidNotArriveAndThatTheyFollow) {
  const std::string first = Send(ASend()).message().name();
  EXPECT_EQ(Get(first).follows(), "");
  MemoryStore& store = served_.world.store;
  CommunicationId next(served_.world.ids.Next());
  const auto follow = [&](UnitOfWork& unit) -> absl::Status {
    Message message = unit.messages().QueuedOf({&debtor_.id, 1})->front();
    message.follows = std::exchange(message.id, next);
    message.revision = unit.Head(debtor_.id).revision + 1;
    LoggedCommunication slot = *unit.communications().Find(debtor_.id, *message.follows);
    slot.id = next;
    slot.revision = message.revision;
    unit.communications().Add(slot);
    unit.messages().Add(message);
    return absl::OkStatus();
  };
  const absl::Status stored = store.Run(served_.world.tenant, {&debtor_.id, 1}, follow);
  ASSERT_TRUE(stored.ok()) << stored;
  EXPECT_EQ(Get(NameOfDebtor(debtor_.id) + "/communications/" + next.ToString()).follows(), first);
}

TEST_F(Messages, AreSentShownAndTakenBack) {
  const v1::SendMessageResponse sent = Send(ASend());
  EXPECT_THAT(sent.message().name(), StartsWith(NameOfDebtor(debtor_.id) + "/communications/"));
  EXPECT_EQ(sent.message().name(), sent.communication().name());
  EXPECT_EQ(sent.message().state(), v1::MESSAGE_STATE_QUEUED);
  EXPECT_EQ(sent.verdict().answer().decision(), v1::GATE_DECISION_ALLOW);
  EXPECT_THAT(sent.verdict().answer().sentence(), testing::Not(testing::IsEmpty()));
  EXPECT_EQ(Get(sent.message().name()).SerializeAsString(), sent.message().SerializeAsString());
  EXPECT_EQ(Send(ASend()).SerializeAsString(), sent.SerializeAsString());

  v1::CancelMessageRequest cancel;
  cancel.set_name(sent.message().name());
  cancel.set_etag(sent.message().etag());
  cancel.set_request_id(RequestIdText(2));
  const auto cancelled = Call("CancelMessage", cancel).As<v1::Message>();
  EXPECT_EQ(cancelled.state(), v1::MESSAGE_STATE_CANCELLED);
  EXPECT_EQ(cancelled.end(), v1::MESSAGE_END_TAKEN_BACK);
  cancel.set_etag("");
  cancel.set_request_id(RequestIdText(3));
  EXPECT_EQ(Call("CancelMessage", cancel).reason(), "MESSAGE_NOT_QUEUED");
}

TEST_F(Messages, SayEachFieldThatIsWrong) {
  v1::SendMessageRequest request = ASend();
  request.mutable_order()->mutable_values(1)->set_date("yesterday");
  request.mutable_order()->add_debts("debts/1");
  EXPECT_THAT(Call("SendMessage", request).violations(),
              testing::IsSupersetOf({Pair("order.values[1].date", "DATE_MALFORMED"),
                                     Pair("order.debts[0]", "MALFORMED")}));
  request = ASend();
  *request.mutable_order() = AReminder(10'001);
  EXPECT_THAT(Call("SendMessage", request).violations(),
              ElementsAre(Pair("order.values[0].money", "OUT_OF_RANGE")));
  request.mutable_order()->set_template_key("no_such_words");
  EXPECT_EQ(Call("SendMessage", request).reason(), "TEMPLATE_NOT_FOUND");
}

TEST_F(Messages, LeaveNothingOfARehearsal) {
  v1::SendMessageRequest request = ASend();
  request.set_validate_only(true);
  const v1::SendMessageResponse rehearsed = Send(request);
  EXPECT_EQ(rehearsed.message().name(), "");
  EXPECT_EQ(rehearsed.message().state(), v1::MESSAGE_STATE_QUEUED);
  EXPECT_FALSE(rehearsed.has_communication());
}

TEST_F(Messages, AreCountedWhereTheyWaitAndNoneIsUnderWay) {
  Send(ASend());
  const auto status = served_.Call("AdminService/GetSystemStatus", v1::GetSystemStatusRequest())
                          .As<v1::SystemStatus>();
  ASSERT_EQ(status.backlog_size(), 1);
  EXPECT_EQ(status.backlog(0).channel(), v1::CHANNEL_EMAIL);
  EXPECT_EQ(status.backlog(0).queued(), 1);
  v1::EngageKillSwitchRequest engage;
  engage.mutable_kill_switch()->set_reason("a test");
  engage.set_request_id(RequestIdText(9));
  const auto engaged = served_.Call("AdminService/EngageKillSwitch", engage).As<v1::KillSwitch>();
  EXPECT_EQ(engaged.hand_overs_under_way(), 0);
}

TEST_F(Messages, AreToldOfByGateways) {
  const v1::SendMessageResponse sent = Send(ASend());
  v1::ReportDeliveryRequest report;
  report.set_name(sent.message().name());
  report.set_event(v1::DELIVERY_EVENT_DELIVERED);
  report.mutable_event_time()->set_seconds(absl::ToUnixSeconds(served_.world.clock.Now()));
  // It never went, so it cannot have arrived; the report is taken and changes nothing.
  const Reply reply = Call("ReportDelivery", report);
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  EXPECT_EQ(reply.As<v1::ReportDeliveryResponse>().message().state(), v1::MESSAGE_STATE_QUEUED);
  report.mutable_event_time()->set_seconds(absl::ToUnixSeconds(served_.world.clock.Now()) + 60);
  EXPECT_THAT(Call("ReportDelivery", report).violations(),
              ElementsAre(Pair("event_time", "DATE_IN_FUTURE")));
}

TEST_F(Messages, WithAThreatAreHeldBackUntilASecondPersonReleasesTheWords) {
  v1::ReleaseTextRequest release;
  release.set_parent(NameOfDebtor(debtor_.id));
  release.set_language_code("en");
  release.set_text("Thank you for your letter.");
  release.set_reason("none");
  release.set_request_id(RequestIdText(5));
  EXPECT_EQ(Call("ReleaseText", release).reason(), "TEXT_NOT_HELD_BACK");
  release.set_text("Pay today or we will have you arrested.");
  release.set_request_id(RequestIdText(6));
  const Reply reply = Call("ReleaseText", release);
  ASSERT_TRUE(reply.status.ok()) << reply.status.error_message();
  EXPECT_EQ(reply.As<v1::ReleasedText>().debtor(), NameOfDebtor(debtor_.id));
  release.set_language_code("pt");
  release.set_request_id(RequestIdText(7));
  EXPECT_THAT(Call("ReleaseText", release).violations(),
              Contains(Pair("language_code", "UNKNOWN_VALUE")));
}

}  // namespace
}  // namespace parley
