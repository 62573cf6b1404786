// SPDX-License-Identifier: Apache-2.0
// Messages on their way out as records, and the queue that dispatchers take them from.
#include "application/ports/messages.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <set>
#include <thread>

#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/contact_builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr absl::Duration kLease = absl::Milliseconds(300);

class MessagesContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Add(const Message& message) {
    return Record(message.debtor, [&](UnitOfWork& unit) {
      LoggedCommunication slot = ACall(static_cast<int>(++slots_));
      slot.id = message.id;
      slot.debtor = message.debtor;
      slot.verdict = NumberedId<VerdictId>(slots_);
      StoredVerdict verdict = AVerdict();
      verdict.id = *slot.verdict;
      verdict.debtor = message.debtor;
      verdict.communication = message.id;
      unit.verdicts().Append(verdict);
      unit.communications().Add(slot);
      unit.messages().Add(message);
    });
  }
  absl::Status Replace(const Message& message) {
    return Record(message.debtor, [&](UnitOfWork& unit) { unit.messages().Replace(message); });
  }
  Message Stored(const Message& message) {
    const Message read =
        ValueOf(world().message_queue().GetMessage(kTenant, {message.debtor, message.id}));
    const std::array keys = {MessageKey{message.debtor, message.id}};
    EXPECT_THAT(Run(message.debtor,
                    [&](UnitOfWork& unit) {
                      EXPECT_THAT(ValueOf(unit.messages().FindAll(keys)), ElementsAre(read));
                      return absl::OkStatus();
                    }),
                IsOk());
    return read;
  }
  std::vector<ClaimedMessage> Claim(int most = 100, Channel channel = Channel::kEmail) {
    return ValueOf(world().message_queue().Claim(
        {.tenant = kTenant, .channel = channel, .most = most, .now = TestNow(), .lease = kLease}));
  }
  // One that is handed over, under the lease that was claimed.
  Message Begun(const Message& message) {
    Message begun = Stored(message);
    begun.state = MessageState::kDispatching;
    begun.was_handed_over = true;
    begun.attempts = 1;
    begun.words = MessageWords{
        .template_key = "payment_reminder",
        .template_version = 3,
        .is_tenants_own = true,
        .language = {"es", "es-MX", LanguageSource::kCreditor, LanguageSource::kPerson},
        .parts = {{PartKind::kSubject, "", Secret("Hola")},
                  {PartKind::kSection, "Título", Secret("Texto\n{1}")}}};
    ++begun.revision;
    return begun;
  }

 private:
  std::uint64_t slots_ = 0;
};
PARLEY_OVER_EVERY_STORE(MessagesContract);

Message AMessage(int number = 1) {
  Message message;
  message.id = NumberedId<CommunicationId>(static_cast<std::uint64_t>(1000 + number));
  message.debtor = kDebtor;
  message.channel = Channel::kEmail;
  message.purpose = Purpose::kReminder;
  message.point = NumberedId<ContactPointId>(1);
  message.order.template_key = "payment_reminder";
  message.asked_by = "agent-1";
  message.not_before = TestNow() - absl::Minutes(100 - number);
  message.created_time = message.updated_time = TestNow();
  return message;
}

TEST_P(MessagesContract, ComeBackEqualWithWhateverTheyAreFilledWith) {
  Message full = AMessage();
  full.occasion = "first of November";
  full.expires = TestNow() + absl::Hours(1);
  full.order.values = {
      {"amount", Money(-12'345, *Currency::Find("KWD"))},
      {"due", Day(absl::CivilDay(2026, 2, 28))},
      {"time", MinuteOfDay{9 * 60 + 30}},
      {"count", std::int64_t{7}},
      {"documents", std::vector<SensitiveText>{Secret("a"), Secret("\"b\"")}},
      {"debts", std::vector<ValueRow>{{{"owner", Secret("Ünïcode \xE2\x82\xAC")},
                                       {"amount", Money(1, *Currency::Find("EUR"))}},
                                      {}}}};
  for (const std::string& text : DifficultTexts()) {
    full.order.values.push_back({"text", Secret(text)});
  }
  ASSERT_THAT(Add(full), IsOk());
  EXPECT_EQ(Stored(full), full);
  ASSERT_THAT(Add(AMessage(2)), IsOk());
  EXPECT_EQ(Stored(AMessage(2)), AMessage(2));
}

TEST_P(MessagesContract, AreNotFoundWhenUnknown) {
  EXPECT_THAT(world().message_queue().GetMessage(kTenant, {kDebtor, AMessage().id}),
              IsRefused(Reason::kCommunicationNotFound));
  EXPECT_THAT(world().message_queue().OwnerOf(AMessage().id),
              IsRefused(Reason::kCommunicationNotFound));
  EXPECT_THAT(Claim(), IsEmpty());
}

TEST_P(MessagesContract, AreOneAnOccasion) {
  Message first = AMessage(1);
  first.occasion = "once";
  Message second = AMessage(2);
  second.occasion = "once";
  ASSERT_THAT(Add(first), IsOk());
  EXPECT_THAT(Add(second), IsRefused(Reason::kMessageAlreadyQueued));
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    EXPECT_EQ(ValueOf(unit.messages().OfOccasion(kDebtor, "once")), first);
                    EXPECT_EQ(ValueOf(unit.messages().OfOccasion(kDebtor, "never")), std::nullopt);
                    EXPECT_EQ(ValueOf(unit.messages().OfOccasion(kDebtor, "")), std::nullopt);
                    return absl::OkStatus();
                  }),
              IsOk());
}

TEST_P(MessagesContract, ChangeOnlyFromTheRevisionThatIsStored) {
  ASSERT_THAT(Add(AMessage()), IsOk());
  Message changed = AMessage();
  changed.state = MessageState::kCancelled;
  changed.end = MessageEnd::kTakenBack;
  EXPECT_THAT(Replace(changed), IsRefused(Reason::kWriteConflict));
  changed.revision = 2;
  changed.updated_time = TestNow() + absl::Seconds(1);
  ASSERT_THAT(Replace(changed), IsOk());
  EXPECT_EQ(Stored(changed), changed);
}

TEST_P(MessagesContract, AreClaimedOnceInTheOrderOfTheirUrgency) {
  Message waited_for = AMessage(3);
  waited_for.purpose = Purpose::kReply;
  Message later = AMessage(4);
  later.not_before = TestNow() + absl::Microseconds(1);
  Message other = AMessage(5);
  other.channel = Channel::kSms;
  for (const Message& one : {AMessage(1), AMessage(2), waited_for, later, other}) {
    ASSERT_THAT(Add(one), IsOk());
  }
  const std::vector<ClaimedMessage> first = Claim(2);
  std::vector<CommunicationId> ids;
  for (const ClaimedMessage& one : first) ids.push_back(one.key.id);
  EXPECT_THAT(ids, UnorderedElementsAre(waited_for.id, AMessage(1).id));
  EXPECT_NE(first.front().token, first.back().token);
  const std::vector<ClaimedMessage> second = Claim();
  ASSERT_THAT(second, SizeIs(1));
  EXPECT_EQ(second.front().key.id, AMessage(2).id);
  EXPECT_THAT(Claim(), IsEmpty());
  EXPECT_EQ(Stored(AMessage(2)).lease->token, second.front().token);

  // Whoever had them is gone.
  world().PassTime(kLease + absl::Milliseconds(100));
  const std::vector<ClaimedMessage> again = Claim();
  EXPECT_THAT(again, SizeIs(3));
  for (const ClaimedMessage& one : again) EXPECT_GT(one.token, second.front().token);
}

TEST_P(MessagesContract, FollowOneAnother) {
  ASSERT_THAT(Add(AMessage(1)), IsOk());
  Message next = AMessage(2);
  next.channel = Channel::kSms;
  next.any_channel = true;
  next.follows = AMessage(1).id;
  ASSERT_THAT(Add(next), IsOk());
  EXPECT_EQ(Stored(next), next);
}

TEST_P(MessagesContract, AreClaimedByOneOfManyAtOnce) {
  constexpr int kMessages = 96;
  constexpr int kClaimers = 16;
  for (int number = 1; number <= kMessages; ++number) {
    ASSERT_THAT(Add(AMessage(number)), IsOk());
  }
  std::array<std::vector<ClaimedMessage>, kClaimers> claimed;
  std::atomic<int> left = kMessages;
  // Each takes a few at a time, and as long as any are left: what one skips is another's.
  Together(kClaimers, [&](int at) {
    auto& own = claimed[static_cast<std::size_t>(at)];
    while (left > 0) {
      const auto got = world().message_queue().Claim({.tenant = kTenant,
                                                      .channel = Channel::kEmail,
                                                      .most = 7,
                                                      .now = TestNow(),
                                                      .lease = absl::Minutes(30)});
      ASSERT_THAT(got, IsOk());
      own.insert(own.end(), got->begin(), got->end());
      left -= static_cast<int>(got->size());
    }
  });
  std::multiset<CommunicationId> all;
  std::set<std::int64_t> tokens;
  for (const auto& own : claimed) {
    for (const ClaimedMessage& one : own) {
      all.insert(one.key.id);
      tokens.insert(one.token);
    }
  }
  EXPECT_THAT(all, SizeIs(kMessages));
  EXPECT_THAT(std::set(all.begin(), all.end()), SizeIs(kMessages));
  EXPECT_THAT(tokens, SizeIs(kMessages));
}

TEST_P(MessagesContract, AreBegunUnderTheLeaseThatIsStored) {
  ASSERT_THAT(Add(AMessage()), IsOk());
  ASSERT_THAT(Claim(), SizeIs(1));
  const Message begun = Begun(AMessage());
  world().PassTime(kLease + absl::Milliseconds(100));
  ASSERT_THAT(Claim(), SizeIs(1));
  EXPECT_THAT(Replace(begun), IsRefused(Reason::kWriteConflict));
  const Message again = Begun(AMessage());
  ASSERT_THAT(Replace(again), IsOk());
  EXPECT_EQ(Stored(again), again);
  EXPECT_THAT(Claim(), IsEmpty());
}

TEST_P(MessagesContract, AreLostWhenTheirLeaseIsOver) {
  ASSERT_THAT(Add(AMessage()), IsOk());
  const std::vector<ClaimedMessage> claimed = Claim();
  ASSERT_THAT(Replace(Begun(AMessage())), IsOk());
  EXPECT_EQ(ValueOf(world().message_queue().UnderWay(kTenant)), 1);
  world().PassTime(kLease + absl::Milliseconds(100));
  EXPECT_EQ(ValueOf(world().message_queue().Lost(kTenant, 10)), claimed);
  EXPECT_THAT(Claim(), IsEmpty());

  Message unknown = Stored(AMessage());
  unknown.state = MessageState::kUnknown;
  unknown.lease.reset();
  unknown.revision = 3;
  unknown.updated_time = TestNow();
  ASSERT_THAT(Replace(unknown), IsOk());
  EXPECT_EQ(Stored(unknown), unknown);
  MessageQueue& queue = world().message_queue();
  EXPECT_THAT(ValueOf(queue.Lost(kTenant, 10)), IsEmpty());
  EXPECT_EQ(ValueOf(queue.UnderWay(kTenant)), 0);
  const absl::Time after = TestNow() + absl::Microseconds(1);
  EXPECT_THAT(ValueOf(queue.Unknown(kTenant, Channel::kEmail, after, 10)),
              ElementsAre(MessageKey{kDebtor, unknown.id}));
  EXPECT_THAT(ValueOf(queue.Unknown(kTenant, Channel::kEmail, TestNow(), 10)), IsEmpty());
  EXPECT_THAT(ValueOf(queue.Unknown(kTenant, Channel::kSms, after, 10)), IsEmpty());
}

TEST_P(MessagesContract, AreNotCountedWhileSomebodyIsAboutToBegin) {
  ASSERT_THAT(Add(AMessage()), IsOk());
  ASSERT_THAT(Claim(), SizeIs(1));
  const std::array keys = {MessageKey{kDebtor, AMessage().id}};
  std::atomic<bool> begun = false;
  std::thread counter;
  std::int64_t under_way = 0;
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    Message message = ValueOf(unit.messages().FindToHandOver(keys)).front();
                    message.state = MessageState::kDispatching;
                    message.was_handed_over = true;
                    message.words = MessageWords{.template_key = "payment_reminder"};
                    ++message.revision;
                    unit.messages().Replace(message);
                    if (!counter.joinable()) {
                      counter = std::thread(
                          [&] { under_way = ValueOf(world().message_queue().UnderWay(kTenant)); });
                    }
                    return absl::OkStatus();
                  }),
              IsOk());
  counter.join();
  EXPECT_EQ(under_way, 1);
}

TEST_P(MessagesContract, AreKnownByTheirIdAlone) {
  ASSERT_THAT(Add(AMessage()), IsOk());
  EXPECT_EQ(ValueOf(world().message_queue().OwnerOf(AMessage().id)),
            (MessageOwner{kTenant, kDebtor}));
}

TEST_P(MessagesContract, AreNoOtherTenants) {
  const auto other = NumberedId<TenantId>(2);
  world().CreateTenant(other);
  ASSERT_THAT(Add(AMessage()), IsOk());
  MessageQueue& queue = world().message_queue();
  EXPECT_THAT(queue.GetMessage(other, {kDebtor, AMessage().id}),
              IsRefused(Reason::kCommunicationNotFound));
  EXPECT_THAT(ValueOf(queue.Claim({.tenant = other,
                                   .channel = Channel::kEmail,
                                   .most = 10,
                                   .now = TestNow(),
                                   .lease = kLease})),
              IsEmpty());
  EXPECT_THAT(ValueOf(queue.Backlog(other, TestNow())), IsEmpty());
}

TEST_P(MessagesContract, AreCountedByChannel) {
  Message later = AMessage(2);
  later.not_before = TestNow() + absl::Hours(1);
  for (const Message& one : {AMessage(1), later}) ASSERT_THAT(Add(one), IsOk());
  EXPECT_THAT(ValueOf(world().message_queue().Backlog(kTenant, TestNow())),
              ElementsAre(ChannelBacklog{.channel = Channel::kEmail,
                                         .queued = 2,
                                         .due = 1,
                                         .oldest_due = AMessage(1).not_before}));
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    EXPECT_THAT(ValueOf(unit.messages().QueuedOf(std::array{kDebtor})),
                                ElementsAre(AMessage(1), later));
                    return absl::OkStatus();
                  }),
              IsOk());
}

TEST_P(MessagesContract, HaveTextsThatEachPersonReleasedOnce) {
  const ReleasedText released{.debtor = kDebtor,
                              .text = NumberedFingerprint(7),
                              .actor = "lead",
                              .reason = "a quotation",
                              .released_time = TestNow()};
  ReleasedText again = released;
  again.reason = "said again";
  ReleasedText another = released;
  another.actor = "another";
  for (const ReleasedText& one : {released, again, another}) {
    ASSERT_THAT(Record(kDebtor, [&](UnitOfWork& unit) { unit.messages().Add(one); }), IsOk());
  }
  EXPECT_THAT(Run(kDebtor,
                  [&](UnitOfWork& unit) {
                    EXPECT_THAT(ValueOf(unit.messages().ReleasesOf(kDebtor, released.text)),
                                ElementsAre(another, released));
                    EXPECT_THAT(
                        ValueOf(unit.messages().ReleasesOf(kDebtor, NumberedFingerprint(8))),
                        IsEmpty());
                    return absl::OkStatus();
                  }),
              IsOk());
  EXPECT_THAT(ValueOf(world().message_queue().ReleasesOf(kTenant, kDebtor, released.text)),
              ElementsAre(another, released));
}

}  // namespace
}  // namespace parley
