// SPDX-License-Identifier: Apache-2.0
#include "domain/debtor/debtor.h"

#include <cstddef>
#include <set>

#include "absl/strings/str_cat.h"
#include "domain/common/days.h"
#include "domain/common/reason.h"
#include "domain/common/text.h"

namespace parley {
namespace {

constexpr std::size_t kMostReferences = 20;

void CheckReferences(const Debtor& debtor, const std::string& field, Violations& violations) {
  if (debtor.external_refs.size() > kMostReferences) violations.Add(field, Fault::kTooLong);
  std::set<std::string> seen;
  for (std::size_t at = 0; at < debtor.external_refs.size(); ++at) {
    const std::string path = absl::StrCat(field, "[", at, "]");
    RequireText(violations, path, debtor.external_refs[at], kLongestReference);
    if (!seen.insert(debtor.external_refs[at]).second) violations.Add(path, Fault::kDuplicate);
  }
}

}  // namespace

std::string_view NameOf(DebtorKind kind) {
  switch (kind) {
    case DebtorKind::kNaturalPerson:
      return "NATURAL_PERSON";
    case DebtorKind::kOrganisation:
      return "ORGANISATION";
  }
  return {};
}

std::optional<DebtorKind> DebtorKindNamed(std::string_view name) {
  for (const DebtorKind kind : {DebtorKind::kNaturalPerson, DebtorKind::kOrganisation}) {
    if (NameOf(kind) == name) return kind;
  }
  return std::nullopt;
}

bool IsPartialDate(std::string_view text) {
  // The parts that are not known are filled up with ones, which every year and month has.
  std::string whole(text);
  if (whole.size() == 4) whole += "-01";
  if (whole.size() == 7) whole += "-01";
  return ParseDay(whole).has_value();
}

void CheckDebtor(const Debtor& debtor, const std::string& field, Violations& violations) {
  CheckReferences(debtor, field + ".external_refs", violations);
  RequireText(violations, field + ".display_name", debtor.display_name.Reveal(), kLongestName);
  if (debtor.display_name.Reveal() == kErasedText) {
    violations.Add(field + ".display_name", Fault::kMalformed);
  }
  const std::string& birth_date = debtor.birth_date.Reveal();
  if (!birth_date.empty() && !IsPartialDate(birth_date)) {
    violations.Add(field + ".birth_date", Fault::kDateMalformed);
  }
  if (!debtor.language.empty() && !IsLanguageTag(debtor.language)) {
    violations.Add(field + ".language", Fault::kLanguageMalformed);
  }
  if (!debtor.region.empty() && !IsRegion(debtor.region)) {
    violations.Add(field + ".region", Fault::kRegionMalformed);
  }
}

absl::StatusOr<Debtor> RestoreDebtor(Debtor debtor) {
  const bool sound = !debtor.id.IsNil() && debtor.record_revision >= 1 &&
                     debtor.revision >= debtor.record_revision;
  if (!sound) return Refuse(Reason::kRecordCorrupt);
  return debtor;
}

}  // namespace parley
