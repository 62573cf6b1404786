// SPDX-License-Identifier: Apache-2.0
// A tenant's own templates: what may be written and approved, and what is then sent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "application/templates/template_tone.h"
#include "domain/communication/templates/sample_values.h"
#include "tests/support/domain/status_matchers.h"
#include "tests/support/memory/world.h"

namespace parley {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kWords =
    "{{> SELF_IDENTIFICATION}} We received {{amount}}, thank you. {{> OPT_OUT}}";
constexpr const char* kThreat =
    "{{> SELF_IDENTIFICATION}} We received {{amount}}. We will tell your employer. {{> OPT_OUT}}";

// A text message of a key of the system's.
Template AReceipt(const std::string& text = kWords) {
  return {.key = "payment_received",
          .language = "en",
          .channel = Channel::kSms,
          .purpose = Purpose::kReceipt,
          .variables = {{.name = "amount", .type = VariableType::kMoney}},
          .parts = {{.kind = PartKind::kText, .heading = {}, .text = text}}};
}

class TenantTemplates : public ::testing::Test {
 public:
  Call CallOf(const std::string& principal) {
    Call call = world.ACall();
    call.principal = principal;
    return call;
  }
  absl::StatusOr<TemplateVersion> Create(const Template& words) {
    Kept<ShelvedTemplate> kept;
    const auto answer = world.app.write_template.Create(CallOf("author"), words, kept);
    if (!answer.ok()) return answer.status();
    return kept->version;
  }
  absl::StatusOr<TemplateVersion> CreateVersion(const Template& words) {
    Kept<ShelvedTemplate> kept;
    const auto answer = world.app.write_template.CreateVersion(CallOf("author"), words, kept);
    if (!answer.ok()) return answer.status();
    return kept->version;
  }
  absl::Status Approve(int version, const std::string& principal = "reviewer",
                       const Template& words = AReceipt()) {
    Kept<ShelvedTemplate> kept;
    const ApproveTemplate::Command command{{words.key, words.language, words.channel}, version};
    return world.app.approve_template.Handle(CallOf(principal), command, kept).status();
  }
  absl::Status Retire(int version) {
    Kept<ShelvedTemplate> kept;
    const RetireTemplate::Command command{{"payment_received", "en", Channel::kSms}, version};
    return world.app.retire_template.Handle(CallOf("author"), command, kept).status();
  }
  TemplateLibraryRef Library() {
    const std::int64_t edition = ValueOf(world.template_shelf.Edition(world.tenant));
    return ValueOf(world.app.templates.At(world.tenant, edition));
  }
  // What is sent in these languages, or the reason why nothing is.
  absl::StatusOr<WordedMessage> Write(const std::string& language = "en") {
    const TemplateLibraryRef library = Library();
    const Wording wording{
        .key = "payment_received", .channel = Channel::kSms, .wishes = {.person = {language}}};
    const auto needs = library->Needs(wording);
    if (!needs.ok()) return needs.status();
    return library->Write(wording, SampleValues(*needs, Samples::kOfAll));
  }
  std::string FaultsOf(const absl::Status& status, Reason reason) {
    EXPECT_EQ(ReasonOf(status), reason) << status;
    return MetadataOf(status)["faults"];
  }

  World world;
};

TEST_F(TenantTemplates, StandOverTheSystemsOnceTheyAreApproved) {
  EXPECT_EQ(ValueOf(Create(AReceipt())).state, TemplateState::kDraft);
  EXPECT_FALSE(ValueOf(Write()).is_tenants_own);
  ASSERT_THAT(Approve(1), IsOk());
  const WordedMessage worded = ValueOf(Write());
  EXPECT_TRUE(worded.is_tenants_own);
  EXPECT_EQ(worded.version, 1);
  EXPECT_THAT(worded.parts.front().text.Reveal(), HasSubstr("thank you"));
  EXPECT_FALSE(ValueOf(Write("es")).is_tenants_own);
  EXPECT_EQ(world.database.Events(world.tenant).back().event.type, EventType::kPolicyPublished);
  EXPECT_THAT(world.AuditFindings(), IsEmpty());
}

TEST_F(TenantTemplates, GiveWayToTheOneBeforeAndToTheSystems) {
  ASSERT_THAT(Create(AReceipt()), IsOk());
  ASSERT_THAT(Approve(1), IsOk());
  EXPECT_EQ(ValueOf(CreateVersion(AReceipt())).content.version, 2);
  EXPECT_EQ(ValueOf(Write()).version, 1);
  ASSERT_THAT(Approve(2), IsOk());
  EXPECT_EQ(ValueOf(Write()).version, 2);
  ASSERT_THAT(Retire(2), IsOk());
  EXPECT_EQ(ValueOf(Write()).version, 1);
  ASSERT_THAT(Retire(1), IsOk());
  EXPECT_FALSE(ValueOf(Write()).is_tenants_own);
  EXPECT_THAT(Retire(1), IsRefused(Reason::kTemplateAlreadyRetired));
}

TEST_F(TenantTemplates, AreTakenApartOnceAnEdition) {
  EXPECT_EQ(Library(), world.house.templates);
  ASSERT_THAT(Create(AReceipt()), IsOk());
  const TemplateLibraryRef first = Library();
  EXPECT_EQ(Library(), first);
  ASSERT_THAT(Approve(1), IsOk());
  EXPECT_NE(Library(), first);
}

TEST_F(TenantTemplates, BelongToTheirTenant) {
  ASSERT_THAT(Create(AReceipt()), IsOk());
  const auto other = NumberedId<TenantId>(2);
  world.database.CreateTenant(other);
  EXPECT_EQ(ValueOf(world.app.templates.At(other, 0)), world.house.templates);
  const std::size_t systems = world.house.templates->catalogue().templates.size();
  EXPECT_THAT(ValueOf(world.app.templates.List(other)), SizeIs(systems));
  const auto own = ValueOf(world.app.templates.List(world.tenant));
  ASSERT_THAT(own, SizeIs(systems + 1));
  EXPECT_TRUE(own.back().is_tenants_own);
}

TEST_F(TenantTemplates, NeedTwoPeople) {
  ASSERT_THAT(Create(AReceipt()), IsOk());
  EXPECT_THAT(Approve(1, "author"), IsRefused(Reason::kApprovalByAsker));
  ASSERT_THAT(Approve(1), IsOk());
  EXPECT_THAT(Approve(1), IsRefused(Reason::kTemplateNotDraft));
  EXPECT_THAT(Approve(2), IsRefused(Reason::kTemplateNotFound));
}

TEST_F(TenantTemplates, AreWrittenOnceAName) {
  EXPECT_THAT(CreateVersion(AReceipt()), IsRefused(Reason::kTemplateNotFound));
  ASSERT_THAT(Create(AReceipt()), IsOk());
  EXPECT_THAT(Create(AReceipt()), IsRefused(Reason::kTemplateAlreadyExists));
}

TEST_F(TenantTemplates, AreRefusedWithTheirFaults) {
  EXPECT_THAT(FaultsOf(Create(AReceipt("{{> SELF_IDENTIFICATION}} {{amuont}}")).status(),
                       Reason::kTemplateUnsound),
              HasSubstr("amuont: is not declared"));
  EXPECT_THAT(FaultsOf(Create(AReceipt("{{> SELF_IDENTIFICATION}} {{amount}}")).status(),
                       Reason::kTemplateUnsound),
              HasSubstr("lacks the block OPT_OUT"));
  EXPECT_EQ(ValueOf(world.template_shelf.Edition(world.tenant)), 0);
}

TEST_F(TenantTemplates, KeepThePurposeOfTheirKey) {
  Template words = AReceipt();
  words.purpose = Purpose::kReply;
  EXPECT_THAT(FaultsOf(Create(words).status(), Reason::kTemplateUnsound),
              HasSubstr("purpose: differs"));
}

TEST_F(TenantTemplates, SayNothingThatTheToneCheckHoldsBack) {
  ASSERT_THAT(Create(AReceipt(kThreat)), IsOk());
  EXPECT_THAT(FaultsOf(Approve(1), Reason::kTextNeedsRelease),
              HasSubstr("parts[0].text: THREAT.TELLS_OTHERS: \"We will tell your employer\""));
  EXPECT_FALSE(ValueOf(Write()).is_tenants_own);
}

TEST_F(TenantTemplates, SayNothingOfTheKindInWordsThatFewGet) {
  Template words = AReceipt(
      "{{> SELF_IDENTIFICATION}} We received {{amount}}. "
      "{left, plural, =0 {We will tell your employer.} other {# are left.}} {{> OPT_OUT}}");
  words.variables.push_back({.name = "left", .type = VariableType::kCount});
  ASSERT_THAT(Create(words), IsOk());
  EXPECT_THAT(FaultsOf(Approve(1), Reason::kTextNeedsRelease), HasSubstr("THREAT.TELLS_OTHERS"));
}

TEST_F(TenantTemplates, OfAKeyOfTheirOwnAreSentWhenApproved) {
  Template words = AReceipt();
  words.key = "spring_greeting";
  ASSERT_THAT(Create(words), IsOk());
  EXPECT_THAT(Library()->NatureOf("spring_greeting", Channel::kSms),
              IsRefused(Reason::kTemplateNotApproved));
  ASSERT_THAT(Approve(1, "reviewer", words), IsOk());
  EXPECT_EQ(ValueOf(Library()->NatureOf("spring_greeting", Channel::kSms)).purpose,
            Purpose::kReceipt);
  words.language = "es";
  words.purpose = Purpose::kReply;
  EXPECT_THAT(Create(words), IsRefused(Reason::kTemplateUnsound));
}

TEST_F(TenantTemplates, AreFoundByVersionAndAsTheyAreSent) {
  const TemplateName name{"payment_received", "en", Channel::kSms};
  ASSERT_THAT(Create(AReceipt()), IsOk());
  const auto find = [&](const TemplateChoice& choice) {
    return world.app.templates.Find(world.tenant, choice);
  };
  EXPECT_FALSE(ValueOf(find({.name = name})).is_tenants_own);
  EXPECT_TRUE(ValueOf(find({name, 1, true})).is_tenants_own);
  EXPECT_FALSE(ValueOf(find({name, 1, false})).is_tenants_own);
  EXPECT_THAT(find({name, 2, true}), IsRefused(Reason::kTemplateNotFound));
  ASSERT_THAT(Approve(1), IsOk());
  EXPECT_TRUE(ValueOf(find({.name = name})).is_tenants_own);
}

TEST_F(TenantTemplates, AreFilledToBeRead) {
  ASSERT_THAT(Create(AReceipt()), IsOk());
  RenderTemplate::Query query{.tenant = world.tenant,
                              .choice = {{"payment_received", "en", Channel::kSms}, 1, true}};
  EXPECT_THAT(world.app.render_template.Handle(query), IsRefused(Reason::kFieldInvalid));
  query.fill_samples = true;
  query.values = {{"amount", Money(4'200, *Currency::Find("EUR"))}};
  query.language_code = "en-GB";
  const auto filled = ValueOf(world.app.render_template.Handle(query));
  EXPECT_THAT(filled.parts.front().text.Reveal(), HasSubstr("€42.00"));
}

TEST_F(TenantTemplates, OfLimitedContentAreFilledWithItAlone) {
  RenderTemplate::Query query{.tenant = world.tenant,
                              .choice = {.name = {"please_call", "en", Channel::kSms}},
                              .fill_samples = true};
  EXPECT_THAT(world.app.render_template.Handle(query), IsOk());
  query.values = {{"balance", SensitiveText("42 euros")}};
  EXPECT_THAT(world.app.render_template.Handle(query), IsRefused(Reason::kFieldInvalid));
}

TEST_F(TenantTemplates, AreRehearsedWithoutATrace) {
  Kept<ShelvedTemplate> kept;
  Call call = CallOf("author");
  call.validate_only = true;
  ASSERT_THAT(world.app.write_template.Create(call, AReceipt(), kept), IsOk());
  EXPECT_EQ(ValueOf(world.template_shelf.Edition(world.tenant)), 0);
}

TEST_F(TenantTemplates, ThatCannotBeSentAnyMoreAreRefusedAlone) {
  ASSERT_THAT(Create(AReceipt()), IsOk());
  ASSERT_THAT(Approve(1), IsOk());
  TemplateVersion broken = ValueOf(world.template_shelf.ListVersions(world.tenant)).front();
  broken.content.parts.front().text = "{{gone}}";
  const auto library = world.house.templates->With({{broken}}, ShippedTypesetter());
  const Wording wording{.key = "payment_received", .channel = Channel::kSms};
  EXPECT_THAT(library->Needs(wording), IsRefused(Reason::kTemplateUnsound));
  const Wording spanish{
      .key = "payment_received", .channel = Channel::kSms, .wishes = {.person = {"es"}}};
  EXPECT_THAT(library->Needs(spanish), IsOk());
}

TEST_F(TenantTemplates, OfTheSystemWouldAllBeApproved) {
  const TemplateCatalogue& shipped = world.house.templates->catalogue();
  for (const Template& words : shipped.templates) {
    const absl::Status judged =
        CheckTemplateTone(world.house.tone(), ShippedTypesetter(), words, shipped.BlocksFor(words));
    EXPECT_THAT(judged, IsOk()) << words.key << " " << words.language << " "
                                << WordFor(words.channel) << "\n"
                                << MetadataOf(judged)["faults"];
  }
}

TEST(ToneOfAText, IsToldWithItsChannel) {
  const World world;
  const auto check = [&](const std::string& text, std::optional<Channel> channel) {
    return world.app.check_tone.Handle({text, "en-GB", channel});
  };
  EXPECT_TRUE(ValueOf(check("We will tell your employer.", std::nullopt)).blocked());
  const std::string thanks = "Thank you for your payment towards your debt. Call us any time.";
  EXPECT_FALSE(ValueOf(check(thanks, Channel::kEmail)).blocked());
  EXPECT_TRUE(ValueOf(check(thanks, Channel::kPostcard)).blocked());
  EXPECT_THAT(world.app.check_tone.Handle({"Hei", "fi", std::nullopt}),
              IsRefused(Reason::kFieldInvalid));
  EXPECT_THAT(check("", std::nullopt), IsRefused(Reason::kFieldInvalid));
}

}  // namespace
}  // namespace parley
