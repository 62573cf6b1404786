// SPDX-License-Identifier: Apache-2.0
#include "domain/communication/templates/life.h"

#include <gtest/gtest.h>

#include <vector>

#include "domain/communication/templates/choose_language.h"
#include "domain/communication/templates/content_block.h"
#include "domain/communication/templates/signpost.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

const TemplateAct kByAuthor{"author", absl::UnixEpoch()};
const TemplateAct kByOther{"other", absl::UnixEpoch() + absl::Hours(1)};

TemplateVersion Draft(std::int32_t version = 1) {
  return {.content = {.key = "thanks", .language = "en", .version = version}, .written = kByAuthor};
}

TemplateVersion Approved(std::int32_t version) {
  TemplateVersion approved = Draft(version);
  EXPECT_THAT(ApproveVersion(approved, kByOther), IsOk());
  return approved;
}

absl::StatusOr<const TemplateVersion*> Effective(const std::vector<TemplateVersion>& versions) {
  return EffectiveVersion(versions, "thanks", "en", Channel::kEmail);
}

TEST(TemplateLife, AnotherPersonThanTheAuthorApproves) {
  TemplateVersion version = Draft();
  EXPECT_THAT(ApproveVersion(version, kByAuthor), IsRefused(Reason::kApprovalByAsker));
  EXPECT_THAT(ApproveVersion(version, kByOther), IsOk());
  EXPECT_EQ(version.state, TemplateState::kApproved);
  EXPECT_EQ(version.approved, kByOther);
  EXPECT_THAT(ApproveVersion(version, kByOther), IsRefused(Reason::kTemplateNotDraft));
}

TEST(TemplateLife, WhoeverChangedADraftLastIsItsAuthor) {
  TemplateVersion version = Draft();
  EXPECT_THAT(RewriteVersion(version, {.key = "thanks"}, kByOther), IsOk());
  EXPECT_THAT(ApproveVersion(version, kByOther), IsRefused(Reason::kApprovalByAsker));
}

TEST(TemplateLife, WhatIsApprovedIsNeverChanged) {
  TemplateVersion version = Approved(1);
  EXPECT_THAT(RewriteVersion(version, {}, kByAuthor), IsRefused(Reason::kTemplateNotDraft));
}

TEST(TemplateLife, IsRetiredOnce) {
  TemplateVersion version = Approved(1);
  EXPECT_THAT(RetireVersion(version, kByAuthor), IsOk());
  EXPECT_THAT(RetireVersion(version, kByAuthor), IsRefused(Reason::kTemplateAlreadyRetired));
}

TEST(EffectiveVersion, IsTheLatestThatIsApproved) {
  const std::vector<TemplateVersion> versions = {Approved(2), Approved(1), Draft(3)};
  EXPECT_EQ(ValueOf(Effective(versions)), &versions[0]);
}

TEST(EffectiveVersion, IsNoneWithoutAnApprovedOne) {
  TemplateVersion retired = Approved(1);
  EXPECT_THAT(RetireVersion(retired, kByOther), IsOk());
  EXPECT_THAT(Effective({}), IsRefused(Reason::kTemplateNotFound));
  EXPECT_THAT(Effective({retired, Draft(2)}), IsRefused(Reason::kTemplateNotApproved));
  TemplateVersion spanish = Approved(1);
  spanish.content.language = "es";
  EXPECT_THAT(Effective({spanish}), IsRefused(Reason::kTemplateNotFound));
}

const std::vector<std::string> kAvailable = {"en", "es", "pt-BR"};

TEST(ChooseLanguage, FollowsThePersonBeforeTheDebtBeforeTheCreditor) {
  const LanguageWishes wishes{.person = {"es"}, .debt = {"pt-BR"}, .creditor = {"en"}};
  EXPECT_EQ(ChooseLanguage(wishes, kAvailable),
            (ChosenLanguage{"es", "es", LanguageSource::kPerson, std::nullopt}));
  EXPECT_EQ(ChooseLanguage({.debt = {"pt-BR"}, .creditor = {"en"}}, kAvailable),
            (ChosenLanguage{"pt-BR", "pt-BR", LanguageSource::kDebt, std::nullopt}));
  EXPECT_EQ(ChooseLanguage({}, kAvailable),
            (ChosenLanguage{"en", "en", LanguageSource::kSystem, std::nullopt}));
}

TEST(ChooseLanguage, TriesAllThatOneSpeaksBeforeItAsksTheNext) {
  EXPECT_EQ(ChooseLanguage({.person = {"fi", "es-MX", "en"}, .creditor = {"en"}}, kAvailable),
            (ChosenLanguage{"es", "es-MX", LanguageSource::kPerson, std::nullopt}));
  EXPECT_EQ(ChooseLanguage({.person = {"fi", "sv"}, .debt = {"is", "en"}}, kAvailable),
            (ChosenLanguage{"en", "en", LanguageSource::kDebt, LanguageSource::kPerson}));
  EXPECT_EQ(ChooseLanguage({.debt = {"is"}, .creditor = {"no", "es"}}, kAvailable),
            (ChosenLanguage{"es", "es", LanguageSource::kCreditor, LanguageSource::kDebt}));
}

TEST(ChooseLanguage, SpeaksALanguageWithoutItsRegionAndKeepsTheRegionsFormats) {
  EXPECT_EQ(ChooseLanguage({.person = {"ES-mx"}}, kAvailable),
            (ChosenLanguage{"es", "ES-mx", LanguageSource::kPerson, std::nullopt}));
}

TEST(ChooseLanguage, TellsWhoseWishItCouldNotMeet) {
  EXPECT_EQ(ChooseLanguage({.person = {"fi"}, .creditor = {"es"}}, kAvailable),
            (ChosenLanguage{"es", "es", LanguageSource::kCreditor, LanguageSource::kPerson}));
  EXPECT_EQ(ChooseLanguage({.person = {"pt"}}, kAvailable),
            (ChosenLanguage{"en", "en", LanguageSource::kSystem, LanguageSource::kPerson}));
  EXPECT_EQ(ChooseLanguage({.person = {"fi"}}, {}), std::nullopt);
}

const std::vector<ContentBlock> kBlocks = {
    {.block = Block::kOptOut, .meets = {"US.REGF.6E.OPT_OUT"}},
    {.block = Block::kFreeAdvice, .meets = {"free_debt_advice"}}};

TEST(BlocksToAdd, AreThoseThatAreDemandedAndNotHeld) {
  const std::vector<std::string_view> demanded = {"US.REGF.6E.OPT_OUT", "free_debt_advice"};
  EXPECT_EQ(ValueOf(BlocksToAdd(demanded, kBlocks, {Block::kOptOut}, true)),
            std::vector<std::size_t>{1});
  EXPECT_TRUE(
      ValueOf(BlocksToAdd(demanded, kBlocks, {Block::kOptOut, Block::kFreeAdvice}, false)).empty());
}

TEST(BlocksToAdd, AreRefusedWhereNothingSaysWhatIsDemanded) {
  const std::vector<std::string_view> demanded = {"free_debt_advice", "GB.CONC.7_5_3R"};
  const absl::Status status = BlocksToAdd(demanded, kBlocks, {}, true).status();
  EXPECT_EQ(ReasonOf(status), Reason::kTemplateBlockMissing);
  EXPECT_EQ(MetadataOf(status)["blocks"], "GB.CONC.7_5_3R");
  EXPECT_EQ(MetadataOf(BlocksToAdd(demanded, kBlocks, {}, false).status())["blocks"],
            "free_debt_advice,GB.CONC.7_5_3R");
}

TEST(Signposts, OfTheRegionComeBeforeThoseOfItsCountry) {
  const std::vector<Signpost> all = {{.region = "GB", .name = "a"},
                                     {.region = "GB-SCT", .name = "b"},
                                     {.region = "GB", .topic = SignpostTopic::kDistress},
                                     {.region = "FR", .name = "c"}};
  const std::vector<Signpost> found = SignpostsFor(all, "GB-SCT", SignpostTopic::kDebt);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "b");
  EXPECT_EQ(found[1].name, "a");
  EXPECT_TRUE(SignpostsFor(all, "JP", SignpostTopic::kDebt).empty());
}

}  // namespace
}  // namespace parley
