// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/callback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

CallSlot ASlot(absl::Duration in = absl::Hours(2), absl::Duration length = absl::Hours(1)) {
  return {TestNow() + in, TestNow() + in + length};
}

CallbackRequest ARequest(CallbackState state = CallbackState::kRequested) {
  CallbackRequest request;
  request.id = NumberedId<CallbackId>(1);
  request.about = Secret("the letter of March");
  request.state = state;
  if (state != CallbackState::kRequested) request.slot = ASlot();
  request.created_time = TestNow();
  request.updated_time = TestNow();
  return request;
}

std::vector<Violation> FaultsOf(const CallbackRequest& request) {
  Violations violations;
  CheckCallback(request, TestNow(), "it", violations);
  return violations.all();
}

TEST(CheckCallback, TakesAWishWithAndWithoutATime) {
  EXPECT_THAT(FaultsOf(ARequest()), IsEmpty());
  EXPECT_THAT(FaultsOf(ARequest(CallbackState::kScheduled)), IsEmpty());
  CallbackRequest now = ARequest();
  now.slot = CallSlot{TestNow() - absl::Minutes(5), TestNow() + absl::Minutes(5)};
  EXPECT_THAT(FaultsOf(now), IsEmpty());
}

TEST(CheckCallback, NamesWhatIsWrongWithItsTime) {
  const std::vector<std::pair<CallSlot, Violation>> cases = {
      {ASlot(absl::Hours(2), absl::ZeroDuration()), {"it.slot.until_time", Fault::kDateOrder}},
      {ASlot(absl::Hours(2), -absl::Hours(1)), {"it.slot.until_time", Fault::kDateOrder}},
      {ASlot(-absl::Hours(2)), {"it.slot.until_time", Fault::kDateInPast}},
      {ASlot(-absl::Hours(1)), {"it.slot.until_time", Fault::kDateInPast}},
      {ASlot(absl::Hours(2), kLongestCallSlot + absl::Seconds(1)),
       {"it.slot.until_time", Fault::kOutOfRange}},
      {ASlot(kFurthestCallSlot + absl::Seconds(1)), {"it.slot.from_time", Fault::kOutOfRange}},
  };
  for (const auto& [slot, expected] : cases) {
    CallbackRequest request = ARequest();
    request.slot = slot;
    EXPECT_THAT(FaultsOf(request), ElementsAre(expected)) << expected.field;
  }
  CallbackRequest widest = ARequest();
  widest.slot = ASlot(kFurthestCallSlot, kLongestCallSlot);
  EXPECT_THAT(FaultsOf(widest), IsEmpty());
}

TEST(CheckCallback, NamesALongMatter) {
  CallbackRequest request = ARequest();
  request.about = Secret(std::string(1001, 'x'));
  EXPECT_THAT(FaultsOf(request), ElementsAre(Violation{"it.about", Fault::kTooLong}));
}

TEST(ACallback, IsMissedWhenItsTimePassed) {
  const CallbackRequest scheduled = ARequest(CallbackState::kScheduled);
  const absl::Time end = scheduled.slot->until;
  EXPECT_EQ(StateAt(scheduled, end - absl::Microseconds(1)), CallbackState::kScheduled);
  EXPECT_EQ(StateAt(scheduled, end), CallbackState::kMissed);
  EXPECT_TRUE(IsAwaited(scheduled, end - absl::Microseconds(1)));
  EXPECT_FALSE(IsAwaited(scheduled, end));
  EXPECT_TRUE(IsAwaited(ARequest(), end + absl::Hours(1000)));
}

TEST(ACallback, IsAwaitedOneAtATimeAndOwedUntilWeSpoke) {
  CallbackRequest missed = ARequest(CallbackState::kMissed);
  CallbackRequest kept = ARequest(CallbackState::kKept);
  kept.id = NumberedId<CallbackId>(2);
  EXPECT_EQ(AwaitedOf(std::array{missed, kept}, TestNow()), std::nullopt);
  EXPECT_EQ(OwedOf(std::array{missed}), missed);
  EXPECT_EQ(OwedOf(std::array{missed, kept}), std::nullopt);
  CallbackRequest wished = ARequest();
  wished.id = NumberedId<CallbackId>(3);
  EXPECT_EQ(AwaitedOf(std::array{missed, kept, wished}, TestNow()), wished);
  EXPECT_EQ(OwedOf(std::array{missed, kept, wished}), wished);
  EXPECT_EQ(OwedOf(std::array{kept}), std::nullopt);
}

TEST(ACallback, IsKeptByNoCallLongBeforeItsTime) {
  CallbackRequest request = ARequest();
  const absl::Time from = ASlot().from;
  const Day day(2026, 3, 10);
  EXPECT_TRUE(IsTimeFor(request, from - absl::Hours(24), day));
  request.wished = day;
  EXPECT_FALSE(IsTimeFor(request, from, day - 1));
  EXPECT_TRUE(IsTimeFor(request, from, day));
  request.slot = ASlot();
  EXPECT_FALSE(IsTimeFor(request, from - kEarlyCall - absl::Minutes(1), day));
  EXPECT_TRUE(IsTimeFor(request, from - kEarlyCall, day));
  EXPECT_TRUE(IsTimeFor(request, from + absl::Hours(48), day + 2));
}

TEST(ACallback, IsOwedAgainWhenTheCallReachedSomebodyElse) {
  const auto call = NumberedId<CommunicationId>(7);
  const CallbackRequest kept =
      ValueOf(KeptBy(ARequest(CallbackState::kScheduled), call, TestNow()));
  EXPECT_EQ(NotKeptBy(kept, NumberedId<CommunicationId>(8), TestNow()), std::nullopt);
  const auto missed = NotKeptBy(kept, call, TestNow());
  ASSERT_TRUE(missed.has_value());
  EXPECT_EQ(missed->state, CallbackState::kMissed);
  EXPECT_EQ(missed->kept_in, std::nullopt);
  EXPECT_EQ(OwedOf(std::array{*missed}), missed);
}

// Which steps begin in which state, at an instant within the slot.
TEST(ItsSteps, BeginOnlyWhereTheyMay) {
  struct Steps {
    CallbackState state;
    bool schedule, keep, miss, cancel;
  };
  const auto cases = std::to_array<Steps>({
      {CallbackState::kRequested, true, true, false, true},
      {CallbackState::kScheduled, true, true, true, true},
      {CallbackState::kMissed, true, true, false, true},
      {CallbackState::kKept, false, false, false, false},
      {CallbackState::kCancelled, false, false, false, false},
  });
  const absl::Time now = ASlot().from;
  const CallSlot later = ASlot(absl::Hours(24));
  const auto call = NumberedId<CommunicationId>(7);
  for (const Steps& expected : cases) {
    SCOPED_TRACE(WordsOf<CallbackState>()[static_cast<std::size_t>(expected.state)]);
    const CallbackRequest request = ARequest(expected.state);
    const auto begins = [](const absl::StatusOr<CallbackRequest>& step) {
      EXPECT_TRUE(step.ok() || ReasonOf(step.status()) == Reason::kCallbackStepRefused);
      return step.ok();
    };
    EXPECT_EQ(begins(Scheduled(request, later, now)), expected.schedule);
    EXPECT_EQ(begins(KeptBy(request, call, now)), expected.keep);
    EXPECT_EQ(begins(Missed(request, Secret("busy"), now)), expected.miss);
    EXPECT_EQ(begins(Cancelled(request, Secret("no need"), now)), expected.cancel);
  }
}

TEST(ItsSteps, KeepWhatTheyAreToldAndWhen) {
  const CallbackRequest request = ARequest(CallbackState::kScheduled);
  const absl::Time now = request.slot->from;
  const CallbackRequest missed = ValueOf(Missed(request, Secret("busy"), now));
  EXPECT_EQ(missed.end_reason, Secret("busy"));
  EXPECT_EQ(missed.updated_time, now);
  const CallSlot later = ASlot(absl::Hours(24));
  const CallbackRequest again = ValueOf(Scheduled(missed, later, now));
  EXPECT_EQ(again.slot, later);
  EXPECT_EQ(again.state, CallbackState::kScheduled);
  EXPECT_EQ(again.end_reason, SensitiveText());
  const auto call = NumberedId<CommunicationId>(7);
  EXPECT_EQ(ValueOf(KeptBy(again, call, now)).kept_in, call);
  EXPECT_EQ(ValueOf(Cancelled(again, Secret("no need"), now)).end_reason, Secret("no need"));
}

TEST(ItsSteps, AreNotMissedBeforeTheirTimeBegins) {
  const CallbackRequest request = ARequest(CallbackState::kScheduled);
  EXPECT_THAT(Missed(request, {}, request.slot->from - absl::Microseconds(1)),
              IsRefused(Reason::kCallbackStepRefused));
}

TEST(ItsSteps, RefuseATimeThatIsOverAndALongReason) {
  const CallbackRequest request = ARequest(CallbackState::kScheduled);
  const SensitiveText text = Secret(std::string(1001, 'x'));
  EXPECT_THAT(Scheduled(request, ASlot(-absl::Hours(3)), TestNow()),
              IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(Missed(request, text, request.slot->from), IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(Cancelled(request, text, TestNow()), IsRefused(Reason::kFieldInvalid));
}

}  // namespace
}  // namespace parley
