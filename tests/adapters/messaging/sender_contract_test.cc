// SPDX-License-Identifier: Apache-2.0
// What every sender promises, over a provider that drops, delays, repeats and lies.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "tests/adapters/messaging/sender_harness.h"
#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using testing::VariantWith;

constexpr absl::Duration kPatience = absl::Seconds(20);  // Nobody waits so long.
constexpr absl::Duration kImpatience = absl::Milliseconds(300);

struct Technology {
  std::string name;
  std::unique_ptr<SenderHarness> (*make)();
};

class SenderContract : public testing::TestWithParam<Technology> {
 public:
  SenderContract() : harness_(GetParam().make()) {}

  // False, and the test is left, where the technology knows no such deed.
  bool Does(ProviderDeed deed) {
    if (!harness_->Can(deed)) return false;
    harness_->Do(deed);
    return true;
  }
  HandOver Send(absl::Duration within = kPatience) {
    return harness_->sender().Send(harness_->Message(kId), within);
  }
  ProviderAnswer Ask() { return harness_->sender().Ask(kId, kPatience); }
  SenderTraits traits() { return harness_->sender().traits(); }
  int sent() const { return harness_->TimesSent(kId); }

  const CommunicationId kId{NumberedUuid(42)};
  std::unique_ptr<SenderHarness> harness_;
};

template <typename T>
bool Is(const HandOver& outcome) {
  return std::holds_alternative<T>(outcome);
}

TEST_P(SenderContract, HandsOverAMessageOnce) {
  ASSERT_TRUE(Does(ProviderDeed::kTakes));
  const HandOver outcome = Send();
  ASSERT_TRUE(Is<Accepted>(outcome));
  EXPECT_FALSE(std::get<Accepted>(outcome).reference.empty());
  EXPECT_EQ(sent(), 1);
}

TEST_P(SenderContract, SaysThatNothingWentWhereNobodyListens) {
  ASSERT_TRUE(Does(ProviderDeed::kIsGone));
  const HandOver outcome = Send();
  ASSERT_TRUE(Is<RefusedForNow>(outcome));
  EXPECT_EQ(std::get<RefusedForNow>(outcome).cause, DelayCause::kUnreachable);
  EXPECT_EQ(sent(), 0);
}

TEST_P(SenderContract, SaysThatNothingWentWhenTheLineBreaksBeforeTheMessage) {
  if (!Does(ProviderDeed::kDropsUnread)) return;
  // A small message is with the machine's own buffers at once: then nobody knows.
  const HandOver outcome = Send();
  EXPECT_TRUE(Is<RefusedForNow>(outcome) || Is<NotKnown>(outcome));
  EXPECT_EQ(sent(), 0);
}

TEST_P(SenderContract, DoesNotKnowWhenTheLineBreaksInPlaceOfAnAnswer) {
  if (!Does(ProviderDeed::kTakesAndDrops)) return;
  EXPECT_TRUE(Is<NotKnown>(Send()));
  EXPECT_EQ(sent(), 1);
}

TEST_P(SenderContract, DoesNotKnowWhenNoAnswerComesInTime) {
  if (!Does(ProviderDeed::kTakesAndStalls)) return;
  // On a busy machine the time may be over before the message went; then it is for now.
  const HandOver outcome = Send(kImpatience);
  EXPECT_TRUE(Is<NotKnown>(outcome) || (sent() == 0 && Is<RefusedForNow>(outcome)));
}

TEST_P(SenderContract, DoesNotKnowWhenTheAnswerMakesNoSense) {
  if (!Does(ProviderDeed::kTakesAndBabbles)) return;
  EXPECT_TRUE(Is<NotKnown>(Send()));
  EXPECT_EQ(sent(), 1);
}

TEST_P(SenderContract, TellsARefusalForGoodFromOneForNow) {
  if (!Does(ProviderDeed::kRefusesForGood)) return;
  const HandOver for_good = Send();
  ASSERT_TRUE(Is<RefusedForGood>(for_good));
  EXPECT_EQ(std::get<RefusedForGood>(for_good).cause, RefusalCause::kAddress);
  ASSERT_TRUE(Does(ProviderDeed::kRefusesForNow));
  EXPECT_TRUE(Is<RefusedForNow>(Send()));
  EXPECT_EQ(sent(), 0);
}

TEST_P(SenderContract, IsWellAgainAfterEveryMishap) {
  for (const ProviderDeed deed : {ProviderDeed::kIsGone, ProviderDeed::kDropsUnread,
                                  ProviderDeed::kRefusesForGood, ProviderDeed::kRefusesForNow}) {
    if (!Does(deed)) continue;
    Send();
    ASSERT_TRUE(Does(ProviderDeed::kTakes));
    EXPECT_TRUE(Is<Accepted>(Send()));
  }
}

TEST_P(SenderContract, TakesAMessageThatComesAgainOnceWhereItSaysSo) {
  if (!traits().honours_key) return;
  for (const ProviderDeed deed : {ProviderDeed::kTakes, ProviderDeed::kTakesAndDrops}) {
    if (!Does(deed)) continue;
    Send();
  }
  ASSERT_TRUE(Does(ProviderDeed::kTakes));
  EXPECT_TRUE(Is<Accepted>(Send()));
  EXPECT_EQ(sent(), 1);
}

TEST_P(SenderContract, CanBeAskedWhereItSaysSo) {
  if (!traits().can_be_asked) {
    EXPECT_THAT(Ask(), VariantWith<NoAnswer>(testing::_));
    return;
  }
  EXPECT_TRUE(std::holds_alternative<NeverTaken>(Ask()));
  ASSERT_TRUE(Does(ProviderDeed::kTakesAndDrops) || Does(ProviderDeed::kTakes));
  Send();
  const ProviderAnswer answer = Ask();
  ASSERT_TRUE(std::holds_alternative<Taken>(answer));
  EXPECT_FALSE(std::get<Taken>(answer).reference.empty());
  EXPECT_EQ(sent(), 1);
}

TEST_P(SenderContract, HandsOverNothingToAnAddressThatIsNoneOfItsChannel) {
  ASSERT_TRUE(Does(ProviderDeed::kTakes));
  for (const std::string address : {"", "nobody\r\nRCPT TO:<eve@evil.example>", "x\r\n\r\n\r\n",
                                    "a\tb\x01", "ada@person.example>\r\nBcc: eve@evil.example"}) {
    OutboundMessage message = harness_->Message(kId);
    message.address = SensitiveText(address);
    const HandOver outcome = harness_->sender().Send(message, kPatience);
    ASSERT_TRUE(Is<RefusedForGood>(outcome)) << address;
    EXPECT_EQ(std::get<RefusedForGood>(outcome).cause, RefusalCause::kAddress);
  }
  EXPECT_EQ(sent(), 0);
}

TEST_P(SenderContract, RefusesWordsOfAnotherChannel) {
  ASSERT_TRUE(Does(ProviderDeed::kTakes));
  OutboundMessage message = harness_->Message(kId);
  if (std::holds_alternative<SmsWords>(message.words)) {
    message.words = EmailWords{};
  } else {
    message.words = SmsWords{SensitiveText("hello")};
  }
  const HandOver outcome = harness_->sender().Send(message, kPatience);
  ASSERT_TRUE(Is<RefusedForGood>(outcome));
  EXPECT_EQ(std::get<RefusedForGood>(outcome).cause, RefusalCause::kContent);
}

TEST_P(SenderContract, ServesManyThreadsAndSendsNothingTwice) {
  ASSERT_TRUE(Does(ProviderDeed::kTakes));
  constexpr std::uint64_t kThreads = 6;
  constexpr std::uint64_t kEach = 10;
  std::vector<std::thread> threads;
  for (std::uint64_t thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([this, thread] {
      for (std::uint64_t at = 0; at < kEach; ++at) {
        const CommunicationId id(NumberedUuid(1000 + thread * kEach + at));
        EXPECT_TRUE(Is<Accepted>(harness_->sender().Send(harness_->Message(id), kPatience)));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::uint64_t at = 0; at < kThreads * kEach; ++at) {
    EXPECT_EQ(harness_->TimesSent(CommunicationId(NumberedUuid(1000 + at))), 1);
  }
}

INSTANTIATE_TEST_SUITE_P(Channels, SenderContract,
                         testing::Values(Technology{"Email", MakeSmtpHarness},
                                         Technology{"Sms", MakeSmsHarness},
                                         Technology{"Letter", MakeSpoolHarness}),
                         [](const auto& technology) { return technology.param.name; });

}  // namespace
}  // namespace parley
