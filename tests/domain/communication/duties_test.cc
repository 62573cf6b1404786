// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/communication/duties/dates.h"
#include "domain/communication/duties/first_notice.h"
#include "domain/communication/duties/itemised_sums.h"
#include "domain/communication/duties/late_interest.h"
#include "domain/communication/duties/notice_content.h"
#include "domain/communication/duties/voicemail.h"
#include "tests/domain/communication/gate_fixture.h"

namespace parley {
namespace {

using ::testing::ElementsAre;

TEST(KeptUntil, AnchorsOnALeapDayEndWithFebruary) {
  const Retention three{.years = 3};
  EXPECT_EQ(KeptUntil(three, Day(2028, 2, 29)), Day(2031, 2, 28));
  EXPECT_EQ(KeptUntil(three, Day(2026, 2, 28)), Day(2029, 2, 28));
  EXPECT_EQ(KeptUntil(Retention{.years = 4}, Day(2024, 2, 29)), Day(2028, 2, 29));
}

TEST(DatesOf, SkipWeekendsAndHolidaysUntilTheLetterIsTakenToHaveArrived) {
  Calendar calendar{.covers = {Day(2026, 1, 1), Day(2026, 12, 31)}};
  calendar.holidays = {Day(2026, 1, 19)};
  const NoticePeriod period{5, {"TEST", &calendar}, 30};
  const NoticeDates dates = DatesOf(period, Day(2026, 1, 15));
  EXPECT_EQ(dates.assumed_receipt, Day(2026, 1, 23));
  EXPECT_EQ(dates.ends, Day(2026, 2, 22));
}

TEST(FirstNotice, IsOverdueOnTheDayAfterTheLast) {
  const Deadline five{.days = 5};
  NoticeFacts facts{.first_communication = Day(2026, 5, 12)};
  EXPECT_EQ(StateOf(five, facts, Day(2026, 5, 17)), NoticeState::kOpen);
  EXPECT_EQ(StateOf(five, facts, Day(2026, 5, 18)), NoticeState::kOverdue);
  facts.returned = true;
  EXPECT_EQ(StateOf(five, facts, Day(2026, 5, 18)), NoticeState::kReturned);
  facts.paid = Day(2026, 5, 17);
  EXPECT_EQ(StateOf(five, facts, Day(2026, 5, 18)), NoticeState::kPaid);
  facts.sent = Day(2026, 5, 16);
  EXPECT_EQ(StateOf(five, facts, Day(2026, 5, 18)), NoticeState::kGiven);
}

TEST(FirstNotice, AMessageOfLimitedContentBeginsNothing) {
  Facts facts = SomebodyInNewYork();
  facts.communications = {CallOut(At("2026-05-12T10:00:00-04:00"), Outcome::kVoicemailLimited),
                          CallOut(At("2026-05-13T10:00:00-04:00"), Outcome::kConversation)};
  const Record record(facts);
  const DebtSet debt = DebtSet::Of(0);
  EXPECT_EQ(FirstCommunication(record, debt, At("2026-05-12T12:00:00-04:00")), std::nullopt);
  EXPECT_EQ(FirstCommunication(record, debt, At("2026-05-14T12:00:00-04:00")), Day(2026, 5, 13));
}

TEST(AddUp, ToldSumsAreExactAndBlanksAreNone) {
  const ItemisedRows rows{.owed = 223456, .interest = 7500, .fees = 2500, .paid_or_credited = 5000};
  EXPECT_TRUE(AddUp({&rows, 1}, 228456).sound);
  EXPECT_FALSE(AddUp({&rows, 1}, 228457).sound);
  ItemisedRows blank = rows;
  blank.fees.reset();
  EXPECT_FALSE(AddUp({&blank, 1}, 225956).sound);
  const std::vector<ItemisedRows> both = {rows, rows};
  const ItemisedSums sums = AddUp(both, 456912);
  EXPECT_TRUE(sums.sound);
  EXPECT_THAT(sums.parts, ElementsAre(228456, 228456));
  const ItemisedRows credit{.owed = 100, .interest = 0, .fees = 0, .paid_or_credited = 101};
  EXPECT_FALSE(AddUp({&credit, 1}, -1).sound);
  const ItemisedRows huge{.owed = INT64_MAX, .interest = 1, .fees = 0, .paid_or_credited = 0};
  EXPECT_FALSE(AddUp({&huge, 1}, 0).sound);
}

TEST(InterestOf, SplitsAtTheHalfYearAndRoundsOnce) {
  const LateInterest eight{.margin = 800'000'000, .compensation = 4000};
  const std::vector<ReferenceRate> rates = {{{Day(2026, 1, 1), Day(2026, 6, 30)}, 215'000'000},
                                            {{Day(2026, 7, 1), Day(2026, 12, 31)}, 240'000'000}};
  const auto within = InterestOf(eight, 1'000'000, {Day(2026, 2, 1), Day(2026, 3, 15)}, rates, 365);
  ASSERT_TRUE(within.has_value());
  EXPECT_EQ(within->days, 43);
  EXPECT_EQ(within->interest, 11958);
  const auto across = InterestOf(eight, 1'000'000, {Day(2026, 6, 30), Day(2026, 7, 1)}, rates, 365);
  EXPECT_EQ(across->interest, 563);  // 278.08 and 284.93, together 563.01.
  EXPECT_FALSE(
      InterestOf(eight, 1'000'000, {Day(2026, 12, 31), Day(2027, 1, 1)}, rates, 365).has_value());
}

TEST(Voicemails, AreLimitedOnlyWhenWholeAndSilent) {
  using enum VoicemailContent;
  EXPECT_EQ(ClassifyVoicemail("This is Robin Smith calling from ABC Inc. Please contact me or Jim "
                              "Johnson at 1-800-555-1212."),
            kLimited);
  EXPECT_EQ(ClassifyVoicemail("This is Robin Smith calling from AB"), kIncomplete);
  EXPECT_EQ(ClassifyVoicemail("This is Robin about your account. Call 1-800-555-1212."),
            kTellsDebt);
  EXPECT_EQ(ClassifyVoicemail("This is Robin about a past-due bill. Call 1-800-555-1212."),
            kTellsDebt);
  // Without a full stop it ends whole where its number does.
  EXPECT_EQ(ClassifyVoicemail("This is Robin Smith of ABC Inc. Please call me at 1-800-555-1212"),
            kLimited);
  EXPECT_EQ(ClassifyVoicemail("This is Robin Smith of ABC Inc. Please call me at 1-800-555"),
            kIncomplete);
}

TEST(NoticeForms, KeepTheirSafeHarbourUnderTheChangesThatTheAuthorityNames) {
  const auto keeps = [](const char* change) {
    return KeepsSafeHarbour({.form_changes = {change}});
  };
  for (const char* change : {"remove_liability_language", "move_response_section", "qr_code",
                             "date_generated", "embed_hyperlinks"}) {
    EXPECT_TRUE(keeps(change)) << change;
  }
  EXPECT_FALSE(keeps("remove_response_section"));
  EXPECT_FALSE(keeps("add_settlement_offer"));
}

TEST(NoticeTranslations, AreAnsweredForBySomebody) {
  const auto is_sound = [](const char* source) {
    return HasSoundTranslation({.translation_source = source});
  };
  EXPECT_TRUE(is_sound("bureau"));
  EXPECT_TRUE(is_sound("own_certified"));
  EXPECT_FALSE(is_sound("not_reviewed"));
  EXPECT_FALSE(is_sound("machine"));
}

TEST(SubjectLines, NeedMoreThanTheAmount) {
  EXPECT_FALSE(IsTellingSubject("Bank of Rockville - $2,284.56 due"));
  EXPECT_FALSE(IsTellingSubject("Important notice"));
  EXPECT_TRUE(IsTellingSubject("Bank of Rockville - account ending 6789"));
}

}  // namespace
}  // namespace parley
