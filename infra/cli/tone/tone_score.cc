// SPDX-License-Identifier: Apache-2.0
#include "infra/cli/tone/tone_score.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"

namespace parley::cli {
namespace {

using language::ToneCategory;
using language::ToneFinding;
using language::ToneReport;
using language::ToneSeverity;

bool OverlapsWith(const std::string& text, const std::string& words, const ToneFinding& finding) {
  if (words.empty()) return true;
  const std::size_t begin = text.find(words);
  return begin != std::string::npos && finding.span.Overlaps({begin, begin + words.size()});
}

void CountCategories(const LabelledText& labelled, const ToneReport& report, ToneScore& score) {
  std::set<ToneCategory> found;
  for (const ToneFinding& finding : report.findings) {
    if (finding.severity != ToneSeverity::kWarns) found.insert(finding.category);
  }
  for (const ToneCategory category : found) ++score.by_category[category].found;
  for (const LabelledSpan& span : labelled.spans) {
    CategoryScore& counted = score.by_category[span.category];
    ++counted.labelled;
    if (!found.contains(span.category)) continue;
    ++counted.both;
    const bool overlaps =
        std::any_of(report.findings.begin(), report.findings.end(), [&](const ToneFinding& one) {
          return one.category == span.category && OverlapsWith(labelled.text, span.words, one);
        });
    counted.spans.Count(overlaps);
  }
}

Misjudged Told(const LabelledText& labelled, const ToneReport& report) {
  Misjudged told{labelled.id,         labelled.language, labelled.difficulty,
                 labelled.acceptable, labelled.text,     {}};
  for (const ToneFinding& finding : report.findings) {
    told.findings.push_back(
        absl::StrCat(std::string(finding.rule), ": ", std::string(finding.span.In(labelled.text))));
  }
  return told;
}

}  // namespace

ToneScore ScoreTexts(const ToneChecks& checks, const std::vector<LabelledText>& texts) {
  ToneScore score;
  for (const LabelledText& labelled : texts) {
    language::ToneContext context;
    context.audience = AudienceOf(labelled.channel);
    const ToneReport report = checks.at(labelled.language).Check(labelled.text, context);
    const bool right = report.blocked() != labelled.acceptable;
    score.accuracy.Count(right);
    score.by_language[labelled.language].Count(right);
    if (labelled.difficulty == "obvious") score.obvious.Count(right);
    if (labelled.acceptable) score.false_alarms.Count(report.blocked());
    CountCategories(labelled, report, score);
    if (!right) score.misjudged.push_back(Told(labelled, report));
  }
  return score;
}

}  // namespace parley::cli
