// SPDX-License-Identifier: Apache-2.0
#include "tests/application/messages/message_fixture.h"

#include <utility>

namespace parley {
namespace {

constexpr int kElevenInBerlin = 10;  // As an hour of UTC.

}  // namespace

Messaging::Messaging() {
  world_.clock.Set(
      absl::FromCivil(absl::CivilHour(2026, 11, 23, kElevenInBerlin), absl::UTCTimeZone()));
  Kept<Debtor> made;
  CreateDebtor::Command command;
  command.record.external_refs = {"D1"};
  command.record.display_name = Secret("Ana Ejemplo");
  command.record.language = "en";
  command.record.time_zone = "Europe/Berlin";
  EXPECT_THAT(world_.app.create_debtor.Handle(world_.ACall(), command, made), IsOk());
  debtor_ = *made;
  debt_ = world_.Place(debtor_, "B1", 12'000);
  email_ = AddPoint(PointType::kEmail, 1, "ana@example.com");
}

void Messaging::Write(absl::FunctionRef<void(UnitOfWork&)> write) {
  const auto work = [&](UnitOfWork& unit) {
    write(unit);
    return absl::OkStatus();
  };
  ASSERT_THAT(world_.store.Run(world_.tenant, std::array{debtor_.id}, work), IsOk());
}

ContactPointId Messaging::AddPoint(PointType type, int number, std::string_view address) {
  KnownPoint point;
  point.id = NumberedId<ContactPointId>(static_cast<std::uint64_t>(number));
  point.debtor = debtor_.id;
  point.type = type;
  point.state = PointState::kVerified;
  point.address = Secret(address);
  Write([&](UnitOfWork& unit) {
    unit.person_records().Add(point, NumberedFingerprint(static_cast<std::uint8_t>(number)));
  });
  return point.id;
}

SendMessage::Command Messaging::AReminder(std::int64_t minor_units) const {
  SendMessage::Command command;
  command.debtor = debtor_.id;
  command.order.template_key = "payment_reminder";
  command.order.values = {{"amount", Money(minor_units, debt_->currency)},
                          {"due", Day(absl::CivilDay(2026, 11, 16))}};
  return command;
}

SendMessage::Command Messaging::AnAnswer(std::string_view words) {
  LoggedCommunication came_in;
  came_in.id = CommunicationId(world_.ids.Next());
  came_in.debtor = debtor_.id;
  came_in.direction = Direction::kInbound;
  came_in.contact.channel = Channel::kEmail;
  came_in.contact.point = email_;
  came_in.contact.debts = {debt_->id};
  came_in.state = CommunicationState::kUsed;
  came_in.outcome = Outcome::kConversation;
  came_in.dispatch_time = world_.clock.Now() - absl::Minutes(5);
  came_in.actor = "intake";
  came_in.created_time = came_in.updated_time = came_in.dispatch_time;
  Write([&](UnitOfWork& unit) { unit.communications().Add(came_in); });
  SendMessage::Command command;
  command.debtor = debtor_.id;
  command.order.template_key = "answer";
  command.order.values = {{"answer", Secret(words)}};
  command.contact.in_reply_to = came_in.id;
  return command;
}

absl::StatusOr<SendMessage::Sent> Messaging::Send(const SendMessage::Command& command,
                                                  std::string_view principal) {
  Kept<SendMessage::Sent> sent;
  Call call = world_.ACall();
  call.principal = std::string(principal);
  const auto answer = send_.Handle(call, command, sent);
  if (!answer.ok()) return answer.status();
  return *sent;
}

Message Messaging::Reload(const Message& message) {
  return ValueOf(world_.message_queue.GetMessage(world_.tenant, {message.debtor, message.id}));
}

LoggedCommunication Messaging::SlotOf(const Message& message) {
  return ValueOf(world_.contact_log.GetCommunication(world_.tenant, message.debtor, message.id));
}

std::vector<Message> Messaging::Queue() {
  std::vector<Message> queued;
  Write([&](UnitOfWork& unit) {
    queued = ValueOf(unit.messages().QueuedOf(std::array{debtor_.id}));
  });
  return queued;
}

std::vector<StoredVerdict> Messaging::Verdicts() {
  return ValueOf(world_.contact_log.ListVerdicts(world_.tenant, debtor_.id, {}, 100));
}

std::vector<WorkItem> Messaging::Work(WorkKind kind) {
  return ValueOf(
      world_.work_list.ListWork(world_.tenant, {.kind = kind, .debtor = debtor_.id}, {}, 10));
}

void Messaging::WishForNoContact() {
  OptOut stop;
  stop.id = NumberedId<OptOutId>(1);
  stop.provenance = {Secret("the debtor"), "agent-1", world_.clock.Now(), world_.clock.Now()};
  Rulebook book = ATestBook();
  Rule wish{.id = "TEST.STOP", .cite = "a test", .force = Force::kPolicy};
  wish.kind = Suppression{};
  book.rules.push_back(wish);
  rulebooks_.Hold(Rulebooks::Make({book}, {}).value());
  Write([&](UnitOfWork& unit) { unit.person_records().Add(debtor_.id, stop); });
}

void Messaging::Stop(const SwitchScope& scope) {
  const KillSwitch engaged{.id = NumberedId<KillSwitchId>(1),
                           .scope = scope,
                           .reason = "a test",
                           .actor = "operator",
                           .engaged_time = world_.clock.Now()};
  const auto engage = [&](UnitOfWork& unit) {
    unit.kill_switches().Engage(engaged);
    return absl::OkStatus();
  };
  ASSERT_THAT(world_.store.Run(world_.tenant, std::array{kDesk}, engage), IsOk());
}

int Messaging::Round() { return ValueOf(channel_.Round(world_.tenant)); }

}  // namespace parley
