// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/tone_check.h"

#include "tests/language/tone/tone_fixture.h"

namespace parley::language {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr LanguageCode kEn = LanguageCode::kEnglish;
constexpr LanguageCode kEs = LanguageCode::kSpanish;
constexpr LanguageCode kFr = LanguageCode::kFrench;
constexpr LanguageCode kDe = LanguageCode::kGerman;

TEST(Threats, AreFoundInEachLanguage) {
  for (const auto& [code, text] : std::vector<std::pair<LanguageCode, std::string>>{
           {kEn, "We will come to your house and take your car."},
           {kEs, "Iremos a su casa y nos llevaremos el coche."},
           {kFr, "Nous passerons chez vous et nous saisirons votre salaire."},
           {kDe, "Wir kommen zu Ihnen nach Hause und pfänden Ihr Auto."}}) {
    EXPECT_THAT(BlockedBy(code, text), Contains(ToneCategory::kThreat)) << text;
  }
}

TEST(Threats, AreNoneWhereTheyAreDenied) {
  EXPECT_THAT(BlockedBy(kEn, "We will not contact your employer or your family."), IsEmpty());
  EXPECT_THAT(BlockedBy(kEs, "No llamaremos a su trabajo ni a su familia."), IsEmpty());
  EXPECT_THAT(BlockedBy(kFr, "Personne ne viendra chez vous."), IsEmpty());
  EXPECT_THAT(BlockedBy(kDe, "Wir rufen Ihren Arbeitgeber nicht an."), IsEmpty());
}

TEST(Threats, StandWhereOnlyTheConditionIsNegated) {
  EXPECT_THAT(BlockedBy(kEn, "If you don't pay we will call your employer."),
              Contains(ToneCategory::kThreat));
  EXPECT_THAT(BlockedBy(kEs, "Si no paga, llamaremos a su jefe."), Contains(ToneCategory::kThreat));
  EXPECT_THAT(BlockedBy(kEn, "We won't hesitate to call your employer."),
              Contains(ToneCategory::kThreat));
}

TEST(Threats, AreNoneInAnAnswerOrAWarningOfFraud) {
  EXPECT_THAT(BlockedBy(kEn, "You asked whether bailiffs will come to your house. They will not."),
              IsEmpty());
  EXPECT_THAT(BlockedBy(kEn, "Beware of scams: someone may say you will be arrested. Hang up."),
              IsEmpty());
}

TEST(Threats, OfLegalStepsNeedTheirBasisOrTheCasesData) {
  const std::string text = "We will take you to court.";
  EXPECT_THAT(BlockedBy(kEn, text), Contains(ToneCategory::kThreat));
  ToneContext context;
  context.enabled.legal_action = true;
  EXPECT_THAT(BlockedBy(kEn, text, context), Not(Contains(ToneCategory::kThreat)));
  EXPECT_THAT(BlockedBy(kEn,
                        "By the order of 3 May (case {{case_no}}) your wages will be "
                        "garnished. You can ask the court to change it."),
              IsEmpty());
}

TEST(Threats, ThatAreVeiledNeedASecondPairOfEyes) {
  const ToneReport report = CheckOf(kEn).Check("You will regret this.");
  ASSERT_FALSE(report.findings.empty());
  EXPECT_EQ(report.findings.front().severity, ToneSeverity::kNeedsSecondEye);
  EXPECT_TRUE(report.blocked());
}

TEST(Names, AreNoThreats) {
  EXPECT_THAT(BlockedBy(kEn, "Dear Mrs Sheriff, thank you for your letter."), IsEmpty());
  EXPECT_THAT(BlockedBy(kEn, "We were sorry to read about your father's cardiac arrest."),
              IsEmpty());
}

TEST(Disguises, AreSeenThrough) {
  EXPECT_THAT(BlockedBy(kEn, "You are a l1ar and a ch\u0435at."), Contains(ToneCategory::kShame));
  EXPECT_THAT(BlockedBy(kEn, "Answer us, d e a d b e a t."), Contains(ToneCategory::kShame));
  EXPECT_THAT(BlockedBy(kEn, "You dead\u200bbeat."), Contains(ToneCategory::kShame));
}

TEST(Shame, IsNoneWhereAnInsultIsQuotedToApologise) {
  EXPECT_THAT(BlockedBy(kEn, "You told us that our agent called you a “deadbeat”. We are sorry."),
              IsEmpty());
  EXPECT_THAT(BlockedBy(kEn, "Deadbeats like you cost us time."), Contains(ToneCategory::kShame));
}

TEST(Urgency, IsFalseWithoutAReason) {
  EXPECT_THAT(BlockedBy(kEn, "Final warning. Act now."), Contains(ToneCategory::kFalseUrgency));
  EXPECT_THAT(BlockedBy(kEn, "Thank you for your final instalment."), IsEmpty());
  EXPECT_THAT(BlockedBy(kDe, "Sie haben noch zwei Stunden."),
              Contains(ToneCategory::kFalseUrgency));
}

TEST(Authority, IsFalseWhereSomebodyPosesAsIt) {
  EXPECT_THAT(BlockedBy(kEn, "From the Office of Judicial Enforcement"),
              Contains(ToneCategory::kFalseAuthority));
  EXPECT_THAT(BlockedBy(kEn, "No, I'm not a lawyer and this isn't a court."), IsEmpty());
}

TEST(Shouting, IsCapitalsAndExclamationMarksInARow) {
  EXPECT_THAT(BlockedBy(kEn, "PLEASE ANSWER OUR LETTER TODAY."), Contains(ToneCategory::kShouting));
  EXPECT_EQ(WordsOf(kEn, "Hello. Thank you!!! Bye.", ToneCategory::kShouting), " Thank you!!! ");
}

TEST(Shouting, IsNoHeadingAcronymOrOneMark) {
  EXPECT_THAT(BlockedBy(kEn, "YOUR RIGHTS IN SHORT\n\nYou can dispute the bill. Thank you!"),
              IsEmpty());
  EXPECT_THAT(BlockedBy(kEn, "See the FAQ (PDF) or reply HELP."), IsEmpty());
}

TEST(Coercion, IsMoneyForEssentialsAndFromFamily) {
  EXPECT_THAT(BlockedBy(kEn, "Skip the rent this month."), Contains(ToneCategory::kCoercion));
  EXPECT_THAT(BlockedBy(kFr, "Empruntez à vos parents."), Contains(ToneCategory::kCoercion));
  EXPECT_THAT(BlockedBy(kEn, "Please pay your rent and food first."), IsEmpty());
}

TEST(Disclosure, IsADebtWhereOthersReadOrHear) {
  EXPECT_THAT(BlockedBy(kEn, "Subject: Your unpaid loan\n\nPlease call us."),
              ElementsAre(ToneCategory::kDisclosure));
  EXPECT_THAT(BlockedBy(kEs, "[Buzón de voz] Su préstamo lleva tres cuotas sin pagar, llámenos."),
              Contains(ToneCategory::kDisclosure));
  EXPECT_THAT(BlockedBy(kEn, "[Voicemail] This is Ida. Please call me back. Thank you."),
              IsEmpty());
}

TEST(Disclosure, KnowsFromTheContextWhoHears) {
  const std::string text = "Thank you for calling about your loan.";
  EXPECT_THAT(BlockedBy(kEn, text), IsEmpty());
  EXPECT_THAT(BlockedBy(kEn, text, {Audience::kOthers, {}}),
              ElementsAre(ToneCategory::kDisclosure));
  EXPECT_THAT(BlockedBy(kEn, "Your unpaid loan", {Audience::kSubjectLine, {}}),
              ElementsAre(ToneCategory::kDisclosure));
}

TEST(Totals, SayWhatTheyConsistOf) {
  EXPECT_THAT(BlockedBy(kEn, "You owe £310. Please send it."), Contains(ToneCategory::kMisleading));
  EXPECT_THAT(BlockedBy(kEn, "You owe £310: £280 for the repair and £30 for the visit."),
              IsEmpty());
  ToneContext agreed;
  agreed.enabled.agreed_instalment = true;
  EXPECT_THAT(BlockedBy(kEn, "Please pay £40 by Monday.", agreed), IsEmpty());
}

TEST(Jargon, IsExplainedInTheSameMessage) {
  EXPECT_THAT(BlockedBy(kEn, "Your account has been charged off."),
              ElementsAre(ToneCategory::kJargon));
  EXPECT_THAT(BlockedBy(kEn, "It was charged off. That means the bank booked it as a loss."),
              IsEmpty());
}

TEST(Clarity, WantsNoThreeNegationsInAClause) {
  EXPECT_THAT(BlockedBy(kEn, "It is not impossible that we would be unable to disregard it."),
              ElementsAre(ToneCategory::kUnclear));
}

TEST(Findings, NameRuleWordsAndKinderOnesInTheTextsLanguage) {
  const std::string text = "Guten Tag. Das werden Sie bereuen!";
  const ToneReport report = CheckOf(kDe).Check(text);
  ASSERT_FALSE(report.findings.empty());
  const ToneFinding& finding = report.findings.front();
  EXPECT_EQ(finding.rule, "THREAT.VEILED");
  EXPECT_THAT(std::string(finding.span.In(text)), HasSubstr("bereuen"));
  EXPECT_THAT(std::string(finding.suggestion), HasSubstr("deutlich"));
}

TEST(Readability, FollowsTheFormulaOfTheLanguage) {
  EXPECT_GT(CheckOf(kEn).Check("We can wait. Call us. We will help you.").readability.score, 90);
  EXPECT_LT(CheckOf(kEn)
                .Check("Notwithstanding considerations regarding organisational responsibilities, "
                       "administrative clarification necessitates documentation.")
                .readability.score,
            0);
}

TEST(Texts, ThatAreEmptyOrOddMayBeChecked) {
  for (const std::string text : {"", " ", "\n\n", "!!!", "\"", "{{", "\xff\xfe", "12:", "[", "'"}) {
    for (const LanguageCode code : kLanguages) CheckOf(code).Check(text);
  }
}

}  // namespace
}  // namespace parley::language
