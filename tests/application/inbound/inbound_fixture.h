// SPDX-License-Identifier: Apache-2.0
#ifndef PARLEY_TESTS_APPLICATION_INBOUND_INBOUND_FIXTURE_H_
#define PARLEY_TESTS_APPLICATION_INBOUND_INBOUND_FIXTURE_H_

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "application/inbound/judge_inbound.h"
#include "application/inbound/match_inbound.h"
#include "application/inbound/receive_inbound.h"
#include "tests/application/messages/message_fixture.h"

namespace parley {

// A person with a debt who writes to us by e-mail.
class Listening : public Messaging {
 protected:
  Listening() {
    // As ContactPoints adds it, so that the address is found.
    Kept<KnownPoint> made;
    ContactPoints::Addition home;
    home.point.debtor = debtor_.id;
    home.point.type = PointType::kEmail;
    home.point.address = Secret("home@example.com");
    home.point.provenance.source = Secret("the debtor");
    home.point.provenance.told = world_.clock.Now();
    EXPECT_THAT(world_.app.contact_points.Add(world_.ACall(), home, made), IsOk());
    home_ = made->id;
    // Only what they were seen to read may tell of a debt.
    EXPECT_THAT(world_.app.contact_points.Verify(world_.ACall(), {debtor_.id, home_, {}}, made),
                IsOk());
  }

  ReceiveInbound::Command AnEmail(std::string_view text,
                                  std::string_view from = "home@example.com") {
    ReceiveInbound::Command command;
    command.channel = Channel::kEmail;
    command.content.from = Secret(from);
    command.content.provider = "relay";
    command.content.provider_id = "message-" + std::to_string(++emails_);
    command.text = std::string(text);
    return command;
  }
  absl::StatusOr<InboundItem> Receive(const ReceiveInbound::Command& command) {
    Kept<InboundItem> kept;
    const auto answer = receive_.Handle(world_.ACall(), command, kept);
    if (!answer.ok()) return answer.status();
    return *kept;
  }
  absl::StatusOr<InboundItem> Hear(std::string_view text) { return Receive(AnEmail(text)); }

  InboundItem ReloadItem(const InboundItem& item) {
    return ValueOf(world_.inbound_desk.GetInbound(world_.tenant, item.debtor, item.id));
  }
  DebtorRecord TheirRecord() {
    return ValueOf(world_.directory.GetRecord(world_.tenant, debtor_.id));
  }
  std::vector<Message> Queue() {
    std::vector<Message> queued;
    Write([&](UnitOfWork& unit) {
      queued = ValueOf(unit.messages().QueuedOf(std::array{debtor_.id}));
    });
    return queued;
  }
  std::vector<WorkItem> OnDesk() {
    return ValueOf(
        world_.work_list.ListWork(world_.tenant, {.kind = WorkKind::kInboundUnmatched}, {}, 10));
  }

  InboundTools inbound_{{rulebooks_, world_.ids, {world_.zones, world_.regions}},
                        world_.blind_index,
                        world_.addresses,
                        world_.fingerprints,
                        world_.house.listener(),
                        world_.house.templates};
  ReceiveInbound receive_{
      mutations_, {world_.directory, world_.message_queue, world_.inbound_desk}, inbound_, send_};
  MatchInbound match_{mutations_, inbound_, send_};
  JudgeInbound judge_{mutations_, inbound_};
  ContactPointId home_;
  int emails_ = 0;
};

// What was done at once, by its name.
inline std::vector<std::string> WhatWasDone(const InboundItem& item) {
  std::vector<std::string> done;
  for (const TakenReaction& one : item.reactions) done.push_back(one.what);
  return done;
}

}  // namespace parley

#endif  // PARLEY_TESTS_APPLICATION_INBOUND_INBOUND_FIXTURE_H_
