// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_APPLICATION_MESSAGES_MESSAGE_FIXTURE_H_
#define PARLEY_TESTS_APPLICATION_MESSAGES_MESSAGE_FIXTURE_H_

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "application/dispatch/channel_dispatcher.h"
#include "application/dispatch/settle_unknown.h"
#include "application/dispatch/take_reports.h"
#include "application/messages/change_message.h"
#include "application/messages/preview_message.h"
#include "application/messages/release_text.h"
#include "application/messages/send_message.h"
#include "tests/support/application/held_rulebooks.h"
#include "tests/support/domain/rulebook_builders.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {

// A provider that answers as it is told, and remembers what it was given.
class ToldSender final : public Sender {
 public:
  SenderTraits traits() const override { return told; }
  HandOver Send(const OutboundMessage& message, absl::Duration) override {
    given.push_back(message);
    return answer(message);
  }
  ProviderAnswer Ask(CommunicationId, absl::Duration) override { return when_asked; }

  SenderTraits told;
  std::vector<OutboundMessage> given;
  std::function<HandOver(const OutboundMessage&)> answer = [](const OutboundMessage&) {
    return Accepted{"ref"};
  };
  ProviderAnswer when_asked = NoAnswer();
};

// A person with a debt and an e-mail address, in a world with a book of opening hours alone, on a
// Monday at noon.
class Messaging : public testing::Test {
 protected:
  Messaging();

  ContactPointId AddPoint(PointType type, int number, std::string_view address);
  SendMessage::Command AReminder(std::int64_t minor_units = 5000) const;
  SendMessage::Command AnAnswer(std::string_view words);

  absl::StatusOr<SendMessage::Sent> Send(const SendMessage::Command& command,
                                         std::string_view principal = "agent-1");
  Message Reload(const Message& message);
  LoggedCommunication SlotOf(const Message& message);
  // What waits for them.
  std::vector<Message> Queue();
  std::vector<StoredVerdict> Verdicts();
  std::vector<WorkItem> Work(WorkKind kind);
  // They want no more contact, and a book says that such a wish is heard.
  void WishForNoContact();
  void Stop(const SwitchScope& scope);
  // What waits is handed over as far as it is due.
  int Round();
  void Write(absl::FunctionRef<void(UnitOfWork&)> write);

  World world_;
  HeldRulebooks rulebooks_{TheTestBook()};
  Mutations mutations_{world_.store, world_.given_answers, world_.seal, world_.clock, world_.ids};
  MessageTools tools_{{rulebooks_, world_.ids, {world_.zones, world_.regions}},
                      world_.app.templates,
                      world_.house.tone(),
                      world_.house.letterheads,
                      world_.fingerprints,
                      world_.house.seals,
                      world_.house.settings};
  DispatchTools dispatching_{world_.store,
                             world_.message_queue,
                             world_.template_shelf,
                             world_.seal,
                             world_.clock,
                             world_.words,
                             tools_,
                             {}};
  SendMessage send_{mutations_, world_.template_shelf, tools_};
  ToldSender sender_;
  ChannelDispatcher channel_{dispatching_, world_.blind_index, sender_, {.provider = "relay"}};
  SettleUnknown settle_{dispatching_};
  TakeReports reports_{dispatching_, world_.blind_index};
  Debtor debtor_;
  std::optional<Debt> debt_;
  ContactPointId email_;
};

}  // namespace parley

#endif  // PARLEY_TESTS_APPLICATION_MESSAGES_MESSAGE_FIXTURE_H_
