// SPDX-License-Identifier: Apache-2.0
#include "adapters/postgres/chat_hints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "tests/support/domain/contact_builders.h"
#include "tests/support/postgres/postgres_fixture.h"

namespace parley::postgres {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ChatHint AHint(ChatHintKind kind, std::int64_t line = 0) {
  return {kind, NumberedId<TenantId>(1), NumberedId<DebtorId>(2), Direction::kOutbound, line};
}

TEST(HintText, IsReadAsItWasWritten) {
  for (const ChatHintKind kind :
       {ChatHintKind::kSaid, ChatHintKind::kTyping, ChatHintKind::kStopped, ChatHintKind::kArrived,
        ChatHintKind::kLeft, ChatHintKind::kRead}) {
    EXPECT_EQ(ParseHint(HintText(AHint(kind, 42))), AHint(kind, 42));
  }
}

TEST(HintText, IsNotReadOutOfAnythingElse) {
  const std::string sound = HintText(AHint(ChatHintKind::kRead, 7));
  for (const std::string& text : {std::string(), std::string("1"), sound + " 1", "9" + sound,
                                  "x" + sound.substr(1), sound + "x"}) {
    EXPECT_EQ(ParseHint(text), std::nullopt) << text;
  }
}

// What a process was told.
class Told {
 public:
  void Take(const ChatHint& hint) {
    const std::lock_guard lock(mutex_);
    all_.push_back(hint);
    more_.notify_all();
  }
  std::vector<ChatHint> Wait(std::size_t count) {
    std::unique_lock lock(mutex_);
    more_.wait_for(lock, std::chrono::seconds(20), [&] { return all_.size() >= count; });
    return all_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable more_;
  std::vector<ChatHint> all_;
};

class ChatHintsOverPostgres : public PostgresFixture {};

TEST_F(ChatHintsOverPostgres, ReachOtherProcessesInOrderAndNotTheirOwn) {
  PostgresChatHints one(database_->PoolOf().connection);
  PostgresChatHints other(database_->PoolOf().connection);
  Told own;
  Told told;
  one.Listen([&](const ChatHint& hint) { own.Take(hint); });
  other.Listen([&](const ChatHint& hint) { told.Take(hint); });
  // Until both links listen, a hint may be lost.
  while (told.Wait(0).empty()) {
    one.Send(AHint(ChatHintKind::kArrived));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const std::size_t before = told.Wait(0).size();
  for (std::int64_t line = 1; line <= 500; ++line) one.Send(AHint(ChatHintKind::kRead, line));
  std::vector<std::int64_t> lines;
  for (const ChatHint& hint : told.Wait(before + 500)) {
    if (hint.kind == ChatHintKind::kRead) lines.push_back(hint.line);
  }
  std::vector<std::int64_t> expected;
  for (std::int64_t line = 1; line <= 500; ++line) expected.push_back(line);
  EXPECT_THAT(lines, testing::ElementsAreArray(expected));
  EXPECT_THAT(own.Wait(0), IsEmpty());
  one.Listen({});
  other.Listen({});
}

}  // namespace
}  // namespace parley::postgres
