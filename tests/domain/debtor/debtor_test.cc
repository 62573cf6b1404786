// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/debtor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/domain/builders.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using ::testing::IsEmpty;

std::vector<Violation> Check(const Debtor& debtor) {
  Violations violations;
  CheckDebtor(debtor, "debtor", violations);
  return violations.all();
}

TEST(DebtorKind, HasANameByWhichItIsFound) {
  EXPECT_EQ(NameOf(DebtorKind::kNaturalPerson), "NATURAL_PERSON");
  EXPECT_EQ(NameOf(DebtorKind::kOrganisation), "ORGANISATION");
  EXPECT_EQ(DebtorKindNamed("NATURAL_PERSON"), DebtorKind::kNaturalPerson);
  EXPECT_EQ(DebtorKindNamed("ORGANISATION"), DebtorKind::kOrganisation);
  EXPECT_EQ(DebtorKindNamed("organisation"), std::nullopt);
  EXPECT_EQ(DebtorKindNamed(""), std::nullopt);
}

TEST(CheckDebtor, FindsNothingInASoundOne) {
  EXPECT_THAT(Check(ADebtor()), IsEmpty());
  EXPECT_THAT(Check(ADebtor()
                        .With(&Debtor::external_refs, std::vector<std::string>())
                        .With(&Debtor::birth_date, Secret(""))
                        .With(&Debtor::language, "")
                        .With(&Debtor::region, "")
                        .With(&Debtor::time_zone, "")),
              IsEmpty());
}

TEST(CheckDebtor, TellsEverythingAtOnceWithItsPath) {
  EXPECT_EQ(Check(ADebtor()
                      .With(&Debtor::external_refs, std::vector<std::string>{"A", "", "A", "b\n"})
                      .With(&Debtor::display_name, Secret(""))
                      .With(&Debtor::birth_date, Secret("1981-02-30"))
                      .With(&Debtor::language, "german!")
                      .With(&Debtor::region, "de")),
            (std::vector<Violation>{
                {"debtor.external_refs[1]", Fault::kRequired},
                {"debtor.external_refs[2]", Fault::kDuplicate},
                {"debtor.external_refs[3]", Fault::kControlCharacter},
                {"debtor.display_name", Fault::kRequired},
                {"debtor.birth_date", Fault::kDateMalformed},
                {"debtor.language", Fault::kLanguageMalformed},
                {"debtor.region", Fault::kRegionMalformed},
            }));
}

TEST(CheckDebtor, LimitsTexts) {
  EXPECT_THAT(
      Check(ADebtor()
                .With(&Debtor::display_name, Secret(std::string(200, 'n')))
                .With(&Debtor::external_refs, std::vector<std::string>{std::string(200, 'x')})),
      IsEmpty());
  EXPECT_EQ(
      Check(ADebtor()
                .With(&Debtor::display_name, Secret(std::string(201, 'n')))
                .With(&Debtor::external_refs, std::vector<std::string>{std::string(201, 'x')})),
      (std::vector<Violation>{{"debtor.external_refs[0]", Fault::kTooLong},
                              {"debtor.display_name", Fault::kTooLong}}));
}

TEST(CheckDebtor, TakesAtMost20References) {
  std::vector<std::string> references;
  for (int number = 0; number < 20; ++number) references.push_back(std::to_string(number));
  EXPECT_THAT(Check(ADebtor().With(&Debtor::external_refs, references)), IsEmpty());
  references.emplace_back("one more");
  EXPECT_EQ(Check(ADebtor().With(&Debtor::external_refs, references)),
            (std::vector<Violation>{{"debtor.external_refs", Fault::kTooLong}}));
}

TEST(IsPartialDate, TakesADateAsExactAsItIsKnown) {
  for (const char* text : {"1981", "1981-04", "1981-04-02", "2000-02-29", "1900", "9999-12"}) {
    EXPECT_TRUE(IsPartialDate(text)) << text;
  }
}

TEST(IsPartialDate, RefusesEveryOtherForm) {
  for (const char* text :
       {"",        "81",       "198",       "19811",      "1981-",      "1981-4", "1981-13",
        "1981-00", "1981-04-", "1981-04-2", "1981-04-31", "1981-02-29", "1899",   "0000",
        "1981/04", "04-1981",  "unknown",   "198x",       "1981-0x",    "-1981",  "1981-04-021"}) {
    EXPECT_FALSE(IsPartialDate(text)) << text;
  }
}

TEST(RestoreDebtor, TakesWhatIsSound) {
  const Debtor debtor = ADebtor().With(&Debtor::revision, 9).With(&Debtor::record_revision, 9);
  EXPECT_THAT(RestoreDebtor(debtor), IsOkAnd(debtor));
  EXPECT_THAT(RestoreDebtor(ADebtor().With(&Debtor::revision, 1).With(&Debtor::record_revision, 1)),
              IsOk());
}

TEST(RestoreDebtor, RefusesARowThatBreaksAnInvariant) {
  EXPECT_THAT(RestoreDebtor(ADebtor().With(&Debtor::id, DebtorId())),
              IsRefused(Reason::kRecordCorrupt));
  EXPECT_THAT(RestoreDebtor(ADebtor().With(&Debtor::record_revision, 0)),
              IsRefused(Reason::kRecordCorrupt));
  EXPECT_THAT(RestoreDebtor(ADebtor().With(&Debtor::revision, 2).With(&Debtor::record_revision, 3)),
              IsRefused(Reason::kRecordCorrupt));
}

}  // namespace
}  // namespace parley
