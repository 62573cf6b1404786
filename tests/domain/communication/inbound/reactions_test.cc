// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/inbound/reactions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "tests/support/domain/builders.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr int kWeak = 55;

HeardInbound Heard(const std::vector<Intent>& intents, int confidence = 90) {
  HeardInbound heard;
  for (const Intent intent : intents) {
    heard.labels.push_back(
        {.intent = intent, .evidence = {0, 4}, .confidence_percent = confidence});
  }
  return heard;
}

KnownOfSender AKnownSender() {
  KnownOfSender known;
  known.point = NumberedId<ContactPointId>(1);
  known.debts = {NumberedId<DebtId>(1)};
  known.currency = CurrencyOf("EUR");
  known.today = Day(2026, 11, 23);
  return known;
}

template <typename Act>
std::vector<Act> Those(const std::vector<Reaction>& all) {
  std::vector<Act> those;
  for (const Reaction& one : all) {
    if (const auto* const act = std::get_if<Act>(&one.act)) those.push_back(*act);
  }
  return those;
}

std::vector<Reaction> To(const std::vector<Intent>& intents, int confidence = 90) {
  return ReactionsTo(Heard(intents, confidence), AKnownSender());
}

TEST(Reactions, CloseEverythingAtOnceForWhoWantsSilenceHoweverUnsure) {
  for (const int confidence : {1, kWeak, 99}) {
    EXPECT_THAT(Those<TheyOptOut>(To({Intent::kStopContact}, confidence)),
                ElementsAre(TheyOptOut{}));
  }
}

TEST(Reactions, CloseTheChannelThatIsNamedOrElseTheirOwn) {
  const auto scope_of = [](const char* named) {
    const bool is_named = *named != '\0';
    HeardInbound heard = Heard({Intent::kStopChannel}, is_named ? kWeak : 90);
    heard.entities.channel = named;
    return Those<TheyOptOut>(ReactionsTo(heard, AKnownSender())).front().scope;
  };
  EXPECT_EQ(scope_of("sms"), (ContactScope{.channel = Channel::kSms}));
  EXPECT_EQ(scope_of("phone"), (ContactScope{.channel = Channel::kCall}));
  EXPECT_EQ(scope_of("work_phone"), (ContactScope{.channel = Channel::kCall}));
  EXPECT_EQ(scope_of("letter"), (ContactScope{.channel = Channel::kLetter}));
  EXPECT_EQ(scope_of("this_number"), (ContactScope{.point = NumberedId<ContactPointId>(1)}));
  EXPECT_EQ(scope_of(""), (ContactScope{.channel = Channel::kEmail}));
}

TEST(Reactions, AskWhichChannelIsMeantWhereItIsNeitherNamedNorSure) {
  const std::vector<Reaction> all = To({Intent::kStopChannel}, 13);
  EXPECT_THAT(Those<TheyOptOut>(all), IsEmpty());
  EXPECT_THAT(Those<AskSomebody>(all), SizeIs(1));
}

TEST(Reactions, CloseOnceForWhoWantsBothAndNotAgainForWhoIsLeftAloneAlready) {
  EXPECT_THAT(Those<TheyOptOut>(To({Intent::kStopContact, Intent::kStopChannel})), SizeIs(1));
  KnownOfSender silent = AKnownSender();
  silent.silent = true;
  EXPECT_THAT(Those<TheyOptOut>(ReactionsTo(Heard({Intent::kStopContact}), silent)), IsEmpty());
}

TEST(Reactions, StopEverythingForWhoMayBeInDangerAndTellWhoListens) {
  for (const int confidence : {kWeak, 95}) {
    const std::vector<Reaction> all = To({Intent::kCrisis}, confidence);
    EXPECT_THAT(Those<OfferHelp>(all), SizeIs(1));
    const auto asked = Those<AskSomebody>(all);
    ASSERT_THAT(asked, SizeIs(1));
    EXPECT_EQ(asked.front().kind, WorkKind::kCrisis);
    EXPECT_EQ(asked.front().priority, WorkPriority::kUrgent);
    const auto holds = Those<HoldOn>(all);
    ASSERT_THAT(holds, SizeIs(1));
    EXPECT_EQ(holds.front().type, HoldType::kHardship);
    EXPECT_GT(holds.front().review, AKnownSender().today);
  }
}

TEST(Reactions, PlaceTheHoldOfEachIntentAndAwaitItsEvidence) {
  const auto hold_of = [](Intent intent) { return Those<HoldOn>(To({intent})).front(); };
  for (const auto& [intent, type] : std::vector<std::pair<Intent, HoldType>>{
           {Intent::kDeceased, HoldType::kDeceased},
           {Intent::kInsolvency, HoldType::kInsolvency},
           {Intent::kIdentityTheft, HoldType::kIdentity},
           {Intent::kRepresented, HoldType::kRepresentation}}) {
    EXPECT_EQ(hold_of(intent).type, type);
    EXPECT_EQ(hold_of(intent).evidence, HoldEvidence::kAwaited);
  }
}

TEST(Reactions, LeaveTheLedgerAndTheRecordToAPersonWhereNothingIsSure) {
  for (const Intent intent :
       {Intent::kDeceased, Intent::kInsolvency, Intent::kIdentityTheft, Intent::kRepresented,
        Intent::kDisputeNotMine, Intent::kDisputeAmount, Intent::kDisputeGoodsService,
        Intent::kComplaint, Intent::kHardship, Intent::kVulnerable, Intent::kInconvenient,
        Intent::kPromiseToPay, Intent::kWrongPerson}) {
    const std::vector<Reaction> all = To({intent}, kWeak);
    EXPECT_THAT(Those<AskSomebody>(all), SizeIs(1)) << NameOf(intent);
    EXPECT_THAT(all, SizeIs(1)) << NameOf(intent);
  }
}

TEST(Reactions, StopInterestOnceAndLeaveTheRestToAPerson) {
  const std::vector<Reaction> all =
      To({Intent::kCrisis, Intent::kInsolvency, Intent::kDisputeAmount, Intent::kRepresented});
  EXPECT_THAT(Those<HoldOn>(all), SizeIs(2));  // Of hardship and of who speaks for them.
  EXPECT_THAT(Those<TheyDispute>(all), IsEmpty());
  EXPECT_THAT(Those<AskSomebody>(all), SizeIs(3));
}

TEST(Reactions, PlaceNoHoldTwice) {
  KnownOfSender known = AKnownSender();
  known.holds = {HoldType::kDispute, HoldType::kComplaint, HoldType::kHardship};
  const std::vector<Reaction> all =
      ReactionsTo(Heard({Intent::kCrisis, Intent::kDisputeAmount, Intent::kComplaint}), known);
  EXPECT_THAT(Those<HoldOn>(all), IsEmpty());
  EXPECT_THAT(Those<TheyDispute>(all), IsEmpty());
  EXPECT_THAT(Those<TheyComplain>(all), IsEmpty());
}

TEST(Reactions, OfTheWrongPersonConcernTheirAddressAndSilenceAlone) {
  const std::vector<Reaction> all =
      To({Intent::kWrongPerson, Intent::kStopContact, Intent::kHardship, Intent::kPromiseToPay});
  EXPECT_THAT(Those<AddressIsNotTheirs>(all),
              ElementsAre(AddressIsNotTheirs{NumberedId<ContactPointId>(1)}));
  EXPECT_THAT(Those<TheyOptOut>(all), SizeIs(1));
  EXPECT_THAT(all, SizeIs(2));
  KnownOfSender shared = AKnownSender();
  shared.shared = true;
  EXPECT_THAT(Those<AddressIsNotTheirs>(ReactionsTo(Heard({Intent::kWrongPerson}), shared)),
              IsEmpty());
}

TEST(Reactions, TakeAPromiseThatIsWhole) {
  HeardInbound heard = Heard({Intent::kPromiseToPay});
  heard.entities.amount_hundredths = 4000;
  heard.entities.date = Day(2026, 12, 3);
  EXPECT_THAT(Those<TheyPromise>(ReactionsTo(heard, AKnownSender())),
              ElementsAre(TheyPromise{Money(4000, CurrencyOf("EUR")), Day(2026, 12, 3)}));
  KnownOfSender yen = AKnownSender();
  yen.currency = CurrencyOf("JPY");
  EXPECT_THAT(Those<TheyPromise>(ReactionsTo(heard, yen)),
              ElementsAre(TheyPromise{Money(40, CurrencyOf("JPY")), Day(2026, 12, 3)}));
  KnownOfSender dinar = AKnownSender();
  dinar.currency = CurrencyOf("KWD");
  EXPECT_THAT(Those<TheyPromise>(ReactionsTo(heard, dinar)),
              ElementsAre(TheyPromise{Money(40'000, CurrencyOf("KWD")), Day(2026, 12, 3)}));
  heard.entities.currency = "USD";
  EXPECT_THAT(Those<TheyPromise>(ReactionsTo(heard, AKnownSender())), IsEmpty());
  heard.entities.currency = "EUR";
  KnownOfSender many = AKnownSender();
  many.debts.push_back(NumberedId<DebtId>(2));
  EXPECT_THAT(Those<AskSomebody>(ReactionsTo(heard, many)), SizeIs(1));
}

TEST(Reactions, KeepTheNeedAndNotTheReason) {
  EXPECT_THAT(Those<TheyNeed>(To({Intent::kVulnerable})), SizeIs(1));
  EXPECT_EQ(Those<TheyNeed>(To({Intent::kHardship})).front().adjustment, Adjustment::kMoreTime);
  EXPECT_THAT(Those<TheyLostIncome>(To({Intent::kHardship})),
              ElementsAre(TheyLostIncome{LifeEvent::kIncomeCut}));
  HeardInbound job = Heard({Intent::kHardship});
  job.labels.front().rule = "HARDSHIP.WORK";
  KnownOfSender known = AKnownSender();
  EXPECT_THAT(Those<TheyLostIncome>(ReactionsTo(job, known)),
              ElementsAre(TheyLostIncome{LifeEvent::kJobLost}));
  known.happened = {LifeEvent::kJobLost};
  EXPECT_THAT(Those<TheyLostIncome>(ReactionsTo(job, known)), IsEmpty());
}

TEST(Reactions, KeepAwayFromWorkOnlyWhereWorkIsMeant) {
  HeardInbound heard = Heard({Intent::kInconvenient});
  EXPECT_THAT(Those<NotAtWork>(ReactionsTo(heard, AKnownSender())), IsEmpty());
  heard.entities.at_work = true;
  EXPECT_THAT(Those<NotAtWork>(ReactionsTo(heard, AKnownSender())), SizeIs(1));
}

TEST(Reactions, AreNoneToThanksQuestionsAndWhatIsUnclear) {
  EXPECT_THAT(To({Intent::kThanksOrAck}), IsEmpty());
  EXPECT_THAT(To({Intent::kQuestion}), IsEmpty());
  EXPECT_THAT(To({Intent::kUnclear}), IsEmpty());
}

// Every reaction says what caused it.
TEST(Reactions, CarryTheirCause) {
  for (std::size_t at = 0; at < kIntentCount; ++at) {
    const auto intent = static_cast<Intent>(at);
    for (const Reaction& one : To({intent})) {
      EXPECT_EQ(one.because, intent);
      EXPECT_EQ(one.evidence, (TextPart{0, 4}));
    }
  }
}

}  // namespace
}  // namespace parley
