// SPDX-License-Identifier: Apache-2.0
// A tenant's templates as records.
#include "application/ports/templates.h"

#include <gmock/gmock.h>

#include "tests/contract/contract.h"
#include "tests/contract/records.h"
#include "tests/support/domain/status_matchers.h"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class TemplatesContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    if (!IsSkipped()) HaveParties();
  }

  absl::Status Add(const TemplateVersion& version) {
    return Record(kDesk, [&](UnitOfWork& unit) { unit.templates().Add(version); });
  }
  absl::Status Replace(const TemplateVersion& version) {
    return Record(kDesk, [&](UnitOfWork& unit) { unit.templates().Replace(version); });
  }
  std::vector<TemplateVersion> List() {
    return ValueOf(world().template_shelf().ListVersions(kTenant));
  }
  // Under a debtor's lock as well as under the desk's, and without one.
  std::int64_t Edition() {
    const std::int64_t edition = ValueOf(world().template_shelf().Edition(kTenant));
    for (const DebtorId& lock : {kDesk, kDebtor}) {
      EXPECT_THAT(Record(lock,
                         [&](UnitOfWork& unit) {
                           EXPECT_EQ(ValueOf(unit.templates().Edition()), edition);
                         }),
                  IsOk());
    }
    return edition;
  }
};
PARLEY_OVER_EVERY_STORE(TemplatesContract);

TemplateVersion AVersion(std::int32_t number = 1, const std::string& language = "en") {
  TemplateVersion version;
  Template& content = version.content;
  content.key = "own_reminder";
  content.language = language;
  content.version = number;
  content.purpose = Purpose::kReminder;
  content.statutory = StatutoryKind::kNone;
  content.variables = {{.name = "kind", .type = VariableType::kChoice, .choices = {"A", "B"}},
                       {.name = "debts",
                        .type = VariableType::kRows,
                        .optional = true,
                        .personal = true,
                        .columns = {{.name = "amount", .type = VariableType::kMoney}}}};
  content.parts = {{PartKind::kSubject, "", "About {{name}}"},
                   {PartKind::kSection, "A heading", "\"quoted\"\n{n, plural, other {#}}"}};
  version.written = {"author", TestNow()};
  return version;
}

TEST_P(TemplatesContract, ComeBackEqualInTheOrderOfTheirNames) {
  TemplateVersion approved = AVersion(2);
  approved.state = TemplateState::kApproved;
  approved.approved = {"lead", TestNow() + absl::Seconds(1)};
  approved.content.variant = Variant::kLimited;
  for (const TemplateVersion& one : {AVersion(1, "es"), approved, AVersion(1)}) {
    ASSERT_THAT(Add(one), IsOk());
  }
  EXPECT_THAT(List(), ElementsAre(AVersion(1), approved, AVersion(1, "es")));
  const TemplateName name{"own_reminder", "en", Channel::kEmail};
  EXPECT_THAT(ValueOf(world().template_shelf().VersionsOf(kTenant, name)),
              ElementsAre(AVersion(1), approved));
  EXPECT_THAT(Record(kDesk,
                     [&](UnitOfWork& unit) {
                       EXPECT_THAT(ValueOf(unit.templates().VersionsOf(name)),
                                   ElementsAre(AVersion(1), approved));
                     }),
              IsOk());
}

TEST_P(TemplatesContract, HaveAnEditionThatEveryChangeRaises) {
  EXPECT_EQ(Edition(), 0);
  ASSERT_THAT(Add(AVersion()), IsOk());
  EXPECT_EQ(Edition(), 1);
  TemplateVersion retired = AVersion();
  retired.state = TemplateState::kRetired;
  retired.retired = {"lead", TestNow()};
  ASSERT_THAT(Replace(retired), IsOk());
  EXPECT_EQ(Edition(), 2);
  EXPECT_THAT(List(), ElementsAre(retired));
}

TEST_P(TemplatesContract, AreWrittenOnceAVersion) {
  ASSERT_THAT(Add(AVersion()), IsOk());
  EXPECT_THAT(Add(AVersion()), IsRefused(Reason::kTemplateAlreadyExists));
  EXPECT_THAT(Replace(AVersion(2)), IsRefused(Reason::kWriteConflict));
}

TEST_P(TemplatesContract, AreNoOtherTenants) {
  const auto other = NumberedId<TenantId>(2);
  world().CreateTenant(other);
  ASSERT_THAT(Add(AVersion()), IsOk());
  EXPECT_THAT(ValueOf(world().template_shelf().ListVersions(other)), IsEmpty());
  EXPECT_EQ(ValueOf(world().template_shelf().Edition(other)), 0);
}

}  // namespace
}  // namespace parley
