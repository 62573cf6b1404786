// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/inbound_item.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "domain/common/reason.h"
#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

InboundItem AnItem(InboundState state = InboundState::kLabelled) {
  InboundItem item;
  item.id = NumberedId<CommunicationId>(1);
  if (state != InboundState::kUnmatched) item.debtor = NumberedId<DebtorId>(1);
  item.state = state;
  item.actor = "intake";
  item.created_time = TestNow();
  item.suspends_until = TestNow() + absl::Hours(24);
  HeardInbound heard;
  heard.labels = {{.intent = Intent::kQuestion}, {.intent = Intent::kThanksOrAck}};
  if (state != InboundState::kUnmatched) item.heard = heard;
  return item;
}

LabelCorrection ACorrection(std::vector<Intent> intents, std::string_view reason = "they mean it") {
  return {std::move(intents), "agent-1", TestNow(), Secret(reason)};
}

TEST(InboundItem, CutsALongTextBetweenCharactersAndLosesNothing) {
  std::string text(kLongestHeard - 1, 'a');
  text += "\xC3\xA9 and more";
  InboundContent content;
  SetText(text, content);
  EXPECT_EQ(content.text.Reveal().size(), kLongestHeard - 1);
  EXPECT_EQ(content.text.Reveal() + content.rest.Reveal(), text);
}

TEST(InboundItem, KeepsAnyBytesAsText) {
  InboundContent content;
  SetText(std::string("caf\xE9 \x00 \xE2\x80\x8F", 10), content);
  EXPECT_EQ(content.text.Reveal(), std::string("caf\xEF\xBF\xBD \x00 \xE2\x80\x8F", 12));
  SetText("", content);
  EXPECT_EQ(content.text.Reveal(), "");
}

TEST(InboundItem, MasksCardsInTextSubjectAndRest) {
  InboundContent content;
  content.subject = Secret("4111111111111111");
  SetText(std::string(kLongestHeard, 'a') + " 4111 1111 1111 1111", content);
  EXPECT_EQ(content.subject.Reveal(), "************1111");
  EXPECT_EQ(content.rest.Reveal(), " **** **** **** 1111");
  EXPECT_EQ(content.cards_masked, 2);
}

TEST(InboundItem, HoldsBackUntilSomebodyLooksOrItsTimeIsOver) {
  const InboundItem item = AnItem();
  ASSERT_TRUE(WaitingOf(item, TestNow()).has_value());
  EXPECT_FALSE(WaitingOf(item, *item.suspends_until).has_value());
  const InboundItem seen = ValueOf(Triaged(item, "agent-1", TestNow()));
  EXPECT_EQ(seen.state, InboundState::kTriaged);
  EXPECT_EQ(seen.triaged_by, "agent-1");
  EXPECT_FALSE(WaitingOf(seen, TestNow()).has_value());
  EXPECT_EQ(ValueOf(Triaged(seen, "agent-2", TestNow())), seen);
}

TEST(InboundItem, KeepsWhatWasHeardBesideWhatPeopleSay) {
  const InboundItem once = ValueOf(Corrected(AnItem(), ACorrection({Intent::kHardship})));
  EXPECT_THAT(IntentsOf(AnItem()), ElementsAre(Intent::kQuestion, Intent::kThanksOrAck));
  EXPECT_THAT(IntentsOf(once), ElementsAre(Intent::kHardship));
  const InboundItem twice = ValueOf(Corrected(once, ACorrection({Intent::kComplaint})));
  EXPECT_THAT(IntentsOf(twice), ElementsAre(Intent::kComplaint));
  EXPECT_EQ(twice.corrections.size(), 2U);
  EXPECT_EQ(twice.heard, AnItem().heard);
}

TEST(InboundItem, NeedsAReasonAndEachIntentOnce) {
  const auto bad = Corrected(AnItem(), ACorrection({Intent::kAbuse, Intent::kAbuse}, ""));
  EXPECT_THAT(ViolationsOf(bad.status()), ElementsAre(Violation{"reason", Fault::kRequired},
                                                      Violation{"intents[1]", Fault::kDuplicate}));
  EXPECT_THAT(ViolationsOf(Corrected(AnItem(), ACorrection({})).status()),
              ElementsAre(Violation{"intents", Fault::kRequired}));
}

TEST(InboundItem, IsAnsweredOnce) {
  const auto answer = NumberedId<CommunicationId>(9);
  const InboundItem done = ValueOf(AnsweredBy(AnItem(), answer, "agent-1", TestNow()));
  EXPECT_EQ(done.state, InboundState::kAnswered);
  EXPECT_EQ(done.triaged_by, "agent-1");
  EXPECT_EQ(ValueOf(AnsweredBy(done, answer, "agent-2", TestNow())), done);
  EXPECT_EQ(ReasonOf(WithoutAnswer(done, Secret("spam"), "agent-1", TestNow()).status()),
            Reason::kInboundAlreadyAnswered);
  const InboundItem none = ValueOf(WithoutAnswer(AnItem(), Secret("spam"), "a", TestNow()));
  EXPECT_EQ(none.state, InboundState::kNoAnswerNeeded);
  EXPECT_THAT(RestoreInbound(none), IsOk());
}

TEST(InboundItem, OnTheDeskIsOnlyMatched) {
  const InboundItem item = AnItem(InboundState::kUnmatched);
  EXPECT_EQ(ReasonOf(Triaged(item, "a", TestNow()).status()), Reason::kInboundNotMatched);
  const auto debtor = NumberedId<DebtorId>(1);
  const InboundItem claimed = ValueOf(ClaimedFor(item, debtor));
  EXPECT_EQ(ReasonOf(ClaimedFor(claimed, NumberedId<DebtorId>(2)).status()),
            Reason::kInboundAlreadyMatched);
  EXPECT_EQ(Unclaimed(claimed), item);
  InboundItem full = claimed;
  full.content.text = Secret("hello");
  const InboundItem gone = MovedAway(full);
  EXPECT_THAT(gone.content.text.Reveal(), IsEmpty());
  EXPECT_EQ(ReasonOf(Triaged(gone, "a", TestNow()).status()), Reason::kInboundAlreadyMatched);
  EXPECT_EQ(ValueOf(ClaimedFor(gone, debtor)), gone);
  EXPECT_THAT(RestoreInbound(gone), IsOk());
}

TEST(InboundItem, IsCheckedWithAllItsFaultsAtOnce) {
  InboundContent content;
  content.from = Secret(std::string(1001, 'a'));
  content.subject = Secret(std::string(10'001, 'a'));
  content.provider = "one\ntwo";
  content.attachments = {{.name = Secret("a"), .size = -1}};
  Violations violations;
  CheckInboundContent(content, violations);
  EXPECT_THAT(violations.all(),
              testing::UnorderedElementsAre(
                  Violation{"from", Fault::kTooLong}, Violation{"subject", Fault::kTooLong},
                  Violation{"provider", Fault::kControlCharacter},
                  Violation{"attachments[0].where", Fault::kRequired},
                  Violation{"attachments[0].size_bytes", Fault::kNegative}));
}

}  // namespace
}  // namespace parley
