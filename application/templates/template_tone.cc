// SPDX-License-Identifier: Apache-2.0
#include "application/templates/template_tone.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "domain/common/reason.h"
#include "domain/common/status_macros.h"
#include "domain/communication/templates/limited.h"
#include "domain/communication/templates/sample_values.h"

namespace parley {
namespace {

using language::Audience;
using language::ToneCategory;
using language::ToneFinding;
using language::ToneSeverity;

// HTML without its tags.
std::string WithoutTags(std::string_view html) {
  std::string words;
  bool in_tag = false;
  for (const char letter : html) {
    if (letter == '<') in_tag = true;
    if (!in_tag) words += letter;
    if (letter == '>' && std::exchange(in_tag, false)) words += ' ';
  }
  return words;
}

Audience AudienceOf(const Template& words, PartKind kind) {
  if (words.variant == Variant::kLimited) return Audience::kOthers;
  return kind == PartKind::kSubject ? Audience::kSubjectLine : Audience::kAddressee;
}

// The samples that a template is read with: all values, those that it must have, each
// choice, and none or one of what is counted.
std::vector<TemplateValues> SamplesFor(std::span<const Variable> variables) {
  std::vector<TemplateValues> all = {SampleValues(variables, Samples::kOfRequired),
                                     SampleValues(variables, Samples::kOfAll)};
  const TemplateValues whole = all.back();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const Variable* const variable = FindVariable(variables, whole[at].name);
    for (const std::string& choice : variable->choices) {
      all.push_back(whole);
      all.back()[at].value = SensitiveText(choice);
    }
    if (variable->type != VariableType::kCount) continue;
    for (const std::int64_t count : {0, 1}) {
      all.push_back(whole);
      all.back()[at].value = count;
    }
  }
  return all;
}

absl::StatusOr<std::vector<std::vector<SetPart>>> SetWithSamples(
    const Typesetter& typesetter, const Template& words, std::span<const ContentBlock> blocks) {
  std::vector<std::vector<SetPart>> all;
  if (words.variant == Variant::kLimited) {
    PARLEY_ASSIGN_OR_RETURN(const auto set, typesetter.SetLimited(words, blocks));
    PARLEY_ASSIGN_OR_RETURN(all.emplace_back(),
                            set->Fill(SampleLimitedValues(), {words.language, {}}));
    return all;
  }
  PARLEY_ASSIGN_OR_RETURN(const auto set, typesetter.Set(words, blocks));
  PARLEY_ASSIGN_OR_RETURN(const std::vector<Variable> variables, set->Needs({}));
  for (const TemplateValues& values : SamplesFor(variables)) {
    PARLEY_ASSIGN_OR_RETURN(all.emplace_back(), set->Fill(values, {words.language, {}}));
  }
  return all;
}

class Reader {
 public:
  Reader(const language::ToneCheck& check, const Template& words) : check_(check), words_(words) {}

  // What somebody reads.
  void Read(const std::vector<SetPart>& set) {
    for (std::size_t at = 0; at < std::min(set.size(), words_.parts.size()); ++at) {
      const std::string& text = set[at].text.Reveal();
      const bool html = set[at].kind == PartKind::kHtml;
      Read(at,
           absl::StrCat(set[at].heading, set[at].heading.empty() ? "" : "\n",
                        html ? WithoutTags(text) : text),
           ToneSeverity::kNeedsSecondEye);
    }
  }

  // What somebody wrote, in plurals that no sample takes, too. What helps the reader and what
  // explains a sum may stand in a block, which is not there.
  void ReadWritten(const Typesetter& typesetter) {
    for (std::size_t at = 0; at < words_.parts.size(); ++at) {
      const std::string text = typesetter.WithoutMarks(words_.parts[at].text);
      const bool html = words_.parts[at].kind == PartKind::kHtml;
      Read(at, html ? WithoutTags(text) : text, ToneSeverity::kBlocks);
    }
  }

  absl::Status ToStatus() const {
    if (faults_.empty()) return absl::OkStatus();
    return Refuse(Reason::kTextNeedsRelease, {}, {{"faults", absl::StrJoin(faults_, "\n")}});
  }

 private:
  void Read(std::size_t at, std::string_view text, ToneSeverity least) {
    const Audience audience = AudienceOf(words_, words_.parts[at].kind);
    const language::ToneContext context{.audience = audience, .by_rules_alone = true};
    for (const ToneFinding& one : check_.Check(text, context).findings) {
      if (one.severity < least) continue;
      if (least == ToneSeverity::kBlocks && one.category == ToneCategory::kMisleading) continue;
      std::string fault = absl::StrCat("parts[", at, "].text: ", std::string(one.rule), ": \"",
                                       std::string(one.span.In(text)), "\"");
      if (!one.suggestion.empty()) absl::StrAppend(&fault, ": ", std::string(one.suggestion));
      const bool told = std::find(faults_.begin(), faults_.end(), fault) != faults_.end();
      if (!told) faults_.push_back(std::move(fault));
    }
  }

  const language::ToneCheck& check_;
  const Template& words_;
  std::vector<std::string> faults_;
};

}  // namespace

absl::Status CheckTemplateTone(const ToneChecks& tone, const Typesetter& typesetter,
                               const Template& words, std::span<const ContentBlock> blocks) {
  const language::ToneCheck* const check = tone.Of(words.language);
  if (check == nullptr) {
    return Refuse(Reason::kTextNeedsRelease, {}, {{"faults", "language_code: is not read here"}});
  }
  PARLEY_ASSIGN_OR_RETURN(const auto set, SetWithSamples(typesetter, words, blocks));
  Reader reader(*check, words);
  for (const std::vector<SetPart>& one : set) reader.Read(one);
  reader.ReadWritten(typesetter);
  return reader.ToStatus();
}

}  // namespace parley
