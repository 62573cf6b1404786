// SPDX-License-Identifier: Apache-2.0
#include "domain/language/tone/tone_check.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "domain/common/status_macros.h"
#include "domain/language/concepts_found.h"
#include "domain/language/tone/rule_judge.h"
#include "domain/language/tone/shouting.h"
#include "domain/language/tone/weighed_tone.h"

namespace parley::language {
namespace {

constexpr std::string_view kShoutingRule = "SHOUTING.CAPITALS_AND_MARKS";
constexpr std::string_view kLongSentenceRule = "UNCLEAR.LONG_SENTENCE";
constexpr std::string_view kHardRule = "UNCLEAR.HARD_TO_READ";
// A sentence that nobody follows to its end, and a text that few read at ease.
constexpr std::uint32_t kTooLong = 55;
constexpr std::uint32_t kFewestWordsToJudge = 40;
constexpr int kHard = 30;

void AddUnclear(const Passage& passage, const std::string& suggestion, ToneReport& report) {
  const Readability& readability = report.readability;
  if (readability.longest_sentence.size() > kTooLong) {
    report.findings.push_back({ToneCategory::kUnclear, ToneSeverity::kNeedsSecondEye,
                               passage.OriginOf(readability.longest_sentence), kLongSentenceRule,
                               suggestion});
  }
  if (readability.words >= kFewestWordsToJudge && readability.score < kHard) {
    report.findings.push_back({ToneCategory::kUnclear, ToneSeverity::kWarns,
                               passage.OriginOf(readability.longest_sentence), kHardRule,
                               suggestion});
  }
}

// Of findings of one category over the same words, the gravest says enough.
void KeepGravest(std::vector<ToneFinding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const ToneFinding& one, const ToneFinding& other) {
                     return one.severity > other.severity;
                   });
  std::vector<ToneFinding> kept;
  for (const ToneFinding& finding : findings) {
    const bool said = std::any_of(kept.begin(), kept.end(), [&](const ToneFinding& other) {
      return other.category == finding.category && other.span.Overlaps(finding.span);
    });
    if (!said) kept.push_back(finding);
  }
  std::sort(kept.begin(), kept.end(), [](const ToneFinding& one, const ToneFinding& other) {
    return std::tie(one.span, one.category) < std::tie(other.span, other.category);
  });
  findings = std::move(kept);
}

}  // namespace

bool ToneReport::blocked() const {
  return std::any_of(findings.begin(), findings.end(), [](const ToneFinding& finding) {
    return finding.severity != ToneSeverity::kWarns;
  });
}

ToneCheck::ToneCheck(Lexicon lexicon, ToneRules rules, WordWeights weights, ExposureMarks marks,
                     ConceptId pressing)
    : lexicon_(std::move(lexicon)),
      rules_(std::move(rules)),
      weights_(std::move(weights)),
      marks_(marks),
      pressing_(pressing) {}

absl::StatusOr<ToneCheck> ToneCheck::Make(LanguageCode language,
                                          std::span<const LexiconFile> files) {
  PARLEY_ASSIGN_OR_RETURN(Lexicon lexicon, Lexicon::Make(language, files));
  PARLEY_ASSIGN_OR_RETURN(ToneRules rules, ToneRules::Make(lexicon, files));
  PARLEY_ASSIGN_OR_RETURN(WordWeights weights, WordWeights::Make(files, kToneLabels));
  PARLEY_ASSIGN_OR_RETURN(const ExposureMarks marks, ExposureMarks::In(lexicon));
  const std::optional<ConceptId> pressing = lexicon.Find("pressing_word");
  if (!pressing.has_value()) {
    return absl::InvalidArgumentError("the concept @pressing_word is needed");
  }
  return ToneCheck(std::move(lexicon), std::move(rules), std::move(weights), marks, *pressing);
}

std::vector<ToneFinding> ToneCheck::FoundByRules(const Passage& passage, const ConceptsFound& found,
                                                 const ToneContext& context) const {
  const Exposure exposure = ExposureOf(passage, found, marks_, context.audience);
  const RuleJudge judge(passage, found, exposure, context.enabled);
  // By their nature.
  const bool saying_little = context.audience == Audience::kSubjectLine || IsALine(passage);
  std::vector<ToneFinding> findings;
  for (const TextSpan& span : ShoutedIn(passage, found, pressing_)) {
    findings.push_back({ToneCategory::kShouting, ToneSeverity::kBlocks, span, kShoutingRule,
                        rules_.SuggestionFor(ToneCategory::kShouting)});
  }
  for (const ToneRule& rule : rules_.rules()) {
    if (rule.last_resort && (saying_little || !findings.empty())) continue;
    const std::optional<WordRange> words = judge.BreachOf(rule);
    if (!words.has_value()) continue;
    findings.push_back(
        {rule.category, rule.severity, passage.OriginOf(*words), rule.id, rule.suggestion});
  }
  return findings;
}

ToneReport ToneCheck::Check(std::string_view text, const ToneContext& context) const {
  const Passage passage(text, lexicon_.language());
  const ConceptsFound found(lexicon_, passage);
  ToneReport report;
  report.findings = FoundByRules(passage, found, context);
  // A subject line says too little to be weighed.
  const bool weighs = !context.by_rules_alone && context.audience != Audience::kSubjectLine;
  if (weighs && !weights_.none() && !passage.words().empty()) {
    const WeighedWords weighed = weights_.Weigh(passage, [&](FeatureTeller tell) {
      TellFeatures(passage, found, lexicon_, context.audience, tell);
    });
    report.findings = Join(passage, rules_, context.enabled, std::move(report.findings), weighed);
  }
  report.readability = ReadabilityOf(passage);
  AddUnclear(passage, rules_.SuggestionFor(ToneCategory::kUnclear), report);
  KeepGravest(report.findings);
  return report;
}

TextFeatures ToneCheck::FeaturesOf(std::string_view text, Audience audience) const {
  const Passage passage(text, lexicon_.language());
  const ConceptsFound found(lexicon_, passage);
  std::set<std::string> features;
  TellFeatures(passage, found, lexicon_, audience,
               [&features](std::string_view name, const WordRange&) { features.emplace(name); });
  return {language(), {features.begin(), features.end()}, passage.words().size()};
}

}  // namespace parley::language
