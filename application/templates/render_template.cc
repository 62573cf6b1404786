// SPDX-License-Identifier: Apache-2.0
#include "application/templates/render_template.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "domain/common/status_macros.h"
#include "domain/communication/templates/limited.h"
#include "domain/communication/templates/sample_values.h"

namespace parley {
namespace {

using Query = RenderTemplate::Query;
using SetParts = absl::StatusOr<std::vector<SetPart>>;

SetParts FillLimited(const SetLimitedTemplate& set, const Query& query,
                     const std::string& language) {
  LimitedValues values = query.fill_samples ? SampleLimitedValues() : LimitedValues();
  Violations violations;
  for (const TemplateValue& given : query.values) {
    TakeValue(given, absl::StrCat("values.", given.name), values, violations);
  }
  PARLEY_RETURN_IF_ERROR(violations.ToStatus());
  return set.Fill(values, {language, {}});
}

SetParts FillFull(const SetTemplate& set, const Query& query, const std::string& language) {
  const std::vector<std::string_view> demanded(query.disclosures.begin(), query.disclosures.end());
  TemplateValues values = query.values;
  if (query.fill_samples) {
    PARLEY_ASSIGN_OR_RETURN(const std::vector<Variable> needs, set.Needs(demanded));
    for (TemplateValue& sample : SampleValues(needs, Samples::kOfAll)) {
      const bool given =
          std::any_of(query.values.begin(), query.values.end(),
                      [&sample](const TemplateValue& value) { return value.name == sample.name; });
      if (!given) values.push_back(std::move(sample));
    }
  }
  return set.Fill(values, {language, demanded});
}

}  // namespace

absl::StatusOr<RenderTemplate::Result> RenderTemplate::Handle(const Query& query) const {
  PARLEY_ASSIGN_OR_RETURN(ShelvedTemplate which, libraries_.Find(query.tenant, query.choice));
  const Template& words = which.version.content;
  const Typesetter& typesetter = libraries_.typesetter();
  const std::vector<ContentBlock> blocks = libraries_.system().catalogue().BlocksFor(words);
  const std::string language = query.language_code.empty() ? words.language : query.language_code;
  Result result;
  if (words.variant == Variant::kLimited) {
    PARLEY_ASSIGN_OR_RETURN(const auto set, typesetter.SetLimited(words, blocks));
    PARLEY_ASSIGN_OR_RETURN(result.parts, FillLimited(*set, query, language));
  } else {
    PARLEY_ASSIGN_OR_RETURN(const auto set, typesetter.Set(words, blocks));
    PARLEY_ASSIGN_OR_RETURN(result.parts, FillFull(*set, query, language));
  }
  result.which = std::move(which);
  return result;
}

}  // namespace parley
